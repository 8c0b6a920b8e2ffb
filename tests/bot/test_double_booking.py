"""Two cases on one day: nobody is handed over to both without the lead being asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from medverkan.bot.demo.journey import Journey
from medverkan.mailbox.mime import plain_text
from medverkan.storage.lifecycle import InvitationState as State
from medverkan.storage.values import Request
from tests.bot.test_propose import NEXT_WEEK, OTHER, ask_again
from tests.bot.town import LEAD, case_of, deliveries, name_of, picked, town

YES = "1 ja, uppgifterna får lämnas"


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path) as made:
        yield made


def number_in(play: Journey, case: Request, name: str) -> int:
    return next(number for number, called, _ in play.people(case) if called == name)


def state_in(play: Journey, case: Request, name: str) -> State:
    return next(state for _, called, state in play.people(case) if called == name)


def both_proposed(play: Journey, **changed: str) -> tuple[Request, str, int]:
    """Let the first of the town's case say yes after another unit's list; return that case, the name, the number."""
    other = ask_again(play, **changed)
    name = name_of(play, 1)
    first = play.latest(LEAD, "lead-proposal", case_of(play).number)
    play.answer(first, "JA 1")
    play.answer(play.latest(LEAD, "lead-calls"), YES)
    return other, name, number_in(play, other, name)


def call(play: Journey, case: Request, number: int) -> str:
    """Let the lead pick that number in that case; return the text of the call list."""
    play.answer(play.latest(LEAD, "lead-proposal", case.number), f"JA {number}")
    return plain_text(play.latest(LEAD, "lead-calls", case.number))


def tell(play: Journey, case: Request, words: str) -> str:
    """Let the lead tell of calls in that case; return the text of the answer."""
    play.answer(play.latest(LEAD, "lead-calls", case.number), words)
    return plain_text(play.latest(LEAD, "lead-outcomes", case.number))


def test_reserves_are_never_those_who_are_booked_that_day_and_the_letter_says_who(play: Journey) -> None:
    other, name, booked = both_proposed(play)
    free = [number for number, _, _ in play.people(other) if number != booked]
    call(play, other, free[0])
    tell(play, other, f"{free[0]} tackade nej")
    text = plain_text(play.latest(LEAD, "lead-reserves", other.number))
    assert f"{booked}. {name}" not in text
    assert f"{name} har tackat ja till ett annat uppdrag den dagen ({case_of(play).number})" in text
    assert all(f"\n{number}. " in text for number in free[1:])


def test_who_is_booked_on_another_day_is_a_reserve(play: Journey) -> None:
    other, name, booked = both_proposed(play, Datum=NEXT_WEEK)
    free = next(number for number, _, _ in play.people(other) if number != booked)
    call(play, other, free)
    tell(play, other, f"{free} tackade nej")
    text = plain_text(play.latest(LEAD, "lead-reserves", other.number))
    assert f"{booked}. {name}" in text
    assert "ett annat uppdrag" not in text


def test_the_same_reserves_are_put_before_the_lead_once(play: Journey) -> None:
    calls = picked(play, "JA 1 2")
    play.answer(calls, "1 tackade nej")
    play.answer(calls, "2 svarade inte")
    assert len(play.letters(LEAD, "lead-reserves")) == 1
    assert "Reserverna har du fått" in plain_text(play.latest(LEAD, "lead-outcomes"))
    play.answer(play.latest(LEAD, "lead-reserves"), "JA 3")
    play.answer(play.latest(LEAD, "lead-calls"), "3 tackade nej")
    assert len(play.letters(LEAD, "lead-reserves")) == 2


def test_the_call_list_says_who_has_said_yes_elsewhere_that_day(play: Journey) -> None:
    other, _, booked = both_proposed(play)
    remark = f"Obs: har tackat ja till {case_of(play).number} samma dag."
    free = next(number for number, _, _ in play.people(other) if number != booked)
    assert remark not in call(play, other, free)
    assert call(play, other, booked).count(remark) == 1


def test_a_second_yes_for_one_day_releases_nothing_until_the_lead_says_it_again(play: Journey) -> None:
    other, name, booked = both_proposed(play)
    call(play, other, booked)
    text = tell(play, other, f"{booked} ja, uppgifterna får lämnas")
    assert f"{name} har redan tackat ja till {case_of(play).number} samma dag" in text
    assert "Inget är utlämnat" in text
    assert f"{booked} ja" in text
    assert "skickas tidigast" not in text
    assert state_in(play, other, name) is State.CALL_AGAIN
    play.world.clock.forward(days=1)
    play.world.step()
    assert deliveries(play, OTHER[1]) == []
    assert len(deliveries(play)) == 1
    tell(play, other, f"{booked} ja, uppgifterna ska lämnas ändå")
    assert state_in(play, other, name) is State.RELEASED


def test_a_second_yes_for_another_day_is_released(play: Journey) -> None:
    other, name, booked = both_proposed(play, Datum=NEXT_WEEK)
    call(play, other, booked)
    assert "samma dag" not in tell(play, other, f"{booked} ja, uppgifterna får lämnas")
    assert state_in(play, other, name) is State.RELEASED


def test_a_no_to_the_question_about_a_second_yes_is_a_no(play: Journey) -> None:
    other, name, booked = both_proposed(play)
    call(play, other, booked)
    tell(play, other, f"{booked} ja, uppgifterna får lämnas")
    tell(play, other, f"{booked} nej")
    assert state_in(play, other, name) is State.DECLINED
    assert state_in(play, case_of(play), name) is State.RELEASED
