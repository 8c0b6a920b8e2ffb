"""Meetings: one UID for life, and a sequence that grows with what a calendar must be told."""

from datetime import timedelta

import pytest

from medverkan.storage.book import StaleError
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import IllegalMove, MeetingEvent, MeetingState
from medverkan.storage.store import Store
from medverkan.storage.values import Meeting, Member
from tests.storage.rows import NOW, add_member

LATER = NOW + timedelta(days=3)


def _meeting(books: Books, member: Member, days: int = 7) -> Meeting:
    at = NOW + timedelta(days=days)
    return books.meetings.add("introduction", at, 60, "Biblioteket", domain="bank.example", member_id=member.id)


def test_a_meeting_is_read_back_as_it_was_planned(store: Store, member: Member) -> None:
    with store.transaction() as books:
        meeting = _meeting(books, member)
    with store.reading() as books:
        assert books.meetings.of_member(member.id) == [meeting]
        assert books.meetings.planned("introduction") == [meeting]
        assert books.meetings.planned("assignment") == []
    assert (meeting.place, meeting.minutes, meeting.sequence) == ("Biblioteket", 60, 0)
    assert meeting.uid.endswith("@bank.example")
    assert member.id not in meeting.uid


def test_a_moved_meeting_keeps_its_uid_and_gets_the_next_sequence(store: Store, member: Member) -> None:
    with store.transaction() as books:
        first = _meeting(books, member)
        moved = books.meetings.move(first, MeetingEvent.MOVED, starts_at=LATER, place="Torget")
        gone = books.meetings.move(moved, MeetingEvent.CANCELLED)
    assert (moved.uid, moved.sequence, moved.starts_at, moved.place) == (first.uid, 1, LATER, "Torget")
    assert (gone.uid, gone.sequence, gone.state) == (first.uid, 2, MeetingState.CANCELLED)


def test_how_a_meeting_went_tells_calendars_nothing(store: Store, member: Member) -> None:
    with store.transaction() as books:
        missed = books.meetings.move(_meeting(books, member), MeetingEvent.MISSED)
        held = books.meetings.move(missed, MeetingEvent.HELD)
        assert (missed.sequence, held.sequence, held.state) == (0, 0, MeetingState.HELD)
        with pytest.raises(IllegalMove):
            books.meetings.move(held, MeetingEvent.MOVED, starts_at=LATER)


def test_of_two_who_move_a_meeting_one_must_look_again(store: Store, member: Member) -> None:
    with store.transaction() as books:
        meeting = _meeting(books, member)
        books.meetings.move(meeting, MeetingEvent.MOVED, starts_at=LATER)
        with pytest.raises(StaleError):
            books.meetings.move(meeting, MeetingEvent.CANCELLED)


def test_meetings_are_found_by_person_in_the_order_of_their_days(store: Store, member: Member) -> None:
    with store.transaction() as books:
        later, sooner = _meeting(books, member, 9), _meeting(books, member, 2)
        other = _meeting(books, add_member(books))
        assert books.meetings.of_member(member.id, "introduction") == [sooner, later]
        assert books.meetings.planned("introduction") == [sooner, other, later]
