"""The thread that keeps one mailbox and the register in step: arrive, dispose, wait in IDLE, until stopped.

No error ends it: it is logged by its kind, tried again ever more slowly, and told to the leads when it lasts. It gives
a sign of life at every round, so that the service can tell a wait from a thread that hangs.
"""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import structlog

from medverkan.bot.arrive import arrive
from medverkan.bot.dispose import dispose
from medverkan.bot.failure import failure
from medverkan.bot.parts import Parts
from medverkan.bot.ports import Source
from medverkan.bot.post import Desk
from medverkan.bot.signed_out import MAILBOX, alarm, mended
from medverkan.mailbox.imap_asking import OddAnswerError
from medverkan.mailbox.receiving_values import NoRoomError
from medverkan.mailbox.transport import LoginRefusedError
from medverkan.mailbox.values import GiveUpError, MailboxError
from medverkan.storage.store import FullError

SCAN_S = 240.0
# Far above a wait and the patience with a slow server; who is silent for so long hangs.
SILENT_S = 1800.0
AWAY_TOLD = timedelta(minutes=15)
BACK_OFF_S = (1.0, 2.0, 5.0, 15.0, 60.0)
REFUSED_BACK_OFF_S = 300.0
log = structlog.get_logger()


def utc_now() -> datetime:
    """Return now, aware, in UTC."""
    return datetime.now(UTC)


class Stopped(BaseException):
    """The service is being stopped. No Exception, so that nobody takes it for a mail that cannot be read."""


class Watcher(threading.Thread):
    """Keeps one mailbox and the register in step; every error is survived by trying again, ever more slowly.

    The one exception is a server that refuses us at the very first try: that is a setting, kept in `refused`, where
    somebody is told by `tell_refused`; else it is tried again as any other.
    """

    def __init__(
        self,
        parts: Parts,
        source: Source,
        arrived: Callable[[], None],
        tell_refused: Callable[[], None] | None = None,
        now: Callable[[], datetime] = utc_now,
        section: str = MAILBOX,
    ) -> None:
        super().__init__(name=section, daemon=True)
        self._parts, self._source, self._arrived, self._now = parts, source, arrived, now
        self._tell_refused = tell_refused
        self._section = section
        self._stopping = threading.Event()
        self._watching = False
        self._away_since: datetime | None = None
        self._alive_at = time.monotonic()
        self.refused: GiveUpError | None = None

    def run(self) -> None:
        """Arrive, dispose, wait – until stopped."""
        failures, first = 0, True
        while not self._stopping.is_set():
            try:
                self._alive_at = time.monotonic()
                self._round()
                failures, self._away_since = 0, None
            except Stopped:
                break
            except Exception as error:  # noqa: BLE001 - a thread that ends is a service that has gone deaf
                if first and self._tell_refused and isinstance(error, GiveUpError):
                    self._tell_away(error)
                    self.refused = error
                    self._tell_refused()
                    break
                self._survive(error, failures)
                failures += 1
            first = False
        self._source.close()

    def stop(self) -> None:
        """End after what is being held now."""
        self._stopping.set()
        self._source.wake()

    def wake(self) -> None:
        """Look at once: something is to be moved or deleted."""
        self._source.wake()

    def _round(self) -> None:
        try:
            taken = arrive(self._parts, self._source, self._until_stopped)
        except OddAnswerError:
            # One mail that the server will not give keeps no other in the mailbox; it is told like a server away.
            dispose(self._parts, self._source, self._now)
            raise
        if not self._watching:
            self._watching = True
            with self._parts.store.transaction() as books:
                mended(books, self._section, self._now())
            log.info("watching", account=self._source.account.rpartition("@")[2])
        if taken:
            log.info("mail arrived", count=taken)
            self._arrived()
        gone = dispose(self._parts, self._source, self._now)
        if gone:
            log.info("mail disposed of", count=gone)
        if not taken and not gone and not self._stopping.is_set():
            self._source.wait(SCAN_S)

    @property
    def silent_s(self) -> float:
        """Return for how long it has given no sign of life, in seconds; a wait for mail is shorter than SILENT_S."""
        return time.monotonic() - self._alive_at

    def _tell_away(self, error: Exception) -> None:
        """Tell the leads that we are not let in, or that the server has been away for a while."""
        now = self._now()
        self._away_since = self._away_since or now
        if not isinstance(error, LoginRefusedError) and now - self._away_since < AWAY_TOLD:
            return
        self._watching = False
        try:
            with self._parts.store.transaction() as books:
                alarm(Desk(books, self._parts, now), self._section, error)
        except Exception as failed:  # noqa: BLE001 - a register that cannot be written must not end the watching
            log.error(what_failed(failed), error=failure(failed))

    def _survive(self, error: Exception, failures: int) -> None:
        self._tell_away(error)
        pause_s = self._pause_s(error, failures)
        log.warning(what_failed(error), error=failure(error), again_in_s=pause_s)
        # Some may have come in before it went wrong.
        self._arrived()
        self._stopping.wait(pause_s)

    def _until_stopped(self) -> datetime:
        if self._stopping.is_set():
            raise Stopped
        self._alive_at = time.monotonic()
        return self._now()

    def _pause_s(self, error: Exception, failures: int) -> float:
        if isinstance(error, GiveUpError):
            return REFUSED_BACK_OFF_S
        return BACK_OFF_S[min(failures, len(BACK_OFF_S) - 1)]


def what_failed(error: Exception) -> str:
    if isinstance(error, FullError | NoRoomError):
        return "register full, no mail is taken in"
    if isinstance(error, LoginRefusedError):
        return "sign-in refused"
    if isinstance(error, MailboxError):
        return "mailbox not reached"
    return "unexpected error"
