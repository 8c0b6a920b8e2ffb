"""Words are found at once, and what is found is what the pattern finds by itself."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.forms.judging.spotting import is_spotted, spotted

PATTERN = re.compile(r"\b(?:vi söker|söker|behöver)\s+(?P<who>\w+)", re.IGNORECASE)
BEGINNINGS = ("vi söker", "söker", "behöver")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi söker tre personer.", ["tre"]),
        ("Enheten SÖKER två och behöver fler", ["två", "fler"]),
        ("Vi eftersöker ingen", []),
        ("behöver behöver söker", ["behöver"]),
        ("Straße: vi söker tre", ["tre"]),
        ("", []),
    ],
)
def test_a_pattern_is_tried_where_its_first_words_stand(text: str, expected: list[str]) -> None:
    assert [found["who"] for found in spotted(PATTERN, BEGINNINGS, text)] == expected


@given(st.lists(st.sampled_from(["Vi ", "vi söker ", "SÖKER ", "behöver ", "tre ", "efter", "ß", "\n"])).map("".join))
def test_nothing_more_and_nothing_less_is_found_than_without_spotting(text: str) -> None:
    spans = [found["who"] for found in PATTERN.finditer(text)]
    assert [found["who"] for found in spotted(PATTERN, BEGINNINGS, text)] == spans
    assert is_spotted(PATTERN, BEGINNINGS, text) is bool(spans)
