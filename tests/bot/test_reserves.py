"""After a no the next is put before the lead, however the calls end, and no case is left without anybody's turn."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from medverkan.bot.commands.settling import tell_outcome
from medverkan.bot.demo.journey import Journey
from medverkan.mailbox.mime import plain_text
from medverkan.storage.lifecycle import InvitationState as State
from medverkan.storage.values import Task
from tests.bot.town import LEAD, RESIDENTS, UNIT, case_of, name_of, picked, proposal, states, town


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path) as made:
        yield made


def waiting(play: Journey, kind: str) -> list[Task]:
    with play.world.parts.store.reading() as books:
        return books.tasks.open_tasks(kinds=[kind], request_id=case_of(play).id)


@pytest.mark.parametrize(
    ("said", "letters"),
    [
        (["1 nej"], 1),
        (["1 nej, 2 nej"], 1),
        (["1 nej", "2 nej"], 1),
        (["1 ja", "2 nej"], 1),
        (["2 nej", "1 ja"], 1),
        (["1 svarade inte", "1 nej", "2 svarade inte", "2 nej"], 1),
        (["1 ja, 2 ring igen", "2 nej"], 1),
        (["1 ja", "1 nej"], 1),
        (["1 ja", "2 ja"], 0),
        (["1 nej", "1 ja", "2 ja"], 1),
    ],
)
def test_the_reserves_are_put_forward_once_however_the_calls_end(play: Journey, said: list[str], letters: int) -> None:
    calls = picked(play, "JA 1 2")
    for words in said:
        play.answer(calls, words)
        play.world.clock.forward(minutes=1)
    assert len(play.letters(LEAD, "lead-reserves")) == letters
    if letters:
        told = plain_text(play.latest(LEAD, "lead-reserves"))
        assert name_of(play, 3) in told
        assert name_of(play, 4) in told


def test_a_reserve_who_says_no_makes_room_for_the_next_and_then_for_a_new_list(play: Journey) -> None:
    calls = picked(play, "JA 1 2")
    play.answer(calls, "1 nej, 2 ja")
    play.answer(play.latest(LEAD, "lead-reserves"), "JA 3")
    play.answer(play.latest(LEAD, "lead-calls"), "3 nej")
    again = plain_text(play.latest(LEAD, "lead-reserves"))
    assert name_of(play, 4) in again
    assert name_of(play, 3) not in again
    play.answer(play.latest(LEAD, "lead-reserves"), "JA 4")
    play.answer(play.latest(LEAD, "lead-calls"), "4 nej")
    assert len(play.letters(LEAD, "lead-proposal")) == 2
    assert len(waiting(play, "decide")) == 1


@pytest.mark.parametrize("by_command", [False, True])
def test_two_noes_one_after_the_other_both_count_also_by_command(play: Journey, *, by_command: bool) -> None:
    calls = picked(play, "JA 1 2")
    for number in (1, 2):
        if by_command:
            with play.world.parts.store.reading() as books:
                invitation = next(one for one in books.invitations.of(case_of(play)) if one.number == number)
            task = next(one for one in waiting(play, "call") if one.member_id == invitation.member_id)
            tell_outcome(play.world.parts, task.number, "nej", play.world.clock())
            play.world.step()
        else:
            play.answer(calls, f"{number} nej")
        play.answer(play.latest(LEAD, "lead-reserves"), f"JA {number + 2}")
    assert len(play.letters(LEAD, "lead-reserves")) == 2
    assert [states(play)[number] for number in (3, 4)] == [State.PICKED, State.PICKED]


def test_a_list_that_takes_the_place_of_another_leaves_one_thing_to_decide(play: Journey) -> None:
    play.answer(play.latest(UNIT[1], "unit-received"), "Antal personer: 3", UNIT)
    assert len(play.letters(LEAD, "lead-proposal")) == 2
    assert len(waiting(play, "decide")) == 1


def test_a_list_waits_for_the_units_answer_to_a_question_and_not_longer(play: Journey) -> None:
    [before] = waiting(play, "decide")
    play.answer(proposal(play), "FRÅGA Finns det parkering?")
    [asked] = waiting(play, "decide")
    assert asked.due > before.due
    play.answer(play.latest(UNIT[1], "unit-question"), "Ja, det finns gott om parkering.", UNIT)
    [answered] = waiting(play, "decide")
    assert answered.due == before.due


def test_nobody_more_is_told_as_that_and_not_as_reserves_to_come(tmp_path: Path) -> None:
    with town(tmp_path, RESIDENTS[:1]) as play:
        play.answer(picked(play, "JA 1"), "1 nej")
        told = plain_text(play.latest(LEAD, "lead-outcomes"))
        assert "Jag hittar inga fler att föreslå." in told
        assert "reserver" not in told
        play.answer(play.latest(LEAD, "lead-proposal"), "NEJ")
        assert "men de har tackat nej" in plain_text(play.latest(UNIT[1], "unit-unfilled"))


def test_the_last_one_who_says_no_leaves_the_case_to_the_lead_and_not_to_nobody(tmp_path: Path) -> None:
    with town(tmp_path, RESIDENTS[:1]) as play:
        calls = picked(play, "JA 1")
        play.answer(calls, "1 svarade inte")
        play.answer(play.latest(LEAD, "lead-proposal"), "NEJ")
        assert waiting(play, "decide") == []
        play.answer(calls, "1 nej")
        assert len(waiting(play, "decide")) == 1
        play.answer(play.latest(LEAD, "lead-proposal"), "NEJ")
        assert case_of(play).state == "closed"
