"""Meetings with one person: an introduction, an assignment's day. Each keeps one UID for life, as calendars need.

The sequence grows with what a calendar must be told (RFC 5545, 3.8.7.4): a new time or place, a cancellation.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from medverkan.storage.book import Book
from medverkan.storage.lifecycle import MEETING, MeetingEvent, MeetingState, move
from medverkan.storage.tables import new_id
from medverkan.storage.tables_contact import MeetingRow
from medverkan.storage.values import Meeting

TELLS_CALENDARS = (MeetingEvent.MOVED, MeetingEvent.CANCELLED)


class MeetingBook(Book):
    """The meetings."""

    def add(
        self,
        kind: str,
        starts_at: datetime,
        minutes: int,
        place: str,
        *,
        domain: str,
        member_id: str | None = None,
        request_id: str | None = None,
    ) -> Meeting:
        """Plan one meeting. Its UID is "random@domain", and says nothing of whom it is with."""
        row_id = new_id()
        row = MeetingRow(
            id=row_id,
            uid=f"{new_id()}@{domain}"[:80],
            kind=kind,
            state=MeetingState.PLANNED,
            member_id=member_id,
            request_id=request_id,
            starts_at=starts_at,
            minutes=minutes,
            place=self.seal("meeting.place", row_id, place),
        )
        self.session.add(row)
        self.session.flush()
        return self._value(row)

    def move(
        self,
        meeting: Meeting,
        event: MeetingEvent,
        *,
        starts_at: datetime | None = None,
        minutes: int | None = None,
        place: str | None = None,
    ) -> Meeting:
        """Let something happen to a meeting; what is not given stays. Raises IllegalMove, StaleError."""
        row = self.session.exec(select(MeetingRow).where(MeetingRow.id == meeting.id)).one()
        values: dict[str, Any] = {
            "state": str(move(MEETING, meeting.state, event)),
            "sequence": meeting.sequence + (event in TELLS_CALENDARS),
            "version": meeting.version + 1,
        }
        values |= _given(starts_at=starts_at, minutes=minutes)
        if place is not None:
            values["place"] = self.seal("meeting.place", row.id, place)
        self.change(row, values, version=meeting.version)
        return self._value(row)

    def of_member(self, member_id: str, kind: str = "") -> list[Meeting]:
        """Return every meeting with that person (of that kind), the one that starts first first."""
        statement = select(MeetingRow).where(MeetingRow.member_id == member_id)
        if kind:
            statement = statement.where(MeetingRow.kind == kind)
        order = col(MeetingRow.starts_at), col(MeetingRow.id)
        return [self._value(row) for row in self.session.exec(statement.order_by(*order))]

    def of_request(self, request_id: str) -> list[Meeting]:
        """Return every meeting of that case, the one that starts first first."""
        statement = select(MeetingRow).where(MeetingRow.request_id == request_id)
        order = col(MeetingRow.starts_at), col(MeetingRow.id)
        return [self._value(row) for row in self.session.exec(statement.order_by(*order))]

    def planned(self, kind: str) -> list[Meeting]:
        """Return the meetings of that kind that are still planned, the one that starts first first."""
        statement = select(MeetingRow).where(MeetingRow.kind == kind, MeetingRow.state == MeetingState.PLANNED)
        order = col(MeetingRow.starts_at), col(MeetingRow.id)
        return [self._value(row) for row in self.session.exec(statement.order_by(*order))]

    def _value(self, row: MeetingRow) -> Meeting:
        return Meeting(
            id=row.id,
            uid=row.uid,
            sequence=row.sequence,
            kind=row.kind,
            state=MeetingState(row.state),
            version=row.version,
            member_id=row.member_id,
            request_id=row.request_id,
            starts_at=row.starts_at,
            minutes=row.minutes,
            place=self.open("meeting.place", row.id, row.place),
        )


def _given(**values: Any) -> Mapping[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
