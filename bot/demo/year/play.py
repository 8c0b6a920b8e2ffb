"""`medverkan demo --year`: a whole year lived in a minute, seeded, and what it showed."""

import io
import logging
import os
import random
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

import structlog

from medverkan.bot import show
from medverkan.bot.chat.channel import LeadChats
from medverkan.bot.demo.cast import LEAD
from medverkan.bot.demo.year import calendar, cast, invariants, mishaps, telling
from medverkan.bot.demo.year.cast import Assignment, Resident
from medverkan.bot.demo.year.chatroom import Chatroom
from medverkan.bot.demo.year.dice import Dice
from medverkan.bot.demo.year.folk import Folk
from medverkan.bot.demo.year.handset import Handsets, gateway
from medverkan.bot.demo.year.lived import Year
from medverkan.bot.demo.year.mishaps import Mishaps
from medverkan.bot.demo.year.notes import Lead, Notes
from medverkan.bot.demo.year.office import Office
from medverkan.bot.demo.year.phone import Phone
from medverkan.bot.demo.year.town import Town, open_town
from medverkan.bot.demo.year.truth import Truth
from medverkan.bot.demo.year.units import Units
from medverkan.bot.demo.year.witness import Canaries, Witness
from medverkan.bot.demo.year.writing import Pen
from medverkan.bot.ports import Channel

START = calendar.local(date(2026, 1, 7), 8)
END = calendar.local(date(2027, 1, 25), 8)
DEPUTY = ("Måns Ersättare", "mans.ersattare@region.example")
RESIDENTS, REQUESTS = 60, 40


def live(
    home: Path,
    seed: int,
    residents: int = RESIDENTS,
    requests: int = REQUESTS,
    tick: Callable[[datetime], None] = lambda _: None,
    end: datetime = END,
) -> Year:
    """Live the year in `home`; return it with its register still open."""
    began = time.monotonic()
    said = io.StringIO()
    _log_to(said)
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    people, asked = cast.residents(residents, chance), cast.assignments(requests, chance)
    rooms: list[Chatroom] = []
    town = open_town(home, START, mishaps.STOPPED, lambda town: _channels(town, home, rooms))
    room = rooms[0]
    town.box.outages += mishaps.IMAP_AWAY
    town.identities_away(lambda: mishaps.holds(mishaps.SMTP_AWAY, town.clock.now))
    truth = Truth()
    by_name = {one.name: one for one in people}
    dice = Dice(seed)
    folk = Folk(town, truth, dice, by_name)
    office = _office(town, truth, by_name, dice, room)
    units = Units(town, truth, dice, _by_address(asked))
    handsets = Handsets(town, dice, set())
    fate = Mishaps(town, folk, dice, asked, [office.read, units.read, folk.read, handsets.read])
    town.readers.append(fate.carry)
    leads = frozenset(lead.pen.address for lead in office.leads)
    witness = Witness(town, truth, people, asked, leads, Canaries.of(people))
    town.watching.append(witness.see)
    _plan(town, people, asked, folk, units, office, handsets, room, chance)
    town.run(end, tick)
    return Year(
        seed, town, people, asked, truth, office, room, fate, witness, said.getvalue(), time.monotonic() - began
    )


def _channels(town: Town, home: Path, rooms: list[Chatroom]) -> dict[str, Channel]:
    rooms.append(Chatroom(town))
    return {"sms": gateway(town, home), "chat": LeadChats(town.parts, rooms[0])}


def _office(town: Town, truth: Truth, people: dict[str, Resident], dice: Dice, room: Chatroom) -> Office:
    leads = [
        Lead(Pen(town, *LEAD, dice), mishaps.FIRST_LEAD, room),
        Lead(Pen(town, *DEPUTY, dice), mishaps.STAND_IN),
    ]
    return Office(Notes(town, truth, Phone(town, truth, people, dice), dice), leads)


def _by_address(asked: list[Assignment]) -> dict[str, list[Assignment]]:
    found: dict[str, list[Assignment]] = defaultdict(list)
    for one in asked:
        found[one.email].append(one)
        if one.other_address:
            found[one.other_address].append(one)
    return found


def _plan(
    town: Town,
    people: list[Resident],
    asked: list[Assignment],
    folk: Folk,
    units: Units,
    office: Office,
    handsets: Handsets,
    room: Chatroom,
    chance: random.Random,
) -> None:
    """Write into the agenda what people do of their own accord."""
    for who in people:
        town.at(who.registers_at, partial(folk.register, who))
        if who.trait == "leaves":
            town.at(calendar.local(date(2026, 6, 9), 21, 14), partial(folk.leave, who))
    for one in asked:
        town.at(one.arrives_at, partial(units.ask, one))
        if one.trait == "undo":
            office.calling.undo_for.append(one.number)
    for _ in range(max(4, len(asked) // 4)):
        town.at(START + timedelta(hours=chance.randint(0, 8000)), folk.stray)
    town.at(START + timedelta(hours=1), partial(room.link, LEAD[1]))
    for day in (date(2026, 3, 4), date(2026, 6, 17), date(2026, 11, 5)):
        town.at(calendar.local(day, 23, 40), room.intrude)
    town.at(calendar.local(date(2026, 8, 11), 22, 3), lambda: handsets.say("+46701740604", "Fel nummer?"))


def _log_to(said: io.StringIO) -> None:
    """Let every line of the log be kept, to be searched for what may not stand there."""
    structlog.configure(
        processors=[structlog.processors.add_log_level, structlog.processors.LogfmtRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=lambda *_: structlog.PrintLogger(said),
    )


def play(seed: int, keep: Path | None = None) -> int:
    """Live the year, print what it showed; return 1 where a promise broke."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    console = Console(file=sys.stderr)
    total = (END - START).days
    with (
        temporary_home() as home,
        Progress(TextColumn("{task.description}"), BarColumn(), console=console, transient=True) as progress,
    ):
        bar = progress.add_task("Året börjar", total=total)

        def tick(now: datetime) -> None:
            at = now.astimezone(calendar.ZONE)
            progress.update(bar, completed=(now - START).days, description=f"{at:%Y-%m-%d}")

        year = live(home, seed, tick=tick)
        with closing(year.town.parts):
            broken = invariants.broken(year)
            progress.update(bar, completed=total)
            lines = list(telling.told(year, broken))
            told_to_one = list(telling.stream(year))
    show.lines(lines)
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / "deltagare.txt").write_text("\n".join(told_to_one) + "\n", "utf-8")
        show.say(f"En deltagares brev och sms under ett uppdrag: {keep / 'deltagare.txt'}")
    return 1 if broken else 0


@contextmanager
def temporary_home() -> Iterator[Path]:
    """Yield a folder for a register that nobody keeps: in memory where the system has such a place."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    where = memory if memory.is_dir() and os.access(memory, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="medverkan-year-", dir=where, ignore_cleanup_errors=True) as home:
        yield Path(home)
