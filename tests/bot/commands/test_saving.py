"""Backup and restore: the drill on both databases, and everything that can be wrong with a file."""

import json
import os
import subprocess
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from medverkan.bot.commands import people, saving
from medverkan.bot.commands.erasing import erase_member
from medverkan.bot.holding import HeldError, holding
from medverkan.bot.parts import open_parts
from medverkan.bot.settings import SettingsError, load
from medverkan.storage import ledger
from medverkan.storage.backup import BackupError
from medverkan.storage.books import Books
from medverkan.storage.values import Member
from tests.bot.commands.conftest import SETTINGS
from tests.bot.remains import remains

WORDS = ["Kanarina", "Voljärsson", "0701740666", "701740666", "fjädersjuka"]
KANARINA = ["first_name=Kanarina", "last_name=Voljärsson", "phone=070-174 06 66", "experience=Jag har fjädersjuka"]
RUT = ["first_name=Rut", "last_name=Granlund", "phone=070-174 06 21", "municipality=Nybro"]


@pytest.fixture(params=["sqlite", "postgresql"])
def home(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a home on each of the two databases, with two people in its register."""
    monkeypatch.setenv("MEDVERKAN_HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    url = request.getfixturevalue("postgres_database") if request.param == "postgresql" else "sqlite:///medverkan.db"
    (tmp_path / "home/medverkan.toml").write_text(f'{SETTINGS}\n[storage]\nurl = "{url}"\n', "utf-8")
    people.add(None, KANARINA)
    people.add(None, RUT)
    return tmp_path / "home"


@pytest.fixture
def file(home: Path, tmp_path: Path) -> Path:
    """Give a copy of that register."""
    assert saving.backup(None, tmp_path / "kopia.medverkan", as_json=False) == 0
    return tmp_path / "kopia.medverkan"


def of_register(ask: Callable[[Books], Any]) -> Any:
    parts = open_parts(load())
    try:
        with parts.store.reading() as books:
            return ask(books)
    finally:
        parts.close()


def members() -> list[Member]:
    found: list[Member] = of_register(lambda books: list(books.members.all()))
    return found


def restored(file: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    capsys.readouterr()
    assert saving.restore(None, file, yes=True, as_json=True) == 0
    said: dict[str, Any] = json.loads(capsys.readouterr().out)
    return said


def test_the_drill_who_was_erased_stays_erased_and_the_rest_is_whole(
    file: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rut = members()[1]
    assert erase_member(None, "M-0001", yes=True, as_json=False) == 0
    done = restored(file, capsys)
    assert members() == [rut]
    assert (done["members"], done["erased_again"]) == (1, 1)
    parts = open_parts(load())
    for kept in [*home.glob("medverkan.db.2*"), *home.glob("*.medverkan")]:
        kept.unlink()
    assert remains(parts.store, home, WORDS) == []
    parts.close()
    # Restored once more, from the same copy, it is still so.
    assert restored(file, capsys)["erased_again"] == 1
    assert members() == [rut]


def test_the_ledger_alone_in_the_home_is_enough(file: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    erase_member(None, "M-0001", yes=True, as_json=False)
    parts = open_parts(load())
    with parts.store.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM erasure")
    parts.close()
    restored(file, capsys)
    assert [one.name for one in members()] == ["Rut Granlund"]
    assert len(of_register(lambda books: books.ledger.all())) == 1


def test_the_ledger_alone_in_the_register_is_enough(file: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    erase_member(None, "M-0001", yes=True, as_json=False)
    (home / ledger.FILE_NAME).unlink()
    restored(file, capsys)
    assert [one.name for one in members()] == ["Rut Granlund"]
    assert len(ledger.read(home)) == 1


def test_who_registered_anew_under_an_old_number_is_not_taken_for_the_erased(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    erase_member(None, "M-0001", yes=True, as_json=False)
    people.add(None, KANARINA)
    saving.backup(None, tmp_path / "senare.medverkan", as_json=False)
    restored(tmp_path / "senare.medverkan", capsys)
    assert sorted(one.name for one in members()) == ["Kanarina Voljärsson", "Rut Granlund"]


def test_no_chat_is_linked_to_a_lead_any_more(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parts = open_parts(load())
    try:
        with parts.store.transaction() as books:
            books.chats.expect("karin@region.example", "abc", datetime.now(UTC) + timedelta(minutes=15))
            assert books.chats.link(["karin@region.example"], "abc", "42", datetime.now(UTC))
    finally:
        parts.close()
    linked = file.with_name("kopplad.medverkan")
    assert saving.backup(None, linked, as_json=False) == 0
    assert saving.restore(None, linked, yes=True, as_json=False) == 0
    assert of_register(lambda books: books.chats.chat_of("karin@region.example")) == ""


def test_numbers_go_on_after_the_highest_that_is_known(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people.add(None, ["first_name=Efteråt", "last_name=Ek"])
    assert members()[-1].number == "M-0003"
    restored(file, capsys)
    people.add(None, ["first_name=Ännu", "last_name=Ek"])
    assert members()[-1].number == "M-0004"


def test_the_old_register_is_kept_and_nothing_is_overwritten_without_yes(
    file: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people.add(None, ["first_name=Efteråt", "last_name=Ek"])
    with pytest.raises(SettingsError, match="--yes"):
        saving.restore(None, file, yes=False, as_json=False)
    assert len(members()) == 3
    kept = Path(restored(file, capsys)["kept"])
    assert kept.stat().st_size > 0
    assert len(members()) == 2


def test_while_the_service_holds_the_home_nothing_is_restored(file: Path, home: Path) -> None:
    with holding(home, alone=False), pytest.raises(SettingsError, match="stoppa tjänsten"):
        saving.restore(None, file, yes=True, as_json=False)
    with holding(home, alone=True), pytest.raises(HeldError), holding(home, alone=False):
        pass


def test_a_copy_holds_neither_key_nor_password_nor_anything_readable(file: Path, home: Path) -> None:
    key = (home / "medverkan.key").read_bytes().strip()
    with zipfile.ZipFile(file) as archive:
        told = b"".join(archive.read(name) for name in archive.namelist())
    for word in (key, *(word.encode() for word in WORDS)):
        assert word not in told
    assert file.stat().st_mode & 0o077 == 0
    assert [one for one in file.parent.iterdir() if one.name.startswith(".")] == []


@pytest.mark.parametrize("spoilt", ["cut", "changed", "foreign", "empty", "other-zip", "newer"])
def test_a_file_that_is_no_whole_copy_changes_nothing(file: Path, spoilt: str) -> None:
    raw = file.read_bytes()
    if spoilt == "other-zip":
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("word/document.xml", "<w/>")
    elif spoilt == "newer":
        _with_manifest(file, revision="9999")
    elif spoilt == "changed":
        middle = len(raw) // 3
        file.write_bytes(raw[:middle] + bytes([raw[middle] ^ 1]) + raw[middle + 1 :])
    else:
        file.write_bytes({"cut": raw[: len(raw) // 2], "foreign": b"%PDF-1.4 hej", "empty": b""}[spoilt])
    before = members()
    with pytest.raises(BackupError, match=r"kopia|skadad|nyare"):
        saving.restore(None, file, yes=True, as_json=False)
    assert members() == before


def _with_manifest(file: Path, **changed: Any) -> None:
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["manifest.json"] = json.dumps(json.loads(parts["manifest.json"]) | changed).encode()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_a_copy_made_with_another_key_is_refused(file: Path, home: Path) -> None:
    _with_manifest(file, key="0" * 32)
    with pytest.raises(SettingsError, match="annan nyckel"):
        saving.restore(None, file, yes=True, as_json=False)


def test_without_the_key_no_new_one_is_made(file: Path, home: Path) -> None:
    (home / "medverkan.key").unlink()
    with pytest.raises(SettingsError, match="lägg tillbaka den först"):
        saving.restore(None, file, yes=True, as_json=False)
    assert not (home / "medverkan.key").exists()


def test_a_copy_never_takes_another_files_place(file: Path) -> None:
    with pytest.raises(BackupError, match="finns redan"):
        saving.backup(None, file, as_json=False)


def test_a_password_in_the_url_is_on_no_command_line(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlalchemy import create_engine

    from medverkan.storage import backup

    seen: list[Any] = []

    def run(command: list[str], *, env: dict[str, str], **_: Any) -> Any:
        seen.extend([command, env["PGPASSWORD"]])
        raise OSError(2, os.strerror(2))

    monkeypatch.setattr(subprocess, "run", run)
    engine = create_engine("postgresql+psycopg://u:kanarielosen@db.example:5433/register")
    with pytest.raises(OSError, match="No such file"):
        backup._postgres("pg_dump", engine, [])
    assert "kanarielosen" not in " ".join(seen[0])
    assert seen[1] == "kanarielosen"
