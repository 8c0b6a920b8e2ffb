"""Take reasons and appositions out of a sentence of a reply to a proposal: "2 för att hon är ung", "damerna 2 och 3".

A reason is left out only where nothing in it doubts, limits or speaks against.
"""

import re

from medverkan.mailbox.replies.availability import is_unavailable
from medverkan.mailbox.replies.cues import HOLD, NO, RESERVE, judge
from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.doubts import HEDGE, IF, IF_PERSON
from medverkan.mailbox.replies.mentions import Marked
from medverkan.mailbox.replies.phrases import phrases, words_of
from medverkan.mailbox.replies.vocabulary import NUMBER_WORDS

_REASON = re.compile(
    r"(?<=§\d) ,? ?(?:för att|därför att|eftersom|ty|för|då) (?:hon|han|hen|de|dom|båda|det|jag|vi)\b"
    r"[^,;:()§?]{1,90}?(?= ,|,| (?:och|samt|men) §| ?[.!]|$)"
)
_SPEAKS_AGAINST = re.compile(r"\b(?:bara|endast|först|eller|men|fast|om|tills|innan|tyvärr|dålig\w*|svår\w*)\b")
_HEADINGS = (
    *("hesitation", "condition", "correction", "unable", "said by others", "asked", "which of them", "one more"),
    *("only one", "wished by the unit", "halted"),
)
# "2 från norra och 3 från södra"
_PARALLEL = re.compile(r"§\d+ (från|som) ((?:[^\W\d_]+ ){1,3})och (§\d+) \1 ((?:[^\W\d_]+ ?){1,3})(?= ?[,.!]|$)")
_APPOSITION = re.compile(
    r"(?:\b(?:de|dom|våra|mina) )?(?:§(\d+)|\b(två|tre|fyra|fem)) (?!av\b|som\b|och\b)(?:[a-zåäö]{2,15} ){0,2}"
    r"[a-zåäö]{2,20}(?:na|en|nen) (?:[:,] )?(?=§(\d+))"
)

# "Bo däremot vill jag inte skicka" is one clause.
_CONTRASTED = re.compile(
    r"(?<=§\d) ?,? (?:däremot|emellertid|å andra sidan|dock) ?,?(?= (?:vill|kan|ska|tänker|tar|skickar|väljer|vågar"
    r"|törs|skulle|kör|bjuder|ser|önskar|behöver|känner|har|får|hoppar|stryker|låter) (?:jag|vi|ni|du)\b)"
)


def tightened(sentence: Marked) -> Marked:
    """Return the sentence without its harmless reasons and without what only counts the people named after it."""
    sentence.text = _CONTRASTED.sub("", sentence.text)
    sentence.text = _REASON.sub(lambda reason: "" if _is_harmless(reason[0]) else reason[0], sentence.text)
    sentence.text = _PARALLEL.sub(
        lambda found: f"{found[0].split()[0]} och {found[3]}" if _is_harmless(f"{found[2]} {found[4]}") else found[0],
        sentence.text,
    )
    sentence.text = _APPOSITION.sub(lambda found: "" if _counts(sentence, found) else found[0], sentence.text)
    return sentence


def _is_harmless(reason: str) -> bool:
    if HEDGE.search(reason) or IF.search(reason) or IF_PERSON.search(reason) or _SPEAKS_AGAINST.search(reason):
        return False
    known = phrases("leftover.txt")
    words = words_of(reason)
    told = any(known[heading].search(words) for heading in _HEADINGS)
    return not (told or is_unavailable(reason) or judge(reason) & {NO, HOLD, RESERVE})


def _counts(sentence: Marked, found: re.Match[str]) -> bool:
    """Tell whether as many people are named as the words before them say."""
    named = sentence.mentions[int(found[3])]
    if named.who is not Who.NAMED or named.problem:
        return False
    if found[2]:
        return NUMBER_WORDS[found[2]] == len(named.numbers)
    return sentence.mentions[int(found[1])].words == "båda" and len(named.numbers) == 2
