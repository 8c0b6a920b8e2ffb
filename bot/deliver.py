"""The form goes back to the unit with the participant's contact details, one message per participant.

Only to the verified unit of that case and only with a live consent; the outbox checks the consent once more when it
sends. Release waits `undo_minutes`, so that a lead can take it back.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from medverkan.bot.documents.agreements import needs_agreement, send_agreements
from medverkan.bot.documents.by_post import send_by_post
from medverkan.bot.documents.descriptions import description_of
from medverkan.bot.documents.forms_back import form_back
from medverkan.bot.each import each
from medverkan.bot.hours import due_in, next_contact
from medverkan.bot.letters import swedish_phone
from medverkan.bot.meetings.assignment_days import plan_day
from medverkan.bot.parts import Parts
from medverkan.bot.people import Listed, people_in
from medverkan.bot.post import Desk
from medverkan.bot.register import ASSIGNMENT, DELIVERY, is_minor
from medverkan.bot.reminding.planned import plan_after_release, plan_agreement
from medverkan.bot.settings import Lead
from medverkan.bot.short_notice import contact_by, contact_words
from medverkan.bot.tokens import Purpose, Token
from medverkan.bot.understood import understood
from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Kind, Reading, Stage
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import InvitationEvent, InvitationState, RequestEvent, RequestState
from medverkan.storage.values import Invitation, Member, Request

# What the unit and we need, and the participant does not: the assignment is written to one person.
NOT_FOR_PARTICIPANTS = ("cost_centre", "people_wanted", "experience", "focus_areas", "reply_by", "minors_wanted")
STILL_OPEN = (
    InvitationState.PICKED,
    InvitationState.NO_ANSWER,
    InvitationState.CALL_AGAIN,
    InvitationState.ACCEPTED,
)


def deliver(parts: Parts, now: Callable[[], datetime]) -> int:
    """Release everybody who has said yes, at once; return how many people."""
    with parts.store.reading() as books:
        open_requests = books.requests.in_state(RequestState.CALLING, RequestState.DELIVERED)
    return each(parts, open_requests, _deliver, now, _is_due)


def _is_due(desk: Desk, request: Request) -> bool:
    accepted = _accepted(desk, request)
    if accepted and not request.release_to:
        return not _is_asked_about(desk, request)
    may_go = (desk.books.consents.live(member.id, "release", request.id) for _, member in accepted)
    return any(may_go) or _is_delivered(desk, request)


def _accepted(desk: Desk, request: Request) -> list[Listed]:
    # Most ticks find nobody: then nobody's fields are opened.
    if InvitationState.ACCEPTED not in _states(desk, request):
        return []
    return [(i, m) for i, m in people_in(desk, request) if i.state is InvitationState.ACCEPTED]


def _states(desk: Desk, request: Request) -> list[InvitationState]:
    return [invitation.state for invitation in desk.books.invitations.of(request)]


def _is_delivered(desk: Desk, request: Request) -> bool:
    """Tell whether all who are to come have been handed over, and nobody is waited for."""
    if request.state is not RequestState.CALLING:
        return False
    states = _states(desk, request)
    released = states.count(InvitationState.RELEASED)
    if not released or set(states) & set(STILL_OPEN):
        return False
    if released >= request.people_wanted:
        return True
    return not desk.books.tasks.open_tasks(kinds=["decide"], request_id=request.id)


def _deliver(desk: Desk, request: Request) -> int:
    accepted = _accepted(desk, request)
    if accepted and not request.release_to:
        _ask_about_unit(desk, request)
        return 0
    gone = sum(_release(desk, request, invitation, member) for invitation, member in accepted)
    if _is_delivered(desk, request):
        desk.books.requests.move(request, RequestEvent.DELIVERED, desk.now)
        for task in desk.books.tasks.open_tasks(kinds=["decide"], request_id=request.id):
            desk.books.tasks.done(task, desk.now)
        plan_agreement(desk, request)
        desk.books.audit.add("delivered", "bot", desk.now, request_id=request.id)
    send_agreements(desk, request)
    return gone


def _release(desk: Desk, request: Request, invitation: Invitation, member: Member) -> bool:
    """Hand one person's details over, where there is a live consent to it; return whether."""
    books = desk.books
    if books.consents.live(member.id, "release", request.id) is None:
        return False
    due = desk.now + timedelta(minutes=desk.parts.settings.outgoing.undo_minutes)
    facts = understood(Kind.REQUEST, request.fields)
    minor = is_minor(member, desk.now)
    contact = contact_lines(member, minor=minor)
    key = f"{request.id}:{member.id}:{invitation.version}"
    near = _notice(desk, request, due)
    desk.to_unit(
        request,
        DELIVERY,
        f"delivery:{key}",
        to=request.release_to,
        member_id=member.id,
        due=due,
        understood=facts,
        attachments=[form_back(desk, request, member, contact, facts, minor=minor, within=near["within"])],
        **near,
        contact=contact,
        first_name=member.fields.get("first_name", ""),
        minor=minor,
        long=needs_agreement(request.fields),
    )
    if address := mail_address(books, member, minor=minor):
        file = plan_day(desk, request, member, address)
        desk.to_participant(
            member,
            ASSIGNMENT,
            f"assignment:{key}",
            to=address,
            request=request,
            not_before=due,
            attachments=[description_of(desk, request, member), *file],
            has_file=bool(file),
            **_notice(desk, request, next_contact(due, desk.parts.settings)),
            understood=understood(Kind.REQUEST, request.fields, leave_out=NOT_FOR_PARTICIPANTS),
        )
    else:
        opens = due_in(desk.now, 1, desk.parts.settings)
        task = books.tasks.add("letter", f"letter:{key}", opens, request_id=request.id, member_id=member.id)
        send_by_post(desk, request, member, task, f"by-post:{key}", minor=minor)
    plan_after_release(desk, request, invitation, member)
    books.invitations.move(invitation, InvitationEvent.RELEASED, desk.now)
    books.audit.add("released", "bot", desk.now, request_id=request.id, member_id=member.id)
    return True


