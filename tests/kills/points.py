"""Which moments there are to be killed at, and a journey that goes back to each: shared by the test and the bench."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.kills.town import Step, Town

KINDS = ("commit", "committed", "imap", "smtp", "sql")
# A service with its threads takes this much longer than a life in one thread, at most.
SLOWER, START_S = 2.0, 0.3


@dataclass(frozen=True, slots=True)
class Point:
    """One moment in one step: the occurrence of a kind that is counted, or seconds after the start."""

    step: Step
    what: str
    last: float

    def __str__(self) -> str:
        return f"step {self.step.number}, {self.what} {self.last:g}"


def every(town: Town, kinds: Iterable[str]) -> list[Point]:
    """Return every occurrence of those kinds in the whole journey, in order."""
    return [
        Point(step, kind, number) for step in town.steps for kind in kinds for number in range(1, step.seen[kind] + 1)
    ]


def spread(points: list[Point], most: int) -> list[Point]:
    """Return at most so many of them, spread evenly, the first and the last among them."""
    if len(points) <= most:
        return points
    return [points[place * (len(points) - 1) // (most - 1)] for place in range(most)]


def at_random(town: Town, count: int, seed: int) -> list[Point]:
    """Return that many moments that know nothing of the code, longer steps more often; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    steps = chance.choices(town.steps, [step.took_s + START_S for step in town.steps], k=count)
    return [Point(step, "after_s", chance.uniform(0, START_S + SLOWER * step.took_s)) for step in steps]


def kill_at(town: Town, points: Iterable[Point]) -> Iterator[tuple[Point, list[str]]]:
    """Go back to each point, die there, live again; yield it with what then was not as it should be."""
    for point in points:
        yield point, town.die_and_live(point.step, point.what, point.last)


def counted(town: Town) -> Counter[str]:
    """Return how often each kind occurs in the whole journey."""
    return sum((step.seen for step in town.steps), Counter())
