"""Whether a database has this version's schema, and any content, told without Alembic: it costs ten megabytes.

A migration's file begins with its revision, and the revisions are numbered.
"""

from pathlib import Path

from sqlalchemy import Engine, column, inspect, literal, select, table

MIGRATIONS = Path(__file__).parent / "migrations"
_VERSION = table("alembic_version", column("version_num"))


def newest() -> str:
    """Return the revision of the newest migration."""
    return max(file.name.partition("_")[0] for file in (MIGRATIONS / "versions").glob("[0-9]*_*.py"))


def is_newest(engine: Engine) -> bool:
    """Tell whether the database is at the newest revision; an empty one is not."""
    with engine.connect() as connection:
        if not inspect(connection).has_table(_VERSION.name):
            return False
        return connection.execute(select(_VERSION.c.version_num)).scalar() == newest()


def has_schema(engine: Engine) -> bool:
    """Tell whether a register was ever made in the database."""
    with engine.connect() as connection:
        return inspect(connection).has_table(_VERSION.name)


def holds_rows(engine: Engine) -> bool:
    """Tell whether any table of the register, of whatever revision, has a row."""
    with engine.connect().execution_options(reading=True) as connection:
        if not (tables := inspect(connection)).has_table(_VERSION.name):
            return False
        names = [name for name in tables.get_table_names() if name != _VERSION.name]
        return any(connection.execute(select(literal(1)).select_from(table(name)).limit(1)).first() for name in names)
