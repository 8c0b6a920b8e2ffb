"""What somebody writes around the form that they send: who wants to leave may do so above their old registration."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.finding.rows import UNTICKED, tidy
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.registry import FIELDS
from medverkan.mailbox.forms.values.written import is_placeholder
from medverkan.mailbox.values import Kind

_LONG = 3
_OF_LIVES = frozenset(("experience", "care_met", "experience_years"))
_OPENS = frozenset("[(☐□▢❏❑◻◯⚪⭘○_")


def words_outside(text: str, entries: Iterable[Entry], *, beside: bool = True) -> str:
    """Return the lines of a text that are no label and no answer of a form, with what stands `beside` a consent."""
    labels: list[str] = []
    answers: set[str] = set()
    consents: list[str] = []
    for entry in entries:
        labels += [entry.asked.casefold()] if len(entry.asked) >= _LONG else []
        answers.update(_bare(line) for line in entry.value.split("\n"))
        consents += [entry.value] if beside and is_consent(entry) else []
    kept = [
        line
        for line in text.split("\n")
        if (bare := _bare(line))
        and bare not in answers
        and not any(label in bare[: len(label) + 8] for label in labels)
        and not (bare[0] in _OPENS and UNTICKED in tidy(line))
    ]
    return "\n".join((*kept, *consents))


def is_consent(entry: Entry) -> bool:
    """Tell whether a label asks for a consent, or whether the notice is read."""
    return "consent" in entry.key or entry.key == "privacy_notice_read"


@cache
def consent_keys() -> frozenset[str]:
    """Return the keys of everything that a registration may consent to, the notice that is read among them."""
    return frozenset(field.key for field in FIELDS[Kind.REGISTRATION] if field.type is Type.CONSENT)


def consents_asked(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the consents that a form has a label for, answered or not; a bare "Samtycke" may be any."""
    asked = {key for entry in entries for key in (entry.key, *entry.extra)}
    return consent_keys() if "_consent" in asked else consent_keys() & asked


def without_open_labels(segment: Segment, entries: Iterable[Entry]) -> Segment:
    """Return what is left to be read as sentences: a label without an answer is nobody's word."""
    empty = {
        _label(e.asked) for e in entries if len(e.asked) >= _LONG and ". " not in e.asked and is_placeholder(e.value)
    }
    kept = tuple(row for row in segment.rows if _label(" ".join(filter(None, row.cells))) not in empty)
    return replace(segment, rows=kept)


def without_labelled(fields: Mapping[str, object], entries: Iterable[Entry]) -> dict[str, object]:
    """Return what sentences say without an experience that is the line of another label: "Perspektiv: Patient"."""
    told = _bare(str(fields.get("experience", "")))
    others = tuple(f"{_label(e.asked)}:" for e in entries if e.key not in _OF_LIVES and len(e.asked) >= _LONG)
    return {key: value for key, value in fields.items() if key != "experience" or not told.startswith(others)}


def _label(line: str) -> str:
    return _bare(line).rstrip(" :?_.…-")


def _bare(line: str) -> str:
    return " ".join(line.casefold().split()).strip("> *•-")
