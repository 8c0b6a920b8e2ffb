"""The year's town: one register in a temporary home, its mailbox and post in memory, and a clock that jumps.

Nothing here moves a case. People put mail into the box or read what came out of it; everything between is the
product's own stages, run whenever anything is due – unless the service is stopped.
"""

import heapq
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from email.utils import getaddresses
from itertools import count
from pathlib import Path
from typing import Any

import structlog

from medverkan.bot.arrive import arrive
from medverkan.bot.demo.world import EXTERNAL, MAILBOX, MX, Clock
from medverkan.bot.demo.year import calendar
from medverkan.bot.demo.year.boxes import Identity, Mailbox
from medverkan.bot.dispose import dispose
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.ports import Channel
from medverkan.bot.send import Senders, send_due
from medverkan.bot.settings import Settings, load
from medverkan.bot.stages import run_stages
from medverkan.mailbox.addresses import domain_of
from medverkan.mailbox.mime import parse, plain_text
from medverkan.mailbox.values import Letter, MailboxError
from medverkan.storage.lifecycle import OutgoingState

# Every so many nights the service is seen to do nothing that must wait for the morning.
NIGHTS = 10
# What nobody waits for lies in the box until the service looks for something else.
CAN_WAIT = ("automatic", "stray")
Act = Callable[[], None]
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Sent:
    """One letter or SMS that left: when, by which identity, to whom. `letter` is empty for an SMS."""

    at: datetime
    by: str
    to: str
    raw: bytes
    letter: Letter
    text: str
    channel: str = "mail"
    kind: str = ""  # the name of its template
    request_id: str | None = None
    member_id: str | None = None


@dataclass(frozen=True, slots=True)
class Put:
    """One mail that somebody put into the functional mailbox, and what it truly is."""

    at: datetime
    raw: bytes
    what: str
    who: str = ""


