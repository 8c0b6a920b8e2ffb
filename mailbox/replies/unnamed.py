"""Understand a reply that names nobody: a no to the whole list, or a yes to the only one on it."""

import re

from medverkan.mailbox.replies import commands, doubts, refusals
from medverkan.mailbox.replies.availability import is_unavailable
from medverkan.mailbox.replies.clauses import is_harmless
from medverkan.mailbox.replies.cues import HOLD, NO, RESERVE, YES
from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.sentences import Sentence
from medverkan.mailbox.replies.stances import Stances

# Excuses for a late answer, and when to phone the writer, say nothing of the person.
_BESIDE_THE_POINT = re.compile(
    r"\b(?:sorry|förlåt|ursäkta)\b[^.!?]*\b(?:sen|sent|dröj\w*|väntan)\b[^.!?]*"
    r"|\b(?:ring|hör av dig|mejla|säg till)\b[^.!?]{0,20} om (?:du|ni|något|nåt|det är)\b[^.!?]*",
    re.I,
)
_SO_NO = re.compile(
    r"(?:så|alltså|därför|så det|så det blir|det blir|därför blir det)(?: alltså| ett)? (?:tyvärr )?nej(?: tack)?"
    r"(?: alltså| då| från (?:mig|oss))?\W*"
)
_SOUGHT = re.compile(
    r"\b(?:de|dom|enheten|verksamheten|vi) (?:ju )?(?:söker|sökte|behöver|behövde|ville ha|vill ha|ska ha)\b"
)
_LATER_WITH = re.compile(r"\båterkommer med\b", re.I)
# "Ja just det, henne känner jag" agrees to nothing yet.
_NO_ANSWER = re.compile(
    r"(?:ja|jo|jaha|ok|okej)[ ,.]+(?:just det|det var|det är ju|hon var|han var"
    r"|jag (?:läser|tittar|kollar|såg|ser|vet|hör|ska|förstår))\b",
    re.I,
)


def refuses_all(read: Stances, *, lone: bool) -> bool:
    """Tell whether a reply without names plainly is a no to all of them."""
    spoken = read.spoken.loose
    if _concludes_no(read):
        return True
    enough = any(refusals.is_enough(clause) for _, _, clause in spoken)
    refused = any(NO in cues for _, cues, _ in spoken)
    if not (enough or refused):
        return False
    rest = [one for one in spoken if not refusals.is_reason(one[2])]
    if any(YES in cues for _, cues, _ in rest) or (names_listed(read) and not lone):
        return False
    # "NEJ." stands for itself; what is said after the full stop only has to be no other wish.
    if any(NO in cues and not refusals.is_plain_no(clause, lone=lone) for _, cues, clause in rest):
        return False
    own = refused and all(NO in cues or is_harmless(clause) for at, cues, clause in spoken if at == 0)
    return (lone and refused) or all(
        NO in cues
        or is_harmless(clause)
        or doubts.speaks_of_all(clause)
        or (own and at > 0 and refusals.is_statement(clause))
        for at, cues, clause in rest
    )


def _concludes_no(read: Stances) -> bool:
    """Tell whether it is "Fel sorts personer, de söker föräldrar. Så nej.", where the rest only tells why."""
    texts = [sentence.text for sentence in read.marked if sentence.text]
    if len(texts) < 2 or not _SO_NO.fullmatch(texts[-1]) or names_listed(read):
        return False
    told = [(cues, _SOUGHT.sub(" ", clause)) for at, cues, clause in read.spoken.loose if at < len(read.marked) - 1]
    return all(not cues - {NO} and refusals.is_statement(clause) for cues, clause in told)


def is_plain_yes(read: Stances, found: list[Sentence], cues: frozenset[str], text: str) -> bool:
    """Tell whether the reply is a yes to the only one listed."""
    if read.problem or YES not in cues or cues & {NO, HOLD, RESERVE}:
        return False
    text = _BESIDE_THE_POINT.sub(" ", text)
    if doubts.hesitates(text) or commands.DEFER.search(text) or commands.LATER.search(_LATER_WITH.sub(" ", text)):
        return False
    asks = any(sentence.text.endswith("?") for sentence in found)
    if _NO_ANSWER.match(text) or is_unavailable(text):
        return False
    return not asks and not any(doubts.has_stranger(sentence.text) for sentence in found)


def names_listed(read: Stances) -> bool:
    """Tell whether somebody on the list is spoken of."""
    return any(
        mention.who not in {Who.STRANGER, Who.SOMEBODY} for sentence in read.marked for mention in sentence.mentions
    )
