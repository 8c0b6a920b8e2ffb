"""What has been understood leaves the watched folder: deleted with a receipt, or moved, as the routine says.

It may be run at any time, any number of times. A receipt is written only of a mail that was seen to lie there and then
seen to be gone: so a deletion is written down as begun before the server is asked. A mail that is not where it arrived
(put aside and taken in again, or moved by a person) is looked for, by its bytes, in the folders that are ours. Where
the server keeps a copy of what is deleted in a folder of its own, that copy goes too before a mail is called deleted.
A number on a server is believed no further than its bytes: they are fetched again, and compared, before they go.
"""

import hashlib
from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from datetime import datetime

import structlog

from medverkan.bot.letters import swedish_time
from medverkan.bot.parts import Parts
from medverkan.bot.ports import Source
from medverkan.mailbox.likeness import is_same_letter
from medverkan.mailbox.values import GiveUpError, MailboxError, Place
from medverkan.storage.book import StaleError
from medverkan.storage.books import Books
from medverkan.storage.values import Mail
from medverkan.storage.vault import VaultError

BATCH = 50
DISPOSALS = ("delete", "handled", "review")
log = structlog.get_logger()


def dispose(parts: Parts, source: Source, now: Callable[[], datetime]) -> int:
    """Delete or move what has been understood; return for how many mails nothing is left to be done.

    Each mail's bytes are read back from the register first. However many cannot be read back, or the server will not
    let go, they hold no other up. Raises TryLaterError and GiveUpError (the source) and FullError (the store).
    """
    last = None
    while True:
        with parts.store.reading() as books:
            waiting = books.mails.to_dispose(source.account, BATCH, last)
            held = [mail for mail in waiting if _is_held(books, mail)]
        if not waiting:
            return 0
        if gone := _dispose_batch(parts, source, held, now):
            return gone
        last = waiting[-1]


def _dispose_batch(parts: Parts, source: Source, waiting: Sequence[Mail], now: Callable[[], datetime]) -> int:
    arrived = [mail for mail in waiting if mail.folder == source.inbox]
    there = source.there([_place(mail) for mail in arrived])
    lying = [mail for mail in arrived if _place(mail) in there]
    at_place, ousted = _compared(parts, source, lying, now)
    # These first: one that a person has put back into the watched folder is still there to be seen.
    gone = 0
    for mail in waiting:
        if mail in ousted:
            # Its own number is another mail's: where its bytes lie in the watched folder, they are no repeat of it.
            repeats = {_place(other) for other in waiting if other.sha256 == mail.sha256}
            gone += _trace(parts, source, mail, now, repeats)
        elif mail not in lying:
            gone += _trace(parts, source, mail, now)
    groups = ([mail for mail in at_place if mail.disposal == what] for what in DISPOSALS)
    return gone + sum(_dispose_of(parts, source, group, now) for group in groups if group)


def _is_held(books: Books, mail: Mail) -> bool:
    """Tell whether the register holds what the server held; where not, nothing is touched."""
    try:
        books.mails.raw(mail)
    except VaultError:
        log.error("mail not read back", mail=mail.id)
        return False
    return True


def _compared(
    parts: Parts, source: Source, lying: Sequence[Mail], now: Callable[[], datetime]
) -> tuple[list[Mail], list[Mail]]:
    """Return which of the mails lie where they were taken in, and which have another mail in their place."""
    places = {_place(mail): mail for mail in lying}
    ours: list[Mail] = []
    ousted: list[Mail] = []
    try:
        for arrival in source.fetch([place.uid for place in places]):
            mail = places.get(arrival.place)
            if mail is None:
                continue
            digest = hashlib.sha256(arrival.raw).hexdigest()
            if digest == mail.sha256:
                ours.append(mail)
            elif not _is_rendered_anew(parts, mail, arrival.raw):
                ousted.append(mail)
                _note_ousted(parts, mail, digest, now())
            elif mail.disposal == "delete":
                _tell_refused(parts, mail, GiveUpError("Servern visar det inte som när det lästes."), now())
            else:
                ours.append(mail)
    except MailboxError as error:
        # Raises where it is the server that is away, and not one mail that it will not give.
        source.uidvalidity()
        log.error("mail not compared", error=type(error).__name__)
    return ours, ousted


