"""How a register is opened: a key is made only for a register that is new, and a new register is told of."""

import os
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from medverkan.bot.parts import open_parts
from medverkan.bot.settings import SettingsError, load


def test_a_lost_key_is_asked_for_and_never_replaced(config: Path) -> None:
    with closing(open_parts(load(config))) as parts, parts.store.transaction() as books:
        books.audit.add("something", "operator", datetime(2027, 3, 1, tzinfo=UTC))
    key = config.parent / "medverkan.key"
    kept = key.read_bytes()
    key.unlink()
    for _ in range(2):
        with pytest.raises(SettingsError, match=r"medverkan\.key saknas men registret finns: lägg tillbaka den"):
            open_parts(load(config))
        assert not key.exists()
    key.write_bytes(kept)
    open_parts(load(config)).close()


def test_a_register_without_content_may_get_a_key_anew(config: Path) -> None:
    open_parts(load(config)).close()
    key = config.parent / "medverkan.key"
    key.unlink()
    open_parts(load(config)).close()
    assert key.exists()


def test_a_new_register_is_told_of_once(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_parts(load(config)).close()
    assert capsys.readouterr().err == f"medverkan: nytt register i {config.parent}\n"
    open_parts(load(config)).close()
    assert capsys.readouterr().err == ""


def test_only_the_owner_can_read_the_register_and_its_key(config: Path) -> None:
    before = os.umask(0)
    try:
        with closing(open_parts(load(config))) as parts, parts.store.transaction():
            modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in config.parent.glob("medverkan.[dk]*")}
    finally:
        os.umask(before)
    assert {"medverkan.db", "medverkan.db-wal", "medverkan.key"} <= set(modes)
    assert set(modes.values()) == {0o600}


def test_a_home_that_cannot_be_made_is_named(config: Path) -> None:
    home = config / "home"
    with pytest.raises(SettingsError, match=f"MEDVERKAN_HOME: mappen {home} går inte att skapa"):
        open_parts(load(config, home=home))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_home_that_cannot_be_written_is_named(config: Path) -> None:
    home = config.parent / "home"
    home.mkdir(mode=0o500)
    with pytest.raises(SettingsError, match=f"MEDVERKAN_HOME: mappen {home} går inte att skriva i"):
        open_parts(load(config, home=home))
