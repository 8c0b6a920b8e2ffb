"""What is drawn on a page of a PDF: the lines around cells, and boxes to tick, which programs draw instead of print."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from medverkan.mailbox.documents.grid import Rules
from medverkan.mailbox.documents.pieces import Piece
from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED

MAX_OBJECTS = 3000
MAX_BOXES = 200
_THIN = 2.5
_SMALLEST_BOX, _LARGEST_BOX = 5.0, 17.0
_MARKS = frozenset("xX✓✔×√☒☑")


@dataclass(frozen=True, slots=True)
class Drawing:
    """The lines on a page, and the boxes to tick with what is in them."""

    rules: Rules
    boxes: tuple[tuple[Piece, bool], ...]

    def with_boxes(self, pieces: Sequence[Piece]) -> list[Piece]:
        """Return pieces of text with the boxes among them; a cross that was written into a box ticks it."""
        kept = list(pieces)
        for box, crossed in self.boxes:
            inside = [piece for piece in kept if piece.text in _MARKS and _holds(box, piece)]
            sign = TICKED if crossed or inside else UNTICKED
            kept = [piece for piece in kept if piece not in inside]
            after = min((piece for piece in kept if _follows(box, piece)), key=lambda piece: piece.left, default=None)
            if after is None:
                kept.append(Piece(sign, box.left, box.top, box.right, box.bottom))
            else:
                kept.remove(after)
                kept.append(Piece(f"{sign} {after.text}", box.left, after.top, after.right, after.bottom))
        return kept


def drawing_of(page: pdfium.PdfPage) -> Drawing:
    """Return what is drawn on a page; edges of larger boxes are lines."""
    level: set[tuple[float, float, float]] = set()
    upright: set[tuple[float, float, float]] = set()
    small: list[Piece] = []
    for shape in _shapes(page):
        width, height = shape.right - shape.left, shape.bottom - shape.top
        if max(width, height) <= _LARGEST_BOX:
            small.append(shape)
        elif height <= _THIN < width:
            level.add(_rounded(shape.middle, shape.left, shape.right))
        elif width <= _THIN < height:
            upright.add(_rounded(shape.centre, shape.top, shape.bottom))
        elif width > _THIN and height > 2 * _THIN:
            level |= {_rounded(shape.top, shape.left, shape.right), _rounded(shape.bottom, shape.left, shape.right)}
            upright |= {_rounded(shape.left, shape.top, shape.bottom), _rounded(shape.right, shape.top, shape.bottom)}
    return Drawing(Rules(_joined(level), _joined(upright)), tuple(_boxes(small)))


def _boxes(shapes: list[Piece]) -> Iterator[tuple[Piece, bool]]:
    """Yield the squares among small shapes, and whether something is drawn in them."""
    squares = [
        shape
        for shape in shapes
        if min(shape.right - shape.left, shape.height) >= _SMALLEST_BOX
        and abs(shape.right - shape.left - shape.height) < 2
    ]
    taken: list[Piece] = []
    for square in squares[: 3 * MAX_BOXES]:
        if len(taken) < MAX_BOXES and not any(_holds(other, square) for other in taken):
            taken.append(square)
            yield square, sum(_holds(square, shape) for shape in shapes) > 1


def _follows(box: Piece, piece: Piece) -> bool:
    return abs(piece.middle - box.middle) < 0.5 * box.height and -1 < piece.left - box.right < 2 * box.height


def _holds(box: Piece, shape: Piece) -> bool:
    return box.left < shape.centre < box.right and box.top < shape.middle < box.bottom


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


def _shapes(page: pdfium.PdfPage) -> Iterator[Piece]:
    height = page.get_height()
    numbers = [ctypes.c_float() for _ in range(4)]
    for index in range(min(raw.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        drawn = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(drawn) == raw.FPDF_PAGEOBJ_PATH and raw.FPDFPageObj_GetBounds(drawn, *numbers):
            left, bottom, right, top = (number.value for number in numbers)
            yield Piece("", left, height - top, right, height - bottom)
