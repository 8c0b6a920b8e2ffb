"""Swedish dates, read against the day of the mail and never guessed.

A weekday or a week that is not that date, a day that does not exist, a date that has passed or a last day before the
first gives no date at all but stands in the result, so that it can be asked about. A day without a year is the next
such day. Seasons, "i början av maj" and "9 eller 11 mars" are left to people.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from medverkan.mailbox.forms.values.date_words import MAX_TEXT, plain
from medverkan.mailbox.forms.values.day_mentions import Day, mentions
from medverkan.mailbox.forms.values.relative_days import period_of, week_beside
from medverkan.mailbox.forms.values.times import clock_times, no_clock

_WEEKS = re.compile(
    r"\b(?:veckorna|vecka|veckor|week|v)\.?\s?\d{1,2}\b(?:\s*[-–/,]\s*(?:v\.?\s?)?\d{1,2}\b(?![.:]))*", re.I
)
_DEADLINE = re.compile(
    r"\b(?:senast|före|innan|klart till|deadline|till och med|t\.?\s?o\.?\s?m\.?|fram till)\b[^\d]{0,20}$", re.I
)
_VAGUE = re.compile(
    r"\b(?:tidigast|efter|kring|runt|omkring|cirka|ca|ungefär|början av|slutet av)\b\.?[^\d]{0,12}$", re.I
)
# What is said of a day that is not the day of the assignment: when to answer, a spare day, a day that is left out.
_ASIDE = re.compile(
    r"\b(?:svar\w*|osa|o\.\s?s\.\s?a|besked\w*|anmäl\w*|reserv\w*|inte|ej|utom|förutom|undantag\w*|återkom\w*|"
    r"inställ\w*)\b[^\d;]{0,40}$",
    re.I,
)
_CLAUSE_END = re.compile(r"[.;]\s")
_LONGEST_ROLLED = timedelta(days=300)


@dataclass(frozen=True, slots=True)
class When:
    """What a text says of when. Dates and times are absent where they must be asked about or are not said."""

    start: date | None = None
    end: date | None = None  # only where it is said: a range, several days, a week
    occasions: int | None = None  # only where the days are listed
    time_start: str = ""
    time_end: str = ""
    mismatches: tuple[str, ...] = ()  # as written: a weekday or a week that is not that date
    impossible: tuple[str, ...] = ()  # as written: a day or a week that does not exist
    past: tuple[date, ...] = ()
    backwards: tuple[str, ...] = ()  # as written: a last day before the first
    unclear: tuple[str, ...] = ()  # as written: two days could be meant
    exact: bool = True  # False where a week or a month is said, not its days
    next_year: tuple[tuple[str, date], ...] = ()  # as written, without a year: just gone, so read as next year's
    no_clock: str = ""  # as written: a time of day that does not exist


_JUST = timedelta(days=60)


# A form's time is read once for its fields and once for the questions it raises.
@lru_cache(maxsize=64)
def read_when(text: str, today: date | None) -> When:
    """Read when something is. `today` is the day of the mail in Stockholm; None reads only dates with a year."""
    if not text:
        return When()
    text = plain(text[: 2 * MAX_TEXT])
    found = _read(text, today)
    return replace(found, no_clock=odd) if (odd := no_clock(text)) else found


def _read(text: str, today: date | None) -> When:
    days, rest = mentions(text)
    times = clock_times(_WEEKS.sub(" ¤ ", rest))
    kept = [day for day in days if not _ASIDE.search(_before(day, days, text))] if len(days) > 1 else days
    if days:
        return _of_days(text, kept or days, today, times)
    period = period_of(text, today)
    start, end = period.start, period.end
    passed = bool(today and (end or start) and (end or start or today) < today)
    if passed or period.unreal or period.unclear:
        past = tuple(day for day in (end or start,) if day and passed)
        unreal, unclear = filter(None, (period.unreal,)), filter(None, (period.unclear,))
        return When(None, None, None, *times, impossible=tuple(unreal), past=past, unclear=tuple(unclear))
    return When(start, end, None, *times, exact=period.exact)


def _before(day: Day, days: list[Day], text: str) -> str:
    """Return what stands between the day before and this one, in the same sentence."""
    behind = max((other.end for other in days if other.end <= day.at), default=0)
    return _CLAUSE_END.split(text[behind : day.at])[-1]


def _of_days(text: str, days: list[Day], today: date | None, times: tuple[str, str]) -> When:
    bare = [day for day in days if day.year is None]
    _infer_years(days, today)
    dates: list[date] = []
    wrong: list[str] = []
    impossible: list[str] = []
    for day in days:
        if day.year is None:
            continue
        try:
            found = date(day.year, day.month, day.day)
        except ValueError:
            impossible.append(day.text)
            continue
        dates.append(found)
        if day.weekdays and found.weekday() not in day.weekdays:
            wrong.append(day.text)
        elif week := _other_week(text, day, found):
            wrong.append(week)
    past = tuple(d for d in dates if today and d < today)
    backwards = () if impossible or wrong else _backwards(days, dates, text)
    if wrong or impossible or past or backwards or not dates:
        unlike, unreal = tuple(dict.fromkeys(wrong)), tuple(dict.fromkeys(impossible))
        return When(None, None, None, *times, unlike, unreal, past, backwards)
    placed, next_year = _placed(text, days, dates, times), tuple(_just_gone(bare, today))
    return replace(placed, next_year=next_year) if next_year else placed


def _placed(text: str, days: list[Day], dates: list[date], times: tuple[str, str]) -> When:
    """Say which of the days is the first and which the last."""
    start, end = min(dates), max(dates)
    vague = any(_VAGUE.search(_before(day, days, text)) for day in days)
    if vague or (len(set(dates)) > 1 and any(day.choice for day in days)):
        return When(None, None, None, *times)
    if start == end and _DEADLINE.search(text[: days[0].at]):
        return When(None, end, None, *times)
    ends = any(day.through or _DEADLINE.search(_before(day, days, text)) for day in days)
    listed = len(set(dates)) > 1 and not ends
    return When(start, end if end != start else None, len(set(dates)) if listed else None, *times)


def _other_week(text: str, day: Day, found: date) -> str:
    """Return what was written where the week beside a day is not that day's, "" where it is or none is said."""
    week = None if day.through else week_beside(text, day.at, day.end)
    if week is None or int(week["first"]) == found.isocalendar().week:
        return ""
    return text[min(week.start(), day.at) : max(week.end(), day.end)].strip()


