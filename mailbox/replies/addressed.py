"""Find in a reply to a proposal the names it only speaks to: "Hanna, tack för senast! Ja till Omid."

A lead writes to colleagues who may be called as somebody on the list. A name counts as spoken to by its place and by
what stands beside it; the reply is then read without it, and what it comes to decides (`proposal.py`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.mentions import mark
from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.sentences import Sentence

_NAME = r"[^\W\d_][\w-]{1,20}(?: [A-ZÅÄÖÉ][\w-]{1,20})?"
_FONDLY = r"(?:(?:hej|hejsan|hallå|tjena|bästa|kära|käre|snälla|rara|tyvärr|nej|nä|jo|ja|du|du,|åh|oj|men) ){0,2}"
_FIRST = re.compile(rf"^({_FONDLY})({_NAME})(\s*(?:[,!]|(?= (?:du|ni)\b)|$)\s*)(.*)$", re.I | re.S)
_LAST = re.compile(r"(,?\s)([^\W\d_][\w-]{1,20}(?:\s[^\W\d_][\w-]{1,20})?)(\s*[!.?]*)$")
# Third persons in the rest of the sentence are the one named before the comma; then the name chooses.
_OF_THEM = re.compile(
    r"\b(?:hon|han|hen|henne|honom|hennes|hans|hens|(?<!av )dem|(?<!av )dom|också|även|likaså|båda|bägge)\b", re.I
)
_YOU = re.compile(r"\b(?:du|dig|dej|din|ditt|dina|er|ert|era|ni)\b", re.I)
_SOCIAL = re.compile(
    r"^(?:(?:och|så|vad|hjärtligt|varmt|stort|tusen|väldigt|jätte) ){0,2}"
    r"(?:tack(?:ar)? (?:för|så mycket för)\b(?! (?:förslag|listan|namn))|grattis\b|hur (?:mår|är det|går det|har du)\b"
    r"|(?:kul|roligt|trevligt|fint|skönt|härligt|gott|bra|så) att (?:ses|höra|träffas?|se|du|ni|vi|få)\b"
    r"|vi (?:ses|hörs)\b|(?:ses|hörs) (?:vi )?(?:på|i|snart|sen|till)|hoppas (?:att )?(?:du|allt|ni|det)|välkommen"
    r"|krya på|lycka till|ha (?:en|det)|hälsa\b|du (?:är|har|var)\b|ursäkta|förlåt)",
    re.I,
)
# Subject before verb: what stood before the comma is no object of it ("Hanna, jag tar Omid").
_STATES = re.compile(r"^(?:jag|vi|det blir|ingen av|inga av|har (?:vi|ni|du)|finns|kan (?:du|ni)|skulle du)\b", re.I)
_THANKS_ALONE = re.compile(r"^tack(?: så mycket| snälla)?\W*$|^tack för (?:hjälpen|förslag\w*|listan|namnen)\W*$", re.I)
_LISTED = re.compile(r"(?:\boch|\bsamt|[,+&]|\beller|\btill|\bmed|\bpå|\btar|\bväljer|\bvill ha)\s*$", re.I)


@dataclass(frozen=True, slots=True)
class Addressed:
    """A reply without the names it speaks to."""

    rest: list[Sentence]
    numbers: frozenset[int]  # who is called so
    certain: bool  # somebody is plainly spoken to; else it is only possible


def addressed(found: Sequence[Sentence], people: People) -> Addressed | None:
    """Return the reply without the names that it may only speak to, None where there are none."""
    rest: list[Sentence] = []
    numbers: set[int] = set()
    certain = False
    for at, sentence in enumerate(found):
        after = found[at + 1].text if at + 1 < len(found) else ""
        without = _without_first(sentence.text, after, people) or _without_last(sentence.text, people)
        if without is None:
            rest.append(sentence)
            continue
        text, number, sure = without
        numbers.add(number)
        certain = certain or sure
        if text.strip(" .,!?"):
            rest.append(replace(sentence, text=text))
    return Addressed(rest, frozenset(numbers), certain) if numbers else None


def _without_first(text: str, after: str, people: People) -> tuple[str, int, bool] | None:
    match = _FIRST.match(text)
    number = _one(match[2], people) if match else None
    if match is None or number is None:
        return None
    fondly, rest = match[1].strip(), match[4] or after
    if _OF_THEM.search(rest if match[4] else after.split(".", maxsplit=1)[0]) or _named_first(rest, people):
        return None
    social = _SOCIAL.match(rest) is not None and not _THANKS_ALONE.match(rest)
    if not match[4]:
        if not (social or (_YOU.search(rest) and not rest.endswith("?"))):
            return None
        return fondly, number, social
    if _THANKS_ALONE.match(rest):
        return rest, number, False
    if social or _YOU.search(rest):
        return rest, number, True
    if _STATES.match(rest) or fondly.lower().split(" ")[-1:] in (["bästa"], ["kära"], ["rara"]):
        return rest, number, False
    return None


def _without_last(text: str, people: People) -> tuple[str, int, bool] | None:
    found = (_LAST.search(text, max(at - 1, 0)) for at in _last_words(text))
    match, number = next(((one, _one(one[2], people)) for one in found if one and _one(one[2], people)), (None, None))
    before = text[: match.start()] if match else ""
    if match is None or number is None or _LISTED.search(before):
        return None
    social = _SOCIAL.match(before) is not None
    if social and not _OF_THEM.search(before):
        return before + match[3], number, True
    # "Omid blir bra, Hanna.": perhaps both; "Jag tar Omid, Hanna" lists them.
    marked = mark(before, people)
    if "," in match[1] and marked.mentions and not marked.text.rstrip(" .").endswith(f"§{len(marked.mentions) - 1}"):
        return before + match[3], number, False
    return None


def _last_words(text: str) -> list[int]:
    """Return where the second last and the last gap between words is."""
    gaps = [at for at, sign in enumerate(text.rstrip(" !.?")) if sign == " "]
    return gaps[-2:]


def _one(name: str, people: People) -> int | None:
    """Return the one on the list who is called so, None for other words."""
    marked = mark(name, people)
    if marked.text.strip() != "§0" or marked.mentions[0].who is not Who.NAMED or not name[:1].isupper():
        return None
    numbers = marked.mentions[0].numbers
    return min(numbers) if len(numbers) == 1 else None


def _named_first(rest: str, people: People) -> bool:
    """Tell whether a list goes on: "Hanna, Omid"."""
    return mark(rest, people).text.startswith("§")
