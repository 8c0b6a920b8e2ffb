"""The best group for a request: relevance first, then that people differ (age, municipality, perspective, gender).

Chosen one by one, greedily; the order of the list decides between equals.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from medverkan.matching.values import Profile

# How much less relevant somebody may be and still be chosen for what they add.
SPREAD = 0.12
# What it is worth that somebody answers a part of the wish that nobody chosen does.
NEW_CONCEPT = 0.08
_SPAN_YEARS = 15


def _differs(one: Profile, other: Profile) -> float:
    points = 0.0
    if one.birth_year and other.birth_year:
        points += 0.35 * min(1.0, abs(one.birth_year - other.birth_year) / (2 * _SPAN_YEARS))
    points += 0.25 * bool(one.municipality and other.municipality and one.municipality != other.municipality)
    points += 0.25 * bool(set(one.perspectives) ^ set(other.perspectives))
    points += 0.15 * bool(one.gender and other.gender and one.gender != other.gender)
    return points


def choose(
    ranked: Sequence[tuple[float, Profile]], wanted: int, covers: Mapping[str, frozenset[str]]
) -> tuple[str, ...]:
    """Return the ids of the best group among (score, profile) in rank order; `covers`: what each person answers."""
    left = list(ranked)
    chosen: list[Profile] = []
    met: frozenset[str] = frozenset()
    while left and len(chosen) < wanted:
        best = max(left, key=partial(_worth, chosen, met, covers))
        left.remove(best)
        chosen.append(best[1])
        met |= covers.get(best[1].id, frozenset())
    return tuple(profile.id for profile in chosen)


def _worth(
    chosen: list[Profile], met: frozenset[str], covers: Mapping[str, frozenset[str]], entry: tuple[float, Profile]
) -> float:
    score, profile = entry
    spread = min((_differs(profile, other) for other in chosen), default=0.0)
    new = bool(covers.get(profile.id, frozenset()) - met)
    return score + SPREAD * spread + (NEW_CONCEPT if new else 0.0)
