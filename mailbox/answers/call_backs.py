"""When a person asked to be called again ("ring igen på torsdag"), and by when a unit promises to phone somebody.

Pure and total. What names no time ahead plainly is left to the usual next working day.
"""

import re
from datetime import date, timedelta

from medverkan.mailbox.answers.spoken_days import dated
from medverkan.mailbox.forms.values.dates import read_when

MAX_WORDS = 2000
FAR_AHEAD = timedelta(days=90)
PROMISED_AHEAD = timedelta(days=31)
_THIS_WEEK = re.compile(r"\b(?:i veckan|denna vecka|den här veckan|slutet (?:av|på) veckan)\b", re.I)


def call_back_day(words: str, today: date) -> date | None:
    """Return the one day that is named for the next call; None where none is, or more than one."""
    when = read_when(dated(words[:MAX_WORDS], today), today)
    day = when.start
    if day is None or when.end or when.occasions or not when.exact or when.next_year:
        return None
    return day if today < day <= today + FAR_AHEAD else None


def promised_by(words: str, today: date) -> date | None:
    """Return the last day of the time in which something is to be done: "i nästa vecka"; None where none is named.

    Nobody is waited for longer than a month.
    """
    said = words[:MAX_WORDS]
    when = read_when(dated(said, today), today)
    day = None if when.occasions or when.next_year else when.end or when.start
    if day is None and _THIS_WEEK.search(said):
        day = today + timedelta(days=6 - today.weekday())
    return day if day and today < day <= today + PROMISED_AHEAD else None
