"""Invitations, and the consents: a yes holds until it is taken back, and a yes to one case is no yes to another."""

from datetime import timedelta

import pytest

from medverkan.storage.books import Books
from medverkan.storage.lifecycle import IllegalMove, InvitationEvent, InvitationState
from medverkan.storage.store import Store
from medverkan.storage.values import Member, Request
from tests.storage.overlap import overlapping
from tests.storage.rows import NOW, add_invitation, add_member, add_proposal, add_request

LATER = NOW + timedelta(days=1)


def _yes(books: Books, member: Member, kind: str = "matching", request: Request | None = None) -> object:
    about = request.id if request else None
    return books.consents.give(
        member.id,
        kind,
        how="form",
        by="Vårdnadshavare Ö",
        now=NOW,
        request_id=about,
        fields=("phone", "email"),
        given_to="E",
    )


def test_a_consent_is_kept_with_who_how_to_whom_and_what(store: Store, member: Member, case: Request) -> None:
    with store.transaction() as books:
        given = _yes(books, member, "release", case)
        live = books.consents.live(member.id, "release", case.id)
        assert live
        assert live == given
        assert (live.how, live.by, live.given_to, live.fields) == ("form", "Vårdnadshavare Ö", "E", ("phone", "email"))
        assert (live.given_at, live.withdrawn_at) == (NOW, None)


def test_a_consent_lives_until_it_is_withdrawn_and_both_are_remembered(store: Store, member: Member) -> None:
    with store.transaction() as books:
        assert books.consents.live(member.id, "matching") is None
        assert not books.consents.withdraw(member.id, "matching", NOW)
        _yes(books, member)
        assert books.consents.live_kinds() == {member.id: {"matching"}}
        assert books.consents.withdraw(member.id, "matching", LATER)
        assert not books.consents.withdraw(member.id, "matching", LATER)
        assert books.consents.live(member.id, "matching") is None
        assert books.consents.live_kinds() == {}
        _yes(books, member)
        kept = books.consents.of_member(member.id)
        assert sorted(consent.withdrawn_at is None for consent in kept) == [False, True]


def test_a_yes_given_twice_is_one(store: Store, member: Member) -> None:
    with store.transaction() as books:
        assert _yes(books, member) == _yes(books, member)
        assert len(books.consents.of_member(member.id)) == 1


def test_a_yes_given_twice_at_once_is_taken_back_altogether(store: Store, member: Member) -> None:
    overlapping(store, lambda books: _yes(books, member), lambda books: _yes(books, member))
    with store.transaction() as books:
        assert books.consents.withdraw(member.id, "matching", LATER)
        assert books.consents.live(member.id, "matching") is None
        assert books.consents.live_kinds() == {}


def test_consent_to_release_is_per_case_and_per_person(store: Store, member: Member, case: Request) -> None:
    with store.transaction() as books:
        another, other = add_request(books), add_member(books)
        _yes(books, member, "release", case)
        assert books.consents.live(member.id, "release", case.id)
        assert books.consents.live(member.id, "release", another.id) is None
        assert books.consents.live(member.id, "release") is None
        assert books.consents.live(other.id, "release", case.id) is None
        assert books.consents.live_kinds() == {}
        assert not books.consents.withdraw(member.id, "release", LATER, another.id)
        assert not books.consents.withdraw(member.id, "release", LATER)
        assert books.consents.live(member.id, "release", case.id)
        assert books.consents.withdraw(member.id, "release", LATER, case.id)
        assert books.consents.live(member.id, "release", case.id) is None


def test_consents_of_different_kinds_do_not_touch_each_other(store: Store, member: Member) -> None:
    with store.transaction() as books:
        for kind in ("matching", "sms", "email"):
            _yes(books, member, kind)
        books.consents.withdraw(member.id, "sms", LATER)
        assert books.consents.live_kinds() == {member.id: {"matching", "email"}}


def test_a_person_invited_again_keeps_the_state_and_gets_the_newest_number(
    store: Store, member: Member, case: Request
) -> None:
    with store.transaction() as books:
        first = add_invitation(books, case, member)
        picked = books.invitations.move(first, InvitationEvent.PICKED, LATER)
        proposal = add_proposal(books, case)
        again = books.invitations.add(case, member.id, proposal, 4, LATER)
        assert (again.id, again.state, again.number) == (first.id, InvitationState.PICKED, 4)
        assert (again.proposal_id, again.version) == (proposal.id, picked.version + 1)
        assert books.invitations.get(case.id, member.id) == again
        assert books.invitations.of(case) == [again]
        assert books.invitations.get(case.id, "nobody") is None


def test_an_invitation_goes_from_proposed_to_took_part_and_not_past_it(
    store: Store, member: Member, case: Request
) -> None:
    with store.transaction() as books:
        invitation = add_invitation(books, case, member)
        for event in ("picked", "no_answer", "call_again", "accepted", "released", "took_part"):
            invitation = books.invitations.move(invitation, InvitationEvent(event), LATER)
        assert (invitation.state, invitation.changed_at) == (InvitationState.TOOK_PART, LATER)
        with pytest.raises(IllegalMove):
            books.invitations.move(invitation, InvitationEvent.DECLINED, LATER)
