"""Refusals of a kind of participation, told from smaller wishes."""

import pytest

from medverkan.matching.activities import AUDIT, COUNCIL, FOCUS, INTERVIEW, REVIEW, STEERING, TEACH, TELL, fit, sought
from medverkan.matching.refusals import refusals, refuses


@pytest.mark.parametrize(
    ("unwilling", "kinds"),
    [
        ("Vill inte stå inför folk", {TELL, TEACH}),
        ("Prata inför stora grupper", {TELL, TEACH}),
        ("Inga intervjuer", {INTERVIEW}),
        ("Inte i råd eller nämnder", {COUNCIL, STEERING}),
        ("Vill inte sitta i möten", {COUNCIL, STEERING}),
        ("inga gruppsamtal", {FOCUS}),
        ("Vill inte besöka andra boenden", {AUDIT}),
        ("Telefonintervju", set()),
        ("Helst inte stora möten", set()),
        ("Inget särskilt", set()),
        ("", set()),
        ("Videomöten", set()),
    ],
)
def test_a_refusal_is_of_a_kind_of_participation(unwilling: str, kinds: set[str]) -> None:
    assert refusals(unwilling).kinds == kinds


@pytest.mark.parametrize(
    ("unwilling", "activity", "place", "stops"),
    [
        ("Ingen telefon", "Intervju", "Hemma hos personen", False),
        ("Ingen telefon", "Telefonintervju", "", True),
        ("Inget med datorer", "Test av ny app", "Kalmar", True),
        ("Inget med datorer", "Granska broschyr", "Hemma", False),
        ("Inte stora grupper", "Fokusgrupp", "Kalmar", False),
        ("Bli filmad", "Film om bemötande", "Kalmar", True),
    ],
)
def test_a_wish_stops_only_what_is_exactly_that(unwilling: str, activity: str, place: str, stops: bool) -> None:
    assert refuses(refusals(unwilling), sought(activity, ""), activity, place) is stops


@pytest.mark.parametrize(
    ("ticked", "suits"),
    [
        (("Fokusgrupp",), 1.0),
        (("Intervju",), 0.95),
        (("Det mesta",), 1.0),
        ((), 1.0),
        (("Styrgrupp",), 0.0),
    ],
)
def test_neighbouring_kinds_count_nearly_as_ticked(ticked: tuple[str, ...], suits: float) -> None:
    assert fit(frozenset({FOCUS}), ticked) == suits


def test_the_head_of_the_activity_field_decides() -> None:
    assert sought("Granska digital tjänst (användartest)", "Berätta i fokusgrupp") == {REVIEW}


@pytest.mark.parametrize(
    ("unwilling", "activity", "place", "stops"),
    [
        ("Jag pratar ogärna i grupp", "Fokusgrupp", "Kalmar", True),
        ("Grupper", "Fokusgrupp", "Kalmar", True),
        ("Vill bara träffas en och en", "Fokusgrupp", "Kalmar", True),
        ("Bara enskilda samtal, ej grupp", "Fokusgrupp", "Teams", True),
        ("Inga fler intervjuer, har gjort så många", "Intervju", "Kalmar", True),
        ("Intervjuer via telefon", "Intervju", "Kalmar, på plats", False),
        ("Intervjuer via telefon", "Intervju per telefon", "telefon", True),
        ("Ingenting med blanketter eller papper", "Enkät", "Hemma", True),
        ("Läsa långa texter, jag har dyslexi", "Granska informationsmaterial", "Hemma", True),
        ("Läsa långa texter, jag har dyslexi", "Fokusgrupp", "Kalmar", False),
        ("Sitta i långa möten", "Fokusgrupp", "Kalmar", False),
        ("Långa möten, max en timme", "Brukarråd", "Kalmar", False),
        ("Inga styrelser eller kommittéer", "Vara medlem i ledningsgrupp", "Kalmar", True),
        ("Vill inte sitta med chefer", "Vara medlem i ledningsgrupp", "Kalmar", True),
        ("Föreläsa", "Föreläsning för studenter", "Kalmar", True),
        ("Hålla föredrag", "Berätta om sina erfarenheter", "Kalmar", True),
        ("Prata om min barndom", "Berätta om sina erfarenheter", "Kalmar", False),
        ("Berätta om självmordsförsöket", "Fokusgrupp", "Kalmar", False),
        ("Åka buss", "Fokusgrupp", "Kalmar", False),
        ("Jag är rädd för att tala inför många", "Utbildningsinsats", "Kalmar", True),
        ("Bli inspelad", "Intervju", "Kalmar", False),
        ("Delta i forskning", "Forskningsprojekt", "Kalmar", True),
        ("Vara försökskanin", "Forskningsprojekt", "Kalmar", True),
        ("Testa appar", "Granska digital tjänst", "Hemma", True),
        ("Granska andra boenden", "Brukarrevision", "Kalmar", True),
        ("Anställa folk", "Rekrytering", "Kalmar", True),
        ("Sitta med vid anställningsintervjuer", "Rekrytering", "Kalmar", True),
        ("Gå igenom händelser där något gått fel", "Händelseanalys", "Kalmar", True),
        ("Projekt som aldrig blir klara", "Process- och projektplanering", "Kalmar", True),
        ("Politik", "Brukarråd", "Kalmar", False),
        ("Ingenting, allt känns bra", "Fokusgrupp", "Kalmar", False),
        ("Nej inget", "Intervju", "Kalmar", False),
        ("Det finns inget jag inte vill göra", "Fokusgrupp", "Kalmar", False),
        ("Inget jag kommer på, gillar grupper", "Fokusgrupp", "Kalmar", False),
        ("Kan tänka mig allt utom att stå på scen", "Föreläsning", "Kalmar", True),
        ("Kan tänka mig allt utom att stå på scen", "Fokusgrupp", "Kalmar", False),
        ("Tala inför fler än fem personer", "Utbildningsinsats för personal", "Kalmar", True),
        ("Stå på en estrad", "Föreläsning", "Kalmar", True),
        ("Videomöten, jag hör så dåligt", "Fokusgrupp", "Teams", True),
        ("Videomöten, jag hör så dåligt", "Fokusgrupp", "Kalmar", False),
        ("Digitala möten", "Intervju", "Enbart via Teams", True),
        ("Skriva", "Remissvar", "Hemma", True),
        ("Gruppövningar och rollspel", "Utbildningsinsats", "Kalmar", False),
        ("Träffa andra med samma sjukdom", "Fokusgrupp", "Kalmar", True),
        ("Möten över huvud taget, skriver hellre", "Fokusgrupp", "Kalmar", True),
        ("Möten över huvud taget, skriver hellre", "Framtagande av enkät", "Hemma", False),
        ("Vill inte hålla tal. Grupp går bra.", "Fokusgrupp", "Kalmar", False),
        ("Inte tala inför folk men kan svara på frågor i liten grupp", "Fokusgrupp", "Kalmar", False),
        ("Inte intervjuas av journalister", "Intervju", "Kalmar", False),
    ],
)
def test_what_people_write_stops_the_assignments_it_means(
    unwilling: str, activity: str, place: str, stops: bool
) -> None:
    assert refuses(refusals(unwilling), sought(activity, ""), activity, place) is stops
