"""Mail arrives: bytes are committed here before anything is done to them on the server, or its sender is answered.

It may be run at any time, any number of times: what is known is not stored again.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from medverkan.bot.parts import Parts
from medverkan.bot.ports import Source
from medverkan.mailbox.receiving_values import NoRoomError
from medverkan.mailbox.values import Arrival, MailboxError
from medverkan.storage.store import FullError

BATCH = 50
# What is held in memory between two commits, however large the mails are.
BATCH_BYTES = 16_000_000
# The ledger's names for where pushed mail comes from: the protocols.
PUSHED = ("lmtp", "smtp")


def arrive(parts: Parts, source: Source, now: Callable[[], datetime]) -> int:
    """Take in every mail of the watched folder that the ledger does not know; return how many.

    Raises TryLaterError, GiveUpError (the source) and FullError (the store); what was taken in before stays.
    """
    folder = source.inbox
    validity = source.uidvalidity()
    lying = source.uids()
    with parts.store.reading() as books:
        known = books.mails.known_uids(source.account, folder, validity, lying)
    new = [uid for uid in lying if uid not in known]
    return sum(_store(parts, batch, now()) for batch in _batches(source.fetch(new)))


def take_pushed(parts: Parts, raws: Iterable[bytes], now: datetime) -> int:
    """Take in mails that were pushed to us, all or none, and read them back; return how many were not known.

    They have no place on a server: what is sent once more, since our answer got lost, is known by its bytes. Raises
    NoRoomError, and whatever else the store raises: then they are not taken in.
    """
    try:
        with parts.store.transaction() as books:
            added = [books.mails.add(raw, now, parts.settings.receive.protocol) for raw in raws]
            new = [mail for mail in added if mail is not None]
            for mail in new:
                # Before it is committed: one that cannot be read back would be known when it is sent once more.
                books.mails.raw(mail)
    except FullError as error:
        raise NoRoomError("the register is full") from error
    return len(new)


def settle_pushed(parts: Parts, now: datetime) -> int:
    """Write down that mails which lie on no server need no disposal there; return how many were understood since."""
    with parts.store.transaction() as books:
        return books.mails.settle(PUSHED, now)


def _batches(arrivals: Iterable[Arrival]) -> Iterator[list[Arrival]]:
    batch: list[Arrival] = []
    size = 0
    try:
        for arrival in arrivals:
            batch.append(arrival)
            size += len(arrival.raw)
            if len(batch) >= BATCH or size >= BATCH_BYTES:
                yield batch
                batch, size = [], 0
    except MailboxError:
        # What came before it went wrong is held: else one mail that cannot be had would keep its neighbours out.
        if batch:
            yield batch
        raise
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
