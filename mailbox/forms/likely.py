"""Weigh which field a label is likeliest to mean, by what its words are about.

Every wording in the registry is an example of its field. A label is compared with all of them as concepts, not as
letters, and each concept also speaks for the fields it is found in: so "Hur många invånare efterfrågas" is near
"Antal personer som söks" though they share no word. A new wording in the registry is all that a new field needs.
"""

import math
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from medverkan.mailbox.forms.concepts import Meaning, meaning
from medverkan.mailbox.forms.registry import FIELDS
from medverkan.mailbox.values import Kind

# How much the nearest single wording counts, against what its concepts say of the field as a whole.
_NEAREST = 0.7
_UNSAID = 0.45  # what the wording says and the label does not
_UNKNOWN = 0.8  # a word nobody knows weighs this much of the heaviest concept


@dataclass(frozen=True, slots=True)
class Likely:
    """One field with its score, 0–1."""

    key: str
    score: float


@dataclass(frozen=True, slots=True)
class _Example:
    key: str
    concepts: dict[str, float]
    weight: float


@dataclass(frozen=True, slots=True)
class _Known:
    weights: dict[str, float]
    heaviest: float
    holding: dict[str, tuple[_Example, ...]]
    shares: dict[str, dict[str, float]]  # concept → field → how far the concept speaks for it, 0–1


@lru_cache(maxsize=4096)
def likely(text: str, kind: Kind) -> tuple[Likely, ...]:
    """Return the fields a label may mean, likeliest first; () where no word of it is known."""
    return ranked(meaning(text), known(kind))


def ranked(asked: Meaning, knowledge: _Known) -> tuple[Likely, ...]:
    """Return the fields by score for a meaning."""
    weights = knowledge.weights
    total = sum(weights.get(c, knowledge.heaviest) * share for c, share in asked.concepts.items())
    if not total:
        return ()
    total += _UNKNOWN * knowledge.heaviest * asked.unknown * (0.5 if asked.words > 3 else 1.0)
    nearest: dict[str, float] = defaultdict(float)
    for example in {id(e): e for c in asked.concepts for e in knowledge.holding.get(c, ())}.values():
        shared = sum(
            weights[c] * min(share, example.concepts[c]) for c, share in asked.concepts.items() if c in example.concepts
        )
        unsaid = max(0.0, example.weight - shared)
        nearest[example.key] = max(nearest[example.key], shared / (total + _UNSAID * unsaid))
    spoken: dict[str, float] = defaultdict(float)
    for concept, share in asked.concepts.items():
        for key, part in knowledge.shares.get(concept, {}).items():
            spoken[key] += weights[concept] * share * part / total
    scores = {key: _NEAREST * near + (1 - _NEAREST) * spoken[key] for key, near in nearest.items()}
    return tuple(Likely(key, score) for key, score in sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:4])


@cache
def known(kind: Kind) -> _Known:
    """Return what the registry's wordings teach of a kind's fields."""
    return learned(
        [
            (f.key, wording)
            for f in FIELDS[kind]
            for wording in (f.label, *f.variants)
            if wording and f.type != "derived"
        ]
    )


def learned(wordings: list[tuple[str, str]]) -> _Known:
    """Return what wordings (key, text) teach."""
    found = [(key, meaning(text).concepts) for key, text in wordings]
    uses: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    of_key: dict[str, float] = defaultdict(float)
    for key, concepts in found:
        of_key[key] += 1
        for concept, share in concepts.items():
            uses[concept][key] += share
    count = len(of_key)
    # Fields with many wordings must not win by their number: each use is one in the field's own.
    rates = {c: {key: n / (of_key[key] + 5) for key, n in by_key.items()} for c, by_key in uses.items()}
    shares = {c: {key: rate / sum(by.values()) for key, rate in by.items()} for c, by in rates.items()}
    weights = {c: _telling(by_key, count) for c, by_key in shares.items()}
    holding: dict[str, list[_Example]] = defaultdict(list)
    for key, concepts in found:
        if concepts:
            example = _Example(key, concepts, sum(weights[c] * share for c, share in concepts.items()))
            for concept in concepts:
                holding[concept].append(example)
    heaviest = max(weights.values(), default=1.0)
    return _Known(weights, heaviest, {c: tuple(e) for c, e in holding.items()}, shares)


def _telling(shares: dict[str, float], count: int) -> float:
    """Return how telling a concept is: one field's own weighs most, one that every field has next to nothing."""
    entropy = -sum(p * math.log(p) for p in shares.values() if p)
    return 0.15 + 1.0 - min(1.0, entropy / math.log(count))
