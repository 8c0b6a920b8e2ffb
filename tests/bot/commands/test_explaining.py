"""`medverkan read` for a person: what, from where, how sure, what is missing."""

import json
from pathlib import Path

import pytest

from medverkan.bot.commands.reading import read_file

REQUEST = """\
From: Siv Halling <siv.halling@region.example>
To: bank@region.example
Subject: =?utf-8?q?F=C3=B6rfr=C3=A5gan_om_medverkan?=
Date: Tue, 1 Dec 2026 09:12:00 +0100
Message-ID: <1@region.example>
Content-Type: text/plain; charset=utf-8

Verksamhet: Smärtmottagningen
Huvudman: Region Kalmar län
Vilken sorts medverkan: fokusgrupp
Antal personer: 2–3
Plats: 070-174 06 31
"""


def shown(capsys: pytest.CaptureFixture[str], file: Path, *, as_json: bool) -> tuple[int, str]:
    status = read_file(str(file), None, as_json)
    return status, capsys.readouterr().out


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    file = tmp_path / "brev.eml"
    file.write_text(REQUEST, "utf-8")
    return file


def test_a_person_reads_what_was_found_where_it_stands_and_what_is_missing(
    mail: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, said = shown(capsys, mail, as_json=False)
    assert status == 3
    assert "Det här är en förfrågan om medverkan" in said
    assert "Läst i brevet" in said
    lines = [" ".join(line.split()) for line in said.splitlines()]
    assert "Typ av medverkan fokusgrupp vid ”Vilken sorts medverkan” säkert" in lines
    assert "E-post siv.halling@region.example avsändarens adress ganska säkert" in lines
    assert "Kontaktperson Siv Halling avsändaren ganska säkert" in lines
    assert "Saknas:\n" in said and "  – Plats\n" in said
    assert "contact_name" not in said


def test_what_stands_in_the_wrong_box_is_asked_about_and_no_value(
    mail: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(shown(capsys, mail, as_json=True)[1])
    assert "place" not in found["fields"] and "place" not in found["evidence"]
    assert any("070-174 06 31" in question for question in found["questions"])


def test_a_range_of_people_is_read_as_its_lower_end_and_asked_about(
    mail: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(shown(capsys, mail, as_json=True)[1])
    assert found["fields"]["people_wanted"] == 2
    assert any("2–3" in question for question in found["questions"])
    assert found["evidence"]["people_wanted"] == {"where": "brevet", "label": "Antal personer", "sure": 0.97}


def test_a_decision_is_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mail, candidates = tmp_path / "svar.eml", tmp_path / "listade.json"
    mail.write_text(REQUEST.partition("Content-Type")[0] + "\nJa till Siri, nej till 2.\n", "utf-8")
    listed = [{"number": 1, "name": "Siri Almqvist"}, {"number": 2, "name": "Bertil Kvist"}]
    candidates.write_text(json.dumps(listed), "utf-8")
    assert read_file(str(mail), candidates, as_json=False) == 0
    said = capsys.readouterr().out
    assert "Godkänner: 1 Siri Almqvist" in said and "Säger nej till: 2 Bertil Kvist" in said
