"""Which papers are signed, by whom and on which day. The papers themselves are kept elsewhere."""

from datetime import date, datetime

from sqlalchemy import delete
from sqlmodel import col, select

from medverkan.storage.book import Book
from medverkan.storage.tables_register import SignatureRow
from medverkan.storage.values import Signature


class SignatureBook(Book):
    """The signatures."""

    def add(
        self, member_id: str, paper: str, party: str, day: date, now: datetime, request_id: str | None = None
    ) -> None:
        """Note that a party has signed a paper; what was noted of it before is replaced."""
        self.remove(member_id, paper, request_id, party=party)
        row = SignatureRow(member_id=member_id, request_id=request_id, paper=paper, party=party, day=day, noted_at=now)
        self.session.add(row)
        self.session.flush()

    def remove(self, member_id: str, paper: str, request_id: str | None = None, *, party: str = "") -> None:
        """Take back what was noted of a paper, by that party where one is given."""
        case = col(SignatureRow.request_id)
        statement = delete(SignatureRow).where(
            col(SignatureRow.member_id) == member_id,
            col(SignatureRow.paper) == paper,
            case.is_(None) if request_id is None else case == request_id,
        )
        self.run(statement.where(col(SignatureRow.party) == party) if party else statement)

    def of(self, *, member_id: str | None = None, request_id: str | None = None, paper: str = "") -> list[Signature]:
        """Return what is signed, oldest first, narrowed by what is given."""
        statement = select(SignatureRow).order_by(col(SignatureRow.day), col(SignatureRow.id))
        if member_id:
            statement = statement.where(SignatureRow.member_id == member_id)
        if request_id:
            statement = statement.where(SignatureRow.request_id == request_id)
        if paper:
            statement = statement.where(SignatureRow.paper == paper)
        return [
            Signature(row.member_id, row.request_id, row.paper, row.party, row.day)
            for row in self.session.exec(statement)
        ]
