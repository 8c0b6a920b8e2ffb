"""The mails taken in.

A mail is committed here before anything is done to it elsewhere.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from types import SimpleNamespace
from typing import Any

from sqlalchemy import ColumnElement, Executable, Select, bindparam, or_, tuple_, update
from sqlalchemy import select as select_columns
from sqlalchemy.orm import aliased
from sqlmodel import col, func, select

from medverkan.storage.book import Book, StaleError, by_id, columns
from medverkan.storage.lifecycle import MAIL, MailEvent, MailState, move
from medverkan.storage.tables import MailRow, new_id
from medverkan.storage.values import Mail
from medverkan.storage.vault import VaultError


class MailBook(Book):
    """The ledger of mails. Identity: place on the server; the same bytes again are known by their hash."""

    def add(
        self,
        raw: bytes,
        now: datetime,
        account: str,
        folder: str = "",
        uidvalidity: int | None = None,
        uid: int | None = None,
    ) -> Mail | None:
        """Store one mail; return it, or None when that very place is already in the ledger.

        A mail whose bytes are known comes in as a repeat (`same_as`) that only awaits the same disposal.
        """
        digest = hashlib.sha256(raw).hexdigest()
        values = self._new(raw, digest, now, account, folder, uidvalidity, uid, None)
        # Most mails are new: they are written at once, and only what the database refuses is looked into.
        if self.insert_values(MailRow, values):
            return self._value(SimpleNamespace(**values))
        # The second time round is for one that lost to the same bytes, taken in by another worker at the same moment.
        for _ in range(2):
            place = {"account": account, "folder": folder, "uidvalidity": uidvalidity, "uid": uid}
            if uid is not None and self.row(MailRow, **place):
                return None
            first = self.row(MailRow, sha256=digest, same_as=None)
            if first and uid is None:
                return None
            values = self._new(raw, digest, now, account, folder, uidvalidity, uid, first)
            if self.insert_values(MailRow, values):
                return self._value(SimpleNamespace(**values))
        return None

    def _new(
        self,
        raw: bytes,
        digest: str,
        now: datetime,
        account: str,
        folder: str,
        uidvalidity: int | None,
        uid: int | None,
        first: Any,
    ) -> dict[str, Any]:
        row_id = new_id()
        return {
            "id": row_id,
            "account": account,
            "folder": folder,
            "uidvalidity": uidvalidity,
            "uid": uid,
            "sha256": digest,
            "size": len(raw),
            "raw": self.seal("mail.raw", row_id, b"" if first else raw),
            "state": MailState.DONE if first else MailState.STORED,
            "kind": first.kind if first else "",
            "reason": "",
            "attempts": 0,
            "received_at": now,
            "disposal": "",
            "disposed_at": None,
            "request_id": first.request_id if first else None,
            "member_id": first.member_id if first else None,
            "same_as": first.id if first else None,
            "message_key": "",
        }

    def known_uids(self, account: str, folder: str, uidvalidity: int, among: Sequence[int]) -> frozenset[int]:
        """Return which of those UIDs of that folder and validity are in the ledger."""
        place = {"account": account, "folder": folder, "uidvalidity": uidvalidity}
        parts = ({**place, "uids": list(among[start : start + 500])} for start in range(0, len(among), 500))
        return frozenset(row.uid for part in parts for row in self.run(_known(), part))

    def holds(self, sha256: str) -> bool:
        """Tell whether a mail with these bytes has been taken in, from wherever."""
        return self.row(MailRow, sha256=sha256, same_as=None) is not None

    def raw(self, mail: Mail) -> bytes:
        """Return the mail's bytes, checked against its hash. Raises VaultError when they are not what was stored."""
        row = self.run(_sealed_raw(), {"row_id": mail.same_as or mail.id}).one()
        raw = self.open_bytes("mail.raw", row.id, row.raw)
        if hashlib.sha256(raw).hexdigest() != row.sha256:
            raise VaultError(
                "mejlets innehåll stämmer inte med dess kontrollsumma" if raw else "mejlets innehåll är raderat"
            )
        return raw

    def get(self, mail_id: str) -> Mail | None:
        """Return one mail by id, or by the end of its id where only one has it."""
        ending = col(MailRow.id).endswith(mail_id.lower(), autoescape=True)
        rows = self.run(_mails().where(ending).limit(2)).all() if mail_id else []
        return self._value(rows[0]) if len(rows) == 1 else None

    def in_state(self, state: MailState, limit: int = 1000) -> list[Mail]:
        """Return mails in that state, oldest first."""
        return [self._value(row) for row in self.rows(MailRow, {"state": str(state)}, "received_at", "id", most=limit)]

    def of_request(self, request_id: str) -> list[Mail]:
        """Return the mails of one case, oldest first."""
        return [self._value(row) for row in self.rows(MailRow, {"request_id": request_id}, "received_at", "id")]

    def begin_attempt(self, mail: Mail) -> int:
        """Count one attempt to understand the mail, before it is made; return which it is, from 1."""
        row = self._row(mail.id)
        changed = self.update(MailRow, row.id, {"attempts": row.attempts + 1}, attempts=row.attempts)
        return int(changed.attempts)

    def begin_first_attempts(self, mails: Sequence[Mail]) -> None:
        """Count the first attempt on each of the mails, before it is made. Raises StaleError if one was tried since."""
        counted = self.run(_first_attempts(), {"ids": [mail.id for mail in mails]})
        if counted.rowcount != len(mails):
            raise StaleError("mail has changed meanwhile")

    def move(
        self,
        mail: Mail,
        event: MailEvent,
        *,
        kind: str = "",
        reason: str = "",
        disposal: str = "",
        request_id: str | None = None,
        member_id: str | None = None,
    ) -> Mail:
        """Record what became of the mail and what is to be done with it on the server.

        Raises IllegalMove, StaleError.
        """
        values: dict[str, Any] = {
            "state": str(move(MAIL, mail.state, event)),
            "reason": reason[:400],
            "disposal": disposal,
            "disposed_at": None,
        }
        given = {"kind": str(kind), "request_id": request_id, "member_id": member_id}
        values |= {name: value for name, value in given.items() if value}
        if event == MailEvent.RETRIED:
            values |= {"attempts": 0}
        return self._value(self.update(MailRow, mail.id, values, state=str(mail.state)))

    def same_message(self, mail: Mail, message_id: str) -> Mail | None:
        """Note the Message-ID that a mail bears; return the first other mail that bears it too, with other bytes."""
        key = self.vault.lookup("message", message_id)
        self.update(MailRow, mail.id, {"message_key": key})
        known = self.rows(MailRow, {"message_key": key, "same_as": None}, "received_at", "id", most=2)
        return next((self._value(row) for row in known if row.id != mail.id), None)

    def to_dispose(self, account: str, limit: int = 200, after: Mail | None = None) -> list[Mail]:
        """Return mails of that mailbox that something is still to be done with on the server, oldest first.

        Only those that stand after that one in the order. A repeat waits until its first is understood, and then
        awaits the same; also when that is decided anew.
        """
        statement, _ = _awaiting()
        if after:
            statement = statement.where(tuple_(*_OLDEST_FIRST) > tuple_(after.received_at, after.id))
        return self._wanted(statement.where(col(MailRow.account) == account).limit(limit))

    def late_deletions(self, before: datetime) -> list[Mail]:
        """Return mails that came before then and are still to be deleted on the server, oldest first."""
        return self._wanted(_late_deletions(), before=before)

    def _wanted(self, statement: Select[Any], **given: Any) -> list[Mail]:
        rows = self.run(statement, given)
        return [replace(self._value(row), disposal=row.wanted, kind=row.first_kind) for row in rows]

    def disposed(self, mail: Mail, now: datetime) -> None:
        """Record that what was to be done with it on the server is done.

        Raises StaleError when something else is to be done by now.
        """
        row = self._row(mail.id) if mail.same_as else None
        if row and row.disposal != mail.disposal:
            if self._row(row.same_as).disposal != mail.disposal:
                raise StaleError("mail has changed meanwhile")
            taken_over = {"disposal": mail.disposal, "kind": mail.kind, "disposed_at": now}
            self.update(MailRow, mail.id, taken_over, disposal=row.disposal)
        else:
            self.update(MailRow, mail.id, {"disposed_at": now}, disposed_at=None, disposal=mail.disposal)

    def settle(self, accounts: Sequence[str], now: datetime) -> int:
        """Record that nothing is to be done on a server with mails of those accounts, which lie on none.

        What they would await stays, for repeats of them that do have a place. Returns how many were understood since.
        """
        return int(self.run(_unplaced(), {"accounts": list(accounts), "now": now}).rowcount)

    def count(self, state: MailState) -> int:
        """Return how many mails are in that state."""
        return self.session.exec(select(func.count()).select_from(MailRow).where(MailRow.state == state)).one()

    def _row(self, mail_id: str) -> Any:
        return self.run(by_id(MailRow), {"row_id": mail_id}).one()

    def _value(self, row: Any) -> Mail:
        return Mail(
            id=row.id,
            account=row.account,
            folder=row.folder,
            uidvalidity=row.uidvalidity,
            uid=row.uid,
            sha256=row.sha256,
            state=MailState(row.state),
            kind=row.kind,
            reason=row.reason,
            attempts=row.attempts,
            received_at=row.received_at,
            disposal=row.disposal,
            disposed_at=row.disposed_at,
            request_id=row.request_id,
            member_id=row.member_id,
            same_as=row.same_as,
        )


