"""What the leads are told by themselves: their day each working morning, and what has pressed for days.

Nobody is told the same thing twice: the day's letter has the day in its key, and a task that presses counts how often
it was told of. Who is on leave is told nothing; whoever stands in is told of what has waited too long (settings_leads).
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from medverkan.bot.day_list import day_lines, line_of
from medverkan.bot.hours import add_working_days
from medverkan.bot.post import Desk
from medverkan.bot.reminding.kinds import (
    AGREEMENT,
    DATA_REVIEW,
    FOLLOW_UP,
    NOT_CONTACTED,
    OWN_CONSENT,
    PRESSING,
    RUNNING,
    UNANSWERED,
    UNDELIVERED,
)
from medverkan.bot.reminding.undelivered import is_undelivered
from medverkan.bot.reminding.units import handed_over
from medverkan.bot.sections.leads import stand_ins
from medverkan.bot.settings import Settings
from medverkan.bot.tokens import Purpose
from medverkan.storage.lifecycle import MemberStatus, RequestState
from medverkan.storage.values import Member, Request, Task

# Working days past the day: then the leads are told of it by itself, and as long after that whoever stands in.
TELL_AFTER = 3
TOLD_MOST = 2
GONE = (MemberStatus.RESTRICTED, MemberStatus.LEFT)


def tell_the_day(desk: Desk, due: Sequence[Task]) -> None:
    """Write the leads what waits for them today; nothing where nothing is due."""
    lines = day_lines(desk, due)
    for lead in desk.leads if lines else ():
        desk.to_lead(
            lead, "lead-day", f"day:{_today(desk)}", Purpose.DAY, about=desk.today, tasks=lines, today=_today(desk)
        )  # fmt: skip


def pressing(due: Sequence[Task], now: datetime, settings: Settings) -> tuple[list[Task], list[Task]]:
    """Return what the leads are to be told of again by itself, and what whoever stands in is to be told of. Pure.

    A task is told of twice at most, however long it waits and whatever its day becomes, and never both at once.
    """
    late = [(task, times_late(task.due, now, settings.zone)) for task in due if task.kind in PRESSING]
    again = [task for task, times in late if times >= 1 and task.reminded == 0]
    if not stand_ins(settings.leads, now.astimezone(settings.zone).date()):
        return again, []
    return again, [task for task, times in late if times >= TOLD_MOST and task.reminded == 1]


def press(desk: Desk, due: Sequence[Task]) -> None:
    """Write one letter about what presses to the leads, and one to whoever stands in."""
    again, over = pressing(due, desk.now, desk.parts.settings)
    for tasks, to in ((again, desk.leads), (over, stand_ins(desk.parts.settings.leads, _today(desk)))):
        for task in tasks:
            desk.books.tasks.put_off(task, task.due, reminded=task.reminded + 1)
        if tasks:
            lines = [line_of(desk, task) for task in tasks]
            key = "late:" + ":".join(f"{task.id}.{task.reminded}" for task in tasks)
            for lead in to:
                desk.to_lead(
                    lead, "lead-late", key, Purpose.DAY, about=desk.today, tasks=lines, to_deputy=tasks is over,
                    today=_today(desk),
                )  # fmt: skip


def times_late(due: datetime, now: datetime, zone: ZoneInfo) -> int:
    """Return how many times a task that presses is to have been told of by now: 0, 1 or 2."""
    today, day = now.astimezone(zone).date(), due.astimezone(zone).date()
    return sum(add_working_days(day, TELL_AFTER * times) <= today for times in range(1, TOLD_MOST + 1))


def is_moot(desk: Desk, task: Task) -> bool:
    """Tell whether a task that a reminder made for the leads has settled itself."""
    ask = _MOOT.get(task.kind)
    if ask is None:
        return False
    return ask(desk, task, desk.books.requests.get(task.request_id or ""), desk.books.members.get(task.member_id or ""))


def _no_contact_is_moot(desk: Desk, task: Task, request: Request | None, _: Member | None) -> bool:
    return request is None or request.state not in RUNNING or handed_over(desk, request, task) is None


def _consent_is_moot(desk: Desk, _: Task, __: Request | None, member: Member | None) -> bool:
    return _is_gone(member) or (member is not None and desk.books.consents.live(member.id, "matching") is not None)


def _delivery_is_moot(desk: Desk, _: Task, request: Request | None, member: Member | None) -> bool:
    return request is None or member is None or not is_undelivered(desk, request, member)


def _is_gone(member: Member | None) -> bool:
    return member is None or member.status in GONE


_MOOT: dict[str, Callable[[Desk, Task, Request | None, Member | None], bool]] = {
    UNANSWERED: lambda _, __, request, ___: request is None or request.state is not RequestState.INCOMPLETE,
    AGREEMENT: lambda _, __, request, ___: request is None or request.state not in RUNNING,
    NOT_CONTACTED: _no_contact_is_moot,
    UNDELIVERED: _delivery_is_moot,
    OWN_CONSENT: _consent_is_moot,
    FOLLOW_UP: lambda _, __, ___, member: _is_gone(member),
    DATA_REVIEW: lambda _, __, ___, member: _is_gone(member),
}


def _today(desk: Desk) -> date:
    return desk.now.astimezone(desk.parts.settings.zone).date()
