"""What a hostile or broken client may do to the server: nothing, and the next mail is taken."""

import socket
import struct
import threading
from collections.abc import Iterator

import pytest

from medverkan.mailbox import receiving_session
from tests.mailbox.pushing import ADDRESS, MAIL, PATIENCE_S, SENDER, Keeper, Talker, served

PATH = f"Return-Path: <{SENDER}>\r\n".encode()
SMUGGLED = (
    f"MAIL FROM:<evil@else.example>\r\nRCPT TO:<{ADDRESS}>\r\nDATA\r\nSubject: Smuggel\r\n\r\nHej\r\n.\r\n".encode()
)


@pytest.fixture(params=["lmtp", "smtp"])
def keeper(request: pytest.FixtureRequest) -> Iterator[Keeper]:
    """A server of each kind, that still takes mail afterwards."""
    with served(request.param) as keeper:
        yield keeper
        before = len(keeper.kept)
        with talker(keeper) as client:
            assert client.mail(MAIL) == ["250"]
        assert keeper.kept[before:] == [PATH + MAIL]


def talker(keeper: Keeper) -> Talker:
    """Return a client that has greeted in whichever way is understood."""
    client = Talker(keeper.port, greet="")
    client.say("LHLO client.example")
    if client.answer().startswith("500"):
        client.say("EHLO client.example")
        client.answer()
    return client


def begin(client: Talker) -> None:
    """Come to where the mail is said."""
    assert client.ask(f"MAIL FROM:<{SENDER}>", f"RCPT TO:<{ADDRESS}>", "DATA") == ["250", "250", "354"]


@pytest.mark.parametrize(
    "end",
    [
        b"\n.\n",
        b"\r.\r",
        b"\n.\r\n",
        b"\r\n.\n",
        b"\r\n.\r",
        b"\r.\r\n",
        b"\r\r\n.\r\r\n",
        b"\r\n\x00.\r\n",
        b"\r\n.\x00\r\n",
        b"\n\r.\n\r",
        b"\r\n.\n\r",
        b"\x0b.\x0b",
        b"\x85.\x85",
    ],
)
def test_no_other_end_of_a_mail_lets_a_second_one_in(keeper: Keeper, end: bytes) -> None:
    with talker(keeper) as client:
        begin(client)
        client.raw(b"Subject: Hej\r\n\r\nHej!" + end + SMUGGLED)
        # What would be the second mail is text of the first, up to its own end.
        code = "550" if any(bare in end.replace(b"\r\n", b"") for bare in (b"\r", b"\n")) else "250"
        assert client.answers(1) == [code]
        assert client.silent()
    assert len(keeper.kept) == (code == "250")
    assert not [raw for raw in keeper.kept if raw.startswith(b"Return-Path: <evil")]


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\x00" * 50,
        b"\xff\xfe\xfd",
        b"MAIL",
        b"MAIL FROM:",
        b"MAIL FROM:<a@b",
        b"MAIL FROM:<" + b"(" * 400 + b"@b.example>",
        b'MAIL FROM:<"' + b"\\" * 301 + b'"@b.example>',
        b"MAIL FROM:<\xff@b.example>",
        b"MAIL FROM:<a\r@b.example>",
        b"MAIL FROM:<a@b.example> SIZE=-1",
        b"MAIL FROM:<a@b.example> SIZE=1e9",
        b"MAIL FROM:<a@b.example> BODY=BINARYMIME",
        b"MAIL FROM:<a@b.example> X=" + b"y" * 300,
        b"RCPT TO:<a@b.example>",
        b"DATA",
        b"BDAT 10 LAST",
        b"VRFY \xff\xff",
        b"EXPN alla",
        b"STARTTLS",
        b"AUTH LOGIN",
        b"X" * 5_000,
        b"MAIL FROM:<" + b"a" * 100_000 + b"@b.example>",
        b"HELP\x00",
        b"NOOP " + b"\xc3" * 300,
    ],
)
def test_what_is_no_command_is_refused_and_the_connection_goes_on(keeper: Keeper, line: bytes) -> None:
    with talker(keeper) as client:
        client.say(line)
        # 454 is for STARTTLS where there is none (RFC 3207 4).
        assert client.answer().startswith(("2", "5", "454"))
        assert client.silent()
        assert client.ask("RSET") == ["250"]
        assert client.mail(MAIL) == ["250"]


