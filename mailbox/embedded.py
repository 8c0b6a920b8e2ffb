"""An IMAP server and an SMTP sink within this process, for the demo and the tests; loopback only, nothing on disk.

Each runs on an event loop in a thread of its own, so that blocking code can use it. Import this only where it is used:
it loads pymap and aiosmtpd.
"""

import asyncio
import base64
import contextlib
import logging
import ssl
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from medverkan.mailbox.embedded_imap import LOOPBACK, IsToken, MailStore
from medverkan.mailbox.loop_thread import ask, in_thread

MOST_BYTES = 33_554_432  # of a letter; Exchange Online takes 35 MB by default


class ImapServer:
    """A running embedded IMAP server. Its methods may be called from any thread but its own."""

    def __init__(self, store: MailStore, loop: asyncio.AbstractEventLoop) -> None:
        self._store = store
        self._loop = loop
        self.host = LOOPBACK
        self.port = store.port

    def append(self, user: str, folder: str, raw: bytes, flags: Sequence[str] = ()) -> None:
        """Put a mail into a user's folder, made if missing; waiting clients are told."""
        ask(self._loop, self._store.append(user, folder, raw, flags))

    def folders(self, user: str) -> list[str]:
        """Return the user's folder names, INBOX first."""
        return ask(self._loop, self._store.folders(user))

    def messages(self, user: str, folder: str) -> list[bytes]:
        """Return the mails in a folder, oldest first; [] when there is no such folder."""
        return [raw for _uid, _flags, raw in ask(self._loop, self._store.messages(user, folder))]

    def flags(self, user: str, folder: str) -> dict[int, frozenset[str]]:
        """Return the flags of every mail in a folder, by UID."""
        return {uid: flags for uid, flags, _raw in ask(self._loop, self._store.messages(user, folder))}

    def remake(self, user: str, folder: str) -> None:
        """Empty a folder and give it another UIDVALIDITY, as when it is deleted and made anew."""
        ask(self._loop, self._store.remake(user, folder))


@contextlib.contextmanager
def embedded_imap(
    users: Mapping[str, str],
    *,
    port: int = 0,
    tls: ssl.SSLContext | None = None,
    without: Sequence[str] = (),
    is_token: IsToken | None = None,
) -> Iterator[ImapServer]:
    """Run an IMAP server for `users` (name → password) until left.

    Port 0 picks a free one. With `tls` it offers STARTTLS. `without` hides capabilities: MOVE, UIDPLUS, IDLE. With
    `is_token` it lets users in by token too (XOAUTH2).
    """
    store = MailStore(users, tls, without, is_token)
    with in_thread(store.serving(port), "embedded-imap") as (loop, _store):
        yield ImapServer(store, loop)


class SmtpSink:
    """A submission server that sends nothing on: each letter stays in `letters`."""

    def __init__(self, users: Mapping[str, str] | None = None, is_token: IsToken | None = None) -> None:
        self.host = LOOPBACK
        self.port = 0
        self.letters: list[tuple[str, list[str], bytes]] = []  # (envelope sender, recipients, bytes)
        self._users = users
        self._is_token = is_token
        self._refusals: list[tuple[str, str]] = []

    def to(self, recipient: str) -> list[bytes]:
        """Return the letters to that address, oldest first."""
        return [raw for _sender, to, raw in self.letters if recipient.lower() in (one.lower() for one in to)]

    def refuse_next(self, code: int, at: str = "RCPT") -> None:
        """Answer the next MAIL, RCPT or DATA with `code` (such as 450 or 550), once."""
        self._refusals.append((at.upper(), f"{code} {code // 100}.7.1 <someone@refused.example> refused"))

    def take_refusal(self, at: str) -> str | None:
        """Return the waiting answer for that command, and forget it."""
        if self._refusals and self._refusals[0][0] == at:
            return self._refusals.pop(0)[1]
        return None

    @property
    def wants_login(self) -> bool:
        """Tell whether nothing is taken without a login."""
        return self._users is not None or self._is_token is not None

    @property
    def takes_tokens(self) -> bool:
        """Tell whether a token may let somebody in."""
        return self._is_token is not None

    def accepts_token(self, username: str, token: str) -> bool:
        """Tell whether that token lets that user in."""
        return self._is_token is not None and self._is_token(username, token)

    def accepts(self, username: bytes, password: bytes) -> bool:
        """Tell whether that login is one of its users."""
        return bool(self._users) and (self._users or {}).get(username.decode()) == password.decode()


