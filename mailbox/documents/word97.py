"""Read a document of Word 97 to 2003: paragraphs, tables, and the form fields with their state.

Signs below the space are marks: 7 ends a cell (or a row, as the paragraph's properties say), 13 a paragraph, 19 to 21
enclose a field, and 1 is a form field whose state lies elsewhere in the file.
"""

import struct

from medverkan.mailbox.documents.unreadable import UnreadableError
from medverkan.mailbox.documents.word97_file import Word, opened
from medverkan.mailbox.forms.finding.rows import Row, gapped, tidy

_BEGIN, _SEPARATOR, _END, _PICTURE, _CELL = "\x13", "\x14", "\x15", "\x01", "\x07"
PARAGRAPH_ENDS = frozenset("\r\x07\x0c")
_SIGNS = {"\x0b": "\n", "\x1e": "-", "\x1f": "", "\xa0": " "}


def rows_of_word97(content: bytes) -> list[Row]:
    """Return the rows of the main text. Raises UnreadableError."""
    try:
        return _Body(opened(content)).rows()
    except struct.error as error:
        raise UnreadableError from error


class _Body:
    """The pass over the text with its marks."""

    def __init__(self, word: Word) -> None:
        self.word = word
        self.found: list[Row] = []
        self.line: list[str] = []
        self.cells: list[str] = []
        self.paragraphs: list[str] = []
        self.fields: list[bool] = []  # the open fields: True while their instruction is being read
        self.tables = 0
        self.was_in_table = False

    def rows(self) -> list[Row]:
        """Read all of it."""
        for position, sign in enumerate(self.word.text()):
            if sign in PARAGRAPH_ENDS:
                self._paragraph_end(sign, position)
            else:
                self._sign(sign, position)
        self._paragraph_end("\r", -1)
        return self.found

    def _sign(self, sign: str, position: int) -> None:
        if sign == _BEGIN:
            self.fields.append(True)
        elif sign == _SEPARATOR and self.fields:
            self.fields[-1] = False
        elif sign == _END and self.fields:
            self.fields.pop()
        elif sign == _PICTURE:
            self.line.append(self.word.field_at(position))
        elif not any(self.fields):
            self.line.append(_SIGNS.get(sign, sign if sign >= " " or sign == "\t" else ""))

    def _paragraph_end(self, sign: str, position: int) -> None:
        in_table, row_ends = self.word.table_at(position) if position >= 0 else (False, False)
        text, self.line = "".join(self.line), []
        if in_table and not self.was_in_table:
            self.tables += 1
        self.was_in_table = in_table
        if not in_table:
            self.found += [Row((line,)) for line in gapped(text).split("\n")]
        elif row_ends:
            self.found.append(Row(tuple(self.cells), self.tables))
            self.cells, self.paragraphs = [], []
        else:
            self.paragraphs.append(text)
            if sign == _CELL:
                self.cells.append(tidy("\n".join(self.paragraphs)).strip())
                self.paragraphs = []
