"""Who is told apart by what the answered letter says of them: where they live and how old they are."""

import pytest

from medverkan.mailbox.replies.by_letter import named_by_letter
from medverkan.mailbox.values import Candidate, Stage

PEOPLE = (Candidate(1, "Adam Ving"), Candidate(2, "Berit Skog"), Candidate(3, "Frida Nord"), Candidate(4, "Gun Ek"))
LETTER = """
Hej!

> 1. Adam Ving, Tjörn, patient, 28 år – vill inte resa till Orust
> 2. Berit Skog, Orust, patient, stroke – kan med en veckas varsel
> 3. Frida Nord, Orust, brukare – ny i Intressebanken
> 4. Gun Ek, Uddevalla, patient, 71 år
"""


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("De två från Orust tar vi", "Berit Skog och Frida Nord tar vi"),
        ("Båda från Orust, tack", "Berit Skog och Frida Nord, tack"),
        ("Hon från Uddevalla låter bra", "Gun Ek låter bra"),
        ("28-åringen tar vi", "Adam Ving tar vi"),
    ],
)
def test_as_many_as_are_spoken_of_are_named(words: str, named: str) -> None:
    assert named_by_letter(words, LETTER, PEOPLE, Stage.PROPOSAL) == named


@pytest.mark.parametrize(
    "words",
    [
        "De tre från Orust tar vi",
        "Hon från Orust låter bra",
        "Han från Uddevalla låter bra",
        "Hon i Uddevalla ringde mig",
        "De två från Lysekil tar vi",
        "42-åringen tar vi",
    ],
)
def test_whoever_does_not_fit_stays_as_written(words: str) -> None:
    assert named_by_letter(words, LETTER, PEOPLE, Stage.PROPOSAL) == words


def test_a_line_that_is_not_of_a_listed_person_tells_nothing() -> None:
    other = (Candidate(1, "Adam Ving"), Candidate(4, "Gunhild Ek"))
    assert named_by_letter("Hon från Uddevalla", LETTER, other, Stage.PROPOSAL) == "Hon från Uddevalla"
