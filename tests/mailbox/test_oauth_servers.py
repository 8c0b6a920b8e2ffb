"""Mail servers that are signed in to with a token: real ones, and one that says what a test wants it to say."""

import base64
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from medverkan.mailbox.embedded import embedded_imap, smtp_sink
from medverkan.mailbox.imap import ImapSource
from medverkan.mailbox.oauth import Token, TokenHolder, xoauth2
from medverkan.mailbox.smtp import SmtpSender
from medverkan.mailbox.transport import LoginRefusedError
from medverkan.mailbox.values import GiveUpError, TryLaterError
from tests.mailbox.servers import Certificate, dovecot, free_port
from tests.mailbox.sign_in import BOX, START, TENANT, Clock, SignIn, sign_in_service
from tests.mailbox.wire import scripted

MAIL = b"Subject: Hej\r\n\r\nHej\r\n"


@pytest.fixture
def service(certificate: Certificate, monkeypatch: pytest.MonkeyPatch) -> Iterator[SignIn]:
    with sign_in_service(certificate, monkeypatch) as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


def source_at(server: Any, service: SignIn, **given: Any) -> ImapSource:
    usual: dict[str, Any] = {"username": BOX, "password": "", "timeout_s": 20.0}
    usual["tokens"] = service.holder()
    return ImapSource(host=server.host, port=server.port, security="none", **(usual | given))


@pytest.fixture(params=["pymap", "dovecot"])
def imap(request: pytest.FixtureRequest, service: SignIn) -> Iterator[Any]:
    if request.param == "pymap":
        with embedded_imap({BOX: "x"}, is_token=service.is_token) as server:
            yield server
    else:
        with dovecot(introspection=service.introspection) as server:
            yield server


@pytest.fixture
def box(service: SignIn) -> Iterator[Any]:
    with embedded_imap({BOX: "x"}, is_token=service.is_token) as server:
        yield server


def test_a_mailbox_is_opened_with_a_token(box: Any, service: SignIn) -> None:
    with closing(source_at(box, service)) as source:
        source.append_draft(MAIL)
        assert source.uids() == []
        source.uids()
    assert len(service.asked) == 1


def test_a_token_that_the_server_refuses_is_replaced_once_and_quietly(box: Any, service: SignIn) -> None:
    tokens = service.holder()
    tokens.current()
    service.revoke()
    with closing(source_at(box, service, tokens=tokens)) as source:
        assert source.uids() == []
    assert len(service.asked) == 2


def test_a_new_token_that_is_refused_too_is_a_refused_login(imap: Any, service: SignIn) -> None:
    with (
        closing(source_at(imap, service, username="annan@region.example")) as source,
        pytest.raises(LoginRefusedError, match=r"IMAP\.AccessAsApp") as refused,
    ):
        source.uids()
    assert len(service.asked) == 2
    assert "kanarie" not in f"{refused.value!r}{refused.value.__cause__!r}{refused.value.__context__!r}{source!r}"


def test_the_connection_is_opened_anew_before_the_token_that_opened_it_ends(
    box: Any, service: SignIn, clock: Clock
) -> None:
    tokens = service.holder(clock)
    with closing(source_at(box, service, tokens=tokens)) as source:
        source.uids()
        first = source._client
        clock.forward(minutes=50)
        source.uids()
        assert source._client is first
        clock.forward(minutes=6)
        service.active.discard("kanarie-token-1")
        assert source.uids() == []
        assert source._client is not first
    assert len(service.asked) == 2


def test_a_connection_that_ends_in_the_middle_comes_back_with_a_new_token(service: SignIn) -> None:
    port = free_port()
    tokens = service.holder()
    with embedded_imap({BOX: "x"}, port=port, is_token=service.is_token) as server:
        source = source_at(server, service, tokens=tokens)
        source.uids()
    with closing(source), pytest.raises(TryLaterError):
        source.uids()
    service.revoke()
    with embedded_imap({BOX: "x"}, port=port, is_token=service.is_token) as server, closing(source):
        assert source.uids() == []


def test_a_dead_secret_is_told_the_moment_a_token_is_needed(box: Any, service: SignIn) -> None:
    service.refuse(7000222)
    with closing(source_at(box, service)) as source, pytest.raises(LoginRefusedError, match="Skapa en ny hemlighet"):
        source.uids()


