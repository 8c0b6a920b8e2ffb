"""The lead phones, and replies with how it went. A yes includes the consent to hand over contact details in this case.

The call letter says so in words, since the lead's approval of a proposal is not the participant's consent.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from medverkan.bot.assignments import booked_elsewhere
from medverkan.bot.calling import dropouts
from medverkan.bot.calling.call_card import Tries, next_try, tries_of
from medverkan.bot.calling.call_list import TO_CALL, close_calls, open_calls
from medverkan.bot.hours import opening
from medverkan.bot.people import Listed, candidates, may_be_asked, people_in
from medverkan.bot.post import Desk
from medverkan.bot.recall import recall, stopped_by_doubt, undo
from medverkan.bot.reserves import put_forward
from medverkan.bot.settings import Lead
from medverkan.bot.sms.announce import call_off
from medverkan.bot.status import send_status
from medverkan.bot.tokens import Purpose
from medverkan.bot.words import CASE
from medverkan.mailbox.answers.call_backs import call_back_day
from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Decision, Outcome, Reading, Stage
from medverkan.storage.lifecycle import InvitationEvent, InvitationState, RequestState
from medverkan.storage.values import Invitation, Member, Request

BY_MAIL = "telefon, besked per mejl"
RELEASED_FIELDS = ("name", "phone", "email")
WORDING = "samtalsmall 1"
RELEASING = (RequestState.CALLING, RequestState.DELIVERED)
GONE = (InvitationState.ACCEPTED, InvitationState.RELEASED)
ENDED = (RequestState.CLOSED, RequestState.WITHDRAWN, RequestState.UNFILLED)
DOUBLE_BOOKING = "double-booking"
EVENTS = {
    Outcome.ACCEPTED: InvitationEvent.ACCEPTED,
    Outcome.DECLINED: InvitationEvent.DECLINED,
    Outcome.NO_ANSWER: InvitationEvent.NO_ANSWER,
    Outcome.CALL_AGAIN: InvitationEvent.CALL_AGAIN,
}
DECLINED_LATE = "tackade nej, men verksamheten har redan fått kontaktuppgifterna"
SAY_IT = ". Ring verksamheten, säg det och be dem radera"
I_SAY_IT = (
    ". När du har bestämt om någon annan ska frågas skriver jag till verksamheten, och ber dem radera uppgifterna. "
    "Är det bråttom? Ring dem"
)
OUTCOME_WORDS = {
    Outcome.ACCEPTED: "tackade ja, och kontaktuppgifterna får lämnas till verksamheten",
    Outcome.DECLINED: "tackade nej",
    Outcome.NO_ANSWER: "svarade inte",
    Outcome.CALL_AGAIN: "ska ringas igen",
}


@dataclass(frozen=True, slots=True)
class Heard:
    """Who told of an outcome, by which way, in which words."""

    by: str  # the lead's address, or "för hand"
    how: str
    words: str
    who: str = "lead"  # as the audit names them
    again_on: date | None = None  # the day on which the person asked to be called again


@dataclass(frozen=True, slots=True)
class Told:
    """What came of the outcomes that were told: what to say back, and how the case stands now."""

    said: list[str]  # one sentence without a full stop for each person
    waiting: list[Listed]
    short: int
    released: bool
    booked: dict[str, str]
    reserves: str


def decide_calls(desk: Desk, request: Request, reading: Reading, lead: Lead) -> None:
    """Act on a lead's reply by mail to the call list."""
    decide_words(desk, request, reading.own_words, lead, how=BY_MAIL, reply=reading.letter.message_id)


