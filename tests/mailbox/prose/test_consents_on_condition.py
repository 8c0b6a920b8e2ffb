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
    assert conditions_in([said, "Jag bor i Kalmar."]) == {"consent_matching": said}


YES = "Jag samtycker till att hälsouppgifter registreras och används för matchning."


@pytest.mark.parametrize(
    "said",
    [
        "Men bara om ni inte sparar något om min diagnos.",
        "Det gäller bara i år.",
        "Spara dock inte min diagnos.",
        "Samtycket gäller inte om min chef får veta.",
    ],
)
def test_a_condition_in_the_next_sentence_is_one(said: str) -> None:
    assert conditions_in([YES, said]) == {"consent_matching": said}


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("Ni får gärna skicka sms om uppdrag, men bara på vardagar.", "consent_sms"),
        ("Jag samtycker till sms, men inte efter kl 17.", "consent_sms"),
        ("Sms är ok så länge det inte är på helgen.", "consent_sms"),
        ("Jag samtycker till e-post, men inte till jobbet.", "consent_email"),
        ("Ni får mejla mig om uppdrag om ni inte nämner min diagnos.", "consent_email"),
    ],
)
def test_text_messages_and_mail_on_a_condition_are_asked_about_and_matching_is_not(said: str, key: str) -> None:
    assert conditions_in([YES, said]) == {key: said}


@pytest.mark.parametrize("said", ["Sms går bra, men ring helst.", "Ni får mejla om uppdrag, men helst ringer ni."])
def test_what_is_better_is_no_condition(said: str) -> None:
    assert conditions_in([YES, said]) == {}
