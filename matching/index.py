"""A register made ready for questions: built once, asked many times, changed one person at a time.

A request looks up who tells of what it seeks, orders them by the most that their score can come to, and scores exactly
only until nobody left can come among the best. Gates are counted over everybody. The list is the same as if each
person had been scored: `tests/matching/test_index.py`.
"""

import heapq
import math
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple, TypeVar

from medverkan.matching import experience, scoring, unnamed
from medverkan.matching.evidence import Evidence
from medverkan.matching.fingerprint import BITS, fingerprint, member_number
from medverkan.matching.gate_index import OPEN, GateIndex, counted
from medverkan.matching.meaning import understand as understand_profile
from medverkan.matching.means import Means, means_of
from medverkan.matching.packing import pack, unpack
from medverkan.matching.perspective import OWN, RELATED
from medverkan.matching.postings import MOST, Postings
from medverkan.matching.ranking import Scored, ranking
from medverkan.matching.values import Need, Profile, Ranking
from medverkan.matching.vocabulary import Vocabulary, load
from medverkan.matching.wish import understand as understand_need

MATCHER = "5"
# Where a group is sought, this many are scored, so that it is chosen among many.
FEWEST = 40
PER_PERSON = 8
ALONE = 10
STRONG = 0.8
_ROUNDING = 1e-4
Thing = TypeVar("Thing", bound=Hashable)


class _Held(NamedTuple):
    profile: Profile
    means: Means
    meaning: bytes


