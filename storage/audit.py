"""Who did or read what about whom, and when. Only ever added to."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from medverkan.storage.book import Book
from medverkan.storage.tables import AuditRow, new_id
from medverkan.storage.values import Event


class AuditBook(Book):
    """The audit."""

    def add(
        self,
        what: str,
        who: str,
        now: datetime,
        *,
        request_id: str | None = None,
        member_id: str | None = None,
        mail_id: str | None = None,
        detail: Mapping[str, Any] | None = None,
    ) -> None:
        """Write one line. `who` is a role ("bot", "unit", "lead") – names belong in the sealed `detail`."""
        row_id = new_id()
        # Inserted one by one: the order of the lines is the order of the calls.
        self.insert(
            AuditRow,
            {
                "id": row_id,
                "at": now,
                "what": what,
                "who": who,
                "request_id": request_id,
                "member_id": member_id,
                "mail_id": mail_id,
                "detail": self.seal("audit.detail", row_id, dict(detail or {})),
            },
        )

    def of(self, *, request_id: str | None = None, member_id: str | None = None) -> list[Event]:
        """Return the lines about that case or person (all where neither is given), oldest first."""
        statement = select(AuditRow).order_by(col(AuditRow.sequence))
        if request_id:
            statement = statement.where(AuditRow.request_id == request_id)
        if member_id:
            statement = statement.where(AuditRow.member_id == member_id)
        return [
            Event(
                at=row.at,
                what=row.what,
                who=row.who,
                request_id=row.request_id,
                member_id=row.member_id,
                mail_id=row.mail_id,
                detail=self.open("audit.detail", row.id, row.detail),
            )
            for row in self.session.exec(statement)
        ]
