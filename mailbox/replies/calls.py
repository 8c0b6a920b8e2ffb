"""Decide what a reply to the call list tells: how each phone call ended. What is a guess is asked back."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from medverkan.mailbox.replies import commands, questions
from medverkan.mailbox.replies.accounting import open_in_calls
from medverkan.mailbox.replies.attaching import attach
from medverkan.mailbox.replies.call_commands import asked_for
from medverkan.mailbox.replies.call_hazards import hazard, is_limited
from medverkan.mailbox.replies.clauses import Spoken, listen
from medverkan.mailbox.replies.complements import answers_no, answers_yes
from medverkan.mailbox.replies.concluding import conclude, is_partial
from medverkan.mailbox.replies.corrections import taken_back
from medverkan.mailbox.replies.counted_answers import everybodys, reconciled
from medverkan.mailbox.replies.cursor import TOKEN
from medverkan.mailbox.replies.evenly import told_evenly
from medverkan.mailbox.replies.exchanged import exchanged, told_again, without_round
from medverkan.mailbox.replies.farewells import unsigned
from medverkan.mailbox.replies.framed import unframed
from medverkan.mailbox.replies.held_back import kept_back
from medverkan.mailbox.replies.idioms import plainly
from medverkan.mailbox.replies.initials import initials_in_full
from medverkan.mailbox.replies.leads_own import is_the_leads
from medverkan.mailbox.replies.leftover import left_open_in_calls
from medverkan.mailbox.replies.mentions import Marked, mark, only_strangers
from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.namesakes import named_in_full
from medverkan.mailbox.replies.outcomes import (
    ACCEPTED,
    BUSY,
    CORE,
    DECLINED,
    GUESS,
    NO_ANSWER,
    NO_SHARE,
    NOT_YET,
    WARM,
    judge,
    outcome_of,
)
from medverkan.mailbox.replies.pointing import pointed_out
from medverkan.mailbox.replies.questions import ask_back
from medverkan.mailbox.replies.reached_but import reached_but
from medverkan.mailbox.replies.sentences import Sentence, sentences
from medverkan.mailbox.replies.side_by_side import parted_people
from medverkan.mailbox.replies.told_in_order import told_in_order
from medverkan.mailbox.replies.topics import part_topics
from medverkan.mailbox.replies.women_and_men import women_and_men_named
from medverkan.mailbox.replies.wordings import people_plainly
from medverkan.mailbox.values import Action, Candidate, Decision, Outcome, Stage

_NOT_STILL = re.compile(r"\binte (?:än|ännu)\b")
_LEAD_WILL = re.compile(
    r"\bjag (?:ringer|ska ringa|kan ringa|tar|fixar|hör)\b|\b(?:hon|han|hen) (?:svarade|ringde|har svarat"
    r"|har ringt)\b(?! (?:\w+ )?(?:ja|nej)\b)"
)
_SOME_OF_THEM = re.compile(r"\b(?:par|några|en|flera|flesta|två|tre|hälften|del) av (?:dem|dom|de)\b|\bde flesta\b")
_IT_WAS = re.compile(
    r"(?:nej )?det (?:var|är|ska(?:ll)? vara) (?:ju )?[^\W\d_][\w-]*(?: [A-ZÅÄÖ][\w-]*)?(?: som (?:sa (?:det|nej"
    r"|ja)|ville|kunde|tackade (?:ja|nej)|gjorde det))?$",
    re.I,
)
_SLIP = re.compile(r",? (?:för )?jag (?:läste|såg|skrev|hörde|mindes|tänkte) fel\b(?: \w+){0,4}\W*$", re.I)
_SLIPPED = re.compile(r"[,.] (?:för )?jag$")
_WHERE = re.compile(r"(?:i|på|bland|av) (?:\w+ ){0,2}\w+$")
_SAME_ONE = re.compile(r"^\W*(?:han|hon|hen)(?= )|^\W*(?=(?:ja|nej|inget svar)\b)", re.I)
_OF_DETAILS = re.compile(r"\bom (?:\w+ )?(?:uppgift\w*|kontaktuppgift\w*|num\w+|telefon\w*)(?! till)", re.I)
_IT_STOPPED = re.compile(
    r"\b(?:tog|blev|var|är|sa|säger|gjorde)(?: det| hon| han)? (?:tvär)?stopp\b|\bnej,? stopp\b", re.I
)
_NOBODY_AT_ALL = re.compile(r"\b(?:någon|nån|ingen|dem|dom|alla)\b")


@dataclass(slots=True)
class _Calls:
    """How the calls ended, as far as that is told, and what stands in the way of recording it."""

    outcomes: dict[int, Outcome] = field(default_factory=dict)
    problem: str = ""
    named: bool = False


def decide_calls(words: str, candidates: Sequence[Candidate]) -> Decision:
    """Read a reply to the letter that lists people to phone."""
    words = told_evenly(words[:20000])
    people = People.of(candidates)
    found = sentences(unsigned(words, people), with_quotations=True)
    if not found or not candidates:
        return _unclear(questions.EMPTY if candidates else questions.NO_LIST, candidates)
    found = pointed_out(found, people)
    told = [women_and_men_named(named_in_full(_before_question(sentence), people), people) for sentence in found]
    told = [people_plainly(sentence) for sentence in initials_in_full(told, people)]
    question = " ".join(one.text for sentence in found if (one := commands.question_in(sentence.written)) is not None)
    if not question and any(commands.question_in(sentence.written) for sentence in found):
        question = commands.left_to_unit([sentence.written for sentence in found])
    if question and found[0].written.lower().startswith("fråga"):
        return Decision(Action.ASK, question=question)
    calls = _with_corrections(told, people)
    text = "\n".join(told)
    action = asked_for("\n".join(sentence.written for sentence in found))
    # "Avvakta med det här till hösten", of the only one on the list, is no call that is to be made again.
    rests = action is Action.ASK or (action is Action.PAUSE and len(candidates) == 1)
    answered = set(calls.outcomes.values()) - ({Outcome.CALL_AGAIN} if rests else set())
    if action and (not answered or (calls.problem and action is Action.UNDO)):
        note = " ".join(sentence.written for sentence in found)[:1000]
        return Decision(action, question=note if action is Action.ASK else "", note=note)
    if commands.UNDO.search(_IT_STOPPED.sub(" ", text)) and not (calls.outcomes and taken_back(told)):
        return Decision(Action.UNDO, note=words.strip()[:500])
    if question and not calls.outcomes:
        return Decision(Action.ASK, question=question)
    if calls.problem:
        return _unclear(calls.problem, candidates)
    if calls.outcomes:
        note = " ".join(sentence.written for sentence in found)[:1000]
        return Decision(Action.OUTCOMES, outcomes=dict(sorted(calls.outcomes.items())), note=note)
    return _command(text, question, found, candidates)


def _before_question(sentence: Sentence) -> str:
    question = commands.question_in(sentence.text)
    # "ring tillbaka" and "kolla med" are about the call here, only a real question to the unit is cut off.
    if not question or "fråg" not in sentence.text.lower() or _OF_DETAILS.search(sentence.text[question.starts :]):
        return sentence.text
    return sentence.text[: question.starts]


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
    if swap := exchanged(told, people):
        return _swapped(_read(swap[0], people), swap[1])
    if outcomes := told_again(told, people, lambda part: _read(part, people)):
        return _Calls(outcomes, named=True)
    corrections = taken_back(told)
    if len(corrections) > 1 and _explains(*corrections[0][:2]):
        corrections = taken_back([_SLIP.sub("", sentence) for sentence in told])
    failed = False
    for before, after, plain in corrections:
        old = _read(before, people)
        new = _read(_of_the_same(without_round(after), old, people), people)
        if not (old.named and (new.named or plain)):
            continue
        if moved := _moved(before, after, old, people):
            return moved
        if old.problem or new.problem or not new.outcomes or not set(new.outcomes) <= set(old.outcomes):
            failed = True  # an earlier correction may begin the last word
            continue
        return _Calls(old.outcomes | new.outcomes, named=True)
    return _Calls(problem=questions.CORRECTION, named=True) if failed else _read(told, people)


def _swapped(calls: _Calls, both: frozenset[int]) -> _Calls:
    """Give each of two people the other's answer."""
    one, other = (*sorted(both or calls.outcomes), 0, 0)[:2]
    only = len(both or calls.outcomes) == 2 and {one, other} <= set(calls.outcomes)
    if calls.problem or not only or calls.outcomes[one] is calls.outcomes[other]:
        return _Calls(problem=questions.CORRECTION, named=True)
    return _Calls(calls.outcomes | {one: calls.outcomes[other], other: calls.outcomes[one]}, named=True)


