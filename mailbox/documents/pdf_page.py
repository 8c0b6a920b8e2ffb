"""What stands on a page of a PDF: its text at its place, and what was typed over it afterwards.

Words are read with their boxes, because only those say where a cell ends; a gap that was typed as spaces is told from
one between two texts by whether the library had to make the space up.
"""

import ctypes
import functools
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from medverkan.mailbox.documents.pieces import Piece
from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED

MAX_CHARS = 60_000
MAX_OBJECTS = 3000
MAX_ANNOTATIONS = 1000
MAX_NOTE = 20_000
_BETWEEN_TEXTS = 0.7  # of the height of the line: a gap between two cells
_BETWEEN_WORDS = 2.0  # a gap that is justified text, or a form made with spaces
_MIN_SPACES = 3
_SPACES = frozenset((9, 32, 160))
_LINE_ENDS = frozenset((10, 13))
_NO_SIGNS = frozenset((0xA0, 0xAD, 0xFEFF, 0xFFFE))
_BOXES = {
    0xF0FE: TICKED, 0xF0FD: TICKED, 0xF052: TICKED, 0xF054: TICKED, 0xF0FC: TICKED, 0xF078: TICKED, 0xF0FB: TICKED,
    0xF0A8: UNTICKED, 0xF06F: UNTICKED, 0xF0A3: UNTICKED, 0xF071: UNTICKED, 0xF072: UNTICKED,
}  # fmt: skip


_Words = tuple[Piece, list[float]]


def pieces_of(page: pdfium.PdfPage) -> list[Piece]:
    """Return the printed text of a page, and the text boxes that were put on it afterwards."""
    height = page.get_height()
    textpage = page.get_textpage()
    try:
        return [*_parted_at_boxes(list(_printed(textpage, height))), *_typed_over(page, height)]
    finally:
        textpage.close()


def _printed(textpage: pdfium.PdfTextPage, height: float) -> Iterator[_Words]:
    """Yield each run of words, and where each word begins."""
    run = _Run(height)
    word: list[str] = []
    start = spaces = 0
    unicode, made_up = raw.FPDFText_GetUnicode, raw.FPDFText_IsGenerated
    count = min(textpage.count_chars(), MAX_CHARS)
    for index in range(count + 1):
        code = unicode(textpage, index) if index < count else 32
        if code > 32 and code not in _NO_SIGNS:
            if not word:
                start = index
            word.append(_BOXES.get(code) or (chr(code) if code < 0xD800 or 0xE000 <= code <= 0x10FFFF else ""))
            end = index
        elif code in _SPACES or code in _LINE_ENDS:
            if word:
                if done := run.add("".join(word), _ends(textpage, start, end), spaces):
                    yield done
                word, spaces = [], 0
            spaces += code in _SPACES and index < count and made_up(textpage, index) != 1
    if done := run.end():
        yield done


def _parted_at_boxes(pieces: list[_Words]) -> list[Piece]:
    """Part a run of words where a box stands between two of them that was drawn by itself."""
    boxes = [piece for piece, _ in pieces if piece.text in {TICKED, UNTICKED}]
    if not boxes:
        return [piece for piece, _ in pieces]
    parted: list[Piece] = []
    for piece, lefts in pieces:
        level = [
            box for box in boxes if piece.left < box.left < piece.right and abs(box.middle - piece.middle) < box.height
        ]
        words = piece.text.split(" ")
        cuts = sorted({sum(left <= box.left for left in lefts) for box in level})
        if not cuts or len(words) != len(lefts):
            parted.append(piece)
            continue
        for start, end in pairwise((0, *(cut for cut in cuts if 0 < cut < len(words)), len(words))):
            right = piece.right if end == len(words) else lefts[end] - 1
            parted.append(replace(piece, text=" ".join(words[start:end]), left=lefts[start], right=right))
    return parted


def _ends(textpage: pdfium.PdfTextPage, start: int, end: int) -> tuple[float, float, float, float]:
    """Return the box around a word, from its first and its last sign."""
    first, last = raw.FS_RECTF(), raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(textpage, start, first)
    raw.FPDFText_GetLooseCharBox(textpage, end, last)
    return first.left, max(first.top, last.top), last.right, min(first.bottom, last.bottom)


class _Run:
    """The piece that is being read."""

    def __init__(self, page_height: float) -> None:
        self.page_height = page_height
        self.words: list[str] = []
        self.lefts: list[float] = []
        self.place = (0.0, 0.0, 0.0, 0.0)

    def add(self, word: str, box: tuple[float, float, float, float], spaces: int) -> _Words | None:
        """Take one more word; return the piece before it where that one has ended."""
        left, right = box[0], box[2]
        top, bottom = self.page_height - box[1], self.page_height - box[3]
        done = self.end() if self.words and self._parts(left, top, bottom, spaces) else None
        if self.words:
            first, above, _, below = self.place
            self.place = (first, min(above, top), right, max(below, bottom))
        else:
            self.place = (left, top, right, bottom)
        self.words.append(word)
        self.lefts.append(left)
        return done

    def _parts(self, left: float, top: float, bottom: float, spaces: int) -> bool:
        _, above, last, below = self.place
        height = max(min(bottom - top, below - above), 1.0)
        if abs((top + bottom) / 2 - (above + below) / 2) > 0.5 * height or left < last - height:
            return True
        gap = (left - last) / height
        return gap > (_BETWEEN_WORDS if spaces else _BETWEEN_TEXTS) or spaces >= _MIN_SPACES

    def end(self) -> _Words | None:
        """Return the piece as far as it was read."""
        words, self.words = self.words, []
        lefts, self.lefts = self.lefts, []
        return (Piece(" ".join(words), *self.place), lefts) if words else None


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
    return wide_text(functools.partial(raw.FPDFAnnot_GetStringValue, annotation, key))


def wide_text(fill: Callable[[object, int], int]) -> str:
    """Return the UTF-16 text that a function of the library fills in; it says how many bytes it needs."""
    buffer, room = _BUFFER, len(_BUFFER)
    size = fill(ctypes.cast(buffer, _WIDE), room)
    if size > room:
        # Nothing is written into a buffer that is too small; an overlong text is left out.
        if size > 2 * MAX_NOTE:
            return ""
        buffer = ctypes.create_string_buffer(size)
        fill(ctypes.cast(buffer, _WIDE), size)
    return buffer.raw[:size].decode("utf-16-le", "replace").split("\0")[0]


_WIDE = ctypes.POINTER(raw.FPDF_WCHAR)
_BUFFER = ctypes.create_string_buffer(2048)


def has_pictures(page: pdfium.PdfPage) -> bool:
    """Tell whether there is a picture on a page."""
    count = min(raw.FPDFPage_CountObjects(page), MAX_OBJECTS)
    kinds = (raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page, index)) for index in range(count))
    return any(kind == raw.FPDF_PAGEOBJ_IMAGE for kind in kinds)
