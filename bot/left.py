"""What of one person's release has left: asked before anything is said that rests on it."""

from medverkan.bot.post import Desk
from medverkan.bot.register import ASSIGNMENT, DELIVERY
from medverkan.storage.lifecycle import OutgoingState
from medverkan.storage.values import Member, Outgoing, Request

DAY_BEFORE_LETTERS = ("participant-day-before", "sms-day-before")
# What a person has been told of the assignment in writing.
TOLD_OF_IT = (ASSIGNMENT, *DAY_BEFORE_LETTERS)


def has_left(desk: Desk, request: Request, member: Member) -> bool:
    """Tell whether the letter with that person's contact details has left for the unit."""
    return any(one.kind == DELIVERY for one in sent(desk, request, member))


def waits(desk: Desk, request: Request, member: Member) -> bool:
    """Tell whether that person's release, or the assignment that goes with it, has still to leave."""
    waiting = desk.books.outgoing.all(request_id=request.id, member_id=member.id, state=OutgoingState.WAITING)
    return not has_left(desk, request, member) or any(one.kind in (DELIVERY, ASSIGNMENT) for one in waiting)


def sent(desk: Desk, request: Request, member: Member) -> list[Outgoing]:
    """Return what has been sent in that case that is about, or to, that person."""
    return desk.books.outgoing.all(request_id=request.id, member_id=member.id, state=OutgoingState.SENT)
