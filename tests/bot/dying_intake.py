"""A service that is killed at many points while it takes in a mailbox; run by test_intake_kills.py.

Standard input is JSON: {"alive": home, "homes": [home, …], "points": {"sql": 8, …}}. The first is lived through, to
count how often each thing occurs: "sql" (a statement), "commit", "imap" (before and after a call, and at each mail that
is fetched), "smtp" (before and after a letter). Then one dies in each home, and is run again. Printed: the counts, and
for each home how the killed one ended and how the one after it ended.
"""

import json
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import event

from medverkan.bot import show
from medverkan.bot.adapters import internal_sender, source_of
from medverkan.bot.arrive import arrive
from medverkan.bot.dispose import dispose
from medverkan.bot.parts import open_parts
from medverkan.bot.send import Senders, send_due
from medverkan.bot.settings import load
from medverkan.bot.stages import run_stages

# Past the five minutes that a claim on a letter lasts.
LATER = timedelta(minutes=10)
Tick = Callable[[str], None]


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


def live(home: Path, tick: Tick, now: Callable[[], datetime]) -> None:
    """Do what `run` does until nothing moves."""
    settings = load(home / "medverkan.toml", home=home)
    parts = open_parts(settings, upgrade=False)
    event.listen(parts.store.engine, "before_cursor_execute", lambda *_: tick("sql"))
    event.listen(parts.store.engine, "commit", lambda *_: tick("commit"))
    box = source_of(settings)
    source: Any = Dying(box, "imap", tick)
    sender: Any = Dying(internal_sender(settings), "smtp", tick)
    moved = 1
    while moved:
        moved = arrive(parts, source, now)
        moved += run_stages(parts, now)
        moved += send_due(parts, Senders(sender), now)
        moved += dispose(parts, source, now)
    box.close()
    parts.close()


def in_a_child(home: Path, what: str = "", last: int = 0, late: timedelta = timedelta()) -> int:
    """Live in a process of its own, killed at that occurrence; return its exit code, negative for a signal."""
    child = os.fork()
    if not child:
        seen: Counter[str] = Counter()

        def tick(occurred: str) -> None:
            seen[occurred] += 1
            if occurred == what and seen[what] == last:
                os.kill(os.getpid(), signal.SIGKILL)

        try:
            live(home, tick, lambda: datetime.now(UTC) + late)
            os._exit(0)
        finally:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main() -> None:
    """Live once, and then be killed at points spread over that life."""
    show.log_to_stderr()
    asked = json.load(sys.stdin)
    seen: Counter[str] = Counter()
    # Not in a child: what is imported and loaded at first use is then at hand in all of them.
    live(Path(asked["alive"]), lambda occurred: seen.update([occurred]), lambda: datetime.now(UTC))
    print(json.dumps(seen))
    points = [
        (what, 1 + place * (seen[what] - 1) // (most - 1))
        for what, most in asked["points"].items()
        for place in range(most)
    ]
    for home, (what, number) in zip(asked["homes"], points, strict=True):
        print(json.dumps([in_a_child(Path(home), what, number), in_a_child(Path(home), late=LATER)]), flush=True)


if __name__ == "__main__":
    main()
