"""The score of one person for one request, in parts that add up.

Every part is its weight times how well it fits times the experience: somebody without the experience asked for is not
helped by living next door. The sum orders people; CHANCE says how often a lead would seriously consider somebody with
that sum. WEIGHTS and CHANCE are the two places to tune.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from medverkan.matching import activities, places, schedule
from medverkan.matching.experience import Answer
from medverkan.matching.gates import HALF_YEAR, need_days
from medverkan.matching.means import ALWAYS, Means
from medverkan.matching.refusals import SCREENS
from medverkan.matching.values import Need, Profile
from medverkan.matching.wish import Wish

WEIGHTS: Mapping[str, float] = {
    "experience": 0.36,
    "perspective": 0.20,
    "activity": 0.13,
    "place": 0.11,
    "time": 0.08,
    "currency": 0.05,
    "focus": 0.04,
    "fairness": 0.03,
}
# (sum, share of those people whom readers of the registers would seriously consider); straight lines between.
CHANCE = (
    (0.0, 0.0), (0.2, 0.03), (0.3, 0.05), (0.4, 0.15), (0.5, 0.5), (0.6, 0.72), (0.7, 0.87), (0.9, 0.95), (1.0, 0.99),
)  # fmt: skip
# "A lead would seriously consider the person": as a sum and as a chance.
BAR = 0.5
# Below this there is no real evidence at all.
SHOWN = 0.1
FRESH_YEARS, OLD_YEARS = 3, 12
# Another open case has put the person before the lead, or is calling them, for the same day.
TENTATIVE, TENTATIVE_SHARE = "tentative", 0.75
_REMOTE = re.compile(
    r"digital|teams|zoom|video|telefon|på distans|distans|online|hybrid|skype|e-post|per post|hemma\b|hem\b"
)
# "På plats, inte via Teams": what is said no to makes nothing remote; "inte bara digitalt" says no to nothing.
_NOT_REMOTE = re.compile(
    r"\b(?:inte|ej|inga|ingen|inget|aldrig)\b(?! (?:bara|enbart|endast))(?: (?!utan\b|men\b|bara\b|kan\b)\w+){0,5}? "
    rf"(?:{_REMOTE.pattern})\w*(?:(?:, | eller |/)(?:(?:via|på|per) )?(?:{_REMOTE.pattern})\w*){{0,4}}"
)
_HOME = re.compile(r"\bhemma\b|\bhem\b|i (\w+ )?hemmet|var som helst|per telefon|per post")
_NEEDS_LOGIN = re.compile(r"digital|app\b|e-leg|bankid|användartest|webb")


@dataclass(frozen=True, slots=True)
class Fit:
    """How well each part fits, 0–1, and what there is to say about it (keys of `phrasing`)."""

    fits: Mapping[str, float]
    notes: frozenset[str] = frozenset()
    km: int | None = None
    last_year: int | None = None


def need_town(need: Need) -> str:
    """Return the municipality where the assignment takes place; "" when it is remote, at home or unknown."""
    named = places.municipality_of(need.place)
    if named or is_remote(need):
        return named
    employer = need.organisation if "kommun" in need.organisation.lower() else ""
    return places.municipality_of(need.unit) or places.municipality_of(employer)


def is_remote(need: Need) -> bool:
    """Tell whether somebody can take part from home."""
    low = _NOT_REMOTE.sub(" ", need.place.lower())
    return (
        need.format in {"remote", "hybrid"}
        or (need.format != "onsite" and bool(_REMOTE.search(low)))
        or bool(_HOME.search(low))
    )


class Asked:
    """A request made ready for questions: what of it is the same for everybody, worked out once."""

    def __init__(self, need: Need, wish: Wish, today: date) -> None:
        self.need, self.wish, self.today = need, wish, today
        self.kinds = activities.sought(need.activity, need.description)
        self.town, self.remote = need_town(need), is_remote(need)
        self.areas = frozenset(need.focus_areas)
        self.days = need_days(need)
        self.needs_login = bool(_NEEDS_LOGIN.search(f"{need.activity} {need.expectations}".lower()))

    def activity(self, means: Means) -> float:
        """Return how well the kind of participation suits."""
        fit = activities.fit(self.kinds, means.ticked)
        return min(fit, 0.3) if self.needs_login and means.no_login else fit

    def place(self, means: Means) -> tuple[float, int | None, frozenset[str]]:
        """Return how well the place suits, the distance in km where it is known, and what there is to say about it."""
        km = places.distance_km(means.where.home, self.town) if self.town else None
        if self.remote:
            only = self.need.format == "remote"
            no_screens = only and SCREENS in means.refused.wishes
            return 0.4 if no_screens else 1.0, km, _said(no_screens=no_screens, remote=only or bool(km and km > 40))
        if not self.town:
            return 0.85, None, frozenset()
        reached = places.can_reach(means.where.reach, means.where.home, self.town)
        if means.where.only_remote == ALWAYS or (means.where.only_remote and reached is not True):
            reached = False
        if reached is False:
            return 0.1, km, frozenset({"far" if km else "cannot_travel"})
        near = bool(means.where.home) and means.where.home == self.town
        said = _said(same_town=near, travels=reached is True and not near)
        if reached is True:
            return 1.0, km, said
        if km is None:
            return 0.8, None, said
        return max(0.4, 1.0 - max(0, km - 30) / 150), km, said | _said(long_way=km > 60)

    def time(self, means: Means) -> tuple[float, frozenset[str]]:
        """Return how well the time suits; a clash is a concern, never a gate."""
        if means.hours is None:
            return 0.9, frozenset()
        need = self.need
        suits = schedule.meets(means.hours, need.when_text, need.date_start, need.time_start, need.time_end)
        return {True: 1.0, None: 0.95, False: 0.0}[suits], _said(time_clash=suits is False, time_fits=suits is True)

    def currency(self, years: str, answer: Answer) -> tuple[float, int | None, frozenset[str]]:
        """Return how current the experience is, its last year, and what there is to say about it."""
        last = schedule.last_year(years, self.today.year)
        if last is None:
            return (0.5 if answer.past else 0.85), None, _said(old=answer.past)
        ago = self.today.year - last
        said = _said(old=ago > 6 or answer.past, current=ago <= 1 and not answer.past)
        within = self.wish.within_years
        if within is not None and ago > within + 1:
            return 0.0, last, said | {"too_old"}
        if answer.past:
            return 0.2, last, said
        return max(0.0, min(1.0, 1.0 - (ago - FRESH_YEARS) / (OLD_YEARS - FRESH_YEARS))), last, said

    def fairness(self, profile: Profile) -> tuple[float, frozenset[str]]:
        """Return less for who was asked or took part lately."""
        lately = sum(self.today - HALF_YEAR <= day for day in (*profile.asked, *profile.took_part))
        return max(0.0, 1.0 - 0.35 * lately), _said(asked_lately=lately > 0)

    def focus(self, areas: Collection[str]) -> float:
        """Return how well the focus areas stated, or told of, are those asked for."""
        if not self.areas or not areas:
            return 0.8
        return 1.0 if self.areas & set(areas) else 0.4

    def at_most(self, means: Means, strength: float) -> float:
        """Return the most that a score with this strength can come to."""
        rest = 1.0 - sum(WEIGHTS[name] for name in ("activity", "place", "time"))
        known = WEIGHTS["activity"] * self.activity(means) + WEIGHTS["place"] * self.place(means)[0]
        return min(1.0, strength) * (rest + known + WEIGHTS["time"] * self.time(means)[0])

    def fit(self, profile: Profile, means: Means, areas: Collection[str], answer: Answer) -> Fit:
        """Return how well every part fits."""
        activity = self.activity(means)
        place, km, of_place = self.place(means)
        time, of_time = self.time(means)
        if profile.tentative and profile.tentative & self.days:
            time, of_time = TENTATIVE_SHARE * time, of_time | {TENTATIVE}
        currency, last, of_currency = self.currency(profile.experience_years, answer)
        fairness, of_fairness = self.fairness(profile)
        no_login = self.needs_login and means.no_login
        said = _said(
            activity=activity >= 0.95 and bool(profile.activities), activity_not_ticked=activity < 0.5, no_eid=no_login
        )
        fits = {
            "experience": min(1.0, answer.strength),
            "perspective": 1.0 if answer.fits_side else 0.0,
            "activity": activity,
            "place": place,
            "time": time,
            "currency": currency,
            "focus": self.focus(areas),
            "fairness": fairness,
        }
        return Fit(fits, said | of_place | of_time | of_currency | of_fairness, km, last)


def wrong_age(profile: Profile, asked: Asked) -> bool:
    """Tell whether somebody is certainly younger or older than the request asks for."""
    ages = asked.wish.ages
    if ages is None or profile.birth_year is None:
        return False
    # Only the year is known, so the age is one of two.
    oldest = asked.today.year - profile.birth_year
    return oldest < ages[0] or oldest - 1 > ages[1]


def _said(**notes: bool) -> frozenset[str]:
    return frozenset(name for name, holds in notes.items() if holds)


def chance(total: float) -> float:
    """Return the chance that a lead would seriously consider somebody whose parts come to this sum."""
    for (low, least), (high, most) in pairwise(CHANCE):
        if total <= high:
            return least + (most - least) * (total - low) / (high - low)
    return CHANCE[-1][1]


def parts(found: Fit, strength: float) -> dict[str, float]:
    """Return what each part adds to the sum."""
    return {name: round(weight * found.fits[name] * min(1.0, strength), 4) if name != "experience"
            else round(weight * min(1.0, strength), 4) for name, weight in WEIGHTS.items()}  # fmt: skip
