"""Bring lines with several labels each into one label a line: pairs side by side, and columns parted by gaps.

Nothing here names a field for good; it only sees that a line holds several of the labels that the registry knows.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED, Row
from medverkan.mailbox.forms.finding.shapes import is_rule
from medverkan.mailbox.forms.naming.consents import consent_key
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.labels import known_labels, label_of_text, worded_label
from medverkan.mailbox.forms.naming.registry import field
from medverkan.mailbox.forms.values.options import is_option
from medverkan.mailbox.values import Kind

MIN_PAIRS = 2
MIN_RUN = 4
MAX_PAIRS = 40
MIN_DRAWN = 3
MIN_LINES = 5
MIN_PIECES = 3
MAX_PIECE = 3
_OF_WORDS = frozenset((Type.LINE, Type.TEXT, Type.LIST, Type.FORMAT))  # what begins with any words
_FILLING = re.compile(r"(?<![^\W_])_+|_+(?![^\W_])|_{4,}")
_TICKS = re.compile(f"[{TICKED}{UNTICKED}][^{TICKED}{UNTICKED}]*")
# Where a further pair may begin within a line: a gap, a bar or a comma, then a few words and a colon.
_NEXT_PAIR = re.compile(r"(\t|\s?[|;•·]\s|,\s|\s[–-]\s|\s(?=[A-ZÅÄÖ]))\s?(?=([A-ZÅÄÖ][^:\t|,;.?!]{1,40}):\s)")


def parted(line: str, kind: Kind) -> list[str]:
    """Part a line that holds several labels with values, or several ticked consents; any other stays whole."""
    if "_" in line and (filled := _filled_pairs(line, kind)):
        return filled
    if line.count(":") >= 2:
        return _pairs(line, kind)
    if (TICKED not in line and UNTICKED not in line) or kind is not Kind.REGISTRATION:
        return [line]
    if line.count(TICKED) + line.count(UNTICKED) < 2:
        return [line]
    parts = [part.strip() for part in _TICKS.findall(line)]
    # A line of options ("☒ sms ☐ brev") stays whole.
    return parts if line[0] in {TICKED, UNTICKED} and all(consent_key(part) for part in parts) else [line]


def _filled_pairs(line: str, kind: Kind) -> list[str]:
    """Part "Antal ___3___ Träffar ___2___", label and value in turn between lines to write on; [] for any other."""
    pieces = _FILLING.split(line)[: 2 * MAX_PAIRS]
    labels, values = [piece.strip() for piece in pieces[::2]], [piece.strip() for piece in pieces[1::2]]
    labels = labels[: len(values)]
    if TICKED in line or UNTICKED in line or not labels:
        return []
    if not all(_is_label(label.rstrip(" :"), kind) for label in labels):
        return []
    signs = ["" if label.endswith(":") else " ____" for label in labels]
    return [f"{label}{sign} {value}" for label, sign, value in zip(labels, signs, values, strict=True)]


def _pairs(line: str, kind: Kind) -> list[str]:
    ways = list(_NEXT_PAIR.finditer(line))
    sure = [found[0].strip(" ") for found in ways if _is_label(found[2], kind)]
    # Words before the first pair are a sentence of its own, where many pairs follow.
    if not _is_label(line.partition(":")[0].strip("•·*- "), kind) and len(sure) < MIN_RUN:
        return [line]
    # Where one sign parts several known pairs, it parts the unknown ones between them too.
    often = {sign for sign in sure if sign and sure.count(sign) >= MIN_PAIRS}
    cuts = [found for found in ways if _is_label(found[2], kind) or found[0].strip(" ") in often][:MAX_PAIRS]
    cuts = _without_inner(line, cuts, kind)
    starts = [0, *(found.end() for found in cuts)]
    ends = [*(found.start() for found in cuts), len(line)]
    parts = [line[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    stopped = len(parts) >= MIN_RUN and all(part.endswith(".") for part in parts)
    return [part.removesuffix(".") for part in parts] if stopped else parts


def _without_inner(line: str, cuts: list[re.Match[str]], kind: Kind) -> list[re.Match[str]]:
    """Drop cuts into an answer that begins with a word and a colon: "Plats: Digitalt: Teams", "Om: Vi söker: två"."""
    first = line.find(":")
    if not cuts or cuts[0].start() != first + 1 or len(cuts) >= MIN_RUN:
        return cuts
    label = label_of_text(line[:first].strip("•·*- "), kind)
    asked = field(kind, label.key) if label else None
    return [] if asked and asked.type in _OF_WORDS else cuts


def in_columns(rows: Sequence[Row], kind: Kind) -> list[Row]:
    """Return lines as they are, but those with columns of labels and values, drawn or parted by gaps, as table rows."""
    rows = [part for row in rows for part in (_unfolded(row, kind) if row.table else (row,))]
    lines = [row.cells[0] if row.cells and not row.table else "" for row in rows]
    drawn = sum(line[:1] == "|" == line[-1:] for line in lines) >= MIN_DRAWN
    if sum("\t" in line for line in lines) < 2 and not drawn:
        return rows
    result: list[Row] = []
    at, number = 0, 1 + max((row.table for row in rows), default=0)
    while at < len(rows):
        taken = 0
        if drawn and (lines[at][:1] == "|" == lines[at][-1:] or (is_rule(lines[at]) and "+" in lines[at])):
            cells = tuple(cell.strip(" *") for cell in lines[at].strip("|").split("|"))
            result += [] if is_rule(lines[at]) else [Row(cells, number)]
            at += 1
            continue
        if taken := _columns(lines, at, kind):
            result += [Row(tuple(map(str.strip, line.split("\t"))), number) for line in lines[at : at + taken]]
        else:
            result.append(rows[at])
            number += 1
        at += taken or 1
    return result


def _unfolded(row: Row, kind: Kind) -> list[Row]:
    """Return a table row as lines where its cells hold whole forms, because the table only lays out the page."""
    texts = [cell.split("\n") for cell in row.cells if cell.count("\n") >= MIN_LINES]
    if not any(known_labels([line.partition(":")[0] for line in text], kind) >= MIN_DRAWN for text in texts):
        return [row]
    return [Row((line,)) for cell in row.cells for line in (*cell.split("\n"), "")]


def together(rows: Iterable[Row]) -> list[list[Row]]:
    """Return the rows of each table; small tables right below each other are one that was cut into pieces."""
    tables = [list(group) for _, group in groupby(rows, key=lambda row: row.table)]
    if len(tables) >= MIN_PIECES and sum(len(table) <= MAX_PIECE for table in tables) >= 0.8 * len(tables):
        return [[row for table in tables for row in table]]
    return tables


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
    return worded_label(text.strip(), kind) is not None


def _is_answer(cells: Sequence[str], kind: Kind) -> bool:
    """Tell whether the second of two labels is an option of the first: "Kontaktsätt   Telefon"."""
    label = label_of_text(cells[0].rstrip(": "), kind)
    asked = field(kind, label.key) if label else None
    return len(cells) == 2 and asked is not None and is_option(asked.type, cells[1])
