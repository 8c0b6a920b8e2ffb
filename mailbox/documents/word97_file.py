"""The container and the tables of the binary format of Word 97 to 2003 ([MS-DOC]).

The text lies in pieces, its properties on pages of 512 bytes that are found by where the text lies. Every number comes
from the file, so all reading goes through slices and `struct`, which cannot run over; loops are bounded by their size.
"""

import io
import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import olefile

from medverkan.mailbox.documents.problems import Problem
from medverkan.mailbox.documents.unreadable import UnreadableError
from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED

MAX_CHARS = 2_000_000
MAX_STREAM = 20 * 1024 * 1024
_WORD97 = 0x00C1
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_FKP = 512
_PIC_LOCATION, _IN_TABLE, _ROW_END = 0x6A03, 0x2416, 0x2417
_FIXED_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}


def opened(content: bytes) -> "Word":
    """Return the parts of a document. Raises UnreadableError, and struct.error for what is broken."""
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as container:
            document = _stream(container, "WordDocument")
            if len(document) < 0x200 or document[:2] != b"\xec\xa5":
                raise UnreadableError
            flags = _u16(document, 0x0A)
            if flags & _ENCRYPTED:
                raise UnreadableError(Problem.PASSWORD)
            if _u16(document, 2) < _WORD97:
                raise UnreadableError
            table = _stream(container, "1Table" if flags & _TABLE_1 else "0Table")
            data = _stream(container, "Data") if container.exists("Data") else b""
    except OSError as error:
        raise UnreadableError from error
    return Word(document, table, data)


def _stream(container: "olefile.OleFileIO", name: str) -> bytes:
    if not container.exists(name) or container.get_size(name) > MAX_STREAM:
        raise UnreadableError
    return bytes(container.openstream(name).read(MAX_STREAM))


def _u16(data: bytes, at: int) -> int:
    return int(struct.unpack_from("<H", data, at)[0])


