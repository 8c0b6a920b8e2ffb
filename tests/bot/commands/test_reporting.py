"""`medverkan report` on a register: what it counts, what it writes, and that nobody is named."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from medverkan.bot.commands.reporting import report
from medverkan.bot.parts import Parts
from medverkan.storage.lifecycle import InvitationEvent, RequestEvent
from tests.bot.documents.shown import text_of_pdf
from tests.bot.living import medverkan

CAME = datetime(2026, 3, 2, 9, tzinfo=UTC)
HELD = datetime(2026, 4, 21, 9, tzinfo=UTC)


@pytest.fixture
def year(parts: Parts) -> None:
    """Play eight cases through to their feedback, one that nobody was found for, and one of the year before."""
    with parts.store.transaction() as books:
        people = []
        for number in range(9):
            fields = {
                "first_name": "Kanariefagel",
                "last_name": f"Ek{number}",
                "birth_year": 1950 + number,
                "municipality": "Nybro",
                "perspectives": ["närstående"],
                "experience": "Kanarieord om stroke",
            }
            member = books.members.add(fields, (), CAME)
            books.consents.give(member.id, "matching", how="formulär", by="personen", now=CAME)
            people.append(member)
        for number in range(10):
            came = CAME - timedelta(days=90) if number == 9 else CAME + timedelta(hours=number)
            fields = {
                "unit": "=cmd|' /C calc'!A0",
                "organisation": "Region Exempel",
                "activity": "Fokusgrupp",
                "focus_areas": ["somatik"],
                "perspectives": ["närstående"],
                "experience": "Stroke",
                "place": "Nybro",
                "date_start": "2026-04-20",
                "time_start": "09:00",
                "time_end": "12:00",
                "contact_name": "Kanarieperson",
            }
            request = books.requests.add(
                fields,
                sender="u@region.example",
                vouched=True,
                now=came,
                mail_id=None,
                message_id="<1@region.example>",
                subject="",
                release_to="",
            )
            at = came + timedelta(days=2)
            proposal = books.proposals.add(request, [], [], {}, matcher="", inputs_sha256="", now=at)
            books.audit.add("people-proposed", "bot", at, request_id=request.id)
            request = books.requests.move(request, RequestEvent.MATCHED, at)
            if number == 8:
                books.requests.move(request, RequestEvent.NOBODY, at)
                continue
            request = books.requests.move(request, RequestEvent.PICKED, at)
            invitation = books.invitations.add(request, people[number % 9].id, proposal, 1, at)
            for event in ("PICKED", "ACCEPTED", "RELEASED", "TOOK_PART"):
                invitation = books.invitations.move(invitation, InvitationEvent[event], at)
            books.audit.add("call-accepted", "lead", at, request_id=request.id)
            books.audit.add("released", "bot", at, request_id=request.id)
            request = books.requests.move(request, RequestEvent.DELIVERED, at + timedelta(days=1))
            request = books.requests.move(request, RequestEvent.HELD, HELD)
            books.audit.add("feedback", "unit", HELD, request_id=request.id)
            books.requests.move(request, RequestEvent.FOLLOWED_UP, HELD)  # fmt: skip


@pytest.mark.usefixtures("year")
def test_the_json_counts_the_cases_that_came_that_year(capsys: pytest.CaptureFixture[str]) -> None:
    assert report(None, 2026, None, as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    figures = {key: one["value"] for key, one in told["figures"].items()}
    assert figures == {
        "requests": 9, "people_wanted": 9, "agreed": 8, "people": 9, "filled": None, "days_to_proposal": 2.0,
        "days_to_yes": 2.0, "days_to_delivery": 3.0, "on_time": None, "feedback": None,
    }  # fmt: skip
    assert told["figures"]["feedback"]["shown"] == "alla utom färre än 5"
    assert told["tables"]["fees"]["total"] == 8 * 1066
    assert told["lacking"] == [
        {"who": "närstående med erfarenhet av stroke och TIA", "requests": "färre än 5", "people": "5 till 9"}
    ]


@pytest.mark.usefixtures("year")
def test_the_mix_stands_beside_the_county_and_who_is_few_is_said(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "bef.csv").write_text(
        "kommun;under 18 år;18-29 år;30–49 år;50–64 år;65–79 år;80 år och äldre\nNybro;1000;1000;1000;1000;800;200\n",
        encoding="utf-8",
    )
    with (home / "medverkan.toml").open("a", encoding="utf-8") as file:
        file.write('[report]\npopulation = "bef.csv"\npopulation_source = "SCB, 2025"\n')
    assert report(None, 2026, None, as_json=True) == 0
    tables = json.loads(capsys.readouterr().out)["tables"]
    (nybro,) = tables["register_municipality"]["rows"]
    assert nybro == {"label": "Nybro", "count": 9, "shown": "9", "county_percent": 100.0}
    ages = {row["label"]: row["county_percent"] for row in tables["register_age"]["rows"]}
    assert ages == {"under 18 år": 20, "18–29 år": 20, "30–49 år": 20, "50–64 år": 20, "65–79 år": 16,
                    "80 år och äldre": 4}  # fmt: skip
    assert report(None, 2026, None, as_json=False) == 0
    assert "Länet: SCB, 2025." in capsys.readouterr().out


@pytest.mark.usefixtures("year")
def test_without_the_countys_ages_the_report_says_that_it_lacks_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert report(None, 2026, None, as_json=False) == 0
    told = capsys.readouterr().out
    assert "Länets åldrar att jämföra med saknas" in told
    assert "Länet: SCB, 31 december 2019." in told


@pytest.mark.usefixtures("year")
def test_page_and_table_name_nobody_and_run_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "ny" / "rapport"
    assert report(None, 2026, out, as_json=False) == 0
    page = (out / "intressebanken-2026.html").read_text("utf-8")
    raw = (out / "intressebanken-2026.csv").read_bytes()
    paper = text_of_pdf((out / "intressebanken-2026.pdf").read_bytes())
    assert "Förfrågningar efter nivå" in paper
    for text in (page, paper, raw.decode("utf-8"), capsys.readouterr().out):
        assert "Kanarie" not in text
        assert "M-0001" not in text
    assert "http" not in page
    assert "&#x27; /C calc" in page
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    assert ["Förfrågningar efter verksamhet (förfrågningar)", "'=cmd|' /C calc'!A0", "9"] in rows
    assert all(len(row) == 3 for row in rows)


def test_a_year_without_cases_says_so_and_ends_well(tmp_path: Path) -> None:
    answer = medverkan(tmp_path, "report", "--year", "2031")
    assert answer.returncode == 0
    assert "Förfrågningar: färre än 5" in answer.stdout
    assert medverkan(tmp_path, "report", "--year", "31").returncode == 2


def test_a_folder_that_cannot_be_written_ends_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    answer = medverkan(tmp_path, "report", "--year", "2026", "--out", str(tmp_path / "fil"))
    assert answer.returncode == 1
    assert "går inte att skriva i" in answer.stderr
