"""Recognise a form label, however it is written: numbering, stars, case, missing diacritics, small slips, new wordings.

Three strengths: EXACT (a known variant), CLOSE (a slip of the pen) and GUESSED (the rare words of a field's variants).
Where nothing but the words says that a line is a label at all, only the first two count.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache, lru_cache

from medverkan.mailbox.forms.consents import consent_key
from medverkan.mailbox.forms.entries import Entry
from medverkan.mailbox.forms.registry import FIELDS
from medverkan.mailbox.values import Kind

MAX_LABEL = 200
MAX_LABEL_WORDS = 14


class Strength(IntEnum):
    """How sure it is that a text is that label."""

    GUESSED = 1
    CLOSE = 2
    EXACT = 3


_SURE = {Strength.EXACT: 0.97, Strength.CLOSE: 0.9, Strength.GUESSED: 0.75}


@dataclass(frozen=True, slots=True)
class Label:
    """A recognised label; `extra` holds the further keys of a combined one ("Namn och telefon"); `sure` is 0–1."""

    key: str
    strength: Strength
    extra: tuple[str, ...] = ()
    text: str = ""  # as written
    sure: float = 0.0  # by strength where not stated

    def __post_init__(self) -> None:
        """Fill in how sure a label of that strength is."""
        if not self.sure:
            object.__setattr__(self, "sure", _SURE[self.strength])

    def entry(self, value: str) -> Entry:
        """Return what stands beside this label."""
        return Entry(self.key, value, self.extra, self.text, self.sure)


_NUMBERING = re.compile(r"^[-–•·*>#\s]*(?:\(?\d{1,2}\s?[.):]\s?|\d{1,2}\s+(?=[A-ZÅÄÖ*])|[a-zA-Z]\)\s?)?")
_PARENTHESES = re.compile(r"\([^()]{0,120}\)")
# "Ja, jag samtycker till matchning" answers a question and is none.
_ANSWER = re.compile(r"\s*(?:ja|nej|yes|no)\b", re.IGNORECASE)
_REQUIRED = re.compile(r"\b(?:obligatorisk\w*|valfri\w*|required|optional|frivillig\w*)\b")
_WORD = re.compile(r"[^\W_]+")
_SPLIT = re.compile(r"[,/&+;()]|\boch\b|\bsamt\b|\beller\b|\band\b|\bmed\b| - ")
_FOLD = str.maketrans({"å": "a", "ä": "a", "ö": "o", "é": "e", "ü": "u", "à": "a"})
# Too common in questions to tell one field from another.
_STOP = frozenset((
    "er", "ert", "era", "din", "ditt", "dina", "du", "ni", "vi", "jag", "mig", "dig", "oss", "den", "det", "de",
    "som", "att", "en", "ett", "ar", "har", "ska", "skall", "kan", "om", "for", "pa", "i", "av", "till", "fran",
    "med", "och", "eller", "vad", "vilken", "vilket", "vilka", "hur", "vem", "kort", "kortfattat", "beskriv",
    "ange", "skriv", "gärna", "garna", "the", "vill", "ha", "finns", "behovs", "galler", "snalla", "kommer",
    "onskar", "onskad", "onskat", "onskade", "vems", "ser", "ut", "vara", "behover", "hoppas", "blir", "gar",
    "ingar", "mer", "alla", "of", "your",
))  # fmt: skip
_COMBINABLE = frozenset(
    ("contact_name", "contact_phone", "contact_email", "_name", "phone", "email", "_contact", "_title")
)
_TIMES = frozenset(("when_text", "_date", "_time", "_extent", "_time_end", "_date_end"))
_TITLES = frozenset(("titel", "befattning", "roll", "yrkestitel", "funktion", "title"))


@lru_cache(maxsize=2048)
def folded(text: str) -> str:
    """Return a label's bare words: no numbering, punctuation, brackets, case or diacritics."""
    text = _NUMBERING.sub("", text.strip().strip("*_ ")).casefold()
    text = _REQUIRED.sub("", _PARENTHESES.sub(" ", text))
    return " ".join(_WORD.findall(text.replace("-", "").translate(_FOLD)))


@lru_cache(maxsize=4096)
def label_of_text(text: str, kind: Kind) -> Label | None:
    """Return the field that a text names as its label, None where it names none or it is too long to be one."""
    if not text or len(text) > MAX_LABEL:
        return None
    found = _named(text, kind)
    return replace(found, text=" ".join(text.split()).strip(" :*")) if found else None


def _named(text: str, kind: Kind) -> Label | None:
    words = folded(text)
    if not words or words.isdigit() or _ANSWER.match(text):
        return None
    exact = _variants(kind).get(words)
    combined = _combined(text, kind)
    if combined and (exact is None or combined.extra):
        return combined
    if exact:
        return Label(exact, Strength.EXACT)
    if kind is Kind.REGISTRATION and (consent := consent_key(text)):
        return Label(consent, Strength.EXACT)
    if len(words.split()) > MAX_LABEL_WORDS:
        return None
    return _close(words, kind) or _guessed(words, kind)


def known_labels(texts: Iterable[str], kind: Kind) -> int:
    """Return how many different fields are named by the texts, each in wording that the registry knows."""
    known = _variants(kind)
    return len({known[words] for text in texts if len(text) <= MAX_LABEL and (words := folded(text)) in known})


