"""What a lead does at the terminal, at the year's clock: what lies under the commands, which ask the real one.

`medverkan tasks`, `medverkan tasks done`, `… --outcome`, `medverkan cases … --end`, `medverkan members erase … --yes`.
"""

from medverkan.bot.commands import settling
from medverkan.bot.demo.year.town import Town
from medverkan.bot.rights.erase import erase
from medverkan.bot.settings import SettingsError
from medverkan.storage.values import Task


def tasks(town: Town) -> list[Task]:
    """Return what `medverkan tasks` shows, of what is due."""
    with town.parts.store.reading() as books:
        return books.tasks.open_tasks(due_by=town.clock.now)


def about(town: Town, task: Task) -> str:
    """Return the case that a task is about, else the person, as the list shows it; "" for neither."""
    with town.parts.store.reading() as books:
        request = books.requests.get(task.request_id) if task.request_id else None
        member = books.members.get(task.member_id) if task.member_id else None
    return request.number if request else member.number if member else ""


def tick_off(town: Town, task: Task) -> bool:
    """Do `medverkan tasks done`; return whether it may be ticked off by hand."""
    try:
        settling.tick_off(town.parts, task.number, town.clock.now)
    except SettingsError:
        return False
    town.is_touched = True
    return True


def tell(town: Town, task: Task, words: str) -> None:
    """Do `medverkan tasks NUMBER --outcome WORDS`, which must be understood."""
    town.is_touched = True
    said = settling.tell_outcome(town.parts, task.number, words, town.clock.now)
    if said.asks:
        town.broken.append(f"{task.number} ({task.kind}): {words!r} förstods inte vid terminalen")


def end_case(town: Town, number: str) -> bool:
    """Do `medverkan cases NUMBER --end`; return whether it was open."""
    try:
        settling.end(town.parts, number, town.clock.now)
    except SettingsError:
        return False
    town.is_touched = True
    return True


def erase_member(town: Town, number: str) -> None:
    """Do `medverkan members erase NUMBER --yes`."""
    town.is_touched = True
    erase(town.parts, number, town.clock.now, by="operator")
