"""Meetings for introduction: booked, moved, cancelled, missed, held; calendars are told, and the person by their wish.

A meeting is one row for life; what waits for the lead about it is one open task, due on its day. What is told without a
day and a time is asked about, and nothing is noted.
"""

from dataclasses import dataclass
from datetime import datetime, time

from medverkan.bot.hours import at
from medverkan.bot.letters import swedish_day
from medverkan.bot.meetings import calendars
from medverkan.bot.meetings.letters import clock_of, file_for, remarks_on, tell_person, when_of
from medverkan.bot.meetings.tasks import INTRODUCTION, close_meeting, open_meeting, to_be_booked, wait_for
from medverkan.bot.post import Attachment, Desk
from medverkan.bot.register import is_minor
from medverkan.mailbox.addresses import domain_of
from medverkan.mailbox.answers.meetings import NEW_TIME, MeetingNews, MeetingTold
from medverkan.mailbox.forms.naming.registry import labels_for
from medverkan.mailbox.values import Kind
from medverkan.storage.lifecycle import MeetingEvent, MeetingState, MemberEvent, MemberStatus
from medverkan.storage.values import Meeting, Member


@dataclass(frozen=True, slots=True)
class Said:
    """What to say back to whoever told of something; `asks` where nothing was noted since something must be asked."""

    text: str
    attachments: tuple[Attachment, ...] = ()
    asks: bool = False


def take_news(desk: Desk, member: Member, told: MeetingTold, who: str, lead_email: str) -> Said:
    """Act on what was told of a meeting with a person. `told` has no question, or says what must be asked."""
    meeting = open_meeting(desk, member)
    match told.news:
        case MeetingNews.BOOKED | MeetingNews.MOVED:
            return _plan(desk, member, told, meeting, who, lead_email)
        case MeetingNews.CANCELLED if meeting:
            return _cancel(desk, member, meeting, who, lead_email)
        case MeetingNews.MISSED if meeting:
            return _miss(desk, member, meeting, who)
        case MeetingNews.HELD:
            return _hold(desk, member, meeting, who)
        case _:
            return Said(f"Det finns inget bokat möte med {member.name}.", asks=True)


def _plan(desk: Desk, member: Member, told: MeetingTold, meeting: Meeting | None, who: str, lead_email: str) -> Said:
    """Book a meeting, or move the one there is."""
    starts = _starts(desk, told, meeting)
    if told.question or starts is None:
        return Said(told.question or NEW_TIME, asks=True)
    if starts <= desk.now:
        day = swedish_day(starts.astimezone(desk.parts.settings.zone).date())
        return Said(
            f"{day} kl. {clock_of(desk, starts)} har redan varit. Vilken dag och tid gäller?".capitalize(), asks=True
        )
    minutes = _minutes(told) or (meeting.minutes if meeting else calendars.MINUTES)
    place = told.place or (meeting.place if meeting else "")
    if meeting and meeting.state is MeetingState.PLANNED and (starts, minutes, place) == (
        meeting.starts_at, meeting.minutes, meeting.place
    ):  # fmt: skip
        return Said(f"Mötet med {member.name} stod redan: {when_of(desk, meeting)}.")
    books = desk.books
    if meeting:
        meeting = books.meetings.move(meeting, MeetingEvent.MOVED, starts_at=starts, minutes=minutes, place=place)
    else:
        domain = domain_of(desk.parts.settings.address) or "localhost.invalid"
        meeting = books.meetings.add(INTRODUCTION, starts, minutes, place, domain=domain, member_id=member.id)
    what = "booked" if not meeting.sequence else "moved"
    _audit(desk, member, what, who)
    wait_for(desk, member, meeting)
    told_to = tell_person(desk, member, meeting, what)
    head = "Antecknat: introduktion med" if what == "booked" else "Antecknat: mötet är flyttat för"
    lines = [f"{head} {member.name} {when_of(desk, meeting)}.", *remarks_on(desk, meeting), told_to]
    lines.append("Kalenderfilen är bifogad. Svara GENOMFÖRT eller KOM INTE på det här mejlet efter mötet.")
    return Said("\n\n".join(lines), (file_for(desk, member, meeting, lead_email),))


