"""The outbox: each message written once, claimed by one, sent once, and taken back only before anybody took it."""

from datetime import timedelta
from functools import partial

import pytest

from medverkan.storage.book import StaleError
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import IllegalMove, OutgoingState
from medverkan.storage.outgoing import CLAIM
from medverkan.storage.store import Store
from medverkan.storage.values import Member, Outgoing, Request
from tests.storage.overlap import at_once, overlapping
from tests.storage.rows import NOW, add_outgoing, add_request, claimed

SECOND = timedelta(seconds=1)


def _states(store: Store) -> dict[str, OutgoingState]:
    with store.reading() as books:
        return {message.key.split("#")[0]: message.state for message in books.outgoing.all()}


def test_a_message_is_kept_as_it_was_written(store: Store, case: Request, member: Member) -> None:
    attached = (("intro.ics", "text/calendar", bytes(range(256))),)
    with store.transaction() as books:
        about = {"request_id": case.id, "member_id": member.id, "in_reply_to": "<a@x>", "references": "<b@x>"}
        assert add_outgoing(books, "k", channel="sms", attachments=attached, **about)
        (message,) = books.outgoing.all(request_id=case.id, state=OutgoingState.WAITING)
        assert (message.to, message.subject, message.text) == ("enheten@region.example", "Mottaget", "Tack.")
        assert (message.in_reply_to, message.references, message.message_id) == ("<a@x>", "<b@x>", "<k@x>")
        assert (message.channel, message.member_id, message.attachments) == ("sms", member.id, attached)
        assert books.outgoing.by_message_id("<k@x>") == message
        assert books.outgoing.by_message_id("<other@x>") is None
        assert books.outgoing.all(request_id="other") == []


def test_the_same_key_is_written_once(store: Store) -> None:
    with store.transaction() as books:
        assert add_outgoing(books, "k")
        assert not add_outgoing(books, "k", text="other")
    with store.transaction() as books:
        assert not add_outgoing(books, "k", text="other")
        assert [message.text for message in books.outgoing.all()] == ["Tack."]


def test_of_two_that_write_the_same_key_at_once_the_second_goes_on_without_it(store: Store) -> None:
    def write(books: Books) -> bool:
        books.audit.add("answered", "bot", NOW)  # nothing that makes the second wait before it comes to the key
        written = add_outgoing(books, "k")
        add_request(books)
        return written

    assert overlapping(store, write, write) == [True, False]
    with store.reading() as books:
        assert len(books.outgoing.all()) == 1
        assert len(books.audit.of()) == len(books.requests.in_state()) == 2


def test_a_message_is_claimed_when_it_is_due_and_by_one_only(store: Store) -> None:
    with store.transaction() as books:
        add_outgoing(books, "late", due=NOW + SECOND)
        add_outgoing(books, "soon", due=NOW)
        assert books.outgoing.claim(NOW - SECOND) is None
        message = claimed(books)
        assert (message.key, message.attempts) == ("soon", 1)
        assert books.outgoing.claim(NOW) is None
        assert claimed(books, NOW + SECOND).key == "late"


def test_workers_at_once_claim_each_message_once(store: Store) -> None:
    with store.transaction() as books:
        for number in range(12):
            add_outgoing(books, f"k{number}")

    def claim(books: Books) -> str:
        return claimed(books).key

    taken = [key for _ in range(3) for key in at_once(store, *[claim] * 4)]
    assert sorted(map(str, taken)) == sorted(f"k{number}" for number in range(12))


def test_a_message_that_is_being_claimed_is_left_to_the_one_who_claims_it(store: Store) -> None:
    with store.transaction() as books:
        add_outgoing(books, "only")
    answers = overlapping(store, lambda books: books.outgoing.claim(NOW), lambda books: books.outgoing.claim(NOW))
    assert [isinstance(answer, Outgoing) for answer in answers] == [True, False]
    assert answers[1] is None


def test_a_worker_does_not_wait_for_the_claim_of_another(postgres_store: Store) -> None:
    with postgres_store.transaction() as books:
        add_outgoing(books, "a")
        add_outgoing(books, "b")
    with postgres_store.transaction() as one, postgres_store.transaction() as other:
        assert [claimed(one).key, claimed(other).key] == ["a", "b"]


def test_the_claim_of_one_who_died_ends_after_five_minutes(store: Store) -> None:
    with store.transaction() as books:
        add_outgoing(books)
        claimed(books)
    with store.transaction() as books:
        assert timedelta(minutes=5) == CLAIM
        assert books.outgoing.claim(NOW + CLAIM - SECOND) is None
        again = claimed(books, NOW + CLAIM)
        assert (again.attempts, again.message_id) == (2, "<receipt:1@x>")


def test_a_claim_that_was_not_committed_is_no_claim(store: Store) -> None:
    with store.transaction() as books:
        add_outgoing(books)
    with store.reading() as books:
        claimed(books)
    with store.transaction() as books:
        assert claimed(books).attempts == 1


def test_a_message_is_sent_once(store: Store) -> None:
    with store.transaction() as books:
        add_outgoing(books)
        message = claimed(books)
        books.outgoing.sent(message, NOW)
    with pytest.raises(IllegalMove), store.transaction() as books:
        books.outgoing.sent(message, NOW)
    with pytest.raises(IllegalMove), store.transaction() as books:
        books.outgoing.gave_up(message, "nej")
    with pytest.raises(StaleError), store.transaction() as books:
        books.outgoing.put_off(message, NOW, "nej")
    with store.transaction() as books:
        assert books.outgoing.claim(NOW + timedelta(days=9)) is None
        (kept,) = books.outgoing.all()
        assert (kept.state, kept.sent_at, kept.error) == (OutgoingState.SENT, NOW, "")


