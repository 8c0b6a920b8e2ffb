"""Mail that is pushed to the service: stored before its answer, acted on once, and settled without a mailbox."""

import asyncio
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
import structlog

from medverkan.bot.adapters import receiving_of
from medverkan.bot.arrive import settle_pushed, take_pushed
from medverkan.bot.dispose import dispose
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.send import Senders
from medverkan.bot.service import serve
from medverkan.bot.settings import Trust, load
from medverkan.bot.stages import run_stages
from medverkan.bot.trust import is_vouched
from medverkan.mailbox.embedded import smtp_sink
from medverkan.mailbox.memory import MemorySender, MemorySource
from medverkan.mailbox.mime import parse
from medverkan.mailbox.receiving_values import NoRoomError
from medverkan.storage.lifecycle import MailState
from tests.bot.clock import Clock
from tests.bot.living import ADDRESS, LEAD, ROOT, message_ids, register, registration_mail, request_mail, service, until
from tests.bot.pushing import ENVELOPE_SENDER, limit_pages, push, write_pushed_settings
from tests.mailbox.servers import free_port

STAMP = f"Return-Path: <{ENVELOPE_SENDER}>\r\n".encode()
ODD = b"From: ylva@enhet.example\r\nSubject: Hej\r\nMessage-ID: <odd@enhet.example>\r\n\r\nVar ligger kaffet?\r\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_pushed_settings(tmp_path, f"lmtp://127.0.0.1:{free_port()}", 1)
    return tmp_path


@pytest.fixture
def parts(home: Path) -> Iterator[Parts]:
    with closing(open_parts(load(home / "medverkan.toml", home=home))) as opened:
        yield opened


def port_of(home: Path) -> int:
    """Return the port that the settings name."""
    return int(load(home / "medverkan.toml", home=home).receive.listen.rpartition(":")[2])


def listens(home: Path) -> bool:
    """Tell whether somebody answers on that port."""
    with suppress(OSError), socket.create_connection(("127.0.0.1", port_of(home)), 5) as connection:
        return connection.recv(3) == b"220"
    return False


def serve_while(parts: Parts, source: MemorySource | None, act: Callable[[], Any], sender: MemorySender) -> None:
    """Serve until `act`, which runs beside, has ended."""

    async def main() -> None:
        stop = asyncio.Event()
        serving = asyncio.create_task(
            serve(parts, source, Senders(sender), stop, receiving=receiving_of(parts.settings))
        )
        await asyncio.to_thread(until, "it listens", lambda: serving.done() or listens(parts.settings.home))
        try:
            await asyncio.to_thread(act)
        finally:
            stop.set()
            await serving

    asyncio.run(main())


def mails(parts: Parts) -> list[Any]:
    """Return every mail taken in."""
    with parts.store.reading() as books:
        return [mail for state in MailState for mail in books.mails.in_state(state)]


def test_the_service_runs_on_pushed_mail_alone(parts: Parts, home: Path) -> None:
    sender = MemorySender(ADDRESS)

    def act() -> None:
        raws = [registration_mail(0), *(request_mail(number) for number in range(3))]
        assert push(port_of(home), *raws) == ["250"] * 4
        until("all are answered", lambda: len(sender.sent) >= 4)
        until("all are settled", lambda: all(mail.disposed_at for mail in mails(parts)))

    with structlog.testing.capture_logs() as said:
        serve_while(parts, None, act, sender)
    assert said[-1]["event"] == "stopped"
    assert sum(line["new"] for line in said if line["event"] == "mail received") == 4
    assert not [line for line in said if line["log_level"] not in ("info", "debug")]
    assert "enhet" not in str(said)
    with parts.store.reading() as books:
        assert len(books.requests.in_state()) == 3
        assert len(list(books.members.all())) == 1
        assert list(books.receipts.all()) == []
        assert {mail.account for mail in books.mails.in_state(MailState.DONE)} == {"lmtp"}


def test_a_mail_that_is_sent_once_more_is_answered_and_acted_on_once(parts: Parts, home: Path) -> None:
    sender = MemorySender(ADDRESS)

    def act() -> None:
        for _ in range(3):
            assert push(port_of(home), request_mail(1)) == ["250"]
        until("it is answered", lambda: sender.sent)

    serve_while(parts, None, act, sender)
    assert push_count(parts) == 1


def push_count(parts: Parts) -> int:
    """Return how many cases there are."""
    with parts.store.reading() as books:
        return len(books.requests.in_state())


def test_the_same_mail_pushed_and_in_the_mailbox_is_one_case_and_leaves_the_inbox(parts: Parts, clock: Clock) -> None:
    source = MemorySource("bot@127.0.0.1")
    assert take_pushed(parts, [request_mail(1)], clock())
    run_stages(parts, clock)
    assert settle_pushed(parts, clock()) == 1
    assert settle_pushed(parts, clock()) == 0
    source.deliver(request_mail(1))

    def act() -> None:
        until("it is moved", lambda: source.folders.get("Hanterat"))

    serve_while(parts, source, act, MemorySender(ADDRESS))
    assert list(source.folders["INBOX"].values()) == []
    assert push_count(parts) == 1


