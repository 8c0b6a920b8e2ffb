"""What the words of a label are about: words become concepts, so that wordings nobody has listed can be compared.

The knowledge is `concept_words.WORDS`. Words are compared without diacritics. A word that is not there is cut by its
ending, then taken apart as a compound, then looked for among those that differ by a slip of the pen. What is still
unknown counts against every field.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from medverkan.mailbox.forms.naming.concept_words import WORDS

# Words that carry nothing in a label.
_STOP = frozenset((
    "oftast", "absolut", "fram", "anmäler", "anmäls", "intressebanken", "intressebank", "helt", "fritt", "texta",
    "ungefär", "allra", "själv", "använder", "använda", "använd", "gå", "åt",
    "er", "ert", "era", "din", "ditt", "dina", "du", "dig", "ni", "vi", "jag", "mig", "oss", "vår", "vårt", "våra",
    "min", "mitt", "mina", "den", "det", "de", "dem", "som", "att", "en", "ett", "är", "har", "ha", "ska", "skall",
    "om", "och", "eller", "samt", "vilken", "vilket", "kort", "kortfattat", "ange", "skriv", "gärna", "the", "vill",
    "finns", "gäller", "snälla", "kommer", "ser", "ut", "vara", "behövs", "bli", "blir", "går", "mer", "alla", "of",
    "your", "you", "we", "do", "does", "is", "are", "to", "for", "in", "a", "an", "så", "här", "ev", "eventuell",
    "eventuella", "eventuellt", "även", "där", "då", "skulle", "denna", "detta", "dessa", "nu", "bara", "hos", "hoppas",
    "tror", "kanske", "tack", "ja", "nej", "välj", "kryssa", "markera", "fyll", "lämna", "uppge", "namnge",
    "någonstans", "få", "får", "ge", "ges", "ger", "ta", "tar", "vid", "man", "sig", "sin", "sitt", "också", "annars",
    "vilkas", "dock", "ju", "väl", "måste", "bör", "lite", "egen", "eget", "egna", "hel", "hela", "gång",
))  # fmt: skip
_PREPOSITIONS = frozenset((
    "till", "på", "för", "i", "av", "från", "hos", "om", "med", "inom", "under", "mot", "genom", "via", "of", "for",
    "to", "at", "in", "som", "där", "efter",
))  # fmt: skip
_FOLD = (("å", "a"), ("ä", "a"), ("ö", "o"), ("é", "e"), ("ü", "u"), ("à", "a"))
# Without their rings, "når" would be "när" and "år" would be "är".
_REACH = re.compile(r"\b(?:når|nås|nå|nådd|nåbar)\b")
_YEAR = re.compile(r"\bår(?:en|et|tal)?\b")
_WORD = re.compile(r"[^\W_]+")
_SHORT = re.compile(r"\b([^\W\d_]{3,12})\.")
_ENDINGS = (
    "s", "n", "t", "r", "a", "e", "d", "en", "et", "ar", "er", "or", "na", "ns", "ts", "as", "es", "de", "ad", "at",
    "ens", "ets", "ena", "are", "ade", "ats", "arna", "erna", "orna", "ande", "aren", "ades", "arnas", "ernas", "ning",
)  # fmt: skip
_OF_VERBS = frozenset(("er", "ar", "r", "d", "t", "s", "as", "es", "ade", "ats", "at", "ad", "ande"))
_LINKS = ("", "s", "e", "a", "o")
UNKNOWN = "?"
MAX_WORDS = 30
_TRAILING = 0.6
_FIRST_PART = 0.8
_MOST = 0.5
MAX_WORD = 40


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text is about: concept → how much it is what the text is about (0–1), and how many words are unknown."""

    concepts: dict[str, float]
    unknown: int
    words: int


def fold(text: str) -> str:
    """Return a text in small letters without diacritics."""
    text = text.casefold()
    text = _REACH.sub("reach", text) if "nå" in text else text
    text = _YEAR.sub("year", text) if "år" in text else text
    text = text.replace("-", "")
    if not text.isascii():
        for written, plain in _FOLD:
            text = text.replace(written, plain)
    return text


@lru_cache(maxsize=4096)
def meaning(text: str) -> Meaning:
    """Return what a label is about; what follows a preposition or stands in the genitive counts less."""
    folded = fold(text)
    words = _joined(tuple(_WORD.findall(folded))[:MAX_WORDS])
    cut_short = _SHORT.findall(folded) if "." in folded else ()
    prepositions, stop = _folded_prepositions(), _folded_stop()
    concepts: dict[str, float] = {}
    unknown, weight, counted = 0, 1.0, 0
    for at, word in enumerate(words):
        if word in prepositions:
            weight = _TRAILING if counted else 1.0
            continue
        found = concepts_of(word) or (_abbreviated(word) if word in cut_short else {})
        if word == "var" and at:
            found = {}
        if not found and (word in stop or word.isdigit()):
            continue
        counted += 1
        if not found:
            unknown += 1
        owner = word.endswith("s") and at + 1 < len(words) and len(word) > 4
        for concept, share in found.items():
            concepts[concept] = max(concepts.get(concept, 0.0), share * (_TRAILING if owner else weight))
    if words and words[-1] in prepositions:
        # "Erfarenhet som" asks for a role, "erfarenhet av" for what it is of.
        concepts[f"…{words[-1]}"] = _TRAILING
    return Meaning(concepts, unknown, counted)


