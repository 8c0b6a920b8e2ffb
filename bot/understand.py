"""A stored mail is read, and handed to the stage it is for: each mail in one transaction with all that follows of it.

An attempt is counted before it is made; a mail that brings the reader down three times is put aside, and the loop goes
on. Nothing here talks to a server.
"""

from collections.abc import Callable
from datetime import datetime

import structlog

from medverkan.bot import answer, receive, register
from medverkan.bot.aside import put_aside
from medverkan.bot.parts import Parts
from medverkan.bot.post import Desk
from medverkan.mailbox.reading import read
from medverkan.mailbox.values import Kind, Reading
from medverkan.storage.book import StaleError
from medverkan.storage.lifecycle import MailEvent, MailState
from medverkan.storage.store import StorageError
from medverkan.storage.values import Mail
from medverkan.storage.vault import VaultError

ATTEMPTS_MOST = 3
log = structlog.get_logger()


def understand(parts: Parts, now: Callable[[], datetime], progress: Callable[[], None] = lambda: None) -> int:
    """Read every stored mail and let its stage act; return how many were dealt with."""
    done = 0
    while True:
        with parts.store.reading() as books:
            waiting = books.mails.in_state(MailState.STORED, limit=50)
        dealt = sum(_one(parts, mail, now(), progress) for mail in waiting)
        done += dealt
        if not dealt:
            return done


def _one(parts: Parts, mail: Mail, now: datetime, progress: Callable[[], None]) -> bool:
    try:
        with parts.store.transaction() as books:
            attempt = books.mails.begin_attempt(mail)
            raw = books.mails.raw(mail)
    except StaleError:
        return False
    except VaultError:
        return _give_up(parts, mail, "Mejlet kan inte läsas tillbaka ur registret.", now)
    if attempt > ATTEMPTS_MOST:
        return _give_up(parts, mail, f"Mejlet gick inte att läsa på {ATTEMPTS_MOST} försök.", now)
    try:
        reading = read(raw)
        with parts.store.transaction() as books:
            route(Desk(books, parts, now), mail, reading)
    except StaleError:
        return False
    except StorageError:
        raise
    except Exception as error:  # noqa: BLE001
        # One bad mail must not stop the rest: it is tried again, and put aside at the third time.
        # Only the kind of error is logged: its text may hold what the mail said.
        log.error("mail not understood", mail=mail.id, attempt=attempt, error=type(error).__name__)
        return True
    log.info("mail understood", mail=mail.id, kind=str(reading.kind))
    progress()
    return True


def route(desk: Desk, mail: Mail, reading: Reading) -> None:
    """Hand one reading to the stage it is for, and record what became of the mail."""
    match reading.kind:
        case Kind.REGISTRATION:
            register.register(desk, mail, reading)
        case Kind.REQUEST:
            receive.receive(desk, mail, reading)
        case Kind.REPLY:
            answer.answer(desk, mail, reading)
        case Kind.AUTOMATIC:
            desk.books.mails.move(mail, MailEvent.UNDERSTOOD, kind=reading.kind, disposal="handled")
        case Kind.BOUNCE:
            put_aside(desk, mail, reading.kind, "Ett mejl från oss kom inte fram (studs).", tell=False)
        case Kind.UNKNOWN:
            if not register.wants_to_leave(desk, mail, reading):
                put_aside(desk, mail, reading.kind, reading.reason or "Det går inte att se vad mejlet gäller.")


def _give_up(parts: Parts, mail: Mail, reason: str, now: datetime) -> bool:
    with parts.store.transaction() as books:
        put_aside(Desk(books, parts, now), mail, Kind.UNKNOWN, reason)
    return True
