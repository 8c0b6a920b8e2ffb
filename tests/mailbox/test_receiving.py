"""Mail that is pushed to us: what is taken, for whom, how it is kept, and that every recipient has an answer."""

import logging
import smtplib
from collections.abc import Iterator

import pytest

from medverkan.mailbox.receiving import is_for
from medverkan.mailbox.receiving_values import NoRoomError
from tests.mailbox.pushing import ADDRESS, MAIL, PATIENCE_S, SENDER, Keeper, Talker, served

TAGGED = "invanarmedverkan+blankett@region.example"
OTHER = "nagon.annan@region.example"
PATH = f"Return-Path: <{SENDER}>\r\n".encode()


@pytest.fixture
def lmtp() -> Iterator[Keeper]:
    with served("lmtp") as keeper:
        yield keeper


@pytest.fixture
def smtp() -> Iterator[Keeper]:
    with served("smtp") as keeper:
        yield keeper


def test_smtp_keeps_the_bytes_as_they_were_sent_under_the_path_they_came(smtp: Keeper) -> None:
    raw = MAIL + b".\r\n..punkter\r\n. \r\n"
    with smtplib.SMTP("127.0.0.1", smtp.port) as client:
        assert client.sendmail(SENDER, [ADDRESS], raw) == {}
        assert client.sendmail(SENDER, [ADDRESS.upper()], raw) == {}
    assert smtp.kept == [PATH + raw] * 2


def test_lmtp_keeps_the_bytes_as_they_were_sent(lmtp: Keeper) -> None:
    with smtplib.LMTP("127.0.0.1", lmtp.port) as client:
        assert client.sendmail(SENDER, [ADDRESS], MAIL) == {}
    assert lmtp.kept == [PATH + MAIL]


def test_the_same_mail_once_more_has_the_same_bytes(lmtp: Keeper) -> None:
    for _ in range(2):
        with Talker(lmtp.port) as client:
            client.mail(MAIL)
    assert lmtp.kept[0] == lmtp.kept[1]


def test_a_path_that_came_with_the_mail_stands_below_ours(lmtp: Keeper) -> None:
    with Talker(lmtp.port) as client:
        client.mail(b"Return-Path: <>\r\n" + MAIL, sender=SENDER)
    assert lmtp.kept == [PATH + b"Return-Path: <>\r\n" + MAIL]


@pytest.mark.parametrize(
    ("protocol", "greet", "refused"), [("lmtp", "LHLO", ("EHLO", "HELO")), ("smtp", "EHLO", ("LHLO",))]
)
def test_each_protocol_has_its_own_greeting_and_says_what_it_can(
    protocol: str, greet: str, refused: tuple[str, ...]
) -> None:
    with served(protocol, most_bytes=12_345) as keeper, Talker(keeper.port, greet) as client:
        able = [line[4:] for line in client.able[1:]]
        assert able == ["PIPELINING", "ENHANCEDSTATUSCODES", "SIZE 12345", "8BITMIME", "SMTPUTF8", "HELP"]
        for other in refused:
            assert client.ask(f"{other} client.example") == ["500"]
        assert client.ask("AUTH PLAIN AGEAYg==") == ["538"]


def test_smtp_answers_an_old_client_too(smtp: Keeper) -> None:
    with Talker(smtp.port, greet="HELO") as client:
        assert client.mail(MAIL) == ["250"]


@pytest.mark.parametrize(
    ("recipient", "ours"),
    [
        (ADDRESS, True),
        ("InvanarMedverkan@REGION.example", True),
        (TAGGED, True),
        ("invanarmedverkan+@region.example", True),
        ("invanarmedverkan-x@region.example", False),
        ("invanarmedverkanx@region.example", False),
        ("invanarmedverkan@region.example.evil.example", False),
        ("invanarmedverkan@mail.region.example", False),
        ("evil+invanarmedverkan@region.example", False),
        ("invanarmedverkan%region.example@evil.example", False),
        ("invanarmedverkan@[127.0.0.1]", False),
        ("invanarmedverkan", False),
        ("", False),
    ],
)
def test_only_the_mailboxs_own_address_is_taken(recipient: str, ours: bool) -> None:
    assert is_for(recipient, ADDRESS) is ours


