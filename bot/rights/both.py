"""What is true of a person who stands in the register twice: pure, from two posts to one.

Of what is told the newest is believed, unless the lead chooses; what somebody has lived through and is willing, or not
willing, to do adds up. Of what is agreed to never more than the newest says is
left, and nothing where the two contradict each other: that is asked again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from medverkan.bot.register import CONSENT_FIELDS
from medverkan.storage.lifecycle import InvitationState, MemberStatus
from medverkan.storage.values import Consent, Invitation, Member

# What no form asks: that nothing is noted says nothing.
PAPER = "guardian_document"
KINDS = (*CONSENT_FIELDS.values(), PAPER)
FIELD_OF = {kind: key for key, kind in CONSENT_FIELDS.items()}
# What is told in words of one's own, a little each time.
ADDS_UP = ("experience", "care_met", "support_needs", "unwilling", "languages", "associations")
_STATUSES = (MemberStatus.REGISTERED, MemberStatus.CALLED, MemberStatus.INTRODUCED, MemberStatus.ACTIVE)
_STATES = tuple(InvitationState(one) for one in (
    "proposed", "picked", "no_answer", "call_again", "declined", "accepted", "released", "took_part"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """What one post says of one consent, and when: yes, no, or (None) nothing."""

    yes: bool | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Agreed:
    """Which consents are left, and which must be asked for again."""

    live: frozenset[str]
    ask: tuple[str, ...]


def said_of(member: Member, kind: str, consents: Iterable[Consent]) -> Said:
    """Return the last that a post says of one kind of consent, outside of cases."""
    said = [
        Said(one.withdrawn_at is None, one.withdrawn_at or one.given_at)
        for one in consents
        if one.kind == kind and one.request_id is None
    ]
    if said:
        return max(said, key=lambda one: (one.at, one.yes is not True))
    denied = member.fields.get(FIELD_OF.get(kind, "")) is False
    return Said(False if denied else None, member.created_at)


def agreed(one: Mapping[str, Said], other: Mapping[str, Said]) -> Agreed:
    """Return what is left of the consents of two posts, by kind."""
    live, ask = set(), []
    for kind in KINDS:
        pair = one[kind], other[kind]
        if not any(said.yes for said in pair):
            continue
        newest = max(pair, key=lambda said: (said.at, said.yes is not True))
        silent = any(said.yes is None for said in pair)
        if all(said.yes for said in pair) or (silent and (newest.yes or kind == PAPER)):
            live.add(kind)
        else:
            ask.append(kind)
    if "guardian" not in live and PAPER in live:
        # A paper stands for a yes that is no longer there.
        live.discard(PAPER)
        ask.append(PAPER)
    return Agreed(frozenset(live), tuple(ask))


def fields_of_both(newer: Member, older: Member, keep: Mapping[str, str], consents: Agreed) -> dict[str, Any]:
    """Return what is told of both: the newer where it says anything, or the one that `keep` (field → number) names.

    Lists, and what adds up in words, are told of both.
    """
    posts = {post.number: post.fields for post in (newer, older)}
    told: dict[str, Any] = {}
    for key in (*newer.fields, *(key for key in older.fields if key not in newer.fields)):
        chosen = posts[keep[key]] if key in keep else newer.fields if _is_told(newer, key) else older.fields
        if key in chosen and key not in CONSENT_FIELDS:
            told[key] = chosen[key] if key in keep else _together(key, chosen[key], older.fields.get(key))
    for key, kind in CONSENT_FIELDS.items():
        if kind in consents.live:
            told[key] = True
        elif kind in consents.ask or key in newer.fields or key in older.fields:
            told[key] = False
    return told


def _together(key: str, newer: Any, older: Any) -> Any:
    """Return what two posts tell of one thing, the newer alone where they do not add up."""
    if isinstance(newer, list) and isinstance(older, list):
        return list(dict.fromkeys([*newer, *older]))
    if key not in ADDS_UP or not (isinstance(newer, str) and isinstance(older, str)):
        return newer
    new, old = newer.casefold(), older.casefold()
    return newer if old in new else older if new in old else f"{newer}\n{older}"


def standing_of_both(newer: Member, older: Member) -> tuple[MemberStatus, date | None]:
    """Return the place in the register of both, and until when they rest: the most careful one.

    Who is restricted in either is restricted; of one who has left, what the newer post says counts.
    """
    pair = newer, older
    if any(one.status is MemberStatus.RESTRICTED for one in pair):
        return MemberStatus.RESTRICTED, None
    if newer.status is MemberStatus.LEFT:
        return MemberStatus.LEFT, None
    resting = [one for one in pair if one.status is MemberStatus.RESTING]
    if resting:
        days = [one.resting_until for one in resting]
        return MemberStatus.RESTING, max((day for day in days if day), default=None) if all(days) else None
    return max((one.status for one in pair if one.status in _STATUSES), key=_STATUSES.index), None


def merged(kept: Member, newer: Member, older: Member, fields: Mapping[str, Any], consents: Agreed) -> Member:
    """Return the one who stays as they are to be; what is missing is left for who can judge it."""
    status, until = standing_of_both(newer, older)
    papers = [one.guardian_document_at for one in (newer, older) if one.guardian_document_at]
    return replace(
        kept,
        fields=fields,
        status=status,
        resting_until=until,
        created_at=min(newer.created_at, older.created_at),
        guardian_document_at=max(papers, default=None) if PAPER in consents.live else None,
        guardians=max((one.guardians for one in (newer, older) if one.guardians), default=None),
    )


def further(one: Invitation, other: Invitation) -> Invitation:
    """Return which of two invitations of one person to one case has come further; the first where both are alike."""
    return max((one, other), key=lambda invitation: _STATES.index(invitation.state))


def _is_told(member: Member, key: str) -> bool:
    return member.fields.get(key) not in (None, "", [], ())
