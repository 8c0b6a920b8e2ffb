"""What an ImapSource makes of answers that are strange, late, broken or no IMAP at all."""

import threading
from contextlib import closing

import pytest

from medverkan.mailbox.embedded import embedded_imap
from medverkan.mailbox.values import GiveUpError, Place, TryLaterError
from tests.mailbox.servers import free_port
from tests.mailbox.wire import NOBODY, PASSWORD, chopped, refusal, scripted, source_of, speaking


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


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        (b"SEARCH", b"* SEARCH one two\r\nTAG OK done\r\n"),
        (b"SEARCH", b"* SEARCH 1 2\r\nOTHER OK done\r\n"),
        (b"SEARCH", b"* SEARCH \xff\r\nTAG OK done\r\n"),
        (b"SEARCH", b"TAG NO [INUSE] later\r\n"),
        (b"SEARCH", b"* BYE enough\r\n"),
        (b"NOOP", b"* (((\r\nTAG OK done\r\n"),
        (b"SELECT", b"TAG NO [UNAVAILABLE] later\r\n"),
        (b"SELECT", b"* OK [UIDVALIDITY soon] ok\r\nTAG OK [READ-WRITE] done\r\n"),
        (b"RFC822.SIZE", b"* 1 FETCH (UID 1 RFC822.SIZE big)\r\nTAG OK done\r\n"),
        (b"RFC822.SIZE", b"* 1 FETCH (UID\r\nTAG OK done\r\n"),
        (b"BODY.PEEK", b"* 1 FETCH (UID 1 BODY[] {99}\r\nshort"),
        (b"BODY.PEEK", b"* 1 FETCH (UID 1 BODY[] {5}\r\nshort\r\nTAG OK done\r\n"),
        (b"BODY.PEEK", b"* one FETCH (UID 1)\r\nTAG OK done\r\n"),
    ],
)
def test_an_answer_that_is_no_imap_is_tried_later(command: bytes, answer: bytes) -> None:
    with scripted(speaking(command, answer)) as port:
        source = source_of(NOBODY, port=port, password="ascii", timeout_s=0.5)
        with closing(source), pytest.raises(TryLaterError):
            list(source.fetch(source.uids()))


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        (b"SELECT", b"* 1 EXISTS\r\nTAG OK [READ-WRITE] done\r\n"),
        (b"SELECT", b"* OK [UIDVALIDITY 7] ok\r\nTAG OK [READ-ONLY] done\r\n"),
        (b"SELECT", b"TAG NO [NOPERM] no\r\n"),
        (b"SEARCH", b"TAG BAD what\r\n"),
    ],
)
def test_a_server_that_lacks_what_is_needed_is_told_to_a_person(command: bytes, answer: bytes) -> None:
    with scripted(speaking(command, answer)) as port:
        refusal(source_of(NOBODY, port=port, password="ascii"), GiveUpError)


def test_nothing_is_deleted_where_the_deleted_mark_does_not_last() -> None:
    folder = b"* OK [UIDVALIDITY 7] ok\r\n* OK [PERMANENTFLAGS (\\Seen)] ok\r\nTAG OK [READ-WRITE] done\r\n"
    with scripted(speaking(b"SELECT", folder)) as port:
        source = source_of(NOBODY, port=port, password="ascii")
        with closing(source), pytest.raises(GiveUpError, match="skrivskyddad"):
            source.delete(Place(source.account, "INBOX", 7, 1))


def test_a_mail_that_stays_after_all_is_not_called_gone() -> None:
    with scripted(speaking(b"NEVER", b"")) as port:
        source = source_of(NOBODY, port=port, password="ascii")
        with closing(source):
            assert source.delete(Place(source.account, "INBOX", 7, 1)) is False


def test_a_mail_is_not_deleted_when_its_copy_was_refused() -> None:
    said: list[bytes] = []

    def answers(line: bytes) -> bytes | None:
        said.append(line)
        return speaking(b"COPY", b"TAG NO [OVERQUOTA] full\r\n")(line)

    with scripted(answers) as port:
        source = source_of(NOBODY, port=port, password="ascii")
        with closing(source), pytest.raises(TryLaterError):
            source.move(Place(source.account, "INBOX", 7, 1), "Hanterat")
    assert any(b"COPY" in line for line in said)
    assert not any(b"STORE" in line or b"EXPUNGE" in line for line in said)


def test_a_server_that_never_says_anything_is_tried_later() -> None:
    with scripted(lambda _line: b"") as port:
        refusal(source_of(NOBODY, port=port, timeout_s=0.1), TryLaterError, "i tid")


def test_a_server_that_nobody_runs_is_tried_later() -> None:
    refusal(source_of(NOBODY, port=free_port()), TryLaterError, "tar inte emot")


def test_lines_that_come_in_pieces_are_put_together() -> None:
    with (
        embedded_imap({"bot": PASSWORD}) as server,
        chopped(server.host, server.port) as port,
        closing(source_of(server, port=port)) as source,
    ):
        for number in range(5):
            before = len(source.uids())
            waiter = threading.Thread(target=source.wait, args=(300,), daemon=True)
            waiter.start()
            server.append("bot", "INBOX", b"Subject: %d\r\n\r\nHej\r\n" % number)
            waiter.join(60)
            assert len(source.uids()) == before + 1
        assert len(list(source.fetch(source.uids()))) == 5
