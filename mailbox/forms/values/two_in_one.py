"""Part a box that asks for two things at once: "Datum och plats", "Syfte och förväntningar"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.values import options
from medverkan.mailbox.forms.values.dates import When, read_when
from medverkan.mailbox.forms.values.fit import DERIVED
from medverkan.mailbox.values import Evidence

_AFTER_FORMAT = re.compile(
    r"(?:hybrid|digitalt|fysiskt|på plats|på distans)(?: möte\w*)?\s*(?:[–—:,(]|\s-\s)\s*([^)\n]{3,120})\)?$",
    re.IGNORECASE,
)
_ORGANISED = re.compile(
    r"kommun|region|landsting|län\b|förvaltning|stad\b|universitet|högskola|\bAB\b|stiftelse|förbund|staten", re.I
)
# A room may have a number, and be no day for that.
_THERE = re.compile(r"(?:i|på|hos|vid|lokal|plats|adress|vi (?:ses|träffas|är|håller till) (?:i|på|hos|vid))\b", re.I)
# "… kl. 13-15 i sal B"
_IN_A_ROOM = re.compile(r"(?<=\d)\s+(?=(?:i|på|hos|vid)\s+(?:sal|rum|lokal|aula|[A-ZÅÄÖ][a-zåäö]{3}))")
_SENTENCE = re.compile(r"(?<=[.!?])\s|\n")
_FEW_WORDS = 5
_PARTS = re.compile(r"\n|(?<=\w{3}\.) (?=[A-ZÅÄÖ])|,(?!\s*(?:kl|därefter|och|samt)\b)")


def halves(value: str, further: Sequence[str] = ()) -> tuple[str, str]:
    """Return the two answers in one box: the first line or sentence and the rest, or what the last comma parts.

    Behind a comma only what is named as one is an organisation (`further`), for a unit may be told with its town.
    """
    upper, _, lower = value.partition("\n")
    if not lower:
        upper, _, lower = value.rstrip(".").partition(". ")
    if not lower:
        upper, _, lower = value.rpartition(",")
        lower = "" if "organisation" in further and not _ORGANISED.search(lower) else lower
    return (upper.strip(), lower.strip()) if lower and upper else (value.strip(), "")


def when_and_place(value: str, today: date | None) -> tuple[str, str]:
    """Return when and where of one box; all of it is when where nothing names a place."""
    parts = [part.strip() for part in _PARTS.split(value) if part.strip()]
    if not any(map(_THERE.match, parts)):
        parts = [part.strip() for part in _PARTS.split(_IN_A_ROOM.sub("\n", value, count=1)) if part.strip()]
    dated = [read_when(part, today) != When() for part in parts]
    there = [part for part, is_dated in zip(parts, dated, strict=True) if not is_dated and _THERE.match(part)]
    timed = [
        part
        for part, is_dated in zip(parts, dated, strict=True)
        if part not in there and (is_dated or re.search(r"\d", part))
    ]
    placed = there or [part for part in parts if part not in timed]
    return (", ".join(timed), ", ".join(placed).rstrip(".")) if placed else (value, "")


def part_of(value: str, key: str) -> str:
    """Return what a text says of one field: of the activity, the kind that a longer one names, or its first sentence.

    Anything else is read from all of it.
    """
    if key != "activity" or len(value.split()) <= _FEW_WORDS:
        return value
    from medverkan.mailbox.prose.activity import activity_in  # hardly any form asks so

    return activity_in(value) or _SENTENCE.split(value, maxsplit=1)[0]


def place_and_format(first: str, second: str) -> tuple[str, str]:
    """Return place and format of two boxes of which one may say only how one meets: "På plats", "Digitalt"."""
    if options.is_bare_format(second):
        return first, options.meeting_format(second)
    return (second, options.meeting_format(first)) if options.is_bare_format(first) else (first, "")


def place_or_format(fields: Mapping[str, Any], evidence: Mapping[str, Evidence]) -> Iterator[tuple[Entry, str]]:
    """Yield the place that is said with the format, then the format that the place tells, where one is lacking."""
    if "place" not in fields and (how := evidence.get("format")) and (where := place_beside_format(how.text)):
        yield Entry("place", where, (), how.label, DERIVED), where
    if "format" not in fields and (place := fields.get("place", "")):
        yield Entry("format", place, (), evidence["place"].label, DERIVED), options.format_of_place(place)


def place_beside_format(value: str) -> str:
    """Return the place that stands after the form of a meeting: "Hybrid – rum 3 eller Teams"; "" for none."""
    found = _AFTER_FORMAT.match(options.chosen(value).strip())
    return found[1].strip() if found else ""
