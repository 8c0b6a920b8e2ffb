"""Everybody else, kept out of a person's extract: what was written about one may name another.

Only texts that hold a piece of somebody's name, number or address are looked at closely, so that a large register is
gone through in seconds.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from medverkan.bot.rights.traces import Traces, traces_of
from medverkan.storage.erasure import GONE
from medverkan.storage.values import Member

SOMEBODY = "[någon annan]"
_DIGITS = 7
_NO_DIGIT = re.compile(r"\D")
_WORD = re.compile(r"[^\W_]+")


class Others:
    """The others in the register; `near` are the ids of those listed in the same cases, of whom a first name tells."""

    def __init__(self, member: Member, everybody: Iterable[Member], near: frozenset[str]) -> None:
        self._member = member
        self._near = near
        self._others: dict[str, Member] = {}
        self._by_piece: dict[str, list[str]] = {}
        self._traces: dict[str, Traces] = {}
        for one in everybody:
            if one.id != member.id:
                self._others[one.id] = one
                for piece in _pieces(one):
                    self._by_piece.setdefault(piece, []).append(one.id)

    def masked(self, value: Any) -> Any:
        """Return a value with its texts freed of everybody else, however deep they lie."""
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, dict):
            return {key: self.masked(one) for key, one in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.masked(one) for one in value]
        return value

    def _text(self, text: str) -> str:
        named = {one for piece in _pieces_in(text) for one in self._by_piece.get(piece, ())}
        own = {str(self._member.fields.get(key) or "") for key in ("first_name", "last_name")}
        for other_id in sorted(named):
            known, namesake = self._traces_of(other_id), self._others[other_id].fields.get("first_name") in own
            closely = other_id in self._near and not namesake
            text = known.scrubbed_closely(text) if closely else known.scrubbed(text)
        return text.replace(GONE, SOMEBODY)

    def _traces_of(self, other_id: str) -> Traces:
        # What both have in common, as the phone of a couple, is the person's own too.
        if other_id not in self._traces:
            self._traces[other_id] = traces_of([self._others[other_id].fields], [self._member])
        return self._traces[other_id]


def _pieces(member: Member) -> Iterator[str]:
    """Yield what must stand in a text that tells of somebody: a word of each name, the end of each number."""
    for key in ("first_name", "last_name", "email", "guardian_name", "postal_address"):
        yield from _WORD.findall(_folded(str(member.fields.get(key) or "")))[:1]
    for key in ("phone", "guardian_phone"):
        digits = _NO_DIGIT.sub("", str(member.fields.get(key) or ""))[-_DIGITS:]
        if len(digits) == _DIGITS:
            yield digits


def _pieces_in(text: str) -> set[str]:
    """Return every word of a text, also without the s of a genitive, and every run of so many digits."""
    words = set(_WORD.findall(_folded(text)))
    digits = _NO_DIGIT.sub("", text)
    runs = {digits[at : at + _DIGITS] for at in range(len(digits) - _DIGITS + 1)}
    return words | {word.removesuffix("s") for word in words} | runs


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
