"""The vocabulary: concepts of care and support, what people call them, and how they are related.

Read from tables in `resources/`: vocabulary.csv (concepts and their usual terms), phrases.csv (lay language; `weak`
terms only hint, `never` terms are taken out), relations.csv, broad.csv. What is displayed is the concept's own name;
old and hurtful words are for reading only.
"""

import csv
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from medverkan.matching.patterns import STEM_LETTERS, Pattern, filed_as, filings, pattern
from medverkan.matching.spelling import Speller
from medverkan.matching.text import Word, words

RESOURCES = Path(__file__).parent / "resources"
WEAK = 0.45
MISSPELT = 0.85
GENERAL = 0.5
NARROWER = 0.95
FOCUS_AREAS = ("äldre", "barn och unga", "psykisk hälsa och beroende", "funktionsnedsättning", "somatik")
# Phrases of no concept ("beroende på"): they only keep their words from being read as something else.
NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept found in a sentence: words `start` to `end` (exclusive); weight 1 for a clear term, less for a hint."""

    concept: str
    start: int
    end: int
    weight: float
    letters: int


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Concepts with their focus areas, terms and relations. Compared by identity; `digest` names its content."""

    areas: Mapping[str, str]
    relations: Mapping[tuple[str, str], float]
    broad: Mapping[str, float]
    digest: str
    names: tuple[str, ...]
    numbers: Mapping[str, int] = field(repr=False)
    answers: Mapping[str, Mapping[str, float]] = field(repr=False)  # sought concept → told concepts with likeness
    _index: Mapping[str, tuple[Pattern, ...]] = field(repr=False)
    _speller: Speller = field(repr=False)

    def find(self, sentence: Sequence[Word]) -> tuple[Hit, ...]:
        """Return the concepts named in one sentence; a term inside a longer term does not count."""
        hits: list[Hit] = []
        filed = {one for word in sentence for one in _filed(word.low)}
        for at, word in enumerate(sentence):
            found = False
            for candidate in _beginning_with(self, word.raw, word.low):
                if candidate.needs and candidate.needs.isdisjoint(filed):
                    continue
                end = candidate.end(sentence, at)
                if end > 0:
                    # A term with gaps spans words that are not its own, so it must not swallow what they say.
                    letters = 0 if candidate.gapped else candidate.letters
                    hits.append(Hit(candidate.concept, at, end, candidate.weight, letters))
                    found = True
            if not found:
                hits += [
                    Hit(c, at, at + 1, MISSPELT, len(word.low))
                    for c in self._speller.ending(word.low) or self._speller.guess(word.low)
                ]
        return _longest(hits)

    def named_by(self, term: str) -> frozenset[str]:
        """Return the concepts that a term names clearly by itself."""
        spoken = words(term.replace("*", "").replace("=", ""))
        whole = (hit for hit in self.find(spoken) if hit.end - hit.start == len(spoken) and hit.weight == 1.0)
        return frozenset(hit.concept for hit in whole)

    def filed_under(self, low: str) -> Iterator[Pattern]:
        """Yield the terms that may begin with a word, by its first letters."""
        for one in _filed(low):
            yield from self._index.get(one, ())

    def likeness(self, sought: str, told: str) -> float:
        """Return how well experience of `told` answers a wish for `sought`, 0–1."""
        return 1.0 if sought == told else self.relations.get((sought, told), 0.0)

    def breadth(self, concept: str) -> float:
        """Return 1.0 for a telling concept, less for one that nearly everybody has met (hälsocentral, samverkan)."""
        return self.broad.get(concept, 1.0 if self.areas.get(concept) else GENERAL)


@lru_cache(maxsize=20_000)
def _beginning_with(vocabulary: Vocabulary, raw: str, low: str) -> tuple[Pattern, ...]:
    """Return the terms whose first word this word is; most words of a text are met again and again."""
    word = Word(raw, low, "", 0)
    return tuple(term for term in vocabulary.filed_under(low) if term.begins_with(word))


def forget() -> None:
    """Drop the words that were looked up."""
    _beginning_with.cache_clear()
    _filed.cache_clear()


@lru_cache(maxsize=20_000)
def _filed(low: str) -> tuple[str, ...]:
    whole = filed_as(low)
    # A short term ("sorg") is filed under two letters; its inflections are longer words.
    return (whole, whole[:2]) if len(whole) == STEM_LETTERS else (whole,)


