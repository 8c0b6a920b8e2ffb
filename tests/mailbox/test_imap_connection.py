"""How a connection is secured and logged in, what is said when it is not, and folders as other servers name them."""

import logging
import socket
import ssl
import threading
from collections.abc import Callable, Sequence
from contextlib import closing

import pytest

from medverkan.mailbox.embedded import embedded_imap
from medverkan.mailbox.imap import ImapSource
from medverkan.mailbox.transport import LoginRefusedError
from medverkan.mailbox.values import GiveUpError, TryLaterError
from tests.mailbox.servers import Certificate, Dovecot, dovecot
from tests.mailbox.wire import PASSWORD, refusal, source_of

MAIL = b"Subject: Hej\r\n\r\nHej\r\n"


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


def test_what_a_server_cannot_do_is_told_and_a_folder_that_nothing_may_leave_is_refused() -> None:
    with embedded_imap({"bot": PASSWORD}, without=("MOVE", "IDLE")) as server, closing(source_of(server)) as source:
        assert source.lacking() == ("MOVE", "IDLE", "SPECIAL-USE")
    with dovecot(special_use=True) as able, closing(source_of(able, password=able.password)) as source:
        assert source.lacking() == ()


def test_the_folder_for_deleted_mail_is_found_by_its_mark_and_else_by_its_name() -> None:
    with dovecot(keep_deleted="Slaskhink") as server, closing(source_of(server, password=server.password)) as source:
        assert source.trash() == "Slaskhink"
    with dovecot() as server, closing(source_of(server, password=server.password)) as source:
        assert source.trash() == ""
        server.append("Borttaget", MAIL)
        assert source.trash() == "Borttaget"


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


def test_small_commands_go_at_once_and_a_dead_peer_is_noticed() -> None:
    with embedded_imap({"bot": PASSWORD}) as server, closing(source_of(server)) as source:
        source.uids()
        sock = source._client.socket()  # type: ignore[attr-defined]
        assert sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert sock.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)


@pytest.mark.parametrize("lack", ["MOVE", "UIDPLUS", "IDLE"])
def test_what_a_server_is_made_to_lack_is_lacking(dovecots: Callable[[Sequence[str]], Dovecot], lack: str) -> None:
    lacks = ("MOVE", "UIDPLUS") if lack == "UIDPLUS" else (lack,)
    with dovecots(lacks).client() as client, embedded_imap({"bot": PASSWORD}, without=lacks) as server:
        assert not client.has_capability(lack)
        with closing(source_of(server)) as source:
            source.uids()
            assert not source._client.has_capability(lack)  # type: ignore[attr-defined]


def test_the_protocol_is_never_written_to_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with embedded_imap({"bot": PASSWORD}) as server, closing(source_of(server)) as source:
        server.append("bot", "INBOX", MAIL)
        [arrival] = source.fetch(source.uids())
        source.move(arrival.place, "Kanariefågel")
        source.append_draft(MAIL)
    assert not [record for record in caplog.records if record.name.startswith("imapclient")]
