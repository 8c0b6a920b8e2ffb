"""Who has agreed to SMS is reminded of a meeting by one, the last day before it on which people may be written to."""

from datetime import UTC, datetime

import pytest

from medverkan.bot.calling.call import Heard
from medverkan.bot.calling.introduce import told_of
from medverkan.bot.meetings.watch import watch_meetings
from medverkan.bot.post import Desk
from tests.bot.sms.phones import Phones


def say(phones: Phones, words: str) -> str:
    with phones.parts.store.transaction() as books:
        member = next(books.members.all())
        heard = Heard(by="karin@region.example", how="test", words=words)
        return told_of(Desk(books, phones.parts, phones.clock()), member, words, heard).text


def at(phones: Phones, day: int, hour: int, minute: int = 0) -> int:
    """Move the clock to that moment of February 2026 in UTC; return how many SMS leave."""
    phones.clock.now = datetime(2026, 2, day, hour, minute, tzinfo=UTC)
    watch_meetings(phones.parts, phones.clock)
    return phones.send()


def test_the_reminder_leaves_once_on_the_day_before(phones: Phones) -> None:
    phones.person()
    say(phones, "bokat 17 februari kl 10 på biblioteket")
    # The 17th is a Tuesday: the day before is a Monday.
    assert [at(phones, 13, 9), at(phones, 15, 9), at(phones, 16, 6, 59)] == [0, 0, 0]
    assert at(phones, 16, 7) == 1
    assert at(phones, 16, 12) == 0
    [(_, text)] = phones.gateway.sent
    assert "Vi ses tisdag 17 februari klockan 10.00." in text
    assert "bibliotek" not in text


def test_a_meeting_after_a_weekend_is_reminded_of_on_the_friday(phones: Phones) -> None:
    phones.person()
    say(phones, "bokat 16 februari kl 9")
    assert at(phones, 13, 7) == 1


@pytest.mark.parametrize("words", ["avbokat", "flyttat till 26 februari kl 10", "hon vill inte vara med längre"])
def test_what_is_no_longer_so_reminds_of_nothing(phones: Phones, words: str) -> None:
    phones.person()
    say(phones, "bokat 17 februari kl 10")
    say(phones, words)
    assert at(phones, 16, 7) == 0


def test_a_meeting_tomorrow_needs_no_reminder_on_the_heels_of_the_call(phones: Phones) -> None:
    phones.person()
    say(phones, "bokat i morgon kl 10")
    assert at(phones, 10, 15) == 0


def test_a_service_that_was_away_reminds_of_nothing_that_has_been(phones: Phones) -> None:
    phones.person()
    say(phones, "bokat 17 februari kl 10")
    assert at(phones, 18, 9) == 0
