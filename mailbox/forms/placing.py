"""Name the field of a text that is known to be a label, because its place in the layout says so.

Elsewhere the words must show that a text is a label at all (`labels.label_of_text`); here they only choose the field.
"""

from medverkan.mailbox.forms.labels import Label, Strength, label_of_text
from medverkan.mailbox.forms.likely import likely
from medverkan.mailbox.values import Kind


def placed_label(text: str, kind: Kind, value: str = "", before: str = "") -> Label | None:
    """Return the likeliest field for a label; None where it asks for something that is no field of ours.

    `value` is what stands beside the label, `before` the key of the field above it. `Label.sure` is 0–1: under
    `fit.BAR` the value is to be asked about instead of taken.
    """
    found = label_of_text(text, kind)
    if found and found.strength > Strength.GUESSED:
        return found if found.key != "_other" else None
    ranked = likely(text, kind)
    if not ranked:
        return None
    best = ranked[0]
    rival = ranked[1].score if len(ranked) > 1 else 0.0
    margin = best.score - rival
    sure = min(0.95, best.score * 0.8 + margin)
    if best.key == "_other" or sure < 0.3:
        return None
    return Label(best.key, Strength.GUESSED, sure=sure)