def _joined(words: Sequence[str]) -> list[str]:
    """Join the words that mean something only together."""
    phrases, firsts, longest = _phrases()
    if firsts.isdisjoint(words):
        return [*words]
    joined: list[str] = []
    at = 0
    while at < len(words):
        most = min(longest, len(words) - at) if words[at] in firsts else 1
        size = next((n for n in range(most, 1, -1) if words[at : at + n] in phrases), 1)
        joined.append("_".join(words[at : at + size]))
        at += size
    return joined


@lru_cache(maxsize=8192)
def concepts_of(word: str) -> Mapping[str, float]:
    """Return what one folded word is about, each concept with how much; {} where it is unknown."""
    if word in _folded_stop() and word not in _lexicon():
        return {}
    if found := _plain(word) or _compound(word) or _slip(word):
        return found
    return dict.fromkeys(_beginning(word), _TRAILING)


def _plain(word: str) -> Mapping[str, float]:
    known = _lexicon()
    if word in known:
        return dict.fromkeys(known[word], 1.0)
    for ending in _ENDINGS:
        if len(word) - len(ending) >= 3 and word.endswith(ending):
            stem = word[: -len(ending)]
            # "slipper" is "slippa", "begärd" "begära".
            if found := known.get(stem) or (known.get(f"{stem}a") if ending in _OF_VERBS else None):
                return dict.fromkeys(found, 1.0)
    return {}


def _compound(word: str) -> Mapping[str, float]:
    """Take "deltagarantal" apart: the last part is what it is, the first says of what."""
    if not 7 <= len(word) <= MAX_WORD:
        return {}
    known = _lexicon()
    for cut in range(3, len(word) - 2):
        last = _plain(word[cut:])
        if not last:
            continue
        for link in _LINKS:
            first = word[:cut].removesuffix(link)
            if len(first) < 3 or (link and first == word[:cut]):
                continue
            if found := known.get(first) or known.get(f"{first}e") or known.get(f"{first}a"):
                return {**dict.fromkeys(found, _FIRST_PART), **last}
    return {}


def _beginning(word: str) -> tuple[str, ...]:
    """Return what a compound begins with, where its end is unknown: "arvodesnivå", "kontaktinformation"."""
    known = _lexicon()
    for cut in range(min(len(word), MAX_WORD) - 3, 5, -1):
        if found := known.get(word[:cut]):
            return found
    return ()


def _slip(word: str) -> Mapping[str, float]:
    """Return what a word means with one letter wrong; in a short one, letters may only have changed places."""
    from rapidfuzz import fuzz, process

    if not 5 <= len(word) <= MAX_WORD:
        return {}
    near = process.extractOne(word, _spellings(), scorer=fuzz.ratio, score_cutoff=80 if len(word) < 7 else 87)
    if not near or near[0][0] != word[0] or abs(len(near[0]) - len(word)) > 1:
        return {}
    if len(word) < 7 and len(near[0]) == len(word) and sorted(near[0]) != sorted(word):
        return {}
    return dict.fromkeys(_lexicon()[near[0]], 1.0)


@lru_cache(maxsize=512)
def _abbreviated(word: str) -> Mapping[str, float]:
    """Return what "beskr." begins, where most of the words that begin so are about the same."""
    known = _lexicon()
    begun = Counter(known[full][0] for full in known if full.startswith(word) and "_" not in full)
    if not begun:
        return {}
    (concept, count), *_ = begun.most_common(1)
    return {concept: 1.0} if count >= _MOST * begun.total() else {}


@cache
def _lexicon() -> dict[str, tuple[str, ...]]:
    known: dict[str, tuple[str, ...]] = {}
    for concept, words in WORDS.items():
        for word in words.split():
            folded = fold(word)
            known[folded] = (*known.get(folded, ()), concept)
    return known


@cache
def _phrases() -> tuple[frozenset[tuple[str, ...]], frozenset[str], int]:
    """Return the phrases, the words that they begin with, and how many words the longest has."""
    phrases = frozenset(tuple(word.split("_")) for word in _lexicon() if "_" in word)
    return phrases, frozenset(phrase[0] for phrase in phrases), max(map(len, phrases))


@cache
def _spellings() -> list[str]:
    return [word for word in _lexicon() if len(word) >= 5 and "_" not in word]


@cache
def _folded_stop() -> frozenset[str]:
    return frozenset(map(fold, _STOP))


@cache
def _folded_prepositions() -> frozenset[str]:
    return frozenset(map(fold, _PREPOSITIONS))
