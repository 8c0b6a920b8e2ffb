"""Click-to-call: the gateway rings the lead's own phone, and then the person, from the register's number.

Only where [sms] is 46elks, which has telephony. What came of the call only the lead knows, and tells as ever; what the
gateway tells is noted on the task.
"""

from dataclasses import dataclass
from datetime import datetime

from medverkan.bot.letters import swedish_phone
from medverkan.bot.parts import Parts
from medverkan.bot.people import may_be_asked
from medverkan.bot.register import is_minor
from medverkan.bot.sections.leads import on_duty
from medverkan.bot.settings import SettingsError
from medverkan.bot.sms.adapters import telephony
from medverkan.bot.sms.came import CallEnd
from medverkan.mailbox.forms.values.phones import e164
from medverkan.mailbox.values import MailboxError
from medverkan.storage.books import Books
from medverkan.storage.values import Task

TO_RING = ("call", "introduction", "contact", "meeting", "follow_up", "data_review", "own_consent", "complete")
RESULTS = {"success": "någon svarade", "busy": "upptaget", "failed": "inget svar"}
CALL_ENDED = "call-ended"


@dataclass(frozen=True, slots=True)
class _Call:
    task: Task
    member_id: str
    number: str


def ring(parts: Parts, task_number: str, now: datetime) -> str:
    """Let the gateway ring the lead on duty, and connect them to whom that task is about; return what to say.

    Raises SettingsError where there is no telephony, nobody to ring or no number to ring from, or the gateway refuses.
    """
    settings = parts.settings
    phone = telephony(settings)
    if phone is None:
        raise SettingsError(f'[sms] provider: bara "46elks" kan koppla samtal (fil: {settings.file})')
    lead = on_duty(settings.leads, now.astimezone(settings.zone).date())[:1]
    mine = e164(lead[0].phone) if lead else ""
    if not mine:
        raise SettingsError(f"[[leads]] phone: saknas; skriv ditt telefonnummer (fil: {settings.file})")
    with parts.store.reading() as books:
        call = _call(books, task_number, now)
    try:
        phone.connect(mine, call.number, call.task.id)
    except MailboxError as error:
        raise SettingsError(f"[sms]: {error} (fil: {settings.file})") from error
    with parts.store.transaction() as books:
        books.audit.add(
            "call-connected", "operator", now, request_id=call.task.request_id, member_id=call.member_id,
            detail={"task": call.task.number},
        )  # fmt: skip
    return (
        f"{swedish_phone(mine)} ringer nu. När du svarar kopplas du vidare. Skriv sedan hur det gick: "
        f'medverkan tasks {call.task.number} --outcome "svarade inte"'
    )


def ended(parts: Parts, call: CallEnd, now: datetime) -> None:
    """Note on the task how the gateway says that the call ended; told again, or of another task, nothing changes."""
    with parts.store.transaction() as books:
        task = next((one for one in books.tasks.open_tasks(kinds=TO_RING) if one.id == call.task_id), None)
        if task is None or call.result not in RESULTS:
            return
        mark = books.tasks.vault.lookup("call-end", call.provider_id)
        events = books.audit.of(member_id=task.member_id, what=CALL_ENDED)
        if any(event.detail.get("mark") == mark for event in events):
            return
        clock = f"{now.astimezone(parts.settings.zone):%H.%M}"
        books.tasks.note(task, f"{task.note}\nUppringning {clock}: {RESULTS[call.result]}".strip())
        detail = {"mark": mark, "result": call.result}
        books.audit.add(CALL_ENDED, "bot", now, request_id=task.request_id, member_id=task.member_id, detail=detail)


def _call(books: Books, task_number: str, now: datetime) -> _Call:
    task = books.tasks.by_number(task_number.strip().upper())
    member = books.members.get(task.member_id) if task and task.member_id else None
    if task is None or task.done_at or member is None or task.kind not in TO_RING:
        raise SettingsError(f"{task_number} är inget samtal som väntar; medverkan tasks visar alla")
    if not may_be_asked(member):
        raise SettingsError(f"{member.number} är spärrad eller har lämnat Intressebanken")
    number = str(member.fields.get("guardian_phone" if is_minor(member, now) else "phone") or "")
    if not number.startswith("+"):
        raise SettingsError(f"{member.number} har inget telefonnummer som går att ringa")
    return _Call(task, member.id, number)
