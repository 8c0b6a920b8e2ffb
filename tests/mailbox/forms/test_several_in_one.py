"""Questions that ask for several fields, options, stamps and bare answers: what a box says beyond its label."""

from datetime import UTC, datetime

import pytest

from medverkan.mailbox.forms.finding.find import find
from medverkan.mailbox.forms.finding.rows import Row, gapped
from medverkan.mailbox.forms.finding.scoring import best_form
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.forms.naming.placing import consented
from medverkan.mailbox.forms.values.normalise import normalised
from medverkan.mailbox.values import Kind


def read(rows: list[Row]) -> dict[str, object]:
    found = best_form(Segment(tuple(rows)), "Formulär")
    assert found is not None
    assert found.kind is Kind.REQUEST
    return normalised(found.forms[0], Kind.REQUEST, None)[0]


def lines(text: str) -> list[Row]:
    return [Row((gapped(line),)) for line in text.split("\n")]


ASKED = """Vi svarar på det ni undrade:

1. Vilken mottagning gäller det, och vem är er huvudman?
Rehab Almby. Region Almland.
2. Vem är kontaktperson? Telefon och e-post.
Tova Almgård, 070-174 06 33, tova@almland.example
3. Vilken typ av medverkan, och vad ska personen göra?
En testpanel som provar vår nya träningsapp. Panelen träffas fyra gånger.
4. Vad är syftet?
Fler ska orka träna hemma.
5. Vilket perspektiv och vilken erfarenhet söker ni?
Patienter som har tränat hos oss efter en höftoperation.
6. Hur många personer?
fyra
7. När och var?
Torsdag 4 mars 2027 kl. 13, i sal 12 på Rehab. Resten bestämmer vi ihop.
"""


def test_a_question_may_ask_for_several_fields_that_one_text_answers() -> None:
    fields = read(lines(ASKED))
    assert (fields["unit"], fields["organisation"]) == ("Rehab Almby", "Region Almland")
    assert (fields["contact_name"], fields["contact_phone"]) == ("Tova Almgård", "+46701740633")
    assert fields["activity"] == "testpanel"
    assert str(fields["description"]).startswith("En testpanel som provar")
    assert fields["perspectives"] == ["patient"]
    assert fields["experience"] == "Patienter som har tränat hos oss efter en höftoperation."
    assert (fields["place"], fields["date_start"]) == ("i sal 12 på Rehab", "2027-03-04")


def test_a_bold_title_with_a_colon_is_no_label_among_bold_labels() -> None:
    pairs = (("Vår enhet", "Rehab Almby"), ("Huvudman", "Region Almland"), ("Önskat antal", "4"), ("Plats", "Sal 4"))
    rows = [Row(("Underlag: invånare i vårt arbete",), strong=True)]
    for label, value in pairs:
        rows += [Row((label,), strong=True), Row((value,))]
    entries = [entry for entry in find(rows, Kind.REQUEST) if entry.value]
    assert [entry.key for entry in entries] == ["unit", "organisation", "people_wanted", "place"]


def test_what_stands_beside_the_last_of_the_options_is_an_answer() -> None:
    rows = []
    for label, value in (("Enhet", "Rehab Almby"), ("Typ av medverkan", "Annat: gåtur"), ("Huvudman", "Region Almland"),
                         ("Perspektiv", "Brukare"), ("Antal deltagare", "6"), ("Plats", "Torget")):  # fmt: skip
        rows += [Row((label,), strong=True), Row((value,))]
    assert read(rows)["activity"] == "Annat: gåtur"


def test_options_to_choose_from_are_no_description_and_a_name_below_its_kind_is_the_organisation() -> None:
    fields = read([
        Row(("Enhet", "Rehab Almby"), 1), Row(("Huvudman", "☒ Region ☐ Kommun\nRegion Almland"), 1),
        Row(("Vad gäller det?", "☐ Forskning\n☒ Utvecklingsarbete"), 1), Row(("Beskrivning", "Vi gör om vår app."), 1),
        Row(("Syfte", "Fler ska orka"), 1), Row(("Tid i timmar", "1,5"), 1), Row(("Antal", "4"), 1),
    ])  # fmt: skip
    assert (fields["activity"], fields["description"]) == ("Utvecklingsarbete", "Vi gör om vår app.")
    assert (fields["organisation"], fields["minutes_per_occasion"]) == ("Region Almland", 90)


@pytest.mark.parametrize(
    ("label", "value", "key"),
    [
        ("Ja till sms", "Nej", "consent_sms"),
        ("Ja till att uppgifter om min hälsa registreras och används vid matchning", "Ja", "consent_matching"),
        ("Kontakt om uppdrag via e-post", "Ja", "consent_email"),
        ("Utskick", "Ja, jag vill få mejl om nya uppdrag", "consent_email"),
        ("Har du en diagnos?", "Ja", ""),
        ("Nyhetsbrev via e-post", "Ja", ""),
    ],
)
def test_a_bare_yes_is_a_consent_where_its_label_names_what_is_agreed_to(label: str, value: str, key: str) -> None:
    assert consented(label, Kind.REGISTRATION, value) == key


