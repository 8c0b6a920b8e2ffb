"""Decide what a reply to a proposal of people wants. A wrong act costs far more than a question back."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from medverkan.mailbox.replies import commands, doubts, questions, refusals
from medverkan.mailbox.replies.addressed import Addressed, addressed
from medverkan.mailbox.replies.amending import amended
from medverkan.mailbox.replies.asides import compares, without_asides
from medverkan.mailbox.replies.clauses import UNKNOWN, is_harmless
from medverkan.mailbox.replies.corrections import taken_back
from medverkan.mailbox.replies.cues import NO, YES
from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.excepting import with_exceptions
from medverkan.mailbox.replies.farewells import introduces_listed, unsigned
from medverkan.mailbox.replies.leaning import leans_on
from medverkan.mailbox.replies.leftover import left_open, left_open_beside_refusal
from medverkan.mailbox.replies.mentions import mark, only_strangers
from medverkan.mailbox.replies.named import strangers
from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.namesakes import named_in_full
from medverkan.mailbox.replies.of_which import of_which
from medverkan.mailbox.replies.pausing import pauses
from medverkan.mailbox.replies.pointing import pointed_out
from medverkan.mailbox.replies.postscripts import without_postscript
from medverkan.mailbox.replies.questions import ask_back
from medverkan.mailbox.replies.ranging import with_ranges
from medverkan.mailbox.replies.remarks import without_remarks
from medverkan.mailbox.replies.rereading import with_corrections
from medverkan.mailbox.replies.seeming import either_of_two, unless_it_only_seems
from medverkan.mailbox.replies.sentences import Sentence, sentences
from medverkan.mailbox.replies.stances import Stances
from medverkan.mailbox.replies.unchosen import why_not
from medverkan.mailbox.replies.unnamed import is_plain_yes, names_listed, refuses_all
from medverkan.mailbox.replies.weighing import weighed
from medverkan.mailbox.replies.whole_list import whole_list_named
from medverkan.mailbox.replies.wishes import wishes, without_no_more
from medverkan.mailbox.replies.women_and_men import women_and_men_named
from medverkan.mailbox.values import Action, Candidate, Decision, Stage

# "Ja till 1 och 2, men fråga dem först om de kan": the people are meant, and the pick hangs on them.
_ASKED_FIRST = re.compile(
    r"\b(?:fråga|hör|kolla|stäm av|checka)(?: av)?(?: med)? (?:dem|dom|henne|honom|båda) (?:gärna )?(?:först"
    r"|om (?:de|dom|hon|han)\b)"
)
_TRAILS_OFF = re.compile(r"\W*[\w-]+(?: [\w-]+){0,2} ?(?:\.{2,4}|…)\W*")  # "Anna…"
_LATER_ALONE = re.compile(r"\båterkommer(?! med| om|,? när (?:vi|jag|det) (?:har|får|finns))\b", re.I)
_UNSURE_WHETHER = re.compile(r"\b(?:osäker|tveksam|vet inte)(?: \w+)? om\b")
_PLAIN_NO = re.compile(r"(?:nej|nix|nä)(?: tack| rakt av| blankt| tyvärr| från (?:mig|oss))?\W*", re.I)


def decide_proposal(words: str, candidates: Sequence[Candidate]) -> Decision:
    """Read a reply to the letter that lists people."""
    people = People.of(candidates)
    plainly = amended(unsigned(words[:8000], people), people)
    ranged = with_ranges(plainly, people) if plainly is not None else None
    found = sentences(named_in_full(ranged or "", people))
    found = pointed_out([replace(one, text=women_and_men_named(one.text, people)) for one in found], people)
    found = without_postscript(whole_list_named(without_remarks(found, people), people), people)
    plain = of_which(found, people)
    plain = plain and with_exceptions(plain, people)
    if ranged is None or (found and plain is None):
        return _unclear(questions.EITHER_OR, candidates)
    found = plain or []
    if not found or not candidates:
        return _unclear(questions.EMPTY if candidates else questions.NO_LIST, candidates)

    def read(kept: list[Sentence]) -> Decision:
        return weighed(_decide(words, kept, people, candidates), kept, people)

    if _TRAILS_OFF.fullmatch(words[:200]):
        return _unclear(questions.HESITATION, candidates)
    if either_of_two(words[:8000], people) or introduces_listed(words, people):
        return _unclear(questions.EITHER_OR, candidates)

    def outright(kept: list[Sentence]) -> Decision:
        return unless_it_only_seems(read(kept), kept, people, candidates, read)

    decision = leans_on(outright(found), found, people, candidates, outright)
    if spoken_to := addressed(found, people):
        rest = spoken_to.rest
        again = leans_on(outright(rest), rest, people, candidates, outright) if rest else None
        decision = _unless_spoken_to(decision, again, spoken_to, people, candidates)
    reason = why_not(decision, found, people)
    return _unclear(reason, candidates) if reason else decision


def _unless_spoken_to(
    decision: Decision, again: Decision | None, spoken_to: Addressed, people: People, candidates: Sequence[Candidate]
) -> Decision:
    """Choose between what the reply comes to and what it does without the names it may only speak to (`again`)."""
    also = set(decision.picks) & spoken_to.numbers
    if again is not None and again.action is not Action.UNCLEAR:
        doubtful = not spoken_to.certain and also and again.action is Action.APPROVE
        names = [people.names[number] for number in sorted(also)]
        return _unclear(questions.who_else(names), candidates) if doubtful else again
    if decision.action is Action.APPROVE and also and spoken_to.certain:
        return _unclear(questions.NOBODY_NAMED, candidates)
    return decision


def _decide(words: str, found: list[Sentence], people: People, candidates: Sequence[Candidate]) -> Decision:
    asked = [_question(sentence, people) for sentence in found]
    for index, (before, sentence) in enumerate(pairwise(found), start=1):
        if not mark(before.text, people).mentions:
            asked[index] = asked[index] or commands.request_after(before.written, sentence.written)
    if found[0].written.lower().startswith("fråga") and asked[0] is not None and asked[0].starts == 0:
        more = [sentence.written for sentence in found[1:]]
        return Decision(Action.ASK, question=" ".join([asked[0].text, *more]))
    # What is asked of the unit may name people too; it decides nothing about them.
    told = without_asides([_before_question(sentence, people) for sentence in found], people)
    read = with_corrections(told, people)
    question = " ".join(one.text for one in asked if one is not None)
    if read is None:
        return _unclear(questions.CORRECTION, candidates)
    if read.picks and any(_ASKED_FIRST.search(sentence.text.lower()) for sentence in found):
        return _unclear(questions.CONDITION, candidates)
    if not names_listed(read) and _PLAIN_NO.fullmatch(found[0].text) and _only_reasons_after(read):
        read = replace(read, problem="")
    if not (question or read.picks or read.rejects):
        question = commands.left_to_unit([sentence.written for sentence in found])
    text = "\n".join(told)
    undone = commands.UNDO.search(text)
    if undone and undone[0].lower().startswith("stopp") and pauses(read) and not read.named:
        return Decision(Action.PAUSE, note=" ".join(sentence.written for sentence in found))
    if undone and not (read.picks and taken_back(told)):
        return Decision(Action.UNDO, note=words.strip()[:500])
    stranger = _stranger_alone(read, found, people)
    asks_how = names_listed(read) or not commands.HELP.search(found[-1].text) or not found[-1].text.endswith("?")
    if stranger and not question and asks_how and not pauses(read):
        return _unclear(stranger, candidates)
    if read.named and (read.picks or read.rejects):
        return _named(read, found, question, text, candidates)
    return _unnamed(read, found, question, text, candidates)


def _question(sentence: Sentence, people: People) -> commands.Question | None:
    question = commands.question_in(sentence.written)
    if question is None or question.to_unit:
        return question
    if mark(sentence.text[: question.starts], people).mentions and re.search(
        r"\b(?:hon|han|hen|de|dom)\b", question.text, re.I
    ):
        return None
    # "Fråga Anna" and "jag vill veta mer om Anna" are about her and no question to the unit.
    return None if mark(question.text, people).mentions else question


def _before_question(sentence: Sentence, people: People) -> str:
    question = commands.question_in(sentence.text) if _question(sentence, people) else None
    return sentence.text[: question.starts] if question else sentence.text


def _stranger_alone(read: Stances, found: list[Sentence], people: People) -> str:
    """Return who is not on the list where the reply speaks of people and of nobody who is.

    Then even "honom låter vi vila" is said of somebody else, and nothing may be decided from it.
    """
    if _PLAIN_NO.fullmatch(found[0].text):
        return ""
    if any(mention.who is not Who.STRANGER for sentence in read.marked for mention in sentence.mentions):
        return ""
    if problem := only_strangers(read.marked):
        return problem
    unknown = next((name for sentence in found for name in strangers(sentence.written, people)), "")
    return questions.not_listed(unknown) if unknown else ""


def _named(read: Stances, found: list[Sentence], question: str, text: str, candidates: Sequence[Candidate]) -> Decision:
    """Decide a reply that says yes or no to people."""
    everybody = {candidate.number for candidate in candidates}
    wanted = without_no_more(refusals.without_enough(text.lower()))
    wants_more = bool(commands.MORE.search(wanted)) or wishes(wanted, "more")
    rejects = tuple(sorted(read.rejects))
    if read.picks and not (wants_more and (text.lower().startswith("fler") or compares(text))):
        defers = commands.DEFER.search(text) or _later_beside_pick(read)
        problem = read.problem or (questions.HESITATION if defers else "") or _lists_fewer(read, everybody)
        if problem == questions.CONDITION and (asked := question or commands.left_to_unit([s.written for s in found])):
            return Decision(Action.ASK, question=asked, note=_note(read, found))  # the pick hangs on the unit's answer
        if problem:
            return _unclear(problem, candidates)
        note = _note(read, found)
        return Decision(Action.APPROVE, tuple(sorted(read.picks)), rejects, note=note)
    if wants_more:
        return Decision(Action.MORE, rejects=rejects, note=_note(read, found) or text)
    if question:
        return Decision(Action.ASK, rejects=rejects, question=question)
    if read.problem:
        return _unclear(read.problem, candidates)
    if read.rejects >= everybody:
        if pauses(read):
            return Decision(Action.PAUSE, note=text)
        if commands.DEFER.search(text) or _LATER_ALONE.search(text) or text.endswith("?"):
            return _unclear(questions.HESITATION, candidates)
        if problem := left_open_beside_refusal(read.marked, read.spoken):
            return _unclear(problem, candidates)
        return Decision(Action.REJECT_ALL, rejects=rejects, note=_note(read, found))
    if _refuses_each(read, found, everybody):
        return Decision(Action.REJECT_ALL, rejects=tuple(sorted(everybody)), note=_note(read, found))
    return _unclear(questions.REST_UNSAID, candidates)


def _lists_fewer(read: Stances, everybody: set[int]) -> str:
    """Return what to ask where all are picked, but some listed beside it: "alla jämna: 2, 4 och 6"."""
    named = [mention.numbers for sentence in read.marked for mention in sentence.mentions]
    listed = {number for numbers in named if len(numbers) < len(everybody) for number in numbers}
    return questions.ALL_OR_LISTED if read.picks >= everybody and 2 <= len(listed) < len(everybody) else ""


def _refuses_each(read: Stances, found: list[Sentence], everybody: set[int]) -> bool:
    """Tell whether a NEJ of its own is followed by a reason about every one of them."""
    told_of = {number for said in read.spoken.said for number in said.mention.numbers}
    against = all(said.cues <= {NO, UNKNOWN} and said.mention.who in {Who.NAMED, Who.REST} for said in read.spoken.said)
    if any(said.mention.who is Who.REST for said in read.spoken.said):
        told_of |= everybody
    text = " ".join(sentence.text for sentence in found)
    doubted = doubts.hesitates(text) or commands.DEFER.search(text) or commands.LATER.search(text) or "?" in text
    return bool(_PLAIN_NO.fullmatch(found[0].text)) and against and told_of == everybody and not doubted


def _unnamed(
    read: Stances, found: list[Sentence], question: str, text: str, candidates: Sequence[Candidate]
) -> Decision:
    """Decide a reply that picks and refuses nobody by name or number."""
    if question:
        return Decision(Action.ASK, question=question)
    if commands.EXPLAIN.search(text):
        return Decision(Action.HELP)
    settled = without_no_more(refusals.without_enough(text.lower()))
    if commands.MORE.search(settled) and not _UNSURE_WHETHER.search(settled):
        return Decision(Action.MORE, note=" ".join(sentence.written for sentence in found))
    if pauses(read):
        return Decision(Action.PAUSE, note=" ".join(sentence.written for sentence in found))
    lone = len(candidates) == 1
    cues = frozenset().union(*(cues for _, cues, _ in read.spoken.loose))
    asks = any(sentence.text.endswith("?") for sentence in found)
    unread = left_open([sentence.text for sentence in found], read.marked, read.spoken, set())
    if unread == questions.CONTRADICTION and YES not in cues:
        unread = ""  # "Nej, hon orkar inte" says no twice
    if unread and read.spoken.loose and (YES in cues or NO in cues):
        read = replace(read, problem=read.problem or unread)
    if not read.problem and not asks and refuses_all(read, lone=lone):
        if (
            refusals.says_less_than_all(settled)
            or commands.LATER.search(settled)
            or doubts.hesitates(settled)
            or commands.DEFER.search(settled)
        ):
            return _unclear(questions.HESITATION, candidates)
        return Decision(Action.REJECT_ALL, rejects=tuple(candidate.number for candidate in candidates))
    if lone and is_plain_yes(read, found, cues, text):
        return Decision(Action.APPROVE, (candidates[0].number,), note=_note(read, found))
    for pattern, action in ((commands.STATUS, Action.STATUS), (commands.HELP, Action.HELP)):
        if pattern.search(text) and not names_listed(read) and (YES not in cues or text.endswith("?")):
            return Decision(action)
    return _unclear(_why(read, cues, text), candidates)


def _only_reasons_after(read: Stances) -> bool:
    """Tell whether "NEJ" is followed by nothing but reasons such as "vi nöjer oss med Anna"."""
    return all(refusals.is_reason(sentence.text) for sentence in read.marked if sentence.mentions)


def _later_beside_pick(read: Stances) -> bool:
    return any(commands.LATER.search(read.marked[index].text) for index in read.understood if index < len(read.marked))


def _note(read: Stances, found: list[Sentence]) -> str:
    """Return the writer's further wishes: the sentences that did not make the decision and are more than courtesy."""
    kept = [
        sentence.written
        for index, sentence in enumerate(found)
        if not _only_decides(read, index, sentence) and not is_harmless(sentence.text.lower())
    ]
    return " ".join(kept)[:1000]


def _only_decides(read: Stances, index: int, sentence: Sentence) -> bool:
    named = index < len(read.marked) and bool(read.marked[index].mentions)
    return index in read.understood and named and len(sentence.written) <= 60


def _why(read: Stances, cues: frozenset[str], text: str) -> str:
    if read.problem:
        return read.problem
    if commands.DEFER.search(text) or commands.LATER.search(text) or doubts.hesitates(text):
        return questions.HESITATION
    return questions.NOBODY_NAMED if YES in cues else questions.NOT_UNDERSTOOD


def _unclear(reason: str, candidates: Sequence[Candidate]) -> Decision:
    return Decision(Action.UNCLEAR, question=ask_back(reason, candidates, Stage.PROPOSAL))
