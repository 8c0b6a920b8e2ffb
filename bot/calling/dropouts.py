"""Somebody drops out whose details the unit has already got: the case goes on, and the unit is told what comes of it.

The lead decides first, on a reserve or on nobody; then the unit reads both things in one letter.
"""

from typing import Any

from medverkan.bot.left import has_left
from medverkan.bot.letters import spoken
from medverkan.bot.people import people_in
from medverkan.bot.post import Desk
from medverkan.bot.register import DELIVERY
from medverkan.storage.lifecycle import InvitationState, OutgoingState, RequestEvent, RequestState
from medverkan.storage.values import Member, Request

CANNOT_COME = "unit-cannot-come"
COMING = (
    InvitationState.PICKED,
    InvitationState.NO_ANSWER,
    InvitationState.CALL_AGAIN,
    InvitationState.ACCEPTED,
    InvitationState.RELEASED,
)


def missing(desk: Desk, request: Request) -> int:
    """Return how many more a case needs than are coming or may come: those being called count."""
    coming = [one for one in desk.books.invitations.of(request) if one.state in COMING]
    return max(0, request.people_wanted - len(coming))


def go_on(desk: Desk, request: Request) -> Request:
    """Let a case that was handed over look for somebody more, where one is missing and the day has not passed."""
    today = desk.now.astimezone(desk.parts.settings.zone).date()
    is_ahead = request.date_start is None or request.date_start >= today
    if request.state is not RequestState.DELIVERED or not is_ahead or not missing(desk, request):
        return request
    return desk.books.requests.move(request, RequestEvent.RECALLED, desk.now)


def dropouts(desk: Desk, request: Request) -> list[Member]:
    """Return who has said no after their details had left, and whom the unit has not been written to about."""
    declined = (m for i, m in people_in(desk, request) if i.state is InvitationState.DECLINED)
    return [one for one in declined if has_left(desk, request, one) and not _is_told(desk, request, one)]


def tell_unit(desk: Desk, request: Request, then: str) -> str:
    """Write the unit of who has dropped out, and what comes of it ("asked" | "nobody"); return their names."""
    gone = dropouts(desk, request)
    for member in gone:
        cannot_come(desk, request, member, then=then)
    return spoken([one.name for one in gone])


def cannot_come(desk: Desk, request: Request, member: Member, then: str = "") -> None:
    """Write the unit that one person cannot come, and that the details are to be erased."""
    more: dict[str, Any] = {"who": str(member.fields.get("first_name") or ""), "day": request.date_start, "then": then}
    key = f"cannot-come:{request.id}:{member.id}"
    desk.to_unit(request, CANNOT_COME, key, to=request.release_to, member_id=member.id, **more)


def _is_told(desk: Desk, request: Request, member: Member) -> bool:
    letters = desk.books.outgoing.all(request_id=request.id, member_id=member.id)
    stand = [one.kind for one in letters if one.state is not OutgoingState.CANCELLED]
    # Who came back, and dropped out again, is told of again.
    return [one for one in stand if one in (DELIVERY, CANNOT_COME)][-1:] == [CANNOT_COME]
