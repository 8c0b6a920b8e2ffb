"""The stage of meetings: the person is reminded the day before, and nobody waits for somebody who is out."""

from collections.abc import Callable
from datetime import datetime

from medverkan.bot.each import each
from medverkan.bot.meetings.letters import file_for, tell_person, when_of
from medverkan.bot.meetings.tasks import INTRODUCTION, REMINDER, close_meeting, open_meeting
from medverkan.bot.parts import Parts
from medverkan.bot.people import may_be_asked
from medverkan.bot.post import Desk
from medverkan.bot.tokens import Purpose
from medverkan.storage.lifecycle import MeetingEvent, MeetingState
from medverkan.storage.values import Meeting, Member, Task


def watch_meetings(parts: Parts, now: Callable[[], datetime]) -> int:
    """Remind people of the introductions that come, and cancel those with somebody who is out; return how many."""
    with parts.store.reading() as books:
        due = books.tasks.open_tasks(kinds=[REMINDER], due_by=now())
        out = [one for one in books.meetings.planned(INTRODUCTION) if _is_out(books.members.get(one.member_id or ""))]
    return each(parts, due, _remind, now) + each(parts, out, _called_off, now)


def _is_out(member: Member | None) -> bool:
    return member is None or not may_be_asked(member)


def _remind(desk: Desk, task: Task) -> int:
    desk.books.tasks.done(task, desk.now)
    member = desk.books.members.get(task.member_id or "")
    meeting = open_meeting(desk, member) if member and not _is_out(member) else None
    if member is None or meeting is None or meeting.state is not MeetingState.PLANNED or meeting.starts_at <= desk.now:
        return 0
    tell_person(desk, member, meeting, "reminder")
    local = meeting.starts_at.astimezone(desk.parts.settings.zone)
    key = f"meeting-sms:{meeting.uid}:{meeting.sequence}"
    desk.to_phone(member, "sms-meeting", key, day=local.date(), time=f"{local:%H.%M}")
    return 1


def _called_off(desk: Desk, meeting: Meeting) -> int:
    """Take a meeting with somebody who is out from the calendars of the leads; the person gets nothing."""
    gone = desk.books.meetings.move(meeting, MeetingEvent.CANCELLED)
    member = desk.books.members.get(meeting.member_id or "")
    if member is None:
        return 0
    close_meeting(desk, member)
    said = f"Mötet med {member.name} {when_of(desk, meeting)} är borttaget: personen är spärrad eller har slutat."
    for lead in desk.leads:
        desk.to_lead(
            lead, "lead-echo", f"meeting-off:{gone.uid}", Purpose.INTRODUCTION, about=member, said=said, request=None,
            attachments=[file_for(desk, member, gone, lead.email)],
        )  # fmt: skip
    return 1