def decide_words(desk: Desk, request: Request, words: str, lead: Lead, *, how: str, reply: str = "") -> Decision:
    """Act on a lead's own words about the calls, however they came; return how they were understood."""
    from medverkan.bot import approve

    asked = called_in(desk, request)
    decision = decide(words, candidates(asked), Stage.CALLS)
    if decision.action is Action.MORE:
        request = dropouts.go_on(desk, request)
    listed = {invitation.number for invitation, _ in asked}
    match decision.action:
        case Action.OUTCOMES if decision.outcomes and listed >= set(decision.outcomes):
            told = take_outcomes(desk, request, decision.outcomes, Heard(by=lead.email, how=how, words=words))
            say_back(desk, request, told, lead, reply)
        case Action.UNDO:
            undo(desk, request, lead, reply)
        case Action.STATUS | Action.HELP:
            send_status(desk, request, lead, reply, Purpose.CALLS)
        case Action.MORE | Action.PAUSE if request.state not in approve.DECIDABLE:
            said = f"Ärendet har redan gått vidare ({CASE[request.state]}). Jag har därför inte gjort något."
            if asked and request.state is RequestState.DELIVERED:
                said += f" Kan någon inte komma? Svara vem, till exempel: {asked[0][0].number} tackade nej."
            desk.to_lead(
                lead, "lead-echo", "echo", Purpose.CALLS, about=request, in_reply_to=reply, said=said, request=request
            )
        case Action.MORE | Action.PAUSE | Action.ASK:
            approve.act(desk, request, desk.books.proposals.of(request)[-1], decision, lead, reply)
        case _:
            _unclear(desk, request, decision, candidates(asked), lead, reply)
    return decision


def called_in(desk: Desk, request: Request) -> list[Listed]:
    """Return those whose call in that case can be told of: everybody who was ever picked."""
    return [(i, m) for i, m in people_in(desk, request) if i.state is not InvitationState.PROPOSED]


def take_outcomes(desk: Desk, request: Request, outcomes: Mapping[int, Outcome], heard: Heard) -> Told:
    """Record how calls ended, by number in the case, and put reserves forward where somebody is missing.

    Mail, chat and command all end here. Every number must be of somebody in `called_in`.
    """
    if request.paused:
        request = desk.books.requests.pause(request, False)
    by_number = {invitation.number: (invitation, member) for invitation, member in called_in(desk, request)}
    if set(outcomes.values()) == {Outcome.CALL_AGAIN} and len(outcomes) == 1:
        today = desk.now.astimezone(desk.parts.settings.zone).date()
        heard = replace(heard, again_on=call_back_day(heard.words, today))
    said: list[str] = []
    said_yes, late = set[int](), set[int]()
    for number, outcome in sorted(outcomes.items()):
        invitation, member = by_number[number]
        what = f"är som förut: ärendet är {CASE[request.state]}, och jag har inte ändrat något"
        if request.state not in ENDED:
            what = record_outcome(desk, request, invitation, member, outcome, heard)
        if what == DECLINED_LATE:
            late.add(len(said))
        said.append(f"{number}. {member.name} {what}")
        if what == OUTCOME_WORDS[Outcome.ACCEPTED]:
            said_yes.add(number)
    request = desk.books.requests.get(request.id) or request
    if late:
        request = dropouts.go_on(desk, request)
    everyone = people_in(desk, request)
    short = dropouts.missing(desk, request) if request.state is RequestState.CALLING else 0
    released = any(i.number in said_yes and i.state in GONE for i, _ in everyone)
    return Told(
        said=[f"{line}{I_SAY_IT if short else SAY_IT}" if at in late else line for at, line in enumerate(said)],
        waiting=[(i, m) for i, m in everyone if i.state in TO_CALL],
        short=short,
        released=released and request.state in RELEASING,
        booked=booked_elsewhere(desk.books, request),
        reserves=put_forward(desk, request) if short else "",
    )


def say_back(desk: Desk, request: Request, told: Told, lead: Lead, reply: str = "") -> None:
    """Write the lead what was noted about the calls, and what is left to do."""
    desk.to_lead(
        lead, "lead-outcomes", "outcomes", Purpose.CALLS, about=request, in_reply_to=reply, request=request,
        said=told.said, short=told.short, released=told.released, waiting=told.waiting, booked=told.booked,
        reserves=told.reserves, undo_minutes=desk.parts.settings.outgoing.undo_minutes,
        tries={member.id: _tries(desk, request, member) for _, member in told.waiting},
    )  # fmt: skip


def _tries(desk: Desk, request: Request, member: Member) -> Tries:
    """Return the calls in vain, and when to phone next: not before the day that the task waits for."""
    waiting = desk.books.tasks.open_tasks(kinds=["call"], request_id=request.id, member_id=member.id)
    return tries_of(desk, member, request, waiting[0].due if waiting and waiting[0].attempts else None)


