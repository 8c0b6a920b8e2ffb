"""What a person's own words mean: concepts with perspective and strength, and what is said not to be theirs.

"own" stands for both patient and brukare; which of the two is a matter of who gives the care, not of experience.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from medverkan.matching.denials import denied
from medverkan.matching.inference import ILLNESS_AREAS, childhood, grew_up_beside, inferred
from medverkan.matching.kinship import CHILD, OTHER, PARENT, PARTNER, SIBLING
from medverkan.matching.offices import passing
from medverkan.matching.perspective import OWN, RELATED, sides
from medverkan.matching.roles import CAPACITIES, CHILDS_OWN, LACKS, OF_RELATIVES, ONLY_RELATED, PARENTS_OWN, QUEUES
from medverkan.matching.scope import Standing, brief, goes_on, has_it_too, outgrown, over, relation, subject, unsure
from medverkan.matching.talked import came_true, talked_of
from medverkan.matching.text import Word, sentences
from medverkan.matching.values import Profile
from medverkan.matching.vocabulary import FOCUS_AREAS, Hit, Vocabulary

MET_STRENGTH = 0.8
MEMBER_STRENGTH = 0.5
UNDECLARED = 0.6
# A parent who has not ticked närstående: possible, but to be asked about.
UNTICKED = 0.35
CONTESTED = 0.5
# What is both told and ticked as met is a little surer.
CONFIRMED = 0.1
NEAR = 0.55
DEAF = 0.6
# A focus area is pointed at by one clear term or two hints, and by at least half of what points at the clearest.
POINTS = 80
# Whoever was born later is taken to tell of their own childhood.
LATEST_PARENT = 1997
_STANDING_SHARE = {Standing.REAL: 1.0, Standing.PAST: 0.75, Standing.UNSURE: 0.45}


@dataclass(frozen=True, slots=True)
class Meaning:
    """Strengths 0–1 by perspective and concept; `denied` and `passing` are named but not theirs; `past` is over.

    `areas` are the focus areas that it points at, in the official order; `of_child` and the like name what is told of
    that relative.
    """

    perspectives: frozenset[str]
    strengths: Mapping[tuple[str, str], float] = field(default_factory=dict)
    denied: frozenset[str] = frozenset()
    passing: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    salient: frozenset[str] = frozenset()
    areas: tuple[str, ...] = ()
    of_child: frozenset[str] = frozenset()
    of_parent: frozenset[str] = frozenset()
    of_partner: frozenset[str] = frozenset()
    of_sibling: frozenset[str] = frozenset()
    of_others: frozenset[str] = frozenset()

    def about(self, group: str) -> frozenset[str]:
        """Return the concepts told of one's child, parent, partner, sibling or other relatives (see `kinship`)."""
        told: dict[str, frozenset[str]] = {
            CHILD: self.of_child,
            PARENT: self.of_parent,
            PARTNER: self.of_partner,
            SIBLING: self.of_sibling,
            OTHER: self.of_others,
        }
        return told[group]

    def of(self, perspective: str) -> dict[str, float]:
        """Return the concepts told in one perspective with their strengths."""
        return {c: s for (p, c), s in self.strengths.items() if p == perspective}


