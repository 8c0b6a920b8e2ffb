"""The outbox is sent: the one gate that everything of ours passes, whoever wrote it.

Here, not in the stages, it is seen to that contact details leave only with a live consent and to the verified unit,
that nothing external goes from the functional mailbox, and that no loop gets far.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from medverkan.bot.chat import channel as chat_gate
from medverkan.bot.drafts import tell_of_draft
from medverkan.bot.held import Held
from medverkan.bot.hours import due_in, next_contact
from medverkan.bot.parts import Parts
from medverkan.bot.ports import Channel, Sender, UncertainError
from medverkan.bot.post import Desk
from medverkan.bot.register import ASSIGNMENT, DELIVERY
from medverkan.bot.signed_out import EXTERNAL, MAILBOX, OUTGOING, alarm, mended
from medverkan.bot.sms import gate as sms_gate
from medverkan.mailbox.addresses import domain_of
from medverkan.mailbox.compose import Attachment, compose
from medverkan.mailbox.transport import LoginRefusedError
from medverkan.mailbox.values import GiveUpError, MailboxError, TryLaterError
from medverkan.storage.book import StaleError
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import IllegalMove, MemberStatus
from medverkan.storage.values import Outgoing

HOUR = timedelta(hours=1)
SIGNED_OUT_PAUSE = timedelta(minutes=5)
# Far above an ordinary hour, far below a loop's; leads may get one letter per registration when many come at once.
MOST_AN_HOUR = 500
MOST_AN_HOUR_TO_ONE = 30
MOST_AN_HOUR_TO_A_LEAD = 250
ATTEMPTS_MOST = 12
# A server that is away for half an hour mends itself; after that a person is told.
ATTEMPTS_TOLD = 5
MAIL = "mail"
PARTICIPANT = "participant-"
OUT = (MemberStatus.RESTRICTED, MemberStatus.LEFT)
# What each other channel asks besides.
GATES: dict[str, Callable[[Parts, Books, Outgoing, datetime], Held | None]] = {
    "sms": sms_gate.held_back,
    "chat": chat_gate.held_back,
}
CALLED = {MAIL: "brevet", "sms": "sms:et", "chat": "chattmeddelandet"}
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Senders:
    """Who may send: the mailbox's own identity, the external one, and where finished drafts go instead."""

    internal: Sender | None = None
    external: Sender | None = None
    drafts: Callable[[bytes], None] | None = None
    channels: Mapping[str, Channel] = field(default_factory=dict)  # what goes by other ways than mail, by its channel


def send_due(
    parts: Parts, senders: Senders, now: Callable[[], datetime], stopping: Callable[[], bool] = lambda: False
) -> int:
    """Send everything that is due until there is no more or it is `stopping`; return how many left.

    One failure never stops the rest.
    """
    sent = 0
    with parts.store.reading() as books:
        if not books.outgoing.is_any_due(now()):
            return 0
    while not stopping():
        try:
            with parts.store.transaction() as books:
                message = books.outgoing.claim(now())
                held = held_back(parts, books, message, now()) if message else None
        except StaleError:
            continue
        if message is None:
            return sent
        provider_id = ""
        if held is None:
            held, provider_id = _hand_over(parts, senders, message, now())
        try:
            _record(parts, message, held, now(), provider_id)
        except (StaleError, IllegalMove):
            # Our claim ran out while the server took its time, and another worker has it now.
            log.warning("claim ran out", outgoing=message.id, attempt=message.attempts)
        sent += held is None
    return sent


def held_back(parts: Parts, books: Books, message: Outgoing, now: datetime) -> Held | None:
    """Return why this message may not leave now, None where it may."""
    to = message.to.lower()
    if to in (parts.settings.address.lower(), parts.settings.outgoing.external.address.lower()):
        return Held("mottagaren är vi själva", None)
    if message.until and now > message.until:
        # What goes by chat is said by mail too: that it was late there is nobody's task.
        told = message.channel != "chat"
        return Held(f"{CALLED.get(message.channel, 'meddelandet')} hann inte skickas i tid", None, told=told)
    if message.kind.startswith(PARTICIPANT) and (held := _to_participant(parts, books, message, now)):
        return held
    if message.kind in (DELIVERY, ASSIGNMENT) and not _may_release(books, message):
        return Held("samtycke eller rätt mottagare saknas", None)
    most = MOST_AN_HOUR_TO_A_LEAD if parts.settings.lead(to) else MOST_AN_HOUR_TO_ONE
    if books.outgoing.count_sent(now - HOUR) >= MOST_AN_HOUR or books.outgoing.count_sent(now - HOUR, to) >= most:
        return Held("för många mejl på en timme: spärren mot slingor", HOUR)
    gate = GATES.get(message.channel)
    return gate(parts, books, message, now) if gate else None


def _to_participant(parts: Parts, books: Books, message: Outgoing, now: datetime) -> Held | None:
    """Return why a letter to a participant may not leave now: they want none any more, or it is no hour for it."""
    member = books.members.get(message.member_id or "")
    if member and member.status in OUT:
        # Nobody needs to hear it: whoever took them out has been told.
        return Held("personen är spärrad eller har lämnat Intressebanken", None, told=False)
    opens = next_contact(now, parts.settings)
    return Held("väntar på kontorstid", opens - now, told=False) if opens > now else None


def _may_release(books: Books, message: Outgoing) -> bool:
    """Tell whether contact details, or the assignment they belong to, may leave: consent alive, recipient right."""
    member = books.members.get(message.member_id or "")
    request = books.requests.get(message.request_id or "")
    if member is None or request is None or member.status in OUT:
        return False
    if books.consents.live(member.id, "release", request.id) is None:
        return False
    right = request.release_to if message.kind == DELIVERY else str(member.fields.get("email") or "")
    return bool(right) and message.to.lower() == right.strip().lower()