def test_a_server_without_xoauth2_is_told(service: SignIn) -> None:
    with (
        embedded_imap({BOX: "x"}) as server,
        closing(source_at(server, service)) as source,
        pytest.raises(GiveUpError, match="XOAUTH2"),
    ):
        source.uids()


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (b"TAG NO [UNAVAILABLE] later\r\n", TryLaterError),
        (b"TAG NO [AUTHENTICATIONFAILED] kanarie\r\n", LoginRefusedError),
        (b"TAG BAD User is authenticated but not connected.\r\n", LoginRefusedError),
        (b"* BYE\r\n", TryLaterError),
        (None, TryLaterError),
    ],
)
def test_what_a_server_says_to_a_token_is_sorted_out(
    service: SignIn, answer: bytes | None, error: type[Exception]
) -> None:
    said: list[bytes] = []
    tag = b""

    def answers(line: bytes) -> bytes | None:
        nonlocal tag
        said.append(line)
        if not line:
            return b"* OK ready\r\n"
        if b"CAPABILITY" in line:
            return b"* CAPABILITY IMAP4rev1 AUTH=XOAUTH2\r\n" + line.split(b" ")[0] + b" OK done\r\n"
        if b"AUTHENTICATE" in line:
            tag = line.split(b" ")[0]
            return b"+ \r\n"
        if said[-2].strip() and b"AUTHENTICATE" in said[-2]:
            return b"+ eyJzdGF0dXMiOiI0MDEifQ==\r\n"
        assert line == b"\r\n"  # nothing is said twice
        return answer.replace(b"TAG", tag) if answer else None

    with scripted(answers) as port:
        nobody = type("Server", (), {"host": "127.0.0.1", "port": port})
        with closing(source_at(nobody, service, timeout_s=1.0)) as source, pytest.raises(error) as refused:
            source.uids()
    assert "kanarie" not in str(refused.value)
    sent = base64.b64decode(next(line for line in said if line.startswith(b"dXNlc")))
    assert sent == f"user={BOX}\x01auth=Bearer kanarie-token-1\x01\x01".encode()


def sender_at(sink: Any, service: SignIn, **given: Any) -> SmtpSender:
    usual: dict[str, Any] = {"username": BOX, "address": BOX, "timeout_s": 20.0}
    usual["tokens"] = service.holder()
    return SmtpSender(host=sink.host, port=sink.port, security="none", **(usual | given))


def test_a_whole_sign_in_goes_from_the_service_to_the_mailbox(imap: Any, service: SignIn) -> None:
    with closing(source_at(imap, service, tokens=TokenHolder(service.credentials()))) as source:
        assert source.uids() == []


def test_letters_are_sent_with_a_token_and_one_is_enough_for_many(service: SignIn) -> None:
    with smtp_sink(is_token=service.is_token) as sink:
        sender = sender_at(sink, service)
        sender.check()
        for _ in range(3):
            sender.send("pia@region.example", MAIL)
        assert len(sink.letters) == 3
    assert len(service.asked) == 1


def test_a_refused_token_is_replaced_once_before_the_letter_is_offered(service: SignIn) -> None:
    tokens = service.holder()
    tokens.current()
    service.revoke()
    with smtp_sink(is_token=service.is_token) as sink:
        sender_at(sink, service, tokens=tokens).send("pia@region.example", MAIL)
        assert len(sink.letters) == 1
    assert len(service.asked) == 2


def test_a_login_refused_with_a_new_token_names_the_right_that_is_lacking(service: SignIn) -> None:
    with smtp_sink(is_token=lambda *_: False) as sink, pytest.raises(LoginRefusedError) as refused:
        sender_at(sink, service).send("pia@region.example", MAIL)
    assert "SMTP.SendAsApp" in str(refused.value)
    assert "kanarie" not in f"{refused.value!r}{refused.value.__cause__!r}{refused.value.__context__!r}"
    assert len(service.asked) == 2


def test_a_submission_server_without_xoauth2_is_told_and_gets_no_token(service: SignIn) -> None:
    with smtp_sink({"x": "y"}) as sink, pytest.raises(GiveUpError, match="inloggningssätt"):
        sender_at(sink, service).send("pia@region.example", MAIL)
    assert service.asked == []


def test_a_dead_secret_holds_letters_up_and_gives_none_up(service: SignIn) -> None:
    service.refuse(7000215)
    with smtp_sink(is_token=service.is_token) as sink, pytest.raises(LoginRefusedError, match="client_secret är fel"):
        sender_at(sink, service).check()
    assert TENANT not in repr(sender_at(sink, service))


def test_the_words_of_the_login_are_those_of_the_protocol() -> None:
    assert xoauth2(BOX, Token("abc", START, START)) == f"user={BOX}\x01auth=Bearer abc\x01\x01"
