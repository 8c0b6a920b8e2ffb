"""How fast a start works off mails that were stored and never understood, against reading and parsing them alone.

Run it as a script: `python tests/bench/bench_recovery.py [MAILS]`, 10 000 unless told. Ours: every form is read, its
case opened, the receipt written to the outbox. Bare: the same bytes from an SQLite file, parsed with compat32, marked
as done, 25 to a commit. Memory is what is resident at most while it goes on, above what was before.
"""

import contextlib
import email
import logging
import os
import resource
import sqlite3
import sys
import time
from datetime import UTC, datetime
from email.policy import compat32
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bench_memory import resident_mb
from mailboxes import Where, home, request_mails, write_settings

from medverkan.bot import show
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.settings import load
from medverkan.bot.understand import TOGETHER, understand
from medverkan.storage.lifecycle import MailState

MAILS = 10_000
NOW = datetime(2027, 2, 1, 9, tzinfo=UTC)


def store(parts: Parts, raws: list[bytes]) -> None:
    """Put the mails into the register as `arrive` does."""
    for start in range(0, len(raws), 50):
        with parts.store.transaction() as books:
            for uid, raw in enumerate(raws[start : start + 50], start + 1):
                books.mails.add(raw, NOW, "bot@127.0.0.1", "INBOX", 1, uid)


def bare_s(folder: Path, raws: list[bytes]) -> float:
    """Return the seconds that the least takes."""
    database = sqlite3.connect(folder / "bare.db", isolation_level=None)
    for statement in (
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=FULL",
        "CREATE TABLE mail (id INTEGER PRIMARY KEY, raw BLOB, subject TEXT)",
    ):
        database.execute(statement)
    database.execute("BEGIN")
    database.executemany("INSERT INTO mail (raw) VALUES (?)", ((raw,) for raw in raws))
    database.execute("COMMIT")
    began = time.perf_counter()
    while waiting := database.execute("SELECT id, raw FROM mail WHERE subject IS NULL LIMIT ?", (TOGETHER,)).fetchall():
        parsed = [(str(email.message_from_bytes(raw, policy=compat32)["Subject"]), number) for number, raw in waiting]
        database.execute("BEGIN IMMEDIATE")
        database.executemany("UPDATE mail SET subject = ? WHERE id = ?", parsed)
        database.execute("COMMIT")
    took = time.perf_counter() - began
    database.close()
    return took


def main() -> None:
    """Measure both on the same mails."""
    show.log_to_stderr(logging.ERROR)
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MAILS
    raws = request_mails(count)
    with home() as folder:
        bare = bare_s(folder, raws)
        file = write_settings(folder / "home", Where("nobody", "127.0.0.1", 1), 1)
        with contextlib.closing(open_parts(load(file))) as parts:
            store(parts, raws)
            began, before = time.perf_counter(), resident_mb(os.getpid())
            done = understand(parts, lambda: NOW)
            ours = time.perf_counter() - began
            most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before
            with parts.store.reading() as books:
                left = books.mails.count(MailState.STORED)
    print(
        f"recovery of {done} stored mails, {left} left: ours {ours:.1f} s ({count / ours:.0f} mails/s, form read, "
        f"case, receipt), bare {bare:.1f} s ({count / bare:.0f} mails/s, parsed only), ratio {bare / ours:.2f}; "
        f"at most {most:.0f} MB more"
    )


if __name__ == "__main__":
    main()
