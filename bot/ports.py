"""What the stages need of the outside world, as protocols. An adapter is a small class that fits one of them.

Blocking calls, each with a timeout of its own; callers run them in a thread.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from medverkan.bot.chat.values import Came
from medverkan.mailbox.receiving_values import Keep
from medverkan.mailbox.values import Arrival, GiveUpError, Place
from medverkan.storage.values import Outgoing

# Takes mail that is pushed to us until left, and hands each to `Keep`; entered and left on the service's event loop.
# Entering raises ListenError.
Receiving = Callable[[Keep], AbstractAsyncContextManager[object]]

# Something that goes on beside the stages while the service runs, such as a chat or a web server: entered and left on
# its event loop, given what to call when there is work for the stages. Entering raises SettingsError.
Beside = Callable[[Callable[[], None]], AbstractAsyncContextManager[object]]


class UncertainError(GiveUpError):
    """Nobody can tell whether a message was taken, so it must not be sent again by itself."""


class Source(Protocol):
    """One watched folder of one mailbox, over one connection. Not thread-safe: one thread owns it.

    All methods raise TryLaterError when the connection is gone (the next call reconnects) and GiveUpError when the
    server lacks what is needed.
    """

    account: str  # "user@host", the ledger's name for this mailbox
    inbox: str  # the watched folder

    def uidvalidity(self) -> int:
        """Return the folder's UIDVALIDITY as of now."""
        ...

    def uids(self) -> Sequence[int]:
        """Return the UIDs in the folder, ascending: one snapshot, never paged (RFC 3501 SEARCH)."""
        ...

    def fetch(self, uids: Sequence[int]) -> Iterator[Arrival]:
        """Yield those mails with BODY.PEEK, 50 a round trip; a vanished UID is skipped.

        An over-large one comes with `raw` cut to its header and a line `X-Medverkan-Too-Large: BYTES` on top.
        """
        ...

    def move(self, place: Place, folder: str) -> bool:
        """Move that mail to `folder` (made if missing); return whether it was seen to be gone from where it lay.

        MOVE, else COPY (checked) + UID EXPUNGE, never an unscoped EXPUNGE. A vanished UID counts as done. Another
        UIDVALIDITY than the place's touches nothing and returns False.
        """
        ...

    def delete(self, place: Place) -> bool:
        """Delete that mail and nothing else; return whether its absence was verified. Same rules as `move`."""
        ...

    def take_away(self, places: Sequence[Place], folder: str | None) -> frozenset[Place]:
        """Move those mails, all of one folder, to `folder`, or delete them where it is None; return those seen gone.

        In as few round trips as the server allows; the rules of `move` hold for each. Raises where one is refused.
        """
        ...

    def there(self, places: Sequence[Place]) -> frozenset[Place]:
        """Return those of the places, all of one folder, where a mail lies now; none of another UIDVALIDITY."""
        ...

    def find(self, folder: str, raw: bytes) -> Place | None:
        """Return where in `folder` a mail with these very bytes lies (as `fetch` gives them), the newest; or None.

        Searched by its Message-ID; where it has none, among the newest 500 by size.
        """
        ...

    def lacking(self) -> tuple[str, ...]:
        """Return what the server cannot of MOVE, UIDPLUS, IDLE, SPECIAL-USE. GiveUpError: nothing may be removed."""
        ...

    def trash(self) -> str:
        """Return the folder where the server may keep a copy of what is deleted (RFC 6154 \\Trash); "" for none."""
        ...

    def append_draft(self, raw: bytes) -> None:
        """Put a finished letter into the mailbox's own \\Drafts folder (RFC 6154)."""
        ...

    def wait(self, timeout_s: float) -> None:
        """Return when something may have changed, after `wake`, or after `timeout_s` (IDLE, else a plain wait)."""
        ...

    def wake(self) -> None:
        """Make a `wait` in another thread return at once. The only thread-safe method."""
        ...

    def close(self) -> None:
        """Log out, quietly."""
        ...


class Sender(Protocol):
    """One identity that mail is submitted as."""

    address: str

    def send(self, to: str, raw: bytes) -> None:
        """Hand one finished letter to the submission server for one recipient.

        Raises TryLaterError (4xx, connection) or GiveUpError (5xx).
        """
        ...

    def check(self) -> None:
        """Connect, secure and log in, send nothing. Raises as `send`."""
        ...


class Channel(Protocol):
    """A way besides mail that messages of the outbox leave by: SMS, chat."""

    def send(self, message: Outgoing) -> str:
        """Hand over one message (`to`, `text`, `attachments`, `id`); return the other side's own id of it, or "".

        Raises TryLaterError (busy, away), LoginRefusedError (it does not let us in at all), UncertainError or
        GiveUpError (refused).
        """
        ...

    def check(self) -> str:
        """Connect and sign in, send nothing; return one Swedish line of what was found. Raises as `send`."""
        ...


class Chat(Protocol):
    """One chat service that leads are reached by."""

    def send(self, chat: str, text: str, buttons: Sequence[Sequence[tuple[str, str]]]) -> None:
        """Send plain text to one chat, with rows of buttons: label, and what comes back when it is pressed (64 bytes).

        Raises TryLaterError (busy, away), LoginRefusedError (our token is not taken) or GiveUpError (refused).
        """
        ...

    def check(self) -> str:
        """Sign in, send nothing; return one Swedish line of what was found. Raises as `send`."""
        ...

    def listening(self, take: Callable[[Came], None]) -> AbstractAsyncContextManager[object]:
        """Hand what comes to `take`, one at a time in a thread, until left; entered and left on an event loop.

        What `take` raises TryLaterError for comes again. A service that is away is said once, and never raised.
        """
        ...


class Telephony(Protocol):
    """What rings two people and connects them."""

    def connect(self, mine: str, theirs: str, task_id: str) -> None:
        """Ring the first number, and connect it to the second when it answers. Raises as Channel.send."""
        ...
