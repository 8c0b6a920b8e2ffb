"""`medverkan members import`: a register out of a sheet.

It shows first what it would store. Each row is a transaction of its own, so a bad one stops no other, and the
same file can be taken in again: whoever is known by name and phone or mail is left alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from medverkan.bot import register, show
from medverkan.bot.commands.changes import close_tasks, move, set_consent
from medverkan.bot.commands.record import OPERATOR, STATUS_WORDS
from medverkan.bot.commands.rows import Header, Person, header_of, known_members, person_of
from medverkan.bot.commands.sheets import Sheet, sheets_in
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.post import Desk
from medverkan.bot.settings import SettingsError, load
from medverkan.mailbox.forms.naming.registry import label_of
from medverkan.mailbox.values import Kind
from medverkan.storage.book import StaleError
from medverkan.storage.lifecycle import MemberEvent, MemberStatus

FROM_SHEET = "uppgift i importerat register"
SHOWN = 50
_EVENT_TO = {
    MemberStatus.CALLED: MemberEvent.CALLED,
    MemberStatus.INTRODUCED: MemberEvent.INTRODUCED,
    MemberStatus.ACTIVE: MemberEvent.ACTIVATED,
    MemberStatus.RESTING: MemberEvent.RESTS,
    MemberStatus.RESTRICTED: MemberEvent.RESTRICTED,
    MemberStatus.LEFT: MemberEvent.LEFT,
}


@dataclass(slots=True)
class Plan:
    """What an import would do: whom it stores, whom it knows, which rows are wrong, who may be the same."""

    fresh: list[Person] = field(default_factory=list)
    known: list[tuple[Person, str]] = field(default_factory=list)
    bad: list[Person] = field(default_factory=list)
    alike: list[tuple[Person, list[str]]] = field(default_factory=list)


def import_file(config: Path | None, path: Path, yes: bool) -> int:
    """Take people in from a sheet, or show what would be taken in; return 1 where no row could be read."""
    header, rows = header_of(sheets_in(path))
    if not rows:
        raise SettingsError(f"{path.name} har rubriker men inga rader under dem")
    parts = open_parts(load(config))
    try:
        plan = planned(parts, header, rows)
        if yes:
            _say_stored(plan, _store(parts, plan.fresh))
        else:
            show.lines(_preview(path, header, plan))
            show.say("Inget är sparat. Kör samma kommando med --yes för att spara.")
    finally:
        parts.close()
    return 0 if plan.fresh or plan.known else 1


def planned(parts: Parts, header: Header, rows: Sheet) -> Plan:
    """Return what an import of those rows would do, judged against the register as it is."""
    now, plan = datetime.now(UTC), Plan()
    with parts.store.reading() as books:
        known = known_members(books.members.all())
    for number, cells in rows:
        person = person_of(number, cells, header, now)
        fields = person.form.fields
        if person.problems:
            plan.bad.append(person)
            continue
        if same := known.same(fields):
            plan.known.append((person, same))
            continue
        if alike := known.alike(fields):
            plan.alike.append((person, alike))
        plan.fresh.append(person)
        known.add(fields, f"rad {number}")
    return plan


def _store(parts: Parts, people: list[Person]) -> list[int]:
    """Store each person in a transaction of their own; return the rows that others were in the way of."""
    from rich.console import Console
    from rich.progress import track

    overtaken = []
    console = Console(stderr=True)
    for person in track(people, "Sparar", console=console, transient=True, disable=not console.is_terminal):
        try:
            with parts.store.transaction() as books:
                _add(Desk(books, parts, datetime.now(UTC)), person)
        except StaleError:
            overtaken.append(person.row)
    return overtaken


def _add(desk: Desk, person: Person) -> None:
    member = register.add_member(desk, person.form, by=OPERATOR, how=FROM_SHEET, announce=False)
    if person.document:
        member = set_consent(desk, member, "guardian_document", FROM_SHEET, given=True)
    event = _EVENT_TO.get(person.status)
    if event is None:
        return
    member = move(desk, member, event, person.resting_until)
    if person.status is MemberStatus.RESTING:
        close_tasks(desk, member, ("introduction",))
    if person.status is MemberStatus.RESTRICTED:
        close_tasks(desk, member, ("introduction", "complete", "guardian"))
        for kind in ("matching", "sms", "email"):
            desk.books.consents.withdraw(member.id, kind, desk.now)


def _preview(path: Path, header: Header, plan: Plan) -> list[str]:
    total = len(plan.fresh) + len(plan.known) + len(plan.bad)
    lines = [f"{path.name}: rubriker på rad {header.row}, {total} rader med innehåll.", "", "Kolumner som förstås"]
    lines += [f"  {column.name} → {column.meaning}" for column in header.columns]
    if header.unknown:
        lines += ["", "Kolumner som inte sparas", *(f"  {name}" for name in header.unknown)]
    lines += _told("Rader med fel, som hoppas över", _wrong(plan.bad))
    lines += _told("Finns redan, läggs inte till", [f"rad {one.row}: {one.name} är {who}" for one, who in plan.known])
    lines += _told(
        "Möjliga dubbletter, läggs till",
        [f"rad {one.row}: {one.name} har samma telefon eller e-post som {', '.join(who)}" for one, who in plan.alike],
    )
    lines += _told(f"Skulle sparas: {len(plan.fresh)}", [_fresh_line(person) for person in plan.fresh])
    return lines


def _fresh_line(person: Person) -> str:
    fields = person.form.fields
    lacking = ", ".join(label_of(Kind.REGISTRATION, key) for key in person.form.missing)
    parts = [person.name, str(fields.get("municipality", "")), STATUS_WORDS[person.status]]
    return f"rad {person.row}: {', '.join(filter(None, parts))}{f'; saknas: {lacking}' if lacking else ''}"


def _wrong(people: Iterable[Person]) -> list[str]:
    return [f"rad {person.row}, {column}: {problem}" for person in people for column, problem in person.problems]


def _told(title: str, lines: list[str]) -> list[str]:
    rest = [f"  … och {len(lines) - SHOWN} till"] if len(lines) > SHOWN else []
    return ["", title, *(f"  {line}" for line in lines[:SHOWN]), *rest] if lines else []


def _say_stored(plan: Plan, overtaken: list[int]) -> None:
    for line in _told("Rader med fel, inte sparade", _wrong(plan.bad))[1:]:
        show.say(line)
    if overtaken:
        show.say(f"Kunde inte sparas just nu, kör igen: rad {', '.join(map(str, overtaken))}")
    show.say(
        f"Sparade: {len(plan.fresh) - len(overtaken)}. Fanns redan: {len(plan.known)}. "
        f"Rader med fel, som hoppades över: {len(plan.bad)}."
    )
