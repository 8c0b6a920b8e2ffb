"""What a participant gets by itself: a word before the day, thanks after it, and the question whether they heard back.

By mail and SMS where they have agreed to it, never by both where one will do, and never about a day that is in doubt.
Whom neither reaches gets nothing: the lead has their number.
"""

from datetime import date, timedelta

from medverkan.bot.deliver import mail_address
from medverkan.bot.hours import opening
from medverkan.bot.left import sent, waits
from medverkan.bot.people import may_be_asked
from medverkan.bot.post import Desk
from medverkan.bot.register import ASSIGNMENT, is_minor
from medverkan.bot.reminding.days import feedback_moments, held_on, is_before, next_morning, remind_at
from medverkan.bot.reminding.planned import is_doubted
from medverkan.bot.reminding.returned import AWAITING, PARTICIPANT_SAID, has_unit_told, still_lacking
from medverkan.bot.reminding.steps import Act, Chain, next_step
from medverkan.bot.reminding.units import handed_over, take
from medverkan.mailbox.answers.each_person import Told
from medverkan.mailbox.answers.feedbacks import heard_back
from medverkan.mailbox.values import Reading
from medverkan.storage.lifecycle import InvitationState, RequestState
from medverkan.storage.values import Member, Request, Task

ASKS = "participant-feedback"
# Thanks, the question, and the question once more.
AFTERWARDS = Chain(letters=3, patience=3, hands_over=False)
# How soon a reminder asks again whether the release has left.
LOOK_AGAIN = timedelta(minutes=5)
BEFORE = (RequestState.CALLING, RequestState.DELIVERED)


def remind_before(desk: Desk, task: Task) -> int:
    """Remind a participant of the assignment, once, on the last day before it on which people may be written to.

    The day is asked for anew: where it has moved the reminder moves with it, where it is not known none is sent.
    """
    books, settings = desk.books, desk.parts.settings
    request = books.requests.get(task.request_id or "")
    if request and request.paused:
        return 0
    day = request.date_start if request and request.state in BEFORE else None
    member = handed_over(desk, request, task) if request else None
    if request is None or day is None or member is None or not is_before(desk.now, day, settings):
        books.tasks.done(task, desk.now)
        return 0
    if (due := remind_at(day, settings)) > desk.now:
        books.tasks.put_off(task, due)
        return 0
    if is_doubted(desk, request):
        # Asked again in the morning: somebody may put in the day until then.
        books.tasks.put_off(task, next_morning(desk.now, settings))
        return 0
    if waits(desk, request, member):
        # Nothing of the assignment goes to anybody while their yes can be taken back, nor before the assignment itself.
        books.tasks.put_off(task, desk.now + LOOK_AGAIN)
        return 0
    books.tasks.put_off(task, task.due, reminded=task.reminded + 1)
    books.tasks.done(task, desk.now)
    key = f"day-before:{request.id}:{day}:{member.id}"
    if (address := _address(desk, member)) and not _has_just_got_it(desk, request, member, day):
        several = bool(request.date_end and request.date_end > day)
        desk.to_participant(
            member, "participant-day-before", key, to=address, request=request, day=day, clock=_clock(request),
            place=str(request.fields.get("place") or ""), several=several,
        )  # fmt: skip
    desk.to_phone(member, "sms-day-before", f"sms-{key}", request=request, day=day, time=_begins(request))
    return 1


def thank_and_ask(desk: Desk, task: Task) -> int:
    """Thank a participant the day after, ask after a week whether they have heard back, and once more after a month."""
    books, settings = desk.books, desk.parts.settings
    request, member = books.requests.get(task.request_id or ""), books.members.get(task.member_id or "")
    if request and request.paused:
        return 0
    day = held_on(request, settings) if request and request.state in AWAITING else None
    if request is None or day is None or member is None or not _is_to_be_asked(desk, request, member):
        books.tasks.done(task, desk.now)
        return 0
    moments = (opening(day + timedelta(days=1), settings), *feedback_moments(day, settings)[:2])
    step = take(desk, task, next_step(AFTERWARDS, task.reminded, task.due, desk.now, settings, moments))
    if step.act is not Act.WRITE:
        return 0
    if step.reached == 1:
        desk.to_phone(member, "sms-thanks", f"sms-thanks:{request.id}:{member.id}", request=request)
        return 1
    key = f"heard-back:{request.id}:{member.id}:{step.reached}"
    if address := _address(desk, member):
        desk.to_participant(
            member, ASKS, key, to=address, request=request, day=day, again=step.reached > len(moments) - 1
        )
    else:
        desk.to_phone(member, "sms-feedback", key, request=request)
    return 1


def took_answer(desk: Desk, request: Request, member: Member, reading: Reading) -> bool:
    """Take a participant's yes or no to whether they have heard back; return False where a person must read it."""
    answered = [desk.books.outgoing.by_message_id(one) for one in reading.letter.in_reply_to]
    if not any(letter and letter.kind == ASKS and letter.member_id == member.id for letter in answered):
        return False
    found = heard_back(reading.own_words)
    told = found.of.get(0)
    if told is None or found.rest or found.unclear:
        return False
    # The unit says otherwise, or nobody asks it any more: somebody must look into it.
    at_odds = told is not Told.YES and (has_unit_told(desk, request, member) or request.state is not RequestState.HELD)
    note_heard(desk, request, member, told)
    return not at_odds


def note_heard(desk: Desk, request: Request, member: Member, told: Told) -> None:
    """Write down what a participant says of having heard back; a yes ends the questions to them."""
    detail = {"told": told}
    desk.books.audit.add(
        PARTICIPANT_SAID, "member", desk.now, request_id=request.id, member_id=member.id, detail=detail
    )
    if told is Told.YES:
        for task in desk.books.tasks.open_tasks(kinds=["thanks"], request_id=request.id, member_id=member.id):
            desk.books.tasks.done(task, desk.now)


def _has_just_got_it(desk: Desk, request: Request, member: Member, day: date) -> bool:
    """Tell whether the assignment, with its day, left so late that it is its own reminder."""
    late = remind_at(day, desk.parts.settings)
    return any(one.kind == ASSIGNMENT and one.sent_at and one.sent_at >= late for one in sent(desk, request, member))


def _is_to_be_asked(desk: Desk, request: Request, member: Member) -> bool:
    invitation = desk.books.invitations.get(request.id, member.id)
    if invitation is None or invitation.state is not InvitationState.TOOK_PART or not may_be_asked(member):
        return False
    return any(one.id == member.id for one in still_lacking(desk, request).untold)


def _address(desk: Desk, member: Member) -> str:
    return mail_address(desk.books, member, minor=is_minor(member, desk.now))


def _clock(request: Request) -> str:
    """Return "klockan 13.00–15.00", what is known of it; "" for nothing."""
    begins, ends = (_time(request.fields.get(key)) for key in ("time_start", "time_end"))
    if not begins:
        return ""
    return f"klockan {begins}–{ends}" if ends else f"klockan {begins}"


def _begins(request: Request) -> str:
    return _time(request.fields.get("time_start"))


def _time(value: object) -> str:
    return str(value or "").replace(":", ".").removeprefix("0")
