"""Let other names stand in for first names that the rules read as words: Inga, Alla, Ville.

A capital inside a sentence, or the surname behind it, tells the name. At the beginning of one it may be the word: the
reply is then read both ways, and acted on only where that comes to the same.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from medverkan.mailbox.replies.names import fold
from medverkan.mailbox.replies.vocabulary import (
    ALL_WORDS,
    BOTH_WORDS,
    NONE_WORDS,
    either,
    men,
)
from medverkan.mailbox.values import Candidate, Decision

_WOMEN = ("Ragnhild", "Gunborg", "Solveig", "Wilhelmina", "Birgitta")
_MEN = ("Torvald", "Sigvard", "Gottfrid", "Yngve", "Vilhelm")
_GROUPS = ALL_WORDS | NONE_WORDS | BOTH_WORDS
_VERBS = frozenset({"ville", "må", "visst"})
_BEGINS = re.compile(r"(?:^|[.!?:;\n>•*\"”(]|\n\s*[-–\d.)]+)\s*$")
# In small letters the word, but for what only a person is asked: "ring inga".
_OF_PERSONS = re.compile(r"\b(?:till|ring|kontakta|välj|väljer|boka|fråga|tar|ta|ha|kör på)\s+$", re.I)
_ENDS = re.compile(r"\s*(?:$|[.,!?\n]|(?:tack|och|gärna|o)\b)", re.I)
_LISTED = re.compile(r"\s*(?:[,+&/]|och|o|samt)\s+[A-ZÅÄÖ]|\s*[:=]|\s+(?:ja|nej)\b")
# "Ville fråga om …", "Visst är det": no name before these.
_GOES_ON = re.compile(
    r"\s+(?:(?:bara|gärna|mest|också|även|inte|ju|egentligen|helst) ){0,2}"
    r"(?:(?!(?:ja|bra|ska|sa|va)\b)[^\W\d_]{3,}a|se|få|gå|ge|be|bli|ta|ha|du|ni|jag|vi|hon|han|de|det|är|kan)\b",
    re.I,
)
_OF_THINGS = re.compile(r"\s+(?:av|utav|som|fler|flera|andra|nya|alls|problem|frågor|synpunkter|invändningar)\b", re.I)
_TELLS = re.compile(
    r"\s+(?:är|var|vill|ville|kan|kunde|ska|har|hade|sa|säger|tackar|svarar|kommer|[^\W\d_]{2,}(?:ade|dde|tte|jde))\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class StandIns:
    """A reply and its list with other names for such as are words."""

    candidates: list[Candidate]
    surely: str  # the words, with only what is a name for certain put over
    perhaps: str  # with what may be the word put over too
    names: tuple[tuple[str, str], ...]  # stand-in, name

    def restored(self, decision: Decision) -> Decision:
        """Return the decision in the names of the list."""
        question, note = decision.question, decision.note
        for stand_in, name in self.names:
            question, note = question.replace(stand_in, name), note.replace(stand_in, name)
        return replace(decision, question=question, note=note)


def with_stand_ins(words: str, candidates: Sequence[Candidate], *, calls: bool) -> StandIns | None:
    """Return the reply with stand-ins; None where nobody on the list has such a name."""
    firsts = dict.fromkeys(
        one.name.split()[0] for one in candidates if one.name.split() and _is_word(one.name.split()[0])
    )
    if not firsts:
        return None
    free = _free(words, candidates)
    names: list[tuple[str, str]] = []
    surely = perhaps = words
    listed = list(candidates)
    for first in firsts:
        stand_in = next((name for name in free if (name in _MEN) == (first.lower() in men() - either())), "")
        if not stand_in:
            continue
        free.remove(stand_in)
        names.append((stand_in, first))
        surnames = [one.name.split()[-1] for one in candidates if one.name.split()[0] == first and " " in one.name]
        listed = [replace(one, name=re.sub(rf"^{re.escape(first)}\b", stand_in, one.name.strip())) for one in listed]
        surely = _put(surely, first, stand_in, surnames, calls=calls, also_perhaps=False)
        perhaps = _put(perhaps, first, stand_in, surnames, calls=calls, also_perhaps=True)
    return StandIns(listed, surely, perhaps, tuple(names)) if names else None


def _is_word(first: str) -> bool:
    return first.lower() in _GROUPS | _VERBS


def _free(words: str, candidates: Sequence[Candidate]) -> list[str]:
    """Return the stand-ins that nobody on the list may be taken for."""
    said = {fold(word) for word in re.findall(r"[^\W\d_]{2,}", words[:8_000])}
    said |= {fold(part) for one in candidates for part in one.name.split()}
    return [name for name in (*_WOMEN, *_MEN) if not any(fold(name)[:3] == word[:3] for word in said)]


def _put(words: str, first: str, stand_in: str, surnames: Sequence[str], *, calls: bool, also_perhaps: bool) -> str:
    pieces: list[str] = []
    at = 0
    for found in re.finditer(rf"(?<![\w-]){re.escape(first)}(s?)(?![\w-])", words, re.I):
        before, after = words[max(0, found.start() - 40) : found.start()], words[found.end() : found.end() + 60]
        named = any(after.strip().startswith(surname) for surname in surnames)
        if not named and found[0][0].isupper():
            named = _is_name(first.lower(), before, after, calls=calls)
        perhaps = also_perhaps and not named and _may_be_name(first.lower(), found[0], before, after)
        pieces += [words[at : found.start()], stand_in + found[1] if named or perhaps else found[0]]
        at = found.end()
    return "".join([*pieces, words[at:]])


def _is_name(first: str, before: str, after: str, *, calls: bool) -> bool:
    """Tell whether a capital word can be nothing but the name."""
    if not _BEGINS.search(before) or _LISTED.match(after):
        return True
    if first in _VERBS:
        return not _GOES_ON.match(after)
    return calls and first in NONE_WORDS and bool(_TELLS.match(after))


def _may_be_name(first: str, word: str, before: str, after: str) -> bool:
    if first in _VERBS or _OF_THINGS.match(after):
        return False
    asked = _OF_PERSONS.search(before) and _ENDS.match(after) and first in NONE_WORDS
    return word[0].isupper() or bool(asked)
