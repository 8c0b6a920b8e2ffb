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
_UNTIL = re.compile(r"(?:före|till|innan) (?:kl\.? ?)?(\d{1,2})\b")
_CLOCK = re.compile(r"\b(\d{1,2})[.:](\d\d)\b")
DAY_STARTS, NOON, AFTERNOON, EVENING, NIGHT = 8.0, 12.0, 12.0, 17.0, 22.0


@dataclass(frozen=True, slots=True)
class Hours:
    """Weekdays (0 is Monday) and the hours of a day that fit; all of them when nothing was said."""

    days: frozenset[int] = _WEEK
    spans: tuple[tuple[float, float], ...] = ((0.0, 24.0),)


def _day_range(low: str) -> frozenset[int] | None:
    match = re.search(r"(mån|tis|ons|tors|fre|lör|sön)\w*\s*[–-]\s*(mån|tis|ons|tors|fre|lör|sön)", low)
    if not match:
        return None
    first, last = _SHORT[match.group(1)], _SHORT[match.group(2)]
    return frozenset(range(first, last + 1)) if first <= last else None


def days_in(low: str) -> frozenset[int]:
    """Return the weekdays a lower-case text names."""
    found = {i for i, stem in enumerate(_DAYS) if stem in low}
    found |= {_SHORT[w] for w in re.findall(r"[a-zåäö]+", low) if w in _SHORT}
    return frozenset(found)


@lru_cache(maxsize=8_192)
def available(text: str) -> Hours:
    """Read when a person can ("dagtid, ej måndagar", "kvällar", "tis och tors")."""
    low = text.lower()[:500]
    days, refused = set(_WEEK), set()
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
    spans: list[tuple[float, float]] = []
    positive = re.sub(
        r"\b(inte|ej) (på )?(mitt på dagen|dagtid|kväll\w*|förmiddag\w*|eftermiddag\w*|morgon\w*)", "", low
    )
    if re.search(r"dagtid|\bdag(en|ar)?\b|kontorstid|mitt på dagen", positive):
        spans.append((DAY_STARTS, EVENING))
    if re.search(r"förmiddag|morgon|lunch", positive):
        spans.append((DAY_STARTS, NOON + 0.5))
    if "eftermiddag" in positive:
        spans.append((AFTERNOON, EVENING + 1))
    if re.search(r"kväll", positive):
        spans.append((EVENING - 1, NIGHT))
    if re.search(r"efter (skolan|jobbet|arbetet|skoltid)", positive):
        spans.append((15.0 if "skol" in positive else 16.5, NIGHT))
    if re.search(r"flexib|när som|alla tider|de flesta tider|nästan jämt|alltid|hela tiden|alla dagar", positive):
        return ((0.0, 24.0),)
    earliest, latest = 0.0, 24.0
    if match := _BEFORE.search(low):
        earliest = float(match.group(1))
    elif match := _AFTER.search(low):
        spans = spans or [(float(match.group(1)), NIGHT)]
    if not spans and (match := _UNTIL.search(low)) and not _BEFORE.search(low):
        latest = float(match.group(1))
    return tuple((max(a, earliest), min(b, latest)) for a, b in spans or [(0.0, 24.0)])


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


@lru_cache(maxsize=8_192)
def last_year(text: str, this_year: int) -> int | None:
    """Return the last year of an experience ("2016–2021", "2022–", "2021 och framåt"); None when unsaid."""
    years = [int(y) for y in _YEAR.findall(text[:200])]
    low = text.lower()
    if re.search(r"pågå|fortfarande|nu\b|framåt|idag|–\s*$|-\s*$|tills", low.strip()):
        return this_year
    return min(max(years), this_year) if years else None
