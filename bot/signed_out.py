"""A server no longer lets us in, or has been away for a while: a task and a letter to the leads.

Whoever asked the server logs it, once.

Expired secrets go unnoticed for days otherwise: nothing arrives, and that looks like a quiet week. The task is closed
by itself when the server lets us in again.
"""

from datetime import datetime

from medverkan.bot.hours import due_in
from medverkan.bot.post import Desk
from medverkan.mailbox.values import MailboxError
from medverkan.storage.books import Books

MAILBOX, OUTGOING, EXTERNAL = "[mailbox]", "[outgoing]", "[outgoing.external]"
BOUNCES = "[outgoing.external] bounces"


def alarm(desk: Desk, section: str, error: Exception) -> None:
    """Tell that the server of that section does not let us in; once a day, whatever is tried meanwhile."""
    settings = desk.parts.settings
    day = desk.now.astimezone(settings.zone).date()
    due = due_in(desk.now, 0, settings)
    # Of other errors the words may hold what somebody wrote.
    reason = str(error) if isinstance(error, MailboxError) else f"ett oväntat fel ({type(error).__name__})"
    desk.books.tasks.add("failed", f"signed-out:{section}:{day}", due, note=f"Inloggningen i {section}: {reason}"[:400])
    desk.note_to_leads("lead-signed-out", f"signed-out:{section}:{day}", section=section, reason=reason)


def mended(books: Books, section: str, now: datetime) -> None:
    """Close the task that told of it: the server has let us in."""
    for task in books.tasks.open_tasks(key=f"signed-out:{section}:"):
        books.tasks.done(task, now)
