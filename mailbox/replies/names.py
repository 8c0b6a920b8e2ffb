"""Find which candidate a written word means, also misspelt, and say so when it could be several.

A wrong person approved costs far more than a question, so a misspelling counts only where no other candidate is as
near, and never for an ordinary Swedish word.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz.distance import OSA

from medverkan.mailbox.replies.vocabulary import common, either, first_names, men, nicknames, wordlike_names
from medverkan.mailbox.values import Candidate


@dataclass(frozen=True, slots=True)
class People:
    """The people on the letter that is answered, ready for looking up names."""

    numbers: tuple[int, ...]
    names: dict[int, str]
    parts: dict[str, frozenset[int]]  # folded half of a name → who has it
    heard: dict[str, str]  # how each of the halves sounds
    first: dict[int, str]
    nicknames: dict[str, frozenset[int]]  # "maggan" → every Margareta; never compared with misspelt words

    @classmethod
    def of(cls, candidates: Sequence[Candidate]) -> "People":
        """Prepare the candidates; a hyphenated name is found by its halves too."""
        parts: dict[str, set[int]] = {}
        for candidate in candidates:
            for part in candidate.name.replace(",", " ").split():
                halves = part.split("-")
                initials = "".join(half[:1] for half in halves) if len(halves) > 1 else ""  # "P-O" and "PO"
                for form in {part, *halves, initials, "-".join(initials)}:
                    if len(form) > 1:
                        parts.setdefault(fold(form), set()).add(candidate.number)
            if len(words := candidate.name.split()) > 2:  # "Carl Johan Sund" may be written Carl-Johan
                parts.setdefault(fold("-".join(words[:2])), set()).add(candidate.number)
        return cls(
            tuple(candidate.number for candidate in candidates),
            {candidate.number: candidate.name for candidate in candidates},
            {part: frozenset(who) for part, who in parts.items()},
            {part: sounds(part) for part in parts},
            {candidate.number: fold(candidate.name.split()[0]) for candidate in candidates if candidate.name.split()},
            _nicknames(
                {
                    candidate.number: fold(candidate.name.split()[0])
                    for candidate in candidates
                    if candidate.name.split()
                }
            ),
        )

    def called(self, word: str, *, beside_name: bool = False, inside: bool = False) -> frozenset[int]:
        """Return who the word may mean, nobody for an ordinary word.

        `beside_name`: another half of a name stands next to it; `inside`: it is not the first word of its sentence.
        """
        folded = fold(word)
        if len(folded) < 3 and word.islower() and word in common():
            return frozenset()  # "sa" is no Sten-Åke
        exact = self._with_genitive(folded)
        if exact and not beside_name:
            exact |= self._alike(folded, exact)
        if folded in wordlike_names() or (exact and word.lower() in common()):
            sure = beside_name or (inside and word[:1].isupper() and not word.isupper())
            return exact if sure else frozenset()
        return exact or self._shortened(folded) or self._misspelt(word, folded)

    def _shortened(self, folded: str) -> frozenset[int]:
        """Return whose first name begins with the word: "Abdul" is Abdulkadir, where nobody else may be."""
        if len(folded) < 4 or folded in _folded_common() or folded in _usual_names():
            return frozenset()
        if folded in known_words():
            return frozenset()
        who = frozenset(number for number, first in self.first.items() if first.startswith(folded))
        return who if len(who) == 1 else frozenset()

    def wordlike(self, word: str) -> frozenset[int]:
        """Return who has this name, which is an ordinary word too: "Maj", "Bo", "Ek"."""
        folded = fold(word)
        ordinary = folded in wordlike_names() or (word.lower() in common() and (len(word) > 2 or word.isupper()))
        return self.parts.get(folded, frozenset()) if ordinary else frozenset()

    def with_initial(self, who: frozenset[int], initial: str) -> frozenset[int]:
        """Return those among `who` whose last name begins with the letter."""
        return frozenset(number for number in who if fold(self.names[number].split()[-1])[:1] == fold(initial))

    def slips(self, word: str, who: frozenset[int]) -> frozenset[int]:
        """Return those among `who`, whose last name follows, whose first name the word is nearly."""
        folded = fold(word)
        if len(folded) < 2 or word.lower() in common():
            return frozenset()
        return frozenset(number for number in who if OSA.distance(folded, self.first[number]) <= 1 + (len(folded) > 5))

    def _with_genitive(self, folded: str) -> frozenset[int]:
        for known in (self.parts, self.nicknames):
            if folded in known:
                return known[folded]
        if not folded.endswith("s"):
            return frozenset()
        return self.parts.get(folded[:-1]) or self.nicknames.get(folded[:-1], frozenset())

    def sound_of(self, number: int) -> str:
        """Return how somebody's first name sounds."""
        return self.heard.get(self.first[number], self.first[number])

    def _alike(self, folded: str, exact: frozenset[int]) -> frozenset[int]:
        """Return who else has the first name spelt another way: who writes Gustav may mean Gustaf."""
        heard = {self.sound_of(number) for number in exact if folded.startswith(self.first[number])}
        alike = {number for number in self.first if self.sound_of(number) in heard}
        if "-" in folded:
            sound = sounds(folded)
            alike.update(*(who for part, who in self.parts.items() if "-" in part and self.heard[part] == sound))
        return frozenset(alike)

    def _misspelt(self, word: str, folded: str) -> frozenset[int]:
        if len(folded) < 4 or word.lower() in common() or folded in _folded_common() or word.lower() in known_words():
            return frozenset()
        best: dict[int, set[int]] = {}
        heard = sounds(folded)
        shortest = 4 if word[0].isupper() else 5
        for part, who in self.parts.items():
            allowed = 0 if len(part) < shortest else 1 if len(part) < 7 else 2
            distance = OSA.distance(folded, part, score_cutoff=allowed)
            # A lower-case word with another first letter is more likely some word than a slip in a name.
            near = distance <= allowed and (folded[0] == part[0] or word[0].isupper())
            slips = int(len(part) > 7)
            if len(part) > 3 and OSA.distance(heard, self.heard[part], score_cutoff=slips) <= slips:
                near, distance = True, 1
            if near:
                best.setdefault(distance, set()).update(who)
        return frozenset(best[min(best)]) if best else frozenset()


