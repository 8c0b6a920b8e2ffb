"""What a form shows where nobody has written is no answer."""

import pytest

from medverkan.mailbox.forms.values.written import without_placeholders


@pytest.mark.parametrize(
    "written",
    [
        "Ange antal, t.ex. 3",
        "T.ex. 5 maj kl 9-11",
        "Ex. 070-174 06 05",
        "Till exempel 2 personer",
        "Skriv ort, t ex Ekholma",
        "(t.ex. 2 timmar)",
        "Exempel: Ekholma",
        "Välj ett datum, exempelvis 2027-05-05",
    ],
)
def test_a_hint_is_no_answer(written: str) -> None:
    assert without_placeholders(written) == ""


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("3 personer, t.ex. två brukare och en anhörig", "3 personer, t.ex. två brukare och en anhörig"),
        ("Enkäter\nT.ex. på webben", "Enkäter\nT.ex. på webben"),
        ("T.ex. 5 maj kl 9-11\n12 maj kl 10-12", "12 maj kl 10-12"),
        ("Fokusgrupp t.ex.", "Fokusgrupp t.ex."),
        (
            "T.ex. hur det är att vänta på besked och att inte få veta",
            "T.ex. hur det är att vänta på besked och att inte få veta",
        ),
    ],
)
def test_an_answer_with_an_example_stays(written: str, answer: str) -> None:
    assert without_placeholders(written) == answer
