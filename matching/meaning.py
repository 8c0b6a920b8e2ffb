"""What a person's own words mean: concepts with perspective and strength, and what is said not to be theirs.

"own" stands for both patient and brukare; which of the two is a matter of who gives the care, not of experience.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from medverkan.matching.scope import Standing, denied, over, passing, subject
from medverkan.matching.text import sentences
from medverkan.matching.values import Profile
from medverkan.matching.vocabulary import Vocabulary

OWN, RELATED = "own", "related"
_OWN_LABELS = frozenset({"patient", "brukare"})
PAST_STRENGTH = 0.7
MET_STRENGTH = 0.8
UNDECLARED = 0.6
# Concepts that only say in what capacity somebody speaks.
CAPACITIES = frozenset({"brukare", "patient", "närstående", "efterlevande"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """Strengths 0–1 by perspective and concept; `denied` and `passing` are named but not theirs; `past` is over."""

    perspectives: frozenset[str]
    strengths: Mapping[tuple[str, str], float] = field(default_factory=dict)
    denied: frozenset[str] = frozenset()
    passing: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()

    def of(self, perspective: str) -> dict[str, float]:
        """Return the concepts told in one perspective with their strengths."""
        return {c: s for (p, c), s in self.strengths.items() if p == perspective}


def sides(perspectives: tuple[str, ...]) -> frozenset[str]:
    """Return the perspectives as the two sides that matter: own and related."""
    found = set()
    if _OWN_LABELS & set(perspectives):
        found.add(OWN)
    if "närstående" in perspectives:
        found.add(RELATED)
    return frozenset(found)


def _side(whom: str, stated: frozenset[str]) -> tuple[str, float]:
    if stated == {OWN}:
        return (RELATED, UNDECLARED) if whom == "relative" else (OWN, 1.0)
    if stated == {RELATED}:
        return RELATED, 1.0
    if whom == "relative":
        return RELATED, 1.0
    return OWN, 1.0


@dataclass(slots=True)
class _Tally:
    vocabulary: Vocabulary
    stated: frozenset[str]
    strengths: dict[tuple[str, str], float] = field(default_factory=dict)
    standings: dict[str, set[Standing]] = field(default_factory=dict)

    def read(self, text: str, trust: float) -> None:
        """Add the mentions of one text; `trust` scales them."""
        whom_before = ""
        for words in sentences(text):
            for hit in self.vocabulary.find(words):
                if hit.concept in CAPACITIES:
                    continue
                standing = Standing.REAL
                if denied(words, hit.start, hit.end):
                    standing = Standing.DENIED
                elif passing(words, hit.start, hit.end, hit.concept):
                    standing = Standing.PASSING
                elif over(words, hit.start, hit.end):
                    standing = Standing.PAST
                self.standings.setdefault(hit.concept, set()).add(standing)
                if standing in {Standing.DENIED, Standing.PASSING}:
                    continue
                whom = subject(words, hit.start, hit.end) or whom_before
                side, share = _side(whom, self.stated)
                strength = hit.weight * trust * share * (PAST_STRENGTH if standing is Standing.PAST else 1.0)
                key = (side, hit.concept)
                self.strengths[key] = max(self.strengths.get(key, 0.0), strength)
            # A sentence that begins with a pronoun goes on about the person of the one before.
            first = words[0].low
            whom_before = "relative" if first in {"han", "hon", "hans", "hennes"} and whom_before == "relative" else ""
            if subject(words, len(words) - 1, len(words)) == "relative":
                whom_before = "relative" if self.stated == {RELATED} else ""


@lru_cache(maxsize=4_096)
def _read(stated: frozenset[str], experience: str, met: str, vocabulary_id: int) -> Meaning:
    vocabulary = _KNOWN[vocabulary_id]
    tally = _Tally(vocabulary, stated)
    tally.read(experience, 1.0)
    told = {concept for concept in tally.standings}
    denied_here = {c for c, s in tally.standings.items() if s == {Standing.DENIED}}
    passing_here = {c for c, s in tally.standings.items() if s == {Standing.PASSING}}
    met_tally = _Tally(vocabulary, stated)
    met_tally.read(met, MET_STRENGTH)
    for key, strength in met_tally.strengths.items():
        if key[1] not in denied_here:
            tally.strengths[key] = max(tally.strengths.get(key, 0.0), strength)
    past = {c for c, s in tally.standings.items() if s <= {Standing.PAST, Standing.DENIED} and Standing.PAST in s}
    return Meaning(
        stated or frozenset({OWN}),
        tally.strengths,
        frozenset(denied_here),
        frozenset(passing_here & told),
        frozenset(past),
    )


_KNOWN: dict[int, Vocabulary] = {}


def understand(profile: Profile, vocabulary: Vocabulary) -> Meaning:
    """Return what the profile's free text means."""
    _KNOWN.setdefault(id(vocabulary), vocabulary)
    return _read(sides(profile.perspectives), profile.experience, profile.care_met, id(vocabulary))
