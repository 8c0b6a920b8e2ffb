"""A call is announced by SMS, where the person has agreed to that: many do not pick up for a number they do not know.

Once for each person and case, no sooner than the lead can no longer take the choice back by ÅNGRA, and never to who has
been talked to about the case.
"""

from datetime import timedelta

from medverkan.bot.post import Desk
from medverkan.mailbox.values import Outcome
from medverkan.storage.values import Request

ANNOUNCED = "sms-call-announced"


def announce(desk: Desk, request: Request, member_id: str) -> bool:
    """Write the SMS that tells of the call; return whether one was written."""
    member = desk.books.members.get(member_id)
    if member is None or _is_talked_to(desk, request, member_id):
        return False
    not_before = desk.now + timedelta(minutes=desk.parts.settings.outgoing.undo_minutes)
    key = f"announced:{request.id}:{member_id}"
    return desk.to_phone(member, ANNOUNCED, key, request=request, not_before=not_before)


def call_off(desk: Desk, request: Request, member_id: str) -> None:
    """Take the SMS back where the call is off before it has left."""
    desk.books.outgoing.cancel(request_id=request.id, member_id=member_id, kinds=[ANNOUNCED])


def _is_talked_to(desk: Desk, request: Request, member_id: str) -> bool:
    return any(call.outcome != Outcome.NO_ANSWER for call in desk.books.tasks.calls(member_id, request.id))
