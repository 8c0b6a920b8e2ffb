"""What is said when a server cannot be talked with: which setting to try, in Swedish, and nothing the server said."""

import contextlib
import socket
import ssl
import threading
from contextlib import closing

import pytest

from medverkan.mailbox.embedded import embedded_imap
from medverkan.mailbox.imap import ImapSource
from medverkan.mailbox.smtp import SmtpSender
from medverkan.mailbox.transport import why_unreachable
from medverkan.mailbox.values import MailboxError, TryLaterError
from tests.mailbox.servers import Certificate


def imap(port: int, security: str, host: str = "127.0.0.1", timeout_s: float = 20.0) -> ImapSource:
    return ImapSource(host=host, port=port, security=security, username="bot", password="x", timeout_s=timeout_s)


def test_tls_towards_a_port_in_the_clear_names_the_ports_to_try() -> None:
    with (
        embedded_imap({"bot": "x"}) as server,
        closing(imap(server.port, "tls")) as source,
        pytest.raises(MailboxError, match="talar inte TLS: pröva port 993"),
    ):
        source.uids()


def test_a_certificate_of_ones_own_making_is_told_in_swedish(certificate: Certificate) -> None:
    with (
        embedded_imap({"bot": "x"}, tls=certificate.server_context()) as server,
        closing(imap(server.port, "starttls", "localhost")) as source,
        pytest.raises(MailboxError, match="egenutfärdat"),
    ):
        source.uids()


def test_a_certificate_for_another_name_is_told_in_swedish(certificate: Certificate) -> None:
    ours, theirs = socket.socketpair()
    context = certificate.server_context()

    def serve() -> None:
        with contextlib.suppress(OSError), context.wrap_socket(theirs, server_side=True):
            pass

    serving = threading.Thread(target=serve)
    serving.start()
    with closing(ours), pytest.raises(ssl.SSLCertVerificationError) as caught:
        certificate.client_context().wrap_socket(ours, server_hostname="imap.region.example")
    serving.join()
    told = why_unreachable("imap.region.example", 993, caught.value)
    assert "det är inte utfärdat för det namn som står i host" in told


@pytest.mark.parametrize(
    ("port", "says"), [(993, "pröva security = tls"), (465, "pröva security = tls"), (143, "Stämmer port och security")]
)
def test_silence_is_told_with_what_to_check(port: int, says: str) -> None:
    assert says in why_unreachable("imap.region.example", port, TimeoutError())


def test_a_port_that_is_no_smtp_is_told() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:

        def answer() -> None:
            with closing(listener.accept()[0]) as peer:
                peer.sendall(b"* OK IMAP4rev1 ready\r\n")
                peer.recv(100)

        threading.Thread(target=answer, daemon=True).start()
        port = listener.getsockname()[1]
        sender = SmtpSender(host="127.0.0.1", port=port, security="none", address="bank@region.example")
        with pytest.raises(TryLaterError, match=f"127.0.0.1:{port} är ingen SMTP-server"):
            sender.check()
