"""What happens to one person in the register: fields, consents, status, and the tasks that are thereby answered.

What a consent field says and the consent itself are always changed together.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from medverkan.bot import register
from medverkan.bot.canonical import canonical
from medverkan.bot.commands.auditing import reader
from medverkan.bot.commands.record import OPERATOR, STATUS_WORDS
from medverkan.bot.post import Desk
from medverkan.bot.rights.custody import sign, unsign
from medverkan.bot.settings import SettingsError
from medverkan.mailbox.forms.judging.judge import judge
from medverkan.mailbox.values import Kind
from medverkan.storage.lifecycle import MEMBER, IllegalMove, MemberEvent
from medverkan.storage.values import Member

EVENTS = {
    "uppringd": MemberEvent.CALLED,
    "introducerad": MemberEvent.INTRODUCED,
    "aktiv": MemberEvent.ACTIVATED,
    "vilar": MemberEvent.RESTS,
    "tillbaka": MemberEvent.RELEASED,
    "avslutad": MemberEvent.LEFT,
}
# Which tasks about a person are answered by what has happened to them.
ANSWERED = {
    MemberEvent.CALLED: ("introduction",),
    MemberEvent.INTRODUCED: ("introduction", "meeting"),
    MemberEvent.ACTIVATED: ("introduction", "meeting"),
    MemberEvent.RELEASED: ("rights",),
    MemberEvent.LEFT: ("introduction", "meeting", "follow_up", "complete", "guardian"),
}
FIELD_OF = {kind: key for key, kind in register.CONSENT_FIELDS.items()}


def change(desk: Desk, member: Member, fields: Mapping[str, Any], removed: Iterable[str]) -> Member:
    """Store changed fields, judge anew what is missing, and close the task to complete where nothing is."""
    gone = set(removed)
    kept = {key: value for key, value in (dict(member.fields) | dict(fields)).items() if key not in gone}
    kept = canonical(Kind.REGISTRATION, kept)
    missing, _, _ = judge(Kind.REGISTRATION, kept, desk.now)
    changed = desk.books.members.edit(member, kept, missing)
    if not missing:
        close_tasks(desk, changed, ("complete",))
    return changed


def set_consent(
    desk: Desk,
    member: Member,
    kind: str,
    how: str,
    *,
    given: bool,
    day: date | None = None,
    guardian: int | None = None,
) -> Member:
    """Give or withdraw one consent, and the guardian's paper where it is about that; the field is the caller's.

    `day` is when a paper was signed, today where it is not said, and `guardian` which of two signed it.
    """
    books, now = desk.books, desk.now
    if given and kind == "guardian_document":
        on = day or now.astimezone(desk.parts.settings.zone).date()
        return sign(desk, member, on, how=how, by=OPERATOR, guardian=guardian)
    if given:
        books.consents.give(member.id, kind, how=how, by=OPERATOR, now=now, wording=how)
        return member
    books.consents.withdraw(member.id, kind, now)
    if kind == "sms":
        books.outgoing.cancel(member_id=member.id, channel="sms")
    # A guardian who takes their yes back takes the paper back with it.
    return unsign(desk, member) if kind in ("guardian", "guardian_document") else member


def close_tasks(desk: Desk, member: Member, kinds: Iterable[str]) -> None:
    """Close the open tasks of those kinds about a person."""
    wanted = list(kinds)
    for task in desk.books.tasks.open_tasks(kinds=wanted, member_id=member.id) if wanted else []:
        desk.books.tasks.done(task, desk.now)


def move(desk: Desk, member: Member, event: MemberEvent, until: date | None = None) -> Member:
    """Let `event` happen to a person and close the tasks it answers. Raises SettingsError where it cannot."""
    books = desk.books
    try:
        moved = books.members.move(member, event, until)
    except IllegalMove:
        said = next(word for word, known in EVENTS.items() if known is event)
        possible = [word for word, known in EVENTS.items() if (member.status, known) in MEMBER]
        raise SettingsError(
            f"{member.number} är {STATUS_WORDS[member.status]}, så {said} går inte; "
            f"det som går är: {', '.join(possible) or 'inget'}"
        ) from None
    close_tasks(desk, moved, ANSWERED.get(event, ()))
    if event is MemberEvent.LEFT:
        books.outgoing.cancel(member_id=member.id, kinds=[register.DELIVERY, register.ASSIGNMENT])
    detail = reader() | {"event": str(event), "status": str(moved.status)}
    books.audit.add("member-status", OPERATOR, desk.now, member_id=member.id, detail=detail)
    return moved


def record_consent(
    desk: Desk,
    member: Member,
    kind: str,
    *,
    given: bool,
    how: str,
    day: date | None = None,
    guardian: int | None = None,
) -> Member:
    """Give or withdraw one consent, its field along with it, and write that down."""
    key = FIELD_OF.get(kind) or FIELD_OF["guardian"]
    # The paper is the written consent; that it has not been seen does not undo what the form says.
    if kind != "guardian_document" or given:
        member = change(desk, member, {key: given}, [])
    member = set_consent(desk, member, kind, how, given=given, day=day, guardian=guardian)
    what = "consent-given" if given else "consent-withdrawn"
    desk.books.audit.add(what, OPERATOR, desk.now, member_id=member.id, detail=reader() | {"kind": kind, "how": how})
    return member
