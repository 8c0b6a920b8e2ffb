"""The lead's day as lines: calls first, with numbers and best times, then the day's meetings, then the rest.

A call that suits better later in the week still stands there on the day it is due: the lead decides.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from medverkan.bot.calling.call_card import best_slot, tries_of
from medverkan.bot.calling.next_call import Slot
from medverkan.bot.meetings.letters import when_of
from medverkan.bot.meetings.tasks import TASK as MEETING
from medverkan.bot.meetings.tasks import open_meeting
from medverkan.bot.post import Desk
from medverkan.bot.register import is_minor
from medverkan.bot.tokens import Purpose
from medverkan.mailbox.values import Outcome
from medverkan.storage.lifecycle import MeetingState
from medverkan.storage.values import Member, Request, Task

# To phone for: what is answered in a case, by a resident, or has no other way.
CALLS = ("call", "introduction", "contact", "follow_up", "data_review", "own_consent")
CALL, MEET, OTHER = "call", "meet", "other"


@dataclass(frozen=True, slots=True)
class _Placed:
    line: dict[str, Any]
    order: tuple[Any, ...]


def day_lines(desk: Desk, tasks: Iterable[Task]) -> list[dict[str, Any]]:
    """Return each task with whom and what it is about, in the order of the day.

    Keys: task, request, member, since (the local day it was due), group (call | meet | other), phone, through (whose
    number it is, where that is the guardian's), best ("" where the line above is of the same call), calls, give_up,
    number (in the case's call list), meeting.
    """
    placed = sorted((_placed(desk, task) for task in tasks), key=lambda one: one.order)
    return [one.line for one in _one_call_each(placed)]


def _one_call_each(placed: Sequence[_Placed]) -> Iterator[_Placed]:
    """Put what is to be said to one person together: what follows the first line of theirs has no time of its own."""
    mine: dict[str, list[_Placed]] = {}
    for one in placed:
        if one.line["group"] == CALL:
            mine.setdefault(one.line["member"].id, []).append(one)
    for one in placed:
        if one.line["group"] != CALL:
            yield one
        elif same := mine.pop(one.line["member"].id, None):
            yield same[0]
            for further in same[1:]:
                further.line["best"] = ""
                yield further


def line_of(desk: Desk, task: Task) -> dict[str, Any]:
    """Return one task with whom and what it is about: the keys of `day_lines` down to `through`, but for `group`."""
    request = desk.books.requests.get(task.request_id) if task.request_id else None
    member = desk.books.members.get(task.member_id) if task.member_id else None
    since = task.due.astimezone(desk.parts.settings.zone).date()
    reached = number_to(desk, member) if member else {"phone": "", "through": ""}
    return {"task": task, "request": request, "member": member, "since": since, **reached}


def _placed(desk: Desk, task: Task) -> _Placed:
    line = line_of(desk, task)
    line |= {"group": OTHER, "best": "", "calls": [], "give_up": False, "number": None, "meeting": ""}
    request, member = line["request"], line["member"]
    if member and (task.kind in CALLS or _is_to_book(desk, task, member)):
        slot = _call(desk, task, member, request, line)
        return _Placed(line, (0, slot.day, slot.start, task.due, task.number))
    if member and task.kind == MEETING and (meeting := open_meeting(desk, member)):
        line |= {"group": MEET, "meeting": when_of(desk, meeting)}
        return _Placed(line, (1, meeting.starts_at, task.number))
    return _Placed(line, (2, task.due, task.number))


def _call(desk: Desk, task: Task, member: Member, request: Request | None, line: dict[str, Any]) -> Slot:
    """Write into the line what is needed for a call; return when it suits best."""
    in_case = request if task.kind == "call" else None
    agreed = task.due if task.attempts else None
    tries = tries_of(desk, member, in_case, agreed)
    line |= {"group": CALL, "best": tries.best, "calls": tries.calls, "give_up": tries.give_up}
    if in_case and (invitation := desk.books.invitations.get(in_case.id, member.id)):
        line["number"] = invitation.number
    return best_slot(desk, member, tries.at, agreed, before=in_case.date_start if in_case else None)


def _is_to_book(desk: Desk, task: Task, member: Member) -> bool:
    if task.kind != MEETING:
        return False
    meeting = open_meeting(desk, member)
    return meeting is None or meeting.state is not MeetingState.PLANNED


def number_to(desk: Desk, member: Member) -> dict[str, str]:
    """Return by which number a person is reached; a minor through the guardian (R44)."""
    fields = member.fields
    if is_minor(member, desk.now):
        return {"phone": str(fields.get("guardian_phone") or ""), "through": str(fields.get("guardian_name") or "")}
    return {"phone": str(fields.get("phone") or ""), "through": ""}


def send_follow_up(desk: Desk, member: Member, task: Task) -> None:
    """Write the leads the card of a follow-up call, to be answered with how it went."""
    books = desk.books
    tries = tries_of(desk, member)
    reached = [call.at for call in books.tasks.calls(member.id) if call.outcome == Outcome.ACCEPTED]
    releases = [one for one in books.consents.of_member(member.id) if one.kind == "release" and not one.withdrawn_at]
    desk.to_leads(
        "lead-follow-up", f"follow-up:{task.id}", Purpose.INTRODUCTION, about=member, member=member, task=task,
        last=reached[-1].astimezone(desk.parts.settings.zone).date() if reached else None, best=tries.best,
        times=len(releases), attempts=tries.calls,
    )  # fmt: skip
