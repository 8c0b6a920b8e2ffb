"""What every book of the register can: seal and open fields of its rows, count, and change a row compare-and-set."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import CursorResult, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel, col, select

from medverkan.storage.tables import CounterRow
from medverkan.storage.vault import Vault


class StaleError(Exception):
    """Somebody else moved it first: nothing was changed, look again."""


class Book:
    """One kind of thing within one transaction."""

    def __init__(self, session: Session, vault: Vault) -> None:
        self.session = session
        self.vault = vault

    def seal(self, column: str, row_id: str, value: Any) -> bytes:
        """Return `value` (bytes as they are, anything else as JSON) sealed for "table.column" and that row."""
        plain = value if isinstance(value, bytes) else _json(value)
        return self.vault.seal(f"{column}:{row_id}", plain)

    def open_bytes(self, column: str, row_id: str, sealed: bytes) -> bytes:
        """Return sealed bytes opened. Raises VaultError."""
        return self.vault.open(f"{column}:{row_id}", sealed)

    def open(self, column: str, row_id: str, sealed: bytes) -> Any:
        """Return a sealed JSON value opened. Raises VaultError."""
        return json.loads(self.open_bytes(column, row_id, sealed))

    def change(self, row: Any, values: Mapping[str, Any], **expected: Any) -> None:
        """Write `values` to that row if it still is as `expected` (compare and set). Raises StaleError."""
        table = type(row)
        statement = update(table).where(table.id == row.id).execution_options(synchronize_session=False)
        for name, value in expected.items():
            statement = statement.where(getattr(table, name) == value)
        self.session.flush()
        result = self.session.execute(statement.values(**values))
        if isinstance(result, CursorResult) and result.rowcount != 1:
            self.session.expire(row)
            raise StaleError(f"{table.__tablename__} has changed meanwhile")
        self.session.refresh(row)

    def insert_new(self, row: SQLModel) -> bool:
        """Insert `row`; return False, with nothing changed, where one of its unique keys is taken.

        Where another transaction is writing the same key, it is waited for.
        """
        insert = postgresql.insert if self.session.get_bind().dialect.name == "postgresql" else sqlite.insert
        statement = insert(type(row)).values(**row.model_dump()).on_conflict_do_nothing()
        self.session.flush()
        result = self.session.connection().execute(statement, execution_options={"preserve_rowcount": True})
        return result.rowcount == 1

    def next_number(self, name: str) -> int:
        """Return the next running number of that name, from 1. The row is locked until the transaction ends."""
        if not self._count(name):
            self.insert_new(CounterRow(name=name, value=0))
            self._count(name)
        return self.session.exec(select(CounterRow.value).where(CounterRow.name == name)).one()

    def _count(self, name: str) -> bool:
        statement = update(CounterRow).where(col(CounterRow.name) == name).values(value=col(CounterRow.value) + 1)
        result = self.session.execute(statement)
        return isinstance(result, CursorResult) and result.rowcount == 1


def _json(value: Any) -> bytes:
    # Mail may hold lone surrogates where its bytes were not what it said; json.loads reads them back.
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
