"""What `doctor` says about a full mailbox before the first run, and about how fast registrations are deleted."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from medverkan.bot.arrive import arrive
from medverkan.bot.commands.mailbox_plan import deletions, plan
from medverkan.bot.dispose import dispose
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.settings import SettingsError, load
from medverkan.bot.stages import run_stages
from medverkan.mailbox.memory import MemorySource
from tests.bot.clock import Clock
from tests.bot.living import USER, registration_mail, request_mail, write_settings


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    home = write_settings(tmp_path, 1, 1).parent
    with closing(open_parts(load(home / "medverkan.toml", home=home))) as opened:
        yield opened


@pytest.fixture
def source() -> MemorySource:
    made = MemorySource(f"{USER}@127.0.0.1")
    for raw in (registration_mail(0), registration_mail(1), request_mail(1), b"Subject: Hej\r\n\r\nVar?\r\n"):
        made.deliver(raw)
    return made


def test_what_a_first_run_would_do_is_told_and_not_done(parts: Parts, source: MemorySource) -> None:
    before = dict(source.folders["INBOX"])
    assert plan(parts, source) == (
        "4 nya mejl i INBOX. När tjänsten startar: 1 förfrågan flyttas till Hanterat; 2 anmälningar raderas sedan de "
        "sparats; 1 mejl som en person får titta på flyttas till Att granska"
    )
    assert source.folders == {"INBOX": before}
    with parts.store.reading() as books:
        assert list(books.members.all()) == []


def test_one_registration_is_not_many(parts: Parts, clock: Clock) -> None:
    source = MemorySource(f"{USER}@127.0.0.1")
    source.deliver(registration_mail(0))
    assert plan(parts, source).endswith("1 anmälan raderas sedan den sparats")
    arrive(parts, source, clock)
    run_stages(parts, clock)
    with pytest.raises(SettingsError, match=r"^1 anmälan ligger kvar i brevlådan, sedan 2026-02-10"):
        deletions(parts, clock() + timedelta(minutes=61))
    clock.forward(seconds=1)
    dispose(parts, source, clock)
    assert " raderades 1 sekund efter " in deletions(parts, clock())


def test_what_is_taken_in_already_is_not_counted_again(parts: Parts, source: MemorySource, clock: Clock) -> None:
    arrive(parts, source, clock)
    assert plan(parts, source) == "inga nya mejl i INBOX"


def test_of_very_many_mails_the_newest_are_read_and_that_is_said(parts: Parts, source: MemorySource) -> None:
    for number in range(400):
        source.deliver(b"Subject: %d\r\n\r\nHej\r\n" % number)
    assert plan(parts, source).startswith("404 nya mejl i INBOX (de 300 nyaste lästa). När tjänsten startar: 300 mejl")


def test_a_registration_that_waits_for_an_hour_is_a_fault(parts: Parts, source: MemorySource, clock: Clock) -> None:
    assert deletions(parts, clock()) == "ingen anmälan har raderats än, och ingen väntar"
    arrive(parts, source, clock)
    run_stages(parts, clock)
    with pytest.raises(
        SettingsError, match=r"^2 anmälningar ligger kvar i brevlådan, den äldsta sedan 2026-02-10 kl\. 09\.30;"
    ):
        deletions(parts, clock() + timedelta(minutes=61))
    clock.forward(minutes=3)
    dispose(parts, source, clock)
    said = "ingen anmälan väntar; den som tog längst tid raderades 3 minuter efter att den togs in"
    assert deletions(parts, clock() + timedelta(days=1)) == said
