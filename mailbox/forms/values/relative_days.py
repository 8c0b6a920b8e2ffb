"""Read what names no day by its number: weeks, months, "torsdag i nästa vecka", "sista tisdagen i mars".

A week or a month is a period from its first day to its last. What could be two days ("nästa torsdag", said on a
Monday) is neither.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from medverkan.mailbox.forms.values.date_words import AND, MONTH, MONTHS, OR, THROUGH, WEEKDAY, is_plural, weekday_of
from medverkan.mailbox.forms.values.numbers import WORDS

_N = r"(?:\d{1,2}|" + "|".join(word for word, n in WORDS.items() if 0 < n <= 14) + ")"
_COUNTED = r"(?!\d|\s*(?:möt|tillf|ggr|gång|pers|st\b|tim|min|dag|träff|h\b|[.:]\d|-\d|/\d|–\d))"
WEEK = (
    rf"\b(?:veckorna|vecka|veckor|week|v)\.?\s?(?P<first>\d{{1,2}})\b"
    rf"(?P<more>(?:(?:{THROUGH}|{AND}|/)(?:v\.?|vecka|veckorna)?\s?\d{{1,2}}{_COUNTED}\b){{0,6}})(?:,?\s*(?:år\s*)?(?P<wyear>20\d\d)\b)?"
)
_WEEK = re.compile(WEEK, re.I)
# "måndag–onsdag", "tisdag och torsdag": the first of them and the last.
_WEEKDAYS = rf"(?P<day>{WEEKDAY})(?:(?:{AND}|{THROUGH}|/)(?P<last>{WEEKDAY}))?"
_DAY_OF_WEEK = re.compile(rf"{_WEEKDAYS}\s*,?\s*(?:(?:i|på|under)\s+)?{WEEK}", re.I)
_WEEK_DAY = re.compile(rf"{WEEK}\s*[,:(]?\s*(?:på\s+)?{_WEEKDAYS}", re.I)
_NTH = re.compile(
    rf"\b(?P<nth>första|andra|tredje|fjärde|sista)\s+(?P<day>{WEEKDAY})\s+i\s+(?P<month>{MONTH})\b(?:\s+(?P<year>20\d\d)\b)?",
    re.I,
)
_MONTHS = re.compile(
    rf"\b(?P<first>{MONTH})\b(?P<more>(?:(?:{THROUGH}|{AND}|/)(?:{MONTH})\b){{0,6}})(?:,?\s+(?P<year>20\d\d)\b)?", re.I
)
_COARSE = re.compile(
    r"\b(?:början|mitten|slutet|månadsskiftet|tidigast|efter|före|innan|omkring|kring|runt|sen|tidig|senare|framåt|"
    r"veckan|veckorna|halvan|helgen)\b",
    re.I,
)
_COARSE_BEFORE = re.compile(
    r"\b(?:början av|mitten av|slutet av|tidigast|efter|före|innan|senast|omkring|kring|runt)\s*$", re.I
)
_FROM_BEFORE = re.compile(r"\b(?:från|fr\.?\s?o\.?\s?m\.?|från och med|med start|start|börjar)\s*$", re.I)
_WEEKS_AHEAD = rf"(?:i\s+)?(?P<ahead>nästa vecka|om en vecka|om (?P<n>{_N}) veckor|om fjorton dagar|om 14 dagar)\b"
_RELATIVE = re.compile(rf"\b(?P<word>i ?övermorgon|i ?morgon|i ?dag)\b|{_WEEKDAYS}\s*,?\s*{_WEEKS_AHEAD}", re.I)
_AHEAD = re.compile(rf"\b{_WEEKS_AHEAD}(?:\s*[,:]?\s*(?:på\s+)?{_WEEKDAYS})?", re.I)
_NEXT = re.compile(rf"\b(?P<how>nu på|nu|kommande|närmaste|nästkommande|senast|på|nästa)\s+(?P<day>{WEEKDAY})", re.I)


@dataclass(frozen=True, slots=True)
class Period:
    """From when to when. `exact` is False for a week or a month; `unclear` and `unreal` are as written."""

    start: date | None = None
    end: date | None = None
    exact: bool = True
    unclear: str = ""
    unreal: str = ""


def period_of(text: str, today: date | None) -> Period:
    """Read weeks, months and relative days of a text that names no day by its number; an empty period for none."""
    if found := _DAY_OF_WEEK.search(text) or _WEEK_DAY.search(text):
        day = _day_of_week(found, today)
        if day.start or day.unreal:
            return day
    if found := _WEEK.search(text):
        return _weeks(found, today)
    if today and (near := _near(text, today)):
        return near
    if found := _NTH.search(text):
        return _nth(found, today)
    if not _COARSE.search(text) and (found := _MONTHS.search(text)):
        return _months(found, today)
    return Period()


def week_beside(text: str, at: int, end: int) -> re.Match[str] | None:
    """Return the one week that stands right before or behind a day, None where there is none."""
    small = text[:400].casefold()
    for found in _WEEK.finditer(text[:400]) if "v" in small or "week" in small else ():
        close = found.end() <= at <= found.end() + 3 or end <= found.start() <= end + 3
        if close and not found["more"] and not re.search(r"[\w]", text[min(found.end(), end) : max(at, found.start())]):
            return found
    return None


def _numbers(found: re.Match[str]) -> list[int]:
    return [int(found["first"]), *(int(n) for n in re.findall(r"\d{1,2}", found["more"] or ""))]


def _day_of_week(found: re.Match[str], today: date | None) -> Period:
    if is_plural(found["day"]) or found["more"] or _COARSE_BEFORE.search(found.string[: found.start()]):
        return Period()
    if re.match(rf"\s*(?:{AND}|{THROUGH}|/){WEEKDAY}", found.string[found.end() :], re.I):
        return Period()
    if re.search(rf"{WEEKDAY}(?:{AND}|{THROUGH}|/)$", found.string[: found.start()], re.I):
        return Period()
    week = _weeks(found, today)
    if week.unreal or week.start is None:
        return week
    return _in_week(week.start, found)


def _in_week(monday: date, found: re.Match[str]) -> Period:
    """Return the day or the days of one week that are named; nothing for one or the other, or the last one first."""
    first = weekday_of(found["day"])
    if not found["last"]:
        return Period(monday + timedelta(days=first))
    last = weekday_of(found["last"])
    if last <= first or is_plural(found["last"]) or re.search(rf"\b{OR}\b", found[0], re.I):
        return Period()
    return Period(monday + timedelta(days=first), monday + timedelta(days=last))


def _weeks(found: re.Match[str], today: date | None) -> Period:
    numbers = _numbers(found)
    before = found.string[: found.start()]
    if _COARSE_BEFORE.search(before) or re.search(rf"\b{OR}\b", found["more"] or "", re.I):
        return Period()
    if max(numbers) > 53 or min(numbers) < 1:
        return Period(unreal=found[0].strip())
    if found["wyear"]:
        year = int(found["wyear"])
    elif today is None:
        return Period()
    else:
        year, this_week, _ = today.isocalendar()
        year += numbers[0] < this_week
    try:
        start = date.fromisocalendar(year, numbers[0], 1)
        end = date.fromisocalendar(year + (numbers[-1] < numbers[0]), numbers[-1], 7)
    except ValueError:
        return Period(unreal=found[0].strip())
    open_end = _FROM_BEFORE.search(before) and len(numbers) == 1
    return Period(start, None if open_end else end, exact=False)


def _near(text: str, today: date) -> Period | None:
    """Read what is counted from the day of the mail; None where nothing is."""
    found = _RELATIVE.search(text)
    if found and found["word"]:
        word = found["word"].casefold().replace(" ", "")
        return Period(today + timedelta(days={"idag": 0, "imorgon": 1, "iövermorgon": 2}[word]))
    found = found or _AHEAD.search(text)
    if found:
        return _weeks_ahead(found, today)
    return _next(near, today) if (near := _NEXT.search(text)) else None


def _weeks_ahead(found: re.Match[str], today: date) -> Period:
    ahead, n = found["ahead"].casefold(), found["n"]
    weeks = 2 if "dagar" in ahead else 1 if not n else int(n) if n.isdigit() else WORDS[n.casefold()]
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
    if not found["day"]:
        return Period(monday, monday + timedelta(days=6), exact=False)
    if is_plural(found["day"]) or re.search(rf"\b{OR}\b", found.string, re.I):
        return Period()
    return _in_week(monday, found)


def _next(found: re.Match[str], today: date) -> Period:
    if is_plural(found["day"]) or re.search(rf"\b{OR}\s+(?:på\s+)?{WEEKDAY}", found.string, re.I):
        return Period()
    wanted = weekday_of(found["day"])
    coming = today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)
    # Before that weekday in its own week, "nästa torsdag" is this one to some and the one after to others.
    if found["how"].casefold() == "nästa" and wanted > today.weekday():
        return Period(unclear=found[0].strip())
    return Period(coming)


def _nth(found: re.Match[str], today: date | None) -> Period:
    month = MONTHS[found["month"].casefold()]
    if not found["year"] and today is None:
        return Period()
    year = int(found["year"]) if found["year"] else (today.year + (month < today.month) if today else 0)
    wanted = weekday_of(found["day"])
    days = [
        day for day in calendar.Calendar().itermonthdates(year, month) if day.month == month and day.weekday() == wanted
    ]
    nth = {"första": 0, "andra": 1, "tredje": 2, "fjärde": 3, "sista": -1}[found["nth"].casefold()]
    return Period(days[nth])


def _months(found: re.Match[str], today: date | None) -> Period:
    more = re.findall(MONTH, found["more"] or "", re.I)
    if found[0].casefold().strip() == "jul":
        # "Före jul", "i jul": Christmas, and not July.
        return Period()
    if re.search(rf"\b{OR}\b", found["more"] or "", re.I):
        return Period()
    first = MONTHS[found["first"].casefold()]
    last = MONTHS[more[-1].casefold()] if more else first
    if found["year"]:
        year = int(found["year"])
        start_year = year - 1 if last < first else year
    elif today is None:
        return Period()
    else:
        start_year = today.year + (first < today.month)
        year = start_year + (last < first)
    return Period(date(start_year, first, 1), date(year, last, calendar.monthrange(year, last)[1]), exact=False)
