"""When a person asked to be called again: "ring igen på torsdag", "efter nyår, den 7 januari".

Pure and total. Only one plain day ahead counts; anything else is left to the usual next working day.
"""

from datetime import date, timedelta

from medverkan.mailbox.answers.spoken_days import dated
from medverkan.mailbox.forms.values.dates import read_when

MAX_WORDS = 2000
FAR_AHEAD = timedelta(days=90)


def call_back_day(words: str, today: date) -> date | None:
    """Return the one day that is named for the next call; None where none is, or more than one."""
    when = read_when(dated(words[:MAX_WORDS], today), today)
    day = when.start
    if day is None or when.end or when.occasions or not when.exact or when.next_year:
        return None
    return day if today < day <= today + FAR_AHEAD else None
