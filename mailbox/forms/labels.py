"""Recognise a form label, however it is written: numbering, stars, case, missing diacritics, small slips, new wordings.

Three strengths: EXACT (a known variant), CLOSE (a slip of the pen) and GUESSED (the rare words of a field's variants).
Where nothing but the words says that a line is a label at all, only the first two count.
"""

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from medverkan.mailbox.forms.consents import consent_key
from medverkan.mailbox.forms.registry import FIELDS
from medverkan.mailbox.values import Kind

MAX_LABEL = 200


class Strength(IntEnum):
    """How sure it is that a text is that label."""

    GUESSED = 1
    CLOSE = 2
    EXACT = 3


@dataclass(frozen=True, slots=True)
class Label:
    """A recognised label; `extra` holds the further keys of a combined one ("Namn och telefon")."""

    key: str
    strength: Strength
    extra: tuple[str, ...] = ()


_NUMBERING = re.compile(r"^(?:[-–•·*>#]+\s*)*(?:\(?\d{1,2}\s?[.):]\s?|\d{1,2}\s+(?=[A-ZÅÄÖ*])|[a-zA-Z]\)\s?)?")
_PARENTHESES = re.compile(r"\([^()]{0,120}\)")
# "Ja, jag samtycker till matchning" answers a question and is none.
_ANSWER = re.compile(r"\s*(?:ja|nej|yes|no)\b", re.IGNORECASE)
_REQUIRED = re.compile(r"\b(?:obligatorisk\w*|valfri\w*|required|optional|frivillig\w*)\b")
_WORD = re.compile(r"[^\W_]+")
_SPLIT = re.compile(r"[,/&+;()]|\boch\b|\bsamt\b|\beller\b|\band\b|\bmed\b| - ")
_FOLD = str.maketrans({"å": "a", "ä": "a", "ö": "o", "é": "e", "ü": "u", "à": "a"})
# Too common in questions to tell one field from another.
_STOP = frozenset(
    [
        "er",
        "ert",
        "era",
        "din",
        "ditt",
        "dina",
        "du",
        "ni",
        "vi",
        "jag",
        "mig",
        "dig",
        "oss",
        "den",
        "det",
        "de",
        "som",
        "att",
        "en",
        "ett",
        "ar",
        "har",
        "ska",
        "skall",
        "kan",
        "om",
        "for",
        "pa",
        "i",
        "av",
        "till",
        "fran",
        "med",
        "och",
        "eller",
        "vad",
        "vilken",
        "vilket",
        "vilka",
        "hur",
        "vem",
        "kort",
        "kortfattat",
        "beskriv",
        "ange",
        "skriv",
        "gärna",
        "garna",
        "the",
        "of",
        "your",
    ]
)
_COMBINABLE = frozenset(
    ("contact_name", "contact_phone", "contact_email", "_name", "phone", "email", "_contact", "_title")
)
_TIMES = frozenset(("when_text", "_date", "_time", "_extent", "_time_end", "_date_end"))
_TITLES = frozenset(("titel", "befattning", "roll", "yrkestitel", "funktion", "title"))


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
    return _close(words, kind) or _guessed(words, kind)


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
    if len(distinct) < 2 or "" in distinct:
        return None
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
    found = process.extract(words, known.keys(), scorer=fuzz.ratio, score_cutoff=84, limit=8)
    if not found or found[0][1] < 87:
        return None
    best = known[found[0][0]]
    rival = next((score for variant, score, _ in found if known[variant] != best), 0.0)
    return Label(best, Strength.CLOSE) if found[0][1] - rival >= 3 else None


def _guessed(words: str, kind: Kind) -> Label | None:
    """Weigh rare words: "vilka forvantningar har ni pa deltagaren" is the one field whose variants say so."""
    asked = [word for word in words.split() if word not in _STOP]
    if not asked or len(asked) > 12:
        return None
    weights, table = _word_weights(kind)
    scores: dict[str, float] = {}
    total = sum(weights.get(word, max(weights.values())) for word in asked)
    for key, variants in table.items():
        best = 0.0
        for variant in variants:
            shared = sum(weights[word] for word in variant if word in asked)
            best = max(best, 2 * shared / (total + sum(weights[word] for word in variant)))
        scores[key] = best
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    (key, first), (_, second) = ranked[0], ranked[1]
    return Label(key, Strength.GUESSED) if first >= 0.7 and first - second >= 0.12 else None


@cache
def _word_weights(kind: Kind) -> tuple[dict[str, float], dict[str, tuple[frozenset[str], ...]]]:
    by_key: dict[str, list[frozenset[str]]] = defaultdict(list)
    used_by: dict[str, set[str]] = defaultdict(set)
    for words, key in _variants(kind).items():
        rare = frozenset(word for word in words.split() if word not in _STOP)
        if rare:
            by_key[key].append(rare)
            for word in rare:
                used_by[word].add(key)
    count = Counter({word: len(keys) for word, keys in used_by.items()})
    weights = {word: 1.0 + math.log(len(by_key) / n) for word, n in count.items()}
    return weights, {key: tuple(variants) for key, variants in by_key.items()}
