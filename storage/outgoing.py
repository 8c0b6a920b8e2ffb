"""The outbox: every message is a row written with the change it tells of, claimed by one sender, sent once.

A claim ends by itself after a while, so that a sender that died holds nothing for ever. A message whose sending was
begun and not finished is sent again with the same Message-ID: at least once, recognisably the same.
"""

import base64
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, or_
from sqlalchemy import select as select_columns
from sqlmodel import SQLModel, col, func

from medverkan.storage.book import Book, by_id, columns
from medverkan.storage.lifecycle import OUTGOING, OutgoingEvent, OutgoingState, move
from medverkan.storage.tables import OutgoingRow, new_id
from medverkan.storage.values import Outgoing

CLAIM = timedelta(minutes=5)


class OutgoingBook(Book):
    """The outbox."""

    def add(
        self,
        key: str,
        kind: str,
        *,
        to: str,
        subject: str,
        text: str,
        message_id: str,
        due: datetime,
        channel: str = "mail",
        request_id: str | None = None,
        member_id: str | None = None,
        in_reply_to: str = "",
        references: str = "",
        attachments: Iterable[tuple[str, str, bytes]] = (),
        until: datetime | None = None,
    ) -> bool:
        """Write down one message for one recipient; return False when that key is already written.

        `until` is when it is too late to send it; nobody but the gate before the outbox heeds it.
        """
        row_id = new_id()
        letter = {
            "to": to,
            "subject": subject,
            "text": text,
            "message_id": message_id,
            "in_reply_to": in_reply_to,
            "references": references,
            "attachments": [[name, kind_, base64.b64encode(content).decode()] for name, kind_, content in attachments],
            "until": until.isoformat() if until else "",
        }
        return self.insert_values(
            OutgoingRow,
            {
                "id": row_id,
                "key": key,
                "kind": kind,
                "channel": channel,
                "request_id": request_id,
                "member_id": member_id,
                "state": OutgoingState.WAITING,
                "due": due,
                "to_key": self.vault.lookup("email", to.lower()),
                "message_key": self.vault.lookup("message", message_id),
                "letter": self.seal("outgoing.letter", row_id, letter),
            },
        )

    def is_any_due(self, now: datetime) -> bool:
        """Tell whether there is a message to claim; cheap, and takes no lock."""
        return self.run(_next_due(), {"now": now}).first() is not None

    def claim(self, now: datetime) -> Outgoing | None:
        """Take the next message that is due, for five minutes; None when there is none. No other worker gets it."""
        row = self.run(_next_to_claim(), {"now": now}).first()
        if row is None:
            return None
        values = {"claimed_until": now + CLAIM, "attempts": row.attempts + 1}
        return self._value(self.update(OutgoingRow, row.id, values, attempts=row.attempts))

    def sent(self, message: Outgoing, now: datetime, provider_id: str = "") -> None:
        """Record that the message was handed over, and under which id of the gateway's. Raises IllegalMove."""
        key = self.vault.lookup("sms", provider_id) if provider_id else ""
        self._end(message, OutgoingEvent.SENT, {"sent_at": now, "error": "", "provider_key": key})

    def arrived(self, outgoing_id: str, provider_id: str, now: datetime) -> bool:
        """Record that the phone has an SMS; return False where there is none with those ids, or it is known."""
        row = self._reported(outgoing_id, provider_id)
        if row is None or row.arrived_at is not None:
            return False
        self.update(OutgoingRow, row.id, {"arrived_at": now}, arrived_at=None)
        return True

    def reported(self, outgoing_id: str, provider_id: str) -> Outgoing | None:
        """Return the SMS that a gateway tells of; None where its id is not the one we were given for it."""
        row = self._reported(outgoing_id, provider_id)
        return self._value(row) if row else None

    def last_sms(self, phone: str) -> Outgoing | None:
        """Return the newest SMS that was sent to that number."""
        sent = col(OutgoingRow.to_key) == self.vault.lookup("email", phone), col(OutgoingRow.sent_at).is_not(None)
        row = self.run(
            select_columns(*columns(OutgoingRow))
            .where(col(OutgoingRow.channel) == "sms", *sent)
            .order_by(col(OutgoingRow.sent_at).desc(), col(OutgoingRow.id).desc())
            .limit(1)
        ).first()
        return self._value(row) if row else None

    def gave_up(self, message: Outgoing, error: str) -> None:
        """Record that it will not be sent, and why (no names in `error`). Raises IllegalMove."""
        self._end(message, OutgoingEvent.GAVE_UP, {"error": error[:300]})

    def put_off(self, message: Outgoing, due: datetime, error: str, *, tried: bool = True) -> None:
        """Let it wait until `due`; what was only held back (not `tried`) is not counted. Raises StaleError."""
        attempts = message.attempts if tried else message.attempts - 1
        values = {"due": due, "error": error[:300], "claimed_until": None, "attempts": attempts}
        # A worker whose claim ended must not let go of the claim of the next one.
        self.update(OutgoingRow, message.id, values, state=str(OutgoingState.WAITING), attempts=message.attempts)

    def cancel(
        self,
        *,
        request_id: str | None = None,
        member_id: str | None = None,
        kinds: Iterable[str] = (),
        channel: str = "",
    ) -> int:
        """Take back messages that wait and that nobody has claimed, narrowed by what is given; return how many."""
        given = {"kind": list(kinds), "channel": channel, "request_id": request_id, "member_id": member_id}
        given = {name: value for name, value in given.items() if value}
        rows = self.run(_to_cancel(tuple(given)), given).all()
        for row in rows:
            state = move(OUTGOING, OutgoingState(row.state), OutgoingEvent.CANCELLED)
            # The key is freed, so that the same message can be written anew when it is wanted after all.
            values = {"state": str(state), "key": f"{row.key}#{row.id}"}
            self.update(OutgoingRow, row.id, values, state=row.state, claimed_until=None)
        return len(rows)

    def count_waiting(self) -> int:
        """Return how many wait to be sent."""
        waiting = select_columns(func.count()).where(col(OutgoingRow.state) == str(OutgoingState.WAITING))
        return int(self.run(waiting).scalar_one())

    def has(self, key: str) -> bool:
        """Tell whether a message with that key is written."""
        return self.row(OutgoingRow, key=key) is not None

    def by_message_id(self, message_id: str) -> Outgoing | None:
        """Return the message that was sent under that Message-ID."""
        key = self.vault.lookup("message", message_id)
        row = self.row(OutgoingRow, message_key=key)
        return self._value(row) if row else None

    def all(
        self, *, request_id: str | None = None, member_id: str | None = None, state: OutgoingState | None = None
    ) -> list[Outgoing]:
        """Return messages, oldest due first, narrowed by what is given."""
        given = {"request_id": request_id, "member_id": member_id, "state": state}
        wanted = {name: value for name, value in given.items() if value}
        return [self._value(row) for row in self.rows(OutgoingRow, wanted, "due", "key")]

    def count_sent(self, since: datetime, to: str = "", channel: str = "") -> int:
        """Return how many were sent since then (to that address, by that way): what the circuit breaker counts."""
        given = {"channel": channel, "to_key": self.vault.lookup("email", to.lower()) if to else ""}
        given = {name: value for name, value in given.items() if value}
        return int(self.run(_sent_since(tuple(given)), {"since": since, **given}).scalar_one())

    def _end(self, message: Outgoing, event: OutgoingEvent, values: dict[str, Any]) -> None:
        row = self.run(by_id(OutgoingRow), {"row_id": message.id}).one()
        state = move(OUTGOING, OutgoingState(row.state), event)
        self.update(OutgoingRow, message.id, values | {"state": str(state), "claimed_until": None}, state=row.state)

    def _reported(self, outgoing_id: str, provider_id: str) -> Any:
        row = self.row(OutgoingRow, id=outgoing_id, channel="sms")
        # A report may come before we have noted the id that it is about.
        known = row.provider_key if row else ""
        return row if not known or known == self.vault.lookup("sms", provider_id) else None

    def _value(self, row: Any) -> Outgoing:
        letter = self.open("outgoing.letter", row.id, row.letter)
        return Outgoing(
            id=row.id,
            key=row.key,
            kind=row.kind,
            channel=row.channel,
            request_id=row.request_id,
            member_id=row.member_id,
            state=OutgoingState(row.state),
            attempts=row.attempts,
            due=row.due,
            sent_at=row.sent_at,
            arrived_at=row.arrived_at,
            error=row.error,
            message_id=letter["message_id"],
            to=letter["to"],
            subject=letter["subject"],
            text=letter["text"],
            in_reply_to=letter["in_reply_to"],
            references=letter["references"],
            until=datetime.fromisoformat(letter["until"]) if letter.get("until") else None,
            attachments=tuple((name, kind, base64.b64decode(content)) for name, kind, content in letter["attachments"]),
        )


