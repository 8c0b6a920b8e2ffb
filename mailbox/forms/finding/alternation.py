"""Labels that nothing sets apart from their values but the order: label, value, label, value.

Between two sure labels an odd number of lines then holds a value, and after it further labels with theirs.
"""

from collections.abc import Sequence
from itertools import pairwise

from medverkan.mailbox.forms.finding.shapes import Line, may_be_label
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.labels import Label, label_of_text
from medverkan.mailbox.forms.naming.placing import placed_label
from medverkan.mailbox.forms.naming.registry import field
from medverkan.mailbox.forms.values.options import is_option
from medverkan.mailbox.values import Kind

MIN_PAIRS = 3
MANY_PAIRS = 5
_SHARE = 0.7
_MANY_LINES = frozenset((Type.TEXT, Type.LIST))

Named = tuple[Label, str]


def in_turn(lines: Sequence[Line], named: Sequence[Named | None], kind: Kind) -> frozenset[int]:
    """Return the lines whose turn it is to be a label, where labels and values come in turn; empty elsewhere."""
    written = [at for at, line in enumerate(lines) if line.text]
    labels = [n for n, at in enumerate(written) if named[at] is not None]
    labels = [n for n in labels if not _is_answer(n, written, lines, named, kind)]
    stretches = [(one, two) for one, two in pairwise(labels) if two - one > 1 and not _value(named, written[one])]
    odd = sum((two - one) % 2 == 0 for one, two in stretches)
    pairs = sum(two - one == 2 for one, two in stretches)
    if pairs < MIN_PAIRS or odd < _SHARE * len(stretches):
        return frozenset()
    plain = pairs >= MANY_PAIRS
    found: set[int] = set()
    for one, two in [*stretches, *_last(labels, len(written), named, written)]:
        turns = [written[n] for n in range(one + 2, two, 2)]
        if (
            (two - one) % 2 == 0
            and turns
            and _are_labels(turns, lines, kind, plain or _is_short(named[written[one]], kind))
        ):
            found.update(turns)
    return frozenset(found)


def _value(named: Sequence[Named | None], at: int) -> str:
    found = named[at]
    return found[1] if found else ""


def _last(labels: list[int], end: int, named: Sequence[Named | None], written: list[int]) -> list[tuple[int, int]]:
    """Return the stretch after the last sure label, cut so that whole pairs remain."""
    if not labels or _value(named, written[labels[-1]]):
        return []
    return [(labels[-1], labels[-1] + 4)] if labels[-1] + 4 <= end else []


def _is_answer(n: int, written: list[int], lines: Sequence[Line], named: Sequence[Named | None], kind: Kind) -> bool:
    """Tell whether a line that could be a label is an option of the question above it."""
    above = named[written[n - 1]] if n else None
    asked = field(kind, above[0].key) if above and not above[1] else None
    return asked is not None and is_option(asked.type, lines[written[n]].text)


def _is_short(opened: Named | None, kind: Kind) -> bool:
    """Tell whether the open question has an answer of one line."""
    asked = field(kind, opened[0].key) if opened else None
    return asked is not None and asked.type not in _MANY_LINES


def _are_labels(turns: Sequence[int], lines: Sequence[Line], kind: Kind, alone: bool) -> bool:
    """Tell whether all lines in turn can be labels, and half of them name a field or one stands `alone`."""
    texts = [lines[at].bare.rstrip(": ") for at in turns]
    if not all(map(may_be_label, texts)):
        return False
    known = sum(_names_a_field(text, at, lines, kind) for at, text in zip(turns, texts, strict=True))
    return 2 * known >= len(turns) or (alone and len(turns) == 1)


def _names_a_field(text: str, at: int, lines: Sequence[Line], kind: Kind) -> bool:
    value = lines[at + 1].text if at + 1 < len(lines) else ""
    return (label_of_text(text, kind) or placed_label(text, kind, value)) is not None
