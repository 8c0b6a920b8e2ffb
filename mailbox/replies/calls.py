"""Decide what a reply to the call list tells: how each phone call ended. What is a guess is asked back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from medverkan.mailbox.replies import commands, questions
from medverkan.mailbox.replies.accounting import open_in_calls
from medverkan.mailbox.replies.call_hazards import hazard, is_limited
from medverkan.mailbox.replies.clauses import ALSO, NEITHER, NOT_THEM, TURNED, UNKNOWN, Said, Spoken, listen
from medverkan.mailbox.replies.corrections import taken_back
from medverkan.mailbox.replies.cursor import TOKEN, Who
from medverkan.mailbox.replies.mentions import mark, only_strangers
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
from medverkan.mailbox.replies.pointing import pointed_out
from medverkan.mailbox.replies.questions import ask_back
from medverkan.mailbox.replies.reached_but import reached_but
from medverkan.mailbox.replies.sentences import Sentence, sentences
from medverkan.mailbox.replies.unconsumed import open_beside_calls
from medverkan.mailbox.values import Action, Candidate, Decision, Outcome, Stage

_NOT_STILL_NOBODY = re.compile(r"\b(?:än|ännu)\b")
_NOT_STILL = re.compile(r"\binte (?:än|ännu)\b")
_COULD = re.compile(
    r"\b(?:tid|möjlighet|lust|ork|intresserad\w*|kan|vill|ville|kunde|orkar|hinner)(?: tyvärr| alls| dessvärre"
    r"| vara med| delta)*$"
)
_LEAD_WILL = re.compile(
    r"\bjag (?:ringer|ska ringa|kan ringa|tar|fixar|hör)\b|\b(?:hon|han|hen) (?:svarade|ringde|har svarat|har ringt)\b"
)
_SOME_OF_THEM = re.compile(r"\b(?:par|några|en|flera|flesta|två|tre|hälften|del) av (?:dem|dom|de)\b|\bde flesta\b")
_SOME_OF_ALL = re.compile(r"\b(?:inte|ej)\b")
_NOBODY_AT_ALL = re.compile(r"\b(?:någon|nån|ingen|dem|dom|alla)\b")
_AFTERWARDS = re.compile(
    r"\b(?:sen|sedan|därefter|till slut|till sist|senare|nu|idag|i dag|i morse|nyss|andra (?:gången|försöket)"
    r"|ringde upp|ringde tillbaka)\b"
)


_TURNED_ROUND = re.compile(r"\b(?:har |hade )?(?:ångra|ändra)\w* sig\b")


@dataclass(slots=True)
class _Calls:
    outcomes: dict[int, Outcome] = field(default_factory=dict)
    problem: str = ""
    named: bool = False


def decide_calls(words: str, candidates: Sequence[Candidate]) -> Decision:
    """Read a reply to the letter that lists people to phone."""
    found = sentences(words)
    if not found or not candidates:
        return _unclear(questions.EMPTY if candidates else questions.NO_LIST, candidates)
    people = People.of(candidates)
    found = pointed_out(found, people)
    told = [_before_question(sentence) for sentence in found]
    question = " ".join(one.text for sentence in found if (one := commands.question_in(sentence.written)) is not None)
    if question and found[0].written.lower().startswith("fråga"):
        return Decision(Action.ASK, question=question)
    calls = _with_corrections(told, people)
    text = "\n".join(told)
    if commands.UNDO.search(text) and not (calls.outcomes and taken_back(told)):
        return Decision(Action.UNDO, note=words.strip()[:500])
    if calls.problem:
        return _unclear(calls.problem, candidates)
    if calls.outcomes:
        note = " ".join(sentence.written for sentence in found)[:1000]
        return Decision(Action.OUTCOMES, outcomes=dict(sorted(calls.outcomes.items())), note=note)
    return _command(text, question, found, candidates)


def _before_question(sentence: Sentence) -> str:
    question = commands.question_in(sentence.text)
    # "ring tillbaka" and "kolla med" are about the call here, only a real question to the unit is cut off.
    return sentence.text[: question.starts] if question and "fråg" in sentence.text.lower() else sentence.text


def _command(text: str, question: str, found: list[Sentence], candidates: Sequence[Candidate]) -> Decision:
    if question:
        return Decision(Action.ASK, question=question)
    written = " ".join(sentence.written for sentence in found)
    for pattern, action in (
        (commands.MORE, Action.MORE),
        (commands.PAUSE, Action.PAUSE),
        (commands.STATUS, Action.STATUS),
        (commands.HELP, Action.HELP),
    ):
        if pattern.search(text) and not commands.DEFER.search(text):
            return Decision(action, note=written if action in {Action.MORE, Action.PAUSE} else "")
    return _unclear(questions.NOT_UNDERSTOOD, candidates)


def _with_corrections(told: list[str], people: People) -> _Calls:
    for before, after, plain in taken_back(told):
        old, new = _read(before, people), _read(after, people)
        if not (old.named and (new.named or plain)):
            continue
        if old.problem or new.problem or not new.outcomes or not set(new.outcomes) <= set(old.outcomes):
            return _Calls(problem=questions.CORRECTION, named=True)
        return _Calls(old.outcomes | new.outcomes, named=True)
    return _read(told, people)


def _read(told: list[str], people: People) -> _Calls:
    marked = reached_but([mark(sentence, people) for sentence in told])
    spoken = listen(marked, judge, negates_people=False)
    calls = _Calls(named=any(sentence.mentions for sentence in marked))
    if (stranger := only_strangers(marked)) and any(cues & CORE for _, cues, _ in spoken.loose):
        calls.problem = stranger
    if not calls.named:
        _unnamed(spoken, people, calls, "\n".join(told).lower())
        return calls
    heard: dict[int, list[Said]] = {}
    _attach(spoken, people, heard, calls)
    for number, said in heard.items():
        _conclude(number, said, calls, people.names[number])
    calls.problem = calls.problem or hazard(marked, spoken) or _unread_name(told, people, heard)
    calls.problem = calls.problem or open_in_calls(told, marked, spoken, people)
    calls.problem = calls.problem or open_beside_calls(told, spoken)
    return calls


def _attach(spoken: Spoken, people: People, heard: dict[int, list[Said]], calls: _Calls) -> None:
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
        _attach_loose(sentence, cues, clause, spoken, place, heard)


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
) -> None:
    """Give "uppgifterna får lämnas ut" and "ringer igen imorgon" to whom the words before were about."""
    if not cues:
        return
    earlier = (
        [said for said in spoken.said[:place] if said.sentence == sentence]
        or [said for said in spoken.said if said.sentence == sentence]
        or [said for said in spoken.said if said.sentence == sentence - 1]
    )
    everybody = frozenset().union(*(said.mention.numbers for said in spoken.said))
    if not earlier and len(everybody) == 1:  # the whole reply is about one person
        earlier = [said for said in spoken.said if said.sentence < sentence][-1:]
    if not earlier:
        return
    about = earlier if cues <= {SHARE, NO_SHARE} else earlier[-1:]
    for said in about:
        for number in said.mention.numbers:
            heard.setdefault(number, []).append(Said(said.mention, cues, clause, sentence))


def _nobody(said: Said, spoken: Spoken, named: set[int], calls: _Calls) -> tuple[Said, set[int]]:
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


def _conclude(number: int, said: list[Said], calls: _Calls, name: str) -> None:
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
    if NO_ANSWER in core and len(core) > 1 and any(_AFTERWARDS.search(one.text) for one in said):
        told = [one.cues for one in said if one.cues & CORE]
        # Reached at last; a yes that is followed by "svarar inte" stays a riddle.
        if told[0] & CORE == {NO_ANSWER} and NO_ANSWER not in told[-1]:
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


def _unread_name(told: list[str], people: People, heard: dict[int, list[Said]]) -> str:
    """Return whose call is asked about because "Maj" or "Ek" may be a name that was not read."""
    words = [word for sentence in told for word in TOKEN.findall(sentence) if word[:1].isupper()]
    unread = sorted({number for word in words for number in people.wordlike(word)} - set(heard))
    return questions.ending_unsure(people.names[unread[0]]) if unread else ""


def _unnamed(spoken: Spoken, people: People, calls: _Calls, text: str) -> None:
    """Read a reply without names: about the only one on the list, or "fick inte tag på någon"."""
    # "Nej, inget svar" tells only that nobody answered.
    told = [cues for _, cues, clause in spoken.loose if clause not in {"nej", "nä", "nää"}]
    unanswered = any(cues & {NO_ANSWER, NOT_YET} for cues in told)
    cues = frozenset().union(*(told if unanswered else [cues for _, cues, _ in spoken.loose]))
    lone = len(people.numbers) == 1
    nobody = cues & CORE == {NO_ANSWER} and _NOBODY_AT_ALL.search(text)
    if not cues & CORE or not (lone or nobody):
        return
    outcome = outcome_of(cues)
    if (
        GUESS in cues
        or is_limited(text)
        or _SOME_OF_THEM.search(text)
        or "?" in text
        or outcome is None
        or _NOT_STILL.search(text)
        or (_LEAD_WILL.search(text) and cues & CORE == {ACCEPTED})
    ):
        calls.problem = questions.WHO_GUESSED
        return
    calls.outcomes = dict.fromkeys(people.numbers, outcome)


def _unclear(reason: str, candidates: Sequence[Candidate]) -> Decision:
    return Decision(Action.UNCLEAR, question=ask_back(reason, candidates, Stage.CALLS))
