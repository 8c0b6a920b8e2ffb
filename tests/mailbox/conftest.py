"""Mailboxes that the same questions are asked of: the memory twin, and ImapSource against pymap and Dovecot.

With MEDVERKAN_TEST_IMAP=imap://user:password@127.0.0.1:port they are asked of that account too. It is EMPTIED before
each question, folders and all, so it must be one for tests; in the clear, so only on this machine.
"""

import contextlib
import itertools
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from imapclient.exceptions import IMAPClientError

from medverkan.bot.ports import Source
from medverkan.mailbox.embedded import embedded_imap
from medverkan.mailbox.imap import ImapSource
from medverkan.mailbox.memory import MemorySource
from tests.mailbox.lying import Lying, opened
from tests.mailbox.servers import Certificate, Dovecot, dovecot, other_client

MAX_BYTES = 26_214_400
PYMAP_PASSWORD = "även-å-ä-ö"
_USERS = itertools.count(1)

# What the server is made to lack, so that each way of taking a mail away is walked.
LACKS: dict[str, tuple[str, ...]] = {
    "": (),
    "-without-move": ("MOVE",),
    "-without-uidplus": ("MOVE", "UIDPLUS"),
    "-without-idle": ("IDLE",),
}
SERVERS = ["pymap", "dovecot"]
EVERY_SERVER = [f"{server}{lack}" for server in SERVERS for lack in LACKS]
NAMED = os.environ.get("MEDVERKAN_TEST_IMAP", "")


class MemoryMailbox:
    """The memory twin, looked at from outside."""

    def __init__(self) -> None:
        self._opened: dict[str, MemorySource] = {}

    def open(self, inbox: str = "INBOX", max_bytes: int = MAX_BYTES) -> Source:
        return self._opened.setdefault(inbox, MemorySource(inbox=inbox, max_bytes=max_bytes))

    def arrive(self, raw: bytes, folder: str = "INBOX") -> None:
        self._opened[folder].deliver(raw)

    def arrive_all(self, raws: Sequence[bytes]) -> None:
        for raw in raws:
            self.arrive(raw)

    def mails(self, folder: str) -> list[bytes]:
        return [raw for source in self._opened.values() for raw in source.folders.get(folder, {}).values()]

    def folders(self) -> list[str]:
        return [name for source in self._opened.values() for name in source.folders]

    def vanish(self, uid: int) -> None:
        del self._opened["INBOX"].folders["INBOX"][uid]

    def remake(self, folder: str) -> None:
        self._opened[folder].folders[folder].clear()
        self._opened[folder].validity += 1

    def close(self) -> None:
        for source in self._opened.values():
            source.close()


class ServerMailbox:
    """A mailbox on an IMAP server; `other` is another mail program that is connected to it."""

    def __init__(self, host: str, port: int, user: str, password: str) -> None:
        self.host, self.port, self.user, self.password = host, port, user, password
        self.other: Any = other_client(host, port, user, password)
        self._opened: list[ImapSource] = []
        self.stop: Callable[[], None] = lambda: None
        self.start: Callable[[], object] = lambda: None

    def open(self, inbox: str = "INBOX", max_bytes: int = MAX_BYTES) -> Source:
        if not self.other.folder_exists(inbox):
            self.other.create_folder(inbox)
        source = ImapSource(
            host=self.host,
            port=self.port,
            security="none",
            username=self.user,
            password=self.password,
            inbox=inbox,
            timeout_s=20,
            max_bytes=max_bytes,
        )
        self._opened.append(source)
        return source

    def arrive(self, raw: bytes, folder: str = "INBOX") -> None:
        self.other.append(folder, raw)

    def arrive_all(self, raws: Sequence[bytes]) -> None:
        self.other.multiappend("INBOX", raws)

    def mails(self, folder: str) -> list[bytes]:
        if not self.other.folder_exists(folder):
            return []
        self.other.select_folder(folder)
        answer = self.other.fetch(self.other.search(), ["BODY.PEEK[]"])
        return [answer[uid][b"BODY[]"] for uid in sorted(answer)]

    def folders(self) -> list[str]:
        return [name for _flags, _separator, name in self.other.list_folders()]

    def flags(self, folder: str = "INBOX") -> dict[int, tuple[bytes, ...]]:
        self.other.select_folder(folder)
        return {uid: tuple(flags) for uid, flags in self.other.get_flags(self.other.search()).items()}

    def mark_deleted(self, uid: int) -> None:
        self.other.select_folder("INBOX")
        self.other.delete_messages([uid])

    def vanish(self, uid: int) -> None:
        self.mark_deleted(uid)
        self.other.expunge()

    def remake(self, folder: str) -> None:
        self.other.delete_folder(folder)
        self.other.create_folder(folder)

    def empty(self) -> None:
        """Take away every mail, and every folder that is not the server's own."""
        for name in sorted(self.folders(), reverse=True):
            if name != "INBOX":
                with contextlib.suppress(IMAPClientError):
                    self.other.delete_folder(name)
        self.other.select_folder("INBOX")
        if found := self.other.search():
            self.other.delete_messages(found)
            self.other.expunge()

    def close(self) -> None:
        for source in self._opened:
            source.close()
        with contextlib.suppress(Exception):
            self.other.logout()
        with contextlib.suppress(Exception):
            self.other.shutdown()


