"""The lead decides on a proposal, by replying: picks, rejects, more, nobody, a question to the unit, rest.

What is not clear is asked back and does nothing. A reply to an outdated list is refused kindly.
"""

from dataclasses import replace

from medverkan.bot import propose
from medverkan.bot.calling import call_list, dropouts
from medverkan.bot.hours import due_in
from medverkan.bot.letters import spoken
from medverkan.bot.organisations.letters import organisations_to_ask
from medverkan.bot.people import Listed, candidates, may_be_asked, people_in
from medverkan.bot.post import Desk
from medverkan.bot.recall import stopped_by_doubt
from medverkan.bot.receipt import ANSWER_WITHIN_WORKING_DAYS
from medverkan.bot.settings import Lead
from medverkan.bot.status import send_status
from medverkan.bot.tokens import Purpose, Token
from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Decision, Reading, Stage
from medverkan.storage.lifecycle import InvitationEvent, InvitationState, RequestEvent, RequestState
from medverkan.storage.values import Invitation, Member, Proposal, Request

PAUSE_WORKING_DAYS = 10
NOBODY_LISTED = (
    "Det finns ingen på listan att välja. Svara NEJ, så skriver jag det till verksamheten och avslutar. Svara FRÅGA "
    "och din fråga om verksamheten kan ändra något. Svara PAUS om ärendet ska vila."
)
DECIDABLE = (RequestState.PROPOSED, RequestState.CALLING)
OPEN = (InvitationState.PROPOSED, InvitationState.PICKED, InvitationState.NO_ANSWER, InvitationState.CALL_AGAIN)


def decide_proposal(desk: Desk, request: Request, reading: Reading, token: Token, lead: Lead) -> None:
    """Act on a lead's reply by mail to a proposal."""
    proposals, reply = desk.books.proposals.of(request), reading.letter.message_id
    if not proposals:
        said = (
            "Det finns inget förslag att svara på än: verksamheten har inte svarat på allt. Jag har inte gjort något."
        )
        desk.to_lead(
            lead, "lead-echo", "echo", Purpose.PROPOSAL,
            about=request, in_reply_to=reply, said=said, request=request,
        )  # fmt: skip
        return
    latest = proposals[-1]
    if request.state not in DECIDABLE or (token.version != latest.version):
        desk.to_lead(
            lead, "lead-outdated", "outdated", Purpose.PROPOSAL,
            about=request, version=latest.version, in_reply_to=reply, state=request.state, latest=latest.version,
        )  # fmt: skip
        return
    decide_words(desk, request, latest, reading.own_words, lead, reply)


def decide_words(desk: Desk, request: Request, latest: Proposal, words: str, lead: Lead, reply: str = "") -> Decision:
    """Act on a lead's own words about the newest proposal, however they came; return how they were understood."""
    decision = _decision(desk, request, latest, words)
    act(desk, request, latest, decision, lead, reply)
    return decision


def _decision(desk: Desk, request: Request, latest: Proposal, words: str) -> Decision:
    """Read the words against the newest list; what is unclear then, against everybody listed in the case.

    Numbers run through the case, so "JA 1" after FLER is clear, while "alla" means the list that was answered.
    """
    listed, everybody = candidates(_open_to_decide(desk, request, latest)), candidates(_open_to_decide(desk, request))
    if not everybody:
        return _about_nobody(words)
    decision = decide(words, listed or everybody, Stage.PROPOSAL)
    if decision.action is Action.UNCLEAR and latest.version > 1:
        wider = decide(words, everybody, Stage.PROPOSAL)
        return wider if wider.action is Action.APPROVE else decision
    return decision


def _about_nobody(words: str) -> Decision:
    """Read an answer to a letter that lists nobody: it can say no, ask the unit or let it rest, but not pick."""
    decision = decide(words, [Candidate(1, "")], Stage.PROPOSAL)
    if decision.action in (Action.APPROVE, Action.UNCLEAR):
        return Decision(Action.UNCLEAR, question=NOBODY_LISTED)
    return replace(decision, rejects=())