def _is_rendered_anew(parts: Parts, mail: Mail, found: bytes) -> bool:
    with parts.store.reading() as books:
        return is_same_letter(books.mails.raw(mail), found)


def _note_ousted(parts: Parts, mail: Mail, digest: str, now: datetime) -> None:
    """Note that the server has another mail under that number than it gave; tell of it where that was never read."""
    log.error("another mail in its place", mail=mail.id, disposal=mail.disposal)
    note = (
        f"I mappen {mail.folder} ligger ett annat mejl på den plats där boten har läst ett. Det är varken läst eller "
        "flyttat. Flytta det till en annan mapp och tillbaka igen, så läses det."
    )
    with parts.store.transaction() as books:
        # Should ours be nowhere to be found, it was not by us.
        books.receipts.withdraw(mail)
        if not books.mails.holds(digest):
            books.tasks.add("failed", f"ousted:{mail.id}", now, mail_id=mail.id, note=note)


def _dispose_of(parts: Parts, source: Source, group: Sequence[Mail], now: Callable[[], datetime]) -> int:
    """Take mails that were seen where they say away, all in the same way; return how many that was."""
    if group[0].disposal == "delete":
        with parts.store.transaction() as books:
            for mail in group:
                books.receipts.begin(mail, parts.settings.mailbox.retention_rule, now())
    return _record(parts, _take_away(parts, source, group, now), now())


def _take_away(parts: Parts, source: Source, group: Sequence[Mail], now: Callable[[], datetime]) -> list[Mail]:
    """Take the mails away together, each alone where that is refused; return those that were seen to be gone."""
    places = {_place(mail): mail for mail in group}
    try:
        gone = source.take_away(list(places), _target(parts, group[0]))
    except MailboxError as error:
        # Raises where it is the server that is away, and not one mail that it will not let go.
        source.uidvalidity()
        if len(group) == 1:
            _tell_refused(parts, group[0], error, now())
            return []
        return [gone for mail in group for gone in _take_away(parts, source, [mail], now)]
    _withdraw(parts, [mail for place, mail in places.items() if place not in gone])
    left = [places[place] for place in gone]
    trash = source.trash() if left and group[0].disposal == "delete" else ""
    return [mail for mail in left if _without_copy(parts, source, mail, trash, now())] if trash else left


def _without_copy(parts: Parts, source: Source, mail: Mail, trash: str, now: datetime) -> bool:
    """Delete what the server has kept of a deleted mail; return whether none is left."""
    with parts.store.reading() as books:
        raw = books.mails.raw(mail)
    try:
        while copy := source.find(trash, raw):
            if copy not in source.take_away([copy], None):
                return False
    except MailboxError as error:
        source.uidvalidity()
        _tell_refused(parts, mail, error, now)
        return False
    return True


def _target(parts: Parts, mail: Mail) -> str | None:
    mailbox = parts.settings.mailbox
    return {"delete": None, "review": mailbox.review}.get(mail.disposal, mailbox.handled)


def _place(mail: Mail) -> Place:
    return Place(mail.account, mail.folder, mail.uidvalidity or 0, mail.uid or 0)


