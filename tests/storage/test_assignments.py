"""Which days people are asked about and have said yes to, over all cases, by columns and not by opening every case."""

from datetime import date, timedelta

from medverkan.storage.assignments import Asked
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import InvitationEvent, InvitationState, RequestEvent, RequestState
from medverkan.storage.store import Store
from medverkan.storage.values import Member, Request
from tests.storage.rows import NOW, add_invitation, add_member, add_request

LATER = NOW + timedelta(days=1)


def proposed(books: Books, team: list[str], *members: Member, **fields: object) -> Request:
    """Return a case that has put those people before the lead, with that group."""
    case = add_request(books, **fields)
    matches = [{"member": member.number, "number": place} for place, member in enumerate(members, 1)]
    proposal = books.proposals.add(case, matches, team, {}, matcher="1", inputs_sha256="", now=NOW)
    for place, member in enumerate(members, 1):
        books.invitations.add(case, member.id, proposal, place, NOW)
    return books.requests.move(case, RequestEvent.MATCHED, NOW)


def test_who_was_acted_on_comes_with_the_days_of_the_case(store: Store, member: Member) -> None:
    with store.transaction() as books:
        case = add_request(books, date_start="2026-05-01", date_end="i maj")
        invitation = add_invitation(books, case, member)
        add_invitation(books, case, add_member(books))
        assert books.assignments.asked() == []
        books.invitations.move(invitation, InvitationEvent.PICKED, LATER)
        assert books.assignments.asked() == [
            Asked(member.id, case.id, InvitationState.PICKED, LATER, RequestState.RECEIVED, date(2026, 5, 1), None)
        ]


def test_cases_ahead_are_those_that_take_a_day_of_the_stretch(store: Store, member: Member) -> None:
    with store.transaction() as books:
        for start, end in (("05-01", None), ("05-03", "05-05"), ("05-10", None), (None, None), ("05-06", "05-01")):
            days = {"date_start": start and f"2026-{start}", "date_end": end and f"2026-{end}"}
            proposed(books, [], member, **days)
        add_request(books, date_start="2026-05-04")
        ahead = books.assignments.ahead

        def starts(first: int | None, last: int | None) -> list[int]:
            start, end = (date(2026, 5, day) if day else None for day in (first, last))
            return sorted(one.start.day for one in ahead(start, end))

        assert starts(4, None) == [3]
        assert starts(1, 3) == [1, 3]
        assert starts(5, 12) == [3, 6, 10]
        assert starts(11, None) == []
        assert starts(4, 2) == [3]
        assert starts(None, None) == [1, 3, 6, 10]


def test_a_list_waits_until_it_is_answered_or_paused(store: Store, member: Member) -> None:
    with store.transaction() as books:
        case = proposed(books, [], member, date_start="2026-05-01")
        assert [one.waits for one in books.assignments.ahead(None, None)] == [True]
        books.requests.pause(case, True)
        assert [one.waits for one in books.assignments.ahead(None, None)] == [False]


def test_the_group_of_the_newest_list_is_told_and_who_is_called(store: Store) -> None:
    with store.transaction() as books:
        one, two, three = (add_member(books) for _ in range(3))
        case = proposed(books, [one.number, two.number], one, two, three)
        books.proposals.add(
            case, [{"member": two.number, "number": 2}], [two.number], {}, matcher="1", inputs_sha256="", now=NOW
        )
        assert list(books.assignments.groups([case.id])) == [(case.id, two.id)]
        picked = books.invitations.get(case.id, three.id)
        assert picked
        books.invitations.move(picked, InvitationEvent.PICKED, NOW)
        assert books.assignments.called_in([case.id], [InvitationState.PICKED]) == [(case.id, three.id)]
        assert list(books.assignments.groups([])) == []


def test_occasions_are_opened_only_for_the_cases_asked_for(store: Store) -> None:
    with store.transaction() as books:
        many, unsaid = add_request(books, occasions=3), add_request(books)
        assert books.assignments.occasions([many.id, unsaid.id]) == {many.id: 3, unsaid.id: None}
        assert books.assignments.occasions([]) == {}
