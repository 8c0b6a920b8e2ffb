"""No personal identity number is passed on; what only looks like one is left as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.personal_numbers import masked


@pytest.mark.parametrize(
    ("written", "passed_on"),
    [
        ("Jag heter Eva, 620317-0003.", "Jag heter Eva, 620317-XXXX."),
        ("pnr 196203170003", "pnr 19620317XXXX"),
        ("19620317-0003, född", "19620317-XXXX, född"),
        ("6203170003", "620317XXXX"),
        ("född 620317 0003", "född 620317 XXXX"),
        ("111231+9999", "111231+XXXX"),
        ("samordningsnummer 620377-0000", "samordningsnummer 620377-XXXX"),
        ("två: 620317-0003 och 910101-1238", "två: 620317-XXXX och 910101-XXXX"),
    ],
)
def test_a_personal_identity_number_is_masked(written: str, passed_on: str) -> None:
    assert masked(written) == passed_on


@pytest.mark.parametrize(
    "text",
    [
        "0701740605",
        "070-174 06 05",
        "070174 0605",
        "+46701740605",
        "kostnadsställe 6203170009",
        "organisationsnummer 556016-0680",
        "2027-02-01 08.12",
        "F-2027-0001",
        "20270201-20270214",
        "",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert masked(text) == text


@given(st.text(alphabet="0123456789-+ a", max_size=60))
def test_only_the_last_digits_are_ever_changed(text: str) -> None:
    assert len(masked(text)) == len(text)
    assert masked(masked(text)) == masked(text)
