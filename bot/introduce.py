"""A new resident is phoned: the lead replies how it went, and the call comes off the list or comes back tomorrow."""

import re

from medverkan.bot.hours import due_in
from medverkan.bot.post import Desk
from medverkan.bot.register import restrict
from medverkan.bot.settings import Lead
from medverkan.bot.tokens import Purpose, Token
from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Decision, Outcome, Reading, Stage
from medverkan.storage.lifecycle import MemberEvent, MemberStatus
from medverkan.storage.values import Member, Task

# Having talked is the whole outcome here; what was agreed is written down by hand.
_PHONED = re.compile(r"\b(uppringd|ringt|pratat|pratade|pratats vid|talat|talade|bokat|bokad|bokade)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(inte|ej|ska|måste|borde|försökt|svar)\b", re.IGNORECASE)


def introduction_outcome(desk: Desk, reading: Reading, token: Token, lead: Lead) -> str:
    """Act on a lead's reply about a new resident: phoned, not reached, does not want to.

    Returns why nothing was done and nothing said, "" where the lead has been answered.
    """
    member = desk.books.members.get(token.about)
    if member is None:
        return "personen finns inte längre i registret."
    if member.status in _OUT:
        return _OUT[member.status]
    words, reply = reading.own_words, reading.letter.message_id
    decision = decide(words, [Candidate(1, member.name)], Stage.CALLS)
    outcome = _outcome(words, decision)
    said = _record(desk, member, outcome, lead, words) if outcome else decision.question or _HOW
    desk.to_lead(
        lead, "lead-echo", "echo", Purpose.INTRODUCTION,
        about=member, in_reply_to=reply, said=said, request=None,
    )  # fmt: skip
    return ""


_OUT = {
    MemberStatus.RESTRICTED: "personen är spärrad, och ska varken ringas eller föreslås.",
    MemberStatus.LEFT: "personen har lämnat Intressebanken.",
}
_HOW = "Jag förstod inte hur samtalet gick. Skriv till exempel: ringt, eller: svarade inte."


def _outcome(words: str, decision: Decision) -> Outcome | None:
    understood = decision.outcomes.get(1) if decision.action is Action.OUTCOMES else None
    phoned = _PHONED.search(words) and not _NOT.search(words)
    return Outcome.ACCEPTED if phoned and understood in (None, Outcome.CALL_AGAIN) else understood


def _record(desk: Desk, member: Member, outcome: Outcome, lead: Lead, words: str) -> str:
    """Write down how the call went; return what to tell the lead."""
    books, now = desk.books, desk.now
    tasks = books.tasks.open_tasks(kinds=["introduction"], member_id=member.id)
    books.tasks.called(member.id, outcome, by=lead.email, now=now, task=tasks[0] if tasks else None, note=words)
    if outcome is Outcome.ACCEPTED:
        if member.status is MemberStatus.REGISTERED:
            books.members.move(member, MemberEvent.CALLED)
        for task in tasks:
            books.tasks.done(task, now)
        return f"Antecknat: {member.name} är uppringd."
    if outcome is Outcome.DECLINED:
        # It takes the person off every list too, and closes what was to be called about.
        restrict(desk, member, by="lead")
        return (
            f"{member.name} vill inte vara med. Personen är nu spärrad: föreslås inte, ska inte ringas och får inga "
            "brev. Uppgiften att ringa är borta. Att bekräfta vad personen vill är en uppgift för sig."
        )
    _tomorrow(desk, tasks)
    how = "svarade inte" if outcome is Outcome.NO_ANSWER else "ska ringas igen"
    return f"Antecknat: {member.name} {how}. Jag påminner nästa arbetsdag."


def _tomorrow(desk: Desk, tasks: list[Task]) -> None:
    settings = desk.parts.settings
    due = due_in(desk.now, 1, settings)
    for task in tasks:
        desk.books.tasks.put_off(task, due, attempts=task.attempts + 1)
