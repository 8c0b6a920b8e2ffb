"""Understand what the lead's own words decide. Pure: words and people in, one decision out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from medverkan.mailbox.replies import questions
from medverkan.mailbox.replies.calls import decide_calls
from medverkan.mailbox.replies.english import in_swedish
from medverkan.mailbox.replies.mixed import without_english
from medverkan.mailbox.replies.proposal import decide_proposal
from medverkan.mailbox.replies.questions import ask_back
from medverkan.mailbox.values import Action, Candidate, Decision, Stage

# "Ann-Sofi(e?)": who is meant is not sure.
_UNSURE_NAME = re.compile(r"[^\W\d_]\([^\W\d_]{0,4}\?\)")


def decide(words: str, candidates: Sequence[Candidate], stage: Stage) -> Decision:
    """Return the decision in `words`, which are own words (`own_words`), about the numbered `candidates`.

    Total. Whatever two sensible readers could take differently is UNCLEAR, with the question to ask back.
    """
    if _UNSURE_NAME.search(words):
        return Decision(Action.UNCLEAR, question=ask_back(questions.EITHER_OR, candidates, stage))
    understood = in_swedish(without_english(words) if stage is Stage.CALLS else words)
    read = decide_calls if stage is Stage.CALLS else decide_proposal
    decision = read(understood, candidates)
    if understood == words:
        return decision
    own = " ".join(words.split())[:1000]
    question = own if decision.action is Action.ASK else decision.question
    return replace(decision, question=question, note=own if decision.note else "")
