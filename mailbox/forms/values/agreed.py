"""Read the boxes of consents: a yes on a condition is neither yes nor no, and is asked about with its words."""

from typing import Any, Protocol

from medverkan.mailbox.forms.naming.consents import consent_key, is_refusal
from medverkan.mailbox.forms.naming.registry import label_of
from medverkan.mailbox.forms.values import options, raised
from medverkan.mailbox.forms.values.conditions import conditional
from medverkan.mailbox.forms.values.one_box import yes_no
from medverkan.mailbox.values import Kind


class Reader(Protocol):
    """What reads the boxes of a form."""

    kind: Kind

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
