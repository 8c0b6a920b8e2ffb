"""Read a report of calls that ends in a swap: "1 ja, 2 nej. Nej, tvärtom!", "Oj, jag kastade om Anna och Bo.".

Only two people whose calls ended differently can have been swapped, and only where nothing is told behind it.
"""

import re

from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.mentions import mark
from medverkan.mailbox.replies.names import People

_OPENS = (
    r"^\W*(?:(?:nej|nä|nää|oj|ojdå|hoppsan|oops|ops|förlåt|sorry|ursäkta|fel|äsch|vänta|förresten|men|åh|aj|stopp)"
    r"[\s,.!]+){0,3}"
)
_ROUND = re.compile(
    rf"{_OPENS}(?:det (?:var|är|ska vara|blev) )?(?:ju |precis |helt |alldeles )?(?:tvärt ?om|omvänt)"
    r"(?: (?:var|är) det| ska det vara| förstås| såklart)?\W*$",
    re.I,
)
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


def without_round(after: list[str]) -> list[str]:
    """Leave out "tvärtom var det:" and "innan jag skickar:" where what is right is told behind it."""
    return [_LEADS_IN.sub("", _BEFORE_IT.sub("", after[0], count=1)), *after[1:]] if after else after
