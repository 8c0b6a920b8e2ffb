"""After delivery: the day comes, people whose rest has ended are back, and everybody is reminded of what they wait for.

A reminder is a due date in the database; the tick only asks what is due now (reminding/).
"""

from collections.abc import Callable
from datetime import datetime

from medverkan.bot.each import each
from medverkan.bot.fee_forms import prepare_fees
from medverkan.bot.parts import Parts
from medverkan.bot.people import people_in
from medverkan.bot.post import Desk
from medverkan.bot.reminding.days import held_on
from medverkan.bot.reminding.planned import plan_after_the_day
from medverkan.bot.reminding.remind import remind
from medverkan.storage.lifecycle import InvitationEvent, InvitationState, MemberEvent, RequestEvent, RequestState
from medverkan.storage.values import Member, Request


def follow_up(parts: Parts, now: Callable[[], datetime]) -> int:
    """Move cases whose day has passed, send the reminders that are due; return how many things were done."""
    return _hold(parts, now) + _wake(parts, now) + remind(parts, now)


def _wake(parts: Parts, now: Callable[[], datetime]) -> int:
    """Let people whose rest has ended be proposed again."""
    today = now().astimezone(parts.settings.zone).date()
    with parts.store.reading() as books:
        rested = [one for one in books.members.resting() if one.resting_until and one.resting_until < today]
    return each(parts, rested, _rested, now)


def _rested(desk: Desk, member: Member) -> int:
    desk.books.members.move(member, MemberEvent.RELEASED)
    desk.books.audit.add("rest-ended", "bot", desk.now, member_id=member.id)
    return 1


def _hold(parts: Parts, now: Callable[[], datetime]) -> int:
    with parts.store.reading() as books:
        waiting = books.requests.in_state(RequestState.DELIVERED)
    return each(parts, waiting, _held, now, _is_over)


def _is_over(desk: Desk, request: Request) -> bool:
    day = held_on(request, desk.parts.settings)
    return day is not None and day < desk.now.astimezone(desk.parts.settings.zone).date()


def _held(desk: Desk, request: Request) -> int:
    """Move a case whose day has passed, and put what is asked afterwards in the calendar."""
    books = desk.books
    day = held_on(request, desk.parts.settings)
    if day is None or not _is_over(desk, request):
        return 0
    for invitation, _ in people_in(desk, request):
        if invitation.state is InvitationState.RELEASED:
            books.invitations.move(invitation, InvitationEvent.TOOK_PART, desk.now)
    people = people_in(desk, request)
    prepare_fees(desk, request, people)
    books.requests.move(request, RequestEvent.HELD, desk.now)
    plan_after_the_day(desk, request, day, people)
    books.audit.add("held", "bot", desk.now, request_id=request.id)
    return 1
