"""Read a letter in English as plain Swedish, word by word, and give its own words back.

Everything else here reads Swedish. What matters in a letter – who asks, whom for, when, where – is said with few words
in few ways, so a small dictionary is enough for the patterns to find it; each replaced word is an `Edit`, and a value
that was found is given back in English. Grammar does not matter. A word that is not here stays as it is.
"""

import re
from functools import cache

from medverkan.mailbox.prose.english_words import ENGLISH, VERBS
from medverkan.mailbox.prose.spelling import Edit

MIN_WORDS = 12
_WORD = re.compile(r"[a-zåäö']+")
_OF_ENGLISH = frozenset(
    ("the", "and", "of", "to", "is", "are", "we", "you", "that", "this", "our", "be", "would", "like", "my", "with",
     "have", "been", "who", "your", "please", "it", "at", "from", "was", "will", "can", "not", "or", "a", "i'm", "has")
)  # fmt: skip
_OF_SWEDISH = frozenset(
    ("och", "att", "det", "är", "vi", "jag", "för", "som", "på", "en", "ett", "med", "har", "av", "till", "inte", "om",
     "ni", "den", "oss", "vill", "kan", "från", "så", "eller", "mig", "er", "hej", "tack")
)  # fmt: skip
_MONTHS = {
    "january": "januari", "february": "februari", "march": "mars", "april": "april", "may": "maj", "june": "juni",
    "july": "juli", "august": "augusti", "september": "september", "october": "oktober", "november": "november",
    "december": "december",
}  # fmt: skip
_MONTH = "|".join(_MONTHS)
_CLOCK = r"\d{1,2}(?:[:.][0-5]\d)?"
_HALF = r"(?:[ap]\.m\.|[ap]m\b)"
# Swedes write days and months small; a capital would make a name of them.
_DAY = re.compile(r"(?:mån|tis|ons|tors|fre|lör|sön)dag")
# After one of these a verb is an infinitive, and "to" is "att" before one.
_BEFORE_INFINITIVE = frozenset(
    ("to", "can", "could", "will", "would", "should", "may", "might", "must", "shall", "not", "please", "also")
)  # fmt: skip


def is_english(text: str) -> bool:
    """Tell whether a letter is written in English; one with an English footer is not."""
    small = text.casefold()
    if " the " not in small and " to " not in small:
        return False
    words = _WORD.findall(small)
    english, swedish = sum(w in _OF_ENGLISH for w in words), sum(w in _OF_SWEDISH for w in words)
    return len(words) >= MIN_WORDS and english > 4 * swedish and 6 * english >= len(words)


def in_swedish(text: str) -> tuple[str, tuple[Edit, ...]]:
    """Return an English sentence with the words that matter in Swedish, and what was written."""
    parts: list[str] = []
    edits: list[Edit] = []
    at = size = 0
    for found in _pattern().finditer(text):
        said = _said(found)
        if said == found[0]:
            continue
        gap = text[at : found.start()]
        size += len(gap)
        parts += (gap, said)
        edits.append(Edit(size, size + len(said), found[0]))
        size += len(said)
        at = found.end()
    return "".join((*parts, text[at:])), tuple(edits)


@cache
def _words() -> dict[str, str]:
    """Return English → Swedish; of a verb the present tense and the infinitive, parted by a stroke."""
    said = dict(line.split("=") for block in (ENGLISH, VERBS) for line in re.split(r"[;\n]\s*", block.strip()) if line)
    return {english.strip(): swedish.strip() for english, swedish in said.items()}


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _words()), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<low>{_CLOCK}) ?(?P<first>{_HALF})? ?(?:-|–|to|and|until) ?(?P<high>{_CLOCK}) ?(?P<half>{_HALF})|"
        rf"\b(?P<clock>{_CLOCK}) ?(?P<only>{_HALF})|"
        rf"\b(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?! ?[-–:]\d)(?!\d)|"
        rf"\b(?P<nth>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<of>{_MONTH})\b|"
        rf"\bat (?=\d{{1,2}}(?:[:.]\d\d)?\b)|\bon (?=(?:the )?(?:\d|(?:{_MONTH}) \d))|"
        rf"\b(?:{words})(?![\w'])|\bthe (?=\w)",
        re.IGNORECASE,
    )


def _said(found: re.Match[str]) -> str:
    """Return one piece in Swedish."""
    if found["half"]:
        low = _hour(found["low"], found["first"] or found["half"])
        high = _hour(found["high"], found["half"])
        # "10–12 pm" begins in the morning.
        return f"{low if low < high else _hour(found['low'], 'am')}–{high}"
    if found["only"]:
        return _hour(found["clock"], found["only"])
    if found["month"]:
        return f"{found['day']} {_MONTHS[found['month'].casefold()]}"
    if found["nth"]:
        return f"{found['nth']} {_MONTHS[found['of'].casefold()]}"
    english = found[0].casefold()
    if english.endswith(" "):
        return {"the ": "", "at ": "kl ", "on ": "den "}[english]
    said = _words()[english]
    if english in {"may", "march"} and found[0][0].isupper() and found.start():
        return _MONTHS[english]
    before = found.string[: found.start()].rstrip().rsplit(" ", 1)[-1].casefold()
    present, _, infinitive = said.partition("/")
    said = infinitive if infinitive and before in _BEFORE_INFINITIVE else present
    if english == "to":
        said = "att" if _leads_to_verb(found.string[found.end() :]) else "till"
    capital = found[0][0].isupper() and not found[0].startswith(("I'", "I "), 0) and found[0] != "I"
    return said[:1].upper() + said[1:] if (capital and not _DAY.match(said)) or not found.start() else said


def _leads_to_verb(rest: str) -> bool:
    found = re.match(r" (?:also |not |gladly )?([a-z]+(?: [a-z]+)?)", rest.casefold())
    if found is None:
        return False
    two, one = found[1], found[1].split()[0]
    return one in {"be", "get", "do", "hear", "feel"} or "/" in _words().get(two, "") or "/" in _words().get(one, "")


def _hour(clock: str, half: str) -> str:
    hour, _, minute = clock.replace(":", ".").partition(".")
    hours = int(hour) % 12 + (12 if half[0] in "pP" else 0)
    return f"{hours:02d}.{minute or '00'}"
