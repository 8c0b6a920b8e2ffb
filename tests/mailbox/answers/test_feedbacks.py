"""What units and participants write about how an assignment went, as they write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.answers.each_person import Told
from medverkan.mailbox.answers.feedbacks import feedback_of, heard_back

NAMES = ("Ellen", "Hugo")
YES, NO, NOT_YET = Told.YES, Told.NO, Told.NOT_YET


@pytest.mark.parametrize(
    ("said", "told_back", "led_to", "told"),
    [
        ("1. Ja, vi ringde båda i förrgår.\n2. Vi börjar med fasta grupper i april.",
         "Ja, vi ringde båda i förrgår.", "Vi börjar med fasta grupper i april.", {0: YES, 1: YES}),
        ("1) Nej inte än 2) Nya stolar", "Nej inte än", "Nya stolar", {0: NOT_YET, 1: NOT_YET}),
        ("Fråga 1: Ellen ja, Hugo inte\nFråga 2: Vi har ändrat kallelsen.",
         "Ellen ja, Hugo inte", "Vi har ändrat kallelsen.", {0: YES, 1: NO}),
        ("2. Ny skylt vid entrén", "", "Ny skylt vid entrén", {}),
        ("Ja, vi har ringt båda. Vi ändrar rutinen.",
         "Ja, vi har ringt båda.", "Vi ändrar rutinen.", {0: YES, 1: YES}),
        ("Hej!\n\nVi har mejlat Ellen och Hugo ett tack. Deras synpunkter ledde till att vi gör om broschyren. "
         "Den är klar i maj.",
         "Vi har mejlat Ellen och Hugo ett tack.",
         "Deras synpunkter ledde till att vi gör om broschyren. Den är klar i maj.", {0: YES, 1: YES}),
        ("Vi bygger om väntrummet efter deras råd. Vi har berättat det för Ellen men inte för Hugo än.",
         "Vi har berättat det för Ellen men inte för Hugo än.", "Vi bygger om väntrummet efter deras råd.",
         {0: YES, 1: NOT_YET}),
        ("Ja", "Ja", "", {0: YES, 1: YES}),
        ("De fick återkoppling på plats. Inget konkret har hänt än.", "De fick återkoppling på plats.",
         "Inget konkret har hänt än.", {0: YES, 1: YES}),
        ("Ellen har vi ringt. Hugo har vi inte fått tag på.", "Ellen har vi ringt. Hugo har vi inte fått tag på.", "",
         {0: YES, 1: NO}),
        ("Återkopplat: ja\nLett till: ny broschyr", "Återkopplat: ja", "Lett till: ny broschyr", {0: YES, 1: YES}),
        ("Nej, det har vi inte gjort.", "Nej, det har vi inte gjort.", "", {0: NO, 1: NO}),
        ("Vi ska återkoppla nästa vecka.", "Vi ska återkoppla nästa vecka.", "", {0: NOT_YET, 1: NOT_YET}),
        ("Det har lett till en ny rutin för inskrivning.", "", "Det har lett till en ny rutin för inskrivning.", {}),
    ],
)  # fmt: skip
def test_the_two_answers_are_read_apart(said: str, told_back: str, led_to: str, told: dict[int, Told]) -> None:
    found = feedback_of(said, NAMES)
    assert (found.told_back, found.led_to, dict(found.told.of)) == (told_back, led_to, told)
    assert found.is_held


def test_what_answers_neither_is_kept_as_it_stands() -> None:
    found = feedback_of("Det gick jättebra med Ellen och Hugo.", NAMES)
    assert (found.told_back, found.led_to) == ("", "")
    assert found.rest == "Det gick jättebra med Ellen och Hugo."


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("Uppdraget blev inte av.", False),
        ("Mötet blev tyvärr inte av eftersom för få kunde.", False),
        ("Vi ställde in.", False),
        ("Ja, vi har ringt båda. Vi ändrar rutinen.", True),
        ("Det blev inte så många ändringar.", True),
    ],
)
def test_an_assignment_that_never_came_about_is_noticed(said: str, held: bool) -> None:
    assert feedback_of(said, NAMES).is_held is held


def test_one_of_several_who_did_not_come_is_no_reason_to_ask_nothing_about_the_others() -> None:
    assert feedback_of("Ellen dök inte upp.", NAMES).is_held
    assert not feedback_of("Ellen dök inte upp.", NAMES[:1]).is_held


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Ja", YES),
        ("Ja tack, det har jag fått", YES),
        ("Ja, de ringde i går och berättade.", YES),
        ("Jag har fått ett mejl från dem", YES),
        ("Nej", NO),
        ("Nej inget alls", NO),
        ("Jag har inte hört något.", NO),
        ("Inte ett ljud!", NO),
        ("Nej inte än", NOT_YET),
        ("Inte än men de har lovat att ringa", NOT_YET),
    ],
)
def test_a_participant_answers_in_few_words(said: str, told: Told) -> None:
    found = heard_back(said)
    assert found.of == {0: told}
    assert not found.rest


@pytest.mark.parametrize(
    "said",
    ["Ja. Men jag har inte fått mitt arvode, vem ringer jag?", "Jag var sjuk och kunde inte vara med", "Vet inte"],
)
def test_what_a_participant_writes_beside_is_for_a_person(said: str) -> None:
    found = heard_back(said)
    assert found.rest or found.unclear


@given(st.text(max_size=400))
def test_reading_is_total_and_loses_no_words(words: str) -> None:
    found = feedback_of(words, NAMES)
    heard_back(words)
    if words.strip() and not (found.told_back or found.led_to or found.rest):
        assert len(words.split()) < 60
