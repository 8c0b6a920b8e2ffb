"""What stands on a page of a PDF: its text at its place, what was typed over it, and the lines that are drawn.

Characters are read one by one, because only their own boxes say where a cell ends; a gap that was typed as spaces is
told from one between two texts by whether the library had to make the space up.
"""

import ctypes
from collections.abc import Callable, Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from medverkan.mailbox.documents.grid import Rules
from medverkan.mailbox.documents.pieces import Piece
from medverkan.mailbox.forms.rows import TICKED, UNTICKED

MAX_CHARS = 60_000
MAX_OBJECTS = 3000
MAX_ANNOTATIONS = 1000
MAX_NOTE = 20_000
_BETWEEN_TEXTS = 0.7  # of the height of the line: a gap between two cells
_BETWEEN_WORDS = 2.0  # a gap that is justified text, or a form made with spaces
_MIN_SPACES = 3
_THIN = 2.5
_BOXES = {
    0xF0FE: TICKED, 0xF0FD: TICKED, 0xF052: TICKED, 0xF054: TICKED, 0xF0FC: TICKED, 0xF078: TICKED, 0xF0FB: TICKED,
    0xF0A8: UNTICKED, 0xF06F: UNTICKED, 0xF0A3: UNTICKED, 0xF071: UNTICKED, 0xF072: UNTICKED,
}  # fmt: skip


def pieces_of(page: pdfium.PdfPage) -> list[Piece]:
    """Return the printed text of a page, and the text boxes that were put on it afterwards."""
    height = page.get_height()
    textpage = page.get_textpage()
    try:
        return [*_printed(textpage, height), *_typed_over(page, height)]
    finally:
        textpage.close()


def _printed(textpage: pdfium.PdfTextPage, height: float) -> Iterator[Piece]:
    run = _Run(height)
    box = raw.FS_RECTF()
    for index in range(min(textpage.count_chars(), MAX_CHARS)):
        code = raw.FPDFText_GetUnicode(textpage, index)
        made_up = raw.FPDFText_IsGenerated(textpage, index) == 1
        if code in {9, 32, 160}:
            run.spaces += 0 if made_up else 1
            continue
        if code in {0, 10, 13, 0xFFFE, 0xFEFF, 0xAD} or not raw.FPDFText_GetLooseCharBox(textpage, index, box):
            continue
        sign = _BOXES.get(code) or (chr(code) if code < 0xD800 or 0xE000 <= code <= 0x10FFFF else "")
        if done := run.add(sign, box.left, height - box.top, box.right, height - box.bottom):
            yield done
    if done := run.end():
        yield done


class _Run:
    """The piece that is being read."""

    def __init__(self, page_height: float) -> None:
        self.page_height = page_height
        self.text: list[str] = []
        self.place = (0.0, 0.0, 0.0, 0.0)
        self.spaces = 0

    def add(self, sign: str, left: float, top: float, right: float, bottom: float) -> Piece | None:
        """Take one more sign; return the piece before it where that one has ended."""
        done = self.end() if self.text and self._parts(left, top, bottom) else None
        if not self.text:
            self.place = (left, top, right, bottom)
        elif self.spaces or left - self.place[2] > 0.15 * (bottom - top):
            self.text.append(" ")
        first, above, _, below = self.place
        self.place = (first, min(above, top), right, max(below, bottom))
        self.text.append(sign)
        self.spaces = 0
        return done

    def _parts(self, left: float, top: float, bottom: float) -> bool:
        _, above, last, below = self.place
        height = max(min(bottom - top, below - above), 1.0)
        if abs((top + bottom) / 2 - (above + below) / 2) > 0.5 * height or left < last - height:
            return True
        gap = (left - last) / height
        return gap > (_BETWEEN_WORDS if self.spaces else _BETWEEN_TEXTS) or self.spaces >= _MIN_SPACES

    def end(self) -> Piece | None:
        """Return the piece as far as it was read."""
        text = "".join(self.text).strip()
        self.text = []
        return Piece(text, *self.place) if text else None


