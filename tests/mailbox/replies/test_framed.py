"""What in a report of calls tells of no call is taken out before it is acted on; what does tell stays."""

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Stage
from tests.mailbox.replies.test_spoken_calls import told

LISTED = (Candidate(1, "Vera Sund"), Candidate(2, "Mats Ekberg"), Candidate(3, "Rania Aziz"))
ALONE = (Candidate(1, "Vera Sund"),)


@pytest.mark.parametrize(
    "words",
    [
        "Veras systerson är med",
        "Mats svåger tackade nej",
        "Svärmor till Rania vill inte",
        "En bekant till Vera ställer upp",
        "Rania tipsade om någon som gärna är med",
        "Jag talade med Veras moster. Hon tackade nej.",
    ],
)
def test_what_somebody_elses_relative_or_friend_answers_is_not_recorded(words: str) -> None:
    assert decide(words, LISTED, Stage.CALLS).action is Action.UNCLEAR


@pytest.mark.parametrize(
    "words",
    [
        "Enheten önskar att Rania är med",
        "Meningen är att Vera ska vara med",
        "Det är inte säkert att Mats är med",
        "Det var inte Rania som ville vara med",
        "Jag bad Vera ställa upp",
        "Vera är nervös för att vara med",
        "Har Rania sagt nej",
        "Fick ni ja från Mats",
        "Blev det nej från Vera",
    ],
)
def test_a_wish_a_denial_or_a_question_is_no_answer(words: str) -> None:
    assert decide(words, LISTED, Stage.CALLS).action is Action.UNCLEAR


@pytest.mark.parametrize(
    "words",
    [
        "Vera är med så snart hon är utskriven",
        "Mats vill men hans fru vägrar",
        "Rania ja. Det hänger på bussen.",
        "Vera ja, ska bekräfta på måndag",
        "Mats är med. Han har skyddade uppgifter.",
        "Rania sa nästan ja",
    ],
)
def test_a_yes_that_hangs_on_something_is_no_full_yes(words: str) -> None:
    assert told(decide(words, LISTED, Stage.CALLS)) in {"u", "o 1?", "o 2?", "o 3?"}


@pytest.mark.parametrize("words", ["Okej!", "Ok, tack", "Ja, jag har hennes adress.", "Visst, jag kollar.", "Absolut"])
def test_with_one_person_on_the_list_a_word_to_the_letter_itself_is_no_answer_of_theirs(words: str) -> None:
    assert decide(words, ALONE, Stage.CALLS).action is Action.UNCLEAR


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("Veras svar är ja", "o 1+"),
        ("Pratade först med Veras dotter, men Vera är med", "o 1+"),
        ("Mats fru svarade, han är i stallet. Jag försöker i morgon.", "o 2/"),
        ("Rania vill gärna vara med", "o 3+"),
        ("Mats kan därför inte medverka", "o 2-"),
        ("Vera är tacksam för att få vara med", "o 1+"),
        ("Rania tackade ja fast hennes man var emot det", "o 3+"),
        ("Jag lyckades övertala Vera att vara med", "o 1+"),
    ],
)
def test_what_is_told_beside_it_is_still_read(words: str, right: str) -> None:
    assert told(decide(words, LISTED, Stage.CALLS)) == right
