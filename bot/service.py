"""The service: watches the mailbox, takes mail that is pushed, runs the stages, sends what is due, until told to stop.

Three things go on: one thread owns the mailbox connection (arrive, dispose, wait in IDLE), one runs the stages, one
sends; where mail is pushed to us, its server runs on the event loop and stores in a thread of its own. They meet only
in the database and by waking each other. APScheduler is nothing but the tick. No error ends any of them: it is logged
by its kind, and what it stopped is tried again.
"""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime
from functools import partial

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from medverkan.bot.arrive import settle_pushed
from medverkan.bot.failure import failure
from medverkan.bot.intake import Intake
from medverkan.bot.parts import Parts
from medverkan.bot.ports import Beside, Receiving, Source
from medverkan.bot.send import Senders, send_due
from medverkan.bot.signed_out import BOUNCES
from medverkan.bot.stages import run_stages
from medverkan.bot.watcher import SILENT_S, Stopped, Watcher, utc_now, what_failed
from medverkan.mailbox.values import GiveUpError

TICK_S = 60
JOIN_S = 10.0
log = structlog.get_logger()


async def serve(
    parts: Parts,
    source: Source | None,
    senders: Senders,
    stop: asyncio.Event,
    now: Callable[[], datetime] = utc_now,
    receiving: Receiving | None = None,
    bounces: Source | None = None,
    beside: Sequence[Beside] = (),
) -> None:
    """Run until `stop` is set; what is held then is finished first. Mail comes from `source`, by `receiving`, or both.

    `bounces` is a mailbox beside, where only what could not be delivered comes; what ails it holds up nothing else.
    `beside` is what else goes on meanwhile, such as a chat.

    Raises GiveUpError where the mailbox's server refuses us at the very first try or its thread hangs, and ListenError.
    """
    loop = asyncio.get_running_loop()
    work = asyncio.Event()

    def arrived() -> None:
        _poke(loop, work)

    watchers = [Watcher(parts, source, arrived, lambda: _poke(loop, stop), now)] if source else []
    watchers += [Watcher(parts, bounces, arrived, now=now, section=BOUNCES)] if bounces else []
    scheduler = AsyncIOScheduler(timezone=UTC)
    scheduler.add_job(work.set, "interval", seconds=TICK_S, coalesce=True, misfire_grace_time=None)

    intake = Intake(parts, now, arrived)

    def until_stopped() -> datetime:
        # Every stage asks for the time before its next piece of work; what is begun is then rolled back.
        intake.let_through()
        if stop.is_set():
            raise Stopped
        return now()

    async with AsyncExitStack() as ends:
        if receiving:
            await ends.enter_async_context(receiving(intake.take))
        for going_on in beside:
            await ends.enter_async_context(going_on(arrived))
        scheduler.start()
        for watcher in watchers:
            watcher.start()
        work.set()
        try:
            with ThreadPoolExecutor(2, "stages") as pool:
                send = partial(_send, parts, senders, now, stop.is_set)
                await _work(parts, stop, work, watchers, pool, until_stopped, send)
        finally:
            scheduler.shutdown(wait=False)
            for watcher in watchers:
                watcher.stop()
            for watcher in watchers:
                await asyncio.to_thread(watcher.join, JOIN_S)
    for watcher in watchers:
        if watcher.refused:
            raise watcher.refused
    log.info("stopped")


def _poke(loop: asyncio.AbstractEventLoop, event: asyncio.Event) -> None:
    # Closed, where the thread outlived the service because a server took its time.
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(event.set)


async def _work(
    parts: Parts,
    stop: asyncio.Event,
    work: asyncio.Event,
    watchers: Sequence[Watcher],
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
        if any(watcher.silent_s > SILENT_S for watcher in watchers):
            # Whatever it hangs in, a start from the beginning does not; whoever runs the service starts it again.
            log.error("mailbox thread hangs")
            raise GiveUpError("Bevakningen av brevlådan har stannat upp. Starta tjänsten igen.")
        work.clear()
        if await loop.run_in_executor(pool, _stages, parts, now):
            for watcher in watchers:
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
        log.error(what_failed(error), error=failure(error))
        return True


def _send(parts: Parts, senders: Senders, now: Callable[[], datetime], stopping: Callable[[], bool]) -> int:
    try:
        return send_due(parts, senders, now, stopping)
    except Exception as error:  # noqa: BLE001 - told, and tried again at the next tick
        log.error(what_failed(error), error=failure(error))
        return 0
