"""`match --review`: where the leads chose otherwise than the list, by member number and never by name."""

import json
from pathlib import Path

import pytest

from medverkan.bot import words
from medverkan.bot.commands import evaluating
from medverkan.matching.values import EXCLUSIONS
from tests.bot.town import case_of, picked, town


@pytest.fixture(autouse=True)
def home_of_the_town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDVERKAN_HOME", str(tmp_path / "home"))


def test_a_pick_below_somebody_passed_over_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with town(tmp_path) as play:
        picked(play, "JA 3")
        capsys.readouterr()
        config, case = play.world.parts.settings.file, case_of(play).number
        evaluating.review(config, as_json=True)
        (row,) = json.loads(capsys.readouterr().out)
        evaluating.review(config, as_json=False)
        said = capsys.readouterr().out
    assert (row["case"], row["rank"], row["passed_over_rank"], row["part"] in words.PART) == (case, 3, 1, True)
    assert f"{case}, förslag 1: ni valde {row['picked']} (plats 3) före {row['passed_over']} (plats 1).\n" in said
    assert "Moberg" not in said


def test_leads_who_choose_from_the_top_have_nothing_to_compare(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with town(tmp_path) as play:
        picked(play, "JA 1 2")
        capsys.readouterr()
        evaluating.review(play.world.parts.settings.file, as_json=False)
    assert capsys.readouterr().out == "Ni har valt som listorna rangordnade; det finns inget att jämföra.\n"


def test_every_reason_to_hold_somebody_back_has_swedish_words() -> None:
    assert set(words.HELD_BACK) == set(EXCLUSIONS)


def test_before_anybody_is_chosen_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with town(tmp_path) as play:
        capsys.readouterr()
        evaluating.review(play.world.parts.settings.file, as_json=False)
    assert capsys.readouterr().out == "Ni har inte valt någon än; det finns inget att jämföra.\n"
