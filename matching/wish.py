"""What a request asks for: concepts needed, welcome and excluded, whose experience, ages, and how strictly.

The field Önskad erfarenhet decides. Title, description and unit only give context, and stand in where that field says
nothing the vocabulary knows.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from medverkan.matching import demands
from medverkan.matching.meaning import CAPACITIES
from medverkan.matching.perspective import OWN, RELATED, sides
from medverkan.matching.text import Word, sentences
from medverkan.matching.values import Need
from medverkan.matching.vocabulary import NARROWER, Vocabulary

NEEDED, WELCOME, QUALIFIER, CONTEXT = 1.0, 0.65, 0.5, 0.3
STANDS_IN = 0.85
UMBRELLA = 0.45
# Beside something telling, what everybody has met (hälsocentral, socialtjänst) counts for little.
BESIDE = 0.6
KNOWN_AT = 0.6
_WELCOMES = re.compile(
    r"komplettera|i andra hand|av intresse|intressant|kan (också|även|vara aktuell|bli aktuell)|"
    r"kan ibland|välkomn|meriterande|"
    r"en fördel|är ett plus|är bra om|bonus|som komplement|också aktuell|även (den|de|personer|motsvarande)"
)
_QUALIFIES = re.compile(
    r"(till följd av|på grund av|i samband med|där det|orsakad\w* av|vid|efter|hos|"
    r"i kombination med|samtidigt som|parallellt med|utöver|"
    r"samt|dessutom|och (haft|har|fått|samtidigt|erfarenhet|kontakt)|både( \w+){1,4} och)"
    r"( \w+){0,3}$"
)
_FROM_HERE = frozenset(["gärna", "helst", "även", "också", "meriterande", "plus", "eventuellt", "möjligen"])
_EXAMPLES = re.compile(r"till exempel|t\.? ?ex|exempelvis|såsom|som exempel|oavsett|alla former|bland annat|bl\.? ?a")


@dataclass(frozen=True, slots=True)
class Wish:
    """Concept weights; concepts excluded by the request; perspectives as sides; ages inclusive, None where unsaid."""

    concepts: Mapping[str, float] = field(default_factory=dict)
    excluded: frozenset[str] = frozenset()
    qualifiers: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    welcome_sides: frozenset[str] = frozenset()
    insisted: bool = False
    ages: tuple[int, int] | None = None
    worded_ages: tuple[int, int] | None = None
    within_years: int | None = None
    languages: frozenset[str] = frozenset()

    @property
    def core(self) -> tuple[str, ...]:
        """Return the concepts that are needed, not only welcome, heaviest first."""
        top = [c for c, w in self.concepts.items() if w >= STANDS_IN * 0.9]
        return tuple(sorted(top, key=lambda c: (-self.concepts[c], c)))


def _joined(words: Sequence[Word]) -> str:
    return " ".join(w.low for w in words)


def _add(table: dict[str, float], concept: str, weight: float) -> None:
    table[concept] = max(table.get(concept, 0.0), weight)


def _qualifies(words: Sequence[Word], start: int) -> bool:
    before = " ".join(w.low for w in words[max(0, start - 7) : start])
    return bool(_QUALIFIES.search(before))


@dataclass(slots=True)
class _Read:
    concepts: dict[str, float]
    excluded: set[str]
    related_welcome: bool
    qualifiers: set[str]
    exemplified: set[str]


def _read_experience(text: str, vocabulary: Vocabulary) -> _Read:
    concepts: dict[str, float] = {}
    qualifiers: set[str] = set()
    exemplified: set[str] = set()
    excluded: set[str] = set()
    related_welcome = False
    for words in sentences(text):
        low = _joined(words)
        excludes, welcomes = bool(demands.EXCLUDES.search(low)), bool(_WELCOMES.search(low))
        opening = next((i for i, w in enumerate(words) if w.low in _FROM_HERE), len(words))
        if welcomes and not excludes and demands.RELATED_WORDS.search(low):
            related_welcome = True
        for hit in vocabulary.find(words):
            if hit.concept in CAPACITIES:
                continue
            if excludes:
                if hit.concept not in concepts:
                    excluded.add(hit.concept)
                continue
            if _EXAMPLES.search(low) and hit.concept not in concepts:
                exemplified.add(hit.concept)
            welcome = welcomes or hit.start >= opening > 0
            qualifies = not welcome and _qualifies(words, hit.start) and bool(set(concepts) - {hit.concept})
            if qualifies and hit.concept not in concepts:
                qualifiers.add(hit.concept)
            _add(concepts, hit.concept, hit.weight * (WELCOME if welcome else QUALIFIER if qualifies else NEEDED))
    return _Read(concepts, excluded - set(concepts), related_welcome, qualifiers, exemplified)


def _context(need: Need, vocabulary: Vocabulary) -> dict[str, float]:
    table: dict[str, float] = {}
    for text, trust in ((need.title, 1.0), (need.unit, 0.9), (need.description, 0.8), (need.purpose, 0.6)):
        for words in sentences(text):
            if demands.EXCLUDES.search(_joined(words)):
                continue
            for hit in vocabulary.find(words):
                if hit.concept not in CAPACITIES:
                    _add(table, hit.concept, hit.weight * trust)
    return table


@lru_cache(maxsize=256)
def _read(need: Need, vocabulary: Vocabulary) -> Wish:
    read = _read_experience(need.experience, vocabulary)
    asked = sides(need.perspectives) or frozenset({OWN, RELATED})
    insisted = demands.insists(need.perspectives_text, need.experience, asked)
    welcome = read.related_welcome and RELATED not in asked and not insisted
    texts = (need.experience, need.perspectives_text, need.expectations, need.description)
    return Wish(
        concepts=_weighed(read, _context(need, vocabulary), vocabulary),
        excluded=frozenset(read.excluded),
        qualifiers=frozenset(read.qualifiers),
        sides=asked,
        welcome_sides=frozenset({RELATED}) if welcome else frozenset(),
        insisted=insisted,
        ages=demands.asked_ages(texts, asked),
        worded_ages=demands.worded_ages(f"{need.perspectives_text}. {need.experience}", asked),
        within_years=demands.within_years(need.experience),
        languages=demands.languages_in(need.experience),
    )


def _weighed(read: _Read, context: dict[str, float], vocabulary: Vocabulary) -> dict[str, float]:
    concepts = _narrowed(read, vocabulary)
    known = max(concepts.values(), default=0.0) >= KNOWN_AT
    for concept, weight in context.items():
        if concept not in read.excluded:
            _add(concepts, concept, weight * (CONTEXT if known else STANDS_IN))
    if not any(w >= KNOWN_AT and vocabulary.breadth(c) >= 1.0 for c, w in concepts.items()):
        return concepts
    return {c: w if (breadth := vocabulary.breadth(c)) >= 1.0 else w * breadth * BESIDE for c, w in concepts.items()}


def _narrowed(read: _Read, vocabulary: Vocabulary) -> dict[str, float]:
    # "LSS-boende (grupp- eller servicebostad)": the narrower words say what is meant, unless they are only examples.
    concepts = read.concepts
    needed = [c for c, w in concepts.items() if w >= NEEDED and c not in read.exemplified]
    umbrellas = {
        broad
        for broad in needed
        for narrow in needed
        if narrow != broad
        and vocabulary.likeness(broad, narrow) >= NARROWER
        and vocabulary.likeness(narrow, broad) < NARROWER
    }
    return {c: (UMBRELLA if c in umbrellas else w) for c, w in concepts.items()}


def understand(need: Need, vocabulary: Vocabulary) -> Wish:
    """Return what the request asks for."""
    return _read(need, vocabulary)
