"""A proposal that lists nobody can be answered as its letter says: NEJ, FRÅGA or PAUS, and never by a pick."""

from pathlib import Path

import pytest

from medverkan.mailbox.mime import plain_text
from medverkan.storage.lifecycle import RequestState as State
from tests.bot.town import LEAD, UNIT, case_of, proposal, resident, town

STRANGERS = (resident("Egon", "Pihl", "070-174 06 35", **{"Vad har du erfarenhet av?": "Diabetes typ 1 sedan länge."}),)


@pytest.mark.parametrize(
    ("words", "state", "paused", "letter"),
    [
        ("NEJ", State.CLOSED, False, "unit-unfilled"),
        ("Nej, ingen passar tyvärr.\n\nMvh Karin", State.CLOSED, False, "unit-unfilled"),
        ("FRÅGA om de kan tänka sig närstående", State.PROPOSED, False, "unit-question"),
        ("PAUS", State.PROPOSED, True, ""),
        ("JA", State.PROPOSED, False, ""),
        ("Ja till 1", State.PROPOSED, False, ""),
        ("Hm, det var ju synd", State.PROPOSED, False, ""),
    ],
)
def test_an_answer_to_a_list_of_nobody_does_what_the_letter_says(
    tmp_path: Path, words: str, state: State, paused: bool, letter: str
) -> None:
    with town(tmp_path, STRANGERS) as play:
        assert list(play.people(case_of(play))) == []
        play.answer(proposal(play), words)
        assert (case_of(play).state, case_of(play).paused) == (state, paused)
        kinds = ["unit-unfilled", "unit-question"]
        assert [kind for kind in kinds if play.letters(UNIT[1], kind)] == [letter] * bool(letter)


def test_a_yes_to_nobody_is_asked_back_with_what_can_be_answered(tmp_path: Path) -> None:
    with town(tmp_path, STRANGERS) as play:
        play.answer(proposal(play), "JA")
        asked = plain_text(play.latest(LEAD, "lead-unclear"))
        assert "Svara NEJ" in asked
        assert "vilken lista" not in asked
