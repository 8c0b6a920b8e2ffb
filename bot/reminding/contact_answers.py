"""A unit answers "Har ni kontaktat …?": a yes ends the question, a no is a lead's task, "inte än" waits.

Who says when it will be ("vi ringer i nästa vecka") is asked again after that, twice at most.

Words about anything else reach the leads as they stand. An answer that comes late still counts, as long as anybody
waits for it.
"""

from medverkan.bot.post import Desk
from medverkan.bot.reminding.days import ask_again_at
from medverkan.bot.reminding.kinds import CONTACTED, NOT_CONTACTED, RUNNING
from medverkan.bot.reminding.returned import called
from medverkan.bot.reminding.units import handed_over, not_contacted
from medverkan.bot.tokens import Purpose
from medverkan.mailbox.answers.call_backs import promised_by
from medverkan.mailbox.answers.contacts import contacts_of
from medverkan.mailbox.answers.each_person import Each, Told
from medverkan.mailbox.answers.withdrawals import is_moved, is_withdrawn
from medverkan.mailbox.values import Reading
from medverkan.storage.values import Member, Request, Task

Asked = list[tuple[Member, list[Task]]]
MADE, NOT_MADE, PROMISED = "contact-made", "contact-not-made", "contact-promised"
PROMISES_MOST = 2


def take_contact_answer(desk: Desk, request: Request, reading: Reading, *, bare: bool) -> bool:
    """Take a unit's answer about contact; return whether that was all that it wrote, so that nobody else need read it.

    `bare`: a yes or no alone is an answer to this; else only words that speak of contact are.
    """
    words = reading.own_words
    asked = _asked(desk, request)
    found = contacts_of(words, [str(member.fields.get("first_name") or "") for member, _ in asked])
    if not (bare or found.on_topic) or is_withdrawn(words) or is_moved(words):
        return False
    if not asked or request.state not in RUNNING:
        # Nobody waits for it any more: a yes changes nothing, anything else is for a person.
        return bare and set(found.of.values()) == {Told.YES} and not found.rest and not found.unclear
    missed = _note(desk, request, asked, found, words)
    is_all = bool(found.of) and not found.rest and not found.unclear
    if missed and is_all:
        desk.to_leads(
            "lead-not-contacted", "not-contacted", Purpose.CALLS, about=request, request=request,
            names=called(missed), people=missed, words=words,
        )  # fmt: skip
    return is_all


def _note(desk: Desk, request: Request, asked: Asked, found: Each, words: str) -> list[Member]:
    """Write down what was said of each; return with whom there was no contact."""
    missed = []
    for at, (member, tasks) in enumerate(asked):
        told = found.of.get(at)
        if told is Told.YES:
            for task in tasks:
                desk.books.tasks.done(task, desk.now)
        elif told is Told.NO:
            for task in tasks:
                if task.kind == CONTACTED:
                    desk.books.tasks.done(task, desk.now)
            not_contacted(desk, request, member)
            missed.append(member)
        elif told is Told.NOT_YET:
            _wait_for_promised(desk, request, member, tasks, words)
        if told in (Told.YES, Told.NO):
            what = MADE if told is Told.YES else NOT_MADE
            desk.books.audit.add(what, "unit", desk.now, request_id=request.id, member_id=member.id)
    return missed


def _wait_for_promised(desk: Desk, request: Request, member: Member, tasks: list[Task], words: str) -> None:
    """Let the question rest until the time that the unit names has passed, where that is longer than it would."""
    told = desk.books.audit.of(request_id=request.id, member_id=member.id)
    promised = promised_by(words, desk.now.astimezone(desk.parts.settings.zone).date())
    if promised is None or sum(event.what == PROMISED for event in told) >= PROMISES_MOST:
        return
    due = ask_again_at(promised, request.date_start, desk.now, desk.parts.settings)
    for task in tasks:
        if due > task.due:
            desk.books.tasks.put_off(task, due, reminded=0 if task.kind == CONTACTED else task.reminded)
    desk.books.audit.add(PROMISED, "unit", desk.now, request_id=request.id, member_id=member.id)


def _asked(desk: Desk, request: Request) -> Asked:
    """Return whom a unit has been given and not yet been in touch with, by number, with what waits for that."""
    tasks = desk.books.tasks.open_tasks(kinds=[CONTACTED, NOT_CONTACTED], request_id=request.id)
    found: Asked = []
    for invitation in desk.books.invitations.of(request):
        own = [task for task in tasks if task.member_id == invitation.member_id]
        member = handed_over(desk, request, own[0]) if own else None
        if member:
            found.append((member, own))
    return found
