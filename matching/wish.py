"""What a request asks for: concepts needed, welcome and excluded, whose experience, ages, and how strictly.

The field Önskad erfarenhet decides. Title, description and unit only give context, and stand in where that field says
nothing the vocabulary knows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from medverkan.matching import demands, unnamed
from medverkan.matching.kinship import CHILD, SIBLING
from medverkan.matching.perspective import OWN, RELATED, sides
from medverkan.matching.roles import CAPACITIES, CARE_OF
from medverkan.matching.text import sentences
from medverkan.matching.values import Need
from medverkan.matching.vocabulary import NARROWER, Vocabulary
from medverkan.matching.wanted import CONTEXT, KNOWN_AT, NEEDED, QUALIFIER, Asked, add_most, joined, read_experience

STANDS_IN = 0.85
NEAR_UNNAMED = 0.7
UMBRELLA = 0.45
ROLE = 0.85
LANGUAGE = "tolk och språk"
# Beside something telling, what everybody has met (hälsocentral, socialtjänst) counts for little.
BESIDE = 0.6


@dataclass(frozen=True, slots=True)
class Wish:
    """Concept weights; concepts excluded by the request; perspectives as sides; ages inclusive, None where unsaid."""

    concepts: Mapping[str, float] = field(default_factory=dict)
    excluded: frozenset[str] = frozenset()
    qualifiers: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    welcome_sides: frozenset[str] = frozenset()
    insisted: bool = False
    as_relatives: bool = False  # told of oneself it does not answer
    kin: frozenset[str] = frozenset()  # whose relatives: groups of `kinship`, empty for any
    ages: tuple[int, int] | None = None
    own_ages: tuple[int, int] | None = None  # asked only of those with own experience
    worded_ages: tuple[int, int] | None = None
    within_years: int | None = None
    languages: frozenset[str] = frozenset()
    unnamed: tuple[str, ...] = ()  # words that name what is asked for, where the vocabulary knows nothing of it
    unspecified: bool = False  # no experience is named at all

    @property
    def core(self) -> tuple[str, ...]:
        """Return the concepts that are needed, not only welcome, heaviest first."""
        top = [c for c, w in self.concepts.items() if w >= STANDS_IN * 0.9]
        return tuple(sorted(top, key=lambda c: (-self.concepts[c], c)))


def _context(need: Need, vocabulary: Vocabulary) -> dict[str, float]:
    table: dict[str, float] = {}
    for text, trust in ((need.title, 1.0), (need.unit, 0.9), (need.description, 0.8), (need.purpose, 0.6)):
        for words in sentences(text):
            if demands.EXCLUDES.search(joined(words)):
                continue
            for hit in vocabulary.find(words):
                if hit.concept not in CAPACITIES:
                    add_most(table, hit.concept, hit.weight * trust)
    return table


@lru_cache(maxsize=16)
def _read(need: Need, vocabulary: Vocabulary) -> Wish:
    read = read_experience(need.experience, vocabulary)
    asked = sides(need.perspectives) or frozenset({OWN, RELATED})
    insisted = demands.insists(need.perspectives_text, need.experience, asked)
    welcome = read.related_welcome and RELATED not in asked and not insisted
    texts = (need.experience, need.perspectives_text, need.expectations, need.description)
    as_relatives = RELATED in asked and demands.asks_relatives(need.experience)
    ages, own_ages = demands.asked_ages(texts, asked)
    kin = demands.kin_asked(f"{need.perspectives_text}. {need.experience}") if RELATED in asked else frozenset[str]()
    languages = demands.languages_asked(need.experience)
    if languages and max(read.concepts.values(), default=0.0) < KNOWN_AT:
        # "Arabisktalande personer": the language is what is asked for.
        read.concepts[LANGUAGE] = NEEDED
    known = max(read.concepts.values(), default=0.0) >= KNOWN_AT
    names = () if known else unnamed.named(need.experience, vocabulary)
    concepts = _weighed(read, _context(need, vocabulary), names, vocabulary)
    if as_relatives:
        _add_roles(concepts, kin, vocabulary)
    return Wish(
        concepts=concepts,
        excluded=frozenset(read.excluded),
        qualifiers=frozenset(read.qualifiers),
        sides=asked,
        welcome_sides=frozenset({RELATED}) if welcome else frozenset(),
        insisted=insisted,
        as_relatives=as_relatives,
        kin=kin,
        ages=ages,
        own_ages=own_ages,
        worded_ages=demands.worded_ages(f"{need.perspectives_text}. {need.experience}", asked),
        within_years=demands.within_years(need.experience),
        languages=languages,
        unnamed=names,
        unspecified=not (known or names),
    )


def _add_roles(concepts: dict[str, float], kin: frozenset[str], vocabulary: Vocabulary) -> None:
    """Add what brothers, sisters and parents say that they are, beside the illness they live near."""
    disabled = [w for c, w in concepts.items() if vocabulary.areas.get(c) == "funktionsnedsättning"]
    if kin & {SIBLING, CHILD} and max(disabled, default=0.0) >= KNOWN_AT:
        add_most(concepts, "syskon och föräldrar till person med funktionsnedsättning", ROLE * max(disabled))
    if SIBLING in kin:
        add_most(concepts, "barn som anhöriga", ROLE)


def _weighed(
    read: Asked, context: dict[str, float], names: tuple[str, ...], vocabulary: Vocabulary
) -> dict[str, float]:
    concepts = _narrowed(read, vocabulary)
    _let_care_go_along(read, concepts, vocabulary)
    known = max(concepts.values(), default=0.0) >= KNOWN_AT
    for concept, weight in context.items():
        if concept not in read.excluded:
            # What the unit treats is near to what it asks for in words we do not know; where everybody goes is not.
            stands_in = (NEAR_UNNAMED if vocabulary.breadth(concept) >= 1.0 else CONTEXT) if names else STANDS_IN
            add_most(concepts, concept, weight * (CONTEXT if known else stands_in))
    if not any(w >= KNOWN_AT and vocabulary.breadth(c) >= 1.0 for c, w in concepts.items()):
        return concepts
    return {c: w if (breadth := vocabulary.breadth(c)) >= 1.0 else w * breadth * BESIDE for c, w in concepts.items()}


def _let_care_go_along(read: Asked, concepts: dict[str, float], vocabulary: Vocabulary) -> None:
    # "Cellgifter vid lungcancer": another cancer's cellgifter are not what is asked for.
    needed = [c for c, w in concepts.items() if w >= QUALIFIER]
    for care, kind in CARE_OF.items():
        illnesses = [c for c in needed if c not in {care, kind} and vocabulary.likeness(kind, c) >= NARROWER]
        if care in needed and illnesses:
            read.qualifiers.difference_update(illnesses)
            read.qualifiers.add(care)
            concepts.update({illness: max(concepts[illness], NEEDED) for illness in illnesses})
            concepts[care] = QUALIFIER


def _narrowed(read: Asked, vocabulary: Vocabulary) -> dict[str, float]:
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
