"""The ledger of mails: no mail twice, no mail lost, and nothing done on the server that is not decided."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.event import listen

from medverkan.storage.book import StaleError
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import IllegalMove, MailEvent, MailState
from medverkan.storage.store import Store
from medverkan.storage.values import Mail, Request
from medverkan.storage.vault import VaultError
from tests.storage.overlap import at_once, overlapping
from tests.storage.rows import NOW, add_mail

ACCOUNT = "bank@region.example"


def _intake(books: Books, raw: bytes = b"Hej", folder: str = "INBOX", validity: int = 7, uid: int = 1) -> Mail | None:
    return books.mails.add(raw, NOW, ACCOUNT, folder, validity, uid)


def _from_file(books: Books, raw: bytes = b"Hej") -> Mail | None:
    return books.mails.add(raw, NOW, "file")


def _waiting(books: Books) -> list[tuple[int | None, str]]:
    return [(mail.uid, mail.disposal) for mail in books.mails.to_dispose(ACCOUNT)]


def test_a_mail_is_stored_with_its_bytes_and_its_place(store: Store) -> None:
    raw = bytes(range(256)) * 40
    with store.transaction() as books:
        mail = add_mail(books, raw, 4_000_000_000, uidvalidity=4_294_967_295)
    with store.reading() as books:
        assert books.mails.raw(mail) == raw
        assert books.mails.in_state(MailState.STORED) == [mail]
        assert books.mails.known_uids(ACCOUNT, "INBOX", 4_294_967_295, [1, 4_000_000_000]) == {4_000_000_000}
        assert books.mails.known_uids(ACCOUNT, "INBOX", 1, [4_000_000_000]) == frozenset()
        assert books.mails.count(MailState.STORED) == 1


def test_the_same_place_is_taken_in_once(store: Store) -> None:
    with store.transaction() as books:
        assert _intake(books)
        assert _intake(books) is None
        assert _intake(books, b"other bytes") is None


@pytest.mark.parametrize("place", [{"folder": "Arkiv"}, {"validity": 8}, {"uid": 2}])
def test_the_same_bytes_at_another_place_are_a_repeat_that_is_not_acted_on(
    store: Store, place: dict[str, object]
) -> None:
    with store.transaction() as books:
        first, repeat = _intake(books), _intake(books, **place)  # type: ignore[arg-type]
        assert first
        assert repeat
        assert (repeat.same_as, repeat.state) == (first.id, MailState.DONE)
        assert books.mails.in_state(MailState.STORED) == [first]
        assert books.mails.raw(repeat) == b"Hej"


def test_a_repeat_waits_for_its_first_and_then_awaits_the_same(store: Store) -> None:
    with store.transaction() as books:
        first = add_mail(books)
        _intake(books, uid=2)
        assert _waiting(books) == []
        books.mails.move(first, MailEvent.UNDERSTOOD, kind="registration", disposal="delete")
        assert sorted(_waiting(books)) == [(1, "delete"), (2, "delete")]
        assert {mail.kind for mail in books.mails.to_dispose(ACCOUNT)} == {"registration"}
        assert books.mails.to_dispose("another@region.example") == []
        assert [mail.uid for mail in books.mails.late_deletions(NOW + timedelta(hours=1))] == [1, 2]
        assert books.mails.late_deletions(NOW) == []


def test_what_is_to_be_done_on_the_server_is_read_on_after_a_mail(store: Store) -> None:
    with store.transaction() as books:
        for uid in (1, 2, 3):
            mail = books.mails.add(str(uid).encode(), NOW, ACCOUNT, "INBOX", 7, uid)
            assert mail
            books.mails.move(mail, MailEvent.UNDERSTOOD, kind="request", disposal="handled")
    with store.reading() as books:
        first, second = books.mails.to_dispose(ACCOUNT, 2)
        assert [mail.uid for mail in books.mails.to_dispose(ACCOUNT, 2, second)] == [3]
        assert [mail.uid for mail in books.mails.to_dispose(ACCOUNT, 2, first)] == [2, 3]


def test_a_repeat_follows_its_first_also_when_that_is_decided_anew(store: Store) -> None:
    with store.transaction() as books:
        first = add_mail(books)
        _intake(books, uid=2)
        first = books.mails.move(first, MailEvent.PUT_ASIDE, reason="oklart", disposal="review")
        for mail in books.mails.to_dispose(ACCOUNT):
            books.mails.disposed(mail, NOW)
        assert _waiting(books) == []
        first = books.mails.move(first, MailEvent.RETRIED)
        assert _waiting(books) == []
        books.mails.move(first, MailEvent.UNDERSTOOD, kind="registration", disposal="delete")
        assert sorted(_waiting(books)) == [(1, "delete"), (2, "delete")]


def test_what_is_to_be_done_on_the_server_is_asked_without_writing(store: Store) -> None:
    with store.transaction() as books:
        first = add_mail(books)
        _intake(books, uid=2)
        books.mails.move(first, MailEvent.UNDERSTOOD, kind="registration", disposal="delete")
    with store.reading() as books:
        waiting = books.mails.to_dispose(ACCOUNT)
    for mail in waiting:
        with store.transaction() as books:
            books.mails.disposed(mail, NOW)
        with pytest.raises(StaleError), store.transaction() as books:
            books.mails.disposed(mail, NOW)
    with store.reading() as books:
        assert _waiting(books) == []
        assert {(m.kind, m.disposal, m.disposed_at) for m in books.mails.in_state(MailState.DONE)} == {
            ("registration", "delete", NOW)
        }


def test_a_repeat_is_not_disposed_of_as_its_first_no_longer_is(store: Store) -> None:
    with store.transaction() as books:
        first = add_mail(books)
        _intake(books, uid=2)
        aside = books.mails.move(first, MailEvent.PUT_ASIDE, disposal="review")
        (repeat,) = (mail for mail in books.mails.to_dispose(ACCOUNT) if mail.same_as)
        books.mails.move(aside, MailEvent.UNDERSTOOD, kind="registration", disposal="delete")
        with pytest.raises(StaleError):
            books.mails.disposed(repeat, NOW)


def test_a_repeat_of_what_was_disposed_of_long_ago_is_disposed_of_too(store: Store) -> None:
    with store.transaction() as books:
        first = books.mails.move(add_mail(books), MailEvent.UNDERSTOOD, kind="registration", disposal="delete")
        books.mails.disposed(first, NOW)
        _intake(books, uid=2)
        assert _waiting(books) == [(2, "delete")]


def test_a_file_with_known_bytes_is_not_taken_in_again(store: Store) -> None:
    with store.transaction() as books:
        assert _from_file(books)
        assert _from_file(books) is None
        repeat = _intake(books)
        assert repeat
        assert repeat.same_as
        assert _from_file(books, b"other")


def test_what_came_from_a_file_is_nowhere_to_be_disposed_of(store: Store) -> None:
    with store.transaction() as books:
        mail = _from_file(books)
        assert mail
        books.mails.move(mail, MailEvent.UNDERSTOOD, disposal="delete")
        assert books.mails.to_dispose("file") == []


def test_two_that_take_in_the_same_place_at_once_store_it_once(store: Store) -> None:
    one, other = overlapping(store, _intake, _intake)
    assert isinstance(one, Mail)
    assert other is None


def test_the_same_bytes_taken_in_by_many_at_once_are_acted_on_once(store: Store) -> None:
    one, other = overlapping(store, _intake, lambda books: _intake(books, uid=2))
    assert isinstance(one, Mail)
    assert isinstance(other, Mail)
    assert other.same_as == one.id
    assert overlapping(store, lambda b: _from_file(b, b"x"), lambda b: _from_file(b, b"x"))[1] is None
    answers = at_once(store, *[lambda books, uid=uid: _intake(books, b"y", uid=uid) for uid in range(10, 15)])
    assert [answer for answer in answers if not isinstance(answer, Mail)] == []
    with store.reading() as books:
        assert books.mails.count(MailState.STORED) == 3


def test_bytes_that_are_not_what_was_stored_are_refused(store: Store) -> None:
    with store.transaction() as books:
        mail = add_mail(books)
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE mail SET sha256 = :other"), {"other": "0" * 64})
    with store.reading() as books, pytest.raises(VaultError, match="kontrollsumma"):
        books.mails.raw(mail)


def test_an_attempt_is_counted_before_it_is_made_and_anew_after_a_retry(store: Store) -> None:
    with store.transaction() as books:
        mail = add_mail(books)
        assert [books.mails.begin_attempt(mail) for _ in range(3)] == [1, 2, 3]
    with store.transaction() as books:
        aside = books.mails.move(mail, MailEvent.PUT_ASIDE, reason="oklart", disposal="review")
        assert (aside.attempts, aside.reason) == (3, "oklart")
        again = books.mails.move(aside, MailEvent.RETRIED)
        assert (again.state, again.attempts, again.disposal, again.disposed_at) == (MailState.STORED, 0, "", None)
        assert books.mails.begin_attempt(again) == 1


def test_what_became_of_a_mail_is_kept(store: Store, case: Request) -> None:
    with store.transaction() as books:
        mail = books.mails.move(add_mail(books), MailEvent.UNDERSTOOD, kind="request", request_id=case.id)
        assert (mail.state, mail.kind, mail.request_id) == (MailState.DONE, "request", case.id)
        assert books.mails.of_request(case.id) == [mail]
        with pytest.raises(IllegalMove):
            books.mails.move(mail, MailEvent.RETRIED)
        assert books.mails.get(mail.id) == mail


def test_a_mail_is_understood_once(store: Store) -> None:
    with store.transaction() as books:
        mail = add_mail(books)
        books.mails.move(mail, MailEvent.UNDERSTOOD, kind="request", disposal="handled")
    for event in MailEvent.UNDERSTOOD, MailEvent.PUT_ASIDE:
        with pytest.raises(StaleError), store.transaction() as books:
            books.mails.move(mail, event, kind="unknown", disposal="delete")
    with store.transaction() as books:
        assert _waiting(books) == [(1, "handled")]


def test_what_is_done_on_the_server_is_done_once_and_only_as_decided_last(store: Store) -> None:
    with store.transaction() as books:
        aside = books.mails.move(add_mail(books), MailEvent.PUT_ASIDE, disposal="review")
        books.mails.move(aside, MailEvent.UNDERSTOOD, disposal="delete")
    with pytest.raises(StaleError), store.transaction() as books:
        books.mails.disposed(aside, NOW)
    with store.transaction() as books:
        (mail,) = books.mails.to_dispose(ACCOUNT)
        books.mails.disposed(mail, NOW)
        assert _waiting(books) == []
        with pytest.raises(StaleError):
            books.mails.disposed(mail, NOW)


def test_a_long_reason_is_cut_to_fit(store: Store) -> None:
    with store.transaction() as books:
        assert books.mails.move(add_mail(books), MailEvent.PUT_ASIDE, reason="x" * 1000).reason == "x" * 400


def test_a_mail_is_found_by_the_end_of_its_id_where_only_one_has_it(store: Store) -> None:
    with store.transaction() as books:
        mails = [add_mail(books, bytes([n]), n) for n in range(40)]
        mail = mails[0]
        assert books.mails.get(mail.id[-12:]) == mail
        assert books.mails.get(mail.id[-12:].upper()) == mail
        shared = next(m.id[-1] for m in mails if sum(o.id[-1] == m.id[-1] for o in mails) > 1)
        assert [books.mails.get(text) for text in (shared, "", "%", "x")] == [None] * 4
        assert books.mails.get(mail.id[-12:-1] + "_") is None


def test_an_empty_id_finds_nothing_even_where_there_is_one_mail_only(store: Store) -> None:
    with store.transaction() as books:
        add_mail(books)
        assert [books.mails.get(text) for text in ("", "%", "_" * 32)] == [None] * 3


def test_mails_are_told_oldest_first(store: Store) -> None:
    with store.transaction() as books:
        for days in (3, 1, 2):
            books.mails.add(bytes([days]), NOW + timedelta(days=days), ACCOUNT, "INBOX", 7, days)
        assert [mail.uid for mail in books.mails.in_state(MailState.STORED)] == [1, 2, 3]
        assert [mail.uid for mail in books.mails.in_state(MailState.STORED, limit=2)] == [1, 2]


@pytest.mark.parametrize("returning", [True, False])
def test_what_is_written_is_told_also_by_a_database_that_cannot_return_it(store: Store, returning: bool) -> None:
    with store.transaction() as books:
        store.engine.dialect.update_returning = returning
        mail = add_mail(books)
        assert books.mails.begin_attempt(mail) == 1
        moved = books.mails.move(mail, MailEvent.UNDERSTOOD, kind="request", disposal="handled")
        assert (moved.state, moved.kind, moved.disposal, moved.attempts) == (MailState.DONE, "request", "handled", 1)
        with pytest.raises(StaleError):
            books.mails.move(mail, MailEvent.UNDERSTOOD, kind="request", disposal="handled")
        assert [books.mails.next_number("x") for _ in range(2)] == [1, 2]


def test_the_bytes_of_many_mails_are_not_read_to_list_them(store: Store) -> None:
    said: list[str] = []
    with store.transaction() as books:
        mail = add_mail(books)
        books.mails.move(mail, MailEvent.UNDERSTOOD, kind="request", disposal="handled")
        listen(store.engine, "before_cursor_execute", lambda *given: said.append(given[2]))
        assert books.mails.in_state(MailState.DONE)
        assert books.mails.to_dispose(mail.account)
        assert books.mails.get(mail.id)
        assert not any("mail.raw" in statement for statement in said)
        books.mails.raw(mail)
        assert any("mail.raw" in statement for statement in said)


def test_first_attempts_are_counted_together_or_not_at_all(store: Store) -> None:
    with store.transaction() as books:
        mails = [mail for uid in (1, 2) if (mail := _intake(books, b"%d" % uid, uid=uid))]
    with store.transaction() as books:
        books.mails.begin_first_attempts(mails)
    with store.reading() as books:
        assert [mail.attempts for mail in books.mails.in_state(MailState.STORED)] == [1, 1]
    with pytest.raises(StaleError), store.transaction() as books:
        third = _intake(books, b"3", uid=3)
        assert third
        books.mails.begin_first_attempts([third, mails[0]])
    with store.reading() as books:
        assert [mail.attempts for mail in books.mails.in_state(MailState.STORED)] == [1, 1]
