"""The SMS that came are understood: STOPP ends SMS to that number at once, everything else is a person's to answer.

No SMS decides anything about an assignment: a number proves nobody, and a phone may be two people's. JA and NEJ are
told to the lead, who phones.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from medverkan.bot import register, words
from medverkan.bot.each import each
from medverkan.bot.hours import due_in, next_contact
from medverkan.bot.letters import swedish_phone
from medverkan.bot.parts import Parts
from medverkan.bot.post import Desk
from medverkan.bot.reminding.participants import note_heard
from medverkan.bot.sms.meaning import Meaning, meaning_of
from medverkan.bot.sms.reach import SMS
from medverkan.mailbox.answers.each_person import Told
from medverkan.storage.lifecycle import MemberStatus
from medverkan.storage.values import Member, Outgoing, Request, Sms

# So long an SMS is taken for an answer to our last one.
ANSWERS_WITHIN = timedelta(days=30)
SAID = {
    Meaning.YES: "JA",
    Meaning.NO: "NEJ",
    Meaning.CALL: "RING",
    Meaning.STOP: "STOPP",
}
TAKEN_OUT = (Meaning.LEAVE, Meaning.PROTECTED)
ANSWERED = (Meaning.CALL, Meaning.OTHER)
MOST_OF_WORDS = 300
DAY = timedelta(days=1)
MOST_A_DAY_FROM_ONE = 12
# The one question that a JA or a NEJ is the whole answer to: whether they have heard what it led to.
ASKS_BACK = "sms-feedback"
HEARD_BACK = {Meaning.YES: Told.YES, Meaning.NO: Told.NO}


@dataclass(frozen=True, slots=True)
class Heard:
    """One SMS beside what is known of it. `people` share the number."""

    sms: Sms
    meaning: Meaning
    people: Sequence[Member]
    last: Outgoing | None  # what we wrote to that number lately
    request: Request | None

    @property
    def one(self) -> Member | None:
        """Return who wrote, where only one person can have."""
        return self.people[0] if len(self.people) == 1 else None


def hear(parts: Parts, now: Callable[[], datetime]) -> int:
    """Act on the SMS that came; return how many."""
    with parts.store.reading() as books:
        waiting = books.sms.waiting()
    return each(parts, waiting, _hear, now)


def _hear(desk: Desk, sms: Sms) -> int:
    heard = _known(desk, sms)
    one, request = heard.one, heard.request
    desk.books.sms.understood(
        sms, heard.meaning, member_id=one.id if one else None, request_id=request.id if request else None
    )
    if heard.meaning is Meaning.STOP:
        _stop(desk, heard)
    elif heard.meaning is Meaning.PROTECTED:
        # Of two with one number both are stopped: a mistake is mended by one command, the other thing by none.
        for member in heard.people:
            register.shield(desk, member)
    elif one and heard.meaning is Meaning.LEAVE:
        register.restrict(desk, one, by="member")
    if one and request and heard.last and heard.last.kind == ASKS_BACK and heard.meaning in HEARD_BACK:
        note_heard(desk, request, one, HEARD_BACK[heard.meaning])
    if _is_a_flood(desk, heard):
        return 1
    answered = heard.meaning in ANSWERED and _answer(desk, heard)
    on_list = _is_on_list(desk, heard)
    task = "" if on_list else _task(desk, heard)
    desk.note_to_leads(
        "lead-sms", f"sms:{sms.id}", request_id=request.id if request else None, member_id=one.id if one else None,
        people=heard.people, phone=sms.phone, words=sms.text, meaning=str(heard.meaning), task=task, on_list=on_list,
        request=request, asked=words.LETTER.get(heard.last.kind, "") if heard.last else "", answered=answered,
    )  # fmt: skip
    desk.books.audit.add(
        "sms-came", "member", desk.now, member_id=one.id if one else None, request_id=request.id if request else None,
        detail={"meaning": str(heard.meaning)},
    )  # fmt: skip
    return 1


def _known(desk: Desk, sms: Sms) -> Heard:
    books = desk.books
    last = books.outgoing.last_sms(sms.phone)
    if last and (last.sent_at is None or desk.now - last.sent_at > ANSWERS_WITHIN):
        last = None
    # A guardian answers from a number that is not the person's own.
    written_to = books.members.get(last.member_id) if last and last.member_id else None
    people = {member.id: member for member in [*books.members.by_phone(sms.phone), *filter(None, [written_to])]}
    still = [member for member in people.values() if member.status is not MemberStatus.LEFT]
    request = books.requests.get(last.request_id) if last and last.request_id else None
    meaning = meaning_of(sms.text)
    if meaning is Meaning.LEAVE and (len(still) != 1 or (request and not register.leaves_register(sms.text))):
        # Said about an assignment it means the assignment; of two people only they know who wants out.
        meaning = Meaning.QUIET
    return Heard(sms, meaning, sorted(still, key=lambda member: member.number), last, request)


def _stop(desk: Desk, heard: Heard) -> None:
    """Take the consent to SMS back from everybody with that number: whoever of them wrote, it is their phone."""
    for member in heard.people:
        desk.books.outgoing.cancel(member_id=member.id, channel=SMS)
        if desk.books.consents.withdraw(member.id, SMS, desk.now):
            if member.fields.get("consent_sms"):
                desk.books.members.edit(member, {**member.fields, "consent_sms": False}, member.missing)
            detail = {"kind": SMS, "how": "STOPP i sms"}
            desk.books.audit.add("consent-withdrawn", "member", desk.now, member_id=member.id, detail=detail)


def _is_a_flood(desk: Desk, heard: Heard) -> bool:
    """Tell whether more comes from that number than a person writes: then one task says so, and no more letters do."""
    if desk.books.sms.count_from(heard.sms.phone, desk.now - DAY) <= MOST_A_DAY_FROM_ONE:
        return False
    day = desk.now.astimezone(desk.parts.settings.zone).date()
    key = f"sms-many:{desk.parts.store.vault.lookup('phone', heard.sms.phone)[:32]}:{day}"
    note = f"Många sms i dag från {swedish_phone(heard.sms.phone)}. De senaste har jag bara sparat."
    one = heard.one
    due = due_in(desk.now, 0, desk.parts.settings)
    desk.books.tasks.add("contact", key, due, member_id=one.id if one else None, note=note)
    return True


def _answer(desk: Desk, heard: Heard) -> bool:
    """Promise to ring, once a day: no two telephones can then keep each other going."""
    # The day on which it leaves: what came in the night and what comes in the morning get one answer.
    day = next_contact(desk.now, desk.parts.settings).astimezone(desk.parts.settings.zone).date()
    one = heard.one
    return one is not None and desk.to_phone(one, "sms-we-call", f"we-call:{one.id}:{day}", request=heard.request)


def _is_on_list(desk: Desk, heard: Heard) -> bool:
    """Note the answer on the call that waits for that person; return whether there is one."""
    one, tasks = heard.one, desk.books.tasks
    calls = tasks.open_tasks(kinds=["call"], member_id=one.id) if one else []
    about = [task for task in calls if heard.request and task.request_id == heard.request.id] or calls[:1]
    for task in about:
        tasks.note(task, f"{task.note}\nSms: {_said(heard)}".strip())
    return bool(about)


def _task(desk: Desk, heard: Heard) -> str:
    """Make the answer a task of the lead's where one has to do something; return its number, "" for none."""
    one, meaning = heard.one, heard.meaning
    # Who is taken out is a task already; a JA with no call before it only tells what was asked.
    needless = (meaning in TAKEN_OUT and heard.people) or (one and meaning is Meaning.YES)
    if needless or (meaning is Meaning.STOP and not heard.people):
        return ""
    return desk.books.tasks.add(
        "contact", f"sms:{heard.sms.id}", due_in(desk.now, 0, desk.parts.settings),
        request_id=heard.request.id if heard.request else None, member_id=one.id if one else None,
        note=f"{_from_whom(heard)}: {_said(heard)}",
    ).number  # fmt: skip


def _said(heard: Heard) -> str:
    return SAID.get(heard.meaning) or heard.sms.text[:MOST_OF_WORDS]


def _from_whom(heard: Heard) -> str:
    if heard.one:
        return "Sms"
    phone = swedish_phone(heard.sms.phone)
    if not heard.people:
        return f"Sms från okänt nummer {phone}"
    return f"Sms från {phone}, som är {' och '.join(member.number for member in heard.people)}"