def _explains(before: list[str], after: list[str]) -> bool:
    """Tell whether "jag läste fel i mina anteckningar" only says why something was corrected before it."""
    return bool(before) and bool(_SLIPPED.search(before[-1])) and (not after or bool(_WHERE.match(after[0])))


def _of_the_same(after: list[str], old: _Calls, people: People) -> list[str]:
    """Name who "han sa nej" after "Bo ja, nej förlåt" is about, where only one person has been told of."""
    if len(old.outcomes) != 1 or not after:
        return after
    name = people.names[min(old.outcomes)].split()[0]
    return [_SAME_ONE.sub(f"{name} ", after[0], count=1), *after[1:]]


def _moved(before: list[str], after: list[str], old: _Calls, people: People) -> _Calls | None:
    """Read "Anna sa nej. Eller vänta, det var Siv! Anna är med": the answer was another's."""
    if not (_IT_WAS.match(after[0] if after else "") and before and after[1:]) or old.problem:
        return None
    first, other = (mark(sentence, people).mentions for sentence in (before[-1], after[0]))
    new = _read(after[1:], people)
    if len(first) != 1 or len(other) != 1 or new.problem:
        return None
    told, meant = first[0].numbers, other[0].numbers
    if len(told) != 1 or len(meant) != 1 or not told <= set(new.outcomes) or meant & set(old.outcomes):
        return None
    return _Calls(old.outcomes | {min(meant): old.outcomes[min(told)]} | new.outcomes, named=True)