def _u32(data: bytes, at: int) -> int:
    return int(struct.unpack_from("<I", data, at)[0])


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of text and where it lies; `width` is bytes a sign."""

    start: int
    offset: int
    width: int
    text: str


class Word:
    """The streams of one document, and how to find text and properties in them."""

    def __init__(self, document: bytes, table: bytes, data: bytes) -> None:
        self.document, self.table, self.data = document, table, data
        self.pieces = list(self._pieces(_u32(document, 0x4C)))
        self.characters = self._pages(0x00FA)
        self.paragraphs = self._pages(0x0102)
        self._starts = [piece.start for piece in self.pieces]

    def text(self) -> str:
        """Return the main text with its marks."""
        return "".join(piece.text for piece in self.pieces)

    def field_at(self, position: int) -> str:
        """Return what a form field at a place in the text shows: a box, or a chosen entry; "" for none."""
        offset = self._offset(position)
        found = self._entry_at(self.characters, offset, 1)
        if found is None:
            return ""
        page, at = found
        location = _operand(page[at + 1 : at + 1 + page[at]], _PIC_LOCATION) if at else None
        return "" if location is None else _form_field(self.data, location)

    def table_at(self, position: int) -> tuple[bool, bool]:
        """Tell of the paragraph that ends at a place whether it lies in a table, and whether it ends a row."""
        found = self._entry_at(self.paragraphs, self._offset(position), 13)
        if found is None:
            return False, False
        page, at = found
        if not at:
            return False, False
        # A length of 0 says that the length follows, in pairs of bytes; two bytes of style come first.
        start, size = (at + 1, 2 * page[at] - 1) if page[at] else (at + 2, 2 * page[at + 1])
        properties = page[start + 2 : start + size]
        return bool(_operand(properties, _IN_TABLE)), bool(_operand(properties, _ROW_END))

    def _offset(self, position: int) -> int:
        """Return the byte at which a sign of the text lies."""
        piece = self.pieces[max(0, bisect_right(self._starts, position) - 1)]
        return piece.offset + (position - piece.start) * piece.width

    def _pieces(self, length: int) -> Iterator[_Piece]:
        """Yield the pieces of the main text (the piece table in the Clx)."""
        at = _u32(self.document, 0x01A2)
        end = at + _u32(self.document, 0x01A6)
        while at < end and self.table[at : at + 1] == b"\x01":
            at += 3 + _u16(self.table, at + 1)
        if self.table[at : at + 1] != b"\x02":
            raise UnreadableError
        count = (_u32(self.table, at + 1) - 4) // 12
        if not 0 < count <= len(self.table) // 12:
            raise UnreadableError
        places = struct.unpack_from(f"<{count + 1}I", self.table, at + 5)
        descriptors = at + 5 + 4 * (count + 1)
        limit = min(length, MAX_CHARS)
        for number in range(count):
            start, stop = places[number], min(places[number + 1], limit)
            if stop <= start:
                continue
            position = _u32(self.table, descriptors + 8 * number + 2)
            compressed = bool(position & 0x40000000)
            width = 1 if compressed else 2
            offset = (position & 0x3FFFFFFF) // (2 if compressed else 1)
            raw = self.document[offset : offset + (stop - start) * width]
            yield _Piece(start, offset, width, raw.decode("cp1252" if compressed else "utf-16-le", "replace"))

    def _pages(self, where: int) -> list[tuple[int, int]]:
        """Return where the pages of properties begin that a table at `where` in the head lists: (first byte, page)."""
        at, size = _u32(self.document, where), _u32(self.document, where + 4)
        count = max(0, min(size, len(self.table)) - 4) // 8
        places = struct.unpack_from(f"<{count + 1}I", self.table, at)
        pages = struct.unpack_from(f"<{count}I", self.table, at + 4 * (count + 1))
        return [(place, page & 0x3FFFFF) for place, page in zip(places, pages, strict=False)]

    def _entry_at(self, pages: list[tuple[int, int]], offset: int, width: int) -> tuple[bytes, int] | None:
        """Return the page with the properties of one byte of text, and where in it they begin (0: none)."""
        index = bisect_right(pages, (offset, 1 << 32)) - 1
        page = self.document[pages[index][1] * _FKP :][:_FKP] if index >= 0 else b""
        if len(page) < _FKP:
            return None
        count = min(page[-1], 101)
        places = struct.unpack_from(f"<{count + 1}I", page, 0)
        run = bisect_right(places, offset) - 1
        return (page, 2 * page[4 * (count + 1) + width * run]) if 0 <= run < count else None


def _operand(properties: bytes, wanted: int) -> int | None:
    """Return the operand of one property in a list of them, None where it is not there."""
    at = 0
    while at + 2 < len(properties):
        code = _u16(properties, at)
        at += 2
        if code == wanted:
            return int.from_bytes(properties[at : at + _FIXED_SIZES[code >> 13]], "little")
        at += _FIXED_SIZES.get(code >> 13) or 1 + properties[at]
    return None


def _form_field(data: bytes, at: int) -> str:
    """Return what the state of a form field (FFData) shows: a box or a chosen entry; a text field shows itself."""
    at += _u16(data, at + 4)
    if data[at : at + 4] != b"\xff\xff\xff\xff":
        return ""
    bits = _u16(data, at + 4)
    kind, result = bits & 3, bits >> 2 & 31
    at += 10
    at += 2 + 2 * _u16(data, at) + 2  # the field's name
    if kind == 0:
        return ""
    default = _u16(data, at)
    chosen = default if result == 25 else result
    if kind == 1:
        return TICKED if chosen == 1 else UNTICKED
    at += 2
    for _ in range(4):  # formats and texts for help; then the name of a macro
        at += 2 + 2 * _u16(data, at) + 2
    at += 2 + 2 * _u16(data, at) + 2
    return _entry(data, at, chosen)


def _entry(data: bytes, at: int, chosen: int) -> str:
    """Return one entry of the list of a drop-down (an STTB of UTF-16 texts)."""
    if data[at : at + 2] != b"\xff\xff":
        return ""
    count = _u16(data, at + 2)
    at += 6
    for number in range(min(count, 32)):
        length = _u16(data, at)
        if number == chosen:
            return data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
        at += 2 + 2 * length
    return ""
