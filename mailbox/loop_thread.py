"""Running an asyncio server in a thread of its own, for synchronous callers.

Leaving the context waits until every task of the server has ended, so that nothing is destroyed half-way.
"""

import asyncio
import concurrent.futures
import contextlib
import threading
from collections.abc import Coroutine, Iterator
from contextlib import AbstractAsyncContextManager
from typing import Any, TypeVar

T = TypeVar("T")

_START_S = 30.0


@contextlib.contextmanager
def in_thread(serving: AbstractAsyncContextManager[T], name: str) -> Iterator[tuple[asyncio.AbstractEventLoop, T]]:
    """Enter `serving` on a new event loop in a new thread, and leave it there in the end.

    Yields the loop and what `serving` yields. Raises what entering raises.
    """
    started: concurrent.futures.Future[tuple[asyncio.AbstractEventLoop, asyncio.Event, T]] = concurrent.futures.Future()
    thread = threading.Thread(target=lambda: asyncio.run(_live(serving, started)), name=name, daemon=True)
    thread.start()
    loop, stop, value = started.result(_START_S)
    try:
        yield loop, value
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()


def ask(loop: asyncio.AbstractEventLoop, question: Coroutine[Any, Any, T], timeout_s: float = 30.0) -> T:
    """Run a coroutine on that loop from another thread and return its answer."""
    return asyncio.run_coroutine_threadsafe(question, loop).result(timeout_s)


async def _live(
    serving: AbstractAsyncContextManager[T],
    started: "concurrent.futures.Future[tuple[asyncio.AbstractEventLoop, asyncio.Event, T]]",
) -> None:
    stop = asyncio.Event()
    async with contextlib.AsyncExitStack() as stack:
        try:
            value = await stack.enter_async_context(serving)
        except Exception as error:  # noqa: BLE001  (handed to the thread that waits, which raises it)
            started.set_exception(error)
            return
        started.set_result((asyncio.get_running_loop(), stop, value))
        await stop.wait()
