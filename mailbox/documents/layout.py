"""Bring text at places on a page (printed, typed over, or recognised in a picture) into rows of cells.

Where lines are drawn around cells, they decide what belongs together; elsewhere the gaps and the columns do. Places
are in points or pixels, y growing downwards. A text that is printed in two columns line after line is a table.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from medverkan.mailbox.documents.grid import Cell, Rules, cells_of
from medverkan.mailbox.documents.pieces import Piece
from medverkan.mailbox.forms.finding.rows import Row, gapped, tidy

MIN_COLUMN_LINES = 4
# What a cell keeps free inside its right line.
CELL_MARGIN = 5.0
_SAME_LINE = 0.5
_ITEM = re.compile(r"[☒☐•–*-]|\d{1,2}[.)]\s")


@dataclass(slots=True)
class _Line:
    """One printed line, with its pieces from left to right; or one row of a drawn table."""

    top: float
    pieces: list[Piece]
    cells: tuple[str, ...] = ()


def rows_of_page(pieces: Sequence[Piece], rules: Rules | None = None, first_table: int = 1) -> list[Row]:
    """Return what stands on a page as lines and table rows, from top to bottom; tables count from `first_table`."""
    cells, loose = cells_of(pieces, rules) if rules else ([], list(pieces))
    lines = [_Line(row[0].top, [], _texts(row)) for row in _in_rows(cells)] + _lines(loose)
    lines.sort(key=lambda line: line.top)
    rows: list[Row] = []
    table = first_table
    for drawn, run in groupby(lines, key=lambda line: bool(line.cells)):
        if drawn:
            rows += [Row(line.cells, table if len(line.cells) > 1 else 0) for line in run]
        else:
            rows += _columns(list(run), table)
        table += 1
    return rows


def text_of(pieces: Sequence[Piece]) -> str:
    """Return pieces that stand together as text, line by line."""
    return flowed(pieces, float("inf"))


def flowed(pieces: Sequence[Piece], edge: float) -> str:
    """Return pieces as text; a line that was broken only because it came to the edge goes on in the next."""
    text, room = "", 0.0
    for line in _lines(pieces):
        said = " ".join(piece.text for piece in line.pieces)
        right = max(piece.right for piece in line.pieces)
        width = sum(piece.right - piece.left for piece in line.pieces) / max(sum(len(p.text) for p in line.pieces), 1)
        first = said.split(" ", 1)[0]
        fits = len(first) * width < room
        text += said if not text else f"\n{said}" if fits or _ITEM.match(said) else f" {said}"
        room = edge - right - width
    return text


def _in_rows(cells: list[Cell]) -> Iterator[list[Cell]]:
    for _, row in groupby(sorted(cells, key=lambda cell: (cell.row, cell.left)), key=lambda cell: cell.row):
        yield list(row)


def _texts(row: list[Cell]) -> tuple[str, ...]:
    return tuple(tidy(flowed(cell.pieces, cell.right - CELL_MARGIN)).strip() for cell in row)


def _lines(pieces: Sequence[Piece]) -> list[_Line]:
    """Return pieces by the line they stand on, each line from left to right."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.middle, piece.left)):
        # The line before last as well: a taller sign pushes its middle a little above or below.
        for line in lines[:-3:-1]:
            height = min(piece.height, line[0].height)
            if abs(piece.middle - line[0].middle) < _SAME_LINE * height:
                line.append(piece)
                break
        else:
            lines.append([piece])
    return [_Line(min(piece.top for piece in line), sorted(line, key=lambda piece: piece.left)) for line in lines]


def _columns(lines: list[_Line], table: int) -> list[Row]:
    """Return lines as they are, or as rows of two cells where they are printed in two columns."""
    start = _second_column(lines)
    if start is None:
        return [_plain(line) for line in lines]
    edge = max((piece.right for line in lines for piece in line.pieces if piece.left >= start), default=start)
    paired = [number for number, line in enumerate(lines) if len(line.pieces) > 1]
    rows: list[Row | _Pair] = []
    for number, line in enumerate(lines):
        left = [piece for piece in line.pieces if piece.left < start]
        right = [piece for piece in line.pieces if piece.left >= start]
        pair = rows[-1] if rows and isinstance(rows[-1], _Pair) else None
        # What stands lower in its column goes on, and so does a label: "Beskrivning av" / "uppdraget".
        if pair and ((right and not left) or (left and pair.is_gone_on_with(left[0]))):
            pair.left += left
            pair.right += right
        elif right or (paired[0] < number < paired[-1] and _is_label(line, lines, start)):
            rows.append(_Pair(left, right))
        else:
            rows.append(_plain(line))
    return [row.row(start, edge, table) if isinstance(row, _Pair) else row for row in rows]


def _plain(line: _Line) -> Row:
    return Row((gapped("\t".join(piece.text for piece in line.pieces)),))


@dataclass(slots=True)
class _Pair:
    """A label and what stands beside it."""

    left: list[Piece]
    right: list[Piece]

    def is_gone_on_with(self, piece: Piece) -> bool:
        """Tell whether a text in the first column belongs to the label above it."""
        above = self.left[-1] if self.left else None
        return above is not None and piece.text[:1].islower() and piece.top - above.bottom < piece.height

    def row(self, start: float, edge: float, table: int) -> Row:
        return Row((tidy(flowed(self.left, start)).replace("\n", " "), tidy(flowed(self.right, edge))), table)


def _is_label(line: _Line, lines: list[_Line], start: float) -> bool:
    """Tell whether a line that stands alone begins where the labels of the columns begin, and is set like them."""
    if any(piece.right > start for piece in line.pieces):
        return False
    labels = [other.pieces[0] for other in lines if len(other.pieces) > 1]
    piece = line.pieces[0]
    return any(
        abs(piece.left - label.left) < 0.3 * piece.height and abs(piece.height - label.height) < 0.2 * piece.height
        for label in labels
    )


def _second_column(lines: list[_Line]) -> float | None:
    """Return where the second of two columns begins, None where the lines are not printed in columns."""
    starts = [line.pieces[1].left for line in lines if len(line.pieces) > 1]
    if len(starts) < MIN_COLUMN_LINES:
        return None
    tolerance = 0.3 * median(line.pieces[0].height for line in lines)
    best = max(starts, key=lambda start: sum(abs(start - other) < tolerance for other in starts))
    support = sum(abs(best - other) < tolerance for other in starts)
    if support < MIN_COLUMN_LINES or support * 2 < len(starts):
        return None
    # A text that runs across the place where the column begins is no table.
    across = sum(line.pieces[0].left < best - tolerance and line.pieces[0].right > best for line in lines)
    return best - tolerance if across < support else None
