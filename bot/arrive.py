"""Mail arrives, and leaves the mailbox again: bytes are committed here before anything is done to them on the server.

Both halves may be run at any time, any number of times: what is known is not stored again, what is gone counts as gone.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

import structlog

from medverkan.bot.parts import Parts
from medverkan.bot.ports import Source
from medverkan.mailbox.values import Arrival, GiveUpError, MailboxError, Place
from medverkan.storage.book import StaleError
from medverkan.storage.books import Books
from medverkan.storage.values import Mail
from medverkan.storage.vault import VaultError

BATCH = 50
# What is held in memory between two commits, however large the mails are.
BATCH_BYTES = 16_000_000
log = structlog.get_logger()


def arrive(parts: Parts, source: Source, now: Callable[[], datetime]) -> int:
    """Take in every mail of the watched folder that the ledger does not know; return how many.

    Raises TryLaterError, GiveUpError (the source) and FullError (the store); what was taken in before stays.
    """
    folder = parts.settings.mailbox.inbox
    validity = source.uidvalidity()
    with parts.store.reading() as books:
        known = books.mails.known_uids(source.account, folder, validity)
    new = [uid for uid in source.uids() if uid not in known]
    return sum(_store(parts, batch, now()) for batch in _batches(source.fetch(new)))


def _batches(arrivals: Iterable[Arrival]) -> Iterator[list[Arrival]]:
    batch: list[Arrival] = []
    size = 0
    for arrival in arrivals:
        batch.append(arrival)
        size += len(arrival.raw)
        if len(batch) >= BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _store(parts: Parts, arrivals: Iterable[Arrival], now: datetime) -> int:
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

    Each mail's bytes are read back from the register first. A deletion whose absence was seen leaves a receipt. One
    mail that cannot be read back or that the server will not let go holds no other up. Raises as `arrive`.
    """
    with parts.store.reading() as books:
        waiting = books.mails.to_dispose(source.account, BATCH)
        waiting = [mail for mail in waiting if _is_held(books, mail)]
    if not waiting:
        return 0
    inbox, validity = parts.settings.mailbox.inbox, source.uidvalidity()
    # The folder was made anew: that UID means another mail now. The mail, if still there, comes in as a repeat.
    remade = [mail for mail in waiting if mail.folder == inbox and mail.uidvalidity != validity]
    gone = _record(parts, remade, now(), seen=False)
    for what in ("delete", "handled", "review"):
        group = [mail for mail in waiting if mail.disposal == what and mail not in remade]
        gone += _record(parts, _take_away(parts, source, group, now), now(), seen=True)
    return gone


def _is_held(books: Books, mail: Mail) -> bool:
    """Tell whether the register holds what the server held; where not, nothing is touched."""
    try:
        books.mails.raw(mail)
    except VaultError:
        log.error("mail not read back", mail=mail.id)
        return False
    return True


def _take_away(parts: Parts, source: Source, group: Sequence[Mail], now: Callable[[], datetime]) -> list[Mail]:
    """Take the mails away together, each alone where that is refused; return those that were seen to be gone."""
    if not group:
        return []
    try:
        return _taken(parts, source, group)
    except MailboxError as error:
        # Raises where it is the server that is away, and not one mail that it will not let go.
        source.uidvalidity()
        if len(group) == 1:
            _tell_refused(parts, group[0], error, now())
            return []
    return [gone for mail in group for gone in _take_away(parts, source, [mail], now)]


def _taken(parts: Parts, source: Source, group: Sequence[Mail]) -> list[Mail]:
    mailbox = parts.settings.mailbox
    folder = {"delete": None, "review": mailbox.review}.get(group[0].disposal, mailbox.handled)
    places = {_place(mail): mail for mail in group}
    return [places[place] for place in source.take_away(list(places), folder)]


def _place(mail: Mail) -> Place:
    return Place(mail.account, mail.folder, mail.uidvalidity or 0, mail.uid or 0)


def _tell_refused(parts: Parts, mail: Mail, error: MailboxError, now: datetime) -> None:
    log.error("mail not let go", mail=mail.id, disposal=mail.disposal, error=type(error).__name__)
    if isinstance(error, GiveUpError):
        what = "raderas" if mail.disposal == "delete" else "flyttas"
        note = f"Ett mejl kan inte {what} i brevlådan: {error}"
        with parts.store.transaction() as books:
            books.tasks.add("failed", f"stuck:{mail.id}:{mail.disposal}", now, mail_id=mail.id, note=note)


def _record(parts: Parts, mails: Sequence[Mail], now: datetime, *, seen: bool) -> int:
    """Write down what became of the mails, with a receipt for each deletion that was `seen`; return how many."""
    if not mails:
        return 0
    try:
        with parts.store.transaction() as books:
            for mail in mails:
                _write_down(parts, books, mail, now, seen=seen)
    except StaleError:
        # Something else is to be done with one of them by now; the next round sees to it.
        if len(mails) > 1:
            return sum(_record(parts, [mail], now, seen=seen) for mail in mails)
        return 0
    return len(mails)


def _write_down(parts: Parts, books: Books, mail: Mail, now: datetime, *, seen: bool) -> None:
    books.mails.disposed(mail, now)
    if mail.disposal == "delete" and seen:
        books.receipts.add(mail, parts.settings.mailbox.retention_rule, now)
    what = f"mail-{mail.disposal}" if seen else "mail-place-gone"
    books.audit.add(what, "bot", now, mail_id=mail.id, request_id=mail.request_id)
