"""`share`: the people of one case for the one who is named in the settings, and nobody and nothing else."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from medverkan.bot.commands import exporting, people
from medverkan.bot.commands.sharing import share
from medverkan.bot.parts import Parts
from medverkan.bot.settings import SettingsError
from medverkan.storage.lifecycle import InvitationEvent
from tests.bot.documents.shown import text_of_pdf
from tests.storage.rows import add_request

NAMED = '\n[counterpart]\nname = "Kajsa Ström"\n'
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _case(parts: Parts) -> None:
    """A case with one who is called, one who is restricted since, and one who is only on the list."""
    for first, number in (("Rut", 21), ("Asta", 22), ("Egon", 23)):
        told = [f"first_name={first}", "last_name=Granlund", f"phone=070-174 06 {number}", "experience=Kanariesjuka"]
        people.add(None, [*told, "municipality=Nybro", "support_needs=Kanariehjälp"])
    with parts.store.transaction() as books:
        request = add_request(books, unit="Hälsocentralen Ek", description="Kanariebeskrivning")
        proposal = books.proposals.add(request, [], (), {}, matcher="m", inputs_sha256="0" * 64, now=NOW)
        for number, member in enumerate(books.members.all(), 1):
            invitation = books.invitations.add(request, member.id, proposal, number, NOW)
            if number < 3:
                books.invitations.move(invitation, InvitationEvent.PICKED, NOW)
    people.restrict_member(None, "M-0002")


def named(home: Path) -> None:
    with (home / "medverkan.toml").open("a", encoding="utf-8") as file:
        file.write(NAMED)


def test_only_who_is_picked_is_on_the_page_and_nothing_of_health(
    home: Path, parts: Parts, capsys: pytest.CaptureFixture[str]
) -> None:
    named(home)
    people.edit(
        None,
        "M-0003",
        [f"birth_year={datetime.now(UTC).year - 10}", "guardian_name=Ulla Ek", "guardian_phone=070-174 06 29"],
    )
    with parts.store.transaction() as books:
        request, member = books.requests.get("F-2026-0001"), books.members.get("M-0003")
        invitation = books.invitations.get(request.id, member.id) if request and member else None
        assert invitation
        books.invitations.move(invitation, InvitationEvent.PICKED, NOW)
    assert share(None, "F-2026-0001", home / "p.pdf") == 0
    page = " ".join(text_of_pdf((home / "p.pdf").read_bytes()).split())
    assert all(word in page for word in ("Rut Granlund", "070-174 06 21", "Nybro", "Kajsa Ström", "Hälsocentralen Ek"))
    assert "Ulla Ek, 070-174 06 29" in page
    assert not [word for word in ("Asta", "Kanarie", "070-174 06 22", "070-174 06 23") if word in page]
    assert (home / "p.pdf").stat().st_mode & 0o077 == 0
    assert "spärrad" in capsys.readouterr().err
    with parts.store.reading() as books:
        assert [line.detail["to"] for line in books.audit.of(what="member-shared")] == ["Kajsa Ström"] * 2


def test_who_is_only_on_the_list_is_not_shown(home: Path) -> None:
    named(home)
    share(None, "F-2026-0001", home / "p.pdf")
    assert "Egon" not in text_of_pdf((home / "p.pdf").read_bytes())


def test_the_person_reads_in_their_extract_who_has_seen_it(home: Path) -> None:
    named(home)
    share(None, "F-2026-0001", home / "p.pdf")
    exporting.export(None, "M-0001", home / "utdrag.html", as_json=False)
    assert "Utvecklingsledaren på Kommunförbundet" in (home / "utdrag.html").read_text("utf-8")


def test_without_a_name_or_a_case_or_anybody_picked_nothing_is_written(home: Path, parts: Parts) -> None:
    with pytest.raises(SettingsError, match="counterpart"):
        share(None, "F-2026-0001", home / "p.pdf")
    named(home)
    with parts.store.transaction() as books:
        empty = add_request(books).number
    for number, name in (("F-2026-0099", "p.pdf"), (empty, "p.pdf"), ("F-2026-0001", "p.csv")):
        with pytest.raises(SettingsError):
            share(None, number, home / name)
    assert not (home / "p.pdf").exists()
