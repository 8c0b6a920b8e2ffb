"""The tick of the reminders: one indexed question tells what is due, and each kind is handed to who knows it.

What reminders are, and how a stop of the service is caught up without a burst, is in steps.py. Everything here waits
for the hours in which people may be written to, except the round at midnight, which writes to nobody.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime

from medverkan.bot.each import each
from medverkan.bot.hours import next_contact
from medverkan.bot.parts import Parts
from medverkan.bot.post import Desk
from medverkan.bot.reminding.kinds import ANSWER, CHASE, CONTACTED, DAY_BEFORE, MIDNIGHT, MORNING, ROUNDS, THANKS
from medverkan.bot.reminding.participants import remind_before, thank_and_ask
from medverkan.bot.reminding.rounds import first_rounds, make_midnight, make_morning
from medverkan.bot.reminding.units import ask_about_contact, ask_for_answers, ask_for_feedback
from medverkan.storage.values import Task

BY_KIND: dict[str, Callable[[Desk, Task], int]] = {
    ANSWER: ask_for_answers,
    CONTACTED: ask_about_contact,
    CHASE: ask_for_feedback,
    DAY_BEFORE: remind_before,
    THANKS: thank_and_ask,
}
KINDS = (*BY_KIND, *ROUNDS)
Due = dict[str, list[Task]]


def remind(parts: Parts, now: Callable[[], datetime]) -> int:
    """Do what is due of everything that is to be remembered; return how many things were done."""
    moment = now()
    due = _due(parts, moment)
    if due is None:
        with parts.store.transaction() as books:
            first_rounds(Desk(books, parts, moment))
        due = _due(parts, moment) or {}
    if not due:
        return 0
    done = make_midnight(parts, now, due.get(MIDNIGHT, ()))
    if next_contact(moment, parts.settings) > moment:
        return done
    for kind, act in BY_KIND.items():
        done += each(parts, due.get(kind, ()), act, now, _is_awake)
    # Last, so that what came of the others stands in the same morning's letter.
    return done + make_morning(parts, now, due.get(MORNING, ()))


def _due(parts: Parts, moment: datetime) -> Due | None:
    """Return what is due by its kind, None where not even the daily rounds are in the calendar."""
    found: Due = defaultdict(list)
    with parts.store.reading() as books:
        tasks = books.tasks.reminders(KINDS, moment, also=MIDNIGHT)
    for task in tasks:
        if task.due <= moment:
            found[task.kind].append(task)
    return found if tasks else None


def _is_awake(desk: Desk, task: Task) -> bool:
    request = desk.books.requests.get(task.request_id or "")
    return request is None or not request.paused