def _backwards(days: list[Day], dates: list[date], text: str) -> tuple[str, ...]:
    """Return a range as written whose last day lies before its first, or a whole year after it by the roll of years."""
    for at, day in enumerate(days[1:], 1):
        if not day.through or len(dates) != len(days):
            continue
        first, last = dates[at - 1], dates[at]
        rolled = first.year < last.year and not re.search(r"\d{4}", days[at - 1].text)
        if last < first or (rolled and last - first > _LONGEST_ROLLED):
            return (text[days[at - 1].at : day.end].strip(),)
    return ()


def _just_gone(bare: list[Day], today: date | None) -> Iterator[tuple[str, date]]:
    """Return the days without a year that lay shortly before the mail, each with the day that it is read as."""
    for day in bare:
        if today is None or day.year != today.year + 1:
            continue
        coming = date(day.year, day.month, day.day)
        if timedelta(0) < today + timedelta(days=365) - coming < _JUST:
            yield day.text, coming


def _infer_years(days: list[Day], today: date | None) -> None:
    """Give a day without a year that of the next day that has one, else the next such day after the mail."""
    following: Day | None = None
    for day in reversed(days):
        if day.year is not None:
            following = day
        elif following is not None and following.year is not None:
            later = (day.month, day.day) > (following.month, following.day) and day.month != following.month
            day.year = following.year - 1 if later else following.year
    previous: Day | None = None
    for day in days:
        if day.year is None and previous is not None and previous.year is not None:
            rolled = (day.month, day.day) < (previous.month, previous.day) and day.month != previous.month
            day.year = previous.year + rolled
        elif day.year is None and today is not None:
            day.year = _next_year(day, today)
        previous = day


def _next_year(day: Day, today: date) -> int:
    """Return the year of the next such day; the weekday may say that the one just gone is meant."""
    if (day.month, day.day) >= (today.month, today.day):
        return today.year
    try:
        gone, coming = date(today.year, day.month, day.day), date(today.year + 1, day.month, day.day)
    except ValueError:
        return today.year + 1
    meant = day.weekdays and gone.weekday() in day.weekdays and coming.weekday() not in day.weekdays
    return today.year if meant and today - gone < timedelta(days=60) else today.year + 1
