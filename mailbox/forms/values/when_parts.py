"""Put the parts of a time together that a form asks for in several boxes: date, last date, clock, last clock.

The answer to one box may be that of another: "Tid: 2 timmar" is how long it takes, not when it is.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.values import numbers, options
from medverkan.mailbox.forms.values.dates import When, read_when

PARTS = ("when_text", "_date", "_date_end", "_time", "_time_end")

_DAYS = frozenset(("when_text", "_date"))


def keep(parts: dict[str, Entry], entry: Entry, before: Entry) -> None:
    """Keep the first of each part, with the days that follow right after it under the same label."""
    kept = parts.setdefault(entry.key, entry)
    again = (before.key, before.asked) == (entry.key, entry.asked)
    if kept is not entry and again and kept.key in _DAYS and entry.value not in kept.value:
        parts[kept.key] = kept._replace(value=f"{kept.value}\n{entry.value}")


def when_fields(parts: Mapping[str, str], today: date | None) -> dict[str, Any]:
    """Return the fields of when that the written parts give (keys of PARTS → as written); {} where none is written."""
    clock = parts.get("_time", "")
    fields: dict[str, Any] = {}
    if numbers.minutes(clock) and read_when(clock, today) == When():
        fields["minutes_per_occasion"] = numbers.minutes(clock)
        clock = ""
    days = [parts[key] for key in ("when_text", "_date") if key in parts]
    if len(days) == 2 and read_when(days[0], today).start is None and read_when(days[1], today).start:
        # "Tider: 8.30–11.30", "Dagar: 10 mars": the day first.
        days.reverse()
    # Two boxes for one day: the same day is written once, two days are asked about by `two_dates`.
    start = days[0] if len(days) == 2 and all(_one_day(day, today) for day in days) else " ".join(days)
    if end := parts.get("_date_end"):
        start = f"{start} – {end}".strip(" –")
    if clock_end := parts.get("_time_end"):
        clock = f"{clock}–{clock_end}".strip("–")
    written = " ".join(filter(None, (start, clock))).strip()
    if not written:
        return fields
    found = read_when(_clocked(start, clock), today)
    return fields | {
        "when_text": options.chosen(written),
        "date_start": found.start.isoformat() if found.start else "",
        "date_end": found.end.isoformat() if found.end else "",
        "time_start": found.time_start,
        "time_end": found.time_end,
        "occasions": found.occasions or numbers.occasions(written),
        "minutes_per_occasion": fields.get("minutes_per_occasion") or numbers.minutes(written),
    }


def two_dates(parts: Mapping[str, str], today: date | None) -> str:
    """Return a question where two boxes name two different days; "" where they do not."""
    one, other = parts.get("when_text", ""), parts.get("_date", "")
    if not one or not other:
        return ""
    days = _one_day(one, today), _one_day(other, today)
    if None in days or days[0] == days[1]:
        return ""
    return f"Datum: ”{one[:60]}” och ”{other[:60]}” är olika dagar. Vilket datum gäller?"


def _one_day(written: str, today: date | None) -> date | None:
    found = read_when(written, today)
    return found.start if found.exact and not found.end else None


def together(parts: Sequence[Entry]) -> Entry:
    """Return several parts as one entry, for what is said of where their value was found."""
    labels, texts = [part.asked for part in parts if part.asked], [part.value for part in parts]
    return Entry("when_text", ", ".join(texts), (), ", ".join(labels), min(part.sure for part in parts))


def _clocked(start: str, clock: str) -> str:
    bare = re.fullmatch(r"\d{1,2}(?:[.:]\d\d)?", clock.strip())
    return f"{start} kl. {clock}" if bare else f"{start} {clock}".strip()