def _trace(
    parts: Parts, source: Source, mail: Mail, now: Callable[[], datetime], repeats: Container[Place] | None = None
) -> int:
    """Dispose of a mail that is not where it arrived, wherever it lies; return 1 where nothing is left to be done.

    In the watched folder only where `repeats` are given, and not one of those.
    """
    mailbox = parts.settings.mailbox
    with parts.store.reading() as books:
        raw = books.mails.raw(mail)
    try:
        folders = dict.fromkeys([mail.folder, mailbox.review, mailbox.handled])
        if mail.disposal == "delete" and (trash := source.trash()):
            folders[trash] = None
        folders.pop(source.inbox, None)
        found = next((place for folder in folders if (place := source.find(folder, raw))), None)
        # Put back, or in a folder that was made anew with new numbers, it is taken in as a repeat and goes as that.
        put_back = None if found else source.find(source.inbox, raw)
        if put_back and repeats is not None and put_back not in repeats:
            found = put_back
        remade = mail.folder == source.inbox and mail.uidvalidity != source.uidvalidity()
    except MailboxError as error:
        source.uidvalidity()
        _tell_refused(parts, mail, error, now())
        return 0
    if not found:
        return _let_go(parts, mail, now(), again=put_back is not None, remade=remade)
    if found.folder == _target(parts, mail):
        return _record(parts, [mail], now())
    there = replace(mail, folder=found.folder, uidvalidity=found.uidvalidity, uid=found.uid)
    return _dispose_of(parts, source, [there], now)


def _tell_refused(parts: Parts, mail: Mail, error: MailboxError, now: datetime) -> None:
    log.error("mail not let go", mail=mail.id, disposal=mail.disposal, error=type(error).__name__)
    if isinstance(error, GiveUpError):
        _withdraw(parts, [mail])
        what = "raderas" if mail.disposal == "delete" else "flyttas"
        note = f"Ett mejl kan inte {what} i brevlådan: {error}"
        with parts.store.transaction() as books:
            books.tasks.add("failed", f"stuck:{mail.id}:{mail.disposal}", now, mail_id=mail.id, note=note)


def _withdraw(parts: Parts, mails: Sequence[Mail]) -> None:
    """Take back that their deletion was begun: should they vanish later, it was not by us."""
    if mails:
        with parts.store.transaction() as books:
            for mail in mails:
                books.receipts.withdraw(mail)


def _record(parts: Parts, mails: Sequence[Mail], now: datetime) -> int:
    """Write down that it is done, with a receipt for each deletion; return how many."""
    if not mails:
        return 0
    try:
        with parts.store.transaction() as books:
            for mail in mails:
                _write_down(parts, books, mail, now)
    except StaleError:
        # Something else is to be done with one of them by now; the next round sees to it.
        return sum(_record(parts, [mail], now) for mail in mails) if len(mails) > 1 else 0
    return len(mails)


def _write_down(parts: Parts, books: Books, mail: Mail, now: datetime) -> None:
    books.mails.disposed(mail, now)
    if mail.disposal == "delete":
        books.receipts.add(mail, parts.settings.mailbox.retention_rule, now)
    books.audit.add(f"mail-{mail.disposal}", "bot", now, mail_id=mail.id, request_id=mail.request_id)


def _let_go(parts: Parts, mail: Mail, now: datetime, *, again: bool, remade: bool) -> int:
    """Write down that a mail is nowhere to be found: gone by us, where that was begun, else by somebody else."""
    try:
        with parts.store.transaction() as books:
            if books.receipts.is_begun(mail) and not remade:
                # Killed between the deletion and its receipt.
                _write_down(parts, books, mail, now)
                return 1
            books.receipts.withdraw(mail)
            books.mails.disposed(mail, now)
            books.audit.add("mail-place-gone", "bot", now, mail_id=mail.id, request_id=mail.request_id)
            if mail.disposal == "delete" and not again:
                _ask_to_delete(parts, books, mail, now)
    except StaleError:
        return 0
    return 1


def _ask_to_delete(parts: Parts, books: Books, mail: Mail, now: datetime) -> None:
    mailbox = parts.settings.mailbox
    came = swedish_time(mail.received_at, parts.settings.zone)
    note = (
        f"Anmälan som kom {came} hittades inte i mapparna {mailbox.inbox}, {mailbox.review} och {mailbox.handled}. "
        "Den kan ligga kvar någon annanstans i brevlådan: sök upp och radera den."
    )
    books.tasks.add("failed", f"gone:{mail.id}", now, mail_id=mail.id, member_id=mail.member_id, note=note)
