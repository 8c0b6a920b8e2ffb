"""The signed case token that ties a reply to what it answers: in Message-ID, subject and body, since any may be lost.

A token says case, purpose, version, whom the letter was written to and until when an answer counts, and is signed
(128 bit) for one audience; the unit's token opens nothing for somebody who claims to be the lead. A token alone never
acts: the sender must be known and vouched for as well. `find` is the one verifier; whoever acts asks `is_over` too.
"""

import hmac
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from medverkan.mailbox.values import Letter
from medverkan.storage.vault import Vault

# At most this much of a mail is searched; a token stands in the first screen of what our own letters quote.
BODY_CAP = 200_000
# Half a year: longer than any case rests between two letters of ours, each of which carries a new token.
LIFE = timedelta(days=180)
_TOKEN = re.compile(
    r"(?<![a-z0-9])(f-[0-9]{4}-[0-9]{4,8}|m-[0-9]{4,9}|d-[0-9]{8})\.([a-z])([0-9]{1,6})\."
    r"(?:([a-z2-7]{9})\.)?([a-z2-7]{26})(?![a-z0-9])",
    re.IGNORECASE | re.ASCII,
)
_DIGITS = "abcdefghijklmnopqrstuvwxyz234567"
_DAY_ZERO = date(2020, 1, 1)
_DAY_DIGITS, _PERSON_DIGITS = 3, 6


class Purpose(StrEnum):
    """What kind of letter of ours a reply answers."""

    PROPOSAL = "p"  # to a lead: the numbered people
    CALLS = "c"  # to a lead: the call list
    UNIT_CHECK = "v"  # to a lead: may details go to this unit?
    INTRODUCTION = "i"  # to a lead: a new resident to phone
    DAY = "g"  # to a lead: what waits today
    UNIT = "u"  # to the unit: receipt, questions
    FEEDBACK = "f"  # to the unit: how did it go?
    CONTACTED = "k"  # to the unit: have you made contact?
    PARTICIPANT = "d"  # to a participant

    @property
    def audience(self) -> str:
        """Who such a letter is written to."""
        if self in (Purpose.UNIT, Purpose.FEEDBACK, Purpose.CONTACTED):
            return "unit"
        return "participant" if self is Purpose.PARTICIPANT else "lead"


@dataclass(frozen=True, slots=True)
class Token:
    """What a reply answers. The first letters ever sent carried neither `person` nor `ends`."""

    about: str  # "F-2026-0001", "M-0042" or "D-20270201"
    purpose: Purpose
    version: int
    person: str = ""  # a keyed mark of the address that the letter was written to, never the address
    ends: date | None = None  # the last day on which an answer counts, in UTC

    def is_for(self, vault: Vault, address: str) -> bool:
        """Tell in constant time whether the letter was written to that address; a letter without a mark was."""
        return not self.person or hmac.compare_digest(self.person, _person(vault, address))

    def is_over(self, now: datetime) -> bool:
        """Tell whether an answer comes too late. Of the first letters only those to units and participants still count.

        What they open is no more than what their own sender may do anyhow.
        """
        if self.ends is None:
            return self.purpose.audience == "lead"
        return now.date() > self.ends


def sign(vault: Vault, about: str, purpose: Purpose, version: int = 1, *, to: str, now: datetime) -> str:
    """Return the token of a letter to that address as text, lower case: "f-2026-0001.p1.bdqm3xyqk.mfzw…"."""
    day = _base32((now.date() + LIFE - _DAY_ZERO).days, _DAY_DIGITS)
    plain = f"{about.lower()}.{purpose}{version}.{day}{_person(vault, to)}"
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


def without_tokens(text: str) -> str:
    """Return a text with everything that looks like a token taken out, whoever signed it."""
    return _TOKEN.sub("", text)


def _verified(vault: Vault, match: re.Match[str]) -> Token | None:
    about, letter, version, bound, signature = match.groups()
    try:
        purpose = Purpose(letter.lower())
    except ValueError:
        return None
    bound = (bound or "").lower()
    plain = f"{about.lower()}.{purpose}{version}" + (f".{bound}" if bound else "")
    if not vault.signed(f"{plain}|{purpose.audience}", signature):
        return None
    return Token(about.upper(), purpose, int(version), bound[_DAY_DIGITS:], _day(bound))


def _person(vault: Vault, address: str) -> str:
    return _base32(int(vault.lookup("token", address.strip().lower())[:10], 16), _PERSON_DIGITS)


def _base32(number: int, digits: int) -> str:
    return "".join(_DIGITS[number >> 5 * place & 31] for place in reversed(range(digits)))


def _day(bound: str) -> date | None:
    if not bound:
        return None
    days = 0
    for digit in bound[:_DAY_DIGITS]:
        days = days << 5 | _DIGITS.index(digit)
    return _DAY_ZERO + timedelta(days=days)
