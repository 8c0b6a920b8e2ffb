"""The lead's day: calls first, soonest first, with numbers and best times; then meetings; then the rest."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from medverkan.bot.day_list import day_lines
from medverkan.bot.demo.journey import Journey
from medverkan.bot.post import Desk
from medverkan.mailbox.mime import plain_text
from tests.bot.town import LEAD, picked, resident, town


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    people = (
        resident("Asta", "Kvist", "070-174 06 31"),
        resident("Bosse", "Lodin", "070-174 06 32", **{"När kan du?": "Eftermiddagar"}),
        resident("Cia", "Moberg", "070-174 06 33", **{"När kan du?": "Torsdagar"}),
    )
    with town(tmp_path, people) as made:
        yield made


def lines(play: Journey) -> list[tuple[str, str, str, str]]:
    """Return group, kind, name and best time of each line, at the town's clock."""
    parts = play.world.parts
    with parts.store.reading() as books:
        desk = Desk(books, parts, play.world.clock())
        kinds = ("call", "introduction", "meeting", "decide", "fee")
        found = day_lines(desk, books.tasks.open_tasks(due_by=play.world.clock(), kinds=kinds))
        return [
            (one["group"], one["task"].kind, one["member"].name if one["member"] else "", one["best"]) for one in found
        ]


def test_calls_come_first_by_when_they_suit_then_meetings_then_the_rest(play: Journey) -> None:
    picked(play, "JA 1 2")
    letters = play.letters(LEAD, "lead-new-registration")
    about_asta = next(letter for letter in letters if "Asta" in plain_text(letter))
    play.answer(about_asta, "Bokat 9 februari kl 13 på biblioteket")
    play.world.clock.forward(days=8)
    found = lines(play)
    assert [one[0] for one in found] == sorted((one[0] for one in found), key=["call", "meet", "other"].index)
    calls = [one for one in found if one[0] == "call"]
    times = [one[3] for one in calls if one[3]]
    assert times[0].startswith("i dag klockan 9")
    assert any(time.startswith("i dag klockan 13") for time in times)
    assert times[-1].startswith("torsdag 11 februari")
    [meeting] = [one for one in found if one[0] == "meet"]
    assert meeting[2] == "Asta Kvist"


def test_the_letter_of_the_day_is_made_of_them(play: Journey) -> None:
    picked(play, "JA 1 2")
    play.world.clock.forward(days=8)
    play.world.step()
    told = plain_text(play.latest(LEAD, "lead-day"))
    assert told.index("Att ringa (") < told.index("Asta Kvist (M-")
    assert "070-174 06 31" in told
    assert "Om ett uppdrag, F-2027-0001, nummer" in told
    assert "Nyanmäld: boka ett möte för introduktion (T-" in told
    assert "svarade inte" in told


def test_what_is_to_be_said_to_one_person_is_one_call(play: Journey) -> None:
    picked(play, "JA 1 2")
    play.world.clock.forward(days=8)
    calls = [one for one in lines(play) if one[0] == "call"]
    names = [name for _, _, name, _ in calls]
    assert [name for at, name in enumerate(names) if name not in names[:at]] == list(dict.fromkeys(names))
    for at, (_, _, name, best) in enumerate(calls):
        assert (best == "") == (at > 0 and name == names[at - 1])
