"""Put "alla" or "båda" where a reply that names nobody speaks of exactly as many as are listed: "de två", "bra par!".

"Gå vidare!" alone may mean any of them. Behind "de två" it means both where two are listed, and nobody else can be.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.mentions import mark
from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.sentences import Sentence
from medverkan.mailbox.replies.vocabulary import NUMBER_WORDS

_VERB = r"(?:är|kan|ska|vill|\w{1,20}(?:ar|er|år|ör|ns))"
_COUNTED = re.compile(
    rf"(?<!av )(?<!bland )(?<!mellan )\b(?:de|dom|dem|dessa|just de|just dessa)(?: här| där| båda)? (två|tre|fyra)"
    rf"(?: (?:här|där|personerna|förslagen|namnen))?(?= {_VERB}\b|\W*$|[.!,])",
    re.I,
)
# "Vilket fint par" names their number too, and the pronoun behind it means them.
_SIZE = re.compile(
    r"\b(?:(?:vilke[tn]|ett|en|det|den|så|bra|fint?|perfekt|toppen\w*) (?:\w+ ){0,2}?)"
    r"(par|duo|trio|kvartett)\b(?! \w+are)",
    re.I,
)
_SIZES = {"par": 2, "duo": 2, "trio": 3, "kvartett": 4}
_ASKS = r"(?:fråga|tillfråga)"
_TAKES = (
    r"(?:(?:jag|vi) (?:tar|väljer|vill ha|godkänner|kör på|går vidare med|säger ja till)|ring|kontakta|boka|ta|välj"
    r"|kör på|gå vidare med|skicka till|skicka ut till|bjud in)"
)
_ENDS = r"(?= tack| då| direkt| nu|\W*$|[,.!])"
_THEM = rf"(?: gärna)?) (?:dem|dom)(?: båda| bägge)?{_ENDS}"
_TAKES_THEM = re.compile(rf"\b({_TAKES}{_THEM}", re.I)
_ASKS_THEM = re.compile(rf"\b({_ASKS}{_THEM}", re.I)  # "fråga dem" alone may mean the unit
_THEM_FIRST = re.compile(
    r"(?:^|(?<=[,;:] )|(?<=\bså ))(?:dem|dom|de) (?=(?:tar|kör|väljer|vill|bokar|frågar) (?:vi|jag)\b)", re.I
)
_GO_ON = re.compile(rf"\b(?:gå|går|vi går|kör) (?:vidare|på|igång){_ENDS}|^kör(?=\W*$)", re.I)
_DOUBTS = re.compile(
    r"\b(?:inte|ej|aldrig|eller|kanske|nog|om|ifall|en av|ena|bara|någon|nån|hellre|först|innan|vänta|annars|nej)\b|\?",
    re.I,
)


def whole_list_named(found: Sequence[Sentence], people: People) -> list[Sentence]:
    """Return the sentences with "alla" or "båda" for the group that can only be the whole list."""
    listed = len(people.numbers)
    if listed not in _SIZES.values() or _DOUBTS.search(" ".join(one.text for one in found)):
        return list(found)
    if any(mention.who is not Who.ALL for one in found for mention in mark(one.text, people).mentions):
        return list(found)
    everybody = "båda" if listed == 2 else "alla"
    told = [_COUNTED.sub(lambda words: _counted(words, listed, everybody), one.text) for one in found]
    pointed = listed == 2 and any(_TAKES_THEM.search(text) or _THEM_FIRST.search(text) for text in told)
    pointed = pointed or told != [one.text for one in found] or any(mark(text, people).mentions for text in told)
    sized = next((size for one in found for size in _SIZE.findall(one.text)), "").lower()
    if not pointed and _SIZES.get(sized, 0) != listed:
        return list(found)
    told = [_gone_on(text, everybody) for text in told]
    return [replace(one, text=text) for one, text in zip(found, told, strict=True)]


def _counted(words: re.Match[str], listed: int, everybody: str) -> str:
    return everybody if NUMBER_WORDS[words[1].lower()] == listed else words[0]


def _gone_on(text: str, everybody: str) -> str:
    """Say with whom to go on, where it is said to go on."""
    for pattern in (_TAKES_THEM, _ASKS_THEM):
        text = pattern.sub(rf"\1 {everybody}", text)
    return _GO_ON.sub(f"gå vidare med {everybody}", _THEM_FIRST.sub(f"{everybody} ", text))
