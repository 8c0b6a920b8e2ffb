"""Where finished letters are put among the mailbox's drafts, a person must send them: the leads are told."""

from medverkan.bot.hours import due_in
from medverkan.bot.post import Desk
from medverkan.bot.tokens import Purpose
from medverkan.storage.values import Outgoing

TASK = "draft"
TOGETHER_MINUTES = 30


def tell_of_draft(desk: Desk, message: Outgoing) -> None:
    """Make it a task to send what lies among the drafts, with a letter to the leads: one for each half hour at most."""
    if desk.parts.settings.lead(message.to):
        # A letter to the leads about a letter to the leads would be a loop.
        return
    local = desk.now.astimezone(desk.parts.settings.zone)
    key = f"draft:{local.replace(minute=local.minute // TOGETHER_MINUTES * TOGETHER_MINUTES):%Y-%m-%dT%H:%M}"
    due = due_in(desk.now, 0, desk.parts.settings)
    task = desk.books.tasks.add(TASK, key, due)
    for lead in desk.leads:
        desk.to_lead(lead, "lead-draft", key, Purpose.DAY, about=desk.today, task=task.number)
