"""A list of people is read by its heading: who stands under "Passar inte" is no pick."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.replies.headed import as_sentences
from medverkan.mailbox.values import Action, Candidate, Outcome, Stage

NAMES = ("Barbro Hägg", "Samir Nasser", "Ulf Torell", "Malin Brandt", "Ester Quist", "Dragan Ilic")
LISTED = [Candidate(at, name) for at, name in enumerate(NAMES, 1)]
YES, NO, SILENT, LATER = Outcome.ACCEPTED, Outcome.DECLINED, Outcome.NO_ANSWER, Outcome.CALL_AGAIN


@pytest.mark.parametrize(
    ("said", "picks"),
    [
        ("JA\n1\n2\n\nNEJ\n3\n4\n5\n6", (1, 2)),
        ("Ja tack till:\n- Barbro\n- Samir\n\nNej tack till:\n- Ulf\n- Malin", (1, 2)),
        ("Ja till Barbro och Samir.\n\nNej till\n- Ulf\n- Malin", (1, 2)),
        ("Mina val\nUlf\nEster\n\nReserver\nMalin\nDragan", (3, 5)),
        ("Bortvalda: 1, 2, 3. Kvar: 4, 5.", (4, 5)),
        ("Passar:\nBarbro\nEster\n\nPassar inte:\nSamir\nUlf\nMalin", (1, 5)),
        ("Ja: Ulf (kan allt om dialys)\nNej: Samir (bor för långt bort)", (3,)),
        ("Hej!\n\nVi går vidare med:\n1. Barbro\n2. Samir\n\nMvh Siv", (1, 2)),
        ("Ingen tvekan om saken: Ester.", (5,)),
    ],
)
def test_people_are_picked_from_the_lists_that_choose(said: str, picks: tuple[int, ...]) -> None:
    assert decide(said, LISTED, Stage.PROPOSAL).picks == picks


@pytest.mark.parametrize(
    "said",
    [
        "Nya: Malin, Ulf. Gamla: Barbro, Samir.",
        "Har redan uppdrag: Ulf, Malin. Har inget: Ester, Dragan",
        "Till dagmötet: Ulf. Till kvällsmötet: Ester.",
        "Kanske:\nUlf\nMalin",
        "Osäker på: Ulf, Malin",
    ],
)
def test_lists_whose_headings_say_something_else_are_asked_about(said: str) -> None:
    assert decide(said, LISTED, Stage.PROPOSAL).action is Action.UNCLEAR


@pytest.mark.parametrize(
    ("said", "outcomes"),
    [
        ("Ja:\nUlf\nMalin\n\nNej:\nEster\n\nEj svar:\nDragan", {3: YES, 4: YES, 5: NO, 6: SILENT}),
        ("JA\nUlf\nNEJ\nEster", {3: YES, 5: NO}),
        ("Kvar att ringa: Samir, Barbro\nJa: Ulf", {3: YES}),
        ("Vill tänka: Ulf. Klara: Malin, Ester", {3: LATER, 4: YES, 5: YES}),
        ("Tackat ja\n- Barbro (numret får lämnas ut)\nRing igen\n- Ulf, på torsdag", {1: YES, 3: LATER}),
    ],
)
def test_calls_are_told_in_lists_too(said: str, outcomes: dict[int, Outcome]) -> None:
    assert decide(said, LISTED, Stage.CALLS).outcomes == outcomes


@given(st.text(alphabet="JANEj:-\n12, Ulfmain.()", max_size=200), st.sampled_from(Stage))
def test_any_text_is_taken(text: str, stage: Stage) -> None:
    as_sentences(text, LISTED, stage)
