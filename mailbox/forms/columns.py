"""Bring lines with several labels each into one label a line: pairs side by side, and columns parted by gaps.

Nothing here names a field for good; it only sees that a line holds several of the labels that the registry knows.
"""

import re
from collections.abc import Sequence

from medverkan.mailbox.forms.consents import consent_key
from medverkan.mailbox.forms.labels import Strength, label_of_text
from medverkan.mailbox.forms.options import is_option
from medverkan.mailbox.forms.registry import field
from medverkan.mailbox.forms.rows import TICKED, UNTICKED, Row
from medverkan.mailbox.values import Kind

MAX_PAIRS = 8
_TICKS = re.compile(f"[{TICKED}{UNTICKED}][^{TICKED}{UNTICKED}]*")
# Where a further pair may begin within a line: a gap, a bar or a comma, then a few words and a colon.
_NEXT_PAIR = re.compile(r"(?:\t|\s?[|;•·]\s|,\s|\s[–-]\s|\s(?=[A-ZÅÄÖ]))\s?(?=([A-ZÅÄÖ][^:\t|,;.?!]{1,40}):\s)")


def parted(line: str, kind: Kind) -> list[str]:
    """Part a line that holds several labels with values, or several ticked consents; any other stays whole."""
    if line.count(":") >= 2:
        return _pairs(line, kind)
    if kind is not Kind.REGISTRATION or line.count(TICKED) + line.count(UNTICKED) < 2:
        return [line]
    parts = [part.strip() for part in _TICKS.findall(line)]
    # A line of options ("☒ sms ☐ brev") stays whole.
    return parts if line[0] in {TICKED, UNTICKED} and all(consent_key(part) for part in parts) else [line]


def _pairs(line: str, kind: Kind) -> list[str]:
    if not _is_label(line.partition(":")[0].strip("•·*- "), kind):
        return [line]
    cuts = [0]
    parts = []
    for found in _NEXT_PAIR.finditer(line):
        if _is_label(found[1], kind) and len(cuts) < MAX_PAIRS:
            parts.append(line[cuts[-1] : found.start()].strip())
            cuts.append(found.end())
    return [*parts, line[cuts[-1] :].strip()]


def in_columns(rows: Sequence[Row], kind: Kind, first_table: int) -> list[Row]:
    """Return lines as they are, but those that gaps part into columns of labels and values as rows of tables."""
    lines = [row.cells[0] if row.cells and not row.table else "" for row in rows]
    if sum("\t" in line for line in lines) < 2:
        return list(rows)
    result: list[Row] = []
    at = 0
    number = first_table
    while at < len(rows):
        taken = _columns(lines, at, kind)
        if taken:
            result += [Row(tuple(map(str.strip, line.split("\t"))), number) for line in lines[at : at + taken]]
        else:
            result.append(rows[at])
            number += 1
        at += taken or 1
    return result


def _columns(lines: Sequence[str], at: int, kind: Kind) -> int:
    """Return how many lines from here are columns: labels above values, or two pairs beside each other."""
    cells = lines[at].split("\t")
    if len(cells) < 2 or cells[0][:1] in {TICKED, UNTICKED}:
        return 0
    labels = [_is_label(cell.rstrip(": "), kind) for cell in cells]
    below = lines[at + 1].split("\t") if at + 1 < len(lines) else []
    if sum(labels) >= max(2, len(cells) - 1) and not _is_answer(cells, kind):
        return 2 if 2 <= len(below) <= len(cells) and not any(_is_label(cell, kind) for cell in below) else 0
    return 1 if len(cells) >= 4 and len(cells) % 2 == 0 and all(labels[::2]) and not any(labels[1::2]) else 0


def _is_label(text: str, kind: Kind) -> bool:
    label = label_of_text(text.strip(), kind) if text.strip() else None
    return label is not None and label.strength > Strength.GUESSED


def _is_answer(cells: Sequence[str], kind: Kind) -> bool:
    """Tell whether the second of two labels is an option of the first: "Kontaktsätt   Telefon"."""
    label = label_of_text(cells[0].rstrip(": "), kind)
    asked = field(kind, label.key) if label else None
    return len(cells) == 2 and asked is not None and is_option(asked.type, cells[1])
