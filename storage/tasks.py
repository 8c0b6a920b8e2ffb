"""What waits for a person or a day, and the phone calls made. `key` makes every task and reminder at most once."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, and_, bindparam, or_
from sqlalchemy import select as select_columns
from sqlmodel import SQLModel, col, func, select

from medverkan.storage.book import Book, StaleError, columns
from medverkan.storage.tables import CallRow, TaskRow, new_id
from medverkan.storage.values import Call, Task

# Outcomes of a call in which nobody was spoken to.
NOT_REACHED = ("no_answer",)


class TaskBook(Book):
    """Tasks and calls."""

    def add(
        self,
        kind: str,
        key: str,
        due: datetime,
        *,
        request_id: str | None = None,
        member_id: str | None = None,
        mail_id: str | None = None,
        note: str = "",
    ) -> Task:
        """Write down one task; the one with that key stands as it is where there already is one."""
        if known := self.of_key(key):
            return known
        row_id = new_id()
        row = TaskRow(
            id=row_id,
            number=f"T-{self.next_number('task'):04d}",
            key=key,
            kind=kind,
            request_id=request_id,
            member_id=member_id,
            mail_id=mail_id,
            due=due,
            note=self.seal("task.note", row_id, note),
        )
        return self._value(row if self.insert_new(row) else self.row(TaskRow, key=key))

    def open_tasks(
        self,
        *,
        kinds: Iterable[str] = (),
        request_id: str | None = None,
        member_id: str | None = None,
        due_by: datetime | None = None,
        key: str = "",
    ) -> list[Task]:
        """Return what still waits, soonest first, narrowed by what is given; `key` is how the keys begin."""
        given = {
            "kinds": list(kinds),
            "request_id": request_id,
            "member_id": member_id,
            "due_by": due_by,
            "key": f"{_escaped(key)}%" if key else "",
        }
        given = {name: value for name, value in given.items() if value}
        return [self._value(row) for row in self.run(_open(tuple(given)), given)]

    def reminders(self, kinds: tuple[str, ...], due_by: datetime, also: str) -> list[Task]:
        """Return what of those kinds is due, soonest first, and the task of the key `also` whenever it is due.

        Their notes are left sealed: this is asked every minute.
        """
        rows: Iterable[Any] = self.run(_reminders(kinds), {"due_by": due_by, "also": also})
        return [
            Task(task_id, number, kind, request_id, member_id, mail_id, due, attempts, reminded, None, "")
            for task_id, number, kind, request_id, member_id, mail_id, due, attempts, reminded in rows
        ]

    def of_key(self, key: str) -> Task | None:
        """Return the task with that key, done or not."""
        row = self.row(TaskRow, key=key)
        return self._value(row) if row else None

    def last_done(self, kinds: Iterable[str]) -> dict[str, datetime]:
        """Return when a task of those kinds was last done about each member that there is one about."""
        done = func.max(TaskRow.done_at)
        about = (
            col(TaskRow.kind).in_(list(kinds)),
            col(TaskRow.member_id).is_not(None),
            col(TaskRow.done_at).is_not(None),
        )
        found = self.session.exec(select(TaskRow.member_id, done).where(*about).group_by(col(TaskRow.member_id)))
        return {str(member_id): at for member_id, at in found if at}

    def by_number(self, number: str) -> Task | None:
        """Return the task of that number ("T-0012"), whether it waits or is done."""
        row = self.row(TaskRow, number=number)
        return self._value(row) if row else None

    def done(self, task: Task, now: datetime) -> None:
        """Close a task; closing it again changes nothing."""
        with suppress(StaleError):
            self.update(TaskRow, task.id, {"done_at": now}, done_at=None)

    def put_off(self, task: Task, due: datetime, *, attempts: int | None = None, reminded: int | None = None) -> None:
        """Give a task a later day, and count an attempt or a reminder. Raises StaleError."""
        values = {
            "due": due,
            "attempts": task.attempts if attempts is None else attempts,
            "reminded": task.reminded if reminded is None else reminded,
        }
        was = {"attempts": task.attempts, "reminded": task.reminded, "due": task.due, "done_at": None}
        self.update(TaskRow, task.id, values, **was)

    def note(self, task: Task, note: str) -> Task:
        """Replace the note of a task, wherever it is on its way."""
        return self._value(self.update(TaskRow, task.id, {"note": self.seal("task.note", task.id, note)}))

    def called(
        self,
        member_id: str,
        outcome: str,
        *,
        by: str,
        now: datetime,
        task: Task | None = None,
        request_id: str | None = None,
        note: str = "",
    ) -> None:
        """Write down one attempt to reach a person by phone."""
        row_id = new_id()
        words = self.seal("call.words", row_id, {"by": by, "note": note})
        self.session.add(
            CallRow(
                id=row_id,
                task_id=task.id if task else None,
                member_id=member_id,
                request_id=request_id,
                at=now,
                outcome=outcome,
                words=words,
            )
        )

    def calls(self, member_id: str, request_id: str | None = None) -> list[Call]:
        """Return the attempts to reach that person (in that case), oldest first."""
        statement = select(CallRow).where(CallRow.member_id == member_id).order_by(col(CallRow.at), CallRow.id)
        if request_id:
            statement = statement.where(CallRow.request_id == request_id)
        return [self._call(row) for row in self.session.exec(statement)]

    def last_talked(self) -> dict[str, datetime]:
        """Return when each person who was ever phoned was last reached by phone."""
        spoken = col(CallRow.outcome).not_in(NOT_REACHED)
        found = self.session.exec(
            select(CallRow.member_id, func.max(CallRow.at)).where(spoken).group_by(col(CallRow.member_id))
        )
        return {member_id: at for member_id, at in found if at}

    def _call(self, row: CallRow) -> Call:
        words = self.open("call.words", row.id, row.words)
        return Call(
            id=row.id,
            task_id=row.task_id,
            member_id=row.member_id,
            request_id=row.request_id,
            at=row.at,
            outcome=row.outcome,
            by=words["by"],
            note=words["note"],
        )

    def _value(self, row: Any) -> Task:
        return Task(
            id=row.id,
            number=row.number,
            kind=row.kind,
            request_id=row.request_id,
            member_id=row.member_id,
            mail_id=row.mail_id,
            due=row.due,
            attempts=row.attempts,
            reminded=row.reminded,
            done_at=row.done_at,
            note=self.open("task.note", row.id, row.note),
        )


def _escaped(beginning: str) -> str:
    for sign in "/%_":
        beginning = beginning.replace(sign, f"/{sign}")
    return beginning


@cache
def _open(narrowed: tuple[str, ...]) -> Select[Any]:
    of = SQLModel.metadata.tables["task"].c
    by = {
        "kinds": of.kind.in_(bindparam("kinds", expanding=True)),
        "request_id": of.request_id == bindparam("request_id"),
        "member_id": of.member_id == bindparam("member_id"),
        "due_by": of.due <= bindparam("due_by"),
        "key": of.key.like(bindparam("key"), escape="/"),
    }
    statement = select_columns(*columns(TaskRow)).where(of.done_at.is_(None), *(by[name] for name in narrowed))
    return statement.order_by(of.due, of.number)


@cache
def _reminders(kinds: tuple[str, ...]) -> Select[Any]:
    of = SQLModel.metadata.tables["task"].c
    # In the order of a Task's fields.
    named = of.id, of.number, of.kind, of.request_id, of.member_id, of.mail_id, of.due, of.attempts, of.reminded
    # Not IN, which is put together anew each time it is asked.
    due = and_(of.done_at.is_(None), of.due <= bindparam("due_by"), or_(*(of.kind == kind for kind in kinds)))
    return select_columns(*named).where(or_(due, of.key == bindparam("also"))).order_by(of.due, of.number)
