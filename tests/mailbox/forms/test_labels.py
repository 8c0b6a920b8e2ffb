"""Labels are recognised however they are written."""

import pytest

from medverkan.mailbox.forms.naming.labels import Strength, label_of_text
from medverkan.mailbox.values import Kind


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Verksamhet/enhet", "unit"),
        ("1) Verksamhet", "unit"),
        ("*Klinik*", "unit"),
        ("VERKSAMHET", "unit"),
        ("Huvudman *", "organisation"),
        ("Syfte/mål", "purpose"),
        ("Syfet", "purpose"),
        ("Antal peersoner", "people_wanted"),
        ("Beskrivning (obligatorisk)", "description"),
        ("Vilka erfarenheter efterfrågas?", "experience"),
        ("Datum, tid", "when_text"),
        ("Kontaktperson, tel, e-post", "_contact"),
        ("Tolk eller hörslinga", "accessibility"),
        ("Contact person", "contact_name"),
        ("Övrigt", "_other"),
        ("Ort och datum", "_other"),
        ("Namn på den som fyllt i blanketten", "_other"),
        ("Förnamn", "_first_name"),
        ("Vi söker (antal)", "people_wanted"),
        ("Ange er huvudman", "organisation"),
    ],
)
def test_a_label_of_a_request(written: str, key: str) -> None:
    found = label_of_text(written, Kind.REQUEST)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("fodelsear", "birth_year"),
        ("kontaktsatt", "contact_preference"),
        ("vill_inte", "unwilling"),
        ("Namn", "_name"),
        ("Jag har läst informationen om personuppgifter", "privacy_notice_read"),
        ("Får vi skicka sms?", "consent_sms"),
        ("Jag går med på matchning och samtycker till att hälsouppgifter används", "consent_matching"),
        ("Jag är vårdnadshavare och samtycker till att barnet deltar", "guardian_consent"),
        ("Samtycke", "_consent"),
        ("Samtycke till sms och e-post", "consent_sms"),
        ("Samtycke (vårdnadshavare)", "guardian_consent"),
        ("Telefon (vårdnadshavare)", "guardian_phone"),
        ("Personnummer", "_personal_number"),
        ("Jag vill ha nyhetsbrev", "_other"),
    ],
)
def test_a_label_of_a_registration(written: str, key: str) -> None:
    found = label_of_text(written, Kind.REGISTRATION)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    "written", ["", "12", "Hej alla", "Region Exempel", "Vi ses på tisdag i stora salen", "x" * 300]
)
def test_other_texts_are_no_labels(written: str) -> None:
    found = label_of_text(written, Kind.REQUEST)
    assert found is None or found.strength is Strength.GUESSED


def test_an_answer_that_repeats_the_question_is_no_label() -> None:
    assert label_of_text("Ja, jag samtycker till matchning på hälsouppgifter", Kind.REGISTRATION) is None
