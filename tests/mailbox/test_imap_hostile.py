"""What an ImapSource makes of a server that hangs up, falls silent, floods or drips, whatever is being asked."""

import itertools
import ssl
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from socket import socket
from typing import Any

import pytest

from medverkan.bot.ports import Source
from medverkan.mailbox.imap_bounds import LONGEST_LINE
from medverkan.mailbox.values import GiveUpError, MailboxError, TryLaterError
from tests.mailbox.lying import Lying, everything, opened, place
from tests.mailbox.servers import Certificate
from tests.mailbox.wire import PLAIN

MB = 1_000_000


def looking_on(source: Source) -> None:
    source.uids()
    source.wait(60)


STATES: dict[str, tuple[bytes, Callable[[Source], object]]] = {
    "capability": (b"CAPABILITY", lambda s: s.uids()),
    "login": (b"LOGIN", lambda s: s.uids()),
    "select": (b"SELECT", lambda s: s.uids()),
    "noop": (b"NOOP", lambda s: s.uids()),
    "search": (b"SEARCH", lambda s: s.uids()),
    "sizes": (b"RFC822.SIZE", everything),
    "fetch": (b"BODY.PEEK", everything),
    "idle": (b"IDLE", looking_on),
    "store": (b"STORE", lambda s: s.delete(place(s))),
    "expunge": (b"UID EXPUNGE", lambda s: s.delete(place(s))),
    "move": (b"MOVE", lambda s: s.move(place(s), "Hanterat")),
    "list": (b"LIST", lambda s: s.move(place(s), "Hanterat")),
    "find": (b"HEADER", lambda s: s.find("INBOX", b"Message-ID: <a@b.example>\r\n\r\n")),
}
LAST_WORDS: dict[str, bytes | None] = {
    "nothing": None,
    "bye": b"* BYE enough\r\n",
    "bye-and-ok": b"* BYE enough\r\nTAG OK done\r\n",
    "garbage": b"\x00\xff\xfe\x80garbage\r\n",
    "parens": b"* 1 FETCH " + b"(" * 50_000 + b"\r\nTAG OK done\r\n",
    "half-a-line": b"* 1 FET",
    "wrong-tag": b"* OK hm\r\nZZZZ99 OK done\r\n",
}


@pytest.mark.parametrize("words", LAST_WORDS)
@pytest.mark.parametrize("state", STATES)
def test_whatever_ends_a_conversation_is_tried_later_and_the_next_call_connects_anew(
    server: Lying, state: str, words: str
) -> None:
    command, act = STATES[state]
    server.deliver(PLAIN)
    last = LAST_WORDS[words]

    def once(_line: bytes, _honest: Callable[[], bytes]) -> Iterator[bytes] | None:
        return None if last is None else iter([last])

    with closing(opened(server, timeout_s=0.3)) as source:
        server.twist(command, once, times=1)
        with suppress(MailboxError):  # where no FETCH was asked, "parens" are passed over
            act(source)
        assert source.find("INBOX", PLAIN) or server.asked(b"EXPUNGE") or server.folders.get("Hanterat")
        server.straighten()
        assert everything(source) == [(uid, raw) for uid, raw in server.folders["INBOX"].items()]
    assert list(server.folders["INBOX"].values()) + list(server.folders.get("Hanterat", {}).values()) in ([PLAIN], [])


@pytest.mark.parametrize("greeting", [b"* BYE no\r\n", b"* NO no\r\n", b"", b"\xff" * 1000 + b"\r\n", b"* OK [\r\n"])
def test_a_greeting_that_is_none_is_tried_later(server: Lying, greeting: bytes) -> None:
    server.greeting = greeting
    server.twist(b"CAPABILITY", None)
    with closing(opened(server, timeout_s=0.3)) as source, pytest.raises(TryLaterError):
        source.uids()


