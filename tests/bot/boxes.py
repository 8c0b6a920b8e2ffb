"""Mailboxes that somebody also reads in another mail program, and servers before which things go wrong."""

from collections.abc import Sequence
from typing import Any

from medverkan.bot.ports import Source
from medverkan.mailbox.memory import MemorySource
from medverkan.mailbox.values import GiveUpError, Place
from tests.bot.living import PASSWORD, USER, Mailbox
from tests.mailbox.servers import other_client


class MemoryBox:
    """A mailbox in memory, and the person who reads it in another mail program."""

    def __init__(self) -> None:
        self.source: Any = MemorySource(f"{USER}@127.0.0.1")

    def deliver(self, raw: bytes) -> None:
        self.source.deliver(raw)

    def mails(self, folder: str) -> list[bytes]:
        return list(self.source.folders.get(folder, {}).values())

    def carry(self, folder: str, target: str) -> None:
        for uid in list(self.source.folders[folder]):
            self.source.deliver(self.source.folders[folder].pop(uid), target)


class ServedBox:
    """A mailbox on a server, and the person who reads it in another mail program."""

    def __init__(self, server: Mailbox, source: Source) -> None:
        self.server, self.source = server, source

    def deliver(self, raw: bytes) -> None:
        self.server.append(raw)

    def mails(self, folder: str) -> list[bytes]:
        return self.server.folder(folder)

    def carry(self, folder: str, target: str) -> None:
        with other_client(self.server.host, self.server.port, USER, PASSWORD) as client:
            if not client.folder_exists(target):
                client.create_folder(target)
            client.select_folder(folder)
            client.move(client.search(), target)


def dying(source: Source, *, after: bool) -> Any:
    """Return the mailbox as before a process that dies at the next take_away, before it or after it."""
    return _Dying(source, after=after)


class _Dying:
    def __init__(self, source: Source, *, after: bool) -> None:
        self._source, self._after = source, after

    def __getattr__(self, name: str) -> Any:
        return getattr(self._source, name)

    def take_away(self, *arguments: Any) -> None:
        if self._after:
            self._source.take_away(*arguments)
        raise KeyboardInterrupt


class Unyielding(MemorySource):
    """A server that lets nothing go."""

    def take_away(self, places: Sequence[Place], folder: str | None) -> frozenset[Place]:
        raise GiveUpError("servern sade nej")


class Clinging(MemorySource):
    """A server that keeps what is deleted in a folder, and lets nothing out of that."""

    def take_away(self, places: Sequence[Place], folder: str | None) -> frozenset[Place]:
        if any(place.folder == self.trash() for place in places):
            raise GiveUpError("servern sade nej")
        return super().take_away(places, folder)
