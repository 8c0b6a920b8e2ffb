"""Who may stand in where somebody is missing: those on the list not yet picked, or a new list where it is used up.

The same people are put before the lead once, however many calls are told of: the open task to decide remembers them.
"""

from dataclasses import dataclass

from medverkan.bot import propose
from medverkan.bot.assignments import booked_elsewhere
from medverkan.bot.calling.call_list import CALL_WITHIN_WORKING_DAYS
from medverkan.bot.people import Listed, may_be_asked, people_in
from medverkan.bot.post import Desk
from medverkan.bot.short_notice import due_before
from medverkan.bot.tokens import Purpose
from medverkan.storage.lifecycle import InvitationState, MemberStatus
from medverkan.storage.values import Request

NEW_LIST = "Ingen i förslaget kan rycka in. Jag skickar ett nytt förslag i ett eget mejl."
NOBODY_MORE = "Jag hittar inga fler att föreslå. Vad du kan göra i stället står i ett eget mejl."


@dataclass(frozen=True, slots=True)
class Reserves:
    """Who can stand in, who cannot and why (sentences without a full stop), and whether the lead knows already."""

    people: list[Listed]
    left_out: list[str]
    note: str
    known: bool


def reserves_of(desk: Desk, request: Request) -> Reserves:
    """Return who can stand in: nobody who is booked that day, rests, is restricted or has left."""
    booked = booked_elsewhere(desk.books, request)
    free: list[Listed] = []
    left_out = []
    for invitation, member in people_in(desk, request):
        if invitation.state is not InvitationState.PROPOSED or not may_be_asked(member):
            continue
        if member.id in booked:
            left_out.append(f"{member.name} har tackat ja till ett annat uppdrag den dagen ({booked[member.id]})")
        elif member.status is MemberStatus.RESTING:
            left_out.append(f"{member.name} vilar")
        else:
            free.append((invitation, member))
    latest = desk.books.proposals.of(request)[-1]
    people = [(i, m) for i, m in free if i.proposal_id == latest.id] or free
    note = f"reserver {latest.version}: {' '.join(str(i.number) for i, _ in people)}"
    waiting = desk.books.tasks.open_tasks(kinds=["decide"], request_id=request.id)
    return Reserves(people, left_out, note, bool(people) and any(task.note == note for task in waiting))


def put_forward(desk: Desk, request: Request) -> str:
    """Put who can stand in before the lead, or a new list where nobody can; return the sentences that tell of it."""
    reserves, latest = reserves_of(desk, request), desk.books.proposals.of(request)[-1]
    if reserves.known:
        return "Reserverna har du fått i ett eget mejl."
    if not reserves.people:
        # No letter of reserves says why nobody can stand in.
        why = [f"{one}." for one in reserves.left_out]
        # Looking again helps only where the last look found somebody. Where nobody is left at all the lead is asked
        # all the same: a case must end by somebody's word.
        if latest.matches or not _is_anybody_left(desk, request):
            found = propose.propose_to_lead(desk, request).matches
            why.append(NEW_LIST if found else NOBODY_MORE)
        else:
            why.append("Det finns inga fler att föreslå.")
        return " ".join(why)
    due = due_before(desk.now, CALL_WITHIN_WORKING_DAYS, request.date_start, desk.parts.settings)
    propose.settle(desk, request)
    key = f"decide:{request.id}:reserve:{desk.mail_id}"
    desk.books.tasks.add("decide", key, due, request_id=request.id, note=reserves.note)
    desk.to_leads(
        "lead-reserves", "reserves", Purpose.PROPOSAL, about=request, version=latest.version,
        request=request, people=reserves.people, left_out=reserves.left_out,
    )  # fmt: skip
    return "Jag skickar reserver i ett eget mejl."


def _is_anybody_left(desk: Desk, request: Request) -> bool:
    """Tell whether anybody in the case is being called or has said yes, or the lead has been asked already."""
    turned_down = (InvitationState.PROPOSED, InvitationState.DECLINED)
    if any(one.state not in turned_down for one in desk.books.invitations.of(request)):
        return True
    return bool(desk.books.tasks.open_tasks(kinds=["decide"], request_id=request.id))
