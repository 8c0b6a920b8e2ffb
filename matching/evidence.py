"""Word evidence for what the vocabulary does not know: BM25 over stems, against all the profiles of a register."""

import math
from array import array
from collections import Counter
from collections.abc import Iterable

from medverkan.matching.postings import Postings
from medverkan.matching.text import words
from medverkan.matching.wordlists import listed

K1, B = 1.2, 0.75
SHORTEST = 4
HEAD, HEAD_MARK = 6, "^"
# A share of the best thinkable score that counts as a full answer; few texts repeat a request's every word.
FULL = 0.35
# What a tenth of a register says, or thousands of people, tells nobody apart.
COMMON, COMMON_AMONG, COMMON_MOST = 0.1, 100, 3_000
MOST_WORDS = 65_535


def stems(text: str) -> Counter[str]:
    """Return how often each telling stem stands in a text."""
    telling = [w for w in words(text) if len(w.low) >= SHORTEST and w.low not in listed("stop")]
    # The first letters of a long word let compounds meet ("hjärtmedicin" and "hjärtat").
    heads = [HEAD_MARK + w.low[:HEAD] for w in telling if len(w.low) > HEAD + 1]
    return Counter([w.stem for w in telling] + heads)


class Evidence:
    """Postings of every profile's stems by slot; answers which profiles share rare words with a request."""

    def __init__(self) -> None:
        self._postings = Postings[str]()
        self._lengths = array("H")
        self._live = self._total = 0

    def add(self, slot: int, text: str) -> None:
        """Take in the text of a slot that holds none; slots are numbered without gaps."""
        counted = stems(text)
        for stem, times in counted.items():
            self._postings.add(stem, slot, times)
        if slot == len(self._lengths):
            self._lengths.append(0)
        self._count(slot, min(MOST_WORDS, counted.total()), 1)

    def discard(self, slot: int, text: str) -> None:
        """Forget the text of a slot."""
        for stem in stems(text):
            self._postings.discard(stem, slot)
        self._count(slot, 0, -1)

    def _count(self, slot: int, length: int, people: int) -> None:
        self._total += length - self._lengths[slot]
        self._lengths[slot] = length
        self._live += people

    def _rarity(self, stem: str) -> float:
        seen = self._postings.count(stem)
        return math.log(1 + (self._live - seen + 0.5) / (seen + 0.5))

    def scores(self, text: str) -> dict[int, float]:
        """Return evidence 0–1 by the slot of each profile that shares a telling stem with the text."""
        common = max(COMMON_AMONG, min(COMMON_MOST, COMMON * self._live))
        asked = [stem for stem in stems(text) if self._postings.count(stem) <= common]
        mean = self._total / self._live if self._live else 1.0
        table: dict[int, float] = {}
        for stem in asked:
            rarity = self._rarity(stem) * (K1 + 1)
            for at, times in self._postings.of(stem):
                norm = K1 * (1 - B + B * self._lengths[at] / mean)
                table[at] = table.get(at, 0.0) + rarity * times / (times + norm)
        best = _best(self._rarity(stem) for stem in asked)
        return {at: min(1.0, score / (FULL * best)) for at, score in table.items()} if best else {}


def _best(rarities: Iterable[float]) -> float:
    return sum(sorted(rarities, reverse=True)[:12])
