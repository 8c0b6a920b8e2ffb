"""The audit: every line is kept, in the order in which things happened."""

from datetime import timedelta

from medverkan.storage.store import Store
from tests.storage.overlap import at_once
from tests.storage.rows import NOW


def test_lines_are_told_in_the_order_they_were_written_also_at_the_same_moment(store: Store) -> None:
    written = []
    for transaction in range(3):
        with store.transaction() as books:
            for line in range(4):
                written.append(f"{transaction}.{line}")
                books.audit.add(written[-1], "bot", NOW - timedelta(days=transaction))
    with store.reading() as books:
        assert [event.what for event in books.audit.of()] == written


def test_lines_are_found_by_case_or_person(store: Store) -> None:
    with store.transaction() as books:
        books.audit.add("read", "lead", NOW, member_id="m", mail_id="x", detail={"why": "samtal"})
        books.audit.add("opened", "bot", NOW, request_id="r")
        books.audit.add("proposed", "bot", NOW, request_id="r", member_id="m")
        (read, proposed) = books.audit.of(member_id="m")
        assert (read.who, read.mail_id, read.detail, read.at) == ("lead", "x", {"why": "samtal"}, NOW)
        assert [event.what for event in books.audit.of(request_id="r")] == ["opened", "proposed"]
        assert books.audit.of(request_id="r", member_id="m") == [proposed]
        assert proposed.detail == {}


def test_lines_written_at_once_are_all_kept(store: Store) -> None:
    at_once(store, *[lambda books, n=n: books.audit.add(f"e{n}", "bot", NOW) for n in range(6)])
    with store.reading() as books:
        assert sorted(event.what for event in books.audit.of()) == [f"e{n}" for n in range(6)]


def test_the_audit_can_only_be_added_to(store: Store) -> None:
    with store.reading() as books:
        book = type(books.audit)
    assert {name for name in vars(book) if not name.startswith("_")} == {"add", "of", "flush", "check", "numbers"}
