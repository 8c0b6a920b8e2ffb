"""Mail pushed to us by SMTP or LMTP: a server for one address that answers 250 when a mail is stored, not before.

The one thing to know: the sender forgets a mail at our 250, and sends the same bytes once more where it never got it.
So nothing that differs from time to time is added to a mail here (no Received with a date): only Return-Path, as the
last server adds (RFC 5321 4.4). What is stored already is then known by its bytes.
"""

import asyncio
import errno
import ipaddress
import logging
import socket
import ssl
from collections.abc import AsyncIterator, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from medverkan.mailbox.receiving_session import NO_ROOM, TRY_LATER, Door, LmtpSession, SmtpSession
from medverkan.mailbox.receiving_values import Keep, Listen, ListenError, NoRoomError

# As large as what is read (reading.MAX_MAIL_BYTES), with room for what is added on top.
MOST_BYTES = 26_214_400 - 4_096
# Of mails on their way in together, copies not counted.
MOST_HELD_BYTES = 4 * MOST_BYTES
MOST_SESSIONS = 50
MOST_TOGETHER = 25
STOP_S = 8.0
NAME = "medverkan.localhost"  # no server's own name, which a server before us would take for a loop
IDENT = "Medverkan"
STORED = "250 2.0.0 Stored"


@asynccontextmanager
async def receiving(
    listen: Listen,
    address: str,
    keep: Keep,
    *,
    most_bytes: int = MOST_BYTES,
    most_held_bytes: int = MOST_HELD_BYTES,
    most_sessions: int = MOST_SESSIONS,
) -> AsyncIterator[int]:
    """Take mail for `address` until left; yields the port.

    `keep` is called in a thread of ours: for one mail, or for all that came meanwhile on other connections; where they
    cannot be kept together, for each. Raises ListenError.
    """
    # aiosmtpd tells addresses and whole mails to its log.
    logging.getLogger("mail.log").setLevel(logging.CRITICAL + 1)
    loop = asyncio.get_running_loop()
    tls = _tls_of(listen)
    with ThreadPoolExecutor(1, "receiving") as pool:
        door = Door(_Writer(keep, pool).take, most_bytes, most_held_bytes, most_sessions)
        door.allows = partial(may_connect, listen.relays)
        session = LmtpSession if listen.protocol == "lmtp" else SmtpSession
        settings = {"loop": loop, "hostname": NAME, "ident": IDENT, "tls_context": tls}
        handler = _Handler(address, needs_tls=tls is not None)
        try:
            server = await loop.create_server(lambda: session(handler, door, **settings), listen.host, listen.port)
        except OSError as error:
            raise _cannot_listen(listen, error) from error
        try:
            yield server.sockets[0].getsockname()[1]
        finally:
            # Not wait_closed: from Python 3.12 on that waits for connections too, however long they stay.
            server.close()
            await door.close(STOP_S)


class _Writer:
    """Has mails stored, one call at a time, and what waits meanwhile together: that is what the disk is slow at."""

    def __init__(self, keep: Keep, pool: ThreadPoolExecutor) -> None:
        self._keep, self._pool = keep, pool
        self._waiting: list[tuple[bytes, asyncio.Future[str]]] = []
        self._storing: asyncio.Task[None] | None = None

    async def take(self, sender: str, raw: bytes) -> str:
        """Have one mail stored; return the answer for its recipients."""
        path = sender if sender == "<>" else f"<{sender}>"
        answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._waiting.append((f"Return-Path: {path}\r\n".encode() + raw, answer))
        if self._storing is None or self._storing.done():
            self._storing = asyncio.create_task(self._store())
        return await answer

    async def _store(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:MOST_TOGETHER], self._waiting[MOST_TOGETHER:]
            raws = [raw for raw, _ in batch]
            answers = await asyncio.get_running_loop().run_in_executor(self._pool, self._answers, raws)
            for (_, waiting), answer in zip(batch, answers, strict=True):
                # Cancelled, where the client has gone meanwhile.
                if not waiting.done():
                    waiting.set_result(answer)

    def _answers(self, raws: list[bytes]) -> list[str]:
        together = self._answer(*raws)
        if together == STORED or len(raws) == 1:
            return [together] * len(raws)
        return [self._answer(raw) for raw in raws]

    def _answer(self, *raws: bytes) -> str:
        try:
            self._keep(*raws)
        except NoRoomError:
            return NO_ROOM
        except Exception:  # noqa: BLE001 - whatever it was, it is not stored, and `keep` has told
            return TRY_LATER
        return STORED


