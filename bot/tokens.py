"""The signed case token that ties a reply to what it answers: in Message-ID, subject and body, since any may be lost.

A token says case, purpose and version, and is signed (128 bit) for one audience; the unit's token opens nothing for
somebody who claims to be the lead. A token alone never acts: the sender must be known and vouched for as well.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from medverkan.mailbox.values import Letter
from medverkan.storage.vault import Vault

# At most this much of a mail is searched; a token stands in the first screen of what our own letters quote.
BODY_CAP = 200_000
_TOKEN = re.compile(
    r"(?<![a-z0-9])(f-[0-9]{4}-[0-9]{4,8}|m-[0-9]{4,9})\.([a-z])([0-9]{1,6})\.([a-z2-7]{26})(?![a-z0-9])",
    re.IGNORECASE | re.ASCII,
)


class Purpose(StrEnum):
    """What kind of letter of ours a reply answers."""

    PROPOSAL = "p"  # to a lead: the numbered people
    CALLS = "c"  # to a lead: the call list
    UNIT_CHECK = "v"  # to a lead: may details go to this unit?
    INTRODUCTION = "i"  # to a lead: a new resident to phone
    UNIT = "u"  # to the unit: receipt, questions
    FEEDBACK = "f"  # to the unit: how did it go?
    PARTICIPANT = "d"  # to a participant

    @property
    def audience(self) -> str:
        """Who such a letter is written to."""
        if self in (Purpose.UNIT, Purpose.FEEDBACK):
            return "unit"
        return "participant" if self is Purpose.PARTICIPANT else "lead"


@dataclass(frozen=True, slots=True)
class Token:
    """What a reply answers."""

    about: str  # "F-2026-0001" or "M-0042"
    purpose: Purpose
    version: int


def sign(vault: Vault, about: str, purpose: Purpose, version: int = 1) -> str:
    """Return the token as text, lower case: "f-2026-0001.p1.mfzw…"."""
    plain = f"{about.lower()}.{purpose}{version}"
    return f"{plain}.{vault.sign(f'{plain}|{purpose.audience}')}"


def find(vault: Vault, letter: Letter, text: str) -> Token | None:
    """Return what a reply answers: by its In-Reply-To first, then References (last first), subject and body.

    None where there is no token of ours, or where one place holds tokens of different cases. Of several of one case the
    first counts: the newest letter is quoted uppermost.
    """
    places = (*letter.in_reply_to, *reversed(letter.references), letter.subject, text[:BODY_CAP])
    for place in places:
        found = [token for match in _TOKEN.finditer(place) if (token := _verified(vault, match))]
        if found:
            return found[0] if len({token.about for token in found}) == 1 else None
    return None


def _verified(vault: Vault, match: re.Match[str]) -> Token | None:
    about, letter, version, signature = match.groups()
    try:
        purpose = Purpose(letter.lower())
    except ValueError:
        return None
    plain = f"{about.lower()}.{purpose}{version}"
    if not vault.signed(f"{plain}|{purpose.audience}", signature):
        return None
    return Token(about.upper(), purpose, int(version))
