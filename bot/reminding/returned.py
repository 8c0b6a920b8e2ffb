"""What has come back of an assignment: from the unit what was told and what it led to, from participants if they heard.

It is kept in the log of the case, where every answer stands; what is lacking is read from there each time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from medverkan.bot.hours import due_in
from medverkan.bot.people import people_in
from medverkan.bot.post import Desk
from medverkan.bot.reminding.kinds import FEEDBACK
from medverkan.bot.reminding.planned import end, end_reminders
from medverkan.bot.tokens import Purpose
from medverkan.mailbox.answers.each_person import Told
from medverkan.mailbox.answers.feedbacks import LED_TO, TOLD_BACK, feedback_of
from medverkan.mailbox.values import Reading
from medverkan.storage.lifecycle import InvitationState, RequestEvent, RequestState
from medverkan.storage.values import Member, Request

UNIT_SAID, PARTICIPANT_SAID = "feedback", "feedback-heard"
AWAITING = (RequestState.HELD, RequestState.FOLLOWED_UP)
_SAID = {Told.YES: "ja", Told.NO: "nej", Told.NOT_YET: "inte än"}


@dataclass(frozen=True, slots=True)
class Lacking:
    """What has not come back yet: who has not been told anything, and whether the unit has told what it led to."""

    untold: tuple[Member, ...]
    led_to: bool
    nothing_said: bool

    @property
    def nothing(self) -> bool:
        """Tell whether all has come."""
        return not self.untold and not self.led_to


def awaits_feedback(request: Request) -> bool:
    """Tell whether what the unit writes now is feedback."""
    return request.state in AWAITING


def feedback(desk: Desk, request: Request, reading: Reading) -> None:
    """Take the unit's words about how it went, hand them to the leads, and stop asking once all has come."""
    books, people = desk.books, took_part(desk, request)
    lacking = still_lacking(desk, request)
    asked = [TOLD_BACK] * bool(lacking.untold or lacking.nothing_said) + [LED_TO] * lacking.led_to
    found = feedback_of(reading.own_words, [_first_name(one) for one in people], asked)
    detail = {
        "words": reading.own_words,
        "told": {people[at].id: told for at, told in found.told.of.items()} if people and found.told_back else {},
        "led": bool(found.led_to),
        "held": found.is_held,
    }
    books.audit.add(UNIT_SAID, "unit", desk.now, request_id=request.id, detail=detail)
    is_over = still_lacking(desk, request).nothing or request.state is not RequestState.HELD
    if not found.is_held and request.state is RequestState.HELD:
        _leave_to_lead(desk, request)
    elif is_over:
        stop_asking(desk, request)
    desk.to_leads(
        "lead-feedback", "feedback", Purpose.PROPOSAL, about=request, request=request, words=reading.own_words,
        told_back=found.told_back, led_to=found.led_to, rest=found.rest, is_held=found.is_held, is_over=is_over,
        people=heard_by(desk, request),
    )  # fmt: skip


def _leave_to_lead(desk: Desk, request: Request) -> None:
    """Ask nobody more about an assignment that does not seem to have come about; a lead ends the case, or asks."""
    end_reminders(desk, request)
    due = due_in(desk.now, 0, desk.parts.settings)
    desk.books.tasks.add(FEEDBACK, f"feedback:{request.id}:lead", due, request_id=request.id)


def stop_asking(desk: Desk, request: Request) -> Request:
    """Move a case on to where nothing more is asked; return it."""
    if request.state is RequestState.HELD:
        request = desk.books.requests.move(request, RequestEvent.FOLLOWED_UP, desk.now)
    end_reminders(desk, request)
    end(desk, desk.books.tasks.open_tasks(kinds=[FEEDBACK], request_id=request.id))
    return request


def still_lacking(desk: Desk, request: Request) -> Lacking:
    """Return what of an assignment has not come back, by all that has been written about it."""
    told: set[str] = set()
    led_to, nothing_said = True, True
    for event in desk.books.audit.of(request_id=request.id):
        if event.what == PARTICIPANT_SAID and event.detail.get("told") == Told.YES:
            told.add(str(event.member_id))
        elif event.what == UNIT_SAID:
            nothing_said = False
            told |= {member_id for member_id, said in _told(event.detail).items() if said == Told.YES}
            led_to = led_to and not event.detail.get("led", True)
    untold = tuple(member for member in took_part(desk, request) if member.id not in told)
    return Lacking(untold, led_to, nothing_said)


def heard_by(desk: Desk, request: Request) -> list[dict[str, Any]]:
    """Return what the unit and each participant last said about whether they have been told; "" for nothing."""
    unit: dict[str, str] = {}
    own: dict[str, str] = {}
    for event in desk.books.audit.of(request_id=request.id):
        if event.what == UNIT_SAID:
            unit |= _told(event.detail)
        elif event.what == PARTICIPANT_SAID and event.member_id:
            own[event.member_id] = str(event.detail.get("told"))
    return [
        {"person": one, "unit": _said(unit.get(one.id)), "own": _said(own.get(one.id))}
        for one in took_part(desk, request)
    ]


def has_unit_told(desk: Desk, request: Request, member: Member) -> bool:
    """Tell whether the unit says that it has told that person."""
    said = [_told(event.detail) for event in desk.books.audit.of(request_id=request.id) if event.what == UNIT_SAID]
    return any(one.get(member.id) == Told.YES for one in said)


def took_part(desk: Desk, request: Request) -> list[Member]:
    """Return who has taken part in a case."""
    return [member for one, member in people_in(desk, request) if one.state is InvitationState.TOOK_PART]


def called(members: Iterable[Member]) -> list[str]:
    """Return the first names that are known, in that order."""
    return [name for member in members if (name := _first_name(member))]


def _first_name(member: Member) -> str:
    return str(member.fields.get("first_name") or "").strip()


def _told(detail: Any) -> dict[str, str]:
    told = detail.get("told")
    return dict(told) if isinstance(told, dict) else {}


def _said(told: str | None) -> str:
    return _SAID.get(Told(told), "") if told in set(Told) else ""
