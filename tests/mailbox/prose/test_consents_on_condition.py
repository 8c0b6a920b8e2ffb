"""In a letter too, a yes on a condition consents to nothing."""

import pytest

from medverkan.mailbox.prose.consents import conditions_in, consents_of


@pytest.mark.parametrize(
    "said",
    [
        "Jag samtycker till att ni använder mina hälsouppgifter för matchning, men bara digitalt.",
        "Jag samtycker till att hälsouppgifter registreras, men inte för psykiatrin.",
        "Jag samtycker till matchning på hälsouppgifter om ni inte berättar för min familj.",
        "Ni får registrera mina hälsouppgifter så länge ingen på jobbet får veta.",
        "Jag godkänner att ni sparar hälsouppgifter, med undantag för min diagnos.",
        "Jag samtycker till att hälsouppgifter sparas, fast bara i år.",
        "Jag godkänner att ni matchar på hälsouppgifter, förutsatt att ni ringer.",
        "Jag samtycker till matchning på hälsouppgifter, såvida min man inte får veta det.",
    ],
)
def test_a_yes_on_a_condition_is_no_yes(said: str) -> None:
    assert consents_of([said]).get("consent_matching") is not True


def test_a_plain_yes_is_one() -> None:
    assert consents_of(["Jag samtycker till att hälsouppgifter registreras och används för matchning."]) == {
        "consent_matching": True
    }


def test_the_condition_is_asked_about_in_its_words() -> None:
    said = "Jag samtycker till att hälsouppgifter registreras, men bara i år."
    (asked,) = conditions_in([said, "Jag bor i Kalmar."])
    assert said in asked
