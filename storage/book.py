"""What every book of the register can: seal and open fields of its rows, count, and change a row compare-and-set.

Statements are built once for each table and set of columns and run on the connection itself: building them anew, and
keeping objects in step with rows, would cost more than the database does. Every one sees what the session holds unsent;
what is changed by them is read by them too, since an object that the session holds would not know of it.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    Column,
    Connection,
    CursorResult,
    Executable,
    Insert,
    Row,
    Select,
    Table,
    Update,
    bindparam,
    insert,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel

from medverkan.storage.tables import LARGE, CounterRow
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

    def run(self, statement: Executable, parameters: Mapping[str, Any] | None = None) -> CursorResult[Any]:
        """Run one statement that deals in rows and not in objects."""
        self.session.flush()
        even = {name: _even(value) if isinstance(value, list) else value for name, value in (parameters or {}).items()}
        return self._connection().execute(statement, even)

    def rows(
        self, table: type[SQLModel], wanted: Mapping[str, Any], *order: str, most: int | None = None
    ) -> Sequence[Row[Any]]:
        """Return the rows in which each of those columns has that value, or one of those where a tuple is given."""
        how = tuple((name, type(value) is tuple, value is None) for name, value in wanted.items())
        values = {name: value for name, value in wanted.items() if value is not None}
        return self.run(_where(table, order, most, how), values).all()

    def row(self, table: type[SQLModel], **wanted: Any) -> Row[Any] | None:
        """Return one such row, None where there is none."""
        return next(iter(self.rows(table, wanted, most=1)), None)

    def update(self, table: type[SQLModel], row_id: str, values: Mapping[str, Any], **expected: Any) -> Any:
        """Write `values` to that row if it still is as `expected` (compare and set); return it as it is now.

        What is large (see `columns`) is not among what is returned. Raises StaleError.
        """
        same = tuple((name, value is None) for name, value in expected.items())
        parameters = {"row_id": row_id}
        parameters |= {f"new_{name}": value for name, value in values.items()}
        parameters |= {f"was_{name}": value for name, value in expected.items() if value is not None}
        row: Any = None
        if self._returns():
            row = self.run(_update(table, tuple(values), same, returning=True), parameters).first()
        elif self.run(_update(table, tuple(values), same, returning=False), parameters).rowcount == 1:
            row = self.run(by_id(table), {"row_id": row_id}).one()
        if row is None:
            raise StaleError(f"{table.__tablename__} has changed meanwhile")
        return row

    def insert(self, table: type[SQLModel], values: Mapping[str, Any]) -> None:
        """Insert one row."""
        self.run(_insert(table), values)

    def insert_new(self, row: SQLModel) -> bool:
        """Insert `row`; return False, with nothing changed, where one of its unique keys is taken.

        Where another transaction is writing the same key, it is waited for.
        """
        return self.insert_values(type(row), row.model_dump())

    def insert_values(self, table: type[SQLModel], values: Mapping[str, Any]) -> bool:
        """Do as `insert_new` does with the values of a row."""
        return self.run(_insert_new(table, self._connection().dialect.name), values).rowcount == 1

    def next_number(self, name: str) -> int:
        """Return the next running number of that name, from 1. The row is locked until the transaction ends."""
        number = self._count(name)
        if number is None:
            self.insert_values(CounterRow, {"name": name, "value": 0})
            number = self._count(name)
        if number is None:
            raise StaleError("counter has changed meanwhile")
        return number

    def _count(self, name: str) -> int | None:
        counted = self.run(_counted(returning=self._returns()), {"counter": name})
        if not self._returns():
            counted = self.run(_counter(), {"counter": name})
        row = counted.first()
        return int(row[0]) if row else None

    def _connection(self) -> Connection:
        # The store binds a session to the connection of its transaction; asking the session costs as much as a row.
        bind = self.session.bind
        return bind if isinstance(bind, Connection) else self.session.connection()

    def _returns(self) -> bool:
        # SQLite before 3.35 cannot tell what it has written.
        return self._connection().dialect.update_returning


def _even(among: list[Any]) -> list[Any]:
    """Return what is looked among with its last one repeated, so that lists of all lengths make few statements.

    Each connection keeps the statements that it has prepared, one for each length: megabytes, with the cases.
    """
    return among + among[-1:] * ((1 << (len(among) - 1).bit_length()) - len(among))


@cache
def _table(table: type[SQLModel]) -> Table:
    return SQLModel.metadata.tables[str(table.__tablename__)]


@cache
def columns(table: type[SQLModel]) -> tuple[Column[Any], ...]:
    """Return the columns that a row is read by: all but the large ones, which are only read when asked for."""
    return tuple(column for column in _table(table).columns if not column.info.get(LARGE))


@cache
def by_id(table: type[SQLModel]) -> Select[Any]:
    """Return the statement that reads one row; its parameter is `row_id`."""
    return select(*columns(table)).where(_table(table).c.id == bindparam("row_id"))


@cache
def _where(
    table: type[SQLModel], order: tuple[str, ...], most: int | None, how: tuple[tuple[str, bool, bool], ...]
) -> Select[Any]:
    of = _table(table).c
    statement = select(*columns(table)).order_by(*(of[name] for name in order)).limit(most)
    for name, is_tuple, is_null in how:
        value: BindParameter[Any] = bindparam(name, expanding=is_tuple)
        statement = statement.where(
            of[name].is_(None) if is_null else of[name].in_(value) if is_tuple else of[name] == value
        )
    return statement


@cache
def _update(
    table: type[SQLModel], names: tuple[str, ...], same: tuple[tuple[str, bool], ...], *, returning: bool
) -> Update:
    of = _table(table).c
    statement = update(_table(table)).where(of.id == bindparam("row_id"))
    for name, is_null in same:
        statement = statement.where(of[name].is_(None) if is_null else of[name] == bindparam(f"was_{name}"))
    statement = statement.values({name: bindparam(f"new_{name}", type_=of[name].type) for name in names})
    return statement.returning(*columns(table)) if returning else statement


@cache
def _insert(table: type[SQLModel]) -> Insert:
    return insert(_table(table)).inline()


@cache
def _insert_new(table: type[SQLModel], dialect: str) -> Executable:
    statement = (postgresql.insert if dialect == "postgresql" else sqlite.insert)(_table(table))
    return statement.on_conflict_do_nothing().inline().execution_options(preserve_rowcount=True)


@cache
def _counted(*, returning: bool) -> Update:
    of = _table(CounterRow).c
    statement = update(_table(CounterRow)).where(of.name == bindparam("counter")).values(value=of.value + 1)
    return statement.returning(of.value) if returning else statement


@cache
def _counter() -> Select[Any]:
    of = _table(CounterRow).c
    return select(of.value).where(of.name == bindparam("counter"))


def _json(value: Any) -> bytes:
    # Mail may hold lone surrogates where its bytes were not what it said; json.loads reads them back.
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
