"""What was understood of a form, as lines a person can check: label and value, in the form's order."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from medverkan.bot.letters import spoken, swedish_day, swedish_phone
from medverkan.mailbox.forms.registry import labels_for
from medverkan.mailbox.values import Kind

FORMATS = {"onsite": "på plats", "remote": "digitalt", "hybrid": "på plats eller digitalt"}


def understood(kind: Kind, fields: Mapping[str, Any], leave_out: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Return (label, value as people read it) for every field there is."""
    skip = set(leave_out)
    return [
        (label, shown(key, fields[key]))
        for key, label in labels_for(kind).items()
        if key in fields and key not in skip and fields[key] not in (None, "", [], ())
    ]


def shown(key: str, value: Any) -> str:
    """Return one value as people read it."""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, (list, tuple)):
        return spoken([str(item) for item in value])
    if key.endswith("phone"):
        return swedish_phone(value)
    if key in ("date_start", "date_end", "reply_by"):
        return _day(str(value))
    if key in ("time_start", "time_end"):
        return "kl. " + str(value).replace(":", ".")
    if key == "minutes_per_occasion":
        return f"{value} minuter"
    if key == "format":
        return FORMATS.get(str(value), str(value))
    return str(value)


def _day(text: str) -> str:
    try:
        return swedish_day(date.fromisoformat(text))
    except ValueError:
        return text
