"""What the year's report rests on, read for many cases at once: moments and outcomes, never what anybody told."""

from datetime import datetime

from sqlalchemy import select
from sqlmodel import col

from medverkan.storage.book import Book
from medverkan.storage.lifecycle import InvitationState
from medverkan.storage.tables import AuditRow, InvitationRow, RequestRow


class EvaluationBook(Book):
    """The register as it is evaluated: by the cases that came within a time, the end not included."""

    def moments(self, since: datetime, until: datetime) -> list[tuple[str, str, datetime]]:
        """Return (case, what, when) for every line of the audit on those cases, oldest first; details stay sealed."""
        statement = (
            select(col(AuditRow.request_id), col(AuditRow.what), col(AuditRow.at))
            .join(RequestRow, col(RequestRow.id) == col(AuditRow.request_id))
            .where(col(RequestRow.received_at) >= since, col(RequestRow.received_at) < until)
            .order_by(col(AuditRow.sequence))
        )
        return [(row.request_id, row.what, row.at) for row in self.run(statement)]

    def asked(self, since: datetime, until: datetime) -> list[tuple[str, str, InvitationState]]:
        """Return (case, member, how far it came) for everybody who was more than proposed in those cases."""
        statement = (
            select(col(InvitationRow.request_id), col(InvitationRow.member_id), col(InvitationRow.state))
            .join(RequestRow, col(RequestRow.id) == col(InvitationRow.request_id))
            .where(col(RequestRow.received_at) >= since, col(RequestRow.received_at) < until)
            .where(col(InvitationRow.state) != InvitationState.PROPOSED)
            .order_by(col(InvitationRow.id))
        )
        return [(row.request_id, row.member_id, InvitationState(row.state)) for row in self.run(statement)]
