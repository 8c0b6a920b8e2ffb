"""After delivery: the day comes, feedback is chased (+7 and +30 days), and the lead sees what is still open.

Reminders are due dates in the database as moments of local days; the tick only asks what is due now. A mail that was
not sent while the service was down is sent once afterwards, not once per missed day.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from medverkan.bot.each import each
from medverkan.bot.fee_forms import prepare_fees
from medverkan.bot.hours import may_contact_on, next_contact, opening
from medverkan.bot.parts import Parts
from medverkan.bot.people import people_in
from medverkan.bot.post import Desk
from medverkan.bot.tokens import Purpose
from medverkan.mailbox.answers.asked import asked_of
from medverkan.mailbox.values import Kind, Reading
from medverkan.storage.lifecycle import InvitationEvent, InvitationState, MemberEvent, RequestEvent, RequestState
from medverkan.storage.values import Member, Request, Task

FEEDBACK_AFTER_DAYS = (7, 30)
# Where no day could be read from the form, the feedback is asked for this long after delivery.
ASSUMED_HELD_AFTER_DAYS = 30
FOR_THE_LEAD = (
    "decide",
    "call",
    "introduction",
    "complete",
    "guardian",
    "review",
    "rights",
    "unit",
    "letter",
    "feedback",
    "contact",
    "fee",
    "failed",
)


def follow_up(parts: Parts, now: Callable[[], datetime]) -> int:
    """Move cases whose day has passed, send the reminders that are due; return how many things were done."""
    return _hold(parts, now) + _wake(parts, now) + _chase(parts, now) + _remind_lead(parts, now())


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


def held_day(request: Request, parts: Parts) -> date | None:
    """Return the local day after which the assignment has been, as far as is known."""
    known = request.date_end or request.date_start
    if known:
        return known
    if request.delivered_at is None:
        return None
    return request.delivered_at.astimezone(parts.settings.zone).date() + timedelta(days=ASSUMED_HELD_AFTER_DAYS)


def _hold(parts: Parts, now: Callable[[], datetime]) -> int:
    with parts.store.reading() as books:
        waiting = books.requests.in_state(RequestState.DELIVERED)
    return each(parts, waiting, _held, now, _is_over)


def _is_over(desk: Desk, request: Request) -> bool:
    day = held_day(request, desk.parts)
    return day is not None and day < desk.now.astimezone(desk.parts.settings.zone).date()


def _held(desk: Desk, request: Request) -> int:
    """Move a case whose day has passed, and put its feedback in the calendar."""
    books, settings = desk.books, desk.parts.settings
    day = held_day(request, desk.parts)
    if day is None or not _is_over(desk, request):
        return 0
    for invitation, _ in people_in(desk, request):
        if invitation.state is InvitationState.RELEASED:
            books.invitations.move(invitation, InvitationEvent.TOOK_PART, desk.now)
    prepare_fees(desk, request, people_in(desk, request))
    books.requests.move(request, RequestEvent.HELD, desk.now)
    for days in FEEDBACK_AFTER_DAYS:
        due = opening(day + timedelta(days=days), settings)
        books.tasks.add("chase", f"feedback:{request.id}:{days}", due, request_id=request.id, note=str(days))
    due = opening(day + timedelta(days=FEEDBACK_AFTER_DAYS[-1] + 14), settings)
    books.tasks.add("feedback", f"feedback:{request.id}:lead", due, request_id=request.id)
    books.audit.add("held", "bot", desk.now, request_id=request.id)
    return 1


def _chase(parts: Parts, now: Callable[[], datetime]) -> int:
    """Send the units the reminders that are due: questions unanswered, feedback not given."""
    moment = now()
    if next_contact(moment, parts.settings) > moment:
        return 0
    with parts.store.reading() as books:
        due = books.tasks.open_tasks(kinds=["chase", "answer"], due_by=moment)
    return each(parts, due, _remind_unit, now, _is_to_be_reminded)


def _is_to_be_reminded(desk: Desk, task: Task) -> bool:
    """Tell whether something is to be done about a task that is due: nothing is where the case rests."""
    request = desk.books.requests.get(task.request_id or "")
    return request is not None and not request.paused and (task.kind == "chase" or not task.reminded)


def _remind_unit(desk: Desk, task: Task) -> int:
    request = desk.books.requests.get(task.request_id or "")
    if request is None or request.paused:
        return 0
    if task.kind == "chase":
        desk.books.tasks.done(task, desk.now)
        if request.state is not RequestState.HELD:
            return 0
        names = [member.fields.get("first_name", "") for i, member in people_in(desk, request)
                 if i.state is InvitationState.TOOK_PART]  # fmt: skip
        desk.to_unit(
            request, "unit-feedback", f"chase:{task.id}", Purpose.FEEDBACK,
            names=names, days=task.note, day=held_day(request, desk.parts),
            again=task.note != str(FEEDBACK_AFTER_DAYS[0]),
        )  # fmt: skip
        return 1
    if task.reminded:
        return 0
    desk.books.tasks.put_off(task, task.due, reminded=1)
    desk.to_unit(
        request, "unit-unanswered", f"unanswered:{task.id}",
        asked=asked_of(Kind.REQUEST, request.missing, request.questions),
    )  # fmt: skip
    return 1


def awaits_feedback(request: Request) -> bool:
    """Tell whether what the unit writes now is feedback."""
    return request.state in (RequestState.HELD, RequestState.FOLLOWED_UP)


def feedback(desk: Desk, request: Request, reading: Reading) -> None:
    """Take the unit's words about how it went, hand them to the lead, and stop chasing."""
    books = desk.books
    if request.state is RequestState.HELD:
        books.requests.move(request, RequestEvent.FOLLOWED_UP, desk.now)
    for task in books.tasks.open_tasks(kinds=["chase", "feedback"], request_id=request.id):
        books.tasks.done(task, desk.now)
    books.audit.add("feedback", "unit", desk.now, request_id=request.id, detail={"words": reading.own_words})
    desk.to_leads(
        "lead-feedback", "feedback", Purpose.PROPOSAL, about=request,
        request=request, words=reading.own_words,
    )  # fmt: skip


def _remind_lead(parts: Parts, now: datetime) -> int:
    """Write the leads their day, once each working day and only when something is due."""
    settings = parts.settings
    local = now.astimezone(settings.zone)
    if not may_contact_on(local.date()) or local.time() < settings.hours.start or not settings.leads:
        return 0
    key = f"day:{local.date()}"
    with parts.store.reading() as books:
        due = books.tasks.open_tasks(kinds=FOR_THE_LEAD, due_by=now)
        told = Desk(books, parts, now).is_written(key, settings.leads[0])
    if told or not due:
        return 0
    with parts.store.transaction() as books:
        desk = Desk(books, parts, now)
        lines = [_task_line(desk, task) for task in due]
        desk.note_to_leads("lead-day", key, tasks=lines, today=local.date())
    return 1


def _task_line(desk: Desk, task: Task) -> dict[str, object]:
    request = desk.books.requests.get(task.request_id) if task.request_id else None
    member = desk.books.members.get(task.member_id) if task.member_id else None
    since = task.due.astimezone(desk.parts.settings.zone).date()
    return {"task": task, "request": request, "member": member, "since": since}
