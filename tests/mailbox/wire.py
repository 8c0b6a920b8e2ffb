"""An IMAP server that says what a test wants it to say, and a line that hands things over in pieces."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from types import SimpleNamespace
from typing import Any

import pytest

from medverkan.bot.ports import Source
from medverkan.mailbox.imap import ImapSource
from medverkan.mailbox.values import MailboxError

PASSWORD = 'hemlig-åäö-\\"-ord'
PLAIN = b"From: ylva@enhet.example\r\nSubject: Dialog\r\n\r\nHej!\r\n"
OTHER = b"From: lars@enhet.example\r\nSubject: Annat\r\n\r\nHej igen!\r\n"
NOBODY = SimpleNamespace(host="127.0.0.1", port=0)  # for settings that name the port themselves


def source_of(server: Any, **settings: Any) -> Source:
    """Return a source of `bot` at that server; settings replace the usual ones."""
    usual = {
        "host": server.host,
        "port": server.port,
        "security": "none",
        "username": "bot",
        "password": PASSWORD,
        "timeout_s": 20.0,
    }
    return ImapSource(**{**usual, **settings})


def refusal(source: Source, error: type[MailboxError], match: str | None = None) -> MailboxError:
    """Return the error that looking into the mailbox ends with."""
    with closing(source), pytest.raises(error, match=match) as refused:
        source.uids()
    return refused.value


@contextmanager
def scripted(answers: Callable[[bytes], bytes | None]) -> Iterator[int]:
    """Serve one connection on loopback, line by line, with what `answers` says; None hangs up. Yields the port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            connection, _ = listener.accept()
            with connection, connection.makefile("rb") as lines:
                connection.sendall(answers(b"") or b"")
                for line in lines:
                    answer = answers(line)
                    if answer is None:
                        return
                    connection.sendall(answer)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listener.getsockname()[1]
        thread.join(30)


def speaking(command: bytes, answer: bytes) -> Callable[[bytes], bytes | None]:
    """Return the answers of a server that is fine but for what it says to one command; TAG stands for the tag."""

    def answers(line: bytes) -> bytes | None:
        tag = line.split(b" ")[0]
        if not line:
            return b"* OK ready\r\n"
        if command in line:
            return answer.replace(b"TAG", tag)
        if b"CAPABILITY" in line:
            return b"* CAPABILITY IMAP4rev1\r\n" + tag + b" OK done\r\n"
        if b"LIST" in line:
            return b'* LIST (\\Noselect) "/" ""\r\n' + tag + b" OK done\r\n"
        if b"SELECT" in line:
            return b"* 1 EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 7] ok\r\n" + tag + b" OK [READ-WRITE] done\r\n"
        if b"SEARCH" in line:
            return b"* SEARCH 1\r\n" + tag + b" OK done\r\n"
        if b"RFC822.SIZE" in line:
            return b"* 1 FETCH (UID 1 RFC822.SIZE 5)\r\n" + tag + b" OK done\r\n"
        return tag + b" OK done\r\n"

    return answers


@contextmanager
def chopped(host: str, port: int) -> Iterator[int]:
    """Pass one connection on to a server, whose answers come in pieces of five bytes. Yields the port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def pump(source: socket.socket, sink: socket.socket, piece: int) -> None:
            sink.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with suppress(OSError):  # either end may hang up when it is done
                while data := source.recv(65536):
                    for start in range(0, len(data), piece):
                        sink.sendall(data[start : start + piece])
                sink.shutdown(socket.SHUT_WR)

        def serve() -> None:
            near, _ = listener.accept()
            with near, socket.create_connection((host, port)) as far:
                back = threading.Thread(target=pump, args=(far, near, 5), daemon=True)
                back.start()
                pump(near, far, 65536)
                back.join(30)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listener.getsockname()[1]
        thread.join(30)


def in_thread(work: Callable[[], object]) -> threading.Thread:
    """Start work in a thread; join it to see it end."""
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread
