"""Dates are read as Swedes write them, against the day of the mail, and never guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.forms.values.dates import When, read_when

TODAY = date(2026, 11, 21)  # a Saturday


def d(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2027-03-01", "2027-03-01", None),
        ("den 1:a mars 2027", "2027-03-01", None),
        ("1 mars", "2027-03-01", None),
        ("270301", "2027-03-01", None),
        ("14/3", "2027-03-14", None),
        ("3/12-26", "2026-12-03", None),
        ("tis 1/12", "2026-12-01", None),
        ("on 2 dec", "2026-12-02", None),
        ("2 december (onsdag)", "2026-12-02", None),
        ("3–5 maj", "2027-05-03", "2027-05-05"),
        ("2027-02-10 – 2027-02-12", "2027-02-10", "2027-02-12"),
        ("30 november till 4 december", "2026-11-30", "2026-12-04"),
        ("v. 12", "2027-03-22", "2027-03-28"),
        ("vecka 53", "2026-12-28", "2027-01-03"),
        ("v 12-14", "2027-03-22", "2027-04-11"),
        ("v.12 och 14", "2027-03-22", "2027-04-11"),
        ("mars-april", "2027-03-01", "2027-04-30"),
        ("nästa vecka", "2026-11-23", "2026-11-29"),
        ("nu på torsdag", "2026-11-26", None),
        ("i övermorgon", "2026-11-23", None),
        ("klart senast fredag 4 december", None, "2026-12-04"),
    ],
)
def test_a_date_is_read_as_it_is_written(written: str, start: str | None, end: str | None) -> None:
    found = read_when(written, TODAY)
    assert (found.start, found.end) == (start and d(start), end and d(end))


@pytest.mark.parametrize(
    "written", ["våren 2027", "i början av maj", "enligt överenskommelse", "löpande", "snarast", "på torsdagar", ""]
)
def test_what_is_no_date_gives_none(written: str) -> None:
    assert (read_when(written, TODAY).start, read_when(written, TODAY).end) == (None, None)


def test_listed_days_are_occasions() -> None:
    found = read_when("Onsdagar kl. 17.30–19.30: 27 januari, 24 mars och 29 september 2027", TODAY)
    assert found == When(d("2027-01-27"), d("2027-09-29"), 3, "17:30", "19:30")


def test_a_year_said_once_holds_for_the_days_before_it() -> None:
    assert read_when("15 december och 12 januari 2027", TODAY).start == d("2026-12-15")


@pytest.mark.parametrize(
    "written", ["tisdag 14 jan kl 13-15", "måndag den 22 april 2027", "torsdagarna 3 och 11 december"]
)
def test_a_weekday_that_is_not_that_date_is_asked_about_and_no_date_is_given(written: str) -> None:
    found = read_when(written, TODAY)
    assert found.mismatches
    assert found.start is None


def test_a_day_that_does_not_exist_is_asked_about() -> None:
    assert read_when("31 november", TODAY).impossible == ("31 november",)


def test_a_date_with_a_year_that_has_passed_is_asked_about() -> None:
    assert read_when("3 februari 2025", TODAY).past == (d("2025-02-03"),)


def test_without_the_day_of_the_mail_only_a_date_with_a_year_is_read() -> None:
    assert read_when("3 december", None).start is None
    assert read_when("3 december 2026", None).start == d("2026-12-03")


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    read_when(text, TODAY)


@given(st.dates(min_value=date(2026, 11, 22), max_value=date(2031, 12, 31)))
def test_every_date_written_out_with_its_weekday_is_read_back(day: date) -> None:
    weekdays = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
    spring, autumn = ("januari", "februari", "mars", "april", "maj", "juni"), ("juli", "augusti", "september")
    months = (*spring, *autumn, "oktober", "november", "december")
    written = f"{weekdays[day.weekday()]} den {day.day} {months[day.month - 1]} {day.year}"
    assert read_when(written, TODAY).start == day
