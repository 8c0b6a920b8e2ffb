"""When people can, and whether that suits the request."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.matching.schedule import available, last_year, meets

TUESDAY = date(2027, 2, 9)


@pytest.mark.parametrize(
    ("said", "start", "end", "suits"),
    [
        ("Dagtid", "13:30", "15:30", True),
        ("Dagtid", "17:30", "19:30", False),
        ("Kvällar", "17:30", "19:30", True),
        ("Ej tisdagar", "10:00", "12:00", False),
        ("Tis och tors", "10:00", "12:00", True),
        ("måndag–onsdag", "10:00", "12:00", True),
        ("Inte före 10", "08:30", "11:00", False),
        ("Jobbar dagtid, annars går det bra", "10:00", "12:00", False),
        ("Förmiddagar", "13:00", "15:00", False),
        ("Flexibel", "13:00", "15:00", True),
        ("Efter skolan", "15:00", "16:00", True),
        ("", "13:00", "15:00", True),
    ],
)
def test_free_words_about_time_are_understood(said: str, start: str, end: str, suits: bool) -> None:
    assert meets(available(said), "", TUESDAY, start, end) is suits


def test_an_open_time_is_no_clash() -> None:
    assert meets(available("Kvällar"), "Vecka 7, enligt överenskommelse", None, "", "") is None


@pytest.mark.parametrize(
    ("years", "last"),
    [("2016–2021", 2021), ("2022–", 2026), ("2021 och framåt", 2026), ("2019", 2019), ("", None), ("1999–2040", 2026)],
)
def test_the_last_year_of_an_experience(years: str, last: int | None) -> None:
    assert last_year(years, 2026) == last


@given(st.text(max_size=120), st.text(max_size=120))
def test_any_words_about_time_can_be_read(said: str, when: str) -> None:
    meets(available(said), when, TUESDAY, said[:5], when[:5])
    last_year(said, 2026)
