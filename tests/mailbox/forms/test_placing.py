"""A text that is known to be a label is named by what it is about, what stands beside it and what came before."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.forms.naming.placing import placed_label
from medverkan.mailbox.forms.values.fit import BAR
from medverkan.mailbox.values import Kind

CASES = Path(__file__).with_name("labels_fresh.txt")


def cases() -> dict[str, list[tuple[str, str, set[str]]]]:
    """Return the file of fresh wordings: section → (wording, value, the keys that are right)."""
    sections: dict[str, list[tuple[str, str, set[str]]]] = {}
    section: list[tuple[str, str, set[str]]] = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            keys, _, wordings = line.partition(": ")
            for wording in wordings.split(" | "):
                text, _, value = wording.partition(" :: ")
                section.append((text.strip(), value.strip(), set(keys.split(","))))
    return sections


@pytest.mark.parametrize("section", cases())
def test_fresh_wordings_are_named_rightly_and_what_is_taken_is_right(section: str) -> None:
    kind = Kind(section.split(maxsplit=1)[0])
    named = [(placed_label(text, kind, value), keys) for text, value, keys in cases()[section]]
    taken = [found.key in keys for found, keys in named if found and found.sure >= BAR]
    right = [(found.key if found else "-") in keys for found, keys in named]
    assert sum(taken) / len(taken) >= 0.97
    assert sum(right) / len(right) >= 0.92


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ers.", "reimbursement"),
        ("Beskr.", "description"), ("Org.", "organisation"), ("Kontaktpers.", "contact_name"),
        ("Verks.", "unit"), ("Erf.", "experience"), ("Förvaltn.", "organisation"), ("Återkoppl.", "feedback"),
        ("Tillgängl.", "accessibility"), ("Persp.", "perspectives"), ("Bef.", None), ("Avd.", "unit"),
        ("Förväntn.", "expectations"),
    ],
)  # fmt: skip
def test_an_abbreviation_is_the_word_it_begins(text: str, key: str | None) -> None:
    found = placed_label(text, Kind.REQUEST)
    assert (found.key if found else None) == key


@pytest.mark.parametrize(
    ("text", "value", "key"),
    [
        ("Tillfällen", "tis 12 jan och tis 2 feb 2027 kl. 13–15", "when_text"),
        ("Möten", "onsdagar kl. 14 i mars", "when_text"),
        ("Tillfällen", "fyra", "occasions"),
        ("Antal tillfällen", "3 gånger, två timmar", "occasions"),
        ("Vad", "Dialogmöte", "activity"),
        ("Uppdrag", "fokusgrupp", "activity"),
        ("Uppdrag", "Vi ska skriva om vår kallelse så att alla förstår den.", "description"),
        ("Vad", "Läsa två broschyrer och säga vad som är svårt", "description"),
        ("Beskrivning", "Workshop", "description"),
        ("Målgrupp (patient/brukare/närstående)", "närstående", "perspectives"),
        ("Deltagare (brukare/patient/anhörig)", "brukare", "perspectives"),
        ("Målgrupp", "Personer med långvarig smärta", "experience"),
        ("Roll (patient, brukare, närstående)", "patient", "perspectives"),
        ("Kontakt", "bo@enhet.example", "contact_email"),
        ("Kontakt", "070-174 06 31", "contact_phone"),
        ("Kontakt", "Bo Prov", "contact_name"),
        ("Adress", "bo@enhet.example", "contact_email"),
    ],
)
def test_the_value_decides_what_a_vague_label_means(text: str, value: str, key: str) -> None:
    found = placed_label(text, Kind.REQUEST, value)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    ("text", "before", "kind", "key"),
    [
        ("Telefon", "guardian_name", Kind.REGISTRATION, "guardian_phone"),
        ("Namn", "guardian_phone", Kind.REGISTRATION, "guardian_name"),
        ("E-post", "guardian_phone", Kind.REGISTRATION, None),
        ("Telefon", "last_name", Kind.REGISTRATION, "phone"),
        ("Kommun", "place", Kind.REQUEST, "place"),
        ("Kommun", "unit", Kind.REQUEST, "organisation"),
        ("Datum", "reply_by", Kind.REQUEST, None),
        ("Datum", "experience", Kind.REQUEST, "_date"),
    ],
)
def test_the_field_before_says_whose_a_bare_label_is(text: str, before: str, kind: Kind, key: str | None) -> None:
    found = placed_label(text, kind, "", before)
    assert (found.key if found else None) == key


@pytest.mark.parametrize(
    ("text", "kind", "key", "extra"),
    [
        ("Kontaktperson, tel, e-post", Kind.REQUEST, "_contact", ()),
        ("Ansvarig (namn + direktnummer)", Kind.REQUEST, "_contact", ("contact_phone",)),
        ("Datum/tid/plats", Kind.REQUEST, "when_text", ("place",)),
        ("När och var ska vi ses?", Kind.REQUEST, "when_text", ("place",)),
        ("Mejl/tel", Kind.REQUEST, "_contact", ("email", "phone")),
        ("Mejl/tel", Kind.REGISTRATION, "_contact", ("email", "phone")),
        ("Adress, postnr, ort", Kind.REGISTRATION, "postal_address", ()),
        ("Förnamn Efternamn", Kind.REGISTRATION, "_name", ()),
        ("Förnamn och släktnamn", Kind.REGISTRATION, "_name", ()),
        ("Namn och födelseår", Kind.REGISTRATION, "_name", ("birth_year",)),
        ("Vårdnadshavares namn och telefonnummer", Kind.REGISTRATION, "guardian_name", ()),
        ("Antal möten och tid per möte", Kind.REQUEST, "_extent", ()),
        ("Sms och e-post om uppdrag: samtycker du?", Kind.REGISTRATION, "consent_sms", ("consent_email",)),
    ],
)
def test_a_combined_label_names_all_it_asks_for(text: str, kind: Kind, key: str, extra: tuple[str, ...]) -> None:
    found = placed_label(text, kind)
    assert found is not None
    assert found.key == key
    if key != "_contact":
        assert found.extra == extra


def test_parts_that_no_field_holds_together_are_asked_about() -> None:
    found = placed_label("Kommun och perspektiv", Kind.REGISTRATION)
    assert found is not None
    assert found.sure < BAR


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Det här vill jag göra", Kind.REGISTRATION),
        ("Vad vill du göra?", Kind.REGISTRATION),
        ("Vad är ditt förnamn?", Kind.REGISTRATION),
        ("Slutdatum för uppdraget", Kind.REQUEST),
    ],
)
def test_one_word_that_turns_the_meaning_is_no_slip_of_the_pen(text: str, kind: Kind) -> None:
    found = placed_label(text, kind)
    assert found is not None
    assert found.key in {"activities", "first_name", "_date_end"}


@given(st.text(max_size=250), st.text(max_size=60), st.sampled_from([Kind.REQUEST, Kind.REGISTRATION]))
def test_any_text_is_named_or_not_and_never_more_than_sure(text: str, value: str, kind: Kind) -> None:
    found = placed_label(text, kind, value, "unit")
    assert found is None or 0 < found.sure <= 1


@pytest.mark.parametrize(
    ("text", "value", "kind", "key"),
    [
        ("Hälsouppgifter till matchning", "Jag samtycker", Kind.REGISTRATION, "consent_matching"),
        ("Matchning på hälsa", "Ja, jag samtycker", Kind.REGISTRATION, "consent_matching"),
        ("Bilder", "Jag samtycker", Kind.REGISTRATION, None),
        ("Vem bär på erfarenheten?", "Närstående", Kind.REGISTRATION, "perspectives"),
        ("Jag kan medverka", "Dagtid på vardagar", Kind.REGISTRATION, "availability"),
        ("Från", "Boendet Exempelgården, demensenheten", Kind.REQUEST, "unit"),
        ("Från", "kim@exempel.example", Kind.REQUEST, None),
        ("Börjar", "kl. 9.15", Kind.REQUEST, "_time"),
        ("Slutar", "16:30", Kind.REQUEST, "_time_end"),
        ("Börjar", "4 maj", Kind.REQUEST, "_date"),
    ],
)
def test_label_and_value_are_read_together(text: str, value: str, kind: Kind, key: str | None) -> None:
    found = placed_label(text, kind, value)
    assert (found.key if found else None) == key


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("Förfrågan skickas av", Kind.REQUEST, "contact_name"),
        ("Vem kan man fråga?", Kind.REQUEST, "contact_name"),
        ("Ansvarig vårdgivare", Kind.REQUEST, "organisation"),
        ("Projekt (rubrik)", Kind.REQUEST, "title"),
        ("Uppdrag (kort beskrivning)", Kind.REQUEST, "description"),
        ("Vad ska den som deltar göra?", Kind.REQUEST, "description"),
        ("I övrigt deltar", Kind.REQUEST, "other_participants"),
        ("Form av ersättning", Kind.REQUEST, "reimbursement"),
        ("Jag hjälper gärna till med", Kind.REGISTRATION, "activities"),
        ("När går det bäst?", Kind.REGISTRATION, "availability"),
        ("Stöd jag har nu", Kind.REGISTRATION, "care_met"),
    ],
)
def test_forms_ask_in_their_own_words(text: str, kind: Kind, key: str) -> None:
    found = placed_label(text, kind)
    assert found is not None
    assert (found.key, found.sure >= BAR) == (key, True)


def test_a_role_beside_the_contact_is_the_work_of_the_one_who_asks() -> None:
    found = placed_label("Roll", Kind.REQUEST, "fysioterapeut", "contact_phone")
    assert found is None or found.key == "_other"
