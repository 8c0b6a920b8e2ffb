"""Rank a register's people for a request: gates, score, reasons, the best group.

`Index` holds what is the same for every request; `rank` is the thin function over it. The order of the profiles never
matters: they are sorted by id first, and ties go to the lower id.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from medverkan.matching import (
    activities,
    areas,
    experience,
    meaning,
    phrasing,
    places,
    refusals,
    schedule,
    scoring,
    team,
    text,
)
from medverkan.matching.evidence import Evidence
from medverkan.matching.gates import stopped_by
from medverkan.matching.meaning import Meaning
from medverkan.matching.meaning import understand as understand_profile
from medverkan.matching.values import EXCLUSIONS, Match, Need, Profile, Ranking
from medverkan.matching.vocabulary import Vocabulary, load
from medverkan.matching.wish import Wish
from medverkan.matching.wish import understand as understand_need

MATCHER = "2"


@dataclass(frozen=True, slots=True)
class _Scored:
    score: float
    profile: Profile
    answer: experience.Answer
    fit: scoring.Fit


class Index:
    """The profiles with what their words mean, built once and asked many times."""

    def __init__(self, profiles: Sequence[Profile], vocabulary: Vocabulary | None = None) -> None:
        self.vocabulary = vocabulary or load()
        self.profiles = sorted(profiles, key=lambda p: p.id)
        self._evidence = Evidence([f"{p.experience} {p.care_met}" for p in self.profiles])
        self._meanings: list[Meaning | None] = [None] * len(self.profiles)

    def rank(self, need: Need, *, today: date, top: int = 5, only_introduced: bool = False) -> Ranking:
        """Return the ranking of these profiles for one need."""
        wish = understand_need(need, self.vocabulary)
        words = self._evidence.scores(f"{need.experience} {need.title}")
        excluded: Counter[str] = Counter(dict.fromkeys(EXCLUSIONS, 0))
        scored: list[_Scored] = []
        for at, profile in enumerate(self.profiles):
            if profile.id in need.skip:
                continue
            if gate := stopped_by(profile, need, today, only_introduced):
                excluded[gate] += 1
                continue
            if one := self._score(at, profile, need, wish, words.get(at, 0.0), today):
                scored.append(one)
        scored.sort(key=lambda s: (-s.score, s.profile.id))
        return _ranking(need, scored, excluded, today, top, f"{MATCHER}-{self.vocabulary.digest}")

    def _meaning(self, at: int) -> Meaning:
        known = self._meanings[at]
        if known is None:
            known = self._meanings[at] = understand_profile(self.profiles[at], self.vocabulary)
        return known

    def _score(self, at: int, profile: Profile, need: Need, wish: Wish, words: float, today: date) -> _Scored | None:
        answer = experience.answer(wish, self._meaning(at), self.vocabulary, words)
        answer = experience.adjusted(answer, wish, profile, today)
        if answer.ruled_out or answer.strength <= 0 or _wrong_age(profile, wish, today):
            return None
        wanted = frozenset(need.focus_areas)
        fit = scoring.fit(profile, need, wish, answer, today, wanted)
        score = round(min(1.0, sum(scoring.parts(fit, answer.strength).values())), 4)
        return _Scored(score, profile, answer, fit) if score >= scoring.SHOWN else None


def _wrong_age(profile: Profile, wish: Wish, today: date) -> bool:
    if wish.ages is None or profile.birth_year is None:
        return False
    # Only the year is known, so the age is one of two.
    oldest = today.year - profile.birth_year
    return oldest < wish.ages[0] or oldest - 1 > wish.ages[1]


def _ranking(need: Need, scored: list[_Scored], excluded: Counter[str], today: date, top: int, version: str) -> Ranking:
    matches = tuple(
        Match(
            place,
            one.profile.id,
            one.score,
            phrasing.reasons(one.profile, need, one.answer, one.fit),
            phrasing.concerns(one.profile, need, one.answer, one.fit, today),
            scoring.parts(one.fit, one.answer.strength),
        )
        for place, one in enumerate(scored[:top], 1)
    )
    good = [(one.score, one.profile) for one in scored if one.score >= scoring.BAR]
    covers = {one.profile.id: frozenset({one.answer.sought}) for one in scored}
    group = team.choose(good[: max(10, 3 * need.people_wanted)], need.people_wanted, covers)
    return Ranking(need.people_wanted, not good, matches, group, dict(excluded), version)


def rank(
    need: Need,
    profiles: Sequence[Profile],
    *,
    today: date,
    top: int = 5,
    only_introduced: bool = False,
    vocabulary: Vocabulary | None = None,
) -> Ranking:
    """Return the people who fit a need best, the best group, and how many each gate held back.

    The score and the order depend only on the arguments. `no_match` is true when nobody reaches the bar.
    """
    return Index(profiles, vocabulary).rank(need, today=today, top=top, only_introduced=only_introduced)


def forget() -> None:
    """Drop every cached reading of people's words; to be called when somebody is erased."""
    meaning.forget()
    caches = (
        text.sentences, text.stem, places.reach, places.municipalities_in, areas.derive_focus_areas,
        areas.canonical_focus_areas, refusals.refusals, activities.fit, activities.kinds_in, schedule.available,
        schedule.last_year,
    )  # fmt: skip
    for cached in caches:
        cached.cache_clear()
