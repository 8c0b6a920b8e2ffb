"""Find the days that a text names, in every spelling, with what stands around each of them.

A clock is hidden first, so that "kl 13–15, 3 mars" is one day. What comes back are numbers; whether they make a date,
and which year is meant, is for `dates`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from medverkan.mailbox.forms.values.date_words import (
    AND,
    DAY,
    MONTH,
    MONTHS,
    OR,
    THROUGH,
    WEEKDAY,
    YEAR,
    is_plural,
    weekday_of,
    weekdays_in,
)

_NEXT_DAY = rf"(?:{AND}|{THROUGH})(?:{WEEKDAY}\s*)?(?:den\s+)?{DAY}"
_BEFORE = rf"(?:(?P<wd>{WEEKDAY}(?:(?:{AND}|{THROUGH}|/){WEEKDAY}){{0,4}}),?\s+)?(?:den\s+|the\s+)?"
# "11/5, torsdag 14/5": the weekday is the next day's; "11/5, tisdag 10–12" is not.
_AFTER = (
    rf"(?:\s*\((?P<wb>{WEEKDAY})\)|\s*,?\s*(?P<wa>(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?)\b"
    r"(?!\s*(?:den\s+)?\d{1,2}(?!\d{1,2}\b(?!-)|\s?[-–.:]\s?\d|\s?tim)))?"
)
_WRITTEN = re.compile(
    rf"{_BEFORE}(?P<days>{DAY}(?:{_NEXT_DAY}){{0,8}})\.?\s*(?:(?:i|of)\s+)?(?P<month>{MONTH})\b\.?{YEAR}?{_AFTER}", re.I
)
_ISO = re.compile(
    rf"{_BEFORE}(?P<iso>(?<!\d)20\d\d-[01]?\d-[0-3]?\d(?!\d)|(?<!\d)20\d\d[./][01]\d[./][0-3]\d(?!\d)|"
    rf"(?<![\d-])2[4-9]-[01]\d-[0-3]\d(?![\d-])){_AFTER}",
    re.I,
)
_DAY_FIRST = re.compile(
    rf"{_BEFORE}(?P<dmy>(?<![\d./-])[0-3]?\d(?:-[01]?\d-20|\.[01]?\d\.(?:20)?|/[01]?\d/(?:20)?)[23]\d(?!\d)){_AFTER}",
    re.I,
)
_SLASH = re.compile(rf"{_BEFORE}(?P<days>{DAY})\s?/\s?(?P<month>1[0-2]|0?[1-9])(?![\d/]){YEAR}?{_AFTER}", re.I)
# "8-12/2", "8, 9 och den 10/2". What stands before a comma may be a clock: "13-15, 10/2".
_SLASH_DAYS = re.compile(
    rf"{_BEFORE}(?P<days>(?<!/)(?<!/\s){DAY}(?:{_NEXT_DAY}){{1,8}})\s?/\s?(?P<month>1[0-2]|0?[1-9])(?![\d/]){YEAR}?{_AFTER}",
    re.I,
)
_CLOCK_FIRST = re.compile(r"\d\s*[-–—−]\s*\d{1,2}\s*,")
_DOT = re.compile(rf"{_BEFORE}(?P<days>{DAY})\.(?P<month>1[0-2]|0?[1-9])(?!\.?\d){_AFTER}", re.I)
_COMPACT = re.compile(r"(?<![\d+-])(?:20)?(?P<y>2[4-9]|3\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?![\d-])")
_MONTH_FIRST = re.compile(
    r"\b(?P<month>january|february|march|april|may|june|july|august|september|october|november|december|"
    # "Feb 9" needs its year or its end, for a count may follow the month.
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?=\.?\s+[0-3]?\d(?:st|nd|rd|th)?\s*(?:$|[,;(]|20\d\d\b|at\b)))"
    r"\.?\s+(?P<days>[0-3]?\d)(?:st|nd|rd|th)?\b(?:,?\s*(?P<year>20\d\d)\b)?",
    re.I,
)
_CLOCK = r"\d{1,2}(?:[.:]\d\d|\d\d)?\b"
# Clocks and weeks, whose numbers are no days: "kl. 13-15, 3 mars", "v. 10, 11 mars".
_NO_DAY = re.compile(
    rf"\b(?:veckorna|vecka|veckor|v)\.?\s?\d{{1,2}}\b|\b(?:kl\.?|klockan)\s*{_CLOCK}(?:{THROUGH}(?:ca\s*|kl\.?\s*)?{_CLOCK}(?!\s*(?:{MONTH}|/\d)))?|"
    rf"(?<![\d./-])\d{{1,2}}[.:]\d\d{THROUGH}(?:ca\s*|kl\.?\s*)?{_CLOCK}(?!\s*(?:{MONTH}|/\d))|"
    rf"(?<![\d./:-])\d{{1,2}}\s?[-–]\s?\d{{1,2}}[.:]\d\d(?!\d)",
    re.I,
)
# Numbers of rooms and floors, not of days.
_NUMBERED_THING = re.compile(
    r"(?:\b(?:sal|rum|plan|hus|nr|nummer|version|avd|avdelning|kap|kapitel|del|våning|byggnad|kl|klockan)\b\.?|§)\s*$",
    re.I,
)
_IN_FIGURES, _SIX_FIGURES = re.compile(r"\d[-./]\d{1,2}[-./]\d"), re.compile(r"\d{6}")
_MONTH_STEMS = frozenset(month[:3] for month in MONTHS)


def _names_a_month(text: str) -> bool:
    small = text.lower()
    return any(map(small.__contains__, _MONTH_STEMS))


# The patterns in the order in which they are tried, each with a quick look for what it cannot do without.
_WAYS: tuple[tuple[re.Pattern[str], Callable[[str], object]], ...] = (
    (_ISO, _IN_FIGURES.search),
    (_DAY_FIRST, _IN_FIGURES.search),
    (_WRITTEN, _names_a_month),
    (_SLASH_DAYS, lambda text: "/" in text),
    (_SLASH, lambda text: "/" in text),
    (_COMPACT, _SIX_FIGURES.search),
    (_DOT, lambda text: "." in text),
    (_MONTH_FIRST, _names_a_month),
)
_ROUND_THE_CLOCK = re.compile(r"^24/7$|\b24/7\b(?=\s*(?:,|dygn|$))")


@dataclass(slots=True)
class Day:
    """One day as named; `text` is what was written, `at` and `end` where it stands."""

    at: int
    end: int
    text: str
    month: int
    day: int
    year: int | None
    weekdays: tuple[int, ...]  # one of these it must be; () where none is said
    through: bool = False  # the end of a range that begins with the day before it in the list
    choice: bool = False  # "9 eller 11 mars": one of several
    every: bool = False  # "tisdagar": the weekday is that of the days after it too


def mentions(text: str) -> tuple[list[Day], str]:
    """Return every day that is named, in order, and the text without them."""
    if not re.search(r"\d", text):
        return [], text
    days: list[Day] = []
    hidden = _NO_DAY.sub(lambda found: "¤" * len(found[0]), text)
    taken: list[tuple[int, int]] = []
    for pattern, may_be_there in _WAYS:
        if not may_be_there(hidden):
            continue
        matches = [found for found in pattern.finditer(hidden) if _is_day(found, pattern)]
        for match in matches:
            days += _days_of(match, pattern)
            taken.append(match.span())
            hidden = hidden[: match.start()] + "¤" * (match.end() - match.start()) + hidden[match.end() :]
    days.sort(key=lambda day: day.at)
    for before, after in pairwise(days):
        if before.at != after.at:
            _join(before, after, text)
    rest = text
    for start, end in taken:
        rest = rest[:start] + "¤" * (end - start) + rest[end:]
    return days, re.sub(r" ?¤+ ?", " ¤ ", rest)


def _is_day(match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    if pattern not in (_SLASH_DAYS, _SLASH, _DOT):
        return True
    before = match.string[: match.start()]
    if pattern is _SLASH_DAYS:
        days = [int(day) for day in re.findall(r"\d{1,2}", match["days"])]
        rising = all(one < other for one, other in pairwise(days))
        return rising and not _CLOCK_FIRST.search(match["days"]) and not _NUMBERED_THING.search(before)
    if match["wd"]:
        return True
    if _NUMBERED_THING.search(before) or _ROUND_THE_CLOCK.search(match.string, match.start()):
        return False
    # "14.3" alone is a day, "version 14.3" and "3.5 timmar" are not.
    after = match.string[match.end() : match.end() + 12]
    alone = re.search(r"(?:^|\bden\s|[,(]\s?|\boch\s|[-–]\s?|\bpå\s|\d\s)$", match.string[: match.start("days")], re.I)
    return pattern is _SLASH or (bool(alone) and not re.match(r"\s*(?:tim|h\b|min|%|km|mil|kr|år)", after, re.I))


def _join(before: Day, after: Day, text: str) -> None:
    """Say of two days in a row whether they are a range, or one or the other."""
    between = text[before.end : after.at]
    if before.every and not after.weekdays and re.fullmatch(AND, between):
        after.weekdays, after.every = before.weekdays, True
        after.text = f"{before.text.split()[0]} {after.text}"
    if re.search(rf"\b(?:{OR}|(?:alternativ|förslag) ?\d)\b", between, re.I):
        before.choice = after.choice = True
    plainly = re.fullmatch(THROUGH, re.sub(r"[.,¤]", " ", between).replace("t o m", "till"), re.I) and between.strip(
        "¤ "
    )
    framed = re.fullmatch(r"\s*och\s*", between, re.I) and re.search(r"\bmellan\s*$", text[: before.at], re.I)
    after.through = after.through or bool(
        plainly or framed or re.search(r"\btill\b|\bt\.?\s?o\.?\s?m\b", between, re.I)
    )


def _days_of(match: re.Match[str], pattern: re.Pattern[str]) -> list[Day]:
    span = (match.start(), match.end(), match[0].strip())
    if pattern is _COMPACT:
        return [Day(*span, int(match["m"]), int(match["d"]), 2000 + int(match["y"]), ())]
    if pattern is _MONTH_FIRST:
        year = int(match["year"]) if match["year"] else None
        return [Day(*span, MONTHS[match["month"].casefold()], int(match["days"]), year, ())]
    groups = match.groupdict()
    weekdays = tuple(weekdays_in(groups["wd"] or ""))
    if after := groups["wa"] or groups["wb"]:
        weekdays += (weekday_of(after),)
    if pattern is _ISO:
        year, month, day = (int(n) for n in re.split(r"[-./]", groups["iso"]))
        return [Day(*span, month, day, year if year > 99 else 2000 + year, weekdays)]
    if pattern is _DAY_FIRST:
        day, month, year = (int(n) for n in re.split(r"[-./]", groups["dmy"]))
        return [Day(*span, month, day, year if year > 99 else 2000 + year, weekdays)]
    return _group(match, weekdays)


def _group(match: re.Match[str], weekdays: tuple[int, ...]) -> list[Day]:
    """Read "den 3, 10 och 17 mars 2027": several days of one month."""
    groups = match.groupdict()
    month = int(groups["month"]) if groups["month"].isdigit() else MONTHS[groups["month"].casefold()]
    short = groups.get("y2")
    year = int(groups["year"]) if groups.get("year") else 2000 + int(short) if short else None
    written = groups["days"]
    every = bool(groups["wd"]) and is_plural(re.findall(WEEKDAY, groups["wd"], re.I)[-1])
    if written.isdecimal():
        return [Day(match.start(), match.end(), match[0].strip(), month, int(written), year, weekdays, every=every)]
    numbers = [int(n) for n in re.findall(r"\d{1,2}", written)]
    inner = weekdays_in(written)
    joins = re.sub(WEEKDAY, "", written, flags=re.I)
    through = bool(re.search(THROUGH, joins, re.I))
    framed = re.search(r"\bmellan\s+(?:den\s+)?$", match.string[: match.start("days")], re.I)
    through = through or (len(numbers) == 2 and bool(framed))
    choice = bool(re.search(rf"\b{OR}\b", written, re.I))
    if through and every:
        # "Tisdagar 2–30 mars": the ends of the range need not be Tuesdays.
        weekdays = ()
    found = []
    for i, number in enumerate(numbers):
        own = weekdays
        if inner and i:
            own = (inner[min(i, len(inner)) - 1],)
        elif len(weekdays) > 1 and len(weekdays) == len(numbers):
            own = (weekdays[i],)
        ends = through and i == len(numbers) - 1 and i > 0
        text = match[0].strip() if through else _one_of(match, i)
        found.append(Day(match.start(), match.end(), text, month, number, year, own, ends, choice, every))
    return found


def _one_of(match: re.Match[str], at: int) -> str:
    """Return one day of a group as it would be written alone: "onsdag den 6 maj 2027"."""
    figures = list(re.finditer(r"\d{1,2}(?::?(?:[ea]|st|nd|rd|th)\b)?", match["days"]))
    behind = figures[at - 1].end() if at else 0
    lead = re.sub(rf"^{AND}", "", match["days"][behind : figures[at].start()], flags=re.I)
    before = match.string[match.start() : match.start("days")]
    if at and re.search(WEEKDAY, lead, re.I):
        before = ""
    elif len(named := re.findall(WEEKDAY, before, re.I)) == len(figures) > 1:
        before = f"{named[at]} "
    return f"{before}{lead}{figures[at][0]}{match.string[match.end('days') : match.end()]}".strip()
