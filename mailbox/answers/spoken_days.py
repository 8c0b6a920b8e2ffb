"""Days as leads write them in a hurry, made plain for the readers of dates: "den 12", "tors kl 10", "vecka 13.00".

Pure and total.
"""

import re
from datetime import date, timedelta

MONTH = r"(?:jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*"
_BARE_DAY = re.compile(rf"\bden (\d{{1,2}})(?::?[ea])?(?=[ ,.;]|$)(?!\s*(?:{MONTH}|/|\.\s?\d))", re.I)
_WEEK_CLOCK = re.compile(r"\b((?:nästa )?vecka) (?=\d{1,2}[.:]\d\d\b)", re.I)
_MONTH_CLOCK = re.compile(rf"\b({MONTH}(?: 20\d\d)?),? (?=(?:0?[6-9]|1\d|2[0-2])[.:][0-5]\d\b)", re.I)
# The readers of dates take "tid" for a weekday, and want "på" before one that stands alone.
_WORD_TIME = re.compile(r"\btid(?:en)?\b(?=\s)", re.I)
_BARE_WEEKDAY = re.compile(
    r"(?<!på )(?<!nästa )(?<!nu )(?<!kommande )\b(mån|tis|ons|tors|fre|lör|sön)(?:dag)?\b"
    r"(?=$|[,.]|\s+(?:i|på|hos|vid|via|kl|klockan|halv)\b|\s+\d{1,2}[.:]\d\d)",
    re.I,
)
_MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
           "november", "december")  # fmt: skip


def dated(said: str, today: date) -> str:
    """Return the words with "den 12" as a day of the coming month, and clock times that look like weeks marked."""

    def with_month(found: re.Match[str]) -> str:
        day = _coming(int(found[1]), today)
        return f"{day.day}/{day.month} {day.year}" if day else found[0]

    dated = _BARE_DAY.sub(with_month, _WORD_TIME.sub(" ", said))
    return _BARE_WEEKDAY.sub(r"på \1dag", _MONTH_CLOCK.sub(r"\1 kl ", _WEEK_CLOCK.sub(r"\1 kl ", dated)))


def _coming(number: int, today: date) -> date | None:
    """Return the next day of that number, today included."""
    for ahead in range(62):
        day = today + timedelta(days=ahead)
        if day.day == number:
            return day
    return None


def spoken_day(day: date) -> str:
    """Return "15 december 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