def record_outcome(
    desk: Desk, request: Request, invitation: Invitation, member: Member, outcome: Outcome, heard: Heard
) -> str:
    """Record how one call ended; return how to say it back. What is known already changes nothing.

    A yes records the consent to release. Anything else takes a live one back, and stops a release that has not left.
    The first yes of somebody who has said yes elsewhere that day only asks the lead; told again, it counts.
    """
    books, now, late = desk.books, desk.now, False
    if invitation.state is InvitationState.TOOK_PART:
        return "har redan medverkat; jag har inte ändrat något"
    if not may_be_asked(member):
        return "är spärrad eller har lämnat Intressebanken; jag har inte ändrat något"
    if outcome is Outcome.ACCEPTED and invitation.state in GONE:
        return "hade redan tackat ja"
    if outcome is Outcome.ACCEPTED and (other := _unasked_double(desk, request, member)):
        record_outcome(desk, request, invitation, member, Outcome.CALL_AGAIN, heard)
        open_calls(desk, request, [member.id])
        books.audit.add(DOUBLE_BOOKING, "bot", now, request_id=request.id, member_id=member.id, detail={"other": other})
        number = invitation.number
        return (
            f"har redan tackat ja till {other} samma dag. Inget är utlämnat. Ska uppgifterna lämnas ut ändå? "
            f"Svara då {number} ja en gång till, annars {number} nej"
        )
    if outcome is Outcome.DECLINED and invitation.state is InvitationState.DECLINED:
        return "hade redan tackat nej"
    if invitation.state is InvitationState.RELEASED:
        recalled = recall(desk, request, invitation, member)
        if recalled is None and outcome is not Outcome.DECLINED:
            return "kan inte ändras här: verksamheten har redan fått kontaktuppgifterna. Ring verksamheten"
        late = recalled is None
        invitation = recalled or invitation
    books.invitations.move(invitation, EVENTS[outcome], now)
    tasks = books.tasks.open_tasks(kinds=["call"], request_id=request.id, member_id=member.id)
    books.tasks.called(
        member.id,
        outcome,
        by=heard.by,
        now=now,
        task=tasks[0] if tasks else None,
        request_id=request.id,
        note=heard.words,
    )
    if outcome is Outcome.ACCEPTED:
        books.consents.give(
            member.id, "release", how=heard.how, by=heard.by, now=now, request_id=request.id, fields=RELEASED_FIELDS,
            given_to=request.release_to or request.contact, wording=WORDING,
        )  # fmt: skip
    else:
        books.consents.withdraw(member.id, "release", now, request_id=request.id)
    _settle_call(desk, request, member, outcome, heard)
    books.audit.add(
        f"call-{outcome}", heard.who, now, request_id=request.id, member_id=member.id, detail={"lead": heard.by}
    )
    return OUTCOME_WORDS[outcome] if not late else DECLINED_LATE


def _settle_call(desk: Desk, request: Request, member: Member, outcome: Outcome, heard: Heard) -> None:
    """Take the call off the list, or put it off to when to phone again."""
    if outcome in (Outcome.ACCEPTED, Outcome.DECLINED):
        close_calls(desk, request, member.id)
        return
    if outcome is Outcome.CALL_AGAIN:
        call_off(desk, request, member.id)
    day = heard.again_on or next_try(desk, member, request).day
    for task in desk.books.tasks.open_tasks(kinds=["call"], request_id=request.id, member_id=member.id):
        desk.books.tasks.put_off(task, opening(day, desk.parts.settings), attempts=task.attempts + 1)


def _unasked_double(desk: Desk, request: Request, member: Member) -> str:
    """Return the other case the person has said yes to for that day, where the lead was not asked about it yet."""
    other = booked_elsewhere(desk.books, request).get(member.id, "")
    events = desk.books.audit.of(request_id=request.id, member_id=member.id) if other else ()
    asked = any(event.what == DOUBLE_BOOKING and event.detail.get("other") == other for event in events)
    return "" if asked else other


def _unclear(desk: Desk, request: Request, decision: Decision, people: list[Candidate], lead: Lead, reply: str) -> None:
    desk.to_lead(
        lead, "lead-unclear", "unclear", Purpose.CALLS, about=request, in_reply_to=reply, request=request,
        question=decision.question, people=people, example=f"{people[0].number} ja" if people else "",
        stopped=stopped_by_doubt(desk, request),
    )  # fmt: skip
    desk.books.audit.add("reply-unclear", "bot", desk.now, request_id=request.id)
