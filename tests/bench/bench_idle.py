"""How long a mail waits while `medverkan run` is idle: from APPEND until its case and the proposal are written.

Run it as a script: `python tests/bench/bench_idle.py [ROUNDS]`. Beside it, in the same run: how long a bare IDLE
takes to tell of a mail on the same server (Dovecot waits 500 ms of its own accord).
"""

import sqlite3
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mailboxes import Where, fill, home, request_mails, running, servers, until_moved

from medverkan.bot.demo import cast
from tests.bot.living import registration_mail

ROUNDS = 20
SETTLE_S = 2.5  # past the first, short IDLE, so that a real one is measured
LIMIT_MS = 2000
Waits = list[tuple[float, float, float]]


def latencies_ms(where: Where, rounds: int) -> Waits:
    """Return for each round the ms until a bare IDLE woke, until the case was there, and until its proposal was."""
    took = []
    raws = request_mails(rounds + 1)
    with home() as folder, running(folder, where):
        fill(where, [*(registration_mail(number) for number in range(len(cast.registrations()))), raws[0]])
        until_moved(where)
        with where.other() as client, sqlite3.connect(f"file:{folder}/medverkan.db?mode=ro", uri=True) as database:
            for number, raw in enumerate(raws[1:], 2):
                idle = bare_ms(where, raw)
                time.sleep(SETTLE_S)
                start = time.perf_counter()
                client.append("INBOX", raw)
                case, proposal = (until_rows(database, table, number, start) for table in ("request", "proposal"))
                took.append((idle, case, proposal))
    return took


def bare_ms(where: Where, raw: bytes) -> float:
    """Return how long a mail in another folder takes to end an IDLE there."""
    with where.other() as waiting, where.other() as client:
        if not waiting.folder_exists("Annat"):
            waiting.create_folder("Annat")
        waiting.select_folder("Annat")
        waiting.idle()
        time.sleep(0.2)
        start = time.perf_counter()
        client.append("Annat", raw)
        while not waiting.idle_check(timeout=10):
            pass
        took = time.perf_counter() - start
        waiting.idle_done()
    return took * 1000


def until_rows(database: sqlite3.Connection, table: str, wanted: int, start: float) -> float:
    """Return the ms since `start` when the table has that many rows."""
    while database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] < wanted:  # noqa: S608 - our own names
        time.sleep(0.002)
    return (time.perf_counter() - start) * 1000


def spread(waits: Waits) -> Iterator[tuple[float, float]]:
    """Yield median and 95th percentile of each column."""
    for column in zip(*waits, strict=True):
        yield statistics.median(column), statistics.quantiles(column, n=20, method="inclusive")[-1]


def main() -> None:
    """Measure every server there is."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    for serving in servers():
        with serving() as where:
            idle, case, proposal = spread(latencies_ms(where, rounds))
        print(
            f"{where.name}: {rounds} rounds, ms from APPEND, median and p95: bare IDLE {idle[0]:.0f}, {idle[1]:.0f}; "
            f"case {case[0]:.0f}, {case[1]:.0f}; proposal {proposal[0]:.0f}, {proposal[1]:.0f} "
            f"(limit {LIMIT_MS} ms), ratio {proposal[1] / LIMIT_MS:.2f}"
        )


if __name__ == "__main__":
    main()
