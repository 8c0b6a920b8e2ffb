"""Find the first name a reply ends with that may sign it, where somebody on the list is called so too.

The reply is then read both with the name and without it, and acted on only where that comes to the same, or where what
stands above the name asks for something by itself: "Har du fler?" and "Anna" below it asks, and chooses nobody.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from medverkan.mailbox.replies import questions
from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.mentions import mark
from medverkan.mailbox.replies.names import People, fold
from medverkan.mailbox.replies.questions import ask_back
from medverkan.mailbox.values import Action, Candidate, Decision, Stage

_MAX_TAIL = 400
_NAME = r"(?P<name>[A-ZÅÄÖÉ][a-zåäöéü]{1,20}(?:-[A-ZÅÄÖÉ]?[a-zåäöéü]{1,20})?)(?: [A-ZÅÄÖ]\.?)?"
_DASH = r"(?:[-–—/*~]{1,2} ?)?"
# A title or a telephone number may stand under the name.
_BELOW = re.compile(
    rf"(?P<gap>\n(?:[ \t]*\n)?)[ \t]*(?P<dash>{_DASH}){_NAME}[ .!]*"
    rf"(?:\n(?P<card>[^\n]{{2,60}}(?:\n[^\n]{{2,60}}){{0,3}}))?\s*$"
)
_BESIDE = re.compile(rf"(?<=[.!?\w)])[ \t]+(?:[-–—]{{1,2}}|//?) ?{_NAME}\s*$")
_CLOSES = re.compile(
    r"\b(?P<closer>(?i:trevlig (?:helg|kväll|dag|vecka|sommar|påsk|fortsättning)|god (?:helg|jul|fortsättning)"
    r"|glad (?:påsk|sommar)|ha (?:det|en) (?:\w+ ?){1,3}|vi (?:hörs|ses|mejlas)|hörs|kram(?:ar)?|sköt om dig"
    r"|allt gott|mvh|vänlig(?:a|en)? ?(?:hälsning(?:ar)?)?|hälsn(?:ing(?:ar)?)?|hälsar"
    r"|tack (?:på förhand|för hjälpen|i förväg|för (?:din|er) hjälp)))[ ,!.]{1,4}\s*" + _NAME + r"\s*$"
)
# What is begun and goes on with a name below: "Vi tar", "Ja till:".
_GOES_ON = re.compile(
    r"(?:[:,+&–-]|\b(?:till|på|för|med|tar|väljer|vill ha|ha|blir|är|vi|jag|kontakta|ring|boka|och|eller|samt|ta|kör"
    r"|fråga|godkänner|välj|nr|bara|även|utom|inte|minus|plus|val(?:et)?))\s*$",
    re.I,
)
_GREETING = re.compile(r"(?:hej\w*|hallå|tjena|god \w+)(?: \w+)?\W*", re.I)
_LISTS = re.compile(r"[\s\d.):•*-]*§0(?: [^\W\d_]\.?)?[\s.]*")


@dataclass(frozen=True, slots=True)
class Signed:
    """A reply without the name at its end."""

    rest: str
    number: int  # one of those who are called so
    certain: bool  # the words before the name end a letter


def signed_by_listed(words: str, candidates: Sequence[Candidate]) -> Signed | None:
    """Return the reply without a name at its end that may be its writer's and is on the list too; None without one."""
    people = People.of(candidates)
    at = max(len(words) - _MAX_TAIL, 0)
    for pattern in (_CLOSES, _BELOW, _BESIDE):
        found = pattern.search(words, at)
        number = _called(found["name"], people) if found else None
        if found is None or number is None:
            continue
        rest = words[: found.start()].rstrip()
        if pattern is _CLOSES:
            return Signed(rest, number, certain=True) if rest else None
        if rest and not _is_of_a_list(rest, found, people):
            return Signed(rest, number, certain=False)
    return None


def read_both_ways(
    decision: Decision, rest: Decision, signed: Signed, candidates: Sequence[Candidate], stage: Stage
) -> Decision:
    """Choose between what the reply comes to with the name at its end and without it (`rest`)."""
    acts = {Action.APPROVE, Action.OUTCOMES, Action.UNCLEAR}
    same = (decision.picks, decision.outcomes) == (rest.picks, rest.outcomes)
    if signed.certain or rest.action not in acts or (same and decision.action is rest.action):
        return rest
    if decision.action is Action.UNCLEAR:
        # A name alone says nothing of how a call went.
        return rest if stage is Stage.CALLS and signed.rest[-1] in ".!" else decision
    if rest.action is Action.UNCLEAR:
        return rest
    name = next(one.name for one in candidates if one.number == signed.number)
    return Decision(Action.UNCLEAR, question=ask_back(questions.who_else([name]), candidates, stage))


def _called(name: str, people: People) -> int | None:
    """Return somebody whose first name it is."""
    whom = people.called(name, inside=True) | people.wordlike(name)
    first = [number for number in whom if people.first[number] == fold(name)]
    return min(first) if first else None


def _is_of_a_list(rest: str, found: re.Match[str], people: People) -> bool:
    """Tell whether the name is one of several below each other, or what the line above it begins."""
    lines = [line.strip() for line in rest.split("\n") if line.strip()]
    if _GOES_ON.search(lines[-1]) or _GREETING.fullmatch(lines[-1]):
        return True
    card = found.groupdict().get("card") or ""
    if mark(card, people).mentions or (found.groupdict().get("dash") and lines[-1][0] in "-+*•–—"):
        return True
    listed = [bool(_LISTS.fullmatch(mark(line, people).text)) and _one_named(line, people) for line in lines]
    if any(listed) and len(lines[-1].split()) < 3 and not listed[-1]:
        return True  # a heading of its own
    above = next((line for line, names in zip(lines[::-1], listed[::-1], strict=True) if not names), "")
    beside = found.groupdict().get("gap") == "\n"
    return listed[-1] and (beside or sum(listed) > 1 or bool(_GOES_ON.search(above)))


def _one_named(line: str, people: People) -> bool:
    return any(mention.who is Who.NAMED for mention in mark(line, people).mentions)
