"""The schema: what the migrations make is what the models say, on both databases."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic import command
from sqlalchemy import inspect, text

from medverkan.storage import revision, schema
from medverkan.storage.store import Store
from tests.storage.rows import OpenStore


def _downgrade(store: Store) -> None:
    config = schema._config()
    with store.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")


def test_the_migrations_add_up_to_the_models(store: Store) -> None:
    assert schema.differences(store.engine) == []


def test_a_missing_table_column_or_index_is_told_as_a_difference(store: Store) -> None:
    with store.engine.begin() as connection:
        connection.execute(text("DROP TABLE receipt"))
        connection.execute(text("ALTER TABLE task DROP COLUMN reminded"))
        connection.execute(text("DROP INDEX uq_mail_first"))
    differences = " ".join(schema.differences(store.engine))
    assert all(name in differences for name in ("receipt", "reminded", "uq_mail_first"))


def test_an_empty_database_has_no_revision_and_an_upgraded_one_the_newest(open_store: OpenStore) -> None:
    store = open_store()
    found, newest = schema.current(store.engine)
    assert found is None
    schema.upgrade(store.engine)
    assert schema.current(store.engine) == (newest, newest)


def test_upgrading_twice_changes_nothing(store: Store, case: object) -> None:
    before = inspect(store.engine).get_table_names()
    schema.upgrade(store.engine)
    assert inspect(store.engine).get_table_names() == before
    with store.reading() as books:
        assert books.requests.in_state() == [case]


def test_a_database_can_be_taken_down_and_up_again(store: Store, case: object, member: object) -> None:
    _downgrade(store)
    assert inspect(store.engine).get_table_names() == ["alembic_version"]
    schema.upgrade(store.engine)
    assert schema.differences(store.engine) == []


def test_workers_that_start_at_once_upgrade_one_after_the_other(open_store: OpenStore) -> None:
    stores = [open_store() for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda store: schema.upgrade(store.engine), stores))
    assert schema.differences(stores[0].engine) == []


def test_an_upgrade_that_dies_half_way_leaves_the_database_as_it_was(open_store: OpenStore) -> None:
    store = open_store()
    with store.engine.begin() as connection:
        connection.execute(text("CREATE TABLE task (id INTEGER)"))
    with pytest.raises(Exception, match="task"):
        schema.upgrade(store.engine)
    assert inspect(store.engine).get_table_names() == ["task"]


def test_whether_a_database_is_at_the_newest_revision_is_told_without_alembic(store: Store) -> None:
    assert (revision.newest(), revision.newest()) == schema.current(store.engine)
    assert revision.is_newest(store.engine)
    _downgrade(store)
    assert not revision.is_newest(store.engine)


def test_an_empty_database_is_not_at_the_newest_revision(open_store: OpenStore) -> None:
    assert not revision.is_newest(open_store().engine)
