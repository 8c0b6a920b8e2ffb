"""What was understood of a form, as lines a person can check: label and value, in the form's order.

One line says when: the words of the unit, and beside them the day and the time that were read from them, where those
say more.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from medverkan.bot.letters import spoken, swedish_day, swedish_phone
from medverkan.mailbox.forms.naming.registry import labels_for
from medverkan.mailbox.forms.values.options import format_of_place
from medverkan.mailbox.values import Kind

FORMATS = {"onsite": "på plats", "remote": "digitalt", "hybrid": "på plats eller digitalt"}
WHEN = ("when_text", "date_start", "date_end", "time_start", "time_end")
LONG = 120
_WORD = re.compile(r"[^\W_]+")
_ZERO_MINUTES = re.compile(r"(\d{1,2})[.:]00\b")


def understood(kind: Kind, fields: Mapping[str, Any], leave_out: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Return (label, value as people read it) for every field there is."""
    skip = set(leave_out)
    return [
        (label, value)
        for key, label in labels_for(kind).items()
        if key not in skip and (value := _line(key, fields)) and not _is_said_elsewhere(key, fields)
    ]


def changes(kind: Kind, before: Mapping[str, Any], after: Mapping[str, Any], answered: Iterable[str]) -> list[str]:
    """Return what an answer changed, one line each in the form's order: "Antal personer: 2 → 3".

    `answered` are the keys that the answer was about: what it only confirmed is said too.
    """
    said = set(answered)
    lines = []
    for key, label in labels_for(kind).items():
        old, new = _line(key, before), _line(key, after)
        if old == new and key in said and new:
            lines.append(f"{label}: {new} (som tidigare)")
        elif old != new and not (_is_said_elsewhere(key, after) or _is_said_elsewhere(key, before)):
            lines.append(f"{label}: {_change(old, new)}")
    return lines


def changed_labels(kind: Kind, before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the labels of what is different, in the form's order."""
    return tuple(label for key, label in labels_for(kind).items() if _line(key, before) != _line(key, after))


def _change(old: str, new: str) -> str:
    if not old:
        return f"{new} (nytt)"
    if not new:
        return f"{old} (borttaget)"
    return f"{new} (ändrat)" if max(len(old), len(new)) > LONG or "\n" in old + new else f"{old} → {new}"


def _line(key: str, fields: Mapping[str, Any]) -> str:
    if key == "when_text":
        return _when(fields)
    if key in WHEN or fields.get(key) in (None, "", [], ()):
        return ""
    return shown(key, fields[key])


def _is_said_elsewhere(key: str, fields: Mapping[str, Any]) -> bool:
    """Tell whether the line above says the same: "digitalt" below "Teams"."""
    place = str(fields.get("place", ""))
    return key == "format" and bool(place) and fields.get("format") == format_of_place(place)


def _when(fields: Mapping[str, Any]) -> str:
    """Return when it is: as written, and as read where that says more."""
    written, read = str(fields.get("when_text") or ""), _read(fields)
    if not written or not read:
        return written or read
    said, meant = _words(written), _words(read)
    if said <= meant:
        return read
    return written if meant <= said else f"{written} ({read})"


def _read(fields: Mapping[str, Any]) -> str:
    days = [shown(key, fields[key]) for key in ("date_start", "date_end") if fields.get(key)]
    times = [str(fields[key]).replace(":", ".").removeprefix("0") for key in WHEN[3:] if fields.get(key)]
    start = "till och med " if fields.get("date_end") and not fields.get("date_start") else ""
    clock = f"kl. {'–'.join(times)}" if times else ""
    return f"{start}{' – '.join(days)} {clock}".strip()


def _words(text: str) -> set[str]:
    plain = _ZERO_MINUTES.sub(r"\1", text.casefold())
    return {word.lstrip("0") or "0" for word in _WORD.findall(plain)} - {"kl", "klockan", "den"}


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
        return "kl. " + str(value).replace(":", ".").removeprefix("0")
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
