"""How long a mail that another connection appends takes to wake a waiting ImapSource: pymap and Dovecot.

Run it as a script: `python tests/bench/bench_imap.py [ROUNDS]`. Prints one line of figures per server.
"""

import contextlib
import statistics
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from medverkan.mailbox.embedded import embedded_imap
from medverkan.mailbox.imap import ImapSource
from tests.mailbox.servers import dovecot, other_client

ROUNDS = 30
SETTLE_S = 2.3  # past the first, short round, so that a real IDLE is measured
MAIL = b"From: ylva@enhet.example\r\nSubject: Hej\r\n\r\nHej!\r\n"


@contextlib.contextmanager
def pymap() -> Iterator[tuple[str, int, str, str]]:
    """Run pymap."""
    with embedded_imap({"bot": "pw"}) as server:
        yield server.host, server.port, "bot", "pw"


@contextlib.contextmanager
def real() -> Iterator[tuple[str, int, str, str]]:
    """Run Dovecot."""
    with dovecot() as server:
        yield server.host, server.port, server.user, server.password


def latencies_ms(host: str, port: int, user: str, password: str, rounds: int) -> tuple[list[float], int]:
    """Return the time from the start of each APPEND until `wait` returned, and how many mails were never seen."""
    source = ImapSource(host=host, port=port, security="none", username=user, password=password)
    other: Any = other_client(host, port, user, password)
    took: list[float] = []
    source.uids()
    for _ in range(rounds):
        woken = threading.Event()
        waiter = threading.Thread(target=lambda woken=woken: (source.wait(60), woken.set()))
        waiter.start()
        time.sleep(SETTLE_S)
        start = time.perf_counter()
        other.append("INBOX", MAIL)
        woken.wait(60)
        took.append((time.perf_counter() - start) * 1000)
        waiter.join()
        seen = len(source.uids())
    other.logout()
    source.close()
    return took, rounds - seen


def main() -> None:
    """Measure both servers."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    for name, serving in (("pymap", pymap), ("dovecot", real)):
        with serving() as where:
            took, missed = latencies_ms(*where, rounds)
        middle, most = statistics.median(took), max(took)
        print(f"{name}: append to wake, {rounds} rounds: median {middle:.1f} ms, max {most:.1f} ms, missed {missed}")


if __name__ == "__main__":
    main()
