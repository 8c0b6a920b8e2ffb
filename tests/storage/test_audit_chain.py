"""The chain of the audit: a line that is changed, taken out or put in shows; one emptied by an erasure does not."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from medverkan.storage.audit import ERASED
from medverkan.storage.store import Store
from tests.storage.overlap import at_once
from tests.storage.rows import NOW


@pytest.fixture
def chained(store: Store) -> Store:
    """Give a register with six lines in three transactions."""
    for number in range(3):
        with store.transaction() as books:
            books.audit.add("member-read", "operator", NOW, member_id=f"m{number}", detail={"user": "pia"})
            books.audit.add("released", "bot", NOW, request_id="r", mail_id="x")
    return store


def broken(store: Store) -> tuple[int, ...]:
    with store.reading() as books:
        return books.audit.check().broken


def run(store: Store, statement: str) -> None:
    with store.engine.begin() as connection:
        connection.execute(text(statement))


def test_a_log_as_it_was_written_is_whole(chained: Store) -> None:
    with chained.reading() as books:
        chain = books.audit.check()
    assert (chain.lines, chain.unchained, chain.erased, chain.broken) == (6, 0, 0, ())
    assert len(chain.last) == 64


@pytest.mark.parametrize(
    ("statement", "line"),
    [
        ("UPDATE audit SET who = 'lead' WHERE sequence = 3", 3),
        ("UPDATE audit SET what = 'x' WHERE sequence = 1", 1),
        ("UPDATE audit SET at = '2020-01-01 00:00:00' WHERE sequence = 2", 2),
        ("UPDATE audit SET member_id = 'm9' WHERE sequence = 3", 3),
        ("UPDATE audit SET member_id = NULL WHERE sequence = 5", 5),
        ("UPDATE audit SET request_id = NULL WHERE sequence = 4", 4),
        ("UPDATE audit SET mail_id = 'y' WHERE sequence = 4", 4),
        ("UPDATE audit SET link = '' WHERE sequence = 3", 3),
        ("DELETE FROM audit WHERE sequence = 2", 3),
        ("DELETE FROM audit WHERE sequence = 1", 2),
    ],
)
def test_a_line_that_is_changed_or_taken_out_shows(chained: Store, statement: str, line: int) -> None:
    run(chained, statement)
    assert broken(chained)[0] == line


def test_details_of_another_line_show(chained: Store) -> None:
    run(chained, "UPDATE audit SET detail = (SELECT detail FROM audit AS a WHERE a.sequence = 3) WHERE sequence = 1")
    assert broken(chained) == (1,)


def test_lines_taken_from_the_end_show_by_the_seal_that_was_noted(chained: Store) -> None:
    with chained.reading() as books:
        noted = books.audit.check().last
    run(chained, "DELETE FROM audit WHERE sequence = 6")
    with chained.reading() as books:
        assert books.audit.check().last != noted


def test_a_line_emptied_by_an_erasure_is_told_by_a_later_line_and_breaks_nothing(chained: Store) -> None:
    with chained.transaction() as books:
        books.erasure.empty_lines([1, 3])
    assert broken(chained) == (1, 3)
    with chained.transaction() as books:
        books.audit.add(ERASED, "operator", NOW, detail={"lines": [1, 3]})
        chain = books.audit.check()
    assert (chain.erased, chain.broken) == (2, ())


def test_a_line_emptied_without_an_erasure_shows_also_beside_one(chained: Store) -> None:
    with chained.transaction() as books:
        books.erasure.empty_lines([1, 3])
        books.audit.add(ERASED, "operator", NOW, detail={"lines": [1]})
    assert broken(chained) == (3,)


def test_another_key_makes_no_line_that_fits(chained: Store, open_store: Callable[[bytes], Store]) -> None:
    with open_store(b"\x07" * 32).transaction() as books:
        books.audit.add("released", "bot", NOW)
    assert broken(chained) == (7,)


def test_lines_from_before_the_chain_are_counted_and_only_allowed_at_the_beginning(chained: Store) -> None:
    run(chained, "UPDATE audit SET link = '', commitment = '' WHERE sequence <= 2")
    assert broken(chained) == (3,)
    run(chained, "DELETE FROM audit WHERE sequence > 2")
    with chained.transaction() as books:
        books.audit.add("released", "bot", NOW)
        chain = books.audit.check()
    assert (chain.unchained, chain.broken) == (2, ())


def test_lines_written_at_once_are_one_chain(store: Store) -> None:
    at_once(store, *[lambda books, n=n: books.audit.add(f"e{n}", "bot", NOW) for n in range(6)])
    assert broken(store) == ()


def test_a_transaction_that_fails_leaves_no_line(chained: Store) -> None:
    with pytest.raises(ZeroDivisionError), chained.transaction() as books:
        books.audit.add("released", "bot", NOW)
        raise ZeroDivisionError
    with chained.reading() as books:
        assert books.audit.check().lines == 6
