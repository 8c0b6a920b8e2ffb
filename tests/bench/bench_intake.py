"""How many request mails a second are taken in, against the least that any program would have to do.

Run it as a script: `python tests/bench/bench_intake.py [MAILS]`. Every second mail is text, every second HTML. Both
sides read the same mails from the same server, which runs in another process.

Bare: fetch by 50, parse with compat32, commit each mail to SQLite (WAL, synchronous FULL), move it.
Ours, whole: arrive, understand (the form read, case opened, receipt written to the outbox, audit) and dispose, as
`run` does; proposing is timed apart, sending is not part of it. Bare does none of what `understand` does.
Ours, like for like: only what bare does as well, by our ways of doing it. Arrive (sealed, hashed, committed before
anything moves), parse, count the attempt and commit, dispose (read back and checked, moved, audited). No form is read.
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
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.propose import propose
from medverkan.bot.settings import load
from medverkan.bot.understand import TOGETHER, understand
from medverkan.mailbox.mime import parse
from medverkan.mailbox.reading import read
from medverkan.mailbox.values import Kind
from medverkan.storage.lifecycle import MailEvent, MailState

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


def alike(where: Where, folder: Path, took: dict[str, float]) -> int:
    """Do with the inbox what `bare` does, in our own way; return how many mails left it."""
    settings = load(write_settings(folder, where, closed_port()))
    parts = open_parts(settings)
    source = source_of(settings)
    with contextlib.closing(parts), contextlib.closing(source):
        while timed("arrive", took, lambda: arrive(parts, source, now)):
            pass
        timed("parse", took, lambda: pass_by(parts))
        gone = 0
        while left := timed("dispose", took, lambda: dispose(parts, source, now)):
            gone += left
        assert not source.uids()
        return gone


def pass_by(parts: Parts) -> None:
    """Parse every stored mail and let it be moved, without asking what it says."""
    while True:
        with parts.store.reading() as books:
            mails = books.mails.in_state(MailState.STORED, limit=TOGETHER)
        if not mails:
            return
        with parts.store.transaction() as books:
            books.mails.begin_first_attempts(mails)
        with parts.store.reading() as books:
            letters = [parse(books.mails.raw(mail)) for mail in mails]
        with parts.store.transaction() as books:
            for mail, letter in zip(mails, letters, strict=True):
                assert letter.subject
                books.mails.move(mail, MailEvent.UNDERSTOOD, kind=Kind.AUTOMATIC, disposal="handled")


def measure(where: Where, count: int) -> float:
    """Measure one server in turns; print two lines and return ours, whole, divided by bare."""
    raws = request_mails(count)
    ways = {"bare": bare_timed, "whole": ours, "alike": alike}
    best: dict[str, dict[str, float]] = {}
    for _ in range(ROUNDS):
        with home() as folder:
            for way, take_in in ways.items():
                fill(where, raws)
                took: dict[str, float] = {}
                assert take_in(where, folder / way, took) == count
                best[way] = min(best.get(way, took), took, key=counted)
    rates = {way: count / counted(took) for way, took in best.items()}
    timed("(of which reading)", best["whole"], lambda: [read(raw) for raw in raws])
    print(
        f"{where.name}: {count} mails, best of {ROUNDS}: bare (fetch, parse, commit, move) {rates['bare']:.0f} mails/s"
    )
    for way, says in (("whole", f"limit {LIMIT}; form read, case, receipt, audit"), ("alike", "no form read")):
        each = ", ".join(f"{name} {seconds / count * 1000:.2f}" for name, seconds in best[way].items())
        ratio = rates[way] / rates["bare"]
        print(f"  ours, {way} ({says}): {rates[way]:.0f} mails/s, ratio {ratio:.2f}; ms a mail: {each}")
    return rates["whole"] / rates["bare"]


def bare_timed(where: Where, folder: Path, took: dict[str, float]) -> int:
    """Do as `bare`, timed as the others are."""
    folder.mkdir()
    return int(timed("all", took, lambda: bare(where, folder)))


def counted(took: dict[str, float]) -> float:
    """Return the seconds of all that is not in brackets."""
    return sum(seconds for name, seconds in took.items() if name[0] != "(")


def main() -> None:
    """Measure every server there is."""
    show.log_to_stderr(logging.ERROR)
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MAILS
    for serving in servers():
        with serving() as where:
            measure(where, count)


if __name__ == "__main__":
    main()
