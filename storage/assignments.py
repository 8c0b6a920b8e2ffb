"""Which days people have been asked about or have said yes to: read in a few rows, however many cases there are.

Whom a case is about is sealed, and is opened only where it may matter; days and states are columns.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, Executable, bindparam, or_
from sqlalchemy import select as select_columns
from sqlmodel import col

from medverkan.storage.book import Book
from medverkan.storage.lifecycle import InvitationState, RequestState
from medverkan.storage.tables import InvitationRow, MemberRow, ProposalRow, RequestRow

_FEW = 200  # cases in one statement, and in memory


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
        found = self._some(statement.where(col(RequestRow.id).in_(_IDS)), request_ids)
        return {row.id: self.open("request.fields", row.id, row.fields).get("occasions") for row in found}

    def called_in(self, request_ids: Collection[str], states: Iterable[InvitationState]) -> list[tuple[str, str]]:
        """Return (case, person) for everybody in those states in those cases."""
        statement = (
            select_columns(col(InvitationRow.request_id), col(InvitationRow.member_id))
            .where(col(InvitationRow.state).in_([str(state) for state in states]))
            .where(col(InvitationRow.request_id).in_(_IDS))
        )
        return [(row.request_id, row.member_id) for row in self._some(statement, request_ids)]

    def groups(self, request_ids: Collection[str]) -> Iterator[tuple[str, str]]:
        """Yield (case, person) for the group on the newest list of each of those cases, where still only proposed."""
        for ids in _parted(request_ids):
            newest = {row.request_id: row.id for row in self.run(_LISTS, {"ids": ids})}
            opened = self.run(_OPENED, {"ids": list(newest.values())})
            teams = {row.request_id: self.open("proposal.matches", row.id, row.matches)["team"] for row in opened}
            for row in self.run(_PEOPLE, {"ids": ids}):
                if row.number in teams.get(row.request_id, ()):
                    yield row.request_id, row.member_id

    def _some(self, statement: Executable, ids: Collection[str]) -> Iterator[Any]:
        for part in _parted(ids):
            yield from self.run(statement, {"ids": part})


def _parted(ids: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(ids)
    return (ordered[start : start + _FEW] for start in range(0, len(ordered), _FEW))


_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
# In order of their versions, so that the newest of a case is the last.
_LISTS = (
    select_columns(col(ProposalRow.id), col(ProposalRow.request_id))
    .where(col(ProposalRow.request_id).in_(_IDS))
    .order_by(col(ProposalRow.version))
)
_OPENED = select_columns(col(ProposalRow.id), col(ProposalRow.request_id), col(ProposalRow.matches)).where(
    col(ProposalRow.id).in_(_IDS)
)
_PEOPLE = (
    select_columns(col(InvitationRow.request_id), col(InvitationRow.member_id), col(MemberRow.number))
    .join(MemberRow, col(InvitationRow.member_id) == MemberRow.id)
    .where(col(InvitationRow.state) == str(InvitationState.PROPOSED), col(InvitationRow.request_id).in_(_IDS))
)
