"""Whom the lead is to phone in a case: one task per person, and one letter with numbers and what to say."""

from collections.abc import Iterable

from medverkan.bot.assignments import booked_elsewhere
from medverkan.bot.calling.call_card import fee_line, mileage_line, travel_line, tries_of
from medverkan.bot.people import may_be_asked, people_in
from medverkan.bot.post import Desk
from medverkan.bot.register import is_minor
from medverkan.bot.rights.custody import lacking
from medverkan.bot.short_notice import due_before
from medverkan.bot.sms.announce import announce, call_off
from medverkan.bot.tokens import Purpose
from medverkan.bot.understood import understood
from medverkan.mailbox.values import Kind
from medverkan.storage.lifecycle import InvitationState
from medverkan.storage.values import Request

TO_CALL = (InvitationState.PICKED, InvitationState.NO_ANSWER, InvitationState.CALL_AGAIN)
CALL_WITHIN_WORKING_DAYS = 2


def open_calls(desk: Desk, request: Request, member_ids: Iterable[str], note: str = "") -> None:
    """Make the call to each of those people a task for the lead."""
    due = due_before(desk.now, CALL_WITHIN_WORKING_DAYS, request.date_start, desk.parts.settings)
    for member_id in member_ids:
        invitation = desk.books.invitations.get(request.id, member_id)
        if invitation and invitation.state in TO_CALL and not open_call(desk, request, member_id):
            key = f"call:{request.id}:{member_id}:{invitation.version}"
            desk.books.tasks.add("call", key, due, request_id=request.id, member_id=member_id, note=note)
            announce(desk, request, member_id)


def open_call(desk: Desk, request: Request, member_id: str) -> bool:
    """Tell whether a call to that person in that case waits."""
    return bool(desk.books.tasks.open_tasks(kinds=["call"], request_id=request.id, member_id=member_id))


def close_calls(desk: Desk, request: Request, member_id: str) -> None:
    """Take the call to that person in that case off the list."""
    call_off(desk, request, member_id)
    for task in desk.books.tasks.open_tasks(kinds=["call"], request_id=request.id, member_id=member_id):
        desk.books.tasks.done(task, desk.now)


def send_call_list(desk: Desk, request: Request, key: str, wish: str = "") -> None:
    """Write the leads the call list of a case: whom to phone, what to say, and how to answer."""
    waiting = [(i, m) for i, m in people_in(desk, request) if i.state in TO_CALL and may_be_asked(m)]
    if not waiting:
        return
    took_part = {one.member_id for one in desk.books.assignments.asked() if one.state is InvitationState.TOOK_PART}
    booked = booked_elsewhere(desk.books, request)
    rules = desk.parts.settings.fees.rules()
    people = [
        {
            "number": invitation.number,
            "person": member,
            "first_time": member.id not in took_part,
            "booked": booked.get(member.id, ""),
            "tries": tries_of(desk, member, request),
            "travel": travel_line(member, request, rules),
            "unsigned": is_minor(member, desk.now) and lacking(desk.books, member),
        }
        for invitation, member in waiting
    ]
    desk.to_leads(
        "lead-calls",
        key,
        Purpose.CALLS,
        about=request,
        request=request,
        people=people,
        understood=understood(
            Kind.REQUEST, request.fields, leave_out=("contact_email", "contact_phone", "cost_centre")
        ),
        wish=wish,
        fee=fee_line(request, rules),
        mileage=mileage_line(request.date_start),
    )
