"""`medverkan cases F-… --day`: put in the day that an assignment was moved to."""

from datetime import UTC, datetime
from pathlib import Path

from medverkan.bot import show
from medverkan.bot.letters import swedish_day
from medverkan.bot.moved_day import move_day
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.post import Desk
from medverkan.bot.settings import SettingsError, load
from medverkan.bot.stages import run_stages
from medverkan.storage.values import Request


def move_case(config: Path | None, number: str, text: str) -> int:
    """Move a case to another day. Raises SettingsError where there is none, or the words name no day."""
    parts = open_parts(load(config))
    try:
        request = move(parts, number, text, datetime.now(UTC))
        run_stages(parts, lambda: datetime.now(UTC))
    finally:
        parts.close()
    show.say(f"{request.number} är nu {swedish_day(request.date_start)}. De som ska med påminns om den dagen.")
    return 0


def move(parts: Parts, number: str, text: str, now: datetime) -> Request:
    """Move a case to another day; return it. Raises SettingsError as `move_case`."""
    with parts.store.transaction() as books:
        request = books.requests.get(number)
        if request is None:
            raise SettingsError(f"det finns inget ärende {number}; medverkan cases visar alla")
        return move_day(Desk(books, parts, now), request, text)
