"""The proof of deletions: one for each mail, only of what was seen to be gone, and without content."""

from dataclasses import replace
from datetime import timedelta

import pytest

from medverkan.storage.books import Books
from medverkan.storage.lifecycle import MailEvent
from medverkan.storage.store import Store
from medverkan.storage.values import Mail
from tests.storage.overlap import overlapping
from tests.storage.rows import NOW, add_mail

LATER = NOW + timedelta(days=1)
RULE = "registration"


@pytest.fixture
def mail(store: Store) -> Mail:
    """Give a registration's mail, which is to be deleted."""
    with store.transaction() as books:
        return books.mails.move(add_mail(books), MailEvent.UNDERSTOOD, kind="registration", disposal="delete")


def test_a_deletion_has_one_receipt_and_it_holds_no_content(store: Store, mail: Mail) -> None:
    with store.transaction() as books:
        books.receipts.add(mail, RULE, NOW)
        books.receipts.add(mail, "other", LATER)
    overlapping(
        store,
        lambda books: books.receipts.add(mail, "other", NOW),
        lambda books: books.receipts.add(mail, "other", NOW),
    )
    with store.reading() as books:
        (receipt,) = books.receipts.all()
    assert (receipt.kind, receipt.rule, receipt.at, receipt.sha256) == ("registration", RULE, NOW, mail.sha256)
    assert (receipt.folder, receipt.uidvalidity, receipt.uid, receipt.absent) == ("INBOX", 7, 1, True)


def test_two_receipts_written_at_once_are_one(store: Store, mail: Mail) -> None:
    def write(books: Books) -> int:
        books.receipts.add(mail, RULE, NOW)
        return len(list(books.receipts.all()))

    assert overlapping(store, write, write) == [1, 1]


def test_a_deletion_that_is_only_begun_is_no_receipt(store: Store, mail: Mail) -> None:
    with store.transaction() as books:
        assert not books.receipts.is_begun(mail)
        books.receipts.begin(mail, RULE, NOW)
        assert books.receipts.is_begun(mail)
        assert list(books.receipts.all()) == []


def test_the_receipt_names_the_place_where_the_deletion_was_begun_last(store: Store, mail: Mail) -> None:
    with store.transaction() as books:
        books.receipts.begin(mail, RULE, NOW)
    with store.transaction() as books:
        books.receipts.begin(replace(mail, folder="Att granska", uidvalidity=9, uid=4), RULE, NOW)
        books.receipts.add(mail, RULE, LATER)
        assert not books.receipts.is_begun(mail)
        (receipt,) = books.receipts.all()
    assert (receipt.folder, receipt.uidvalidity, receipt.uid, receipt.at) == ("Att granska", 9, 4, LATER)


def test_what_was_begun_can_be_taken_back_and_begun_again(store: Store, mail: Mail) -> None:
    with store.transaction() as books:
        books.receipts.begin(mail, RULE, NOW)
        books.receipts.withdraw(mail)
        assert not books.receipts.is_begun(mail)
        books.receipts.begin(mail, RULE, NOW)
        assert books.receipts.is_begun(mail)


def test_a_receipt_is_neither_begun_again_nor_taken_back(store: Store, mail: Mail) -> None:
    with store.transaction() as books:
        books.receipts.add(mail, RULE, NOW)
        books.receipts.begin(replace(mail, folder="Att granska"), RULE, LATER)
        books.receipts.withdraw(mail)
        (receipt,) = books.receipts.all()
        assert not books.receipts.is_begun(mail)
    assert (receipt.folder, receipt.at) == ("INBOX", NOW)


def test_a_deletion_begun_by_two_at_once_is_begun_once(store: Store, mail: Mail) -> None:
    def begin(books: Books) -> bool:
        books.receipts.begin(mail, RULE, NOW)
        return books.receipts.is_begun(mail)

    assert overlapping(store, begin, begin) == [True, True]
