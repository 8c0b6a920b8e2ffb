"""What an erasure left to be done by the service: mails emptied once they have left the mailbox, and its own memory.

The matcher's index holds what people told, and is otherwise only brought in line when somebody is next sought.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from medverkan.bot.parts import Parts
from medverkan.bot.propose import keep_up

# Longer than the service lies still between two rounds.
LATELY = timedelta(minutes=5)


def forget(parts: Parts, now: Callable[[], datetime]) -> int:
    """Empty what waited for it, and let go of people who are no longer in the register; return how many mails."""
    with parts.store.reading() as books:
        waits = books.erasure.is_any_marked()
        newest = books.ledger.newest() if len(parts.index) else None
    if newest and newest >= now() - LATELY:
        with parts.turn, parts.store.reading() as books:
            keep_up(parts, books, None)
    if not waits:
        return 0
    with parts.store.transaction() as books:
        return books.erasure.empty_disposed()
