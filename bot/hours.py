"""When people may be written to and what a working day is, in Sweden. Days are local; moments are aware UTC."""

from datetime import UTC, date, datetime, time, timedelta

from medverkan.bot.settings import Settings
from medverkan.mailbox.red_days import SATURDAY, is_red, public_holidays


def is_working_day(day: date) -> bool:
    """Tell whether deadlines count that day: Monday to Friday, not red."""
    return day.weekday() < SATURDAY and not is_red(day)


def may_contact_on(day: date) -> bool:
    """Tell whether people may be written to that day: a working day that is not the eve of a public holiday."""
    tomorrow = day + timedelta(days=1)
    return is_working_day(day) and tomorrow not in public_holidays(tomorrow.year)


def add_working_days(day: date, days: int) -> date:
    """Return the working day `days` working days after `day`; with 0, the same or the next working day."""
    while days > 0 or not is_working_day(day):
        day += timedelta(days=1)
        if is_working_day(day):
            days -= 1
    return day


def due_in(moment: datetime, working_days: int, settings: Settings) -> datetime:
    """Return when the day opens that lies that many working days after `moment`, in UTC: a deadline or a reminder."""
    return opening(add_working_days(moment.astimezone(settings.zone).date(), working_days), settings)


def next_contact(moment: datetime, settings: Settings) -> datetime:
    """Return the first moment from `moment` on at which participants may be written to, in UTC."""
    local = moment.astimezone(settings.zone)
    day, opens, closes = local.date(), settings.hours.start, settings.hours.end
    if may_contact_on(day) and local.time() < closes:
        return max(moment.astimezone(UTC), at(day, opens, settings))
    day += timedelta(days=1)
    while not may_contact_on(day):
        day += timedelta(days=1)
    return at(day, opens, settings)


def at(day: date, clock: time, settings: Settings) -> datetime:
    """Return that local clock time on that day as a moment in UTC; a time that summer time skips moves forward."""
    return datetime.combine(day, clock, settings.zone).astimezone(UTC)


def opening(day: date, settings: Settings) -> datetime:
    """Return when the working day of `day` opens, or of the next day people may be written to."""
    while not may_contact_on(day):
        day += timedelta(days=1)
    return at(day, settings.hours.start, settings)
