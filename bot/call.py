"""The lead phones, and replies with how it went. A yes includes the consent to hand over contact details in this case.

The call letter says so in words, since the lead's approval of a proposal is not the participant's consent.
"""

from collections.abc import Iterable

from medverkan.bot.hours import add_working_days, opening
from medverkan.bot.people import candidates, people_in
from medverkan.bot.post import Desk
from medverkan.bot.settings import Lead
from medverkan.bot.tokens import Purpose
from medverkan.bot.understood import understood
from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Decision, Kind, Outcome, Reading, Stage
from medverkan.storage.lifecycle import InvitationEvent, InvitationState
from medverkan.storage.values import Invitation, Member, Request

TO_CALL = (InvitationState.PICKED, InvitationState.NO_ANSWER, InvitationState.CALL_AGAIN)
GIVE_UP_AFTER = 3
CALL_WITHIN_WORKING_DAYS = 2
RELEASED_FIELDS = ("name", "phone", "email")
WORDING = "samtalsmall 1"
EVENTS = {
    Outcome.ACCEPTED: InvitationEvent.ACCEPTED,
    Outcome.DECLINED: InvitationEvent.DECLINED,
    Outcome.NO_ANSWER: InvitationEvent.NO_ANSWER,
    Outcome.CALL_AGAIN: InvitationEvent.CALL_AGAIN,
}
OUTCOME_WORDS = {
    Outcome.ACCEPTED: "tackade ja, och kontaktuppgifterna får lämnas till verksamheten",
    Outcome.DECLINED: "tackade nej",
    Outcome.NO_ANSWER: "svarade inte",
    Outcome.CALL_AGAIN: "ska ringas igen",
}


def open_calls(desk: Desk, request: Request, member_ids: Iterable[str], note: str = "") -> None:
    """Make the call to each of those people a task for the lead."""
    settings = desk.parts.settings
    today = desk.now.astimezone(settings.zone).date()
    due = opening(add_working_days(today, CALL_WITHIN_WORKING_DAYS), settings)
    for member_id in member_ids:
        invitation = desk.books.invitations.get(request.id, member_id)
        if invitation and invitation.state in TO_CALL and not open_call(desk, request, member_id):
            key = f"call:{request.id}:{member_id}:{invitation.version}"
            desk.books.tasks.add("call", key, due, request_id=request.id, member_id=member_id, note=note)


def open_call(desk: Desk, request: Request, member_id: str) -> bool:
    """Tell whether a call to that person in that case waits."""
    return bool(desk.books.tasks.open_tasks(kinds=["call"], request_id=request.id, member_id=member_id))


def close_calls(desk: Desk, request: Request, member_id: str) -> None:
    """Take the call to that person in that case off the list."""
    for task in desk.books.tasks.open_tasks(kinds=["call"], request_id=request.id, member_id=member_id):
        desk.books.tasks.done(task, desk.now)


