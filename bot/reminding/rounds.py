"""The daily rounds: at midnight who has come of age; each working morning what is late, whom to phone, the day's list.

The rounds are reminders themselves, so that a tick asks for nothing but what is due. One that was missed is made once.
A large register takes a while to look through: that is read before the transaction that acts on it.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from medverkan.bot.documents.signed import ask_about_seats
from medverkan.bot.each import each
from medverkan.bot.parts import Parts
from medverkan.bot.post import Desk
from medverkan.bot.reminding.days import next_midnight, next_morning
from medverkan.bot.reminding.kinds import FOR_THE_LEAD, ROUNDS, RUNNING
from medverkan.bot.reminding.leads import is_moot, press, tell_the_day
from medverkan.bot.reminding.undelivered import alarm_undelivered
from medverkan.bot.reminding.upkeep import ask_for_own_consent, call, calls_of, of_age, remember_of_age
from medverkan.bot.rights.retention import thin
from medverkan.storage.values import Task


def first_rounds(desk: Desk) -> None:
    """Put the daily rounds into the calendar of a register that has none yet."""
    for key in ROUNDS:
        desk.books.tasks.add(key, key, desk.now)


def make_midnight(parts: Parts, now: Callable[[], datetime], due: Sequence[Task]) -> int:
    """Thin what is no longer needed, and end what was agreed to for those who have come of age; return the rounds made.

    What is thinned is in transactions of its own: a round that is cut short is made again, and thins what is left.
    """
    if not due:
        return 0
    thin(parts, now)
    with parts.store.reading() as books:
        found = of_age(books, parts.settings, now())

    def act(desk: Desk, task: Task) -> int:
        return _midnight(desk, task, found)

    return each(parts, due, act, now)


def make_morning(parts: Parts, now: Callable[[], datetime], due: Sequence[Task]) -> int:
    """Find what is late and whom to phone, and tell the leads their day; return how many rounds were made."""
    if not due:
        return 0
    with parts.store.reading() as books:
        calls = calls_of(books, parts.settings, now())

    def act(desk: Desk, task: Task) -> int:
        return _morning(desk, task, calls)

    return each(parts, due, act, now)


def _midnight(desk: Desk, task: Task, found: Sequence[str]) -> int:
    desk.books.tasks.put_off(task, next_midnight(desk.now, desk.parts.settings))
    remember_of_age(desk)
    for member_id in found:
        ask_for_own_consent(desk, member_id)
    return 1


def _morning(desk: Desk, task: Task, calls: Sequence[tuple[str, str, date]]) -> int:
    books = desk.books
    books.tasks.put_off(task, next_morning(desk.now, desk.parts.settings))
    for request in books.requests.in_state(*RUNNING):
        alarm_undelivered(desk, request)
    call(desk, calls)
    ask_about_seats(desk)
    due = []
    for one in books.tasks.open_tasks(kinds=FOR_THE_LEAD, due_by=desk.now):
        if is_moot(desk, one):
            books.tasks.done(one, desk.now)
        else:
            due.append(one)
    press(desk, due)
    tell_the_day(desk, due)
    return 1
