"""What is looked through to know where a person is told of: every mail, letter, line of the audit and card, opened.

Texts are sealed one by one, and no index may tell whom a sealed text names; so all of them are opened, in the order
they were written, and handed out as bytes, for most are seen to be of others without being read.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy import select as select_columns
from sqlmodel import col

from medverkan.storage.book import Book, by_id
from medverkan.storage.tables import AuditRow, InvitationRow, MailRow, MemberRow, OutgoingRow, TaskRow
from medverkan.storage.vault import SEAL_BYTES

EMPTIED = "Innehållet är raderat: det behövs inte längre, eller handlade om någon som inte finns kvar i registret."
FEW = 20  # mails held in memory at once: each may be 25 MB
SEALED_EMPTY = SEAL_BYTES + len("{}")


class LookingBook(Book):
    """Everything in which somebody may be told of."""

    def mails(self, after: str = "") -> Iterator[tuple[Any, bytes]]:
        """Yield the mails that still have content, with their bytes; only those taken in after the one with that id."""
        of = MailRow.__table__.c  # type: ignore[attr-defined]
        whole = of.same_as.is_(None), of.reason != EMPTIED
        wanted = select_columns(of.id, of.sha256, of.kind, of.request_id, of.member_id, of.raw)
        statement = wanted.where(of.id > bindparam("after"), *whole).order_by(of.id).limit(FEW)
        while rows := self.run(statement, {"after": after}).all():
            for row in rows:
                yield row, self.open_bytes("mail.raw", row.id, row.raw)
            after = rows[-1].id

    def letters(self, after: str = "") -> Iterator[tuple[Any, bytes]]:
        """Yield the letters of ours with what is in them, as JSON; only those written after the one with that id."""
        wanted = col(OutgoingRow.id), col(OutgoingRow.kind), col(OutgoingRow.request_id), col(OutgoingRow.member_id)
        for row in self.run(select_columns(*wanted, col(OutgoingRow.letter)).where(col(OutgoingRow.id) > after)):
            yield row, self.open_bytes("outgoing.letter", row.id, row.letter)

    def letters_of(self, ids: Iterable[str]) -> Iterator[tuple[Any, Mapping[str, Any]]]:
        """Yield those letters, with what is in them."""
        for row_id in ids:
            row = self.run(by_id(OutgoingRow), {"row_id": row_id}).one()
            yield row, self.open("outgoing.letter", row.id, row.letter)

    def cards(self) -> Iterator[tuple[Any, bytes]]:
        """Yield who everybody is, as JSON; what they have told stays sealed."""
        for row in self.run(select_columns(col(MemberRow.id), col(MemberRow.card))):
            yield row, self.open_bytes("member.card", row.id, row.card)

    def cases_of(self, member_id: str) -> frozenset[str]:
        """Return the cases in which a person was listed."""
        theirs = col(InvitationRow.member_id) == member_id
        rows = self.run(select_columns(col(InvitationRow.request_id)).where(theirs))
        return frozenset(row.request_id for row in rows)

    def tasks_of(self, member_id: str) -> Iterator[tuple[Any, str]]:
        """Yield a person's tasks, also those that are done, with their notes."""
        of = TaskRow.__table__.c  # type: ignore[attr-defined]
        wanted = select_columns(of.id, of.number, of.kind, of.due, of.done_at, of.note)
        for row in self.run(wanted.where(of.member_id == member_id).order_by(of.due, of.id)):
            yield row, self.open("task.note", row.id, row.note)

    def lines(self, after: int = 0) -> Iterator[tuple[Any, bytes]]:
        """Yield the lines of the audit with their details, as JSON; only those after that one."""
        wanted = (
            col(AuditRow.sequence),
            col(AuditRow.id),
            col(AuditRow.member_id),
            col(AuditRow.what),
            col(AuditRow.detail),
        )
        for row in self.run(select_columns(*wanted).where(col(AuditRow.sequence) > after)):
            # Most say nothing, and that shows from outside.
            empty = len(row.detail) == SEALED_EMPTY
            yield row, b"{}" if empty else self.open_bytes("audit.detail", row.id, row.detail)
