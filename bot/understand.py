"""A stored mail is read, and handed to the stage it is for: all that follows of it in one transaction with it.

An attempt is counted before it is made. Mails that were never tried are taken some at a time, in one transaction; one
that was tried before comes alone, so that it brings nobody else down, and is put aside after the third time. Nothing
here talks to a server.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime

import structlog

from medverkan.bot import answer, bounced, receive, register
from medverkan.bot.aside import put_aside
from medverkan.bot.failure import failure
from medverkan.bot.known_writer import is_no_registration
from medverkan.bot.participant_says import writes_of_a_case
from medverkan.bot.parts import Parts
from medverkan.bot.post import Desk
from medverkan.bot.rights import asked as rights
from medverkan.bot.sections.bounces import bounce_box
from medverkan.bot.tokens import find
from medverkan.bot.trust import proven
from medverkan.mailbox.kinds.matters import writers_words
from medverkan.mailbox.kinds.protected import may_be_protected
from medverkan.mailbox.reading import TOO_LARGE, read
from medverkan.mailbox.replies.own_words import own_words
from medverkan.mailbox.values import Kind, Letter, Matter, Reading
from medverkan.storage.book import StaleError
from medverkan.storage.lifecycle import MailEvent, MailState
from medverkan.storage.store import StorageError
from medverkan.storage.values import Mail
from medverkan.storage.vault import VaultError

ATTEMPTS_MOST = 3
TOGETHER = 25
# What is held in memory between two commits, however large the mails are.
TOGETHER_BYTES = 8_000_000
# What the port promises on top of a mail that was too large to fetch (bot/ports.py).
OVER_LARGE = b"X-Medverkan-Too-Large:"
NOT_RESTRICTED = " Jag har inte spärrat någon."
BESIDE = "Det kom till adressen för utskick och inte till brevlådan. Det gjorde ingenting: svara avsändaren själv."
UNREADABLE = "Mejlet kan inte läsas tillbaka ur registret."
log = structlog.get_logger()

Read = tuple[Mail, Reading]


def understand(parts: Parts, now: Callable[[], datetime], progress: Callable[[], None] = lambda: None) -> int:
    """Read every stored mail and let its stage act; return how many were dealt with."""
    done = 0
    while True:
        with parts.store.reading() as books:
            waiting = books.mails.in_state(MailState.STORED, limit=TOGETHER)
        dealt = _together(parts, [mail for mail in waiting if not mail.attempts], now, progress)
        dealt += sum(_alone(parts, mail, now(), progress) for mail in waiting if mail.attempts)
        done += dealt
        if not dealt:
            return done


def _together(parts: Parts, mails: list[Mail], now: Callable[[], datetime], progress: Callable[[], None]) -> int:
    if not mails:
        return 0
    moment = now()
    try:
        with parts.store.transaction() as books:
            books.mails.begin_first_attempts(mails)
    except StaleError:
        return 0
    return sum(_route_all(parts, batch, moment, progress) for batch in _read_all(parts, mails, moment))


def _read_all(parts: Parts, mails: Iterable[Mail], now: datetime) -> Iterator[list[Read]]:
    waiting = deque(mails)
    while waiting:
        raws: list[tuple[Mail, bytes]] = []
        unreadable: list[Mail] = []
        size = 0
        with parts.store.reading() as books:
            while waiting and size < TOGETHER_BYTES:
                mail = waiting.popleft()
                try:
                    raw = books.mails.raw(mail)
                except VaultError:
                    unreadable.append(mail)
                    continue
                raws.append((mail, raw))
                size += len(raw)
        for mail in unreadable:
            _give_up(parts, mail, UNREADABLE, now)
        if raws:
            # Outside any transaction: the name service may be asked who signed it.
            yield [(mail, _reading(parts, raw, now)) for mail, raw in raws]


def _reading(parts: Parts, raw: bytes, now: datetime) -> Reading:
    if raw.startswith(OVER_LARGE):
        # Only the header of an over-large mail is here, which must not pass for all that it says.
        return Reading(Letter(), Kind.UNKNOWN, 1.0, reason=TOO_LARGE)
    reading = read(raw)
    return replace(reading, letter=proven(reading.letter, raw, parts.settings.trust, parts.txt, now))


def _route_all(parts: Parts, batch: list[Read], now: datetime, progress: Callable[[], None]) -> int:
    """Route them in one transaction; where one of them fails, each in its own."""
    try:
        with parts.store.transaction() as books:
            for mail, reading in batch:
                route(Desk(books, parts, now, mail.id), mail, reading)
    except StorageError:
        raise
    except Exception:  # noqa: BLE001 - nothing of it was kept; alone, the one that failed shows itself
        return sum(_route_one(parts, mail, reading, 1, now, progress) for mail, reading in batch)
    for mail, reading in batch:
        _told(mail, reading, progress)
    return len(batch)


def _alone(parts: Parts, mail: Mail, now: datetime, progress: Callable[[], None]) -> bool:
    try:
        with parts.store.transaction() as books:
            attempt = books.mails.begin_attempt(mail)
            raw = books.mails.raw(mail)
    except StaleError:
        return False
    except VaultError:
        return _give_up(parts, mail, UNREADABLE, now)
    if attempt > ATTEMPTS_MOST:
        return _give_up(parts, mail, f"Mejlet gick inte att läsa på {ATTEMPTS_MOST} försök.", now)
    return _route_one(parts, mail, _reading(parts, raw, now), attempt, now, progress)


def _route_one(
    parts: Parts, mail: Mail, reading: Reading, attempt: int, now: datetime, progress: Callable[[], None]
) -> bool:
    try:
        with parts.store.transaction() as books:
            route(Desk(books, parts, now, mail.id), mail, reading)
    except StaleError:
        return False
    except StorageError:
        raise
    except Exception as error:  # noqa: BLE001
        # One bad mail must not stop the rest: it is tried again, and put aside at the third time.
        log.error("mail not understood", mail=mail.id, attempt=attempt, error=failure(error))
        return True
    _told(mail, reading, progress)
    return True


def _told(mail: Mail, reading: Reading, progress: Callable[[], None]) -> None:
    log.info("mail understood", mail=mail.id, kind=str(reading.kind))
    progress()


def route(desk: Desk, mail: Mail, reading: Reading) -> None:
    """Hand one reading to the stage it is for, and record what became of the mail."""
    _shield_writer(desk, reading)
    _hand_over(desk, mail, reading)
    message_id = reading.letter.message_id
    if message_id and (earlier := desk.books.mails.same_message(mail, message_id)):
        # A Message-ID is a hint only: other content is another mail. Somebody's program errs, or somebody pretends.
        now = desk.books.mails.get(mail.id) or mail
        detail = {"earlier": earlier.id}
        desk.books.audit.add(
            "message-id-reused", "bot", desk.now, mail_id=mail.id, request_id=now.request_id, detail=detail
        )


def _shield_writer(desk: Desk, reading: Reading) -> None:
    """Stop everything about a known resident whose mail hints at a protected identity, whatever else it says."""
    letter = reading.letter
    if not letter.sender or desk.parts.settings.lead(letter.sender):
        return
    known = desk.books.members.by_email(letter.sender)
    if known and may_be_protected(writers_words(letter)):
        for member in known:
            register.shield(desk, member)


def _hand_over(desk: Desk, mail: Mail, reading: Reading) -> None:
    box = bounce_box(desk.parts.settings)
    if box and mail.account == box.account and reading.kind not in (Kind.BOUNCE, Kind.AUTOMATIC):
        # Another server took it in, whose word on who sent it is not that of [trust]: nothing here may act.
        put_aside(desk, mail, reading.kind, BESIDE)
        return
    match reading.kind:
        case Kind.REGISTRATION:
            if not is_no_registration(desk, mail, reading):
                register.register(desk, mail, reading)
        case Kind.REQUEST:
            receive.receive(desk, mail, reading)
        case Kind.REPLY:
            answer.answer(desk, mail, reading)
        case Kind.AUTOMATIC:
            desk.books.mails.move(mail, MailEvent.UNDERSTOOD, kind=reading.kind, disposal="handled")
        case Kind.BOUNCE:
            bounced.bounced(desk, mail, reading)
        case Kind.UNKNOWN:
            _unknown(desk, mail, reading)


def _unknown(desk: Desk, mail: Mail, reading: Reading) -> None:
    """Put a mail before a person, unless it answers a letter of ours or a known resident wants to leave."""
    letter, settings = reading.letter, desk.parts.settings
    token = find(desk.parts.store.vault, letter, "")
    from_lead = bool(letter.sender) and settings.lead(letter.sender) is not None
    if reading.matter is Matter.RECORDS and not from_lead:
        # Never answered and never acted on, also where it stands in an answer to a letter of ours.
        about = desk.books.requests.get(token.about) if token else None
        put_aside(desk, mail, reading.kind, reading.reason, urgent=True, request_id=about.id if about else None)
        return
    if token and (from_lead or reading.matter is not Matter.FAREWELL or token.purpose.audience == "unit"):
        # It answers a letter of ours: whoever that is for may still know what it means.
        answer.answer(desk, mail, replace(reading, own_words=reading.own_words or own_words(letter)))
        return
    if register.wants_to_leave(desk, mail, reading):
        return
    if token and desk.books.members.by_email(letter.sender):
        answer.answer(desk, mail, reading)
        return
    if rights.asks_for_right(desk, mail, reading):
        return
    if reading.matter is None and writes_of_a_case(desk, mail, reading):
        return
    reason = reading.reason or "Det går inte att se vad mejlet gäller."
    if reading.matter is Matter.FAREWELL:
        reason += NOT_RESTRICTED
    put_aside(desk, mail, reading.kind, reason, urgent=reading.matter is not None)
    if reading.matter is Matter.FAREWELL:
        rights.open_task(desk, mail, rights.ERASURE, [])


def _give_up(parts: Parts, mail: Mail, reason: str, now: datetime) -> bool:
    with parts.store.transaction() as books:
        put_aside(Desk(books, parts, now, mail.id), mail, Kind.UNKNOWN, reason)
    return True
