"""The ledger of mails that came without a place on a server: known by their bytes, and awaiting nothing there."""

from datetime import timedelta

from medverkan.storage.lifecycle import MailEvent, MailState
from medverkan.storage.store import Store
from tests.storage.rows import NOW

LATER = NOW + timedelta(minutes=5)
PUSHED = ("lmtp", "smtp")


def test_a_pushed_mail_is_settled_once_when_it_is_understood(store: Store) -> None:
    with store.transaction() as books:
        mail = books.mails.add(b"Hej", NOW, "lmtp")
        assert mail
        assert books.mails.settle(PUSHED, LATER) == 0
        books.mails.move(mail, MailEvent.UNDERSTOOD, kind="registration", disposal="delete")
        assert books.mails.settle(PUSHED, LATER) == 1
        assert books.mails.settle(PUSHED, LATER) == 0
    with store.reading() as books:
        [settled] = books.mails.in_state(MailState.DONE)
        assert (settled.disposal, settled.disposed_at) == ("delete", LATER)
        assert books.mails.late_deletions(LATER + timedelta(days=1)) == []
        assert books.mails.to_dispose("lmtp") == []


def test_a_pushed_mail_that_is_read_again_is_settled_again(store: Store) -> None:
    with store.transaction() as books:
        mail = books.mails.add(b"Hej", NOW, "smtp")
        assert mail
        mail = books.mails.move(mail, MailEvent.PUT_ASIDE, reason="Oklart.", disposal="review")
        assert books.mails.settle(PUSHED, LATER) == 1
        mail = books.mails.move(mail, MailEvent.RETRIED)
        assert mail.disposed_at is None
        books.mails.move(mail, MailEvent.UNDERSTOOD, disposal="handled")
        assert books.mails.settle(PUSHED, LATER) == 1


def test_a_mail_in_a_mailbox_is_never_settled_but_by_its_disposal(store: Store) -> None:
    with store.transaction() as books:
        for account in ("bank@region.example", "lmtp"):
            mail = books.mails.add(account.encode(), NOW, account, "INBOX", 7, 1)
            assert mail
            books.mails.move(mail, MailEvent.UNDERSTOOD, disposal="handled")
        assert books.mails.settle(PUSHED, LATER) == 0


def test_the_same_bytes_in_a_mailbox_await_what_the_pushed_ones_would(store: Store) -> None:
    with store.transaction() as books:
        first = books.mails.add(b"Hej", NOW, "lmtp")
        assert first
        assert books.mails.add(b"Hej", NOW, "smtp") is None
        repeat = books.mails.add(b"Hej", NOW, "bank@region.example", "INBOX", 7, 1)
        assert repeat
        books.mails.move(first, MailEvent.UNDERSTOOD, kind="request", disposal="handled")
        books.mails.settle(PUSHED, LATER)
        [waiting] = books.mails.to_dispose("bank@region.example")
        assert (waiting.uid, waiting.disposal) == (1, "handled")
