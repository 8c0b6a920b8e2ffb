"""Is a new registration somebody who is here already? Proposed to the lead, never decided: couples share a phone."""

from collections.abc import Mapping
from typing import Any

from medverkan.bot.post import Desk
from medverkan.storage.lifecycle import MemberStatus


def alike(desk: Desk, fields: Mapping[str, Any]) -> list[str]:
    """Return one Swedish line for each member who may be the same person as a new one with those fields."""
    books, why = desk.books, dict[str, list[str]]()
    if fields.get("phone"):
        for member in books.members.by_phone(str(fields["phone"])):
            why.setdefault(member.number, []).append("samma telefonnummer")
    if fields.get("email"):
        for member in books.members.by_email(str(fields["email"])):
            why.setdefault(member.number, []).append("samma e-postadress")
    with desk.parts.turn:
        desk.parts.names.keep_up(books)
        for number in desk.parts.names.like(fields):
            why.setdefault(number, []).append("nästan samma namn, och född samma år eller i samma kommun")
    here = {number for number in why if (one := books.members.get(number)) and one.status is not MemberStatus.LEFT}
    return [f"{number}: {', '.join(why[number])}" for number in sorted(here)]
