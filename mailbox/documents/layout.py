"""Bring text at places on a page (printed, typed over, or recognised in a picture) into rows of cells.

Where lines are drawn around cells, they decide what belongs together; elsewhere the gaps and the columns do. Places
are in points or pixels, y growing downwards. A text that is printed in two columns line after line is a table.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from medverkan.mailbox.documents.grid import Cell, Rules, cells_of
from medverkan.mailbox.documents.pieces import Piece
from medverkan.mailbox.forms.rows import Row, gapped, tidy

MIN_COLUMN_LINES = 4
_SAME_LINE = 0.5


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
    return "\n".join(" ".join(piece.text for piece in line.pieces) for line in _lines(pieces))


def _in_rows(cells: list[Cell]) -> Iterator[list[Cell]]:
    for _, row in groupby(sorted(cells, key=lambda cell: (cell.row, cell.left)), key=lambda cell: cell.row):
        yield list(row)


def _texts(row: list[Cell]) -> tuple[str, ...]:
    return tuple(tidy(text_of(cell.pieces)).strip() for cell in row)


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
        return [Row((gapped("\t".join(piece.text for piece in line.pieces)),)) for line in lines]
    rows: list[Row] = []
    below = 0.0
    for line in lines:
        left = " ".join(piece.text for piece in line.pieces if piece.left < start)
        right = "\t".join(piece.text for piece in line.pieces if piece.left >= start)
        previous = rows[-1].cells if rows and rows[-1].table else ()
        near = line.top - below < line.pieces[0].height
        if right and not left and previous:
            rows[-1] = Row((previous[0], _joined(previous[1], right)), table)
        elif left and previous and near and left[:1].islower():
            # A label that goes on below itself: "Beskrivning av" / "uppdraget".
            rows[-1] = Row((tidy(f"{previous[0]} {left}"), _joined(previous[1], right)), table)
        elif right:
            rows.append(Row((tidy(left), tidy(right)), table))
        elif any(piece.right > start for piece in line.pieces) or not _is_label(line, lines):
            rows.append(Row((gapped(left),)))
        else:
            rows.append(Row((tidy(left), ""), table))
        below = max(piece.bottom for piece in line.pieces)
    return rows


def _joined(above: str, below: str) -> str:
    return tidy("\n".join(filter(None, (above, below))))


def _is_label(line: _Line, lines: list[_Line]) -> bool:
    """Tell whether a line that stands alone begins where the labels of the columns begin, and is set like them."""
    labels = [other.pieces[0] for other in lines if len(other.pieces) > 1]
    piece = line.pieces[0]
    return any(abs(piece.left - label.left) < 2 and abs(piece.height - label.height) < 1 for label in labels)


def _second_column(lines: list[_Line]) -> float | None:
    """Return where the second of two columns begins, None where the lines are not printed in columns."""
    starts = [line.pieces[1].left for line in lines if len(line.pieces) > 1]
    if len(starts) < MIN_COLUMN_LINES:
        return None
    tolerance = 3.0
    best = max(starts, key=lambda start: sum(abs(start - other) < tolerance for other in starts))
    support = sum(abs(best - other) < tolerance for other in starts)
    if support < MIN_COLUMN_LINES or support * 2 < len(starts):
        return None
    # A text that runs across the place where the column begins is no table.
    across = sum(line.pieces[0].left < best - tolerance and line.pieces[0].right > best for line in lines)
    return best - tolerance if across < support else None
