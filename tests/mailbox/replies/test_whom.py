"""Whom a reply means: who is left out, between whom it chooses, on whom "henne" leans, and who only signs it."""

import pytest

from medverkan.mailbox.mime import parse
from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.replies.own_words import own_words
from medverkan.mailbox.values import Action, Candidate, Stage

PEOPLE = tuple(
    Candidate(number, name)
    for number, name in enumerate(["Signe Ahl", "Olof Brink", "Vendela Fors", "Yusuf Demir", "Inga Moberg"], start=1)
)


def picked(words: str) -> tuple[int, ...] | Action:
    decision = decide(words, PEOPLE, Stage.PROPOSAL)
    return decision.picks if decision.action is Action.APPROVE else decision.action


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Signe utan Olof", (1,)),
        ("Alla utan Olof", (1, 3, 4, 5)),
        ("Alla. Olof undantagen.", (1, 3, 4, 5)),
        ("Inte Signe utan Olof", (2,)),
        ("Vi klarar oss utan Olof", Action.UNCLEAR),
    ],
)
def test_without_somebody_leaves_them_out_and_after_a_denial_chooses_them(
    words: str, meant: tuple[int, ...] | Action
) -> None:
    assert picked(words) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Av Signe och Vendela tar jag Vendela.", (3,)),
        ("Av Vendela och Signe tar jag den förra.", (3,)),
        ("Av Vendela och Signe tar jag den första.", Action.UNCLEAR),
        ("T.o.m. trean", (1, 2, 3)),
        ("fr.o.m. 3", (3, 4, 5)),
        ("Till och med Olof", Action.UNCLEAR),
    ],
)
def test_the_former_is_the_former_of_the_reply_and_a_range_goes_to_the_end_of_the_list(
    words: str, meant: tuple[int, ...] | Action
) -> None:
    assert picked(words) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Signe har jobbat med Olof och Yusuf. Henne tar vi.", (1,)),
        ("Signe är bättre än Vendela. Kör på henne.", (1,)),
        ("Signe har jobbat med Vendela. Henne tar vi.", Action.UNCLEAR),
        ("Vendela är sjuk. Vi tar Signe, ring henne.", (1,)),
    ],
)
def test_a_pronoun_is_no_more_likely_whoever_was_named_last(words: str, meant: tuple[int, ...] | Action) -> None:
    assert picked(words) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Har du några fler?\n\nSigne", Action.MORE),
        ("Vi väntar med den här till januari.\n\nSigne", Action.PAUSE),
        ("Återkommer\nSigne", Action.UNCLEAR),
        ("Olof tack\n\nSigne", Action.UNCLEAR),
        ("Olof.\n\nTack på förhand, Signe", (2,)),
        ("Olof\nSigne", (1, 2)),
        ("Vi tar\n\nSigne", (1,)),
        ("Chefen Signe gav tummen upp för Vendela så kör på henne.", (3,)),
        ("Signe på enheten tar det här ärendet nu.", Action.UNCLEAR),
    ],
)
def test_a_name_that_signs_or_is_a_colleagues_chooses_nobody(words: str, meant: tuple[int, ...] | Action) -> None:
    assert picked(words) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Vi tar Inga.", (5,)),
        ("Inga Moberg", (5,)),
        ("Inga tack!", Action.UNCLEAR),
        ("Ja till 2. Inga fler behövs.", (2,)),
        ("Inga av dem passar.", Action.REJECT_ALL),
    ],
)
def test_a_name_that_is_a_word_too_is_told_by_its_capital(words: str, meant: tuple[int, ...] | Action) -> None:
    assert picked(words) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Signe ja, Olof nej, Vendela dito.", (1,)),
        ("Olof och som reserv Signe", (2,)),
        ("Signe el. Olof", Action.UNCLEAR),
        ("Ändra Signe till Olof", Action.UNCLEAR),
        ("Samma som Signe", Action.UNCLEAR),
    ],
)
def test_an_answer_told_of_another_is_read_with_it_or_asked_about(words: str, meant: tuple[int, ...] | Action) -> None:
    assert picked(words) == meant


@pytest.mark.parametrize(
    "sender",
    ['"Lind, Signe (RKL)" <s@region.example>', "signe.lind@region.example", "Signe Lind / Syd <s@region.example>"],
)
def test_the_writers_own_name_is_taken_off_however_the_sender_is_written(sender: str) -> None:
    raw = f"From: {sender}\nSubject: Sv\nContent-Type: text/plain; charset=utf-8\n\nOlof tack\n\nSigne\n"
    assert own_words(parse(raw.encode())) == "Olof tack"
