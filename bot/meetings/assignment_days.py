"""The day of an assignment in the participant's calendar: planned with the release, kept in step with the case.

Only a day that is known plainly gets a file, and only who has agreed to mail gets it. A day that moves, or an
assignment that comes to nothing, is told with the same UID; nobody is told of what they never got.
"""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from medverkan.bot.each import each
from medverkan.bot.hours import at
from medverkan.bot.meetings import calendars
from medverkan.bot.parts import Parts
from medverkan.bot.people import meeting_address
from medverkan.bot.post import Attachment, Desk
from medverkan.bot.register import ASSIGNMENT
from medverkan.mailbox.addresses import domain_of
from medverkan.storage.lifecycle import InvitationState, MeetingEvent, MeetingState, OutgoingState, RequestState
from medverkan.storage.values import Meeting, Member, Request

KIND = "assignment"
AHEAD = (RequestState.CALLING, RequestState.DELIVERED)
GOING = (InvitationState.RELEASED, InvitationState.TOOK_PART)
_Day = tuple[datetime, int, str]


def plan_day(desk: Desk, request: Request, member: Member, to: str) -> tuple[Attachment, ...]:
    """Plan the day of a person's assignment; return the file for their letter, () where no day is known plainly."""
    day = _day_of(desk, request)
    if day is None:
        return ()
    meeting = _meeting(desk, request, member)
    if meeting is None:
        starts, minutes, place = day
        domain = domain_of(desk.parts.settings.address) or "localhost.invalid"
        meeting = desk.books.meetings.add(
            KIND, starts, minutes, place, domain=domain, member_id=member.id, request_id=request.id
        )
    elif (meeting.starts_at, meeting.minutes, meeting.place) != day:
        meeting = _moved(desk, meeting, day)
    return (_file(desk, request, meeting, to),)


def keep_days_in_step(parts: Parts, now: Callable[[], datetime]) -> int:
    """Move, cancel or end the planned days whose case says otherwise by now; return how many."""
    with parts.store.reading() as books:
        planned = books.meetings.planned(KIND)
    return each(parts, planned, _keep, now, _is_out_of_step)


def _is_over(desk: Desk, meeting: Meeting) -> bool:
    return meeting.starts_at + timedelta(days=1) <= desk.now


def _is_out_of_step(desk: Desk, meeting: Meeting) -> bool:
    if _is_over(desk, meeting):
        return True
    request, day = _case(desk, meeting)
    if request is None or request.state not in AHEAD or not _is_going(desk, request, meeting):
        return True
    return day is not None and day != (meeting.starts_at, meeting.minutes, meeting.place)


def _keep(desk: Desk, meeting: Meeting) -> int:
    if not _is_out_of_step(desk, meeting):
        return 0
    request, day = _case(desk, meeting)
    if _is_over(desk, meeting) or (request and request.state not in (*AHEAD, RequestState.WITHDRAWN)):
        desk.books.meetings.move(meeting, MeetingEvent.HELD)
        return 1
    if request is None or day is None or request.state not in AHEAD or not _is_going(desk, request, meeting):
        gone = desk.books.meetings.move(meeting, MeetingEvent.CANCELLED)
        _tell(desk, request, gone, "declined" if _has_declined(desk, request, meeting) else "cancelled")
        return 1
    _tell(desk, request, _moved(desk, meeting, day), "moved")
    return 1


def _moved(desk: Desk, meeting: Meeting, day: _Day) -> Meeting:
    starts, minutes, place = day
    return desk.books.meetings.move(meeting, MeetingEvent.MOVED, starts_at=starts, minutes=minutes, place=place)


def _case(desk: Desk, meeting: Meeting) -> tuple[Request | None, _Day | None]:
    request = desk.books.requests.get(meeting.request_id or "")
    return request, _day_of(desk, request) if request else None


def _is_going(desk: Desk, request: Request, meeting: Meeting) -> bool:
    invitation = desk.books.invitations.get(request.id, meeting.member_id or "")
    return invitation is not None and invitation.state in GOING


def _has_declined(desk: Desk, request: Request | None, meeting: Meeting) -> bool:
    """Tell whether it is the person who does not come, in an assignment that others may go to."""
    if request is None or request.state not in AHEAD:
        return False
    invitation = desk.books.invitations.get(request.id, meeting.member_id or "")
    return invitation is not None and invitation.state is InvitationState.DECLINED


def _meeting(desk: Desk, request: Request, member: Member) -> Meeting | None:
    planned = (one for one in desk.books.meetings.of_request(request.id) if one.state is MeetingState.PLANNED)
    return next((one for one in planned if one.member_id == member.id), None)


def _day_of(desk: Desk, request: Request) -> _Day | None:
    """Return when one assignment of one day is, for how long and where; minutes 0 where only the day is known."""
    fields, day = request.fields, request.date_start
    several = (request.date_end not in (None, day)) or (fields.get("occasions") or 1) != 1
    if day is None or several:
        return None
    settings, place = desk.parts.settings, str(fields.get("place") or "")
    start, end = (_clock(fields.get(key)) for key in ("time_start", "time_end"))
    if start is None:
        return at(day, time(), settings), calendars.WHOLE_DAY, place
    said = fields.get("minutes_per_occasion")
    minutes = (end.hour - start.hour) * 60 + end.minute - start.minute if end else 0
    if minutes <= 0:
        minutes = said if isinstance(said, int) and 0 < said < 24 * 60 else calendars.MINUTES
    return at(day, start, settings), minutes, place


def _clock(value: object) -> time | None:
    try:
        return time.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


def _tell(desk: Desk, request: Request | None, meeting: Meeting, what: str) -> None:
    """Write the person, where the letter with the day has reached them."""
    member = desk.books.members.get(meeting.member_id or "")
    address = meeting_address(desk.books, member, desk.now) if member and request else ""
    if member is None or request is None or not address:
        return
    sent = desk.books.outgoing.all(request_id=request.id, state=OutgoingState.SENT)
    if not any(one.kind == ASSIGNMENT and one.member_id == member.id for one in sent):
        return
    settings = desk.parts.settings
    local = meeting.starts_at.astimezone(settings.zone)
    whole_day = meeting.minutes == calendars.WHOLE_DAY
    desk.to_participant(
        member, "participant-day", f"day:{meeting.uid}:{meeting.sequence}", to=address, request=request, what=what,
        day=local.date(), starts="" if whole_day else f"{local:%H.%M}",
        ends="" if whole_day else f"{local + timedelta(minutes=meeting.minutes):%H.%M}", place=meeting.place,
        attachments=[_file(desk, request, meeting, address)],
    )  # fmt: skip


def _file(desk: Desk, request: Request, meeting: Meeting, to: str) -> Attachment:
    settings = desk.parts.settings
    units = (str(request.fields.get("unit") or ""),)
    return calendars.calendar_file(
        meeting,
        title=calendars.TO_PARTICIPANT,
        organizer=settings.address,
        attendee=to,
        place=calendars.neutral_place(meeting.place, desk.parts.words, units),
        zone=settings.zone,
        now=desk.now,
    )
