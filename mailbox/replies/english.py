"""Read a reply in English by putting its common words into Swedish, so that one set of rules understands both.

Only what the table in english.txt knows is put over: a word that is not in it stays, and what stays is not understood
and is asked back.
"""

import re
from collections.abc import Set
from functools import cache
from pathlib import Path

_SWEDISH = re.compile(
    r"\b(?:och|inte|jag|är|på|för|ja|nej|av|till|som|de|har|vi|tack|alla|båda|ingen|mvh|den|det"
    r"|hand|första|andra|gärna|tar|bra|kör|kan|vill|om|ett|en|men|inget|svar|svarar|ringt|ringer|hej|säger|sa)\b",
    re.I,
)
_ENGLISH = re.compile(
    r"\b(?:the|and|not|yes|no|please|with|thanks|thank|none|both|all|except|are|would|could|can|can't|them"
    r"|of|to|go|ahead|number|numbers|maybe|either|she|he|said|wants|declined|answer|neither|more|on|hold|undo|status"
    r"|fine|good|great|ok|let's|we|take|others|last|first|two|one)\b",
    re.I,
)
_SURELY = re.compile(
    r"\b(?:not|yes|please|with|thanks|would|neither|both|nobody|said|i'd|i'll|we'll|wants|can't|the|and|others)\b", re.I
)


# English words that are Swedish ones too, or that Swedish borrows: left alone where the two are mixed.
_SWEDISH_TOO = frozenset(
    ("i", "to", "all", "for", "at", "in", "a", "an", "my", "her", "best", "fit", "dear", "hi", "one")
)
_SWEDISH_TOO |= {"call", "take", "ok", "has", "of", "can", "wait"}
_MIXED = re.compile(
    r"\b(?:the|and|with|would|yes|please|said|wants|they|she|which|what|have|this|are|not|but|let's|we|how|do"
    r"|or|people|too|many|who|will|because|just|then|don't|doesn't|it's|i'll|i'm)\b",
    re.I,
)


def in_swedish(words: str, names: Set[str] = frozenset()) -> str:
    """Return English words put into Swedish, also where a Swedish letter mixes them in; anything else as it is.

    `names`, in small letters, are the parts of names: with a capital "Said" is nobody's saying.
    """
    capitals = "|".join(re.escape(name.capitalize()) for name in sorted(names)) or "(?!)"
    head = re.sub(rf"\b(?:{capitals})\b", "", words[:4000])
    mixed = bool(_SWEDISH.search(head))
    if mixed and len({word.lower() for word in _MIXED.findall(head)}) < 2:
        return words
    if not (mixed or _SURELY.search(head) or len({word.lower() for word in _ENGLISH.findall(head)}) > 1):
        return words
    pattern, table = _phrases(mixed=mixed)
    # Typographic apostrophes are what telephones write.

    def swedish(match: re.Match[str]) -> str:
        return match[0] if match[0][0].isupper() and match[0].lower() in names else table[match[0].lower()]

    return pattern.sub(swedish, words[:4000].replace("’", "'"))


@cache
def _phrases(*, mixed: bool) -> tuple[re.Pattern[str], dict[str, str]]:
    lines = Path(__file__).with_name("english.txt").read_text(encoding="utf-8").splitlines()
    table = dict(line.split(" = ", 1) for line in lines)
    if mixed:
        table = {english: swedish for english, swedish in table.items() if english not in _SWEDISH_TOO}
    longest_first = sorted(table, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.I), table
