"""Bringing a database up to the schema of this version, and telling whether it is there. Alembic does the work."""

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, func, select
from sqlmodel import SQLModel

import medverkan.storage.tables_contact
import medverkan.storage.tables_register  # noqa: F401 - the models register themselves
from medverkan.storage.revision import MIGRATIONS

UPGRADE_LOCK = 0x6D656476  # "medv"


def upgrade(engine: Engine) -> None:
    """Bring the database to the newest schema; nothing happens where it is there already."""
    config = _config()
    newest = ScriptDirectory.from_config(config).get_current_head()
    with engine.begin() as connection:
        # Two workers may start at once. On SQLite the transaction itself has locked the database.
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(UPGRADE_LOCK)))
        if MigrationContext.configure(connection).get_current_revision() == newest:
            return
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def current(engine: Engine) -> tuple[str | None, str | None]:
    """Return the schema's revision in the database (None: empty) and the newest one."""
    with engine.connect() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    return found, ScriptDirectory.from_config(_config()).get_current_head()


def differences(engine: Engine) -> list[str]:
    """Return what differs between the database and the models, one line each; empty when nothing does."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return [repr(difference) for difference in compare_metadata(context, SQLModel.metadata)]


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
