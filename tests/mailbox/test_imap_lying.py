"""What an ImapSource makes of answers that lie: numbers that are none, other mails' bytes, an OK and nothing done."""

from collections.abc import Callable
from contextlib import closing

import pytest

from medverkan.bot.ports import Source
from medverkan.mailbox.values import MailboxError, TryLaterError
from tests.mailbox.lying import Lying, everything, opened, place
from tests.mailbox.wire import OTHER, PLAIN

MB = 1_000_000


@pytest.mark.parametrize("validity", [b"0", b"-1", b"4294967296", b"9" * 400, b""])
def test_a_folder_without_a_proper_uidvalidity_is_not_watched(server: Lying, source: Source, validity: bytes) -> None:
    server.deliver(PLAIN)
    server.validity = validity
    with pytest.raises(MailboxError):
        everything(source)
    with pytest.raises(MailboxError):
        source.delete(place(source))
    assert server.folders["INBOX"] == {1: PLAIN}


def test_a_folder_whose_uidvalidity_is_new_at_each_look_loses_nothing(server: Lying, source: Source) -> None:
    server.deliver(PLAIN)
    [arrival] = source.fetch(source.uids())
    for validity in (b"8", b"9", b"10"):
        server.validity = validity
        assert source.delete(arrival.place) is False
        assert source.there([arrival.place]) == frozenset()
    assert server.folders["INBOX"] == {1: PLAIN}


@pytest.mark.parametrize("uids", [b"0", b"4294967296", b"1 0 2", b"9" * 400])
def test_what_can_be_no_uid_is_tried_later(server: Lying, source: Source, uids: bytes) -> None:
    server.twist(b"SEARCH", b"* SEARCH " + uids + b"\r\nTAG OK done\r\n")
    with pytest.raises(TryLaterError):
        source.uids()


@pytest.mark.parametrize(
    "said", [b"* SEARCH 2 1 2 2 1\r\n", b"* SEARCH 2\r\n* SEARCH 1\r\n", b"* SEARCH 1\r\n* 9 EXPUNGE\r\n* SEARCH 2\r\n"]
)
def test_uids_out_of_order_repeated_or_in_several_lines_are_each_read_once(
    server: Lying, source: Source, said: bytes
) -> None:
    server.deliver(PLAIN)
    server.deliver(OTHER)
    server.twist(b"SEARCH", said + b"TAG OK done\r\n")
    assert everything(source) == [(1, PLAIN), (2, OTHER)]


def test_silence_is_no_proof_that_a_mail_is_gone(server: Lying, source: Source) -> None:
    server.deliver(PLAIN)
    server.twist(b"SEARCH", b"TAG OK done\r\n")
    assert source.uids() == [1]
    server.twist(b"EXPUNGE", b"TAG OK done\r\n")
    assert source.delete(place(source)) is False
    assert source.there([place(source)])
    server.straighten()
    server.twist(b"SEARCH", b"TAG OK done\r\n")
    assert source.delete(place(source)) is True


def body(uid: int | None, raw: bytes, number: int = 1) -> bytes:
    named = b"" if uid is None else b"UID %d " % uid
    return b"* %d FETCH (%sBODY[] {%d}\r\n%s)\r\n" % (number, named, len(raw), raw)


FALSE: dict[str, tuple[bytes, list[tuple[int, bytes]]]] = {
    "not asked for": (body(1, PLAIN) + body(9, OTHER), [(1, PLAIN)]),
    "no uid at all": (body(None, OTHER, 2) + body(1, PLAIN), [(1, PLAIN)]),
    "a number that shifts": (body(1, PLAIN, 1) + b"* 1 EXPUNGE\r\n* 1 FETCH (UID 2 FLAGS ())\r\n", [(1, PLAIN)]),
    "flags besides": (b"* 1 FETCH (FLAGS (\\Seen))\r\n" + body(1, PLAIN) + b"* 3 EXISTS\r\n", [(1, PLAIN)]),
    "the same twice": (body(1, PLAIN) + body(1, PLAIN), [(1, PLAIN)]),
    "twice and different": (body(1, PLAIN) + body(1, OTHER), []),
    "two uids": (b"* 1 FETCH (UID 1 UID 2 BODY[] {2}\r\nxx)\r\n", []),
    "a number for a body": (b"* 1 FETCH (UID 1 BODY[] 17)\r\n", []),
    "nil for a body": (b"* 1 FETCH (UID 1 BODY[] NIL)\r\n", []),
    "nothing": (b"", []),
    "no": (b"* NO internal error\r\n", []),
}


