"""Misspelt terms: "schitzofreni", "ongest", "diabites". Only long words, only with a margin to every other concept.

A wrong guess invents an illness, so a word is compared by sound first and by distance only when it is long enough.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from medverkan.matching.patterns import Pattern
from medverkan.matching.text import stem
from medverkan.matching.wordlists import listed

SHORTEST = 6
ONE_SLIP = 8
TWO_SLIPS = 11
# Only long terms are looked for at the end of compounds, behind a first part of a few letters.
LONG_TERM = 8
SHORTEST_HEAD = 3
_SOUNDS = (
    ("å", "o"), ("ä", "e"), ("ö", "o"), ("sch", "s"), ("skj", "s"), ("stj", "s"), ("sj", "s"), ("ph", "f"), ("ck", "k"),
    ("tz", "s"), ("z", "s"), ("x", "ks"), ("w", "v"), ("th", "t"), ("dt", "t"), ("c", "k"), ("q", "k"), ("y", "i"),
)  # fmt: skip
_DOUBLE = re.compile(r"(.)\1")
# Correct words that lie one slip from a term of the vocabulary.


def sound(word: str) -> str:
    """Return a rough spelling by sound."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _DOUBLE.sub(r"\1", word)


@dataclass(frozen=True, slots=True)
class Speller:
    """Single-word terms by their sound, grouped by first letter."""

    by_sound: Mapping[str, frozenset[str]]
    by_letter: Mapping[str, tuple[str, ...]]
    by_root: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, patterns: Iterable[Pattern]) -> "Speller":
        """Collect the clear one-word terms."""
        sounds: dict[str, set[str]] = {}
        roots: dict[str, set[str]] = {}
        for one in patterns:
            if not one.further and one.weight == 1.0:
                for p in one.first:
                    if len(p.low) >= SHORTEST and not p.exact:
                        sounds.setdefault(sound(p.low), set()).add(one.concept)
                    if len(p.low) >= LONG_TERM and not p.open:
                        roots.setdefault(stem(p.low), set()).add(one.concept)
        letters: dict[str, list[str]] = {}
        for heard in sorted(sounds):
            letters.setdefault(heard[0], []).append(heard)
        return cls(
            {k: frozenset(v) for k, v in sounds.items()},
            {k: tuple(v) for k, v in letters.items()},
            {k: frozenset(v) for k, v in roots.items()},
        )

    def ending(self, low: str) -> tuple[str, ...]:
        """Return the concepts whose long term ends a compound ("urininkontinens")."""
        root = stem(low)
        for at in range(SHORTEST_HEAD, len(root) - LONG_TERM + 3):
            if concepts := self.by_root.get(root[at:]):
                return tuple(sorted(concepts))
        return ()

    def guess(self, low: str) -> tuple[str, ...]:
        """Return the concepts a misspelt word must mean; nothing when it could be something else."""
        if len(low) < SHORTEST or low in listed("ordinary") or not low.isalpha():
            return ()
        heard = sound(low)
        if heard in self.by_sound:
            return tuple(sorted(self.by_sound[heard]))
        slips = 2 if len(heard) >= TWO_SLIPS else 1 if len(heard) >= ONE_SLIP else 0
        if not slips:
            return ()
        return self._nearest(heard, slips)

    def _nearest(self, heard: str, slips: int) -> tuple[str, ...]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        near = process.extract(
            heard, self.by_letter.get(heard[0], ()), scorer=OSA.distance, score_cutoff=slips + 1, limit=6
        )
        if not near or near[0][1] > slips:
            return ()
        concepts = self.by_sound[near[0][0]]
        rivals = [c for text, distance, _ in near if distance <= near[0][1] for c in self.by_sound[text]]
        return tuple(sorted(concepts)) if set(rivals) == set(concepts) else ()
