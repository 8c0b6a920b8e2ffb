"""One connection of a server that hands mail over to us: aiosmtpd's session, and what it lacks.

The one thing to know: LMTP has one answer per recipient after DATA (RFC 2033 4.2), whatever happens; so everything
after "354" is answered in `smtp_DATA` here, which replaces aiosmtpd's and reads in pieces instead of lines.
"""

import asyncio
import collections
import contextlib
import re
from collections.abc import Awaitable, Callable
from typing import Any

from aiosmtpd.lmtp import LMTP
from aiosmtpd.smtp import SMTP

from medverkan.mailbox.receiving_content import Content

# RFC 5321 4.5.3.2.7: a client may be silent for five minutes between two commands.
IDLE_S = 300.0
# The whole of one mail, so that nobody can hold a connection for ever a byte at a time.
DATA_S = 600.0
COMMAND_BYTES = 1_000
MORE_BYTES = 1 << 20  # more than the reader ever holds, so that a read empties it
CALLS = {"*": 100, "MAIL": 10_000, "RCPT": 20_000, "DATA": 10_000, "RSET": 10_000, "NOOP": 1_000}

NO_SERVICE = "421 4.3.2 Service not available, try later"
TRY_LATER = "451 4.3.0 Not stored, try later"
NO_ROOM = "452 4.3.1 Insufficient system storage, try later"
TOO_LARGE = "552 5.3.4 Message too large"
BARE_LINE_ENDS = "550 5.6.11 Bare CR or LF refused, lines end with CRLF"
# What aiosmtpd answers without an enhanced code (RFC 2034), which LMTP must announce.
_UNCODED = re.compile(r"\A([245])\d\d (?=OK|Bye|Error|Syntax|Command|MAIL|RCPT|Cannot|Could|Supported|Too)")
# What nearly every address is; the library's parser takes longer than all else that is done for one mail.
_PLAIN_PATH = re.compile(r"<([\w+=-]+(?:\.[\w+=-]+)*@[\w.-]+)>", re.ASCII)

Take = Callable[[str, bytes], Awaitable[str]]


class Door:
    """What all connections of one server share: who they are, how much they hold together, and when it closes."""

    def __init__(self, take: Take, most_bytes: int, most_held_bytes: int, most_sessions: int) -> None:
        self.take = take  # (envelope sender, bytes) → the answer; never raises
        self.most_bytes = most_bytes
        self.most_held_bytes = most_held_bytes
        self.most_sessions = most_sessions
        self.sessions: set[Any] = set()
        self.held_bytes = 0
        self.closing = False
        self._empty = asyncio.Event()
        self.allows: Callable[[str], bool] = lambda _peer: True

    def refusal(self, peer: Any) -> str:
        """Return why nobody more is let in, or not from there; "" where they are."""
        if not self.allows(str(peer[0]) if peer else ""):
            return "554 5.7.1 Not from there"
        return NO_SERVICE if self.closing or len(self.sessions) >= self.most_sessions else ""

    def left(self, session: Any) -> None:
        """Forget a connection that has ended."""
        self.sessions.discard(session)
        if not self.sessions:
            self._empty.set()

    async def close(self, patience_s: float) -> None:
        """Send everybody away, those that wait for a mail to be stored when they have their answer."""
        self.closing = True
        for session in [session for session in self.sessions if not session.storing]:
            session.send_away()
        if self.sessions:
            self._empty.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._empty.wait(), patience_s)
        for session in self.sessions:
            session.transport.abort()


