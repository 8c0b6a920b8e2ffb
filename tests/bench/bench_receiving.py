"""How many mails a second are taken in by SMTP and LMTP, against the least that any program would have to do.

Run it as a script: `python tests/bench/bench_receiving.py [MAILS]`. Every second mail is text, every second HTML; the
clients run in another process.

Bare: aiosmtpd with a handler that commits each mail to SQLite (WAL, synchronous FULL) and answers.
Ours: the same mails to the server of `run`, each hashed, sealed, read back and committed before its answer; what comes
on other connections meanwhile is committed together. No stage runs beside it.
"""

import asyncio
import contextlib
import multiprocessing
import smtplib
import sqlite3
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from aiosmtpd.lmtp import LMTP
from aiosmtpd.smtp import SMTP
from mailboxes import ADDRESS, request_mails

from medverkan.bot.adapters import receiving_of
from medverkan.bot.arrive import take_pushed
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.settings import load
from medverkan.mailbox.loop_thread import in_thread
from medverkan.storage.lifecycle import MailState
from tests.bot.living import write_settings
from tests.mailbox.servers import free_port

MAILS = 300
LIMIT = 0.7
ROUNDS = 4
CLIENTS = {"smtp": smtplib.SMTP, "lmtp": smtplib.LMTP}


class Bare:
    """Commits each mail by itself."""

    def __init__(self, folder: Path) -> None:
        self.database = sqlite3.connect(folder / "bare.db", isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            self.database.execute(f"PRAGMA {pragma}")
        self.database.execute("CREATE TABLE mail (sender TEXT, raw BLOB)")

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.database.execute("BEGIN IMMEDIATE")
        self.database.execute("INSERT INTO mail VALUES (?, ?)", (envelope.mail_from, envelope.original_content))
        self.database.execute("COMMIT")
        return "250 OK"


@contextlib.asynccontextmanager
async def bare_server(protocol: str, handler: Bare) -> AsyncIterator[int]:
    """Run aiosmtpd as it comes."""
    loop = asyncio.get_running_loop()
    session = LMTP if protocol == "lmtp" else SMTP
    made = partial(session, handler, loop=loop, hostname="bare.example", enable_SMTPUTF8=True)
    server = await loop.create_server(made, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


def push(protocol: str, port: int, raws: list[bytes], pipe: Any) -> None:
    """Hand the mails over one by one on one connection, when told to."""
    with CLIENTS[protocol]("127.0.0.1", port) as client:
        pipe.send("ready")
        pipe.recv()
        for raw in raws:
            client.sendmail("ylva@enhet.example", [ADDRESS], raw)
        pipe.send("done")
        pipe.recv()


def seconds(protocol: str, serving: AbstractAsyncContextManager[int], raws: list[bytes], connections: int) -> float:
    """Return how long it takes until the last answer."""
    spawn = multiprocessing.get_context("spawn")
    with in_thread(serving, "bench") as (_loop, port):
        pipes, processes = [], []
        for number in range(connections):
            ours, theirs = spawn.Pipe()
            mine = raws[number::connections]
            processes.append(spawn.Process(target=push, args=(protocol, port, mine, theirs), daemon=True))
            processes[-1].start()
            pipes.append(ours)
        for pipe in pipes:
            assert pipe.recv() == "ready"
        start = time.perf_counter()
        for pipe in pipes:
            pipe.send("go")
        for pipe in pipes:
            assert pipe.recv() == "done"
        took = time.perf_counter() - start
        for pipe, process in zip(pipes, processes, strict=True):
            pipe.send("end")
            process.join()
        return took


def bare(protocol: str, raws: list[bytes], connections: int) -> float:
    """Return the seconds that the least needs."""
    with tempfile.TemporaryDirectory() as name:
        handler = Bare(Path(name))
        took = seconds(protocol, bare_server(protocol, handler), raws, connections)
        assert handler.database.execute("SELECT count(*) FROM mail").fetchone()[0] == len(raws)
        handler.database.close()
        return took


@contextlib.contextmanager
def register(protocol: str) -> Iterator[Parts]:
    """Open a new register that mail is pushed to."""
    with tempfile.TemporaryDirectory() as name:
        file = write_settings(Path(name), 1, 1)
        listen = f'[receive]\nlisten = "{protocol}://127.0.0.1:{free_port()}"\n'
        file.write_text(file.read_text("utf-8") + listen, "utf-8")
        with contextlib.closing(open_parts(load(file, home=Path(name)))) as parts:
            yield parts


def ours(protocol: str, raws: list[bytes], connections: int) -> float:
    """Return the seconds that we need."""
    with register(protocol) as parts:
        receiving: Any = receiving_of(parts.settings)
        keep: Callable[..., Any] = lambda *raws: take_pushed(parts, raws, datetime.now(UTC))  # noqa: E731
        took = seconds(protocol, receiving(keep), raws, connections)
        with parts.store.reading() as books:
            assert books.mails.count(MailState.STORED) == len(raws)
        return took


def main() -> None:
    """Measure both protocols in turns, and print a line for each."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MAILS
    raws = request_mails(count)
    for protocol in CLIENTS:
        for connections in (1, 4):
            rates = {"bare": 0.0, "ours": 0.0}
            for _ in range(ROUNDS):
                for name, way in (("bare", bare), ("ours", ours)):
                    rates[name] = max(rates[name], count / way(protocol, raws, connections))
            print(
                f"{protocol}, {connections} connection(s): {count} mails, best of {ROUNDS}: "
                f"bare {rates['bare']:.0f} mails/s, ours {rates['ours']:.0f} mails/s, "
                f"ratio {rates['ours'] / rates['bare']:.2f} (target {LIMIT})"
            )


if __name__ == "__main__":
    main()
