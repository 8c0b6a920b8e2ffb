"""How well what a person has lived answers what a request asks for: the heart of the score.

Gives the strength of the best answer, the perspective it is told in, and the concepts to name in the reasons.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from medverkan.matching import schedule, unnamed
from medverkan.matching.demands import languages_in
from medverkan.matching.kinship import GROUPS
from medverkan.matching.meaning import Meaning
from medverkan.matching.perspective import OWN, RELATED, sides
from medverkan.matching.roles import BEARING, OF_RELATIVES, ONLY_RELATED, PARENTS_OWN
from medverkan.matching.values import Profile
from medverkan.matching.vocabulary import Vocabulary
from medverkan.matching.wish import Wish

MORE_CONCEPTS = 0.06
OTHER_SIDE = 0.5
# The core is met, but not the circumstances named beside it.
UNQUALIFIED = 0.85
# Mentioned once, beside something else.
ASIDE = 0.9
WELCOME_SIDE = 0.72
RULED_OUT_AT = 0.4
WORD_SHARE = 0.3
# Of two who tell of the same concept, the one who uses the request's own words (skolios, not ont i ryggen) is nearer.
OTHER_WORDS = 0.05
WRONG_AGE = 0.6
# Ended before the years that the request asks for.
TOO_OLD = 0.75
# Told of another relative than those asked about.
OTHER_KIN = 0.4
SPEAKS, SPEAKS_NOT = 0.7, 0.65
LANGUAGE_CONCEPTS = frozenset(
    {"tolk och språk", "nationella minoriteter", "äldre utrikes födda", "integration och nyanländ"}
)

# Told of oneself, and yet what a relative is asked for.
TOLD_AS_RELATIVES = OF_RELATIVES | ONLY_RELATED | PARENTS_OWN | BEARING


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
    speaks: bool = False  # answers by the language alone


@dataclass(frozen=True, slots=True)
class Question:
    """A wish, and for each concept that may be told what it answers: (weight × likeness, concept sought)."""

    wish: Wish
    core: frozenset[str]
    answers: Mapping[str, tuple[tuple[float, str], ...]]


def question_of(wish: Wish, vocabulary: Vocabulary) -> Question:
    """Return a wish with all that can answer it."""
    answers: dict[str, list[tuple[float, str]]] = {}
    for sought, weight in wish.concepts.items():
        for told, likeness in vocabulary.answers.get(sought, {sought: 1.0}).items():
            if weight * likeness > 0 and not (told in wish.excluded and told not in wish.concepts):
                answers.setdefault(told, []).append((weight * likeness, sought))
    return Question(wish, frozenset(wish.core), {told: tuple(sought) for told, sought in answers.items()})


def _best(question: Question, told: Mapping[str, float]) -> list[tuple[float, str, str]]:
    """Return (strength, sought, told) for every concept sought that is answered, best first."""
    best: dict[str, tuple[float, str, str]] = {}
    for concept, strength in told.items():
        for weight, sought in question.answers.get(concept, ()):
            answered = (weight * strength, sought, concept)
            if strength > 0 and (sought not in best or answered > best[sought]):
                best[sought] = answered
    return sorted(best.values(), key=lambda a: (-a[0], a[1]))


def _told(question: Question, meaning: Meaning, side: str) -> dict[str, float]:
    told = meaning.of(side)
    if side == OWN and question.wish.as_relatives:
        return {c: strength if c in TOLD_AS_RELATIVES else strength * OTHER_KIN for c, strength in told.items()}
    asked = question.wish.kin
    if side != RELATED or not asked:
        return told
    right = frozenset[str]().union(*(meaning.about(group) for group in GROUPS if group in asked))
    wrong = frozenset[str]().union(*(meaning.about(group) for group in GROUPS)) - right
    return {c: strength * OTHER_KIN if c in wrong else strength for c, strength in told.items()}


def _side_answer(question: Question, meaning: Meaning, side: str) -> Answer:
    wish = question.wish
    found = _best(question, _told(question, meaning, side))
    if not found:
        return Answer(side=side)
    strength, sought, told = found[0]
    if wish.qualifiers and not any(f[1] in wish.qualifiers for f in found) and sought not in wish.qualifiers:
        strength *= UNQUALIFIED
    if sought in wish.qualifiers:
        # The circumstance alone ("operation" where one waits for it) is not what is asked for.
        strength *= UNQUALIFIED
    if told not in meaning.salient:
        strength *= ASIDE
    also = [f for f in found[1:] if f[0] >= 0.4 and f[2] != told]
    strength = min(1.0, strength) + MORE_CONCEPTS * min(2, len(also))
    return Answer(strength, sought, told, side, others=tuple(f[2] for f in also), past=told in meaning.past)


def answer(question: Question, meaning: Meaning, vocabulary: Vocabulary, words: float, most_words: float) -> Answer:
    """Return the best answer in a perspective asked for, else the best in the other one at a lower strength.

    `words` is the evidence of the person's own words, 0–1, and `most_words` the most that anybody has.
    """
    wish = question.wish
    sought = [side for side in (OWN, RELATED) if side in wish.sides]
    inside = max((_side_answer(question, meaning, s) for s in sought), key=lambda a: a.strength)
    outside = max(
        (_side_answer(question, meaning, s) for s in (OWN, RELATED) if s not in sought),
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
    denied = question.core & meaning.denied
    strength = best.strength
    if denied and not _direct(wish, best, vocabulary):
        strength *= 0.5
    strength = strength + (1 - min(1.0, strength)) * WORD_SHARE * words * (0.4 if denied or not fits else 1.0)
    if most_words:
        strength *= 1 - OTHER_WORDS * (1 - words / most_words)
    return Answer(min(1.1, strength), best.sought, best.told, best.side, fits, ruled, best.past, best.others)


def in_words(best: Answer, question: Question, profile: Profile) -> Answer:
    """Return the better of an answer and one in the request's own words, for what the vocabulary does not know."""
    told = unnamed.told(question.wish.unnamed, profile)
    for side in sorted(told):
        fits = side in question.wish.sides
        strength = told[side] * share_of(question, side)
        if strength > best.strength and (fits or not question.wish.insisted):
            best = Answer(strength, side=side, fits_side=fits or side in question.wish.welcome_sides)
    return best