_OLDEST_FIRST = (col(MailRow.received_at), col(MailRow.id))


def _mails() -> Select[Any]:
    return select_columns(*columns(MailRow))


@cache
def _sealed_raw() -> Select[str, str, bytes]:
    return select_columns(col(MailRow.id), col(MailRow.sha256), col(MailRow.raw)).where(
        col(MailRow.id) == bindparam("row_id")
    )


@cache
def _first_attempts() -> Executable:
    new = col(MailRow.id).in_(bindparam("ids", expanding=True)), col(MailRow.attempts) == 0
    return update(MailRow).where(*new).values(attempts=1)


@cache
def _unplaced() -> Executable:
    there = col(MailRow.account).in_(bindparam("accounts", expanding=True))
    waiting = col(MailRow.disposal) != "", col(MailRow.uid).is_(None), col(MailRow.disposed_at).is_(None)
    return update(MailRow).where(there, *waiting).values(disposed_at=bindparam("now"))


@cache
def _late_deletions() -> Select[Any]:
    statement, disposal = _awaiting()
    return statement.where(disposal == "delete", col(MailRow.received_at) < bindparam("before"))


@cache
def _known() -> Select[Any]:
    place = (col(getattr(MailRow, name)) == bindparam(name) for name in ("account", "folder", "uidvalidity"))
    return select_columns(col(MailRow.uid)).where(*place, col(MailRow.uid).in_(bindparam("uids", expanding=True)))


@cache
def _awaiting() -> tuple[Select[Any], ColumnElement[str]]:
    """Return the mails that something is to be done with on a server, and what; a repeat awaits what its first does."""
    first = aliased(MailRow)
    disposal = func.coalesce(first.disposal, MailRow.disposal)
    statement = (
        _mails()
        .add_columns(disposal.label("wanted"), func.coalesce(first.kind, MailRow.kind).label("first_kind"))
        .join(first, col(MailRow.same_as) == first.id, isouter=True)
        .where(disposal != "", col(MailRow.uid).is_not(None))
        .where(or_(col(MailRow.disposed_at).is_(None), col(MailRow.disposal) != disposal))
        .order_by(*_OLDEST_FIRST)
    )
    return statement, disposal