@pytest.mark.parametrize(("protocol", "greet"), [("lmtp", "LHLO"), ("smtp", "EHLO")])
def test_another_recipient_is_refused_and_the_rest_go_on(protocol: str, greet: str) -> None:
    with served(protocol) as keeper, Talker(keeper.port, greet) as client:
        assert client.ask(f"MAIL FROM:<{SENDER}>", f"RCPT TO:<{OTHER}>") == ["250", "550"]
        assert client.ask("DATA") == ["503"]
        assert client.ask(f"RCPT TO:<{ADDRESS}>", "DATA") == ["250", "354"]
        client.raw(MAIL + b".\r\n")
        assert client.answers(1) == ["250"]
        assert keeper.kept == [PATH + MAIL]


def test_lmtp_answers_each_taken_recipient_and_keeps_the_mail_once(lmtp: Keeper) -> None:
    with Talker(lmtp.port) as client:
        assert client.mail(MAIL, ADDRESS, OTHER, TAGGED) == ["250", "250"]
        assert client.silent()
    assert lmtp.kept == [PATH + MAIL]


def test_smtp_answers_once_however_many_recipients(smtp: Keeper) -> None:
    with Talker(smtp.port, "EHLO") as client:
        for line in (f"MAIL FROM:<{SENDER}>", f"RCPT TO:<{ADDRESS}>", f"RCPT TO:<{TAGGED}>", "DATA"):
            client.say(line)
            assert client.answer()[0] in "23"
        client.raw(MAIL + b".\r\n")
        assert client.answers(1) == ["250"]
        assert client.silent()


@pytest.mark.parametrize(
    ("raw", "moods", "code"),
    [
        (MAIL, [], "250"),
        (MAIL, [NoRoomError("fullt")], "452"),
        (MAIL, [OSError("kanarie")], "451"),
        (MAIL, [RuntimeError("kanarie")], "451"),
        (MAIL + b"x" * 3_000 + b"\r\n", [], "552"),
        (b"x" * 3_000 + b"\r\n", [], "552"),
        (MAIL + b"Hej\n", [], "550"),
    ],
)
def test_every_path_after_data_answers_each_of_three_recipients(raw: bytes, moods: list[Exception], code: str) -> None:
    raw += b"" if raw.endswith(b"\r\n") else b"\r\n"
    with served("lmtp", Keeper(moods=moods), most_bytes=2_000) as keeper, Talker(keeper.port) as client:
        assert client.mail(raw, ADDRESS, TAGGED, ADDRESS) == [code] * 3
        assert client.silent()
        assert client.mail(MAIL) == ["250"]
        assert keeper.kept == [PATH + MAIL] * (2 if code == "250" else 1)


def test_what_is_held_together_is_bounded_and_the_sender_comes_back(lmtp: Keeper) -> None:
    with served("lmtp", most_held_bytes=1_000) as keeper, Talker(keeper.port) as client:
        assert client.mail(b"Subject: Hej\r\n\r\n" + b"x" * 2_000 + b"\r\n", ADDRESS, TAGGED) == ["452", "452"]
        assert client.mail(MAIL) == ["250"]
        assert keeper.kept == [PATH + MAIL]


def test_a_declared_size_over_the_limit_is_refused_before_it_is_sent(lmtp: Keeper) -> None:
    with served("lmtp", most_bytes=2_000) as keeper, Talker(keeper.port) as client:
        assert client.ask(f"MAIL FROM:<{SENDER}> SIZE=2001") == ["552"]
        assert client.ask(f"MAIL FROM:<{SENDER}> SIZE=2000 BODY=8BITMIME SMTPUTF8") == ["250"]


def test_a_bounce_has_the_null_sender_on_top(lmtp: Keeper) -> None:
    with Talker(lmtp.port) as client:
        assert client.mail(MAIL, sender="") == ["250"]
    assert lmtp.kept == [b"Return-Path: <>\r\n" + MAIL]