@dataclass(slots=True)
class _Tally:
    vocabulary: Vocabulary
    stated: frozenset[str]
    adult: bool
    strengths: dict[tuple[str, str], float] = field(default_factory=dict)
    standings: dict[str, list[Standing]] = field(default_factory=dict)
    points: Counter[str] = field(default_factory=Counter)
    kin: dict[str, set[str]] = field(default_factory=dict)
    denials: dict[str, set[str]] = field(default_factory=dict)

    def read(self, text: str) -> None:
        """Add the mentions of a text."""
        topic = kin = ""
        for words in sentences(text):
            listed: tuple[int, Standing] | None = None
            for hit in self.vocabulary.find(words):
                if hit.concept not in CAPACITIES:
                    standing = _standing(words, hit, self.vocabulary.areas.get(hit.concept, ""))
                    if listed and standing is Standing.REAL and goes_on(words, listed[0], hit.start):
                        standing = listed[1]
                    listed = (hit.end, standing) if standing in {Standing.DENIED, Standing.PASSING} else None
                    self._mention(words, hit, standing, topic, kin)
            self._as_well(words)
            topic = _topic(words, topic)
            kin = relation(words, len(words) - 1, len(words)) or kin

    def _as_well(self, words: Sequence[Word]) -> None:
        """Add what a relative has too ("min son fick det också"), said of the mention before."""
        group = has_it_too(words)
        told = next(reversed(self.strengths), None)
        if group and told and RELATED in self.stated:
            key = (RELATED, told[1])
            self.strengths[key] = max(self.strengths.get(key, 0.0), self.strengths[told])
            self.kin.setdefault(group, set()).add(told[1])

    def _mention(self, words: Sequence[Word], hit: Hit, standing: Standing, topic: str, kin: str) -> None:
        self.standings.setdefault(hit.concept, []).append(standing)
        whom = subject(words, hit.start, hit.end)
        if standing in {Standing.DENIED, Standing.PASSING}:
            if standing is Standing.DENIED:
                self.denials.setdefault(hit.concept, set()).add(_side(whom, self.stated))
            return
        self.points[self.vocabulary.areas.get(hit.concept, "")] += round(100 * hit.weight)
        whom = whom or (topic if RELATED in self.stated else "")
        if whom == "other":
            whom = "relative" if RELATED in self.stated else ""
        # A role says itself whom it is about.
        speaks_of_them = whom == "relative" or RELATED in self.stated
        if (
            speaks_of_them
            and whom != "self"
            and hit.concept not in OF_RELATIVES
            and (group := relation(words, hit.start, hit.end) or kin)
        ):
            self.kin.setdefault(group, set()).add(hit.concept)
        strength = hit.weight * _STANDING_SHARE[standing]
        for side, share in self.side_of(hit.concept, whom):
            key = (side, hit.concept)
            self.strengths[key] = max(self.strengths.get(key, 0.0), strength * share)

    def side_of(self, concept: str, whom: str) -> tuple[tuple[str, float], ...]:
        """Return the perspectives a mention counts in, each with its share."""
        if concept in PARENTS_OWN:
            return tuple((side, 1.0) for side in sorted(self.stated or {OWN}))
        if concept in ONLY_RELATED:
            return ((RELATED, 1.0 if RELATED in self.stated else UNDECLARED),)
        if concept in OF_RELATIVES:
            return ((RELATED if RELATED in self.stated else OWN, 1.0),)
        childs = self.adult and concept in CHILDS_OWN
        if self.stated == {RELATED}:
            return ((RELATED, 1.0), (OWN, UNTICKED)) if whom == "self" else ((RELATED, 1.0),)
        if self.stated == {OWN}:
            if whom == "relative":
                return ((RELATED, UNDECLARED),)
            return ((OWN, UNDECLARED), (RELATED, UNTICKED)) if childs and whom != "self" else ((OWN, 1.0),)
        if whom == "relative" or (childs and whom != "self"):
            return ((RELATED, 1.0),)
        return ((OWN, 1.0),)

    def meet(self, text: str, trust: float) -> None:
        """Add the care met or associations joined; what the experience tells keeps its perspective."""
        for words in sentences(text):
            for hit in self.vocabulary.find(words):
                concept = hit.concept
                told = set(self.standings.get(concept, ()))
                if concept in CAPACITIES or (told and told <= {Standing.DENIED}) or denied(words, hit.start, hit.end):
                    continue
                sides = self._told_sides(concept) or self.side_of(concept, "")
                for side, share in sides:
                    key = (side, concept)
                    confirmed = CONFIRMED if key in self.strengths else 0.0
                    strength = hit.weight * share * trust
                    self.strengths[key] = min(1.0, max(self.strengths.get(key, 0.0), strength) + confirmed)

    def follow(self, born: int | None, text: str) -> None:
        """Add what follows from several facts together."""
        if len(self.kin) == 1:
            # Only one relative is spoken of, so the care met is theirs too.
            for concepts in self.kin.values():
                concepts.update(c for side, c in self.strengths if side == RELATED and c not in OF_RELATIVES)
        if max((self.strengths.get((side, "dövhet"), 0.0) for side in (OWN, RELATED)), default=0.0) >= DEAF:
            # The interpreter whom the deaf speak of is one of signs.
            for side in (OWN, RELATED):
                if (side, "tolk och språk") in self.strengths:
                    self.strengths[(side, "tolk och språk")] *= CONTESTED
        self.strengths.update(inferred(self.strengths, born))
        if grew_up_beside(text, born):
            ill = {c for c in self.kin.get(PARENT, ()) if self.vocabulary.areas.get(c) in ILLNESS_AREAS}
            self.strengths.update(childhood(self.strengths, ill, RELATED if RELATED in self.stated else OWN))

    def areas(self) -> tuple[str, ...]:
        """Return the focus areas pointed at."""
        least = max(POINTS, max((self.points[area] for area in FOCUS_AREAS), default=0) / 2)
        return tuple(area for area in FOCUS_AREAS if self.points[area] >= least)

    def _told_sides(self, concept: str) -> tuple[tuple[str, float], ...]:
        near = [
            (self.vocabulary.likeness(concept, told) * strength, side)
            for (side, told), strength in self.strengths.items()
            if told == concept or self.vocabulary.likeness(concept, told) >= NEAR
        ]
        return ((max(near)[1], 1.0),) if near else ()