def _longest(hits: list[Hit]) -> tuple[Hit, ...]:
    kept = []
    for hit in hits:
        inside = any(
            other.start <= hit.start and hit.end <= other.end and other is not hit and _outweighs(other, hit)
            for other in hits
        )
        if not inside:
            kept.append(hit)
    best: dict[tuple[str, int], Hit] = {}
    for hit in (hit for hit in kept if hit.concept != NOTHING):
        key = (hit.concept, hit.start)
        if key not in best or hit.weight > best[key].weight:
            best[key] = hit
    return tuple(best.values())


def _outweighs(other: Hit, hit: Hit) -> bool:
    return other.letters > hit.letters or (other.concept == NOTHING != hit.concept and other.letters == hit.letters)


def _rows(path: Path) -> list[dict[str, str]]:
    # A table saved by a spreadsheet begins with a byte order mark.
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return [{k: (v or "").strip() for k, v in row.items() if k} for row in csv.DictReader(handle)]


def _terms(text: str) -> list[str]:
    return [term.strip() for term in text.split(";") if term.strip()]


def _index(patterns: Iterable[Pattern]) -> dict[str, tuple[Pattern, ...]]:
    index: dict[str, list[Pattern]] = {}
    for one in patterns:
        for under in filings(one.first):
            index.setdefault(under, []).append(one)
    return {under: tuple(value) for under, value in index.items()}


def _relations(rows: Iterable[dict[str, str]]) -> dict[tuple[str, str], float]:
    table: dict[tuple[str, str], float] = {}
    for row in rows:
        for one in _terms(row["concept"]):
            for other in _terms(row["other"]):
                _relate(table, row["relation"], one, other, float(row["weight"]))
    return table


def _answers(names: Iterable[str], relations: Mapping[tuple[str, str], float]) -> dict[str, dict[str, float]]:
    table = {name: {name: 1.0} for name in names}
    for (sought, told), likeness in relations.items():
        table.setdefault(sought, {sought: 1.0}).setdefault(told, likeness)
    return table


def _relate(table: dict[tuple[str, str], float], kind: str, one: str, other: str, weight: float) -> None:
    if kind == "is_a":
        # The narrower answers a wish for the broader nearly in full; the other way round only in part.
        table[(other, one)] = NARROWER
        table[(one, other)] = weight
    else:
        table.setdefault((one, other), weight)
        table.setdefault((other, one), weight)


def _build(extra: Path | None) -> Vocabulary:
    paths = [RESOURCES / "vocabulary.csv", *([extra] if extra else [])]
    phrases, relations, broad_table = (RESOURCES / f"{name}.csv" for name in ("phrases", "relations", "broad"))
    digest = hashlib.sha256(
        b"".join(p.read_bytes() for p in [*paths, phrases, relations, broad_table, RESOURCES / "words.csv"])
    ).hexdigest()[:12]
    areas: dict[str, str] = {}
    weights: dict[tuple[str, str], float] = {}
    for row in (row for path in paths for row in _rows(path) if row.get("concept")):
        areas.setdefault(row["concept"], row.get("focus_area", ""))
        for term in [row["concept"], *_terms(row.get("synonyms", ""))]:
            weights[(row["concept"], term)] = 1.0
    formal = frozenset(weights)
    for row in _rows(phrases):
        weight = float({"strong": "1", "weak": str(WEAK), "never": "0"}.get(row["strength"], row["strength"]))
        for concept in list(areas) if row["concept"] == "*" else _terms(row["concept"]):
            for term in _terms(row["phrases"]):
                if row["concept"] != "*" or (concept, term) in weights:
                    weights[(concept, term)] = weight
    compiled = {key: pattern(*key, weight) for key, weight in weights.items() if weight}
    patterns = [p for p in compiled.values() if p]
    # Misspellings are guessed from the field's own terms only: lay phrases are made of ordinary words.
    speller = Speller.of(p for key, p in compiled.items() if p and key in formal)
    broad = {row["concept"]: float(row["weight"]) for row in _rows(broad_table)}
    names = tuple(areas)
    numbers = {name: number for number, name in enumerate(names)}
    related = _relations(_rows(relations))
    return Vocabulary(
        areas, related, broad, digest, names, numbers, _answers(names, related), _index(patterns), speller
    )


@cache
def _packaged() -> Vocabulary:
    return _build(None)


def load(extra_synonyms: Path | None = None) -> Vocabulary:
    """Return the packaged vocabulary, with a register's own terms when a table (concept, synonyms) is named."""
    return _packaged() if extra_synonyms is None else _build(extra_synonyms)