def act(desk: Desk, request: Request, proposal: Proposal, decision: Decision, lead: Lead, reply: str) -> None:
    """Carry out one decision on one version of a proposal; chat and mail both end here."""
    if request.paused and decision.action not in (Action.PAUSE, Action.UNCLEAR, Action.HELP, Action.STATUS):
        request = desk.books.requests.pause(request, False)
    match decision.action:
        case Action.APPROVE:
            _approve(desk, request, proposal, decision, lead, reply)
        case Action.MORE:
            _audit(desk, request, lead, "more-wanted", decision)
            propose.settle(desk, request)
            propose.propose_to_lead(desk, request)
        case Action.REJECT_ALL:
            _reject(desk, request, lead, decision, reply)
        case Action.ASK:
            _audit(desk, request, lead, "unit-asked", decision)
            desk.to_unit(request, "unit-question", "ask", question=decision.question or decision.note)
            # Asked, it is the unit's turn: the list is on the lead's day again when it should have answered.
            propose.decide_by(desk, request, ANSWER_WITHIN_WORKING_DAYS, waits=True)
            _echo(desk, request, proposal, lead, reply, f"Jag har frågat verksamheten: {decision.question}")
        case Action.PAUSE:
            desk.books.requests.pause(request, True)
            _audit(desk, request, lead, "paused", decision)
            propose.settle(desk, request)
            due = due_in(desk.now, PAUSE_WORKING_DAYS, desk.parts.settings)
            desk.books.tasks.add("decide", f"decide:{request.id}:pause:{desk.mail_id}", due, request_id=request.id)
            said = "Ärendet vilar. Svara på det här mejlet när det ska vidare. Jag påminner om två veckor."
            _echo(desk, request, proposal, lead, reply, said)
        case Action.UNDO:
            _undo(desk, request, proposal, lead, reply)
        case Action.STATUS | Action.HELP:
            send_status(desk, request, lead, reply, Purpose.PROPOSAL)
        case _:
            _unclear(desk, request, proposal, decision, lead, reply)


def _approve(desk: Desk, request: Request, proposal: Proposal, decision: Decision, lead: Lead, reply: str) -> None:
    listed = {invitation.number: invitation for invitation, _ in _open_to_decide(desk, request)}
    picked = [listed[number] for number in decision.picks if number in listed]
    if not picked or len(picked) != len(decision.picks):
        _unclear(desk, request, proposal, decision, lead, reply)
        return
    for invitation in picked:
        if invitation.state is InvitationState.PROPOSED:
            desk.books.invitations.move(invitation, InvitationEvent.PICKED, desk.now)
    for number in decision.rejects:
        if number in listed:
            _unpick(desk, request, listed[number])
    request = desk.books.requests.move(request, RequestEvent.PICKED, desk.now)
    _audit(desk, request, lead, "approved", decision)
    propose.settle(desk, request)
    call_list.open_calls(desk, request, [invitation.member_id for invitation in picked], note=decision.note)
    call_list.send_call_list(desk, request, "calls", wish=decision.note)
    dropouts.tell_unit(desk, request, "asked")


