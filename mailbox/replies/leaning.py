"""Find whom "henne" leans on where several were just named: the reply is read with each whom it may be, and must agree.

Gender rules some out, and whoever others are only compared with ("bättre än Bo") is nobody's antecedent. The name that
stands nearest is no better guess than the subject: where both remain, it is asked.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from medverkan.mailbox.replies import questions
from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.mentions import mark
from medverkan.mailbox.replies.names import People, women_and_men
from medverkan.mailbox.replies.questions import ask_back
from medverkan.mailbox.replies.sentences import Sentence
from medverkan.mailbox.values import Action, Candidate, Decision, Stage

_ONE = re.compile(r"\b(?:(?P<her>henne|hon)|(?P<him>honom|han))\b", re.I)
_OBJECT = re.compile(
    r"\b(?:henne|honom)\b|\b(?:hon|han) (?:får|ska) det (?:bli|vara)\b"
    r"|\b(?:blir det|tar vi|tar jag|kör vi på) (?:hon|han)\b"
    r"|\b(?:hon|han) (?:tar|väljer|kör) (?:vi|jag)\b|\b(?:det blir|och) (?:hon|han)\W*$",
    re.I,
)
_THEM = re.compile(r"\b(?:dem|dom)\b(?! (?:andra|övriga|två|tre|båda|bägge|som|här))", re.I)
_COMPARED = re.compile(
    r"\b(?:än|som|jämfört med|i jämförelse med) §(\d+)"
    # Who recommends is not who is recommended.
    r"|§(\d+) (?:har )?(?:tipsa(?:de|t|r)"
    r"|föreslog|föreslår|föreslagit|rekommendera(?:de|t|r)|förorda(?:de|t|r)|nämnde)\b"
)
_BESIDE = re.compile(
    r"\b(?:hon|han|den|personen) (?:som står )?"
    r"(?:under|över|ovanför|nedanför|efter|före|närmast) (?:henne|honom|den)\b",
    re.I,
)
_MAX_MEANINGS = 4
_MAX_PRONOUNS = 3


@dataclass(frozen=True, slots=True)
class _Leans:
    at: int  # of the sentence
    meanings: list[frozenset[int]]  # each may be meant
    pronoun: str  # her, him or them


def leans_on(
    decision: Decision,
    found: Sequence[Sentence],
    people: People,
    candidates: Sequence[Candidate],
    read: Callable[[list[Sentence]], Decision],
) -> Decision:
    """Return the decision as it is with whom the pronouns mean, UNCLEAR where that changes whom it picks."""
    if decision.action is not Action.APPROVE:
        return decision
    unclear = Decision(Action.UNCLEAR, question=ask_back(questions.EITHER_OR, candidates, Stage.PROPOSAL))
    if any(_BESIDE.search(one.text) for one in found):
        return unclear
    for leans in list(_leaning(found, people))[:_MAX_PRONOUNS]:
        if not leans.meanings:
            return unclear
        if leans.pronoun == "them" and leans.meanings[0] == set(decision.picks):
            continue  # "Eva föreslogs, men ta Bo och Åsa. Påminn dem om …"
        meant = [_unless_unread(decision, whom, read(_put(found, leans, whom, people))) for whom in leans.meanings]
        picks = {one.picks if one and one.action is Action.APPROVE else () for one in meant}
        if len(picks) > 1 or picks == {()}:
            return unclear
        if picks != {decision.picks}:
            return next(filter(None, meant))
    return decision


def _unless_unread(decision: Decision, whom: frozenset[int], read: Decision) -> Decision | None:
    """Return the decision itself where it picks them and only the reading with their names fails."""
    if read.action is Action.APPROVE:
        return read
    return decision if whom <= set(decision.picks) else None


def _leaning(found: Sequence[Sentence], people: People) -> Iterator[_Leans]:
    for at, sentence in enumerate(found):
        if one := next((each for each in _ONE.finditer(sentence.text) if _OBJECT.search(sentence.text)), None):
            named = _named_before(found, at, one.start(), people)
            everybody = frozenset().union(*named)
            if len(everybody) > 1:
                meanings = [frozenset({n}) for n in sorted(_kept(found, at, one, people)) if _fits(one, n, people)]
                yield _Leans(at, meanings[:_MAX_MEANINGS], "her" if one["her"] else "him")
        elif them := _THEM.search(sentence.text):
            named = _named_before(found, at, them.start(), people)
            several = [numbers for numbers in named if len(numbers) > 1]
            if len(named) > 1 and several:
                yield _Leans(at, [several[-1], frozenset().union(*named)], "them")


def _named_before(found: Sequence[Sentence], at: int, place: int, people: People) -> list[frozenset[int]]:
    """Return who is named before a place in a sentence, else in the last sentence that names anybody."""
    for text in (found[at].text[:place], *(one.text for one in found[:at][::-1][:2])):
        named = [one.numbers for one in mark(text, people).mentions if one.who is Who.NAMED and one.numbers]
        if named:
            return named
    return []


def _kept(found: Sequence[Sentence], at: int, one: re.Match[str], people: People) -> frozenset[int]:
    """Return who may be meant, but for those who are only compared with."""
    for text in (found[at].text[: one.start()], *(each.text for each in found[:at][::-1][:2])):
        marked = mark(text, people)
        compared = {int(place) for places in _COMPARED.findall(marked.text) for place in places if place}
        named = [m.numbers for n, m in enumerate(marked.mentions) if m.who is Who.NAMED and n not in compared]
        if any(named):
            return frozenset().union(*named)
    return frozenset()


def _fits(pronoun: re.Match[str], number: int, people: People) -> bool:
    """Tell whether the pronoun may be theirs; a name that does not say may be anybody's."""
    women, men = women_and_men()
    first = people.first[number].partition("-")[0]
    return first not in (men if pronoun["her"] else women)


def _put(found: Sequence[Sentence], leans: _Leans, whom: frozenset[int], people: People) -> list[Sentence]:
    names = " och ".join(people.names[number] for number in sorted(whom))
    if leans.pronoun == "them":
        text = _THEM.sub(names, found[leans.at].text)
    else:
        text = _ONE.sub(lambda one: names if one[leans.pronoun] else one[0], found[leans.at].text)
    return [*found[: leans.at], replace(found[leans.at], text=text), *found[leans.at + 1 :]]
