"""The days of reminders, as tables: red days, eves, weekends, summer time, leap years, near and far assignments."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.bot.hours import may_contact_on
from medverkan.bot.reminding.days import (
    ask_contact_at,
    feedback_moments,
    is_before,
    is_long,
    months_before,
    next_midnight,
    next_morning,
    remind_at,
)
from medverkan.bot.settings import Settings

SETTINGS = Settings()
ZONE = SETTINGS.zone


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


def shown(moment: datetime) -> str:
    return f"{moment.astimezone(ZONE):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("day", "reminded"),
    [
        ("2026-02-11", "2026-02-10 08:00"),  # Wednesday: the day before
        ("2026-02-09", "2026-02-06 08:00"),  # Monday: Friday
        ("2026-02-14", "2026-02-13 08:00"),  # Saturday
        ("2026-04-07", "2026-04-01 08:00"),  # after Easter: Maundy Thursday is an eve
        ("2026-12-28", "2026-12-23 08:00"),
        ("2027-01-07", "2027-01-04 08:00"),  # Epiphany, and its eve
        ("2026-05-15", "2026-05-12 08:00"),  # after Ascension Day and its eve
        ("2026-03-30", "2026-03-27 08:00"),  # over summer time
        ("2026-06-22", "2026-06-18 08:00"),  # midsummer's eve is as free; the day before it is no eve of a red day
    ],
)
def test_a_participant_is_reminded_the_last_day_before_that_is_no_red_day_nor_eve(day: str, reminded: str) -> None:
    assert shown(remind_at(date.fromisoformat(day), SETTINGS)) == reminded


@pytest.mark.parametrize(
    ("released", "day", "asked"),
    [
        ("2026-02-10 10:00", None, "2026-02-17 08:00"),
        ("2026-02-10 10:00", "2026-04-20", "2026-02-17 08:00"),
        ("2026-02-10 10:00", "2026-02-16", "2026-02-12 08:00"),  # two working days are left to mend it
        ("2026-02-10 10:00", "2026-02-12", "2026-02-11 08:00"),  # never the same day
        ("2026-02-10 10:00", "2026-02-11", "2026-02-11 08:00"),
        ("2026-02-10 10:00", "2026-02-09", "2026-02-11 08:00"),  # a day that has been
        ("2026-03-31 10:00", None, "2026-04-09 08:00"),  # over Easter
    ],
)
def test_a_unit_is_asked_about_contact_after_five_working_days_or_in_time(
    released: str, day: str | None, asked: str
) -> None:
    assert shown(ask_contact_at(local(released), date.fromisoformat(day) if day else None, SETTINGS)) == asked


def test_feedback_is_asked_for_after_a_week_and_a_month_and_then_a_lead_looks() -> None:
    assert [shown(one) for one in feedback_moments(date(2026, 2, 5), SETTINGS)] == [
        "2026-02-12 08:00", "2026-03-09 08:00", "2026-03-23 08:00",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "long"),
    [
        ({"date_start": "2026-02-01", "date_end": "2026-09-01"}, True),
        ({"date_start": "2026-02-01", "date_end": "2026-06-01"}, False),
        ({"date_start": "2026-02-01"}, False),
        ({"date_start": "i vår", "date_end": "2026-06-01"}, False),
        ({}, False),
    ],
)
def test_an_assignment_of_half_a_year_is_long(fields: dict[str, Any], long: bool) -> None:
    assert is_long(fields) is long


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        ("2026-08-31", 6, "2026-02-28"),
        ("2028-08-31", 6, "2028-02-29"),
        ("2026-02-10", 24, "2024-02-10"),
        ("2026-01-15", 1, "2025-12-15"),
        ("2026-12-31", 12, "2025-12-31"),
        ("2026-12-31", 1, "2026-11-30"),
    ],
)
def test_months_are_counted_by_the_calendar(day: str, months: int, before: str) -> None:
    assert months_before(date.fromisoformat(day), months) == date.fromisoformat(before)


def test_the_rounds_of_the_day_follow_the_clock_on_the_wall() -> None:
    assert shown(next_morning(local("2026-02-13 09:00"), SETTINGS)) == "2026-02-16 08:00"
    assert shown(next_midnight(local("2026-03-28 23:30"), SETTINGS)) == "2026-03-29 00:00"
    assert shown(next_midnight(local("2026-03-29 23:30"), SETTINGS)) == "2026-03-30 00:00"
    assert shown(next_midnight(local("2026-10-25 02:30"), SETTINGS)) == "2026-10-26 00:00"


def test_a_day_has_begun_at_midnight_in_stockholm() -> None:
    assert is_before(local("2026-02-10 23:59"), date(2026, 2, 11), SETTINGS)
    assert not is_before(local("2026-02-11 00:00"), date(2026, 2, 11), SETTINGS)


@given(st.dates(date(2025, 1, 1), date(2030, 12, 31)))
def test_a_reminder_comes_before_its_day_and_on_a_day_for_it(day: date) -> None:
    moment = remind_at(day, SETTINGS).astimezone(ZONE)
    assert moment.date() < day
    assert may_contact_on(moment.date())
    assert not any(may_contact_on(moment.date() + timedelta(days=on)) for on in range(1, (day - moment.date()).days))
