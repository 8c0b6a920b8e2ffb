"""What is printed beside a field of a PDF form: the label that a reader sees where the field has none of its own."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

import pypdfium2 as pdfium

from medverkan.mailbox.documents.layout import text_of
from medverkan.mailbox.documents.pieces import Piece
from medverkan.mailbox.forms.rows import tidy

_FAR_LEFT = 260
_FAR_RIGHT = 40
_FAR_ABOVE = 26
_SLACK = 6


class Placed(Protocol):
    """A field on a page."""

    @property
    def page(self) -> int:
        """Return the number of its page."""

    @property
    def place(self) -> Piece:
        """Return where it is."""


class Printed:
    """The print of the pages, read when it is first asked for."""

    def __init__(
        self,
        document: pdfium.PdfDocument,
        fields: Sequence[Placed],
        read: Callable[[pdfium.PdfPage], list[Piece]],
    ) -> None:
        self._document = document
        self._read = read
        self._fields: dict[int, list[Piece]] = {}
        for field in fields:
            self._fields.setdefault(field.page, []).append(field.place)
        self._pieces: dict[int, list[Piece]] = {}

    def label(self, field: Placed) -> str:
        """Return the print to the left of a field, or else above it; "" for none."""
        return _said(self._left(field) or self._above(field.place, field.page))

    def option(self, box: Placed) -> str:
        """Return the print to the right of a box, or else to its left."""
        return _said(self._right(box) or self._left(box))

    def question(self, boxes: Sequence[Placed]) -> str:
        """Return what is asked of a group of boxes, "" where nothing is printed that is not one of the options."""
        first = min(boxes, key=lambda box: (box.place.left, box.place.top))
        options = {piece for box in boxes for piece in self._right(box) or self._left(box)}
        left = [piece for piece in self._left(first) if piece not in options]
        top = min(boxes, key=lambda box: box.place.top)
        above = [piece for piece in self._above(top.place, top.page) if piece not in options]
        return _said(left or above)

    def _on(self, page: int) -> list[Piece]:
        if page not in self._pieces:
            self._pieces[page] = self._read(self._document[page])
        return self._pieces[page]

    def _left(self, field: Placed) -> list[Piece]:
        place = field.place
        beside = [
            piece
            for piece in self._on(field.page)
            if _level(piece, place) and piece.right <= place.left + _SLACK and place.left - piece.right < _FAR_LEFT
        ]
        if not beside:
            return []
        nearest = max(beside, key=lambda piece: piece.right)
        if self._between(nearest, place, field.page):
            return []
        column = [piece for piece in beside if abs(piece.left - nearest.left) < _SLACK]
        return self._with_lines_around(column, field)

    def _with_lines_around(self, column: list[Piece], field: Placed) -> list[Piece]:
        """Add the lines of a label that is higher than its field."""
        others = [other for other in self._fields[field.page] if other != field.place]
        grown = True
        while grown:
            grown = False
            for piece in self._on(field.page):
                near = any(_next_line(piece, one) for one in column)
                if piece not in column and near and not any(_level(piece, other) for other in others):
                    column.append(piece)
                    grown = True
        return column

    def _right(self, box: Placed) -> list[Piece]:
        place = box.place
        beside = [
            piece
            for piece in self._on(box.page)
            if _level(piece, place) and -_SLACK <= piece.left - place.right < _FAR_RIGHT
        ]
        return [min(beside, key=lambda piece: piece.left)] if beside else []

    def _above(self, place: Piece, page: int) -> list[Piece]:
        above = [
            piece
            for piece in self._on(page)
            if -_SLACK <= place.top - piece.bottom < _FAR_ABOVE
            and piece.left < place.right
            and piece.right > place.left - 3 * _SLACK
        ]
        if not above:
            return []
        nearest = max(above, key=lambda piece: (round(piece.bottom), -abs(piece.left - place.left)))
        covered = any(
            other.top < place.top - 1 and other.bottom > nearest.bottom + _SLACK and _overlap(other, place)
            for other in self._fields[page]
            if other != place
        )
        return [] if covered else [nearest]

    def _between(self, piece: Piece, place: Piece, page: int) -> bool:
        """Tell whether another field lies between print and field: the print is that one's."""
        return any(
            other != place
            and _level(piece, other)
            and piece.right - _SLACK <= other.left
            and other.right <= place.left + 1
            for other in self._fields[page]
        )


def _said(pieces: Iterable[Piece]) -> str:
    return " ".join(tidy(text_of(list(pieces))).split()).rstrip(":").rstrip()


def _level(piece: Piece, place: Piece) -> bool:
    return place.top - 3 <= piece.middle <= place.bottom + 3


def _next_line(piece: Piece, other: Piece) -> bool:
    apart = min(abs(piece.top - other.bottom), abs(other.top - piece.bottom))
    return abs(piece.left - other.left) < 2 and apart < 0.35 * other.height


def _overlap(one: Piece, other: Piece) -> bool:
    return one.left < other.right and other.left < one.right