@dataclass
class Town:
    """One register with everything around it."""

    parts: Parts
    box: Mailbox
    senders: Senders
    clock: Clock
    stops: Sequence[tuple[datetime, datetime]] = ()
    agenda: list[tuple[datetime, int, Act]] = field(default_factory=list)
    put: list[Put] = field(default_factory=list)
    sent: list[Sent] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    readers: list[Callable[[Sent], None]] = field(default_factory=list)
    watching: list[Callable[[Sent], None]] = field(default_factory=list)
    steps: int = 0
    is_touched: bool = True  # somebody has done something since the service last looked
    _serial: Any = field(default_factory=count)
    _mails: Any = field(default_factory=lambda: count(1))

    def at(self, moment: datetime, act: Act) -> None:
        """Let somebody do something at a moment, or now where it has passed."""
        heapq.heappush(self.agenda, (max(moment, self.clock.now), next(self._serial), act))

    def identities_away(self, is_away: Callable[[], bool]) -> None:
        """Let both submission servers be away whenever that tells so."""
        for identity in (self.senders.internal, self.senders.external):
            if isinstance(identity, Identity):
                identity.is_away = is_away

    def number(self) -> int:
        """Return the next number for a Message-ID."""
        return int(next(self._mails))

    def deliver(self, raw: bytes, what: str, who: str = "", *, submitted_by: str = "") -> None:
        """Put a mail into the box as the receiving server does.

        It passes where the domain that submitted it is the one in From.
        """
        sender = getaddresses([str(message_from_bytes(raw, policy=default)["From"] or "")])
        domain = domain_of(sender[0][1]) if len(sender) == 1 else ""
        verdict = f"dmarc=pass header.from={domain}" if domain and domain == submitted_by else "dmarc=fail"
        stamped = f"Authentication-Results: {MX}; {verdict}\r\n".encode() + raw
        self.put.append(Put(self.clock.now, stamped, what, who))
        self.box.deliver(stamped)
        self.is_touched = self.is_touched or what not in CAN_WAIT

    def left(self, by: str, to: str, raw: bytes) -> None:
        """Take note of a letter that has left us, at the moment it leaves."""
        letter = parse(raw)
        with self.parts.store.reading() as books:
            row = books.outgoing.by_message_id(letter.message_id)
        about = (row.kind, row.request_id, row.member_id) if row else ("", None, None)
        self.note(Sent(self.clock.now, by, to, raw, letter, plain_text(letter), "mail", *about))

    def note(self, one: Sent) -> None:
        """Let everybody who watches or reads have one that has left."""
        self.sent.append(one)
        for see in self.watching:
            see(one)
        for read in self.readers:
            read(one)

    def is_stopped(self) -> bool:
        """Tell whether the service is down."""
        return any(start <= self.clock.now < end for start, end in self.stops)

    def step(self) -> None:
        """Let happen what can happen now, as `run` does, one thing after the other."""
        if self.is_stopped():
            return
        self.steps += 1
        self._mailbox(arrive)
        run_stages(self.parts, self.clock)
        send_due(self.parts, self.senders, self.clock)
        self._mailbox(dispose)

    def _mailbox(self, act: Callable[[Parts, Mailbox, Clock], int]) -> None:
        try:
            act(self.parts, self.box, self.clock)
        except MailboxError as error:
            # As the watcher: logged by its kind, and tried again.
            log.warning("mailbox not reached", error=type(error).__name__)

    def run(self, end: datetime, tick: Callable[[datetime], None]) -> None:
        """Jump from one moment to the next until the end; `tick` is told each."""
        due = self.clock.now
        while self.clock.now < end:
            while self.agenda and self.agenda[0][0] <= self.clock.now:
                heapq.heappop(self.agenda)[2]()
            if self.is_touched or due <= self.clock.now:
                self.is_touched = False
                self.step()
                due = self._next_due()
            soonest = min(due, self.agenda[0][0]) if self.agenda else due
            self.clock.to(max(min(soonest, end), self.clock.now + timedelta(seconds=1)))
            tick(self.clock.now)

    def _next_due(self) -> datetime:
        """Return the next moment at which anything of ours is due, or the service looks whatever happens."""
        with self.parts.store.reading() as books:
            waiting = [one.due for one in books.outgoing.all(state=OutgoingState.WAITING)]
        return min([self._next_look(), *(due for due in waiting if due > self.clock.now)])

    def _next_look(self) -> datetime:
        """Return when the service looks whatever happens: at 8 on working days, some nights, when it starts again."""
        at = self.clock.now.astimezone(calendar.ZONE)
        days = [at.date() + timedelta(days=ahead) for ahead in range(NIGHTS + 1)]
        looks = [calendar.local(day, 0, 10) for day in days if day.toordinal() % NIGHTS == 0]
        looks += [calendar.local(day, 8) for day in days if calendar.is_worked(day)]
        looks += [end for _, end in self.stops]
        return min(look for look in looks if look > self.clock.now)


def open_town(
    home: Path,
    start: datetime,
    stops: Sequence[tuple[datetime, datetime]],
    channels: Callable[["Town"], Mapping[str, Channel]] | None = None,
) -> Town:
    """Open a register in `home` with its mailbox and post in memory; close its parts afterwards."""
    parts = open_parts(_settings(home), tell=False)
    clock = Clock(start.astimezone(UTC))
    box = Mailbox(parts, clock)
    town = Town(parts, box, Senders(), clock, stops)
    inner, outer = Identity(MAILBOX, town.left), Identity(EXTERNAL, town.left)
    town.senders = Senders(inner, outer, channels=channels(town) if channels else {})
    return town


def _settings(home: Path) -> Settings:
    home.mkdir(parents=True, exist_ok=True)
    file = home / "medverkan.toml"
    file.write_text(
        f"""\
[mailbox]
address = "{MAILBOX}"

[outgoing]
internal_domains = ["region.example"]

[outgoing.external]
address = "{EXTERNAL}"

[trust]
authserv_id = "{MX}"

[[leads]]
name = "Karin Exempel"
email = "karin.exempel@region.example"
phone = "+46701740600"
away_from = 2026-07-06
away_until = 2026-07-26

[[leads]]
name = "Måns Ersättare"
email = "mans.ersattare@region.example"
phone = "+46701740601"
deputy = true

[sms]
provider = "file"

[chat]
provider = "telegram"
token = "not-used"
""",
        "utf-8",
    )
    return load(file, home=home)
