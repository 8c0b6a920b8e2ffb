"""A copy from before this version's schema: read in, brought up to date, and whoever was erased since stays so."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import MetaData, insert

from medverkan.bot.commands import saving
from medverkan.bot.commands.erasing import erase_member
from medverkan.bot.parts import open_parts, open_vault
from medverkan.bot.settings import load
from medverkan.storage import schema
from medverkan.storage.backup import back_up
from medverkan.storage.store import Store, open_engine
from tests.bot.remains import remains

OLD = [f"{number:04d}" for number in range(3, 6)]
MADE = datetime(2026, 2, 1, tzinfo=UTC)
PEOPLE = {"M-0001": "Kanarina", "M-0002": "Rut"}


def old_copy(home: Path, revision: str) -> Path:
    """Make a copy as a version of that schema made it, of two people and a mail."""
    settings = load()
    vault = open_vault(settings)
    engine = open_engine("sqlite:///old.db", home)
    config = schema._config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    tables = MetaData()
    tables.reflect(engine)
    with engine.begin() as connection:
        for number, name in PEOPLE.items():
            row_id = f"{number}".ljust(32, "x")
            card, profile = (vault.seal(f"member.{column}:{row_id}", told.encode()) for column, told in (
                ("card", f'{{"first_name": "{name}", "last_name": "Voljärsson"}}'), ("profile", "{}")))  # fmt: skip
            connection.execute(insert(tables.tables["member"]), {
                "id": row_id, "number": number, "status": "active", "version": 1, "card": card, "profile": profile,
                "email_key": "", "phone_key": "", "missing": "", "created_at": MADE})  # fmt: skip
        connection.execute(insert(tables.tables["counter"]), {"name": "member", "value": len(PEOPLE)})
    store = Store(engine, vault)
    file = home.parent / f"{home.name}-{revision}.medverkan"
    back_up(store, home, file, MADE)
    store.close()
    for left in home.glob("old.db*"):
        left.unlink()
    return file


@pytest.mark.parametrize("revision", OLD)
def test_an_old_copy_is_brought_up_to_date_and_forgets_who_was_erased_since(home: Path, revision: str) -> None:
    file = old_copy(home, revision)
    assert saving.restore(None, file, yes=True, as_json=False) == 0
    erase_member(None, "M-0001", yes=True, as_json=False)
    assert saving.restore(None, file, yes=True, as_json=False) == 0
    parts = open_parts(load())
    try:
        assert schema.current(parts.store.engine)[0] == schema.current(parts.store.engine)[1]
        assert schema.differences(parts.store.engine) == []
        with parts.store.reading() as books:
            assert [(one.number, one.name) for one in books.members.all()] == [("M-0002", "Rut Voljärsson")]
        for kept in home.glob("medverkan.db.*"):
            kept.unlink()
        assert remains(parts.store, home, ["Kanarina"]) == []
    finally:
        parts.close()
