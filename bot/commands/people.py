"""`medverkan members list | show | add | edit | status | consent | restrict`: the register, one person at a time.

Reading one person's record is written to the audit, as every change is.
"""

from datetime import date
from pathlib import Path
from typing import Any

from medverkan.bot import register, show
from medverkan.bot.commands.auditing import reader
from medverkan.bot.commands.changes import EVENTS, change, move, record_consent, set_consent
from medverkan.bot.commands.record import (
    CONSENT_WORDS,
    OPERATOR,
    STATUS_WORDS,
    as_lines,
    at_desk,
    invited,
    matchable,
    record,
    the_member,
)
from medverkan.bot.commands.rows import known_members
from medverkan.bot.commands.written import assignments
from medverkan.bot.post import Desk
from medverkan.bot.rights.custody import lacking, note_custody
from medverkan.bot.settings import SettingsError
from medverkan.mailbox.forms.judging.judge import judge
from medverkan.mailbox.forms.naming.registry import label_of
from medverkan.mailbox.values import Form, Kind
from medverkan.storage.lifecycle import MemberStatus
from medverkan.storage.values import Member

ON_PAPER = "uppgift till utvecklingsledaren"
KINDS = ("matching", "sms", "email", "guardian", "guardian_document")


def listed(config: Path | None, as_json: bool) -> int:
    """Print everybody in the register."""
    with at_desk(config) as desk:
        members = list(desk.books.members.all())
        detail = reader() | {"count": len(members)}
        desk.books.audit.add("members-read", OPERATOR, desk.now, detail=detail)
        can_match = matchable(desk.books, members, desk.parts, desk.now)
    found = [
        {
            "id": member.number,
            "name": member.name,
            "email": member.fields.get("email") or None,
            "phone": member.fields.get("phone") or None,
            "municipality": member.fields.get("municipality") or None,
            "matchable": member.number in can_match,
        }
        for member in members
    ]
    if as_json:
        show.document(found)
        return 0
    rows = [
        (row["id"], row["name"], row["municipality"] or "", STATUS_WORDS[member.status], row["phone"] or "",
         row["email"] or "", "ja" if row["matchable"] else "nej")
        for row, member in zip(found, members, strict=True)
    ]  # fmt: skip
    head = ("person", "namn", "kommun", "status", "telefon", "e-post", "kan föreslås")
    show.table(head, rows, "Ingen finns i registret än.")
    return 0


def show_one(config: Path | None, number: str, as_json: bool) -> int:
    """Print everything about one person; that it was read is written down."""
    with at_desk(config) as desk:
        books = desk.books
        member = the_member(books, number)
        books.audit.add("member-read", OPERATOR, desk.now, member_id=member.id, detail=reader())
        can_match = member.number in matchable(books, [member], desk.parts, desk.now)
        found = record(books, member, invited(books), can_match, desk.parts.settings.zone)
    if as_json:
        show.document(found)
    else:
        show.lines(as_lines(found))
    return 0


def add(config: Path | None, values: list[str]) -> int:
    """Register somebody who wrote on paper or phoned, just as if the form had come by mail."""
    with at_desk(config) as desk:
        fields, _ = assignments(values, desk.now)
        if not (fields.get("first_name") or fields.get("last_name")):
            raise SettingsError("first_name: namnet saknas; skriv t.ex. first_name=Anna last_name=Ek")
        missing, questions, remarks = judge(Kind.REGISTRATION, fields, desk.now)
        alike = known_members(desk.books.members.all()).alike(fields)
        form = Form(Kind.REGISTRATION, fields, missing, questions, remarks)
        member = register.add_member(desk, form, by=OPERATOR, how=ON_PAPER, who=reader())
    show.say(f"{member.number} {member.name} är tillagd.")
    if alike:
        show.say(f"Samma telefon eller e-post som {', '.join(alike)}: kontrollera att det inte är samma person.")
    _tell_missing(member)
    return 0


def edit(config: Path | None, number: str, values: list[str]) -> int:
    """Change what is known of somebody; consents follow their fields."""
    with at_desk(config) as desk:
        fields, removed = assignments(values, desk.now)
        before = the_member(desk.books, number)
        member = change(desk, before, fields, removed)
        for key in register.CONSENT_FIELDS:
            if key in fields or key in removed:
                member = set_consent(
                    desk, member, register.CONSENT_FIELDS[key], ON_PAPER, given=fields.get(key) is True
                )
        changed = sorted({*fields, *removed})
        detail = reader() | {"changed": changed, "before": _these(before, changed), "after": _these(member, changed)}
        desk.books.audit.add("member-edited", OPERATOR, desk.now, member_id=member.id, detail=detail)
    show.say(f"{member.number} {member.name} är ändrad.")
    _tell_missing(member)
    return 0


