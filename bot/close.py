"""A case is closed when nothing more is waited for: feedback has come, or nobody was found and the unit knows."""

from collections.abc import Callable
from datetime import datetime

from medverkan.bot.parts import Parts
from medverkan.storage.book import StaleError
from medverkan.storage.lifecycle import RequestEvent, RequestState


def close(parts: Parts, now: Callable[[], datetime]) -> int:
    """Close every case that nothing is waited for in; return how many."""
    with parts.store.reading() as books:
        ready = books.requests.in_state(RequestState.FOLLOWED_UP, RequestState.UNFILLED)
    done = 0
    for request in ready:
        try:
            with parts.store.transaction() as books:
                if books.tasks.open_tasks(request_id=request.id):
                    continue
                books.requests.move(request, RequestEvent.CLOSED, now())
                books.audit.add("closed", "bot", now(), request_id=request.id)
        except StaleError:
            continue
        done += 1
    return done
