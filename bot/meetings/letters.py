"""What is told of a meeting: when and where in words, the calendar file, and the letter to the person by their wish."""

import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta

from medverkan.bot.hours import is_working_day
from medverkan.bot.letters import swedish_day
from medverkan.bot.meetings import calendars
from medverkan.bot.people import meeting_address
from medverkan.bot.post import Attachment, Desk
from medverkan.storage.values import Meeting, Member

EARLY, LATE = time(7), time(20)


def when_of(desk: Desk, meeting: Meeting) -> str:
    """Return "tisdag 15 december 2026 kl. 13.00, biblioteket i Nybro"."""
    local = meeting.starts_at.astimezone(desk.parts.settings.zone)
    place = f", {meeting.place}" if meeting.place else ""
    return f"{swedish_day(local.date())} kl. {local:%H.%M}{place}"


def clock_of(desk: Desk, moment: datetime) -> str:
    return f"{moment.astimezone(desk.parts.settings.zone):%H.%M}"


def tell_person(desk: Desk, member: Member, meeting: Meeting, what: str) -> str:
    """Write the person of a meeting, where they have agreed to mail; return what to tell the lead of it."""
    address = meeting_address(desk.books, member, desk.now)
    if not address:
        return "" if what == "reminder" else f"{member.name} får inget mejl om tiden. Säg den i telefon."
    settings = desk.parts.settings
    local = meeting.starts_at.astimezone(settings.zone)
    ends = local + timedelta(minutes=meeting.minutes)
    phone = next((lead.phone for lead in desk.leads if lead.phone), "")
    desk.to_participant(
        member, "participant-meeting", f"meeting:{meeting.uid}:{meeting.sequence}:{what}", to=address, what=what,
        day=local.date(), starts=f"{local:%H.%M}", ends=f"{ends:%H.%M}", place=_to_them(meeting.place), phone=phone,
        attachments=() if what == "reminder" else [file_for(desk, member, meeting, address)],
    )  # fmt: skip
    return f"{member.name} får ett mejl om det." if what != "reminder" else ""


def _to_them(place: str) -> str:
    """Return a place told by the lead as its person reads it: "hemma hos henne" is their own home."""
    return re.sub(r"\bhos (?:henne|honom|hen|dem)\b", "hos dig", place, flags=re.IGNORECASE)


def file_for(desk: Desk, member: Member, meeting: Meeting, to: str) -> Attachment:
    settings = desk.parts.settings
    is_lead = settings.lead(to) is not None
    return calendars.calendar_file(
        meeting,
        title=calendars.TO_LEAD if is_lead else calendars.TO_PARTICIPANT,
        organizer=settings.address,
        attendee=to,
        about=f"Gäller {member.number}." if is_lead else "",
        place=calendars.neutral_place(meeting.place, desk.parts.words),
        zone=settings.zone,
        now=desk.now,
    )


def remarks_on(desk: Desk, meeting: Meeting) -> Sequence[str]:
    """Return what the lead may not have thought of."""
    local = meeting.starts_at.astimezone(desk.parts.settings.zone)
    found = []
    if not is_working_day(local.date()):
        found.append("Obs: dagen är en helgdag eller en helg.")
    if not EARLY <= local.time() <= LATE:
        found.append("Obs: tiden är mycket tidig eller sen.")
    if not meeting.place:
        found.append("Platsen står inte i svaret. Skriv till exempel: platsen är biblioteket.")
    return found
