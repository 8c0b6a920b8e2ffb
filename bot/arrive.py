"""Mail arrives: bytes are committed here before anything is done to them on the server.

It may be run at any time, any number of times: what is known is not stored again.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from medverkan.bot.parts import Parts
from medverkan.bot.ports import Source
from medverkan.mailbox.values import Arrival

BATCH = 50
# What is held in memory between two commits, however large the mails are.
BATCH_BYTES = 16_000_000


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
