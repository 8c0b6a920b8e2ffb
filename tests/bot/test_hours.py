"""Working days and the hours in which participants may be written to, in Sweden."""

from datetime import UTC, date, datetime

import pytest

from medverkan.bot.hours import (
    add_working_days,
    at,
    is_working_day,
    may_contact_on,
    next_contact,
    opening,
)
from medverkan.bot.settings import Settings
from medverkan.mailbox.red_days import is_red


def day(text: str) -> date:
    return date.fromisoformat(text)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


@pytest.mark.parametrize(
    ("when", "red", "working", "contact"),
    [
        ("2026-01-01", True, False, False),  # nyårsdagen
        ("2026-01-05", False, True, False),  # trettondagsafton
        ("2026-01-06", True, False, False),  # trettondagen
        ("2026-04-01", False, True, True),  # onsdag före påsk
        ("2026-04-02", False, True, False),  # skärtorsdag, afton till långfredag
        ("2026-04-03", True, False, False),  # långfredag
        ("2026-04-04", False, False, False),  # påskafton, en lördag
        ("2026-04-06", True, False, False),  # annandag påsk
        ("2026-04-07", False, True, True),
        ("2026-04-30", False, True, False),  # valborg
        ("2026-05-01", True, False, False),
        ("2026-05-13", False, True, False),  # dagen före Kristi himmelsfärd
        ("2026-05-14", True, False, False),
        ("2026-05-15", False, True, True),  # klämdag
        ("2025-06-05", False, True, False),  # dagen före nationaldagen
        ("2025-06-06", True, False, False),
        ("2026-06-05", False, True, False),  # fredag, nationaldagen är en lördag
        ("2026-06-18", False, True, True),  # torsdag före midsommarafton
        ("2026-06-19", True, False, False),  # midsommarafton
        ("2026-06-20", True, False, False),
        ("2026-10-30", False, True, False),  # fredag före alla helgons dag
        ("2026-10-31", True, False, False),
        ("2026-12-23", False, True, True),
        ("2026-12-24", True, False, False),
        ("2026-12-25", True, False, False),
        ("2026-12-28", False, True, True),
        ("2026-12-30", False, True, True),
        ("2026-12-31", True, False, False),
        ("2027-01-01", True, False, False),
        ("2027-03-25", False, True, False),  # skärtorsdag
        ("2026-02-14", False, False, False),  # lördag
        ("2026-02-15", False, False, False),  # söndag
        ("2026-02-16", False, True, True),
    ],
)
def test_red_days_working_days_and_days_for_contact(when: str, red: bool, working: bool, contact: bool) -> None:
    assert (is_red(day(when)), is_working_day(day(when)), may_contact_on(day(when))) == (red, working, contact)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-02-10T07:15+01:00", "2026-02-10T08:00+01:00"),  # before opening
        ("2026-02-10T08:00+01:00", "2026-02-10T08:00+01:00"),
        ("2026-02-10T12:34:56+01:00", "2026-02-10T12:34:56+01:00"),  # within: at once
        ("2026-02-10T16:29:59+01:00", "2026-02-10T16:29:59+01:00"),
        ("2026-02-10T16:30+01:00", "2026-02-11T08:00+01:00"),  # closed
        ("2026-02-13T16:31+01:00", "2026-02-16T08:00+01:00"),  # Friday to Monday
        ("2026-02-15T12:00+01:00", "2026-02-16T08:00+01:00"),
        ("2026-03-27T17:00+01:00", "2026-03-30T08:00+02:00"),  # summer time begins that Sunday
        ("2026-03-29T01:59+01:00", "2026-03-30T08:00+02:00"),
        ("2026-10-23T17:00+02:00", "2026-10-26T08:00+01:00"),  # and ends that Sunday
        ("2027-03-27T12:00+01:00", "2027-03-30T08:00+02:00"),  # påskafton, and summer time begins on påskdagen
        ("2027-10-29T17:00+02:00", "2027-11-01T08:00+01:00"),
        ("2026-04-01T17:00+02:00", "2026-04-07T08:00+02:00"),  # over Easter
        ("2026-04-29T17:00+02:00", "2026-05-04T08:00+02:00"),  # valborg, 1 May, weekend
        ("2026-06-19T09:00+02:00", "2026-06-22T08:00+02:00"),  # midsummer's eve
        ("2026-12-23T16:30+01:00", "2026-12-28T08:00+01:00"),
        ("2026-12-30T16:30+01:00", "2027-01-04T08:00+01:00"),
        ("2027-01-05T09:00+01:00", "2027-01-07T08:00+01:00"),  # trettondagsafton
        ("2026-02-10T23:30+00:00", "2026-02-11T08:00+01:00"),  # past midnight in Stockholm
        ("2026-02-10T07:00+00:00", "2026-02-10T08:00+01:00"),
    ],
)
def test_participants_are_written_to_in_office_hours_on_days_that_are_nobodys_eve(
    settings: Settings, now: str, then: str
) -> None:
    found = next_contact(datetime.fromisoformat(now), settings)
    assert found == moment(then)
    assert found.tzinfo is UTC


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2026-02-10", 0, "2026-02-10"),
        ("2026-02-14", 0, "2026-02-16"),
        ("2026-02-10", 1, "2026-02-11"),
        ("2026-02-13", 1, "2026-02-16"),
        ("2026-02-14", 1, "2026-02-16"),
        ("2026-02-10", 5, "2026-02-17"),
        ("2026-04-01", 2, "2026-04-07"),
        ("2026-06-17", 2, "2026-06-22"),
        ("2026-12-22", 5, "2027-01-04"),
    ],
)
def test_working_days_are_added(start: str, days: int, end: str) -> None:
    assert add_working_days(day(start), days) == day(end)


def test_a_day_opens_at_the_local_hour_summer_and_winter(settings: Settings) -> None:
    assert opening(day("2026-03-27"), settings) == moment("2026-03-27T08:00+01:00")
    assert opening(day("2026-03-30"), settings) == moment("2026-03-30T08:00+02:00")
    assert opening(day("2026-04-02"), settings) == moment("2026-04-07T08:00+02:00")


def test_a_clock_time_that_summer_time_skips_moves_forward(settings: Settings) -> None:
    from datetime import time

    assert at(day("2026-03-29"), time(2, 30), settings) == moment("2026-03-29T03:30+02:00")
