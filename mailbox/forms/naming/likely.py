"""Weigh which field a label is likeliest to mean, by what its words are about.

Every wording in the registry is an example of its field. A label is compared with all of them as concepts, not as
letters, and each concept also speaks for the fields it is found in: so "Hur många invånare efterfrågas" is near
"Antal personer som söks" though they share no word. A new wording in the registry is all that a new field needs.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from medverkan.mailbox.forms.naming.concepts import Meaning, meaning
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.registry import FIELDS
from medverkan.mailbox.values import Kind

# How much the nearest single wording counts, against what its concepts say of the field as a whole.
_NEAREST = 0.7
_UNSAID = 0.45  # what the wording says and the label does not
_UNKNOWN = 0.8  # a word nobody knows weighs this much of the heaviest concept
# "Vad vill du inte göra" is next to "Vad vill du göra" but for one word; the same with whose number it is.
_DECISIVE = ("not", "guardian", "signature", "filler", "identity", "cookies")
_FOREIGN = 0.45
_FOUND, _MOSTLY = 0.02, 0.6
_SMOOTH = 0.02
_STRANGE = 0.12
_PLAIN = 0.72
_LOW, _PER_SCORE = 0.1, 1.3
# What is read alike, whichever of the two it is taken for.
_ALIKE = frozenset(
    pair
    for one, other in (
        ("when_text", "_date"), ("_extent", "minutes_per_occasion"), ("contact_name", "_contact"),
        ("_date_end", "_time_end"), ("_postcode", "postal_address"),
    )
    for pair in ((one, other), (other, one))
)  # fmt: skip
_WHOSE = frozenset(("contact_name", "contact_email", "contact_phone", "_contact"))


@dataclass(frozen=True, slots=True)
class Likely:
    """One field with its score, 0–1."""

    key: str
    score: float


@dataclass(frozen=True, slots=True)
class _Known:
    weights: dict[str, float]
    heaviest: float
    examples: tuple[tuple[str, float], ...]  # the field of each wording, and what its concepts weigh together
    holding: dict[str, tuple[tuple[int, float], ...]]  # concept → which of these hold it, and how much of it
    shares: dict[str, dict[str, float]]  # concept → field → how far the concept speaks for it, 0–1
    strange: dict[str, dict[str, float]]  # concept → field → how strange it is to the field, as a logarithm
    stranger: dict[str, float]  # concept → the same for fields that never have it
    has: dict[str, frozenset[str]]  # decisive concept → the fields that it is found in
    always: dict[str, frozenset[str]]  # decisive concept → the fields that it is mostly found in


@lru_cache(maxsize=4096)
def likely(text: str, kind: Kind) -> tuple[Likely, ...]:
    """Return the fields a label may mean, likeliest first; () where no word of it is known."""
    return ranked(meaning(text), known(kind))


def sure_of(ranked: Sequence[Likely]) -> float:
    """Return how sure the likeliest of some fields is, 0–1; at 0.6 about nine in ten of that sureness are right."""
    if not ranked:
        return 0.0
    best = ranked[0]
    rival = next((one.score for one in ranked[1:] if (best.key, one.key) not in _ALIKE), 0.0)
    margin = best.score - rival
    # Fitted on the registry's own wordings, each asked about while it was left out.
    right = 1 / (1 + math.exp(0.9 - 1.2 * best.score - 10 * min(margin, 0.5)))
    sure = right * 0.6 / _PLAIN if right < _PLAIN else 0.6 + (right - _PLAIN) * 0.35 / (1 - _PLAIN)
    # Where most of what is said is unknown, no lead is a reason.
    return min(sure, _LOW + _PER_SCORE * best.score)


def ranked(asked: Meaning, knowledge: _Known) -> tuple[Likely, ...]:
    """Return the fields by score for a meaning."""
    weights = knowledge.weights
    total = sum(weights.get(c, knowledge.heaviest) * share for c, share in asked.concepts.items())
    if not total:
        return ()
    total += _UNKNOWN * knowledge.heaviest * asked.unknown * (0.5 if asked.words > 3 else 1.0)
    shared: dict[int, float] = defaultdict(float)
    for concept, share in asked.concepts.items():
        weight = weights.get(concept, 0.0)
        for example, known_share in knowledge.holding.get(concept, ()):
            shared[example] += weight * (share if share < known_share else known_share)
    nearest: dict[str, float] = {}
    for example, both in shared.items():
        key, weight = knowledge.examples[example]
        near = both / (total + _UNSAID * (weight - both) if weight > both else total)
        if near > nearest.get(key, 0.0):
            nearest[key] = near
    spoken: dict[str, float] = defaultdict(float)
    for concept, share in asked.concepts.items():
        for key, part in knowledge.shares.get(concept, {}).items():
            spoken[key] += weights[concept] * share * part / total
    scores = {
        key: (_NEAREST * near + (1 - _NEAREST) * spoken[key])
        * _decided(key, asked, knowledge)
        * _usual(key, asked, knowledge)
        for key, near in nearest.items()
    }
    return tuple(Likely(key, score) for key, score in sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:4])


def _decided(key: str, asked: Meaning, knowledge: _Known) -> float:
    """Return less than 1 where a decisive word is said that the field never has, or left out that it always has."""
    factor = 1.0
    for concept in _DECISIVE:
        if key not in knowledge.has[concept] if concept in asked.concepts else key in knowledge.always[concept]:
            factor *= _FOREIGN
    if "participant" in asked.concepts and key in _WHOSE and asked.concepts["participant"] < 1:
        # "Deltagarens telefon" is for us to fill in.
        factor *= _FOREIGN
    return factor


def _usual(key: str, asked: Meaning, knowledge: _Known) -> float:
    """Return less the stranger the concepts are to the field, against the fields that have them most (naive Bayes)."""
    strange = 0.0
    for concept, share in asked.concepts.items():
        if of_fields := knowledge.strange.get(concept):
            strange += share * of_fields.get(key, knowledge.stranger[concept])
    return math.exp(_STRANGE * strange)


@cache
def known(kind: Kind) -> _Known:
    """Return what the registry's wordings teach of a kind's fields; consents have rules of their own (`consents`)."""
    asked = [f for f in FIELDS[kind] if f.type not in {Type.DERIVED, Type.CONSENT}]
    return learned([(f.key, wording) for f in asked for wording in (f.label, *f.variants) if wording])


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
    most = {c: max(by.values()) for c, by in rates.items()}
    shares = {c: {key: rate / sum(by.values()) for key, rate in by.items()} for c, by in rates.items()}
    weights = {c: _telling(by_key, count) for c, by_key in shares.items()}
    examples: list[tuple[str, float]] = []
    holding: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for key, shares_of in {(key, tuple(sorted(concepts.items()))): None for key, concepts in found}:
        for concept, share in shares_of:
            holding[concept].append((len(examples), share))
        examples.append((key, sum(weights[c] * share for c, share in shares_of)))
    return _Known(
        weights,
        heaviest=max(weights.values(), default=1.0),
        examples=tuple(examples),
        holding={c: tuple(held) for c, held in holding.items()},
        shares=shares,
        strange={
            c: {k: math.log((rate + _SMOOTH) / (most[c] + _SMOOTH)) for k, rate in by.items()}
            for c, by in rates.items()
        },
        stranger={c: math.log(_SMOOTH / (highest + _SMOOTH)) for c, highest in most.items()},
        has={c: frozenset(k for k, rate in rates.get(c, {}).items() if rate >= _FOUND) for c in _DECISIVE},
        always={c: frozenset(k for k, rate in rates.get(c, {}).items() if rate > _MOSTLY) for c in _DECISIVE},
    )


def _telling(shares: dict[str, float], count: int) -> float:
    """Return how telling a concept is: one field's own weighs most, one that every field has next to nothing."""
    entropy = -sum(p * math.log(p) for p in shares.values() if p)
    return 0.15 + 1.0 - min(1.0, entropy / math.log(count))