def _marked_plainly(told: list[str], people: People) -> list[Marked]:
    listed = len(people.numbers)
    told = [parted_people(everybodys(told_in_order(sentence, listed), listed), people) for sentence in told]
    return [mark(sentence, people) for sentence in told]


def _marked(told: list[str], people: People, texts: Sequence[str] = ()) -> list[Marked]:
    marked = _marked_plainly(told, people)
    for sentence, text in zip(marked, texts, strict=False):
        sentence.text = text
    marked = reached_but(marked)
    return [part_topics(replace(sentence, text=plainly(sentence.text))) for sentence in marked]


def _read(told: list[str], people: People) -> _Calls:
    """Read what was told, and hold it back where it would read otherwise without what tells of no call."""
    calls = _heard(_marked(told, people), told, people)
    if calls.outcomes and not calls.problem:
        plain = _marked_plainly(told, people)
        calls.problem = kept_back(plain, calls.outcomes)
        texts = unframed(plain, people)
        if texts != [sentence.text for sentence in plain]:
            bare = _heard(_marked(told, people, texts), told, people)
            if bare.outcomes != calls.outcomes:
                calls.problem = questions.WHO_GUESSED
    return calls


def _heard(marked: list[Marked], told: list[str], people: People) -> _Calls:
    spoken = listen(marked, judge, negates_people=False)
    calls = _Calls(named=any(sentence.mentions for sentence in marked))
    if (stranger := only_strangers(marked)) and any(cues & CORE for _, cues, _ in spoken.loose):
        calls.problem = stranger
    if not calls.named:
        _unnamed(spoken, people, calls, "\n".join(told).lower())
        calls.problem = calls.problem or left_open_in_calls(marked, spoken)
        return calls
    heard = attach(spoken, people)
    calls.problem = calls.problem or heard.problem
    for number in heard.told:
        outcome, problem = conclude(heard.of(number), people.names[number])
        calls.problem = calls.problem or problem
        if outcome is not None:
            calls.outcomes[number] = outcome
    added = reconciled(heard.summaries, calls.outcomes, set(people.numbers) - set(heard.told))
    calls.outcomes |= added or {}
    told_of_nobody = {outcome_of(cues) for cues in heard.unplaced} - set(calls.outcomes.values())
    if added is None or told_of_nobody or (heard.unplaced and len(set(calls.outcomes.values())) != 1):
        calls.problem = calls.problem or questions.NOBODY_NAMED
    calls.problem = calls.problem or hazard(marked, spoken, heard, calls.outcomes)
    calls.problem = calls.problem or _unread_name(told, people, heard.told)
    calls.problem = calls.problem or open_in_calls(told, marked, spoken, people)
    calls.problem = calls.problem or left_open_in_calls(marked, spoken)
    return calls


def _unread_name(told: list[str], people: People, heard: Collection[int]) -> str:
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
    if lone and BUSY in cues and not cues & CORE:
        calls.outcomes = dict.fromkeys(people.numbers, Outcome.CALL_AGAIN)
        return
    if not (cues & CORE or {WARM, NO_SHARE} <= cues) or not (lone or nobody):
        return
    outcome = outcome_of(cues)
    yes, no = ([clause for _, said, clause in spoken.loose if cue in said] for cue in (ACCEPTED, DECLINED))
    if (
        GUESS in cues
        or (bool(yes or no) and is_the_leads(yes or no, [clause for _, clause in spoken.clauses]))
        or (outcome is Outcome.ACCEPTED and not answers_yes(yes))
        or (outcome is Outcome.DECLINED and not answers_no(no))
        or is_limited(text)
        or (ACCEPTED in cues and is_partial(text))
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