def _nicknames(first: dict[int, str]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    of_name = _nicknames_of()
    for number, name in first.items():
        for half in {name, *name.split("-")}:
            for nickname in of_name.get(half, ()):
                found.setdefault(nickname, set()).add(number)
    return {nickname: frozenset(who) for nickname, who in found.items()}


@cache
def _nicknames_of() -> dict[str, list[str]]:
    """Return, for each name in full, its nicknames."""
    found: dict[str, list[str]] = {}
    for nickname, full in nicknames().items():
        for name in full:
            found.setdefault(fold(name), []).append(fold(nickname))
    return found


@cache
def women_and_men() -> tuple[frozenset[str], frozenset[str]]:
    """Return the folded first names that only women have, and those that only men have."""
    he = frozenset(map(fold, men()))
    return frozenset(map(fold, first_names() - either())) - he, he


def sounds(folded: str) -> str:
    """Return a folded word as it sounds, roughly: Karolina and Carolina, Dawid and David."""
    for written, heard in (("ck", "k"), ("ch", "k"), ("ph", "f"), ("th", "t"), ("qu", "kv"), ("q", "k"), ("c", "k")):
        folded = folded.replace(written, heard)
    folded = folded.translate(str.maketrans("wzyj", "vsii")).replace("x", "ks")
    folded = re.sub(r"(.)\1", r"\1", folded).removesuffix("h")
    return folded[:-1] + "v" if folded.endswith("f") else folded


def fold(text: str) -> str:
    """Return the text in lower case without accents: "Löóf" and "loof" are the same name."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


@cache
def known_words() -> frozenset[str]:
    """Return the words that the ways of answering are told in: "nådde" is no Nadia."""
    folder = Path(__file__).parent
    files = (
        "ways_of_calls.txt",
        "ways_of_choosing.txt",
        "leftover.txt",
        "leftover_calls.txt",
        "wishes.txt",
        "cues.txt",
    )
    texts = ((folder / file).read_text(encoding="utf-8") for file in files)
    return frozenset(word for text in texts for word in re.findall(r"[^\W\d_]{4,}", text) if word.islower())


@cache
def _usual_names() -> frozenset[str]:
    return frozenset(map(fold, first_names() | men()))


@cache
def _folded_common() -> frozenset[str]:
    return frozenset(map(fold, common()))
