"""Whom the register lacks: the kinds of people that requests did not find, beside how many of them there are.

Kinds lie within kinds, so that one number less another would tell of a few people: both are given as bands only.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from medverkan.bot.evaluation.small_cells import BANDS, LIMITS, band_of
from medverkan.matching.places import part_of_county

MOST = 15
_NOT_RARE = 3  # the band from twenty
_LIMIT = LIMITS[_NOT_RARE - 1]
_YOUNG, _OLD = 30, 65
_MANY = {"patient": "patienter"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a request that did not find everybody asked for; `municipality` "" where it makes no difference."""

    concept: str = ""
    areas: tuple[str, ...] = ()
    perspectives: tuple[str, ...] = ()
    ages: tuple[int, int] | None = None
    municipality: str = ""


class Someone(Protocol):
    """What must be known of a person to tell whether they are of a kind."""

    @property
    def age(self) -> int | None:
        """In years."""
        ...

    @property
    def municipality(self) -> str:
        """Where they live."""
        ...

    @property
    def perspectives(self) -> tuple[str, ...]:
        """As stated."""
        ...

    @property
    def areas(self) -> tuple[str, ...]:
        """Focus areas."""
        ...

    @property
    def concepts(self) -> frozenset[str]:
        """What they tell of."""
        ...


@dataclass(frozen=True, slots=True)
class Lack:
    """One kind of people: in how many requests they were not found, and how many the register has, as bands."""

    who: str
    requests: str
    people: str


@dataclass(frozen=True, slots=True)
class _Kind:
    perspective: str
    concept: str
    area: str
    ages: tuple[int, int] | None
    part: str

    def includes(self, one: Someone) -> bool:
        # What somebody has told is read last, for reading takes time.
        return (
            (not self.perspective or self.perspective in one.perspectives)
            and (self.ages is None or (one.age is not None and self.ages[0] <= one.age <= self.ages[1]))
            and (not self.part or part_of_county(one.municipality) == self.part)
            and (not self.area or self.area in one.areas)
            and (not self.concept or self.concept in one.concepts)
        )

    @property
    def about(self) -> str:
        """What it is experience of."""
        return self.concept or self.area

    @property
    def width(self) -> int:
        """How wide the kind is: a whole area is wider than an experience, the county than a part of it."""
        return 2 * (not self.concept) + (not self.part)

    @property
    def spoken(self) -> str:
        """Return "unga närstående med erfarenhet av ätstörning, norra länet"."""
        who = _MANY.get(self.perspective, self.perspective) or "personer"
        lowest, highest = self.ages or (0, 999)
        if self.ages and highest <= _YOUNG:
            who = f"unga {who}"
        elif self.ages and lowest >= _OLD:
            who = f"äldre {who}"
        elif self.ages:
            who += f" i åldern {lowest}–{highest} år" if highest < 99 else f" över {lowest} år"
        if self.concept:
            who += f" med erfarenhet av {self.concept}"
        elif self.area:
            who += f" inom området {self.area}"
        return f"{who}, {self.part} länet" if self.part else who


def lacking(wanted: Iterable[Wanted], people: Sequence[Someone]) -> tuple[Lack, ...]:
    """Return the kinds of people that were not found: sought often and rare in the register first.

    A kind is told as narrowly as five requests or more allow, else at its widest; one that is not rare is left out.
    """
    wanted = list(wanted)
    sought = Counter(kind for one in wanted for kind in dict.fromkeys(_kinds(one)))
    # Whoever sought an experience did not seek a whole area: that is told only where many did.
    by_area = {kind for one in wanted if not one.concept for kind in _kinds(one)}
    bands = [(kind, band_of(times)) for kind, times in sought.items()]
    found = [
        (kind, times, band_of(_count(kind, people)))
        for kind, times in bands
        if times or kind.concept or kind in by_area
    ]
    rare = [one for one in found if one[2] < _NOT_RARE]
    # By bands: an order by number would tell the numbers apart.
    rare.sort(key=lambda one: (one[1] == 0, one[2], -one[1], one[0].width if one[1] else -one[0].width, one[0].spoken))
    told: dict[tuple[str, str], Lack] = {}
    for kind, times, there in rare:
        told.setdefault((kind.perspective, kind.about), Lack(kind.spoken, BANDS[times], BANDS[there]))
    return tuple(told.values())[:MOST]


def _count(kind: _Kind, people: Iterable[Someone]) -> int:
    """Return how many are of a kind; of one that is not rare, no more than tells so."""
    return sum(1 for _ in islice((one for one in people if kind.includes(one)), _LIMIT))


def _kinds(wanted: Wanted) -> Iterable[_Kind]:
    """Yield what a request asked for, from the narrowest to the widest."""
    part = part_of_county(wanted.municipality)
    areas = wanted.areas or ("",)
    for perspective in wanted.perspectives or ("",):
        for where in dict.fromkeys((part, "")):
            if wanted.concept:
                yield _Kind(perspective, wanted.concept, "", wanted.ages, where)
            for area in areas if wanted.areas or not wanted.concept else ():
                yield _Kind(perspective, "", area, wanted.ages, where)
