"""Words, clauses and stems of short Swedish texts.

Case is kept in `raw` because abbreviations are told from ordinary words by it (MS, ME); everything else compares `low`.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock
from typing import Any, cast

LONGEST_TEXT = 20_000
# A text without full stops is cut, so that looking around a word stays cheap.
LONGEST_SENTENCE = 120
_TOKEN = re.compile(r"[^\W_]+|[.,:;!?…()\n•–-]")
_NUMBER_STOP = re.compile(r"(?<=\d)[.,:](?=\d)")
_PLAIN = str.maketrans("åäöéèüáø", "aaoeeuao")
_ENDS_SENTENCE = frozenset(".;!?…\n•")
_ENDS_CLAUSE = frozenset(",:()–")
_OPENS_CLAUSE = frozenset({"men", "fast", "fastän", "medan", "däremot", "eftersom", "sedan", "sen"})
_ABBREVIATED = re.compile(r"\b(t|s|d|o|f|ex|bl|ca|ev|tex|resp|kl|nr|tel|m)\.(?=\s?[a-zåäö0-9])")


# The stemmer keeps the word it works on in itself, and a stem that two threads had mixed up would stay in the cache.
_STEMMING = Lock()


@dataclass(frozen=True, slots=True)
class Word:
    """One word as written, in lower case, its stem, and the number of the clause it stands in."""

    raw: str
    low: str
    stem: str
    clause: int


def clean(text: str) -> str:
    """Return the text composed (NFC), cut to a length that is always quick to read."""
    return unicodedata.normalize("NFC", text[:LONGEST_TEXT]).replace("’", "'").replace("\u00ad", "")


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("swedish")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the Swedish stem of a lower-case word."""
    with _STEMMING:
        return cast(str, _stemmer().stemWord(word))


def plain(word: str) -> str:
    """Return the word without the marks of å, ä, ö and accents."""
    return word.translate(_PLAIN)


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[tuple[Word, ...], ...]:
    """Return the words of each sentence; a hyphen parts words ("ADHD-diagnos" is two)."""
    found: list[tuple[Word, ...]] = []
    current: list[Word] = []
    clause = 0
    ready = _ABBREVIATED.sub(r"\1 ", _NUMBER_STOP.sub(" ", clean(text)))
    for match in _TOKEN.finditer(ready):
        raw = match.group()
        if raw in _ENDS_SENTENCE:
            if current:
                found.append(tuple(current))
            current, clause = [], 0
        elif raw in _ENDS_CLAUSE:
            clause += 1
        elif raw != "-":
            low = raw.lower()
            ago = current and current[-1].low in {"länge", "år"}
            if low in _OPENS_CLAUSE and current and current[-1].clause == clause and not ago:
                clause += 1
            current.append(Word(raw, low, stem(low), clause))
            if len(current) == LONGEST_SENTENCE:
                found.append(tuple(current))
                current, clause = [], 0
    if current:
        found.append(tuple(current))
    return tuple(found)


def words(text: str) -> tuple[Word, ...]:
    """Return all the words of a text."""
    return tuple(word for sentence in sentences(text) for word in sentence)
