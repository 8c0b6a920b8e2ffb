"""Lives of the service in processes of their own, killed (SIGKILL) at a named moment; the worker behind the kill tests.

Standard input is one JSON order a line, each answered by one line:
{"home": folder, "at": "2027-02-01T08:12:00+00:00", "die": null | ["commit", 7] | ["after_s", 0.3]}
{"code": 0 | -9, "seen": {"commit": 41, …}, "s": 0.21}   ("seen" and "s" only of a life that nobody killed)

What is counted: "sql" (before a statement), "commit" (before it), "committed" (after it), "imap" (before and after each
call, and at each mail that is fetched), "smtp" (before and after a letter). "after_s" kills the whole service with all
its threads at a moment that knows nothing of the code.
"""

import asyncio
import json
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlmodel import Session

from medverkan.bot import show
from medverkan.bot.adapters import external_sender, internal_sender, source_of
from medverkan.bot.arrive import arrive
from medverkan.bot.dispose import dispose
from medverkan.bot.parts import open_parts
from medverkan.bot.send import Senders, send_due
from medverkan.bot.service import serve
from medverkan.bot.settings import load
from medverkan.bot.stages import run_stages

Tick = Callable[[str], None]
Now = Callable[[], datetime]


class Dying:
    """Stands before a port; says so before and after each call."""

    def __init__(self, port: Any, what: str, tick: Tick) -> None:
        self._port, self._what, self._tick = port, what, tick

    def __getattr__(self, name: str) -> Any:
        reached = getattr(self._port, name)
        if not callable(reached):
            return reached

        def call(*arguments: Any) -> Any:
            self._tick(self._what)
            answer = reached(*arguments)
            self._tick(self._what)
            return self._each(answer) if name == "fetch" else answer

        return call

    def _each(self, arrivals: Iterator[Any]) -> Iterator[Any]:
        for arrival in arrivals:
            self._tick(self._what)
            yield arrival


def live(home: Path, tick: Tick, now: Now) -> None:
    """Do what `run` does, in one thread, until nothing moves."""
    settings = load(home / "medverkan.toml", home=home)
    parts = open_parts(settings, upgrade=False)
    event.listen(parts.store.engine, "before_cursor_execute", lambda *_: tick("sql"))
    event.listen(parts.store.engine, "commit", lambda *_: tick("commit"))

    def committed(_: Session) -> None:
        tick("committed")

    event.listen(Session, "after_commit", committed)
    box = source_of(settings)
    source: Any = Dying(box, "imap", tick)
    inner, outer = internal_sender(settings), external_sender(settings)
    senders: Any = Senders(inner and Dying(inner, "smtp", tick), outer and Dying(outer, "smtp", tick))
    moved = 1
    while moved:
        moved = arrive(parts, source, now)
        moved += run_stages(parts, now)
        moved += send_due(parts, senders, now)
        moved += dispose(parts, source, now)
    event.remove(Session, "after_commit", committed)
    box.close()
    parts.close()


def serve_on(home: Path, now: Now) -> None:
    """Do what `run` does, with its threads, until killed."""
    settings = load(home / "medverkan.toml", home=home)
    senders = Senders(internal_sender(settings), external_sender(settings))
    asyncio.run(serve(open_parts(settings, upgrade=False), source_of(settings), senders, asyncio.Event(), now))


def carry_out(order: dict[str, Any]) -> dict[str, Any]:
    """Live as ordered; return how it ended."""
    home, moment = Path(order["home"]), datetime.fromisoformat(order["at"])
    began = time.monotonic()
    if order["die"]:
        what, last = order["die"]
        return {"code": in_a_child(home, what, last, moment)}
    # Not in a child: what is imported and loaded at first use is then at hand in all of them.
    seen = _counted(home, "", 0, moment)
    return {"code": 0, "seen": seen, "s": time.monotonic() - began}


def in_a_child(home: Path, what: str, last: float, moment: datetime) -> int:
    """Live in a process of its own until it is killed; return its exit code, negative for a signal."""
    child = os.fork()
    if not child:
        try:
            if what == "after_s":
                serve_on(home, lambda: moment)
            else:
                _counted(home, what, last, moment)
            os._exit(0)
        finally:
            os._exit(1)
    if what == "after_s":
        time.sleep(last)
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _counted(home: Path, what: str, last: float, moment: datetime) -> Counter[str]:
    seen: Counter[str] = Counter()

    def tick(occurred: str) -> None:
        seen[occurred] += 1
        if occurred == what and seen[what] == last:
            os.kill(os.getpid(), signal.SIGKILL)

    live(home, tick, lambda: moment)
    return seen


def main() -> None:
    """Carry out orders until there are no more."""
    show.log_to_stderr()
    for line in sys.stdin:
        print(json.dumps(carry_out(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
