"""A case is closed when nothing more is waited for: feedback has come, or nobody was found and the unit knows.

A person may end one by hand: then what waits in it, letters with contact details too, is taken back.
"""

from collections.abc import Callable
from datetime import datetime

from medverkan.bot import words
from medverkan.bot.each import each
from medverkan.bot.fees.forms import TASK as FEE
from medverkan.bot.parts import Parts
from medverkan.bot.post import Desk
from medverkan.bot.reminding.kinds import HIDDEN
from medverkan.bot.reminding.planned import end_reminders
from medverkan.bot.reminding.returned import stop_asking
from medverkan.bot.settings import SettingsError
from medverkan.storage.lifecycle import IllegalMove, RequestEvent, RequestState
from medverkan.storage.values import Request


def close(parts: Parts, now: Callable[[], datetime]) -> int:
    """Close every case that nothing is waited for in; return how many."""
    with parts.store.reading() as books:
        held = books.requests.in_state(RequestState.HELD)
        ready = books.requests.in_state(RequestState.FOLLOWED_UP, RequestState.UNFILLED)
    return each(parts, held, _give_up_asking, now, _is_given_up) + each(parts, ready, _close, now, _is_done)


def _is_given_up(desk: Desk, request: Request) -> bool:
    """Tell whether a lead has dealt with feedback that never came."""
    task = desk.books.tasks.of_key(f"feedback:{request.id}:lead")
    return task is not None and task.done_at is not None


def _give_up_asking(desk: Desk, request: Request) -> int:
    if not _is_given_up(desk, request):
        return 0
    stop_asking(desk, request)
    return 1


def _is_done(desk: Desk, request: Request) -> bool:
    # The fee form goes its own way to whoever pays; the case waits neither for it nor for reminders.
    return all(task.kind in (FEE, *HIDDEN) for task in desk.books.tasks.open_tasks(request_id=request.id))


def _close(desk: Desk, request: Request) -> int:
    if not _is_done(desk, request):
        return 0
    desk.books.requests.move(request, RequestEvent.CLOSED, desk.now)
    end_reminders(desk, request)
    desk.books.audit.add("closed", "bot", desk.now, request_id=request.id)
    return 1


def end_by_hand(desk: Desk, request: Request) -> RequestState:
    """End a case: withdrawn where it has not been held, else followed up; return its state. Raises SettingsError."""
    books, now = desk.books, desk.now
    done = {RequestState.HELD: RequestEvent.FOLLOWED_UP, RequestState.FOLLOWED_UP: RequestEvent.CLOSED}
    event = done.get(request.state, RequestEvent.WITHDRAWN)
    try:
        ended = books.requests.move(request, event, now)
    except IllegalMove:
        raise SettingsError(f"{request.number} är redan avslutat ({words.CASE[request.state]})") from None
    books.outgoing.cancel(request_id=request.id)
    for task in books.tasks.open_tasks(request_id=request.id):
        # Whoever has taken part is to be paid, however the case ends.
        if task.kind != FEE:
            books.tasks.done(task, now)
    books.audit.add("ended-by-hand", "operator", now, request_id=request.id)
    return ended.state