class Index:
    """The members with what their words mean. Not for several threads at once."""

    def __init__(self, profiles: Iterable[Profile] = (), vocabulary: Vocabulary | None = None) -> None:
        self.vocabulary = vocabulary or load()
        self._held: list[_Held | None] = []
        self._slots: dict[str, int] = {}
        self._free: list[int] = []
        self._told = Postings[tuple[str, str]]()  # (side, concept), with 255 × strength
        self._languages = Postings[str]()
        self._evidence = Evidence()
        self._gates = GateIndex()
        self._same: dict[Any, Any] = {}
        self._members = 0
        for profile in sorted(profiles, key=lambda p: p.id):
            self.put(profile)

    def __len__(self) -> int:
        return len(self._slots)

    def put(self, profile: Profile) -> None:
        """Take in a member, in place of what was known under the same id."""
        self.remove(profile.id)
        slot = self._free.pop() if self._free else len(self._held)
        if slot == len(self._held):
            self._held.append(None)
        meaning = understand_profile(profile, self.vocabulary)
        held = _Held(profile, self._shared(means_of(profile)), pack(meaning, self.vocabulary))
        self._held[slot], self._slots[profile.id] = held, slot
        for key, strength in meaning.strengths.items():
            self._told.add(key, slot, math.ceil(strength * MOST))
        for language in experience.languages_of(profile):
            self._languages.add(language, slot)
        self._evidence.add(slot, _words(profile))
        self._gates.add(slot, profile, held.means.refused)
        self._members = (self._members + member_number(profile)) % 2**BITS

    def remove(self, member: str) -> None:
        """Forget a member; nothing happens where the id is unknown."""
        slot = self._slots.pop(member, None)
        held = None if slot is None else self._held[slot]
        if slot is None or held is None:
            return
        for key in unpack(held.meaning, self.vocabulary).strengths:
            self._told.discard(key, slot)
        for language in experience.languages_of(held.profile):
            self._languages.discard(language, slot)
        self._evidence.discard(slot, _words(held.profile))
        self._gates.discard(slot, held.means.refused)
        self._members = (self._members - member_number(held.profile)) % 2**BITS
        self._held[slot] = None
        self._free.append(slot)

    def rank(self, need: Need, *, today: date, top: int = 5, only_introduced: bool = False) -> Ranking:
        """Return the ranking of these members for one need."""
        wish = understand_need(need, self.vocabulary)
        question = experience.question_of(wish, self.vocabulary)
        asked = scoring.Asked(need, wish, today)
        skip = [self._slots[member] for member in need.skip if member in self._slots]
        stopped = self._gates.stopped(need, today, only_introduced, skip)
        wanted = max(top, FEWEST, PER_PERSON * need.people_wanted) if need.people_wanted > 1 else max(top, ALONE)
        best = self._best(question, asked, stopped, wanted)
        return ranking(asked, best, counted(stopped), top, f"{MATCHER}-{self.vocabulary.digest}")

    def fingerprint(self, need: Need, *, today: date, only_introduced: bool = False) -> str:
        """Return a name, 64 hexadecimal digits, for all that `rank` rests on but its version."""
        return fingerprint(need, self._members, today, only_introduced)

    def _best(
        self, question: experience.Question, asked: scoring.Asked, stopped: bytearray, wanted: int
    ) -> list[Scored]:
        """Return the best `wanted`, best first; ties go to who is free that day, then to the lower id."""
        words = self._evidence.scores(f"{asked.need.experience} {asked.need.title}")
        found: list[Scored] = []
        for least in (STRONG, 0.0):  # in a large register the strong answers fill the list alone
            most, left_out = self._most(question, words, least)
            found, bar = self._scored(question, asked, words, most, stopped, wanted)
            if bar >= left_out:
                break
        return found

    def _scored(
        self,
        question: experience.Question,
        asked: scoring.Asked,
        words: Mapping[int, float],
        most: Mapping[int, float],
        stopped: bytearray,
        wanted: int,
    ) -> tuple[list[Scored], float]:
        """Return the best among those whose strength is known at most, and what one must come to to be among them."""
        found: list[Scored] = []
        most_words = max(words.values(), default=0.0)
        scores: list[float] = []  # a heap of the best scores so far
        bar = scoring.SHOWN - _ROUNDING
        for slot in sorted((slot for slot in most if stopped[slot] == OPEN), key=most.__getitem__, reverse=True):
            if most[slot] < bar:
                break
            held = self._held[slot]
            if held is None or asked.at_most(held.means, most[slot]) < bar:
                continue
            if one := self._score(held, question, asked, words.get(slot, 0.0), most_words):
                found.append(one)
                (heapq.heappushpop if len(scores) == wanted else heapq.heappush)(scores, one.score)
                if len(scores) == wanted:
                    bar = scores[0] - _ROUNDING
        found.sort(key=lambda one: (-one.score, scoring.TENTATIVE in one.fit.notes, one.profile.id))
        return found[:wanted], bar if len(scores) == wanted else 0.0

    def _most(
        self, question: experience.Question, words: Mapping[int, float], least: float
    ) -> tuple[dict[int, float], float]:
        """Return the most that each answer's strength can come to, and that of those below `least` left out."""
        shares = {
            (side, told): max(weight for weight, _ in answered) * experience.share_of(question, side)
            for told, answered in question.answers.items()
            for side in (OWN, RELATED)
        }
        weak = max((share for share in shares.values() if share < least), default=0.0)
        best: dict[int, float] = {}
        several: set[int] = set()
        for key, share in shares.items():
            for slot, amount in self._told.of(key) if share >= least else ():
                strength = amount * share / MOST
                known = best.get(slot)
                if known is None:
                    best[slot] = strength
                else:
                    several.add(slot)
                    if strength > known:
                        best[slot] = strength
        for slot, strength in best.items():
            best[slot] = experience.most(question, strength, weak > 0 or slot in several, words.get(slot, 0.0))
        for slot in words.keys() - best.keys():
            best[slot] = experience.most(question, weak, weak > 0, words[slot])
        if question.wish.unnamed:
            best |= {slot: max(best[slot], unnamed.FULL) for slot in words}
        for slot in self._speaking(question):
            best[slot] = max(best.get(slot, 0.0), experience.SPEAKS)
        return best, experience.most(question, weak, True, 0.0) if weak else 0.0

    def _speaking(self, question: experience.Question) -> Iterator[int]:
        if experience.LANGUAGE_CONCEPTS & question.core:
            for language in question.wish.languages:
                yield from self._languages.slots(language)

    def _score(
        self, held: _Held, question: experience.Question, asked: scoring.Asked, words: float, most_words: float
    ) -> Scored | None:
        meaning = unpack(held.meaning, self.vocabulary)
        answer = experience.answer(question, meaning, self.vocabulary, words, most_words)
        if question.wish.unnamed and words:
            answer = experience.in_words(answer, question, held.profile)
        answer = experience.adjusted(answer, question, held.profile, asked.today)
        if answer.ruled_out or answer.strength <= 0 or scoring.wrong_age(held.profile, asked):
            return None
        fit = asked.fit(held.profile, held.means, held.profile.focus_areas or meaning.areas, answer)
        score = round(min(1.0, sum(scoring.parts(fit, answer.strength).values())), 4)
        return Scored(score, held.profile, answer, fit) if score >= scoring.SHOWN else None

    def _shared(self, means: Means) -> Means:
        """Return equal means whose parts are the same objects for all who say the same."""
        return replace(
            means,
            where=self._one(means.where),
            hours=self._one(means.hours),
            refused=self._one(means.refused),
            ticked=self._one(means.ticked),
        )

    def _one(self, thing: Thing) -> Thing:
        known: Thing = self._same.setdefault(thing, thing)
        return known


def _words(profile: Profile) -> str:
    return f"{profile.experience} {profile.care_met}"
