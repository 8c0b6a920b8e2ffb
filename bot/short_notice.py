"""Where an assignment is near: the routine's days counted back from it, so that nobody is told of a day after it. Pure.

Days are local. None, where the usual number of days is enough, or no day is known.
"""

from datetime import date, datetime

from medverkan.bot.hours import add_working_days, at, due_in, is_working_day
from medverkan.bot.letters import weekday_and_day
from medverkan.bot.reminding.days import ASK_CONTACT_AFTER, working_days_before
from medverkan.bot.settings import Settings

# Posted the next working day, when nobody can change their mind any more, and two days on its way.
POST_TAKES = 3
USUAL = "inom fem arbetsdagar"


def last_day(today: date, day: date | None) -> date | None:
    """Return the last working day before an assignment, today where none is left; None where it has been."""
    return max(today, working_days_before(day, 1)) if day and day >= today else None


def contact_by(today: date, day: date | None) -> date | None:
    """Return by which day a unit must have been in touch, None where its usual five working days are enough."""
    last = last_day(today, day)
    return last if last and last < add_working_days(today, ASK_CONTACT_AFTER) else None


def contact_words(today: date, by: date | None) -> str:
    """Return "inom fem arbetsdagar", "i dag, måndag 23 november" or "senast fredag 27 november"."""
    if by is None:
        return USUAL
    return f"{'i dag,' if by == today else 'senast'} {weekday_and_day(by)}"


def is_too_late_to_post(today: date, day: date | None) -> bool:
    """Tell whether a letter that is posted in the usual way arrives no sooner than the day itself."""
    return day is not None and today <= day <= add_working_days(today, POST_TAKES)


def due_before(now: datetime, working_days: int, day: date | None, settings: Settings) -> datetime:
    """Return when what usually has so many working days is due: before the assignment, where that is sooner."""
    usual = due_in(now, working_days, settings)
    last = last_day(now.astimezone(settings.zone).date(), day)
    if last is None or not is_working_day(last):
        return usual
    return min(usual, max(at(last, settings.hours.start, settings), due_in(now, 0, settings)))
