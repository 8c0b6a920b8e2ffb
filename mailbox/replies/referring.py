"""Find whom "henne", "dem" and "de två" mean in a reply that spoke of people before."""

import re
from dataclasses import dataclass, field

from medverkan.mailbox.replies.cursor import Mention, Who
from medverkan.mailbox.replies.names import People, women_and_men
from medverkan.mailbox.replies.vocabulary import NUMBER_WORDS

_COUNTED = (
    r"(?:just |alla )?(?:de|dom|dem|dessa|vi tar de) (?:här |där )?(?P<count>två|tre|fyra|fem|sex)(?: (?:här|där))?"
)
_BOTH = r"(?:dem|dom|de) (?:bägge|båda)(?: två)?|(?:den |det |denna |detta )?(?P<size>duon|paret|trion|kvartetten)"
# "De ville ha en" speaks of the unit.
_THEY = (
    r"(?P<they>dem|dom|dessa|de(?! (?:\w+ )?(?:ville|vill|sökte|söker|behöver|behövde|bad|skulle|önskar|önskade"
    r"|frågar|skriver"
    r"|skrev|undrar|hade|på|i|där|som|har (?:sagt|skrivit|bett)|\w+na|\w+a)\b))(?: (?:båda|bägge|allihop))?"
)
_ONE = r"(?P<one>honom|henne|hen|hon|han|hn)"
_POINTS = re.compile(rf"(?<![\w§])(?:{_COUNTED}|{_BOTH}|{_THEY}|{_ONE})(?!\w)")
_SIZES = {"duon": 2, "paret": 2, "trion": 3, "kvartetten": 4}
_MARK = re.compile(r"§(\d+)")
_AGAINST = re.compile(
    r"\b(?:inte|ej|aldrig|nej|tyvärr|för långt|sparar|vänta|vila|redan|stryk\w*|hoppar?|upptagn?a?)\b"
)
_HIM = frozenset(("honom", "han"))
_HER = frozenset(("henne", "hon"))


@dataclass(frozen=True, slots=True)
class _Heard:
    at: int
    numbers: frozenset[int]
    against: bool


@dataclass(slots=True)
class Referents:
    """The people spoken of so far, clause by clause."""

    people: People
    before: list[_Heard] = field(default_factory=list)

    def put(self, clause: str, mentions: list[Mention], at: int) -> tuple[str, list[Mention]]:
        """Return the clause with marks for what points back, and the mentions its marks stand for."""
        known = list(mentions)
        own = [mentions[int(mark)].numbers for mark in _MARK.findall(clause)]

        def mark(found: re.Match[str]) -> str:
            numbers = self._meant(found, own, at)
            if not numbers:
                return found[0]
            known.append(Mention(numbers, Who.NAMED, "", found[0]))
            return f"§{len(known) - 1}"

        text = _POINTS.sub(mark, clause)
        for place, mention in enumerate(known[: len(mentions)]):
            if mention.who is Who.THEM or (mention.who is Who.ALL and mention.problem and mention.words[-1:].isdigit()):
                count = 2 if mention.who is Who.THEM else int(mention.words[-1])
                if counted := self._counted(count):
                    known[place] = Mention(counted, Who.NAMED, "", mention.words)
        return text, known

    def heard(self, clause: str, mentions: list[Mention], at: int) -> None:
        """Remember whom a clause spoke of."""
        for mark in _MARK.findall(clause):
            mention = mentions[int(mark)]
            if mention.who is Who.STRANGER:
                self.before.append(_Heard(at, frozenset(), against=False))
            elif mention.who is Who.NAMED and mention.numbers and not mention.problem:
                self.before.append(_Heard(at, mention.numbers, bool(_AGAINST.search(clause))))

    def _meant(self, found: re.Match[str], own: list[frozenset[int]], at: int) -> frozenset[int]:
        if found["one"]:
            return frozenset() if own else self._one(found["one"], at)
        if found["they"]:
            return frozenset() if own or (found["they"] == "de" and not self.before) else self._they(at)
        count = NUMBER_WORDS.get(found["count"] or "") or _SIZES.get(found["size"] or "", 2)
        return self._counted(count)

    def _one(self, word: str, at: int) -> frozenset[int]:
        if self.before and not self.before[-1].numbers:
            return frozenset()  # somebody who is not on the list
        if len(self.people.numbers) == 1:
            return frozenset(self.people.numbers)
        last_at = self.before[-1].at if self.before else at
        near = [heard for heard in self.before if heard.at >= min(at - 1, last_at) and len(heard.numbers) == 1]
        if at - last_at > 2:
            return frozenset()
        if not near:
            return frozenset()
        last = near[-1].numbers
        others = {number for heard in near if heard.at == near[-1].at for number in heard.numbers} - last
        fits = self._fits(word, min(last))
        if fits is False or (others and fits is None):
            return frozenset()
        return last

    def _fits(self, word: str, number: int) -> bool | None:
        """Tell whether "honom" may mean the person; None where the name does not say."""
        first = self.people.first[number].partition("-")[0]
        women, men = women_and_men()
        if first not in women | men or word not in _HIM | _HER:
            return None
        return (first in men) == (word in _HIM)

    def _they(self, at: int) -> frozenset[int]:
        near = [heard for heard in self.before if heard.at >= at - 1]
        if not near:
            return frozenset()
        last = [heard for heard in near if heard.at == near[-1].at]
        together = frozenset().union(*(heard.numbers for heard in last if not heard.against))
        if len(together) > 1 and not any(heard.against for heard in last):
            return together
        everybody = frozenset().union(*(heard.numbers for heard in self.before))
        return everybody if len(everybody) > 1 and not any(heard.against for heard in self.before) else frozenset()

    def _counted(self, count: int) -> frozenset[int]:
        """Return as many as the words say: of the last sentence with people, else of all not spoken against."""
        if not self.before:
            return frozenset()
        last = [heard for heard in self.before if heard.at == self.before[-1].at]
        for heard in (last, [one for one in last if not one.against], [one for one in self.before if not one.against]):
            together = frozenset().union(*(one.numbers for one in heard))
            if len(together) == count:
                return together
        return frozenset()