@contextlib.contextmanager
def smtp_sink(
    users: Mapping[str, str] | None = None,
    *,
    tls: ssl.SSLContext | None = None,
    most_bytes: int = MOST_BYTES,
    is_token: IsToken | None = None,
) -> Iterator[SmtpSink]:
    """Run an SMTP sink until left.

    With `users` or `is_token` it wants a login, by password or token (XOAUTH2); with `tls` it offers STARTTLS, and
    wants it.
    """
    sink = SmtpSink(users, is_token)
    if sink.wants_login:
        # aiosmtpd warns at every login about an attribute that only aiosmtpd itself uses.
        logging.getLogger("mail.log").setLevel(logging.ERROR)
    with in_thread(_serving(sink, tls, most_bytes), "smtp-sink"):
        yield sink


@contextlib.asynccontextmanager
async def _serving(sink: SmtpSink, tls: ssl.SSLContext | None, most_bytes: int) -> AsyncIterator[None]:
    loop = asyncio.get_running_loop()

    def session() -> SMTP:
        server = SMTP(
            _Handler(sink),
            loop=loop,
            hostname="sink.example",
            enable_SMTPUTF8=True,
            data_size_limit=most_bytes,
            tls_context=tls,
            require_starttls=tls is not None,
            authenticator=_authenticator(sink),
            auth_require_tls=tls is not None,
            auth_exclude_mechanism=() if sink.takes_tokens else ("XOAUTH2",),
        )
        # Not by the constructor, which warns where a login is wanted without TLS; here both ends are this process.
        server._auth_required = sink.wants_login
        return server

    server = await loop.create_server(session, LOOPBACK, 0)
    sink.port = server.sockets[0].getsockname()[1]
    try:
        yield
    finally:
        server.close()
        # From Python 3.12 on, wait_closed waits for the connections too; asyncio.run ends those afterwards.


def _authenticator(sink: SmtpSink) -> Callable[..., AuthResult]:
    def check(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, login: object) -> AuthResult:
        good = isinstance(login, LoginPassword) and sink.accepts(login.login, login.password)
        # handled=False lets aiosmtpd answer 535; with True the client would wait for ever.
        return AuthResult(success=good, handled=good)

    return check


class _Handler:
    """The three answers that a sink gives; the names are aiosmtpd's."""

    def __init__(self, sink: SmtpSink) -> None:
        self._sink = sink

    async def auth_XOAUTH2(self, server: SMTP, words: list[str]) -> AuthResult:  # noqa: N802
        said = base64.b64decode(words[1]).decode() if len(words) > 1 else ""
        user, _, rest = said.removeprefix("user=").partition("\x01auth=Bearer ")
        if self._sink.accepts_token(user, rest.removesuffix("\x01\x01")):
            return AuthResult(success=True)
        # Says why first, and refuses when the client has nothing to add.
        await server.challenge_auth('{"status":"401"}')
        return AuthResult(success=False, handled=False)

    async def handle_MAIL(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if refusal := self._sink.take_refusal("MAIL"):
            return refusal
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if refusal := self._sink.take_refusal("RCPT"):
            return refusal
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if refusal := self._sink.take_refusal("DATA"):
            return refusal
        raw = envelope.original_content or b""
        self._sink.letters.append((envelope.mail_from or "", list(envelope.rcpt_tos), raw))
        return "250 2.0.0 OK"
