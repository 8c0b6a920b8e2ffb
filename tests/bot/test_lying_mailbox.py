"""Mail in and away on a server that lies: nothing is deleted that is not held, and no number is believed alone."""

from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from medverkan.bot.adapters import source_of
from medverkan.bot.arrive import arrive
from medverkan.bot.dispose import dispose
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.ports import Source
from medverkan.bot.settings import load
from medverkan.bot.stages import run_stages
from medverkan.bot.watcher import Watcher
from medverkan.mailbox.values import MailboxError, TryLaterError
from tests.bot.clock import Clock
from tests.bot.living import registration_mail, request_mail, until, write_settings
from tests.mailbox.lying import Lying, Twist

REGISTRATION, REQUEST, STRANGE = registration_mail(0), request_mail(1), b"Subject: Eget\r\n\r\nVar ligger kaffet?\r\n"


@pytest.fixture
def server() -> Iterator[Lying]:
    with Lying().serving() as lying:
        yield lying


@pytest.fixture
def parts(tmp_path: Path, server: Lying) -> Iterator[Parts]:
    file = write_settings(tmp_path, server.port, 1, password="ascii")
    with closing(open_parts(load(file, home=tmp_path))) as opened:
        yield opened


@pytest.fixture
def source(parts: Parts) -> Iterator[Source]:
    with closing(source_of(parts.settings)) as opened:
        yield opened


@pytest.fixture
def come(server: Lying, parts: Parts, source: Source, clock: Clock) -> Callable[..., None]:
    """Take mails in and understand them."""

    def take(*raws: bytes) -> None:
        for raw in raws:
            server.deliver(raw)
        arrive(parts, source, clock)
        run_stages(parts, clock)

    return take


def inbox(server: Lying) -> list[bytes]:
    return list(server.folders["INBOX"].values())


def receipts(parts: Parts) -> int:
    with parts.store.reading() as books:
        return len(list(books.receipts.all()))


def told(parts: Parts) -> str:
    """Return what the lead is told to do by hand."""
    with parts.store.reading() as books:
        return " | ".join(task.note for task in books.tasks.open_tasks(kinds=["failed"]))


def swapped(server: Lying) -> Callable[[bytes, Callable[[], bytes]], bytes]:
    """Give the bytes of each of two mails under the number of the other."""

    def answer(line: bytes, _honest: Callable[[], bytes]) -> bytes:
        (one, first), (two, second) = server.folders["INBOX"].items()
        return server.told(one, second, line) + server.told(two, first, line) + b"TAG OK done\r\n"

    return answer


def test_mails_that_came_under_each_others_numbers_are_each_disposed_of_as_what_they_are(
    server: Lying, parts: Parts, source: Source, clock: Clock, come: Callable[..., None]
) -> None:
    server.twist(b"BODY.PEEK", swapped(server), times=1)
    come(REGISTRATION, REQUEST)
    assert dispose(parts, source, clock) == 2
    assert inbox(server) == []
    assert list(server.folders["Hanterat"].values()) == [REQUEST]
    assert (receipts(parts), told(parts)) == (1, "")


def test_a_mail_that_lies_under_the_number_of_a_registration_is_not_deleted_in_its_stead(
    server: Lying, parts: Parts, source: Source, clock: Clock, come: Callable[..., None]
) -> None:
    """As after a restore from a backup that keeps the UIDVALIDITY and counts the mails anew."""
    come(REGISTRATION)
    server.folders["INBOX"] = {1: STRANGE}
    for _ in range(3):
        dispose(parts, source, clock)
    assert inbox(server) == [STRANGE]
    assert receipts(parts) == 0
    assert "ett annat mejl på den plats" in told(parts)
    assert "sök upp och radera" in told(parts)
    server.deliver(server.folders["INBOX"].pop(1))
    assert arrive(parts, source, clock) == 1


def test_killed_in_a_deletion_that_a_liar_then_fills_with_another_mail_writes_no_receipt(
    server: Lying, parts: Parts, source: Source, clock: Clock, come: Callable[..., None]
) -> None:
    come(REGISTRATION)
    with parts.store.transaction() as books:
        [mail] = books.mails.to_dispose(source.account)
        books.receipts.begin(mail, "anmälan", clock())
    server.folders["INBOX"] = {1: STRANGE}
    dispose(parts, source, clock)
    assert (inbox(server), receipts(parts)) == ([STRANGE], 0)


