"""What was found before it is understood: a key, the text beside its label, and where a form ends."""

from typing import NamedTuple

from medverkan.mailbox.forms.finding.shapes import LOOSE, Sign, splits

BREAK = "|"  # a form may end here
PART = "||"  # the heading of one of several forms


class Entry(NamedTuple):
    """One label with its text; `extra` holds the further keys of a combined label. BREAK and PART part two forms."""

    key: str
    value: str = ""
    extra: tuple[str, ...] = ()
    asked: str = ""  # the label as written
    sure: float = 1.0  # how sure it is that the label means this key


def split_label(line: str, *, dashes: bool = False) -> list[tuple[str, str, bool]]:
    """Return the ways in which a line may be (label, value, is the sign plain), likeliest first."""
    found = splits(line, loose=dashes)
    return [(s.text, s.value, s.plain) for s in found if s.sign not in LOOSE or s.sign is Sign.DASH]
