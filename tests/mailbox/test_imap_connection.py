"""How a connection is secured and logged in, what is said when it is not, and folders as other servers name them."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from types import SimpleNamespace
from typing import Any

import pytest

from medverkan.bot.ports import Source
from medverkan.mailbox.embedded import embedded_imap
from medverkan.mailbox.imap import ImapSource
from medverkan.mailbox.transport import LoginRefusedError
from medverkan.mailbox.values import GiveUpError, MailboxError, TryLaterError
from tests.mailbox.servers import Certificate, dovecot, free_port

PASSWORD = 'hemlig-åäö-\\"-ord'
MAIL = b"Subject: Hej\r\n\r\nHej\r\n"
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


@pytest.mark.parametrize("host", ["mail.region.example", "10.0.0.5", "127.0.0.1.evil.example", "localhost.example"])
def test_clear_text_is_refused_for_every_host_but_this_machine(host: str) -> None:
    with pytest.raises(ValueError, match="none"):
        ImapSource(host=host, port=143, security="none", username="bot", password=PASSWORD)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "localhost", "LOCALHOST.", "::1", "[::1]"])
def test_clear_text_is_allowed_within_this_machine(host: str) -> None:
    with closing(ImapSource(host=host, port=143, security="none", username="bot", password=PASSWORD)) as source:
        assert source.account == f"bot@{host}"


def test_an_unknown_kind_of_security_is_refused() -> None:
    with pytest.raises(ValueError, match="starttls"):
        ImapSource(host="127.0.0.1", port=143, security="ssl", username="bot", password=PASSWORD)


def test_starttls_is_used_with_a_verified_certificate(certificate: Certificate) -> None:
    with embedded_imap({"bot": PASSWORD}, tls=certificate.server_context()) as server:
        server.append("bot", "INBOX", MAIL)
        trusting = source_of(server, host="localhost", security="starttls", ssl_context=certificate.client_context())
        with closing(trusting) as source:
            assert [arrival.raw for arrival in source.fetch(source.uids())] == [MAIL]
            assert isinstance(source._client.socket(), ssl.SSLSocket)  # type: ignore[attr-defined]


def test_a_certificate_that_nobody_vouches_for_is_not_accepted(certificate: Certificate) -> None:
    with embedded_imap({"bot": PASSWORD}, tls=certificate.server_context()) as server:
        refusal(source_of(server, host="localhost", security="starttls"), TryLaterError, "Certifikatet")


def test_no_password_is_sent_where_starttls_is_not_offered() -> None:
    with embedded_imap({"bot": PASSWORD}) as server:
        refusal(source_of(server, security="starttls"), GiveUpError, "STARTTLS")


def test_tls_and_starttls_work_with_dovecot(certificate: Certificate) -> None:
    context = certificate.client_context()
    with dovecot(tls=certificate) as server:
        for security, port in (("tls", server.tls_port), ("starttls", server.port)):
            server.append("INBOX", MAIL, user=security)
            settings = {"host": "localhost", "port": port, "security": security, "username": security}
            with closing(source_of(server, password=server.password, ssl_context=context, **settings)) as source:
                [arrival] = source.fetch(source.uids())
                assert source.move(arrival.place, "Hanterat")
                waiter = threading.Thread(target=source.wait, args=(300,), daemon=True)
                waiter.start()
                server.append("INBOX", MAIL, user=security)
                waiter.join(60)
                assert len(source.uids()) == 1


def test_a_refused_login_names_host_and_user_but_never_the_password() -> None:
    with embedded_imap({"bot": "another"}) as server:
        source = source_of(server)
        error = refusal(source, LoginRefusedError)
    assert server.host in str(error)
    assert "bot" in str(error)
    assert PASSWORD not in repr(error) + repr(error.__cause__)
    assert PASSWORD not in repr(source)
    assert PASSWORD not in repr(source._settings)  # type: ignore[attr-defined]


def test_a_server_that_takes_no_logins_for_now_is_tried_later() -> None:
    def answers(line: bytes) -> bytes | None:
        tag = line.split(b" ")[0]
        if not line:
            return b"* OK ready\r\n"
        if b"CAPABILITY" in line:
            return b"* CAPABILITY IMAP4rev1\r\n" + tag + b" OK done\r\n"
        return tag + b" NO [UNAVAILABLE] try again\r\n"

    with scripted(answers) as port:
        refusal(source_of(NOBODY, port=port, password="ascii"), TryLaterError, "inloggningar")


def test_a_connection_lost_at_login_is_no_refused_login() -> None:
    def answers(line: bytes) -> bytes | None:
        tag = line.split(b" ")[0]
        if not line:
            return b"* OK ready\r\n"
        if b"CAPABILITY" in line:
            return b"* CAPABILITY IMAP4rev1\r\n" + tag + b" OK done\r\n"
        return None

    with scripted(answers) as port:
        refusal(source_of(NOBODY, port=port, password="ascii"), TryLaterError, "bröts")


@pytest.mark.parametrize(
    "greeting", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"* BYE go away\r\n", b"\x00\xff\r\n", b"* OK\r\n* (((\r\n"]
)
def test_whatever_greets_instead_of_a_mail_server_is_tried_later(greeting: bytes) -> None:
    with scripted(lambda line: None if line else greeting) as port:
        refusal(source_of(NOBODY, port=port), TryLaterError)


def test_a_server_that_never_says_anything_is_tried_later() -> None:
    with scripted(lambda _line: b"") as port:
        refusal(source_of(NOBODY, port=port, timeout_s=0.1), TryLaterError, "i tid")


def test_a_server_that_nobody_runs_is_tried_later() -> None:
    refusal(source_of(NOBODY, port=free_port()), TryLaterError, "tar inte emot")


@pytest.mark.parametrize(("separator", "prefix"), [(".", "INBOX."), (".", ""), ("/", "Personligt/")])
def test_folders_follow_the_servers_prefix_and_separator(separator: str, prefix: str) -> None:
    with dovecot(separator=separator, prefix=prefix) as server:
        server.append("INBOX", MAIL)
        with closing(source_of(server, password=server.password)) as source:
            [arrival] = source.fetch(source.uids())
            assert source.move(arrival.place, "Ärenden/Åtgärdat")
            source.append_draft(MAIL)
        assert server.messages(f"{prefix}Ärenden{separator}Åtgärdat") == [MAIL]
        assert server.messages(f"{prefix}Utkast") == [MAIL]


def test_the_servers_own_mark_names_the_drafts_folder() -> None:
    with dovecot(special_use=True) as server:
        server.append("Drafts", MAIL)
        with closing(source_of(server, password=server.password)) as source:
            source.append_draft(b"Subject: Utkast\r\n\r\nHej\r\n")
        assert server.messages("Skisser") == [b"Subject: Utkast\r\n\r\nHej\r\n"]
        assert server.messages("Drafts") == [MAIL]


def test_a_mail_is_not_moved_into_the_folder_where_it_lies() -> None:
    with embedded_imap({"bot": PASSWORD}) as server, closing(source_of(server)) as source:
        server.append("bot", "INBOX", MAIL)
        [arrival] = source.fetch(source.uids())
        with pytest.raises(GiveUpError, match="samma mapp"):
            source.move(arrival.place, "inbox")
        assert server.messages("bot", "INBOX") == [MAIL]


def test_a_missing_inbox_is_told_to_a_person() -> None:
    with embedded_imap({"bot": PASSWORD}) as server:
        refusal(source_of(server, inbox="Finns inte"), GiveUpError)
