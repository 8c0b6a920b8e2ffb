"""The pymap IMAP server with what an embedded use of it needs changed; no sockets of the outer world, loopback only.

Two faults of pymap 0.36.7 are worked around by subclassing: a response goes out in one write (IMAPClient cannot read a
line that comes in two segments), and connection tasks are held by a strong reference (Python 3.13 collects them
otherwise).
"""

import asyncio
import contextlib
import hmac
import logging
import ssl
from argparse import Namespace
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from proxyprotocol.sock import SocketInfoLocal
from pymap.backend.dict import Config, DictBackend, Identity, Login
from pymap.backend.dict.mailbox import MailboxData, MailboxSet
from pymap.concurrent import Subsystem
from pymap.context import connection_exit
from pymap.exceptions import InvalidAuth
from pymap.imap import IMAPConnection
from pymap.imap.state import ConnectionState
from pymap.parsing.message import AppendMessage
from pymap.parsing.response import Response
from pymap.parsing.specials.flag import Flag
from pymap.user import UserMetadata
from pysasl import SASLAuth
from pysasl.creds.external import ExternalCredentials
from pysasl.creds.server import ServerCredentials
from pysasl.hashing import Cleartext

LOOPBACK = "127.0.0.1"
IsToken = Callable[[str, str], bool]  # user, token


class MailStore:
    """The mailboxes of all users, and the connections to them. Lives on one event loop."""

    def __init__(
        self, users: Mapping[str, str], tls: ssl.SSLContext | None, without: Sequence[str], is_token: IsToken | None
    ) -> None:
        self._config = _Config(tls, without, with_tokens=is_token is not None)
        self._login = _Login(self._config, is_token)
        for name, password in users.items():
            self._login.users_dict[name] = UserMetadata(self._config, name, password=password)
        self._backend = DictBackend(self._login, self._config)
        self._tasks: set[asyncio.Task[None]] = set()
        self.port = 0

    @contextlib.asynccontextmanager
    async def serving(self, port: int) -> AsyncIterator["MailStore"]:
        """Listen on loopback until left; then end every connection and wait for it."""
        asyncio.get_running_loop().set_exception_handler(_note)
        server = await asyncio.start_server(self._connected, LOOPBACK, port)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield self
        finally:
            server.close()
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            await server.wait_closed()

    async def append(self, user: str, folder: str, raw: bytes, flags: Sequence[str]) -> None:
        """Put a mail into a folder, made if missing, past the protocol."""
        marks = frozenset(Flag(flag.encode()) for flag in flags)
        mails = await self._folder(user, folder)
        await mails.append(AppendMessage(raw, datetime.now(UTC), marks), recent=True)

    async def folders(self, user: str) -> list[str]:
        """Return the user's folder names, INBOX first."""
        listed = await (await self._mailboxes(user)).list_mailboxes()
        return [entry.name for entry in listed.list() if entry.exists]

    async def messages(self, user: str, folder: str) -> list[tuple[int, frozenset[str], bytes]]:
        """Return UID, flags and bytes of every mail in a folder, by UID; [] when the folder is missing."""
        if folder not in await self.folders(user):
            return []
        mails = await self._folder(user, folder)
        found = [message async for message in mails.messages()]
        return sorted(
            (m.uid, frozenset(str(flag) for flag in m.permanent_flags), bytes(m._content or b"")) for m in found
        )

    async def remake(self, user: str, folder: str) -> None:
        """Play a folder that was deleted and made anew: empty, under another UIDVALIDITY."""
        mailboxes = await self._mailboxes(user)
        old = await self._folder(user, folder)
        new = MailboxData(mailboxes._content_cache, mailboxes._thread_cache)
        new._uid_validity = old.uid_validity + 1
        if folder.upper() == "INBOX":
            mailboxes._inbox = new
        else:
            mailboxes._set[folder] = new

    async def _mailboxes(self, user: str) -> MailboxSet:
        async with Identity(user, self._login, None, frozenset()).new_session() as session:
            return session.mailbox_set

    async def _folder(self, user: str, folder: str) -> MailboxData:
        mailboxes = await self._mailboxes(user)
        if folder not in await self.folders(user):
            await mailboxes.add_mailbox(folder)
        return await mailboxes.get_mailbox(folder)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101  (a coroutine always runs in one)
        self._tasks.add(task)
        connection = _Connection(
            self._config.commands, self._config, reader, writer, SocketInfoLocal(writer, unique_id=b"loopback")
        )
        try:
            async with contextlib.AsyncExitStack() as stack:
                connection_exit.set(stack)
                stack.enter_context(contextlib.closing(connection))
                await connection.run(ConnectionState(self._login, self._config))
        finally:
            self._tasks.discard(task)
            with contextlib.suppress(OSError):
                await writer.wait_closed()


