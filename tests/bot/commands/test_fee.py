"""`medverkan fee` as a command: its JSON, its lines, and how it ends."""

import json
from pathlib import Path

import pytest

from tests.bot.living import medverkan

ASKED = ("fee", "--date", "2022-05-04", "--hours", "3.5", "--travel-hours", "1", "--km", "40", "--payer", "region")


def test_the_json_has_the_promised_keys(tmp_path: Path) -> None:
    told = json.loads(medverkan(tmp_path, *ASKED, "--json").stdout)
    assert told.pop("explanation")[1] == "Mer än fyra timmar, restiden inräknad, är heldag."
    assert told == {"class": "heldag", "amount": 1739, "hourly": 242, "travel": 74.0}


def test_people_read_sentences_and_may_write_a_decimal_comma(tmp_path: Path) -> None:
    answer = medverkan(tmp_path, "fee", "--date", "2026-12-01", "--hours", "1,5", "--payer", "kommun")
    assert (answer.returncode, answer.stderr) == (0, "")
    assert "Arvode: 0,9 procent av prisbasbeloppet 2026, 59 200 kronor: 533 kronor.\n" in answer.stdout


@pytest.mark.parametrize(
    ("changed", "status", "told"),
    [
        ({"--date": "2027-03-01"}, 1, "beloppen för 2027 är inte beslutade"),
        ({"--hours": "-2"}, 1, "tiden ska vara mer än 0 timmar"),
        ({"--hours": "tre"}, 2, "skriv ett tal"),
        ({"--km": "nan"}, 2, "skriv ett tal"),
        ({"--date": "4 maj"}, 2, "skriv datumet som"),
        ({"--payer": "staten"}, 2, "region eller kommun"),
    ],
)
def test_what_cannot_be_told_ends_with_the_reason(
    tmp_path: Path, changed: dict[str, str], status: int, told: str
) -> None:
    given = dict(zip(ASKED[1::2], ASKED[2::2], strict=True)) | changed
    answer = medverkan(tmp_path, "fee", *(word for pair in given.items() for word in pair), "--json")
    assert answer.returncode == status
    assert answer.stdout == ""
    assert told in answer.stderr
