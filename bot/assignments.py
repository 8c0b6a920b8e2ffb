"""What people have been asked about, have said yes to, and may be about to be asked about, for the matcher to weigh.

A yes books the day; a case that is still open only makes the day uncertain, so that two open cases do not put the same
person in their groups for one day. A withdrawn case books nobody.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from datetime import date

from medverkan.matching.gates import certain_days
from medverkan.storage.assignments import Ahead, Asked
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import InvitationState, RequestState
from medverkan.storage.values import Request

SAID_YES = (InvitationState.ACCEPTED, InvitationState.RELEASED, InvitationState.TOOK_PART)
BEING_CALLED = (InvitationState.PICKED, InvitationState.NO_ANSWER, InvitationState.CALL_AGAIN)


@dataclass(slots=True)
class Assignments:
    """One person's days: booked, uncertain, asked on, and taken part on."""

    busy: set[date] = field(default_factory=set)
    tentative: set[date] = field(default_factory=set)
    asked: list[date] = field(default_factory=list)
    took_part: list[date] = field(default_factory=list)

    @property
    def stamp(self) -> Hashable:
        """All of it as one value, to tell whether it has changed."""
        return frozenset(self.busy), frozenset(self.tentative), tuple(self.asked), tuple(self.took_part)


def assignments_of(books: Books, case: Request | None) -> dict[str, Assignments]:
    """Return, by member id, the days of everybody who has any; the list of `case` itself makes none uncertain.

    Uncertain are only days of `case`: nobody else's matter to it. Without a case, all are.
    """
    found: dict[str, Assignments] = {}
    asked = books.assignments.asked()
    occasions = books.assignments.occasions({one.request_id for one in asked if _books(one) and _is_long(one)})
    for one in asked:
        mine = found.setdefault(one.member_id, Assignments())
        mine.asked.append(one.changed_at.date())
        if _books(one):
            mine.busy.update(certain_days(one.start, one.end, occasions.get(one.request_id)))
            mine.took_part.append(one.start or one.changed_at.date())
    for member_id, days in _uncertain(books, case):
        found.setdefault(member_id, Assignments()).tentative.update(days)
    return found


def booked_elsewhere(books: Books, case: Request) -> dict[str, str]:
    """Return who has said yes to another case on a day of this one: member id → the number of that case."""
    days = certain_days(case.date_start, case.date_end, case.fields.get("occasions"))
    if not days:
        return {}
    asked = [one for one in books.assignments.asked() if one.request_id != case.id and _books(one)]
    near = [one for one in asked if days & certain_days(one.start, one.end)]
    occasions = books.assignments.occasions({one.request_id for one in near})
    found = {}
    for one in near:
        other = books.requests.get(one.request_id)
        if other and days & certain_days(one.start, one.end, occasions[one.request_id]):
            found[one.member_id] = other.number
    return found


def _books(one: Asked) -> bool:
    return one.state in SAID_YES and one.case is not RequestState.WITHDRAWN


def _is_long(one: Asked | Ahead) -> bool:
    return one.end is not None and one.end != one.start


def _uncertain(books: Books, case: Request | None) -> Iterator[tuple[str, frozenset[date]]]:
    """Yield those who are being called in another case, or are the group of a list not yet answered, and its days."""
    if case and case.date_start is None:
        return
    ahead = books.assignments.ahead(case.date_start, case.date_end) if case else books.assignments.ahead(None, None)
    others = {one.id: one for one in ahead if case is None or one.id != case.id}
    occasions = books.assignments.occasions({one.id for one in others.values() if _is_long(one)})
    called = books.assignments.called_in(others, BEING_CALLED)
    groups = books.assignments.groups([one.id for one in others.values() if one.waits])
    for request_id, member_id in (*called, *groups):
        one = others[request_id]
        yield member_id, certain_days(one.start, one.end, occasions.get(request_id))
