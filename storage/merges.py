"""Two posts of one person become one, and can be parted again for a while.

Every row that points at the one who goes is given to the one who stays. What the rows said before and after is kept
sealed beside it, column by column, so that parting them puts back what nobody has touched since, and nothing else.
Words are kept opened within that seal, since whoever is erased must be found in them too.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, LargeBinary, Table, delete, exists, func, insert, update
from sqlalchemy import select as select_columns
from sqlmodel import SQLModel, col, select

from medverkan.storage.book import Book
from medverkan.storage.members import MemberBook
from medverkan.storage.tables import AuditRow, CallRow, InvitationRow, MemberRow, TaskRow, new_id
from medverkan.storage.tables_register import MergeRow
from medverkan.storage.values import Invitation, Member

Values = dict[str, Any]
Rows = dict[tuple[str, str], Values]
MEMBER = str(MemberRow.__tablename__)


@dataclass(frozen=True, slots=True)
class Merge:
    """One person who stood there twice. `undo` is empty once it is too late to part them."""

    id: str
    member_id: str
    gone_id: str
    gone_number: str
    at: datetime
    undo: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Parted:
    """What parting two could not put back: how many rows had changed, whether the one who stayed had, what is new."""

    changed: int
    kept_changed: bool
    newer: int


class MergeBook(Book):
    """Who was two and is one."""

    def lock(self, members: Iterable[Member]) -> None:
        """Keep others from writing about these people until the transaction ends."""
        ids = [member.id for member in members]
        self.session.exec(select(MemberRow.id).where(col(MemberRow.id).in_(ids)).with_for_update()).all()

    def rows_of(self, *members: Member) -> Rows:
        """Return every row about these people, themselves too, but what is sealed, by table and id."""
        ids = [member.id for member in members]
        found: Rows = {}
        for table in _tables():
            mine = table.c["id" if table.name == MEMBER else "member_id"].in_(ids)
            for row in self.run(select_columns(*_open(table)).where(mine)):
                found[table.name, row.id] = dict(row._mapping)
        return found

    def shared(self, one: Member, other: Member) -> list[str]:
        """Return the ids of the cases that both were put before the lead in."""
        theirs = select(InvitationRow.request_id).where(InvitationRow.member_id == other.id)
        mine = col(InvitationRow.member_id) == one.id, col(InvitationRow.request_id).in_(theirs)
        return list(self.session.exec(select(InvitationRow.request_id).where(*mine).order_by(col(InvitationRow.id))))

    def drop(self, invitation: Invitation) -> None:
        """Take away one of two invitations of one person to one case."""
        self.run(delete(InvitationRow).where(col(InvitationRow.id) == invitation.id))

    def outdate(self, invitation: Invitation, version: int) -> None:
        """Let an invitation go on from that version, so that no key made of one is used again."""
        self.run(update(InvitationRow).where(col(InvitationRow.id) == invitation.id).values(version=version))

    def hand_over(self, gone: Member, kept: Member) -> None:
        """Give every row of the one to the other, and delete the one."""
        for table in _tables():
            if table.name != MEMBER:
                self.run(update(table).where(table.c.member_id == gone.id).values(member_id=kept.id))
        key = col(TaskRow.key)
        renamed = func.replace(key, gone.id, kept.id)
        taken = {row.key for row in self.run(select_columns(key).where(key.contains(kept.id)))}
        for row in self.run(select_columns(col(TaskRow.id), key).where(key.contains(gone.id))).all():
            if row.key.replace(gone.id, kept.id) not in taken:
                self.run(update(TaskRow).where(col(TaskRow.id) == row.id).values(key=renamed))
        self.run(delete(MemberRow).where(col(MemberRow.id) == gone.id))

    def remember(self, gone: Member, kept: Member, before: Rows, now: datetime) -> Merge:
        """Write down that the one is the other now, and how it was `before`; the last thing done.

        Both as they were then: what the one who stays has become is read.
        """
        after = self.rows_of(kept)
        row_id = new_id()
        undo = {
            "gone": _plain(before.pop((MEMBER, gone.id))) | {"fields": dict(gone.fields)},
            "kept": _plain(before.pop((MEMBER, kept.id))) | {"fields": dict(kept.fields)},
            "kept_version": after.pop((MEMBER, kept.id))["version"],
            "rows": [
                [table, one, _plain(_differing(was, after[table, one])), _plain(_differing(after[table, one], was))]
                for (table, one), was in before.items()
                if (table, one) in after and was != after[table, one]
            ],
            "dropped": [[table, _plain(was)] for (table, one), was in before.items() if (table, one) not in after],
            "added": [[table, one] for table, one in after if (table, one) not in before],
        }
        merge = Merge(row_id, kept.id, gone.id, gone.number, now, undo)
        row = MergeRow(
            id=row_id, member_id=kept.id, gone_id=gone.id, gone_number=gone.number, at=now,
            undo=self.seal("merge.undo", row_id, undo),
        )  # fmt: skip
        self.insert(MergeRow, row.model_dump())
        return merge

    def undo(self, merge: Merge) -> Parted:
        """Part two again: put back every row that is as the merge left it; tell what is not."""
        undo = merge.undo
        people = MemberBook(self.session, self.vault)
        kept_changed = not self._put_back_kept(people, merge)
        fields = undo["gone"]["fields"]
        gone = _typed({key: value for key, value in undo["gone"].items() if key != "fields"})
        gone |= {"version": gone["version"] + 1, **people.sealed(merge.gone_id, fields)}
        self.run(insert(_table(MEMBER)), gone)
        changed = sum(not self._put_back(*row) for row in undo["rows"])
        for table, values in undo["dropped"]:
            self.run(insert(_table(table)), _typed(values))
        for table, row_id in undo["added"]:
            self._take_away(table, row_id)
        self.run(delete(MergeRow).where(col(MergeRow.id) == merge.id))
        return Parted(changed, kept_changed, self._newer(merge))

    def of_gone(self, number_or_id: str) -> Merge | None:
        """Return the merge by which that number, or id, went into another."""
        asked = (col(MergeRow.gone_number) == number_or_id.upper()) | (col(MergeRow.gone_id) == number_or_id)
        row = self.session.exec(select(MergeRow).where(asked)).first()
        return self._value(row) if row else None

    def into(self, member: Member) -> list[tuple[str, str]]:
        """Return id and number of everybody who has gone into that person."""
        known = select(MergeRow.gone_id, MergeRow.gone_number).where(MergeRow.member_id == member.id)
        return [(gone_id, number) for gone_id, number in self.session.exec(known.order_by(col(MergeRow.id)))]

    def all(self) -> Iterator[Merge]:
        """Yield every merge, oldest first."""
        for row in self.session.exec(select(MergeRow).order_by(col(MergeRow.id))):
            yield self._value(row)

    def old(self, before: datetime, most: int | None = None) -> list[str]:
        """Return the ids of the merges from before then that can still be undone."""
        due = col(MergeRow.at) < before, col(MergeRow.emptied_at).is_(None)
        return [row.id for row in self.run(select_columns(col(MergeRow.id)).where(*due).limit(most))]

    def forget(self, ids: Iterable[str], now: datetime) -> None:
        """Empty what was kept of how it was: those cannot be undone any more."""
        for row_id in ids:
            values = {"undo": self.seal("merge.undo", row_id, {}), "emptied_at": now}
            self.run(update(MergeRow).where(col(MergeRow.id) == row_id).values(values))

    def _put_back_kept(self, people: MemberBook, merge: Merge) -> bool:
        """Let the one who stayed be as before; return False where they have been changed since, and stay so."""
        was = merge.undo["kept"]
        known = self.run(select_columns(col(MemberRow.version)).where(col(MemberRow.id) == merge.member_id)).one()
        if known.version != merge.undo["kept_version"]:
            return False
        # A version is never used for two contents: whoever remembers the merged one must see that it has changed.
        values = _typed({key: value for key, value in was.items() if key not in ("fields", "id")})
        values |= {"version": known.version + 1, **people.sealed(merge.member_id, was["fields"])}
        self.run(update(MemberRow).where(col(MemberRow.id) == merge.member_id).values(values))
        return True

    def _put_back(self, name: str, row_id: str, before: Values, after: Values) -> bool:
        table = _table(name)
        row = self.run(select_columns(*_open(table)).where(table.c.id == row_id)).first()
        if row is None:
            return False
        now, then = dict(row._mapping), _typed(after)
        same = {key: value for key, value in _typed(before).items() if now[key] == then[key]}
        if same:
            self.run(update(table).where(table.c.id == row_id).values(same))
        return len(same) == len(before)

    def _take_away(self, name: str, row_id: str) -> None:
        table = _table(name)
        statement = delete(table).where(table.c.id == row_id)
        if name == TaskRow.__tablename__:
            # A call may have been made about it.
            statement = statement.where(~exists().where(col(CallRow.task_id) == row_id))
        self.run(statement)

    def _newer(self, merge: Merge) -> int:
        """Return how many rows about the one who stayed were made since; ids sort by when they were made."""
        count = 0
        for table in _tables():
            if table.name != MEMBER:
                newer = table.c.member_id == merge.member_id, table.c.id > merge.id
                count += self.run(select_columns(func.count()).select_from(table).where(*newer)).scalar_one()
        return count

    def _value(self, row: MergeRow) -> Merge:
        undo = self.open("merge.undo", row.id, row.undo)
        return Merge(row.id, row.member_id, row.gone_id, row.gone_number, row.at, undo)


def _tables() -> Iterator[Table]:
    """Yield the members' table and every one that points at it; the audit stays as it was written."""
    for table in SQLModel.metadata.sorted_tables:
        if table.name == MEMBER or ("member_id" in table.c and table.name != AuditRow.__tablename__):
            yield table


def _table(name: str) -> Table:
    return SQLModel.metadata.tables[name]


def _open(table: Table) -> list[Column[Any]]:
    return [column for column in table.columns if not isinstance(column.type, LargeBinary)]


def _differing(one: Values, other: Values) -> Values:
    return {key: value for key, value in one.items() if value != other[key]}


def _plain(values: Values) -> Values:
    """Return values as JSON holds them."""
    return {key: _written(value) for key, value in values.items()}


def _written(value: Any) -> Any:
    if isinstance(value, datetime):
        return {"at": value.isoformat()}
    return {"on": value.isoformat()} if isinstance(value, date) else value


def _typed(values: Mapping[str, Any]) -> Values:
    return {key: _read(value) for key, value in values.items()}


def _read(value: Any) -> Any:
    if isinstance(value, dict):
        return datetime.fromisoformat(value["at"]) if "at" in value else date.fromisoformat(value["on"])
    return value
