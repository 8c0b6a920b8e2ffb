"""What a request names and the vocabulary does not know, and who tells of it in the same words.

Read only where the vocabulary knows nothing of what is asked for: then the unit's own name must not stand in for it, or
anybody who has been there would be put forward for an illness that nobody has.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from medverkan.matching import places
from medverkan.matching.demands import languages_in
from medverkan.matching.denials import denied
from medverkan.matching.offices import passing
from medverkan.matching.perspective import OWN, RELATED, sides
from medverkan.matching.scope import subject, unsure
from medverkan.matching.text import Word, sentences, stem
from medverkan.matching.values import Profile
from medverkan.matching.vocabulary import Vocabulary
from medverkan.matching.wordlists import listed

# What comes after these is what is asked for: "erfarenhet av …", "personer med …".
_OPENERS = frozenset(["av", "med", "diagnosen", "sjukdomen", "of", "with"])
_ENDS = frozenset(["som", "att", "när", "där", "vilka", "vilken", "who", "that", "to"])
_JOINS = frozenset(["eller", "och", "samt", "or", "and"])
SHORTEST, LONGEST = 4, 30
# How many words after an opener may be its object, and of how many words a text without one is a bare list of names.
OBJECT_WORDS, BARE_WORDS = 3, 3
MOST_NAMES = 6
# A stem as long as this may go on in what is told ("porfyri", "porfyrin").
LONG_STEM = 5
FULL = 0.85


@cache
def _general() -> frozenset[str]:
    return frozenset(stem(word) for word in listed("general") | listed("stop"))


@lru_cache(maxsize=16)
def named(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the words, in lower case, that name what is asked for and that no concept knows, in order."""
    found: dict[str, None] = {}
    for words in sentences(text):
        known = {at for hit in vocabulary.find(words) for at in range(hit.start, hit.end)}
        for at in _objects(words):
            if at not in known and _telling(words[at]):
                found.setdefault(words[at].low)
    return tuple(found)[:MOST_NAMES]


def _telling(word: Word) -> bool:
    if not (SHORTEST <= len(word.low) <= LONGEST and word.low.isalpha()) or word.stem in _general():
        return False
    return not (word.low in listed("relatives") or languages_in(word.low) or places.municipalities_in(word.low))


def _objects(words: Sequence[Word]) -> Iterator[int]:
    """Yield the places of the words that stand where what is asked for is named."""
    telling = sum(len(word.low) >= SHORTEST and word.low not in listed("stop") for word in words)
    if telling <= BARE_WORDS and not any(word.low in _ENDS for word in words):
        yield from range(len(words))
        return
    left = 0
    for at, word in enumerate(words):
        if word.low in _OPENERS:
            left = OBJECT_WORDS
        elif word.low in _ENDS:
            left = 0
        elif left and word.low not in _JOINS:
            left -= 1
            yield at


def told(names: Sequence[str], profile: Profile) -> dict[str, float]:
    """Return how well a person tells of what is named, 0–1, by perspective; what is denied or passing is not told."""
    stated = sides(profile.perspectives)
    found: dict[str, set[str]] = {}
    for words in sentences(f"{profile.experience}. {profile.care_met}"):
        for at, word in enumerate(words):
            name = next((name for name in names if _same(name, word)), None)
            if name and not (denied(words, at, at + 1) or passing(words, at, at + 1, "") or unsure(words, at, at + 1)):
                found.setdefault(_side(subject(words, at, at + 1), stated), set()).add(name)
    return {side: FULL * min(1.0, 1.5 * len(met) / len(names)) for side, met in found.items()}


def _same(name: str, word: Word) -> bool:
    asked = stem(name)
    return word.stem == asked or (len(asked) >= LONG_STEM and word.low.startswith(asked))


def _side(whom: str, stated: frozenset[str]) -> str:
    if whom in {"relative", "other"}:
        return RELATED
    return RELATED if stated == {RELATED} and whom != "self" else OWN
