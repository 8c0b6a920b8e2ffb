"""The alphabet of SMS: what fits, what is replaced, and how much of a part it takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.bot.sms.gsm import BASIC, EXTENSION, ONE_PART, fits, normalised, septets


def test_the_basic_alphabet_has_its_128_places_but_the_escape() -> None:
    assert len(BASIC) == 127
    assert set("åäöÅÄÖéÉü@£€") <= BASIC | EXTENSION


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("Hej då, åäö ÅÄÖ é ü", "Hej då, åäö ÅÄÖ é ü"),
        ("”Hej” – ’du’ — va…", "\"Hej\" - 'du' - va..."),
        ("10–12\u00a0personer", "10-12 personer"),
        ("o\u0308sten a\u030al", "östen ål"),
        ("José, Çelik, Gonçalo, ẞ", "José, Çelik, Goncalo, ?"),
        ("Šarūnas ô ń", "Sarunas o n"),
        ("bra 👍\u200d", "bra ?"),
        ("en  rad \r\n till", "en rad\ntill"),
        ("• ½ × ‑ −", "- 1/2 x - -"),
        ("", ""),
    ],
)
def test_what_the_alphabet_lacks_is_replaced(written: str, sent: str) -> None:
    assert normalised(written) == sent


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("å" * 160, 160), ("€" * 80, 160), ("[hej]", 7), ("a" * 161, 161), ("–", ONE_PART + 1)],
)
def test_a_part_holds_160_and_what_needs_an_escape_takes_two(text: str, count: int) -> None:
    assert septets(text) == count
    assert fits(text) is (0 < count <= ONE_PART)


@given(st.text(max_size=300))
def test_whatever_is_normalised_is_in_the_alphabet_and_stays_as_it_is(text: str) -> None:
    sent = normalised(text)
    assert set(sent) <= BASIC | EXTENSION
    assert normalised(sent) == sent
    assert septets(sent) == sum(1 + (letter in EXTENSION) for letter in sent)
