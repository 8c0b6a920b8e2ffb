"""Understand what the lead's own words decide. Pure: words and people in, one decision out."""

from collections.abc import Sequence

from medverkan.mailbox.replies.calls import decide_calls
from medverkan.mailbox.replies.proposal import decide_proposal
from medverkan.mailbox.values import Candidate, Decision, Stage


def decide(words: str, candidates: Sequence[Candidate], stage: Stage) -> Decision:
    """Return the decision in `words`, which are own words (`own_words`), about the numbered `candidates`.

    Total. Whatever two sensible readers could take differently is UNCLEAR, with the question to ask back.
    """
    return decide_calls(words, candidates) if stage is Stage.CALLS else decide_proposal(words, candidates)
