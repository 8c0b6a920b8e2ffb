"""The contract of a Sender, and how an SMTP server's answers become our errors."""

from collections.abc import Iterator
from typing import Any

import pytest

from medverkan.bot.ports import Sender
from medverkan.mailbox.embedded import SmtpSink, smtp_sink
from medverkan.mailbox.memory import MemorySender
from medverkan.mailbox.smtp import SmtpSender
from medverkan.mailbox.transport import LoginRefusedError
from medverkan.mailbox.values import GiveUpError, TryLaterError
from tests.mailbox.servers import Certificate, free_port

FROM = "intressebanken@utskick.example"
TO = "ylva@enhet.example"
LETTER = b"From: intressebanken@utskick.example\r\nSubject: Hej\r\n\r\nHej!\r\n.\r\n..punkter\r\n"


@pytest.fixture
def sink() -> Iterator[SmtpSink]:
    """A submission server that wants no login."""
    with smtp_sink() as running:
        yield running


def sender_to(sink: Any, **settings: Any) -> SmtpSender:
    """Return a sender to that sink; settings replace the usual ones."""
    usual = {"host": sink.host, "port": sink.port, "security": "none", "address": FROM, "timeout_s": 20.0}
    return SmtpSender(**{**usual, **settings})


def test_a_letter_arrives_byte_for_byte_for_its_one_recipient(sink: SmtpSink) -> None:
    sender: Sender = sender_to(sink)
    sender.send(TO, LETTER)
    assert sink.letters == [(FROM, [TO], LETTER)]
    assert sink.to(TO.upper()) == [LETTER]


def test_the_memory_twin_keeps_what_was_sent() -> None:
    sender = MemorySender(FROM)
    port: Sender = sender
    port.check()
    port.send(TO, LETTER)
    assert sender.sent == [(TO, LETTER)]


def test_the_memory_twin_refuses_when_told_to_once() -> None:
    sender = MemorySender(FROM)
    sender.refuse_next(TryLaterError("Senare."))
    with pytest.raises(TryLaterError):
        sender.send(TO, LETTER)
    sender.send(TO, LETTER)
    assert len(sender.sent) == 1


@pytest.mark.parametrize("end", [b"\n", b"\r"])
def test_bare_line_ends_are_made_whole_so_that_no_letter_ends_early(sink: SmtpSink, end: bytes) -> None:
    smuggled = end.join([b"Subject: Hej", b"", b"Hej", b".", b"MAIL FROM:<evil@else.example>", b""])
    sender_to(sink).send(TO, smuggled)
    [(_, _, raw)] = sink.letters
    assert raw == smuggled.replace(end, b"\r\n")


def test_eight_bit_text_arrives_as_it_is(sink: SmtpSink) -> None:
    raw = "Subject: Hej\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nFörfrågan åäö\r\n".encode()
    sender_to(sink).send(TO, raw)
    assert sink.to(TO) == [raw]


def test_an_address_with_swedish_letters_is_sent_by_smtputf8(sink: SmtpSink) -> None:
    sender_to(sink).send("åsa@enhet.example", LETTER)
    assert sink.to("åsa@enhet.example") == [LETTER]


@pytest.mark.parametrize(
    "to",
    [
        "a@b.example\r\nRCPT TO:<evil@else.example>",
        "a\nb@c.example",
        "\udcff@b.example",
        "a@b.example, c@d.example",
        "Ylva <ylva@enhet.example>",
        "lead@region.example (x) <y@evil.example>",
        "nobody",
        "",
    ],
)
def test_an_address_that_is_none_is_given_up_without_being_repeated(sink: SmtpSink, to: str) -> None:
    with pytest.raises(GiveUpError) as refused:
        sender_to(sink).send(to, LETTER)
    assert "@" not in str(refused.value)
    assert sink.letters == []


def test_check_sends_nothing(sink: SmtpSink) -> None:
    sender_to(sink).check()
    assert sink.letters == []


@pytest.mark.parametrize("at", ["MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize(("code", "error"), [(421, TryLaterError), (450, TryLaterError), (550, GiveUpError)])
def test_a_refusal_is_told_by_its_codes_alone_and_the_next_letter_goes(
    sink: SmtpSink, at: str, code: int, error: type[Exception]
) -> None:
    sink.refuse_next(code, at)
    sender = sender_to(sink)
    with pytest.raises(error, match=f"{code} {code // 100}.7.1") as refused:
        sender.send(TO, LETTER)
    assert "@" not in str(refused.value)
    assert refused.value.__suppress_context__
    sender.send(TO, LETTER)
    assert len(sink.letters) == 1


def test_a_letter_over_the_servers_limit_is_given_up() -> None:
    with smtp_sink(most_bytes=1000) as small:
        with pytest.raises(GiveUpError, match="552"):
            sender_to(small).send(TO, LETTER + b"x" * 70 + b"\r\n" * 2000)
        assert small.letters == []


def test_a_server_that_nobody_runs_is_tried_later() -> None:
    with pytest.raises(TryLaterError, match="tar inte emot"):
        SmtpSender(host="127.0.0.1", port=free_port(), security="none", address=FROM).send(TO, LETTER)


@pytest.mark.parametrize("password", ["plain-ascii", "med åäö"])
def test_a_login_is_made_where_there_is_a_user_name(password: str) -> None:
    with smtp_sink({"bot": password}) as sink:
        sender = sender_to(sink, username="bot", password=password)
        sender.check()
        sender.send(TO, LETTER)
        assert len(sink.letters) == 1


@pytest.mark.parametrize("password", ["plain-ascii", "med åäö"])
def test_a_refused_login_names_host_and_user_but_never_the_password(password: str) -> None:
    with smtp_sink({"bot": "another"}) as sink:
        sender = sender_to(sink, username="bot", password=password)
        with pytest.raises(LoginRefusedError, match="bot") as refused:
            sender.send(TO, LETTER)
        assert "535" in str(refused.value)
        assert password not in repr(refused.value) + repr(refused.value.__cause__) + repr(sender)


def test_a_letter_without_a_login_is_refused_where_one_is_wanted() -> None:
    with smtp_sink({"bot": "x"}) as sink, pytest.raises(GiveUpError, match="530"):
        sender_to(sink).send(TO, LETTER)


def test_starttls_is_used_with_a_verified_certificate(certificate: Certificate) -> None:
    with smtp_sink({"bot": "x"}, tls=certificate.server_context()) as sink:
        settings = {"host": "localhost", "security": "starttls", "username": "bot", "password": "x"}
        sender_to(sink, ssl_context=certificate.client_context(), **settings).send(TO, LETTER)
        assert len(sink.letters) == 1
        with pytest.raises(TryLaterError, match="Certifikatet"):
            sender_to(sink, **settings).send(TO, LETTER)
        assert len(sink.letters) == 1


def test_nothing_is_sent_where_starttls_is_not_offered() -> None:
    with smtp_sink({"bot": "x"}) as sink:
        with pytest.raises(GiveUpError, match="STARTTLS"):
            sender_to(sink, security="starttls", username="bot", password="x").send(TO, LETTER)
        assert sink.letters == []


def test_clear_text_is_refused_for_every_host_but_this_machine() -> None:
    with pytest.raises(ValueError, match="none"):
        SmtpSender(host="smtp.region.example", port=25, security="none", address=FROM)
