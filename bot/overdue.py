"""A registration that still lies in the mailbox an hour after it came: an alarm, since the routine says "at once".

Told once a day as one task and one letter to each lead; the task closes by itself when nothing lies there any more.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from medverkan.bot.hours import due_in
from medverkan.bot.parts import Parts
from medverkan.bot.post import Desk

PATIENCE = timedelta(hours=1)
log = structlog.get_logger()


def watch_deletions(parts: Parts, now: Callable[[], datetime]) -> int:
    """Raise the alarm where a deletion has waited for an hour, end it where none has; return what changed."""
    moment = now()
    with parts.store.reading() as books:
        late = books.mails.late_deletions(moment - PATIENCE)
        raised = books.tasks.open_tasks(key="overdue:")
    if bool(late) == bool(raised):
        return 0
    with parts.store.transaction() as books:
        if not late:
            for task in raised:
                books.tasks.done(task, moment)
            return len(raised)
        day = moment.astimezone(parts.settings.zone).date()
        oldest = late[0].received_at.astimezone(parts.settings.zone).strftime("%Y-%m-%d kl. %H.%M")
        log.error("registrations not deleted", count=len(late))
        due = due_in(moment, 0, parts.settings)
        note = f"Anmälningar ligger kvar i brevlådan: {len(late)}, sedan {oldest}"
        books.tasks.add("failed", f"overdue:{moment.isoformat()}", due, note=note)
        Desk(books, parts, moment).note_to_leads("lead-overdue", f"overdue:{day}", count=len(late), oldest=oldest)
    return 1
