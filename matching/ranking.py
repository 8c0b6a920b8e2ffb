"""From the best scored people to the answer: places, reasons, concerns, the best group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from medverkan.matching import phrasing, scoring, team
from medverkan.matching.experience import Answer
from medverkan.matching.values import Match, Profile, Ranking


@dataclass(frozen=True, slots=True)
class Scored:
    """A person with the sum of the parts, 0–1, the experience that answers, and how well every part fits."""

    score: float
    profile: Profile
    answer: Answer
    fit: scoring.Fit


def ranking(
    asked: scoring.Asked, best: Sequence[Scored], excluded: Mapping[str, int], top: int, version: str
) -> Ranking:
    """Return the answer from the best people in order; `no_match` where nobody reaches the bar."""
    need, today = asked.need, asked.today
    matches = tuple(
        Match(
            place,
            one.profile.id,
            round(scoring.chance(one.score), 4),
            phrasing.reasons(one.profile, need, one.answer, one.fit),
            phrasing.concerns(one.profile, need, one.answer, one.fit, today),
            _shares(one),
        )
        for place, one in enumerate(best[:top], 1)
    )
    good = [one for one in best if one.score >= scoring.BAR]
    group = _group(good, need.people_wanted, today.year)
    return Ranking(
        need.people_wanted,
        not good,
        matches,
        group.members,
        dict(excluded),
        version,
        phrasing.remarks(asked.wish),
        group.reserves,
        group.gap,
    )


def _shares(one: Scored) -> Mapping[str, float]:
    """Return the parts on the scale of the chance, so that they add up to the score that is shown."""
    added = scoring.parts(one.fit, one.answer.strength)
    scale = scoring.chance(one.score) / max(one.score, sum(added.values()))
    return {name: round(part * scale, 4) for name, part in added.items()}


def _group(good: Sequence[Scored], wanted: int, year: int) -> team.Group:
    """Return the best group of those who are nobody else's that day; the others stand in last."""
    people = {
        one.profile.id: team.Candidate(one.profile.id, one.score, team.traits(one.profile, one.answer.sought, year))
        for one in good
    }
    held = [one.profile.id for one in good if scoring.TENTATIVE in one.fit.notes]
    group = team.choose([one for member, one in people.items() if member not in held], wanted)
    return replace(group, reserves=(*group.reserves, *held)[:wanted])
