"""The day on which somebody asked to be called again: (said, expected), as written on Sunday 22 November 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.answers.call_backs import call_back_day, promised_by

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("1 ring igen på torsdag", date(2026, 11, 26)),
        ("ring igen imorgon kl 10", date(2026, 11, 23)),
        ("hon vill att jag ringer den 7 januari", date(2027, 1, 7)),
        ("tors kl 9 gick bra", date(2026, 11, 26)),
        ("ring den 3:e", date(2026, 12, 3)),
        ("ring igen", None),
        ("ring igen efter 15", None),
        ("ring om en vecka", None),
        ("ring på måndag eller tisdag", None),
        ("ring efter jul", None),
        ("ring den 3 november", None),
        ("ring om ett år, den 22 november 2027", None),
        ("", None),
    ],
)
def test_one_plain_day_ahead_counts_and_nothing_else(said: str, day: date | None) -> None:
    assert call_back_day(said, TODAY) == day


@given(st.text(max_size=200))
def test_no_text_is_too_strange(said: str) -> None:
    day = call_back_day(said, TODAY)
    assert day is None or day > TODAY


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("nej, vi ringer i nästa vecka", date(2026, 11, 29)),
        ("Inte än. Vi hör av oss vecka 49.", date(2026, 12, 6)),
        ("nej men på tisdag", date(2026, 11, 24)),
        ("vi kontaktar henne den 3-4 december", date(2026, 12, 4)),
        ("om två veckor", date(2026, 12, 6)),
        ("i december", None),  # longer than anybody is waited for
        ("inte hunnit", None),
        ("vi gör det snart", None),
        ("vi ringde i går", None),
        ("", None),
    ],
)
def test_a_promise_is_good_until_the_last_day_it_names(said: str, day: date | None) -> None:
    assert promised_by(said, TODAY) == day


def test_this_week_ends_on_its_sunday() -> None:
    assert promised_by("nej, men vi ringer senare i veckan", date(2026, 11, 24)) == date(2026, 11, 29)
