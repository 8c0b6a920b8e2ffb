"""Recognise a form label, however it is written: numbering, stars, case, missing diacritics, small slips, new wordings.

Three strengths: EXACT (a known variant), CLOSE (a slip of the pen) and GUESSED (what its words are about, `likely`).
Where nothing but the words says that a line is a label at all, only the first two count.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.naming import combined
from medverkan.mailbox.forms.naming.concepts import meaning
from medverkan.mailbox.forms.naming.consents import consents_in
from medverkan.mailbox.forms.naming.likely import likely, sure_of
from medverkan.mailbox.forms.naming.registry import FIELDS
from medverkan.mailbox.forms.values.options import perspectives
from medverkan.mailbox.values import Kind

OTHER = "_other"
MAX_LABEL = 200
MAX_LABEL_WORDS = 14
MAX_BEFORE_OPTIONS = 4


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


_NUMBERING = re.compile(
    r"^[-–•·*>#\s]*(?:\d{1,2}\.\d{1,2}[.):]?\s+(?=\D)|\(?\d{1,2}\s?[.):]\s?|\d{1,2}\s+(?=[A-ZÅÄÖ*])|[a-zA-Z]\)\s?)?"
)
_PARENTHESES = re.compile(r"\([^()]{0,120}\)")
_SQUARE = re.compile(r"\[[^\[\]]{0,120}\]")
# "Ja, jag samtycker till matchning" answers a question and is none.
_ANSWER = re.compile(r"\s*(?:ja|nej|yes|no)\b(?!\.? of\b)", re.IGNORECASE)
# "Ange er …", "Vilken är din …": what comes before the label proper, in folded words.
_LEAD = re.compile(
    r"^(?:(?:ange|skriv|fyll i|uppge|lamna|garna|kort|kortfattat|ert?|era|var[at]?|min|mitt|mina|din|ditt|dina|ev|"
    r"eventuell[at]?|vanligen|vilken ar|vilket ar|vilka ar) ){1,4}"
)
_REQUIRED = re.compile(r"\b(?:obligatorisk\w*|valfri\w*|required|optional|frivillig\w*)\b")
_SAID_OF_ANSWERS = ("obligatorisk", "valfri", "required", "optional", "frivillig")
_WORD = re.compile(r"[^\W_]+")
_FOLD = (("å", "a"), ("ä", "a"), ("ö", "o"), ("é", "e"), ("ü", "u"), ("à", "a"))
# What a label that asks for several things holds at least one of.
_PARTED = re.compile(r"\W")
_TITLES = frozenset(("titel", "befattning", "roll", "yrkestitel", "funktion", "title"))
# A label that only its meaning names must be this sure where nothing but the words says that it is a label.
_GUESS = 0.8
_OF_ASSIGNMENTS = frozenset(("title", "activity", "description", "purpose"))
_VAGUE = frozenset(("seek", "what", "which", "who", "how", "content", "need_of"))


@lru_cache(maxsize=2048)
def folded(text: str) -> str:
    """Return a label's bare words: no numbering, punctuation, brackets, case or diacritics."""
    text = text.strip().strip("*_ ")
    # Most labels begin with a word.
    numbered = not text[:1].isalpha() or text[1:2] == ")"
    text = (_NUMBERING.sub("", text) if numbered else text).casefold()
    text = _PARENTHESES.sub(" ", text) if "(" in text else text
    text = _SQUARE.sub(" ", text) if "[" in text else text
    for word in _SAID_OF_ANSWERS:
        if word in text:
            text = _REQUIRED.sub("", text)
            break
    text = text.replace("-", "")
    if not text.isascii():
        for written, plain in _FOLD:
            text = text.replace(written, plain)
    return " ".join(_WORD.findall(text))


@lru_cache(maxsize=4096)
def label_of_text(text: str, kind: Kind) -> Label | None:
    """Return the field that a text names as its label, None where it names none or it is too long to be one."""
    if not text or len(text) > MAX_LABEL:
        return None
    return worded_label(text, kind) or _guessed(text, kind)


@lru_cache(maxsize=4096)
def worded_label(text: str, kind: Kind) -> Label | None:
    """Return the field that a text names in words that are known, or nearly: the two strengths above GUESSED."""
    if not text or len(text) > MAX_LABEL or not (found := _named(text, kind)):
        return None
    return Label(found.key, found.strength, found.extra, _written(text), found.sure)


def _written(text: str) -> str:
    return " ".join(text.split()).strip(" :*")


def _opened(text: str) -> str:
    """Return "Telefon (vårdnadshavare)" without its brackets: left out elsewhere, here they say whose."""
    whose = "(" in text and "guardian" in meaning(text).concepts
    return text.replace("(", " ").replace(")", " ") if whose else text


