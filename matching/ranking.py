"""From the best scored people to the answer: places, reasons, concerns, the best group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from medverkan.matching import phrasing, scoring, team
from medverkan.matching.experience import Answer
from medverkan.matching.values import Match, Need, Profile, Ranking


@dataclass(frozen=True, slots=True)
class Scored:
    """A person with score, 0–1, the experience that answers, and how well every part fits."""

    score: float
    profile: Profile
    answer: Answer
    fit: scoring.Fit


def ranking(
    need: Need, best: Sequence[Scored], excluded: Mapping[str, int], today: date, top: int, version: str
) -> Ranking:
    """Return the answer from the best people in order; `no_match` where nobody reaches the bar."""
    matches = tuple(
        Match(
            place,
            one.profile.id,
            one.score,
            phrasing.reasons(one.profile, need, one.answer, one.fit),
            phrasing.concerns(one.profile, need, one.answer, one.fit, today),
            scoring.parts(one.fit, one.answer.strength),
        )
        for place, one in enumerate(best[:top], 1)
    )
    good = [(one.score, one.profile) for one in best if one.score >= scoring.BAR]
    covers = {one.profile.id: frozenset({one.answer.sought}) for one in best}
    group = team.choose(good[: max(10, 3 * need.people_wanted)], need.people_wanted, covers)
    return Ranking(need.people_wanted, not good, matches, group, dict(excluded), version)
