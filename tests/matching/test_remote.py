"""Whether somebody can take part from home."""

import pytest

from medverkan.matching.scoring import is_remote
from medverkan.matching.values import Need


@pytest.mark.parametrize(
    ("place", "remote"),
    [
        ("Stadshuset, inte digitalt", False),
        ("Biblioteket i Ekholma (ej via Teams eller Zoom)", False),
        ("Rådhuset, ingen möjlighet att delta på distans", False),
        ("Hos oss, inga digitala möten", False),
        ("Teams", True),
        ("Biblioteket eller Teams", True),
        ("Inte bara digitalt, också i stadshuset", True),
        ("Inte på plats utan digitalt", True),
    ],
)
def test_a_negated_word_does_not_make_a_place_remote(place: str, remote: bool) -> None:
    assert is_remote(Need(place=place)) is remote
