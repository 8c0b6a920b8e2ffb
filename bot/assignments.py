"""What people have been asked about, have said yes to, and may be about to be asked about, for the matcher to weigh.

A yes books the day; a case that is still open only makes the day uncertain, so that two open cases do not put the same
person in their groups for one day. A withdrawn case books nobody.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from datetime import date

from medverkan.matching.gates import certain_days
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
    """Return, by member id, the days of everybody who has any; the list of `case` itself makes none uncertain."""
    found: dict[str, Assignments] = {}
    withdrawn = {request.id for request in books.requests.in_state(RequestState.WITHDRAWN)}
    ahead = books.requests.in_state(RequestState.PROPOSED, RequestState.CALLING, RequestState.DELIVERED)
    occasions = {request.id: request.fields.get("occasions") for request in ahead}
    for invitation, start, end in books.invitations.history():
        one = found.setdefault(invitation.member_id, Assignments())
        one.asked.append(invitation.changed_at.date())
        if invitation.state in SAID_YES and invitation.request_id not in withdrawn:
            one.busy.update(certain_days(start, end, occasions.get(invitation.request_id)))
            one.took_part.append(start or invitation.changed_at.date())
    for request in ahead:
        if request.state is not RequestState.DELIVERED and (case is None or request.id != case.id):
            days = certain_days(request.date_start, request.date_end, occasions[request.id])
            for member_id in _put_forward(books, request):
                found.setdefault(member_id, Assignments()).tentative.update(days)
    return found


def booked_elsewhere(books: Books, case: Request) -> dict[str, str]:
    """Return who has said yes to another case on a day of this one: member id → the number of that case."""
    days = certain_days(case.date_start, case.date_end, case.fields.get("occasions"))
    if not days:
        return {}
    found: dict[str, str] = {}
    for invitation, start, end in books.invitations.history():
        if invitation.request_id == case.id or invitation.state not in SAID_YES or not days & certain_days(start, end):
            continue
        other = books.requests.get(invitation.request_id)
        if other is None or other.state is RequestState.WITHDRAWN:
            continue
        if days & certain_days(start, end, other.fields.get("occasions")):
            found[invitation.member_id] = other.number
    return found


def _put_forward(books: Books, request: Request) -> Iterator[str]:
    """Yield the ids of those who are being called in a case, or are the group of a list not yet answered."""
    proposals = books.proposals.of(request)
    waits = request.state is RequestState.PROPOSED and not request.paused and proposals
    team = proposals[-1].team if waits else ()
    for invitation in books.invitations.of(request):
        member = books.members.get(invitation.member_id) if invitation.state is InvitationState.PROPOSED else None
        if invitation.state in BEING_CALLED or (member and member.number in team):
            yield invitation.member_id
