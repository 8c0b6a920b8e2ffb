"""Read a report of calls that ends in a swap: "1 ja, 2 nej. Nej, tvärtom!", "Oj, jag kastade om Anna och Bo.".

Only two people whose calls ended differently can have been swapped, and only where nothing is told behind it.
"""

import re
from collections.abc import Callable
from typing import Protocol

from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.mentions import mark
from medverkan.mailbox.replies.names import People
from medverkan.mailbox.values import Outcome


class Report(Protocol):
    """What was read of some sentences."""

    outcomes: dict[int, Outcome]
    problem: str


Read = Callable[[list[str]], Report]

_OPENS = (
    r"^\W*(?:(?:nej|nä|nää|oj|ojdå|hoppsan|oops|ops|förlåt|sorry|ursäkta|fel|äsch|vänta|förresten|men|åh|aj|stopp)"
    r"[\s,.!]+){0,3}"
)
_ROUND = re.compile(
    rf"{_OPENS}(?:det (?:var|är|ska vara|blev) )?(?:ju |precis |helt |alldeles )?(?:tvärt ?om|omvänt)"
    r"(?: (?:var|är) det| ska det vara| förstås| såklart)?\W*$",
    re.I,
)
# "Oj, tvärtom för 1 och 3! Alltså 1 nej, 2 ja, 3 ja."
_TURNED = re.compile(
    rf"{_OPENS}(?:det (?:var|är|ska vara|blev) )?(?:ju |precis |helt |alldeles )?(?:tvärt ?om|omvänt)"
    r"(?: (?:för|med|på|mellan) (?P<whom>[^.,;:!?]{3,60}?))?(?: (?:var|är) det| ska det vara)?(?:,? alltså)?"
    r"\s*(?:[:.,!–-]+\s*|$)",
    re.I,
)
_SO = re.compile(r"^\W*(?:alltså|så|dvs\.?|rätt är|det ska stå)\b[\s:,]*", re.I)
_SWAPPED = re.compile(
    rf"{_OPENS}(?:(?:jag|vi) (?:har |råkade )?(?:kasta(?:de|t)? om|förväxla(?:de|t)?|blanda(?:de|t)? ihop"
    r"|bytt? plats på)|(?:byt|kasta om|vänd på)(?: plats på)?) (?P<both>[^.,;:!?]{3,80})\W*$",
    re.I,
)
_BEFORE_IT = re.compile(
    r"^\W*(?:(?:det (?:var|är|ska vara) )?(?:ju |precis |helt )?(?:tvärt ?om|omvänt)(?: (?:var|är) det| ska det vara)?"
    r"(?: alltså)?\s*[:,.!–-]+\s*)",
    re.I,
)
# After "Rättelse" it may be told when: "innan jag skickar" and a colon.
_LEADS_IN = re.compile(r"^\W*(?:innan|när|nu när|efter att|då) (?:jag|vi|det)\b[^:A-ZÅÄÖ\d]{0,40}: ")


def exchanged(told: list[str], people: People) -> tuple[list[str], frozenset[int]] | None:
    """Return what was told before a swap that ends the report, and who were swapped; nobody where it is unsaid."""
    if len(told) < 2:
        return None
    if _ROUND.match(told[-1]):
        return told[:-1], frozenset()
    found = _SWAPPED.match(told[-1])
    mentions = mark(found["both"], people).mentions if found else []
    numbers = frozenset().union(*(one.numbers for one in mentions if one.who is Who.NAMED and not one.problem))
    return (told[:-1], numbers) if len(numbers) == 2 and all(one.numbers for one in mentions) else None


def told_again(told: list[str], people: People, read: Read) -> dict[int, Outcome] | None:
    """Return how the calls ended where a "tvärtom" is followed by all of it once more: the last word counts."""
    for index, sentence in enumerate(told[1:], start=1):
        found = _TURNED.match(sentence)
        after = [one for one in (sentence[found.end() :], *told[index + 1 :]) if one.strip()] if found else []
        if not (found and after):
            continue
        whom = {n for one in mark(found["whom"] or "", people).mentions for n in one.numbers}
        before, again = read(told[:index]), read([_SO.sub("", after[0]), *after[1:]])
        old, new = ({} if part.problem else part.outcomes for part in (before, again))
        if old and new and (whom or set(old)) <= set(new) <= set(old) and any(old[n] is not new[n] for n in new):
            return old | new
    return None


def without_round(after: list[str]) -> list[str]:
    """Leave out "tvärtom var det:" and "innan jag skickar:" where what is right is told behind it."""
    return [_LEADS_IN.sub("", _BEFORE_IT.sub("", after[0], count=1)), *after[1:]] if after else after
