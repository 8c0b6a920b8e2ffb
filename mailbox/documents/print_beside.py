"""What is printed beside a field of a PDF form: the label that a reader sees where the field has none of its own."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from medverkan.mailbox.documents.layout import text_of
from medverkan.mailbox.documents.pieces import Piece
from medverkan.mailbox.forms.finding.rows import tidy

_FAR_LEFT = 260
_FAR_RIGHT = 40
_FAR_ABOVE = 26
_SLACK = 6
_NEAR = 3


class Placed(Protocol):
    """A field on a page."""

    @property
    def page(self) -> int:
        """Return the number of its page."""

    @property
    def place(self) -> Piece:
        """Return where it is."""


class Printed:
    """The print of the pages, each read when it is first asked for."""

    def __init__(self, fields: Sequence[Placed], read: Callable[[int], list[Piece]]) -> None:
        self._read = read
        self._fields: dict[int, list[Piece]] = {}
        for field in fields:
            self._fields.setdefault(field.page, []).append(field.place)
        self._pieces: dict[int, list[Piece]] = {}
        self._middles: dict[int, list[float]] = {}

    def label(self, field: Placed) -> str:
        """Return the print to the left of a field, or else above it; "" for none."""
        return _said(self._left(field) or self._above(field.place, field.page))

    def option(self, box: Placed) -> str:
        """Return the print to the right of a box, or else to its left."""
        return _said(self._right(box) or self._left(box))

    def questions(self, boxes: Sequence[Placed]) -> list[str]:
        """Return what is printed beside or above each box and is none of the options; "" for nothing."""
        options = {piece for box in boxes for piece in self._right(box) or self._left(box)}
        return [
            _said(piece for piece in self._left(box) if piece not in options)
            or _said(piece for piece in self._above(box.place, box.page) if piece not in options)
            for box in boxes
        ]

    def _between(self, page: int, top: float, bottom: float) -> list[Piece]:
        """Return the print of a page whose middle lies between two heights."""
        if page not in self._pieces:
            self._pieces[page] = sorted(self._read(page), key=lambda piece: piece.middle)
            self._middles[page] = [piece.middle for piece in self._pieces[page]]
        middles = self._middles[page]
        return self._pieces[page][bisect_left(middles, top) : bisect_right(middles, bottom)]

    def _level(self, field: Placed) -> list[Piece]:
        return self._between(field.page, field.place.top - _NEAR, field.place.bottom + _NEAR)

    def _left(self, field: Placed) -> list[Piece]:
        place = field.place
        beside = [
            piece
            for piece in self._level(field)
            if piece.right <= place.left + _SLACK and place.left - piece.right < _FAR_LEFT
        ]
        if not beside:
            return []
        nearest = max(beside, key=lambda piece: piece.right)
        if self._has_field_between(nearest, field):
            return []
        column = [piece for piece in beside if abs(piece.left - nearest.left) < _SLACK]
        return self._with_lines_around(column, field)

    def _with_lines_around(self, column: list[Piece], field: Placed) -> list[Piece]:
        """Add the lines of a label that is higher than its field."""
        for piece in column:
            # What is added is looked at in its turn.
            around = self._between(field.page, piece.top - piece.height, piece.bottom + piece.height)
            column += [
                other
                for other in around
                if other not in column and _next_line(other, piece) and not self._is_beside_another(other, field)
            ]
        return column

    def _is_beside_another(self, piece: Piece, field: Placed) -> bool:
        return any(_is_level(piece, other) for other in self._fields[field.page] if other is not field.place)

    def _right(self, box: Placed) -> list[Piece]:
        beside = [piece for piece in self._level(box) if -_SLACK <= piece.left - box.place.right < _FAR_RIGHT]
        return [min(beside, key=lambda piece: piece.left)] if beside else []

    def _above(self, place: Piece, page: int) -> list[Piece]:
        above = [
            piece
            for piece in self._between(page, place.top - 2 * _FAR_ABOVE, place.top + _SLACK)
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
            if other is not place
        )
        return [] if covered else [nearest]

    def _has_field_between(self, piece: Piece, field: Placed) -> bool:
        """Tell whether another field lies between print and field: the print is that one's."""
        return any(
            piece.right - _SLACK <= other.left and other.right <= field.place.left + 1 and _is_level(piece, other)
            for other in self._fields[field.page]
            if other is not field.place
        )


def _said(pieces: Iterable[Piece]) -> str:
    return " ".join(tidy(text_of(list(pieces))).split()).rstrip(":").rstrip()


def _is_level(piece: Piece, place: Piece) -> bool:
    return place.top - _NEAR <= piece.middle <= place.bottom + _NEAR


def _next_line(piece: Piece, other: Piece) -> bool:
    apart = min(abs(piece.top - other.bottom), abs(other.top - piece.bottom))
    return abs(piece.left - other.left) < 2 and apart < 0.35 * other.height


def _overlap(one: Piece, other: Piece) -> bool:
    return one.left < other.right and other.left < one.right
