"""Weigh what the rules for a proposal decided against the whole reply: whom it chooses in the end, what it asks for.

Here a decision to ask back may become one to act, never the other way round but where somebody more was chosen.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from medverkan.mailbox.replies import commands
from medverkan.mailbox.replies.asides import without_asides
from medverkan.mailbox.replies.choosing import chosen_in, plainly
from medverkan.mailbox.replies.clauses import is_harmless
from medverkan.mailbox.replies.corrections import taken_back
from medverkan.mailbox.replies.mentions import Marked, mark
from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.reasoned import Reasoned, reasoned
from medverkan.mailbox.replies.reasons import tightened
from medverkan.mailbox.replies.sentences import Sentence
from medverkan.mailbox.replies.wishes import wishes
from medverkan.mailbox.values import Action, Decision

_UNDOES = re.compile(
    r"\b(?:mitt|min|mina|svar\w*|skrev|mejl\w*|mail\w*|fel|nyss|förra|senaste|tidigare|det jag)\b", re.I
)
_ASKS_HOW = re.compile(r"\b(?:hur|vad|vilka|finns|ord|skriva)\b.*\?", re.I | re.S)
_ORDER = (
    (Action.UNDO, "undo"),
    (Action.HELP, "help"),
    (Action.MORE, "more"),
    (Action.PAUSE, "pause"),
    (Action.STATUS, "status"),
)


def weighed(decision: Decision, found: Sequence[Sentence], people: People) -> Decision:
    """Return the decision, or the one that the whole reply comes to."""
    text = "\n".join(sentence.written for sentence in found)
    if decision.action is Action.ASK and not commands.to_unit(text) and wishes(text, "status"):
        return Decision(Action.STATUS)
    if decision.action is Action.MORE and _ASKS_HOW.search(text) and wishes(text, "help") and not wishes(text, "more"):
        return Decision(Action.HELP)
    if decision.action not in {Action.UNCLEAR, Action.APPROVE, Action.UNDO, Action.MORE}:
        return decision
    told = without_asides([sentence.text for sentence in found], people)
    marked = [tightened(mark(sentence, people)) for sentence in told]
    read = reasoned(marked, told, people)
    if decision.action is Action.UNDO and (read is None or (_UNDOES.search(text) and not read.concluded)):
        return decision  # "Stopp! De har hittat folk själva. Alltså nej till alla" takes nothing back
    if decision.action is Action.MORE and (read is None or not read.picks or wishes(text, "more")):
        return decision  # "Enheten söker någon ung. Ta Bo" wants nobody more
    if decision.picks and taken_back(told):
        return decision  # somebody who was taken back is no further choice
    if read is not None and not (decision.picks and not read.picks > set(decision.picks)):
        return _chosen(read, found)
    return decision if decision.action is not Action.UNCLEAR else _wished(decision, text, marked, people)


def _chosen(read: Reasoned, found: Sequence[Sentence]) -> Decision:
    rejects = tuple(sorted(read.rejects))
    if not read.picks:
        return Decision(Action.REJECT_ALL, rejects=rejects)
    kept = [sentence.written for at, sentence in enumerate(found) if at not in read.sentences]
    note = " ".join(one for one in kept if not is_harmless(one.lower()))[:1000]
    return Decision(Action.APPROVE, tuple(sorted(read.picks)), rejects, note=note)


def _wished(decision: Decision, text: str, marked: Sequence[Marked], people: People) -> Decision:
    """Return what a reply that chooses nobody asks for, the decision where it asks for nothing."""
    if any(set(chosen_in(plainly(sentence.text)[0])) for sentence in marked):
        return decision
    if question := commands.left_to_unit(re.split(r"(?<=[.!?])\s+", text)):
        return Decision(Action.ASK, question=question)
    lone = len(people.numbers) == 1
    unnamed = "\n".join(sentence.text for sentence in marked if lone or not sentence.mentions)
    for action, heading in _ORDER:
        if action is Action.STATUS and "?" not in text and any(sentence.mentions for sentence in marked):
            continue  # "hon kan ge dem något nytt" asks for nothing
        if wishes(unnamed if action is Action.PAUSE else text, heading):
            return replace(Decision(action), note=text[:1000] if action in {Action.MORE, Action.PAUSE} else "")
    return decision