def _side(whom: str, stated: frozenset[str]) -> str:
    return RELATED if whom == "relative" or OWN not in (stated or {OWN}) else OWN


def _topic(words: Sequence[Word], before: str) -> str:
    said = subject(words, len(words) - 1, len(words))
    return said or before


def _is_lacking(words: Sequence[Word], hit: Hit) -> bool:
    # "Inget bank-id har jag": to be without is what the concept is about; "inga problem med bank-id" is not.
    before = {w.low for w in words[max(0, hit.start - 5) : hit.start]}
    return hit.concept in LACKS and not before & {"problem", "svårt", "svårigheter", "besvär", "hinder"}


def _standing(words: Sequence[Word], hit: Hit, area: str) -> Standing:
    if denied(words, hit.start, hit.end):
        return Standing.REAL if _is_lacking(words, hit) else Standing.DENIED
    if passing(words, hit.start, hit.end, hit.concept):
        return Standing.PASSING
    if talked := talked_of(words, hit.start, hit.end):
        return talked
    if unsure(words, hit.start, hit.end) and hit.concept not in QUEUES and not came_true(words, hit.end):
        return Standing.UNSURE
    if area == "funktionsnedsättning" and brief(words, hit.start):
        return Standing.UNSURE
    behind = over(words, hit.start, hit.end) or (area in ILLNESS_AREAS and outgrown(words, hit.start))
    return Standing.PAST if behind else Standing.REAL


def _read(
    stated: frozenset[str], born: int | None, experience: str, met: str, member_of: str, vocabulary: Vocabulary
) -> Meaning:
    tally = _Tally(vocabulary, stated, born is None or born <= LATEST_PARENT)
    tally.read(experience)
    for concept, standings in tally.standings.items():
        # Both told and denied: "dåliga njurar, men inte dialys".
        if Standing.DENIED in standings and len(set(standings)) > 1:
            for side in tally.denials[concept]:
                if (side, concept) in tally.strengths:
                    tally.strengths[(side, concept)] *= CONTESTED
    tally.meet(met, MET_STRENGTH)
    tally.meet(member_of, MEMBER_STRENGTH)
    tally.follow(born, experience)
    by = {kind: {c for c, s in tally.standings.items() if set(s) == {kind}} for kind in Standing}
    past = {c for c, s in tally.standings.items() if Standing.PAST in s and Standing.REAL not in s}
    often = frozenset(c for c, s in tally.standings.items() if len(s) > 1)
    return Meaning(
        stated or frozenset(side for side, _ in tally.strengths) or frozenset({OWN, RELATED}),
        tally.strengths,
        frozenset(by[Standing.DENIED]),
        frozenset(by[Standing.PASSING]),
        frozenset(past),
        often | frozenset(list(tally.standings)[:1]),
        tally.areas(),
        *(frozenset(tally.kin.get(group, ())) for group in (CHILD, PARENT, PARTNER, SIBLING, OTHER)),
    )


def understand(profile: Profile, vocabulary: Vocabulary) -> Meaning:
    """Return what the profile's free text means."""
    return _read(
        sides(profile.perspectives),
        profile.birth_year,
        profile.experience,
        profile.care_met,
        profile.associations,
        vocabulary,
    )