@contextlib.contextmanager
def pymap_mailbox(lacks: Sequence[str]) -> Iterator[ServerMailbox]:
    """Run pymap for one test."""
    with contextlib.ExitStack() as running:

        def start(port: int = 0) -> int:
            server = embedded_imap({"bot": PYMAP_PASSWORD}, port=port, without=lacks)
            return running.enter_context(server).port

        mailbox = ServerMailbox("127.0.0.1", start(), "bot", PYMAP_PASSWORD)
        mailbox.stop = running.close
        mailbox.start = lambda: start(mailbox.port)
        try:
            yield mailbox
        finally:
            mailbox.close()


@contextlib.contextmanager
def dovecot_mailbox(server: Dovecot) -> Iterator[ServerMailbox]:
    """Take a new user of a running Dovecot."""
    mailbox = ServerMailbox(server.host, server.port, f"bot{next(_USERS)}", server.password)
    mailbox.stop, mailbox.start = server.stop, server.start
    try:
        yield mailbox
    finally:
        mailbox.close()


@contextlib.contextmanager
def named_mailbox() -> Iterator[ServerMailbox]:
    """Take the account that the environment names, emptied."""
    url = urlsplit(NAMED)
    mailbox = ServerMailbox(
        url.hostname or "", url.port or 143, unquote(url.username or ""), unquote(url.password or "")
    )
    try:
        mailbox.empty()
        yield mailbox
    finally:
        mailbox.close()


@pytest.fixture(scope="session")
def dovecots() -> Iterator[Callable[[Sequence[str]], Dovecot]]:
    """Running Dovecots, one for each thing lacked, started when first asked for."""
    with contextlib.ExitStack() as running:
        started: dict[tuple[str, ...], Dovecot] = {}

        def of(lacks: Sequence[str]) -> Dovecot:
            if tuple(lacks) not in started:
                able = ["IMAP4rev1", "LITERAL+", "NAMESPACE", "MULTIAPPEND", "MOVE", "UIDPLUS", "IDLE"]
                capability = " ".join(name for name in able if name not in lacks) if lacks else ""
                started[tuple(lacks)] = running.enter_context(dovecot(capability=capability))
            return started[tuple(lacks)]

        yield of


@pytest.fixture(params=["memory", *SERVERS, *(["named"] if NAMED else [])])
def mailbox(request: pytest.FixtureRequest) -> Iterator[Any]:
    """A mailbox of each kind that a Source may stand before."""
    if request.param == "memory":
        memory = MemoryMailbox()
        yield memory
        memory.close()
    else:
        yield from _on_server(request)


@pytest.fixture(params=SERVERS)
def served(request: pytest.FixtureRequest) -> Iterator[ServerMailbox]:
    """A mailbox on each kind of server."""
    yield from _on_server(request)


@pytest.fixture
def server() -> Iterator[Lying]:
    """A server that is honest until the test twists what it says."""
    with Lying().serving() as lying:
        yield lying


@pytest.fixture
def source(server: Lying) -> Iterator[Source]:
    """A source before that server."""
    with contextlib.closing(opened(server)) as found:
        yield found


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """A throw-away certificate for localhost."""
    folder: Path = tmp_path_factory.mktemp("certificate")
    return Certificate(folder)


def _on_server(request: pytest.FixtureRequest) -> Iterator[ServerMailbox]:
    if request.param == "named":
        with named_mailbox() as mailbox:
            yield mailbox
        return
    server, _, _ = request.param.partition("-")
    lacks = LACKS[request.param.removeprefix(server)]
    if server == "pymap":
        with pymap_mailbox(lacks) as mailbox:
            yield mailbox
    else:
        with dovecot_mailbox(request.getfixturevalue("dovecots")(lacks)) as mailbox:
            yield mailbox
