"""Who is on the list of a case: invitations beside the people they are for."""

from collections.abc import Sequence
from datetime import datetime

from medverkan.bot.post import Desk
from medverkan.mailbox.forms.judging import judge
from medverkan.mailbox.values import Candidate
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import MemberStatus
from medverkan.storage.values import Invitation, Member, Request

Listed = tuple[Invitation, Member]


def people_in(desk: Desk, request: Request) -> list[Listed]:
    """Return everybody put before the lead in that case, by number, with who they are."""
    pairs = [
        (invitation, desk.books.members.get(invitation.member_id)) for invitation in desk.books.invitations.of(request)
    ]
    return [(invitation, member) for invitation, member in pairs if member]


def may_be_asked(member: Member) -> bool:
    """Tell whether a person may still be put before the lead, picked or phoned: neither restricted nor gone."""
    return member.status not in (MemberStatus.RESTRICTED, MemberStatus.LEFT)


def candidates(listed: Sequence[Listed]) -> list[Candidate]:
    """Return the people as numbered and named in the letter."""
    return [Candidate(invitation.number, member.name) for invitation, member in listed]


def meeting_address(books: Books, member: Member, now: datetime) -> str:
    """Return where a person may be mailed of meetings; "" for a child, without an address, and without a yes to mail.

    Who was never asked about mail, and wants to be reached by it, has said yes.
    """
    if not may_be_asked(member) or judge.is_minor(member.fields, now.date()):
        return ""
    if books.consents.live(member.id, "email") is None:
        asked = any(consent.kind == "email" for consent in books.consents.of_member(member.id))
        wants = member.fields.get("contact_preference") == "e-post" and member.fields.get("consent_email") is not False
        if asked or not wants:
            return ""
    return str(member.fields.get("email") or "").strip()
