"""What a request asks for: concepts needed, welcome and excluded, whose experience, ages, and how strictly.

The field Önskad erfarenhet decides. Title, description and unit only give context, and stand in where that field says
nothing the vocabulary knows.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from medverkan.matching.meaning import CAPACITIES, OWN, RELATED, sides
from medverkan.matching.text import Word, sentences
from medverkan.matching.values import Need
from medverkan.matching.vocabulary import NARROWER, Vocabulary

ADULT = 18
NEEDED, WELCOME, QUALIFIER, CONTEXT = 1.0, 0.65, 0.5, 0.3
STANDS_IN = 0.85
UMBRELLA = 0.45
_EXCLUDES = re.compile(
    r"(omfatta|uppfyll|efterfråga|gäll|räkna|ingå|söke|sök|passa|räck|avse|lämpa|inklude|berör|vänd\w* sig)\w*( \w+){0,5} (inte|ej)\b|"
    r"\b(inte|ej) (\w+ ){0,2}(omfatta|aktuell|tillräcklig|efterfråga|uppfyll|med i|lämplig|inklude|avse|räkna|ingå|söke|gäll)|"
    r"omfattar inte|söker inte|vi söker alltså inte|(enbart|endast|bara) .{0,80}(räcker|uppfyller|är) (inte|ej)|undantag|utesluts|ej aktuellt|^inte |planeras separat|"
    r"bjuds in (separat|till|vid)|eget forum|egen grupp|separat grupp|\bseparat\b|annat tillfälle|inte denna gång|\bhar ett eget\b"
)
_WELCOMES = re.compile(
    r"komplettera|i andra hand|av intresse|intressant|kan (också|även|vara aktuell|bli aktuell)|kan ibland|välkomn|meriterande|"
    r"en fördel|är ett plus|är bra om|bonus|som komplement|också aktuell|även (den|de|personer|motsvarande)"
)
_QUALIFIES = re.compile(
    r"(till följd av|på grund av|i samband med|där det|orsakad\w* av|vid|efter|hos|i kombination med|samtidigt som|parallellt med|utöver)"
    r"( \w+){0,3}$"
)
_FROM_HERE = frozenset(["gärna", "helst", "även", "också", "meriterande", "plus", "eventuellt", "möjligen"])
_INSISTS = re.compile(
    r"\benbart\b|\bendast\b|\bkrav\b|krävs|måste ha egen|\bbara\b|\bingen annan än|\bsjälva\b|eget forum|separat|uteslutande|inte (förälder|föräldrar|anhörig|närstående)"
)
_RELATED_WORDS = re.compile(
    r"förälder|föräldrar|anhörig|närstående|vårdnadshavare|make\b|maka\b|sambo|syskon|partner|vuxna? barn"
)
_OWN_WORDS = re.compile(
    r"\begen (diagnos|erfarenhet|sjukdom|diabetes|cancer)|egna erfarenheter|patienterna själva|\bden sjuke\b"
)
_AGES = re.compile(r"(\d{1,3})\s*(?:–|-|till|och)\s*(\d{1,3})\s*(?:år\b|-åring|åring)")
_OLDEST = re.compile(r"\b(?:under|yngre än|högst|max|upp till)\s+(\d{2,3})\s*år\b(?!\w)")
_YOUNGEST = re.compile(
    r"\b(?:över|äldre än|minst|från|fyllda|fyllt)\s+(\d{2,3})\s*år\b|\b(\d{2,3})\s*(?:år (?:eller|och) äldre|\+)|\b(\d{2,3})\s*år och uppåt"
)
_EXAMPLES = re.compile(r"till exempel|t\.? ?ex|exempelvis|såsom|som exempel|oavsett|alla former|bland annat|bl\.? ?a")
_NOT_AGE = re.compile(r"senaste|sedan|tidigare|tillbaka|bakåt|under (?:de|en)\b|erfarenhet i|i minst")
_WITHIN = re.compile(r"senaste\s+(\w+)(?:\s*(?:till|–|-)\s*(\w+))?\s+år")
_NUMBERS = {
    "året": 1,
    "ett": 1,
    "två": 2,
    "tre": 3,
    "fyra": 4,
    "fem": 5,
    "sex": 6,
    "sju": 7,
    "åtta": 8,
    "nio": 9,
    "tio": 10,
    "femton": 15,
}


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
    within_years: int | None = None

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
        excludes, welcomes = bool(_EXCLUDES.search(low)), bool(_WELCOMES.search(low))
        opening = next((i for i, w in enumerate(words) if w.low in _FROM_HERE), len(words))
        if welcomes and not excludes and _RELATED_WORDS.search(low):
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
            if _EXCLUDES.search(_joined(words)):
                continue
            for hit in vocabulary.find(words):
                if hit.concept not in CAPACITIES:
                    _add(table, hit.concept, hit.weight * trust)
    return table


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else _NUMBERS.get(word)


def ages_in(text: str) -> tuple[int, int] | None:
    """Return the ages a request asks for ("18–25 år", "över 65 år"); None when it names none."""
    for words in re.split(r"[.;\n]", text.lower()[:2_000]):
        for match in _AGES.finditer(words):
            low, high = int(match.group(1)), int(match.group(2))
            if (
                not _NOT_AGE.search(words[max(0, match.start() - 18) : match.end() + 8])
                and 5 <= low < high <= 110
                and high >= 13
            ):
                return low, high
        youngest, oldest = _YOUNGEST.search(words), _OLDEST.search(words)
        if youngest and not _NOT_AGE.search(words[max(0, youngest.start() - 18) : youngest.end() + 8]):
            age = int(next(g for g in youngest.groups() if g))
            if 13 <= age <= 100:
                return age, 120
        if oldest and not _NOT_AGE.search(words[max(0, oldest.start() - 18) : oldest.end() + 8]):
            age = int(oldest.group(1))
            if 13 <= age <= 100:
                return 0, age
    return None


@lru_cache(maxsize=256)
def _read(need: Need, vocabulary_id: int) -> Wish:
    vocabulary = _KNOWN[vocabulary_id]
    read = _read_experience(need.experience, vocabulary)
    concepts, excluded = _narrowed(read, vocabulary), read.excluded
    context = _context(need, vocabulary)
    known = max(concepts.values(), default=0.0) >= 0.6
    for concept, weight in context.items():
        share = weight * (CONTEXT if known else STANDS_IN)
        if concept not in excluded:
            _add(concepts, concept, share)
    specific = {c for c, w in concepts.items() if w >= 0.6 and vocabulary.breadth(c) >= 1.0}
    if specific:
        concepts = {c: w * vocabulary.breadth(c) for c, w in concepts.items()}
    stated = f"{need.perspectives_text}. {need.experience}".lower()
    asked = sides(need.perspectives) or frozenset({OWN, RELATED})
    insisted = bool(_INSISTS.search(need.perspectives_text.lower()))
    for words in sentences(stated):
        low = _joined(words)
        shuts_out = _RELATED_WORDS if asked == {OWN} else _OWN_WORDS
        if (_EXCLUDES.search(low) or re.search(r"\binte\b", low)) and len(asked) == 1 and shuts_out.search(low):
            insisted = True
        if asked == {OWN} and re.search(r"\bsom själva\b|\bde unga själva\b|\bsjälva har\b", low):
            insisted = True
    if re.search(
        r"\b(enbart|endast|bara)\b[^.;]{0,40}\b(egen erfarenhet|närstående|anhöriga)\b|egen erfarenhet (är ett krav|krävs)|måste ha egen",
        stated,
    ):
        insisted = True
    rival = RELATED if OWN in asked else OWN
    welcome = frozenset({rival}) if read.related_welcome and rival == RELATED and not insisted else frozenset[str]()
    within = _WITHIN.search(need.experience.lower())
    years = _number(within.group(2) or within.group(1)) if within else None
    ages = ages_in(f"{need.experience}. {need.perspectives_text}. {need.expectations}. {need.description}")
    if ages and ages[0] < ADULT and asked == {RELATED}:
        # The ages of the children whose parents are asked for.
        ages = None
    return Wish(
        concepts,
        frozenset(excluded),
        frozenset(read.qualifiers),
        asked,
        welcome,
        insisted and len(asked) == 1,
        ages,
        years,
    )


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


_KNOWN: dict[int, Vocabulary] = {}


def understand(need: Need, vocabulary: Vocabulary) -> Wish:
    """Return what the request asks for."""
    _KNOWN.setdefault(id(vocabulary), vocabulary)
    return _read(need, id(vocabulary))
