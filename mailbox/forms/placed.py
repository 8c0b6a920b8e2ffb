"""Name the field of a text that is known to be a label, because its place in the layout says so.

Elsewhere the words must show that a text is a label at all (`labels.label_of_text`); here they only choose the field.
"""

from medverkan.mailbox.forms.labels import Label, label_of_text
from medverkan.mailbox.values import Kind


def placed_label(text: str, kind: Kind, value: str = "", before: str = "") -> Label | None:
    """Return the likeliest field for a label; None where it asks for something that is no field of ours.

    `value` is what stands beside the label, `before` the key of the field above it. `Label.sure` is 0–1: under
    `fit.BAR` the value is to be asked about instead of taken.
    """
    found = label_of_text(text, kind)
    return found if found and found.key != "_other" else None
