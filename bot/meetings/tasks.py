"""What waits about a meeting: one open task for the lead, due on its day, and the hidden reminder to the person."""

from datetime import date, timedelta
from uuid import uuid4

from medverkan.bot.hours import at, due_in, may_contact_on, opening
from medverkan.bot.meetings.letters import when_of
from medverkan.bot.post import Desk
from medverkan.storage.lifecycle import MeetingState
from medverkan.storage.values import Meeting, Member

INTRODUCTION = "introduction"
TASK, REMINDER = "meeting", "meeting_reminder"
TO_BOOK = "boka ett möte för introduktion"
BOOK_WITHIN_WORKING_DAYS = 5
OPEN = (MeetingState.PLANNED, MeetingState.MISSED)
# A reminder that would come on the heels of the letter with the time is left out.
REMINDED_AFTER = timedelta(hours=12)


def open_meeting(desk: Desk, member: Member) -> Meeting | None:
    """Return the introduction that is planned, or that the person did not come to and that has no new day."""
    found = [one for one in desk.books.meetings.of_member(member.id, INTRODUCTION) if one.state in OPEN]
    return found[-1] if found else None


def to_be_booked(desk: Desk, member: Member, working_days: int = BOOK_WITHIN_WORKING_DAYS) -> None:
    """Make it a task to book an introduction, where none waits already."""
    if desk.books.tasks.open_tasks(kinds=[TASK], member_id=member.id):
        return
    # At most one is open at a time; an earlier one that is done must not stand in for this one.
    key = f"meeting:{member.id}:{uuid4().hex}"
    due = due_in(desk.now, working_days, desk.parts.settings)
    desk.books.tasks.add(TASK, key, due, member_id=member.id, note=TO_BOOK)


def wait_for(desk: Desk, member: Member, meeting: Meeting) -> None:
    """Let the open task be that the meeting is held, on its day, and put the person's reminder in the calendar."""
    close_meeting(desk, member)
    settings = desk.parts.settings
    day = meeting.starts_at.astimezone(settings.zone).date()
    mark = f"{meeting.uid}:{meeting.sequence}"
    desk.books.tasks.add(
        TASK, f"meeting:{mark}", max(at(day, settings.hours.start, settings), desk.now), member_id=member.id,
        note=f"möte {when_of(desk, meeting)}",
    )  # fmt: skip
    due = opening(_day_before(day), settings)
    if due - desk.now > REMINDED_AFTER:
        desk.books.tasks.add(REMINDER, f"meeting-reminder:{mark}", due, member_id=member.id)


def close_meeting(desk: Desk, member: Member) -> None:
    for task in desk.books.tasks.open_tasks(kinds=[TASK, REMINDER], member_id=member.id):
        desk.books.tasks.done(task, desk.now)


def _day_before(day: date) -> date:
    """Return the last day before `day` on which people may be written to."""
    day -= timedelta(days=1)
    while not may_contact_on(day):
        day -= timedelta(days=1)
    return day
