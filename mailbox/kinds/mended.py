"""Mend how people spell and speak, so that what they ask for can be looked for in few words.

What is mended is only what `farewells` listens for; a text that is mended is never shown to anybody.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

_MAX_TEXT = 6_000
_MAX_SENTENCE = 400
# Slips and speech, as whole words.
_SLIPS = (
    (re.compile(r"\b(ta ?bort|tag bort|radera|stryk|avregistrera)(mi(?:g|na)|me[jg])\b"), r"\1 \2"),
    (re.compile(r"\bta ?b(?:or|å|år|o)t\b|\bta bor(?= me?[ijg])|\btag bort\b|\btabort\b"), "ta bort"),
    (re.compile(r"\bme[jg]\b|\bmi\b"), "mig"),
    (re.compile(r"\b(?:va|vara|vare) (?:me|med|mä)\b"), "vara med"),
    (re.compile(r"\bva(?= kvar\b)"), "vara"),
    (re.compile(r"\b(?:vil|vikk|viil|ville)\b"), "vill"),
    (re.compile(r"\b(?:int|intte|ite|itne|ej|icke|aldrig|inget)\b"), "inte"),
    (re.compile(r"\bläng re\b|\b(?:längere|längra|längte)\b"), "längre"),
    (re.compile(r"\b(?:erat|eran|era|ert)\b"), "er"),
    (re.compile(r"\b(?:personuppgifter|uppgifterna|data)\b"), "uppgifter"),
    (re.compile(r"\bintresse ?banke?n?s?\b"), "intressebanken"),
    (re.compile(r"\b(?:vänligen|tyvärr|gärna|snälla|tack|härmed|nog|bara|nu|genast|omedelbart|snarast|helt|också|"
                r"faktiskt|egentligen|absolut|därför|alltså|dock|helst|ju|väl|ändå|då|enkelt|själv|något|någon|"
                r"gången)\b ?"), ""),
)  # fmt: skip
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
    for slip, right in _SLIPS:
        text = slip.sub(right, text)
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
