"""Set a postscript aside that speaks of another matter: "PS: vem felanmäler kortläsaren?".

One that names or points at anybody, or has a word that may change what was decided, is read with the rest.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from medverkan.mailbox.replies.mentions import mark
from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.sentences import Sentence

_BEGINS = re.compile(r"^\W{0,3}p\.?\s?s\b[ .:,!-]*", re.I)
_OF_A_PERSON = re.compile(_BEGINS.pattern + r"(?P<rest>.*\b(?:hon|han|hen|henne|honom)\b.*)", re.I)
_OF_THE_MATTER = re.compile(
    r"\b(?:hon|han|hen|henne|honom|hens|hennes|hans|dem|dom|de|deras|båda|alla|ingen|resten|övriga"
    r"|den (?:första|sista|andra)"
    r"|stryk\w*|ändr\w*|ångr\w*|byt|byter|stället|vänta\w*|avvakta\w*|paus\w*|fler|flera|förslag\w*|namn|nej|ja"
    r"|inte längre|om det|villkor\w*|först|innan|enhet\w*|verksamhet\w*|mottagning\w*|fråga|frågan|kandidat\w*"
    r"|person\w*|lista\w*|mejl\w*|svar\w*|ärende\w*|uppdrag\w*|ett|en|två|tre|fyra)\b|§|(?<![\w-])\d(?![\w-])",
    re.I,
)


def without_postscript(found: Sequence[Sentence], people: People) -> list[Sentence]:
    """Return the sentences, with no words to decide from in a postscript that is of another matter."""
    begins = next((at for at, one in enumerate(found) if at and _BEGINS.match(one.written)), len(found))
    after = found[begins:]
    if any(_OF_THE_MATTER.search(one.text) or mark(one.text, people).mentions for one in after):
        asks = after and _OF_A_PERSON.match(after[0].text)
        return [*found[:begins], replace(after[0], text=asks["rest"]), *after[1:]] if asks else list(found)
    return [*found[:begins], *(replace(one, text="") for one in after)]
