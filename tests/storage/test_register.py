"""The residents and the cases: what is written is read back, found, and changed only as it was seen."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medverkan.storage.book import StaleError
from medverkan.storage.lifecycle import MemberEvent, MemberStatus, RequestEvent, RequestState
from medverkan.storage.store import Store
from medverkan.storage.values import Member, Request
from tests.storage.rows import NOW, add_member, add_proposal, add_request

TEXT = st.text(st.characters(), max_size=40)


def test_a_member_is_found_by_number_id_address_and_phone(store: Store) -> None:
    with store.transaction() as books:
        mother = add_member(books, first_name="Ester", email="Familjen@Post.example")
        child = add_member(books, first_name="Alma", email=" familjen@post.example", phone="+46701740606")
        members = books.members
        assert (mother.number, child.number, mother.name) == ("M-0001", "M-0002", "Ester Palm")
        assert members.get("m-0002") == members.get(child.id) == child
        assert members.get("M-0003") is None
        assert {member.id for member in members.by_email("FAMILJEN@post.example ")} == {mother.id, child.id}
        assert members.by_phone("+46701740606") == [child]
        assert list(members.all()) == [mother, child]


def test_nobody_without_an_address_is_found_by_the_empty_one(store: Store) -> None:
    with store.transaction() as books:
        add_member(books, email="", phone=None)
        assert books.members.by_email("") == books.members.by_phone("") == []


def test_an_edited_member_is_found_by_the_new_address_only(store: Store, member: Member) -> None:
    with store.transaction() as books:
        edited = books.members.edit(member, {"first_name": "Ines", "email": "ny@post.example"}, ("birth_year", "phone"))
        assert (edited.version, edited.missing) == (2, ("birth_year", "phone"))
        assert edited.fields == {"first_name": "Ines", "email": "ny@post.example"}
        assert books.members.by_email("ines@post.example") == []
        assert books.members.by_email("ny@post.example") == [edited]
        with pytest.raises(StaleError):
            books.members.edit(member, {}, ())


def test_a_member_rests_until_a_day(store: Store, member: Member) -> None:
    with store.transaction() as books:
        resting = books.members.move(member, MemberEvent.RESTS, date(2026, 9, 1))
        assert (resting.status, resting.resting_until) == (MemberStatus.RESTING, date(2026, 9, 1))
        active = books.members.move(resting, MemberEvent.RELEASED)
        assert (active.status, active.resting_until) == (MemberStatus.ACTIVE, None)
        assert books.members.guardian_document(active, NOW).guardian_document_at == NOW


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(fields=st.dictionaries(TEXT, st.none() | st.booleans() | st.integers() | TEXT | st.lists(TEXT, max_size=3)))
def test_whatever_was_told_is_read_back_as_it_was(sqlite_store: Store, fields: dict[str, object]) -> None:
    with sqlite_store.transaction() as books:
        member = add_member(books, **{f"x{key}": value for key, value in fields.items()})
        request = add_request(books, **{f"x{key}": value for key, value in fields.items()})
    with sqlite_store.reading() as books:
        assert books.members.get(member.id) == member
        assert books.requests.get(request.id) == request
    assert {key[1:]: value for key, value in request.fields.items() if key.startswith("x")} == fields


def test_a_case_is_kept_as_it_came_and_as_it_was_completed(store: Store) -> None:
    with store.transaction() as books:
        case = add_request(books, date_start="2026-05-01", date_end="snart", contact_email="chef@region.example")
        assert (case.state, case.version, case.vouched) == (RequestState.RECEIVED, 1, True)
        assert (case.sender, case.message_id, case.subject) == (
            "enheten@region.example",
            "<1@region.example>",
            "Förfrågan",
        )
        assert (case.date_start, case.date_end, case.release_to) == (date(2026, 5, 1), None, "")
        assert (case.people_wanted, case.contact) == (2, "chef@region.example")
        edited = books.requests.edit(case, {"date_end": "2026-05-02"}, ["place"], ["Var?"], ["Nära"])
        assert (edited.missing, edited.questions, edited.remarks) == (("place",), ("Var?",), ("Nära",))
        assert (edited.date_start, edited.date_end) == (None, date(2026, 5, 2))
        assert (edited.people_wanted, edited.contact, edited.sender) == (1, case.sender, case.sender)
        verified = books.requests.verify_unit(edited, "chef@region.example")
        paused = books.requests.pause(verified, True)
        assert (paused.release_to, paused.paused, paused.version) == ("chef@region.example", True, 4)
        assert books.requests.get(case.number.lower()) == books.requests.get(case.id) == paused
        assert books.requests.get("F-2026-0009") is None


def test_a_case_is_delivered_at_the_moment_it_became_so(store: Store, case: Request) -> None:
    later = NOW + timedelta(days=2)
    with store.transaction() as books:
        for event in (RequestEvent.MATCHED, RequestEvent.PICKED):
            case = books.requests.move(case, event, NOW)
        assert case.delivered_at is None
        case = books.requests.move(case, RequestEvent.DELIVERED, later)
        case = books.requests.move(case, RequestEvent.HELD, later + timedelta(days=9))
        assert (case.state, case.delivered_at) == (RequestState.HELD, later)


def test_cases_are_told_by_state_oldest_first(store: Store) -> None:
    with store.transaction() as books:
        one, other = add_request(books), add_request(books)
        other = books.requests.move(other, RequestEvent.LACKS, NOW)
        assert books.requests.in_state() == [one, other]
        assert books.requests.in_state(RequestState.INCOMPLETE) == [other]
        assert books.requests.in_state(RequestState.RECEIVED, RequestState.INCOMPLETE) == [one, other]
        assert books.requests.in_state(RequestState.CLOSED) == []


def test_a_list_has_the_next_version_and_is_kept_as_it_was(store: Store, case: Request) -> None:
    with store.transaction() as books:
        first, second = add_proposal(books, case), add_proposal(books, case)
        assert (first.version, second.version) == (1, 2)
        assert books.proposals.of(case) == [first, second]
        assert (first.matches, first.team, first.excluded, first.at) == (({"score": 1},), (), {}, NOW)
        assert books.proposals.of(add_request(books)) == []
