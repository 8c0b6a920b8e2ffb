"""Say what a form still needs: required fields that are missing, contradictions to ask about, advice.

Works on normalised fields only, so that it can be asked again after a unit's answers have been merged.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from medverkan.mailbox.forms.judging.contradictions import (
    ADULT_AGE,
    registration_contradictions,
    request_contradictions,
)
from medverkan.mailbox.forms.judging.doubts import when_questions
from medverkan.mailbox.forms.judging.headcount import headcount_questions
from medverkan.mailbox.forms.judging.start_days import start_questions
from medverkan.mailbox.forms.naming.registry import EITHER_OR, FIELDS
from medverkan.mailbox.forms.values.dates import read_when
from medverkan.mailbox.forms.values.normalise import STOCKHOLM
from medverkan.mailbox.red_days import is_red
from medverkan.mailbox.values import Kind

NOTICE_WORKING_DAYS = 10
# More days than this hold enough working days, whatever the holidays.
_LONG_NOTICE = timedelta(days=30)

Judgement = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def judge(kind: Kind, fields: Mapping[str, Any], when: datetime | None) -> Judgement:
    """Return (missing keys, questions, remarks); `when` is the mail's date, None where it is not known."""
    if kind not in FIELDS:
        return (), (), ()
    today = when.astimezone(STOCKHOLM).date() if when else None
    minor = kind is Kind.REGISTRATION and is_minor(fields, today)
    missing = tuple(_missing(kind, fields, minor=minor))
    if kind is Kind.REQUEST:
        return missing, tuple(_request_questions(fields, today)), tuple(_remarks(fields, today))
    asked = [*(_guardian_questions(fields) if minor else ()), *registration_contradictions(fields, today)]
    return missing, tuple(asked), ()


_GUARDIAN = ("guardian_name", "guardian_phone", "guardian_consent")


def is_minor(fields: Mapping[str, Any], today: date | None) -> bool:
    """Tell whether somebody was born less than 18 years before the mail's year; a guardian says so without a year."""
    if not fields.get("birth_year") and any(fields.get(key) for key in _GUARDIAN):
        return True
    born = fields.get("birth_year")
    return isinstance(born, int) and today is not None and today.year - born < ADULT_AGE


def _missing(kind: Kind, fields: Mapping[str, Any], *, minor: bool) -> list[str]:
    stand_ins = {first: other for other, first in EITHER_OR.items()}
    keys = []
    for field in FIELDS[kind]:
        if not field.required or (field.key == "guardian_consent" and not minor):
            continue
        value = fields.get(field.key)
        if field.key in stand_ins and not value:
            value = fields.get(stand_ins[field.key])
        if value in (None, "", [], (), False):
            keys.append(field.key)
    return keys


def _request_questions(fields: Mapping[str, Any], today: date | None) -> list[str]:
    asked = when_questions(read_when(str(fields.get("when_text", "")), today))
    start, end = _day(fields, "date_start"), _day(fields, "date_end")
    reply_by = _day(fields, "reply_by")
    if start and end and end < start:
        asked.append(f"Sista datum, {end}, ligger före första datum, {start}. Vilka datum gäller?")
    first, last = fields.get("time_start", ""), fields.get("time_end", "")
    if first and last and last <= first:
        asked.append(f"Sluttiden kl. {last} ligger inte efter starttiden kl. {first}. Vilken tid gäller?")
    if reply_by and (start or end) and reply_by > (start or end or reply_by):
        asked.append(
            f"Sista svarsdatum, {reply_by}, ligger efter uppdragets datum, {start or end}. När behöver ni svar?"
        )
    if today and reply_by and reply_by < today:
        asked.append(f"Sista svarsdatum, {reply_by}, har redan passerat. När behöver ni svar?")
    return [*asked, *request_contradictions(fields, today)]


def people_questions(text: str, fields: Mapping[str, Any]) -> list[str]:
    """Ask where the letter around a form says another number of people or another first day; [] where they agree."""
    return [*headcount_questions(text, "", fields), *start_questions(text, "", fields)]


def _guardian_questions(fields: Mapping[str, Any]) -> list[str]:
    if fields.get("guardian_name") and fields.get("guardian_consent"):
        return []
    what = "samtycke" if fields.get("guardian_name") else "namn och samtycke"
    return [f"Den som anmäls är under 18 år. Vi behöver vårdnadshavarens {what}. Kan ni komplettera med det?"]


def _remarks(fields: Mapping[str, Any], today: date | None) -> list[str]:
    said = []
    start = _day(fields, "date_start")
    if today and start and today <= start and _is_short_notice(today, start):
        said.append(
            "Uppdraget börjar om mindre än tio arbetsdagar. Det kan bli svårt att hinna hitta någon som passar."
        )
    if fields.get("people_wanted") == 1:
        said.append("Ni söker en person. Vi råder er att ta med minst två, så att ingen är ensam i sin roll.")
    return said


def _is_short_notice(today: date, start: date) -> bool:
    """Tell whether too few working days lie before a start; holidays are looked up only where they matter."""
    if start - today > _LONG_NOTICE:
        return False
    weekdays = sum((today + timedelta(days=n)).weekday() < 5 for n in range(1, (start - today).days + 1))
    return weekdays < NOTICE_WORKING_DAYS or working_days_between(today, start) < NOTICE_WORKING_DAYS


def working_days_between(first: date, last: date) -> int:
    """Return how many working days in Sweden lie after `first`, up to and with `last`."""
    span = min((last - first).days, 60)
    days = (first + timedelta(days=n) for n in range(1, span + 1))
    return sum(day.weekday() < 5 and not is_red(day) for day in days)


def _day(fields: Mapping[str, Any], key: str) -> date | None:
    try:
        return date.fromisoformat(str(fields.get(key, "")))
    except ValueError:
        return None
