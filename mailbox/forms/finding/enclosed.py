"""Part ticked consents from the answer that a page runs them into: "☒ Jag samtycker …" below the box above."""

from collections.abc import Iterable, Iterator

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.finding.known import ticked_sentence
from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.registry import field
from medverkan.mailbox.values import Kind

_BOXES = (TICKED, UNTICKED)


def without_enclosed(entries: Iterable[Entry], kind: Kind) -> Iterator[Entry]:
    """Yield the entries, each ticked or open consent within another field's answer as one of its own."""
    for entry in entries:
        if kind is not Kind.REGISTRATION or not (TICKED in entry.value or UNTICKED in entry.value):
            yield entry
            continue
        asked = field(kind, entry.key)
        lines = entry.value.split("\n")
        inside = {line: ticked_sentence(line, kind) for line in lines if line[:1] in _BOXES and len(line.split()) > 3}
        consents = {line: found for line, found in inside.items() if found}
        if not consents or asked is None or asked.type is Type.CONSENT or asked.type is Type.YES_NO:
            yield entry
            continue
        yield entry._replace(value="\n".join(line for line in lines if line not in consents))
        for label, answer in consents.values():
            yield label.entry(answer)