def change_status(config: Path | None, number: str, event: str, until: str | None) -> int:
    """Move somebody's place in the register."""
    word = event.strip().lower()
    if word not in EVENTS:
        raise SettingsError(f"händelsen {event} finns inte; skriv {', '.join(EVENTS)}")
    with at_desk(config) as desk:
        before = the_member(desk.books, number)
        member = move(desk, before, EVENTS[word], _until(until, word, desk))
        asked_anew = "matching" not in desk.books.consents.live_kinds().get(member.id, set())
    show.say(f"{member.number} {member.name}: {STATUS_WORDS[member.status]}.")
    if before.status is MemberStatus.RESTRICTED and word == "tillbaka" and asked_anew:
        show.say(
            f"Samtyckena togs tillbaka vid spärren. Fråga igen: medverkan members consent {member.number} matching"
        )
    return 0


def consent(
    config: Path | None,
    number: str,
    kind: str,
    *,
    withdraw: bool,
    how: str,
    day: str | None = None,
    guardian: int | None = None,
) -> int:
    """Record a consent that was given, or take one back; of a guardian's paper also the day, and whose it is."""
    if kind not in KINDS:
        raise SettingsError(f"samtycket {kind} finns inte; skriv {', '.join(KINDS)}")
    if (day or guardian) and (kind != "guardian_document" or withdraw):
        raise SettingsError("--day och --guardian hör bara till guardian_document")
    with at_desk(config) as desk:
        on = past_day("--day", day, desk) if day else None
        before = the_member(desk.books, number)
        member = record_consent(desk, before, kind, given=not withdraw, how=how, day=on, guardian=guardian)
        lacks = lacking(desk.books, member) if kind == "guardian_document" and not withdraw else []
    said = "är tillbakadraget" if withdraw else "är antecknat"
    show.say(f"{member.number} {member.name}: samtycke ({CONSENT_WORDS[kind]}) {said}.")
    if lacks:
        show.say(f"Det saknas underskrift av: {', '.join(lacks)}. Personen föreslås inte förrän den finns.")
    elif kind == "guardian_document" and not withdraw and member.guardians is None:
        show.say(
            f"Är vårdnaden gemensam ska båda skriva under. Skriv då: medverkan members guardians {member.number} 2"
        )
    return 0


def guardians(config: Path | None, number: str, count: int) -> int:
    """Record how many have custody of a child; where two have, both must sign."""
    with at_desk(config) as desk:
        member = the_member(desk.books, number)
        if not register.is_minor(member, desk.now):
            raise SettingsError(f"{member.number} är inte under 18 år")
        member = note_custody(desk, member, count, how=ON_PAPER, by=OPERATOR)
        lacks = lacking(desk.books, member)
    show.say(f"{member.number} {member.name}: {'två vårdnadshavare' if count == 2 else 'en vårdnadshavare'}.")
    if lacks:
        show.say(f"Det saknas underskrift av: {', '.join(lacks)}.")
    return 0


def restrict_member(config: Path | None, number: str) -> int:
    """Take somebody out of everything at once."""
    with at_desk(config) as desk:
        member = the_member(desk.books, number)
        if member.status is MemberStatus.LEFT:
            raise SettingsError(f"{member.number} är avslutad och kan inte spärras; inget skickas till personen")
        known = member.status is MemberStatus.RESTRICTED
        if not known:
            member = register.restrict(desk, member, by=OPERATOR, who=reader())
    show.say(f"{member.number} {member.name} är {'redan ' if known else ''}spärrad: inga förslag och inga brev.")
    return 0


def object_member(config: Path | None, number: str) -> int:
    """Record that somebody objects to being in the register, and stop using what it says of them at once (art. 21)."""
    with at_desk(config) as desk:
        member = the_member(desk.books, number)
        desk.books.audit.add("member-objected", "member", desk.now, member_id=member.id, detail=reader())
        if member.status is not MemberStatus.LEFT:
            member = register.restrict(desk, member, by="member")
    show.say(
        f"{member.number} {member.name} har invänt: inga förslag och inga brev. Avgör inom en månad om uppgifterna "
        f"ska raderas: medverkan members erase {member.number}"
    )
    return 0


def _these(member: Member, keys: list[str]) -> dict[str, Any]:
    return {key: member.fields.get(key) for key in keys}


def past_day(name: str, written: str, desk: Desk) -> date:
    """Return a day that has been. Raises SettingsError."""
    try:
        day = date.fromisoformat(written.strip())
    except ValueError:
        raise SettingsError(f"{name} {written}: skriv ett datum som 2027-08-31") from None
    if day > desk.now.astimezone(desk.parts.settings.zone).date():
        raise SettingsError(f"{name} {written}: den dagen har inte varit än")
    return day


def _until(written: str | None, word: str, desk: Desk) -> date | None:
    if written is None:
        return None
    if word != "vilar":
        raise SettingsError("--until hör bara till vilar")
    try:
        day = date.fromisoformat(written.strip())
    except ValueError:
        raise SettingsError(f"--until {written}: skriv ett datum som 2027-08-31") from None
    if day < desk.now.astimezone(desk.parts.settings.zone).date():
        raise SettingsError(f"--until {written}: den dagen har redan varit")
    return day


def _tell_missing(member: Member) -> None:
    if member.missing:
        show.say("Saknas: " + ", ".join(label_of(Kind.REGISTRATION, key) for key in member.missing))
