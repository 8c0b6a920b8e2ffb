"""After delivery: the day comes, people whose rest has ended are back, and everybody is reminded of what they wait for.

A reminder is a due date in the database; the tick only asks what is due now (reminding/).
"""

from collections.abc import Callable
from datetime import datetime

from medverkan.bot.each import each
from medverkan.bot.fees.forms import prepare_fees
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
        waiting = books.requests.in_state(RequestState.DELIVERED, RequestState.CALLING)
    return each(parts, waiting, _held, now, _is_over)


def _is_over(desk: Desk, request: Request) -> bool:
    day = held_on(request, desk.parts.settings)
    if day is None or day >= desk.now.astimezone(desk.parts.settings.zone).date():
        return False
    return request.state is RequestState.DELIVERED or _somebody_came(desk, request)


def _somebody_came(desk: Desk, request: Request) -> bool:
    """Tell whether somebody was handed over in a case in which others were still to be called."""
    states = {invitation.state for invitation in desk.books.invitations.of(request)}
    return InvitationState.RELEASED in states and InvitationState.ACCEPTED not in states


def _call_no_more(desk: Desk, request: Request) -> Request:
    """Take the calls of a case off the lists whose day has been with those who could come."""
    for task in desk.books.tasks.open_tasks(kinds=["call", "decide"], request_id=request.id):
        desk.books.tasks.done(task, desk.now)
    return desk.books.requests.move(request, RequestEvent.DELIVERED, desk.now)


def _held(desk: Desk, request: Request) -> int:
    """Move a case whose day has passed, and put what is asked afterwards in the calendar."""
    books = desk.books
    day = held_on(request, desk.parts.settings)
    if day is None or not _is_over(desk, request):
        return 0
    if request.state is RequestState.CALLING:
        request = _call_no_more(desk, request)
    for invitation, _ in people_in(desk, request):
        if invitation.state is InvitationState.RELEASED:
            books.invitations.move(invitation, InvitationEvent.TOOK_PART, desk.now)
    people = people_in(desk, request)
    prepare_fees(desk, request, people)
    books.requests.move(request, RequestEvent.HELD, desk.now)
    plan_after_the_day(desk, request, day, people)
    books.audit.add("held", "bot", desk.now, request_id=request.id)
    return 1
