"""Name in full "damerna" and "herrarna" of a list where every first name is surely a woman's or a man's.

A name that either has, or that is not known, leaves the words as they were; a heading before names is left out.
"""

import re

from medverkan.mailbox.replies.names import People, fold
from medverkan.mailbox.replies.vocabulary import either, first_names, men

_WOMEN = r"kvinnorna|tjejerna|damerna|flickorna|tanterna"
_MEN = r"männen|killarna|herrarna|grabbarna|pojkarna|gubbarna"
_ONE_WOMAN = r"kvinnan|tjejen|damen|tanten"
_ONE_MAN = r"herrn|herren|killen|grabben|gubben"
_BEFORE = r"(?:(?:alla|båda|bägge|samtliga|de|våra) (?:(?:två|tre|fyra|båda|bägge) )?(?:[a-zåäö]{2,12}[ae] )?)?"
_HEADING = re.compile(
    rf"\b{_BEFORE}(?:{_WOMEN}|{_MEN}|{_ONE_WOMAN}|{_ONE_MAN})(?P<on> (?:på|i) (?:listan|gruppen|gänget))?"
    r"(?P<sign> ?[:,(-]| alltså| dvs| nämligen)? ?(?=(?P<name>[A-ZÅÄÖ][\w-]{1,20})(?: (?P<last>[A-ZÅÄÖ][\w-]{1,20}))?)"
)
_GROUP = re.compile(
    rf"(?<![\w-])(?<!av )(?<!den ena )(?<!någon )(?<!vilken )(?P<before>{_BEFORE})"
    rf"(?:(?P<women>{_WOMEN})|(?P<men>{_MEN})|(?P<woman>{_ONE_WOMAN})|(?P<man>{_ONE_MAN}))\b"
    r"(?: på listan| i (?:listan|gruppen|gänget))?(?! (?:på|i|från|hos|som|med|vid|där|här) )(?! [A-ZÅÄÖ])",
    re.I,
)
_WHOSE = re.compile(r"\b(?:min|hennes|hans|sin|deras|en|den|andra|yngre|äldre|vår|ett|gamla|unga|nya) $", re.I)


def without_headings(text: str, people: People) -> str:
    """Return the text without "damerna" before the names of those who are meant."""
    return _HEADING.sub(lambda found: "" if _names(found, people) else found[0], text)


def as_gendered(text: str, people: People) -> str:
    """Return the text with names for all women, or all men, on the list; for reports of calls only."""
    return _GROUP.sub(lambda found: _group(found, people), text)


def _names(found: re.Match[str], people: People) -> bool:
    who = people.called(found["name"], beside_name=bool(found["last"]), inside=True)
    return len(who) == 1 or bool(who & people.called(found["last"] or "", beside_name=True))


def _group(found: re.Match[str], people: People) -> str:
    certain = {fold(name) for name in first_names() | men()} - {fold(name) for name in either()}
    firsts = {number: first.partition("-")[0] for number, first in people.first.items()}
    known = {number: first if first in certain else people.first[number] for number, first in firsts.items()}
    if len(people.numbers) < 2 or any(first not in certain for first in known.values()):
        return found[0]
    he = {fold(name) for name in men()}
    wanted = bool(found["men"] or found["man"])
    who = [number for number, first in known.items() if (first in he) == wanted]
    one = bool(found["woman"] or found["man"])
    counts = {"två": 2, "båda": 2, "bägge": 2, "tre": 3, "fyra": 4}
    told = {counts[word] for word in found["before"].lower().split() if word in counts}
    if not who or (one and (len(who) != 1 or _WHOSE.search(found.string[: found.start()]))):
        return found[0]
    if (not one and len(who) < 2) or told - {len(who)} or len(who) == len(people.numbers):
        return found[0]
    return " och ".join(people.names[number] for number in who)
