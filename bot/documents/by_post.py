"""The assignment for somebody who is not mailed: the lead gets it to print, with where to post it.

Those are people without e-mail, or who have not agreed to it, and children, whose guardian gets it.
"""

from medverkan.bot.documents.descriptions import description_of
from medverkan.bot.post import Desk
from medverkan.bot.short_notice import is_too_late_to_post
from medverkan.storage.values import Member, Request, Task

KIND = "lead-by-post"


def send_by_post(desk: Desk, request: Request, member: Member, task: Task, key: str, *, minor: bool) -> None:
    """Give the leads one person's copy of an assignment, for the task of posting it."""
    fields = member.fields
    to = str(fields.get("guardian_name") or "") if minor else member.name
    desk.note_to_leads(
        KIND,
        key,
        attachments=[description_of(desk, request, member, by_post=True)],
        request_id=request.id,
        member_id=member.id,
        request=request,
        member=member,
        task=task,
        minor=minor,
        to=to,
        starts=request.date_start,
        too_late=is_too_late_to_post(desk.now.astimezone(desk.parts.settings.zone).date(), request.date_start),
        address=str(fields.get("postal_address") or "").strip(),
    )
