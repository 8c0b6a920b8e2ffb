"""Take out of a reply to a proposal where one pick is changed for another: "byt 3 mot 5", "stryk 3 och ta 5 i stället".

A swap changes what was said before it and says nothing by itself.
"""

import re
from collections.abc import Sequence

from medverkan.mailbox.replies.cursor import Mention, Who
from medverkan.mailbox.replies.mentions import Marked

Swap = tuple[Mention, Mention]  # out, in

_DOUBTED = re.compile(r"\b(?:inte|kan|bad|ber|ville|skulle|kanske|vet|om|gärna|eller)\b|\?")
_SWAP = re.compile(r"\b(?:byt|byter|byta|ersätt|ersätter)(?: ut)? §(\d+) (?:mot|med) §(\d+)")
_STRIKES = re.compile(
    r"\b(?:stryk|ta bort|hoppa över|skippa|plocka bort|lyft ut) (?:§(?P<out>\d+)|henne|honom|hen)(?: då| från listan)?"
    r"(?: ,)?(?: och| men| så)? (?:ta|tar (?:vi|jag)|välj|kör på|boka|fråga|ring|sätt in|lägg till|lägg in)(?: in| då)?"
    r" §(?P<into>\d+)(?: i ?stället)\b"
)


def take_swaps(sentences: Sequence[Marked]) -> list[Swap]:
    """Return who is changed for whom, and leave "bytet" in the sentences that said it."""
    found: list[Swap] = []
    for at, sentence in enumerate(sentences):
        if _DOUBTED.search(sentence.text):
            continue
        found += [
            (sentence.mentions[int(out)], sentence.mentions[int(into)]) for out, into in _SWAP.findall(sentence.text)
        ]
        sentence.text = _SWAP.sub("bytet", sentence.text)
        strikes = _STRIKES.search(sentence.text)
        out = _struck(strikes["out"], sentence, sentences[:at]) if strikes else None
        if strikes and out:
            found.append((out, sentence.mentions[int(strikes["into"])]))
            sentence.text = _STRIKES.sub("bytet", sentence.text, count=1)
    return found


def _struck(mark: str | None, sentence: Marked, before: Sequence[Marked]) -> Mention | None:
    """Return who is struck out, whom an earlier sentence spoke of: "henne" is who was named last there."""
    earlier = [mention for one in before for mention in one.mentions if mention.who is Who.NAMED]
    if mark is not None:
        named = sentence.mentions[int(mark)]
        return named if any(named.numbers <= one.numbers for one in earlier) else None
    return earlier[-1] if len(before) and earlier and len(earlier[-1].numbers) == 1 else None
