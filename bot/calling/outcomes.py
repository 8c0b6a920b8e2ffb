"""How a task went, told by its number: a call, a meeting, a follow-up. The same functions decide as by reply.

Told in words, as to a letter; there is one person, so neither name nor number is needed.
"""

from medverkan.bot import words
from medverkan.bot.calling.call import Heard, Told, take_outcomes
from medverkan.bot.calling.dropouts import cannot_come
from medverkan.bot.calling.introduce import INTRODUCTION, OUT, told_of
from medverkan.bot.calling.stay import TASKS as FOLLOW_UPS
from medverkan.bot.calling.stay import follow_up_told
from medverkan.bot.hours import due_in
from medverkan.bot.left import has_left
from medverkan.bot.meetings.meet import Said
from medverkan.bot.meetings.tasks import TASK as MEETING
from medverkan.bot.people import may_be_asked
from medverkan.bot.post import Desk
from medverkan.bot.reminding.kinds import RUNNING
from medverkan.bot.settings import Lead, SettingsError
from medverkan.bot.tokens import Purpose
from medverkan.mailbox.answers.by_number import Said as ByNumber
from medverkan.mailbox.answers.staying import Staying, staying_told
from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Candidate, Outcome, Stage
from medverkan.storage.lifecycle import InvitationState
from medverkan.storage.values import Member, Request, Task

BY_COMMAND, BY_MAIL = "telefon, besked med kommando", "telefon, besked per mejl"
BY_HAND, OPERATOR = "för hand", "operator"
OF_A_CALL = 'Hur gick samtalet? Skriv ja, nej, "svarade inte" eller "ring igen".'
TOLD = ("call", INTRODUCTION, MEETING, *FOLLOW_UPS, "contact")


def tell(desk: Desk, task: Task, said: str, by: Lead | None = None, how: str = BY_MAIL) -> Said:
    """Act on how a task went; `by` whom and how, where that was not by command.

    Raises SettingsError where it has no outcome to tell, or nobody to tell it of.
    """
    if task.kind not in TOLD:
        raise SettingsError(
            f"{task.number} ({words.TASK.get(task.kind, 'annat')}) har inget utfall att skriva; "
            "det går för samtal, möten och uppföljning"
        )
    member = desk.books.members.get(task.member_id or "")
    if member is None:
        raise SettingsError(f"{task.number}: personen finns inte längre i registret")
    if member.status in OUT or not may_be_asked(member):
        raise SettingsError(f"{task.number}: {OUT[member.status]}")
    heard = Heard(by=BY_HAND, how=BY_COMMAND, words=said, who=OPERATOR)
    if by:
        heard = Heard(by=by.email, how=how, words=said)
    match task.kind:
        case "call":
            return _call(desk, task, member, heard)
        case "contact":
            return _contact(desk, task, member, heard)
        case _:
            told = told_of(desk, member, said, heard, task.kind)
            if by is None:
                _send_files(desk, member, told)
            return told


def _call(desk: Desk, task: Task, member: Member, heard: Heard) -> Said:
    request = desk.books.requests.get(task.request_id or "")
    invitation = desk.books.invitations.get(request.id, member.id) if request else None
    if request is None or invitation is None:
        raise SettingsError(f"{task.number}: ärendet finns inte längre")
    decision = decide(heard.words, [Candidate(invitation.number, member.name)], Stage.CALLS)
    outcome = decision.outcomes.get(invitation.number)
    if outcome is None or len(decision.outcomes) != 1:
        return Said(OF_A_CALL, asks=True)
    told = take_outcomes(desk, request, {invitation.number: outcome}, heard)
    return Said(_in_words(desk, request, told))


def _in_words(desk: Desk, request: Request, told: Told) -> str:
    lines = [f"{line}." for line in told.said]
    if told.released and (minutes := desk.parts.settings.outgoing.undo_minutes):
        left = words.counted(minutes, "minut", "minuter")
        lines.append(
            f"Kontaktuppgifterna skickas tidigast om {left}. Blev det fel? Svara ÅNGRA på ringlistan före dess, "
            f"eller skriv ”ångra {request.number}” i svar på dagens lista."
        )
    if told.short:
        lines.append(f"Det saknas {words.counted(told.short, 'person', 'personer')}. {told.reserves}")
    return "\n".join(lines)


def _contact(desk: Desk, task: Task, member: Member, heard: Heard) -> Said:
    """Note a call to somebody who has been in touch: the task ends when they were reached."""
    today = desk.now.astimezone(desk.parts.settings.zone).date()
    if staying_told(heard.words, today).what is Staying.LEAVES:
        desk.books.tasks.done(task, desk.now)
        return follow_up_told(desk, member, heard.words, heard)
    if ByNumber("", heard.words).calls_off:
        return _cannot_come(desk, task, member, heard)
    outcome = decide(heard.words, [Candidate(1, member.name)], Stage.CALLS).outcomes.get(1)
    if outcome is Outcome.DECLINED and (said := _declined(desk, task, member, heard)):
        return said
    vain = outcome in (Outcome.NO_ANSWER, Outcome.CALL_AGAIN)
    noted = outcome if vain and outcome else Outcome.ACCEPTED
    desk.books.tasks.called(member.id, noted, by=heard.by, now=desk.now, task=task, note=heard.words)
    if vain:
        desk.books.tasks.put_off(task, due_in(desk.now, 1, desk.parts.settings), attempts=task.attempts + 1)
        return Said(f"Antecknat: {member.name} svarade inte. Samtalet står kvar till nästa arbetsdag.")
    desk.books.tasks.done(task, desk.now)
    return Said(f"Antecknat: {member.name} är uppringd.")


def _declined(desk: Desk, task: Task, member: Member, heard: Heard) -> Said | None:
    """Record that somebody who has been in touch no longer wants the assignment; None where it is about none."""
    request = desk.books.requests.get(task.request_id) if task.request_id else None
    invitation = desk.books.invitations.get(request.id, member.id) if request else None
    if request is None or invitation is None or invitation.state is InvitationState.PROPOSED:
        return None
    told = take_outcomes(desk, request, {invitation.number: Outcome.DECLINED}, heard)
    desk.books.tasks.done(task, desk.now)
    return Said(_in_words(desk, request, told))


def _cannot_come(desk: Desk, task: Task, member: Member, heard: Heard) -> Said:
    """Record that somebody cannot come, and write it to the unit where it has their details already."""
    said = _declined(desk, task, member, heard)
    request = desk.books.requests.get(task.request_id or "")
    if said is None or request is None:
        return Said("Personen är inte med i något uppdrag som går att avboka. Ring upp i stället.", asks=True)
    if request.state not in RUNNING or not request.release_to or not has_left(desk, request, member):
        return Said(f"{said.text}\nVerksamheten har inte fått några uppgifter, så jag har inte skrivit till den.")
    cannot_come(desk, request, member)
    lines = [
        f"{member.name} har lämnat återbud. Jag har skrivit det till verksamheten, och bett den radera uppgifterna.",
        *said.text.splitlines()[1:],
    ]
    return Said("\n".join(lines))


def _send_files(desk: Desk, member: Member, told: Said) -> None:
    """Mail the calendar file to the lead whose meeting it is: a command has nowhere to put it."""
    if told.attachments and desk.leads:
        desk.to_lead(
            desk.leads[0], "lead-echo", f"told:{member.id}:{desk.now.isoformat()}", Purpose.INTRODUCTION, about=member,
            said=told.text, request=None, attachments=told.attachments,
        )  # fmt: skip
