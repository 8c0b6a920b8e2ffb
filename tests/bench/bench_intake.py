"""How many request mails a second are taken in, against the least that any program would have to do.

Run it as a script: `python tests/bench/bench_intake.py [MAILS]`. Every second mail is text, every second HTML. Both
sides read the same mails from the same server, which runs in another process.

Bare: fetch by 50, parse with compat32, commit each mail to SQLite (WAL, synchronous FULL), move it.
Ours: arrive, understand (the form read, case opened, receipt written to the outbox, audit) and dispose, as `run` does;
proposing is timed apart, sending is not part of it.
"""

import contextlib
import email
import logging
import sqlite3
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.policy import compat32
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mailboxes import Where, closed_port, fill, home, request_mails, servers, write_settings

from medverkan.bot import show
from medverkan.bot.adapters import source_of
from medverkan.bot.arrive import arrive
from medverkan.bot.dispose import dispose
from medverkan.bot.parts import open_parts
from medverkan.bot.propose import propose
from medverkan.bot.settings import load
from medverkan.bot.understand import understand
from medverkan.mailbox.reading import read

MAILS = 1000
BATCH = 50
LIMIT = 0.5
ROUNDS = 2


def now() -> datetime:
    """Return now."""
    return datetime.now(UTC)


def bare(where: Where, folder: Path) -> int:
    """Take in what lies in the inbox with as little as possible; return how many."""
    database = sqlite3.connect(folder / "bare.db", isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        database.execute(f"PRAGMA {pragma}")
    database.execute("CREATE TABLE IF NOT EXISTS mail (uid INTEGER, subject TEXT, raw BLOB)")
    done = 0
    with where.other() as client:
        if not client.folder_exists("Hanterat"):
            client.create_folder("Hanterat")
        client.select_folder("INBOX")
        uids = client.search()
        for start in range(0, len(uids), BATCH):
            for uid, item in sorted(client.fetch(uids[start : start + BATCH], ["BODY.PEEK[]"]).items()):
                message = email.message_from_bytes(item[b"BODY[]"], policy=compat32)
                database.execute("BEGIN IMMEDIATE")
                database.execute("INSERT INTO mail VALUES (?, ?, ?)", (uid, str(message["Subject"]), item[b"BODY[]"]))
                database.execute("COMMIT")
                client.move([uid], "Hanterat")
                done += 1
    database.close()
    return done


def timed(name: str, took: dict[str, float], act: Callable[[], Any]) -> Any:
    """Do something and add what it took."""
    start = time.perf_counter()
    result = act()
    took[name] = took.get(name, 0.0) + time.perf_counter() - start
    return result


def ours(where: Where, folder: Path, took: dict[str, float]) -> int:
    """Take in what lies in the inbox as `run` does; return how many cases there are afterwards."""
    settings = load(write_settings(folder, where, closed_port()))
    parts = open_parts(settings)
    source = source_of(settings)
    with contextlib.closing(parts), contextlib.closing(source):
        while timed("arrive", took, lambda: arrive(parts, source, now)):
            pass
        timed("understand", took, lambda: understand(parts, now))
        while timed("dispose", took, lambda: dispose(parts, source, now)):
            pass
        assert not source.uids()
        timed("(propose)", took, lambda: propose(parts, now))
        with parts.store.reading() as books:
            return len(books.requests.in_state())


def measure(where: Where, count: int) -> float:
    """Measure one server in turns; print one line and return ours divided by bare."""
    raws = request_mails(count)
    best_bare = best_ours = 0.0
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        with home() as folder:
            fill(where, raws)
            took: dict[str, float] = {}
            assert timed("bare", took, lambda: bare(where, folder)) == count
            best_bare = max(best_bare, count / took["bare"])
            fill(where, raws)
            took = {}
            assert ours(where, folder / "home", took) == count
            rate = count / sum(seconds for name, seconds in took.items() if name[0] != "(")
            if rate > best_ours:
                best_ours, best = rate, took
    timed("of which reading", best, lambda: [read(raw) for raw in raws])
    parts = ", ".join(f"{name} {seconds / count * 1000:.2f}" for name, seconds in best.items())
    ratio = best_ours / best_bare
    print(
        f"{where.name}: {count} mails, best of {ROUNDS}: ours {best_ours:.0f} mails/s, bare {best_bare:.0f} mails/s, "
        f"ratio {ratio:.2f} (limit {LIMIT}); ms a mail: {parts}"
    )
    return ratio


def main() -> None:
    """Measure every server there is."""
    show.log_to_stderr(logging.ERROR)
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MAILS
    for serving in servers():
        with serving() as where:
            measure(where, count)


if __name__ == "__main__":
    main()
