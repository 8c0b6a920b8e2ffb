"""A whole journey on a Dovecot, killed at every commit and every call to a server in turn, and at random moments.

Run it as a script: `python tests/bench/kill_points.py [--random 200] [--seed 1] [--sql 400]`. After each death the
service is started again, and then every mail must be exactly one case or member, no letter lacking, none sent twice but
the one that was being handed over (the same Message-ID), nothing deleted that is not in the register. Prints how many
points of each kind were tried and what was wrong; ends with 1 where anything was.
"""

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.kills.points import at_random, counted, every, kill_at, spread
from tests.kills.town import town


def main() -> int:
    """Try them all; return the exit status."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--random", type=int, default=200, help="moments that know nothing of the code")
    asked.add_argument("--sql", type=int, default=400, help="statements, spread over the journey")
    asked.add_argument("--seed", type=int, default=1)
    chosen = asked.parse_args()
    began = time.monotonic()
    with town() as where:
        print(f"journey: {len(where.steps)} steps, {dict(counted(where))}")
        points = every(where, ("commit", "committed", "imap", "smtp"))
        points += spread(every(where, ["sql"]), chosen.sql) + at_random(where, chosen.random, chosen.seed)
        tried: Counter[str] = Counter()
        wrong = 0
        for number, (point, told) in enumerate(kill_at(where, points), 1):
            tried[point.what] += 1
            wrong += bool(told)
            if told:
                print(f"WRONG {point}: {'; '.join(told[:4])}", flush=True)
            if sys.stderr.isatty() or number % 100 == 0:
                print(
                    f"\r{number} of {len(points)}, {wrong} wrong",
                    end="" if sys.stderr.isatty() else "\n",
                    file=sys.stderr,
                )
    print(f"killed {sum(tried.values())} times: {dict(tried)}; wrong: {wrong}; {time.monotonic() - began:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
