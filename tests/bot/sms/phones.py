"""People's telephones beside a register: what its tests say in one line."""

from typing import Any

from medverkan.bot.parts import Parts
from medverkan.bot.post import Desk
from medverkan.bot.send import Senders, send_due
from medverkan.bot.sms.hear import hear
from medverkan.mailbox.memory import MemorySender
from medverkan.storage.lifecycle import OutgoingState
from medverkan.storage.values import Member, Outgoing, Request, Sms, Task
from tests.bot.clock import Clock
from tests.bot.office import FUNCTIONAL

RUT, BO = "+46701740642", "+46701740643"


class Gateway:
    """The gateway in memory: what was sent, and what it is to raise next."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []
        self.fails: list[Exception] = []

    def send(self, message: Outgoing) -> str:
        if self.fails:
            raise self.fails.pop(0)
        self.sent.append((message.to, message.text))
        return f"gw-{len(self.sent)}"

    def check(self) -> str:
        return "svarar"


class Phones:
    """A register, its gateway, and who has which number."""

    def __init__(self, parts: Parts, clock: Clock) -> None:
        self.parts, self.clock, self.gateway = parts, clock, Gateway()
        self._count = 0

    def person(self, phone: str = RUT, *, sms: bool = True, **fields: Any) -> Member:
        """Register somebody."""
        known = {"first_name": "Rut", "last_name": "Lindprov", "phone": phone, "consent_sms": sms}
        with self.parts.store.transaction() as books:
            member = books.members.add(known | fields, (), self.clock())
            if sms:
                books.consents.give(member.id, "sms", how="test", by="test", now=self.clock())
            return member

    def request(self) -> Request:
        """Open a case."""
        with self.parts.store.transaction() as books:
            return books.requests.add(
                {"unit": "Minnesmottagningen"}, sender="pia@region.example", vouched=True, now=self.clock(),
                mail_id=None, message_id="<1@region.example>", subject="Förfrågan",
            )  # fmt: skip

    def write(self, member: Member, template: str = "sms-call-announced", key: str = "k", **given: Any) -> bool:
        """Write somebody an SMS."""
        with self.parts.store.transaction() as books:
            return Desk(books, self.parts, self.clock()).to_phone(member, template, key, **given)

    def send(self) -> int:
        """Send what is due; return how many SMS left."""
        before = len(self.gateway.sent)
        send_due(self.parts, Senders(MemorySender(FUNCTIONAL), channels={"sms": self.gateway}), self.clock)
        return len(self.gateway.sent) - before

    def say(self, text: str, phone: str = RUT, provider_id: str = "") -> None:
        """Let an SMS come, and be understood."""
        self._count += 1
        with self.parts.store.transaction() as books:
            books.sms.add(provider_id or f"s{self._count}", phone, text, self.clock())
        hear(self.parts, self.clock)

    def outbox(self, channel: str = "sms") -> list[Outgoing]:
        with self.parts.store.reading() as books:
            return [one for one in books.outgoing.all() if one.channel == channel]

    def waiting(self) -> list[Outgoing]:
        return [one for one in self.outbox() if one.state is OutgoingState.WAITING]

    def told(self) -> list[Outgoing]:
        """Return the letters to the first lead that tell of an SMS."""
        told = [one for one in self.outbox("mail") if one.kind == "lead-sms" and one.to == "karin@region.example"]
        return sorted(told, key=lambda one: one.id)

    def tasks(self, *kinds: str) -> list[Task]:
        with self.parts.store.reading() as books:
            return books.tasks.open_tasks(kinds=kinds)

    def came(self) -> list[Sms]:
        with self.parts.store.reading() as books:
            return books.sms.all()

    def agrees(self, member: Member) -> bool:
        with self.parts.store.reading() as books:
            return books.consents.live(member.id, "sms") is not None

    def everybody(self) -> list[Member]:
        with self.parts.store.reading() as books:
            return list(books.members.all())

    def again(self, member: Member) -> Member:
        """Return the person as they are now."""
        with self.parts.store.reading() as books:
            found = books.members.get(member.id)
        assert found
        return found
