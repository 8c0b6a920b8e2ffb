"""The one shape that every layout is brought into before fields are looked for: rows of cells.

A paragraph or a line is a row of one cell in table 0. Rows of one table share a number above 0. A ticked box is "☒", an
unticked one "☐", in front of its option, whatever the document used. A tab in a line is a gap that may part a label
from its value.
"""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from medverkan.mailbox.forms.finding.listed import MIN_SIGNS, cells_of_line, is_export, whole_lines

TICKED, UNTICKED = "☒", "☐"
MAX_ROWS = 2000
MAX_CELL = 20_000
MAX_JSON_DEPTH = 3


class Row(NamedTuple):
    """One line (a single cell, table 0) or one table row; cells keep their line breaks."""

    cells: tuple[str, ...]
    table: int = 0
    strong: bool = False  # all of a line is bold or a heading
    indent: int = 0  # spaces before a line of plain text


_BLANK = Row(("",))
# Code points from f000 on are those of Wingdings, for which no letter stands.
_TICK = re.compile(
    r"(?:[☑☒⊠⮽√✔✓✅🗹🗷🗵◉⦿🔘\uf052\uf054\uf078\uf0fb\uf0fc\uf0fd\uf0fe]|\[[ \t]?[xXv×✓✗✔√•●][ \t]?\]|"
    r"\([ \t]?[xX×✓✔√•●][ \t]?\)|\{[ \t]?[xX][ \t]?\})\ufe0f?"
)
_NO_TICK = re.compile(
    r"(?:[☐□▢❏❑◻◽⬜◯⚪⭘🔲\uf06f\uf071\uf072\uf0a3\uf0a8]|\[[ \t_]{0,3}\]|\([ \t_]{0,3}\)|\{[ \t_]{1,3}\})\ufe0f?"
)
_CROSSED_LINE, _OPEN_LINE = re.compile(r"(?<!\w)_{1,4}[xX]_{1,4}(?!\w)"), re.compile(r"(?<!\w)_{2,5}(?= ?[^\W_])")
# "Ja ___ Nej ___", "_ Ja _ Nej": two lines to write on, and nothing written.
_EMPTY_LINES = re.compile(
    r"(?<![^\W_])_{1,9} ?ja\b[ \t,/]{0,9}_{1,9} ?nej\b(?![ \t]*[:xX×_])|"
    r"\bja ?:? ?_{1,9}[ \t,/]{0,9}nej ?:? ?_{1,9}(?!\w)",
    re.I,
)
_SPACES = re.compile(r"[ \xa0\u2000-\u200a\u202f]+")
_GAP = re.compile(r"[ \xa0\t]*\t[ \xa0\t]*|[ \xa0]{3,}")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad\u2028\0]")
# What the patterns for ticks find begins with one of these, is a box of brackets, or is not printable.
_MAY_TICK = re.compile("[☑☒⊠⮽√✔✓✅🗹🗷🗵◉⦿🔘☐□▢❏❑◻◽⬜◯⚪⭘🔲]")
_BRACKETS = re.compile(r"[\[({][ \t_]{0,3}[xXv×✓✗✔√•●]?[ \t]?[\])}]")


def tidy(text: str) -> str:
    """Return text with one kind of tick, one kind of space and no invisible characters; tabs become spaces."""
    if len(text) <= MAX_CELL and "_" not in text and _is_tidy(text):
        return text.strip()
    return gapped(text).replace("\t", " ").strip("\n")


def gapped(text: str) -> str:
    """Return tidy text in which wide gaps inside a line are tabs."""
    text = text[:MAX_CELL]
    if "_" in text and ("_X_" in text or "_x_" in text):
        # Options that are crossed on the line before each: "_X_ patient ___ brukare".
        text = _OPEN_LINE.sub(UNTICKED, _CROSSED_LINE.sub(TICKED, text))
    if "_" in text and _EMPTY_LINES.search(text):
        text = _EMPTY_LINES.sub(f"{UNTICKED} Ja {UNTICKED} Nej", text)
    if "\n" not in text:
        if _is_tidy(text):
            return text.strip()
    elif _is_tidy(text.replace("\n", "")):
        return "\n".join([line.strip() for line in text.split("\n")])
    text = _INVISIBLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    text = _NO_TICK.sub(UNTICKED, _TICK.sub(TICKED, text))
    return "\n".join(_SPACES.sub(" ", _GAP.sub("\t", line.strip())).strip() for line in text.split("\n"))


def _is_tidy(text: str) -> bool:
    """Tell, quickly, that a text holds neither ticks nor gaps nor anything invisible; most lines do not."""
    if not text.isprintable() or "  " in text or (not text.isascii() and _MAY_TICK.search(text)):
        return False
    return not (("(" in text or "[" in text or "{" in text) and _BRACKETS.search(text))


def lines_of(text: str) -> tuple[Row, ...]:
    """Return plain text as rows: one per line, blank lines included, because a blank line can end a value.

    What a web form mails as JSON, or as a head and a line of values, comes as table rows.
    """
    text = text[: MAX_ROWS * 200]
    if text.lstrip().startswith("{") and (pairs := _json_rows(text)):
        return pairs
    raw = text.split("\n")[:MAX_ROWS]
    if is_export(text):
        raw = whole_lines(raw)
    # Most mails hold nothing to tidy anywhere.
    whole = "".join(raw)
    is_plain = len(whole) <= MAX_CELL and "_" not in whole and _is_tidy(whole)
    lines = [line.strip() if is_plain else gapped(line) for line in raw]
    listed = [cells_of_line(line) if ";" in line or line.count(",") >= MIN_SIGNS else () for line in lines]
    rows: list[Row] = []
    for at, line in enumerate(lines):
        cells = listed[at]
        if cells and any(len(listed[i]) == len(cells) for i in (at - 1, at + 1) if 0 <= i < len(lines)):
            rows.append(Row(cells, 1))
        else:
            rows.append(Row((line,), 0, False, _indent(raw[at])) if line else _BLANK)
    return tuple(rows)


def _indent(line: str) -> int:
    if not line[:1].isspace():
        return 0
    wide = line[:80].expandtabs(8)
    return len(wide) - len(wide.lstrip())


def _json_rows(text: str) -> tuple[Row, ...]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    return tuple(_pairs(found, 0))[:MAX_ROWS] if isinstance(found, dict) else ()


def _pairs(found: dict[str, object], depth: int) -> Iterator[Row]:
    for key, value in found.items():
        if isinstance(value, dict) and depth < MAX_JSON_DEPTH:
            yield from _pairs(value, depth + 1)
        else:
            yield Row((tidy(str(key)), tidy(_said(value))), 1)


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, list):
        return "\n".join(_said(part) for part in value)
    return "" if value is None else str(value)
