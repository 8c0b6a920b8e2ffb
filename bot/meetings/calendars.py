"""Meetings as calendar files (RFC 5545, sent as RFC 5546 asks): an invitation, an update, a cancellation.

What a calendar shows is seen by others: a neutral title, no name and no number of a person, and no place that says what
the meeting is about. The UID stays and the sequence grows, so that an update finds the meeting it is of.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from medverkan.bot.post import Attachment
from medverkan.matching.places import municipalities_in
from medverkan.matching.text import sentences
from medverkan.matching.vocabulary import Vocabulary
from medverkan.storage.lifecycle import MeetingState
from medverkan.storage.values import Meeting

FILE_NAME = "mote.ics"
CALENDAR = "text/calendar"
TO_LEAD = "Möte, Intressebanken"
TO_PARTICIPANT = "Möte vi pratat om"
SEE_LETTER = "Se mejlet"
PRODUCT = "-//Medverkan//Intressebanken//SV"
WHOLE_DAY = 0  # minutes of a meeting whose time of day is not known
SHORT_WORD = 4  # letters; "vid", "och", "BUP" are found as concepts where they tell something
# A library tells nothing of who meets there.
HARMLESS = frozenset({"kultur, fritid och hälsa"})
MINUTES = 60  # of a meeting whose end was not said
# The rules since 1996, which the library's own table would give for some years only, and an hour wrong in spring.
STOCKHOLM = """\
BEGIN:VTIMEZONE
TZID:Europe/Stockholm
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


def calendar_file(
    meeting: Meeting, *, title: str, organizer: str, attendee: str, about: str = "", place: str, zone: ZoneInfo,
    now: datetime,
) -> Attachment:  # fmt: skip
    """Return the file for one recipient; a cancelled meeting's takes it out of the calendar again.

    `about` is one neutral line; `place` has been through `neutral_place`. Times are told in `zone`, with its rules
    beside them, so that summer time moves nobody's meeting.
    """
    # A tenth of a second of imports, that only a letter with a meeting needs.
    from icalendar import Calendar, Event, Timezone, vCalAddress

    gone = meeting.state is MeetingState.CANCELLED
    event = Event()
    event.add("uid", meeting.uid)
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    start = meeting.starts_at.astimezone(zone)
    if meeting.minutes == WHOLE_DAY:
        event.add("dtstart", start.date())
        event.add("dtend", start.date() + timedelta(days=1))
    else:
        event.add("dtstart", start)
        # In UTC, since an hour that summer time skips is not an hour.
        event.add("dtend", (meeting.starts_at + timedelta(minutes=meeting.minutes)).astimezone(zone))
    event.add("summary", title)
    event.add("status", "CANCELLED" if gone else "CONFIRMED")
    event.add("class", "PRIVATE")
    if about:
        event.add("description", about)
    if place:
        event.add("location", place)
    event.add("organizer", vCalAddress(f"mailto:{organizer}"))
    guest = vCalAddress(f"mailto:{attendee}")
    # Nobody is asked to answer by machine: such an answer would reach the mailbox as a mail.
    guest.params["RSVP"] = "FALSE"
    guest.params["PARTSTAT"] = "ACCEPTED"
    event.add("attendee", guest)
    whole = Calendar()
    whole.add("prodid", PRODUCT)
    whole.add("version", "2.0")
    method = "CANCEL" if gone else "REQUEST"
    whole.add("method", method)
    if zone.key == "Europe/Stockholm":
        whole.add_component(Timezone.from_ical(STOCKHOLM))
    whole.add_component(event)
    whole.add_missing_timezones()
    return FILE_NAME, f"{CALENDAR}; method={method}", bytes(whole.to_ical())


def neutral_place(place: str, words: Vocabulary, units: Iterable[str] = ()) -> str:
    """Return a place as a calendar may show it: "Se mejlet" where it tells of an illness, of care or of the unit."""
    low = place.lower()
    telling = {word for unit in units for word in unit.lower().split() if len(word) > SHORT_WORD}
    if any(word in low for word in telling if not municipalities_in(word)):
        return SEE_LETTER
    if low.startswith("hemma hos"):
        return place
    named = {hit.concept for sentence in sentences(place) for hit in words.find(sentence)}
    return SEE_LETTER if named - HARMLESS else place
