"""The reading half of an IMAP connection, with a bound on how much one answer may hold and how long it may take.

imaplib would read whatever a server sends: a literal of the size that it names, lines without end, one byte a second
for ever. Here all bytes come through one buffer, counted from the command that they answer. What was pushed in the
clear before the line was secured is never read as if it had come after.
"""

import imaplib
import time
from typing import Any

from imapclient import IMAPClient as _Client
from imapclient.imap4 import IMAP4WithTimeout
from imapclient.tls import IMAP4_TLS

LONGEST_LINE = 10_000_000  # the answer to SEARCH is one line, of 7 MB at a million mails
MOST_LINES = 100_000  # in one answer; a server that has more to tell tells it to the next connection
SPARE_BYTES = 16_000_000  # beyond twice what is asked for: sizes told beforehand are estimates on some servers
PATIENCE = 10  # times the time-out, for one answer, while something comes now and then
SLOWEST_BYTES_S = 50_000  # what comes after that must have come at this rate
_PIECE = 1 << 16


class TooMuchError(OSError):
    """The server sends more than any answer to the question may hold. No abort: imaplib makes others of those."""


class _Bounded(imaplib.IMAP4):
    """Reads from the socket itself; `file` of imaplib is there, and unused."""

    def __init__(self, *arguments: Any, timeout_s: float, most_bytes: int) -> None:
        self._timeout_s, self._most_bytes = timeout_s, most_bytes
        self._held = bytearray()
        self._held_from: object = None
        self._begin()
        super().__init__(*arguments)

    def send(self, data: Any) -> None:
        """Send; what comes from now on is the answer."""
        self._begin()
        super().send(data)

    def read(self, size: int) -> bytes:
        """Return the `size` bytes of a literal. Raises TooMuchError before any of too many is read."""
        if size > self._most_bytes - self._taken:
            raise TooMuchError("a literal that is too large")
        self._same_line()
        parts = [bytes(memoryview(self._held)[:size])]
        del self._held[:size]
        left = size - len(parts[0])
        while left:
            parts.append(self._receive(min(left, 1 << 20)))
            left -= len(parts[-1])
        return b"".join(parts)

    def readline(self) -> bytes:
        """Return one line with its end. Raises TooMuchError where it has none within bounds."""
        self._same_line()
        seen = 0
        while (end := self._held.find(b"\n", seen)) < 0:
            seen = len(self._held)
            if seen > LONGEST_LINE:
                raise TooMuchError("a line that is too long")
            self._held += self._receive(_PIECE)
        self._lines += 1
        if self._lines > MOST_LINES:
            raise TooMuchError("too many lines")
        line = bytes(memoryview(self._held)[: end + 1])
        del self._held[: end + 1]
        return line

    def holds_bytes(self) -> bool:
        """Tell whether bytes have come that the socket no longer shows."""
        return bool(self._held)

    def forget_untagged(self) -> None:
        """Forget what was told in passing, which imaplib would hoard for as long as the connection lasts."""
        self.untagged_responses.clear()

    def _begin(self) -> None:
        self._began, self._taken, self._lines = time.monotonic(), 0, 0

    def _receive(self, most: int) -> bytes:
        if time.monotonic() - self._began > PATIENCE * self._timeout_s + self._taken / SLOWEST_BYTES_S:
            raise TimeoutError("the answer comes too slowly")
        piece = self.sock.recv(most)
        if not piece:
            raise self.abort("the connection has ended")
        self._taken += len(piece)
        if self._taken > self._most_bytes:
            raise TooMuchError("an answer that is too large")
        return piece

    def _same_line(self) -> None:
        """Let nothing that came in the clear be read once the line is secured."""
        if self._held_from is not self.sock:
            if self._held:
                raise self.abort("bytes in the clear after STARTTLS")
            self._held_from = self.sock


class _BoundedPlain(_Bounded, IMAP4WithTimeout):  # type: ignore[misc]
    """In the clear, or secured later."""


class _BoundedTls(_Bounded, IMAP4_TLS):  # type: ignore[misc]
    """Secured from the first byte."""


class BoundedClient(_Client):  # type: ignore[misc]  # imapclient carries no types
    """An IMAPClient that takes `most_bytes` in one answer, and waits for it in reason."""

    def __init__(self, host: str, *, most_bytes: int, timeout: float, **settings: Any) -> None:
        self._bounds: dict[str, Any] = {"timeout_s": timeout, "most_bytes": 2 * most_bytes + SPARE_BYTES}
        super().__init__(host, timeout=timeout, **settings)

    def _create_IMAP4(self) -> imaplib.IMAP4:  # noqa: N802  (imapclient's name)
        timeout_s = self._bounds["timeout_s"]
        if self.ssl:
            return _BoundedTls(self.host, self.port, self.ssl_context, timeout_s, **self._bounds)
        return _BoundedPlain(self.host, self.port, timeout_s, **self._bounds)
