"""Words as they are spoken, shortened or dictated are read as plain ones; names never are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.replies.everyday import everyday
from medverkan.mailbox.values import Action, Candidate, Stage

LISTED = [Candidate(at, name) for at, name in enumerate(("Tage Lindmark", "Moa Ström", "Siv Rask", "Ulf M Berg"), 1)]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("De ä la bara å köra på Moa", "det är väl bara att köra på Moa"),
        ("Siv svara int", "Siv svara inte"),
        ("OK m. 2 o. 3", "OK med 2 och 3"),
        ("Kör m 2", "Kör med 2"),
        ("1 t.o.m. 3", "1 t.o.m. 3"),
        ("övr. t. hösten", "övriga till hösten"),
        ("hon va int hemma", "hon var inte hemma"),
        ("de ska va bra", "de ska vara bra"),
        ("Siv ej int.", "Siv ej intresserad"),
        ("vi tar Moa punkt vi ses", "vi tar Moa. vi ses"),
        ("punkt 2 och 3", "punkt 2 och 3"),
        ("Bergh med ä", "Bergh med ä"),
        ("ringer opp na i kväll", "ringer upp henne i kväll"),
    ],
)
def test_everyday_spelling_is_put_into_plain_words(written: str, plain: str) -> None:
    assert everyday(written, frozenset()) == plain


def test_a_listed_name_is_left_as_it_is() -> None:
    assert everyday("Gla ringde", frozenset({"gla"})) == "Gla ringde"


@pytest.mark.parametrize(
    ("said", "picks"),
    [
        ("vi tar Tage Lind Mark och Moa", (1, 2)),
        ("jag sitter i bilen så det blir kort vi tar Moa och Siv punkt", (2, 3)),
        ("Dikterar det här så det kan bli konstigt. Moa tar vi.", (2,)),
        ("Ulf M. Berg blir bra", (4,)),
        ("Nu säjer vi Moa å Siv å sen ä de bra mä de", (2, 3)),
        ("ta int Tage, ta Siv", (3,)),
        ("Ok på Moa, övriga tackar vi för den här gången.", (2,)),
    ],
)
def test_people_are_picked_in_everyday_words(said: str, picks: tuple[int, ...]) -> None:
    assert decide(said, LISTED, Stage.PROPOSAL).picks == picks


def test_a_question_to_the_unit_is_asked_in_the_leads_own_words() -> None:
    found = decide("Fråga enheten om de ä hiss innan vi väljer", LISTED, Stage.PROPOSAL)
    assert found.action is Action.ASK
    assert "de ä hiss" in found.question


def test_a_place_among_people_that_were_just_named_is_asked_about() -> None:
    found = decide("Det står mellan Moa, Siv och Ulf, men jag tar de två första.", LISTED, Stage.PROPOSAL)
    assert found.action is Action.UNCLEAR


def test_initials_that_tell_two_people_apart_are_kept() -> None:
    found = decide("Ulf Berg", [Candidate(1, "Ulf M Berg"), Candidate(2, "Ulf K Berg")], Stage.PROPOSAL)
    assert found.action is Action.UNCLEAR


def test_a_listed_name_is_no_english_word() -> None:
    found = decide("Ja till Said", [Candidate(1, "Said Hersi"), Candidate(2, "Bo Ek")], Stage.PROPOSAL)
    assert found.picks == (1,)
    assert (
        decide("Stryk Said", [Candidate(1, "Said Hersi"), Candidate(2, "Bo Ek")], Stage.PROPOSAL).action
        is Action.UNCLEAR
    )


def test_a_place_in_a_list_is_nobody_where_nobody_is_listed() -> None:
    assert decide("Ja, den sista", [], Stage.PROPOSAL).action is Action.UNCLEAR


@given(st.text(max_size=300))
def test_any_text_is_put_into_plain_words(text: str) -> None:
    everyday(text, frozenset({"moa"}))
