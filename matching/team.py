"""The best group for a request: relevance first, then breadth (age, municipality, perspective, gender, newcomers).

A group is worth its scores and, for each kind of trait, every difference in it. What one person adds beyond the first
of a kind only shrinks as the group grows, so the most that a part of a group can become is known, and whole branches of
groups need no look. Who has not said how old they are, or of what gender, loses nothing by it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from operator import or_
from typing import Final

from medverkan.matching.perspective import sides
from medverkan.matching.values import Profile

# Everything is counted in ten-thousandths, so that equal groups are equal.
UNIT: Final = 10_000
# What a difference of each kind is worth, in score; all together less than one clear step of relevance. `answers` is a
# part of the wish, so that the group answers as much of it as can be.
WORTH: Mapping[str, float] = {
    "answers": 0.08,
    "age": 0.03,
    "municipality": 0.03,
    "perspective": 0.04,
    "gender": 0.02,
    "newcomer": 0.02,
}
AGES = (18, 30, 45, 65, 80)
# A look at a part of a group compares all who are left. After so many comparisons (a tenth of a second) the search ends
# and says how far from the best it may be.
MOST_COMPARED = 120_000
Trait = tuple[str, str]
_WORTH = {kind: round(worth * UNIT) for kind, worth in WORTH.items()}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be in the group, with the score and at most one trait of each kind in WORTH."""

    member: str
    score: float
    traits: frozenset[Trait] = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """The best group's ids in rank order, and in order the ids of who would take a place that falls free.

    `gap` is how much more, in score, another group could at most be worth; 0.0 where this one is proved to be the best.
    """

    members: tuple[str, ...] = ()
    reserves: tuple[str, ...] = ()
    gap: float = 0.0


def traits(profile: Profile, answers: str, year: int) -> frozenset[Trait]:
    """Return in what a person may differ from the others of a group; what is not stated differs from nothing."""
    found = {("answers", answers), ("newcomer", str(not profile.took_part)), ("gender", profile.gender.strip().lower())}
    found.add(("perspective", " ".join(sorted(sides(profile.perspectives)))))
    found.add(("municipality", profile.municipality.strip().lower()))
    if profile.birth_year is not None:
        found.add(("age", str(sum(year - profile.birth_year >= age for age in AGES))))
    return frozenset((kind, value) for kind, value in found if value)


def choose(ranked: Sequence[Candidate], wanted: int, most_compared: int = MOST_COMPARED) -> Group:
    """Return the best group of `wanted` among candidates in rank order; of equal groups the one that comes first."""
    size = min(wanted, len(ranked))
    search = _Search(_undominated(ranked, size), size, most_compared)
    search.run()
    members = {one.member for one in search.best}
    rest = [one for one in ranked if one.member not in members]
    return Group(
        tuple(one.member for one in search.best),
        tuple(one.member for one in islice(_in_order(search.best, rest), wanted)),
        max(0, search.possible - search.value) / UNIT,
    )


def worth(group: Sequence[Candidate]) -> float:
    """Return what a group is worth."""
    return (sum(_points(one) for one in group) + _breadth(_traits_of(group))) / UNIT


def _points(one: Candidate) -> int:
    return round(one.score * UNIT)


def _traits_of(group: Iterable[Candidate]) -> frozenset[Trait]:
    return frozenset[Trait]().union(*(one.traits for one in group))


def _breadth(found: frozenset[Trait]) -> int:
    return sum(_WORTH[kind] * (many - 1) for kind, many in Counter(kind for kind, _ in found).items())


def _undominated(ranked: Sequence[Candidate], size: int) -> list[Candidate]:
    """Leave out who could be exchanged, without loss, for somebody above who is not in the group."""
    kept: list[Candidate] = []
    for one in ranked:
        if sum(other.score >= one.score and other.traits >= one.traits for other in kept) < size:
            kept.append(one)
    return kept


def _in_order(group: Sequence[Candidate], rest: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the rest in the order in which they would add most to the group."""
    covered = _traits_of(group)
    left = list(rest)
    while left:
        worths = [_points(one) + _breadth(covered | one.traits) for one in left]
        best = left.pop(worths.index(max(worths)))
        yield best
        covered |= best.traits


class _Search:
    """Branch and bound over groups in rank order; a trait is a bit, so that a look is cheap."""

    def __init__(self, people: Sequence[Candidate], size: int, most_compared: int) -> None:
        self.people, self.size = people, size
        found = sorted(_traits_of(people))
        bit = {trait: 1 << at for at, trait in enumerate(found)}
        self._kinds = [(_WORTH[kind], sum(bit[trait] for trait in found if trait[0] == kind)) for kind in _WORTH]
        self._points = [_points(one) for one in people]
        self._traits = [sum(bit[trait] for trait in one.traits) for one in people]
        # What those from a place on have among them.
        self._later: list[int] = list(accumulate(reversed(self._traits), or_))[::-1]
        self._known: dict[int, int] = {}
        # The greedy group, at one less: an equal group that comes first is still found.
        self.best = tuple(sorted(islice(_in_order((), people), size), key=people.index))
        self.value = round(worth(self.best) * UNIT) - 1
        self.possible = -1  # the most that a group not looked at can be worth
        self._compared_left = most_compared

    def run(self) -> None:
        """Find the best group."""
        self._extend((), 0, 0, 0)

    def _extend(self, chosen: tuple[int, ...], start: int, covered: int, points: int) -> None:
        left = self.size - len(chosen)
        value = points + self._breadth(covered)
        if not left:
            if value > self.value:
                self.best, self.value = tuple(self.people[at] for at in chosen), value
            return
        for at in range(start, len(self.people) - left + 1):
            bound = value + self._most(at, covered, left)
            if bound <= self.value:
                return
            self._compared_left -= len(self.people) - at
            if self._compared_left < 0:
                self.possible = max(self.possible, bound)
                return
            self._extend((*chosen, at), at + 1, covered | self._traits[at], points + self._points[at])

    def _most(self, start: int, covered: int, left: int) -> int:
        """Return the most that `left` people from `start` on can add to those who have the traits covered."""
        worth_of, lacks = self._worth_of, ~covered
        points = self._points[start:]
        each = [one + worth_of(mine & lacks) for one, mine in zip(points, self._traits[start:], strict=True)]
        each.sort(reverse=True)
        both = self._later[start] | covered
        now = self._breadth(covered)
        kinds = sum(
            worth * max(0, min(left + (covered & bits).bit_count(), (both & bits).bit_count()) - 1)
            for worth, bits in self._kinds
        )
        return min(sum(each[:left]), sum(points[:left]) + kinds - now)

    def _worth_of(self, traits: int) -> int:
        known = self._known.get(traits)
        if known is None:
            known = sum(worth * (traits & bits).bit_count() for worth, bits in self._kinds)
            self._known[traits] = known
        return known

    def _breadth(self, traits: int) -> int:
        return sum(worth * max(0, (traits & bits).bit_count() - 1) for worth, bits in self._kinds)
