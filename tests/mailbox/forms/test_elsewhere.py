"""A condition on a consent counts wherever it stands: in another box, below the form, in the letter that brings it."""

import pytest

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.values.elsewhere import Said, conditions_elsewhere
from medverkan.mailbox.forms.values.normalise import normalised
from medverkan.mailbox.values import Kind

LIMITS_MATCHING = [
    "men bara om ni inte sparar något om min diagnos",
    "Jag samtycker endast om ni frågar mig först.",
    "Mitt samtycke gäller bara psykiatrin",
    "Samtycket gäller inte om min chef får veta",
    "Ni får inte använda min diagnos för matchning",
    "Spara dock ingenting om min sjukdom",
    "Hälsouppgifterna får inte sparas innan vi har pratat",
    "Lämna inte ut uppgifter om min hälsa till kommunen",
    "Matcha mig inte mot uppdrag på mitt gamla jobb",
    "Jag vill inte att min diagnos registreras",
    "Registrera mig inte utan att fråga",
    "Ingenting av det jag har skrivit får ni lämna vidare",
    "Trevligt initiativ! Men registrera inget om mig som rör spriten.",
]
LIMITS_SMS = [
    "Sms bara på vardagar",
    "Sms går bra, men inte efter klockan 17",
    "Jag vill inte ha sms om det inte är bråttom",
    "Inga sms tack",
    "Ni får smsa så länge det inte är på natten",
]
LIMITS_MAIL = ["Mejla endast om det gäller hjärtat", "E-post går bra, men inte till jobbet", "Skicka inte mejl hem"]
NO_CONDITION = [
    "Ring bara efter kl 16",
    "Jag kan inte använda trappor",
    "Vill inte prata om min diagnos inför många",
    "Jag vill inte dela med mig av mina uppgifter i grupp",
    "Vi sparar bara de uppgifter som behövs",
    "Uppgifter lämnas inte ut utan samtycke",
    "Du kan när som helst ta tillbaka ditt samtycke",
    "Jag vet att jag kan återkalla mitt samtycke om jag ångrar mig",
    "Jag samtycker inte till att bilder på mig publiceras",
    "Spara gärna mina uppgifter, men högst i två år",
    "Jag hjälper gärna till om det passar",
    "Kontakta mig bara via sms",
    "Sms går bra, men ring helst",
    "Jag vill bli kontaktad om uppdrag som rör hälsa",
    "Digitala möten passar mig inte",
    "Jag använder rullstol, så ni får inte ha trösklar som stoppar mig",
    "Ni får inte behandla mig som ett barn",
    "Jag vill inte skriva något om mig själv på nätet",
    "Ni får inte dela in mig i en grupp med unga",
    "Spara på krafterna måste jag, så inte mer än två timmar åt gången",
    "Ring mig bara om det gäller hjärtat",
    "Jag söker efter ett lugnt rum om det blir mycket ljud",
    "Allt går bra utom kvällar",
]


@pytest.mark.parametrize(
    ("said", "key"),
    [(said, "consent_matching") for said in LIMITS_MATCHING]
    + [(said, "consent_sms") for said in LIMITS_SMS]
    + [(said, "consent_email") for said in LIMITS_MAIL],
)
def test_a_condition_in_another_box_takes_the_yes_and_is_asked_about_in_its_words(said: str, key: str) -> None:
    boxes = [Entry(one, "ja") for one in ("consent_matching", "consent_sms", "consent_email")]
    fields, questions = normalised([*boxes, Entry("availability", "vardagar"), Entry("_other", said)], KIND, None)
    assert {"consent_matching", "consent_sms", "consent_email"} - fields.keys() == {key}
    (asked,) = questions
    assert asked.partition("”")[2].partition("”")[0] in said


@pytest.mark.parametrize("said", NO_CONDITION)
def test_what_is_about_taking_part_or_the_forms_own_words_sets_no_condition(said: str) -> None:
    fields, questions = normalised([Entry("_other", said), Entry("consent_matching", "ja")], KIND, None)
    assert fields == {"consent_matching": True}
    assert not questions


def test_a_but_right_below_a_consent_is_about_it_and_elsewhere_it_is_not() -> None:
    assert conditions_elsewhere([Said("men bara om min man är med", "consent_matching")]) != {}
    assert conditions_elsewhere([Said("men bara om min man är med")]) == {}


@pytest.mark.parametrize("said", ["Så länge jag orkar", "Endast dagtid", "Utom måndagar", "Bara korta uppdrag"])
def test_an_answer_to_a_question_of_its_own_below_a_consent_sets_no_condition(said: str) -> None:
    assert conditions_elsewhere([Said(said, "consent_matching")]) == {}


def test_a_life_with_other_registers_sets_no_condition() -> None:
    told = "Vården fick inte använda uppgifter om min diagnos, och ingen ska lämna ut något om mig."
    fields, questions = normalised([Entry("experience", told), Entry("consent_matching", "ja")], KIND, None)
    assert fields["consent_matching"] is True
    assert not questions


def test_no_consent_is_asked_about_that_was_not_given() -> None:
    fields, questions = normalised(
        [Entry("consent_matching", "nej"), Entry("_other", "Spara inget om mig")], KIND, None
    )
    assert fields == {"consent_matching": False}
    assert not questions


KIND = Kind.REGISTRATION