class _Handler:
    """Who mail is taken for; the names are aiosmtpd's."""

    def __init__(self, address: str, *, needs_tls: bool) -> None:
        self._address = address
        self._needs_tls = needs_tls

    async def handle_EHLO(  # noqa: N802
        self, _server: Any, session: Any, _envelope: Any, hostname: str, answers: list[str]
    ) -> list[str]:
        session.host_name = hostname
        able = [answer for answer in answers[1:] if not answer.startswith("250-AUTH")]
        return [answers[0], "250-PIPELINING", "250-ENHANCEDSTATUSCODES", *able]

    async def handle_MAIL(  # noqa: N802
        self, _server: Any, session: Any, envelope: Any, sender: str, options: list[str]
    ) -> str:
        if self._needs_tls and session.ssl is None:
            return "530 5.7.0 Must issue a STARTTLS command first"
        envelope.mail_from = sender
        envelope.mail_options.extend(options)
        return "250 2.1.0 OK"

    async def handle_RCPT(  # noqa: N802
        self, _server: Any, _session: Any, envelope: Any, recipient: str, _options: list[str]
    ) -> str:
        if not is_for(recipient, self._address):
            return "550 5.1.1 No such recipient here"
        envelope.rcpt_tos.append(recipient)
        return "250 2.1.5 OK"

    async def handle_exception(self, _error: Exception) -> str:
        return TRY_LATER


def is_for(recipient: str, address: str) -> bool:
    """Tell whether mail for `recipient` is for `address`: the same in any case, also with a "+tag" (RFC 5233)."""
    wanted, _, where = recipient.lower().rpartition("@")
    local, _, domain = address.lower().rpartition("@")
    return where == domain and (wanted == local or wanted.startswith(f"{local}+"))


def check(listen: Listen, timeout_s: float) -> bool:
    """Tell whether we listen there already, and if not that we could. Raises ListenError."""
    _tls_of(listen)
    family = socket.AF_INET6 if ":" in listen.host else socket.AF_INET
    try:
        socket.create_server((listen.host, listen.port), family=family).close()
    except OSError as error:
        if error.errno == errno.EADDRINUSE and _is_us(listen, timeout_s):
            return True
        raise _cannot_listen(listen, error) from error
    return False


def _cannot_listen(listen: Listen, error: OSError) -> ListenError:
    taken = error.errno == errno.EADDRINUSE
    why = "porten används av ett annat program" if taken else error.strerror or type(error).__name__
    return ListenError(f"det går inte att lyssna på {listen.host}:{listen.port}: {why}")


def _is_us(listen: Listen, timeout_s: float) -> bool:
    try:
        with socket.create_connection((listen.host, listen.port), timeout_s) as connection:
            return f"{NAME} {IDENT}".encode() in connection.recv(200)
    except OSError:
        return False


def _tls_of(listen: Listen) -> ssl.SSLContext | None:
    if listen.certificate is None:
        return None
    for file in (listen.certificate, listen.key):
        if file and not file.is_file():
            raise ListenError(f"certifikatets fil {file} finns inte (certificate, key_file)")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        context.load_cert_chain(listen.certificate, listen.key)
    except (OSError, ValueError) as error:
        files = " med ".join(str(file) for file in (listen.certificate, listen.key) if file)
        raise ListenError(f"certifikatet eller dess nyckel går inte att använda: {files}") from error
    return context


def may_connect(relays: Iterable[str], peer: str) -> bool:
    """Tell whether `peer` is this machine or among those addresses and networks."""
    try:
        found = ipaddress.ip_address(peer)
    except ValueError:
        return False
    found = getattr(found, "ipv4_mapped", None) or found
    return found.is_loopback or any(found in ipaddress.ip_network(relay, strict=False) for relay in relays)
