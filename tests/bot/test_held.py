"""A case whose day has been goes on to what comes afterwards, also where not everybody was reached in time."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from medverkan.bot.demo.journey import Journey
from medverkan.mailbox.mime import plain_text
from medverkan.storage.lifecycle import InvitationState, RequestState
from tests.bot.town import LEAD, case_of, picked, states, town


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path) as made:
        yield made


def days_go_by(play: Journey, days: int) -> None:
    play.world.clock.now += timedelta(days=days)
    play.world.step()


def kinds(play: Journey) -> set[str]:
    with play.world.parts.store.reading() as books:
        return {task.kind for task in books.tasks.open_tasks(request_id=case_of(play).id)}


def test_whoever_was_not_reached_is_called_no_more_and_the_others_have_taken_part(play: Journey) -> None:
    play.answer(picked(play), "1 ja, 2 ring igen")
    days_go_by(play, 1)
    assert states(play)[1] is InvitationState.RELEASED
    days_go_by(play, 60)
    assert case_of(play).state is RequestState.HELD
    assert states(play)[1] is InvitationState.TOOK_PART
    assert states(play)[2] is InvitationState.CALL_AGAIN
    assert {"call", "decide"}.isdisjoint(kinds(play))
    assert {"fee", "chase"} <= kinds(play)


def test_where_nobody_was_reached_the_calls_stay_with_the_lead(play: Journey) -> None:
    play.answer(picked(play), "1 ring igen, 2 ring igen")
    days_go_by(play, 63)
    assert case_of(play).state is RequestState.CALLING
    assert "call" in kinds(play)
    assert "svarade inte" in plain_text(play.latest(LEAD, "lead-day"))
