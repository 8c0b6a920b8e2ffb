"""What the chat may know of a case: its number, states, and the numbers of people in it. Never who anybody is.

This is the wall towards the chat service: telling.py, which writes every text, is given these values and no others.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from medverkan.bot.approve import DECIDABLE, OPEN
from medverkan.bot.calling.call import ENDED
from medverkan.bot.calling.call_list import TO_CALL
from medverkan.bot.meetings.tasks import INTRODUCTION
from medverkan.bot.meetings.tasks import TASK as MEETING
from medverkan.bot.people import may_be_asked, people_in
from medverkan.bot.post import Desk
from medverkan.storage.lifecycle import InvitationState, RequestState
from medverkan.storage.values import Request

SAID_YES = (InvitationState.ACCEPTED, InvitationState.RELEASED, InvitationState.TOOK_PART)


@dataclass(frozen=True, slots=True)
class Call:
    """One person who is to be phoned."""

    number: int
    member_id: str
    attempts: int
    due: date | None


@dataclass(frozen=True, slots=True)
class Newcomer:
    """One person who is new in the register and waits for a call or a meeting, told by the number of that task."""

    task: str
    member_id: str
    to_book: bool  # they have been phoned: now a meeting is to be agreed on
    due: date


@dataclass(frozen=True, slots=True)
class Case:
    """One case in numbers. `version` is that of the newest list, 0 where there is none yet.

    `peopled` is that of the newest list with anybody on it: that nobody more was found changes nothing for the calls.
    """

    id: str
    number: str
    state: RequestState
    paused: bool
    version: int
    wanted: int
    listed: tuple[int, ...]  # who of the newest list can be picked
    earlier: tuple[int, ...]  # who of older lists can still be picked
    team: tuple[int, ...]  # who of it make the best group
    calls: tuple[Call, ...]
    states: Mapping[int, InvitationState]
    numbers: Mapping[str, int]  # by the member's id, for buttons
    unit_verified: bool
    peopled: int

    @property
    def free(self) -> tuple[int, ...]:
        """Who of the newest list has not been picked; who of the older ones where nobody there is left."""
        return tuple(n for n in self.listed if self.states[n] is InvitationState.PROPOSED) or self.earlier

    @property
    def is_anybody_asked(self) -> bool:
        """Tell whether somebody is to be phoned or has said yes: "nobody" then only ends the search."""
        return any(state not in (InvitationState.PROPOSED, InvitationState.DECLINED) for state in self.states.values())

    @property
    def missing(self) -> int:
        """How many more are needed than are to be phoned or have said yes."""
        there = sum(state in SAID_YES for state in self.states.values()) + len(self.calls)
        return max(0, self.wanted - there)

    @property
    def is_decidable(self) -> bool:
        """Tell whether a list waits for the lead's choice."""
        return self.state in DECIDABLE and self.version > 0


def is_outdated(case: Case, version: int, *, about_calls: bool) -> bool:
    """Tell whether an answer is to an older list than the one that counts for it."""
    return version < case.peopled or version > case.version if about_calls else version != case.version


def case_of(desk: Desk, request: Request) -> Case:
    """Return a case in numbers, as it is now."""
    request = desk.books.requests.get(request.id) or request
    proposals = desk.books.proposals.of(request)
    newest = proposals[-1] if proposals else None
    people = people_in(desk, request)
    can_be_picked = {i.number for i, m in people if i.state in OPEN and may_be_asked(m)}
    listed = {i.number for i, _ in people if newest and i.proposal_id == newest.id} & can_be_picked
    proposed = {i.number for i, _ in people if i.state is InvitationState.PROPOSED}
    group = [match["number"] for match in newest.matches if match["member"] in newest.team] if newest else []
    zone = desk.parts.settings.zone
    due = {task.member_id: task.due for task in desk.books.tasks.open_tasks(kinds=["call"], request_id=request.id)}
    return Case(
        id=request.id,
        number=request.number,
        state=request.state,
        paused=request.paused,
        version=newest.version if newest else 0,
        wanted=request.people_wanted,
        listed=tuple(sorted(listed)),
        earlier=tuple(sorted((can_be_picked & proposed) - listed)),
        team=tuple(number for number in group if number in listed),
        calls=tuple(
            Call(
                number=i.number,
                member_id=i.member_id,
                attempts=len(desk.books.tasks.calls(i.member_id, request.id)),
                due=due[i.member_id].astimezone(zone).date() if i.member_id in due else None,
            )
            for i, member in people
            if i.state in TO_CALL and may_be_asked(member)
        ),
        states={i.number: i.state for i, _ in people},
        numbers={i.member_id: i.number for i, _ in people},
        unit_verified=bool(request.release_to),
        peopled=max((one.version for one in proposals if one.matches), default=0),
    )


def newcomers(desk: Desk, member_id: str | None = None) -> list[Newcomer]:
    """Return those who are new and wait for a call, and of that person a meeting to be booked too; soonest first."""
    zone, kinds = desk.parts.settings.zone, (INTRODUCTION, MEETING) if member_id else (INTRODUCTION,)
    return [
        Newcomer(task.number, task.member_id, task.kind == MEETING, task.due.astimezone(zone).date())
        for task in desk.books.tasks.open_tasks(kinds=kinds, member_id=member_id)
        if task.member_id
    ]


def open_cases(desk: Desk) -> list[Case]:
    """Return every case that has not ended, oldest first."""
    requests = desk.books.requests.in_state(*(state for state in RequestState if state not in ENDED))
    return [case_of(desk, request) for request in requests]
