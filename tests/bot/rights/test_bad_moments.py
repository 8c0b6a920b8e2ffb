"""A right that is used between two steps of a case: what was under way about the person stops, and the lead is told."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from medverkan.bot import register
from medverkan.bot.demo.journey import Journey
from medverkan.bot.post import Desk
from medverkan.bot.rights.erase import erase
from medverkan.mailbox.mime import plain_text
from medverkan.storage.lifecycle import InvitationState as State
from medverkan.storage.values import Member
from tests.bot.town import LEAD, UNIT, case_of, deliveries, name_of, picked, proposal, states, town

Right = Callable[[Journey, int], None]


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path) as made:
        yield made


def member(play: Journey, number: int) -> Member:
    with play.world.parts.store.reading() as books:
        return next(one for one in books.members.all() if one.name == name_of(play, number))


def restricted(play: Journey, number: int) -> None:
    who = member(play, number)
    with play.world.parts.store.transaction() as books:
        register.restrict(Desk(books, play.world.parts, play.world.clock()), who, by="operator")


def erased(play: Journey, number: int) -> None:
    erase(play.world.parts, member(play, number).number, play.world.clock(), by="operator")


@pytest.mark.parametrize("right", [restricted, erased])
def test_who_is_gone_between_proposal_and_reply_is_not_called(play: Journey, right: Right) -> None:
    letter = proposal(play)
    name = name_of(play, 1)
    right(play, 1)
    play.answer(letter, "JA 1")
    assert State.PICKED not in states(play).values()
    assert play.letters(LEAD, "lead-calls") == []
    told = plain_text(play.latest(LEAD, "lead-unclear"))
    assert name not in told or right is restricted


@pytest.mark.parametrize("right", [restricted, erased])
def test_who_is_gone_between_the_yes_and_the_letter_is_not_handed_over(play: Journey, right: Right) -> None:
    play.answer(picked(play, "JA 1"), "1 ja, uppgifterna får lämnas")
    assert states(play)[1] is State.RELEASED
    right(play, 1)
    play.world.clock.forward(days=1)
    play.world.step()
    assert deliveries(play) == []
    assert play.letters(UNIT[1], "unit-delivery") == []
    assert case_of(play).delivered_at is None or states(play).get(1) is not State.RELEASED


@pytest.mark.parametrize("right", [restricted, erased])
def test_an_outcome_told_of_somebody_who_is_gone_hands_over_nothing(play: Journey, right: Right) -> None:
    calls = picked(play, "JA 1 2")
    right(play, 1)
    play.answer(calls, "1 ja, uppgifterna får lämnas")
    play.world.clock.forward(minutes=20)
    play.world.step()
    assert deliveries(play) == []
    assert states(play).get(1) not in (State.ACCEPTED, State.RELEASED)
