"""The proof of mails deleted from the mailbox.

What is begun is written down before the server is asked, without that last: so that a deletion by us that nobody lived
to write down is told from a mail that somebody else took away.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import col, select

from medverkan.storage.book import Book, StaleError
from medverkan.storage.tables import MailRow, ReceiptRow
from medverkan.storage.values import Mail, Receipt


class ReceiptBook(Book):
    """Proof of deletions: when, by which rule, which bytes, where, and that its absence was seen."""

    def begin(self, mail: Mail, rule: str, now: datetime) -> None:
        """Write down that this mail, seen where it says, is about to be deleted there."""
        if not self.insert_new(self._new(mail, rule, now, absent=False)):
            place = {"at": now, "folder": mail.folder, "uidvalidity": mail.uidvalidity or 0, "uid": mail.uid or 0}
            with suppress(StaleError):
                self.update(ReceiptRow, self._id(mail), place, absent=False)

    def is_begun(self, mail: Mail) -> bool:
        """Tell whether its deletion was begun and not yet seen to be done."""
        return self.row(ReceiptRow, mail_id=mail.id, absent=False) is not None

    def withdraw(self, mail: Mail) -> None:
        """Take back what was begun, since the mail is still there."""
        self.session.execute(
            delete(ReceiptRow).where(col(ReceiptRow.mail_id) == mail.id, col(ReceiptRow.absent).is_(False))
        )

    def add(self, mail: Mail, rule: str, now: datetime) -> None:
        """Write the receipt of one verified deletion, where it was begun if it was; a second one changes nothing."""
        if not self.insert_new(self._new(mail, rule, now, absent=True)):
            with suppress(StaleError):
                done = {"at": now, "rule": rule, "absent": True}
                self.update(ReceiptRow, self._id(mail), done, absent=False)

    def _new(self, mail: Mail, rule: str, now: datetime, *, absent: bool) -> ReceiptRow:
        return ReceiptRow(
            mail_id=mail.id,
            at=now,
            kind=mail.kind,
            rule=rule,
            sha256=mail.sha256,
            folder=mail.folder,
            uidvalidity=mail.uidvalidity or 0,
            uid=mail.uid or 0,
            absent=absent,
        )

    def _id(self, mail: Mail) -> str:
        row = self.row(ReceiptRow, mail_id=mail.id)
        if row is None:
            raise StaleError("receipt was withdrawn meanwhile")
        return str(row.id)

    def slowest(self) -> timedelta | None:
        """Return the longest that a mail lay in the mailbox from when it was taken in until it was seen to be gone."""
        done = select(ReceiptRow.at, MailRow.received_at).where(
            col(ReceiptRow.absent).is_(True), ReceiptRow.mail_id == MailRow.id
        )
        return max((at - came for at, came in self.session.exec(done)), default=None)

    def all(self) -> Iterator[Receipt]:
        """Yield every receipt of a deletion that was seen to be done, oldest first."""
        done = select(ReceiptRow).where(col(ReceiptRow.absent).is_(True))
        for row in self.session.exec(done.order_by(col(ReceiptRow.at), ReceiptRow.id)):
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
