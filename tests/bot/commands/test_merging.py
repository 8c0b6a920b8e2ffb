"""`members merge`: both posts beside each other and what comes of them; done with --yes only, and undone."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from medverkan.bot.commands import exporting, people
from medverkan.bot.commands.merging import merge_members, undo_merge
from medverkan.bot.parts import Parts
from medverkan.bot.settings import SettingsError

RUT = ["first_name=Rut", "last_name=Granlund", "phone=070-174 06 21", "municipality=Nybro", "consent_sms=ja"]
RUTH = ["first_name=Ruth", "last_name=Granlund", "phone=070-174 06 22", "municipality=Kalmar", "consent_sms=nej"]


@pytest.fixture(autouse=True)
def _both(parts: Parts) -> None:
    people.add(None, RUT)
    people.add(None, RUTH)


def names(parts: Parts) -> list[str]:
    with parts.store.reading() as books:
        return [member.name for member in books.members.all()]


def test_what_would_come_of_it_is_shown_and_nothing_is_done(parts: Parts, capsys: pytest.CaptureFixture[str]) -> None:
    assert merge_members(None, "m-0002", "M-0001", [], yes=False, as_json=False) == 1
    shown = capsys.readouterr()
    assert all(word in shown.out for word in ("M-0002", "M-0001", "blir", "070-174 06 21", "070-174 06 22"))
    assert "frågas om igen: sms" in shown.err
    assert "Inget är gjort" in shown.err
    assert names(parts) == ["Rut Granlund", "Ruth Granlund"]
    with parts.store.reading() as books:
        assert [event.what for event in books.audit.of(what="member-read")] == ["member-read"] * 2


def test_with_yes_it_is_done_and_undone(parts: Parts, capsys: pytest.CaptureFixture[str]) -> None:
    assert merge_members(None, "M-0002", "M-0001", ["phone=m-0001"], yes=True, as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["done"], told["gone"], told["kept"], told["ask_again"]) == (True, "M-0002", "M-0001", ["sms"])
    assert told["fields"]["phone"] == {"M-0002": "+46701740622", "M-0001": "+46701740621", "now": "+46701740621"}
    assert names(parts) == ["Ruth Granlund"]
    with pytest.raises(SettingsError, match="redan sammanslagen"):
        merge_members(None, "M-0002", "M-0001", [], yes=True, as_json=False)
    assert undo_merge(None, "m-0002", as_json=True) == 0
    assert json.loads(capsys.readouterr().out) == {
        "back": "M-0002", "kept": "M-0001", "changed_since": 0, "kept_changed_since": False, "newer": 0,
    }  # fmt: skip
    assert names(parts) == ["Rut Granlund", "Ruth Granlund"]


def test_what_is_written_wrongly_is_told(parts: Parts) -> None:
    for gone, kept, keep in (("M-0002", "M-0099", ""), ("M-0002", "M-0001", "phone"), ("M-0002", "m-0002", "")):
        with pytest.raises(SettingsError):
            merge_members(None, gone, kept, [keep] if keep else [], yes=True, as_json=False)
    assert names(parts) == ["Rut Granlund", "Ruth Granlund"]


def test_the_extract_of_somebody_who_was_two_tells_of_it(
    parts: Parts, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    merge_members(None, "M-0002", "M-0001", [], yes=True, as_json=True)
    with parts.store.transaction() as books:
        member = books.members.get("M-0001")
        assert member
        books.signatures.add(member.id, "guardian", "guardian 1", date(2026, 3, 2), datetime.now(UTC))
    assert exporting.export(None, "M-0002", home / "utdrag.html", as_json=False) == 0
    page = (home / "utdrag.html").read_text("utf-8")
    assert "två poster om samma person slogs ihop" in page
    assert "första vårdnadshavaren skrev under" in page
    undo_merge(None, "M-0002", as_json=False)
    assert exporting.export(None, "M-0002", home / "utdrag2.html", as_json=False) == 0
    capsys.readouterr()
    assert people.show_one(None, "M-0001", as_json=False) == 0
    assert "första vårdnadshavaren skrev under" in capsys.readouterr().out
