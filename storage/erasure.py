"""Erasing a person: every row, every sealed word and every key that tells of them.

Who is meant by a text is not decided here: what is stored is handed out, and what is named is made empty. A mail keeps
its place and its hash, so that it is never taken in twice; a letter keeps its Message-ID, so that an answer to it is
still known. Rows that other rows rest on are emptied, not deleted.
"""

import json
from collections.abc import Callable, Iterable
from typing import Any, Protocol

from sqlalchemy import ColumnElement, and_, delete, func, or_, update
from sqlalchemy import select as select_columns
from sqlalchemy.orm import aliased
from sqlmodel import SQLModel, col

from medverkan.storage.book import by_id
from medverkan.storage.lifecycle import MAIL, OUTGOING, MailEvent, MailState, OutgoingEvent, OutgoingState, move
from medverkan.storage.looking import EMPTIED, LookingBook
from medverkan.storage.tables import (
    GOES,
    AuditRow,
    CallRow,
    ConsentRow,
    InvitationRow,
    MailRow,
    MemberRow,
    OutgoingRow,
    ProposalRow,
    RequestRow,
    TaskRow,
)
from medverkan.storage.tables_contact import ChatPressRow, MeetingRow, SmsRow
from medverkan.storage.tables_register import MergeRow, SignatureRow
from medverkan.storage.values import Member

GONE = "[raderat]"
# Sealed texts of others in which a person may be named; what a key in `KEPT` says is somebody's as an official.
TEXTS: tuple[tuple[type[SQLModel], str], ...] = (
    (RequestRow, "fields"),
    (RequestRow, "notes"),
    (TaskRow, "note"),
    (CallRow, "words"),
    (ConsentRow, "parties"),
    (MemberRow, "card"),
    (MemberRow, "profile"),
    (SmsRow, "words"),
    (MeetingRow, "place"),
    (MergeRow, "undo"),
)
KEPT = frozenset({"contact_name", "contact_email", "contact_phone", "unit", "organisation"})
NAMES = frozenset({"first_name", "last_name", "phone", "email", "guardian_phone"})
Scrub = Callable[[str], str]


class May(Protocol):
    """Tells whether a text may tell of the person; closer in their own cases."""

    def __call__(self, raw: bytes, *, own_case: bool = False) -> bool:
        """Return False only where that is certain."""
        ...


