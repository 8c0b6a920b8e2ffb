"""The one door to what is remembered: an engine, a vault, and transactions that hand out the books.

Everything is synchronous; the service runs it in one thread. A write transaction on SQLite takes the write lock at its
start (BEGIN IMMEDIATE), so that what was read in it still holds when it writes.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from medverkan.storage.book import StaleError
from medverkan.storage.books import Books
from medverkan.storage.vault import Vault

# Of PostgreSQL (its appendix A): disk full; serialization failure and deadlock.
CANNOT_WRITE = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, "53100"})
STILL_IN_FILE = (
    "Det raderade kan ligga kvar krypterat i databasens lediga utrymme, eftersom tjänsten använde den. "
    "Stoppa tjänsten och kör: medverkan db tidy"
)
IN_POSTGRES = "Databasserverns egen logg (WAL), replikor och säkerhetskopior: fråga den som sköter den."
OTHERS_IN_THE_WAY = frozenset({sqlite3.SQLITE_BUSY, "40001", "40P01"})


class StorageError(Exception):
    """Base of what goes wrong in this room."""


class FullError(StorageError):
    """The disk is full or the database cannot be written: stop taking mail, say so, try later."""


class Store:
    """A register: one database and the vault that opens it."""

    def __init__(self, engine: Engine, vault: Vault) -> None:
        self.engine = engine
        self.vault = vault

    @contextmanager
    def transaction(self) -> Iterator[Books]:
        """Yield the books of one write transaction: all of it is committed at the end, or nothing.

        Raises FullError when the database cannot be written for want of room, and StaleError when another worker was
        in the way: on SQLite it wrote for longer than our patience, on PostgreSQL the two waited for each other.
        """
        with (
            _translated(),
            self.engine.begin() as connection,
            Session(connection, expire_on_commit=False) as session,
        ):
            books = Books(session, self.vault)
            yield books
            books.audit.flush()
            session.flush()

    @contextmanager
    def reading(self) -> Iterator[Books]:
        """Yield the books for reading only; nothing done in it is kept."""
        with (
            _translated(),
            self.engine.connect().execution_options(reading=True) as connection,
            Session(connection, expire_on_commit=False) as session,
        ):
            yield Books(session, self.vault)

    def tidy(self) -> list[str]:
        """Write the database anew, so that nothing erased is left in its free pages or its journal.

        Returns a Swedish sentence on what could not be done, since somebody else uses the database; [] where all was.
        """
        if self.engine.dialect.name == "postgresql":
            return _tidy_postgres(self.engine)
        return _tidy_sqlite(self.engine)

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def open_engine(url: str, home: Path) -> Engine:
    """Return an engine for `url`; a relative SQLite path is relative to `home`. Connects to nothing yet.

    SQLite: WAL, foreign keys on, synchronous FULL, five seconds' patience. Raises StorageError for another database.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "postgresql":
        return create_engine(parsed, pool_pre_ping=True, hide_parameters=True)
    if parsed.get_backend_name() != "sqlite":
        raise StorageError(f"databasen {parsed.get_backend_name()} stöds inte: sqlite eller postgresql+psycopg")
    if parsed.database and parsed.database != ":memory:":
        parsed = parsed.set(database=str(home / parsed.database))
    engine = create_engine(parsed, hide_parameters=True)
    event.listen(engine, "do_connect", _make_private)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _tidy_sqlite(engine: Engine) -> list[str]:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        try:
            # No BEGIN of ours: neither runs within a transaction.
            cursor = connection.connection.cursor()
            cursor.execute("VACUUM")
            busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except sqlite3.OperationalError:
            busy = 1
    return [STILL_IN_FILE] if busy else []


def _tidy_postgres(engine: Engine) -> list[str]:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        try:
            connection.exec_driver_sql("SET lock_timeout = '20s'")
            connection.exec_driver_sql("VACUUM FULL")
        except OperationalError:
            return [STILL_IN_FILE, IN_POSTGRES]
        finally:
            connection.exec_driver_sql("SET lock_timeout = 0")
    return [IN_POSTGRES]


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        # SQLite's code is the low byte: a full disk is also met as one of the I/O errors, of the shared memory's file.
        code = getattr(error.orig, "sqlstate", None) or getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
        if code in CANNOT_WRITE:
            raise FullError("databasen kan inte skrivas: disken är full eller går inte att skriva på") from error
        if code in OTHERS_IN_THE_WAY:
            raise StaleError("another worker was in the way") from error
        raise


def _make_private(_dialect: Any, _record: Any, arguments: Any, _options: Any) -> None:
    # Whatever the umask is; the journal files get the mode of the database.
    if arguments and arguments[0] != ":memory:":
        with contextlib.suppress(OSError):
            os.close(os.open(arguments[0], os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # The driver's own BEGIN is switched off, so that ours decides which lock is taken.
    connection.isolation_level = None
    # What the operating system keeps of the file anyway, each connection would keep 2 MB of once more.
    for pragma in ("busy_timeout=5000", "foreign_keys=ON", "synchronous=FULL", "secure_delete=ON", "cache_size=-500"):
        connection.execute(f"PRAGMA {pragma}")
    _switch_to_wal(connection)


def _switch_to_wal(connection: Any) -> None:
    # A new database that two processes open at once: SQLite refuses the switch without waiting, whatever busy_timeout.
    for pause_s in (*[0.05] * 100, None):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if pause_s is None:
                raise
            Event().wait(pause_s)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def utc(moment: datetime) -> datetime:
    """Return `moment` in UTC. Raises ValueError for a naive one."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone says nothing")
    return moment.astimezone(UTC)
