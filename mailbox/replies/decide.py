"""Understand what the lead's own words decide. Pure: words and people in, one decision out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from medverkan.mailbox.replies import questions
from medverkan.mailbox.replies.asked_of_each import answers_something_else
from medverkan.mailbox.replies.calls import decide_calls
from medverkan.mailbox.replies.english import in_swedish
from medverkan.mailbox.replies.everyday import everyday
from medverkan.mailbox.replies.headed import as_sentences
from medverkan.mailbox.replies.mixed import without_english
from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.outside import without_namesakes
from medverkan.mailbox.replies.proposal import decide_proposal
from medverkan.mailbox.replies.questions import ask_back
from medverkan.mailbox.replies.signing import read_both_ways, signed_by_listed
from medverkan.mailbox.replies.stand_ins import with_stand_ins
from medverkan.mailbox.values import Action, Candidate, Decision, Stage

_MAX_WORDS = 8_000
_INITIAL = re.compile(r"(?<=[^\W\d_]) [A-ZÅÄÖ]\.?(?= [A-ZÅÄÖ][^\W\d_])")
# "Ann-Sofi(e?)": who is meant is not sure.
_SHOULD_BE = re.compile(
    r"\b(?:ska|skall|skulle) (?:vara|stå|ha varit) (?P<meant>[A-ZÅÄÖ][\w-]{1,20})(?: [A-ZÅÄÖ][\w-]{1,20})?\W*$"
)
_UNSURE_NAME = re.compile(r"[^\W\d_]\([^\W\d_]{0,4}\?\)")
# "Det står mellan Bo, Eva och Pia, men jag tar de två första": of the letter's list, or of these?
_OF_WHICH_LIST = re.compile(
    r"\b(?:mellan|bland)\b[^.!?]{3,120} (?:och|eller|å|o) .{3,90}"
    r" den? (?:två |tre )?(?:först|sist|överst|nederst|senare)",
    re.I | re.S,
)


def decide(words: str, candidates: Sequence[Candidate], stage: Stage) -> Decision:
    """Return the decision in `words`, which are own words (`own_words`), about the numbered `candidates`.

    Total. Whatever two sensible readers could take differently is UNCLEAR, with the question to ask back.
    """
    told = with_stand_ins(words, candidates, calls=stage is Stage.CALLS)
    if told is None:
        return _read(words, candidates, stage)
    decision = _read(told.surely, told.candidates, stage)
    if told.perhaps != told.surely and not _same(decision, _read(told.perhaps, told.candidates, stage)):
        return Decision(Action.UNCLEAR, question=ask_back(questions.EITHER_OR, candidates, stage))
    return told.restored(decision)


def _same(one: Decision, other: Decision) -> bool:
    return (one.action, one.picks, one.outcomes) == (other.action, other.picks, other.outcomes)


def _read(words: str, candidates: Sequence[Candidate], stage: Stage) -> Decision:
    """Read the reply with a name at its end and, where that may only sign it, without."""
    decision = _decided(words, candidates, stage)
    signed = signed_by_listed(words, candidates)
    if signed is None:
        return decision
    return read_both_ways(decision, _decided(signed.rest, candidates, stage), signed, candidates, stage)


def _decided(own_words: str, candidates: Sequence[Candidate], stage: Stage) -> Decision:
    words = without_namesakes(own_words[:_MAX_WORDS], People.of(candidates)) if candidates else own_words
    if _UNSURE_NAME.search(words) or (stage is Stage.PROPOSAL and _OF_WHICH_LIST.search(words)):
        return Decision(Action.UNCLEAR, question=ask_back(questions.EITHER_OR, candidates, stage))
    words, candidates = _without_initials(words, candidates)
    told = as_sentences(words, candidates, stage)
    if told is None or answers_something_else(words, candidates):
        return Decision(Action.UNCLEAR, question=ask_back(questions.EITHER_OR, candidates, stage))
    names = frozenset(part for one in candidates for part in one.name.casefold().replace("-", " ").split())
    understood = everyday(in_swedish(without_english(told) if stage is Stage.CALLS else told, names), names)
    read = decide_calls if stage is Stage.CALLS else decide_proposal
    decision = read(understood, candidates)
    if _leaves_out_the_right_one(decision, words, candidates):
        return Decision(Action.UNCLEAR, question=ask_back(questions.CORRECTION, candidates, stage))
    if understood == own_words:
        return decision
    own = " ".join(own_words.split())[:1000]
    question = own if decision.action is Action.ASK else decision.question
    return replace(decision, question=question, note=own if decision.note else "")


def _leaves_out_the_right_one(decision: Decision, words: str, candidates: Sequence[Candidate]) -> bool:
    """Tell whether a reply ends with who is right ("Förlåt, Eva ska vara Bo.") and they are none of the picks."""
    found = _SHOULD_BE.search(words)
    if found is None or decision.action is not Action.APPROVE:
        return False
    meant = People.of(candidates).called(found["meant"], inside=True)
    return bool(meant) and not meant & set(decision.picks)


def _without_initials(words: str, candidates: Sequence[Candidate]) -> tuple[str, Sequence[Candidate]]:
    """Leave the middle initials of listed people out, in list and words, unless two differ by nothing else."""
    plain = [replace(one, name=_INITIAL.sub("", one.name)) for one in candidates]
    if len({one.name for one in plain}) < len(plain):
        return words, candidates
    for one, without in zip(candidates, plain, strict=True):
        if one.name != without.name:
            halves = map(re.escape, without.name.split(maxsplit=1))
            words = re.sub(r" [A-ZÅÄÖ]\.? ".join(halves), without.name, words)
    return words, plain
