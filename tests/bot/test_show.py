"""What people see of moments and of our own letters is Swedish; the JSON keeps its form."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from medverkan.bot import show, words
from medverkan.bot.letters import names

STOCKHOLM = ZoneInfo("Europe/Stockholm")


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (datetime(2026, 12, 2, 8, 12, tzinfo=UTC), "2 dec 2026 kl. 09.12"),
        (datetime(2027, 6, 30, 22, 5, tzinfo=UTC), "1 juli 2027 kl. 00.05"),
        (datetime(2027, 3, 1, 6, 0, 59, tzinfo=UTC), "1 mars 2027 kl. 07.00"),
    ],
)
def test_a_moment_is_shown_in_swedish_local_time(moment: datetime, shown: str) -> None:
    assert show.moment(show.local(moment, STOCKHOLM)) == shown
    assert shown.startswith(show.day(show.local(moment, STOCKHOLM)))


def test_a_date_is_shown_without_a_time() -> None:
    assert show.day("2027-08-31") == "31 aug 2027"


def test_every_letter_has_a_swedish_name() -> None:
    assert set(names()) <= set(words.LETTER)


def test_a_letter_of_a_kind_nobody_named_is_a_message_and_its_way_is_told() -> None:
    assert words.letter("something-new", "sms") == "meddelande (sms)"
    assert words.letter("unit-received", "mail") == "kvitto på vad vi förstått"
