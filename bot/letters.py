"""Every letter we write, from one text file each: templates/audience-occasion.txt, first line the subject.

Templates are plain Swedish for people. They get values, never rows; what a participant or a unit may not see is not
handed to their templates.
"""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import jinja2

from medverkan.bot import words
from medverkan.mailbox.personal_numbers import masked

TEMPLATES = Path(__file__).parent / "templates"
ANSWER_ABOVE = "Skriv ditt svar ovanför den här raden"
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")


def render(name: str, **values: Any) -> tuple[str, str]:
    """Return (subject, text) of one letter; what anybody wrote in it of personal identity numbers is masked.

    Raises jinja2.UndefinedError where a value is missing.
    """
    text = masked(_templates().get_template(f"{name}.txt").render(**values))
    subject, _, body = text.partition("\n")
    lines = [line.rstrip() for line in body.strip().split("\n")]
    kept = [line for number, line in enumerate(lines) if line or (number and lines[number - 1])]
    return " ".join(subject.split()), "\n".join(kept) + "\n"


def names() -> list[str]:
    """Return the name of every letter there is."""
    return sorted(path.stem for path in TEMPLATES.glob("*.txt"))


def swedish_day(day: date | None) -> str:
    """Return "torsdag 14 januari 2027", "" for None."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""


def weekday_and_day(day: date) -> str:
    """Return "torsdag 14 januari": a day so near that the year is known."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def swedish_time(moment: datetime, zone: ZoneInfo) -> str:
    """Return "torsdag 14 januari 2027 kl. 13.00" in that zone."""
    local = moment.astimezone(zone)
    return f"{swedish_day(local.date())} kl. {local:%H.%M}"


def swedish_phone(number: object) -> str:
    """Return a number as Swedes read it: "070-174 06 05"; anything unreadable as it stands."""
    import phonenumbers

    try:
        parsed = phonenumbers.parse(str(number), "SE")
    except phonenumbers.NumberParseException:
        return str(number)
    national = parsed.country_code == 46
    style = phonenumbers.PhoneNumberFormat.NATIONAL if national else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, style)


def spoken(items: list[str]) -> str:
    """Return "a, b och c"."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " och " + items[-1] if items else ""


class _Strict(jinja2.StrictUndefined):
    """A value the template needs and was not given is an error; a field that a form did not have is just absent."""

    def __new__(cls, hint: str | None = None, obj: Any = None, *rest: Any, **named: Any) -> Any:
        if isinstance(obj, Mapping):
            return jinja2.Undefined(hint, obj, *rest, **named)
        return super().__new__(cls)


@cache
def _templates() -> jinja2.Environment:
    environment = jinja2.Environment(  # noqa: S701 - plain text letters, nothing is HTML
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=_Strict,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters |= {"day": swedish_day, "weekday": weekday_and_day, "phone": swedish_phone, "spoken": spoken}
    environment.globals |= {"answer_above": ANSWER_ABOVE, "person_words": words.PERSON, "task_words": words.TASK}
    return environment
