"""When to phone: a part of the day that suits, another than the last in vain, never a red day or its eve."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.bot.calling.next_call import may_give_up, next_slot, said
from medverkan.bot.hours import may_contact_on

NOW = datetime(2026, 12, 1, 8, 30)  # noqa: DTZ001 - a local clock: Tuesday morning


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, day, hour, minute)  # noqa: DTZ001 - a local clock


@pytest.mark.parametrize(
    ("availability", "best"),
    [
        ("", "i dag klockan 9 till 11"),
        ("Vardagar efter tio", "i dag klockan 10 till 11"),
        ("efter tre", "i dag klockan 15 till 16.30"),
        ("eftermiddagar", "i dag klockan 13 till 15"),
        ("torsdagar", "torsdag 3 december klockan 9 till 11"),
        ("bara helger", "i dag klockan 9 till 11"),
        ("kvällar efter 18", "i dag klockan 18 till 19"),
        ("jobbar dagtid, ring efter 17", "i dag klockan 17 till 19"),
        ("x" * 5000, "i dag klockan 9 till 11"),
    ],
)
def test_the_first_call_suits_the_person(availability: str, best: str) -> None:
    assert said(next_slot([], availability, NOW), NOW.date()) == best


@pytest.mark.parametrize(
    ("tried", "now", "best"),
    [
        ([at(1, 9, 10)], at(1, 9, 11), "i morgon klockan 13 till 15"),
        ([at(1, 9, 10), at(2, 13, 30)], at(2, 13, 31), "i morgon klockan 11 till 13"),
        ([at(1, 9), at(2, 13), at(3, 11)], at(3, 11), "i morgon klockan 15 till 16.30"),
        ([at(4, 9)], at(4, 9), "måndag 7 december klockan 13 till 15"),  # over a weekend
        ([at(23, 14)], at(23, 14), "måndag 28 december klockan 9 till 11"),  # over Christmas
        ([at(30, 9)], at(30, 9), "måndag 4 januari klockan 13 till 15"),  # over New Year
        ([at(1, 9)], at(3, 16, 15), "i morgon klockan 13 till 15"),  # too late in the day to begin
    ],
)
def test_the_next_call_is_on_another_day_and_at_another_time(tried: list[datetime], now: datetime, best: str) -> None:
    assert said(next_slot(tried, "", now), now.date()) == best


def test_a_day_that_was_agreed_on_is_waited_for() -> None:
    slot = next_slot([], "", NOW, not_before=date(2026, 12, 10))
    assert said(slot, NOW.date()) == "torsdag 10 december klockan 9 till 11"


@pytest.mark.parametrize(
    ("tried", "gives_up"),
    [
        ([], False),
        ([at(1, 9), at(2, 9)], False),
        ([at(1, 9), at(1, 11), at(1, 15)], False),
        ([at(1, 9), at(2, 11), at(2, 15)], False),
        ([at(1, 9), at(2, 11), at(3, 15)], True),
        ([at(4, 9), at(5, 11), at(7, 15)], False),  # a Saturday is no working day
        ([at(4, 9), at(7, 11), at(8, 15)], True),
    ],
)
def test_somebody_else_is_suggested_after_three_calls_over_three_working_days(
    tried: list[datetime], gives_up: bool
) -> None:
    assert may_give_up(tried) is gives_up


@given(
    st.datetimes(datetime(2025, 1, 1), datetime(2031, 12, 1)),  # noqa: DTZ001 - local clocks
    st.lists(st.integers(0, 30 * 24), max_size=5),
    st.text(max_size=60) | st.sampled_from(["kvällar", "ej måndagar", "tisdagar efter tio", "helger"]),
)
def test_nobody_is_ever_to_be_called_on_a_red_day_or_its_eve(now: datetime, ago: list[int], availability: str) -> None:
    tried = sorted(now - timedelta(hours=hours) for hours in ago)
    slot = next_slot(tried, availability, now)
    assert may_contact_on(slot.day)
    assert slot.day >= now.date()
    assert slot.start < slot.end
    assert said(slot, now.date())


@pytest.mark.parametrize(
    ("tried", "availability", "now", "best"),
    [
        ([at(1, 9, 10)], "", at(1, 9, 11), "i dag klockan 13 till 15"),
        ([], "torsdagar", at(1, 9), "i dag klockan 9 till 11"),
        ([at(1, 16)], "", at(1, 16, 10), "i dag klockan 17 till 19"),
        ([at(1, 17)], "", at(1, 19, 40), "i dag klockan 20 till 21"),
    ],
)
def test_a_call_about_tomorrow_is_made_today(
    tried: list[datetime], availability: str, now: datetime, best: str
) -> None:
    assert said(next_slot(tried, availability, now, latest=now.date()), now.date()) == best


def test_a_call_about_a_later_day_waits_as_usual() -> None:
    slot = next_slot([at(1, 9, 10)], "", at(1, 9, 11), latest=date(2026, 12, 2))
    assert slot.day == date(2026, 12, 2)
