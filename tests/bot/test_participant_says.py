"""A participant's own mail reaches the lead with who it is and which case; it decides nothing by itself."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from medverkan.bot.demo.journey import Journey
from medverkan.mailbox.mime import plain_text
from tests.bot.town import LEAD, case_of, name_of, picked, states, town, write

ASKS = "Hej!\n\nVilken tid är det i morgon? Kan jag få färdtjänst?\n\nHälsningar"


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path) as made:
        yield made


def writer(play: Journey, number: int) -> tuple[str, str]:
    name = name_of(play, number)
    return name, f"{name.split()[0].lower()}@post.example"


def coming(play: Journey) -> None:
    """Let number 1 have said yes to an assignment the day after tomorrow."""
    play.answer(picked(play, "JA 1"), "1 ja")
    day = case_of(play).date_start
    assert day
    play.world.clock.now += day - play.world.clock.now.date() - timedelta(days=2)
    play.world.step()


def test_a_mail_of_their_own_names_the_case_and_is_urgent_when_the_day_is_near(play: Journey) -> None:
    coming(play)
    write(play, writer(play, 1), ASKS)
    letter = play.latest(LEAD, "lead-participant-says")
    assert letter.subject.startswith("Brådskande: ")
    told = plain_text(letter)
    assert f"är med i {case_of(play).number}" in told
    assert "Vilken tid är det i morgon?" in told
    assert play.letters(LEAD, "lead-put-aside") == []
    with play.world.parts.store.reading() as books:
        [task] = books.tasks.open_tasks(kinds=["contact"], request_id=case_of(play).id)
    before = states(play)
    play.answer(letter, f"{task.number} klart")
    assert states(play) == before
    with play.world.parts.store.reading() as books:
        assert books.tasks.open_tasks(kinds=["contact"], request_id=case_of(play).id) == []


def test_who_is_in_no_case_is_put_aside_as_before(play: Journey) -> None:
    coming(play)
    write(play, writer(play, 4), ASKS)
    assert play.letters(LEAD, "lead-participant-says") == []
    assert len(play.letters(LEAD, "lead-put-aside")) == 1


def test_a_code_in_their_mail_never_comes_back_as_an_answers(play: Journey) -> None:
    calls = picked(play, "JA 1")
    play.answer(calls, "1 ja")
    code = plain_text(calls).rsplit("Ärendekod: ", 1)[1].split()[0]
    write(play, writer(play, 1), f"{ASKS}\n{code}")
    assert not any(plain_text(one).count(code) for one in play.letters(LEAD, "lead-put-aside"))
    for one in play.letters(LEAD, "lead-participant-says"):
        assert plain_text(one).count(code) <= 1
