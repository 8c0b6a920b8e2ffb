"""`medverkan report --year`: the year without names, on the terminal, as JSON, and in files: page, paper and table."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from medverkan.bot import show
from medverkan.bot.commands.sheets import to_csv
from medverkan.bot.evaluation.county import county_of
from medverkan.bot.evaluation.lines import lines_of, note_of
from medverkan.bot.evaluation.page import page
from medverkan.bot.evaluation.paper import paper
from medverkan.bot.evaluation.rows import rows_of
from medverkan.bot.evaluation.small_cells import FEWEST
from medverkan.bot.evaluation.values import Table, Year
from medverkan.bot.evaluation.year import year_of
from medverkan.bot.parts import open_parts
from medverkan.bot.settings import SettingsError, load


def report(config: Path | None, year: int, out: Path | None, as_json: bool) -> int:
    """Print the year; with `out`, write page, paper and table into that folder too. Raises SettingsError."""
    parts = open_parts(load(config))
    try:
        county = county_of(parts.settings)
        with parts.store.reading() as books:
            found = year_of(year, *rows_of(books, parts, year), county)
    finally:
        parts.close()
    if as_json:
        show.document(document(found))
    else:
        show.lines(for_people(found))
    if out:
        _write(found, out, parts.settings.mailbox.address)
    return 0


def document(year: Year) -> dict[str, Any]:
    """Return the year as JSON: a count of null is not shown, and `shown` says why."""
    return {
        "year": year.number,
        "fewest_shown": FEWEST,
        "figures": {
            one.key: {"label": one.label, "value": one.value, "ninety": one.ninety, "shown": one.shown}
            for one in year.figures
        },
        "tables": {
            one.key: {
                "title": one.title,
                "what": one.what,
                "total": one.total.count,
                "rows": [
                    {"label": cell.label, "count": cell.count, "shown": cell.shown}
                    | ({"county_percent": _rounded(one.county.get(cell.label))} if one.county else {})
                    for cell in one.cells
                ],
            }
            for one in year.tables
        },
        "lacking": [{"who": one.who, "requests": one.requests, "people": one.people} for one in year.lacking],
    }


def for_people(year: Year) -> Iterator[str]:
    """Yield the year as lines."""
    yield f"Intressebanken {year.number}: förfrågningar som kom under året, utan namn. Tal under {FEWEST} visas aldrig."
    yield ""
    for figure in year.figures:
        yield f"{figure.label}: {figure.shown}"
    if year.lacking:
        yield from ("", "Vilka registret saknar (söktes i så många förfrågningar; finns i registret)")
        yield from (f"  {one.who}: {one.requests}; {one.people}" for one in year.lacking)
    for table in year.tables:
        yield from ("", f"{table.title} ({table.what})")
        yield from _rows(table)
        if told := note_of(table):
            yield f"  {told}"


def rows(year: Year) -> Iterator[tuple[str, str, str]]:
    """Yield the year as rows of one table: what it is about, which row, and the figure."""
    for figure in year.figures:
        yield "Året", figure.label, figure.shown
    for table in year.tables:
        title = f"{table.title} ({table.what})"
        for one in (*table.cells, replace(table.total, label="tillsammans")):
            # Without the space in thousands, so that a spreadsheet counts with it.
            yield title, one.label, one.shown if one.count is None else str(one.count)
        for label, percent in table.county.items():
            yield f"{table.title} (procent av länets invånare)", label, str(_rounded(percent)).replace(".", ",")
    for one_kind in year.lacking:
        yield "Vilka registret saknar (förfrågningar)", one_kind.who, one_kind.requests
        yield "Vilka registret saknar (finns i registret)", one_kind.who, one_kind.people


def _rows(table: Table) -> Iterator[str]:
    listed = [(one.label, one.shown, one.part, one.county) for one in lines_of(table)]
    listed.append(("tillsammans", table.total.shown, "", ""))
    width, number = (max(len(one[at]) for one in listed) for at in (0, 1))
    for label, shown, part, county in listed:
        beside = "  ".join(filter(None, (part, f"länet {county}" if county else "")))
        yield f"  {label.ljust(width)}  {shown.rjust(number)}  {beside}".rstrip()


def _rounded(percent: float | None) -> float | None:
    return None if percent is None else round(percent, 1)


def _write(year: Year, folder: Path, register: str) -> None:
    written = {
        f"intressebanken-{year.number}.html": page(year, register).encode(),
        f"intressebanken-{year.number}.pdf": paper(year, register),
        # With a mark at its start, by which Excel knows that it is UTF-8.
        f"intressebanken-{year.number}.csv": to_csv(("Tabell", "Rad", "Antal"), rows(year)).encode("utf-8-sig"),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in written.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        raise SettingsError(f"mappen {folder} går inte att skriva i: {error.strerror}") from error
    show.say(f"Skrivet i {folder}: {', '.join(written)}")
