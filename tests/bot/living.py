"""What the tests of the running service share: a mailbox, a sink for letters, a home, and `medverkan` as a process."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from medverkan.bot.demo import cast, mails
from medverkan.bot.parts import open_parts
from medverkan.bot.settings import load
from medverkan.mailbox.embedded import SmtpSink, embedded_imap, smtp_sink
from medverkan.mailbox.mime import parse
from medverkan.storage.books import Books
from tests.mailbox.servers import dovecot, other_client

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = "invanarmedverkan@region.example"
LEAD = "karin.exempel@region.example"
USER, PASSWORD = "bot", "hemligt-ord"
SENT = datetime(2027, 2, 1, 8, tzinfo=UTC)
PATIENCE_S = 60.0
COMMAND = [sys.executable, "-c", "from medverkan.bot.cli import main; main()"]


def until(what: str, happens: Callable[[], Any], patience_s: float = PATIENCE_S) -> Any:
    """Return the first true value of `happens`; fail after a while."""
    pause = threading.Event()
    for _ in range(int(patience_s / 0.1)):
        if value := happens():
            return value
        pause.wait(0.1)
    raise AssertionError(f"it did not happen: {what}")


def request_mail(number: int, unit: str = "") -> bytes:
    """Return a request mail; each number makes another one."""
    message = mails.mail((f"Enhet {number}", f"enhet.{number}@region.example"), f"Förfrågan {number}", SENT, number)
    rows = [(k, unit if unit and k == "Verksamhet/enhet" else v) for k, v in cast.HOME_CARE_FORM if k != "E-post"]
    return mails.in_body(message, rows)


def registration_mail(number: int) -> bytes:
    """Return the registration of one of the cast, from 0."""
    sent = SENT + timedelta(minutes=number)
    message = mails.mail(cast.FORM, f"Intresseanmälan {number}", sent, 5000 + number)
    return mails.in_body(message, cast.registrations()[number])


@dataclass
class Mailbox:
    """A mailbox on a server that can be stopped and started again on the same port."""

    port: int
    stop: Callable[[], object]
    start: Callable[[], object]
    host: str = "127.0.0.1"

    def append(self, *raws: bytes) -> None:
        """Put mails into the inbox as another mail program."""
        with other_client(self.host, self.port, USER, PASSWORD) as client:
            for raw in raws:
                client.append("INBOX", raw)

    def folder(self, name: str) -> list[bytes]:
        """Return the mails in a folder, oldest first; [] where there is none."""
        with other_client(self.host, self.port, USER, PASSWORD) as client:
            if not client.folder_exists(name):
                return []
            client.select_folder(name, readonly=True)
            answer = client.fetch(client.search(), ["BODY.PEEK[]"])
            return [answer[uid][b"BODY[]"] for uid in sorted(answer)]

    def count(self, name: str) -> int:
        """Return how many mails lie in a folder; 0 where there is none."""
        with other_client(self.host, self.port, USER, PASSWORD) as client:
            return int(client.folder_status(name, ["MESSAGES"])[b"MESSAGES"]) if client.folder_exists(name) else 0


@contextlib.contextmanager
def mailbox_on(kind: str) -> Iterator[Mailbox]:
    """Run "pymap" or "dovecot" (skipped where absent)."""
    if kind == "dovecot":
        with dovecot() as server:
            yield Mailbox(server.port, server.stop, server.start)
        return
    with contextlib.ExitStack() as running:
        port = running.enter_context(embedded_imap({USER: PASSWORD})).port

        def start() -> None:
            running.enter_context(embedded_imap({USER: PASSWORD}, port=port))

        yield Mailbox(port, running.close, start)


def write_settings(home: Path, imap_port: int, smtp_port: int, *, password: str = PASSWORD, without: str = "") -> Path:
    """Write medverkan.toml into `home`; `without` leaves out the [mailbox] line that begins so."""
    home.mkdir(parents=True, exist_ok=True)
    text = f"""\
[mailbox]
address = "{ADDRESS}"
host = "127.0.0.1"
port = {imap_port}
security = "none"
username = "{USER}"
password = "{password}"

[outgoing]
host = "127.0.0.1"
port = {smtp_port}
security = "none"
internal_domains = ["region.example"]

[outgoing.external]
mode = "draft"

[[leads]]
name = "Karin Exempel"
email = "{LEAD}"

[trust]
authserv_id = "mx.region.example"
"""
    if without:
        text = text.replace(next(line for line in text.splitlines() if line.startswith(without)) + "\n", "", 1)
    file = home / "medverkan.toml"
    file.write_text(text, "utf-8")
    file.chmod(0o600)
    return file


def medverkan(home: Path, *arguments: str, timeout_s: float = PATIENCE_S) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=home.parent,
        env=_environment(home),
        capture_output=True,
        text=True,
        timeout=timeout_s,
        check=False,
    )


def shown(home: Path, *arguments: str) -> Any:
    """Return the JSON document that a command prints."""
    answer = medverkan(home, *arguments, "--json")
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


@contextlib.contextmanager
def register(home: Path) -> Iterator[Books]:
    """Look into the register of a home."""
    parts = open_parts(load(home / "medverkan.toml", home=home))
    with contextlib.closing(parts), parts.store.reading() as books:
        yield books


def _environment(home: Path) -> dict[str, str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("MEDVERKAN_")}
    return plain | {"MEDVERKAN_HOME": str(home), "PYTHONUNBUFFERED": "1"}


@dataclass
class Service:
    """`medverkan run` as a process."""

    home: Path
    process: subprocess.Popen[bytes]
    log: Path = field(init=False)

    def __post_init__(self) -> None:
        """Say where its standard error goes."""
        self.log = self.home / "stderr"

    def said(self) -> str:
        """Return what it has said on standard error."""
        return self.log.read_text("utf-8")

    def stop(self, sign: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal, wait for the end, return the exit status."""
        self.process.send_signal(sign)
        return self.process.wait(PATIENCE_S)


@contextlib.contextmanager
def service(home: Path) -> Iterator[Service]:
    """Run `medverkan run` until left."""
    with (home / "stderr").open("wb") as log:
        process = subprocess.Popen([*COMMAND, "run"], cwd=home, env=_environment(home), stdout=log, stderr=log)
    try:
        yield Service(home, process)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(PATIENCE_S)


@dataclass
class Place:
    """A mailbox, a sink and a home that know each other."""

    mailbox: Mailbox
    sink: SmtpSink
    home: Path

    def letters(self, to: str) -> list[str]:
        """Return the subjects of the letters that reached an address."""
        return [parse(raw).subject for raw in self.sink.to(to)]


@contextlib.contextmanager
def place(kind: str, home: Path) -> Iterator[Place]:
    """Run the servers and write the settings."""
    with mailbox_on(kind) as mailbox, smtp_sink() as sink:
        write_settings(home, mailbox.port, sink.port)
        yield Place(mailbox, sink, home)


def message_ids(raws: Sequence[bytes]) -> list[str]:
    """Return the Message-IDs of letters."""
    return [parse(raw).message_id for raw in raws]
