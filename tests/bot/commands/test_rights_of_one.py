"""The rights as commands: an extract to read, a correction with before and after, an objection that counts at once."""

from pathlib import Path

import pytest

from medverkan.bot.commands import exporting, people
from medverkan.bot.commands.erasing import erase_member
from medverkan.bot.parts import Parts
from medverkan.bot.settings import SettingsError
from medverkan.storage.lifecycle import MemberStatus
from tests.bot.documents.shown import text_of_pdf
from tests.bot.remains import remains

RUT = [
    "first_name=Rut", "last_name=Granlund", "phone=070-174 06 21", "municipality=Nybro",
    "experience=Stroke <2021> & rehab", "consent_matching=ja",
]  # fmt: skip


@pytest.fixture(autouse=True)
def _rut(parts: Parts) -> None:
    people.add(None, RUT)


def test_an_extract_is_a_page_that_says_everything_and_needs_nothing_beside_it(home: Path) -> None:
    file = home / "utdrag.html"
    assert exporting.export(None, "M-0001", file, as_json=False) == 0
    page = file.read_text("utf-8")
    for told in ("Rut Granlund", "Nybro", "Stroke &lt;2021&gt; &amp; rehab", "det du berättat om din hälsa",
                 "uppgifter om personen exporterades", "imy.se", "Vartannat år"):  # fmt: skip
        assert told in page
    assert "http" not in page
    assert file.stat().st_mode & 0o077 == 0


def test_an_extract_is_about_one_person(home: Path) -> None:
    with pytest.raises(SettingsError, match="om en person"):
        exporting.export(None, None, home / "alla.html", as_json=False)


def test_a_correction_is_on_record_with_before_and_after(parts: Parts) -> None:
    people.edit(None, "M-0001", ["last_name=Ljung", "municipality=Torsås"])
    with parts.store.reading() as books:
        member = books.members.get("M-0001")
        assert member
        (edited,) = [event for event in books.audit.of(member_id=member.id) if event.what == "member-edited"]
    assert edited.detail["before"] == {"last_name": "Granlund", "municipality": "Nybro"}
    assert edited.detail["after"] == {"last_name": "Ljung", "municipality": "Torsås"}


def test_a_correction_stands_in_the_extract_with_before_and_after(home: Path) -> None:
    people.edit(None, "M-0001", ["last_name=Ljung", "municipality="])
    exporting.export(None, "M-0001", home / "utdrag.pdf", as_json=False)
    told = text_of_pdf((home / "utdrag.pdf").read_bytes())
    assert "Efternamn från ”Granlund” till ”Ljung”" in told
    assert "Kommun från ”Nybro” till ”tomt”" in told


def test_an_older_name_goes_with_the_person(parts: Parts, home: Path) -> None:
    with parts.store.transaction() as books:
        books.tasks.add("review", "k", books.members.get("M-0001").created_at, note="Ring Rut Granlund")  # type: ignore[union-attr]
    people.edit(None, "M-0001", ["last_name=Ljung"])
    erase_member(None, "M-0001", yes=True, as_json=False)
    assert remains(parts.store, home, ["Granlund", "Ljung"]) == []


def test_an_objection_takes_the_person_out_at_once(parts: Parts) -> None:
    assert people.object_member(None, "m-0001") == 0
    with parts.store.reading() as books:
        member = books.members.get("M-0001")
        assert member
        assert member.status is MemberStatus.RESTRICTED
        assert books.consents.live(member.id, "matching") is None
        assert [task.kind for task in books.tasks.open_tasks(member_id=member.id)] == ["rights"]
        assert "member-objected" in [event.what for event in books.audit.of(member_id=member.id)]
