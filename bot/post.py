"""Writing letters: a rendered template becomes a row in the outbox, in the same transaction as what it tells of.

`key` is what makes a letter one of its kind: the same key is never written twice, whatever is run again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from medverkan.bot import letters, tokens
from medverkan.bot.chat.notices import tell_of
from medverkan.bot.hours import next_contact
from medverkan.bot.parts import Parts
from medverkan.bot.sections.leads import on_duty
from medverkan.bot.settings import Lead
from medverkan.bot.sms.gsm import normalised
from medverkan.bot.sms.reach import SMS, number_for
from medverkan.bot.tokens import Purpose
from medverkan.mailbox.addresses import domain_of
from medverkan.storage.books import Books
from medverkan.storage.values import Member, Request

Attachment = tuple[str, str, bytes]
# An SMS that could not leave for so long is about something that was yesterday.
SMS_LASTS = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Day:
    """What a letter to a lead is about that is about no one case or person."""

    number: str  # "D-20270201"


@dataclass(frozen=True, slots=True)
class Desk:
    """Where letters of one moment are written: the books of the open transaction, the parts, and now.

    `mail_id` is the mail that is being dealt with, "" where it is a clock that moves: a letter of the same key may be
    written once for each mail, whatever Message-IDs their senders use.
    """

    books: Books
    parts: Parts
    now: datetime
    mail_id: str = ""

    @property
    def today(self) -> Day:
        """What a letter about all that waits today is about."""
        return Day(f"D-{self.now.astimezone(self.parts.settings.zone):%Y%m%d}")

    @property
    def leads(self) -> tuple[Lead, ...]:
        """Whom letters to the leads go to today: nobody on leave, while somebody else is there."""
        return on_duty(self.parts.settings.leads, self.now.astimezone(self.parts.settings.zone).date())

    def to_leads(
        self, template: str, key: str, purpose: Purpose, *, about: Request | Member, version: int = 1, **values: Any
    ) -> None:
        """Write one letter to each lead, addressed by first name."""
        for lead in self.leads:
            self.to_lead(lead, template, key, purpose, about=about, version=version, **values)

    def to_lead(
        self,
        lead: Lead,
        template: str,
        key: str,
        purpose: Purpose,
        *,
        about: Request | Member | Day,
        version: int = 1,
        in_reply_to: str = "",
        attachments: Sequence[Attachment] = (),
        **values: Any,
    ) -> None:
        """Write one letter to one lead, such as the one who asked or decided."""
        token = self._token(about.number, purpose, version, to=lead.email)
        subject, text = letters.render(template, lead=_first_name(lead), about=about, token=token, **values)
        self._add(
            self.key(key, lead),
            template,
            lead.email,
            f"{subject} [{token}]",
            text,
            token=token,
            due=self.now,
            request_id=about.id if isinstance(about, Request) else None,
            member_id=about.id if isinstance(about, Member) else None,
            in_reply_to=in_reply_to,
            attachments=attachments,
        )
        tell_of(self, lead, template, key, None if isinstance(about, Day) else about, values)

    def note_to_leads(
        self,
        template: str,
        key: str,
        *,
        attachments: Sequence[Attachment] = (),
        request_id: str | None = None,
        member_id: str | None = None,
        **values: Any,
    ) -> None:
        """Write one letter to each lead that is about no list or call; the ids say whom and what it goes with.

        One that names a `task` can be answered as the day's list, by its number; the others need no answer.
        """
        for lead in self.leads:
            token = self._token(self.today.number, Purpose.DAY, to=lead.email) if values.get("task") else ""
            subject, text = letters.render(template, lead=_first_name(lead), token=token, **values)
            headed = f"{subject} [{token}]" if token else subject
            written = self.key(key, lead), template, lead.email, headed, text
            ids: dict[str, Any] = {"request_id": request_id, "member_id": member_id}
            self._add(*written, token=token, due=self.now, attachments=attachments, **ids)
            tell_of(self, lead, template, key, None, values)

    def to_unit(
        self,
        request: Request,
        template: str,
        key: str,
        purpose: Purpose = Purpose.UNIT,
        *,
        to: str = "",
        kind: str = "",
        member_id: str | None = None,
        due: datetime | None = None,
        attachments: Iterable[Attachment] = (),
        **values: Any,
    ) -> None:
        """Write one letter to the unit of that case, in the thread of its own mail. Without an address, nothing."""
        to = to or request.contact
        if not to:
            return
        token = self._token(request.number, purpose, to=to)
        subject, text = letters.render(template, request=request, fields=request.fields, token=token, **values)
        self._add(
            key,
            kind or template,
            to,
            f"{subject} [{token}]",
            text,
            token=token,
            due=due or self.now,
            request_id=request.id,
            member_id=member_id,
            in_reply_to=request.message_id,
            attachments=attachments,
        )

    def to_participant(
        self,
        member: Member,
        template: str,
        key: str,
        *,
        to: str,
        kind: str = "",
        request: Request | None = None,
        not_before: datetime | None = None,
        attachments: Sequence[Attachment] = (),
        **values: Any,
    ) -> None:
        """Write one letter to a participant, to leave when they may be written to. The subject stays neutral.

        Without a request it is about the person's own place in the register, such as an introduction.
        """
        due = next_contact(max(self.now, not_before or self.now), self.parts.settings)
        token = self._token((request or member).number, Purpose.PARTICIPANT, to=to)
        if request:
            values |= {"request": request, "fields": request.fields}
        subject, text = letters.render(template, member=member, **values)
        self._add(
            key, kind or template, to, subject, text, token=token, due=due,
            request_id=request.id if request else None, member_id=member.id, attachments=attachments,
        )  # fmt: skip

    def to_phone(
        self,
        member: Member,
        template: str,
        key: str,
        *,
        request: Request | None = None,
        not_before: datetime | None = None,
        **values: Any,
    ) -> bool:
        """Write one SMS to a person, to leave when they may be written to; return whether one was written.

        None is where SMS is not set up, to those who may not or cannot get any (sms/reach.py), and under a key that is
        written already. Templates of SMS are given nothing of the person or the case: see sms/gate.py for the rest.
        """
        settings = self.parts.settings
        number = number_for(self.books, member, self.now) if settings.sms.provider != "none" else ""
        if not number:
            return False
        due = next_contact(max(self.now, not_before or self.now), settings)
        _, text = letters.render(template, **values)
        # Once for good, whatever mail is being dealt with.
        return replace(self, mail_id="")._add(
            key, template, number, "", normalised(text), token="", due=due, until=due + SMS_LASTS, channel=SMS,
            request_id=request.id if request else None, member_id=member.id,
        )  # fmt: skip

    def key(self, key: str, lead: Lead) -> str:
        """Return what makes a letter to that lead one of its kind."""
        return f"{key}:{lead.email}"

    def is_written(self, key: str, lead: Lead) -> bool:
        """Tell whether that letter to that lead is written already."""
        return self.books.outgoing.has(self._hidden(self.key(key, lead)))

    def _token(self, about: str, purpose: Purpose, version: int = 1, *, to: str) -> str:
        return tokens.sign(self.parts.store.vault, about, purpose, version, to=to, now=self.now)

    def _hidden(self, key: str) -> str:
        """Return a key as the database may hold it: it can contain an address."""
        return self.parts.store.vault.lookup("outgoing", f"{key} {self.mail_id}")

    def _add(
        self, key: str, kind: str, to: str, subject: str, text: str, *, token: str, due: datetime, **more: Any
    ) -> bool:
        hidden = self._hidden(key)
        serial = self.parts.store.vault.sign(f"message {hidden}")
        # Short, since some programs break a Message-ID that does not fit a line of 78 when they answer it.
        local = f"{token}.{serial[:6]}" if token else serial
        domain = domain_of(self.parts.settings.address) or "localhost.invalid"
        message_id = f"<{local}@{domain}>"
        more |= {"references": more.get("in_reply_to", "")}
        return self.books.outgoing.add(
            hidden, kind, to=to, subject=subject, text=text, message_id=message_id, due=due, **more
        )


def _first_name(lead: Lead) -> str:
    return lead.name.split()[0] if lead.name.split() else lead.name