def _named(text: str, kind: Kind) -> Label | None:
    text = _opened(text)
    words = folded(text)
    if not words or words.isdigit() or _ANSWER.match(text):
        return None
    if len(words.split()) <= MAX_BEFORE_OPTIONS and _offers_perspectives(text):
        return Label("perspectives", Strength.EXACT)
    exact = _by_brackets(text, kind) or wordings_of(kind).get(words)
    together = _combined(text, kind) if exact != OTHER else None
    if together and (exact is None or together.extra):
        return together
    if exact:
        return Label(exact, Strength.EXACT)
    if kind is Kind.REGISTRATION and (consents := consents_in(text)):
        return Label(consents[0], Strength.EXACT, consents[1:])
    if len(words.split()) > MAX_LABEL_WORDS:
        return None
    bare = wordings_of(kind).get(_LEAD.sub("", words))
    return Label(bare, Strength.CLOSE) if bare else _close(words, kind)


def _by_brackets(text: str, kind: Kind) -> str:
    """Return the field that brackets name after words that say nothing: "Vi söker (antal)"; "" without such."""
    if "(" not in text:
        return ""
    named = wordings_of(kind).get(folded(" ".join(_PARENTHESES.findall(text)).strip("() ")), "")
    around = {concept for concept in meaning(_PARENTHESES.sub(" ", text)).concepts if not concept.startswith("…")}
    # "Uppdrag (rubrik)": of the assignment, that which the brackets name.
    vague = _VAGUE | {"assignment"} if named in _OF_ASSIGNMENTS else _VAGUE
    vague = vague | {"background"} if named == "experience" else vague
    return named if named and around <= vague else ""


def _offers_perspectives(text: str) -> bool:
    """Tell whether brackets list the perspectives to choose from: "Målgrupp (patient/brukare/närstående)"."""
    return "(" in text and any(len(perspectives(options)) > 1 for options in _PARENTHESES.findall(text))


def known_labels(texts: Iterable[str], kind: Kind) -> int:
    """Return how many different fields are named by the texts, each in wording that the registry knows."""
    known = wordings_of(kind)
    return len({known[words] for text in texts if len(text) <= MAX_LABEL and (words := folded(text)) in known})


@cache
def wordings_of(kind: Kind) -> dict[str, str]:
    """Return the folded wordings that the registry knows, with the key of each."""
    known: dict[str, str] = {}
    for field in FIELDS[kind]:
        for variant in (field.key.strip("_").replace("_", " "), field.label, *field.variants):
            known.setdefault(folded(variant), field.key)
    known.pop("", None)
    return known


def _combined(text: str, kind: Kind) -> Label | None:
    parts = combined.pieces_of(text) if _PARTED.search(text) else ()
    if len(parts) < 2:
        return None
    pieces = [words for piece in parts if (words := folded(piece))]
    known = wordings_of(kind)
    found = combined.combined(pieces, lambda piece: combined.TITLE if piece in _TITLES else known.get(piece, ""))
    return Label(found[0], Strength.EXACT, found[1]) if found else None


def _close(words: str, kind: Kind) -> Label | None:
    from rapidfuzz import fuzz, process

    if len(words) < 5:
        return None
    known = wordings_of(kind)
    # Texts whose lengths differ more than this cannot be 87 % alike, or 84 %. Hardly any slip spoils both ends.
    by_ends = (_by_length(kind, words[0]), _by_length(kind, "", words[-1]))
    alike = (_as_long(words, 0.765, *of_end) for of_end in by_ends)
    if not any(process.extractOne(words, some, scorer=fuzz.ratio, score_cutoff=87) for some in alike):
        return None
    near = _as_long(words, 0.72, *_by_length(kind))
    found = process.extract(words, near, scorer=fuzz.ratio, score_cutoff=84, limit=8)
    if not found or found[0][1] < 87:
        return None
    best = known[found[0][0]]
    rival = next((score for variant, score, _ in found if known[variant] != best), 0.0)
    close = found[0][1] - rival >= 3 and _is_slip(words, found[0][0])
    return Label(best, Strength.CLOSE) if close else None


def _as_long(words: str, share: float, lengths: Sequence[int], variants: Sequence[str]) -> Sequence[str]:
    """Return the wordings that are no shorter and no longer than that share."""
    return variants[bisect_left(lengths, share * len(words)) : bisect_right(lengths, len(words) / share)]


def _is_slip(words: str, variant: str) -> bool:
    """Tell whether two near texts mean the same: "jag vill göra" is no slip for "jag vill inte göra"."""
    said, known = meaning(words), meaning(variant)
    if set(said.concepts) - set(known.concepts):
        return False
    return said.unknown > known.unknown or not set(known.concepts) - set(said.concepts)


@cache
def _by_length(kind: Kind, first: str = "", last: str = "") -> tuple[list[int], list[str]]:
    """Return the wordings, those with that first or last letter where one is given, by how long they are."""
    fitting = [words for words in wordings_of(kind) if words.startswith(first) and words.endswith(last)]
    variants = sorted(fitting, key=len)
    return [len(variant) for variant in variants], variants


def _guessed(text: str, kind: Kind) -> Label | None:
    """Take what the words are about, where that is plain."""
    text = _opened(text)
    words = folded(text)
    if " " not in text.strip() or not words or _ANSWER.match(text) or len(words.split()) > MAX_LABEL_WORDS:
        return None
    ranked = likely(text, kind)
    sure = sure_of(ranked)
    guessed = bool(ranked) and sure >= _GUESS
    return Label(ranked[0].key, Strength.GUESSED, (), _written(text), sure) if guessed else None
