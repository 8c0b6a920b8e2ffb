"""The follow-up call every half year: the lead gets a card, and answers it in a word or two."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from medverkan.bot.demo.journey import Journey
from medverkan.mailbox.mime import plain_text
from medverkan.mailbox.values import Letter
from medverkan.storage.lifecycle import MemberEvent
from medverkan.storage.values import Member
from tests.bot.town import LEAD, resident, town


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    """Give a town where the one resident has been active for more than half a year."""
    with town(tmp_path, (resident("Asta", "Kvist", "070-174 06 31"),)) as made:
        with made.world.parts.store.transaction() as books:
            member = next(books.members.all())
            books.members.move(member, MemberEvent.ACTIVATED)
            for task in books.tasks.open_tasks(member_id=member.id):
                books.tasks.done(task, made.world.clock())
        for _ in range(2):
            made.world.clock.forward(days=92)
            made.world.step()
        yield made


def card(play: Journey) -> Letter:
    return play.latest(LEAD, "lead-follow-up")


def asta(play: Journey) -> Member:
    with play.world.parts.store.reading() as books:
        return next(books.members.all())


def open_kinds(play: Journey) -> set[str]:
    with play.world.parts.store.reading() as books:
        return {task.kind for task in books.tasks.open_tasks(member_id=asta(play).id)}


def test_the_lead_gets_one_card_with_what_to_ask(play: Journey) -> None:
    [letter] = play.letters(LEAD, "lead-follow-up")
    told = plain_text(letter)
    assert "Asta Kvist (M-0001)" in told
    assert "070-174 06 31" in told
    assert "FORTSÄTTER, VILAR TILL och en dag, VILL SLUTA eller SVARADE INTE" in told
    assert "Asta" not in letter.subject
    assert "follow_up" in open_kinds(play)


@pytest.mark.parametrize(
    ("said", "answered", "status"),
    [
        ("FORTSÄTTER", "Asta Kvist fortsätter som förut", "active"),
        ("Ringt, hon vill gärna vara kvar", "fortsätter som förut", "active"),
        ("VILAR TILL 1 december", "vilar till och med onsdag 1 december 2027", "resting"),
        ("VILL SLUTA", "Personen är nu spärrad", "restricted"),
    ],
)
def test_the_answer_settles_it(play: Journey, said: str, answered: str, status: str) -> None:
    play.answer(card(play), said)
    assert answered in plain_text(play.latest(LEAD, "lead-echo"))
    assert asta(play).status == status
    assert "follow_up" not in open_kinds(play)


@pytest.mark.parametrize("said", ["SVARADE INTE", "nej", "hon funderar på att sluta", "vilar ett tag", "Hm."])
def test_an_answer_that_settles_nothing_leaves_the_call_on_the_list(play: Journey, said: str) -> None:
    play.answer(card(play), said)
    assert play.letters(LEAD, "lead-echo")
    assert asta(play).status == "active"
    assert "follow_up" in open_kinds(play)


def test_a_bare_yes_settles_it_also_for_who_was_only_introduced(tmp_path: Path) -> None:
    with town(tmp_path, (resident("Asta", "Kvist", "070-174 06 31"),)) as play:
        with play.world.parts.store.transaction() as books:
            member = next(books.members.all())
            books.members.move(member, MemberEvent.INTRODUCED)
            for task in books.tasks.open_tasks(member_id=member.id):
                books.tasks.done(task, play.world.clock())
            books.tasks.add("follow_up", "follow_up:1", play.world.clock(), member_id=member.id)
        play.answer(play.latest(LEAD, "lead-new-registration"), "JA")
        assert open_kinds(play) == set()


def test_who_rests_comes_back_by_a_word(play: Journey) -> None:
    play.answer(card(play), "vilar till 1 december")
    play.answer(card(play), "Hon är aktiv igen och fortsätter")
    assert asta(play).status == "active"
