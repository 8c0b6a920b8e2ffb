"""Tell whether a reply wants the matter to rest; a person who is left for later is no pause."""

import re

from medverkan.mailbox.replies import commands
from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.mentions import Marked
from medverkan.mailbox.replies.stances import Stances

_UNTIL = re.compile(r"\b(?:tills|innan|förrän|så länge)\b[^§]*§")
_PAUSES_OUTRIGHT = re.compile(
    r"(?:snälla )?(?:pausa|pausar|paus|parkera|lägg (?:det|detta|ärendet) på is)\b(?! (?:med )?§)"
)
_OF_A_PERSON = re.compile(r"\b(?:honom|henne|hen)\b")


def pauses(read: Stances) -> bool:
    """Tell whether the matter, not a person, is to rest."""
    return any(
        commands.PAUSE.search(sentence.text)
        and (_PAUSES_OUTRIGHT.match(sentence.text) or _is_about_the_matter(sentence))
        for sentence in read.marked
    )


def _is_about_the_matter(sentence: Marked) -> bool:
    text = sentence.text
    if (
        commands.DEFER.search(text)
        or _OF_A_PERSON.search(text)
        or (text.endswith("?") and commands.STATUS.search(text))
    ):
        return False
    return not sentence.mentions or _waits_for_others(sentence)


def _waits_for_others(sentence: Marked) -> bool:
    """Tell whether it is "tills jag pratat med Ulrika", who is nobody on the list."""
    waits = _UNTIL.search(sentence.text)
    return bool(waits) and all(mention.who is Who.STRANGER for mention in sentence.mentions)