def send_call_list(desk: Desk, request: Request, key: str, wish: str = "") -> None:
    """Write the leads the call list of a case: whom to phone, what to say, and how to answer."""
    waiting = [(i, m) for i, m in people_in(desk, request) if i.state in TO_CALL]
    if not waiting:
        return
    people = [
        {
            "number": invitation.number,
            "person": member,
            "first_time": not any(
                i.member_id == member.id and i.state is InvitationState.TOOK_PART
                for i, _, _ in desk.books.invitations.history()
            ),
            "attempts": len(desk.books.tasks.calls(member.id, request.id)),
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
    )


def decide_calls(desk: Desk, request: Request, reading: Reading, lead: Lead) -> None:
    """Act on a lead's reply to the call list."""
    reply = reading.letter.message_id
    asked = [(i, m) for i, m in people_in(desk, request) if i.state is not InvitationState.PROPOSED]
    decision = decide(reading.own_words, candidates(asked), Stage.CALLS)
    by_number = {invitation.number: (invitation, member) for invitation, member in asked}
    match decision.action:
        case Action.OUTCOMES if decision.outcomes and all(number in by_number for number in decision.outcomes):
            _record(desk, request, decision, by_number, reading, lead)
        case Action.UNDO:
            from medverkan.bot import deliver

            deliver.undo(desk, request, lead, reply)
        case Action.STATUS | Action.HELP:
            desk.to_lead(
                lead, "lead-status", f"status:{reply}", Purpose.CALLS, about=request, in_reply_to=reply,
                request=request, people=people_in(desk, request),
            )  # fmt: skip
        case _:
            _unclear(desk, request, decision, candidates(asked), lead, reply)


def _record(
    desk: Desk,
    request: Request,
    decision: Decision,
    by_number: dict[int, tuple[Invitation, Member]],
    reading: Reading,
    lead: Lead,
) -> None:
    said = []
    for number, outcome in sorted(decision.outcomes.items()):
        invitation, member = by_number[number]
        record_outcome(desk, request, invitation, member, outcome, by=lead.email, how="telefon, besked per mejl",
                       note=reading.own_words)  # fmt: skip
        said.append(f"{number}. {member.name} {OUTCOME_WORDS[outcome]}")
    everyone = people_in(desk, request)
    going = [i for i, _ in everyone if i.state in (*TO_CALL, InvitationState.ACCEPTED, InvitationState.RELEASED)]
    short = request.people_wanted - len(going)
    left = [(i, m) for i, m in everyone if i.state is InvitationState.PROPOSED]
    desk.to_lead(
        lead, "lead-outcomes", f"outcomes:{reading.letter.message_id}", Purpose.CALLS, about=request,
        in_reply_to=reading.letter.message_id, request=request, said=said, short=max(0, short),
        released=Outcome.ACCEPTED in decision.outcomes.values(),
        undo_minutes=desk.parts.settings.outgoing.undo_minutes,
        waiting=[(i, m) for i, m in everyone if i.state in TO_CALL],
    )  # fmt: skip
    if short > 0:
        _reserves(desk, request, left, reading.letter.message_id)


def record_outcome(
    desk: Desk,
    request: Request,
    invitation: Invitation,
    member: Member,
    outcome: Outcome,
    *,
    by: str,
    how: str,
    note: str,
) -> None:
    """Record how one call ended; a yes records the consent to release, anything else takes a live one back.

    Raises IllegalMove where the person is past being called.
    """
    books, now = desk.books, desk.now
    books.invitations.move(invitation, EVENTS[outcome], now)
    tasks = books.tasks.open_tasks(kinds=["call"], request_id=request.id, member_id=member.id)
    books.tasks.called(
        member.id, outcome, by=by, now=now, task=tasks[0] if tasks else None, request_id=request.id, note=note
    )
    if outcome is Outcome.ACCEPTED:
        books.consents.give(
            member.id, "release", how=how, by=by, now=now, request_id=request.id, fields=RELEASED_FIELDS,
            given_to=request.release_to or request.contact, wording=WORDING,
        )  # fmt: skip
    else:
        books.consents.withdraw(member.id, "release", now, request_id=request.id)
    if outcome in (Outcome.ACCEPTED, Outcome.DECLINED):
        close_calls(desk, request, member.id)
    else:
        settings = desk.parts.settings
        due = opening(add_working_days(now.astimezone(settings.zone).date(), 1), settings)
        for task in tasks:
            books.tasks.put_off(task, due, attempts=task.attempts + 1)
    books.audit.add(f"call-{outcome}", "lead", now, request_id=request.id, member_id=member.id, detail={"lead": by})


def _reserves(desk: Desk, request: Request, left: list[tuple[Invitation, Member]], reply: str) -> None:
    """Put the next people before the lead: those on the list not yet picked, or a new list where it is used up."""
    from medverkan.bot import propose

    if not left:
        propose.propose_to_lead(desk, request)
        return
    latest = desk.books.proposals.of(request)[-1]
    current = [(i, m) for i, m in left if i.proposal_id == latest.id]
    if not current:
        propose.propose_to_lead(desk, request)
        return
    settings = desk.parts.settings
    due = opening(add_working_days(desk.now.astimezone(settings.zone).date(), CALL_WITHIN_WORKING_DAYS), settings)
    desk.books.tasks.add("decide", f"decide:{request.id}:reserve:{reply}", due, request_id=request.id)
    desk.to_leads(
        "lead-reserves", f"reserves:{reply}", Purpose.PROPOSAL, about=request, version=latest.version,
        request=request, people=current,
    )  # fmt: skip


def _unclear(desk: Desk, request: Request, decision: Decision, people: list[Candidate], lead: Lead, reply: str) -> None:
    desk.to_lead(
        lead, "lead-unclear", f"unclear:{reply}", Purpose.CALLS, about=request, in_reply_to=reply, request=request,
        question=decision.question, people=people, example=f"{people[0].number} ja" if people else "",
    )  # fmt: skip
    desk.books.audit.add("reply-unclear", "bot", desk.now, request_id=request.id)
