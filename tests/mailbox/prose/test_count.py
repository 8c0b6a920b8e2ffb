"""Of a range of people the fewest count, and how many it is is asked."""

import pytest

from medverkan.mailbox.forms.values import numbers
from medverkan.mailbox.prose.count import open_range, people_in


@pytest.mark.parametrize(
    ("said", "fewest", "asked"),
    [
        ("fyra-fem patienter", 4, "fyra-fem"),
        ("tre till fyra anhöriga", 3, "tre till fyra"),
        ("5–6 brukare", 5, "5–6"),
        ("minst 3, max 5 personer", 3, "minst 3, max 5"),
        ("minst fyra och högst sju deltagare", 4, "minst fyra och högst sju"),
        ("mellan fem och åtta patienter", 5, "mellan fem och åtta"),
        ("två eller tre föräldrar", 2, "två eller tre"),
        ("en till två närstående", 1, "en till två"),
        ("ett par personer", 2, ""),
        ("fem patienter", 5, ""),
    ],
)
def test_of_a_range_the_fewest_count_and_the_range_is_asked_about(said: str, fewest: int, asked: str) -> None:
    assert people_in(said) == fewest
    assert open_range(said) == asked


@pytest.mark.parametrize(
    ("said", "between"),
    [("minst 3, max 5", (3, 5)), ("Mellan två och fyra", (2, 4)), ("lägst 4 högst 6 st", (4, 6)), ("minst 2", (2, 2))],
)
def test_a_box_reads_a_range_in_words(said: str, between: tuple[int, int]) -> None:
    assert numbers.people(said) == between


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("en pappa och en ung vuxen (18-22)", 2),
        ("en förälder och en ung vuxen", 2),
        ("två mammor och en ung vuxen", 3),
        ("1 patient och 1 vuxen anhörig", 2),
        ("en vuxen och en ungdom", 2),
        ("en ung vuxen", 1),
        ("en ung person och två vuxna", 3),
        ("två unga vuxna (18-25)", 2),
    ],
)
def test_a_young_adult_is_somebody_too(said: str, people: int) -> None:
    assert people_in(said) == people
    assert numbers.people(said) == (people, people)
