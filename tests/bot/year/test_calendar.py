"""The year's own almanac, written out by hand, and the bot's reckoning of days agree on every day of the year."""

from datetime import date, datetime, timedelta

import pytest

from medverkan.bot import hours
from medverkan.bot.demo.year import calendar
from medverkan.bot.demo.year.dice import Dice

DAYS = [date(2026, 1, 1) + timedelta(days=ahead) for ahead in range(390)]


def test_both_know_the_same_working_days_and_the_same_days_to_write_to_people() -> None:
    assert [day for day in DAYS if calendar.is_worked(day) != hours.is_working_day(day)] == []
    at_ten = {day: calendar.may_be_written_to(calendar.local(day, 10)) for day in DAYS}
    assert [day for day in DAYS if at_ten[day] != hours.may_contact_on(day)] == []


@pytest.mark.parametrize(
    ("at", "may"),
    [
        (calendar.local(date(2026, 3, 30), 8), True),  # the first working day of summer time
        (calendar.local(date(2026, 3, 30), 7, 59), False),
        (calendar.local(date(2026, 10, 26), 16, 30), True),  # and of winter time
        (calendar.local(date(2026, 10, 26), 16, 31), False),
        (calendar.local(date(2026, 4, 30), 10), False),  # Walpurgis night
        (calendar.local(date(2026, 12, 24), 10), False),
    ],
)
def test_people_may_be_written_to_in_office_hours(at: datetime, may: bool) -> None:
    assert calendar.may_be_written_to(at) is may


def test_who_is_away_sits_at_the_desk_again_on_the_first_working_day_after() -> None:
    ill = calendar.Absence(date(2026, 4, 1), date(2026, 4, 3), "sjuk")
    back = calendar.at_work(calendar.local(date(2026, 4, 1), 9), [ill])
    assert back.astimezone(calendar.ZONE).date() == date(2026, 4, 7)
    assert calendar.working_days(calendar.local(date(2026, 4, 1), 9), back) == 2


def test_chance_depends_on_the_seed_and_the_matter_alone() -> None:
    assert Dice(1).on("a", 2).random() == Dice(1).on("a", 2).random()
    assert Dice(1).on("a", 2).random() != Dice(2).on("a", 2).random() != Dice(2).on("a", 3).random()
