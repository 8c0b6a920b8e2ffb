"""What waits for a day or a person is found out by reading: a tick on which nothing is due takes no lock."""

from pathlib import Path

import pytest

from medverkan.bot.demo.journey import Journey
from medverkan.bot.each import each
from medverkan.bot.parts import Parts
from medverkan.bot.post import Desk
from medverkan.bot.stages import run_stages
from medverkan.storage.lifecycle import RequestState
from medverkan.storage.values import Request
from tests.bot.clock import Clock
from tests.bot.town import LEAD, case_of, picked, town
from tests.bot.writes import written


def idle(play: Journey) -> None:
    """Assert that a tick writes nothing now."""
    parts, clock = play.world.parts, play.world.clock
    run_stages(parts, clock)
    with written(parts) as said:
        assert run_stages(parts, clock) == 0
    assert said == []


def test_a_tick_writes_nothing_where_cases_wait_for_the_lead_the_calls_the_unit_the_day_and_feedback(
    tmp_path: Path,
) -> None:
    with town(tmp_path) as play:
        idle(play)
        calls = picked(play, "JA 1 2")
        assert case_of(play).state is RequestState.CALLING
        idle(play)
        play.answer(calls, "1 ja, uppgifterna får lämnas. 2 nej.")
        idle(play)
        for days in (60, 5, 3):
            play.world.clock.forward(days=days)
            idle(play)


def test_a_unit_that_nobody_vouched_for_is_asked_about_once(tmp_path: Path) -> None:
    with town(tmp_path, vouched=False) as play:
        play.answer(picked(play, "JA 1"), "1 ja, uppgifterna får lämnas")
        assert play.letters(LEAD, "lead-verify-unit")
        idle(play)


def test_only_what_is_due_is_given_a_transaction_and_what_cannot_be_told_is_tried(parts: Parts, clock: Clock) -> None:
    with parts.store.transaction() as books:
        made: list[Request] = [
            books.requests.add({}, sender="pia@region.example", vouched=True, now=clock(), mail_id=None,
                               message_id=f"<{n}@region.example>", subject="") for n in range(3)
        ]  # fmt: skip
    broken = made[2].id

    def is_due(_desk: Desk, request: Request) -> bool:
        if request.id == broken:
            raise ValueError(request.id)
        return request.id == made[0].id

    tried = []

    def act(desk: Desk, request: Request) -> int:
        tried.append(request.id)
        return int(desk.books.requests.get(request.id) is not None)

    with written(parts) as said:
        assert each(parts, made, act, clock, is_due) == 2
    assert tried == [made[0].id, broken]
    assert said == ["BEGIN"] * 2


@pytest.mark.parametrize("count", [0, 3])
def test_without_a_question_every_item_is_due(parts: Parts, clock: Clock, count: int) -> None:
    with parts.store.transaction() as books:
        made = [
            books.requests.add({}, sender="pia@region.example", vouched=True, now=clock(), mail_id=None,
                               message_id=f"<{n}@region.example>", subject="") for n in range(count)
        ]  # fmt: skip
    assert each(parts, made, lambda _desk, _item: 1, clock) == count
