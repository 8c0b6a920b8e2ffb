"""A person who is restricted is taken out of every case that runs: not called, not picked, nothing more handed over."""

from datetime import datetime

from medverkan.bot.calling.call_list import TO_CALL, close_calls
from medverkan.bot.hours import due_in
from medverkan.bot.post import Desk
from medverkan.bot.recall import recall
from medverkan.storage.lifecycle import InvitationEvent, InvitationState, RequestState
from medverkan.storage.values import Invitation, Member, Request

RUNNING = (RequestState.RECEIVED, RequestState.INCOMPLETE, RequestState.PROPOSED, RequestState.CALLING,
           RequestState.DELIVERED)  # fmt: skip
# What the lead no longer needs to do about a person who wants out.
ANSWERED = (
    "call", "introduction", "meeting", "follow_up", "data_review", "own_consent", "complete", "guardian", "contact",
    "letter", "not_contacted", "undelivered",
)  # fmt: skip


def take_out(desk: Desk, member: Member) -> list[str]:
    """Take a person out of the cases that run; return one Swedish line for each of them, for the lead."""
    books = desk.books
    lines = []
    for request in books.requests.in_state(*RUNNING):
        invitation = books.invitations.get(request.id, member.id)
        said = _out_of(desk, request, invitation, member) if invitation else ""
        if said:
            lines.append(f"{request.number}: {said}")
            _leave_a_gap(desk, request, member)
            books.audit.add("taken-out", "bot", desk.now, request_id=request.id, member_id=member.id)
    for task in books.tasks.open_tasks(kinds=ANSWERED, member_id=member.id):
        books.tasks.done(task, desk.now)
    return lines


def _out_of(desk: Desk, request: Request, invitation: Invitation, member: Member) -> str:
    """Take a person out of one case; return what that means there, "" where they were out already."""
    state, now = invitation.state, desk.now
    if state is InvitationState.PROPOSED:
        return "stod på förslaget, och går inte längre att välja."
    if state is InvitationState.RELEASED:
        recalled = recall(desk, request, invitation, member)
        if recalled is None:
            return "verksamheten har redan fått kontaktuppgifterna. Ring verksamheten."
        _decline(desk, request, recalled, member, now)
        return "utlämnandet av kontaktuppgifter är stoppat."
    if state is InvitationState.ACCEPTED:
        _decline(desk, request, invitation, member, now)
        return "hade tackat ja. Kontaktuppgifterna lämnas inte ut."
    if state in TO_CALL:
        _decline(desk, request, invitation, member, now)
        return "skulle ringas, och är struken från ringlistan."
    return ""


def _leave_a_gap(desk: Desk, request: Request, member: Member) -> None:
    """Make it the lead's task whether somebody else is wanted, where people have been picked already."""
    current = desk.books.requests.get(request.id)
    asked = desk.books.tasks.open_tasks(kinds=["decide"], request_id=request.id)
    if current and current.state is RequestState.CALLING and not asked:
        due = due_in(desk.now, 1, desk.parts.settings)
        key = f"decide:{request.id}:out:{member.id}:{member.version}"
        desk.books.tasks.add("decide", key, due, request_id=request.id)


def _decline(desk: Desk, request: Request, invitation: Invitation, member: Member, now: datetime) -> None:
    desk.books.invitations.move(invitation, InvitationEvent.DECLINED, now)
    desk.books.consents.withdraw(member.id, "release", now, request_id=request.id)
    close_calls(desk, request, member.id)
