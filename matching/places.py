"""The county's municipalities: which one a place belongs to, how far they lie apart, and where somebody can go.

Distances are estimates by road between main towns; they are for concerns, never for fees.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from medverkan.matching.text import plain

RESOURCES = Path(__file__).parent / "resources"
_WORD = re.compile(r"[^\W\d_]+")
# Hospitals and other landmarks that are named without their town.
_LANDMARKS = {
    "länssjukhuset": "Kalmar",
    "länssjukhus": "Kalmar",
    "oskarshamns": "Oskarshamn",
    "västerviks": "Västervik",
}
# Localities whose names are ordinary words or family names do not count alone.
_AMBIGUOUS = frozenset({"berga", "tuna", "ruda", "hagby", "trekanten", "smedby", "gunnebo", "fagerhult"})
_REGIONS = {
    "norra": ("Vimmerby", "Västervik", "Hultsfred"),
    "södra": ("Kalmar", "Nybro", "Emmaboda", "Torsås", "Mörbylånga", "Borgholm"),
    "mellersta": ("Oskarshamn", "Mönsterås", "Högsby"),
}


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a person can go. `towns` empty and `km` None means that nothing was said."""

    towns: frozenset[str] = frozenset()
    km: int | None = None
    everywhere: bool = False
    nowhere: bool = False
    remote: bool = False


@cache
def _gazetteer() -> Mapping[str, str]:
    names: dict[str, str] = {}
    with (RESOURCES / "municipalities.csv").open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            town = row["namn"]
            for name in [town, *row["orter(semicolon)"].split(";")]:
                low = name.strip().lower()
                for spelling in (low, plain(low)):
                    names.setdefault(spelling, town)
                    names.setdefault(spelling + "s", town)
    return names


@cache
def _distances() -> Mapping[tuple[str, str], int]:
    with (RESOURCES / "municipality_distances_estimated_km.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    return {(row["kommun"], name): int(km) for row in rows for name, km in row.items() if name != "kommun"}


@lru_cache(maxsize=1_024)
def municipalities_in(text: str) -> tuple[str, ...]:
    """Return the municipalities a text names, in order, each once."""
    names = _gazetteer()
    lows = [w.lower() for w in _WORD.findall(text[:2_000])]
    found: list[str] = []
    at = 0
    while at < len(lows):
        pair = " ".join(lows[at : at + 2])
        town = names.get(pair)
        if town is None and not (lows[at] in _AMBIGUOUS and len(lows) > 2):
            town = names.get(lows[at]) or _LANDMARKS.get(lows[at])
        if lows[at + 1 : at + 2] == ["län"]:
            # The county bears the name of its largest town.
            town = None
        if town and town not in found:
            found.append(town)
        at += 1
    return tuple(found)


# Where something lies, against what it is named after: "Oskarshamns sjukhus, i Kalmar".
_LIES_IN = re.compile(r"\b(?P<lives>bor )?(?:i|på) (?P<town>[A-ZÅÄÖ][\wåäö]+)")
_NAMED_AFTER = re.compile(r"\W*[\wåäö]+s (?!kommun\b)\w", re.I)


def municipality_of(text: str) -> str:
    """Return the municipality that a place, a town or "X kommun" means; "" when unknown.

    Of several the first, but where something lies and where somebody lives outrank what it is named after.
    """
    found = municipalities_in(text)
    if len(found) < 2:
        return found[0] if found else ""
    named_after = bool(_NAMED_AFTER.match(text))
    for said in _LIES_IN.finditer(text[:2_000]):
        town = municipalities_in(said["town"]) if named_after or said["lives"] else ()
        if town:
            return town[0]
    return found[0]


def part_of_county(municipality: str) -> str:
    """Return "norra", "mellersta" or "södra" for a municipality by its name; "" for another."""
    return next((part for part, towns in _REGIONS.items() if municipality in towns), "")


def distance_km(a: str, b: str) -> int | None:
    """Return the estimated distance by road between two places; None when one is unknown."""
    return _distances().get((municipality_of(a), municipality_of(b)))


_MIL = re.compile(r"(\d{1,3})(?:[–-](\d{1,3}))?\s*mil\b")
_KM = re.compile(r"(\d{1,4})\s*km\b")
_NUMBERS = {
    "en": 1,
    "ett": 1,
    "två": 2,
    "tre": 3,
    "fyra": 4,
    "fem": 5,
    "sex": 6,
    "sju": 7,
    "åtta": 8,
    "nio": 9,
    "tio": 10,
}
_MIL_WORD = re.compile(r"\b(" + "|".join(_NUMBERS) + r")\s+mil\b")
_NOWHERE = re.compile(
    r"inte alls|kan inte (resa|åka|ta mig)|inga resor|bara hemma|bara hemifrån|reser inte|"
    r"ingenstans|endast digital|bara digital|endast hemma"
)
_EVERYWHERE = re.compile(
    r"hela (länet|kalmar län|regionen|småland|sverige|landet)|^länet\b|var som helst|"
    r"hur långt som|överallt|i länet|obegränsat|spelar ingen roll"
)
_REMOTE = re.compile(r"digital|teams|zoom|video|på nätet|online|hemifrån")
_RELUCTANT = re.compile(r"\bhelst inte\b|helst hemma|så lite som möjligt")


@lru_cache(maxsize=1_024)
def reach(travel: str, home: str) -> Reach:
    """Read how far somebody can travel ("Kalmar och Nybro", "7 mil", "södra länet", "inte alls")."""
    low = travel.lower()[:500]
    town = municipality_of(home)
    km = None
    if match := _MIL.search(low):
        km = 10 * int(match.group(2) or match.group(1))
    elif match := _MIL_WORD.search(low):
        km = 10 * _NUMBERS[match.group(1)]
    elif match := _KM.search(low):
        km = int(match.group(1))
    towns = set(municipalities_in(travel))
    for region, members in _REGIONS.items():
        if re.search(rf"\b{region}\b", low):
            towns.update(members)
    if re.search(r"\böland\b", low):
        towns.update({"Borgholm", "Mörbylånga"})
    if "omnejd" in low or "närområdet" in low or "i närheten" in low:
        km = max(km or 0, 40)
    if re.search(r"\b(inom|bara|endast)\b.*\b(kommunen|kommun|hemkommunen|stan|staden|orten)\b", low) and not towns:
        towns.add(town)
    nowhere = bool(_NOWHERE.search(low)) or low.strip(" .") in {"inte", "nej", "kan inte", "helst inte"}
    if _RELUCTANT.search(low) and not (towns - {town}):
        km = min(km or 20, 20)
    if towns and town:
        towns.add(town)
    return Reach(frozenset(towns), km, bool(_EVERYWHERE.search(low)), nowhere, bool(_REMOTE.search(low)))


def can_reach(there: Reach, home: str, place: str) -> bool | None:
    """Tell whether somebody would go to a place; None when they have said nothing about it."""
    if there.everywhere:
        return True
    if there.nowhere:
        return False
    if place in there.towns:
        return True
    if there.km is not None:
        apart = distance_km(home, place)
        return None if apart is None else apart <= there.km + 5
    if there.towns:
        return False
    return None