def test_with_both_a_mailbox_and_pushed_mail_both_are_taken_in(parts: Parts, home: Path) -> None:
    source = MemorySource("bot@127.0.0.1")
    source.deliver(request_mail(1))

    def act() -> None:
        assert push(port_of(home), request_mail(2)) == ["250"]
        until("both are cases", lambda: push_count(parts) == 2)

    serve_while(parts, source, act, MemorySender(ADDRESS))


def test_pushed_mail_awaits_nothing_in_a_mailbox(parts: Parts, clock: Clock) -> None:
    take_pushed(parts, [registration_mail(0)], clock())
    run_stages(parts, clock)
    settle_pushed(parts, clock())
    assert dispose(parts, MemorySource("bot@127.0.0.1"), clock) == 0
    [mail] = mails(parts)
    assert (mail.disposal, bool(mail.disposed_at)) == ("delete", True)


def test_a_put_aside_mail_that_lies_in_no_mailbox_comes_with_the_letter_about_it(parts: Parts, clock: Clock) -> None:
    take_pushed(parts, [STAMP + ODD], clock())
    run_stages(parts, clock)
    with parts.store.reading() as books:
        [letter] = books.outgoing.all()
    assert letter.to == LEAD
    assert "bifogat" in letter.text
    assert "mappen" not in letter.text
    [(name, kind, content)] = letter.attachments
    assert (name, kind, content) == ("mejl.eml", "message/rfc822", STAMP + ODD)


def test_a_full_disk_is_answered_for_each_recipient_and_the_mail_is_taken_when_there_is_room(
    parts: Parts, home: Path
) -> None:
    def act() -> None:
        limit_pages(parts, pages=0)
        codes = push(port_of(home), *(request_mail(number) for number in range(60)))
        # The first may still find room in pages that were there.
        assert codes == ["250"] * len(mails(parts)) + ["452"] * (60 - len(mails(parts)))
        assert codes[-1] == "452"
        limit_pages(parts, pages=1_000_000)
        assert push(port_of(home), request_mail(99)) == ["250"]
        assert len(mails(parts)) == codes.count("250") + 1

    with structlog.testing.capture_logs() as said:
        serve_while(parts, None, act, MemorySender(ADDRESS))
    assert "register full, no mail is taken in" in {line["event"] for line in said if line["log_level"] == "warning"}


def test_a_full_disk_is_told_to_the_server_in_its_own_words(parts: Parts, clock: Clock) -> None:
    limit_pages(parts, pages=0)
    with pytest.raises(NoRoomError):
        for number in range(60):
            take_pushed(parts, [request_mail(number)], clock())


@pytest.mark.parametrize("when", ["before", "after"])
def test_killed_before_its_answer_and_sent_once_more_a_mail_is_one_case(tmp_path: Path, when: str) -> None:
    home = tmp_path / "home"
    with smtp_sink() as sink:
        write_pushed_settings(home, f"lmtp://127.0.0.1:{free_port()}", sink.port)
        command = [sys.executable, "-m", "tests.bot.dying_push", str(home), when]
        with subprocess.Popen(command, cwd=ROOT) as dying:
            until("it listens", lambda: listens(home))
            assert push(port_of(home), request_mail(1)) == [""]
            assert dying.wait(60) == -signal.SIGKILL
        with register(home) as books:
            assert books.mails.count(MailState.STORED) == (when == "after")
        with service(home) as running:
            until("it listens", lambda: listens(home))
            assert push(port_of(home), request_mail(1)) == ["250"]
            until("it is answered", lambda: sink.letters)
            assert running.stop() == 0
            assert "enhet" not in running.said()
        with register(home) as books:
            assert len(books.requests.in_state()) == 1
        assert len(message_ids([raw for _, _, raw in sink.letters])) == len(sink.letters)


def test_the_service_says_in_one_line_where_it_cannot_listen(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with smtp_sink() as sink:
        write_pushed_settings(home, f"smtp://127.0.0.1:{sink.port}", sink.port)
        with service(home) as running:
            assert running.process.wait(60) == 1
            assert running.said().splitlines()[-1].startswith("medverkan: [receive] listen: det går inte att lyssna")


def test_what_the_border_server_says_of_the_sender_still_counts(parts: Parts) -> None:
    results = b"Authentication-Results: mx.region.example; dmarc=pass header.from=enhet.example\r\n"
    forged = b"Authentication-Results: other.example; dmarc=pass header.from=enhet.example\r\n"
    trust = Trust(authserv_id="mx.region.example")
    assert is_vouched(parse(STAMP + results + ODD), trust)
    assert not is_vouched(parse(STAMP + forged + ODD), trust)
