"""Word evidence for what the vocabulary does not know: BM25 over stems, against all the profiles of a register."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from medverkan.matching.text import words
from medverkan.matching.wordlists import listed

K1, B = 1.2, 0.75
SHORTEST = 4
HEAD, HEAD_MARK = 6, "^"
# A share of the best thinkable score that counts as a full answer; few texts repeat a request's every word.
FULL = 0.35


def stems(text: str) -> Counter[str]:
    """Return how often each telling stem stands in a text."""
    telling = [w for w in words(text) if len(w.low) >= SHORTEST and w.low not in listed("stop")]
    # The first letters of a long word let compounds meet ("hjärtmedicin" and "hjärtat").
    heads = [HEAD_MARK + w.low[:HEAD] for w in telling if len(w.low) > HEAD + 1]
    return Counter([w.stem for w in telling] + heads)


class Evidence:
    """Postings of every profile's stems; answers which profiles share rare words with a request."""

    def __init__(self, texts: Sequence[str]) -> None:
        counted = [stems(text) for text in texts]
        self._lengths = [sum(c.values()) for c in counted]
        self._mean = sum(self._lengths) / len(counted) if counted else 1.0
        self._postings: dict[str, list[tuple[int, int]]] = {}
        for at, count in enumerate(counted):
            for stem, times in count.items():
                self._postings.setdefault(stem, []).append((at, times))

    def _rarity(self, stem: str) -> float:
        seen = len(self._postings.get(stem, ()))
        total = len(self._lengths)
        return math.log(1 + (total - seen + 0.5) / (seen + 0.5))

    def scores(self, text: str) -> dict[int, float]:
        """Return evidence 0–1 by the position of each profile that shares a stem with the text."""
        asked = stems(text)
        table: dict[int, float] = {}
        for stem in asked:
            rarity = self._rarity(stem)
            for at, times in self._postings.get(stem, ()):
                norm = K1 * (1 - B + B * self._lengths[at] / (self._mean or 1.0))
                table[at] = table.get(at, 0.0) + rarity * times * (K1 + 1) / (times + norm)
        best = _best(self._rarity(stem) for stem in asked)
        return {at: min(1.0, score / (FULL * best)) for at, score in table.items()} if best else {}


def _best(rarities: Iterable[float]) -> float:
    return sum(sorted(rarities, reverse=True)[:12])
