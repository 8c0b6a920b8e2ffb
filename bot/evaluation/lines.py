"""A table of the year as lines to draw: what each says, how long its bar is, and the county's bar beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from medverkan.bot.evaluation.small_cells import FEWEST, Cell
from medverkan.bot.evaluation.values import Table

# Fewer than this part of what the county would give is told as few, where the county would give so many at least.
_FEW_PART, _FEW_OF = 0.7, 10


@dataclass(frozen=True, slots=True)
class Line:
    """One row; `part` and `county` are how much of its whole it is, bars are parts of the longest one."""

    label: str
    shown: str
    hidden: bool
    part: str = ""
    county: str = ""
    bar: float = 0
    county_bar: float = 0


def lines_of(table: Table) -> Iterator[Line]:
    """Yield the rows of a table; beside the county by their share, else by their count."""
    shares = {cell.label: share for cell in table.cells if (share := _share(cell, table)) is not None}
    most = (
        max([*shares.values(), *table.county.values()], default=0) if table.county else max(shares.values(), default=0)
    )
    for cell in table.rows:
        # What several rows make up together has no bar: it would dwarf the rest.
        share = shares.get(cell.label)
        county = _county(cell, table)
        yield Line(
            cell.label,
            cell.shown,
            cell.count is None,
            _percent(share) if table.county else "",
            _percent(county),
            share / most if share and most else 0,
            county / most if county and most and cell.label in table.county else 0,
        )


def note_of(table: Table) -> str:
    """Return what stands beneath a table's heading: its note, and who is few beside the county."""
    few = ", ".join(cell.label for cell in table.cells if _is_few(cell, table))
    return f"{table.note} Få jämfört med länet: {few}." if few else table.note


def _is_few(cell: Cell, table: Table) -> bool:
    most = FEWEST - 1 if cell.few else cell.count
    expected = table.county.get(cell.label, 0) / 100 * (table.total.count or 0)
    return most is not None and expected >= _FEW_OF and most < _FEW_PART * expected


def _share(cell: Cell, table: Table) -> float | None:
    whole = table.total.count
    return 100 * cell.count / whole if cell.count and whole else None


def _county(cell: Cell, table: Table) -> float | None:
    if not table.county or cell in table.cells:
        return table.county.get(cell.label)
    # Those that are told together here are told together of the county too.
    shown = {one.label for one in table.cells if one.count is not None}
    return sum(percent for label, percent in table.county.items() if label not in shown)


def _percent(share: float | None) -> str:
    if share is None:
        return ""
    return f"{share:.0f} %" if share >= 1 else "under 1 %"
