"""The embedded servers: what is put in is seen, what is sent is kept, and they leave nothing behind."""

import socket
import threading

import pytest

from medverkan.mailbox.embedded import embedded_imap, smtp_sink
from medverkan.mailbox.imap import ImapSource
from medverkan.mailbox.loop_thread import in_thread
from medverkan.mailbox.smtp import SmtpSender
from tests.mailbox.servers import other_client

MAIL = b"Subject: Hej\r\n\r\nHej\r\n"


def test_each_user_has_a_mailbox_of_their_own() -> None:
    with embedded_imap({"bot": "a", "lead": "b"}) as server:
        server.append("bot", "INBOX", MAIL)
        server.append("lead", "Ärenden/2026", MAIL)
        assert server.messages("bot", "INBOX") == [MAIL]
        assert server.messages("lead", "INBOX") == []
        assert server.messages("lead", "Ärenden/2026") == [MAIL]
        assert server.folders("bot") == ["INBOX"]
        assert server.folders("lead") == ["INBOX", "Ärenden/2026"]
        assert server.messages("lead", "Finns inte") == []


def test_a_restart_on_the_same_port_begins_anew() -> None:
    with embedded_imap({"bot": "a"}) as server:
        server.append("bot", "INBOX", MAIL)
        port = server.port
    with embedded_imap({"bot": "a"}, port=port) as server:
        assert server.port == port
        assert server.messages("bot", "INBOX") == []


def test_a_port_that_is_taken_is_told_to_who_starts() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        pytest.raises(OSError, match="address"),
        embedded_imap({"bot": "a"}, port=taken.getsockname()[1]),
    ):
        pass


def test_a_remade_folder_is_empty_under_another_uidvalidity() -> None:
    with embedded_imap({"bot": "a"}) as server:
        source = ImapSource(host=server.host, port=server.port, security="none", username="bot", password="a")
        server.append("bot", "INBOX", MAIL)
        before = source.uidvalidity()
        server.remake("bot", "INBOX")
        assert source.uidvalidity() != before
        assert server.messages("bot", "INBOX") == []
        source.close()


def test_leaving_ends_connections_that_are_idle_in_idle_and_half_open() -> None:
    with embedded_imap({"bot": "a"}) as server, smtp_sink() as sink:
        idling = other_client(server.host, server.port, "bot", "a")
        idling.select_folder("INBOX")
        idling.idle()
        quiet = other_client(server.host, server.port, "bot", "a")
        bare = [socket.create_connection((running.host, running.port)) for running in (server, sink)]
        for sock in bare:
            assert sock.recv(1)
    for client in (idling, quiet):
        client.shutdown()
    for sock in bare:
        sock.close()
    assert not [thread for thread in threading.enumerate() if thread.name in {"embedded-imap", "smtp-sink"}]


def test_a_connection_that_ends_in_the_middle_disturbs_nobody() -> None:
    with embedded_imap({"bot": "a"}) as server:
        with socket.create_connection((server.host, server.port)) as sock:
            sock.sendall(b"a LOGIN bot a\r\nb SELECT INBOX\r\nc APPEND INBOX {100}\r\nhalf")
        with other_client(server.host, server.port, "bot", "a") as client:
            assert client.select_folder("INBOX")[b"EXISTS"] == 0


def test_what_fails_at_the_start_is_raised_in_the_callers_thread() -> None:
    class Failing:
        async def __aenter__(self) -> None:
            raise RuntimeError("no")

        async def __aexit__(self, *_: object) -> None:
            raise AssertionError

    with pytest.raises(RuntimeError, match="no"), in_thread(Failing(), "failing"):
        pass


def test_the_sink_files_letters_under_their_recipients() -> None:
    with smtp_sink() as sink:
        sender = SmtpSender(host=sink.host, port=sink.port, security="none", address="bot@region.example")
        for number, to in enumerate(["ylva@enhet.example", "lars@enhet.example", "ylva@enhet.example"]):
            sender.send(to, b"Subject: %d\r\n\r\nHej\r\n" % number)
        assert [raw[:10] for raw in sink.to("ylva@enhet.example")] == [b"Subject: 0", b"Subject: 2"]
        assert len(sink.letters) == 3
