"""Mail arrives, and leaves the mailbox again: bytes are committed here before anything is done to them on the server.

Both halves may be run at any time, any number of times: what is known is not stored again, what is gone counts as gone.
"""

from collections.abc import Callable
from datetime import datetime

from medverkan.bot.parts import Parts
from medverkan.bot.ports import Source
from medverkan.mailbox.values import Arrival, Place
from medverkan.storage.values import Mail

BATCH = 50


def arrive(parts: Parts, source: Source, now: Callable[[], datetime]) -> int:
    """Take in every mail of the watched folder that the ledger does not know; return how many.

    Raises TryLaterError, GiveUpError (the source) and FullError (the store); what was taken in before stays.
    """
    folder = parts.settings.mailbox.inbox
    validity = source.uidvalidity()
    with parts.store.reading() as books:
        known = books.mails.known_uids(source.account, folder, validity)
    new = [uid for uid in source.uids() if uid not in known]
    taken = 0
    for start in range(0, len(new), BATCH):
        taken += _store(parts, list(source.fetch(new[start : start + BATCH])), now())
    return taken


def _store(parts: Parts, arrivals: list[Arrival], now: datetime) -> int:
    with parts.store.transaction() as books:
        stored = [
            books.mails.add(
                arrival.raw,
                now,
                arrival.place.account,
                arrival.place.folder,
                arrival.place.uidvalidity,
                arrival.place.uid,
            )
            for arrival in arrivals
        ]
    return sum(mail is not None for mail in stored)


def dispose(parts: Parts, source: Source, now: Callable[[], datetime]) -> int:
    """Delete or move what has been understood, as the routine says; return how many mails left the watched folder.

    Each mail's bytes are read back from the register first. A deletion whose absence was seen leaves a receipt.
    """
    with parts.store.reading() as books:
        waiting = books.mails.to_dispose(source.account)
    gone = 0
    for mail in waiting:
        with parts.store.reading() as books:
            # Raises when the register does not hold what the server held: then nothing is touched.
            books.mails.raw(mail)
        if _act(parts, source, mail):
            gone += 1
            _record(parts, mail, now())
    return gone


def _act(parts: Parts, source: Source, mail: Mail) -> bool:
    place = Place(mail.account, mail.folder, mail.uidvalidity or 0, mail.uid or 0)
    if place.uidvalidity != source.uidvalidity():
        # The folder was made anew: that UID means another mail now. The mail, if still there, comes in as a repeat.
        return True
    if mail.disposal == "delete":
        return source.delete(place)
    mailbox = parts.settings.mailbox
    return source.move(place, mailbox.review if mail.disposal == "review" else mailbox.handled)


def _record(parts: Parts, mail: Mail, now: datetime) -> None:
    with parts.store.transaction() as books:
        books.mails.disposed(mail, now)
        if mail.disposal == "delete":
            books.receipts.add(mail, parts.settings.mailbox.retention_rule, now)
        books.audit.add(f"mail-{mail.disposal}", "bot", now, mail_id=mail.id, request_id=mail.request_id)