class SmtpSession(SMTP):
    """A connection that speaks SMTP (RFC 5321). aiosmtpd's underscored names have to be used."""

    one_answer_each = False

    def __init__(self, handler: Any, door: Door, **settings: Any) -> None:
        super().__init__(
            handler,
            data_size_limit=door.most_bytes,
            enable_SMTPUTF8=True,
            timeout=IDLE_S,
            command_call_limit=CALLS,
            auth_exclude_mechanism=("LOGIN", "PLAIN"),
            **settings,
        )
        self._door = door
        self.storing = False
        self._leaving = False
        # Of its own: aiosmtpd's is shared by all connections, emptied by each new one and grown by each EHLO.
        self.command_size_limits: dict[str, int] = collections.defaultdict(lambda: COMMAND_BYTES)

    def connection_made(self, transport: Any) -> None:
        # Called once more by STARTTLS.
        if self not in self._door.sessions:
            if refusal := self._door.refusal(transport.get_extra_info("peername")):
                transport.set_protocol(asyncio.Protocol())
                transport.write(f"{refusal}\r\n".encode())
                transport.close()
                return
            self._door.sessions.add(self)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        self._door.left(self)
        super().connection_lost(error)

    def send_away(self) -> None:
        """End the connection; the client comes back with what was not answered."""
        transport: Any = self.transport
        if transport is not None and not transport.is_closing():
            transport.write(f"{NO_SERVICE}\r\n".encode())
            transport.close()

    async def _handle_client(self) -> None:
        # A client that goes while it is answered is no fault of ours.
        with contextlib.suppress(ConnectionError):
            await super()._handle_client()

    def _getaddr(self, arg: str) -> tuple[str | None, str | None]:
        if plain := _PLAIN_PATH.match(arg):
            return plain[1], arg[plain.end() :]
        try:
            address, rest = super()._getaddr(arg)
        except Exception:  # noqa: BLE001 - the standard library's parser has holes; what it cannot read is no address
            return None, None
        return (address, rest) if address and address.isprintable() else (None, None)

    async def push(self, status: Any) -> None:
        """Write one answer, with its enhanced code."""
        await super().push(_UNCODED.sub(lambda found: f"{found[0]}{found[1]}.0.0 ", status, count=1))

    async def smtp_DATA(self, arg: str | None) -> None:  # noqa: N802
        """Take one mail in, and answer for each recipient when it is stored."""
        if await self.check_helo_needed():
            return
        envelope: Any = self.envelope
        if arg or not envelope.rcpt_tos:
            await self.push("501 5.5.4 Syntax: DATA" if arg else "503 5.5.1 No valid recipients")
            return
        await self.push("354 End data with <CR><LF>.<CR><LF>")
        self._reset_timeout(DATA_S)
        answers = len(envelope.rcpt_tos) if self.one_answer_each else 1
        try:
            answer = await self._taken(envelope.mail_from)
        except Exception:  # noqa: BLE001 - also then every recipient has an answer; what comes next is no command
            answer, self._leaving = TRY_LATER, True
        self._set_post_data_state()  # type: ignore[no-untyped-call]
        self._reset_timeout()
        await self.push("\r\n".join([answer] * answers))
        self.storing = False
        if self._leaving or self._door.closing:
            self.send_away()

    async def _taken(self, sender: str) -> str:
        content, door = Content(self._door.most_bytes), self._door
        no_room = False
        held = 0
        rest = None
        try:
            while rest is None:
                chunk = await self._reader.read(MORE_BYTES)
                if not chunk:
                    raise asyncio.CancelledError
                rest = content.feed(chunk)
                if door.held_bytes + content.size - held > door.most_held_bytes:
                    no_room = True
                    content.give_up()
                door.held_bytes += content.size - held
                held = content.size
            # The next commands, sent without waiting (RFC 2920).
            self._reader.feed_data(rest)
            if content.too_large or no_room:
                return TOO_LARGE if content.too_large else NO_ROOM
            if content.has_bare_line_ends():
                return BARE_LINE_ENDS
            self.storing = True
            return await door.take(sender, content.raw())
        finally:
            door.held_bytes -= held

    async def smtp_VRFY(self, _arg: str | None) -> None:  # noqa: N802
        """Tell nobody who there is; aiosmtpd would repeat what it was asked."""
        await self.push("252 2.0.0 Cannot VRFY")

    async def _no_browser(self, _arg: str | None) -> None:
        self.send_away()

    # A web page can make a browser on this machine say these to us, followed by commands of its own.
    smtp_GET = smtp_POST = smtp_PUT = smtp_OPTIONS = smtp_HEAD = smtp_CONNECT = _no_browser  # noqa: N815


class LmtpSession(SmtpSession, LMTP):
    """A connection that speaks LMTP (RFC 2033)."""

    one_answer_each = True
