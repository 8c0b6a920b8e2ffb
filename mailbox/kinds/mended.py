"""Mend how people spell and speak, so that what they ask for can be looked for in few words.

What is mended is only what `farewells` listens for; a text that is mended is never shown to anybody.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

_MAX_TEXT = 6_000
_MAX_SENTENCE = 400
# Slips and speech, word for word.
_WORDS = {
    **dict.fromkeys(("mej", "meg", "mi"), "mig"),
    **dict.fromkeys(("vil", "vikk", "viil", "ville"), "vill"),
    **dict.fromkeys(("int", "intte", "ite", "itne", "ej", "icke", "aldrig", "inget"), "inte"),
    **dict.fromkeys(("längere", "längra", "längte"), "längre"),
    **dict.fromkeys(("erat", "eran", "era", "ert"), "er"),
    **dict.fromkeys(("personuppgifter", "uppgifterna", "data"), "uppgifter"),
}
_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b")
# Slips of several words; before each stand stems of which one is in all that it finds.
_SLIPS = (
    (("bort", "radera", "stryk", "avregistrera"),
     re.compile(r"\b(ta ?bort|tag bort|radera|stryk|avregistrera)(mi(?:g|na)|me[jg])\b"), r"\1 \2"),
    (("ta b", "tab", "tag b"),
     re.compile(r"\bta ?b(?:or|å|år|o)t\b|\bta bor(?= me?[ijg])|\btag bort\b|\btabort\b"), "ta bort"),
    ((" me", " mä"), re.compile(r"\b(?:va|vara|vare) (?:me|med|mä)\b"), "vara med"),
    (("va kvar",), re.compile(r"\bva(?= kvar\b)"), "vara"),
    (("läng re",), re.compile(r"\bläng re\b"), "längre"),
    (("bank",), re.compile(r"\bintresse ?banke?n?s?\b"), "intressebanken"),
)  # fmt: skip
_FILLERS = re.compile(
    r"\b(?:vänligen|tyvärr|gärna|snälla|tack|härmed|nog|bara|nu|genast|omedelbart|snarast|helt|också|"
    r"faktiskt|egentligen|absolut|därför|alltså|dock|helst|ju|väl|ändå|då|enkelt|själv|något|någon|"
    r"gången)\b ?"
)
# What is spelled almost like one of these is read as it.
_KEY_WORDS = ("registret", "intressebanken", "uppgifter", "avregistrera", "avregistrering", "avanmäla", "avanmälan",
              "samtycke", "medverkan", "medverka", "registrering",
              "anmälan", "borttagen", "fortsätta", "registrerad")  # fmt: skip
_FUZZY_FROM = 7
_BREAK = re.compile(r"\n(?=[^\n]{0,3}[a-zåäö])")
_SENTENCE_END = re.compile(r"[.!?;\n]+|(?<= )[-–—](?= )|, (?=(?:men|så|utan|och (?:jag|vi|kan|ni|radera|ta bort))\b)")
_SPACES = re.compile(r"[^\S\n]+")


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences in lower case, slips mended; a line that goes on in the next one is one with it."""
    text = _BREAK.sub(" ", text[:_MAX_TEXT].replace("\r", "")).lower()
    text = _SPACES.sub(" ", text)
    for stems, slip, right in _SLIPS:
        if any(stem in text for stem in stems):
            text = slip.sub(right, text)
    text = _FILLERS.sub("", _WORD.sub(lambda found: _WORDS[found[0]], text))
    for piece in _SENTENCE_END.split(text):
        sentence = piece[:_MAX_SENTENCE].strip()
        if sentence:
            yield " ".join(map(_respelled, sentence.split()))


@lru_cache(maxsize=4096)
def _respelled(word: str) -> str:
    """Return the key word that a long word is a slip of: one letter wrong, two from nine letters on."""
    if len(word) < _FUZZY_FROM or len(word) > 20 or word in _KEY_WORDS:
        return word
    from rapidfuzz.distance import OSA

    most = 1 if len(word) < 9 else 2
    return next((key for key in _KEY_WORDS if OSA.distance(word, key, score_cutoff=most) <= most), word)
