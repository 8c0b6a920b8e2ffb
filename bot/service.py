"""The service: watches the mailbox, runs the stages, sends what is due, until it is told to stop.

Three things go on: one thread owns the mailbox connection (arrive, dispose, wait in IDLE), one runs the stages, one
sends. They meet only in the database and by waking each other. APScheduler is nothing but the tick.
"""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from medverkan.bot.arrive import arrive, dispose
from medverkan.bot.parts import Parts
from medverkan.bot.ports import Source
from medverkan.bot.send import Senders, send_due
from medverkan.bot.stages import run_stages
from medverkan.mailbox.values import GiveUpError, MailboxError
from medverkan.storage.store import StorageError

TICK_S = 60
SCAN_S = 240.0
BACK_OFF_S = (1.0, 2.0, 5.0, 15.0, 60.0)
REFUSED_BACK_OFF_S = 300.0
log = structlog.get_logger()


def utc_now() -> datetime:
    """Return now, aware, in UTC."""
    return datetime.now(UTC)


class Watcher(threading.Thread):
    """Keeps one mailbox and the register in step; every error is survived by trying again, ever more slowly."""

    def __init__(
        self, parts: Parts, source: Source, arrived: Callable[[], None], now: Callable[[], datetime] = utc_now
    ) -> None:
        super().__init__(name="mailbox", daemon=True)
        self._parts, self._source, self._arrived, self._now = parts, source, arrived, now
        self._stopping = threading.Event()

    def run(self) -> None:
        """Arrive, dispose, wait – until stopped."""
        failures = 0
        while not self._stopping.is_set():
            try:
                self._round()
                failures = 0
            except (MailboxError, StorageError) as error:
                pause_s = self._pause_s(error, failures)
                failures += 1
                log.warning("mailbox not reached", error=type(error).__name__, again_in_s=pause_s)
                self._stopping.wait(pause_s)
        self._source.close()

    def stop(self) -> None:
        """End after what is being held now."""
        self._stopping.set()
        self._source.wake()

    def wake(self) -> None:
        """Look at once: something is to be moved or deleted."""
        self._source.wake()

    def _round(self) -> None:
        taken = arrive(self._parts, self._source, self._now)
        if taken:
            log.info("mail arrived", count=taken)
            self._arrived()
        gone = dispose(self._parts, self._source, self._now)
        if gone:
            log.info("mail disposed of", count=gone)
        if not taken and not self._stopping.is_set():
            self._source.wait(SCAN_S)

    def _pause_s(self, error: Exception, failures: int) -> float:
        if isinstance(error, GiveUpError):
            return REFUSED_BACK_OFF_S
        return BACK_OFF_S[min(failures, len(BACK_OFF_S) - 1)]


async def serve(
    parts: Parts, source: Source, senders: Senders, stop: asyncio.Event, now: Callable[[], datetime] = utc_now
) -> None:
    """Run until `stop` is set; what is held then is finished first."""
    loop = asyncio.get_running_loop()
    work = asyncio.Event()
    watcher = Watcher(parts, source, lambda: _poke(loop, work), now)
    scheduler = AsyncIOScheduler(timezone=UTC)
    scheduler.add_job(work.set, "interval", seconds=TICK_S, coalesce=True, misfire_grace_time=TICK_S)
    scheduler.start()
    watcher.start()
    work.set()
    log.info("watching", account=source.account.rpartition("@")[2])
    try:
        with ThreadPoolExecutor(2, "stages") as pool:
            await _work(parts, senders, stop, work, watcher, pool, now)
    finally:
        scheduler.shutdown(wait=False)
        watcher.stop()
        await asyncio.to_thread(watcher.join, 30.0)
        log.info("stopped")


def _poke(loop: asyncio.AbstractEventLoop, work: asyncio.Event) -> None:
    loop.call_soon_threadsafe(work.set)


async def _work(
    parts: Parts,
    senders: Senders,
    stop: asyncio.Event,
    work: asyncio.Event,
    watcher: Watcher,
    pool: ThreadPoolExecutor,
    now: Callable[[], datetime],
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
        try:
            moved = await loop.run_in_executor(pool, run_stages, parts, now)
        except StorageError as error:
            log.error("register not written", error=type(error).__name__)
            continue
        if moved:
            watcher.wake()
        # A slow mail server must not hold the stages up: sending has its own thread, one round at a time.
        if sending is None or sending.done():
            sending = loop.run_in_executor(pool, _send, parts, senders, now)
    if sending is not None:
        await sending


def _send(parts: Parts, senders: Senders, now: Callable[[], datetime]) -> int:
    try:
        return send_due(parts, senders, now)
    except StorageError as error:
        log.error("outbox not read", error=type(error).__name__)
        return 0
