"""What somebody writes around the form that they send: who wants to leave may do so above their old registration."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.registry import FIELDS
from medverkan.mailbox.forms.values.written import is_placeholder
from medverkan.mailbox.values import Kind

_LONG = 3


def words_outside(text: str, entries: Iterable[Entry]) -> str:
    """Return the lines of a text that are no label and no answer of a form, with what stands beside a consent."""
    labels: list[str] = []
    answers: set[str] = set()
    beside: list[str] = []
    for entry in entries:
        labels += [entry.asked.casefold()] if len(entry.asked) >= _LONG else []
        answers.update(_bare(line) for line in entry.value.split("\n"))
        beside += [entry.value] if "consent" in entry.key or entry.key == "privacy_notice_read" else []
    kept = [
        line
        for line in text.split("\n")
        if (bare := _bare(line))
        and bare not in answers
        and not any(label in bare[: len(label) + 8] for label in labels)
    ]
    return "\n".join((*kept, *beside))


@cache
def consent_keys() -> frozenset[str]:
    """Return the keys of everything that a registration may consent to, the notice that is read among them."""
    return frozenset(field.key for field in FIELDS[Kind.REGISTRATION] if field.type is Type.CONSENT)


def consents_asked(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the consents that a form has a label for, answered or not; a bare "Samtycke" may be any."""
    asked = {key for entry in entries for key in (entry.key, *entry.extra)}
    return consent_keys() if "_consent" in asked else consent_keys() & asked


def without_open_labels(segment: Segment, entries: Iterable[Entry]) -> Segment:
    """Return what is left to be read as sentences: no label without an answer, and none that asks for a consent."""
    empty, asking = set[str](), list[str]()
    for entry in entries:
        if len(entry.asked) < _LONG:
            continue
        if {entry.key, *entry.extra} & consent_keys():
            asking.append(_bare(entry.asked))
        elif is_placeholder(entry.value):
            empty.add(_label(entry.asked))
    begun = tuple(asking)
    kept = tuple(
        row
        for row in segment.rows
        if not (said := " ".join(filter(None, row.cells)))
        or not ((begun and _bare(said).startswith(begun)) or _label(said) in empty)
    )
    return replace(segment, rows=kept)


def _label(line: str) -> str:
    return _bare(line).rstrip(" :?_.…-")


def _bare(line: str) -> str:
    return " ".join(line.casefold().split()).strip("> *•-")
