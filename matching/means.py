"""What a person's free words about taking part come to: where, when, what not, and by what means."""

import re
from dataclasses import dataclass
from typing import Final

from medverkan.matching import places, refusals, schedule
from medverkan.matching.places import Reach
from medverkan.matching.refusals import Refusals
from medverkan.matching.schedule import Hours
from medverkan.matching.values import Profile

# How firmly somebody takes part from home only.
GLADLY: Final = 1
ALWAYS: Final = 2
_FROM_HOME = re.compile(
    r"\b(bara|endast|enbart|helst|gärna) (digitalt|på distans|online|via (teams|nätet))|"
    r"skriver hemifrån|bara hemifrån|hemifrån"
)
_FROM_HOME_ONLY = re.compile(r"(bara|endast) digitalt")
_NO_LOGIN = re.compile(
    r"(inte|inget|saknar|utan|ej) (\w+ ){0,2}(bank-?id|e-?legitimation|mobilt bank|smartphone|dator)"
)


_UNSAID, _NOTHING = Reach(), Refusals()


@dataclass(frozen=True, slots=True)
class Where:
    """The municipality somebody lives in, how far they go, and how firmly they stay at home."""

    home: str = ""
    reach: Reach = _UNSAID
    only_remote: int = 0


_SOMEWHERE = Where()


@dataclass(frozen=True, slots=True)
class Means:
    """Nothing in it is in the person's own words; `hours` is None where nothing was said."""

    where: Where = _SOMEWHERE
    hours: Hours | None = None
    refused: Refusals = _NOTHING
    ticked: tuple[str, ...] = ()
    no_login: bool = False


def means_of(profile: Profile) -> Means:
    """Return what a profile says about taking part."""
    told = f"{profile.experience} {profile.support_needs} {profile.unwilling}".lower()
    home_only = _FROM_HOME_ONLY.search(profile.availability.lower())
    from_home = _FROM_HOME.search(f"{profile.travel} {profile.availability}".lower())
    return Means(
        where=Where(
            places.municipality_of(profile.municipality),
            places.reach(profile.travel, profile.municipality),
            ALWAYS if home_only else GLADLY if from_home else 0,
        ),
        hours=schedule.available(profile.availability) if profile.availability.strip() else None,
        refused=refusals.refusals(profile.unwilling),
        ticked=profile.activities,
        no_login=bool(_NO_LOGIN.search(told)),
    )
