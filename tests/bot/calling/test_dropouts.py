"""Who drops out after the details have left leaves a place: the lead may fill it, and the unit hears of both."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from medverkan.bot.demo.journey import Journey
from medverkan.mailbox.mime import plain_text
from medverkan.mailbox.values import Letter
from medverkan.storage.lifecycle import InvitationState as State
from tests.bot.town import LEAD, RESIDENTS, UNIT, case_of, deliveries, name_of, picked, states, town


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path) as made:
        yield made


def later(play: Journey, **step: float) -> None:
    play.world.clock.forward(**(step or {"minutes": 15}))
    play.world.step()


def delivered(play: Journey, said: str = "1 ja, 2 ja") -> Letter:
    """Let all who are wanted be handed over; return the call list."""
    calls = picked(play, "JA 1 2" if "2" in said else "JA 1")
    play.answer(calls, said)
    later(play)
    assert case_of(play).state == "delivered"
    return calls


def to_unit(play: Journey) -> list[str]:
    return [plain_text(one) for one in play.letters(UNIT[1], "unit-cannot-come")]


def test_a_late_no_is_told_as_a_missing_person_and_a_reserve_can_be_picked(play: Journey) -> None:
    calls = delivered(play)
    play.answer(calls, "2 tackade nej, har ramlat")
    told = plain_text(play.latest(LEAD, "lead-outcomes"))
    assert "Det saknas 1 person." in told
    assert "skriver jag till verksamheten" in told
    assert to_unit(play) == []
    play.answer(play.latest(LEAD, "lead-reserves"), "JA 3")
    [unit] = to_unit(play)
    assert "Vi frågar någon annan i stället" in unit
    assert name_of(play, 2).split()[0] in unit
    assert name_of(play, 3).split()[0] not in unit
    play.answer(play.latest(LEAD, "lead-calls"), "3 ja")
    later(play)
    assert len(deliveries(play)) == 3
    assert case_of(play).state == "delivered"
    assert len(to_unit(play)) == 1


def test_more_can_be_asked_for_on_the_call_list_after_a_late_no(play: Journey) -> None:
    calls = delivered(play)
    play.answer(calls, "2 tackade nej")
    play.answer(calls, "FLER")
    assert len(play.letters(LEAD, "lead-proposal")) == 2


def test_where_the_lead_wants_nobody_more_the_unit_is_told_so_and_the_case_is_whole_again(play: Journey) -> None:
    play.answer(delivered(play), "2 tackade nej")
    play.answer(play.latest(LEAD, "lead-reserves"), "NEJ")
    [unit] = to_unit(play)
    assert "ingen annan att föreslå" in unit
    assert f"att {name_of(play, 2)} inte kan komma" in plain_text(play.latest(LEAD, "lead-echo"))
    later(play)
    assert case_of(play).state == "delivered"


def test_who_comes_after_all_is_handed_over_again_and_nobody_more_is_asked(play: Journey) -> None:
    calls = delivered(play)
    play.answer(calls, "2 tackade nej")
    play.answer(calls, "2 kommer ändå, 2 ja")
    later(play)
    assert states(play)[2] is State.RELEASED
    assert case_of(play).state == "delivered"
    with play.world.parts.store.reading() as books:
        assert books.tasks.open_tasks(kinds=["decide"], request_id=case_of(play).id) == []


def test_when_the_day_has_passed_nobody_is_looked_for(play: Journey) -> None:
    calls = delivered(play)
    day = case_of(play).date_start
    assert day
    play.world.clock.now += day - play.world.clock.now.date() + timedelta(days=1)
    play.answer(calls, "2 tackade nej")
    told = plain_text(play.latest(LEAD, "lead-outcomes"))
    assert "Det saknas" not in told
    assert play.letters(LEAD, "lead-reserves") == []


def test_a_word_that_changes_nothing_does_not_open_a_case_in_which_fewer_were_enough(play: Journey) -> None:
    calls = picked(play, "JA 1 2")
    play.answer(calls, "1 ja, 2 nej")
    play.answer(play.latest(LEAD, "lead-reserves"), "NEJ")
    later(play)
    assert case_of(play).state == "delivered"
    play.answer(calls, "1 ja")
    assert case_of(play).state == "delivered"
    assert to_unit(play) == []


def test_where_nobody_else_is_left_the_unit_is_told_to_erase_and_whom_to_ask_instead(tmp_path: Path) -> None:
    with town(tmp_path, RESIDENTS[:1]) as play:
        calls = picked(play, "JA 1")
        play.answer(calls, "1 ja")
        later(play)
        play.answer(play.latest(LEAD, "lead-proposal"), "NEJ")
        later(play)
        play.answer(calls, "1 tackade nej")
        play.answer(play.latest(LEAD, "lead-proposal"), "NEJ")
        assert "Radera de kontaktuppgifter" in to_unit(play)[0]
        unit = plain_text(play.latest(UNIT[1], "unit-unfilled"))
        assert "Vi har frågat" in unit
