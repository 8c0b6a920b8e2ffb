"""A lead puts in the day an assignment was moved to: what is understood, what is refused, and what follows of it."""

from collections.abc import Iterator
from datetime import date

import pytest

from medverkan.bot.commands.moving import move
from medverkan.bot.parts import Parts
from medverkan.bot.settings import SettingsError
from tests.bot.clock import Clock
from tests.bot.reminding.cases import Town


@pytest.fixture
def town(parts: Parts, clock: Clock) -> Iterator[Town]:
    """Give a town at 09.30 on Tuesday 10 February 2026."""
    yield Town(parts, clock)


@pytest.mark.parametrize(
    ("text", "day", "times"),
    [
        ("25 mars 2026", date(2026, 3, 25), ("13:00", "15:00")),
        ("onsdag 25 mars kl. 9-11", date(2026, 3, 25), ("09:00", "11:00")),
        ("2026-03-25", date(2026, 3, 25), ("13:00", "15:00")),
    ],
)
def test_a_day_is_read_as_people_write_it(town: Town, text: str, day: date, times: tuple[str, str]) -> None:
    request = town.delivered("Ellen")
    moved = move(town.parts, request.number.lower(), text, town.clock())
    assert (moved.date_start, moved.date_end) == (day, None)
    assert (moved.fields["time_start"], moved.fields["time_end"]) == times


@pytest.mark.parametrize(
    "text", ["", "i vår", "vecka 12", "torsdag 25 mars 2026", "31 februari", "2020-01-01", "x" * 9000]
)
def test_what_names_no_one_day_to_come_is_refused_and_changes_nothing(town: Town, text: str) -> None:
    request = town.delivered("Ellen")
    with pytest.raises(SettingsError):
        move(town.parts, request.number, text, town.clock())
    assert town.request(request) == request


def test_a_case_that_is_not_on_its_way_keeps_its_day(town: Town) -> None:
    request = town.delivered("Ellen")
    town.at("2026-03-25 09:00")
    with pytest.raises(SettingsError, match="kan bara flyttas"):
        move(town.parts, request.number, "25 april 2026", town.clock())
    with pytest.raises(SettingsError, match="det finns inget ärende"):
        move(town.parts, "F-2026-0999", "25 april 2026", town.clock())


def test_those_who_are_coming_are_reminded_of_the_new_day_also_an_earlier_one(town: Town) -> None:
    request = town.delivered("Ellen", "Hugo", day=date(2026, 3, 24))
    town.answers(town.letters("unit-delivery")[0], "Vi måste flytta mötet till den 10 mars i stället.")
    move(town.parts, request.number, "10 mars 2026", town.clock())
    assert len(town.tasks("day_before")) == 2
    town.at("2026-03-09 08:00")
    assert ["tisdag 10 mars" in letter.text for letter in town.letters("participant-day-before")] == [True, True]
    town.at("2026-03-23 08:00")
    assert len(town.letters("participant-day-before")) == 2


def test_a_day_that_is_moved_after_the_reminder_left_is_reminded_of_again(town: Town) -> None:
    request = town.delivered("Ellen", day=date(2026, 3, 24))
    town.at("2026-03-23 08:00")
    move(town.parts, request.number, "31 mars 2026", town.clock())
    town.at("2026-03-24 08:00").at("2026-03-30 08:00")
    assert ["tisdag 31 mars" in one.text for one in town.letters("participant-day-before")] == [False, True]