class ErasureBook(LookingBook):
    """What is erased; what must be looked through to know it is in looking.py."""

    def empty_mails(self, ids: Iterable[str]) -> tuple[int, int]:
        """Empty mails of their content; return how many, and how many must first leave the mailbox by their bytes."""
        emptied = waiting = 0
        for row_id in ids:
            if self._is_needed(row_id):
                self.run(update(MailRow).where(col(MailRow.id) == row_id).values(goes_when_disposed=True))
                waiting += 1
                continue
            self._empty(row_id)
            emptied += 1
        return emptied, waiting

    def empty_disposed(self) -> int:
        """Empty the mails that were only waiting to leave the mailbox; return how many."""
        marked = self.run(select_columns(col(MailRow.id)).where(GOES)).all()
        done = [row.id for row in marked if not self._is_needed(row.id)]
        for row_id in done:
            self._empty(row_id)
        return len(done)

    def is_any_marked(self) -> bool:
        """Tell whether a mail waits to be emptied."""
        return self.run(select_columns(col(MailRow.id)).where(GOES).limit(1)).first() is not None

    def _is_needed(self, row_id: str) -> bool:
        """Tell whether the bytes are needed to find the mail, or a repeat of it, on the server."""
        first = aliased(MailRow)
        pending = or_(col(MailRow.disposed_at).is_(None), col(MailRow.disposal) != first.disposal)
        mine = or_(col(MailRow.id) == row_id, col(MailRow.same_as) == row_id)
        statement = (
            select_columns(col(MailRow.id))
            .join(first, col(first.id) == row_id)
            .where(mine, col(MailRow.uid).is_not(None), col(first.disposal) != "", pending)
        )
        return self.run(statement.limit(1)).first() is not None

    def _empty(self, row_id: str) -> None:
        row = self.run(select_columns(col(MailRow.state)).where(col(MailRow.id) == row_id)).one()
        values: dict[str, Any] = {
            "raw": self.seal("mail.raw", row_id, b""),
            "size": 0,
            "member_id": None,
            "message_key": "",
            "reason": EMPTIED,
            "goes_when_disposed": False,
        }
        if row.state == MailState.STORED:
            # There is nothing in it to be understood any more.
            state = move(MAIL, MailState(row.state), MailEvent.UNDERSTOOD)
            values["state"] = str(state)
        self.run(update(MailRow).where(col(MailRow.id) == row_id).values(values))

    def empty_letters(self, ids: Iterable[str], is_theirs: Callable[[str], bool]) -> int:
        """Empty letters of ours, and take back those that have not left; return how many. `is_theirs`: an address."""
        count = 0
        for row_id in ids:
            row = self.run(by_id(OutgoingRow), {"row_id": row_id}).one()
            known = self.open("outgoing.letter", row_id, row.letter)
            letter = {**known, "subject": "", "text": "", "attachments": []}
            values: dict[str, Any] = {"member_id": None}
            if is_theirs(known["to"]):
                letter["to"] = values["to_key"] = ""
            values["letter"] = self.seal("outgoing.letter", row_id, letter)
            if row.state == OutgoingState.WAITING:
                # Also one that is being sent just now: whoever holds it has it in memory, and ends it in vain.
                state = move(OUTGOING, OutgoingState(row.state), OutgoingEvent.CANCELLED)
                values |= {"state": str(state), "key": f"{row.key}#{row_id}", "claimed_until": None}
            self.run(update(OutgoingRow).where(col(OutgoingRow.id) == row_id).values(values))
            count += 1
        return count

    def empty_lines(self, sequences: Iterable[int]) -> int:
        """Take the person and the details out of lines of the audit; that something was done stays. Return how many."""
        count = 0
        for sequence in sequences:
            row = self.run(select_columns(col(AuditRow.id)).where(col(AuditRow.sequence) == sequence)).one()
            values = {"member_id": None, "detail": self.seal("audit.detail", row.id, {"erased": True})}
            self.run(update(AuditRow).where(col(AuditRow.sequence) == sequence).values(values))
            count += 1
        return count

    def strike(self, member: Member, also: Iterable[str] = ()) -> int:
        """Take a person out of every list put before the lead; their number stays taken. Return of how many.

        `also` are ids and numbers of posts that were merged into theirs.
        """
        count, them = 0, {member.id, member.number, *also}
        for row in self.run(select_columns(col(ProposalRow.id), col(ProposalRow.matches))).all():
            listed = self.open("proposal.matches", row.id, row.matches)
            kept = [match for match in listed["matches"] if match.get("member") not in them]
            team = [one for one in listed["team"] if one not in them]
            if len(kept) == len(listed["matches"]) and len(team) == len(listed["team"]):
                continue
            gone = [match["number"] for match in listed["matches"] if match not in kept and "number" in match]
            listed = {**listed, "matches": kept, "team": team, "gone": [*listed.get("gone", []), *gone]}
            sealed = self.seal("proposal.matches", row.id, listed)
            self.run(update(ProposalRow).where(col(ProposalRow.id) == row.id).values(matches=sealed))
            count += 1
        return count

    def remove(self, member: Member, also: Iterable[str] = ()) -> dict[str, int]:
        """Delete the rows that are the person's own; return how many of each. Others' rows lose the id.

        `also` are the ids of posts that were merged into theirs.
        """
        mine = member.id
        tasks = select_columns(col(TaskRow.id)).where(col(TaskRow.member_id) == mine)
        self.run(
            update(CallRow).where(col(CallRow.task_id).in_(tasks), col(CallRow.member_id) != mine).values(task_id=None)
        )
        counts = {}
        for name, table in (
            ("calls", CallRow),
            ("tasks", TaskRow),
            ("consents", ConsentRow),
            ("invitations", InvitationRow),
            ("sms", SmsRow),
            ("meetings", MeetingRow),
            ("chat_buttons", ChatPressRow),
            ("signatures", SignatureRow),
            ("merges", MergeRow),
        ):
            counts[name] = self.run(delete(table).where(col(table.member_id) == mine)).rowcount
        counts["sms"] += self._remove_sms(str(member.fields.get("phone") or ""))
        for other in (MailRow, OutgoingRow):
            self.run(update(other).where(col(other.member_id) == mine).values(member_id=None))
        # Keys are made of ids; what stands for this one from now on tells nothing.
        for one in (mine, *also):
            told, hidden = col(TaskRow.key).contains(one), self.vault.lookup("erased-member", one)[:32]
            self.run(update(TaskRow).where(told).values(key=func.replace(col(TaskRow.key), one, hidden)))
        counts["member"] = self.run(delete(MemberRow).where(col(MemberRow.id) == mine)).rowcount
        return counts

    def _remove_sms(self, phone: str) -> int:
        """Delete what came from that number before anybody could tell whose it is, or while it was two people's."""
        theirs = col(SmsRow.phone_key) == self.vault.lookup("phone", phone)
        ids = [row.id for row in self.run(select_columns(col(SmsRow.id)).where(theirs))] if phone else []
        for sms_id in ids:
            for task in self.run(select_columns(col(TaskRow.id)).where(col(TaskRow.key) == f"sms:{sms_id}")).all():
                note = self.seal("task.note", task.id, GONE)
                self.run(update(TaskRow).where(col(TaskRow.id) == task.id).values(note=note))
            self.run(delete(SmsRow).where(col(SmsRow.id) == sms_id))
        return len(ids)

    def scrub(
        self, scrub: Scrub, scrub_own: Scrub, own_cases: frozenset[str], member: Member, may: May | None = None
    ) -> int:
        """Take what tells of the person out of others' texts; return out of how many. Their cases are read closer.

        `may` tells of a text's bytes whether it is to be looked at.
        """
        count = 0
        for table, name in TEXTS:
            column = f"{table.__tablename__}.{name}"
            for row in self.run(self._texts_of(table, name, member)).all():
                of_own = (row.case or "") in own_cases
                plain = self.open_bytes(column, row.id, row.sealed)
                if may and not may(plain, own_case=of_own):
                    continue
                known = json.loads(plain)
                after = _scrubbed(known, scrub_own if of_own else scrub, skip=_kept(table))
                if after != known:
                    values: dict[str, Any] = {name: self.seal(column, row.id, after)}
                    if table in (MemberRow, RequestRow):
                        # Whoever holds the text as it was must see that it has changed.
                        values["version"] = _version_of(table) + 1
                    self.run(update(table).where(_id_of(table) == row.id).values(values))
                    count += 1
        return count

    def _texts_of(self, table: type[SQLModel], name: str, member: Member) -> Any:
        of = table.__table__.c  # type: ignore[attr-defined]
        case = of.id if table is RequestRow else of.request_id if "request_id" in of else of.id
        others: list[ColumnElement[bool]] = [of.member_id != member.id] if "member_id" in of else []
        if table is MemberRow:
            others = [of.id != member.id]
        if "member_id" in of:
            others = [or_(of.member_id.is_(None), *others)]
        return select_columns(of.id, of[name].label("sealed"), case.label("case")).where(
            and_(*others) if others else of.id == of.id
        )


def _id_of(table: type[SQLModel]) -> Any:
    return table.__table__.c.id  # type: ignore[attr-defined]


def _version_of(table: type[SQLModel]) -> Any:
    return table.__table__.c.version  # type: ignore[attr-defined]


def _kept(table: type[SQLModel]) -> frozenset[str]:
    return {RequestRow: KEPT, MemberRow: NAMES, MergeRow: NAMES}.get(table, frozenset())


def _scrubbed(value: Any, scrub: Scrub, skip: frozenset[str] = frozenset()) -> Any:
    if isinstance(value, str):
        return scrub(value)
    if isinstance(value, list):
        return [_scrubbed(one, scrub, skip) for one in value]
    if isinstance(value, dict):
        return {key: one if key in skip else _scrubbed(one, scrub, skip) for key, one in value.items()}
    return value