def _hand_over(parts: Parts, senders: Senders, message: Outgoing, now: datetime) -> tuple[Held | None, str]:
    """Hand over one message; return why it did not leave, and the other side's id of it where it did."""
    what = CALLED.get(message.channel, "meddelandet")
    try:
        if message.channel == MAIL:
            return _hand_over_mail(parts, senders, message, now), ""
        channel = senders.channels.get(message.channel)
        if channel is None:
            return Held(f"{_section(parts, message)} är inte inställd", HOUR), ""
        return None, channel.send(message)
    except (TryLaterError, OSError) as error:
        log.warning(
            f"{message.channel} not sent", outgoing=message.id, attempt=message.attempts, error=type(error).__name__
        )
        if message.attempts >= ATTEMPTS_MOST:
            return Held(f"servern tog inte emot {what} på många försök", None), ""
        return Held("servern tar inte emot just nu", timedelta(minutes=min(2**message.attempts, 240)), tried=True), ""
    except LoginRefusedError as error:
        # Nothing is wrong with the message: it leaves when somebody has mended the sign-in.
        log.error("sign-in refused", section=_section(parts, message), outgoing=message.id)
        return Held("servern släpper inte in oss", SIGNED_OUT_PAUSE, signed_out=error), ""
    except UncertainError as error:
        log.error(f"{message.channel} uncertain", outgoing=message.id, error=type(error).__name__)
        return Held(f"servern svarade inte i tid: ingen vet om {what} gick iväg, och det skickas inte igen", None), ""
    except (GiveUpError, MailboxError) as error:
        log.error(f"{message.channel} refused", outgoing=message.id, error=type(error).__name__)
        return Held(f"servern vägrade ta emot {what}", None), ""


def _hand_over_mail(parts: Parts, senders: Senders, message: Outgoing, now: datetime) -> Held | None:
    internal = parts.settings.is_internal(domain_of(message.to))
    external = parts.settings.outgoing.external
    if internal:
        sender, draft = senders.internal, None
    else:
        sender, draft = (None, senders.drafts) if external.mode == "draft" else (senders.external, None)
    if sender is None and draft is None:
        return Held(f"{OUTGOING if internal else EXTERNAL} är inte inställd", HOUR)
    identity = sender.address if sender else external.address or parts.settings.address
    if sender and not internal and identity.lower() == parts.settings.address.lower():
        return Held("[outgoing.external] address är brevlådans egen, som inte får skicka externt", HOUR)
    raw = _letter(parts, message, identity, now)
    if sender:
        sender.send(message.to, raw)
    elif draft:
        draft(raw)
    return None


def _letter(parts: Parts, message: Outgoing, sender: str, now: datetime) -> bytes:
    functional = parts.settings.address
    own = sender.lower() == functional.lower()
    return compose(
        sender=sender,
        sender_name="Invånarmedverkan" if own else "Intressebanken",
        to=message.to,
        subject=message.subject,
        text=message.text,
        message_id=message.message_id,
        date=now.astimezone(parts.settings.zone),
        reply_to="" if own else functional,
        in_reply_to=message.in_reply_to,
        references=[message.references] if message.references else [],
        attachments=[Attachment(*attachment) for attachment in message.attachments],
    )


def _record(parts: Parts, message: Outgoing, held: Held | None, now: datetime, provider_id: str) -> None:
    with parts.store.transaction() as books:
        if held is None:
            books.outgoing.sent(message, now, provider_id)
            if message.error:
                _waits_no_longer(books, message, now)
                mended(books, _section(parts, message), now)
            if _is_draft(parts, message):
                tell_of_draft(Desk(books, parts, now), message)
            log.info(f"{message.channel} sent", outgoing=message.id, kind=message.kind)
        elif held.later is not None:
            books.outgoing.put_off(message, now + held.later, held.why, tried=held.tried)
            if held.signed_out:
                alarm(Desk(books, parts, now), _section(parts, message), held.signed_out)
            elif held.told and (not held.tried or message.attempts >= ATTEMPTS_TOLD):
                _task(parts, books, message, held.why, now)
        else:
            books.outgoing.gave_up(message, held.why)
            _waits_no_longer(books, message, now)
            if held.told:
                _task(parts, books, message, held.why, now, for_good=True)


def _section(parts: Parts, message: Outgoing) -> str:
    if message.channel != MAIL:
        return f"[{message.channel}]"
    if parts.settings.is_internal(domain_of(message.to)):
        return OUTGOING
    # A finished draft is put into the mailbox itself.
    return MAILBOX if _is_draft(parts, message) else EXTERNAL


def _is_draft(parts: Parts, message: Outgoing) -> bool:
    settings = parts.settings
    outside = message.channel == MAIL and not settings.is_internal(domain_of(message.to))
    return outside and settings.outgoing.external.mode == "draft"


def _task(parts: Parts, books: Books, message: Outgoing, why: str, now: datetime, *, for_good: bool = False) -> None:
    """Make a task of a message that waits, or was given up; once.

    A task, not a mail: a mail about a mail that cannot leave is how loops begin.
    """
    books.tasks.add(
        "failed", f"failed:{message.id}:{for_good}", due_in(now, 0, parts.settings),
        request_id=message.request_id, member_id=message.member_id, note=why,
    )  # fmt: skip


def _waits_no_longer(books: Books, message: Outgoing, now: datetime) -> None:
    for task in books.tasks.open_tasks(key=f"failed:{message.id}:"):
        books.tasks.done(task, now)
