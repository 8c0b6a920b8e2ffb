"""An IMAP server in plain sockets that is honest until a test twists what it says to a command."""

import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from medverkan.bot.ports import Source
from medverkan.mailbox.values import Place
from tests.mailbox.wire import source_of

Answer = bytes | Iterator[bytes] | None  # None hangs up; an iterator says it piece by piece
Twist = Callable[[bytes, Callable[[], bytes]], Answer]  # the line, and what would have been the honest answer
FULL = b"IMAP4rev1 UIDPLUS MOVE IDLE"
_COMMAND = re.compile(
    rb"CAPABILITY|LOGIN|NOOP|LIST|SELECT|SEARCH|FETCH|STORE|EXPUNGE|MOVE|COPY|CREATE|SUBSCRIBE|IDLE|DONE|LOGOUT"
)


class Lying:
    """Folders of mails by UID, as many connections as come, and what is to be answered otherwise."""

    def __init__(self) -> None:
        self.folders: dict[str, dict[int, bytes]] = {"INBOX": {}}
        self.marked: set[int] = set()
        self.validity = b"7"
        self.capabilities = FULL
        self.greeting = b"* OK ready\r\n"
        self.said: list[bytes] = []  # lines of the clients, without tag
        self.connections = 0
        self.port = 0
        self.host = "127.0.0.1"
        self._twists: list[tuple[bytes, Twist, int]] = []
        self._next = 1

    def deliver(self, raw: bytes, folder: str = "INBOX") -> int:
        """Put a mail there; return its UID."""
        uid, self._next = self._next, self._next + 1
        self.folders.setdefault(folder, {})[uid] = raw
        return uid

    def twist(self, part: bytes, twist: Twist | bytes | None, times: int = 1_000_000) -> None:
        """Answer lines that hold `part` so, in which TAG stands for the tag; so many times, then honestly."""
        made: Twist = twist if callable(twist) else lambda _line, _honest: twist
        self._twists.insert(0, (part, made, times))

    def straighten(self) -> None:
        """Be honest again."""
        self._twists.clear()

    def asked(self, part: bytes) -> int:
        """Return how many lines of the clients held that."""
        return sum(part in line for line in self.said)

    @contextmanager
    def serving(self) -> Iterator["Lying"]:
        """Listen on loopback until left."""
        with socket.create_server((self.host, 0)) as listener:
            self.port = listener.getsockname()[1]
            threading.Thread(target=self._accept, args=(listener,), daemon=True).start()
            yield self

    def _accept(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                self.connections += 1
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        selected = "INBOX"
        with suppress(OSError, ValueError), connection, connection.makefile("rb") as lines:
            connection.sendall(self.greeting)
            tag = b""
            for line in lines:
                words = line.strip()
                if words != b"DONE":
                    tag, _, words = words.partition(b" ")
                self.said.append(words)
                if found := re.match(rb'SELECT "?([^"\r\n]+)"?', words):
                    selected = found[1].decode()
                answer = self._answer(tag, words, selected)
                for piece in [answer] if isinstance(answer, bytes) else answer or ():
                    connection.sendall(piece.replace(b"TAG", tag))
                if answer is None:
                    return

    def _answer(self, tag: bytes, words: bytes, selected: str) -> Answer:
        for index, (part, twist, times) in enumerate(self._twists):
            if part in words and times:
                self._twists[index] = (part, twist, times - 1)
                return twist(words, lambda: self._honest(words, selected))
        return self._honest(words, selected)

    def _honest(self, words: bytes, selected: str) -> bytes:
        command = _COMMAND.search(words.upper())
        name = command[0].decode() if command else "NOOP"
        mails = self.folders.setdefault(selected, {})
        said: bytes = getattr(self, f"_{name.lower()}", _nothing)(words, mails)
        return said + (b"" if name == "IDLE" else b"TAG OK done\r\n")

    def _capability(self, _words: bytes, _mails: Any) -> bytes:
        return b"* CAPABILITY " + self.capabilities + b"\r\n"

    def _list(self, words: bytes, _mails: Any) -> bytes:
        asked = words.split()[-1].strip(b'"').decode()
        names = self.folders if asked == "*" else [asked] if asked in self.folders else []
        listed = b"".join(b'* LIST () "/" "%s"\r\n' % name.encode() for name in names)
        return listed if asked else b'* LIST (\\Noselect) "/" ""\r\n'

    def _create(self, words: bytes, _mails: Any) -> bytes:
        self.folders.setdefault(words.split(b" ", 1)[1].strip(b'"').decode(), {})
        return b""

    def _select(self, _words: bytes, mails: dict[int, bytes]) -> bytes:
        return b"* %d EXISTS\r\n* OK [UIDVALIDITY %s] ok\r\n" % (len(mails), self.validity)

    def _search(self, words: bytes, mails: dict[int, bytes]) -> bytes:
        if b"HEADER" in words:
            own_id = words.split()[-1].strip(b'"')
            found = [uid for uid, raw in mails.items() if own_id in raw]
        elif b"DELETED" in words:
            found = sorted(self.marked & mails.keys())
        else:
            found = _named(words.split(b"UID ")[-1], mails) if words.count(b"UID ") > 1 else list(mails)
        return b"* SEARCH" + b"".join(b" %d" % uid for uid in found) + b"\r\n"

    def _fetch(self, words: bytes, mails: dict[int, bytes]) -> bytes:
        return b"".join(self.told(uid, mails[uid], words) for uid in _named(words.split()[2], mails))

    def told(self, uid: int, raw: bytes, words: bytes) -> bytes:
        """Return the answer to a FETCH for one mail."""
        told = b""
        if b"SIZE" in words:
            told = b" RFC822.SIZE %d" % len(raw)
        elif b"HEADER" in words:
            head = raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
            told = b" BODY[HEADER]<0> {%d}\r\n%s" % (len(head), head)
        elif b"BODY" in words:
            told = b" BODY[] {%d}\r\n%s" % (len(raw), raw)
        return b"* %d FETCH (UID %d%s)\r\n" % (uid, uid, told)

    def _store(self, words: bytes, mails: dict[int, bytes]) -> bytes:
        for uid in _named(words.split()[2], mails):
            (self.marked.discard if b"-FLAGS" in words else self.marked.add)(uid)
        return b""

    def _expunge(self, words: bytes, mails: dict[int, bytes]) -> bytes:
        asked = _named(words.split()[2], mails) if b"UID" in words else list(mails)
        for uid in self.marked & set(asked):
            del mails[uid]
        return b""

    def _copy(self, words: bytes, mails: dict[int, bytes]) -> bytes:
        for uid in _named(words.split()[2], mails):
            self.deliver(mails[uid], words.split(b" ", 3)[3].strip(b'"').decode())
        return b""

    def _move(self, words: bytes, mails: dict[int, bytes]) -> bytes:
        self._copy(words, mails)
        for uid in _named(words.split()[2], mails):
            del mails[uid]
        return b""

    def _idle(self, _words: bytes, _mails: Any) -> bytes:
        return b"+ idling\r\n"


def _nothing(_words: bytes, _mails: Any) -> bytes:
    return b""


def _named(uids: bytes, mails: dict[int, bytes]) -> list[int]:
    if uids == b"1:*":
        return list(mails)
    asked = [int(uid) for uid in uids.split(b",")]
    return [uid for uid in mails if uid in asked]


def opened(server: Lying, **settings: Any) -> Source:
    """Return a source before that server; one that is patient for five seconds."""
    return source_of(server, **{"password": "ascii", "timeout_s": 5.0, **settings})


def everything(source: Source) -> list[tuple[int, bytes]]:
    """Fetch all that lies there: the UIDs and the mails."""
    return [(arrival.place.uid, arrival.raw) for arrival in source.fetch(source.uids())]


def place(source: Source, uid: int = 1) -> Place:
    """Return where the mail with that UID lies."""
    return Place(source.account, "INBOX", 7, uid)
