"""Two posts of one person become one and are parted again: no row is lost, none that is newer is overwritten."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import LargeBinary
from sqlmodel import SQLModel

from medverkan.storage import schema
from medverkan.storage.books import Books
from medverkan.storage.store import Store, open_engine
from medverkan.storage.values import Member
from medverkan.storage.vault import Vault
from tests.storage.rows import MASTER, NOW, add_invitation, add_mail, add_member, add_outgoing, add_request

LATER = NOW + timedelta(days=31)


def dump(books: Books) -> dict[tuple[str, str], dict[str, Any]]:
    """Return every row with what is sealed opened, but what may differ: the audit, the counters, members' versions."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for table in SQLModel.metadata.sorted_tables:
        if table.name in ("audit", "counter"):
            continue
        for row in books.members.run(table.select()).mappings():
            values = dict(row)
            for column in table.columns:
                if isinstance(column.type, LargeBinary):
                    place = f"{table.name}.{column.name}"
                    values[column.name] = books.members.open_bytes(place, row["id"], bytes(row[column.name]))
            if table.name == "member":
                del values["version"]
            found[table.name, row["id"]] = values
    return found


def merge(books: Books, gone: Member, kept: Member, **fields: object) -> None:
    """Let the one go into the other, whose fields change by `fields`."""
    before = books.merges.rows_of(gone, kept)
    books.merges.hand_over(gone, kept)
    books.members.edit(kept, {**kept.fields, **fields}, ())
    books.merges.remember(gone, kept, before, NOW)


def one_row_of_each(books: Books, member: Member, number: int) -> None:
    """Store rows of many kinds about somebody."""
    request = add_request(books)
    add_invitation(books, request, member)
    books.consents.give(member.id, "matching", how="brev", by="lead", now=NOW)
    books.consents.give(member.id, "release", how="telefon", by="lead", now=NOW, request_id=request.id)
    key = f"call:{request.id}:{member.id}:1"
    task = books.tasks.add("call", key, NOW, request_id=request.id, member_id=member.id, note="efter fem")
    books.tasks.called(member.id, "accepted", by="lead", now=NOW, task=task)
    books.meetings.add("introduction", NOW, 30, "Torget", domain="bank.example", member_id=member.id)
    books.signatures.add(member.id, "agreement", "unit", NOW.date(), NOW, request.id)
    add_outgoing(books, f"letter:{number}", member_id=member.id)
    add_mail(books, f"Hej {number}".encode(), number)


def test_every_row_of_the_one_is_the_others_and_the_number_leads_there(store: Store) -> None:
    with store.transaction() as books:
        gone, kept = add_member(books), add_member(books, phone="+46701740606")
        one_row_of_each(books, gone, 1)
        merge(books, gone, kept)
        for number_or_id in (gone.number, gone.number.lower(), gone.id):
            found = books.members.get(number_or_id)
            assert found
            assert found.id == kept.id
        rows = books.merges.rows_of(gone, kept)
        assert {table for table, _ in rows} == {
            "member", "invitation", "consent", "task", "call", "meeting", "signature", "outgoing", "merge",
        }  # fmt: skip
        assert all(row.get("member_id", kept.id) == kept.id for row in rows.values())
        assert not [row for (table, _), row in rows.items() if table == "task" and gone.id in row["key"]]


def test_parting_them_puts_everything_back(store: Store) -> None:
    with store.transaction() as books:
        gone, kept = add_member(books), add_member(books, phone="+46701740606", experience="stroke")
        one_row_of_each(books, gone, 1)
        one_row_of_each(books, kept, 2)
        before = dump(books)
        merge(books, gone, kept, experience="demens")
        done = books.merges.of_gone(gone.number)
        assert done
        parted = books.merges.undo(done)
        assert dump(books) == before
        assert (parted.changed, parted.kept_changed, parted.newer) == (0, False, 0)
        assert books.members.by_phone("+46701740606") == [books.members.get(kept.number)]


def test_what_has_happened_since_stays_and_is_counted(store: Store) -> None:
    with store.transaction() as books:
        gone, kept = add_member(books), add_member(books)
        books.consents.give(gone.id, "matching", how="brev", by="lead", now=NOW)
        merge(books, gone, kept)
        one = books.members.get(kept.number)
        assert one
        books.members.edit(one, {**one.fields, "last_name": "Nygift"}, ())
        books.consents.withdraw(kept.id, "matching", LATER)
        books.meetings.add("introduction", LATER, 30, "", domain="bank.example", member_id=kept.id)
        done = books.merges.of_gone(gone.number)
        assert done
        parted = books.merges.undo(done)
        now = books.members.get(kept.number)
        assert now
        assert now.fields["last_name"] == "Nygift"
        assert (parted.kept_changed, parted.newer) == (True, 1)
        assert books.consents.live(gone.id, "matching") is None


def test_who_went_into_somebody_who_went_into_somebody_is_found(store: Store) -> None:
    with store.transaction() as books:
        first, second, third = (add_member(books) for _ in range(3))
        books.audit.add("member-read", "operator", NOW, member_id=first.id)
        merge(books, first, second)
        one = books.members.get(second.number)
        assert one
        merge(books, one, third)
        found = books.members.get(first.number)
        assert found
        assert found.number == third.number
        assert [number for _, number in books.merges.into(third)] == [first.number, second.number]
        assert len(books.audit.of(member_id=third.id)) == 1


def test_what_was_kept_to_part_them_is_emptied_after_a_while(store: Store) -> None:
    with store.transaction() as books:
        gone, kept = add_member(books), add_member(books)
        merge(books, gone, kept)
        assert books.merges.old(NOW) == []
        books.merges.forget(books.merges.old(LATER), LATER)
        assert books.merges.old(LATER) == []
        done = books.merges.of_gone(gone.number)
        assert done
        assert done.undo == {}


WORDS = st.sampled_from(["", "Ines", "Palm", "stroke", "+46701740608", "ines@post.example"])
FIELDS = st.dictionaries(st.sampled_from(["first_name", "phone", "email", "experience"]), WORDS)


@pytest.fixture(scope="module")
def one_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store(open_engine("sqlite:///medverkan.db", tmp_path_factory.mktemp("merges")), Vault(MASTER))
    schema.upgrade(store.engine)
    return store


@settings(max_examples=40, deadline=None)
@given(one=FIELDS, other=FIELDS, new=FIELDS, kinds=st.lists(st.sampled_from(["matching", "sms"]), max_size=3))
def test_merged_and_parted_nothing_has_changed(
    one_store: Store, one: dict[str, str], other: dict[str, str], new: dict[str, str], kinds: list[str]
) -> None:
    with one_store.reading() as books:  # nothing of it is kept
        gone, kept = add_member(books, **one), add_member(books, **other)
        for kind in kinds:
            books.consents.give(gone.id, kind, how="brev", by="lead", now=NOW)
            books.tasks.add("complete", f"complete:{gone.id}", NOW, member_id=gone.id)
        before = dump(books)
        merge(books, gone, kept, **new)
        done = books.merges.of_gone(gone.number)
        assert done
        books.merges.undo(done)
        assert dump(books) == before
