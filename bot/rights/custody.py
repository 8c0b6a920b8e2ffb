"""Who must sign for a child: one guardian, or both where custody is joint, each on a day of their own (R41, R42).

Nobody has to know whether custody is joint for a child to be registered: then it is a question in the lead's task. Once
it is known that it is, the child is not matched until both have signed. The papers are kept outside of here.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from medverkan.bot.hours import due_in
from medverkan.bot.post import Desk
from medverkan.storage.books import Books
from medverkan.storage.values import Member

PAPER, TASK = "guardian", "guardian"
ASK = "Fråga om vårdnaden är gemensam: då ska båda skriva under."
BOTH = "Vårdnaden är gemensam. Underskrift saknas av: {lacks}."
_LONGEST = 4_000
_JOINT = re.compile(r"\b(?:gemensam|delad)\w* vårdnad|\bbåda vårdnadshavarna\b", re.IGNORECASE)
_ALONE = re.compile(r"\b(?:ensam vårdnad\w*|ensam vårdnadshavare)\b", re.IGNORECASE)
_TWO_NAMES = re.compile(r"[A-ZÅÄÖ][\w'-]+(?: [A-ZÅÄÖ][\w'-]+){0,3}\s?(?:&| och | samt )\s?[A-ZÅÄÖ][\w'-]+")


def guardians_told(fields: Mapping[str, Any]) -> int | None:
    """Return how many guardians a registration tells of; None where it does not say. Total."""
    texts = [
        str(value)[:_LONGEST] for key, value in fields.items() if isinstance(value, str) and key != "postal_address"
    ]
    if any(_JOINT.search(text) for text in texts):
        return 2
    if any(_ALONE.search(text) for text in texts):
        return 1
    return 2 if _TWO_NAMES.search(str(fields.get("guardian_name") or "")[:200]) else None


def lacking(books: Books, member: Member) -> list[str]:
    """Return whose signatures are wanted still, in Swedish: "vårdnadshavare 2"; [] where all are there."""
    needed = member.guardians or 1
    signed = {one.party for one in books.signatures.of(member_id=member.id, paper=PAPER)}
    if not signed and member.guardian_document_at:
        # Noted before there were days of each.
        signed = {_party(1)}
    return [f"vårdnadshavare {number}" for number in range(1, needed + 1) if _party(number) not in signed]


def note_custody(desk: Desk, member: Member, count: int | None, *, how: str, by: str) -> Member:
    """Record how many have custody of a child, and let the papers that are there count for as much as they do."""
    if member.guardians == count:
        return member
    changed = desk.books.members.guardians(member, count)
    detail = {"guardians": count}
    desk.books.audit.add("custody-noted", by, desk.now, member_id=member.id, detail=detail)
    return _settle(desk, changed, how=how, by=by)


def sign(desk: Desk, member: Member, day: date, *, how: str, by: str, guardian: int | None = None) -> Member:
    """Record the day on which a guardian signed; the next who has not where it is not said which."""
    books = desk.books
    left = lacking(books, member)
    number = guardian or (int(left[0][-1]) if left else 1)
    books.signatures.add(member.id, PAPER, _party(number), day, desk.now)
    books.consents.give(member.id, "guardian", how=how, by=by, now=desk.now, wording=how[:60])
    return _settle(desk, member, how=how, by=by)


def unsign(desk: Desk, member: Member) -> Member:
    """Take back what was recorded of the guardians' papers."""
    desk.books.signatures.remove(member.id, PAPER)
    desk.books.consents.withdraw(member.id, "guardian_document", desk.now)
    return desk.books.members.guardian_document(member, None) if member.guardian_document_at else member


def ask_for_signatures(desk: Desk, member: Member) -> None:
    """Make what is wanted of the guardians the lead's task; one that waits is told what has changed."""
    books = desk.books
    note = BOTH.format(lacks=" och ".join(lacking(books, member))) if member.guardians == 2 else ASK
    if member.guardians == 1:
        note = ""
    known = books.tasks.open_tasks(kinds=[TASK], member_id=member.id)
    for task in known:
        books.tasks.note(task, note)
    if not known:
        due, key = due_in(desk.now, 1, desk.parts.settings), f"{TASK}:{member.id}:{desk.now.isoformat()}"
        books.tasks.add(TASK, key, due, member_id=member.id, note=note)


def _settle(desk: Desk, member: Member, *, how: str, by: str) -> Member:
    """Let the paper be there where every guardian has signed, and only there."""
    books = desk.books
    if lacking(books, member):
        if member.guardian_document_at:
            books.consents.withdraw(member.id, "guardian_document", desk.now)
            member = books.members.guardian_document(member, None)
        ask_for_signatures(desk, member)
        return member
    books.consents.give(member.id, "guardian_document", how=how, by=by, now=desk.now, wording=how[:60])
    for task in books.tasks.open_tasks(kinds=[TASK], member_id=member.id):
        books.tasks.done(task, desk.now)
    return books.members.guardian_document(member, desk.now)


def _party(number: int) -> str:
    return f"guardian {number}"
