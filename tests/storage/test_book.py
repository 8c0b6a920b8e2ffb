"""What all books can: change a row only as it was seen, insert a key once, and count without doubling."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from threading import Barrier

import pytest
from sqlalchemy import event

from medverkan.storage.book import StaleError
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import InvitationEvent, MailEvent, MemberEvent, MemberStatus, RequestEvent
from medverkan.storage.store import Store
from medverkan.storage.tables import CounterRow
from medverkan.storage.values import Invitation, Member, Request
from tests.storage.overlap import at_once, in_transaction, overlapping
from tests.storage.rows import NOW, add_invitation, add_mail, add_member, add_proposal, add_request

Act = Callable[[Books], object]


def _moves(store: Store) -> dict[str, list[Act]]:
    """Return, for each kind of thing, two changes that cannot both be made to what was seen."""
    with store.transaction() as books:
        request, member, mail = add_request(books), add_member(books), add_mail(books)
        invitation = add_invitation(books, request, member)
        proposed = books.requests.move(add_request(books), RequestEvent.MATCHED, NOW)
    return {
        "request": [
            lambda b: b.requests.move(request, RequestEvent.MATCHED, NOW),
            lambda b: b.requests.move(request, RequestEvent.WITHDRAWN, NOW),
        ],
        "request that stays in its state": [
            lambda b: b.requests.move(proposed, RequestEvent.MATCHED, NOW),
            lambda b: b.requests.move(proposed, RequestEvent.MATCHED, NOW),
        ],
        "request edited": [
            lambda b: b.requests.edit(request, {"place": "Ystad"}),
            lambda b: b.requests.edit(request, {"place": "Umeå"}),
        ],
        "request's unit": [
            lambda b: b.requests.verify_unit(request, "a@region.example"),
            lambda b: b.requests.verify_unit(request, "b@region.example"),
        ],
        "request paused": [lambda b: b.requests.pause(request, True), lambda b: b.requests.edit(request, {})],
        "invitation": [
            lambda b: b.invitations.move(invitation, InvitationEvent.PICKED, NOW),
            lambda b: b.invitations.move(invitation, InvitationEvent.PICKED, NOW),
        ],
        "member": [
            lambda b: b.members.move(member, MemberEvent.RESTRICTED),
            lambda b: b.members.move(member, MemberEvent.CALLED),
        ],
        "member edited": [
            lambda b: b.members.edit(member, {"first_name": "Ida"}, ()),
            lambda b: b.members.guardian_document(member, NOW),
        ],
        "mail": [
            lambda b: b.mails.move(mail, MailEvent.UNDERSTOOD, kind="request"),
            lambda b: b.mails.move(mail, MailEvent.PUT_ASIDE, reason="oklart"),
        ],
    }


KINDS = (
    "request",
    "request that stays in its state",
    "request edited",
    "request's unit",
    "request paused",
    "invitation",
    "member",
    "member edited",
    "mail",
)


def _stale(answers: Sequence[object]) -> list[bool]:
    wrong = [answer for answer in answers if isinstance(answer, Exception) and not isinstance(answer, StaleError)]
    assert wrong == []
    return [isinstance(answer, StaleError) for answer in answers]


@pytest.mark.parametrize("kind", KINDS)
def test_of_two_changes_to_what_was_seen_the_first_wins(store: Store, kind: str) -> None:
    first, second = _moves(store)[kind]
    assert _stale(overlapping(store, first, second)) == [False, True]
    assert isinstance(in_transaction(store, second), StaleError)


def test_of_many_changes_at_once_exactly_one_wins(store: Store) -> None:
    for _ in range(3):
        with store.transaction() as books:
            request, member = add_request(books), add_member(books)
            invitation = add_invitation(books, request, member)

        def pick(books: Books, seen: Invitation = invitation) -> object:
            return books.invitations.move(seen, InvitationEvent.PICKED, NOW)

        def match(books: Books, seen: Request = request) -> object:
            return books.requests.move(seen, RequestEvent.MATCHED, NOW)

        assert sorted(_stale(at_once(store, *[pick] * 4))) == [False, True, True, True]
        assert sorted(_stale(at_once(store, *[match] * 4))) == [False, True, True, True]


def test_a_stale_change_leaves_the_rest_of_the_transaction_whole_and_what_it_read_true(
    store: Store, member: Member
) -> None:
    with store.transaction() as books:
        books.members.move(member, MemberEvent.CALLED)
    with store.transaction() as books:
        with pytest.raises(StaleError):
            books.members.move(member, MemberEvent.RESTRICTED)
        found = books.members.get(member.id)
        assert found
        assert found.status == MemberStatus.CALLED
        books.members.move(found, MemberEvent.INTRODUCED)
    with store.reading() as books:
        assert [m.status for m in books.members.all()] == [MemberStatus.INTRODUCED]


def test_what_was_read_before_another_changed_it_is_read_anew_after_the_change_was_refused(
    postgres_store: Store,
) -> None:
    with postgres_store.transaction() as books:
        member = add_member(books)
    with postgres_store.transaction() as books:
        seen = books.members.get(member.id)
        with postgres_store.transaction() as other:
            other.members.move(member, MemberEvent.CALLED)
        with pytest.raises(StaleError):
            books.members.move(member, MemberEvent.RESTRICTED)
        found = books.members.get(member.id)
        assert found
        assert seen == member
        assert (found.status, found.version) == (MemberStatus.CALLED, 2)


def test_two_that_wait_for_each_other_are_parted_and_one_is_told_to_look_again(postgres_store: Store) -> None:
    with postgres_store.transaction() as books:
        one, other = add_member(books), add_member(books)
    barrier = Barrier(2)

    def restrict(first: Member, second: Member, books: Books) -> object:
        books.members.move(first, MemberEvent.RESTRICTED)
        barrier.wait(timeout=60)
        return books.members.move(second, MemberEvent.RESTRICTED)

    answers = at_once(postgres_store, partial(restrict, one, other), partial(restrict, other, one))
    assert sorted(_stale(answers)) == [False, True]
    with postgres_store.reading() as books:
        assert {(m.status, m.version) for m in books.members.all()} == {(MemberStatus.RESTRICTED, 2)}


def test_lines_of_the_audit_never_make_two_workers_wait_for_each_other(postgres_store: Store) -> None:
    with postgres_store.transaction() as books:
        one, other = add_member(books), add_member(books)
    barrier = Barrier(2)

    def restrict(member: Member, books: Books) -> object:
        books.audit.add("restricts", "lead", NOW, member_id=member.id)
        barrier.wait(timeout=60)
        return books.members.move(member, MemberEvent.RESTRICTED)

    assert _stale(at_once(postgres_store, partial(restrict, one), partial(restrict, other))) == [False, False]


NUMBERS: dict[str, Callable[[Books, str], str]] = {
    "case": lambda books, _: add_request(books).number,
    "member": lambda books, _: add_member(books).number,
    "task": lambda books, key: books.tasks.add("call", key, NOW).number,
}


@pytest.mark.parametrize("what", NUMBERS)
def test_no_number_is_given_twice(store: Store, what: str) -> None:
    new = NUMBERS[what]
    # The very first two, then many at once.
    numbers = overlapping(store, lambda books: new(books, "a"), lambda books: new(books, "b"))
    numbers += at_once(store, *[partial(lambda key, books: new(books, key), f"c{key}") for key in range(8)])
    assert [number for number in numbers if isinstance(number, Exception)] == []
    assert sorted(int(str(number)[-4:]) for number in numbers) == list(range(1, 11))


def test_a_number_that_was_not_committed_is_given_again(store: Store) -> None:
    with suppress(KeyError), store.transaction() as books:
        assert add_request(books).number == "F-2026-0001"
        raise KeyError
    with store.transaction() as books:
        assert add_request(books).number == "F-2026-0001"
        assert add_request(books).number == "F-2026-0002"


def test_cases_are_numbered_from_one_each_year(store: Store) -> None:
    with store.transaction() as books:
        add_request(books)
        assert books.requests.next_number("case-2027") == 1
        assert books.requests.next_number("case-2026") == 2


def test_of_two_rows_with_the_same_key_one_is_inserted_and_the_other_changes_nothing(store: Store) -> None:
    def insert(books: Books) -> bool:
        inserted = books.tasks.insert_new(CounterRow(name="x", value=7))
        add_member(books)
        return inserted

    assert overlapping(store, insert, insert) == [True, False]
    with store.reading() as books:
        assert len(list(books.members.all())) == 2


def test_lists_made_at_once_have_versions_of_their_own(store: Store, case: Request) -> None:
    answers = overlapping(store, lambda books: add_proposal(books, case), lambda books: add_proposal(books, case))
    made = _stale(answers).count(False)
    with store.reading() as books:
        assert [proposal.version for proposal in books.proposals.of(case)] == list(range(1, made + 1))


def test_a_person_is_on_a_case_once_however_many_invite_at_once(store: Store, case: Request, member: Member) -> None:
    with store.transaction() as books:
        proposal = add_proposal(books, case)

    def invite(books: Books) -> object:
        return books.invitations.add(case, member.id, proposal, 1, NOW)

    _stale(overlapping(store, invite, invite))
    with store.reading() as books:
        assert len(books.invitations.of(case)) == 1


def test_however_many_are_looked_among_a_connection_has_few_statements_to_keep(store: Store) -> None:
    texts: set[str] = set()
    with store.transaction() as books:
        for uid in range(1, 40, 2):
            books.mails.add(b"%d" % uid, NOW, "bot@region.example", "INBOX", 1, uid)
    event.listen(store.engine, "before_cursor_execute", lambda _c, _r, text, *_: texts.add(text))
    with store.reading() as books:
        for most in range(41):
            found = books.mails.known_uids("bot@region.example", "INBOX", 1, range(most))
            assert found == set(range(1, most, 2))
    assert len(texts) < 10
