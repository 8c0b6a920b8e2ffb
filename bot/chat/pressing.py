"""What a button does when it is pressed: the same as words by mail, through the same functions.

The press is used up in the transaction of what it does: either both are so, or neither.
"""

from medverkan.bot import approve
from medverkan.bot.calling import call
from medverkan.bot.calling.call import Heard
from medverkan.bot.calling.outcomes import tell
from medverkan.bot.chat import outcomes, telling
from medverkan.bot.chat.facts import Case, case_of, is_outdated, newcomers
from medverkan.bot.chat.values import Came, Said
from medverkan.bot.people import people_in
from medverkan.bot.post import Desk
from medverkan.bot.recall import take_back_one
from medverkan.bot.settings import Lead
from medverkan.mailbox.values import Action, Decision, Outcome
from medverkan.storage.lifecycle import RequestState
from medverkan.storage.values import Press, Request

HOW = "telefon, besked i chatten"
CALLABLE = (RequestState.CALLING, RequestState.DELIVERED)
# What a lead would write of the call to somebody new.
OF_NEWCOMERS = {
    "accepted": "uppringd",
    "no_answer": "svarade inte",
    "call_again": "ring igen",
    "declined": "vill inte vara med",
}
ABOUT_LIST = {"more": Action.MORE, "pause": Action.PAUSE, "nobody sure": Action.REJECT_ALL, "undo picks": Action.UNDO}


def pressed(desk: Desk, lead: Lead, came: Came) -> Said:
    """Act on a press of one of that lead's buttons; return what to say."""
    found = desk.books.chats.press(came.press, lead.email, desk.now)
    if found is None:
        return Said(telling.UNKNOWN_BUTTON)
    press, is_first = found
    if not is_first and press.pressed_at:
        return telling.pressed_before(press.pressed_at, desk.parts.settings.zone, press.said)
    said = _act(desk, lead, press) if is_first else Said(telling.UNKNOWN_BUTTON)
    desk.books.chats.said(came.press, lead.email, said.text)
    return said


def _act(desk: Desk, lead: Lead, press: Press) -> Said:
    if press.action.startswith("show "):
        request = desk.books.requests.get(press.action.removeprefix("show "))
        return telling.either(case_of(desk, request)) if request else Said(telling.GONE)
    if press.action.startswith("new "):
        return _about_newcomer(desk, lead, press.member_id or "", press.action.removeprefix("new "))
    request = desk.books.requests.get(press.request_id or "")
    if request is None:
        return Said(telling.GONE)
    case = case_of(desk, request)
    if press.action == "show":
        return telling.either(case)
    about_call = press.member_id is not None
    if is_outdated(case, press.version, about_calls=about_call):
        return telling.outdated(case, press.version, telling.calls(case) if about_call else telling.either(case))
    # In a case that calls have begun in, and one that is delivered, a yes or no still counts; a choice only before.
    if not (case.state in CALLABLE if about_call else case.is_decidable):
        return telling.not_now(case)
    desk.books.audit.add(
        "chat-answer", "lead", desk.now, request_id=request.id, member_id=press.member_id,
        detail={"lead": lead.email, "by": "chat", "pressed": press.action},
    )  # fmt: skip
    if about_call:
        return _about_call(desk, lead, request, case, press)
    return _about_list(desk, lead, request, case, press.action)


def _about_newcomer(desk: Desk, lead: Lead, member_id: str, action: str) -> Said:
    """Note how the call to somebody new went, while it waits; who says no is asked about once more."""
    waits = next((one for one in newcomers(desk, member_id) if not one.to_book), None)
    task = desk.books.tasks.by_number(waits.task) if waits else None
    if waits is None or task is None:
        return Said(telling.UNKNOWN_BUTTON)
    if action == "show":
        return telling.newcomer(waits)
    if action == "declined":
        return telling.wants_out(waits)
    outcome = action.removesuffix(" sure")
    desk.books.audit.add(
        "chat-answer", "lead", desk.now, member_id=member_id, detail={"lead": lead.email, "by": "chat"}
    )
    tell(desk, task, OF_NEWCOMERS[outcome], lead, HOW)
    return telling.newcomer_called(outcome, waits, next(iter(newcomers(desk, member_id)), None))


def _about_list(desk: Desk, lead: Lead, request: Request, case: Case, action: str) -> Said:
    if action == "nobody":
        return telling.are_you_sure(case)
    if action.startswith("pick "):
        picks = tuple(int(number) for number in action.split()[1:])
        if not set(picks) <= {*case.listed, *case.earlier}:
            return telling.either(case)
        decision = Decision(Action.APPROVE, picks=picks)
    else:
        decision = Decision(ABOUT_LIST[action])
    approve.act(desk, request, desk.books.proposals.of(request)[-1], decision, lead, "")
    return outcomes.decided(decision.action, case, case_of(desk, request))


def _about_call(desk: Desk, lead: Lead, request: Request, case: Case, press: Press) -> Said:
    number = case.numbers.get(press.member_id or "")
    if number is None:
        return Said(telling.UNKNOWN_BUTTON)
    if press.action == "undo yes":
        invitation, member = next((i, m) for i, m in people_in(desk, request) if i.number == number)
        back = take_back_one(desk, request, invitation, member)
        if back:
            detail = {"lead": lead.email, "by": "chat"}
            desk.books.audit.add("release-undone", "lead", desk.now, request_id=request.id, detail=detail)
        return outcomes.undone(number, back, case, case_of(desk, request))
    if number not in {invitation.number for invitation, _ in call.called_in(desk, request)}:
        return telling.calls(case)
    outcome = Outcome(press.action)
    told = call.take_outcomes(
        desk, request, {number: outcome}, Heard(by=lead.email, how=HOW, words=f"knapp i chatten: {outcome}")
    )
    if told.released:
        # What is about to leave is told of by mail too, so that the chat is never the only one to know.
        call.say_back(desk, request, told, lead)
    undo_minutes = desk.parts.settings.outgoing.undo_minutes
    return outcomes.called({number: outcome}, case, case_of(desk, request), undo_minutes)
