"""Whether a database has this version's schema, told without Alembic: it costs ten megabytes that a service keeps.

A migration's file begins with its revision, and the revisions are numbered.
"""

from pathlib import Path

from sqlalchemy import Engine, column, inspect, select, table

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
