"""A registration that lies in the mailbox for an hour is an alarm, told once a day and over by itself."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from medverkan.bot.arrive import arrive
from medverkan.bot.dispose import dispose
from medverkan.bot.overdue import watch_deletions
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.settings import load
from medverkan.bot.stages import run_stages
from medverkan.mailbox.memory import MemorySource
from tests.bot.boxes import Unyielding
from tests.bot.clock import Clock
from tests.bot.living import USER, registration_mail, request_mail, write_settings

ACCOUNT = f"{USER}@127.0.0.1"


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    home = write_settings(tmp_path, 1, 1).parent
    with closing(open_parts(load(home / "medverkan.toml", home=home))) as opened:
        yield opened


def told(parts: Parts) -> tuple[int, int]:
    """Return how many open tasks tell of it, and how many letters."""
    with parts.store.reading() as books:
        tasks = [task for task in books.tasks.open_tasks(kinds=["failed"]) if "ligger kvar" in task.note]
        return len(tasks), sum(letter.kind == "lead-overdue" for letter in books.outgoing.all())


def taken_in(parts: Parts, source: MemorySource, clock: Clock) -> None:
    for raw in (registration_mail(0), registration_mail(1), request_mail(1)):
        source.deliver(raw)
    arrive(parts, source, clock)
    run_stages(parts, clock)


def test_it_is_told_once_a_day_after_an_hour_and_over_when_the_mail_is_gone(parts: Parts, clock: Clock) -> None:
    source = Unyielding(ACCOUNT)
    taken_in(parts, source, clock)
    dispose(parts, source, clock)
    clock.now += timedelta(minutes=59)
    assert watch_deletions(parts, clock) == 0
    clock.now += timedelta(minutes=2)
    assert [watch_deletions(parts, clock) for _ in range(3)] == [1, 0, 0]
    assert told(parts) == (1, 1)
    yielding = MemorySource(ACCOUNT)
    yielding.folders = source.folders
    assert dispose(parts, yielding, clock) == 3
    assert [watch_deletions(parts, clock) for _ in range(2)] == [1, 0]
    assert told(parts) == (0, 1)


def test_what_is_deleted_in_time_or_only_moved_is_no_alarm(parts: Parts, clock: Clock) -> None:
    source = MemorySource(ACCOUNT)
    taken_in(parts, source, clock)
    dispose(parts, source, clock)
    clock.now += timedelta(days=2)
    assert watch_deletions(parts, clock) == 0
    assert told(parts) == (0, 0)
    with parts.store.reading() as books:
        assert books.receipts.slowest() == timedelta(0)
