"""Everybody else, kept out of a person's extract: what was written about one may name another.

Only texts that hold a piece of somebody's name, number or address are looked at closely, so that a large register is
gone through in seconds.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from medverkan.bot.rights.traces import Traces, traces_of
from medverkan.storage.erasure import GONE
from medverkan.storage.values import Member

SOMEBODY = "[någon annan]"
_LEAST_DIGITS = 7
_NO_DIGIT = re.compile(r"\D")


class Others:
    """The others in the register; `near` are the ids of those listed in the same cases, of whom a first name tells."""

    def __init__(self, member: Member, everybody: Iterable[Member], near: frozenset[str]) -> None:
        self._member = member
        own = {str(member.fields.get(key) or "") for key in ("first_name", "last_name")}
        self._others = [
            (tuple(_pieces(one)), one, one.id in near and str(one.fields.get("first_name") or "") not in own)
            for one in everybody
            if one.id != member.id
        ]
        self._traces: dict[str, Traces] = {}

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
        folded = text.casefold()
        searched = f"{folded}\n{_NO_DIGIT.sub('', text)}"
        for pieces, other, closely in self._others:
            if any(piece in searched for piece in pieces):
                known = self._traces_of(other)
                text = known.scrubbed_closely(text) if closely else known.scrubbed(text)
        return text.replace(GONE, SOMEBODY)

    def _traces_of(self, other: Member) -> Traces:
        # What both have in common, as the phone of a couple, is the person's own too.
        if other.id not in self._traces:
            self._traces[other.id] = traces_of([other.fields], [self._member])
        return self._traces[other.id]


def _pieces(member: Member) -> Iterator[str]:
    """Yield what must stand in a text that tells of somebody."""
    for key in ("first_name", "last_name", "email", "guardian_name", "postal_address"):
        words = str(member.fields.get(key) or "").casefold().split()
        if words:
            yield words[0]
    for key in ("phone", "guardian_phone"):
        digits = _NO_DIGIT.sub("", str(member.fields.get(key) or ""))[-_LEAST_DIGITS:]
        if len(digits) == _LEAST_DIGITS:
            yield digits
