"""The county's inhabitants by municipality and age, so that the mix of the register can be seen beside them.

Shipped is only how many live in each municipality (2019). Newer figures, with ages, are a CSV file of the region's own,
made from public statistics: `kommun;under 18 år;18–29 år;30–49 år;50–64 år;65–79 år;80 år och äldre`, a row for each.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from medverkan.bot.settings import Settings, SettingsError
from medverkan.matching.places import RESOURCES

AGES = ((17, "under 18 år"), (29, "18–29 år"), (49, "30–49 år"), (64, "50–64 år"), (79, "65–79 år"))
OLDEST = "80 år och äldre"
BANDS = (*(label for _, label in AGES), OLDEST)
HEAD = ("kommun", *BANDS)
_MOST_BYTES = 1_000_000
_SHIPPED, _SHIPPED_AT = "invanare_2019-12-31", "SCB, 31 december 2019"


@dataclass(frozen=True, slots=True)
class County:
    """How many live in each municipality, and of each age where that is known."""

    by_municipality: Mapping[str, int] = field(default_factory=dict)
    by_age: Mapping[str, int] = field(default_factory=dict)
    source: str = ""


def county_of(settings: Settings) -> County:
    """Return the county as the region has told of it, else as shipped. Raises SettingsError."""
    if settings.report.population:
        path = settings.home / settings.report.population
        return _read(path, settings.report.population_source or path.name)
    with (RESOURCES / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        return County({row["namn"]: int(row[_SHIPPED]) for row in csv.DictReader(file)}, {}, _SHIPPED_AT)


def _read(path: Path, source: str) -> County:
    try:
        with path.open("rb") as file:
            text = file.read(_MOST_BYTES).decode("utf-8-sig")
    except OSError as error:
        raise SettingsError(f"[report] population: {path} kan inte läsas: {error.strerror}") from None
    except UnicodeDecodeError:
        raise SettingsError(f"[report] population: spara {path} som UTF-8") from None
    lines = [line for line in text.splitlines() if line.strip()]
    sign = ";" if lines and ";" in lines[0] else ","
    head, *rows = [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter=sign)] or [[]]
    if tuple(cell.replace("-", "–").lower() for cell in head) != HEAD:
        raise SettingsError(f"[report] population: första raden i {path} ska vara {';'.join(HEAD)}")
    counted = {row[0]: _counts(row, number, path) for number, row in enumerate(rows, 2)}
    by_age = {band: sum(row[at] for row in counted.values()) for at, band in enumerate(BANDS)}
    return County({name: sum(row) for name, row in counted.items()}, by_age, source)


def _counts(row: list[str], number: int, path: Path) -> list[int]:
    counts = ["".join(cell.split()) for cell in row[1:]]
    if len(row) != len(HEAD) or not row[0] or not all(one.isascii() and one.isdigit() for one in counts):
        raise SettingsError(f"[report] population: rad {number} i {path} ska ha en kommun och {len(BANDS)} tal")
    return [int(one) for one in counts]
