"""Swedish dates, read against the day of the mail and never guessed.

A weekday that is not that date, a day that does not exist or a date that has passed gives no date at all but stands
in the result, so that it can be asked about. A day without a year is the next such day. Seasons and "i början av maj"
are left to people.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from medverkan.mailbox.forms.times import clock_times

_MONTHS = {
    "januari": 1, "jan": 1, "februari": 2, "feb": 2, "febr": 2, "mars": 3, "mar": 3, "april": 4, "apr": 4, "maj": 5,
    "juni": 6, "jun": 6, "juli": 7, "jul": 7, "augusti": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
    "oktober": 10, "okt": 10, "november": 11, "nov": 11, "december": 12, "dec": 12, "january": 1, "february": 2,
    "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "october": 10,
}  # fmt: skip
_DAY_STEMS = (
    ("mån", "man", "må"), ("tis", "ti"), ("ons", "on"), ("tors", "tor", "to"), ("fre", "fr"), ("lör", "lor", "lö"),
    ("sön", "son", "sö"),
)  # fmt: skip
_WEEKDAYS = {stem + ending: n for n, stems in enumerate(_DAY_STEMS) for stem in stems for ending in
             ("", "dag", "dagen", "dagar", "dagarna")}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = r"\b(?:" + "|".join(sorted(_WEEKDAYS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?<![\d.:])(?:3[01]|[12]\d|0?[1-9])(?::?[ea]\b)?"
_AND = r"\s*(?:,\s*och|,|och|samt|eller|resp\.?|&|\+)\s*"
_THROUGH = r"\s*(?:-|–|—|−|till och med|till|t\.?\s?o\.?\s?m\.?)\s*"
_NEXT_DAY = rf"(?:{_AND}|{_THROUGH})(?:{_WEEKDAY}\s*)?(?:den\s+)?{_DAY}"
_BEFORE = rf"(?:(?P<wd>{_WEEKDAY}(?:{_AND}{_WEEKDAY}){{0,3}}),?\s+)?(?:den\s+)?"
_AFTER = r"(?:\s*\(?(?P<wa>(?:mån|tis|ons|tors|fre|lör|sön)dag)\)?)?"
_WRITTEN = re.compile(
    rf"{_BEFORE}(?P<days>{_DAY}(?:{_NEXT_DAY}){{0,8}})\.?\s*(?P<month>{_MONTH})\b\.?(?:,?\s*(?P<year>20\d\d)\b)?{_AFTER}",
    re.I,
)
_ISO = re.compile(
    rf"{_BEFORE}(?P<iso>(?<!\d)20\d\d-[01]?\d-[0-3]?\d(?!\d)|(?<!\d)20\d\d[./][01]\d[./][0-3]\d(?!\d)){_AFTER}", re.I
)
_SLASH = re.compile(
    rf"{_BEFORE}(?P<days>{_DAY}(?:\s*[-–]\s*{_DAY})?)\s?/\s?(?P<month>1[0-2]|0?[1-9])(?![\d/])(?:[-/ "
    rf"](?P<year>(?:20)?2\d)\b)?{_AFTER}",
    re.I,
)
_COMPACT = re.compile(r"(?<![\d+-])(?:20)?(?P<y>2[4-9]|3\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?![\d-])")
_WEEK = re.compile(
    rf"\b(?:veckorna|vecka|veckor|v)\.?\s?(?P<a>\d{{1,2}})\b(?:(?P<sep>{_THROUGH}|{_AND}|/)(?:v\.?|"
    rf"vecka)?\s?(?P<b>\d{{1,2}})\b)?(?:,?\s*(?P<year>20\d\d)\b)?",
    re.I,
)
_MONTH_SPAN = re.compile(rf"\b(?P<a>{_MONTH})\b(?:{_THROUGH}|/)?(?P<b>(?:{_MONTH})\b)?(?:\s+(?P<year>20\d\d)\b)?", re.I)
_COARSE = re.compile(
    r"\b(?:början|mitten|slutet|månadsskiftet|tidigast|efter|före|innan|omkring|kring|sen|tidig)\b", re.I
)
_RELATIVE = re.compile(
    rf"\b(?P<word>i ?övermorgon|i ?morgon|i ?dag)\b|\b(?:nu på|kommande|på)\s+(?P<day>{_WEEKDAY})|"
    rf"\b(?P<week>nästa vecka)\b",
    re.I,
)
_ONE_DAY = re.compile(rf"(?:{_WEEKDAY}\s*)?(?:den\s+)?(?P<d>\d{{1,2}})", re.I)
_DEADLINE = re.compile(r"\b(?:senast|före|innan|klart till|deadline)\b", re.I)
_PREVIOUS_WEEK_SLACK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class When:
    """What a text says of when. Dates and times are absent where they must be asked about or are not said."""

    start: date | None = None
    end: date | None = None  # only where it is said: a range, several days, a week
    occasions: int | None = None  # only where the days are listed
    time_start: str = ""
    time_end: str = ""
    mismatches: tuple[str, ...] = ()  # as written: a weekday that is not that date
    impossible: tuple[str, ...] = ()  # as written: a day that does not exist
    past: tuple[date, ...] = ()


@dataclass(slots=True)
class _Day:
    at: int
    end: int
    text: str
    month: int
    day: int
    year: int | None
    weekdays: tuple[int, ...]
    through: bool = False  # the end of a range that begins with the day before it in the list


# A form's time is read once for its fields and once for the questions it raises.
@lru_cache(maxsize=64)
def read_when(text: str, today: date | None) -> When:
    """Read when something is. `today` is the day of the mail in Stockholm; None reads only dates with a year."""
    text = " ".join(text[:1500].split())
    days, rest = _mentions(text)
    rest = _WEEK.sub(" ¤ ", rest)
    time_start, time_end = clock_times(rest)
    if days:
        return _of_days(text, days, today, (time_start, time_end))
    start, end = _span(text, today)
    past = (
        (end,) if end and today and end < today else (start,) if start and not end and today and start < today else ()
    )
    if past:
        return When(time_start=time_start, time_end=time_end, past=tuple(d for d in past if d))
    return When(start, end, None, time_start, time_end)


def _of_days(text: str, days: list[_Day], today: date | None, times: tuple[str, str]) -> When:
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
    past = tuple(d for d in dates if today and d < today)
    if wrong or impossible or past or not dates:
        start_time, end_time = times
        unlike, unreal = tuple(dict.fromkeys(wrong)), tuple(dict.fromkeys(impossible))
        return When(None, None, None, start_time, end_time, unlike, unreal, past)
    start, end = min(dates), max(dates)
    if len(days) == 1 and _DEADLINE.search(text[: days[0].at]):
        return When(None, end, None, *times)
    unsure = _DEADLINE.search(text) or re.search(r"\beller\b", text, re.IGNORECASE)
    listed = len(set(dates)) > 1 and not any(d.through for d in days) and not unsure
    return When(start, end if end != start else None, len(set(dates)) if listed else None, *times)


def _mentions(text: str) -> tuple[list[_Day], str]:
    """Return every day that is named, in order, and the text without them."""
    days: list[_Day] = []
    for pattern in (_ISO, _WRITTEN, _SLASH, _COMPACT):
        matches = list(pattern.finditer(text))
        for match in matches:
            days += _days_of(match, pattern)
        for match in matches:
            text = text[: match.start()] + "¤" * (match.end() - match.start()) + text[match.end() :]
    days.sort(key=lambda day: day.at)
    for before, after in pairwise(days):
        between = text[before.end : after.at]
        if re.fullmatch(_THROUGH, between.replace("¤", ""), re.I) and between.strip("¤ "):
            after.through = True
    return days, re.sub("¤+", " ¤ ", text)


def _days_of(match: re.Match[str], pattern: re.Pattern[str]) -> list[_Day]:
    span = (match.start(), match.end(), match[0].strip())
    if pattern is _COMPACT:
        return [_Day(*span, int(match["m"]), int(match["d"]), 2000 + int(match["y"]), ())]
    weekdays = tuple(_WEEKDAYS[word.casefold().rstrip(".")] for word in re.findall(_WEEKDAY, match["wd"] or "", re.I))
    weekdays += (_WEEKDAYS[match["wa"].casefold()],) if match["wa"] else ()
    if pattern is _ISO:
        numbers = [int(n) for n in re.split(r"[-./]", match["iso"])]
        return [_Day(*span, numbers[1], numbers[2], numbers[0], weekdays)]
    month = int(match["month"]) if match["month"].isdigit() else _MONTHS[match["month"].casefold()]
    year = int(match["year"]) if match["year"] else None
    if year is not None and year < 100:
        year += 2000
    numbers = [int(n) for n in re.findall(r"\d{1,2}", match["days"])]
    inner = re.findall(_WEEKDAY, match["days"], re.I)
    through = bool(re.search(_THROUGH, re.sub(_WEEKDAY, "", match["days"], flags=re.I), re.I))
    found = []
    for i, number in enumerate(numbers):
        own = weekdays if not inner or i == 0 else (_WEEKDAYS[inner[min(i, len(inner)) - 1].casefold().rstrip(".")],)
        found.append(_Day(*span, month, number, year, own, through and i == len(numbers) - 1))
    return found


def _infer_years(days: list[_Day], today: date | None) -> None:
    """Give a day without a year that of the next day that has one, else the next such day after the mail."""
    following: _Day | None = None
    for day in reversed(days):
        if day.year is not None:
            following = day
        elif following is not None and following.year is not None:
            later = (day.month, day.day) > (following.month, following.day)
            day.year = following.year - 1 if later else following.year
    previous: _Day | None = None
    for day in days:
        if day.year is None and previous is not None and previous.year is not None:
            day.year = previous.year + ((day.month, day.day) < (previous.month, previous.day))
        elif day.year is None and today is not None:
            day.year = today.year + ((day.month, day.day) < (today.month, today.day))
        previous = day


def _span(text: str, today: date | None) -> tuple[date | None, date | None]:
    """Read weeks, whole months and "nu på torsdag"; (None, None) where the text says none of them plainly."""
    if week := _WEEK.search(text):
        return _weeks(week, today)
    if today and (near := _RELATIVE.search(text)):
        return _relative(near, today)
    if not _COARSE.search(text) and (span := _MONTH_SPAN.search(text)):
        return _months(span, today)
    return None, None


def _weeks(match: re.Match[str], today: date | None) -> tuple[date | None, date | None]:
    first, last = int(match["a"]), int(match["b"] or match["a"])
    if match["year"]:
        year = int(match["year"])
    elif today is None:
        return None, None
    else:
        year, this_week, _ = today.isocalendar()
        year += first < this_week
    try:
        start = date.fromisocalendar(year, first, 1)
        end = date.fromisocalendar(year + (last < first), last, 7)
    except ValueError:
        return None, None
    return start, end


def _months(match: re.Match[str], today: date | None) -> tuple[date | None, date | None]:
    first, last = _MONTHS[match["a"].casefold()], _MONTHS[(match["b"] or match["a"]).casefold()]
    if match["year"]:
        year = int(match["year"])
        start_year = year - 1 if last < first else year
    elif today is None:
        return None, None
    else:
        start_year = today.year + (first < today.month)
        year = start_year + (last < first)
    return date(start_year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _relative(match: re.Match[str], today: date) -> tuple[date | None, date | None]:
    if match["week"]:
        monday = today - timedelta(days=today.weekday()) + _PREVIOUS_WEEK_SLACK
        return monday, monday + timedelta(days=6)
    if match["day"]:
        word = match["day"].casefold().rstrip(".")
        if word.endswith(("ar", "arna")):
            return None, None
        ahead = (_WEEKDAYS[word] - today.weekday() - 1) % 7 + 1
        return today + timedelta(days=ahead), None
    days = {"i": 0}
    word = match["word"].casefold().replace(" ", "")
    return today + timedelta(days={"idag": 0, "imorgon": 1, "iövermorgon": 2}.get(word, days["i"])), None