@pytest.mark.parametrize("kind", FALSE)
def test_bytes_are_taken_only_under_the_uid_that_they_were_told_for(server: Lying, source: Source, kind: str) -> None:
    server.deliver(PLAIN)
    server.deliver(OTHER)
    said, taken = FALSE[kind]
    server.twist(b"BODY.PEEK", said + b"TAG OK done\r\n")
    got: list[tuple[int, bytes]] = []

    def take() -> None:
        for arrival in source.fetch([1, 2]):
            got.append((arrival.place.uid, arrival.raw))

    # The other mail is in the folder, and the server does not give it: that is told, after all that it gives.
    with pytest.raises(TryLaterError):
        take()
    assert got == taken


@pytest.mark.parametrize("said", [b"TAG NO [SERVERBUG] broken\r\n", b"* 1 FETCH (UID 2\r\nTAG OK done\r\n", None])
@pytest.mark.parametrize("question", [b"BODY.PEEK", b"RFC822.SIZE"])
def test_a_mail_that_the_server_will_not_give_holds_no_other_up(
    server: Lying, source: Source, question: bytes, said: bytes | None
) -> None:
    for number in range(5):
        server.deliver(b"Subject: %d\r\n\r\nHej\r\n" % number)

    def broken(line: bytes, honest: Callable[[], bytes]) -> bytes | None:
        if 2 not in [int(uid) for uid in line.split()[2].split(b",")]:
            return honest()
        return said

    server.twist(question, broken)
    got: list[int] = []

    def take() -> None:
        for arrival in source.fetch(source.uids()):
            got.append(arrival.place.uid)

    with pytest.raises(TryLaterError):
        take()
    assert got == ([1, 3, 4, 5] if said else [])  # a server that hangs up is away, for all that is known


def test_a_mail_larger_than_the_server_said_is_taken_in_by_its_header(server: Lying) -> None:
    large = b"Subject: Stort\r\n\r\n" + b"x" * 30 * MB
    server.deliver(large)
    server.deliver(PLAIN)
    server.twist(
        b"RFC822.SIZE",
        b"* 1 FETCH (UID 1 RFC822.SIZE 5)\r\n* 2 FETCH (UID 2 RFC822.SIZE 5)\r\nTAG OK done\r\n",
    )
    with closing(opened(server, max_bytes=1 * MB)) as source:
        (_, first), second = everything(source)
    assert first.startswith(b"X-Medverkan-Too-Large: ")
    assert len(first) < 100
    assert second == (2, PLAIN)


@pytest.mark.parametrize("lacks", [b"", b" UIDPLUS", b" MOVE", b" UIDPLUS MOVE"])
@pytest.mark.parametrize("folder", [None, "Hanterat"])
@pytest.mark.parametrize("deaf", [b"EXPUNGE", b"STORE", b"MOVE", b"COPY"])
def test_a_server_that_says_ok_and_keeps_the_mail_is_not_believed(
    server: Lying, source: Source, lacks: bytes, folder: str | None, deaf: bytes
) -> None:
    server.capabilities = b"IMAP4rev1" + lacks
    server.deliver(PLAIN)
    server.deliver(OTHER)
    server.twist(deaf, b"TAG OK done\r\n")
    gone = source.take_away([place(source)], folder)
    assert bool(gone) == (1 not in server.folders["INBOX"])
    assert server.folders["INBOX"][2] == OTHER
    assert 2 not in server.marked


def test_capabilities_are_those_after_the_login(server: Lying, source: Source) -> None:
    server.deliver(PLAIN)
    server.twist(b"CAPABILITY", b"* CAPABILITY IMAP4rev1 UIDPLUS MOVE\r\nTAG OK done\r\n", times=1)
    server.capabilities = b"IMAP4rev1"
    assert source.move(place(source), "Hanterat") is True
    assert server.asked(b"UID EXPUNGE") == server.asked(b"UID MOVE") == 0


def test_a_mail_that_vanishes_in_the_middle_is_left_out_and_the_rest_taken(server: Lying, source: Source) -> None:
    for raw in (PLAIN, OTHER):
        server.deliver(raw)

    def lose(_line: bytes, honest: Callable[[], bytes]) -> bytes:
        server.folders["INBOX"].pop(1, None)
        return b"* 1 EXPUNGE\r\n" + honest()

    for command in (b"BODY.PEEK", b"RFC822.SIZE"):
        server.folders["INBOX"] = {1: PLAIN, 2: OTHER}
        server.twist(command, lose, times=1)
        assert everything(source) == [(2, OTHER)]


def test_thousands_of_mails_are_fetched_fifty_a_round(server: Lying, source: Source) -> None:
    raws = [b"Subject: %d\r\n\r\nHej\r\n" % number for number in range(1000)]
    for raw in raws:
        server.deliver(raw)
    assert [raw for _, raw in everything(source)] == raws
    assert server.asked(b"BODY.PEEK") == server.asked(b"RFC822.SIZE") == 20
    assert server.asked(b"SELECT") == server.connections == 1