def _typed_over(page: pdfium.PdfPage, height: float) -> Iterator[Piece]:
    """Yield the text of "add text" in a viewer, which is how a form without fields is filled in."""
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        try:
            rect = raw.FS_RECTF()
            if raw.FPDFAnnot_GetSubtype(annotation) != raw.FPDF_ANNOT_FREETEXT:
                continue
            if not raw.FPDFAnnot_GetRect(annotation, rect):
                continue
            top = height - max(rect.top, rect.bottom)
            for line in annotation_text(annotation, b"Contents").replace("\r", "\n").split("\n"):
                if line.strip():
                    yield Piece(line.strip(), rect.left, top, rect.right, top + 12)
                    top += 12
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def annotation_text(annotation: object, key: bytes) -> str:
    """Return a text in an annotation's dictionary, "" when it is absent."""
    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    return wide_text(size, lambda buffer, length: raw.FPDFAnnot_GetStringValue(annotation, key, buffer, length))


def wide_text(size: int, fill: Callable[[object, int], object]) -> str:
    """Return the UTF-16 text of `size` bytes that a function of the library fills in."""
    if size <= 2:
        return ""
    size = min(size, 2 * MAX_NOTE)
    buffer = ctypes.create_string_buffer(size + 2)
    # The library writes nothing into a buffer that is too small, so an overlong text is left out.
    fill(ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw[:size].decode("utf-16-le", "replace").split("\0")[0]


def has_pictures(page: pdfium.PdfPage) -> bool:
    """Tell whether there is a picture on a page."""
    count = min(raw.FPDFPage_CountObjects(page), MAX_OBJECTS)
    kinds = (raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page, index)) for index in range(count))
    return any(kind == raw.FPDF_PAGEOBJ_IMAGE for kind in kinds)


def rules_of(page: pdfium.PdfPage) -> Rules:
    """Return the lines that are drawn on a page; edges of boxes are lines."""
    height = page.get_height()
    level: set[tuple[float, float, float]] = set()
    upright: set[tuple[float, float, float]] = set()
    for left, low, right, high in _paths(page):
        top, bottom = height - high, height - low
        if bottom - top <= _THIN < right - left:
            level.add(_rounded((top + bottom) / 2, left, right))
        elif right - left <= _THIN < bottom - top:
            upright.add(_rounded((left + right) / 2, top, bottom))
        elif right - left > _THIN and bottom - top > 2 * _THIN:
            level |= {_rounded(top, left, right), _rounded(bottom, left, right)}
            upright |= {_rounded(left, top, bottom), _rounded(right, top, bottom)}
    return Rules(_joined(level), _joined(upright))


def _rounded(*numbers: float) -> tuple[float, float, float]:
    at, start, end = (round(number, 1) for number in numbers)
    return at, start, end


def _joined(rules: set[tuple[float, float, float]]) -> tuple[tuple[float, float, float], ...]:
    """Join lines that go on from each other: a table's edge is drawn cell by cell."""
    joined: list[tuple[float, float, float]] = []
    for at, start, end in sorted(rules):
        if joined and abs(joined[-1][0] - at) < 0.6 and start - joined[-1][2] < 2:
            joined[-1] = (joined[-1][0], min(joined[-1][1], start), max(joined[-1][2], end))
        else:
            joined.append((at, start, end))
    return tuple(joined)


def _paths(page: pdfium.PdfPage) -> Iterator[tuple[float, float, float, float]]:
    numbers = [ctypes.c_float() for _ in range(4)]
    for index in range(min(raw.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        drawn = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(drawn) == raw.FPDF_PAGEOBJ_PATH and raw.FPDFPageObj_GetBounds(drawn, *numbers):
            left, bottom, right, top = (number.value for number in numbers)
            yield left, bottom, right, top
