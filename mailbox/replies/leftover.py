"""Refuse to act where words that no rule consumed may still change what was decided.

The other rules find what a reply says. Here everything that is left over is looked at once more: after harmless phrases
have been struck out, no clause may doubt, restrict or take back, point at somebody more, or speak for somebody else.
What is to be known stands in leftover.txt; a phrase there costs at most a question back.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from medverkan.mailbox.replies import questions
from medverkan.mailbox.replies.clauses import ALSO, BARE, NOT_THEM, UNKNOWN, Spoken
from medverkan.mailbox.replies.cues import HOLD, YES
from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.mentions import Marked
from medverkan.mailbox.replies.outcomes import CORE
from medverkan.mailbox.replies.phrases import phrases, words_of
from medverkan.mailbox.replies.vocabulary import NUMBER_WORDS

_PROPOSAL = "leftover.txt"
_CALLS = "leftover_calls.txt"
_ASKED = {
    "hesitation": questions.HESITATION,
    "condition": questions.CONDITION,
    "correction": questions.CORRECTION,
    "struck": questions.CORRECTION,
    "one more": questions.ONE_MORE,
    "which of them": questions.EITHER_OR,
    "unable": questions.CONTRADICTION,
    "said by others": questions.WHO_GUESSED,
    "asked": questions.ASKED,
    "wished by the unit": questions.WHO_GUESSED,
    "halted": questions.CORRECTION,
    "only one": questions.EITHER_OR,
    "not parted": questions.NOT_UNDERSTOOD,
    "told in passing": questions.HESITATION,
    "not remembered": questions.WHO_GUESSED,
    "guess": questions.WHO_GUESSED,
}
_OF_A_SENTENCE = ("correction", "one more", "said by others", "wished by the unit", "asked", "not parted")
_OF_A_REPORT = ("not remembered", "said by others", "correction", "one more", "asked")
_OF_A_PICK = ("hesitation", "condition")
_OF_PRAISE = (*_OF_A_PICK, "told in passing")
_OF_THE_REST = ("hesitation", "condition", "unable")
_MARK = re.compile(r"§(\d+)")
_PEOPLE = re.compile(r"\b(?:hon|han|hen|henne|honom|de|dom|dem)\b")
_BUT = re.compile(r"\b(?:utom|förutom|undantaget|bortsett från)\b")
_ANOTHER_MATTER = re.compile(r"(?:men )?det (?:är|blir) (?:ju )?en annan (?:fråga|historia|sak|femma)$")
_CONCEDES = re.compile(
    r"^ ?,? ?(?:men|fast) (?:(?:de|dom|vi|enheten|det|man|jag)\b[^.;§]{0,30})?"
    r"(?:¤|"
    r"(?:bara|räcker|behöv\w*|nöjer|inte (?:ha )?fler|inte alla|för många|(?:en annan|nästa) gång)\b)[^.;§]{0,30}[.!]*$"
)
_ONE_PERSON = re.compile(r"\b(?:hon|han|hen|henne|honom)\b")


@dataclass(frozen=True, slots=True)
class _Clause:
    text: str
    cues: frozenset[str]
    about: frozenset[int]  # empty where it cannot be told
    others: bool  # it speaks of "resten" or of nobody on the list
    conceded: bool  # "resten är också bra, men de behöver bara tre"


def left_open(told: Sequence[str], marked: Sequence[Marked], spoken: Spoken, picks: Set[int]) -> str:
    """Return why a reply with picks must not be acted on, "" when all that is left over is harmless."""
    if any(strikes(sentence) for sentence in told[1:]):
        return questions.CORRECTION
    return _in_sentences(marked, spoken, picks) or _in_clauses(list(_clauses(marked, spoken)), picks)


def left_open_beside_refusal(marked: Sequence[Marked], spoken: Spoken) -> str:
    """Return why a no to everybody must not be acted on; reasons against them are harmless here."""
    for sentence in marked:
        if problem := _found(("correction", "halted", "said by others", "asked"), _plain(sentence)):
            return problem
    for clause in _clauses(marked, spoken):
        if NOT_THEM in clause.cues and clause.about and _BUT.search(clause.text):
            return questions.EITHER_OR  # "Ingen. Utom 5."
        if problem := _found(_OF_A_PICK, clause.text):
            return problem
    return ""


def _in_sentences(marked: Sequence[Marked], spoken: Spoken, picks: Set[int]) -> str:
    begun = min((said.sentence for said in spoken.said), default=0)
    decided = {said.sentence for said in spoken.said if said.cues - {UNKNOWN}}
    for at, sentence in enumerate(marked):
        # "Killarna! Jamal och Tobias" announces who is named next.
        headings: tuple[str, ...] = _OF_A_SENTENCE if at < begun else (*_OF_A_SENTENCE, "which of them")
        text = without_count(_plain(sentence), len(picks))
        if phrases(_PROPOSAL)["agreed"].search(words_of(text)):
            headings = tuple(heading for heading in headings if heading not in {"said by others", "wished by the unit"})
        if at not in decided and any(mention.numbers & picks for mention in sentence.mentions):
            headings = (*headings, "unable")
        if problem := _found(headings, text):
            return problem
    return ""


def _in_clauses(clauses: Sequence[_Clause], picks: Set[int]) -> str:
    outright = [clause for clause in clauses if _picks_outright(clause)]
    settled = frozenset().union(*(clause.about for clause in outright))
    if any(not clause.about for clause in outright):
        settled |= picks  # "De är bra. Kör!"
    named = any(clause.about & picks and clause.cues & {YES, BARE} for clause in clauses)
    one_only = ("only one",) if len(picks) > 1 else ()
    for clause in clauses:
        loose = not (clause.others or clause.about)
        if clause.cues == {HOLD} and loose and not _PEOPLE.search(clause.text):
            return questions.HESITATION
        if named and clause.others and YES in clause.cues and not _picks_outright(clause) and not clause.conceded:
            return questions.EITHER_OR  # "Resten är säkert bra de med"
        if problem := _found((*one_only, *_headings(clause, picks, settled)), clause.text):
            return problem
    return ""


def _picks_outright(clause: _Clause) -> bool:
    return YES in clause.cues and bool(phrases(_PROPOSAL)["picks outright"].search(words_of(clause.text)))


def _headings(clause: _Clause, picks: Set[int], settled: Set[int]) -> tuple[str, ...]:
    """Return what must not stand in a clause, by what it was understood to say."""
    if clause.cues - {UNKNOWN}:
        if not clause.cues & {YES, BARE, ALSO}:
            return () if clause.about or clause.others else ("condition", "hesitation")  # "Ring inte än."
        praised = clause.cues == {YES} and not clause.about <= settled
        return _OF_PRAISE if praised else _OF_A_PICK
    return () if clause.others or (clause.about and not clause.about & picks) else _OF_THE_REST


def concedes(sentence: str, clause: str) -> bool:
    """Tell whether what follows a clause takes it back: "resten är också bra, men de behöver bara tre"."""
    return _CONCEDES.search(sentence.partition(clause)[2]) is not None


def adds_somebody(sentence: Marked) -> bool:
    """Tell whether a sentence takes something back or points at somebody more who is not named."""
    return bool(_found(("correction", "one more"), _plain(sentence)))


def is_open(clause: str, *, of_picks: bool, several: bool) -> bool:
    """Tell whether a clause of a sentence that chooses, or comes after it, doubts, restricts or takes back.

    `of_picks`: it names them; `several`: more than one is chosen.
    """
    headings = [*_OF_A_SENTENCE, "hesitation", "condition", "which of them", "halted"]
    if several:
        headings.append("only one")
    if of_picks:
        headings.append("unable")
    return bool(_found(headings, clause))


def strikes(written: str) -> bool:
    """Tell whether a sentence strikes somebody out by place: "stryk den sista"."""
    return bool(_found(["struck"], written))


def without_count(text: str, people: int) -> str:
    """Return the text without "de tre" where three were picked: it only counts them."""
    counts = [word for word, number in NUMBER_WORDS.items() if number == people > 1]
    return re.sub(rf"\b(?:de|dom|dem) (?:här |där )?(?:{'|'.join(counts)})\b", " ", text) if counts else text


def left_open_in_calls(marked: Sequence[Marked], spoken: Spoken) -> str:
    """Return why a report of calls must not be acted on, "" when all that is left over is harmless."""
    begun = min((said.sentence for said in spoken.said), default=0)
    for at, sentence in enumerate(marked):
        headings = _OF_A_REPORT if at < begun else (*_OF_A_REPORT, "which of them")
        if problem := _found(headings, _plain(sentence), _CALLS):
            return problem
    for _, cues, text in spoken.loose:
        if not cues & CORE and (problem := _found(["guess"], text, _CALLS)):
            return problem
    return ""


def _found(headings: Sequence[str], text: str, file: str = _PROPOSAL) -> str:
    known = phrases(file)
    words = f" {' '.join(known['harmless'].sub(' ', words_of(text)).split())} "
    for heading in headings:
        if known[heading].search(words):
            return _ASKED[heading]
    return ""


def _plain(sentence: Marked) -> str:
    return _MARK.sub(lambda mark: "¶" if sentence.mentions[int(mark[1])].who is Who.STRANGER else "§", sentence.text)


def _clauses(marked: Sequence[Marked], spoken: Spoken) -> Iterator[_Clause]:
    cues: dict[tuple[int, str], frozenset[str]] = {(at, clause): found for at, found, clause in spoken.loose}
    for said in spoken.said:
        key = (said.sentence, said.text)
        cues[key] = cues.get(key, frozenset()) | said.cues
    last: frozenset[int] = frozenset()
    for at, text in spoken.clauses:
        mentions = [marked[at].mentions[int(mark)] for mark in _MARK.findall(text)]
        last = mentions[-1].numbers if mentions else last
        about = frozenset().union(*(mention.numbers for mention in mentions))
        if not mentions and ((len(last) == 1 and _ONE_PERSON.search(text)) or _ANOTHER_MATTER.match(text)):
            about = last
        # What is remembered of no clause was given to the people before it, as a bare name's yes.
        conceded = concedes(marked[at].text, text)
        yield _Clause(text, cues.get((at, text), frozenset({YES})), about, bool(mentions) and not about, conceded)
