"""What must stand in a text that tells of somebody, looked for in its bytes: quick, and a no is never wrong.

Most texts of a register tell of others. To see that is to look for the longest part of a name in plain ASCII, and
for a number among the digits alone; only what has one of them is read closely, by the patterns of traces.py.
"""

import re
from collections.abc import Iterable

_RUN = re.compile(r"[a-z0-9]+")
_NOT_DIGITS = bytes(sorted(set(range(256)) - set(b"0123456789")))
# Signs that a pattern takes for s, i and k where case does not count.
_ALIKE = tuple(sign.encode() for sign in "ſİı\u212a")
# In JSON a sign may be written by its number, and then its digits stand among the others.
_WRITTEN_OUT = b"\\u"


class Needles:
    """Of each piece one part that no text about it can lack."""

    def __init__(self, pieces: Iterable[tuple[str, ...]], *, each_name: bool = False) -> None:
        self._words: set[bytes] = set()
        self._digits: set[bytes] = set()
        self._anything = False
        for kind, *words in pieces:
            if kind == "phone":
                self._digits.add(words[0].encode())
                continue
            # In a person's own cases a first name alone tells of them; anywhere else both must be there.
            for part in words if each_name and kind == "name" else [" ".join(words)]:
                self._add(part)

    def may_be_in(self, raw: bytes) -> bool:
        """Tell whether a text, in UTF-8, may tell of one of the pieces; where in doubt it may."""
        if self._anything or _WRITTEN_OUT in raw or (not raw.isascii() and any(sign in raw for sign in _ALIKE)):
            return True
        low = raw.lower()
        if any(word in low for word in self._words):
            return True
        if not self._digits:
            return False
        digits = raw.translate(None, _NOT_DIGITS)
        return any(number in digits for number in self._digits)

    def _add(self, text: str) -> None:
        # Each word stands as it is, but for its case; of one with other letters than ASCII a part of it does.
        parts = [part for word in text.lower().split() for part in ([word] if word.isascii() else _RUN.findall(word))]
        longest = max(parts, key=len, default="")
        if longest:
            self._words.add(longest.encode())
        elif text.strip():
            self._anything = True
