"""Find the matches of a pattern faster: only where one of the words stands that it can begin with.

A pattern that begins with one of many words, whatever their case, is tried at every letter of a text; a word alone is
found at once.
"""

import re
from collections.abc import Iterator, Sequence


def spotted(pattern: re.Pattern[str], beginnings: Sequence[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what `pattern.finditer(text)` does; each match begins with one of `beginnings`, given in small letters."""
    folded = text.casefold()
    if len(folded) != len(text):
        yield from pattern.finditer(text)
        return
    present = [*filter(folded.__contains__, beginnings)]
    if not present:
        return
    end = 0
    for at in sorted({at for word in present for at in _places(word, folded)}):
        if at >= end and (found := pattern.match(text, at)):
            yield found
            end = found.end()


def is_spotted(pattern: re.Pattern[str], beginnings: Sequence[str], text: str) -> bool:
    """Tell whether a pattern is found in a text, as `spotted` finds it; what is found most should stand first."""
    folded = text.casefold()
    if len(folded) != len(text):
        return bool(pattern.search(text))
    return any(pattern.match(text, at) for word in beginnings if word in folded for at in _places(word, folded))


def _places(word: str, folded: str) -> Iterator[int]:
    at = folded.find(word)
    while at >= 0:
        yield at
        at = folded.find(word, at + 1)
