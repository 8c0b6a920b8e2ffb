"""Many short replies, as busy people write them, each with what a careful colleague would read in it.

A row is "meaning | list of people | words", with "/" between meanings where either is right. Picks are "1,3"; calls are
"1j 2n 3- 4å": yes, no, no answer, call again. Where a plain answer may still be asked back, "unclear" stands last.
"""

from pathlib import Path

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Decision, Stage

FIVE = tuple(
    Candidate(number, name)
    for number, name in enumerate(
        ("Margareta Sandin", "Jamal Haddad", "Kerstin Ahlgren", "Tobias Fors", "Linnea Wikman"), start=1
    )
)
PEOPLE = {
    "five": FIVE,
    "four": FIVE[:4],
    "six": tuple(
        Candidate(number, name)
        for number, name in enumerate(
            ("Maj Lundberg", "Bo Ek", "Per-Olof Sten", "Nour Al-Sayed", "Björn Dahl", "Stina Vik"), start=1
        )
    ),
    "namesakes": (
        Candidate(1, "Eva Lind"),
        Candidate(2, "Karl Eriksson"),
        Candidate(3, "Eva Bergman"),
        Candidate(4, "Karin Erlandsson"),
    ),
    "seven": tuple(
        Candidate(number, name)
        for number, name in enumerate(
            (
                "Birgitta Malm",
                "Ali Hosseini",
                "Ann-Sofie Brandt",
                "Lennart Krook",
                "Fatima Osman",
                "Sven-Erik Lund",
                "Moa Rydell",
            ),
            start=1,
        )
    ),
    "three": (Candidate(1, "Solveig Nyqvist"), Candidate(2, "Hamid Rezai"), Candidate(3, "Gun-Britt Ekdahl")),
    "two": (Candidate(1, "Rune Blad"), Candidate(2, "Ida Forslund")),
    "one": (Candidate(1, "Asta Lindell"),),
}
PROPOSALS = (
    "picks",
    "picks_few",
    "picks_told",
    "picks_told_2",
    "picks_told_3",
    "refusals",
    "wishes",
    "wishes_told",
    "unclear",
    "near_misses",
    "near_misses_2",
    "near_misses_3",
    "leftover",
    "ten_leads",
    "ten_leads_2",
    "ten_leads_3",
)
CALLS = (
    "calls_prose",
    "calls_prose_2",
    "calls",
    "calls_few",
    "calls_told",
    "calls_told_2",
    "calls_told_3",
    "calls_unclear",
    "calls_near_misses",
    "calls_near_misses_2",
    "calls_leftover",
    "calls_ten_leads",
)
SHORT = {"accepted": "j", "declined": "n", "no_answer": "-", "call_again": "å"}


def rows(*names: str) -> list[tuple[str, str, str]]:
    lines = "".join((Path(__file__).parent / "dialogues" / f"{name}.txt").read_text("utf-8") for name in names)
    parted = (line.split(" | ", 2) for line in lines.splitlines())
    return [(meaning, people, words.replace("\\n", "\n")) for meaning, people, words in parted]


def in_short(decision: Decision) -> str:
    if decision.action is Action.APPROVE:
        return ",".join(map(str, decision.picks))
    if decision.action is Action.OUTCOMES:
        return " ".join(f"{number}{SHORT[outcome]}" for number, outcome in decision.outcomes.items())
    return decision.action.value


@pytest.mark.parametrize(("meaning", "people", "words"), rows(*PROPOSALS))
def test_an_answer_to_a_proposal_is_read_as_a_colleague_would(meaning: str, people: str, words: str) -> None:
    assert in_short(decide(words, PEOPLE[people], Stage.PROPOSAL)) in meaning.split(" / ")


@pytest.mark.parametrize(("meaning", "people", "words"), rows(*CALLS))
def test_a_report_of_phone_calls_is_read_as_a_colleague_would(meaning: str, people: str, words: str) -> None:
    assert in_short(decide(words, PEOPLE[people], Stage.CALLS)) in meaning.split(" / ")
