"""What a person settles by hand: a task that is done, a case that is to end."""

from datetime import UTC, datetime
from pathlib import Path

from medverkan.bot import show, words
from medverkan.bot.close import end_by_hand
from medverkan.bot.parts import open_parts
from medverkan.bot.post import Desk
from medverkan.bot.settings import SettingsError, load
from medverkan.bot.stages import run_stages

# These close by what they wait for; ticking them off would leave a person or a case hanging.
CLOSE_BY_THEMSELVES = {
    "call": "svara på ringlistan hur det gick",
    "decide": "svara på förslaget",
    "unit": "svara på frågan om verksamhetens adress",
    "answer": "vänta på verksamheten, eller avsluta ärendet med: medverkan cases F-… --end",
}


def task_done(config: Path | None, number: str) -> int:
    """Tick one task off. Raises SettingsError where there is none, or it closes in another way."""
    parts = open_parts(load(config))
    try:
        with parts.store.transaction() as books:
            task = next((one for one in books.tasks.open_tasks() if one.number == number.upper()), None)
            if task is None:
                raise SettingsError(f"det finns ingen öppen uppgift {number}; medverkan tasks visar alla")
            if how := CLOSE_BY_THEMSELVES.get(task.kind):
                raise SettingsError(f"{task.number} bockas inte av för hand: {how}")
            now = datetime.now(UTC)
            books.tasks.done(task, now)
            books.audit.add(
                "task-done", "operator", now, request_id=task.request_id, member_id=task.member_id, mail_id=task.mail_id
            )
        run_stages(parts, lambda: datetime.now(UTC))
    finally:
        parts.close()
    show.say(f"{number.upper()} är avbockad.")
    return 0


def end_case(config: Path | None, number: str) -> int:
    """End a case by hand: withdrawn before it was held, finished after. Raises SettingsError."""
    parts = open_parts(load(config))
    try:
        with parts.store.transaction() as books:
            request = books.requests.get(number)
            if request is None:
                raise SettingsError(f"det finns inget ärende {number}; medverkan cases visar alla")
            state = end_by_hand(Desk(books, parts, datetime.now(UTC)), request)
        run_stages(parts, lambda: datetime.now(UTC))
    finally:
        parts.close()
    show.say(f"{request.number} är nu avslutat ({words.CASE[state]}).")
    return 0
