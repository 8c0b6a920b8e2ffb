"""Find the cells that are drawn with lines on a page, and what stands in each."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from medverkan.mailbox.documents.pieces import Piece

MAX_RULES = 600
MAX_PIECES = 4000
_NEAR = 2.5


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines on a page: level ones as (y, from x, to x), upright ones as (x, from y, to y)."""

    level: tuple[tuple[float, float, float], ...] = ()
    upright: tuple[tuple[float, float, float], ...] = ()


@dataclass(slots=True)
class Cell:
    """One drawn cell."""

    top: float
    bottom: float
    left: float
    right: float
    pieces: list[Piece] = field(default_factory=list)
    row: float = 0.0  # the same for all cells of one row


def cells_of(pieces: Sequence[Piece], rules: Rules) -> tuple[list[Cell], list[Piece]]:
    """Return the drawn cells that hold text, with the empty ones beside them, and the text outside any cell."""
    if len(rules.level) + len(rules.upright) > MAX_RULES or len(pieces) > MAX_PIECES:
        return [], list(pieces)
    cells: dict[tuple[int, int, int, int], Cell] = {}
    loose = []
    for piece in pieces:
        box = _around(piece.centre, piece.middle, rules)
        if box is None:
            loose.append(piece)
            continue
        key = (round(box.top / 2), round(box.bottom / 2), round(box.left / 2), round(box.right / 2))
        cells.setdefault(key, box).pieces.append(piece)
    found = list(cells.values())
    found += _empty_beside(found, rules)
    _number_rows(found)
    widths: dict[float, int] = {}
    for cell in found:
        widths[cell.row] = widths.get(cell.row, 0) + 1
    # A box around a whole page, or around one paragraph, is no table.
    alone = [cell for cell in found if widths[cell.row] == 1]
    return [cell for cell in found if widths[cell.row] > 1], loose + [p for cell in alone for p in cell.pieces]


def _around(x: float, y: float, rules: Rules) -> Cell | None:
    """Return the cell around a place, None where lines are missing on a side."""
    level = [at for at, start, end in rules.level if start - _NEAR <= x <= end + _NEAR]
    upright = [at for at, start, end in rules.upright if start - _NEAR <= y <= end + _NEAR]
    above, below = [at for at in level if at <= y], [at for at in level if at > y]
    before, after = [at for at in upright if at <= x], [at for at in upright if at > x]
    if not (above and below and before and after):
        return None
    return Cell(max(above), min(below), max(before), min(after))


def _empty_beside(cells: list[Cell], rules: Rules) -> list[Cell]:
    """Return the cells without text to the right of those with text: an answer that was left open."""
    empty: list[Cell] = []
    for cell in cells:
        beside = _around(cell.right + 2 * _NEAR, (cell.top + cell.bottom) / 2, rules)
        taken = beside is None or any(_same(beside, other) for other in [*cells, *empty])
        if beside and not taken and abs(beside.top - cell.top) < _NEAR and abs(beside.bottom - cell.bottom) < _NEAR:
            empty.append(beside)
    return empty


def _same(one: Cell, other: Cell) -> bool:
    return abs(one.left - other.left) < _NEAR and abs(one.top - other.top) < _NEAR


def _number_rows(cells: list[Cell]) -> None:
    row = -1e9
    for cell in sorted(cells, key=lambda cell: cell.top):
        row = row if cell.top - row < _NEAR else cell.top
        cell.row = row
