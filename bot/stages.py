"""The sentence, once through: every stage takes what waits in its state and leaves it in the next, until nothing moves.

Stages never call each other across a state; the database is the only queue, so a crash resumes by itself.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from itertools import cycle, islice

from medverkan.bot.close import close
from medverkan.bot.deliver import deliver
from medverkan.bot.follow_up import follow_up
from medverkan.bot.meetings.assignment_days import keep_days_in_step
from medverkan.bot.meetings.watch import watch_meetings
from medverkan.bot.overdue import watch_deletions
from medverkan.bot.parts import Parts
from medverkan.bot.propose import propose
from medverkan.bot.rights.forget import forget
from medverkan.bot.sms.hear import hear
from medverkan.bot.understand import understand

Stage = Callable[[Parts, Callable[[], datetime]], int]
STAGES: tuple[Stage, ...] = (
    hear,
    propose,
    deliver,
    follow_up,
    watch_meetings,
    keep_days_in_step,
    close,
    watch_deletions,
    forget,
)
ROUNDS_MOST = 100


def run_stages(parts: Parts, now: Callable[[], datetime], progress: Callable[[], None] = lambda: None) -> int:
    """Run every stage until nothing moves; return how many things were done.

    A stage is asked again only where another, or it itself, has moved something since.
    """
    sentence: tuple[Stage, ...] = (partial(understand, progress=progress), *STAGES)
    total = still = 0
    for stage in islice(cycle(sentence), ROUNDS_MOST * len(sentence)):
        moved = stage(parts, now)
        total += moved
        still = 0 if moved else still + 1
        if still == len(sentence):
            break
    return total
