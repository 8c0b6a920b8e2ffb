"""What the benches share: IMAP servers in a process of their own, many request mails, and a register for one bench."""

import contextlib
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from medverkan.bot.demo import cast, mails
from tests.mailbox.servers import dovecot, other_client

USER, PASSWORD = "bot", "hemligt-ord"
ADDRESS = "invanarmedverkan@region.example"
START = datetime(2027, 2, 1, 8, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Where:
    """A running IMAP server."""

    name: str
    host: str
    port: int
    user: str = USER
    password: str = PASSWORD

    def other(self) -> Any:
        """Return a logged-in connection of another mail program."""
        return other_client(self.host, self.port, self.user, self.password)


def _serve_pymap(pipe: Any) -> None:
    from medverkan.mailbox.embedded import embedded_imap

    with embedded_imap({USER: PASSWORD}) as server:
        pipe.send(server.port)
        pipe.recv()
    os.kill(os.getpid(), signal.SIGTERM)


@contextlib.contextmanager
def pymap() -> Iterator[Where]:
    """Run pymap in another process, so that it does not share our interpreter lock."""
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=_serve_pymap, args=(theirs,), daemon=True)
    process.start()
    try:
        yield Where("pymap", "127.0.0.1", ours.recv())
    finally:
        ours.send("end")
        process.join(10)


@contextlib.contextmanager
def real() -> Iterator[Where]:
    """Run Dovecot."""
    with dovecot() as server:
        yield Where("dovecot", server.host, server.port, server.user, server.password)


def servers() -> list[Any]:
    """Return what can be run here: pymap always, Dovecot where installed."""
    import shutil

    found = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    return [pymap, real] if found else [pymap]


def request_mails(count: int) -> list[bytes]:
    """Return different request mails, every second as text, every second as the HTML that Outlook writes."""
    made = []
    for number in range(count):
        message = mails.mail(
            (f"Eva Nummer {number}", f"eva.{number}@region.example"),
            f"Förfrågan om medverkan {number}",
            START + timedelta(seconds=number),
            number,
        )
        rows = tuple((k, f"{v} {number}" if k == "Uppdragets namn" else v) for k, v in cast.HOME_CARE_FORM)
        made.append(mails.in_html(message, rows) if number % 2 else mails.in_body(message, rows))
    return made


def fill(where: Where, raws: list[bytes]) -> None:
    """Empty the inbox and put these mails into it."""
    with where.other() as client:
        client.select_folder("INBOX")
        if found := client.search():
            client.delete_messages(found)
            client.expunge()
        for start in range(0, len(raws), 100):
            client.multiappend("INBOX", raws[start : start + 100])


def write_settings(home: Path, where: Where, smtp_port: int) -> Path:
    """Write a medverkan.toml for that mailbox."""
    home.mkdir(parents=True, exist_ok=True)
    file = home / "medverkan.toml"
    file.write_text(
        f"""\
[mailbox]
address = "{ADDRESS}"
host = "{where.host}"
port = {where.port}
security = "none"
username = "{where.user}"
password = "{where.password}"

[outgoing]
host = "127.0.0.1"
port = {smtp_port}
security = "none"
internal_domains = ["region.example"]

[outgoing.external]
mode = "draft"

[[leads]]
name = "Karin Exempel"
email = "karin.exempel@region.example"

[trust]
authserv_id = "mx.region.example"
""",
        "utf-8",
    )
    return file


@contextlib.contextmanager
def running(folder: Path, where: Where) -> Iterator[subprocess.Popen[bytes]]:
    """Run `medverkan run` on that mailbox, with letters handed to a sink in this process."""
    from medverkan.mailbox.embedded import smtp_sink

    with smtp_sink() as sink, (folder / "stderr").open("wb") as log:
        write_settings(folder, where, sink.port)
        plain = {name: value for name, value in os.environ.items() if not name.startswith("MEDVERKAN_")}
        command = [sys.executable, "-c", "from medverkan.bot.cli import main; main()", "run"]
        environment = plain | {"MEDVERKAN_HOME": str(folder)}
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(60)


def until_moved(where: Where) -> None:
    """Return when the inbox is empty."""
    with where.other() as client:
        while client.folder_status("INBOX", ["MESSAGES"])[b"MESSAGES"]:
            time.sleep(0.05)


@contextlib.contextmanager
def home() -> Iterator[Path]:
    """Give an empty folder on the disk (not in memory, where committing costs nothing)."""
    with tempfile.TemporaryDirectory(prefix="medverkan-bench-", dir="/var/tmp") as name:
        yield Path(name)


def closed_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])
