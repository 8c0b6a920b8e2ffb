"""What is to come of a release and of an assignment that has been: its reminders, written down with their days.

Who changes the day of a case needs to move nothing: every reminder asks for the day again when it is due.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from medverkan.bot.documents.agreements import needs_agreement
from medverkan.bot.hours import due_in, opening
from medverkan.bot.people import Listed
from medverkan.bot.post import Desk
from medverkan.bot.reminding.days import ask_contact_at, feedback_moments, is_before, remind_at
from medverkan.bot.reminding.kinds import (
    AGREEMENT,
    BEFOREHAND,
    CHASE,
    CONTACTED,
    DAY_BEFORE,
    HIDDEN,
    THANKS,
    UNDELIVERED,
)
from medverkan.storage.lifecycle import InvitationState
from medverkan.storage.values import Invitation, Member, Request, Task

AGREEMENT_WITHIN_WORKING_DAYS = 10
DOUBTED, DAY_SET = "day-doubted", "day-set"


def plan_after_release(desk: Desk, request: Request, invitation: Invitation, member: Member) -> None:
    """Write down what is asked and told before the assignment, of one person whose details are handed over."""
    tasks, settings = desk.books.tasks, desk.parts.settings
    end(desk, tasks.open_tasks(kinds=(CONTACTED, DAY_BEFORE, UNDELIVERED), request_id=request.id, member_id=member.id))
    one = f"{request.id}:{member.id}:{invitation.version}"
    due = ask_contact_at(desk.now, request.date_start, settings)
    tasks.add(CONTACTED, f"{CONTACTED}:{one}", due, request_id=request.id, member_id=member.id)
    _remind_before(desk, request, invitation)


def plan_new_day(desk: Desk, request: Request) -> None:
    """Remind those who are coming of the day that a case has now, and no longer doubt it."""
    desk.books.audit.add(DAY_SET, "operator", desk.now, request_id=request.id)
    end(desk, desk.books.tasks.open_tasks(kinds=[DAY_BEFORE], request_id=request.id))
    for invitation in desk.books.invitations.of(request):
        if invitation.state is InvitationState.RELEASED:
            _remind_before(desk, request, invitation)


def _remind_before(desk: Desk, request: Request, invitation: Invitation) -> None:
    day, settings = request.date_start, desk.parts.settings
    if day and is_before(desk.now, day, settings):
        # A day that is moved and moved back is reminded of again: what is new is when it was put in.
        key = f"{DAY_BEFORE}:{invitation.id}:{invitation.version}:{day}:{request.version}"
        ids = {"request_id": request.id, "member_id": invitation.member_id}
        desk.books.tasks.add(DAY_BEFORE, key, remind_at(day, settings), **ids)


def plan_agreement(desk: Desk, request: Request) -> None:
    """Make it the leads' task to ask for the agreement of a long assignment, once all are handed over."""
    if needs_agreement(request.fields):
        due = due_in(desk.now, AGREEMENT_WITHIN_WORKING_DAYS, desk.parts.settings)
        desk.books.tasks.add(AGREEMENT, f"{AGREEMENT}:{request.id}", due, request_id=request.id)


def plan_after_the_day(desk: Desk, request: Request, day: date, people: Iterable[Listed]) -> None:
    """Write down whom to thank and ask about an assignment that has been; what came before it matters no more."""
    tasks, settings = desk.books.tasks, desk.parts.settings
    end(desk, tasks.open_tasks(kinds=BEFOREHAND, request_id=request.id))
    tasks.add(CHASE, f"feedback:{request.id}", feedback_moments(day, settings)[0], request_id=request.id)
    if is_doubted(desk, request):
        return
    for invitation, member in people:
        if invitation.state is InvitationState.TOOK_PART:
            due = opening(day + timedelta(days=1), settings)
            key = f"{THANKS}:{request.id}:{member.id}"
            tasks.add(THANKS, key, due, request_id=request.id, member_id=member.id)


def end_reminders(desk: Desk, request: Request) -> None:
    """End every reminder of a case that nothing more is asked in."""
    end(desk, desk.books.tasks.open_tasks(kinds=(*HIDDEN, *BEFOREHAND), request_id=request.id))


def end(desk: Desk, tasks: Iterable[Task]) -> None:
    """End those tasks."""
    for task in tasks:
        desk.books.tasks.done(task, desk.now)


def doubt_the_day(desk: Desk, request: Request) -> None:
    """Remember that a unit has written of another day, or none: no participant is reminded of the one we have."""
    desk.books.audit.add(DOUBTED, "unit", desk.now, request_id=request.id)


def is_doubted(desk: Desk, request: Request) -> bool:
    """Tell whether a unit has written of another day, and nobody has put in which one since."""
    told = [event.what for event in desk.books.audit.of(request_id=request.id) if event.what in (DOUBTED, DAY_SET)]
    return told[-1:] == [DOUBTED]