def _starts(desk: Desk, told: MeetingTold, meeting: Meeting | None) -> datetime | None:
    """Return when the meeting is; what is not told is as it was. None where neither says."""
    settings = desk.parts.settings
    before = meeting.starts_at.astimezone(settings.zone) if meeting else None
    day = told.day or (before.date() if before else None)
    clock = time.fromisoformat(told.start) if told.start else (before.time() if before else None)
    return at(day, clock, settings) if day and clock else None


def _minutes(told: MeetingTold) -> int | None:
    if not (told.start and told.end):
        return None
    start, end = (time.fromisoformat(clock) if clock != "24:00" else time(23, 59) for clock in (told.start, told.end))
    minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
    return minutes if minutes > 0 else None


def _cancel(desk: Desk, member: Member, meeting: Meeting, who: str, lead_email: str) -> Said:
    gone = desk.books.meetings.move(meeting, MeetingEvent.CANCELLED)
    _audit(desk, member, "cancelled", who)
    close_meeting(desk, member)
    to_be_booked(desk, member, 1)
    told_to = tell_person(desk, member, gone, "cancelled") if meeting.state is MeetingState.PLANNED else ""
    lines = [
        f"Antecknat: mötet med {member.name} {when_of(desk, meeting)} blir inte av.",
        told_to,
        "Den bifogade filen tar bort det ur kalendern. Att boka ett nytt möte är nu en uppgift.",
    ]
    return Said("\n\n".join(filter(None, lines)), (file_for(desk, member, gone, lead_email),))


def _miss(desk: Desk, member: Member, meeting: Meeting, who: str) -> Said:
    if meeting.starts_at > desk.now:
        when = when_of(desk, meeting)
        said = f"Mötet med {member.name} är {when}, och har inte varit än. Skriv INSTÄLLT eller en ny tid."
        return Said(said, asks=True)
    if meeting.state is MeetingState.PLANNED:
        desk.books.meetings.move(meeting, MeetingEvent.MISSED)
        _audit(desk, member, "missed", who)
    close_meeting(desk, member)
    to_be_booked(desk, member, 1)
    return Said(
        f"Antecknat: {member.name} kom inte. Ring och boka en ny tid; det är nu en uppgift för nästa arbetsdag."
    )


def _hold(desk: Desk, member: Member, meeting: Meeting | None, who: str) -> Said:
    if meeting:
        desk.books.meetings.move(meeting, MeetingEvent.HELD)
    _audit(desk, member, "held", who)
    close_meeting(desk, member)
    for task in desk.books.tasks.open_tasks(kinds=["introduction"], member_id=member.id):
        desk.books.tasks.done(task, desk.now)
    return Said(f"Antecknat: introduktionen med {member.name} är genomförd. {introduced(desk, member)}")


def introduced(desk: Desk, member: Member) -> str:
    """Move a person on to introduced, and to active where nothing is lacking; return what to say of it."""
    books = desk.books
    if member.status in (MemberStatus.REGISTERED, MemberStatus.CALLED):
        member = books.members.move(member, MemberEvent.INTRODUCED)
    lacks = lacking(desk, member)
    if member.status is not MemberStatus.INTRODUCED:
        return ""
    if lacks:
        return (
            f"Personen är introducerad, men inte aktiv än. Det här saknas: {', '.join(lacks)}. "
            "Svara AKTIV på det här mejlet när det är klart."
        )
    books.members.move(member, MemberEvent.ACTIVATED)
    return "Personen är nu aktiv och kan föreslås."


def lacking(desk: Desk, member: Member) -> list[str]:
    """Return what must be there before a person can be matched, in Swedish; [] for nothing."""
    labels = labels_for(Kind.REGISTRATION)
    lacks = [labels.get(key, key) for key in member.missing if not key.startswith("consent")]
    if desk.books.consents.live(member.id, "matching") is None:
        lacks.append("samtycke till matchning")
    if is_minor(member, desk.now) and member.guardian_document_at is None:
        lacks.append("vårdnadshavarens underskrift")
    return lacks


def _audit(desk: Desk, member: Member, what: str, who: str) -> None:
    desk.books.audit.add(f"meeting-{what}", who, desk.now, member_id=member.id)
