"""Killed (SIGKILL) anywhere while it takes in a mailbox and run again: no mail is lost, and none is acted on twice."""

import shutil
import signal
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from medverkan.bot.parts import open_parts
from medverkan.bot.settings import load
from medverkan.mailbox.embedded import ImapServer, SmtpSink, embedded_imap, smtp_sink
from medverkan.storage.lifecycle import MailState, OutgoingState
from tests.bot.living import LEAD, PASSWORD, SENT, message_ids, registration_mail, request_mail, write_settings
from tests.kills.lives import lives

# Past the five minutes that a claim on a letter lasts.
LATER = timedelta(minutes=10)
# How many points of each kind are tried, spread over all there are.
POINTS = {"imap": 9, "smtp": 5, "commit": 8, "sql": 10}
NAMES = ["alive", *(f"{what}-{place}" for what, most in POINTS.items() for place in range(most))]
FEWEST = {"imap": 14, "smtp": 16, "commit": 30, "sql": 200}  # or little was tried


def _odd(number: int, subject: str, text: str, *headers: str) -> bytes:
    lines = [
        f"From: Ylva Enhet <ylva{number}@region.example>",
        "To: invanarmedverkan@region.example",
        f"Subject: {subject}",
        f"Date: {format_datetime(SENT)}",
        f"Message-ID: <odd-{number}@region.example>",
        *headers,
    ]
    return "\r\n".join([*lines, "", text, ""]).encode()


REGISTRATIONS = [registration_mail(number) for number in range(4)]
REQUESTS = [request_mail(number) for number in range(3)]
ODD = [
    _odd(1, "SV: Vi ses", "Ja, det blir bra.", "In-Reply-To: <okant@region.example>"),
    _odd(2, "Automatiskt svar: semester", "Jag är åter i augusti.", "Auto-Submitted: auto-replied"),
    _odd(3, "Hej", "Var ligger kaffet?"),
    _odd(4, "", ""),
]
# The same bytes once more, as after a restored backup of the mailbox.
MAILS = [*REGISTRATIONS, *REQUESTS, *ODD, REQUESTS[0]]


@dataclass(frozen=True, slots=True)
class Town:
    """The servers, and a folder with a register for each point."""

    imap: ImapServer
    sink: SmtpSink
    folder: Path

    def home(self, name: str) -> Path:
        """Make a register with a filled mailbox of its own."""
        home = self.folder / name
        file = write_settings(home, self.imap.port, self.sink.port)
        written = file.read_text("utf-8").replace('username = "bot"', f'username = "{name}"')
        file.write_text(written.replace("invanarmedverkan@", f"{name}@"), "utf-8")
        empty = self.folder / "empty"
        if not empty.exists():
            open_parts(load(file, home=home)).close()
            shutil.copytree(home, empty)
        else:
            for made in ("medverkan.db", "medverkan.key"):
                shutil.copy(empty / made, home / made)
        for raw in MAILS:
            self.imap.append(name, "INBOX", raw)
        return home

    def letters(self, name: str) -> list[tuple[str, bytes]]:
        """Return (recipient, bytes) of what that register has sent."""
        return [(to[0], raw) for sender, to, raw in self.sink.letters if sender == f"{name}@region.example"]


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    with embedded_imap(dict.fromkeys(NAMES, PASSWORD)) as imap, smtp_sink() as sink:
        yield Town(imap, sink, tmp_path)


def die_and_live(alive: Path, homes: Sequence[Path], log: Path) -> tuple[dict[str, int], list[list[int]]]:
    """Run the dying services; return how often each thing occurs, and how (the killed, the next) ended in each home."""
    with lives(log) as worker:
        seen = worker.live(alive, SENT)["seen"]
        points = [
            (what, 1 + place * (seen[what] - 1) // (most - 1)) for what, most in POINTS.items() for place in range(most)
        ]
        ends = [
            [worker.live(home, at, die)["code"] for at, die in ((SENT, point), (SENT + LATER, None))]
            for home, point in zip(homes, points, strict=True)
        ]
    return seen, ends


def account_for_everything(town: Town, name: str) -> Counter[str]:
    """Check one register and its mailbox; return how many letters went to whom, each counted once."""
    home = town.folder / name
    assert town.imap.messages(name, "INBOX") == []
    assert sorted(town.imap.messages(name, "Hanterat") + town.imap.messages(name, "Att granska")) == sorted(
        [*REQUESTS, *ODD, REQUESTS[0]]
    )
    parts = open_parts(load(home / "medverkan.toml", home=home), upgrade=False)
    with closing(parts), parts.store.reading() as books:
        assert len({member.fields["first_name"] for member in books.members.all()}) == len(REGISTRATIONS)
        assert len(list(books.members.all())) == len(REGISTRATIONS)
        assert len(books.requests.in_state()) == len(REQUESTS)
        receipts = list(books.receipts.all())
        assert len(receipts) == len({receipt.sha256 for receipt in receipts}) == len(REGISTRATIONS)
        assert books.mails.count(MailState.STORED) == 0
        assert books.mails.to_dispose(f"{name}@127.0.0.1") == []
        written = books.outgoing.all()
    assert {message.state for message in written} == {OutgoingState.SENT}
    assert len({message.key for message in written}) == len({message.message_id for message in written}) == len(written)
    letters = town.letters(name)
    counted = Counter(message_ids([raw for _, raw in letters]))
    assert set(counted) == {message.message_id for message in written}
    # Only the one letter that was being handed over may come twice, and then recognisably the same.
    assert sorted(counted.values())[:-1] == [1] * (len(written) - 1)
    assert max(counted.values()) <= 2
    return Counter(message.to for message in written)


def test_killed_anywhere_and_run_again_every_mail_is_acted_on_once(town: Town) -> None:
    alive, *homes = [town.home(name) for name in NAMES]
    seen, ends = die_and_live(alive, homes, town.folder / "stderr")
    assert {what: seen[what] for what, fewest in FEWEST.items() if seen[what] < fewest} == {}
    usual = account_for_everything(town, alive.name)
    assert usual[LEAD] >= len(REGISTRATIONS) + len(REQUESTS)
    assert ends == [[-signal.SIGKILL, 0]] * len(homes)
    for home in homes:
        assert (home.name, account_for_everything(town, home.name)) == (home.name, usual)
