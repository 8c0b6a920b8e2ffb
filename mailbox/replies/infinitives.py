"""Tell what an infinitive hangs on: "vill vara med" answers, "rädd för att vara med" and "bad henne vara med" do not.

Only behind a word of infinitives.txt is "vara med" somebody's answer to the call.
"""

import re
from functools import cache

from medverkan.mailbox.replies.phrases import lists_in

_INFINITIVE = re.compile(
    r"\b(?:att )?(?:få )?(?:vara med|delta|medverka|ställa upp|bidra|tacka (?:ja|nej)|säga (?:ja|nej))\b"
)
_DECLINES = re.compile(r"(?:tacka|säga) nej$")
_TALKED_INTO = re.compile(r"\b(?:lyckades övertala|övertalade|fick|fått) §\d+ (?:till )?$|\bber (?:om )?$")
_WORD = re.compile(r"[\w§-]+|[,.;:!?()]")


def without_ungoverned(text: str) -> str:
    """Return the text without the infinitives that nobody who may answer is the subject of."""

    def kept(found: re.Match[str]) -> str:
        before = text[: found.start()]
        obliged = _DECLINES.search(found[0]) is not None
        return found[0] if _TALKED_INTO.search(before) or _answers(before, obliged=obliged) else "berördes"

    return _INFINITIVE.sub(kept, text)


def _answers(before: str, *, obliged: bool) -> bool:
    governors, beside, obliges = _known()
    if obliged:
        governors |= obliges
    for word in reversed(_WORD.findall(before[-200:])):
        if word in governors or word in ",.;:!?()":
            return True
        if word not in beside and word[0] != "§":
            return False
    return True


@cache
def _known() -> tuple[frozenset[str], ...]:
    lists = lists_in("infinitives.txt")
    headings = ("governs", "beside", "obliges to a no")
    return tuple(frozenset(word for line in lists[name] for word in line.split()) for name in headings)
