"""Rows of a sheet read as people: which column means what, what is wrong in which row, who is known already.

Nothing is stored here. A consent is taken only from a column that names it, and only where the cell says yes.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from medverkan.bot.canonical import canonical
from medverkan.bot.commands.record import STATUS_WORDS
from medverkan.bot.commands.sheets import Sheet
from medverkan.bot.commands.written import key_named, understand
from medverkan.bot.register import CONSENT_FIELDS
from medverkan.bot.settings import SettingsError
from medverkan.mailbox.forms.judging.judge import judge
from medverkan.mailbox.forms.naming.consents import consent_key
from medverkan.mailbox.forms.naming.labels import Label, Strength, folded
from medverkan.mailbox.forms.naming.registry import label_of
from medverkan.mailbox.forms.values.options import yes_no
from medverkan.mailbox.values import Form, Kind
from medverkan.storage.lifecycle import MemberStatus
from medverkan.storage.values import Member

STATUS, RESTING_UNTIL, DOCUMENT = "Status", "Vilar till", "Vårdnadshavarens undertecknade papper sett"
NUMBER, REGISTERED = "Nummer", "Registrerad"
HEADER_WITHIN_ROWS = 10
# An address that a whole association shares names its first few only.
NAMED_ALIKE = 5
_OWN = {folded(name): name for name in (STATUS, RESTING_UNTIL, DOCUMENT, NUMBER, REGISTERED)}
_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SAKNAS!|VÄRDEFEL!|REFERENS!|NAMN\?)")
# A year typed into a cell that is formatted as a date shows as a day in the summer of 1905.
_YEAR_AS_DAY = re.compile(r"1905-0[3-7]-\d\d")
_FIRST_DAY = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Column:
    """One column that was understood: a field of the form, or one of our own (`own`)."""

    at: int
    name: str
    label: Label | None
    own: str = ""

    @property
    def meaning(self) -> str:
        """What the column was understood as, in Swedish."""
        if self.label is None:
            return self.own
        keys = {"_name": "Förnamn och efternamn", "_postcode": "Postadress", "_contact": "Kontaktuppgifter"}
        return keys.get(self.label.key) or label_of(Kind.REGISTRATION, self.label.key)


@dataclass(frozen=True, slots=True)
class Header:
    """The header row, understood. `unknown` are names of columns that nothing is kept of."""

    row: int
    columns: tuple[Column, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """One row. `problems` are (column, what is wrong); a row with any is not stored."""

    row: int
    form: Form
    status: MemberStatus = MemberStatus.REGISTERED
    resting_until: date | None = None
    document: bool = False
    problems: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """First and last name, as written."""
        return _name(self.form.fields)


@dataclass(slots=True)
class Known:
    """Who is known by phone, mail and name: members and the rows before."""

    people: dict[tuple[str, ...], str] = field(default_factory=dict)
    reached: dict[str, list[str]] = field(default_factory=dict)

    def add(self, fields: Mapping[str, Any], called: str) -> None:
        """Remember a person as `called` ("M-0042", "rad 7")."""
        for identity in _identities(fields):
            self.people.setdefault(identity, called)
        for contact in _contacts(fields):
            sharing = self.reached.setdefault(contact, [])
            if len(sharing) < NAMED_ALIKE:
                sharing.append(called)

    def same(self, fields: Mapping[str, Any]) -> str:
        """Return who this is: the same name and the same phone or mail; "" for nobody known."""
        return next((self.people[one] for one in _identities(fields) if one in self.people), "")

    def alike(self, fields: Mapping[str, Any]) -> list[str]:
        """Return those who share phone or mail, the first few."""
        return list(dict.fromkeys(who for contact in _contacts(fields) for who in self.reached.get(contact, ())))


def known_members(members: Iterable[Member]) -> Known:
    """Return everybody in the register; those who are restricted or have left are not taken in again either."""
    known = Known()
    for member in members:
        known.add(member.fields, member.number)
    return known


def header_of(sheets: list[Sheet]) -> tuple[Header, Sheet]:
    """Return the header of the first sheet that has one, and the rows below. Raises SettingsError."""
    for sheet in sheets:
        heads = [_header(number, cells) for number, cells in sheet[:HEADER_WITHIN_ROWS]]
        best = max(heads, key=lambda head: len(head.columns), default=None)
        if best and len(best.columns) >= 2:
            return best, [row for row in sheet if row[0] > best.row]
    raise SettingsError(
        "ingen rad med rubriker som går att förstå; första raden ska ha t.ex. Förnamn, Efternamn, Telefon, Kommun"
    )


def person_of(row: int, cells: list[str], header: Header, now: datetime) -> Person:
    """Return one row as a person."""
    said = {column.at: cells[column.at].strip() if column.at < len(cells) else "" for column in header.columns}
    problems = [(c.name, "cellen visar ett fel") for c in header.columns if _ERROR.fullmatch(said[c.at])]
    pairs = [(c.name, c.label, _value(c.label, said[c.at])) for c in header.columns if c.label]
    written = understand([pair for pair in pairs if not _ERROR.fullmatch(pair[2])], now)
    fields = canonical(Kind.REGISTRATION, written.fields)
    if not _name(fields):
        problems.append(("Namn", "raden har inget namn"))
    own = {column.own: said[column.at] for column in header.columns if column.own}
    status, until = _status(own, problems)
    missing, questions, remarks = judge(Kind.REGISTRATION, fields, now)
    return Person(
        row=row,
        form=Form(Kind.REGISTRATION, fields, missing, questions, remarks),
        status=status,
        resting_until=until,
        document=yes_no(own.get(DOCUMENT, "")) is True,
        problems=(*problems, *written.problems),
    )


def _header(row: int, cells: list[str]) -> Header:
    columns: list[Column] = []
    unknown: list[str] = []
    for at, cell in enumerate(cells):
        name = " ".join(cell.split())
        own = _OWN.get(folded(name), "")
        label = None if own else _label(name)
        if own in (NUMBER, REGISTERED) or (name and not own and label is None):
            unknown.append(name)
        elif name:
            columns.append(Column(at, name, label, own))
    sure = {c.label.key for c in columns if c.label and c.label.strength is Strength.EXACT}
    guesses = [c for c in columns if c.label and c.label.strength < Strength.EXACT and c.label.key in sure]
    kept = tuple(column for column in columns if column not in guesses)
    return Header(row, kept, (*unknown, *(column.name for column in guesses)))


def _label(name: str) -> Label | None:
    label = key_named(name)
    if label is None or label.key not in CONSENT_FIELDS:
        return label
    # "Matchning" over a column may mean anything; only a heading that speaks of consent is about it.
    return label if name in CONSENT_FIELDS or consent_key(name) == label.key else None


def _value(label: Label, said: str) -> str:
    if label.key == "birth_year" and _YEAR_AS_DAY.fullmatch(said):
        return str((date.fromisoformat(said) - _FIRST_DAY).days)
    return said


def _status(own: Mapping[str, str], problems: list[tuple[str, str]]) -> tuple[MemberStatus, date | None]:
    word = own.get(STATUS, "").lower()
    status = next((status for status, known in STATUS_WORDS.items() if known == word), MemberStatus.REGISTERED)
    if word and STATUS_WORDS[status] != word:
        problems.append((STATUS, f"okänt ord; skriv {', '.join(STATUS_WORDS.values())}"))
    until = own.get(RESTING_UNTIL, "")
    try:
        return status, date.fromisoformat(until) if until else None
    except ValueError:
        problems.append((RESTING_UNTIL, "är inget datum; skriv t.ex. 2027-08-31"))
        return status, None


def _name(fields: Mapping[str, Any]) -> str:
    return f"{fields.get('first_name', '')} {fields.get('last_name', '')}".strip()


def _contacts(fields: Mapping[str, Any]) -> list[str]:
    return [str(fields[key]).lower() for key in ("phone", "email") if fields.get(key)]


def _identities(fields: Mapping[str, Any]) -> list[tuple[str, ...]]:
    name = " ".join(_name(fields).casefold().split())
    if not name:
        return []
    without = (name, str(fields.get("birth_year", "")), str(fields.get("municipality", "")).casefold())
    return [(name, contact) for contact in _contacts(fields)] or [without]