@pytest.mark.parametrize("raw", [REGISTRATION, REQUEST], ids=["registration", "request"])
def test_a_mail_that_the_server_makes_anew_at_each_look_may_be_moved_but_is_not_deleted(
    server: Lying, parts: Parts, source: Source, clock: Clock, come: Callable[..., None], raw: bytes
) -> None:
    come(raw)
    server.folders["INBOX"][1] = raw + b"--another-boundary--\r\n"
    for _ in range(3):
        dispose(parts, source, clock)
    moved = raw == REQUEST
    assert bool(inbox(server)) is not moved
    assert bool(server.folders.get("Hanterat")) is moved
    assert (receipts(parts), "kan inte raderas" in told(parts)) == (0, not moved)


def test_a_registration_that_the_server_loses_by_itself_is_asked_for(
    server: Lying, parts: Parts, source: Source, clock: Clock, come: Callable[..., None]
) -> None:
    come(REGISTRATION)
    server.folders["INBOX"].clear()
    assert dispose(parts, source, clock) == 1
    assert receipts(parts) == 0
    assert "sök upp och radera" in told(parts)


@pytest.mark.parametrize("deaf", [b"UID EXPUNGE", b"STORE"])
def test_what_a_server_says_that_it_deleted_and_keeps_has_no_receipt(
    server: Lying, parts: Parts, source: Source, clock: Clock, come: Callable[..., None], deaf: bytes
) -> None:
    come(REGISTRATION)
    server.twist(deaf, b"TAG OK done\r\n")
    assert dispose(parts, source, clock) == 0
    assert (inbox(server), receipts(parts)) == ([REGISTRATION], 0)
    server.straighten()
    assert dispose(parts, source, clock) == 1
    assert (inbox(server), receipts(parts)) == ([], 1)


LAST_WORDS = (None, b"* BYE enough\r\n", b"\x00\x80garbage\r\n", b"TAG NO [SERVERBUG] no\r\n")
COMMANDS = (b"SELECT", b"NOOP", b"SEARCH", b"SIZE", b"BODY.PEEK", b"STORE", b"UID EXPUNGE", b"MOVE", b"LIST", b"CREATE")


def breaking(skipped: int, last: bytes | None) -> Twist:
    """Be honest so many times, then say those last words and hang up, or a NO and go on."""
    left = [skipped]

    def answer(_line: bytes, honest: Callable[[], bytes]) -> bytes | None:
        left[0] -= 1
        return honest() if left[0] >= 0 else last

    return answer


@pytest.mark.parametrize("command", COMMANDS)
def test_whatever_goes_wrong_at_a_command_each_mail_ends_once_where_it_should(
    server: Lying, parts: Parts, source: Source, clock: Clock, command: bytes
) -> None:
    for raw in (REGISTRATION, REQUEST, STRANGE):
        server.deliver(raw)
    for skipped, last in enumerate(LAST_WORDS):
        server.twist(command, breaking(skipped, last), times=skipped + 1)
        for step in (arrive, lambda p, _s, c: run_stages(p, c), dispose):
            with suppress(MailboxError):
                step(parts, source, clock)
    server.straighten()
    arrive(parts, source, clock)
    run_stages(parts, clock)
    while dispose(parts, source, clock):
        pass
    assert inbox(server) == []
    assert REQUEST in server.folders["Hanterat"].values()
    assert STRANGE in server.folders["Att granska"].values()
    assert receipts(parts) == 1
    with parts.store.reading() as books:
        assert (len(list(books.members.all())), len(books.requests.in_state())) == (1, 1)


def test_a_mail_that_the_server_will_not_give_keeps_no_other_out_nor_in(
    server: Lying, parts: Parts, source: Source, clock: Clock
) -> None:
    for raw in (REGISTRATION, STRANGE, REQUEST):
        server.deliver(raw)

    def broken(line: bytes, honest: Callable[[], bytes]) -> bytes:
        return b"TAG NO [SERVERBUG] broken\r\n" if b"2" in line.split()[2].split(b",") else honest()

    server.twist(b"BODY.PEEK", broken)
    with pytest.raises(TryLaterError, match="lämnar inte ut"):
        arrive(parts, source, clock)

    def understand() -> None:
        run_stages(parts, clock)

    watcher = Watcher(parts, source, understand)
    watcher.start()
    until("the others are away", lambda: inbox(server) == [STRANGE])
    watcher.stop()
    watcher.join(60)
    assert receipts(parts) == 1
