"""A short name for everything that a list rests on, so that a list can be shown to be replayed from the same.

Members are summed, each by a hash of their own: one that is changed costs what it costs to hash one, in a register of
any size, and their order does not matter.
"""

import hashlib
from dataclasses import fields
from datetime import date

from medverkan.matching.values import Need, Profile

BITS = 256


def member_number(profile: Profile) -> int:
    """Return a number of BITS bits that stands for all that is known of a member."""
    return int.from_bytes(_hashed(_written(profile)).digest(), "big")


def fingerprint(need: Need, members: int, today: date, only_introduced: bool) -> str:
    """Return the name, 64 hexadecimal digits; `members` is the sum of their numbers modulo 2 ** BITS."""
    return _hashed(f"{_written(need)} {members:x} {today} {only_introduced}").hexdigest()


def _hashed(text: str) -> "hashlib._Hash":
    return hashlib.sha256(text.encode("utf-8", "surrogatepass"))


def _written(value: Need | Profile) -> str:
    values = (getattr(value, field.name) for field in fields(value))
    return repr([sorted(map(str, one)) if isinstance(one, frozenset) else one for one in values])
