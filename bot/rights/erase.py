"""A person is erased: out of the cases that run, out of every row, letter, mail and note, and out of the free pages.

First it is looked through, without a lock, who is told of where; then the ledger is written, and on the disk; then all
of it goes in one transaction. What lies outside the register is told to the lead, for a person to see to.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from medverkan.bot.documents.words_in import words_in
from medverkan.bot.parts import Parts
from medverkan.bot.post import Desk
from medverkan.bot.rights.beyond import beyond, files_naming
from medverkan.bot.rights.taken_out import take_out
from medverkan.bot.rights.traces import Traces, needles_of, text_of_mail, traces_of
from medverkan.bot.settings import SettingsError
from medverkan.mailbox.values import Kind
from medverkan.storage import ledger
from medverkan.storage.audit import ERASED, LISTS_LINES
from medverkan.storage.books import Books
from medverkan.storage.ledger import Erasure, erasure_of, erasures_of
from medverkan.storage.values import Member

# Letters that list people by their reasons, whatever name they bore then.
NOTHING_ATTACHED = b'"attachments": []'
LISTS = ("lead-proposal", "lead-calls", "lead-reserves", "lead-outcomes")


@dataclass(frozen=True, slots=True)
class Found:
    """Where a person is told of, and up to which row that was looked through."""

    traces: Traces
    cases: frozenset[str]  # where they were listed
    contact_in: frozenset[str]  # where they are the unit's contact, which is no matter of the register
    mails: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()  # the SHA-256 of those mails
    letters: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
    merged: tuple[tuple[str, str], ...] = ()  # id and number of the posts that went into theirs
    last: tuple[str, str, int] = ("", "", 0)  # mail, letter, line


@dataclass(frozen=True, slots=True)
class Report:
    """What was erased, how many of each, and what nobody but a person can reach."""

    erased: dict[str, int]
    cannot_reach: list[str]
    cases: list[str] = field(default_factory=list)


class _Undone(Exception):  # noqa: N818 - no error: a rehearsal ends with it
    """Nothing of it is to be kept."""


def erase(parts: Parts, number: str, now: datetime, *, by: str, why: str = "begäran") -> Report:
    """Erase one person for good. Raises SettingsError where there is nobody, LedgerError, StaleError."""
    found, member = _look(parts, number)
    line = erasure_of(parts.store.vault, member, found.sums, why, now)
    ledger.append(parts.settings.home, erasures_of(parts.store.vault, line, found.merged))
    with parts.store.transaction() as books:
        report = carry_out(Desk(books, parts, now), _the_member(books, number), found, line, by=by)
    left = parts.store.tidy()
    named = files_naming(parts.settings, found.traces)
    return replace(report, cannot_reach=[*report.cannot_reach, *left, *named])


def rehearse(parts: Parts, number: str, now: datetime) -> Report:
    """Return what `erase` would report; nothing is erased."""
    found, member = _look(parts, number)
    line = erasure_of(parts.store.vault, member, found.sums, "", now)
    report = Report({}, [])
    try:
        with parts.store.transaction() as books:
            report = carry_out(Desk(books, parts, now), _the_member(books, number), found, line, by="operator")
            raise _Undone  # noqa: TRY301 - the one way to have a transaction rolled back
    except _Undone:
        named = files_naming(parts.settings, found.traces)
        return replace(report, cannot_reach=[*report.cannot_reach, *named])


def carry_out(desk: Desk, member: Member, found: Found, line: Erasure, *, by: str, tell: bool = True) -> Report:
    """Erase one person within the open transaction, and tell the leads; `found` is brought up to date first."""
    books = desk.books
    found = look_through(books, member, found)
    beside = beyond(desk, member, found.traces, found.mails, found.letters)
    cases = take_out(desk, member)
    # Taking somebody out writes rows of its own.
    found = look_through(books, member, found)
    vault, ids = books.ledger.vault, [gone_id for gone_id, _ in found.merged]
    for one in erasures_of(vault, erasure_of(vault, member, found.sums, line.why, line.at), found.merged):
        books.ledger.add(one)
    erased = books.erasure.remove(member, ids)
    erased["mails"], waiting = books.erasure.empty_mails(found.mails)
    erased["letters"] = books.erasure.empty_letters(found.letters, found.traces.are_in)
    erased["lists"] = books.erasure.strike(member, [one for gone in found.merged for one in gone])
    scrub, closely = found.traces.scrubbed, found.traces.scrubbed_closely
    may = found.traces.may_be_in
    erased["texts"] = books.erasure.scrub(scrub, closely, found.cases, member, may)
    erased["audit"] = books.erasure.empty_lines(found.lines)
    if waiting:
        beside.insert(0, f"{_mails(waiting)} väntar på att lämna brevlådan och töms här när det är gjort.")
    detail = {"erased": erased, "lines": list(found.lines)}
    books.audit.add(ERASED, by, desk.now, detail=detail)
    if tell:
        desk.note_to_leads("lead-erased", f"erased:{line.member}:{desk.now}", cases=cases, beside=beside)
    return Report(erased, beside, cases)


def look_through(books: Books, member: Member, before: Found) -> Found:
    """Return where a person is told of, with what has come since `before`."""
    books.audit.flush()
    found, (last_mail, last_letter, last_line) = before, before.last
    mails, sums, letters, lines = list(before.mails), list(before.sums), list(before.letters), list(before.lines)
    ids = {member.id, *(gone_id for gone_id, _ in before.merged)}
    for row, raw in books.erasure.mails(last_mail):
        last_mail = max(last_mail, row.id)
        if row.id == member.mail_id or row.member_id == member.id or _tells(found, row, raw):
            mails.append(row.id)
            sums.append(row.sha256)
    for row, said in books.erasure.letters(last_letter):
        last_letter = max(last_letter, row.id)
        if row.member_id == member.id or _names(found, row.kind, row.request_id, said):
            letters.append(row.id)
    for row, detail in books.erasure.lines(last_line):
        last_line = max(last_line, row.sequence)
        # What says which lines were emptied names nobody, and is what the chain is checked by.
        if row.what not in LISTS_LINES and (row.member_id in ids or _is_told_of(found, detail)):
            lines.append(row.sequence)
    newest = (last_mail, last_letter, last_line)
    return replace(found, mails=tuple(mails), sums=tuple(sums), letters=tuple(letters), lines=tuple(lines), last=newest)


def _tells(found: Found, row: object, raw: bytes) -> bool:
    request_id, kind = getattr(row, "request_id", None), getattr(row, "kind", "")
    if kind == Kind.REQUEST and request_id in found.contact_in:
        return False
    # A request was written before anybody was listed: a first name in it is somebody else's.
    own_case = request_id in found.cases and kind != Kind.REQUEST
    text = text_of_mail(raw)
    may = found.traces.may_be_in(text.encode("utf-8", "surrogatepass"), own_case=own_case)
    return may and found.traces.are_in(text, own_case=own_case)


def _is_told_of(found: Found, detail: bytes) -> bool:
    return found.traces.may_be_in(detail) and found.traces.are_in(repr(json.loads(detail)))


def _names(found: Found, kind: str, request_id: str | None, plain: bytes) -> bool:
    own_case = request_id in found.cases
    if own_case and kind in LISTS:
        return True
    if kind.startswith("unit-") and request_id in found.contact_in:
        return False
    closely = own_case and kind.startswith("lead-")
    # What is attached is packed, and seen only when it is unpacked.
    if NOTHING_ATTACHED in plain and not found.traces.may_be_in(plain, own_case=closely):
        return False
    said = json.loads(plain)
    text = "\n".join([said["to"], said["subject"], said["text"], *_attached(said["attachments"])])
    return found.traces.are_in(text, own_case=closely)


def _attached(attachments: Iterable[tuple[str, str, str]]) -> Iterable[str]:
    import base64

    for name, kind, content in attachments:
        raw = base64.b64decode(content)
        yield name
        yield text_of_mail(raw) if kind == "message/rfc822" else words_in(name, kind, raw)


def _look(parts: Parts, number: str) -> tuple[Found, Member]:
    with parts.store.reading() as books:
        member = _the_member(books, number)
        return look_through(books, member, start(books, member)), member


def start(books: Books, member: Member) -> Found:
    """Return by what a person is known, with nothing looked through yet."""
    fields = [member.fields]
    for event in books.audit.of(member_id=member.id):
        before = event.detail.get("before")
        fields += [{**member.fields, **before}] if isinstance(before, dict) else []
    needles = needles_of(fields)
    alike = [row.id for row, card in books.erasure.cards() if row.id != member.id and needles.may_be_in(card)]
    traces = traces_of(fields, books.members.some(alike))
    requests = books.requests.in_state()
    cases = books.erasure.cases_of(member.id)
    contact_in = frozenset(
        one.id for one in requests if traces.are_in(f"{one.fields.get('contact_name')}\n{one.contact}\n{one.sender}")
    )
    return Found(traces, cases, contact_in, merged=tuple(books.merges.into(member)))


def _the_member(books: Books, number: str) -> Member:
    member = books.members.get(number.strip())
    if member is None:
        raise SettingsError(f"det finns ingen person {number}; medverkan members list visar alla")
    return member


def _mails(count: int) -> str:
    return "1 mejl" if count == 1 else f"{count} mejl"