def test_a_server_that_says_bye_after_done_is_noticed_and_connected_to_anew(
    server: Lying, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("medverkan.mailbox.imap.FIRST_S", 0.05)
    source.uids()
    server.twist(b"DONE", b"* BYE enough\r\n", times=1)
    with pytest.raises(TryLaterError):
        source.wait(60)
    assert source.uids() == []
    assert server.connections == 2


def test_a_peer_that_stops_answering_in_idle_is_noticed_within_the_round_and_the_timeout(
    server: Lying, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("medverkan.mailbox.imap.FIRST_S", 0.05)
    server.twist(b"DONE", b"", times=1)
    with closing(opened(server, timeout_s=0.2)) as source:
        source.uids()
        with pytest.raises(TryLaterError, match="i tid"):
            source.wait(60)
        server.deliver(PLAIN)
        source.wait(60)
        assert everything(source) == [(1, PLAIN)]
    assert server.connections == 2


def test_a_tls_port_that_speaks_in_the_clear_gets_no_password(server: Lying) -> None:
    with closing(opened(server, security="tls", timeout_s=0.5)) as source, pytest.raises(TryLaterError):
        source.uids()
    assert server.asked(b"LOGIN") == 0


def test_a_stripped_starttls_gets_no_password(server: Lying) -> None:
    with closing(opened(server, security="starttls")) as source, pytest.raises(GiveUpError, match="STARTTLS"):
        source.uids()
    server.capabilities += b" STARTTLS"
    server.twist(b"STARTTLS", b"TAG NO not today\r\n")
    with closing(opened(server, security="starttls")) as source, pytest.raises(MailboxError):
        source.uids()
    server.greeting = b"* PREAUTH be my guest\r\n"
    with closing(opened(server, security="starttls")) as source, pytest.raises(MailboxError):
        source.uids()
    assert server.asked(b"LOGIN") == 0


def test_what_is_said_in_the_clear_behind_starttls_is_not_believed(
    server: Lying, certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.capabilities += b" STARTTLS"
    server.twist(b"STARTTLS", b"TAG OK go\r\n* CAPABILITY IMAP4rev1 EVIL\r\n")
    # What somebody between has pushed lies in our buffer when the line is secured.
    monkeypatch.setattr(ssl.SSLContext, "wrap_socket", lambda _self, sock, **_settings: socket(fileno=sock.detach()))
    context = certificate.client_context()
    with closing(opened(server, security="starttls", ssl_context=context)) as source, pytest.raises(TryLaterError):
        source.uids()
    assert server.asked(b"LOGIN") == 0


def flood(piece: bytes, first: bytes = b"") -> Callable[..., Iterator[bytes]]:
    return lambda _line, _honest: itertools.chain([first], itertools.repeat(piece))


FLOODS: dict[str, tuple[bytes, Callable[..., Any]]] = {
    "literal": (b"BODY.PEEK", lambda _l, _h: b"* 1 FETCH (UID 1 BODY[] {4000000000}\r\n"),
    "endless-literal": (b"BODY.PEEK", flood(b"x" * 65536, b"* 1 FETCH (UID 1 BODY[] {4000000000}\r\n")),
    "many-literals": (b"BODY.PEEK", flood(b"* 1 FETCH (UID 1 BODY[] {900000}\r\n" + b"x" * 900_000 + b")\r\n")),
    "endless-line": (b"SEARCH", flood(b"1 " * 32768, b"* SEARCH ")),
    "twenty-megabytes": (b"SEARCH", lambda _l, _h: iter([b"* SEARCH ", *[b"1" * MB] * 20, b"\r\nTAG OK done\r\n"])),
    "untagged": (b"NOOP", flood(b"* 1 EXISTS\r\n" * 1000)),
    "continuations": (b"NOOP", flood(b"+ go on\r\n" * 1000)),
    "in-idle": (b"IDLE", flood(b"* 1 EXISTS\r\n" * 1000, b"+ idling\r\n")),
    "digits": (b"BODY.PEEK", lambda _l, _h: b"* 1 FETCH (UID 1 BODY[] {" + b"9" * 6000 + b"}\r\n"),
}


@pytest.mark.parametrize("kind", FLOODS)
def test_however_much_a_server_sends_memory_is_bounded_and_it_is_tried_later(server: Lying, kind: str) -> None:
    command, twist = FLOODS[kind]
    server.deliver(PLAIN)
    server.twist(command, twist)
    with closing(opened(server, max_bytes=1 * MB)) as source:
        tracemalloc.start()
        try:
            with pytest.raises(TryLaterError):
                everything(source)
                source.wait(60)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert peak < 4 * LONGEST_LINE
        server.straighten()
        assert everything(source) == [(1, PLAIN)]


def dripping(said: bytes, pause_s: float) -> Callable[..., Iterator[bytes]]:
    def drip(_line: bytes, _honest: Callable[[], bytes]) -> Iterator[bytes]:
        quiet = threading.Event()
        for byte in said:
            quiet.wait(pause_s)
            yield bytes([byte])

    return drip


def test_a_server_that_drips_within_reason_is_heard_out(server: Lying, source: Source) -> None:
    server.deliver(PLAIN)
    said = b"* OK [UIDVALIDITY 7] ok\r\n"
    server.twist(b"SELECT", lambda _l, _h: itertools.chain(dripping(said, 0.001)(b"", bytes), [b"TAG OK done\r\n"]))
    assert everything(source) == [(1, PLAIN)]


def test_a_server_that_drips_for_ever_is_left(server: Lying) -> None:
    server.twist(b"SEARCH", dripping(b"* OK still searching\r\n" * 1000, 0.01), times=1)
    with closing(opened(server, timeout_s=0.05)) as source:
        with pytest.raises(TryLaterError, match="i tid"):
            source.uids()
        assert source.uids() == []
