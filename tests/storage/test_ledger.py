"""The erasure ledger: lines that outlive a power cut, and that know who came back from who is new."""

from datetime import timedelta
from pathlib import Path

import pytest

from medverkan.storage import ledger
from medverkan.storage.ledger import Erasure, LedgerError, erasure_of
from medverkan.storage.store import Store
from medverkan.storage.values import Member
from tests.storage.rows import NOW, add_member


def line(store: Store, member: Member, *mails: str) -> Erasure:
    return erasure_of(store.vault, member, mails, "begäran", NOW)


def test_lines_are_read_back_as_they_were_written(store: Store, member: Member, tmp_path: Path) -> None:
    ledger.append(tmp_path, [line(store, member, "ab" * 32)])
    ledger.append(tmp_path, [line(store, member)])
    assert ledger.read(tmp_path) == [line(store, member, "ab" * 32), line(store, member)]


def test_a_line_cut_by_a_power_failure_takes_no_other_along(store: Store, member: Member, tmp_path: Path) -> None:
    file = tmp_path / ledger.FILE_NAME
    ledger.append(tmp_path, [line(store, member)])
    whole = file.read_bytes()
    for cut in (1, len(whole) // 2, len(whole) - 1):
        file.write_bytes(whole + whole[:cut])
        ledger.append(tmp_path, [line(store, member, "cd" * 32)])
        assert line(store, member) in ledger.read(tmp_path)
        assert ledger.read(tmp_path)[-1] == line(store, member, "cd" * 32)


@pytest.mark.parametrize("text", ["{}", "[]", "null", "x", '{"at": "2026-03-02", "mails": []}', "\ufffd\n\n"])
def test_what_is_no_line_of_it_is_left_out(text: str) -> None:
    assert ledger.parse(text) == []


def test_no_file_is_an_empty_ledger_and_one_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    assert ledger.read(tmp_path) == []
    (tmp_path / ledger.FILE_NAME).mkdir()
    with pytest.raises(LedgerError, match=r"erased\.jsonl"):
        ledger.read(tmp_path)


def test_who_came_back_is_known_by_id_or_by_an_older_number(store: Store, member: Member) -> None:
    with store.transaction() as books:
        ledger_line = line(store, member)
        assert books.ledger.came_back(member, [ledger_line]) == ledger_line
        other = add_member(books, email=member.fields["email"])
        assert books.ledger.came_back(other, [ledger_line]) is None
        newer = Erasure(**{f: getattr(ledger_line, f) for f in Erasure.__slots__} | {"member": "x" * 64})
        assert books.ledger.came_back(member, [newer]) == newer
        older = Erasure(**{f: getattr(newer, f) for f in Erasure.__slots__} | {"at": NOW - timedelta(days=1)})
        assert books.ledger.came_back(member, [older]) is None


def test_the_same_line_twice_is_one(store: Store, member: Member) -> None:
    with store.transaction() as books:
        books.ledger.add(line(store, member))
        books.ledger.add(line(store, member))
        assert books.ledger.all() == [line(store, member)]
        assert books.ledger.newest() == NOW
    assert ledger.together([line(store, member)], [line(store, member)]) == [line(store, member)]
