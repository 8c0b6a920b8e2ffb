"""A store on each of the two databases, and the few things that most tests put into it.

The one thing to know: `database_url` is parametrised, so every test that asks for `store` runs on SQLite (a real file)
and on PostgreSQL.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from medverkan.storage import schema
from medverkan.storage.store import Store, open_engine
from medverkan.storage.values import Member, Request
from medverkan.storage.vault import Vault
from tests.storage.rows import MASTER, OpenStore, add_member, add_request


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the URL of an empty database of the test's own, once for each kind."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgres_database"))
    return f"sqlite:///{tmp_path}/medverkan.db"


@pytest.fixture
def open_store(database_url: str, tmp_path: Path) -> Iterator[OpenStore]:
    """Give the function that opens stores on the database; they are closed afterwards."""
    opened: list[Store] = []

    def open_one(master: bytes = MASTER) -> Store:
        store = Store(open_engine(database_url, tmp_path), Vault(master))
        opened.append(store)
        return store

    yield open_one
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: OpenStore) -> Store:
    """Give an empty register with the newest schema."""
    store = open_store()
    schema.upgrade(store.engine)
    return store


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Store]:
    """Give an empty register on SQLite, for what SQLite alone can do."""
    with closing(Store(open_engine("sqlite:///medverkan.db", tmp_path), Vault(MASTER))) as store:
        schema.upgrade(store.engine)
        yield store


@pytest.fixture
def postgres_store(postgres_database: str, tmp_path: Path) -> Iterator[Store]:
    """Give an empty register on PostgreSQL, for what happens only where two can write at once."""
    with closing(Store(open_engine(postgres_database, tmp_path), Vault(MASTER))) as store:
        schema.upgrade(store.engine)
        yield store


@pytest.fixture
def member(store: Store) -> Member:
    """Give one resident who is in the register."""
    with store.transaction() as books:
        return add_member(books)


@pytest.fixture
def case(store: Store) -> Request:
    """Give one case that is open."""
    with store.transaction() as books:
        return add_request(books)
