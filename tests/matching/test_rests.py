"""A rest said in words, told from hours, holidays and pauses."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.matching.rests import rest_of, resting

NOW = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("Hör inte av er före oktober 2027, sedan går det bra", date(2027, 10, 1)),
        ("Jag har dragit mig undan ett tag. Hör INTE av er före augusti", date(2027, 8, 1)),
        ("Kontakta mig inte förrän i mars.", date(2027, 3, 1)),
        ("Kan tidigast i april, då är jag klar med behandlingen", date(2027, 4, 1)),
        ("Tar en paus till och med februari 2027", date(2027, 3, 1)),
        ("Vilar till 15 januari 2027", date(2027, 1, 15)),
        ("Först efter sommaren", date(2027, 9, 1)),
        ("Inte aktuellt förrän efter årsskiftet", date(2027, 1, 1)),
        ("Ring inte före nyår", date(2027, 1, 1)),
        ("Gör uppehåll till hösten", date(2027, 9, 1)),
        ("Ledig från uppdrag till vecka 10 2027", date(2027, 3, 8)),
        ("Återkom efter påsk 2027", date(2027, 3, 29)),
        ("Från och med 1 maj 2027, inte innan dess", date(2027, 5, 1)),
        ("Pausar tills 2027-08-15", date(2027, 8, 15)),
        ("Vill vara ifred till våren", date(2027, 3, 1)),
        ("Orkar inte just nu, hör av er 2028", date(2028, 1, 1)),
        ("Ingen kontakt före 1/6 2027 tack", date(2027, 6, 1)),
        ("Inga uppdrag innan augusti", date(2027, 8, 1)),
        ("Kan från och med oktober 2027", date(2027, 10, 1)),
        ("Är borta hela vintern, hör av er i april", date(2027, 4, 1)),
        ("Tar paus tills vidare", date.max),
        ("Vill inte bli kontaktad just nu", date.max),
        ("Jag vilar tills vidare, hör av mig själv", date.max),
        ("Inte tillgänglig för tillfället", date.max),
        ("Jag ska opereras i januari, hör av er efter påsk", date(2027, 3, 29)),
        ("Lägg mig på is till september", date(2027, 9, 1)),
        ("Har fullt upp fram till midsommar, därefter ledig", date(2027, 6, 20)),
        ("Vill ta det lugnt ett tag. Kontakta mig tidigast 1 april", date(2027, 4, 1)),
        ("Ej tillgänglig före 15 mars 2027", date(2027, 3, 15)),
        ("Pausa mig tills vidare", date.max),
        ("Jag tar en paus.", date.max),
        ("Ta inte kontakt innan jag hört av mig", date.max),
    ],
)
def test_a_rest_said_in_words_lasts_until_its_date(said: str, until: date) -> None:
    rest = resting(said)
    assert rest is not None
    assert rest.until(NOW) == until


@pytest.mark.parametrize(
    "said",
    [
        "",
        "Dagtid, ej måndagar",
        "Inte före klockan 10",
        "Inte före 10",
        "Ring inte före nio",
        "Behöver vila mellan passen",
        "Jag vilar efter lunch, annars går det bra",
        "Efter middagsvilan, alltså efter två",
        "Inte i juli",
        "Helst efter klockan 15",
        "Kan inte i september, då är vi bortresta",
        "Dagtid, inte tentaveckor",
        "Efter skolan",
        "Från tisdag till torsdag",
        "Orkar en halvtimme i taget, sedan paus",
        "Behöver pauser",
        "Kvällar. Ring gärna efter 16",
        "Sjukskriven till och med mars men kan vara med ändå",
        "När som helst, även sommaren",
        "Vill gärna komma igång efter ett långt uppehåll",
        "Inte helger just nu",
        "Just nu går förmiddagar bäst",
        "Höst och vinter, på sommaren är jag på Öland",
        "Helst från mars och framåt",
        "Tisdagar före 12, inte före 10",
        "Kan inte efter april",
        "Ledig måndagar till och med maj",
        "Efter jul går bra också",
        "Dagtid, inte juli och augusti",
        "Behöver paus var tjugonde minut",
        "Är i Spanien januari till mars",
        "Alla dagar från januari",
        "Ring först, jag hör dåligt",
        "Inga uppdrag efter klockan 16 till vardags",
        "Mars och april går bra",
        "Reser till Spanien i februari, inte då",
    ],
)
def test_hours_pauses_and_holidays_are_no_rest(said: str) -> None:
    assert resting(said) is None


def test_a_rest_named_without_its_year_counts_from_the_day_it_was_said() -> None:
    rest = resting("Hör inte av er före september")
    assert rest is not None
    assert rest.until(date(2026, 3, 1)) == date(2026, 9, 1)
    assert rest.until(date(2026, 10, 1)) == date(2027, 9, 1)


@given(st.text(max_size=120), st.dates(min_value=date(2020, 1, 1), max_value=date(2090, 1, 1)))
def test_any_words_can_be_read(said: str, day: date) -> None:
    if rest := resting(said):
        assert rest.until(day) is not None


@pytest.mark.parametrize(
    ("story", "until"),
    [
        ("Opererad i ryggen i höst så jag vilar och vill inte bli uppringd förrän i juni 2027, sedan gärna.",
         date(2027, 6, 1)),
        ("Jag har haft KOL i tio år. Hör av er tidigast i mars. Sedan går det bra.", date(2027, 3, 1)),
        ("Jag fick vänta till våren på att bli uppringd av kuratorn.", None),
        ("Utbränd 2021, orkade inte något förrän sommaren efter. Vilar mycket till och med nu.", None),
        ("Ingen kontaktade mig före operationen i maj.", None),
        ("Jag blev uppringd först i maj.", None),
        ("De skulle höra av sig tidigast i mars, sa de.", None),
        ("Mottagningen ringde inte förrän i april.", None),
        ("Jag vilar tills vidare från jobbet på grund av ryggen.", None),
    ],
)  # fmt: skip
def test_in_a_story_only_a_wish_about_being_in_touch_is_a_rest(story: str, until: date | None) -> None:
    rest = rest_of((), story)
    assert (rest.until(NOW) if rest else None) == until