def _note(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    # pymap ends a connection by raising where a client or a mail is odd; asyncio would print all of it.
    logging.getLogger(__name__).debug("embedded IMAP server: %s", context.get("message"))


class _Login(Login):
    """Lets in by token too, where somebody says which tokens are good."""

    def __init__(self, config: Config, is_token: IsToken | None) -> None:
        super().__init__(config)
        self._is_token = is_token

    async def authenticate(self, credentials: ServerCredentials) -> Identity:
        if not isinstance(credentials, ExternalCredentials):
            return await super().authenticate(credentials)
        if not (self._is_token and self._is_token(credentials.authzid, credentials._token or "")):
            raise InvalidAuth
        return Identity(credentials.authzid, self, None, set())


class _Unhashed(Cleartext):
    """pysasl's own raises TypeError for å, ä and ö."""

    def copy(self, **_kwargs: object) -> "_Unhashed":
        return self

    def verify(self, secret: str, hash: str) -> bool:  # noqa: A002  (pysasl's name)
        return hmac.compare_digest(secret.encode(), hash.encode())


class _Config(Config):
    """No hashing and no threads: the passwords are for loopback, and a login takes a millisecond instead of 130."""

    def __init__(self, tls: ssl.SSLContext | None, without: Sequence[str], *, with_tokens: bool) -> None:
        self._with_tokens = with_tokens
        self._without = frozenset(name.encode() for name in without)
        arguments = Namespace(passlib_cfg=None, proxy_protocol=None)
        super().__init__(
            arguments,
            host=LOOPBACK,
            port=0,
            demo_data=False,
            demo_user="",
            demo_password="",
            ssl_context=tls or ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER),
            tls_enabled=tls is not None,
            hash_context=_Unhashed(),
            cpu_subsystem=Subsystem.for_asyncio(),
            invalid_user_sleep=0.0,
        )

    @property
    def greeting(self) -> bytes:
        # pymap's own asks the name service for the machine's name, which can take seconds.
        return b"Medverkan embedded server ready"

    @property
    def tls_auth(self) -> SASLAuth:
        return SASLAuth.named([b"PLAIN", b"LOGIN", *([b"XOAUTH2"] if self._with_tokens else [])])

    @property
    def login_capability(self) -> Sequence[bytes]:
        return [name for name in super().login_capability if name not in self._without]


class _Chunks:
    """Collects what a response writes."""

    def __init__(self) -> None:
        self.chunks: list[bytes] = []

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.chunks.append(bytes(data))

    def writelines(self, lines: Sequence[bytes]) -> None:
        self.chunks.extend(bytes(line) for line in lines)

    async def drain(self) -> None:
        pass


class _Connection(IMAPConnection):
    __slots__ = ()

    async def write_response(self, resp: Response) -> None:
        collected = _Chunks()
        await resp.async_write(collected)
        with contextlib.suppress(ConnectionError):
            self.writer.write(b"".join(collected.chunks))
            await self.writer.drain()