def test_whom_a_unit_seeks_tells_of_the_experience_where_nothing_else_does() -> None:
    rows = [
        Row(pair, 1)
        for pair in (
            ("Vi är", "Korttids Almby"), ("Vi tillhör", "Almby kommun"), ("Vi vill det för att", "Fler ska trivas"),
            ("Vi söker", "Tre föräldrar till barn som bor på korttids"), ("Vi ses", "2 mars 2027 kl. 9"),
            ("Vi håller till", "i Korttids kök"), ("Vi betalar", "arvode"),
        )
    ]  # fmt: skip
    fields = read(rows)
    assert fields["experience"] == "Tre föräldrar till barn som bor på korttids"
    assert (fields["perspectives"], fields["people_wanted"]) == (["närstående"], 3)
    assert (fields["date_start"], fields["purpose"]) == ("2027-03-02", "Fler ska trivas")


def test_a_unit_is_told_with_its_town_and_a_stamp_of_the_day_is_no_meeting() -> None:
    rows = [
        Row(pair, 1)
        for pair in (
            ("Tidpunkt", "2027-03-01 09:58"), ("Enhet/förvaltning", "Ögonkliniken, Almby"),
            ("Huvudman", "Region Almland"), ("Typ av medverkan", "Panel"), ("Antal", "4"), ("Syfte", "Kortare kö"),
            ("Aktivitetsdatum", "2027-04-18"), ("Aktivitetens starttid", "17:00"), ("Plats", "Entrén"),
        )
    ]  # fmt: skip
    found = best_form(Segment(tuple(rows)), "Formulär")
    assert found is not None
    fields = normalised(found.forms[0], Kind.REQUEST, datetime(2027, 3, 1, 10, tzinfo=UTC))[0]
    assert (fields["unit"], fields["organisation"]) == ("Ögonkliniken, Almby", "Region Almland")
    assert (fields["date_start"], fields["time_start"]) == ("2027-04-18", "17:00")


def test_filled_squares_among_open_ones_are_ticks() -> None:
    text = "Enhet: Rehab\nTyp av medverkan: □ Enkät ■ Intervju\nPerspektiv: ■ Brukare □ Patient\nAntal: 3\nSyfte: Ro"
    fields = read(lines(text))
    assert (fields["activity"], fields["perspectives"]) == ("Intervju", ["brukare"])


def test_labels_are_numbered_within_their_part() -> None:
    rows = [
        Row(pair, 1)
        for pair in (
            ("1. UPPDRAGSGIVARE", ""), ("1.1 Enhet", "Rehab Almby"), ("1.2 Namn", "Tova Almgård"), ("2. UPPDRAG", ""),
            ("2.1 Syfte", "Ro"), ("2.2 Hur kan man bidra?", "Gå en runda och fylla i en lista"), ("2.3 Antal", "3"),
            ("2.4 Plats", "Entrén"), ("2.5 Perspektiv", "Patient"), ("2.6 Erfarenhet", "Yrsel"),
        )
    ]  # fmt: skip
    fields = read(rows)
    assert (fields["unit"], fields["contact_name"]) == ("Rehab Almby", "Tova Almgård")
    assert fields["activity"] == "Gå en runda och fylla i en lista"


def test_who_gives_the_task_may_be_a_unit() -> None:
    pairs = (("Uppdragsgivare", "Kultur- och fritidsförvaltningen"), ("Kommun", "Almby"), ("Antal", "3"),
             ("Syfte", "Ro"), ("Plats", "Entrén"), ("Perspektiv", "Patient"))  # fmt: skip
    fields = read([Row(pair, 1) for pair in pairs])
    assert fields["unit"] == "Kultur- och fritidsförvaltningen"
    assert "contact_name" not in fields


def test_an_order_with_a_full_stop_is_a_label_among_numbered_ones() -> None:
    asked = ("1. Vad heter du?", "2. Vilket år är du född?", "3. I vilken kommun bor du?",
             "4. Beskriv kort din erfarenhet.", "5. Vad vill du delta i?")  # fmt: skip
    answers = ("Nadja Ek", "1988", "Nybro", "Har hemtjänst sedan i fjol. Min man har kol.", "Panel")
    text = "\n\n".join(f"{question}\n{answer}" for question, answer in zip(asked, answers, strict=True))
    entries = {entry.key: entry.value for entry in find(lines(text), Kind.REGISTRATION)}
    assert entries["experience"] == "Har hemtjänst sedan i fjol. Min man har kol."


def test_the_name_of_a_form_is_nothing_to_take_part_in() -> None:
    pairs = (("form", "Intresseanmälan"), ("förnamn", "Nadja"), ("kommun", "Nybro"), ("födelseår", "1988"),
             ("perspektiv", "Patient"), ("vill göra", "Panel"), ("Tillgänglighet", "Kvällar"))  # fmt: skip
    found = best_form(Segment(tuple(Row(pair, 1) for pair in pairs)), "Formulär")
    assert found is not None
    fields = normalised(found.forms[0], Kind.REGISTRATION, None)[0]
    assert (fields["activities"], fields["availability"]) == (["Panel"], "Kvällar")
