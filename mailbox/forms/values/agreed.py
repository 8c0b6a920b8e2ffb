"""Read the boxes of consents: a yes on a condition is neither yes nor no, and is asked about with its words.

The condition may stand in the same box or in another ("Övrigt: men spara inget om min diagnos").
"""

from collections.abc import Sequence
from typing import Any, Protocol

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.naming.consents import consent_key, is_refusal
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.registry import field, label_of
from medverkan.mailbox.forms.values import options, raised
from medverkan.mailbox.forms.values.conditions import conditional
from medverkan.mailbox.forms.values.elsewhere import Said, conditions_elsewhere
from medverkan.mailbox.forms.values.one_box import yes_no
from medverkan.mailbox.values import Kind


class Reader(Protocol):
    """What reads the boxes of a form."""

    kind: Kind
    fields: dict[str, Any]

    def put(self, key: str, value: Any) -> None:
        """Keep a value."""

    def ask(self, question: str) -> None:
        """Ask a question, if there is one."""


def consented(reader: Reader, key: str, value: str) -> bool | None:
    """Return the yes or no of a consent; None, with a question, where the yes has a condition."""
    return None if _asked(reader, key, value) else yes_no(key, value)


def consented_to(reader: Reader, value: str) -> None:
    """Read a bare "Samtycke": only an answer that says to what is a consent to it."""
    for said in options.ticked(value) or value.split("\n"):
        key = consent_key(f"samtycke {said}")
        if key and not _asked(reader, key, said):
            reader.put(key, options.yes_no(said) is not False and not is_refusal(said))


def _asked(reader: Reader, key: str, value: str) -> bool:
    said = conditional(value, options.chosen(value))
    reader.ask(raised.on_condition(label_of(reader.kind, key), said) if said else "")
    return bool(said)


# What tells of a life, or only of how to be reached: neither sets a condition by what it names alone.
_TOLD = frozenset(("experience", "care_met", "experience_years"))
_NEVER = frozenset(
    ("contact_preference", "first_name", "last_name", "phone", "email", "postal_address", "associations")
)


def withhold(reader: Reader, entries: Sequence[Entry]) -> None:
    """Take no consent to which another box sets a condition, and ask about it in its words."""
    texts, beside = [], ""
    for entry in entries:
        if not entry.value.strip():
            continue
        asked = field(reader.kind, entry.key)
        consent = entry.key == "_consent" or bool(asked and asked.type is Type.CONSENT)
        if not consent and entry.key not in _NEVER:
            texts.append(Said(entry.value, beside, entry.key in _TOLD))
        # Which of several is meant cannot be told: the gravest is asked about.
        beside = "consent_matching" if consent else ""
    for question in limited(reader.kind, reader.fields, texts):
        reader.ask(question)


def limited(kind: Kind, fields: dict[str, Any], texts: Sequence[Said]) -> list[str]:
    """Take the consents to which texts set a condition out of `fields`; return the question about each."""
    found = {key: said for key, said in conditions_elsewhere(texts).items() if fields.get(key) is True}
    for key in found:
        del fields[key]
    return [raised.on_condition(label_of(kind, key), said) for key, said in found.items()]
