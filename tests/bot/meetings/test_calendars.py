"""Calendar files are parsed back: right hour in winter and summer, neutral words, updates that find their meeting."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from medverkan.bot.meetings.calendars import SEE_LETTER, TO_LEAD, WHOLE_DAY, calendar_file, neutral_place
from medverkan.matching import vocabulary
from medverkan.storage.lifecycle import MeetingState
from medverkan.storage.values import Meeting

ZONE = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
MEETING = Meeting(
    id="m", uid="a1b2@region.example", sequence=0, kind="introduction", state=MeetingState.PLANNED, version=1,
    member_id="p", request_id=None, starts_at=datetime(2026, 12, 15, 12, tzinfo=UTC), minutes=90, place="Storgatan 4",
)  # fmt: skip


def written(meeting: Meeting, zone: ZoneInfo = ZONE) -> bytes:
    name, kind, content = calendar_file(
        meeting, title=TO_LEAD, organizer="bank@region.example", attendee="karin@region.example",
        about="Gäller M-0042.", place=meeting.place, zone=zone, now=NOW,
    )  # fmt: skip
    assert name == "mote.ics"
    assert kind in ("text/calendar; method=REQUEST", "text/calendar; method=CANCEL")
    return content


@pytest.mark.parametrize(
    ("utc", "local", "ends"),
    [
        (datetime(2026, 12, 15, 12, tzinfo=UTC), "13:00", "14:30"),
        (datetime(2027, 6, 15, 11, tzinfo=UTC), "13:00", "14:30"),
        (datetime(2027, 3, 28, 0, 30, tzinfo=UTC), "01:30", "04:00"),  # the night when summer time begins
        (datetime(2026, 10, 24, 23, 30, tzinfo=UTC), "01:30", "02:00"),  # the night when it ends: 02:00 the second time
    ],
)
def test_a_meeting_stands_at_its_hour_in_winter_and_summer(utc: datetime, local: str, ends: str) -> None:
    content = written(replace(MEETING, starts_at=utc))
    [event] = Calendar.from_ical(content).events
    assert (f"{event.start:%H:%M}", f"{event.end:%H:%M}") == (local, ends)
    assert event.start == utc
    assert event["DTSTART"].params["TZID"] == "Europe/Stockholm"
    assert content.count(b"BEGIN:VTIMEZONE") == 1


def test_an_invitation_an_update_and_a_cancellation_are_of_one_meeting() -> None:
    states = [MEETING, replace(MEETING, sequence=1), replace(MEETING, sequence=2, state=MeetingState.CANCELLED)]
    told = []
    for meeting in states:
        whole = Calendar.from_ical(written(meeting))
        [event] = whole.events
        told.append((str(whole["METHOD"]), str(event["STATUS"]), event["SEQUENCE"], str(event["UID"])))
    assert told == [
        ("REQUEST", "CONFIRMED", 0, MEETING.uid),
        ("REQUEST", "CONFIRMED", 1, MEETING.uid),
        ("CANCEL", "CANCELLED", 2, MEETING.uid),
    ]


def test_nobody_is_asked_to_answer_by_machine() -> None:
    [event] = Calendar.from_ical(written(MEETING)).events
    assert event["ATTENDEE"].params["RSVP"] == "FALSE"
    assert str(event["ORGANIZER"]) == "mailto:bank@region.example"
    assert (str(event["SUMMARY"]), str(event["CLASS"])) == ("Möte, Intressebanken", "PRIVATE")


def test_a_day_without_a_time_is_a_whole_day() -> None:
    midnight = datetime(2026, 12, 14, 23, tzinfo=UTC)
    [event] = Calendar.from_ical(written(replace(MEETING, starts_at=midnight, minutes=WHOLE_DAY))).events
    assert (event.start, event.end) == (date(2026, 12, 15), date(2026, 12, 16))


def test_another_zone_brings_its_own_rules() -> None:
    content = written(MEETING, ZoneInfo("Europe/Helsinki"))
    [event] = Calendar.from_ical(content).events
    assert event.start == MEETING.starts_at
    assert event["DTSTART"].to_ical() == b"20261215T140000"
    assert b"TZID:Europe/Helsinki" in content


def test_what_a_place_is_called_cannot_write_lines_of_its_own() -> None:
    place = "Rådhuset\nATTENDEE:mailto:x@evil.test\r\nBEGIN:VALARM"
    whole = Calendar.from_ical(written(replace(MEETING, place=place)))
    [event] = whole.events
    assert str(event["ATTENDEE"]) == "mailto:karin@region.example"
    assert not event.subcomponents


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("Storgatan 4", "Storgatan 4"),
        ("biblioteket i Nybro", "biblioteket i Nybro"),
        ("Rådhuset i Kalmar, sal 3", "Rådhuset i Kalmar, sal 3"),
        ("hemma hos henne", "hemma hos henne"),
        ("på Teams", "på Teams"),
        ("", ""),
        ("Psykiatriska mottagningen", SEE_LETTER),
        ("Hjärtmottagningen, sal 2", SEE_LETTER),
        ("äldreboendet Solgården", SEE_LETTER),
        ("Ängsgården, plan 2", SEE_LETTER),
    ],
)
def test_a_place_that_tells_what_the_meeting_is_about_is_left_to_the_letter(place: str, shown: str) -> None:
    assert neutral_place(place, vocabulary.load(), ["Ängsgården i Kalmar"]) == shown
