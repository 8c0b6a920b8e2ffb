"""How well what a person has lived answers what a request asks for: the heart of the score.

Gives the strength of the best answer, the perspective it is told in, and the concepts to name in the reasons.
"""

from dataclasses import dataclass, replace
from datetime import date

from medverkan.matching.demands import languages_in
from medverkan.matching.meaning import Meaning
from medverkan.matching.perspective import OWN, RELATED
from medverkan.matching.values import Profile
from medverkan.matching.vocabulary import Vocabulary
from medverkan.matching.wish import Wish

MORE_CONCEPTS = 0.06
OTHER_SIDE = 0.5
# The core is met, but not the circumstances named beside it.
UNQUALIFIED = 0.85
# Mentioned once, beside something else.
ASIDE = 0.95
WELCOME_SIDE = 0.72
RULED_OUT_AT = 0.4
WORD_SHARE = 0.3
WRONG_AGE = 0.6
SPEAKS, SPEAKS_NOT = 0.7, 0.65
LANGUAGE_CONCEPTS = frozenset(
    {"tolk och språk", "nationella minoriteter", "äldre utrikes födda", "integration och nyanländ"}
)


@dataclass(frozen=True, slots=True)
class Answer:
    """Strength 0–1, the concept sought and the one told, the `side` it is told in, and what rules the person out."""

    strength: float = 0.0
    sought: str = ""
    told: str = ""
    side: str = ""
    fits_side: bool = True
    ruled_out: str = ""
    past: bool = False
    others: tuple[str, ...] = ()


def _best(wish: Wish, told: dict[str, float], vocabulary: Vocabulary) -> list[tuple[float, str, str]]:
    """Return (strength, sought, told) for every concept sought that is answered, best first."""
    found = []
    for sought, weight in wish.concepts.items():
        answers = [
            (weight * strength * _like(wish, sought, concept, vocabulary), sought, concept)
            for concept, strength in told.items()
        ]
        if answers and (best := max(answers))[0] > 0:
            found.append(best)
    return sorted(found, key=lambda a: (-a[0], a[1]))


def _like(wish: Wish, sought: str, told: str, vocabulary: Vocabulary) -> float:
    if told in wish.excluded and told not in wish.concepts:
        return 0.0
    return vocabulary.likeness(sought, told)


def _side_answer(wish: Wish, meaning: Meaning, side: str, vocabulary: Vocabulary) -> Answer:
    found = _best(wish, meaning.of(side), vocabulary)
    if not found:
        return Answer(side=side)
    strength, sought, told = found[0]
    if wish.qualifiers and not any(f[1] in wish.qualifiers for f in found) and sought not in wish.qualifiers:
        strength *= UNQUALIFIED
    if told not in meaning.salient:
        strength *= ASIDE
    also = [f for f in found[1:] if f[0] >= 0.4 and f[2] != told]
    strength = min(1.0, strength) + MORE_CONCEPTS * min(2, len(also))
    return Answer(strength, sought, told, side, others=tuple(f[2] for f in also), past=told in meaning.past)


def answer(wish: Wish, meaning: Meaning, vocabulary: Vocabulary, words: float) -> Answer:
    """Return the best answer in a perspective asked for, else the best in the other one at a lower strength."""
    sought = [side for side in (OWN, RELATED) if side in wish.sides]
    inside = max((_side_answer(wish, meaning, s, vocabulary) for s in sought), key=lambda a: a.strength)
    outside = max(
        (_side_answer(wish, meaning, s, vocabulary) for s in (OWN, RELATED) if s not in sought),
        key=lambda a: a.strength,
        default=Answer(),
    )
    ruled = ""
    if wish.insisted and not meaning.perspectives & wish.sides:
        ruled = "perspective"
    share = WELCOME_SIDE if outside.side in wish.welcome_sides else OTHER_SIDE
    best, fits = inside, True
    if outside.strength * share > inside.strength + 0.05:
        best, fits = (
            Answer(outside.strength * share, outside.sought, outside.told, outside.side, False, "", outside.past),
            False,
        )
        fits = outside.side in wish.welcome_sides
        if wish.insisted:
            ruled = "perspective"
    told = {c for side in (OWN, RELATED) for c, s in meaning.of(side).items() if s >= RULED_OUT_AT}
    if told & wish.excluded and not _direct(wish, best, vocabulary):
        ruled = ruled or "excluded"
    denied = set(wish.core) & meaning.denied
    strength = best.strength
    if denied and not _direct(wish, best, vocabulary):
        strength *= 0.5
    strength = strength + (1 - min(1.0, strength)) * WORD_SHARE * words * (0.4 if denied or not fits else 1.0)
    return Answer(min(1.1, strength), best.sought, best.told, best.side, fits, ruled, best.past, best.others)


def adjusted(answer: Answer, wish: Wish, profile: Profile, today: date) -> Answer:
    """Return the answer weighed by what is asked beside the experience: age in words, language."""
    strength = answer.strength
    if wish.worded_ages and profile.birth_year is not None:
        age = today.year - profile.birth_year
        if not wish.worded_ages[0] <= age <= wish.worded_ages[1] + 1:
            strength *= WRONG_AGE
    if wish.languages:
        spoken = wish.languages & languages_in(f"{profile.languages} {profile.experience}")
        asked_for = LANGUAGE_CONCEPTS & set(wish.core)
        if spoken and asked_for and strength < SPEAKS:
            return replace(answer, strength=SPEAKS, sought=min(asked_for), told="tolk och språk", side=OWN)
        if not spoken:
            strength *= SPEAKS_NOT
    return replace(answer, strength=strength)


def _direct(wish: Wish, best: Answer, vocabulary: Vocabulary) -> bool:
    return best.strength >= 0.6 and vocabulary.likeness(best.sought, best.told) >= 0.9