def test_swedish_letters_are_taken_in_addresses_and_text(lmtp: Keeper) -> None:
    raw = "Subject: Hälsning från Åsa\r\n\r\nÅäö\r\n".encode()
    with Talker(lmtp.port) as client:
        assert client.ask("MAIL FROM:<åsa@enhet.example> BODY=8BITMIME SMTPUTF8") == ["250"]
        assert client.ask(f"RCPT TO:<{ADDRESS}>", "DATA") == ["250", "354"]
        client.raw(raw + b".\r\n")
        assert client.answers(1) == ["250"]
    assert lmtp.kept == ["Return-Path: <åsa@enhet.example>\r\n".encode() + raw]


@pytest.mark.parametrize("length", [998, 1_001, 70_000, 2_000_000])
def test_long_lines_are_taken_as_they_are(lmtp: Keeper, length: int) -> None:
    raw = b"Subject: Hej\r\n\r\n" + b"x" * length + b"\r\n"
    with Talker(lmtp.port) as client:
        assert client.mail(raw) == ["250"]
    assert lmtp.kept == [PATH + raw]


def test_a_mail_of_twenty_megabytes_is_kept(lmtp: Keeper) -> None:
    raw = b"Subject: Hej\r\n\r\n" + (b"." + b"x" * 70 + b"\r\n") * 280_000
    with Talker(lmtp.port) as client:
        assert client.mail(raw) == ["250"]
    assert lmtp.kept == [PATH + raw]


def test_an_empty_mail_is_kept_too(lmtp: Keeper) -> None:
    with Talker(lmtp.port) as client:
        assert client.mail(b"") == ["250"]
    assert lmtp.kept == [PATH]


def test_commands_sent_without_waiting_are_answered_in_order(lmtp: Keeper) -> None:
    one = f"MAIL FROM:<{SENDER}>\r\nRCPT TO:<{ADDRESS}>\r\nRCPT TO:<{OTHER}>\r\nDATA\r\n".encode()
    with Talker(lmtp.port) as client:
        client.raw((one + MAIL + b".\r\n") * 3 + b"QUIT\r\n")
        assert client.answers(16) == ["250", "250", "550", "354", "250"] * 3 + ["221"]
        assert client.answer() == ""
    assert lmtp.kept == [PATH + MAIL] * 3


def test_answers_have_enhanced_codes(smtp: Keeper) -> None:
    with Talker(smtp.port, "EHLO") as client:
        client.say("NOOP", "MAIL", "FOO", f"RCPT TO:<{ADDRESS}>", f"MAIL FROM:<{SENDER}>", "RSET", "QUIT")
        assert [client.answer()[:9] for _ in range(7)] == [
            "250 2.0.0",
            "501 5.0.0",
            "500 5.0.0",
            "503 5.0.0",
            "250 2.1.0",
            "250 2.0.0",
            "221 2.0.0",
        ]


def test_nothing_of_a_mail_or_an_address_reaches_the_log(lmtp: Keeper, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    lmtp.moods = [RuntimeError("kanarie")]
    with Talker(lmtp.port) as client:
        client.ask("KANARIE kanarie", "MAIL FROM:<kanarie@", f"RCPT TO:<kanarie@{OTHER}>")
        client.mail(b"Subject: kanarie\r\n\r\nkanarie\r\n", sender="kanarie@enhet.example")
    assert "kanarie" not in caplog.text.lower()


def test_what_comes_on_other_connections_meanwhile_is_kept_together(lmtp: Keeper) -> None:
    lmtp.gate.clear()
    texts = [MAIL + f"Nummer {number}\r\n".encode() for number in range(4)]
    with Talker(lmtp.port) as first, Talker(lmtp.port) as second, Talker(lmtp.port) as third:
        clients = [first, second, third]
        for client, text in zip(clients, texts, strict=False):
            assert client.ask(f"MAIL FROM:<{SENDER}>", f"RCPT TO:<{ADDRESS}>", "DATA") == ["250", "250", "354"]
            client.raw(text + b".\r\n")
            assert lmtp.reached.wait(PATIENCE_S)
        # Answered in the order they were read, so all three are there.
        with Talker(lmtp.port) as last:
            assert last.silent()
        # The first is kept; together the others are refused, and then kept one by one.
        lmtp.fail_together = True
        lmtp.gate.set()
        assert [client.answer()[:3] for client in clients] == ["250"] * 3
    assert sorted(lmtp.kept) == [PATH + text for text in texts[:3]]
    assert lmtp.together == [1, 2, 1, 1]
