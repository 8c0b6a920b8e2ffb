"""The hard gates, before any score: who must not be shown for this request, and why.

Each person counts once, under the first gate that stops them, in the order of `values.EXCLUSIONS`.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from medverkan.matching.activities import sought
from medverkan.matching.refusals import refuses
from medverkan.matching.text import sentences
from medverkan.matching.values import Need, Profile
from medverkan.matching.wordlists import listed

# People "work at" these as an effort for them, not as staff.
_TAKES_PART = re.compile(r"daglig|\bdv\b|dagcenter|samhall|fontänhus|klubbhus|sysselsättning|arbetsträn")
HALF_YEAR = timedelta(days=183)
ADULT = 18
LONGEST_RUN = 400
_EMPLOYED = re.compile(
    r"\b(jobbar|arbetar|anställd|anställning|vikarierar|tjänstgör|är chef|är (sjuk|under)sköterska)\b"
)


def is_minor(profile: Profile, today: date) -> bool:
    """Tell whether the person was born less than 18 years before this year."""
    return profile.minor or (profile.birth_year is not None and today.year - profile.birth_year < ADULT)


def need_days(need: Need) -> frozenset[date]:
    """Return the days of a request that are certain: the first, and every day of a short unbroken stretch."""
    if need.date_start is None:
        return frozenset()
    last = need.date_end or need.date_start
    length = (last - need.date_start).days
    if need.occasions is not None and need.occasions > 1 and length > need.occasions:
        return frozenset({need.date_start, last})
    if length < 0 or length > LONGEST_RUN:
        return frozenset({need.date_start})
    if length > 14:
        return frozenset({need.date_start, last})
    return frozenset(need.date_start + timedelta(days=i) for i in range(length + 1))


def works_there(profile: Profile, need: Need) -> bool:
    """Tell whether the person says they are employed at the unit that asks."""
    unit = {w.stem for s in sentences(need.unit) for w in s if w.low not in listed("site_words") and len(w.low) > 4}
    if not unit:
        return False
    for text in (profile.experience, profile.associations, profile.availability, profile.care_met):
        for words in sentences(text):
            for clause in {w.clause for w in words}:
                part = [w for w in words if w.clause == clause]
                low = " ".join(w.low for w in part)
                if (
                    _EMPLOYED.search(low)
                    and not _TAKES_PART.search(low)
                    and not re.search(r"\b(man|hustru|fru|dotter|son|sambo|mamma|pappa)", low)
                ):
                    verb = next(i for i, w in enumerate(part) if _EMPLOYED.search(w.low) or w.low == "är")
                    if any(w.stem in unit for w in part[verb:]):
                        return True
    return False


def stopped_by(profile: Profile, need: Need, today: date, only_introduced: bool) -> str:
    """Return the first gate that stops the person for this request, or ""."""
    minor = is_minor(profile, today)
    recent = sum(today - HALF_YEAR <= day for day in profile.took_part)
    limit = profile.max_per_half_year
    gates: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("no_consent", lambda: not profile.consent_matching),
        ("guardian", lambda: minor and not (profile.guardian_consent or profile.guardian_document)),
        ("age", lambda: minor and not need.minors_wanted),
        ("restricted", lambda: profile.restricted or (only_introduced and not profile.introduced)),
        ("unwilling", lambda: _unwilling(profile, need)),
        ("busy", lambda: bool(profile.busy & need_days(need))),
        ("limit", lambda: limit is not None and recent >= limit),
        ("conflict", lambda: works_there(profile, need)),
    )
    return next((name for name, stops in gates if stops()), "")


def _unwilling(profile: Profile, need: Need) -> bool:
    if not profile.unwilling.strip():
        return False
    kinds = sought(need.activity, need.description)
    return refuses(profile.unwilling, kinds, f"{need.activity} {need.title}", need.place)
