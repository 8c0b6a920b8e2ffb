"""People out of the register: what is exported comes back by import unchanged, and nothing in it runs or leaks."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from medverkan.bot.commands import people
from medverkan.bot.commands.exporting import export
from medverkan.bot.commands.importing import import_file
from medverkan.bot.commands.record import at_desk
from medverkan.bot.parts import open_parts
from medverkan.bot.register import add_member
from medverkan.bot.settings import SettingsError, load
from medverkan.mailbox.values import Form, Kind

VARIED = (
    ["first_name=Siv", "last_name=von Alm", "phone=070-174 06 41", "consent_matching=ja", "consent_sms=nej",
     "activities=☒ Intervju, enskilt ☒ Fokusgrupp", "experience=- Stroke\n- Fall; \"yrsel\"", "keep_months=24 månader",
     "focus_areas=äldre, somatik", "perspectives=patient och anhörig", "max_per_half_year=2", "birth_year=1947",
     "postal_address=Ekvägen 1, 382 30 Nybro", "municipality=nybro", "privacy_notice_read=ja"],
    ["first_name==cmd|' /C calc'!A0", "last_name='Ek", "email=ek@post.example", "unwilling=@svara", "gender=’n"],
    ["first_name=Ville", "last_name=Berg", "phone=08-465 004 41", "birth_year=2014", "guardian_name=Eva Berg",
     "guardian_phone=070-174 06 42", "guardian_consent=ja", "consent_matching=ja", "experience_years=2019–2024"],
    ["first_name=Bo"],
)  # fmt: skip


@pytest.fixture
def filled() -> None:
    for values in VARIED:
        people.add(None, values)
    people.consent(None, "M-0003", "guardian_document", withdraw=False, how="papper")
    people.change_status(None, "M-0001", "vilar", "2099-08-31")
    people.change_status(None, "M-0002", "introducerad", None)
    people.restrict_member(None, "M-0004")


def register_now() -> list[Any]:
    parts = open_parts(load())
    with parts.store.reading() as books:
        kinds = books.consents.live_kinds()
        found = [
            (
                m.name,
                dict(m.fields),
                m.missing,
                m.status,
                m.resting_until,
                bool(m.guardian_document_at),
                kinds.get(m.id),
            )
            for m in books.members.all()
        ]
    parts.close()
    return found


@pytest.mark.usefixtures("filled")
def test_an_exported_register_comes_back_the_same(
    home: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = home / "alla.csv"
    assert export(None, None, file, as_json=False) == 0
    before = register_now()
    assert len(before) == len(VARIED)
    monkeypatch.setenv("MEDVERKAN_HOME", str(tmp_path_factory.mktemp("another")))
    assert import_file(None, file, yes=True) == 0
    assert register_now() == before


@pytest.mark.usefixtures("filled")
def test_no_cell_of_the_csv_is_a_formula(home: Path) -> None:
    export(None, None, home / "alla.csv", as_json=False)
    raw = (home / "alla.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfNummer;Status;")
    text = raw.decode("utf-8-sig")
    assert "'+46701740641" in text
    assert not any(cell[:1] in tuple("=+-@") for cell in text.replace('"', "").split(";"))


@pytest.mark.usefixtures("filled")
def test_the_file_is_for_its_owner_only_also_where_it_was_there_before(home: Path) -> None:
    (home / "en.json").write_text("gammalt", encoding="utf-8")
    (home / "en.json").chmod(0o644)
    export(None, "M-0001", home / "en.json", as_json=False)
    assert stat.S_IMODE((home / "en.json").stat().st_mode) == 0o600
    assert json.loads((home / "en.json").read_text("utf-8"))["name"] == "Siv von Alm"


@pytest.mark.usefixtures("filled")
def test_one_person_is_one_document_and_all_are_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    export(None, "M-0003", None, as_json=True)
    one = json.loads(capsys.readouterr().out)
    assert one["id"] == "M-0003"
    assert {consent["kind"] for consent in one["consents"]} == {"matching", "guardian", "guardian_document"}
    export(None, None, None, as_json=True)
    assert [found["id"] for found in json.loads(capsys.readouterr().out)] == ["M-0001", "M-0002", "M-0003", "M-0004"]


@pytest.mark.usefixtures("filled")
def test_without_a_file_the_csv_is_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    export(None, "M-0001", None, as_json=False)
    said = capsys.readouterr()
    assert said.out.startswith("\ufeffNummer;")
    assert said.err == ""


@pytest.mark.usefixtures("filled")
def test_an_export_is_written_down_about_each_person() -> None:
    export(None, None, None, as_json=True)
    with at_desk(None) as desk:
        exported = [event for event in desk.books.audit.of() if event.what == "member-exported"]
    assert len({event.member_id for event in exported}) == len(VARIED)
    assert {event.who for event in exported} == {"operator"}


def test_a_consent_no_longer_in_force_is_exported_as_no(capsys: pytest.CaptureFixture[str]) -> None:
    with at_desk(None) as desk:
        fields = {"first_name": "Siv", "last_name": "Alm", "consent_matching": True}
        add_member(desk, Form(Kind.REGISTRATION, fields))
    people.restrict_member(None, "M-0001")
    capsys.readouterr()
    export(None, None, None, as_json=False)
    head, row = (line.split(";") for line in capsys.readouterr().out.strip().split("\r\n"))
    assert row[head.index("Samtycke till matchning på uppgifter om hälsa")] == "nej"


@pytest.mark.parametrize(
    ("to", "as_json", "told"),
    [("alla.xlsx", False, "på .csv, .json, .pdf eller .html"), ("alla.json", True, "ta bort --json")],
)
def test_a_wrong_target_is_told(home: Path, to: str, as_json: bool, told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        export(None, None, home / to, as_json=as_json)
