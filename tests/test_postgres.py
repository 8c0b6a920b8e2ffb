"""The throw-away PostgreSQL that other tests lean on."""

from pathlib import Path

from sqlalchemy import NullPool, create_engine, make_url, text

from tests.postgres import fresh_database


def _ask(url: str, *statements: str) -> list[object]:
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        results = [connection.execute(text(statement)) for statement in statements]
        return [row[0] for row in results[-1]] if results[-1].returns_rows else []


def test_a_database_is_empty_and_takes_swedish_text(postgres_database: str) -> None:
    tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    assert _ask(postgres_database, tables) == []
    _ask(postgres_database, "CREATE TABLE word (word text)", "INSERT INTO word VALUES ('Närstående')")
    assert _ask(postgres_database, "SELECT word FROM word") == ["Närstående"]


def test_two_databases_do_not_see_each_other(postgres_url: str) -> None:
    with fresh_database(postgres_url) as one, fresh_database(postgres_url) as other:
        _ask(one, "CREATE TABLE word (word text)")
        assert _ask(other, "SELECT to_regclass('word')") == [None]


def test_a_database_is_dropped_even_while_somebody_is_connected(postgres_url: str) -> None:
    with fresh_database(postgres_url) as url:
        engine = create_engine(url)
        engine.connect().close()  # back to the pool, which keeps it open
    assert make_url(url).database not in _ask(postgres_url, "SELECT datname FROM pg_database")
    engine.dispose()


def test_the_server_listens_on_a_socket_in_its_own_folder_only(postgres_url: str) -> None:
    assert Path(str(make_url(postgres_url).query["host"])).is_dir()
    assert _ask(postgres_url, "SHOW listen_addresses") == [""]


def test_the_server_folds_case_as_a_production_server_does(postgres_url: str) -> None:
    assert _ask(postgres_url, "SELECT lower('ÅÄÖ')") == ["åäö"]
