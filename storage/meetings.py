"""Meetings with one person: an introduction, an assignment's day. Each keeps one UID for life, as calendars need.

The sequence grows with what a calendar must be told (RFC 5545, 3.8.7.4): a new time or place, a cancellation.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

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
        values: dict[str, Any] = {
            "state": str(move(MEETING, meeting.state, event)),
            "sequence": meeting.sequence + (event in TELLS_CALENDARS),
            "version": meeting.version + 1,
        }
        values |= _given(starts_at=starts_at, minutes=minutes)
        if place is not None:
            values["place"] = self.seal("meeting.place", meeting.id, place)
        return self._value(self.update(MeetingRow, meeting.id, values, version=meeting.version))

    def of_member(self, member_id: str, kind: str = "") -> list[Meeting]:
        """Return every meeting with that person (of that kind), the one that starts first first."""
        wanted = {"member_id": member_id} | ({"kind": kind} if kind else {})
        return self._those(**wanted)

    def of_request(self, request_id: str) -> list[Meeting]:
        """Return every meeting of that case, the one that starts first first."""
        return self._those(request_id=request_id)

    def planned(self, kind: str) -> list[Meeting]:
        """Return the meetings of that kind that are still planned, the one that starts first first."""
        return self._those(kind=kind, state=str(MeetingState.PLANNED))

    def _those(self, **wanted: str) -> list[Meeting]:
        return [self._value(row) for row in self.rows(MeetingRow, wanted, "starts_at", "id")]

    def _value(self, row: Any) -> Meeting:
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
