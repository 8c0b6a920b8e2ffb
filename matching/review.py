"""Where the ranking and the lead disagree, and what would have closed it: a weight, or a word the vocabulary lacks.

Nothing changes by itself: this is read by a person, who may add a synonym or tune a weight.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from medverkan.matching.evidence import SHORTEST
from medverkan.matching.text import sentences
from medverkan.matching.values import Need, Profile
from medverkan.matching.vocabulary import Vocabulary
from medverkan.matching.wordlists import listed

MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Shown:
    """One person on a list that the lead decided about; `parts` of the score as they were then."""

    member: str
    rank: int
    score: float
    parts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The lead picked somebody who stood below somebody not picked; `part` parted them most, by `difference`."""

    picked: Shown
    passed_over: Shown
    part: str
    difference: float


def disagreements(shown: Sequence[Shown], picked: Collection[str]) -> Iterator[Disagreement]:
    """Yield, for each person picked, the highest person above who was not."""
    in_order = sorted(shown, key=lambda one: one.rank)
    for one in in_order:
        above = next((other for other in in_order if other.rank < one.rank and other.member not in picked), None)
        if one.member in picked and above is not None:
            gaps = {part: above.parts.get(part, 0.0) - one.parts.get(part, 0.0) for part in above.parts}
            part = max(gaps, key=lambda name: (gaps[name], name), default="")
            yield Disagreement(one, above, part, round(gaps.get(part, 0.0), 4))


def unknown_words(need: Need, profile: Profile, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return words that the request and the person share and that belong to no concept, as the request writes them."""
    told = {stem for _, stem in _unknown(f"{profile.experience}. {profile.care_met}", vocabulary)}
    asked = _unknown(f"{need.experience}. {need.title}", vocabulary)
    return tuple(dict.fromkeys(word for word, stem in asked if stem in told))[:MOST_WORDS]


def _unknown(text: str, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    for words in sentences(text):
        known = {at for hit in vocabulary.find(words) for at in range(hit.start, hit.end)}
        for at, word in enumerate(words):
            if at not in known and len(word.low) >= SHORTEST and word.low not in listed("stop"):
                yield word.low, word.stem