@cache
def _next_due() -> Select[Any]:
    """Return the statement that finds the next message to send: it waits, it is due, and nobody has claimed it."""
    of = SQLModel.metadata.tables["outgoing"].c
    now: BindParameter[Any] = bindparam("now", type_=of.due.type)
    free = or_(of.claimed_until.is_(None), of.claimed_until <= now)
    waits = of.state == str(OutgoingState.WAITING), of.due <= now, free
    return select_columns(of.id, of.attempts).where(*waits).order_by(of.due, of.key).limit(1)


@cache
def _next_to_claim() -> Select[Any]:
    return _next_due().with_for_update(skip_locked=True)


@cache
def _to_cancel(narrowed: tuple[str, ...]) -> Select[Any]:
    of = SQLModel.metadata.tables["outgoing"].c
    waits = of.state == str(OutgoingState.WAITING), of.claimed_until.is_(None)
    by = (
        of[name].in_(bindparam(name, expanding=True)) if name == "kind" else of[name] == bindparam(name)
        for name in narrowed
    )
    # Locked, so that a worker who claims one right now is waited for and its message left alone.
    return select_columns(of.id, of.key, of.state).where(*waits, *by).with_for_update()


@cache
def _sent_since(narrowed: tuple[str, ...]) -> Select[Any]:
    of = SQLModel.metadata.tables["outgoing"].c
    those = (of[name] == bindparam(name) for name in narrowed)
    return select_columns(func.count()).where(of.sent_at >= bindparam("since"), *those)
