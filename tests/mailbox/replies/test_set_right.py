"""What is set right, put aside or said by the way in a reply that is clear otherwise."""

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Decision, Outcome, Stage

PEOPLE = tuple(
    Candidate(number, name)
    for number, name in enumerate(("Gunvor Fritz", "Hasse Modin", "Ines Rahm", "Kent Ljungby", "Moa Stigson"), start=1)
)


def proposal(words: str) -> Decision:
    return decide(words, PEOPLE, Stage.PROPOSAL)


@pytest.mark.parametrize(
    "words",
    [
        "Ta Gunvor och Ines. Mötet är i rum 4 nu, inte rum 2.",
        "1 och 3 blir bra. Vi ses på torsdag, inte på onsdag som det stod.",
        "1 och 3. Obs att vi ses i aulan, inte i konferensrummet.",
    ],
)
def test_the_inte_of_a_place_or_a_day_refuses_nobody(words: str) -> None:
    assert proposal(words).picks == (1, 3)


def test_who_stands_between_those_chosen_may_wait() -> None:
    assert proposal("Den första och den sista, tack. De däremellan får vänta till våren.").picks == (1, 5)
    assert proposal("Alla får vänta till våren.").action is not Action.APPROVE


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("Ingen av dem passar. Du behöver inte leta vidare, vi löser det själva.", Action.REJECT_ALL),
        ("Nej till alla fem. Leta inte vidare tack.", Action.REJECT_ALL),
        ("Nej till alla fem. Leta vidare tack!", Action.MORE),
        ("Nej till alla fem. De vill ha folk med egen afasi, har vi såna?", Action.MORE),
        ("Nej till alla fem. Se om du hittar någon.", Action.MORE),
    ],
)
def test_a_no_to_all_wishes_for_more_only_where_it_says_so(words: str, action: Action) -> None:
    assert proposal(words).action is action


@pytest.mark.parametrize(
    "words",
    [
        "ja till 1, 2 och 5. oj förlåt, inte 2, ska vara 3",
        "1, 2 och 5. Förlåt, inte 2 utan 3.",
        "Gunvor, Hasse och Moa. Oj fel, inte Hasse, det ska vara Ines.",
    ],
)
def test_one_of_those_chosen_is_changed_for_another(words: str) -> None:
    assert proposal(words).picks == (1, 3, 5)


@pytest.mark.parametrize("name", ["Kent", "Bertil", "Moa Stigson"])
def test_who_writes_is_not_chosen(name: str) -> None:
    assert proposal(f"Hej, {name} här. Jag vikarierar den här veckan. Ta 1 och 3.").picks == (1, 3)


def test_a_place_that_was_talked_with_is_nobody() -> None:
    assert proposal("Nu har jag talat med Vimmerby, och Gunvor får gärna vara med.").picks == (1,)
    assert proposal("Nu har jag talat med Vimmerby, han får gärna vara med.").action is Action.UNCLEAR


def test_they_are_both_who_were_named_before_a_semicolon() -> None:
    decision = proposal("Ta Ines. Hasse sitter i andra grupper och Kent bor långt bort; dem går vi inte vidare med.")
    assert (decision.picks, decision.rejects) == ((3,), (2, 4))


def test_hours_of_calls_are_no_people() -> None:
    decision = decide("Hasse ringt 8.15 och 4, ingen lyfte", PEOPLE, Stage.CALLS)
    assert decision.action is Action.UNCLEAR
    decision = decide("Hasse ringt 8.15 och 13, ingen lyfte", PEOPLE, Stage.CALLS)
    assert decision.outcomes == {2: Outcome.NO_ANSWER}


def test_what_is_told_once_more_behind_a_swap_is_the_last_word() -> None:
    told = "1 och 2 ja, 3 nej. Oj, tvärtom för 1 och 3! "
    decision = decide(told + "Alltså 1 nej, 2 ja, 3 ja.", PEOPLE, Stage.CALLS)
    assert decision.outcomes == {1: Outcome.DECLINED, 2: Outcome.ACCEPTED, 3: Outcome.ACCEPTED}
    assert decide(told + "Alltså 1 nej.", PEOPLE, Stage.CALLS).action is Action.UNCLEAR
