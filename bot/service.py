"""The service: watches the mailbox, takes mail that is pushed, runs the stages, sends what is due, until told to stop.

Three things go on: one thread owns the mailbox connection (arrive, dispose, wait in IDLE), one runs the stages, one
sends; where mail is pushed to us, its server runs on the event loop and stores in a thread of its own. They meet only
in the database and by waking each other. APScheduler is nothing but the tick. No error ends any of them: it is logged
by its kind, and what it stopped is tried again.
"""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext, suppress
from datetime import UTC, datetime
from functools import partial

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from medverkan.bot.arrive import arrive, settle_pushed, take_pushed
from medverkan.bot.dispose import dispose
from medverkan.bot.parts import Parts
from medverkan.bot.ports import Receiving, Source
from medverkan.bot.post import Desk
from medverkan.bot.send import Senders, send_due
from medverkan.bot.signed_out import MAILBOX, alarm, mended
from medverkan.bot.stages import run_stages
from medverkan.mailbox.receiving_values import NoRoomError
from medverkan.mailbox.transport import LoginRefusedError
from medverkan.mailbox.values import GiveUpError, MailboxError
from medverkan.storage.store import FullError

TICK_S = 60
SCAN_S = 240.0
BACK_OFF_S = (1.0, 2.0, 5.0, 15.0, 60.0)
REFUSED_BACK_OFF_S = 300.0
JOIN_S = 10.0
log = structlog.get_logger()


def utc_now() -> datetime:
    """Return now, aware, in UTC."""
    return datetime.now(UTC)


class Stopped(BaseException):
    """The service is being stopped. No Exception, so that nobody takes it for a mail that cannot be read."""


