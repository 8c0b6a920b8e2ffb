"""A case whose people have said yes, played by the stages themselves, with an outbox that really sends."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from medverkan.bot.close import close
from medverkan.bot.deliver import deliver
from medverkan.bot.follow_up import follow_up
from medverkan.bot.parts import Parts
from medverkan.bot.send import Senders, send_due
from medverkan.bot.understand import understand
from medverkan.mailbox.memory import MemorySender
from medverkan.storage.lifecycle import InvitationEvent, MemberEvent, RequestEvent
from medverkan.storage.values import Member, Outgoing, Request, Task
from tests.bot.clock import Clock

UNIT = "petra@region.example"
FIELDS: dict[str, Any] = {
    "unit": "Hjärtmottagningen", "title": "Bättre väntrum", "contact_name": "Petra Provsson", "contact_email": UNIT,
    "purpose": "Ett lugnt väntrum", "time_start": "13:00", "time_end": "15:00", "place": "Sal 4", "people_wanted": 1,
}  # fmt: skip
DAY = date(2026, 3, 24)


class Phones:
    """A gateway that takes every SMS."""

    def send(self, message: Outgoing) -> str:
        """Take it."""
        return message.id

    def check(self) -> str:
        """Say that all is well."""
        return ""


@dataclass
class Town:
    """A register with a clock, and what its tests say in one line."""

    parts: Parts
    clock: Clock

    def at(self, text: str) -> "Town":
        """Move the clock to a local time, let everything happen, and send what is due."""
        self.clock.now = datetime.fromisoformat(text).replace(tzinfo=self.parts.settings.zone).astimezone(UTC)
        return self.step()

    def step(self) -> "Town":
        """Let everything happen that can happen now."""
        senders = Senders(MemorySender("bank@region.example"), MemorySender("utskick@post.example"),
                          channels={"sms": Phones()})  # fmt: skip
        for _ in range(20):
            moved = deliver(self.parts, self.clock) + follow_up(self.parts, self.clock) + close(self.parts, self.clock)
            if not moved + send_due(self.parts, senders, self.clock):
                return self
        raise AssertionError("it never comes to rest")

    def member(self, first: str = "Ellen", *consents: str, **fields: Any) -> Member:
        """Register somebody who is active."""
        address = f"{first.lower()}@post.example"
        with self.parts.store.transaction() as books:
            one = books.members.add({"first_name": first, "last_name": "Prov", "email": address} | fields, (),
                                    self.clock())  # fmt: skip
            for kind in consents or ("email", "matching"):
                books.consents.give(one.id, kind, how="test", by="test", now=self.clock())
            return books.members.move(one, MemberEvent.ACTIVATED)

    def case(
        self, members: Iterable[Member], day: date | None = DAY, *, verified: bool = True, **fields: Any
    ) -> Request:
        """Open a case in which those members have said yes, a moment ago."""
        members, now = list(members), self.clock()
        fields = FIELDS | {"people_wanted": len(members)} | ({"date_start": str(day)} if day else {}) | fields
        with self.parts.store.transaction() as books:
            request = books.requests.add(
                fields, sender=UNIT, vouched=True, now=now, mail_id=None, message_id="<1@region.example>", subject="",
                release_to=UNIT if verified else "",
            )  # fmt: skip
            proposal = books.proposals.add(request, [], [], {}, matcher="", inputs_sha256="", now=now)
            request = books.requests.move(request, RequestEvent.MATCHED, now)
            request = books.requests.move(request, RequestEvent.PICKED, now)
            for number, member in enumerate(members, 1):
                invitation = books.invitations.add(request, member.id, proposal, number, now)
                for event in (InvitationEvent.PICKED, InvitationEvent.ACCEPTED):
                    invitation = books.invitations.move(invitation, event, now)
                books.consents.give(
                    member.id, "release", how="t", by="t", now=now, request_id=request.id, given_to=UNIT
                )
            return request

    def delivered(self, *names: str, day: date | None = DAY, **fields: Any) -> Request:
        """Open a case with those people, whose details have left for the unit."""
        request = self.case([self.member(name) for name in names], day, **fields)
        self.step()
        self.clock.forward(minutes=11)
        self.step()
        return self.request(request)

    def request(self, request: Request) -> Request:
        """Return the case as it is now."""
        with self.parts.store.reading() as books:
            found = books.requests.get(request.id)
            assert found
            return found

    def letters(self, kind: str, to: str = "") -> list[Outgoing]:
        """Return the letters of that kind, oldest first."""
        with self.parts.store.reading() as books:
            return [one for one in books.outgoing.all() if one.kind == kind and to in one.to]

    def tasks(self, *kinds: str) -> list[Task]:
        """Return what is open of those kinds."""
        with self.parts.store.reading() as books:
            return books.tasks.open_tasks(kinds=kinds)

    def answers(self, letter: Outgoing, words: str, *, headers: str = "X-Mailer: x") -> None:
        """Reply to one of our letters, and let everything happen."""
        raw = (
            f"Authentication-Results: mx.region.example; dmarc=pass header.from={letter.to.partition('@')[2]}\r\n"
            f"From: {letter.to}\r\n{headers}\r\nTo: bank@region.example\r\nSubject: SV: {letter.subject}\r\n"
            f"In-Reply-To: {letter.message_id}\r\nMessage-ID: <{self.clock().timestamp()}@x.example>\r\n"
            f"Content-Type: text/plain; charset=utf-8\r\n\r\n{words}\r\n"
        ).encode()
        with self.parts.store.transaction() as books:
            books.mails.add(raw, self.clock(), "test")
        understand(self.parts, self.clock)
        self.clock.forward(seconds=1)
        self.step()

    def with_settings(self, **changed: Any) -> "Town":
        """Return the town under other settings."""
        return replace(self, parts=replace(self.parts, settings=self.parts.settings.model_copy(update=changed)))