def _reject(desk: Desk, request: Request, lead: Lead, decision: Decision, reply: str) -> None:
    _audit(desk, request, lead, "nobody-fits", decision)
    propose.settle(desk, request)
    turned_down = (InvitationState.PROPOSED, InvitationState.DECLINED)
    if any(invitation.state not in turned_down for invitation in desk.books.invitations.of(request)):
        # Others are being called or have said yes: only this list is turned down, and nobody more is looked for.
        said = "Jag letar inte efter fler i det här ärendet. De som redan är tillfrågade påverkas inte."
        if gone := dropouts.tell_unit(desk, request, "nobody"):
            said += f" Jag har skrivit till verksamheten att {gone} inte kan komma."
        _echo(desk, request, desk.books.proposals.of(request)[-1], lead, reply, said)
        return
    dropouts.tell_unit(desk, request, "nobody")
    request = desk.books.requests.move(request, RequestEvent.NOBODY, desk.now)
    desk.to_unit(
        request,
        "unit-unfilled",
        f"unfilled:{request.id}",
        organisations=organisations_to_ask(desk, request),
        asked=any(one.state is InvitationState.DECLINED for one in desk.books.invitations.of(request)),
    )
    desk.to_lead(
        lead, "lead-echo", "echo", Purpose.PROPOSAL, about=request, in_reply_to=reply,
        said="Ingen i listan passar. Jag har skrivit det till verksamheten och föreslagit organisationer att fråga.",
        request=request,
    )  # fmt: skip


def _undo(desk: Desk, request: Request, proposal: Proposal, lead: Lead, reply: str) -> None:
    """Take back picks nobody has been called about yet."""
    undone = []
    # Of every list of the case, since numbers run through it and any of them could be picked.
    for invitation, member in people_in(desk, request):
        if _unpick(desk, request, invitation):
            undone.append(f"{invitation.number} {member.name}")
    desk.books.audit.add("picks-undone", "lead", desk.now, request_id=request.id, detail={"lead": lead.email})
    if not undone:
        said = "Det fanns inget att ångra här: ingen är vald, eller så är samtalet redan ringt."
    else:
        said = f"Jag har tagit tillbaka valet av {spoken(undone)}. Svara på förslaget igen när du vill."
    _echo(desk, request, proposal, lead, reply, said)


def _unclear(desk: Desk, request: Request, proposal: Proposal, decision: Decision, lead: Lead, reply: str) -> None:
    people = candidates(_open_to_decide(desk, request, proposal))
    example = "JA " + " ".join(str(candidate.number) for candidate in people[:2])
    desk.to_lead(
        lead, "lead-unclear", "unclear", Purpose.PROPOSAL, about=request, version=proposal.version,
        in_reply_to=reply, request=request, question=decision.question, people=people, example=example,
        stopped=stopped_by_doubt(desk, request),
    )  # fmt: skip
    desk.books.audit.add("reply-unclear", "bot", desk.now, request_id=request.id)


def _echo(desk: Desk, request: Request, proposal: Proposal, lead: Lead, reply: str, said: str) -> None:
    desk.to_lead(
        lead, "lead-echo", "echo", Purpose.PROPOSAL, about=request, version=proposal.version,
        in_reply_to=reply, said=said, request=request,
    )  # fmt: skip


def _listed(desk: Desk, request: Request, proposal: Proposal) -> list[tuple[Invitation, Member]]:
    return [
        (invitation, member) for invitation, member in people_in(desk, request) if invitation.proposal_id == proposal.id
    ]


def _open_to_decide(desk: Desk, request: Request, proposal: Proposal | None = None) -> list[Listed]:
    """Return those of the list (of the whole case without one) that the lead can still pick or drop."""
    listed = _listed(desk, request, proposal) if proposal else people_in(desk, request)
    return [(i, member) for i, member in listed if i.state in OPEN and may_be_asked(member)]


def _unpick(desk: Desk, request: Request, invitation: Invitation) -> bool:
    """Take back a pick that nobody has been called about; return whether there was one."""
    called = desk.books.tasks.calls(invitation.member_id, request.id)
    if invitation.state is not InvitationState.PICKED or called:
        return False
    desk.books.invitations.move(invitation, InvitationEvent.UNPICKED, desk.now)
    call_list.close_calls(desk, request, invitation.member_id)
    return True


def _audit(desk: Desk, request: Request, lead: Lead, what: str, decision: Decision) -> None:
    detail = {"lead": lead.email, "picks": list(decision.picks), "rejects": list(decision.rejects)}
    desk.books.audit.add(what, "lead", desk.now, request_id=request.id, detail=detail)