@cache
def _variants(kind: Kind) -> dict[str, str]:
    known: dict[str, str] = {}
    for field in FIELDS[kind]:
        for variant in (field.key.strip("_").replace("_", " "), field.label, *field.variants):
            known.setdefault(folded(variant), field.key)
    known.pop("", None)
    return known


def _combined(text: str, kind: Kind) -> Label | None:
    """Read "Kontaktperson, tel, e-post", "Datum och plats": every part must itself be a label."""
    pieces = [folded(piece) for piece in _SPLIT.split(text.casefold())]
    pieces = [piece for piece in pieces if piece]
    if not 2 <= len(pieces) <= 5:
        return None
    known = _variants(kind)
    keys = ["_title" if piece in _TITLES else known.get(piece, "") for piece in pieces]
    distinct = tuple(dict.fromkeys(keys))
    if "" in distinct:
        return None
    if len(distinct) == 1:
        return Label(distinct[0], Strength.EXACT) if distinct[0] != "_title" else None
    if set(distinct) <= _COMBINABLE:
        rest = tuple(key for key in distinct if not key.startswith("_c") and key != "_title")
        return Label("_contact", Strength.EXACT, rest) if rest else None
    if set(distinct) <= _TIMES:
        return Label("when_text", Strength.EXACT)
    if "place" in distinct and set(distinct) <= _TIMES | {"place"}:
        return Label("when_text", Strength.EXACT, ("place",))
    if set(distinct) == {"unit", "organisation"}:
        return Label(distinct[0], Strength.EXACT, (distinct[1],))
    if set(distinct) == {"municipality", "postal_address"}:
        return Label("postal_address", Strength.EXACT)
    if set(distinct) == {"place", "format"}:
        return Label("place", Strength.EXACT)
    if set(distinct) == {"consent_sms", "consent_email"}:
        return Label("consent_sms", Strength.EXACT, ("consent_email",))
    return None


def _close(words: str, kind: Kind) -> Label | None:
    from rapidfuzz import fuzz, process

    if len(words) < 5:
        return None
    known = _variants(kind)
    lengths, variants = _by_length(kind)
    # Texts whose lengths differ more than this cannot be 84 % alike.
    near = variants[bisect_left(lengths, 0.72 * len(words)) : bisect_right(lengths, len(words) / 0.72)]
    found = process.extract(words, near, scorer=fuzz.ratio, score_cutoff=84, limit=8)
    if not found or found[0][1] < 87:
        return None
    best = known[found[0][0]]
    rival = next((score for variant, score, _ in found if known[variant] != best), 0.0)
    return Label(best, Strength.CLOSE) if found[0][1] - rival >= 3 else None


@cache
def _by_length(kind: Kind) -> tuple[list[int], list[str]]:
    variants = sorted(_variants(kind), key=len)
    return [len(variant) for variant in variants], variants


def _guessed(words: str, kind: Kind) -> Label | None:
    """Weigh rare words: "vilka forvantningar har ni pa deltagaren" is the one field whose variants say so."""
    asked = _stems(words)
    if not asked or len(asked) > 12:
        return None
    weights, variants, unknown = _word_weights(kind)
    total = sum(weights.get(word, unknown) for word in asked)
    scores: dict[str, float] = defaultdict(float)
    for key, variant, weight in {entry for word in asked for entry in variants.get(word, ())}:
        shared = sum(weights[word] for word in variant if word in asked)
        scores[key] = max(scores[key], 2 * shared / (total + weight))
    ranked = sorted(scores.items(), key=lambda item: -item[1])[:2]
    if not ranked or ranked[0][1] < 0.7:
        return None
    rival = ranked[1][1] if len(ranked) > 1 else 0.0
    return Label(ranked[0][0], Strength.GUESSED) if ranked[0][1] - rival >= 0.12 else None


def _stems(words: str) -> list[str]:
    return [_stem(word) for word in words.split() if word not in _STOP]


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """Cut an inflected ending: folding has taken the diacritics, which the usual stemmers need."""
    before = word
    for ending in (
        "erna",
        "arna",
        "orna",
        "ande",
        "ens",
        "ets",
        "en",
        "et",
        "er",
        "ar",
        "or",
        "na",
        "as",
        "a",
        "s",
        "t",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word.removesuffix(ending)
            break
    # "erfarenheter" and "erfarenhet" must end up the same, so it is cut until nothing is left to cut.
    return word if word == before else _stem(word)


_Variant = tuple[str, frozenset[str], float]


@cache
def _word_weights(kind: Kind) -> tuple[dict[str, float], dict[str, tuple[_Variant, ...]], float]:
    """Return how telling each word is, for each word the variants (key, words, weight) with it, and an unknown's."""
    rare = [(key, frozenset(_stems(words))) for words, key in _variants(kind).items()]
    keys_of: dict[str, set[str]] = defaultdict(set)
    for key, stems in rare:
        for stem in stems:
            keys_of[stem].add(key)
    count = len({key for key, _ in rare})
    weights = {stem: 1.0 + math.log(count / len(keys)) for stem, keys in keys_of.items()}
    holding: dict[str, list[_Variant]] = defaultdict(list)
    for key, stems in rare:
        for stem in stems:
            holding[stem].append((key, stems, sum(weights[s] for s in stems)))
    return weights, {stem: tuple(variants) for stem, variants in holding.items()}, max(weights.values()) / 2
