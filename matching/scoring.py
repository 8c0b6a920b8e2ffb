"""The score of one person for one request, in parts that add up.

Every part is its weight times how well it fits times the experience: somebody without the experience asked for is not
helped by living next door. WEIGHTS is the one place to tune.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from medverkan.matching import activities, places, schedule
from medverkan.matching.areas import derive_focus_areas
from medverkan.matching.experience import Answer
from medverkan.matching.gates import HALF_YEAR
from medverkan.matching.refusals import SCREENS, refusals
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
# "A lead would seriously consider the person."
BAR = 0.5
# Below this there is no real evidence at all.
SHOWN = 0.1
FRESH_YEARS, OLD_YEARS = 3, 12
_REMOTE = re.compile(
    r"digital|teams|zoom|video|telefon|på distans|distans|online|hybrid|skype|e-post|per post|hemma\b|hem\b"
)
_HOME = re.compile(r"\bhemma\b|\bhem\b|i (\w+ )?hemmet|var som helst|per telefon|per post")
_ONLY_REMOTE = re.compile(
    r"\b(bara|endast|enbart|helst|gärna) (digitalt|på distans|online|via (teams|nätet))|"
    r"skriver hemifrån|bara hemifrån|hemifrån"
)
_NO_EID = re.compile(r"(inte|inget|saknar|utan|ej) (\w+ ){0,2}(bank-?id|e-?legitimation|mobilt bank|smartphone|dator)")


@dataclass(frozen=True, slots=True)
class Fit:
    """How well each part fits, 0–1, and what there is to say about it (keys of `phrasing`)."""

    fits: Mapping[str, float]
    notes: frozenset[str] = frozenset()
    km: int | None = None
    last_year: int | None = None


@dataclass(slots=True)
class _Notes:
    said: set[str] = field(default_factory=set)

    def add(self, note: str, when: bool = True) -> None:
        if when:
            self.said.add(note)


def need_town(need: Need) -> str:
    """Return the municipality where the assignment takes place; "" when it is remote, at home or unknown."""
    named = places.municipality_of(need.place)
    if named or is_remote(need):
        return named
    employer = need.organisation if "kommun" in need.organisation.lower() else ""
    return places.municipality_of(need.unit) or places.municipality_of(employer)


def is_remote(need: Need) -> bool:
    """Tell whether somebody can take part from home."""
    low = need.place.lower()
    return (
        need.format in {"remote", "hybrid"}
        or (need.format != "onsite" and bool(_REMOTE.search(low)))
        or bool(_HOME.search(low))
    )


def _place(profile: Profile, need: Need, notes: _Notes) -> tuple[float, int | None]:
    town, said = need_town(need), refusals(profile.unwilling)
    there = places.reach(profile.travel, profile.municipality)
    km = places.distance_km(profile.municipality, town) if town else None
    if is_remote(need):
        notes.add("no_screens", SCREENS in said.wishes and need.format == "remote")
        notes.add("remote", bool(km and km > 40) or need.format == "remote")
        return (0.4 if SCREENS in said.wishes and need.format == "remote" else 1.0), km
    if not town:
        return 0.85, None
    reached = places.can_reach(there, profile.municipality, town)
    if _ONLY_REMOTE.search(f"{profile.travel} {profile.availability}".lower()) and reached is not True:
        reached = False
    if "bara digitalt" in profile.availability.lower() or "endast digitalt" in profile.availability.lower():
        reached = False
    if reached is False:
        notes.add("far" if km else "cannot_travel")
        return 0.1, km
    near = profile.municipality and places.municipality_of(profile.municipality) == town
    notes.add("same_town", bool(near))
    notes.add("travels", reached is True and not near)
    if reached is True:
        return 1.0, km
    if km is None:
        return 0.8, None
    notes.add("long_way", km > 60)
    return max(0.4, 1.0 - max(0, km - 30) / 150), km


def _time(profile: Profile, need: Need, notes: _Notes) -> float:
    if not profile.availability.strip():
        return 0.9
    suits = schedule.meets(
        schedule.available(profile.availability), need.when_text, need.date_start, need.time_start, need.time_end
    )
    notes.add("time_clash", suits is False)
    notes.add("time_fits", suits is True)
    return {True: 1.0, None: 0.95, False: 0.0}[suits]


def _currency(profile: Profile, wish: Wish, answer: Answer, today: date, notes: _Notes) -> tuple[float, int | None]:
    last = schedule.last_year(profile.experience_years, today.year)
    if last is None:
        return (0.5 if answer.past else 0.85), None
    ago = today.year - last
    notes.add("old", ago > 6 or answer.past)
    notes.add("current", ago <= 1 and not answer.past)
    if wish.within_years is not None and ago > wish.within_years + 1:
        notes.add("too_old")
        return 0.0, last
    if answer.past:
        return 0.2, last
    return max(0.0, min(1.0, 1.0 - (ago - FRESH_YEARS) / (OLD_YEARS - FRESH_YEARS))), last


def _fairness(profile: Profile, today: date, notes: _Notes) -> float:
    lately = [day for day in (*profile.asked, *profile.took_part) if today - HALF_YEAR <= day]
    notes.add("asked_lately", bool(lately))
    return max(0.0, 1.0 - 0.35 * len(lately))


def _focus(profile: Profile, need: Need, answer: Answer, wanted: frozenset[str]) -> float:
    stated = profile.focus_areas or derive_focus_areas(profile.experience)
    if not wanted or not stated:
        return 0.8
    return 1.0 if wanted & set(stated) else 0.4


def fit(profile: Profile, need: Need, wish: Wish, answer: Answer, today: date, wanted: frozenset[str]) -> Fit:
    """Return how well every part fits."""
    notes = _Notes()
    kinds = activities.sought(need.activity, need.description)
    activity = activities.fit(kinds, profile.activities)
    notes.add("activity", activity >= 0.95 and bool(profile.activities))
    notes.add("activity_not_ticked", activity < 0.5)
    place, km = _place(profile, need, notes)
    currency, last = _currency(profile, wish, answer, today, notes)
    low = f"{profile.experience} {profile.support_needs} {profile.unwilling}".lower()
    if _NO_EID.search(low) and re.search(
        r"digital|app\b|e-leg|bankid|användartest|webb", f"{need.activity} {need.expectations}".lower()
    ):
        notes.add("no_eid")
        activity = min(activity, 0.3)
    fits = {
        "experience": min(1.0, answer.strength),
        "perspective": 1.0 if answer.fits_side else 0.0,
        "activity": activity,
        "place": place,
        "time": _time(profile, need, notes),
        "currency": currency,
        "focus": _focus(profile, need, answer, wanted),
        "fairness": _fairness(profile, today, notes),
    }
    return Fit(fits, frozenset(notes.said), km, last)


def parts(found: Fit, strength: float) -> dict[str, float]:
    """Return what each part adds to the score."""
    return {name: round(weight * found.fits[name] * min(1.0, strength), 4) if name != "experience"
            else round(weight * min(1.0, strength), 4) for name, weight in WEIGHTS.items()}  # fmt: skip
