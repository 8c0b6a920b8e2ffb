"""Fields are found in lines: what a label's value is, what ends it, and where a form ends."""

import pytest

from medverkan.mailbox.forms.finding.entries import BREAK
from medverkan.mailbox.forms.finding.find import find
from medverkan.mailbox.forms.finding.rows import lines_of
from medverkan.mailbox.forms.finding.several import forms_of
from medverkan.mailbox.values import Kind


def found(text: str, kind: Kind = Kind.REQUEST, sender: str = "Kim Exempel") -> dict[str, str]:
    return {e.key: e.value for e in find(lines_of(text), kind, sender) if e.key != BREAK}


@pytest.mark.parametrize(
    "text",
    [
        "Enhet: Akuten\nHuvudman: Region Exempel",
        "Enhet\nAkuten\nHuvudman\nRegion Exempel",
        "*Enhet*\nAkuten\n\n*Huvudman*\nRegion Exempel",
        "Enhet:\n\tAkuten\n\nHuvudman:\n\tRegion Exempel",
        "1. Enhet: Akuten\n2. Huvudman: Region Exempel",
        "Enhet\tAkuten\nHuvudman\tRegion Exempel",
        "Enhet        Akuten\nHuvudman     Region Exempel",
        "Enhet ........ Akuten\nHuvudman ..... Region Exempel",
        "enhet = Akuten\nhuvudman = Region Exempel",
        "Enhet → Akuten\nHuvudman → Region Exempel",
        "• Enhet: Akuten\n• Huvudman: Region Exempel",
        "ENHET\nAkuten\nHUVUDMAN\nRegion Exempel",
    ],
)
def test_a_label_and_its_value_are_found_in_every_layout(text: str) -> None:
    assert found(text) == {"unit": "Akuten", "organisation": "Region Exempel"}


def test_a_dash_parts_label_and_value_only_where_it_does_so_line_after_line() -> None:
    lines = "Enhet - Akuten\nHuvudman - Region Exempel\nAntal - 2\nPlats - Akuten"
    assert found(lines)["unit"] == "Akuten"
    assert found("Medverkan – blankett") == {}


def test_a_value_may_go_on_over_lines_and_paragraphs_until_the_next_label() -> None:
    text = "Beskrivning: Första raden\nandra raden.\n\nNytt stycke här.\nSyfte: Nytta"
    assert found(text) == {"description": "Första raden\nandra raden.\nNytt stycke här.", "purpose": "Nytta"}


def test_an_empty_label_takes_nothing_from_below() -> None:
    assert found("Telefon:\nAntal: 2\nPlats:\n\nKim")["contact_phone"] == ""
    assert found("Antal: 2\nTid: v 9\nPlats:\n\nKim")["place"] == ""
    assert found("*Antal*\n2\n\n*Ersättning*\n/Kim")["reimbursement"] == ""


@pytest.mark.parametrize(
    "end",
    ["Med vänliga hälsningar\nRut", "/Rut", "Mvh", "-- \nRut", "Kim", "Kim Exempel\nTelefon: 1", "Vi ses!\nRut",
     "Detta meddelande kan innehålla sekretess."],
)  # fmt: skip
def test_a_signature_is_not_form(end: str) -> None:
    assert found(f"Beskrivning: Prata\n{end}")["description"] == "Prata"


def test_an_unknown_label_ends_the_value_before_it() -> None:
    assert found("Plats: Matsalen\nParkering: På gården") == {"place": "Matsalen", "_other": "På gården"}
    assert found("Plats: Matsalen\nGlutenfritt: Säg till") == {"place": "Matsalen"}


def test_headings_are_not_values() -> None:
    text = "OM ER\n=====\nEnhet: Akuten\n\nOM UPPDRAGET\n============\nAntal: 2"
    assert found(text) == {"unit": "Akuten", "people_wanted": "2"}


def test_ticked_lines_belong_to_the_question_above() -> None:
    assert found("Perspektiv: [x] Brukare\n  [ ] Patient\n  [x] Närstående\nAntal: 2")["perspectives"] == (
        "☒ Brukare\n☐ Patient\n☒ Närstående"
    )


def test_an_answer_that_could_be_a_label_is_an_answer() -> None:
    text = "Hur vill du bli kontaktad?\nE-post\nE-post\nlo@post.example"
    assert found(text, Kind.REGISTRATION) == {"contact_preference": "E-post", "email": "lo@post.example"}


def test_ticked_sentences_are_consents_of_their_own() -> None:
    text = "☒ Jag har läst informationen om personuppgifter\n☒ Jag samtycker till sms ☐ Jag samtycker till e-post"
    assert found(text, Kind.REGISTRATION) == {
        "privacy_notice_read": "☒ Ja", "consent_sms": "☒ Ja", "consent_email": "☐ Ja",
    }  # fmt: skip


def test_a_form_that_begins_again_is_a_second_form() -> None:
    one = "Enhet: A\nHuvudman: B\nAntal: 1\nSyfte: C\nPlats: D\nTid: v 9\n"
    assert len(forms_of(find(lines_of(one + one), Kind.REQUEST))) == 2
    assert len(forms_of(find(lines_of(one), Kind.REQUEST))) == 1


def test_a_field_that_is_said_twice_is_no_second_form() -> None:
    text = "Enhet: A\nHuvudman: B\nAntal: 1\nSyfte: C\nPlats: D\nEnhet: A\nKostnadsställe: 12"
    assert len(forms_of(find(lines_of(text), Kind.REQUEST))) == 1


def test_prompts_before_question_and_answer_are_taken_off() -> None:
    text = "Fråga 1: Enhet\nSvar: Akuten\n\nFråga 2: Antal\nSvar: 2"
    assert found(text) == {"unit": "Akuten", "people_wanted": "2"}


def test_a_question_nobody_knows_ends_the_value_before_it() -> None:
    text = "1. Vilken enhet?\nAkuten\n2. Vad är favoritfärgen hos er?\nBlå\n3. Hur många?\nTvå"
    assert found(text) == {"unit": "Akuten", "people_wanted": "Två"}


def test_a_heading_in_words_of_a_label_takes_no_label_for_its_value() -> None:
    text = (
        "Kontaktperson\nEnhet\nSpecialisttandvården\n\nHuvudman\nRegion Exempel\n\nE-post\nkim@exempel.example\n\n"
        "Tid och plats\nDatum\n2027-05-04\n\nPlats\nAulan\n\nAntal personer\n3"
    )
    read = found(text)
    assert (read["unit"], read["place"], read["_date"]) == ("Specialisttandvården", "Aulan", "2027-05-04")
    assert not read.get("contact_name")


def test_a_long_task_that_goes_on_below_is_a_description() -> None:
    text = "Enhet: Akuten\nHuvudman: Region Exempel\n"
    text += "Uppgift: Tre föräldrar ska gå runt på avdelningen och\nsedan berätta vad de såg.\nPlats: Aulan"
    assert found(text)["description"].endswith("vad de såg.")
