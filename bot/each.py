"""One item, one transaction: how a stage walks through what waits for it.

An item that somebody else moved meanwhile is left alone; one that brings its stage down is logged and left where it is,
and the loop goes on. Most of what waits waits for a day or a person: that is found out by reading, so that a tick on
which nothing is due takes no lock and writes nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

import structlog

from medverkan.bot.failure import failure
from medverkan.bot.parts import Parts
from medverkan.bot.post import Desk
from medverkan.storage.book import StaleError
from medverkan.storage.store import StorageError

log = structlog.get_logger()


class HasId(Protocol):
    """Anything remembered."""

    @property
    def id(self) -> str:
        """Its row's id."""
        ...


Item = TypeVar("Item", bound=HasId)


def each(
    parts: Parts,
    items: Sequence[Item],
    act: Callable[[Desk, Item], int],
    now: Callable[[], datetime],
    is_due: Callable[[Desk, Item], bool] | None = None,
) -> int:
    """Let `act` deal with every item in a transaction of its own; return the sum of what it says it did.

    `is_due` tells by reading alone where `act` would do nothing; without it every item is due. Raises StorageError
    where the register itself cannot be written.
    """
    done = 0
    for item in _due(parts, items, is_due, now()) if is_due and items else items:
        try:
            with parts.store.transaction() as books:
                count = act(Desk(books, parts, now()), item)
            done += count
        except StaleError:
            continue
        except StorageError:
            raise
        except Exception as error:  # noqa: BLE001
            log.error("stage failed", stage=act.__module__.rpartition(".")[2], item=item.id, error=failure(error))
    return done


def _due(parts: Parts, items: Iterable[Item], is_due: Callable[[Desk, Item], bool], now: datetime) -> list[Item]:
    found = []
    with parts.store.reading() as books:
        desk = Desk(books, parts, now)
        for item in items:
            try:
                due = is_due(desk, item)
            except StorageError:
                raise
            except Exception:  # noqa: BLE001
                # Tried all the same: there it is told what is wrong with it.
                due = True
            found += [item] if due else []
    return found
