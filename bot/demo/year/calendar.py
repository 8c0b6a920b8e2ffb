"""Days of the year as its people live them, kept apart from the bot's own reckoning, which is judged by them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Stockholm")
# Written out from the almanac, not reckoned: whoever reckons wrong must not be asked whether it was right.
RED = frozenset(
    date.fromisoformat(day)
    for day in (
        "2026-01-01", "2026-01-06", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-24",
        "2026-06-06", "2026-06-19", "2026-06-20", "2026-10-31", "2026-12-24", "2026-12-25", "2026-12-26", "2026-12-31",
        "2027-01-01", "2027-01-06", "2027-03-26", "2027-03-28", "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-16",
    )
)  # fmt: skip
# The eves of those that are public holidays, where they are working days: before Epiphany, Good Friday, May Day,
# Ascension, the National Day and All Saints' Day.
EVES = frozenset(
    date.fromisoformat(day)
    for day in ("2026-01-05", "2026-04-02", "2026-04-30", "2026-05-13", "2026-06-05", "2026-10-30", "2027-01-05")
)
OPENS, CLOSES = time(8), time(16, 30)


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody is not there, from one day to another, both included."""

    start: date
    end: date
    why: str

    def holds(self, day: date) -> bool:
        """Tell whether the day lies in it."""
        return self.start <= day <= self.end


def local(day: date, hour: int, minute: int = 0) -> datetime:
    """Return that clock time in Sweden as a moment in UTC."""
    return datetime.combine(day, time(hour, minute), ZONE).astimezone(UTC)


def is_worked(day: date) -> bool:
    """Tell whether people are at work that day."""
    return day.weekday() < 5 and day not in RED


def may_be_written_to(moment: datetime) -> bool:
    """Tell whether a participant may get a letter or an SMS at that moment: a working day, no eve, 08.00–16.30."""
    at = moment.astimezone(ZONE)
    return is_worked(at.date()) and at.date() not in EVES and OPENS <= at.time() <= CLOSES


def at_work(moment: datetime, away: Sequence[Absence] = ()) -> datetime:
    """Return the first moment from then on at which somebody with those absences sits at their desk."""
    at = moment.astimezone(ZONE)
    day = at.date()
    free = at.time() >= CLOSES
    while free or not is_worked(day) or any(absence.holds(day) for absence in away):
        day, free = day + timedelta(days=1), False
    if day == at.date() and at.time() >= OPENS:
        return moment
    # Nobody writes at the stroke of eight; the minute says whose desk it is.
    return local(day, 8, 12)


def working_days(start: datetime, end: datetime) -> int:
    """Return how many working days lie between two moments: 0 on the same day."""
    day, last, count = start.astimezone(ZONE).date(), end.astimezone(ZONE).date(), 0
    while day < last:
        day += timedelta(days=1)
        count += is_worked(day)
    return count
