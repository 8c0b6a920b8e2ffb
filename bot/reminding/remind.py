"""The tick of the reminders: one indexed question tells what is due, and each kind is handed to who knows it.

What reminders are, and how a stop of the service is caught up without a burst, is in steps.py. Everything here waits
for the hours in which people may be written to, except the round at midnight, which writes to nobody.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime

from medverkan.bot.each import each
from medverkan.bot.hours import next_contact
from medverkan.bot.parts import Parts
from medverkan.bot.post import Desk
from medverkan.bot.reminding.kinds import (
    ANSWER,
    CHASE,
    CONTACTED,
    DAY_BEFORE,
    FOR_THE_LEAD,
    MIDNIGHT,
    ROUNDS,
    THANKS,
)
from medverkan.bot.reminding.leads import is_day_untold, is_moot, press, pressing, tell_the_day
from medverkan.bot.reminding.participants import remind_before, thank_and_ask
from medverkan.bot.reminding.units import ask_about_contact, ask_for_answers, ask_for_feedback
from medverkan.bot.reminding.upkeep import first_rounds, make_rounds
from medverkan.storage.book import StaleError
from medverkan.storage.values import Task

BY_KIND: dict[str, Callable[[Desk, Task], int]] = {
    ANSWER: ask_for_answers,
    CONTACTED: ask_about_contact,
    CHASE: ask_for_feedback,
    DAY_BEFORE: remind_before,
    THANKS: thank_and_ask,
}


def remind(parts: Parts, now: Callable[[], datetime]) -> int:
    """Do what is due of everything that is to be remembered; return how many things were done."""
    moment = now()
    due, has_rounds = _due(parts, moment)
    if not has_rounds:
        with parts.store.transaction() as books:
            first_rounds(Desk(books, parts, moment))
        due, _ = _due(parts, moment)
    done = make_rounds(parts, now, due[MIDNIGHT])
    if next_contact(moment, parts.settings) > moment:
        return done
    done += make_rounds(parts, now, [task for kind in ROUNDS if kind != MIDNIGHT for task in due[kind]])
    for kind, act in BY_KIND.items():
        done += each(parts, due[kind], act, now)
    if done:
        due, _ = _due(parts, moment)
    return done + _tell_leads(parts, now, [task for kind in FOR_THE_LEAD for task in due[kind]])


def _due(parts: Parts, moment: datetime) -> tuple[dict[str, list[Task]], bool]:
    found: dict[str, list[Task]] = defaultdict(list)
    with parts.store.reading() as books:
        for task in books.tasks.open_tasks(due_by=moment):
            found[task.kind].append(task)
        return found, books.tasks.of_key(MIDNIGHT) is not None


def _tell_leads(parts: Parts, now: Callable[[], datetime], due: Sequence[Task]) -> int:
    """Take away what has settled itself, tell the leads their day and what presses; write only where one is to do."""
    moment = now()
    due = sorted(due, key=lambda task: (task.due, task.number))
    with parts.store.reading() as books:
        desk = Desk(books, parts, moment)
        moot = [task for task in due if is_moot(desk, task)]
        left = [task for task in due if task not in moot]
        untold, pressed = is_day_untold(desk, left), any(pressing(left, moment, parts.settings))
    done = each(parts, moot, _settled, now)
    if not (untold or pressed):
        return done
    try:
        with parts.store.transaction() as books:
            desk = Desk(books, parts, moment)
            if pressed:
                press(desk, left)
            if untold:
                tell_the_day(desk, left)
    except StaleError:
        # Somebody has dealt with one of them meanwhile: the next tick tells of what is left.
        return done
    return done + untold + pressed


def _settled(desk: Desk, task: Task) -> int:
    desk.books.tasks.done(task, desk.now)
    return 1
