"""Read a rich-text document as lines; table rows come as cells.

The library drops the boxes of form fields, and a cell of several lines looks to it like several rows. So the source is
marked first: a sign for each box, and private signs where a cell and a row end.
"""

import re
from collections.abc import Iterator, Sequence

from striprtf.striprtf import rtf_to_text

from medverkan.mailbox.documents.unreadable import UnreadableError
from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED, Row, gapped, tidy

MAX_BYTES = 10 * 1024 * 1024
_CELL_END, _ROW_END = "\ue000", "\ue001"
_MARKED = re.compile(r"\\(cell|row)(?![a-zA-Z])")
_FIELD = re.compile(r"\\formfield\b")
_STATE = re.compile(r"\\(fftype|ffres|ffdefres)(\d{1,3})")
_FIELD_LENGTH = 600
_DEFAULT = 25  # a state that says: as in the template


def rows_of_rtf(content: bytes) -> Sequence[Row]:
    """Return the rows of the text. Raises UnreadableError."""
    if not content.lstrip()[:5] == b"{\\rtf" or len(content) > MAX_BYTES:
        raise UnreadableError
    source = _with_boxes(content.decode("cp1252", "replace"))
    source = _MARKED.sub(lambda mark: f"{_sign(_CELL_END if mark[1] == 'cell' else _ROW_END)}{mark[0]}", source)
    text = rtf_to_text(source, encoding="cp1252", errors="replace")
    return list(_rows(text))


def _sign(character: str) -> str:
    """Return a character as RTF writes it."""
    code = ord(character)
    return f"\\u{code - 65536 if code > 32767 else code}?"


def _with_boxes(source: str) -> str:
    """Put a box before each check box field, ticked or not."""
    parts: list[str] = []
    done = 0
    for found in _FIELD.finditer(source):
        state = dict(_STATE.findall(source[found.end() : found.end() + _FIELD_LENGTH].split("\\formfield", 1)[0]))
        start = source.rfind("{\\field", max(done, found.start() - _FIELD_LENGTH), found.start())
        if state.get("fftype") != "1" or start < 0:
            continue
        result = int(state.get("ffres", _DEFAULT))
        ticked = int(state.get("ffdefres", 0)) if result == _DEFAULT else result
        parts += [source[done:start], "{", _sign(TICKED if ticked else UNTICKED), "}"]
        done = start
    return "".join([*parts, source[done:]])


def _rows(text: str) -> Iterator[Row]:
    *tables, rest = text.split(_ROW_END)
    for piece in tables:
        # The library writes its own sign after each cell; what stands in lines above the first cell is no part of it.
        *cells, _ = f"{piece}{_CELL_END}".replace(f"{_CELL_END}|", _CELL_END).split(_CELL_END)
        above, _, first = cells[0].rpartition("\n") if cells else ("", "", "")
        # Rows of one table follow on each other.
        yield from _lines(above) if above.strip() else ()
        yield Row(tuple(tidy(cell).strip() for cell in (first, *cells[1:-1])), 1)
    yield from _lines(rest.replace(_CELL_END, ""))


def _lines(text: str) -> Iterator[Row]:
    for line in text.strip("\n").split("\n"):
        yield Row((gapped(line),))
