"""Rank a register's people for a request: gates, score, reasons, the best group.

The thin function over `index.Index`. The order of the profiles never matters; ties go to the lower id.
"""

from collections.abc import Sequence
from datetime import date

from medverkan.matching import activities, areas, places, refusals, rests, schedule, text, vocabulary
from medverkan.matching.index import Index
from medverkan.matching.values import Need, Profile, Ranking
from medverkan.matching.vocabulary import Vocabulary


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
    vocabulary.forget()
    caches = (
        text.sentences,
        text.stem,
        places.reach,
        places.municipalities_in,
        areas.canonical_focus_areas,
        refusals.refusals,
        activities.fit,
        activities.kinds_in,
        rests.resting,
        schedule.available,
        schedule.last_year,
    )
    for cached in caches:
        cached.cache_clear()
