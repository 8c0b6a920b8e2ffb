"""Somebody has said yes, and the unit still has not got their details: an alarm, since both sides wait.

Looked for each working morning. Where a lead has been asked about the unit's address, that question is the alarm.
"""

from datetime import timedelta

from medverkan.bot.hours import due_in
from medverkan.bot.people import people_in
from medverkan.bot.post import Desk
from medverkan.bot.register import DELIVERY
from medverkan.bot.reminding.kinds import RUNNING, UNDELIVERED
from medverkan.bot.tokens import Purpose
from medverkan.storage.lifecycle import InvitationState, OutgoingState
from medverkan.storage.values import Invitation, Member, Request

PATIENCE = timedelta(hours=1)


def alarm_undelivered(desk: Desk, request: Request) -> int:
    """Tell the leads once of everybody in a case who has said yes and has not been handed over; return how many."""
    books, told = desk.books, 0
    for invitation, member in people_in(desk, request):
        key = f"{UNDELIVERED}:{request.id}:{member.id}:{invitation.version}"
        if not _waits(desk, request, invitation) or books.tasks.of_key(key):
            continue
        due = due_in(desk.now, 0, desk.parts.settings)
        books.tasks.add(UNDELIVERED, key, due, request_id=request.id, member_id=member.id)
        desk.to_leads(
            "lead-undelivered", key, Purpose.CALLS, about=request, request=request, member=member,
            has_consent=books.consents.live(member.id, "release", request.id) is not None,
            is_written=invitation.state is InvitationState.RELEASED,
        )  # fmt: skip
        told += 1
    return told


def is_undelivered(desk: Desk, request: Request, member: Member) -> bool:
    """Tell whether a person who has said yes in a case still waits to be handed over."""
    invitation = desk.books.invitations.get(request.id, member.id)
    return invitation is not None and request.state in RUNNING and _waits(desk, request, invitation)


def _waits(desk: Desk, request: Request, invitation: Invitation) -> bool:
    patience = PATIENCE + timedelta(minutes=desk.parts.settings.outgoing.undo_minutes)
    if invitation.changed_at > desk.now - patience:
        return False
    if invitation.state is InvitationState.ACCEPTED:
        return not desk.books.tasks.open_tasks(kinds=["unit"], request_id=request.id)
    if invitation.state is not InvitationState.RELEASED:
        return False
    sent = desk.books.outgoing.all(request_id=request.id, state=OutgoingState.SENT)
    return not any(letter.kind == DELIVERY and letter.member_id == invitation.member_id for letter in sent)
