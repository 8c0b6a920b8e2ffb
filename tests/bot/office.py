"""The outbox's office: a register with both identities, and the few things its tests say in one line."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from medverkan.bot.parts import Parts
from medverkan.bot.send import Senders, send_due
from medverkan.mailbox.memory import MemorySender
from medverkan.storage.values import Outgoing, Task
from tests.bot.clock import Clock

FUNCTIONAL = "bank@region.example"
EXTERNAL = "utskick@post.example"
# Words that may stand in letters only: never in a log, a task or an error.
CANARIES = ("Kanariefagel", "kanarie.mottagare", "Kanarieamne", "Kanariebrodtext", "kanarie-losenord-1")


class Office:
    """A register with both identities, and the few things these tests say in one line."""

    def __init__(self, parts: Parts, clock: Clock) -> None:
        self.parts, self.clock = parts, clock
        self.internal, self.external = MemorySender(FUNCTIONAL), MemorySender(EXTERNAL)
        self.senders = Senders(self.internal, self.external)

    def write(
        self, to: str = "pia@region.example", key: str = "k:1", kind: str = "unit-received", **given: Any
    ) -> None:
        letter = {"subject": "Kanarieamne", "text": "Kanariebrodtext", "message_id": f"<{key}@region.example>"}
        with self.parts.store.transaction() as books:
            assert books.outgoing.add(key, kind, to=to, **(letter | {"due": self.clock()} | given))

    def send(self) -> int:
        return send_due(self.parts, self.senders, self.clock)

    def letters(self) -> list[Outgoing]:
        with self.parts.store.reading() as books:
            return books.outgoing.all()

    def letter(self) -> Outgoing:
        (message,) = self.letters()
        return message

    def tasks(self) -> list[Task]:
        with self.parts.store.reading() as books:
            return books.tasks.open_tasks(kinds=["failed"])


def parsed(raw: bytes) -> EmailMessage:
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message
