"""The service on its twins in memory: what it survives, what it says of it, and when it gives up."""

import asyncio
import threading
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import structlog
from sqlalchemy import text

from medverkan.bot import service
from medverkan.bot import watcher as watcher_module
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.send import Senders
from medverkan.bot.service import serve
from medverkan.bot.settings import load
from medverkan.bot.watcher import Watcher
from medverkan.mailbox.memory import MemorySender, MemorySource
from medverkan.mailbox.values import GiveUpError, TryLaterError
from medverkan.storage.lifecycle import MailState
from tests.bot.clock import Clock
from tests.bot.living import ADDRESS, LEAD, registration_mail, request_mail, until, write_settings
from tests.bot.pushing import limit_pages

Said = list[MutableMapping[str, Any]]


class Moody(MemorySource):
    """A mailbox whose server raises what it is told to, once each."""

    def __init__(self) -> None:
        super().__init__("bot@127.0.0.1")
        self.moods: list[Exception] = []

    def uidvalidity(self) -> int:
        if self.moods:
            raise self.moods.pop(0)
        return super().uidvalidity()


@pytest.fixture
def source() -> Moody:
    return Moody()


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    file = write_settings(tmp_path, 1, 1)
    with closing(open_parts(load(file, home=tmp_path))) as opened:
        yield opened


@pytest.fixture
def said() -> Iterator[Said]:
    with structlog.testing.capture_logs() as lines:
        yield lines


def run_until(parts: Parts, source: MemorySource, happens: Callable[[], Any], sender: MemorySender) -> None:
    """Serve until something has happened, then stop."""

    async def main() -> None:
        stop = asyncio.Event()
        serving = asyncio.create_task(serve(parts, source, Senders(sender), stop))
        await asyncio.to_thread(until, "what the test waits for", lambda: serving.done() or happens())
        stop.set()
        await serving

    asyncio.run(main())


def test_mail_is_taken_in_answered_and_moved_until_it_is_stopped(parts: Parts, source: Moody, said: Said) -> None:
    sender = MemorySender(ADDRESS)
    for number in range(120):
        source.deliver(request_mail(number))
    source.deliver(registration_mail(0))
    run_until(parts, source, lambda: not source.folders["INBOX"] and len(sender.sent) > 240, sender)
    assert len(source.folders["Hanterat"]) == 120
    assert said[-1]["event"] == "stopped"
    assert not [line for line in said if line["log_level"] not in ("info", "debug")]
    assert "enhet" not in str(said)
    assert "Birgitta" not in str(said)


@pytest.mark.parametrize(
    ("mood", "event"),
    [
        (TryLaterError("borta"), "mailbox not reached"),
        (RuntimeError("kanarie"), "unexpected error"),
    ],
)
def test_whatever_goes_wrong_with_the_mailbox_is_said_and_tried_again(
    parts: Parts, source: Moody, said: Said, mood: Exception, event: str
) -> None:
    source.moods = [mood]
    source.deliver(request_mail(1))
    run_until(parts, source, lambda: source.folders.get("Hanterat"), MemorySender(ADDRESS))
    [line] = [line for line in said if line["log_level"] == "warning"]
    assert (line["event"], str(line["error"]).split()[0]) == (event, type(mood).__name__)
    assert "kanarie" not in str(said)


def test_a_refusal_at_the_first_try_ends_it(parts: Parts, source: Moody) -> None:
    source.moods = [GiveUpError("fel lösenord")]
    with pytest.raises(GiveUpError, match="fel lösenord"):
        run_until(parts, source, lambda: False, MemorySender(ADDRESS))


def test_a_full_disk_is_said_and_mail_is_taken_in_when_there_is_room(parts: Parts, source: Moody, said: Said) -> None:
    for number in range(60):
        source.deliver(request_mail(number))
    limit_pages(parts, pages=0)
    watcher = Watcher(parts, source, lambda: None)
    watcher.start()
    until("it is said", lambda: [line for line in said if line["event"].startswith("register full")])
    assert (len(source.folders["INBOX"]), _stored(parts)) == (60, 0)
    limit_pages(parts, pages=1_000_000)
    until("all are in", lambda: _stored(parts) == 60)
    watcher.stop()
    watcher.join(60)
    assert not watcher.is_alive()


def _stored(parts: Parts) -> int:
    with parts.store.reading() as books:
        return books.mails.count(MailState.STORED)


def test_a_failing_stage_is_said_and_the_service_goes_on(parts: Parts, source: Moody, said: Said) -> None:
    with parts.store.engine.begin() as connection:
        connection.execute(
            text("CREATE TRIGGER poison BEFORE INSERT ON proposal BEGIN SELECT RAISE(ABORT, 'kanarie'); END")
        )
    sender = MemorySender(ADDRESS)
    source.deliver(request_mail(1))
    run_until(parts, source, lambda: source.folders.get("Hanterat") and sender.sent, sender)
    errors = [str(line["error"]) for line in said if line["log_level"] == "error"]
    assert errors[0].startswith("IntegrityError book.py:")
    assert "kanarie" not in str(said)
    assert LEAD not in [to for to, _ in sender.sent]


def test_a_watcher_that_waits_ends_when_told(parts: Parts, source: Moody) -> None:
    arrived = threading.Event()
    source.deliver(request_mail(1))
    watcher = Watcher(parts, source, arrived.set)
    watcher.start()
    assert arrived.wait(60)
    watcher.stop()
    watcher.join(60)
    assert not watcher.is_alive()


def test_a_server_that_is_away_for_a_quarter_of_an_hour_is_told_and_that_ends_by_itself(
    parts: Parts, source: Moody, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watcher_module, "BACK_OFF_S", (0.01,))
    clock = Clock()
    told: list[tuple[int, int]] = []

    def later() -> None:
        """Note how many tasks and letters there are, before each try but the first."""
        clock.forward(minutes=6)
        with parts.store.reading() as books:
            letters = [letter for letter in books.outgoing.all() if letter.kind == "lead-signed-out"]
            told.append((len(books.tasks.open_tasks(kinds=["failed"])), len(letters)))

    source.moods = [TryLaterError("servern är borta")] * 5
    watcher = Watcher(parts, source, later, now=clock)
    watcher.start()
    source.deliver(request_mail(1))
    until("it is let in", lambda: source.folders.get("Hanterat") or _stored(parts))
    watcher.stop()
    watcher.join(60)
    assert told[:5] == [(0, 0), (0, 0), (0, 0), (1, 1), (1, 1)]
    with parts.store.reading() as books:
        assert books.tasks.open_tasks(kinds=["failed"]) == []


def test_a_mailbox_thread_that_hangs_ends_the_service_so_that_it_is_started_again(
    parts: Parts, source: Moody, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "TICK_S", 0.05)
    monkeypatch.setattr(service, "SILENT_S", 0.2)
    monkeypatch.setattr(service, "JOIN_S", 0.1)
    release = threading.Event()

    def hang() -> list[int]:
        release.wait(60)
        return []

    monkeypatch.setattr(source, "uids", hang)
    with pytest.raises(GiveUpError, match="stannat upp"):
        run_until(parts, source, lambda: False, MemorySender(ADDRESS))
    release.set()
