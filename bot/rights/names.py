"""Everybody's name as it sounds, kept in memory only: what a new registration is compared with (alike.py)."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from medverkan.storage.books import Books
from medverkan.storage.lifecycle import MemberStatus

# Of a hundred, by rapidfuzz's token sort: with the same year of birth, and where a year is unknown but the town is one.
SAME_YEAR, SAME_TOWN = 88.0, 95.0
SHOWN = 5
_SPELT = str.maketrans({"c": "k", "q": "k", "w": "v", "z": "s", "y": "i", "j": "i", "x": "k", "h": None})


@dataclass(frozen=True, slots=True)
class Known:
    """What of a member is compared, and the version that it was read from."""

    version: int
    name: str
    born: object
    town: str


@dataclass(slots=True)
class Names:
    """Everybody's name as it sounds, by member number."""

    known: dict[str, Known] = field(default_factory=dict)

    def keep_up(self, books: Books) -> None:
        """Open those who are new or have changed."""
        stamps = books.members.stamps()
        there = {number: version for _, number, version in stamps}
        changed = [
            one for one, number, version in stamps if number not in self.known or self.known[number].version != version
        ]
        for gone in self.known.keys() - there.keys():
            del self.known[gone]
        for member in books.members.some(changed):
            if member.status is MemberStatus.LEFT:
                self.known[member.number] = Known(member.version, "", None, "")
            else:
                self.known[member.number] = Known(member.version, *_compared(member.fields))

    def like(self, fields: Mapping[str, Any]) -> list[str]:
        """Return the numbers of those who may be the same by name, the likest first."""
        from rapidfuzz import fuzz, process

        name, born, town = _compared(fields)
        if not name:
            return []
        rated = process.extract(
            name, {number: one.name for number, one in self.known.items()}, scorer=fuzz.token_sort_ratio,
            score_cutoff=SAME_YEAR, limit=None,
        )  # fmt: skip
        found = [number for _, score, number in rated if _may_be(self.known[number], born, town, score)]
        return found[:SHOWN]


def _may_be(one: Known, born: object, town: str, score: float) -> bool:
    if one.born and born:
        return one.born == born
    return bool(town) and one.town == town and score >= SAME_TOWN


def _compared(fields: Mapping[str, Any]) -> tuple[str, object, str]:
    name = f"{fields.get('first_name') or ''} {fields.get('last_name') or ''}".strip()
    return sounding(name), fields.get("birth_year"), str(fields.get("municipality") or "")


def sounding(name: str) -> str:
    """Return a name without what is often spelt otherwise: accents, c and k, w and v, doubled letters, hyphens."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("å", "o").replace("ph", "f").replace("th", "t"))
    letters = "".join(c if c.isalpha() else " " for c in plain if not unicodedata.combining(c)).translate(_SPELT)
    return " ".join(
        "".join(c for place, c in enumerate(word) if word[place - 1 : place] != c) for word in letters.split()
    )
