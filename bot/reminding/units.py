"""What units are asked again: our questions about a request, whether they have made contact, and how it went.

A case that rests is left alone. Each letter counts as one step of its chain (steps.py); the last step is a lead's task.
"""

from datetime import datetime

from medverkan.bot.hours import due_in
from medverkan.bot.left import has_left
from medverkan.bot.people import may_be_asked
from medverkan.bot.post import Desk
from medverkan.bot.receipt import ANSWER_WITHIN_WORKING_DAYS, UNCLEAR
from medverkan.bot.reminding.days import feedback_moments, held_on
from medverkan.bot.reminding.kinds import CONTACTED, FEEDBACK, NOT_CONTACTED, RUNNING, UNANSWERED
from medverkan.bot.reminding.returned import called, still_lacking
from medverkan.bot.reminding.steps import Act, Chain, Step, next_step
from medverkan.bot.tokens import Purpose
from medverkan.mailbox.answers.asked import asked_of
from medverkan.mailbox.values import Kind
from medverkan.storage.lifecycle import InvitationState, RequestState
from medverkan.storage.values import Member, Request, Task

ASKING = ("unit-received", "unit-question", UNCLEAR)
QUESTIONS = Chain(letters=2, patience=5)
CONTACT = Chain(letters=1, patience=3)
FEEDBACK_CHAIN = Chain(letters=2, patience=5)


def ask_for_answers(desk: Desk, task: Task) -> int:
    """Ask a unit again for what its request lacks; after two letters it is a lead's task."""
    request = _waiting(desk, task, RequestState.INCOMPLETE)
    if request is None:
        return 0
    if (asked_until := _asked_until(desk, request)) > desk.now:
        # It has answered something since, and been asked for the rest: that letter has its own days.
        desk.books.tasks.put_off(task, asked_until)
        return 0
    step = take(desk, task, next_step(QUESTIONS, task.reminded, task.due, desk.now, desk.parts.settings))
    if step.act is Act.WRITE:
        desk.to_unit(
            request, "unit-unanswered", f"unanswered:{task.id}" + (f":{step.reached}" if task.reminded else ""),
            asked=asked_of(Kind.REQUEST, request.missing, request.questions), again=task.reminded > 0,
        )  # fmt: skip
    elif step.act is Act.HAND_OVER:
        _for_lead(desk, UNANSWERED, f"{UNANSWERED}:{task.id}", request)
    return step.act is not Act.WAIT


def ask_about_contact(desk: Desk, first: Task) -> int:
    """Ask a unit whether it has been in touch with those handed over; without an answer it is a lead's task.

    All of a case who are due now are asked about in one letter; a unit that has promised a day is asked after it again.
    """
    request = _waiting(desk, first, *RUNNING)
    if request is None:
        return 0
    asked: list[tuple[Task, Member]] = []
    moved = 0
    for task in desk.books.tasks.open_tasks(kinds=[CONTACTED], request_id=request.id, due_by=desk.now):
        member = handed_over(desk, request, task)
        if member is None:
            desk.books.tasks.done(task, desk.now)
            continue
        if not has_left(desk, request, member):
            desk.books.tasks.put_off(task, due_in(desk.now, 1, desk.parts.settings))
            continue
        step = take(desk, task, next_step(CONTACT, task.reminded, task.due, desk.now, desk.parts.settings))
        moved += step.act is not Act.WAIT
        if step.act is Act.WRITE:
            asked.append((task, member))
        elif step.act is Act.HAND_OVER:
            not_contacted(desk, request, member)
    if asked:
        key = f"contacted:{first.id}:{first.due.date()}"
        desk.to_unit(request, "unit-contacted", key, Purpose.CONTACTED, to=request.release_to,
                     names=called(m for _, m in asked))  # fmt: skip
    return bool(moved)


def ask_for_feedback(desk: Desk, task: Task) -> int:
    """Ask a unit what it has told those who took part, and what it led to; then it is a lead's task."""
    settings = desk.parts.settings
    request = _waiting(desk, task, RequestState.HELD)
    day = held_on(request, settings) if request else None
    if request is None or day is None:
        return 0
    moments = feedback_moments(day, settings)
    step = take(desk, task, next_step(FEEDBACK_CHAIN, task.reminded, task.due, desk.now, settings, moments))
    if step.act is Act.WRITE:
        lacking = still_lacking(desk, request)
        desk.to_unit(
            request, "unit-feedback", f"feedback:{request.id}:{step.reached}", Purpose.FEEDBACK, to=request.release_to,
            names=called(lacking.untold), ask_told=bool(lacking.untold) or lacking.nothing_said,
            ask_led=lacking.led_to, again=task.reminded > 0 or not lacking.nothing_said, heard=not lacking.nothing_said,
        )  # fmt: skip
    elif step.act is Act.HAND_OVER:
        _for_lead(desk, FEEDBACK, f"feedback:{request.id}:lead", request)
    return step.act is not Act.WAIT


def take(desk: Desk, task: Task, step: Step) -> Step:
    """Count a step that is taken, before its letter is written. Raises StaleError where another was quicker."""
    if step.act is Act.WAIT:
        return step
    desk.books.tasks.put_off(task, step.due or task.due, reminded=step.reached + (step.act is not Act.WRITE))
    if step.due is None:
        desk.books.tasks.done(task, desk.now)
    return step


def not_contacted(desk: Desk, request: Request, member: Member) -> None:
    """Make it a lead's task that a unit has not been in touch with somebody."""
    _for_lead(desk, NOT_CONTACTED, f"{NOT_CONTACTED}:{request.id}:{member.id}", request, member)


def handed_over(desk: Desk, request: Request, task: Task) -> Member | None:
    """Return whom a reminder is about, None where their details are not, or no longer, with the unit."""
    member = desk.books.members.get(task.member_id or "")
    invitation = desk.books.invitations.get(request.id, member.id) if member else None
    if member is None or invitation is None or not may_be_asked(member):
        return None
    return member if invitation.state is InvitationState.RELEASED else None


def _waiting(desk: Desk, task: Task, *states: RequestState) -> Request | None:
    """Return the case of a reminder that still means something there; end it where it does not, unless the case rests.

    None where there is nothing to do now.
    """
    request = desk.books.requests.get(task.request_id or "")
    if request and request.paused:
        return None
    if request is None or request.state not in states:
        desk.books.tasks.done(task, desk.now)
        return None
    return request


def _asked_until(desk: Desk, request: Request) -> datetime:
    """Return until when the unit has for an answer to the last letter that asked it something."""
    asked = [one.due for one in desk.books.outgoing.all(request_id=request.id) if one.kind in ASKING]
    return due_in(max(asked), ANSWER_WITHIN_WORKING_DAYS, desk.parts.settings) if asked else desk.now


def _for_lead(desk: Desk, kind: str, key: str, request: Request, member: Member | None = None) -> None:
    due = due_in(desk.now, 0, desk.parts.settings)
    desk.books.tasks.add(kind, key, due, request_id=request.id, member_id=member.id if member else None)
