"""Places, distances and how far somebody can travel."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.matching.areas import canonical_focus_areas, derive_focus_areas
from medverkan.matching.places import can_reach, distance_km, municipality_of, reach


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Färjestaden", "Mörbylånga"),
        ("Kalmar kommun", "Kalmar"),
        ("kalmar", "Kalmar"),
        ("Vasterviks kommun", "Västervik"),
        ("Södra Vi", "Vimmerby"),
        ("Länssjukhuset, sal 3", "Kalmar"),
        ("Göteborg", ""),
        ("", ""),
    ],
)
def test_a_place_means_its_municipality(text: str, town: str) -> None:
    assert municipality_of(text) == town


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Oskarshamns sjukhus, i Kalmar", "Kalmar"),
        ("Västerviks hälsocentral, lokal i Vimmerby", "Vimmerby"),
        ("Oskarshamn, men jag bor i Kalmar", "Kalmar"),
        ("Kalmar (arbetar i Nybro)", "Kalmar"),
        ("Hultsfreds kommun, nära gränsen till Vimmerby", "Hultsfred"),
        ("Nybro, Emmaboda", "Nybro"),
    ],
)
def test_where_something_lies_outranks_what_it_is_named_after(text: str, town: str) -> None:
    assert municipality_of(text) == town


def test_distance_is_the_same_both_ways_and_unknown_outside_the_county() -> None:
    assert distance_km("Kalmar", "Nybro") == distance_km("Nybro", "Kalmar") == 35
    assert distance_km("Kalmar", "Göteborg") is None


@pytest.mark.parametrize(
    ("travel", "home", "place", "answer"),
    [
        ("Kalmar och Nybro", "Torsås", "Nybro", True),
        ("Bara Nybro", "Nybro", "Kalmar", False),
        ("4 mil", "Nybro", "Kalmar", True),
        ("fem mil", "Nybro", "Västervik", False),
        ("Södra länet", "Kalmar", "Emmaboda", True),
        ("Hela länet", "Borgholm", "Västervik", True),
        ("Inte alls", "Kalmar", "Kalmar", False),
        ("", "Kalmar", "Nybro", None),
    ],
)
def test_what_people_say_about_travel_is_understood(travel: str, home: str, place: str, answer: bool | None) -> None:
    assert can_reach(reach(travel, home), home, place) is answer


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Psykisk hälsa, missbruk och beroende", ("psykisk hälsa och beroende",)),
        ("Somatik (kroppslig)", ("somatik",)),
        ("fysisk hälsa", ("somatik",)),
        ("Barn & unga, äldre", ("äldre", "barn och unga")),
        ("Funktionsnedsättning", ("funktionsnedsättning",)),
        ("vet inte", ()),
    ],
)
def test_stated_focus_areas_get_the_official_spelling(text: str, areas: tuple[str, ...]) -> None:
    assert canonical_focus_areas(text) == areas


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Jag har hemtjänst och trygghetslarm.", ("äldre",)),
        ("Vår son går på BUP.", ("barn och unga",)),
        ("Jag vill gärna hjälpa till.", ()),
        ("Jag har inte haft epilepsi.", ()),
    ],
)
def test_focus_areas_follow_from_experience_when_it_is_clear(text: str, areas: tuple[str, ...]) -> None:
    assert derive_focus_areas(text) == areas


@given(st.text(max_size=200))
def test_any_text_can_be_asked_about(text: str) -> None:
    municipality_of(text)
    reach(text, text)
    canonical_focus_areas(text)
    derive_focus_areas(text)
