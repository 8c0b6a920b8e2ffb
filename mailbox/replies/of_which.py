"""Name whom "den förra" means, and leave out between whom the choice stood: "av Bo och Eva tar jag Eva".

The order is that of the reply, not of the list. What may be either ("den första") is asked about.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.mentions import mark
from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.sentences import Sentence

_JOINS = re.compile(r"\b(?:och|samt|eller|men|medan)\b|[,&/;]")
_SAID_BEFORE = re.compile(
    r"\b(?:den |han |hon )(?:(?P<former>förra|förre|förstnämnd[ae]|först nämnd[ae])"
    r"|(?P<latter>senare|sistnämnd[ae]|sist nämnd[ae]))\b"
    r"(?= *(?:[.,!;:)]|$)"
    r"| (?:är|passar|blir|tack|vill|har|kan|känns|verkar|får|ska|gärna|jag|vi|av|i så fall|i stället)\b)",
    re.I,
)
_BY_PLACE = re.compile(r"\b(?:först[ae]?|sist[ae]?|andr[ae]|överst[ae]?|nederst[ae]?)\b", re.I)
_TAKES = re.compile(r"\b(?:tar|ta|väljer|välj|kör på|föredrar|vill ha|blir det|det blir)\b", re.I)
_OF = re.compile(
    r"^(?:(?:men|så|ja|nej|alltså|fast)[ ,]+){0,2}(?:(?:i valet |om jag får välja |valet står )?mellan|u?tav|av|bland)"
    r" (?:[^\W\d_]+ ){0,4}(?P<of>§\d+)(?: och (?P<and>§\d+))?,? (?:så )?(?P<rest>.*)$"
)
_MARK = re.compile(r"§(\d+)")


def of_which(found: Sequence[Sentence], people: People) -> list[Sentence] | None:
    """Return the sentences with names for whom such words mean; None where it must be asked."""
    told: list[Sentence] = []
    for sentence in found:
        text = _named_before(sentence.text, told[-1].text if told else "", people)
        chosen = _chosen_of(text, people)
        if chosen is None:
            return None
        told.append(replace(sentence, text=chosen))
    return told


def _named_before(text: str, earlier: str, people: People) -> str:
    """Put names for "den förra" and "den senare" where two are named before them."""

    def name(found: re.Match[str]) -> str:
        named = _in_order(text[: found.start()], people) or _in_order(earlier, people)
        named = list(dict.fromkeys(named))
        several = "nämn" in found[0].lower() and len(named) > 2
        if len(named) != 2 and not several:
            return found[0]
        return people.names[named[0 if found["former"] else -1]]

    put = _SAID_BEFORE.sub(name, text)
    clause = re.split(r"(?:, |; | men | så )", put)[-1]
    chooses = put != text and _TAKES.search(clause) and not _SAID_BEFORE.search(clause)
    return clause if chooses and _in_order(clause, people) else put


def _in_order(text: str, people: People) -> list[int]:
    """Return who is named, in the order of the words."""
    pieces = [mark(piece.strip(), people).mentions for piece in _JOINS.split(text)]
    named = [one for mentions in pieces for one in mentions if one.who is Who.NAMED and len(one.numbers) == 1]
    return [min(one.numbers) for one in named]


def _chosen_of(text: str, people: People) -> str | None:
    """Return what a sentence chooses of those it sets against each other; None where that is open."""
    marked = mark(text, people)
    parted = _OF.match(marked.text)
    if parted is None:
        return text
    listed = [marked.mentions[int(mark_[1:])] for mark_ in (parted["of"], parted["and"]) if mark_]
    rest = [marked.mentions[int(place)] for place in _MARK.findall(parted["rest"])]
    among = frozenset().union(*(one.numbers for one in listed))
    if len(among) < 2 or any(one.problem or one.who is not Who.NAMED for one in listed):
        return text
    if not rest:
        return None if _BY_PLACE.search(parted["rest"]) else text
    by_place = _BY_PLACE.search(text[text.lower().rindex(parted["rest"].split(" ", 1)[0]) :])
    if by_place or any(one.problem or not one.numbers <= among or one.who is not Who.NAMED for one in rest):
        return None

    def names(found: re.Match[str]) -> str:
        return " och ".join(people.names[number] for number in sorted(marked.mentions[int(found[1])].numbers))

    # Without what stood before it the verb would ask.
    return re.sub(r"^(är|blir|var) det ", r"det \1 ", _MARK.sub(names, parted["rest"]))
