"""The day on which somebody asked to be called again: (said, expected), as written on Sunday 22 November 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.answers.call_backs import call_back_day

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
