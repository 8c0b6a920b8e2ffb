"""The door to what is remembered: how the databases are opened, and what a transaction keeps."""

import sqlite3
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from medverkan.storage.book import StaleError
from medverkan.storage.lifecycle import MailState
from medverkan.storage.store import FullError, StorageError, Store, open_engine, utc
from medverkan.storage.values import Member
from tests.storage.overlap import in_transaction, overlapping
from tests.storage.rows import NOW, OpenStore, add_mail, add_member, add_request


def _ask(store: Store, statement: str) -> object:
    with store.engine.connect() as connection:
        return connection.execute(text(statement)).scalar()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("foreign_keys", 1), ("synchronous", 2), ("busy_timeout", 5000)],
)
def test_sqlite_is_opened_to_lose_nothing(sqlite_store: Store, pragma: str, value: object) -> None:
    assert _ask(sqlite_store, f"PRAGMA {pragma}") == value


def test_a_relative_sqlite_file_lies_in_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (elsewhere := tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(elsewhere)
    engine = open_engine("sqlite:///medverkan.db", tmp_path)
    engine.connect().close()
    engine.dispose()
    assert (tmp_path / "medverkan.db").exists()
    assert list(elsewhere.iterdir()) == []


def test_an_absolute_sqlite_file_lies_where_it_says(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/there.db", tmp_path / "home")
    engine.connect().close()
    engine.dispose()
    assert (tmp_path / "there.db").exists()


def test_another_database_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="mssql"):
        open_engine("mssql://x", tmp_path)


def test_a_dangling_reference_is_refused(store: Store) -> None:
    with pytest.raises(IntegrityError), store.transaction() as books:
        books.consents.give("nobody", "matching", how="form", by="self", now=NOW)
    with store.reading() as books:
        assert books.consents.live_kinds() == {}


def test_a_transaction_keeps_all_or_nothing(store: Store) -> None:
    with suppress(KeyError), store.transaction() as books:
        add_member(books)
        add_mail(books)
        books.audit.add("registered", "bot", NOW)
        raise KeyError
    with store.reading() as books:
        assert (list(books.members.all()), books.mails.count(MailState.STORED), books.audit.of()) == ([], 0, [])
    with store.transaction() as books:
        add_member(books)
    with store.reading() as books:
        assert len(list(books.members.all())) == 1


def test_reading_never_keeps_anything(store: Store, member: Member) -> None:
    with store.reading() as books:
        add_request(books)
        books.members.edit(member, {"first_name": "Annan"}, ())
    with suppress(KeyError), store.reading() as books:
        add_request(books)
        raise KeyError
    with store.reading() as books:
        assert books.requests.in_state() == []
        assert list(books.members.all()) == [member]


def test_a_connection_that_has_read_can_write_afterwards(sqlite_store: Store) -> None:
    with sqlite_store.reading() as books:
        assert list(books.members.all()) == []
    begun: list[str] = []
    event.listen(sqlite_store.engine, "before_cursor_execute", lambda *args: begun.append(args[2]))
    with sqlite_store.transaction() as books:
        add_member(books)
    with sqlite_store.reading() as books:
        assert len(list(books.members.all())) == 1
    assert [statement for statement in begun if statement.startswith("BEGIN")] == ["BEGIN IMMEDIATE", "BEGIN"]


def test_a_reader_blocks_no_writer_and_sees_only_what_is_committed(store: Store, open_store: OpenStore) -> None:
    with open_store().reading() as reader:
        assert list(reader.members.all()) == []
        with store.transaction() as writer:
            add_member(writer)
            assert list(reader.members.all()) == []
            with open_store().reading() as another:
                assert list(another.members.all()) == []
    with open_store().reading() as reader:
        assert len(list(reader.members.all())) == 1


def test_a_writer_sees_what_the_one_before_it_wrote(store: Store) -> None:
    numbers = overlapping(store, lambda books: add_member(books).number, lambda books: add_member(books).number)
    assert numbers == ["M-0001", "M-0002"]


def test_a_writer_who_has_waited_in_vain_is_told_to_look_again(sqlite_store: Store) -> None:
    event.listen(sqlite_store.engine, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout=0"))
    with sqlite_store.transaction() as books:
        add_member(books)
        with pytest.raises(StaleError), sqlite_store.transaction() as other:
            list(other.members.all())
    with sqlite_store.reading() as books:
        assert len(list(books.members.all())) == 1


def _limit(store: Store, pages: int) -> None:
    """Let the database grow by that many pages only."""
    with store.engine.connect() as connection:
        size = connection.execute(text("PRAGMA page_count")).scalar_one()
        connection.execute(text(f"PRAGMA max_page_count = {size + pages}"))


@pytest.mark.parametrize("pages", range(0, 24, 4))
def test_a_full_disk_is_told_and_nothing_is_written_by_half(sqlite_store: Store, pages: int) -> None:
    with sqlite_store.transaction() as books:
        add_member(books)
    _limit(sqlite_store, pages)
    with pytest.raises(FullError, match="full"), sqlite_store.transaction() as books:
        add_request(books)
        add_mail(books, b"x" * 200_000)
    with sqlite_store.reading() as books:
        assert (books.requests.in_state(), books.mails.count(MailState.STORED)) == ([], 0)
        assert len(list(books.members.all())) == 1
    _limit(sqlite_store, 1000)
    with sqlite_store.transaction() as books:
        assert add_request(books).number == "F-2026-0001"
        add_mail(books, b"x" * 200_000)


def _sqlite_error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("some words")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "full"),
    [
        (_sqlite_error(sqlite3.SQLITE_FULL), True),
        (_sqlite_error(sqlite3.SQLITE_IOERR_SHMSIZE), True),
        (_sqlite_error(sqlite3.SQLITE_IOERR_WRITE), True),
        (_sqlite_error(sqlite3.SQLITE_READONLY), True),
        (_sqlite_error(sqlite3.SQLITE_BUSY), False),
        (sqlite3.OperationalError("full"), False),
        (psycopg.errors.DiskFull("whatever the language"), True),
        (psycopg.errors.ConnectionFailure("no space left"), False),
    ],
)
def test_a_database_that_cannot_be_written_is_known_by_its_code(store: Store, error: Exception, full: bool) -> None:
    def fail(_: object) -> None:
        raise OperationalError("INSERT", {}, error)

    assert isinstance(in_transaction(store, fail), FullError) == full


def test_what_went_wrong_in_the_database_names_nobody(store: Store) -> None:
    with pytest.raises(DBAPIError) as wrong, store.engine.begin() as connection:
        connection.execute(text("SELECT * FROM nowhere WHERE name = :name"), {"name": "Ines Palm"})
    assert "Ines" not in str(wrong.value)


def test_a_moment_is_told_in_utc_and_never_without_a_zone() -> None:
    summer = datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    assert utc(summer) == summer
    assert utc(summer).tzinfo == UTC
    with pytest.raises(ValueError, match="zone"):
        utc(datetime(2026, 7, 1, 12))  # noqa: DTZ001
