"""Tell the lead's own yes, no or deed from an answer to a call: "Ok, tack!", "Ja, jag har hans nummer".

With one person on the list nobody needs to be named, so a bare word may be the lead's to the letter itself.
"""

import re
from collections.abc import Sequence

_BARE = re.compile(
    r"(?:ja|jo|jodå|jadå|nej|nä|ok|okej|okay|visst|javisst|absolut|självklart|👍|tack|(?:kan|hinner"
    r"|orkar) inte|just nu|i ?dag|[ ,.!])+"
)
# These answer a letter; of somebody who was called they say nothing.
_ACKNOWLEDGES = re.compile(r"(?:(?:ja )?visst|javisst|ok|okej|okay|absolut|självklart|tack|[ ,.!])+")
_ABOUT_THEM = re.compile(
    r"\b(?:hon|han|hen|henne|honom|hennes|hans|hens|de|dem|dom)\b(?! (?:nummer|num\w+|mejl|adress))"
)
_ABOUT_ME = re.compile(
    r"\b(?:jag|vi)\b|^(?:ringer|ska ringa|ringde|kollar|fixar|återkommer|hör av mig|testar|försöker|provar|svarar)\b"
)
_TOLD_OF_THEM = re.compile(r"\b(?:hon|han|hen|de|dom)\b")
_IS_WITH = re.compile(r"\b(?:jag|vi) (?:\w+ )?(?:är|var|blir|kommer|deltar|ställer)\b")


def is_the_leads(answers: Sequence[str], clauses: Sequence[str]) -> bool:
    """Tell whether the clauses that sound like an answer, among all of them, may as well be the lead's own word."""
    if any(_ABOUT_THEM.search(clause) for clause in answers):
        return False
    told = all(_ACKNOWLEDGES.fullmatch(clause) or _IS_WITH.search(clause) for clause in answers)
    bare = all(_BARE.fullmatch(clause) for clause in answers)
    mine = any(_ABOUT_ME.search(clause) and not _TOLD_OF_THEM.search(clause) for clause in clauses)
    return told or (bare and mine)
