"""Ticking off a task by hand: by command, or in an answer to the day's list."""

from datetime import datetime

from medverkan.bot.settings import SettingsError
from medverkan.storage.books import Books
from medverkan.storage.values import Task

# These close by what they wait for; ticking them off would leave a person or a case hanging.
CLOSE_BY_THEMSELVES = {
    "call": 'skriv hur det gick, till exempel "svarade inte"',
    "decide": "svara på förslaget",
    "unit": "svara på frågan om verksamhetens adress",
    "answer": "vänta på verksamheten, eller avsluta ärendet",
}


def open_task(books: Books, number: str) -> Task:
    """Return the task of that number that waits. Raises SettingsError where there is none."""
    task = books.tasks.by_number(number.strip().upper())
    if task is None or task.done_at:
        raise SettingsError(f"det finns ingen öppen uppgift {number}; medverkan tasks visar alla")
    return task


def tick(books: Books, task: Task, now: datetime, *, by: str) -> None:
    """Close one task. Raises SettingsError where it closes in another way."""
    if how := CLOSE_BY_THEMSELVES.get(task.kind):
        raise SettingsError(f"{task.number} bockas inte av för hand: {how}")
    books.tasks.done(task, now)
    books.audit.add("task-done", by, now, request_id=task.request_id, member_id=task.member_id, mail_id=task.mail_id)
