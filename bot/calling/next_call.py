"""When to phone somebody: a day and a part of it that suit the person, another part than the last times in vain.

Pure. A call may be made on any working day that is not the eve of a red one; the lead decides, this only suggests.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from medverkan.bot.hours import is_working_day, may_contact_on
from medverkan.bot.letters import MONTHS, WEEKDAYS
from medverkan.mailbox.forms.values.numbers import WORDS
from medverkan.matching.schedule import available

# Parts of the day in the order they are tried; evenings only for those who cannot be reached by day.
PARTS = ((9.0, 11.0), (13.0, 15.0), (11.0, 13.0), (15.0, 16.5))
EVENING = (17.0, 19.0)
# So much of a part must be left of today, and must suit the person.
ENOUGH_HOURS = 0.5
LOOK_AHEAD_DAYS = 21
ATTEMPTS_BEFORE_GIVING_UP = 3
DAYS_BEFORE_GIVING_UP = 3
# "Efter tre" is in the afternoon, "efter sju" in the morning.
AFTERNOON_BELOW = 7
_HOUR_IN_WORDS = re.compile(
    r"\b(efter|från|före)(?: klockan| kl\.?)? (ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)\b", re.I
)
_AFTER = re.compile(r"\b(?:efter|från)(?: klockan| kl\.?)? (\d{1,2})(?:[.:]\d\d)?\b", re.I)


@dataclass(frozen=True, slots=True)
class Slot:
    """A local day and a part of it, in hours."""

    day: date
    start: float
    end: float


def next_slot(
    tried: Sequence[datetime],
    availability: str,
    now: datetime,
    *,
    not_before: date | None = None,
    latest: date | None = None,
) -> Slot:
    """Return when to phone next. `tried` are the calls in vain, oldest first, and `now`, all on local clocks.

    The day of a call in vain is over for that person. Without any part of the day left the next day is taken. What the
    call is about may leave time until `latest` only: then it is made today, whatever would suit better.
    """
    slot = _suited(tried, availability, now, not_before)
    return slot if latest is None or slot.day <= latest else _today(tried, now)


def _today(tried: Sequence[datetime], now: datetime) -> Slot:
    """Return the part of today that has been tried least, a later hour where none is left."""
    parts = [*PARTS, EVENING]
    soon = math.ceil(_hour(now) * 2) / 2
    left = [part for part in parts if part[1] - _hour(now) >= ENOUGH_HOURS] or [(soon, soon + 1)]
    return Slot(now.date(), *min(left, key=lambda part: _wear(part, tried, parts) if part in PARTS else (99, 0)))


def _suited(tried: Sequence[datetime], availability: str, now: datetime, not_before: date | None) -> Slot:
    availability = _in_figures(availability)
    hours = available(availability)
    day = max(now.date(), not_before or now.date())
    if tried and tried[-1].date() >= day:
        day = tried[-1].date() + timedelta(days=1)
    parts = _suiting(_after(hours.spans, availability))
    for wanted in (hours.days, frozenset(range(7))):
        for ahead in range(LOOK_AHEAD_DAYS):
            found = day + timedelta(days=ahead)
            if not may_contact_on(found) or found.weekday() not in wanted:
                continue
            left = [(start, end) for start, end in parts if found > now.date() or end - _hour(now) >= ENOUGH_HOURS]
            if left:
                return Slot(found, *min(left, key=lambda part: _wear(part, tried, parts)))
    return Slot(day, *parts[0])


def may_give_up(tried: Sequence[datetime]) -> bool:
    """Tell whether it is time to suggest somebody else: three calls in vain, over at least three working days."""
    if len(tried) < ATTEMPTS_BEFORE_GIVING_UP:
        return False
    day, last, working_days = tried[0].date(), tried[-1].date(), 0
    while day <= last:
        working_days += is_working_day(day)
        day += timedelta(days=1)
    return working_days >= DAYS_BEFORE_GIVING_UP


def said(slot: Slot, today: date) -> str:
    """Return "i dag klockan 9 till 11", "i morgon …", "tisdag 15 december …"."""
    near = {today: "i dag", today + timedelta(days=1): "i morgon"}
    day = near.get(slot.day) or f"{WEEKDAYS[slot.day.weekday()]} {slot.day.day} {MONTHS[slot.day.month - 1]}"
    return f"{day} klockan {_clock(slot.start)} till {_clock(slot.end)}"


def _in_figures(availability: str) -> str:
    """Return "efter tio" as "efter 10", and "efter tre" as the afternoon hour that people mean."""

    def figures(found: re.Match[str]) -> str:
        hour = WORDS[found[2].lower()]
        return f"{found[1]} {hour + 12 if hour < AFTERNOON_BELOW else hour}"

    return _HOUR_IN_WORDS.sub(figures, availability[:500])


def _after(spans: Sequence[tuple[float, float]], availability: str) -> Sequence[tuple[float, float]]:
    """Return the spans from the hour on that is named beside them: "kvällar efter 18"."""
    found = _AFTER.search(availability)
    earliest = float(found[1]) if found else 0.0
    return [(max(start, earliest), end) for start, end in spans if end > earliest] or spans


def _suiting(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the parts of the day that suit the person, cut to what suits; all of them where none does."""
    for parts in (PARTS, (EVENING,)):
        found = []
        for start, end in parts:
            cut = [(max(start, a), min(end, b)) for a, b in spans]
            best = max(cut, key=lambda one: one[1] - one[0], default=(0.0, 0.0))
            if best[1] - best[0] >= ENOUGH_HOURS:
                found.append(best)
        if found:
            return found
    return list(PARTS)


def _wear(
    part: tuple[float, float], tried: Sequence[datetime], parts: Sequence[tuple[float, float]]
) -> tuple[int, int]:
    """Return how worn out a part of the day is: how many calls in vain it has had, then its place in the order."""
    calls = sum(1 for call in tried if _nearest(_hour(call), parts) == part)
    return calls, list(parts).index(part)


def _nearest(hour: float, parts: Sequence[tuple[float, float]]) -> tuple[float, float]:
    def away(part: tuple[float, float]) -> tuple[bool, float]:
        is_outside = not part[0] <= hour < part[1]
        return is_outside, min(abs(hour - part[0]), abs(hour - part[1])) if is_outside else 0.0

    return min(parts, key=away)


def _hour(moment: datetime | time) -> float:
    return moment.hour + moment.minute / 60


def _clock(hour: float) -> str:
    whole, minutes = int(hour), round(hour % 1 * 60)
    return f"{whole}.{minutes:02d}" if minutes else str(whole)
