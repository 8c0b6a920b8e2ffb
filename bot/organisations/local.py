"""The region's own associations: which of them to ask about a request, by what it seeks and where.

A CSV file that the region keeps: `namn;områden;kommun;e-post;telefon`. Areas are focus areas or experiences in plain
words, with commas between them; without a municipality it works in the whole county. Nothing of it is compiled in,
because branches come and go.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import structlog

from medverkan.bot.settings import Settings, SettingsError
from medverkan.matching.places import municipality_of
from medverkan.matching.values import Need
from medverkan.matching.vocabulary import Vocabulary
from medverkan.matching.wish import understand

HEAD = ("namn", "områden", "kommun", "e-post", "telefon")
_MOST_BYTES, _MOST_ROWS = 500_000, 2_000
_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Association:
    """One of them; how it is reached is what the region wrote."""

    name: str
    areas: tuple[str, ...]
    municipality: str = ""
    email: str = ""
    phone: str = ""

    @property
    def shown(self) -> str:
        """Name and how it is reached, as one line."""
        return ", ".join(filter(None, (self.name, self.email, self.phone)))


def local_organisations(settings: Settings) -> tuple[Association, ...]:
    """Return the region's list, empty where there is none. A file that cannot be read stops no case: doctor says so."""
    try:
        return read_organisations(settings)
    except SettingsError:
        _log.warning("organisations_unread")
        return ()


def read_organisations(settings: Settings) -> tuple[Association, ...]:
    """Return the region's list. Raises SettingsError with the line that is wrong."""
    if not settings.organisations.file:
        return ()
    path = settings.home / settings.organisations.file
    try:
        with path.open("rb") as file:
            text = file.read(_MOST_BYTES).decode("utf-8-sig")
    except OSError as error:
        raise SettingsError(f"[organisations] file: {path} kan inte läsas: {error.strerror}") from None
    except UnicodeDecodeError:
        raise SettingsError(f"[organisations] file: spara {path} som UTF-8") from None
    head, *rows = list(csv.reader(text.splitlines(), delimiter=";"))[: _MOST_ROWS + 1] or [[]]
    if tuple(cell.strip().lower() for cell in head) != HEAD:
        raise SettingsError(f"[organisations] file: första raden i {path} ska vara {';'.join(HEAD)}")
    return tuple(_association(row, number, path) for number, row in enumerate(rows, 2) if any(row))


def _association(row: Sequence[str], number: int, path: Path) -> Association:
    cells = [" ".join(cell.split())[:200] for cell in row]
    if len(cells) != len(HEAD) or not cells[0] or not cells[1]:
        raise SettingsError(
            f"[organisations] file: rad {number} i {path} ska ha namn, områden och {len(HEAD)} kolumner"
        )
    name, areas, municipality, email, phone = cells
    return Association(name, tuple(area.strip().lower() for area in areas.split(",")), municipality, email, phone)


def of_them(
    them: Iterable[Association], areas: Iterable[str], concepts: Iterable[str], place: str, vocabulary: Vocabulary
) -> list[Association]:
    """Return those to ask: who knows what is sought before who knows its area, and none of another municipality."""
    sought, of_area, where = set(concepts), {area.lower() for area in areas}, municipality_of(place)
    ranked: list[tuple[int, Association]] = []
    for one in them:
        if where and one.municipality and municipality_of(one.municipality) != where:
            continue
        known = {concept for area in one.areas for concept in understand(Need(experience=area), vocabulary).core}
        if known & sought:
            ranked.append((0, one))
        elif of_area & set(one.areas):
            ranked.append((1, one))
    return [one for _, one in sorted(ranked, key=lambda pair: pair[0])]
