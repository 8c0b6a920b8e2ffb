"""What a lead writes in the chat: commands, and words in answer to a message about a case, which count as by mail.

Which case is meant is never guessed: words count only where they answer one of our messages, whose first line says
which list they are about.
"""

import re

from medverkan.bot import approve, recall
from medverkan.bot.calling import call
from medverkan.bot.calling.call_list import TO_CALL
from medverkan.bot.chat import outcomes, telling
from medverkan.bot.chat.facts import Case, case_of, is_outdated, newcomers, open_cases
from medverkan.bot.chat.pressing import CALLABLE, HOW
from medverkan.bot.chat.values import Came, Said
from medverkan.bot.post import Desk
from medverkan.bot.settings import Lead
from medverkan.mailbox.values import Action, Decision
from medverkan.storage.lifecycle import InvitationState
from medverkan.storage.values import Request

LONGEST = 4096  # as much as one message can hold
_CASE = re.compile(r"F-\d{4}-\d{4,9}", re.IGNORECASE)
_PLAIN = str.maketrans("åäö", "aao")


def written(desk: Desk, lead: Lead, came: Came) -> Said:
    """Act on what that lead wrote; return what to say."""
    if not came.own:
        return Said(telling.NOT_OWN)
    if came.changed:
        return Said(telling.CHANGED)
    words = came.words.strip()[:LONGEST]
    if not words:
        return Said(telling.NO_WORDS)
    if words.startswith("/"):
        return _command(desk, lead, words, came.about)
    request = _meant(desk, came.about)
    if request:
        return _answer(desk, lead, request, words, telling.ABOUT.match(came.about))
    if _CASE.fullmatch(words) and (named := desk.books.requests.get(words)):
        return telling.either(case_of(desk, named))
    return telling.which_case(open_cases(desk))


def _command(desk: Desk, lead: Lead, words: str, about: str) -> Said:
    name, _, rest = words[1:].partition(" ")
    name = name.partition("@")[0].lower().translate(_PLAIN)
    request = desk.books.requests.get(rest.strip()) if _CASE.fullmatch(rest.strip()) else _meant(desk, about)
    match name:
        case "arenden" | "arende" if request:
            return telling.either(case_of(desk, request))
        case "arenden" | "arende":
            return telling.cases(open_cases(desk))
        case "ringlista" if request:
            return telling.calls(case_of(desk, request))
        case "ringlista":
            today = desk.now.astimezone(desk.parts.settings.zone).date()
            others, new = desk.books.tasks.open_tasks(kinds=telling.OTHER_CALLS), newcomers(desk)
            return telling.call_list(open_cases(desk), new, len(others) - len(new), today)
        case "angra" if request:
            return _undo(desk, lead, request)
        case "angra":
            return Said("Vilket ärende? Skriv till exempel /angra F-2026-0001, eller svara /angra på ett meddelande.")
        case _:
            return Said(telling.HELP)


def _meant(desk: Desk, about: str) -> Request | None:
    """Return the case that a message of ours is about."""
    found = telling.ABOUT.match(about)
    return desk.books.requests.get(found[1]) if found else None


def _answer(desk: Desk, lead: Lead, request: Request, words: str, found: re.Match[str] | None) -> Said:
    case = case_of(desk, request)
    what, version = (found[2], int(found[3])) if found else ("", 0)
    about_calls = what == telling.CALLS
    if is_outdated(case, version, about_calls=about_calls):
        return telling.outdated(case, version, telling.calls(case) if about_calls else telling.either(case))
    if not (case.state in CALLABLE if about_calls else case.is_decidable):
        return telling.not_now(case)
    desk.books.audit.add(
        "chat-answer", "lead", desk.now, request_id=request.id, detail={"lead": lead.email, "by": "chat"}
    )
    if about_calls:
        decision = call.decide_words(desk, request, words, lead, how=HOW)
        return _called(desk, request, decision, case)
    decision = approve.decide_words(desk, request, desk.books.proposals.of(request)[-1], words, lead)
    return outcomes.decided(decision.action, case, case_of(desk, request))


def _called(desk: Desk, request: Request, decision: Decision, before: Case) -> Said:
    after = case_of(desk, request)
    if decision.action is Action.OUTCOMES and set(decision.outcomes) <= set(before.states):
        return outcomes.called(decision.outcomes, before, after, desk.parts.settings.outgoing.undo_minutes)
    if decision.action in (Action.MORE, Action.PAUSE) and not before.is_decidable:
        return telling.not_now(before)
    action = Action.UNCLEAR if decision.action is Action.OUTCOMES else decision.action
    return outcomes.decided(action, before, after, about_calls=True)


def _undo(desk: Desk, lead: Lead, request: Request) -> Said:
    """Take back what was done last in that case: releases that have not left, else choices nobody was phoned about."""
    case = case_of(desk, request)
    desk.books.audit.add(
        "chat-answer", "lead", desk.now, request_id=request.id, detail={"lead": lead.email, "by": "chat"}
    )
    if InvitationState.RELEASED in case.states.values():
        recall.undo(desk, request, lead, "")
    elif case.is_decidable and any(state in TO_CALL for state in case.states.values()):
        latest = desk.books.proposals.of(request)[-1]
        approve.act(desk, request, latest, Decision(Action.UNDO), lead, "")
    return outcomes.decided(Action.UNDO, case, case_of(desk, request))
