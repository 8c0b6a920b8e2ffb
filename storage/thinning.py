"""What is no longer needed is found, oldest first, and emptied: never a row that others rest on, never a count.

Nothing is decided here about how long anything is kept: whoever asks says before when.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, delete, exists, func, literal, update
from sqlalchemy import select as select_columns
from sqlalchemy.orm import aliased
from sqlmodel import SQLModel, col

from medverkan.storage.audit import LISTS_LINES
from medverkan.storage.book import Book
from medverkan.storage.lifecycle import MailState, MemberStatus, OutgoingState, RequestState
from medverkan.storage.tables import (
    AuditRow,
    CallRow,
    CounterRow,
    MailRow,
    MemberRow,
    OutgoingRow,
    ProposalRow,
    RequestRow,
    TaskRow,
)
from medverkan.storage.tables_contact import ChatPressRow, MeetingRow, SmsRow

ENDED = (RequestState.CLOSED, RequestState.WITHDRAWN, RequestState.UNFILLED)
# To read a case is not to need it.
READS = ("case-read", "case-matched", "audit-read")
AUDIT_MARK = "thinned-audit"
_NO_LETTER = {"to": "", "subject": "", "text": "", "in_reply_to": "", "references": "", "attachments": [], "until": ""}
_TOLD = ("number", "rank", "member", "score", "parts")


class ThinningBook(Book):
    """What is due to be thinned, and how it is done."""

    def cases(self, before: datetime, most: int | None = None) -> list[str]:
        """Return the cases that have ended, in which nothing has happened since, and nothing waits."""
        since = col(AuditRow.request_id) == col(RequestRow.id), col(AuditRow.at) >= before
        waits = col(TaskRow.request_id) == col(RequestRow.id), col(TaskRow.done_at).is_(None)
        return self._ids(
            RequestRow, most,
            col(RequestRow.state).in_([str(state) for state in ENDED]),
            col(RequestRow.thinned_at).is_(None),
            col(RequestRow.received_at) < before,
            ~exists().where(*since, col(AuditRow.what).not_in(READS)),
            ~exists().where(*waits),
        )  # fmt: skip

    def mails(self, before: datetime, most: int | None = None) -> list[str]:
        """Return the mails that are dealt with and belong to no case."""
        done = col(MailRow.state) == str(MailState.DONE), col(MailRow.received_at) < before
        kept = col(MailRow.same_as).is_(None), col(MailRow.size) > 0, col(MailRow.goes_when_disposed).is_(False)
        return self._ids(MailRow, most, *done, *kept, col(MailRow.request_id).is_(None))

    def mails_of(self, request_id: str) -> list[str]:
        """Return the mails of a case that still have content."""
        kept = col(MailRow.same_as).is_(None), col(MailRow.size) > 0
        return self._ids(MailRow, None, col(MailRow.request_id) == request_id, *kept)

    def aside(self, before: datetime, most: int | None = None) -> list[str]:
        """Return the mails put aside that nobody has been asked to look at for so long."""
        asked = col(TaskRow.mail_id) == col(MailRow.id), col(TaskRow.kind) == "review"
        lately = col(TaskRow.done_at).is_(None) | (col(TaskRow.done_at) >= before)
        aside = col(MailRow.state) == str(MailState.ASIDE), col(MailRow.received_at) < before
        return self._ids(MailRow, most, *aside, ~exists().where(*asked, lately))

    def letters(self, before: datetime, most: int | None = None) -> list[str]:
        """Return the letters and SMS of ours that belong to no case and have left, or never will."""
        ended = col(OutgoingRow.state) != str(OutgoingState.WAITING), col(OutgoingRow.emptied_at).is_(None)
        at = func.coalesce(col(OutgoingRow.sent_at), col(OutgoingRow.due))
        return self._ids(OutgoingRow, most, *ended, col(OutgoingRow.request_id).is_(None), at < before)

    def sms(self, before: datetime, most: int | None = None, *, known: bool) -> list[str]:
        """Return the SMS that belong to no case, from people who are known, or not, that wait for nobody."""
        key = literal("sms:", String) + col(SmsRow.id)
        waits = col(TaskRow.done_at).is_(None) | (col(TaskRow.done_at) >= before)
        whose = col(SmsRow.member_id).is_not(None) if known else col(SmsRow.member_id).is_(None)
        old = col(SmsRow.at) < before, col(SmsRow.meaning) != "", col(SmsRow.request_id).is_(None)
        return self._ids(SmsRow, most, whose, *old, ~exists().where(col(TaskRow.key) == key, waits))

    def calls(self, before: datetime, most: int | None = None) -> list[str]:
        """Return the calls that belong to no case."""
        old = col(CallRow.at) < before, col(CallRow.emptied_at).is_(None)
        return self._ids(CallRow, most, *old, col(CallRow.request_id).is_(None))

    def tasks(self, before: datetime, most: int | None = None) -> list[str]:
        """Return the tasks that are done and belong to no case."""
        old = col(TaskRow.done_at) < before, col(TaskRow.emptied_at).is_(None)
        return self._ids(TaskRow, most, *old, col(TaskRow.request_id).is_(None))

    def left(self, before: datetime, most: int | None = None) -> list[str]:
        """Return the people who have left since then, and about whom there is no open request of rights."""
        lately = col(AuditRow.member_id) == col(MemberRow.id), col(AuditRow.what) == "member-status"
        open_ = (
            col(TaskRow.member_id) == col(MemberRow.id),
            col(TaskRow.kind) == "rights",
            col(TaskRow.done_at).is_(None),
        )
        gone = col(MemberRow.status) == str(MemberStatus.LEFT), col(MemberRow.created_at) < before
        return self._ids(
            MemberRow, most, *gone, ~exists().where(*lately, col(AuditRow.at) >= before), ~exists().where(*open_)
        )

    def unanswered(self, before: datetime, most: int | None = None) -> list[str]:
        """Return the reviews of what is kept for which somebody was phoned in vain twice or more, and nothing since."""
        asked = literal("unanswered:", String) + col(TaskRow.id)
        other = aliased(TaskRow)
        tried = col(TaskRow.kind) == "data_review", col(TaskRow.attempts) >= 2, col(TaskRow.due) < before
        waits = col(TaskRow.done_at).is_(None), col(TaskRow.member_id).is_not(None)
        return self._ids(TaskRow, most, *tried, *waits, ~exists().where(col(other.key) == asked))

    def lines(self, before: datetime, most: int | None = None) -> list[int]:
        """Return the numbers of the audit's lines from before then that nobody has looked at to thin them."""
        mark = self.run(select_columns(col(CounterRow.value)).where(col(CounterRow.name) == AUDIT_MARK)).scalar() or 0
        old = col(AuditRow.sequence) > mark, col(AuditRow.at) < before
        statement = select_columns(col(AuditRow.sequence)).where(*old).order_by(col(AuditRow.sequence)).limit(most)
        return [row.sequence for row in self.run(statement)]

    def emptiable(self, sequences: Iterable[int]) -> list[int]:
        """Return which of those lines may be emptied: not what the chain or somebody's erasure rests on."""
        wanted = (
            col(AuditRow.sequence),
            col(AuditRow.id),
            col(AuditRow.what),
            col(AuditRow.member_id),
            col(AuditRow.detail),
        )
        rows = self.run(select_columns(*wanted).where(col(AuditRow.sequence).in_(list(sequences)))).all()
        about = {row.member_id for row in rows if row.member_id}
        there = {row.id for row in self.run(select_columns(col(MemberRow.id)).where(col(MemberRow.id).in_(about)))}
        found = []
        for row in rows:
            detail = self.open("audit.detail", row.id, row.detail)
            known_by = row.member_id in there and "before" in detail
            if row.what not in LISTS_LINES and not known_by and (detail or row.member_id) and "erased" not in detail:
                found.append(row.sequence)
        return found

    def mark_lines(self, last: int) -> None:
        """Remember up to which line the audit is thinned."""
        self.insert_values(CounterRow, {"name": AUDIT_MARK, "value": 0})
        self.run(update(CounterRow).where(col(CounterRow.name) == AUDIT_MARK).values(value=last))

    def thin_case(self, request_id: str, fields: Mapping[str, Any], now: datetime) -> None:
        """Leave of a case what `fields` say, its numbers, days and states; its mails are emptied apart."""
        nothing = {"sender": "", "message_id": "", "subject": ""}
        values = {
            "fields": self.seal("request.fields", request_id, dict(fields)),
            "thread": self.seal("request.thread", request_id, nothing),
            "notes": self.seal("request.notes", request_id, {"questions": [], "remarks": []}),
            "release_to": self.seal("request.release_to", request_id, ""),
            "missing": "",
            "thinned_at": now,
            "version": col(RequestRow.version) + 1,
        }
        self.run(update(RequestRow).where(col(RequestRow.id) == request_id).values(values))
        self._thin_lists(request_id)
        sent = col(OutgoingRow.state) != str(OutgoingState.WAITING)
        for row_id in self._ids(OutgoingRow, None, col(OutgoingRow.request_id) == request_id, sent):
            self.empty_letter(row_id, now)
        for row_id in self._ids(CallRow, None, col(CallRow.request_id) == request_id):
            self.empty_call(row_id, now)
        for row_id in self._ids(TaskRow, None, col(TaskRow.request_id) == request_id):
            self.empty_task(row_id, now)
        for row_id in self._ids(MeetingRow, None, col(MeetingRow.request_id) == request_id):
            place = self.seal("meeting.place", row_id, "")
            self.run(update(MeetingRow).where(col(MeetingRow.id) == row_id).values(place=place))
        for gone in (SmsRow, ChatPressRow):
            self.run(delete(gone).where(_of(gone).request_id == request_id))

    def empty_letter(self, row_id: str, now: datetime) -> None:
        """Take out of a letter of ours what it said and to whom; that it was sent, and its own id, stay."""
        row = self.run(select_columns(col(OutgoingRow.letter)).where(col(OutgoingRow.id) == row_id)).one()
        known = self.open("outgoing.letter", row_id, row.letter)
        letter = {**_NO_LETTER, "message_id": known["message_id"]}
        values = {"letter": self.seal("outgoing.letter", row_id, letter), "to_key": "", "emptied_at": now}
        self.run(update(OutgoingRow).where(col(OutgoingRow.id) == row_id).values(values))

    def empty_call(self, row_id: str, now: datetime) -> None:
        """Take the note out of a call; that it was made, and how it ended, stay."""
        row = self.run(select_columns(col(CallRow.words)).where(col(CallRow.id) == row_id)).one()
        words = {**self.open("call.words", row_id, row.words), "note": ""}
        values = {"words": self.seal("call.words", row_id, words), "emptied_at": now}
        self.run(update(CallRow).where(col(CallRow.id) == row_id).values(values))

    def empty_task(self, row_id: str, now: datetime) -> None:
        """Take the note out of a task."""
        values = {"note": self.seal("task.note", row_id, ""), "emptied_at": now}
        self.run(update(TaskRow).where(col(TaskRow.id) == row_id).values(values))

    def remove_sms(self, row_id: str, now: datetime) -> None:
        """Delete an SMS that came, and its words where they are a task's note."""
        for row in self.run(select_columns(col(TaskRow.id)).where(col(TaskRow.key) == f"sms:{row_id}")).all():
            self.empty_task(row.id, now)
        self.run(delete(SmsRow).where(col(SmsRow.id) == row_id))

    def _thin_lists(self, request_id: str) -> None:
        mine = col(ProposalRow.request_id) == request_id
        for row in self.run(select_columns(col(ProposalRow.id), col(ProposalRow.matches)).where(mine)).all():
            listed = self.open("proposal.matches", row.id, row.matches)
            matches = [{key: one[key] for key in _TOLD if key in one} for one in listed["matches"]]
            for one in matches:
                one |= {"reasons": [], "concerns": []}
            sealed = self.seal("proposal.matches", row.id, {**listed, "matches": matches})
            self.run(update(ProposalRow).where(col(ProposalRow.id) == row.id).values(matches=sealed))

    def _ids(self, table: type[SQLModel], most: int | None, *wanted: ColumnElement[bool]) -> list[str]:
        statement = select_columns(_of(table).id).where(*wanted).order_by(_of(table).id).limit(most)
        return [row.id for row in self.run(statement)]


def _of(table: type[SQLModel]) -> Any:
    return table.__table__.c  # type: ignore[attr-defined]
