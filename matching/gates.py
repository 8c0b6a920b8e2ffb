"""The hard gates, before any score: who must not be shown for this request, and why.

Each person counts once, under the first gate that stops them, in the order of `values.EXCLUSIONS` – but whoever is
restricted, rests or has left is counted as that alone: what else may be lacking is not asked of them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from medverkan.matching.activities import sought
from medverkan.matching.refusals import Refusals, refusals, refuses
from medverkan.matching.rests import Rest, rest_of
from medverkan.matching.text import Word, sentences
from medverkan.matching.values import Need, Profile
from medverkan.matching.wordlists import listed

# People "work at" these as an effort for them, not as staff.
_TAKES_PART = re.compile(r"daglig|\bdv\b|dagcenter|samhall|fontänhus|klubbhus|sysselsättning|arbetsträn")
_RELATIVE = re.compile(r"\b(man|hustru|fru|dotter|son|sambo|mamma|pappa)")
HALF_YEAR = timedelta(days=183)
ADULT = 18
LONGEST_STRETCH, LONGEST_RUN = 14, 400
_EMPLOYED = re.compile(r"\b(jobbar|arbetar|anställd|anställning|vikarierar|tjänstgör)\b")
_A_TRADE = re.compile(r"\bär (\w+ ){0,2}\w+ (på|i|inom|vid|hos|för|åt)\b")
_AT = frozenset({"på", "i", "inom", "vid", "hos", "för", "åt"})
_SPEAKS_OF_ONESELF = frozenset(
    {"jag", "och", "men", "är", "har", "nu", "numera", "själv", "också", "fortfarande", "idag", "dag", "i", "dessutom",
     "sedan", "en", "fast", "annars", "till", "vardags"}
)  # fmt: skip
_LEAVES_WORK = frozenset({"går", "har", "får", "är", "bor", "lever", "äter", "tar", "hos", "blev", "fick"})
SHORTEST_ABBREVIATION = 3


def is_minor(profile: Profile, year: int) -> bool:
    """Tell whether the person was born less than 18 years before the year."""
    return profile.minor or (profile.birth_year is not None and year - profile.birth_year < ADULT)


def need_days(need: Need) -> frozenset[date]:
    """Return the days of a request that are certain: see `certain_days`."""
    return certain_days(need.date_start, need.date_end, need.occasions)


def certain_days(start: date | None, end: date | None, occasions: int | None = None) -> frozenset[date]:
    """Return the days that an assignment takes for certain: every day of a short unbroken stretch, else its ends."""
    if start is None:
        return frozenset()
    last = end or start
    length = (last - start).days
    if length < 0 or length > LONGEST_RUN:
        return frozenset({start})
    if length > LONGEST_STRETCH or (occasions is not None and 1 < occasions < length):
        return frozenset({start, last})
    return frozenset(start + timedelta(days=i) for i in range(length + 1))


def employers(profile: Profile) -> frozenset[str]:
    """Return the stems of the words in which a person tells where they are employed."""
    found: set[str] = set()
    for text in (profile.experience, profile.associations, profile.availability, profile.care_met):
        if _EMPLOYED.search(text.lower()) or _A_TRADE.search(text.lower()):
            for words in sentences(text):
                found.update(_employer(words))
    return frozenset(found)


def _employer(words: Sequence[Word]) -> Iterator[str]:
    for clause in {w.clause for w in words}:
        part = [w for w in words if w.clause == clause]
        low = " ".join(w.low for w in part)
        if _TAKES_PART.search(low) or _RELATIVE.search(low):
            continue
        verb = next((i for i, w in enumerate(part) if _is_employed(part, i)), None)
        # "De som arbetar där" and "min kontaktperson jobbar" are others.
        if verb is None or not {w.low for w in part[:verb]} <= _SPEAKS_OF_ONESELF:
            continue
        for at, word in enumerate(part[verb:], verb):
            if word.low == "och" and at + 1 < len(part) and part[at + 1].low in _LEAVES_WORK:
                break
            yield word.raw if word.raw.isupper() else word.stem


def _is_employed(part: Sequence[Word], at: int) -> bool:
    if _EMPLOYED.fullmatch(part[at].low):
        return True
    following = [w.low for w in part[at + 1 : at + 4]]
    trade = next((i for i, low in enumerate(following) if low in listed("trades") or low.endswith("sköterska")), None)
    return (
        part[at].low == "är"
        and trade is not None
        and bool(set(following[trade + 1 :] + [w.low for w in part[at + 4 : at + 6]]) & _AT)
    )


def unit_stems(need: Need) -> frozenset[str]:
    """Return the stems that name the unit that asks."""
    words = (w for sentence in sentences(need.unit) for w in sentence)
    named = [w for w in words if w.low not in listed("site_words")]
    # BUP, IVA: an abbreviation names a unit as well as a long word does.
    short = {w.raw for w in named if w.raw.isupper() and len(w.raw) >= SHORTEST_ABBREVIATION}
    return frozenset(short.union(w.stem for w in named if len(w.low) > 4))


def stopped_by(profile: Profile, need: Need, today: date, only_introduced: bool) -> str:
    """Return the first gate that stops the person for this request, or ""."""
    gates: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("restricted", lambda: rests(rest_said(profile), profile, today)),
        ("unwilling", lambda: refused(refusals(profile.unwilling), need)),
        ("busy", lambda: bool(profile.busy & need_days(need))),
        ("limit", lambda: at_limit(profile, today)),
        ("conflict", lambda: bool(employers(profile) & unit_stems(need))),
    )
    always = stopped_always(profile, today.year, minors_wanted=need.minors_wanted, only_introduced=only_introduced)
    return always or next((name for name, stops in gates if stops()), "")


def stopped_always(profile: Profile, year: int, *, minors_wanted: bool, only_introduced: bool) -> str:
    """Return the first gate that stops the person whatever the request is about, or ""."""
    if profile.restricted:
        return "restricted"
    if not profile.consent_matching:
        return "no_consent"
    if is_minor(profile, year):
        if not (profile.guardian_consent or profile.guardian_document):
            return "guardian"
        if not minors_wanted:
            return "age"
    return "restricted" if only_introduced and not profile.introduced else ""


def rest_said(profile: Profile) -> Rest | None:
    """Return the rest that a person tells of in their own words, wherever in the form they put it."""
    texts = (profile.availability, profile.unwilling, profile.travel, profile.support_needs)
    return rest_of(texts, profile.experience)


def rests(rest: Rest | None, profile: Profile, today: date) -> bool:
    """Tell whether the rest lasts; where nobody knows when it was said, it was said today."""
    return rest is not None and today < rest.until(profile.registered or today)


def at_limit(profile: Profile, today: date) -> bool:
    """Tell whether the person has taken part as often as they want to in half a year."""
    limit = profile.max_per_half_year
    return limit is not None and sum(today - HALF_YEAR <= day for day in profile.took_part) >= limit


def refused(said: Refusals, need: Need) -> bool:
    """Tell whether what is refused is what the request is for."""
    if not (said.kinds or said.wishes):
        return False
    return refuses(said, sought(need.activity, need.description), f"{need.activity} {need.title}", need.place)
