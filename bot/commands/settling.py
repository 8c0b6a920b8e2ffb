"""What a person settles by hand: a task that is done, how a call or a meeting went, a case that is to end.

Under each command is a function of an open register and a clock, which the commands and the played year share.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from medverkan.bot import show, words
from medverkan.bot.calling.outcomes import tell
from medverkan.bot.close import end_by_hand
from medverkan.bot.meetings.meet import Said
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.post import Desk
from medverkan.bot.settings import SettingsError, load
from medverkan.bot.stages import run_stages
from medverkan.bot.ticking import open_task, tick
from medverkan.storage.book import StaleError
from medverkan.storage.lifecycle import RequestState
from medverkan.storage.values import Request


def task_done(config: Path | None, number: str) -> int:
    """Tick one task off. Raises SettingsError where there is none, or it closes in another way."""
    with _register(config) as parts:
        tick_off(parts, number, datetime.now(UTC))
        run_stages(parts, lambda: datetime.now(UTC))
    show.say(f"{number.upper()} är avbockad.")
    return 0


def tick_off(parts: Parts, number: str, now: datetime) -> None:
    """Close one task by hand. Raises SettingsError where there is none, or it closes in another way."""
    with parts.store.transaction() as books:
        tick(books, open_task(books, number), now, by="operator")


def task_outcome(config: Path | None, number: str, told: str) -> int:
    """Write down how one task went, in words; return 1 where they were not understood. Raises SettingsError."""
    with _register(config) as parts:
        said = tell_outcome(parts, number, told, datetime.now(UTC))
        run_stages(parts, lambda: datetime.now(UTC))
    show.say(said.text)
    return 1 if said.asks else 0


def tell_outcome(parts: Parts, number: str, told: str, now: datetime) -> Said:
    """Act on how one task went; return what to say. Raises SettingsError where the task has no outcome to tell."""
    with parts.store.transaction() as books:
        task = open_task(books, number)
        # Each telling may write its own letters, as each mail may.
        once = parts.store.vault.lookup("command", f"{task.id} {now.isoformat()}")[:32]
        return tell(Desk(books, parts, now, once), task, told)


@contextmanager
def _register(config: Path | None) -> Iterator[Parts]:
    parts = open_parts(load(config))
    try:
        yield parts
    except StaleError as error:
        raise SettingsError("någon annan ändrade samma sak just nu; inget är sparat, försök igen") from error
    finally:
        parts.close()


def end_case(config: Path | None, number: str) -> int:
    """End a case by hand: withdrawn before it was held, finished after. Raises SettingsError."""
    with _register(config) as parts:
        request, state = end(parts, number, datetime.now(UTC))
        run_stages(parts, lambda: datetime.now(UTC))
    show.say(f"{request.number} är nu avslutat ({words.CASE[state]}).")
    return 0


def end(parts: Parts, number: str, now: datetime) -> tuple[Request, RequestState]:
    """End a case; return it and its state. Raises SettingsError where there is none, or it has ended."""
    with parts.store.transaction() as books:
        request = books.requests.get(number)
        if request is None:
            raise SettingsError(f"det finns inget ärende {number}; medverkan cases visar alla")
        return request, end_by_hand(Desk(books, parts, now), request)