class Watcher(threading.Thread):
    """Keeps one mailbox and the register in step; every error is survived by trying again, ever more slowly.

    The one exception is a server that refuses us at the very first try: that is a setting, kept in `refused`.
    """

    def __init__(
        self,
        parts: Parts,
        source: Source,
        arrived: Callable[[], None],
        refused: Callable[[], None] = lambda: None,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(name="mailbox", daemon=True)
        self._parts, self._source, self._arrived, self._now = parts, source, arrived, now
        self._tell_refused = refused
        self._stopping = threading.Event()
        self._watching = False
        self.refused: GiveUpError | None = None

    def run(self) -> None:
        """Arrive, dispose, wait – until stopped."""
        failures, first = 0, True
        while not self._stopping.is_set():
            try:
                self._round()
                failures = 0
            except Stopped:
                break
            except Exception as error:  # noqa: BLE001 - a thread that ends is a service that has gone deaf
                if isinstance(error, LoginRefusedError):
                    self._signed_out(error)
                if first and isinstance(error, GiveUpError):
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
        taken = arrive(self._parts, self._source, self._until_stopped)
        if not self._watching:
            self._watching = True
            with self._parts.store.transaction() as books:
                mended(books, MAILBOX, self._now())
            log.info("watching", account=self._source.account.rpartition("@")[2])
        if taken:
            log.info("mail arrived", count=taken)
            self._arrived()
        gone = dispose(self._parts, self._source, self._now)
        if gone:
            log.info("mail disposed of", count=gone)
        if not taken and not gone and not self._stopping.is_set():
            self._source.wait(SCAN_S)

    def _signed_out(self, error: LoginRefusedError) -> None:
        self._watching = False
        try:
            with self._parts.store.transaction() as books:
                alarm(Desk(books, self._parts, self._now()), MAILBOX, error)
        except Exception as failed:  # noqa: BLE001 - a register that cannot be written must not end the watching
            log.error(_what_failed(failed), error=type(failed).__name__)

    def _survive(self, error: Exception, failures: int) -> None:
        pause_s = self._pause_s(error, failures)
        log.warning(_what_failed(error), error=type(error).__name__, again_in_s=pause_s)
        # Some may have come in before it went wrong.
        self._arrived()
        self._stopping.wait(pause_s)

    def _until_stopped(self) -> datetime:
        if self._stopping.is_set():
            raise Stopped
        return self._now()

    def _pause_s(self, error: Exception, failures: int) -> float:
        if isinstance(error, GiveUpError):
            return REFUSED_BACK_OFF_S
        return BACK_OFF_S[min(failures, len(BACK_OFF_S) - 1)]


async def serve(
    parts: Parts,
    source: Source | None,
    senders: Senders,
    stop: asyncio.Event,
    now: Callable[[], datetime] = utc_now,
    receiving: Receiving | None = None,
) -> None:
    """Run until `stop` is set; what is held then is finished first. Mail comes from `source`, by `receiving`, or both.

    Raises GiveUpError where the mailbox's server refuses us at the very first try, and ListenError.
    """
    loop = asyncio.get_running_loop()
    work = asyncio.Event()
    watcher = Watcher(parts, source, lambda: _poke(loop, work), lambda: _poke(loop, stop), now) if source else None
    scheduler = AsyncIOScheduler(timezone=UTC)
    scheduler.add_job(work.set, "interval", seconds=TICK_S, coalesce=True, misfire_grace_time=TICK_S)

    def until_stopped() -> datetime:
        # Every stage asks for the time before its next piece of work; what is begun is then rolled back.
        if stop.is_set():
            raise Stopped
        return now()

    take = partial(_take, parts, now, lambda: _poke(loop, work))
    async with receiving(take) if receiving else nullcontext():
        scheduler.start()
        if watcher:
            watcher.start()
        work.set()
        try:
            with ThreadPoolExecutor(2, "stages") as pool:
                send = partial(_send, parts, senders, now, stop.is_set)
                await _work(parts, stop, work, watcher, pool, until_stopped, send)
        finally:
            scheduler.shutdown(wait=False)
            if watcher:
                watcher.stop()
                await asyncio.to_thread(watcher.join, JOIN_S)
    if watcher and watcher.refused:
        raise watcher.refused
    log.info("stopped")


def _take(parts: Parts, now: Callable[[], datetime], arrived: Callable[[], None], raw: bytes) -> None:
    """Store one mail that was pushed to us; whatever it raises, its sender is asked to come back with it."""
    try:
        is_new = take_pushed(parts, raw, now())
    except Exception as error:
        log.warning(_what_failed(error), error=type(error).__name__)
        raise
    log.info("mail received", new=is_new)
    arrived()


def _poke(loop: asyncio.AbstractEventLoop, event: asyncio.Event) -> None:
    # Closed, where the thread outlived the service because a server took its time.
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(event.set)


async def _work(
    parts: Parts,
    stop: asyncio.Event,
    work: asyncio.Event,
    watcher: Watcher | None,
    pool: ThreadPoolExecutor,
    now: Callable[[], datetime],
    send: Callable[[], int],
) -> None:
    loop = asyncio.get_running_loop()
    stopped = asyncio.ensure_future(stop.wait())
    sending: asyncio.Future[int] | None = None
    while not stop.is_set():
        wanted = asyncio.ensure_future(work.wait())
        await asyncio.wait({wanted, stopped}, return_when=asyncio.FIRST_COMPLETED)
        wanted.cancel()
        if stop.is_set():
            break
        work.clear()
        if await loop.run_in_executor(pool, _stages, parts, now) and watcher:
            watcher.wake()
        # A slow mail server must not hold the stages up: sending has its own thread, one round at a time.
        if sending is None or sending.done():
            sending = loop.run_in_executor(pool, send)
    if sending is not None:
        await sending


def _stages(parts: Parts, now: Callable[[], datetime]) -> bool:
    """Run the stages; return whether anything may be to be disposed of now."""
    try:
        moved = run_stages(parts, now)
        if moved:
            settle_pushed(parts, now())
        return bool(moved)
    except Stopped:
        return False
    except Exception as error:  # noqa: BLE001 - told, and tried again at the next tick
        log.error(_what_failed(error), error=type(error).__name__)
        return True


def _send(parts: Parts, senders: Senders, now: Callable[[], datetime], stopping: Callable[[], bool]) -> int:
    try:
        return send_due(parts, senders, now, stopping)
    except Exception as error:  # noqa: BLE001 - told, and tried again at the next tick
        log.error(_what_failed(error), error=type(error).__name__)
        return 0


def _what_failed(error: Exception) -> str:
    if isinstance(error, FullError | NoRoomError):
        return "register full, no mail is taken in"
    if isinstance(error, MailboxError):
        return "mailbox not reached"
    return "unexpected error"