def most(question: Question, strength: float, several: bool, words: float) -> float:
    """Return the most that `answer` can come to, before ages and languages, where concepts answer with `strength`."""
    told = min(1.0, strength) + (2 * MORE_CONCEPTS if several else 0.0)
    return told + max(0.0, 1 - told) * WORD_SHARE * words


def share_of(question: Question, side: str) -> float:
    """Return how much experience told in a perspective counts."""
    if side in question.wish.sides:
        return 1.0
    return WELCOME_SIDE if side in question.wish.welcome_sides else OTHER_SIDE


def adjusted(answer: Answer, question: Question, profile: Profile, today: date) -> Answer:
    """Return the answer weighed by what is asked beside the experience: age in words, language."""
    wish = question.wish
    strength = answer.strength
    if wish.own_ages and answer.side == OWN and profile.birth_year is not None:
        oldest = today.year - profile.birth_year
        if oldest < wish.own_ages[0] or oldest - 1 > wish.own_ages[1]:
            # The relative may have been asked for too: then it is worth asking whose experience it is.
            return (
                replace(answer, strength=strength * WRONG_AGE) if related(profile) else replace(answer, ruled_out="age")
            )
    if wish.worded_ages and profile.birth_year is not None:
        age = today.year - profile.birth_year
        if not wish.worded_ages[0] <= age <= wish.worded_ages[1] + 1:
            strength *= WRONG_AGE
    last = schedule.last_year(profile.experience_years, today.year) if wish.within_years is not None else None
    if last is not None and wish.within_years is not None and today.year - last > wish.within_years + 1:
        strength *= TOO_OLD
    if wish.languages:
        spoken = wish.languages & languages_of(profile)
        asked_for = LANGUAGE_CONCEPTS & question.core
        if spoken and asked_for and strength < SPEAKS:
            return replace(answer, strength=SPEAKS, sought=min(asked_for), told="tolk och språk", side=OWN, speaks=True)
        if not spoken:
            strength *= SPEAKS_NOT
    return replace(answer, strength=strength)


def related(profile: Profile) -> bool:
    """Tell whether the person speaks as a relative too."""
    return RELATED in sides(profile.perspectives)


def languages_of(profile: Profile) -> frozenset[str]:
    """Return the languages that a person says they speak."""
    return languages_in(f"{profile.languages} {profile.experience}")


def _direct(wish: Wish, best: Answer, vocabulary: Vocabulary) -> bool:
    return best.strength >= 0.6 and vocabulary.likeness(best.sought, best.told) >= 0.9