def _notice(desk: Desk, request: Request, leaves: datetime) -> dict[str, Any]:
    """Return what a letter that leaves then says of how soon the unit is in touch."""
    today = leaves.astimezone(desk.parts.settings.zone).date()
    by = contact_by(today, request.date_start)
    return {"by": by, "within": contact_words(today, by), "starts": request.date_start}


def mail_address(books: Books, member: Member, *, minor: bool) -> str:
    """Return where a participant may be mailed; "" where it goes by post: a child, no address, no consent."""
    if minor or books.consents.live(member.id, "email") is None:
        return ""
    return str(member.fields.get("email") or "").strip()


def contact_lines(member: Member, *, minor: bool) -> list[tuple[str, str]]:
    """Return the contact details that a release hands over; a minor is reached through the guardian (R44)."""
    fields = member.fields
    lines = [("Namn", member.name)]
    if minor:
        lines += [("Kontakt genom vårdnadshavare", str(fields.get("guardian_name") or "")),
                  ("Vårdnadshavarens telefon", swedish_phone(fields.get("guardian_phone") or ""))]  # fmt: skip
    else:
        lines += [("Telefon", swedish_phone(fields.get("phone") or "")), ("E-post", str(fields.get("email") or ""))]
    return [(label, value) for label, value in lines if value]


def _ask_about_unit(desk: Desk, request: Request) -> None:
    """Ask the lead for an explicit yes before anything goes to an address nobody has vouched for."""
    settings = desk.parts.settings
    due = due_in(desk.now, 1, settings)
    key = _question_key(desk, request)
    desk.books.tasks.add("unit", key, due, request_id=request.id)
    desk.to_leads(
        "lead-verify-unit",
        key,
        Purpose.UNIT_CHECK,
        about=request,
        request=request,
        address=request.contact,
        sender=request.sender,
        vouched=request.vouched,
    )


def _question_key(desk: Desk, request: Request) -> str:
    """Return what makes the question about one address of a unit one of its kind: another address is asked about."""
    return f"unit:{request.id}:{desk.parts.store.vault.lookup('email', request.contact.lower())[:16]}"


def _is_asked_about(desk: Desk, request: Request) -> bool:
    key, leads = _question_key(desk, request), desk.leads
    if not leads:
        return bool(desk.books.tasks.open_tasks(kinds=["unit"], request_id=request.id))
    return all(desk.is_written(key, lead) for lead in leads)


def decide_unit(desk: Desk, request: Request, reading: Reading, token: Token, lead: Lead) -> None:
    """Act on the lead's yes or no to handing over details to the address named in the question."""
    reply = reading.letter.message_id
    decision = decide(reading.own_words, [Candidate(1, str(request.fields.get("contact_name") or ""))], Stage.PROPOSAL)
    if decision.action is Action.APPROVE and decision.picks == (1,):
        desk.books.requests.verify_unit(request, request.contact)
        said = f"Uppgifterna lämnas till {request.contact}."
        desk.books.audit.add("unit-verified", "lead", desk.now, request_id=request.id, detail={"lead": lead.email})
        for task in desk.books.tasks.open_tasks(kinds=["unit"], request_id=request.id):
            desk.books.tasks.done(task, desk.now)
    elif decision.action is Action.REJECT_ALL:
        said = "Ingenting lämnas ut. Ärendet väntar tills ni har en adress som stämmer."
    else:
        said = f"Jag förstod inte. Svara JA om uppgifterna får lämnas till {request.contact}, annars NEJ."
    desk.to_lead(lead, "lead-echo", "echo", Purpose.UNIT_CHECK, about=request, version=token.version,
                 in_reply_to=reply, said=said, request=request)  # fmt: skip
