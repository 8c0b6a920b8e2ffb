"""A case is closed when nothing more is waited for: feedback has come, or nobody was found and the unit knows."""

from collections.abc import Callable
from datetime import datetime

from medverkan.bot.each import each
from medverkan.bot.parts import Parts
from medverkan.bot.post import Desk
from medverkan.storage.lifecycle import RequestEvent, RequestState
from medverkan.storage.values import Request


def close(parts: Parts, now: Callable[[], datetime]) -> int:
    """Close every case that nothing is waited for in; return how many."""
    with parts.store.reading() as books:
        ready = books.requests.in_state(RequestState.FOLLOWED_UP, RequestState.UNFILLED)
    return each(parts, ready, _close, now)


def _close(desk: Desk, request: Request) -> int:
    if desk.books.tasks.open_tasks(request_id=request.id):
        return 0
    desk.books.requests.move(request, RequestEvent.CLOSED, desk.now)
    desk.books.audit.add("closed", "bot", desk.now, request_id=request.id)
    return 1
