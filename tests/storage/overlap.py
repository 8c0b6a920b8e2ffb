"""Two transactions that overlap: the second meets the first one's locks before the first is committed.

The one thing to know: SQLite lets one write transaction in at a time, so there the second waits at its start.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from sqlalchemy import text

from medverkan.storage.books import Books
from medverkan.storage.store import Store

T = TypeVar("T")
WAITING = text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")


def in_transaction(store: Store, act: Callable[[Books], T]) -> T | Exception:
    """Do something in a transaction of its own; return the answer, or what went wrong."""
    try:
        with store.transaction() as books:
            return act(books)
    except Exception as error:  # noqa: BLE001 - the test says which one it must be
        return error


def overlapping(store: Store, first: Callable[[Books], T], second: Callable[[Books], T]) -> list[T | Exception]:
    """Do `first`, begin `second`, and commit the first when the second is done or waits for it."""
    with ThreadPoolExecutor(1) as pool:
        with store.transaction() as books:
            one = first(books)
            other = pool.submit(in_transaction, store, second)
            _until_it_waits(store, other)
        return [one, other.result(timeout=60)]


def at_once(store: Store, *acts: Callable[[Books], T]) -> list[T | Exception]:
    """Do everything at the same moment, each in a transaction of its own."""
    barrier = Barrier(len(acts))

    def start(act: Callable[[Books], T]) -> T | Exception:
        barrier.wait(timeout=60)
        return in_transaction(store, act)

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(start, acts))


def _until_it_waits(store: Store, other: Future[T | Exception]) -> None:
    if store.engine.dialect.name != "postgresql":
        return
    waits = 0
    while not waits and not other.done():
        with store.engine.connect() as connection:
            waits = connection.execute(WAITING).scalar_one()
