"""Which days people have been asked about or have said yes to: read in a few rows, however many cases there are.

Whom a case is about is sealed, and is opened only where it may matter; days and states are columns.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Executable, bindparam, or_
from sqlalchemy import select as select_columns
from sqlmodel import col, func

from medverkan.storage.book import Book
from medverkan.storage.lifecycle import InvitationState, RequestState
from medverkan.storage.tables import InvitationRow, MemberRow, ProposalRow, RequestRow

_FEW = 500  # ids in one statement: SQLite takes 32 766, older ones 999


@dataclass(frozen=True, slots=True)
class Asked:
    """One person asked about one case, with the days of that case (None where unknown)."""

    member_id: str
    request_id: str
    state: InvitationState
    changed_at: datetime
    case: RequestState
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Ahead:
    """One case that is not settled yet; `waits` where its list has not been answered."""

    id: str
    waits: bool
    start: date
    end: date | None


class AssignmentBook(Book):
    """What people have been asked about, are asked about, and may be asked about next."""

    def asked(self) -> list[Asked]:
        """Return everybody who was picked, called or has answered, by when that changed; fairness rests on it."""
        who = col(InvitationRow.member_id), col(InvitationRow.request_id), col(InvitationRow.state)
        when = col(InvitationRow.changed_at), col(RequestRow.date_start), col(RequestRow.date_end)
        rows = self.run(
            select_columns(*who, *when, col(RequestRow.state).label("case"))
            .where(col(InvitationRow.request_id) == RequestRow.id)
            .where(col(InvitationRow.state) != str(InvitationState.PROPOSED))
            .order_by(col(InvitationRow.changed_at), InvitationRow.id)
        )
        return [
            Asked(
                row.member_id, row.request_id, InvitationState(row.state), row.changed_at,
                RequestState(row.case), row.date_start, row.date_end,
            )
            for row in rows
        ]  # fmt: skip

    def ahead(self, start: date | None, end: date | None) -> list[Ahead]:
        """Return the cases being decided on or called for that take a day from `start` to `end`; all without those."""
        first, last = col(RequestRow.date_start), col(RequestRow.date_end)
        open_ = [str(RequestState.PROPOSED), str(RequestState.CALLING)]
        statement = select_columns(col(RequestRow.id), col(RequestRow.state), col(RequestRow.paused), first, last)
        statement = statement.where(col(RequestRow.state).in_(open_), first.is_not(None))
        if start:
            statement = statement.where(first <= max(start, end or start), or_(first >= start, last >= start))
        return [
            Ahead(row.id, row.state == str(RequestState.PROPOSED) and not row.paused, row.date_start, row.date_end)
            for row in self.run(statement.order_by(col(RequestRow.id)))
        ]

    def occasions(self, request_ids: Collection[str]) -> dict[str, int | None]:
        """Return on how many occasions each of those cases is, None where that was not said."""
        statement = select_columns(col(RequestRow.id), col(RequestRow.fields))
        found = self._some(statement.where(col(RequestRow.id).in_(bindparam("ids", expanding=True))), request_ids)
        return {row.id: self.open("request.fields", row.id, row.fields).get("occasions") for row in found}

    def called_in(self, request_ids: Collection[str], states: Iterable[InvitationState]) -> list[tuple[str, str]]:
        """Return (case, person) for everybody in those states in those cases."""
        statement = (
            select_columns(col(InvitationRow.request_id), col(InvitationRow.member_id))
            .where(col(InvitationRow.state).in_([str(state) for state in states]))
            .where(col(InvitationRow.request_id).in_(bindparam("ids", expanding=True)))
        )
        return [(row.request_id, row.member_id) for row in self._some(statement, request_ids)]

    def groups(self, request_ids: Collection[str]) -> list[tuple[str, str]]:
        """Return (case, person) for the group on the newest list of each of those cases, where still only proposed."""
        newest = (
            select_columns(col(ProposalRow.request_id), func.max(ProposalRow.version).label("version"))
            .where(col(ProposalRow.request_id).in_(bindparam("ids", expanding=True)))
            .group_by(col(ProposalRow.request_id))
            .subquery()
        )
        lists = select_columns(col(ProposalRow.id), col(ProposalRow.request_id), col(ProposalRow.matches)).join(
            newest,
            (col(ProposalRow.request_id) == newest.c.request_id) & (col(ProposalRow.version) == newest.c.version),
        )
        teams = {
            row.request_id: frozenset(self.open("proposal.matches", row.id, row.matches)["team"])
            for row in self._some(lists, request_ids)
        }
        people = (
            select_columns(col(InvitationRow.request_id), col(InvitationRow.member_id), col(MemberRow.number))
            .join(MemberRow, col(InvitationRow.member_id) == MemberRow.id)
            .where(col(InvitationRow.state) == str(InvitationState.PROPOSED))
            .where(col(InvitationRow.request_id).in_(bindparam("ids", expanding=True)))
        )
        return [
            (row.request_id, row.member_id)
            for row in self._some(people, list(teams))
            if row.number in teams[row.request_id]
        ]

    def _some(self, statement: Executable, ids: Collection[str]) -> list[Any]:
        ordered = sorted(ids)
        parts = (ordered[start : start + _FEW] for start in range(0, len(ordered), _FEW))
        return [row for part in parts for row in self.run(statement, {"ids": part})]