def test_a_message_sent_by_two_at_once_is_recorded_by_one(store: Store) -> None:
    with store.transaction() as books:
        add_outgoing(books)
        message = claimed(books)

    def sent(books: Books) -> None:
        books.outgoing.sent(message, NOW)

    first, second = overlapping(store, sent, sent)
    assert first is None
    assert isinstance(second, StaleError | IllegalMove)


def test_a_failed_attempt_waits_until_it_is_due_again(store: Store) -> None:
    with store.transaction() as books:
        add_outgoing(books)
        books.outgoing.put_off(claimed(books), NOW + timedelta(minutes=1), "451 " + "x" * 1000)
        assert books.outgoing.claim(NOW) is None
        again = claimed(books, NOW + timedelta(minutes=1))
        assert (again.attempts, len(again.error)) == (2, 300)


def test_a_message_that_was_only_held_back_has_not_been_tried(store: Store) -> None:
    with store.transaction() as books:
        add_outgoing(books)
        books.outgoing.put_off(claimed(books), NOW + SECOND, "spärren", tried=False)
        again = claimed(books, NOW + SECOND)
        assert (again.attempts, again.error) == (1, "spärren")


def test_one_whose_claim_ended_does_not_put_off_what_another_has_claimed(store: Store) -> None:
    with store.transaction() as books:
        add_outgoing(books)
        slow = claimed(books)
        claimed(books, NOW + CLAIM)
    with pytest.raises(StaleError), store.transaction() as books:
        books.outgoing.put_off(slow, NOW, "timeout")
    with store.transaction() as books:
        assert books.outgoing.claim(NOW + CLAIM + SECOND) is None


def test_a_message_given_up_is_failed_and_says_why(store: Store) -> None:
    with store.transaction() as books:
        add_outgoing(books)
        books.outgoing.gave_up(claimed(books), "550")
        assert [(m.state, m.error, m.sent_at) for m in books.outgoing.all()] == [(OutgoingState.FAILED, "550", None)]
        assert books.outgoing.claim(NOW + timedelta(days=1)) is None


def test_only_what_nobody_has_claimed_is_taken_back(store: Store, case: Request, member: Member) -> None:
    with store.transaction() as books:
        another = add_request(books)
        add_outgoing(books, "claimed", request_id=case.id, due=NOW - SECOND)
        claimed(books)
        add_outgoing(books, "waits", request_id=case.id)
        add_outgoing(books, "hers", request_id=case.id, member_id=member.id)
        add_outgoing(books, "other kind", "reminder", request_id=case.id)
        add_outgoing(books, "other case", request_id=another.id)
    with store.transaction() as books:
        assert books.outgoing.cancel(request_id=case.id, kinds=["receipt"], member_id=member.id) == 1
        assert books.outgoing.cancel(request_id=case.id, kinds=["receipt"]) == 1
        assert books.outgoing.cancel(request_id=case.id, kinds=["receipt"]) == 0
    gone = {key for key, state in _states(store).items() if state == OutgoingState.CANCELLED}
    assert gone == {"waits", "hers"}


def test_what_waits_after_a_failed_attempt_can_be_taken_back(store: Store, case: Request) -> None:
    with store.transaction() as books:
        add_outgoing(books, "k", request_id=case.id)
        books.outgoing.put_off(claimed(books), NOW + SECOND, "451")
        assert books.outgoing.cancel(request_id=case.id) == 1
        assert books.outgoing.claim(NOW + SECOND) is None


def test_what_was_taken_back_is_not_sent_and_can_be_written_anew(store: Store, case: Request) -> None:
    with store.transaction() as books:
        for _ in range(2):
            assert add_outgoing(books, "k", request_id=case.id)
            assert books.outgoing.cancel(request_id=case.id, kinds=["receipt"]) == 1
            assert books.outgoing.claim(NOW) is None
        assert add_outgoing(books, "k", request_id=case.id)
        assert claimed(books).key == "k"


def test_what_is_claimed_while_it_is_taken_back_is_either_sent_or_taken_back(store: Store, case: Request) -> None:
    def claim(books: Books) -> object:
        return books.outgoing.claim(NOW)

    def cancel(books: Books) -> object:
        return books.outgoing.cancel(request_id=case.id, kinds=["receipt"])

    with store.transaction() as books:
        add_outgoing(books, "a", request_id=case.id)
    message, cancelled = overlapping(store, claim, cancel)
    assert isinstance(message, Outgoing)
    assert cancelled == 0
    with store.transaction() as books:
        books.outgoing.sent(message, NOW)
        add_outgoing(books, "b", request_id=case.id)
    assert overlapping(store, cancel, claim) == [1, None]


def test_what_was_sent_lately_is_counted_also_for_one_recipient(store: Store) -> None:
    with store.transaction() as books:
        for number, to in enumerate(["a@post.example", "A@post.example", "b@post.example"]):
            add_outgoing(books, f"k{number}", to=to)
            books.outgoing.sent(claimed(books), NOW + number * SECOND)
        add_outgoing(books, "waits", to="a@post.example")
        count = partial(books.outgoing.count_sent, NOW)
        assert (count(), count("a@Post.example"), count("c@post.example")) == (3, 2, 0)
        assert books.outgoing.count_sent(NOW + SECOND) == 2
