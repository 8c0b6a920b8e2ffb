"""Mail that is pushed to the running service: stored, and let through before the stages go on.

The one thing to know: the sender waits for each answer, and the stages would slow it down by as much as they compute.
So they wait while mail keeps coming, but never for long.
"""

import threading
import time
from collections.abc import Callable
from datetime import datetime

import structlog

from medverkan.bot.arrive import take_pushed
from medverkan.bot.failure import failure
from medverkan.bot.parts import Parts
from medverkan.bot.watcher import what_failed

# Longer than it takes a sender to hand over the next one.
QUIET_S = 0.1
PATIENCE_S = 1.0
log = structlog.get_logger()


class Intake:
    """Takes mail in on one thread and holds the stages up on another."""

    def __init__(self, parts: Parts, now: Callable[[], datetime], arrived: Callable[[], None]) -> None:
        self._parts, self._now, self._arrived = parts, now, arrived
        self._pause = threading.Event()
        self._last = -QUIET_S

    def take(self, *raws: bytes) -> None:
        """Store mails; whatever it raises, their senders are asked to come back with them."""
        try:
            new = take_pushed(self._parts, raws, self._now())
        except Exception as error:
            log.warning(what_failed(error), error=failure(error))
            raise
        finally:
            self._last = time.monotonic()
        log.info("mail received", count=len(raws), new=new)
        self._arrived()

    def let_through(self) -> None:
        """Return when no mail has come for a moment, or after a second."""
        until = time.monotonic() + PATIENCE_S
        while (left := min(self._last + QUIET_S, until) - time.monotonic()) > 0:
            self._pause.wait(left)
