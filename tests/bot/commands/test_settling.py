"""Ticking a task off, and ending a case by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from medverkan.bot.commands import settling
from medverkan.bot.demo.journey import Journey
from medverkan.bot.settings import SettingsError
from tests.bot.town import case_of, deliveries, picked, town


@pytest.fixture
def play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Journey]:
    monkeypatch.setenv("MEDVERKAN_HOME", str(tmp_path / "home"))
    with town(tmp_path) as made:
        yield made


def config(play: Journey) -> Path:
    return play.world.parts.settings.file


def open_kinds(play: Journey) -> dict[str, str]:
    with play.world.parts.store.reading() as books:
        return {task.kind: task.number for task in books.tasks.open_tasks()}


def test_a_task_is_ticked_off_once(play: Journey) -> None:
    number = open_kinds(play)["introduction"]
    assert settling.task_done(config(play), number.lower()) == 0
    assert number not in open_kinds(play).values()
    with pytest.raises(SettingsError, match="ingen öppen uppgift"):
        settling.task_done(config(play), number)


def test_what_closes_by_an_answer_is_not_ticked_off(play: Journey) -> None:
    with pytest.raises(SettingsError, match="svara på förslaget"):
        settling.task_done(config(play), open_kinds(play)["decide"])


def test_a_case_ended_by_hand_sends_nothing_that_still_waited(
    play: Journey, capsys: pytest.CaptureFixture[str]
) -> None:
    play.answer(picked(play, "JA 1"), "1 ja, uppgifterna får lämnas")
    assert settling.end_case(config(play), case_of(play).number) == 0
    assert f"{case_of(play).number} är nu avslutat (återkallat)." in capsys.readouterr().err
    play.world.clock.forward(days=2)
    play.world.step()
    assert case_of(play).state == "withdrawn"
    assert deliveries(play) == []
    with pytest.raises(SettingsError, match=r"redan avslutat \(återkallat\)"):
        settling.end_case(config(play), case_of(play).number)


def test_a_case_that_does_not_exist_is_said_to_be_none(play: Journey) -> None:
    with pytest.raises(SettingsError, match="inget ärende F-2027-0099"):
        settling.end_case(config(play), "F-2027-0099")
