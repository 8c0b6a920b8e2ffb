"""The call every half year with somebody in the register: they stay, rest until a day, or leave.

Who leaves is restricted at once, and erased only when the lead has confirmed it, as with any wish to leave.
"""

import re

from medverkan.bot.calling.call import Heard
from medverkan.bot.hours import due_in
from medverkan.bot.letters import swedish_day
from medverkan.bot.meetings.meet import Said
from medverkan.bot.post import Desk
from medverkan.bot.register import restrict
from medverkan.mailbox.answers.staying import ASK_WHICH, Staying, StayingTold, staying_told
from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Candidate, Outcome, Stage
from medverkan.storage.lifecycle import MemberEvent, MemberStatus
from medverkan.storage.values import Member, Task

BARE_YES = re.compile(r"\W*(?:ja|japp|jo|ok|okej|jajamän)\W*", re.IGNORECASE)
# Both are done in one call.
TASKS = ("follow_up", "data_review")
HOW = f"Jag förstod inte hur samtalet gick. {ASK_WHICH} Fick du inget svar? Skriv SVARADE INTE."


def follow_up_told(desk: Desk, member: Member, words: str, heard: Heard) -> Said:
    """Act on what a lead tells of the follow-up call with a person."""
    told = staying_told(words, desk.now.astimezone(desk.parts.settings.zone).date())
    if told.question:
        return Said(told.question, asks=True)
    if told.what is None:
        return _not_reached(desk, member, words, heard)
    tasks = desk.books.tasks.open_tasks(kinds=TASKS, member_id=member.id)
    _called(desk, member, tasks, Outcome.ACCEPTED, heard)
    for task in tasks:
        desk.books.tasks.done(task, desk.now)
    detail = {"what": str(told.what)}
    desk.books.audit.add("member-followed-up", heard.who, desk.now, member_id=member.id, detail=detail)
    return Said(_carry_out(desk, member, told, heard))


def says_whether_they_stay(desk: Desk, words: str) -> bool:
    """Tell whether words are of a follow-up, whatever else is waited for: more than a bare yes."""
    today = desk.now.astimezone(desk.parts.settings.zone).date()
    told = staying_told(words, today)
    return told.what is not None and BARE_YES.fullmatch(words) is None


def _carry_out(desk: Desk, member: Member, told: StayingTold, heard: Heard) -> str:
    if told.what is Staying.LEAVES:
        restrict(desk, member, by=heard.who)
        return (
            f"{member.name} vill sluta. Personen är nu spärrad: föreslås inte, ska inte ringas och får inga brev. "
            "Att bekräfta vad personen vill är en uppgift för sig."
        )
    if told.what is Staying.RESTS and told.until:
        desk.books.members.move(member, MemberEvent.RESTS, told.until)
        until = swedish_day(told.until)
        return f"Antecknat: {member.name} vilar till och med {until}, och föreslås inte förrän efter det."
    if member.status is MemberStatus.RESTING:
        desk.books.members.move(member, MemberEvent.RELEASED)
        return f"Antecknat: {member.name} är aktiv igen och kan föreslås."
    return f"Antecknat: {member.name} fortsätter som förut."


def _not_reached(desk: Desk, member: Member, words: str, heard: Heard) -> Said:
    outcome = decide(words, [Candidate(1, member.name)], Stage.CALLS).outcomes.get(1)
    if outcome not in (Outcome.NO_ANSWER, Outcome.CALL_AGAIN):
        # A bare no could be to the call, to an assignment, or to all of it.
        return Said(HOW, asks=True)
    tasks = desk.books.tasks.open_tasks(kinds=TASKS, member_id=member.id)
    _called(desk, member, tasks, outcome, heard)
    for task in tasks:
        due = due_in(desk.now, 1, desk.parts.settings)
        desk.books.tasks.put_off(task, due, attempts=task.attempts + 1)
    how = "svarade inte" if outcome is Outcome.NO_ANSWER else "ska ringas igen"
    return Said(f"Antecknat: {member.name} {how}. Samtalet står kvar till nästa arbetsdag.")


def _called(desk: Desk, member: Member, tasks: list[Task], outcome: Outcome, heard: Heard) -> None:
    task = tasks[0] if tasks else None
    desk.books.tasks.called(member.id, outcome, by=heard.by, now=desk.now, task=task, note=heard.words)
