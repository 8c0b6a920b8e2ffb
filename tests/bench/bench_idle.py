"""How long a mail waits while `medverkan run` is idle: from APPEND until its case is in the database, in ms.

Run it as a script: `python tests/bench/bench_idle.py [ROUNDS]`. Dovecot tells a waiting client after 500 ms of its own.
"""

import sqlite3
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mailboxes import Where, fill, home, request_mails, running, servers, until_moved

ROUNDS = 20
SETTLE_S = 2.5  # past the first, short IDLE, so that a real one is measured
LIMIT_MS = 2000


def latencies_ms(where: Where, rounds: int) -> list[float]:
    """Return the latency of each round."""
    took = []
    raws = request_mails(rounds + 1)
    with home() as folder, running(folder, where):
        fill(where, raws[:1])
        until_moved(where)
        with where.other() as client, sqlite3.connect(f"file:{folder}/medverkan.db?mode=ro", uri=True) as database:
            for number, raw in enumerate(raws[1:], 2):
                time.sleep(SETTLE_S)
                start = time.perf_counter()
                client.append("INBOX", raw)
                while database.execute("SELECT count(*) FROM request").fetchone()[0] < number:
                    time.sleep(0.002)
                took.append((time.perf_counter() - start) * 1000)
    return took


def main() -> None:
    """Measure every server there is."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    for serving in servers():
        with serving() as where:
            took = latencies_ms(where, rounds)
        middle, most = statistics.median(took), max(took)
        print(
            f"{where.name}: append to case, {rounds} rounds: median {middle:.0f} ms, max {most:.0f} ms "
            f"(limit {LIMIT_MS} ms), ratio {most / LIMIT_MS:.2f}"
        )


if __name__ == "__main__":
    main()
