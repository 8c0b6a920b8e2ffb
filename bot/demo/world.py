"""A whole small world on loopback: a real IMAP server, a real SMTP server, a register, and a clock moved by hand.

The demo plays in it, and the story test asserts in it. Nothing leaves the machine.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from medverkan.bot.adapters import external_sender, internal_sender, source_of
from medverkan.bot.arrive import arrive
from medverkan.bot.dispose import dispose
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.ports import Source
from medverkan.bot.send import Senders, send_due
from medverkan.bot.settings import Settings, load
from medverkan.bot.stages import run_stages
from medverkan.mailbox.embedded import SmtpSink, embedded_imap, smtp_sink
from medverkan.mailbox.mime import parse
from medverkan.mailbox.values import Letter

USER, PASSWORD = "invanarmedverkan", "loopback-only"
MAILBOX = "invanarmedverkan@region.example"
EXTERNAL = "intressebanken@utskick.example"
MX = "mx.region.example"
ROUNDS_MOST = 10


@dataclass
class Clock:
    """Now, until it is moved."""

    now: datetime

    def __call__(self) -> datetime:
        """Return the moment it shows."""
        return self.now

    def forward(self, **delta: float) -> None:
        """Move it, e.g. days=1, minutes=10."""
        self.now += timedelta(**delta)

    def to(self, moment: datetime) -> None:
        """Move it to a later moment."""
        self.now = max(self.now, moment)


class MailServer(Protocol):
    """An IMAP server that mail can be put into from outside: the embedded one, or one that a test starts."""

    host: str
    port: int

    def append(self, user: str, folder: str, raw: bytes) -> None:
        """Put a mail into a user's folder."""
        ...

    def folders(self, user: str) -> list[str]:
        """Return the user's folder names."""
        ...

    def messages(self, user: str, folder: str) -> list[bytes]:
        """Return the mails in a folder, oldest first."""
        ...


@dataclass
class World:
    """One register with its mailbox and its mail servers."""

    imap: MailServer
    smtp: SmtpSink
    parts: Parts
    source: Source
    senders: Senders
    clock: Clock

    def deliver(self, raw: bytes, *, vouched_for: str = "") -> None:
        """Put a mail into the mailbox as the receiving server does: it stamps whether it vouches for the sender."""
        verdict = f"dmarc=pass header.from={vouched_for}" if vouched_for else "dmarc=fail"
        stamp = f"Authentication-Results: {MX}; {verdict}\r\n".encode()
        self.imap.append(USER, self.parts.settings.mailbox.inbox, stamp + raw)

    def step(self) -> int:
        """Let everything happen that can happen now; return how many things did."""
        total = 0
        for _ in range(ROUNDS_MOST):
            moved = arrive(self.parts, self.source, self.clock)
            moved += run_stages(self.parts, self.clock)
            moved += send_due(self.parts, self.senders, self.clock)
            moved += dispose(self.parts, self.source, self.clock)
            total += moved
            if not moved:
                break
        return total

    def letters(self, to: str = "") -> list[Letter]:
        """Return the letters that have left us (for that address), oldest first."""
        raws = self.smtp.to(to) if to else [raw for _, _, raw in self.smtp.letters]
        return [parse(raw) for raw in raws]

    def folders(self) -> dict[str, int]:
        """Return how many mails lie in each folder of the functional mailbox."""
        return {name: len(self.imap.messages(USER, name)) for name in self.imap.folders(USER)}


def settings_for(home: Path, imap: MailServer, smtp: SmtpSink, password: str, database: str = "") -> Settings:
    """Write medverkan.toml for this world into `home`, and read it as the product would."""
    file = home / "medverkan.toml"
    home.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f"""\
[mailbox]
address = "{MAILBOX}"
host = "{imap.host}"
port = {imap.port}
security = "none"
username = "{USER}"
password = "{password}"

[outgoing]
host = "{smtp.host}"
port = {smtp.port}
security = "none"
internal_domains = ["region.example"]

[outgoing.external]
address = "{EXTERNAL}"
host = "{smtp.host}"
port = {smtp.port}
security = "none"

[[leads]]
name = "Karin Exempel"
email = "karin.exempel@region.example"
phone = "+46701740600"

[trust]
authserv_id = "{MX}"

[storage]
url = "{database or "sqlite:///medverkan.db"}"
""",
        "utf-8",
    )
    return load(file, home=home)


@contextmanager
def world(
    home: Path, start: datetime, imap: MailServer | None = None, password: str = PASSWORD, database: str = ""
) -> Iterator[World]:
    """Start the servers (but `imap`, where one is given), open a register in `home`, and end it all afterwards."""
    with ExitStack() as stack:
        imap = imap or stack.enter_context(embedded_imap({USER: PASSWORD}))
        smtp = stack.enter_context(smtp_sink())
        settings = settings_for(home, imap, smtp, password, database)
        parts = open_parts(settings, tell=False)
        stack.callback(parts.close)
        source = source_of(settings)
        stack.callback(source.close)
        senders = Senders(internal_sender(settings), external_sender(settings))
        yield World(imap, smtp, parts, source, senders, Clock(start))
