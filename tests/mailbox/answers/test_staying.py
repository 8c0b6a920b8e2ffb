"""What a lead tells after the follow-up call: (said, expected), as written on 22 November 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.answers.staying import ASK_UNTIL, ASK_WHICH, Staying, staying_told

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "said",
    [
        "FORTSÄTTER", "ja", "Ringt, hon vill fortsätta", "aktiv fortsätter", "står kvar", "aktiv",
        "Pratade med Rut. Hon vill gärna vara kvar i banken.", "han vill inte sluta utan vara kvar",
        "hon är kvar men vill inte delta på kvällar", "inget nytt, med som förut",
        "Hon är nöjd och vill ha fler uppdrag", "jajamen hon kör på", "kvar!", "går i pension men vill vara med",
        "vill inte vara med på kvällar men fortsätter annars", "slutar jobba i maj men vill fortsätta här",
    ],
)  # fmt: skip
def test_who_stays_stays(said: str) -> None:
    assert (staying_told(said, TODAY).what, staying_told(said, TODAY).question) == (Staying.STAYS, "")


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("VILAR TILL 1 mars", date(2027, 3, 1)),
        ("hon vill vila ett halvår, alltså i ett halvår", date(2027, 5, 22)),
        ("vilar i tre månader", date(2027, 2, 22)),
        ("vilar i 2 veckor", date(2026, 12, 6)),
        ("paus till mars", date(2027, 3, 1)),
        ("vilar till och med mars", date(2027, 3, 31)),
        ("orkar inte just nu, ring i mars", date(2027, 3, 1)),
        ("vilar i ett år", date(2027, 11, 22)),
    ],
)
def test_who_rests_rests_until_a_day(said: str, until: date) -> None:
    told = staying_told(said, TODAY)
    assert (told.what, told.until, told.question) == (Staying.RESTS, until, "")


@pytest.mark.parametrize("said", ["hon tar en paus till sommaren", "vila över jul", "vilar", "vilar till 1 mars 2020"])
def test_a_rest_without_a_day_is_asked_about(said: str) -> None:
    assert staying_told(said, TODAY).question == ASK_UNTIL


@pytest.mark.parametrize(
    "said",
    [
        "VILL SLUTA", "hon vill inte vara med längre", "vill inte fortsätta", "vill gå ur", "hon slutar",
        "orkar inte mer", "Vill inte bli uppringd fler gånger", "har flyttat till Skåne och kan inte längre",
        "ta bort henne", "orkar inte längre vara med", "Han har slutat.", "vill bli struken",
    ],
)  # fmt: skip
def test_who_leaves_is_understood(said: str) -> None:
    assert (staying_told(said, TODAY).what, staying_told(said, TODAY).question) == (Staying.LEAVES, "")


@pytest.mark.parametrize(
    "said",
    ["vill sluta eller vila till 1 mars", "hon kanske vill sluta", "vet inte om hon vill fortsätta",
     "vill inte fortsätta men står kvar"],
)  # fmt: skip
def test_what_could_be_two_things_is_asked_about(said: str) -> None:
    assert staying_told(said, TODAY).question == ASK_WHICH


@pytest.mark.parametrize(
    "said",
    [
        "hon orkar inte mer idag, ring i morgon",
        "han avled i somras",
        "tveksam, ring efter nyår",
        "",
        "nej",
        "Svarade inte",
        "Vill hon sluta?",
        "hon har slutat röka",
        "vill inte ha uppdrag före jul",
    ],
)
def test_other_words_tell_nothing(said: str) -> None:
    told = staying_told(said, TODAY)
    assert (told.what, told.question) == (None, "")


@given(st.text(max_size=300))
def test_no_text_is_too_strange(said: str) -> None:
    told = staying_told(said, TODAY)
    assert told.until is None or told.until > TODAY
