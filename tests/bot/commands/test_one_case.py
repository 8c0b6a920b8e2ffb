"""`cases F-…` as text: what is still asked, and which letters left, in plain Swedish."""

import re
from pathlib import Path

import pytest

from medverkan.bot import words
from medverkan.bot.commands import listing
from medverkan.bot.demo import cast
from medverkan.matching.scoring import WEIGHTS
from tests.bot.town import UNIT, case_of, picked, town


def shown(capsys: pytest.CaptureFixture[str], config: Path, number: str) -> str:
    capsys.readouterr()
    assert listing.cases(config, number, as_json=False) == 0
    return capsys.readouterr().out


def test_what_is_missing_and_what_is_asked_is_shown_as_the_unit_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MEDVERKAN_HOME", str(tmp_path / "home"))
    form = tuple(
        (label, "onsdag 16 mars 2027" if label == "Datum och tid" else value)
        for label, value in cast.HOME_CARE_FORM
        if label != "Antal personer"
    )
    with town(tmp_path, form=form) as play:
        said = shown(capsys, play.world.parts.settings.file, case_of(play).number)
    assert "Det här vet vi inte än\n  1. Antal personer: Hur många personer söker ni?\n  2. ”onsdag 16 mars" in said
    assert "till verksamheten  kvitto på vad vi förstått  skickat\n" in said


def test_letters_are_named_and_never_tell_whom_they_went_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MEDVERKAN_HOME", str(tmp_path / "home"))
    with town(tmp_path) as play:
        play.answer(picked(play, "JA 1"), "1 ja, uppgifterna får lämnas")
        said = shown(capsys, play.world.parts.settings.file, case_of(play).number)
    assert "till utvecklingsledaren  förslag på personer  skickat\n" in said
    assert "till verksamheten  kontaktuppgifter  väntar\n" in said
    assert "Det här vet vi inte än" not in said
    assert UNIT[1] not in said.partition("\nBrev\n")[2]


def test_lists_show_people_swedish_times_and_words_and_scripts_the_interface(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MEDVERKAN_HOME", str(tmp_path / "home"))
    with town(tmp_path) as play:
        config, lists = play.world.parts.settings.file, (listing.outbox, listing.tasks, listing.receipts)
        said = shown(capsys, config, case_of(play).number)
        for listed in lists:
            assert listed(config, as_json=False) == 0
        assert listing.cases(config, None, as_json=False) == 0
        said += capsys.readouterr().out
        assert listing.outbox(config, as_json=True) == 0
        document = capsys.readouterr().out
    assert not re.search(r"\d{4}-\d\d-\d\d|\b(?:lead|unit|participant)-\w|\bregistration\b", said)
    assert "förslag på personer" in said
    assert "intresseanmälan" in said
    assert re.search(r"\d{1,2} \w+ 2027 kl\. \d\d\.\d\d", said)
    assert '"kind": "lead-proposal"' in document
    assert re.search(r'"due": "2027-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00"', document)


def test_explained_each_score_is_the_sum_of_parts_with_swedish_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MEDVERKAN_HOME", str(tmp_path / "home"))
    with town(tmp_path) as play:
        capsys.readouterr()
        listing.cases(play.world.parts.settings.file, case_of(play).number, as_json=False, explain=True)
        said = capsys.readouterr().out
    assert set(WEIGHTS) == set(words.PART)
    first = said.partition("  1. ")[2].partition("  2. ")[0]
    amounts = [
        float(line.split()[-1])
        for line in first.splitlines()
        if line.strip().startswith((*words.PART.values(), "summa"))
    ]
    assert amounts[-1] == pytest.approx(sum(amounts[:-1]), abs=0.002)
    assert "     + Har egen erfarenhet av hemtjänst.\n" in first
    assert "  Matchare " in said
