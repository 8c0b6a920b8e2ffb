"""`members erase`: nothing without --yes, everything with it, and a report that a script can read."""

import json
from pathlib import Path

import pytest

from medverkan.bot.cli import main
from medverkan.bot.commands import people
from medverkan.bot.commands.erasing import WORDS, erase_member
from medverkan.bot.parts import Parts
from medverkan.bot.settings import SettingsError
from tests.bot.remains import remains

RUT = ["first_name=Rutgerd", "last_name=Granlöv", "phone=070-174 06 21", "municipality=Nybro", "birth_year=1958"]


@pytest.fixture
def rut(parts: Parts) -> str:
    people.add(None, RUT)
    return "M-0001"


def count(parts: Parts) -> int:
    with parts.store.reading() as books:
        return len(list(books.members.all()))


def test_without_yes_it_is_said_what_would_go_and_nothing_goes(
    parts: Parts, rut: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert erase_member(None, rut, yes=False, as_json=False) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "1 posten i registret" in told.err
    assert "--yes" in told.err
    assert count(parts) == 1


def test_with_yes_the_report_is_one_json_document(
    parts: Parts, rut: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert erase_member(None, rut, yes=True, as_json=True) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["erased"]["member"] == 1
    assert report["erased"].keys() == WORDS.keys()
    assert all(isinstance(line, str) for line in report["cannot_reach"])
    assert count(parts) == 0
    assert remains(parts.store, home, ["Rutgerd", "Granlöv", "0701740621", "701740621"]) == []


def test_somebody_who_is_not_there_is_told_in_one_line(parts: Parts) -> None:
    with pytest.raises(SettingsError, match="det finns ingen person M-0077"):
        erase_member(None, "M-0077", yes=True, as_json=False)


def test_where_the_ledger_cannot_be_written_nothing_is_erased(parts: Parts, rut: str, home: Path) -> None:
    (home / "erased.jsonl").mkdir()
    with pytest.raises(SettingsError, match="inget är raderat"):
        erase_member(None, rut, yes=True, as_json=False)
    assert count(parts) == 1


def test_the_database_is_written_anew_by_a_command_of_its_own(
    parts: Parts, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["medverkan", "db", "tidy"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    assert "skriven på nytt" in capsys.readouterr().err


def test_what_uses_the_database_meanwhile_is_told(parts: Parts, rut: str, capsys: pytest.CaptureFixture[str]) -> None:
    with parts.store.reading() as books:
        assert books.members.get(rut)
        assert any("db tidy" in line for line in parts.store.tidy())
    assert parts.store.tidy() == []
