"""Gather what a report of phone calls tells of each person, and conclude how that call ended.

A clause without a name is about those named just before it; where that cannot be told there is a problem, not a guess.
"""

import re
from dataclasses import dataclass, field

from medverkan.mailbox.replies import questions
from medverkan.mailbox.replies.clauses import ALSO, NEITHER, NOT_THEM, TURNED, UNKNOWN, Said, Spoken
from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.outcomes import (
    ACCEPTED,
    CORE,
    DECLINED,
    EXCUSE,
    GUESS,
    NO_ANSWER,
    NO_SHARE,
    NOT_YET,
    RETRY,
    SHARE,
    is_silent,
    judge,
    outcome_of,
)
from medverkan.mailbox.values import Outcome

_NOT_STILL_NOBODY = re.compile(r"\b(?:än|ännu)\b")
_COULD = re.compile(
    r"\b(?:tid|möjlighet|lust|ork|intresserad\w*|kan|vill|ville|kunde|orkar|hinner)(?: tyvärr| alls| dessvärre"
    r"| vara med| delta)*$"
)
_SOME_OF_ALL = re.compile(r"\b(?:inte|ej)\b")
_AFTERWARDS = re.compile(
    r"\b(?:sen|sedan|därefter|till slut|till sist|senare|nu|idag|i dag|i morse|nyss|andra (?:gången|försöket)"
    r"|ringde upp|ringde tillbaka)\b"
)
_AT_FIRST = re.compile(r"\bförst\b")
_TURNED_ROUND = re.compile(r"\b(?:har |hade )?(?:ångra|ändra)\w* sig\b")


@dataclass(slots=True)
class Calls:
    """How the calls ended, as far as that is told, and what stands in the way of recording it."""

    outcomes: dict[int, Outcome] = field(default_factory=dict)
    problem: str = ""
    named: bool = False


def attach(spoken: Spoken, people: People, heard: dict[int, list[Said]], calls: Calls) -> None:
    """Give every clause to the persons it speaks of."""
    named = {n for said in spoken.said if said.mention.who is Who.NAMED for n in said.mention.numbers}
    excepted = _excepted(spoken)
    before: Said | None = None
    for said in spoken.said:
        numbers = set(said.mention.numbers)
        if said.mention.who is Who.ALL:
            numbers -= excepted
        silent = is_silent(said.cues) and (numbers or said.mention.who is Who.STRANGER)
        if said.mention.problem and not silent:
            calls.problem = calls.problem or said.mention.problem
        if said.mention.who is Who.ALL and _SOME_OF_ALL.search(said.text) and said.cues & {DECLINED, NO_ANSWER}:
            # "alla kan inte": none of them, or not every one?
            calls.problem = calls.problem or questions.EITHER_OR
        if said.mention.who is Who.REST and not named:
            calls.problem = calls.problem or questions.NOBODY_NAMED
        if said.mention.who is Who.REST:
            numbers = set(people.numbers) - named
        elif said.mention.who is Who.THEM:
            numbers = set(before.mention.numbers) if before is not None and len(before.mention.numbers) == 2 else set()
            calls.problem = calls.problem or ("" if numbers else questions.NOBODY_NAMED)
        elif said.mention.who is Who.NONE:
            said, numbers = _nobody(said, spoken, named, calls)  # noqa: PLW2901 - the clause turned round
        said = Said(said.mention, _in_full(said.cues, before), said.text, said.sentence)  # noqa: PLW2901
        for number in numbers:
            heard.setdefault(number, []).append(said)
        before = said
    for (sentence, cues, clause), place in zip(spoken.loose, spoken.places, strict=True):
        if not _attach_loose(sentence, cues, clause, spoken, place, heard) and cues & CORE:
            calls.problem = calls.problem or questions.NOBODY_NAMED


def _in_full(cues: frozenset[str], before: Said | None) -> frozenset[str]:
    """Return what "också", "inte heller" and "inte 3" leave unsaid, from what was said just before."""
    earlier = before.cues & CORE if before is not None else frozenset()
    if NOT_THEM in cues:
        # "alla kan utom 4 som är bortrest"
        return frozenset({DECLINED}) if EXCUSE in cues and earlier == {ACCEPTED} else cues - {NOT_THEM}
    if cues == {ALSO}:  # "1 med!" says it of the first one
        return before.cues if before is not None else frozenset({ACCEPTED})
    if cues == {TURNED}:
        return frozenset({DECLINED}) if earlier == {ACCEPTED} else frozenset({UNKNOWN})
    if cues == {NEITHER}:
        return earlier if earlier in ({DECLINED}, {NO_ANSWER}) else frozenset({UNKNOWN})
    return cues


