"""How many are sought, and what is changed to another number: of people, and not of the clock."""

import pytest

from medverkan.mailbox.answers.counted import changed_count, people


@pytest.mark.parametrize(
    ("said", "number"),
    [("Vi ändrar till tre.", "tre"), ("Vi ökar antalet till fyra", "fyra"), ("Vi minskar från 4 till 2 personer", "2"),
     ("Vi ändrar också tiden till 15-16.", ""), ("Vi ändrar klockslaget till 10", ""), ("Vi ändrar till sal 4", ""),
     ("Vi ändrar lokalen till rum 12", ""), ("Vi ändrar sista svarsdag till 15", "")],
)  # fmt: skip
def test_only_the_people_are_changed_to_a_number_of_people(said: str, number: str) -> None:
    assert changed_count(said) == number


@pytest.mark.parametrize(
    ("said", "number"),
    [("Två räcker bra.", "Två"), ("Två räcker fint!", "Två"), ("Det räcker bra med två.", "två"), ("Tre räcker", "Tre"),
     ("Två räcker inte.", "")],
)  # fmt: skip
def test_how_many_are_enough_is_how_many_are_sought(said: str, number: str) -> None:
    assert people(said, None) == number
