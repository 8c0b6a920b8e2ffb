"""Twins of ImapSource and SmtpSender that live in memory, for tests and the demo.

They fit the same protocols and answer the same contract test; where a real server and these differ, these are wrong.
"""

import threading
from collections.abc import Iterator, Sequence

from medverkan.mailbox.imap_fetch import cut
from medverkan.mailbox.values import Arrival, MailboxError, Place


class MemorySource:
    """A mailbox in memory. `folders` may be looked into freely; deliver with `deliver`."""

    def __init__(self, account: str = "memory", inbox: str = "INBOX", max_bytes: int = 26_214_400) -> None:
        self.account = account
        self.folders: dict[str, dict[int, bytes]] = {inbox: {}}
        self.validity = 1  # set it to play a folder that was remade
        self.inbox = inbox
        self._max_bytes = max_bytes
        self._next_uid = 1
        self._known: list[int] | None = None
        self._woken = False
        self._trash = ""
        self._changed = threading.Condition(threading.RLock())

    def deliver(self, raw: bytes, folder: str = "") -> int:
        """Put a mail into the watched folder, or another; return its UID. Thread-safe."""
        with self._changed:
            uid, self._next_uid = self._next_uid, self._next_uid + 1
            self.folders.setdefault(folder or self.inbox, {})[uid] = raw
            self._changed.notify_all()
            return uid

    def uidvalidity(self) -> int:
        """Return the folder's UIDVALIDITY as of now."""
        return self.validity

    def uids(self) -> Sequence[int]:
        """Return the UIDs in the folder, ascending."""
        with self._changed:
            self._known = sorted(self.folders[self.inbox])
            return list(self._known)

    def fetch(self, uids: Sequence[int]) -> Iterator[Arrival]:
        """Yield those mails; a vanished UID is skipped, an over-large one comes cut to its header."""
        for uid in uids:
            raw = self.folders[self.inbox].get(uid)
            if raw is not None:
                yield Arrival(Place(self.account, self.inbox, self.validity, uid), self._fetched(raw))

    def move(self, place: Place, folder: str) -> bool:
        """Move that mail; return whether it is gone from where it lay."""
        with self._changed:
            if not self._is_ours(place):
                return False
            raw = self._pop(place)
            if raw is not None:
                self.deliver(raw, folder)
            return True

    def delete(self, place: Place) -> bool:
        """Delete that mail; return whether it is gone."""
        with self._changed:
            if not self._is_ours(place):
                return False
            raw = self._pop(place)
            if raw is not None and self._trash not in ("", place.folder):
                self.deliver(raw, self._trash)
            return True

    def take_away(self, places: Sequence[Place], folder: str | None) -> frozenset[Place]:
        """Move those mails, or delete them; return those that are gone."""
        return frozenset(
            place for place in places if (self.delete(place) if folder is None else self.move(place, folder))
        )

    def there(self, places: Sequence[Place]) -> frozenset[Place]:
        """Return those of the places where a mail lies now."""
        with self._changed:
            return frozenset(p for p in places if self._is_ours(p) and p.uid in self.folders.get(p.folder, {}))

    def find(self, folder: str, raw: bytes) -> Place | None:
        """Return where in `folder` a mail with these very bytes lies, the newest; None where there is none."""
        with self._changed:
            found = [uid for uid, held in self.folders.get(folder, {}).items() if self._fetched(held) == raw]
            return Place(self.account, folder, self.validity, max(found)) if found else None

    def lacking(self) -> tuple[str, ...]:
        """Return nothing: this server can all that is needed."""
        return ()

    def trash(self) -> str:
        """Return the folder where what is deleted ends up: set by `keep_deleted`, else there is none."""
        return self._trash

    def keep_deleted(self, folder: str) -> None:
        """Put a copy of what is deleted elsewhere into this folder from now on, as some servers do."""
        self._trash = folder

    def append_draft(self, raw: bytes) -> None:
        """Put a finished letter into the folder Utkast."""
        self.deliver(raw, "Utkast")

    def wait(self, timeout_s: float) -> None:
        """Return when the UIDs differ from what `uids` last said, when woken, or after `timeout_s`."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._woken or sorted(self.folders[self.inbox]) != self._known, timeout=timeout_s
            )
            self._woken = False

    def wake(self) -> None:
        """Make a `wait` in another thread return at once."""
        with self._changed:
            self._woken = True
            self._changed.notify_all()

    def close(self) -> None:
        """Do nothing; there is no connection."""

    def _fetched(self, raw: bytes) -> bytes:
        if len(raw) <= self._max_bytes:
            return raw
        return cut(raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n", len(raw))

    def _is_ours(self, place: Place) -> bool:
        return place.account == self.account and place.uidvalidity == self.validity

    def _pop(self, place: Place) -> bytes | None:
        if self._known is not None and place.folder == self.inbox and place.uid in self._known:
            self._known.remove(place.uid)
        return self.folders.get(place.folder, {}).pop(place.uid, None)


class MemorySender:
    """A submission server in memory: what was sent lies in `sent`, as (to, raw)."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.sent: list[tuple[str, bytes]] = []
        self._refusals: list[MailboxError] = []

    def refuse_next(self, error: MailboxError) -> None:
        """Raise `error` at the next `send` or `check`, once."""
        self._refusals.append(error)

    def send(self, to: str, raw: bytes) -> None:
        """Keep the letter, or raise what `refuse_next` was given."""
        self.check()
        self.sent.append((to, raw))

    def check(self) -> None:
        """Raise what `refuse_next` was given, if anything."""
        if self._refusals:
            raise self._refusals.pop(0)
