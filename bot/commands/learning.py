"""`medverkan members attended | needs`: who has been to which training or network meeting, and who wants to learn what.

A meeting that has been is a row among the meetings, a need a task that stays until it is met.
"""

from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path

from medverkan.bot import show
from medverkan.bot.commands.auditing import reader
from medverkan.bot.commands.people import past_day
from medverkan.bot.commands.record import OPERATOR, at_desk, the_member
from medverkan.bot.settings import SettingsError
from medverkan.mailbox.addresses import domain_of
from medverkan.storage.lifecycle import MeetingEvent

KINDS = {"utbildning": "training", "nätverksträff": "network"}
NEED = "competence"


def attended(config: Path | None, what: str, day: str, numbers: Sequence[str], about: str) -> int:
    """Note that people have been to a training or a network meeting; say what each of them still wants to learn."""
    kind = KINDS.get(what.strip().lower())
    if kind is None:
        raise SettingsError(
            f"{what}: skriv {' eller '.join(KINDS)}; för en introduktion: members status M-… introducerad"
        )
    with at_desk(config) as desk:
        on = past_day("dagen", day, desk)
        noon = datetime.combine(on, time(12), tzinfo=desk.parts.settings.zone)
        domain = domain_of(desk.parts.settings.address) or "localhost.invalid"
        members = [the_member(desk.books, number) for number in dict.fromkeys(numbers)]
        needs = []
        for member in members:
            known = desk.books.meetings.of_member(member.id, kind)
            if any(one.starts_at == noon and one.place == about for one in known):
                continue
            meeting = desk.books.meetings.add(kind, noon, 0, about, domain=domain, member_id=member.id)
            desk.books.meetings.move(meeting, MeetingEvent.HELD)
            detail = reader() | {"kind": kind, "day": on.isoformat()}
            desk.books.audit.add("meeting-noted", OPERATOR, desk.now, member_id=member.id, detail=detail)
            needs += [(member, task) for task in desk.books.tasks.open_tasks(kinds=[NEED], member_id=member.id)]
    show.say(f"Antecknat för {', '.join(member.number for member in members)}.")
    for member, task in needs:
        show.say(f"{member.number} ville lära sig: {task.note}. Är det gjort: medverkan tasks done {task.number}")
    return 0


def need(config: Path | None, number: str, what: str) -> int:
    """Note what somebody wants to learn."""
    if not what.strip():
        raise SettingsError("skriv vad personen vill lära sig")
    with at_desk(config) as desk:
        member = the_member(desk.books, number)
        key = f"{NEED}:{member.id}:{desk.now.isoformat()}"
        task = desk.books.tasks.add(NEED, key, desk.now, member_id=member.id, note=" ".join(what.split()))
        desk.books.audit.add("need-noted", OPERATOR, desk.now, member_id=member.id, detail=reader())
    show.say(f"{member.number} {member.name}: antecknat som {task.number}.")
    return 0


def needs(config: Path | None, as_json: bool) -> int:
    """Print what people in the register want to learn, and what they have been to."""
    with at_desk(config) as desk:
        books, zone = desk.books, desk.parts.settings.zone
        rows = []
        for task in books.tasks.open_tasks(kinds=[NEED]):
            member = books.members.get(task.member_id or "")
            if member is None:
                continue
            been = [
                f"{word} {show.day(show.local(one.starts_at, zone))}"
                for word, kind in KINDS.items()
                for one in books.meetings.of_member(member.id, kind)
            ]
            rows.append((task.number, member.number, member.name, task.note, been))
        books.audit.add("members-read", OPERATOR, desk.now, detail=reader() | {"count": len(rows)})
    if as_json:
        keys = ("task", "member", "name", "need", "attended")
        show.document([dict(zip(keys, row, strict=True)) for row in rows])
        return 0
    shown = [(*row[:4], ", ".join(row[4])) for row in rows]
    show.table(("uppgift", "person", "namn", "vill lära sig", "har varit på"), shown, "Ingen har något antecknat.")
    return 0
