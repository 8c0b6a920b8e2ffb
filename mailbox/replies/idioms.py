"""Put the many ways of telling how a call went into the few that the rules know: "blev nobben" is "tackade nej".

Works on a sentence in lower case whose people are marks. A row must mean the same in every letter: what only may mean a
yes or a no stands in none of the tables, so that it is asked about. The rows are applied in order.
"""

import re
from collections.abc import Sequence

from medverkan.mailbox.replies import (
    idioms_of_answers,
    idioms_of_calls,
    idioms_of_details,
    idioms_of_others,
    idioms_of_turns,
)
from medverkan.mailbox.replies.idioms_of_answers import YES
from medverkan.mailbox.replies.idioms_of_details import MAY, MAY_NOT
from medverkan.mailbox.replies.own_affairs import without_own_affairs
from medverkan.mailbox.replies.reaching import ANOTHER_MATTER
from medverkan.mailbox.replies.ways import Told, told_plainly

# "‹rest›" in a row: what belongs to the idiom, up to where something new is told though no sign stands there.
_STARTS = (
    r"och|men|så|innan|fick|fått|nådde|når|ringde|inget|inte|ja|nej|sen|sedan|hon|han|hen|jag|vi|svar\w*|sa"
    r"|tackade|är|var|har"
    r"|kan|vill|ville|ska"
)
_REST = (
    r"(?: (?:om|när|hur|vad|att|tills|vem|vilka) (?:hon|han|hen|det|de|dom|jag|vi|som)(?: \w+){1,5}"
    rf"| (?!(?:{_STARTS})\b)[\w¤☏]+){{0,8}}"
)
LATER = Told.LATER.value
Rows = Sequence[tuple[str, str]]


def _table(rows: Rows) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern.replace("‹rest›", _REST)), plain) for pattern, plain in rows)


_OF_DETAILS, _OF_OTHERS = _table(idioms_of_details.ROWS), _table(idioms_of_others.ROWS)
_OF_TURNS = _table(idioms_of_turns.ROWS)
_OF_CALLS = _table((*idioms_of_answers.ROWS, *idioms_of_calls.ROWS))
_PREFIX = re.compile(r"\b(?:jätte|super|mega|hyper|ultra|kanon|dunder|skit) ?(?=[a-zåäö]{4,}\b)")
# "att hon inte längre vill" has the order of a subordinate clause.
_DENIED_LATE = re.compile(
    r"(\b(?:hon|han|hen|de|dom|som|det)|§\d+) (inte|ej|aldrig)((?: (?:längre|heller|alls|riktigt|ens|tyvärr|gärna))?)"
    r" (vill|ville|kan|kunde|orkar|orkade|hinner|hann|har|hade|är|var|ska|får|fick|kommer|ställer|ställde|deltar|mår"
    r"|klarar|klarade|känner|kände|tänker|tänkte|vågar|törs|behöver|medverkar|hakar|hakade|passar|passade|gick|går"
    r"|ser|såg|tycker|tyckte|önskar|önskade|blir|blev|funkar|fungerar|räcker|räckte|finns|fanns)\b"
)
_NEITHER_VERB = re.compile(
    r"\b(?:varken|vare sig) (?:gärna )?(vill|ville|kan|kunde|hinner|hann|orkar|orkade|får|fick) eller \w+(?: med"
    r"| upp)?\b"
)
_DENIED = re.compile(r"\b(?:inte|ej|aldrig|knappast|icke)\s*$")
_ONE_PERSONS = re.compile(r"\b(?:hennes|hans|hens|henne|honom|hon|han|hen|numret|nummer)\b")


def _details_stay(match: re.Match[str]) -> str:
    """Say that details may not be handed over: of one person where it says so."""
    return " numret får inte lämnas ut " if _ONE_PERSONS.search(match[0]) else f" {MAY_NOT} "


def _yes(match: re.Match[str]) -> str:
    """Say that somebody said yes, unless it is denied: "varken Bo eller Eva har möjlighet" has the "inte" before it."""
    return match[0] if _DENIED.search(match.string[: match.start()]) else f" {YES} "


def _may(match: re.Match[str]) -> str:
    """Say that the details may be handed over, unless it is denied: "tycker inte att ni får ge ut numret"."""
    return f" , {MAY_NOT} , " if _DENIED.search(match.string[: match.start()]) else f" , {MAY} , "


def _later(match: re.Match[str]) -> str:
    """Say that somebody wants time, unless it is to talk of another matter."""
    return match[0] if ANOTHER_MATTER.search(f"{match[0]}{match.string[match.end() :]}"[:120]) else f" {LATER} "


_SAYS = {MAY: _may, f", {MAY}": _may, f"{MAY} ,": _may, MAY_NOT: _details_stay, YES: _yes, LATER: _later}


def plainly(text: str) -> str:
    """Return the text with the idioms in it put plainly."""
    text = without_own_affairs(_DENIED_LATE.sub(r"\1 \4 \2\3", _PREFIX.sub("", text)))
    text = _put(_NEITHER_VERB.sub(r"\1 inte", text), _OF_TURNS)
    return _put(told_plainly(_put(_put(text, _OF_DETAILS), _OF_OTHERS)), _OF_CALLS)


def _put(text: str, table: Sequence[tuple[re.Pattern[str], str]]) -> str:
    for pattern, plain in table:
        if pattern.search(text):
            text = " ".join(pattern.sub(_SAYS.get(plain, f" {plain} "), text).split())
    return " ".join(text.split())