def _attach_loose(
    sentence: int, cues: frozenset[str], clause: str, spoken: Spoken, place: int, heard: dict[int, list[Said]]
) -> bool:
    """Give "uppgifterna får lämnas ut" and "ringer igen imorgon" to whom the words before were about."""
    if not cues:
        return True
    earlier = (
        [said for said in spoken.said[:place] if said.sentence == sentence]
        or [said for said in spoken.said if said.sentence == sentence]
        or [said for said in spoken.said if said.sentence == sentence - 1]
    )
    everybody = frozenset().union(*(said.mention.numbers for said in spoken.said))
    if not earlier and len(everybody) == 1:  # the whole reply is about one person
        earlier = [said for said in spoken.said if said.sentence < sentence][-1:]
    if not earlier:
        return False
    about = earlier if cues <= {SHARE, NO_SHARE} else earlier[-1:]
    for said in about:
        for number in said.mention.numbers:
            heard.setdefault(number, []).append(Said(said.mention, cues, clause, sentence))
    return True


def _nobody(said: Said, spoken: Spoken, named: set[int], calls: Calls) -> tuple[Said, set[int]]:
    """Turn "ingen svarade" and "ingen vill" round."""
    numbers = set(said.mention.numbers)
    if _excepted(spoken):
        numbers -= _excepted(spoken)
    elif named:
        near = [one for one in spoken.said if one.sentence == said.sentence and one.mention.who is Who.NAMED]
        numbers = set(near[-1].mention.numbers) if near else set()
    cues: frozenset[str] = frozenset()
    if _NOT_STILL_NOBODY.search(said.text) and ACCEPTED in said.cues:
        numbers = set()
    elif re.search(r"\b(svar|nå|tag på|fram|hemma|lyft|luren)", said.text):
        cues = frozenset({NO_ANSWER})
    elif (ACCEPTED in said.cues or (_COULD.search(said.text) and RETRY not in said.cues)) and (
        not named or _excepted(spoken)
    ):
        cues = frozenset({DECLINED})
    else:
        numbers = set()
    if not numbers:
        calls.problem = calls.problem or questions.NOT_UNDERSTOOD
    return Said(said.mention, cues, said.text, said.sentence), numbers


def _excepted(spoken: Spoken) -> set[int]:
    """Return whom "alla utom …" leaves out; what they said must be told by itself."""
    return {number for said in spoken.said if NOT_THEM in said.cues for number in said.mention.numbers}


def conclude(number: int, said: list[Said], calls: Calls, name: str) -> None:
    if said[-1].cues & CORE:
        # "har ångrat sig, så nej": the answer comes after the turn.
        said = [
            one for one in said if not (one.cues == {GUESS} and GUESS not in judge(_TURNED_ROUND.sub(" ", one.text)))
        ]
    cues = frozenset().union(*(one.cues for one in said if not is_silent(one.cues)))
    if GUESS in cues:
        calls.problem = calls.problem or questions.WHO_GUESSED
        return
    core = cues & CORE
    told = [one.cues for one in said if one.cues & CORE]
    if {ACCEPTED, DECLINED} <= core and _AT_FIRST.search(said[0].text) and _AFTERWARDS.search(said[-1].text):
        cues = told[-1]
    reached = NO_ANSWER in core and told[0] & CORE == {NO_ANSWER} and NO_ANSWER not in told[-1]
    if reached and any(_AFTERWARDS.search(one.text) for one in said):
        # Reached at last; a yes that is followed by "svarar inte" stays a riddle.
        cues = told[-1] | (cues & {NO_SHARE})
    core = cues & CORE
    if not core and NOT_YET in cues and RETRY not in cues:
        return
    outcome = outcome_of(cues)
    if outcome is None:
        reason = questions.both_ways(name) if len(core) > 1 else questions.ending_unsure(name)
        calls.problem = calls.problem or reason
        return
    calls.outcomes[number] = outcome
