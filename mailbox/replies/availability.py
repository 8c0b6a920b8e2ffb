"""Notice that somebody who was picked cannot come: "Anna är perfekt men bortrest" is no pick to act on."""

import re
from collections.abc import Set

from medverkan.mailbox.replies.mentions import Marked

_UNAVAILABLE = re.compile(
    r"(?<!varit )\b(?:bortrest\w*|upptagen|sjuk(?:skriven|anmäld)?|inlagd|utomlands|på semester|dubbelbokad"
    r"|redan bokad)\b"
    r"|(?<!inte )(?<!aldrig )(?<!tack )\bför (?:dyr|gammal|gamla|ung|långt|sjuk|svag|trött|lik|blyg|dominant|speciell"
    r"|pratsam|insatt|nära|ny|erfaren|tuff|tyst|skör|bräcklig|osäker|tidigt|kort|lite erfarenhet|mycket på|jobbig"
    r"|långsam|snabb|svår)\w?(?= *$| *[,.;!)]| (?:för|och|men|att)\b)"
    r"|^\s*(?:orkar|hinner)(?: \w+)? (?:inte|ej)\b"
    r"|\b(?:han|hon|hen|de|dom) (?:kan|vill|orkar|hinner|får)(?: \w+){0,2} (?:inte|ej)\b"
)


def is_unavailable(text: str) -> bool:
    """Tell whether a text says of whom it speaks that they cannot."""
    return bool(_UNAVAILABLE.search(text.lower()))


def picked_but_unavailable(sentences: list[Marked], picks: Set[int]) -> bool:
    """Tell whether a clause says so of somebody picked; a clause without names is about those named last."""
    last: frozenset[int] = frozenset()
    for sentence in sentences:
        for clause in re.split(r"[,;:(]|\b(?:men|fast|och)\b", sentence.text):
            if marks := re.findall(r"§(\d+)", clause):
                last = sentence.mentions[int(marks[-1])].numbers
            if last & picks and _UNAVAILABLE.search(clause):
                return True
    return False
