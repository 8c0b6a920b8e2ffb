"""Chance that depends on nothing but the seed and what it is asked about.

One stream for everybody would let every small change of the product play another year; a seed is to mean the same one.
"""

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dice:
    """The chances of one year."""

    seed: int

    def on(self, *about: object) -> random.Random:
        """Return the chance of one matter: the same for the same seed and matter."""
        return random.Random(f"{self.seed} {' '.join(map(str, about))}")  # noqa: S311 - nothing secret
