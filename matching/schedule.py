"""When a person can and when a request takes place: weekdays and hours in free words, and how old an experience is.

Time never excludes anybody: people move things for what matters to them, so a clash is a concern.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_DAYS = ("månda", "tisda", "onsda", "torsda", "freda", "lörda", "sönda")
_SHORT = {"mån": 0, "tis": 1, "ons": 2, "tors": 3, "tor": 3, "fre": 4, "lör": 5, "sön": 6}
_WEEK = frozenset(range(7))
_WORKDAYS = frozenset(range(5))
_EXCEPT = re.compile(r"\b(ej|inte|utom|aldrig|förutom|undantag)\b")
_YEAR = re.compile(r"\b(19\d\d|20\d\d)\b")
_BEFORE = re.compile(r"(?:inte|ej|aldrig) före (?:kl\.? ?)?(\d{1,2})")
_AFTER = re.compile(r"(?:efter|från) (?:kl\.? ?)?(\d{1,2})\b(?![–-]\d)")
_CLOCK = re.compile(r"\b(\d{1,2})[.:](\d\d)\b")
_NOT = r"\b(?:inte|ej|aldrig) (?:på |om )?"
_WORKS = re.compile(
    r"\b(jobba|arbeta|plugga|kör|studera)\w*[^,.;]{0,12}?(?:dagtid|på dagen|på dagarna|heltid|"
    r"(\d{1,2})(?:[.:]\d\d)?[–-](\d{1,2}))"
)
_BETWEEN = re.compile(
    r"\b(\d{1,2})(?:[.:]\d\d)?\s*(?:–|-|och|till)\s*(\d{1,2})(?:[.:]\d\d)?\b(?!\s*(?:mil|km|veck|dag|tim|ggr|gång))"
)
_WHENEVER = re.compile(r"flexib|när som|alla tider|de flesta tider|nästan jämt|alltid|hela tiden|alla dagar")
DAY_STARTS, NOON, AFTERNOON, EVENING, NIGHT = 8.0, 12.0, 12.0, 17.0, 22.0

_PARTS: tuple[tuple[str, tuple[float, float]], ...] = (
    (r"mitt på dagen", (10.0, 15.0)),
    (
        r"dagtid|(?<!mitt på )\bdag(?:en|ar)?\b|kontorstid|skoltid|i skolan|på (?:för|dag)is|förskolan",
        (DAY_STARTS, EVENING),
    ),
    (r"förmiddag|morg", (DAY_STARTS, NOON + 0.5)),
    (r"lunch", (11.0, 14.0)),
    (r"eftermiddag", (AFTERNOON, EVENING + 1)),
    (r"kväll", (EVENING - 1, NIGHT)),
    (r"efter skol", (15.0, NIGHT)),
    (r"efter (?:jobb|arbet)", (16.5, NIGHT)),
)


@dataclass(frozen=True, slots=True)
class Hours:
    """Weekdays (0 is Monday) and the hours of a day that fit; all of them when nothing was said."""

    days: frozenset[int] = _WEEK
    spans: tuple[tuple[float, float], ...] = ((0.0, 24.0),)


def _day_range(low: str) -> frozenset[int] | None:
    match = re.search(r"(mån|tis|ons|tors|fre|lör|sön)\w*\s*(?:[–-]|till)\s*(mån|tis|ons|tors|fre|lör|sön)", low)
    if not match:
        return None
    first, last = _SHORT[match.group(1)], _SHORT[match.group(2)]
    return frozenset(range(first, last + 1)) if first <= last else None


def days_in(low: str) -> frozenset[int]:
    """Return the weekdays a lower-case text names."""
    found = {i for i, stem in enumerate(_DAYS) if stem in low}
    found |= {_SHORT[w] for w in re.findall(r"[a-zåäö]+", low) if w in _SHORT}
    return frozenset(found)


@lru_cache(maxsize=1_024)
def available(text: str) -> Hours:
    """Read when a person can ("dagtid, ej måndagar", "kvällar", "tis och tors")."""
    low = text.lower()[:500]
    days: set[int] = set(_WEEK)
    refused: set[int] = set()
    span = _day_range(low)
    if span:
        days = set(span)
    else:
        named: set[int] = set()
        for part in re.split(r"[,.;(]", low):
            cut = _EXCEPT.search(part)
            named |= days_in(part[: cut.start()] if cut else part)
            if cut:
                refused |= days_in(part[cut.start() :])
        if named:
            days = named
    if "vardag" in low:
        days &= _WORKDAYS
    elif re.search(r"\bhelg", low) and not re.search(r"dagtid|kväll|vardag|dagar", low):
        days = {5, 6}
    return Hours(frozenset(days - refused), _spans(low))


def _spans(low: str) -> tuple[tuple[float, float], ...]:
    if _WHENEVER.search(low):
        return ((0.0, 24.0),)
    refused = [span for spelling, span in _PARTS if re.search(_NOT + spelling, low)]
    positive = re.sub(_NOT + r"\S+", "", low)
    working = _WORKS.search(positive)
    if working:
        refused.append((float(working.group(2) or DAY_STARTS), float(working.group(3) or EVENING)))
        positive = positive.replace(working.group(), "")
    spans = [span for spelling, span in _PARTS if re.search(spelling, positive)]
    if match := _BETWEEN.search(positive):
        spans.append((float(match.group(1)), float(match.group(2))))
    if match := _AFTER.search(positive):
        spans = spans or [(float(match.group(1)), NIGHT)]
    earliest = float(match.group(1)) if (match := _BEFORE.search(low)) else 0.0
    for start, end in refused:
        spans = [s for s in spans if s[0] < start or s[1] > end] or (
            [(end, NIGHT)] if start < NOON else [(DAY_STARTS, start)]
        )
    return tuple((max(a, earliest), b) for a, b in spans or [(0.0, 24.0)])


def _clock(text: str) -> float | None:
    match = _CLOCK.search(text)
    return int(match.group(1)) + int(match.group(2)) / 60 if match else None


def meets(hours: Hours, when: str, starts: date | None, time_start: str, time_end: str) -> bool | None:
    """Tell whether the request's days and hours suit; None when the request leaves them open."""
    low = when.lower()[:500]
    if re.search(r"enligt överenskommelse|egen tid|tid bokas|flexib|valfri|i egen takt|skickas ut|senast", low):
        return None
    days = days_in(low) or (frozenset({starts.weekday()}) if starts else frozenset[int]())
    begin, end = _clock(time_start), _clock(time_end)
    if not days and begin is None:
        return None
    if days and not days & hours.days:
        return False
    if begin is None:
        return True if days else None
    finish = end if end is not None else begin + 1
    # Half an hour at either end is a thing to talk about, not a clash.
    return any(a - 0.5 <= begin and finish <= b + 0.5 for a, b in hours.spans)


@lru_cache(maxsize=1_024)
def last_year(text: str, this_year: int) -> int | None:
    """Return the last year of an experience ("2016–2021", "2022–", "2021 och framåt"); None when unsaid."""
    years = [int(y) for y in _YEAR.findall(text[:200])]
    low = text.lower()
    if re.search(r"pågå|fortfarande|nu\b|framåt|idag|–\s*$|-\s*$|tills", low.strip()):
        return this_year
    return min(max(years), this_year) if years else None
