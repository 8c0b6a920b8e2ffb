"""Who may push mail to us, what TLS changes, and what is said where nothing can listen."""

import asyncio
from pathlib import Path

import pytest

from medverkan.mailbox.embedded import smtp_sink
from medverkan.mailbox.receiving import check, may_connect, receiving
from medverkan.mailbox.receiving_values import Listen, ListenError
from tests.mailbox.pushing import ADDRESS, MAIL, PATIENCE_S, SENDER, Talker, served
from tests.mailbox.servers import Certificate, free_port

PATH = f"Return-Path: <{SENDER}>\r\n".encode()


@pytest.mark.parametrize(
    ("peer", "let_in"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("192.0.2.25", True),
        ("::ffff:192.0.2.25", True),
        ("2001:db8::25", True),
        ("192.0.3.25", False),
        ("2001:db8::26", False),
        ("fe80::1%eth0", False),
        ("", False),
        ("ingen adress", False),
    ],
)
def test_only_named_servers_and_this_machine_may_connect(peer: str, let_in: bool) -> None:
    assert may_connect(("192.0.2.0/24", "2001:db8::25"), peer) is let_in


@pytest.mark.parametrize(("protocol", "greet"), [("lmtp", "LHLO"), ("smtp", "EHLO")])
def test_with_a_certificate_nothing_is_taken_without_tls(certificate: Certificate, protocol: str, greet: str) -> None:
    with (
        served(protocol, certificate=certificate.cert, key=certificate.key) as keeper,
        Talker(keeper.port, greet, "127.0.0.1") as client,
    ):
        assert "250-STARTTLS" in client.able
        assert client.ask(f"MAIL FROM:<{SENDER}>") == ["530"]
        client.start_tls(certificate.client_context())
        client.say(f"{greet} client.example")
        able = client._answer_lines()
        assert "250-STARTTLS" not in able
        assert not [line for line in able if "AUTH" in line]
        assert client.mail(MAIL) == ["250"]
        assert keeper.kept == [PATH + MAIL]


def test_what_was_sent_before_tls_is_forgotten(certificate: Certificate) -> None:
    with (
        served("smtp", certificate=certificate.cert, key=certificate.key) as keeper,
        Talker(keeper.port, "EHLO") as client,
    ):
        client.raw(b"STARTTLS\r\nEHLO evil.example\r\nMAIL FROM:<evil@else.example>\r\n")
        assert client.answer().startswith("220")
        client.socket = certificate.client_context().wrap_socket(client.socket, server_hostname="localhost")
        assert client.ask(f"RCPT TO:<{ADDRESS}>") == ["503"]


def test_a_handshake_that_fails_takes_nothing_down(certificate: Certificate) -> None:
    with served("smtp", certificate=certificate.cert, key=certificate.key) as keeper:
        with Talker(keeper.port, "EHLO") as client:
            assert client.ask("STARTTLS") == ["220"]
            client.raw(b"MAIL FROM:<evil@else.example>\r\n" * 20)
            while client.answer():
                pass
        with Talker(keeper.port, "EHLO") as client:
            assert client.ask("NOOP") == ["250"]


def test_whether_one_can_listen_is_told() -> None:
    assert check(Listen("lmtp", "127.0.0.1", free_port()), PATIENCE_S) is False
    with served() as keeper:
        assert check(Listen("lmtp", "127.0.0.1", keeper.port), PATIENCE_S) is True
    with smtp_sink() as sink, pytest.raises(ListenError, match="annat program"):
        check(Listen("smtp", "127.0.0.1", sink.port), PATIENCE_S)


def test_a_port_that_is_taken_and_a_certificate_that_is_none_are_told(tmp_path: Path) -> None:
    with smtp_sink() as sink, pytest.raises(ListenError, match="annat program"):
        asyncio.run(_enter(Listen("smtp", "127.0.0.1", sink.port)))
    (tmp_path / "cert.pem").write_text("ingenting")
    for name in ("cert.pem", "saknas.pem"):
        listen = Listen("smtp", "127.0.0.1", 0, certificate=tmp_path / name)
        with pytest.raises(ListenError, match="certifikatet"):
            asyncio.run(_enter(listen))
        with pytest.raises(ListenError, match="certifikatet"):
            check(listen, PATIENCE_S)


async def _enter(listen: Listen) -> None:
    async with receiving(listen, ADDRESS, lambda *_: None):
        pass
