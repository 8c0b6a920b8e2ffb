"""Find in running text when an assignment begins, to hold it against the day in the form."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from medverkan.mailbox.forms.judging.spotting import spotted
from medverkan.mailbox.forms.values import numbers
from medverkan.mailbox.forms.values.date_words import may_name_a_day
from medverkan.mailbox.forms.values.dates import read_when

MAX_TEXT = 20_000
_BEGINS = re.compile(
    r"\b(?:vi börjar|börjar|startar|med start|första (?:träffen|mötet|gången|tillfället|samtalet|dagen)|"
    r"(?:vi )?träffas|vi ses|(?:mötet|träffen|workshopen|fokusgruppen|samtalet|intervjun|föreläsningen) "
    r"(?:är|blir|hålls|äger rum))\b(?P<day>[^.!?\n]{0,60}(?:\.\d[^!?\n]{0,20})?)",
    re.I,
)
_BEGINNINGS = (
    "vi börjar", "börjar", "startar", "med start", "första", "vi träffas", "träffas", "vi ses", "mötet", "träffen",
    "workshopen", "fokusgruppen", "samtalet", "intervjun", "föreläsningen",
)  # fmt: skip
_GOES_ON = re.compile(r"\b(?:och|samt|sedan|därefter|igen|efter|inför|klart?|uppfölj\w*|nästa|sista|avslut\w*)\b", re.I)
_MORE_DAYS = re.compile(
    r"\b(?:till\b(?! \d)|ytterligare|m\.? ?fl|bland annat|första|fler|eventuellt|ev|preliminärt)", re.I
)
_HALF_A_YEAR = timedelta(days=183)
_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip


def start_questions(text: str, title: str, fields: Mapping[str, Any], today: date | None = None) -> list[str]:
    """Ask where a text says that it begins another day than the form says; [] where they agree or it says nothing."""
    start, end = _day(fields.get("date_start")), _day(fields.get("date_end"))
    if start is None:
        return []
    said = [found["day"] for found in spotted(_BEGINS, _BEGINNINGS, text[:MAX_TEXT])]
    said = [_GOES_ON.split(part)[0] for part in said]
    for part in filter(may_name_a_day, [*said, title]):
        # A day without a year is meant near the day of the form.
        found = read_when(part, start - _HALF_A_YEAR)
        day = found.start if found.exact and not found.end else None
        if day and not start <= day <= (end or start) and day >= (today or start - _HALF_A_YEAR):
            both = f"i formuläret står {written(start)}, men i texten {written(day)}"
            return [f"Datum och tid: {both}. Vilket datum gäller?"]
    return []


def occasion_questions(fields: Mapping[str, Any], today: date | None) -> list[str]:
    """Ask where as many days are listed as are not said to be; [] where they agree."""
    text = str(fields.get("when_text", ""))
    listed = read_when(text, today).occasions
    if not listed or _MORE_DAYS.search(text):
        return []
    for said in (numbers.occasions(text), fields.get("occasions")):
        if isinstance(said, int) and said != listed:
            return [f"Antal tillfällen är {said}, men {listed} datum är angivna. Vilka datum gäller?"]
    return []


def written(day: date) -> str:
    """Return a day as it is said in a question: "9 mars 2027"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value or ""))
    except ValueError:
        return None
