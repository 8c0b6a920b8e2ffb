"""What a piece of work writes: the transactions that it begins and the rows that it changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from medverkan.bot.parts import Parts


@contextmanager
def written(parts: Parts) -> Iterator[list[str]]:
    """Yield the write transactions that are begun and the writes that are made, in order."""
    said: list[str] = []

    def begun(connection: Any) -> None:
        if not connection.get_execution_options().get("reading"):
            said.append("BEGIN")

    def ran(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.startswith(("INSERT", "UPDATE", "DELETE")):
            said.append(statement)

    listeners = (("begin", begun), ("before_cursor_execute", ran))
    for name, listener in listeners:
        event.listen(parts.store.engine, name, listener)
    yield said
    for name, listener in listeners:
        event.remove(parts.store.engine, name, listener)
