"""`medverkan members export`: everybody as csv that import and Excel understand or JSON; one person's extract as pages.

The csv says which consents are in force, not what a form once said.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from medverkan.bot import register, show
from medverkan.bot.commands.auditing import reader
from medverkan.bot.commands.record import (
    OPERATOR,
    STATUS_WORDS,
    at_desk,
    invited,
    matchable,
    reading_desk,
    record,
    the_member,
)
from medverkan.bot.commands.rows import DOCUMENT, NUMBER, REGISTERED, RESTING_UNTIL, STATUS
from medverkan.bot.commands.sheets import to_csv
from medverkan.bot.post import Desk
from medverkan.bot.settings import SettingsError
from medverkan.mailbox.forms.naming.registry import labels_for
from medverkan.mailbox.forms.values.options import items
from medverkan.mailbox.values import Kind
from medverkan.storage.values import Member

EXTRACTS = (".pdf", ".html")


def export(config: Path | None, number: str | None, to: Path | None, as_json: bool) -> int:
    """Write one person or everybody; that it was done is written down first."""
    kind = to.suffix.lower() if to else ".json" if as_json else ".csv"
    if kind not in (".csv", ".json", *EXTRACTS):
        raise SettingsError(f"--to {to}: filen ska heta något på .csv, .json, .pdf eller .html")
    if kind in EXTRACTS and not number:
        raise SettingsError(f"--to {to}: ett utdrag är om en person; skriv vilken, t.ex. M-0042")
    if to and as_json:
        raise SettingsError("--json skriver på standard ut; ta bort --json, eller skriv --to FIL.json")
    with at_desk(config) as desk:
        members = [the_member(desk.books, number)] if number else list(desk.books.members.all())
        for member in members:
            desk.books.audit.add(
                "member-exported", OPERATOR, desk.now, member_id=member.id, detail=reader() | {"as": kind[1:]}
            )
    # Gone through without the lock that the service would wait for.
    with reading_desk(config) as desk:
        if kind == ".csv":
            content = _as_csv(desk, members)
        elif number:
            content = _extract(desk, members[0], kind)
        else:
            content = _document(_records(desk, members))
    if to is None:
        sys.stdout.write(content.decode())
    else:
        write_private(to, content)
        show.say(f"Exporterade till {to}: {len(members)}. Filen innehåller känsliga personuppgifter.")
    return 0


def _extract(desk: Desk, member: Member, kind: str) -> bytes:
    # A document is laid out only where somebody asks for one.
    from medverkan.bot.extract.gather import gathered
    from medverkan.bot.extract.pages import as_page, as_pdf

    found = gathered(desk.books, desk.parts, member, desk.now)
    if kind == ".pdf":
        return as_pdf(found)
    return as_page(found).encode() if kind == ".html" else _document(found)


def _records(desk: Desk, members: list[Member]) -> list[dict[str, Any]]:
    books, zone = desk.books, desk.parts.settings.zone
    invitations = invited(books)
    can_match = matchable(books, members, desk.parts, desk.now)
    return [record(books, member, invitations, member.number in can_match, zone) for member in members]


def _document(found: Any) -> bytes:
    return (json.dumps(found, ensure_ascii=False, indent=2, default=str) + "\n").encode()


def _as_csv(desk: Desk, members: list[Member]) -> bytes:
    """Return people as csv with the marks by which Excel knows UTF-8; `import` understands every column."""
    consents, labels = desk.books.consents.live_kinds(), labels_for(Kind.REGISTRATION)
    head = [NUMBER, STATUS, RESTING_UNTIL, REGISTERED, *labels.values(), DOCUMENT]
    rows = [
        [
            member.number,
            STATUS_WORDS[member.status],
            str(member.resting_until or ""),
            member.created_at.astimezone(desk.parts.settings.zone).date().isoformat(),
            *(_cell(key, member, consents.get(member.id, set())) for key in labels),
            "ja" if member.guardian_document_at else "",
        ]
        for member in members
    ]
    return to_csv(head, rows).encode("utf-8-sig")


def _cell(key: str, member: Member, consents: set[str]) -> str:
    value: Any = member.fields.get(key)
    if key in register.CONSENT_FIELDS and value is not None:
        # What is in force counts, not what was once written.
        value = register.CONSENT_FIELDS[key] in consents
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, (list, tuple)):
        texts = [str(item) for item in value]
        # Where a comma is part of an item, boxes keep the items apart, as in a form.
        return ", ".join(texts) if items(", ".join(texts)) == texts else " ".join(f"☒ {text}" for text in texts)
    return str(value)


def write_private(path: Path, content: bytes) -> None:
    """Write a file that only its owner may read, also where there was one that others could."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        if hasattr(os, "fchmod"):
            os.fchmod(file.fileno(), 0o600)
        file.write(content)
