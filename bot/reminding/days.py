"""The days of reminders, as local days and moments in UTC. Pure: a day that moves moves all that is counted from it."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from medverkan.bot.hours import add_working_days, at, due_in, is_working_day, may_contact_on, opening
from medverkan.bot.settings import Settings
from medverkan.storage.values import Request

ASK_CONTACT_AFTER = 5  # working days; the delivery letter asks for contact within them
BEFORE_THE_DAY = 2  # working days that are left to mend it, where the assignment is near
FEEDBACK_AFTER_DAYS = (7, 30)
LEAD_LOOKS_AFTER = 14  # days after the last letter about feedback
# From half a year on, the routine's "längre tidsperiod": an agreement is written and signed by both.
LONG_DAYS = 183
# Where no day could be read from the form, an assignment is taken to be over this long after delivery.
ASSUMED_HELD_AFTER_DAYS = 30


def held_on(request: Request, settings: Settings) -> date | None:
    """Return the local day after which an assignment has been, as far as is known."""
    known = request.date_end or request.date_start
    if known or request.delivered_at is None:
        return known
    return request.delivered_at.astimezone(settings.zone).date() + timedelta(days=ASSUMED_HELD_AFTER_DAYS)


def ask_contact_at(released: datetime, day: date | None, settings: Settings) -> datetime:
    """Return when to ask the unit whether it has made contact: after five working days, sooner before a near day."""
    usual = due_in(released, ASK_CONTACT_AFTER, settings)
    if day is None:
        return usual
    near = opening(working_days_before(day, BEFORE_THE_DAY), settings)
    return min(usual, max(near, due_in(released, 1, settings)))


def ask_again_at(promised: date, day: date | None, now: datetime, settings: Settings) -> datetime:
    """Return when to ask a unit again that means to be in touch by then: the day after, sooner before a near day."""
    usual = opening(add_working_days(promised, 1), settings)
    if day is None:
        return usual
    near = opening(working_days_before(day, BEFORE_THE_DAY), settings)
    return min(usual, max(near, due_in(now, 1, settings)))


def remind_at(day: date, settings: Settings) -> datetime:
    """Return when to remind a participant: the morning of the last day before it on which people may be written to."""
    before = day - timedelta(days=1)
    while not may_contact_on(before):
        before -= timedelta(days=1)
    return opening(before, settings)


def is_before(now: datetime, day: date, settings: Settings) -> bool:
    """Tell whether that local day has not begun."""
    return now.astimezone(settings.zone).date() < day


def feedback_moments(day: date, settings: Settings) -> tuple[datetime, ...]:
    """Return when feedback is asked for after an assignment that ended that day, and last when the lead takes over."""
    after = (*FEEDBACK_AFTER_DAYS, FEEDBACK_AFTER_DAYS[-1] + LEAD_LOOKS_AFTER)
    return tuple(opening(day + timedelta(days=days), settings) for days in after)


def is_long(fields: Mapping[str, object]) -> bool:
    """Tell whether an assignment lasts so long that the routine asks for a written agreement."""
    start, end = _day(fields.get("date_start")), _day(fields.get("date_end"))
    return start is not None and end is not None and (end - start).days >= LONG_DAYS


def months_before(day: date, months: int) -> date:
    """Return the same day of the month that many months earlier, or that month's last day."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def next_midnight(now: datetime, settings: Settings) -> datetime:
    """Return when the next local day begins, as a moment in UTC."""
    local = now.astimezone(settings.zone)
    return at(local.date() + timedelta(days=1), time.min, settings)


def next_morning(now: datetime, settings: Settings) -> datetime:
    """Return when the next day opens on which people may be written to."""
    return opening(now.astimezone(settings.zone).date() + timedelta(days=1), settings)


def working_days_before(day: date, count: int) -> date:
    """Return the working day that lies so many working days before a day."""
    while count:
        day -= timedelta(days=1)
        count -= is_working_day(day)
    return day


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
