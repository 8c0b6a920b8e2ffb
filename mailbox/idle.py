"""Waiting for the server to say that something changed (IMAP IDLE, RFC 2177), and being woken out of it.

IMAPClient's own `idle_check` is not used, on purpose: it breaks on a line that arrives in two segments, returns an
empty list for ever once the server is gone, and `select` alone misses what has already been read. So: look
for buffered bytes, select on the socket and a wake-up socket, and always end with a *blocking* DONE, which raises when
the server is away. What the server pushed is not trusted either; the caller searches again.
"""

import contextlib
import selectors
import socket
import ssl
from typing import Any

IMAPClient = Any  # imapclient carries no types


class Bell:
    """Wakes one waiting thread from any other. A ring before the wait is not lost."""

    def __init__(self) -> None:
        self._ear, self._button = socket.socketpair()
        self._ear.setblocking(False)
        self._button.setblocking(False)

    def fileno(self) -> int:
        """Return the descriptor that becomes readable when the bell rings; -1 once closed."""
        return self._ear.fileno()

    def ring(self) -> None:
        """Wake the waiter; thread-safe, never blocks, harmless after `close`."""
        # A full buffer means that it already rings; a closed socket that nobody listens any more.
        with contextlib.suppress(OSError):
            self._button.send(b"!")

    def rang(self) -> bool:
        """Return whether it rang since the last question, and be quiet again."""
        heard = False
        with contextlib.suppress(OSError):
            while self._ear.recv(4096):
                heard = True
        return heard

    def wait(self, timeout_s: float) -> None:
        """Return when the bell rings, or after `timeout_s`; leaves it ringing."""
        _readable([self], timeout_s)

    def close(self) -> None:
        """Let go of both sockets."""
        self._ear.close()
        self._button.close()


def idle_round(client: IMAPClient, bell: Bell, timeout_s: float) -> bool:
    """Hold one IDLE until the server says something or the bell rings (True), or time is up (False).

    Raises what imaplib raises when the server is gone or does not answer DONE within the socket's own timeout.
    """
    client.idle()
    roused = _buffered(client) or _readable([client.socket(), bell], timeout_s)
    client.idle_done()
    return roused


def _readable(sources: list[Any], timeout_s: float) -> bool:
    # Not select.select: that fails for descriptors above 1023.
    with selectors.DefaultSelector() as selector:
        for source in sources:
            if source.fileno() >= 0:
                selector.register(source, selectors.EVENT_READ)
        return bool(selector.get_map() and selector.select(max(0.0, timeout_s)))


def _buffered(client: IMAPClient) -> bool:
    """Return whether bytes have come that `select` cannot see: in the TLS layer or in our own reader."""
    sock = client.socket()
    if isinstance(sock, ssl.SSLSocket) and sock.pending():
        return True
    return bool(client._imap.holds_bytes())
