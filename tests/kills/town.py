"""A whole journey on a real Dovecot that can be taken back to before any of its steps, and what must hold after each.

The journey is the demo's, with more mail in it. Every time that the service is to do what can be done (`step`) the
register, the mailbox and the letters sent are copied first; a kill test goes back there, dies, lives
again, and compares.
"""

import contextlib
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlmodel import select

from medverkan.bot.demo import cast, journey
from medverkan.bot.demo.journey import Journey
from medverkan.bot.demo.world import USER, Clock, World, settings_for
from medverkan.bot.parts import open_parts
from medverkan.bot.send import Senders
from medverkan.mailbox.embedded import smtp_sink
from medverkan.mailbox.mime import parse
from medverkan.mailbox.values import Letter
from medverkan.storage.books import Books
from medverkan.storage.tables import TaskRow
from tests.kills.lives import Lives, lives
from tests.mailbox.servers import Dovecot, dovecot

START = datetime(2027, 2, 1, 8, 12, tzinfo=UTC)
# Past the five minutes that a claim on a letter lasts, and well within the ten in which a release can be undone.
LATER = timedelta(minutes=6)
Account = dict[str, Counter[str]]


class Mailboxes:
    """Dovecot as a world's mail server."""

    def __init__(self, server: Dovecot) -> None:
        self.server, self.host, self.port = server, server.host, server.port

    def append(self, user: str, folder: str, raw: bytes) -> None:
        """Put a mail into a user's folder."""
        self.server.append(folder, raw, user)

    def folders(self, user: str) -> list[str]:
        """Return the user's folder names."""
        with self.server.client(user) as client:
            return [name for _, _, name in client.list_folders()]

    def messages(self, user: str, folder: str) -> list[bytes]:
        """Return the mails in a folder, oldest first."""
        return self.server.messages(folder, user)


@dataclass(frozen=True, slots=True)
class Step:
    """One time that the service does what can be done: what was there before, and what it did when nobody killed it."""

    number: int
    at: datetime
    before: Path
    seen: Counter[str]
    took_s: float
    after: Account


@dataclass
class Town(World):
    """A world in which each step is lived in a process of its own."""

    folder: Path
    lives: Lives
    steps: list[Step] = field(default_factory=list)

    @property
    def home(self) -> Path:
        """Where the register lies."""
        return self.folder / "home"

    @property
    def mail(self) -> Path:
        """Where Dovecot keeps the functional mailbox."""
        assert isinstance(self.imap, Mailboxes)
        return self.imap.server.mail(USER)

    def step(self) -> int:
        """Let everything happen that can happen now, in another process; remember what was before and after."""
        before, letters = self.folder / f"before-{len(self.steps)}", len(self.smtp.letters)
        self.parts.close()  # what is open is not all in the file yet
        _copy(self.home, before / "home")
        _copy(self.mail, before / "mail")
        told = self.lives.live(self.home, self.clock())
        assert told["code"] == 0, "it did not come to its end"
        step = Step(len(self.steps), self.clock(), before, Counter(told["seen"]), told["s"], self.account(letters))
        self.steps.append(step)
        return 1

    def back_to(self, step: Step) -> None:
        """Make everything as it was before that step."""
        _copy(step.before / "home", self.home)
        _copy(step.before / "mail", self.mail)
        self.smtp.letters.clear()

    def die_and_live(self, step: Step, what: str, last: float) -> list[str]:
        """Go back, die there, live again; return what then is not as it should be, nothing where all is well."""
        self.back_to(step)
        died = self.lives.live(self.home, step.at, (what, last))
        again = self.lives.live(self.home, step.at + LATER)
        if (died["code"], again["code"]) != (-9, 0):
            return [f"ended with {died['code']} and then {again['code']}"]
        return self.compared(step)

    def compared(self, step: Step) -> list[str]:
        """Return what is not as it was after that step when nobody killed it."""
        return _differences(step.after, self.account(), twice_most=1)

    def account(self, before: int = 0) -> Account:
        """Return what the register, the mailbox and the letters but the first `before` amount to."""
        ids = [parse(raw).message_id for _, _, raw in self.smtp.letters[before:]]
        settings = settings_for(self.home, self.imap, self.smtp, Dovecot.password)
        parts = open_parts(settings, upgrade=False)
        with closing(parts), parts.store.reading() as books:
            held = _held(books)
            written = {one.message_id: f"{one.kind} {one.to} {one.subject}" for one in books.outgoing.all()}
        where = Counter(
            f"{name}: {parse(raw).message_id}"
            for name in (settings.mailbox.inbox, settings.mailbox.handled, settings.mailbox.review)
            for raw in self.imap.messages(USER, name)
        )
        sent = Counter(written.get(one, "a letter that is not in the outbox") for one in ids)
        return {**held, "letters": sent, "mailbox": where}


