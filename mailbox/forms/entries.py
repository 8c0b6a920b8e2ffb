"""What was found before it is understood: a key, the text beside its label, and where a form ends."""

import re
from dataclasses import dataclass

BREAK = "|"

# Every way in which a label and its value stand on one line; True where the sign alone says so.
_SIGNS = (
    (re.compile(r"^(.{2,200}?)\s*(?:→|⇒|->|=>|\.{4,}|(?<=\s)\.{3}(?=\s)|…{2,}|=|\||:(?!//))\s*(.*)$"), True),
    (re.compile(r"^([^\t]{2,120})\t(.+)$"), False),
    (re.compile(r"^([^?]{3,150}\?)\s*(\S.*)$"), False),
    (re.compile(r"^([^☒☐]{2,200})([☒☐])$"), False),
)
_DASH = re.compile(r"^(.{2,60}?)\s[–—-]\s(.+)$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One label with its text; `extra` holds the further keys of a combined label. Key BREAK parts two forms."""

    key: str
    value: str = ""
    extra: tuple[str, ...] = ()
    asked: str = ""  # the label as written
    sure: float = 1.0  # how sure it is that the label means this key


def split_label(line: str, *, dashes: bool = False) -> list[tuple[str, str, bool]]:
    """Return the ways in which a line may be (label, value, is the sign plain), likeliest first."""
    signs = (*_SIGNS, (_DASH, False)) if dashes else _SIGNS
    return [(found[1].strip(), found[2].strip(), plain) for sign, plain in signs if (found := sign.match(line))]
