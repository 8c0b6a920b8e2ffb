"""What a request asks for: concepts needed, welcome and excluded, whose experience, ages, and how strictly.

The field Önskad erfarenhet decides. Title, description and unit only give context, and stand in where that field says
nothing the vocabulary knows.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from medverkan.matching import demands
from medverkan.matching.perspective import OWN, RELATED, sides
from medverkan.matching.roles import CAPACITIES
from medverkan.matching.scope import goes_on
from medverkan.matching.text import Word, sentences
from medverkan.matching.values import Need
from medverkan.matching.vocabulary import NARROWER, Hit, Vocabulary

NEEDED, WELCOME, EXAMPLE, QUALIFIER, CONTEXT = 1.0, 0.65, 0.55, 0.5, 0.3
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
    r"(vänta\w*( \w+){0,6} på|till följd av|på grund av|i samband med|där det|orsakad\w* av|vid|efter|hos|"
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
    kin: frozenset[str] = frozenset()  # whose relatives: groups of `kinship`, empty for any
    ages: tuple[int, int] | None = None
    own_ages: tuple[int, int] | None = None  # asked only of those with own experience
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
    before = " ".join(w.low for w in words[max(0, start - 10) : start])
    return bool(_QUALIFIES.search(before))


# "Autism, men inte ADHD": what stands between the word and what it shuts out.
_SHUTS_OUT = re.compile(
    r"\b(inte|ej|exklusive|exkl|förutom|utom)"
    r"( (av|för|med|till|om|de|dem|har|haft|personer|erfarenhet|diagnos|diagnosen|enbart|bara)){0,3}$"
)
_NOT_ONLY = re.compile(r"\b(inte|ej) (bara|enbart|endast)\b")
_REGARDLESS = re.compile(
    r"\b(med (eller|och) utan|både med och utan|oavsett|oberoende av|(ingen|utan|saknar) betydelse|spelar ingen roll)"
    r"( \w+){0,6}$"
)
_EXAMPLE_WORDS = (("till", "exempel"), ("som", "exempel"), ("t", "ex"))


@dataclass(slots=True)
class _Read:
    """The field of experience as far as it is read."""

    vocabulary: Vocabulary
    concepts: dict[str, float] = field(default_factory=dict)
    excluded: set[str] = field(default_factory=set)
    related_welcome: bool = False
    qualifiers: set[str] = field(default_factory=set)
    exemplified: set[str] = field(default_factory=set)
    examples: set[str] = field(default_factory=set)

    def read(self, text: str) -> None:
        """Add what each sentence asks for."""
        for words in sentences(text):
            low = _joined(words)
            excludes, welcomes = bool(demands.EXCLUDES.search(low)), bool(_WELCOMES.search(low))
            if welcomes and not excludes and demands.RELATED_WORDS.search(low):
                self.related_welcome = True
            hits = [hit for hit in self.vocabulary.find(words) if hit.concept not in CAPACITIES]
            if excludes:
                self.excluded.update(hit.concept for hit in hits if hit.concept not in self.concepts)
            else:
                self._sentence(words, hits, welcomes, exemplifies=bool(_EXAMPLES.search(low)))
        telling = {c for c in self.excluded if self.vocabulary.breadth(c) >= 1.0}
        self.excluded = telling - set(self.concepts)

    def _sentence(self, words: Sequence[Word], hits: Sequence[Hit], welcomes: bool, exemplifies: bool) -> None:
        opening = next((i for i, w in enumerate(words) if w.low in _FROM_HERE), len(words))
        examples = _examples_from(words)
        aside, ended = "", 0
        for hit in hits:
            if not (aside and goes_on(words, ended, hit.start)):
                aside = _aside(words, hit.start)
            ended = hit.end
            if aside == "excluded":
                self.excluded.add(hit.concept)
                continue
            if exemplifies and hit.concept not in self.concepts:
                self.exemplified.add(hit.concept)
            _add(self.concepts, hit.concept, hit.weight * self._share(words, hit, aside, welcomes, opening, examples))

    def _share(self, words: Sequence[Word], hit: Hit, aside: str, welcomes: bool, opening: int, examples: int) -> float:
        others = set(self.concepts) - {hit.concept}
        if aside:
            return CONTEXT
        if welcomes or hit.start >= opening > 0:
            return WELCOME
        if hit.start >= examples:
            self.examples.add(hit.concept)
            if any(self.concepts[c] >= KNOWN_AT for c in others - self.examples):
                return EXAMPLE
        if _qualifies(words, hit.start) and others:
            if hit.concept not in self.concepts:
                self.qualifiers.add(hit.concept)
            return QUALIFIER
        return NEEDED


def _aside(words: Sequence[Word], start: int) -> str:
    """Return whether what begins at `start` is shut out ("excluded") or makes no difference ("idle")."""
    number = words[start].clause
    before = " ".join(w.low for w in words[max(0, start - 9) : start] if w.clause == number)
    if _SHUTS_OUT.search(before) and not _NOT_ONLY.search(before):
        return "excluded"
    return "idle" if _REGARDLESS.search(before) else ""


def _examples_from(words: Sequence[Word]) -> int:
    """Return where the examples of a sentence begin; past its end where it gives none."""
    for at, word in enumerate(words):
        if word.low in {"exempelvis", "såsom", "tex"} or (word.low, _low(words, at + 1)) in _EXAMPLE_WORDS:
            return at
    return len(words)


def _low(words: Sequence[Word], at: int) -> str:
    return words[at].low if at < len(words) else ""


def _read_experience(text: str, vocabulary: Vocabulary) -> _Read:
    read = _Read(vocabulary)
    read.read(text)
    return read


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
    ages, own_ages = demands.asked_ages(texts, asked)
    return Wish(
        concepts=_weighed(read, _context(need, vocabulary), vocabulary),
        excluded=frozenset(read.excluded),
        qualifiers=frozenset(read.qualifiers),
        sides=asked,
        welcome_sides=frozenset({RELATED}) if welcome else frozenset(),
        insisted=insisted,
        kin=demands.kin_asked(f"{need.perspectives_text}. {need.experience}") if RELATED in asked else frozenset(),
        ages=ages,
        own_ages=own_ages,
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