def _held(books: Books) -> Account:
    """Return everything in the register that matters, with no row ids, no clock finer than a day."""
    people = {member.id: member.name for member in books.members.all()}
    cases = {request.id: request.number for request in books.requests.in_state()}

    def about(row: Any) -> str:
        return f"{cases.get(row.request_id or '', '')} {people.get(row.member_id or '', '')}"

    requests, receipts = books.requests.in_state(), books.receipts.all()
    consents = [one for member_id in people for one in books.consents.of_member(member_id)]
    return {
        "members": Counter(f"{member.name} {member.status} {member.missing}" for member in books.members.all()),
        "cases": Counter(f"{one.number} {one.state} {one.fields} {one.missing} {one.release_to}" for one in requests),
        "people": Counter(
            f"{cases[one.request_id]} {one.number} {people[one.member_id]} {one.state}"
            for request in requests
            for one in books.invitations.of(request)
        ),
        "proposals": Counter(f"{one.number} {p.version} {p.team}" for one in requests for p in books.proposals.of(one)),
        "consents": Counter(f"{about(one)} {one.kind} {one.by} {one.withdrawn_at is None}" for one in consents),
        "calls": Counter(f"{about(call)} {call.outcome}" for one in people for call in books.tasks.calls(one)),
        "tasks": Counter(
            f"{about(row)} {row.kind} {row.due:%F} {row.done_at is None} {row.attempts} {row.reminded}"
            for row in books.tasks.session.exec(select(TaskRow))
        ),
        "outbox": Counter(f"{about(one)} {one.kind} {one.to} {one.state}" for one in books.outgoing.all()),
        "receipts": Counter(f"{one.sha256} {one.kind} {one.folder} {one.uid} {one.absent}" for one in receipts),
    }


def _differences(wanted: Account, found: Account, twice_most: int) -> list[str]:
    told = []
    for what, counted in wanted.items():
        lost, more = counted - found[what], found[what] - counted
        # The one letter that was being handed over may come twice, and then recognisably the same.
        if what == "letters" and not lost and set(more) <= set(counted) and more.total() <= twice_most:
            continue
        told += [f"{what}: lacks {one}" for one in lost.elements()]
        told += [f"{what}: too many {one}" for one in more.elements()]
    return told


def _copy(there: Path, where: Path) -> None:
    """Copy a folder with owners, by another process: a file of SQLite's that is closed here lets go of its locks."""
    where.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(where, ignore_errors=True)
    subprocess.run(["cp", "-a", there, where], check=True)


@contextlib.contextmanager
def town() -> Iterator[Town]:
    """Play the journey once through, unharmed; hand out the town to go back in."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="medverkan-kills-")))
        imap = Mailboxes(stack.enter_context(dovecot()))
        smtp = stack.enter_context(smtp_sink())
        parts = open_parts(settings_for(folder / "home", imap, smtp, Dovecot.password))
        worker = stack.enter_context(lives(folder / "stderr"))
        nothing: Any = None
        where = Town(imap, smtp, parts, nothing, Senders(), Clock(START), folder, worker)
        with closing(parts):
            play(Journey(where, lambda _: None))
        yield where


def play(way: Journey) -> None:
    """Play the whole journey: the demo's acts, and what else comes to such a mailbox."""
    _stray_mail(way)
    journey.act_one_mail_arrives(way)
    journey.act_two_understood(way)
    journey.act_four_decided(way, journey.act_three_proposed(way))
    journey.act_five_called(way)
    journey.act_six_external(way)
    _undone_and_bounced(way)
    journey.act_seven_followed_up(way)


def _stray_mail(way: Journey) -> None:
    for subject, words in (("Hej", "Var ligger kaffet?"), ("SV: Vi ses", "Ja, det blir bra."), ("", "")):
        message = way.new_mail(("Ylva Enhet", "ylva.enhet@region.example"), subject)
        message.set_content(words)
        way.send(message.as_bytes(), ("", "ylva.enhet@region.example"))
    away = way.new_mail(cast.HOME_CARE, "Automatiskt svar: semester")
    away["Auto-Submitted"] = "auto-replied"
    away.set_content("Jag är åter i augusti.")
    way.send(away.as_bytes(), cast.HOME_CARE)


def _undone_and_bounced(way: Journey) -> None:
    """A release is taken back in time, a letter comes back, and a resident leaves."""
    case = way.case("BUP Kalmar")
    proposal = way.latest(cast.LEAD[1], "lead-proposal", case.number)
    way.answer(proposal, "Ja till 1")
    calls = way.latest(cast.LEAD[1], "lead-calls", case.number)
    way.answer(calls, "1 ja, uppgifterna får lämnas")
    way.world.clock.forward(minutes=7)
    way.answer(calls, "Ångra")
    back = way.latest(cast.CHILD_PSYCHIATRY[1], "unit-received")
    way.send(_returned(way, back), ("", "postmaster@region.example"))
    _, name, _ = next(iter(way.people(case)))
    with way.world.parts.store.reading() as books:
        who = next(member for member in books.members.all() if member.name == name)
    leaving = way.new_mail((who.name, str(who.fields["email"])), "Hej")
    leaving.set_content("Ta bort mig ur registret, tack.")
    way.send(leaving.as_bytes(), ("", str(who.fields["email"])))
    way.world.step()


def _returned(way: Journey, letter: Letter) -> bytes:
    """Return the report of a mail server that could not deliver that letter."""
    head = way.new_mail(("Mail Delivery System", "postmaster@region.example"), "Undelivered Mail Returned to Sender")
    head["Auto-Submitted"] = "auto-replied"
    head["MIME-Version"] = "1.0"
    head["Content-Type"] = 'multipart/report; report-type=delivery-status; boundary="part"'
    address = cast.CHILD_PSYCHIATRY[1]
    body = f"""--part
Content-Type: text/plain

<{address}>: host mail.region.example said: 550 5.1.1 User unknown
--part
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.region.example

Final-Recipient: rfc822; {address}
Action: failed
Status: 5.1.1

--part
Content-Type: text/rfc822-headers

Message-ID: {letter.message_id}
Subject: Mottaget

--part--
"""
    return head.as_bytes().rstrip() + b"\r\n\r\n" + body.replace("\n", "\r\n").encode()
