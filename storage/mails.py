"""The mails taken in, and the proof of those deleted.

A mail is committed here before anything is done to it elsewhere.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import or_
from sqlalchemy.orm import aliased
from sqlmodel import col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from medverkan.storage.book import Book, StaleError
from medverkan.storage.lifecycle import MAIL, MailEvent, MailState, move
from medverkan.storage.tables import MailRow, ReceiptRow, new_id
from medverkan.storage.values import Mail, Receipt
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
        # The second time round is for one that lost to the same bytes, taken in by another worker at the same moment.
        for _ in range(2):
            if uid is not None and self.session.exec(self._at(account, folder, uidvalidity, uid)).first():
                return None
            first = self.session.exec(
                select(MailRow).where(MailRow.sha256 == digest, col(MailRow.same_as).is_(None))
            ).first()
            if first and uid is None:
                return None
            row = self._new(raw, digest, now, account, folder, uidvalidity, uid, first)
            if self.insert_new(row):
                return self._value(row)
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
        first: MailRow | None,
    ) -> MailRow:
        row_id = new_id()
        return MailRow(
            id=row_id,
            account=account,
            folder=folder,
            uidvalidity=uidvalidity,
            uid=uid,
            sha256=digest,
            size=len(raw),
            raw=self.seal("mail.raw", row_id, b"" if first else raw),
            state=MailState.DONE if first else MailState.STORED,
            kind=first.kind if first else "",
            received_at=now,
            disposal="",
            request_id=first.request_id if first else None,
            member_id=first.member_id if first else None,
            same_as=first.id if first else None,
        )

    def known_uids(self, account: str, folder: str, uidvalidity: int) -> frozenset[int]:
        """Return the UIDs of that folder and validity that are in the ledger."""
        rows = self.session.exec(
            select(MailRow.uid).where(
                MailRow.account == account, MailRow.folder == folder, MailRow.uidvalidity == uidvalidity
            )
        )
        return frozenset(uid for uid in rows if uid is not None)

    def raw(self, mail: Mail) -> bytes:
        """Return the mail's bytes, checked against its hash. Raises VaultError when they are not what was stored."""
        row = self._row(mail.same_as or mail.id)
        raw = self.open_bytes("mail.raw", row.id, row.raw)
        if hashlib.sha256(raw).hexdigest() != row.sha256:
            raise VaultError("mejlets innehåll stämmer inte med dess kontrollsumma")
        return raw

    def get(self, mail_id: str) -> Mail | None:
        """Return one mail by id, or by the end of its id where only one has it."""
        ending = col(MailRow.id).endswith(mail_id.lower(), autoescape=True)
        rows = self.session.exec(select(MailRow).where(ending).limit(2)).all() if mail_id else []
        return self._value(rows[0]) if len(rows) == 1 else None

    def in_state(self, state: MailState, limit: int = 1000) -> list[Mail]:
        """Return mails in that state, oldest first."""
        rows = self.session.exec(
            select(MailRow).where(MailRow.state == state).order_by(col(MailRow.received_at), MailRow.id).limit(limit)
        )
        return [self._value(row) for row in rows]

    def of_request(self, request_id: str) -> list[Mail]:
        """Return the mails of one case, oldest first."""
        rows = self.session.exec(
            select(MailRow).where(MailRow.request_id == request_id).order_by(col(MailRow.received_at), MailRow.id)
        )
        return [self._value(row) for row in rows]

    def begin_attempt(self, mail: Mail) -> int:
        """Count one attempt to understand the mail, before it is made; return which it is, from 1."""
        row = self._row(mail.id)
        self.change(row, {"attempts": row.attempts + 1}, attempts=row.attempts)
        return row.attempts

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
        row = self._row(mail.id)
        values: dict[str, Any] = {
            "state": str(move(MAIL, mail.state, event)),
            "kind": kind or row.kind,
            "reason": reason[:400],
            "disposal": disposal,
            "disposed_at": None,
            "request_id": request_id or row.request_id,
            "member_id": member_id or row.member_id,
        }
        if event == MailEvent.RETRIED:
            values |= {"attempts": 0}
        self.change(row, values, state=str(mail.state))
        return self._value(row)

    def to_dispose(self, account: str, limit: int = 200) -> list[Mail]:
        """Return mails of that mailbox that something is still to be done with on the server, oldest first.

        A repeat waits until its first is understood, and then awaits the same; also when that is decided anew.
        """
        first = aliased(MailRow)
        disposal = func.coalesce(first.disposal, MailRow.disposal)
        rows = self.session.exec(
            select(MailRow, disposal, func.coalesce(first.kind, MailRow.kind))
            .join(first, col(MailRow.same_as) == first.id, isouter=True)
            .where(MailRow.account == account, disposal != "", col(MailRow.uid).is_not(None))
            .where(or_(col(MailRow.disposed_at).is_(None), col(MailRow.disposal) != disposal))
            .order_by(col(MailRow.received_at), MailRow.id)
            .limit(limit)
        )
        return [replace(self._value(row), disposal=what, kind=kind) for row, what, kind in rows]

    def disposed(self, mail: Mail, now: datetime) -> None:
        """Record that what was to be done with it on the server is done.

        Raises StaleError when something else is to be done by now.
        """
        row = self._row(mail.id)
        if row.same_as and row.disposal != mail.disposal:
            if self._row(row.same_as).disposal != mail.disposal:
                raise StaleError("mail has changed meanwhile")
            taken_over = {"disposal": mail.disposal, "kind": mail.kind, "disposed_at": now}
            self.change(row, taken_over, disposal=row.disposal)
        else:
            self.change(row, {"disposed_at": now}, disposed_at=None, disposal=mail.disposal)

    def count(self, state: MailState) -> int:
        """Return how many mails are in that state."""
        return self.session.exec(select(func.count()).select_from(MailRow).where(MailRow.state == state)).one()

    def _at(self, account: str, folder: str, uidvalidity: int | None, uid: int) -> SelectOfScalar[str]:
        return select(MailRow.id).where(
            MailRow.account == account,
            MailRow.folder == folder,
            MailRow.uidvalidity == uidvalidity,
            MailRow.uid == uid,
        )

    def _row(self, mail_id: str) -> MailRow:
        return self.session.exec(select(MailRow).where(MailRow.id == mail_id)).one()

    def _value(self, row: MailRow) -> Mail:
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


class ReceiptBook(Book):
    """Proof of deletions: when, by which rule, which bytes, where, and that its absence was seen."""

    def add(self, mail: Mail, rule: str, now: datetime) -> None:
        """Write the receipt of one verified deletion; a second one for the same mail changes nothing."""
        self.insert_new(
            ReceiptRow(
                mail_id=mail.id,
                at=now,
                kind=mail.kind,
                rule=rule,
                sha256=mail.sha256,
                folder=mail.folder,
                uidvalidity=mail.uidvalidity or 0,
                uid=mail.uid or 0,
                absent=True,
            )
        )

    def all(self) -> Iterator[Receipt]:
        """Yield every receipt, oldest first."""
        for row in self.session.exec(select(ReceiptRow).order_by(col(ReceiptRow.at), ReceiptRow.id)):
            yield Receipt(
                id=row.id,
                at=row.at,
                kind=row.kind,
                rule=row.rule,
                sha256=row.sha256,
                folder=row.folder,
                uidvalidity=row.uidvalidity,
                uid=row.uid,
                absent=row.absent,
            )
