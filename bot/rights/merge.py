"""Two posts of one person become one, in one transaction, and can be parted again for thirty days.

Nobody is merged by itself: couples and siblings share phones and addresses. Everything that is done here is done to
rows of the two, so that storage/merges.py can tell afterwards how it was before.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from medverkan.bot.calling.call_list import TO_CALL
from medverkan.bot.hours import due_in
from medverkan.bot.post import Desk
from medverkan.bot.register import ASSIGNMENT, CONSENT_FIELDS, DELIVERY
from medverkan.bot.rights.both import KINDS, Said, agreed, fields_of_both, further, merged, said_of
from medverkan.bot.rights.taken_out import RUNNING
from medverkan.bot.settings import SettingsError
from medverkan.mailbox.forms.judging.judge import judge
from medverkan.mailbox.values import Kind
from medverkan.storage.lifecycle import InvitationState, MemberStatus, OutgoingState
from medverkan.storage.members import CARD_FIELDS
from medverkan.storage.merges import Parted
from medverkan.storage.values import Invitation, Member, Request

UNDO_DAYS = 30
STOPPED = (MemberStatus.RESTRICTED, MemberStatus.LEFT)
# Where both posts have one of these, one is enough.
ONCE = ("introduction", "complete", "guardian", "follow_up", "data_review", "own_consent", "meeting")
# What somebody who has come so far need not be asked or shown any more.
BEHIND = {
    MemberStatus.CALLED: ("introduction",),
    MemberStatus.INTRODUCED: ("introduction", "meeting"),
    MemberStatus.ACTIVE: ("introduction", "meeting"),
}
CALLED = {
    "matching": "matchning",
    "sms": "sms",
    "email": "e-post",
    "guardian": "vårdnadshavarens samtycke",
    "guardian_document": "vårdnadshavarens papper",
}
# What tells of the person: the post that was told of last is the newer.
TOLD = ("member-registered", "member-edited")
_PROMISED = (InvitationState.ACCEPTED, InvitationState.RELEASED)


@dataclass(frozen=True, slots=True)
class Merged:
    """What has come of two posts."""

    gone: Member
    kept: Member  # as before
    now: Member
    live: frozenset[str]
    ask: tuple[str, ...]  # consents that are to be asked for again
    moved: dict[str, int]  # rows, by table
    cases: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def merge(
    desk: Desk, gone: Member, kept: Member, keep: Mapping[str, str], *, by: str, who: Mapping[str, Any]
) -> Merged:
    """Let `gone` go into `kept`. Raises SettingsError where that cannot be, StaleError."""
    books, now = desk.books, desk.now
    _check(desk, gone, kept, keep)
    books.merges.lock((gone, kept))
    older, newer = sorted((kept, gone), key=lambda one: _last_told(desk, one))
    left = agreed(*(_consents(desk, one) for one in (newer, older)))
    fields = fields_of_both(newer, older, keep, left)
    _check_letters(desk, (gone, kept), str(fields.get("email") or ""))
    before = books.merges.rows_of(gone, kept)
    cases = [_one_of_two(desk, *shared) for shared in _shared(desk, gone, kept)]
    _close_doubles(desk, gone, kept)
    books.merges.hand_over(gone, kept)
    missing, _, _ = judge(Kind.REGISTRATION, fields, now)
    settled = books.members.settle(kept, merged(replace(kept, missing=missing), newer, older, fields, left))
    for kind in KINDS:
        if kind not in left.live:
            books.consents.withdraw(kept.id, kind, now)
    _settle_tasks(desk, settled, gone, left.ask)
    books.merges.remember(gone, kept, dict(before), now)
    detail = {**who, "gone": gone.number, "before": _card(gone)}
    books.audit.add("member-merged", by, now, member_id=kept.id, detail=detail)
    if changed := sorted(key for key in {*fields, *kept.fields} if fields.get(key) != kept.fields.get(key)):
        edited = {
            "before": {key: kept.fields.get(key) for key in changed},
            "after": {key: fields.get(key) for key in changed},
        }
        books.audit.add("member-edited", by, now, member_id=kept.id, detail={**who, "changed": changed, **edited})
    moved = Counter(table for (table, _), row in before.items() if row.get("member_id") == gone.id)
    return Merged(gone, kept, settled, left.live, left.ask, dict(moved), cases, warnings(gone, kept))


def part(desk: Desk, number: str, *, by: str, who: Mapping[str, Any]) -> tuple[Member, Member, Parted]:
    """Part two again; return the one who had gone, the one who stayed, and what could not be put back.

    Raises SettingsError where there is nothing to part, or it is too late.
    """
    books, now = desk.books, desk.now
    known = books.merges.of_gone(number.strip())
    if known is None:
        raise SettingsError(f"{number} är inte sammanslagen med någon")
    one = books.members.get(known.member_id)
    if one is None or not known.undo:
        raise SettingsError(f"det har gått mer än {UNDO_DAYS} dagar, och det som behövs för att ångra är raderat")
    if known.undo["kept"]["id"] != one.id:
        raise SettingsError(f"{one.number} blev till av flera; ångra den senaste sammanslagningen först")
    if one.status in STOPPED and not {str(status) for status in STOPPED} & {
        known.undo["gone"]["status"], known.undo["kept"]["status"],
    }:  # fmt: skip
        raise SettingsError(
            f"{one.number} har spärrats eller avslutats efter sammanslagningen, och ingen vet vem av dem det gäller. "
            f"Fråga, och skriv först: medverkan members status {one.number} tillbaka"
        )
    books.merges.lock([one])
    parted = books.merges.undo(known)
    back, kept = books.members.get(known.gone_id), books.members.get(known.member_id)
    if back is None or kept is None:
        raise SettingsError(f"{number} går inte att få tillbaka")
    for post in (back, kept):
        detail = {**who, "from": kept.number, "before": _card(one)}
        books.audit.add("member-parted", by, now, member_id=post.id, detail=detail)
    return back, kept, parted


def _check(desk: Desk, gone: Member, kept: Member, keep: Mapping[str, str]) -> None:
    if gone.id == kept.id:
        raise SettingsError(f"{gone.number} och {kept.number} är samma post")
    for key, number in keep.items():
        if number not in (gone.number, kept.number):
            raise SettingsError(f"--keep {key}={number}: skriv {gone.number} eller {kept.number}")
        if key in CONSENT_FIELDS:
            raise SettingsError(f"--keep {key}: ett samtycke väljs inte; fråga personen och anteckna svaret")
        if key not in gone.fields and key not in kept.fields:
            raise SettingsError(f"--keep {key}: ingen av dem har någon sådan uppgift")
    for stopped, other in ((gone, kept), (kept, gone)):
        if stopped.status is not MemberStatus.RESTRICTED or other.status is MemberStatus.RESTRICTED:
            continue
        running = [request.number for request in desk.books.requests.in_state(*RUNNING) if _is_in(desk, request, other)]
        if running:
            raise SettingsError(
                f"{stopped.number} är spärrad, och {other.number} är med i {', '.join(running)}. Spärra den först, så "
                f"tas den ur ärendet som den ska: medverkan members restrict {other.number}"
            )


def _check_letters(desk: Desk, pair: tuple[Member, Member], address: str) -> None:
    """Refuse where an assignment waits to be mailed to an address that would be theirs no more: it would not leave."""
    numbers = {one.id: one.number for one in pair}
    for letter in desk.books.outgoing.all(state=OutgoingState.WAITING):
        if letter.kind == ASSIGNMENT and letter.member_id in numbers and letter.to.lower() != address.strip().lower():
            number = numbers[letter.member_id]
            raise SettingsError(
                f"{number} har ett brev som väntar på att skickas till {letter.to}. Vänta tills det har gått, eller "
                f"behåll adressen: --keep email={number}"
            )


def _is_in(desk: Desk, request: Request, member: Member) -> bool:
    invitation = desk.books.invitations.get(request.id, member.id)
    return invitation is not None and invitation.state in (*TO_CALL, *_PROMISED)


def _last_told(desk: Desk, member: Member) -> datetime:
    told = [event.at for event in desk.books.audit.of(member_id=member.id) if event.what in TOLD]
    return max(told, default=member.created_at)


def _shared(desk: Desk, gone: Member, kept: Member) -> Iterator[tuple[Request, Invitation, Invitation]]:
    books = desk.books
    for request_id in books.merges.shared(kept, gone):
        request = books.requests.get(request_id)
        one, other = (books.invitations.get(request_id, member.id) for member in (kept, gone))
        if request and one and other:
            yield request, one, other


def _one_of_two(desk: Desk, request: Request, one: Invitation, other: Invitation) -> str:
    """Keep the invitation that has come further, and take back what waits because of the other."""
    books = desk.books
    stays = further(one, other)
    goes = other if stays is one else one
    books.outgoing.cancel(request_id=request.id, member_id=goes.member_id)
    for task in books.tasks.open_tasks(request_id=request.id, member_id=goes.member_id):
        books.tasks.done(task, desk.now)
    books.merges.drop(goes)
    books.merges.outdate(stays, max(stays.version, goes.version) + 1)
    told = f"{request.number}: stod två gånger, som nummer {goes.number} och {stays.number}. {stays.number} gäller."
    if goes.state in (*TO_CALL, *_PROMISED, InvitationState.TOOK_PART):
        told += " Båda var tillfrågade: det är nu en person färre än ni räknade med."
    if goes.state is InvitationState.DECLINED and stays.state in _PROMISED:
        told += " Den ena gången nej och den andra ja: fråga vad som gäller."
    return told


def _close_doubles(desk: Desk, gone: Member, kept: Member) -> None:
    """Close what both were to be asked, with the one who goes."""
    tasks = desk.books.tasks
    there = {(task.kind, task.request_id) for task in tasks.open_tasks(kinds=ONCE, member_id=kept.id)}
    for task in tasks.open_tasks(kinds=ONCE, member_id=gone.id):
        if (task.kind, task.request_id) in there:
            tasks.done(task, desk.now)


def _settle_tasks(desk: Desk, member: Member, gone: Member, ask: tuple[str, ...]) -> None:
    """Close what the one person has behind them, stop what may not be sent, and make what contradicts a task."""
    books, now = desk.books, desk.now
    behind = [*BEHIND.get(member.status, ()), *([] if member.missing else ["complete"])]
    for task in books.tasks.open_tasks(kinds=behind, member_id=member.id) if behind else []:
        books.tasks.done(task, now)
    if member.status in STOPPED or "sms" in ask:
        books.outgoing.cancel(member_id=member.id, channel="sms")
    if member.status in STOPPED:
        books.outgoing.cancel(member_id=member.id, kinds=[DELIVERY, ASSIGNMENT])
    if ask and member.status not in STOPPED:
        note = "samtycke till " + ", ".join(CALLED[kind] for kind in ask) + ": fanns två gånger, och sade olika saker"
        due = due_in(now, 1, desk.parts.settings)
        books.tasks.add("complete", f"merged:{gone.id}:{now.isoformat()}", due, member_id=member.id, note=note)


def _consents(desk: Desk, member: Member) -> dict[str, Said]:
    known = desk.books.consents.of_member(member.id)
    return {kind: said_of(member, kind, known) for kind in KINDS}


def _card(member: Member) -> dict[str, Any]:
    """Return by what a person is known: whoever is erased is found by it."""
    return {key: value for key, value in member.fields.items() if key in CARD_FIELDS}


def warnings(gone: Member, kept: Member) -> list[str]:
    """Return what speaks against that two posts are one person, in Swedish."""
    found = []
    first = [str(one.fields.get("first_name") or "").casefold() for one in (gone, kept)]
    if all(first) and first[0] != first[1]:
        found.append("Förnamnen är olika. Par och syskon kan ha samma telefon och adress: är det säkert en person?")
    years = [one.fields.get("birth_year") for one in (gone, kept)]
    if all(years) and years[0] != years[1]:
        found.append("Födelseåren är olika.")
    return found
