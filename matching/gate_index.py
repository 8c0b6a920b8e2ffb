"""The gates over a whole register: who is stopped for a request and why, without asking person by person.

What stops somebody whatever the request is about is worked out once; refusals, busy days and employers are looked up.
`gates.stopped_by` says the same of one person, and is what this must agree with.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from medverkan.matching import gates
from medverkan.matching.postings import Postings
from medverkan.matching.refusals import Refusals
from medverkan.matching.rests import Rest
from medverkan.matching.values import EXCLUSIONS, Need, Profile

OPEN = 0
GONE = 255  # an empty slot, or somebody not to be proposed again: neither shown nor counted
_NUMBERS = {name: number for number, name in enumerate(EXCLUSIONS, 1)}
_Asked = tuple[int, bool, bool]  # year, minors wanted, only those introduced


class GateIndex:
    """For each slot the gate that stops it; gates are numbered from 1 in their order."""

    def __init__(self) -> None:
        self._profiles: list[Profile | None] = []
        self._always: dict[_Asked, bytearray] = {}
        self._refused = Postings[Refusals]()
        self._busy = Postings[date]()
        self._employers = Postings[str]()
        self._limited: set[int] = set()
        self._resting: dict[int, Rest] = {}

    def add(self, slot: int, profile: Profile, refused: Refusals) -> None:
        """Take in the person of a slot; slots are numbered without gaps."""
        if slot == len(self._profiles):
            self._profiles.append(None)
            for known in self._always.values():
                known.append(GONE)
        self._put(slot, profile)
        if refused.kinds or refused.wishes:
            self._refused.add(refused, slot)
        for day in profile.busy:
            self._busy.add(day, slot)
        for stem in gates.employers(profile):
            self._employers.add(stem, slot)
        if profile.max_per_half_year is not None and profile.took_part:
            self._limited.add(slot)
        if rest := gates.rest_said(profile):
            self._resting[slot] = rest

    def discard(self, slot: int, refused: Refusals) -> None:
        """Forget the person of a slot."""
        profile = self._profiles[slot]
        if profile is None:
            return
        self._put(slot, None)
        if refused.kinds or refused.wishes:
            self._refused.discard(refused, slot)
        for day in profile.busy:
            self._busy.discard(day, slot)
        for stem in gates.employers(profile):
            self._employers.discard(stem, slot)
        self._limited.discard(slot)
        self._resting.pop(slot, None)

    def stopped(self, need: Need, today: date, only_introduced: bool, skip: Iterable[int]) -> bytearray:
        """Return for each slot the number of the first gate that stops it, OPEN or GONE."""
        stopped = bytearray(self._always_for((today.year, need.minors_wanted, only_introduced)))
        for slot in skip:
            stopped[slot] = GONE
        _stop(stopped, (slot for slot in self._resting if self._rests(slot, today)), "restricted")
        for said in self._refused:
            if gates.refused(said, need):
                _stop(stopped, self._refused.slots(said), "unwilling")
        for day in gates.need_days(need):
            _stop(stopped, self._busy.slots(day), "busy")
        _stop(stopped, (slot for slot in self._limited if self._at_limit(slot, today)), "limit")
        for stem in gates.unit_stems(need):
            _stop(stopped, self._employers.slots(stem), "conflict")
        return stopped

    def _rests(self, slot: int, today: date) -> bool:
        profile = self._profiles[slot]
        return profile is not None and gates.rests(self._resting[slot], profile, today)

    def _at_limit(self, slot: int, today: date) -> bool:
        profile = self._profiles[slot]
        return profile is not None and gates.at_limit(profile, today)

    def _always_for(self, asked: _Asked) -> bytearray:
        if asked not in self._always:
            self._always[asked] = bytearray(_always(profile, asked) for profile in self._profiles)
        return self._always[asked]

    def _put(self, slot: int, profile: Profile | None) -> None:
        self._profiles[slot] = profile
        for asked, known in self._always.items():
            known[slot] = _always(profile, asked)


def counted(stopped: bytearray) -> Mapping[str, int]:
    """Return how many each gate stops."""
    return {name: stopped.count(number) for name, number in _NUMBERS.items()}


def _always(profile: Profile | None, asked: _Asked) -> int:
    if profile is None:
        return GONE
    year, minors, introduced = asked
    gate = gates.stopped_always(profile, year, minors_wanted=minors, only_introduced=introduced)
    return _NUMBERS.get(gate, OPEN)


def _stop(stopped: bytearray, slots: Iterable[int], gate: str) -> None:
    number = _NUMBERS[gate]
    for slot in slots:
        if stopped[slot] == OPEN:
            stopped[slot] = number
