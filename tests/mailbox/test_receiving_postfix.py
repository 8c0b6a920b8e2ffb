"""Behind Postfix: what it hands over is kept once, what we cannot keep it keeps, what is not ours it returns."""

import smtplib
import threading
from collections.abc import Callable, Iterator

import pytest

from medverkan.mailbox.receiving_values import NoRoomError
from tests.mailbox.postfix import Postfix, postfix
from tests.mailbox.pushing import ADDRESS, MAIL, SENDER, Keeper, served

PATIENCE_S = 60.0
OTHER = "nagon.annan@region.example"
TAGGED = "invanarmedverkan+blankett@region.example"


@pytest.fixture(params=["lmtp", "smtp"])
def protocol(request: pytest.FixtureRequest) -> str:
    """Both ways to hand over."""
    return str(request.param)


@pytest.fixture
def keeper(protocol: str) -> Iterator[Keeper]:
    with served(protocol) as keeper:
        yield keeper


@pytest.fixture
def border(protocol: str, keeper: Keeper) -> Iterator[Postfix]:
    """Postfix in front of it."""
    with postfix(protocol, keeper.port) as running:
        yield running


def until(happens: Callable[[], object], border: Postfix) -> None:
    """Wait until something has happened."""
    pause = threading.Event()
    for _ in range(int(PATIENCE_S / 0.05)):
        if happens():
            return
        pause.wait(0.05)
    raise AssertionError(border.log())


def send(border: Postfix, raw: bytes, *recipients: str, sender: str = SENDER, options: tuple[str, ...] = ()) -> None:
    """Hand one mail to Postfix."""
    with smtplib.SMTP("127.0.0.1", border.port, timeout=PATIENCE_S) as client:
        assert client.sendmail(sender, recipients or [ADDRESS], raw, mail_options=options) == {}


def test_a_mail_comes_once_with_its_path_and_trace_on_top(border: Postfix, keeper: Keeper) -> None:
    send(border, MAIL, ADDRESS, TAGGED)
    until(lambda: not border.waiting(), border)
    [raw] = keeper.kept
    assert raw.startswith(b"Return-Path: <ylva@enhet.example>\r\nReceived: ")
    assert raw.endswith(b"\r\n\r\nHej!\r\n")


def test_what_cannot_be_kept_now_comes_again_in_the_same_bytes(border: Postfix, keeper: Keeper) -> None:
    keeper.moods = [NoRoomError("fullt"), RuntimeError("kanarie")]
    send(border, MAIL)
    until(lambda: keeper.kept, border)
    until(lambda: not border.waiting(), border)
    assert keeper.refused == keeper.kept * 2
    assert "452 4.3.1" in border.log()


def test_of_two_recipients_the_one_that_is_none_of_ours_is_returned(border: Postfix, keeper: Keeper) -> None:
    send(border, MAIL, ADDRESS, OTHER)
    until(lambda: "status=bounced" in border.log() and not border.waiting(), border)
    assert len(keeper.kept) == 1
    assert "550 5.1.1" in border.log()


def test_a_returned_mail_of_ours_comes_from_nobody(border: Postfix, keeper: Keeper) -> None:
    send(border, MAIL, OTHER, sender=ADDRESS)
    until(lambda: keeper.kept, border)
    assert keeper.kept[0].startswith(b"Return-Path: <>\r\n")
    assert b"report-type=delivery-status" in keeper.kept[0]


def test_swedish_letters_come_through(border: Postfix, keeper: Keeper) -> None:
    raw = "From: åsa@enhet.example\r\nSubject: Hälsning\r\n\r\nÅäö\r\n".encode()
    send(border, raw, sender="åsa@enhet.example", options=("SMTPUTF8", "BODY=8BITMIME"))
    until(lambda: keeper.kept, border)
    assert keeper.kept[0].startswith("Return-Path: <åsa@enhet.example>\r\n".encode())
    assert keeper.kept[0].endswith("Åäö\r\n".encode())


def test_a_hundred_mails_on_many_connections_come_once_each(border: Postfix, keeper: Keeper) -> None:
    with smtplib.SMTP("127.0.0.1", border.port, timeout=PATIENCE_S) as client:
        for number in range(100):
            client.sendmail(SENDER, [ADDRESS], MAIL + f"Nummer {number}\r\n".encode())
    until(lambda: not border.waiting(), border)
    assert sorted(raw.split()[-1] for raw in keeper.kept) == sorted(str(number).encode() for number in range(100))


def test_a_mail_over_our_limit_is_returned_by_postfix_itself(protocol: str) -> None:
    with served(protocol, most_bytes=2_000) as keeper, postfix(protocol, keeper.port) as border:
        send(border, MAIL + b"x" * 70 * 50 + b"\r\n")
        until(lambda: "status=bounced" in border.log() and not border.waiting(), border)
        assert keeper.kept == []