def test_only_garbage_ends_the_connection(keeper: Keeper) -> None:
    with talker(keeper) as client:
        client.raw(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n" * 3 + b"FOO\r\n" * 10)
        while client.answer():
            pass


@pytest.mark.parametrize("verb", ["GET", "POST", "CONNECT"])
def test_a_browser_that_is_made_to_speak_to_us_is_sent_away(keeper: Keeper, verb: str) -> None:
    with Talker(keeper.port, greet="") as client:
        client.raw(f"{verb} / HTTP/1.1\r\n\r\nLHLO x\r\nEHLO x\r\n".encode() + SMUGGLED)
        assert client.answer().startswith("421")
        assert client.answer() == ""
    assert keeper.kept == []


@pytest.mark.parametrize("how", ["hangs up", "resets", "half a mail", "half an end", "only half closes"])
def test_a_client_that_goes_in_the_middle_leaves_nothing(keeper: Keeper, how: str) -> None:
    with talker(keeper) as client:
        begin(client)
        if how == "half a mail":
            client.raw(MAIL)
        if how == "half an end":
            client.raw(MAIL + b".\r")
        if how == "resets":
            client.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        if how == "only half closes":
            client.socket.shutdown(1)
            assert client.answer() == ""
    assert keeper.kept == []


def test_a_client_that_goes_before_its_answer_has_its_mail_kept(keeper: Keeper) -> None:
    keeper.gate.clear()
    with talker(keeper) as client:
        begin(client)
        client.raw(MAIL + b".\r\n")
        assert keeper.reached.wait(PATIENCE_S)
    keeper.gate.set()
    with talker(keeper) as client:
        assert client.mail(MAIL) == ["250"]
    assert keeper.kept == [PATH + MAIL] * 2


def test_a_silent_client_is_sent_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving_session, "IDLE_S", 0.2)
    with served() as keeper, Talker(keeper.port) as client:
        assert client.answer() == ""


def test_a_mail_that_never_ends_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving_session, "DATA_S", 0.3)
    with served() as keeper, Talker(keeper.port) as client:
        begin(client)
        client.raw(b"Subject: Hej\r\n")
        assert client.answer() == ""
        assert keeper.kept == []


def test_more_connections_than_there_is_room_for_are_asked_to_come_back() -> None:
    with served(most_sessions=2) as keeper, Talker(keeper.port) as first, Talker(keeper.port):
        with Talker(keeper.port, greet="") as third:
            assert third.greeting.startswith("421")
            assert third.answer() == ""
        assert first.mail(MAIL) == ["250"]
        first.ask("QUIT")
        first.answer()
        with Talker(keeper.port) as fourth:
            assert fourth.mail(MAIL) == ["250"]


def test_a_command_repeated_without_end_is_cut_off(keeper: Keeper) -> None:
    with talker(keeper) as client:
        client.raw(b"HELP\r\n" * 200)
        codes = []
        while answer := client.answer():
            codes.append(answer[:3])
        assert codes[-1] == "421"


def test_stopping_waits_for_a_mail_that_is_being_kept_and_sends_the_others_away() -> None:
    keeper = Keeper()
    keeper.gate.clear()
    told: list[str] = []

    def open_when_told(idle: Talker) -> None:
        told.append(idle.answer()[:3])
        keeper.gate.set()

    with served("lmtp", keeper):
        busy, idle = Talker(keeper.port), Talker(keeper.port)
        begin(busy)
        busy.raw(MAIL + b".\r\n")
        assert keeper.reached.wait(PATIENCE_S)
        thread = threading.Thread(target=open_when_told, args=(idle,))
        thread.start()
    thread.join(PATIENCE_S)
    with busy, idle:
        assert told == ["421"]
        assert busy.answers(2) == ["250", "421"]
    assert keeper.kept == [PATH + MAIL]
