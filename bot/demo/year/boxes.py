"""The year's mailbox and post: the memory twins of the product's ports, which can be away for a while and which watch.

A mail is never let go of before its bytes can be read back from the register; that is asked here, of the register.
"""

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime

from medverkan.bot.demo.world import Clock
from medverkan.bot.parts import Parts
from medverkan.mailbox.memory import MemorySender, MemorySource
from medverkan.mailbox.values import Place, TryLaterError

Outage = tuple[datetime, datetime]


class Mailbox(MemorySource):
    """The functional mailbox. `unsafe` tells of mails that were taken out before the register held them."""

    def __init__(self, parts: Parts, clock: Clock) -> None:
        super().__init__("invanarmedverkan@imap.region.example")
        self._parts, self._clock = parts, clock
        self.outages: list[Outage] = []
        self.deleted: list[bytes] = []
        self.unsafe: list[str] = []

    def uidvalidity(self) -> int:
        """Return the folder's UIDVALIDITY. Raises TryLaterError in an outage."""
        if any(start <= self._clock.now < end for start, end in self.outages):
            raise TryLaterError("the server is away")
        return super().uidvalidity()

    def take_away(self, places: Sequence[Place], folder: str | None) -> frozenset[Place]:
        """Move those mails, or delete them, once it is seen that the register holds each."""
        raws = [(place, self.folders.get(place.folder, {}).get(place.uid)) for place in places]
        for place, raw in raws:
            if raw is not None and not self._is_held(raw):
                self.unsafe.append(f"uid {place.uid} togs ur brevlådan innan registret höll det")
        gone = super().take_away(places, folder)
        if folder is None:
            self.deleted += [raw for place, raw in raws if raw is not None and place in gone]
        return gone

    def _is_held(self, raw: bytes) -> bool:
        with self._parts.store.reading() as books:
            return books.mails.holds(hashlib.sha256(raw).hexdigest())


class Identity(MemorySender):
    """A submission server that hands on what it takes, and that can be away."""

    def __init__(self, address: str, left: Callable[[str, str, bytes], None]) -> None:
        super().__init__(address)
        self._left = left
        self.is_away: Callable[[], bool] = lambda: False

    def send(self, to: str, raw: bytes) -> None:
        """Hand the letter on. Raises TryLaterError while the server is away."""
        if self.is_away():
            raise TryLaterError("the server is away")
        super().send(to, raw)
        self._left(self.address, to, raw)
