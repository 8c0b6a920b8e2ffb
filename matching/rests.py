"""A rest said in words: until when somebody does not want to be asked at all ("hör inte av er före september").

Only a plain wish not to be contacted, or to take part later, is a rest. Hours, holidays and pauses during the day are
not: they belong to `schedule`. A date without a year is the first such day after the words were written.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

LONGEST, LONGEST_STORY = 600, 20_000
_MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
           "december")  # fmt: skip
_SHORT = {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
EASTER = 0
# When a season has come, and when it is over: month and day.
_SEASONS = {
    "vår": ((3, 1), (6, 1)),
    "som": ((6, 1), (9, 1)),
    "sem": ((6, 1), (9, 1)),
    "hös": ((9, 1), (12, 1)),
    "vin": ((12, 1), (3, 1)),
    "jul": ((12, 20), (12, 27)),
    "nyå": ((1, 1), (1, 1)),
    "års": ((1, 1), (1, 1)),
    "mid": ((6, 20), (6, 27)),
    "pås": ((EASTER, 0), (EASTER, 0)),
}
_MONTH = (
    r"jan(?:uari)?|feb(?:ruari)?|mars|apr(?:il)?|maj|juni|juli|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?"
)
_SEASON = (
    r"vår(?:en)?|sommar(?:en)?|semestern|höst(?:en)?|vinter|vintern|jul(?:en|helgen)?|nyår(?:et)?|årsskiftet|midsommar|"
    r"påsk(?:en)?"
)
_WHEN = (
    r"(?P<iso>20\d\d-\d\d-\d\d)|(?P<slash>\d{1,2}/\d{1,2})(?: (?P<y1>20\d\d))?|"
    rf"(?:(?:den )?(?P<day>\d{{1,2}})(?::?e)? )?(?P<month>{_MONTH})\b(?: månad)?(?: (?P<y2>20\d\d))?|"
    rf"(?:nästa )?(?P<season>{_SEASON})\b(?: (?P<y3>20\d\d))?|"
    r"(?:vecka|v) (?P<week>\d{1,2})(?: (?P<y4>20\d\d))?|(?P<year>20\d\d)\b"
)
_UNTIL = (
    r"(?P<how>före|innan|förrän efter|förrän|till och med|tills efter|tills|fram till|till|efter)"
    r"(?: i| den| slutet av| början av)? "
)
_FROM = r"(?P<how>från och med|från|efter|i|till)? ?(?:början av |slutet av )?"
# "Do not ask me before then."
_NOT_BEFORE = re.compile(
    r"\b(?P<cue>hör(?: \w+)? (?:inte|ej) av|"
    r"(?:kontakta|ring|mejla|maila|messa|skriv|fråga|räkna)(?: inte| ej|(?: med)? mig (?:inte|ej))|"
    r"ingen kontakt|inga (?:uppdrag|förfrågningar|samtal|kontakter)|inget|ingenting|"
    r"inte aktuell\w*|inte tillgänglig|inte vara med|"
    r"inte (?:bli )?(?:kontaktad|uppringd|tillfrågad|med)|vilar|tar (?:en )?(?:paus|time ?out)|pausar|paus|"
    r"fullt upp|upptagen|(?:lägg|ligger|lagd)(?: mig)? på is|pausa mig|ta inte kontakt|inte nu|"
    r"(?:gör|tar|har) (?:ett )?uppehåll|uppehåll|ledig från (?:uppdrag|allt)|(?:vara|lämnas) i ?fred|"
    r"orkar inte(?: \w+)?|kan inte(?: delta| vara med)?|inte)"
    rf"(?: \w+){{0,4}}? {_UNTIL}(?:{_WHEN})"
)
# "Ask me then, and not sooner."
_NOT_SOONER = re.compile(
    r"(?:\b(?:tidigast|först|hör av (?:er|dig)(?: igen)?(?: tidigast| först)?|återkom(?: gärna)?(?: tidigast| först)?|"
    r"(?:kan|tillgänglig|aktuell|redo)(?: igen| vara med| delta)?"
    r"(?= från| efter| tidigast| först)|^(?=från och med|tidigast|först|efter))) ?"
    rf"(?:tidigast |först |igen )?{_FROM}(?:{_WHEN})"
)
_OPEN = re.compile(
    r"\b(?:(?:vilar|paus|pausar|uppehåll|inte)(?: \w+){0,4} tills ?vidare|vilar från|"
    r"ta inte kontakt|(?:lägg|pausa) mig (?:på is|tills vidare)|"
    r"^(?:jag )?tar (?:en )?(?:lång |längre )?paus(?: från uppdrag)?$|"
    r"(?:inte (?:bli )?(?:kontaktad|uppringd|tillfrågad|tillgänglig|aktuell\w*|vara med)|hör inte av \w+|"
    r"inga (?:uppdrag|förfrågningar)|"
    r"(?:tar|behöver) (?:en )?paus|pausar|"
    r"orkar inte(?: med)?(?: något| detta| det| mer| mera| uppdrag| delta| det här)?)"
    r"(?: \w+)? (?:just nu|nu|för tillfället|för närvarande|tillsvidare))\b"
)
_RATHER = re.compile(r"\b(?:helst|gärna|bäst|också|även)\b")
_CALLED = re.compile(r"\b(?:hör|kontakta|ring|vilar|paus|pausar|uppdrag|återkom)\b")
# In a story of illness "vilar" and "orkar inte" are of the illness; these are of us.
_IN_TOUCH = re.compile(
    r"\b(?:(?:vill|kan) (?:\w+ )?(?:bli )?(?:uppringd|tillfrågad|kontaktad)|kontakta mig|hör (?:\w+ )?av (?:er|dig)|"
    r"ring (?:mig|inte)|återkom|inga (?:uppdrag|förfrågningar))\b"
)
_SPELT_OUT = (
    (re.compile(r"\bt\.?\s?o\.?\s?m\b\.?"), "till och med"),
    (re.compile(r"\bej\b"), "inte"),
    (re.compile(r"\bfr\.?\s?o\.?\s?m\b\.?"), "från och med"),
)


@dataclass(frozen=True, slots=True)
class Rest:
    """A rest until a day; month EASTER is Easter Monday, without a year the first such day, nothing given for ever."""

    year: int | None = None
    month: int | None = None
    day: int = 1
    later: int = 0  # days after it

    def until(self, said: date) -> date:
        """Return the first day on which the person may be asked again; `said` is when the words were written."""
        if self.month is None:
            return date.max
        if self.year is not None:
            return self._in(self.year)
        return next(
            day for year in range(said.year, said.year + 3) if (day := self._in(year)) > said or year > said.year + 1
        )

    def _in(self, year: int) -> date:
        if self.month == EASTER:
            return _easter_monday(year)
        month = self.month or 1
        last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
        return date(year, month, min(self.day, last)) + timedelta(days=self.later)


FOR_EVER = Rest()


@lru_cache(maxsize=1_024)
def resting(text: str) -> Rest | None:
    """Read a rest from a person's words about when they can; None where none is said."""
    low = " ".join(text.lower()[:LONGEST].split())
    for spelling, meant in _SPELT_OUT:
        low = spelling.sub(meant, low)
    for clause in (part.strip() for part in re.split(r"[,.;!?()–]|\bmen\b", low)):
        if _RATHER.search(clause) and not _CALLED.search(clause):
            continue
        found = _NOT_BEFORE.search(clause)
        if found and found["how"] == "efter" and not _CALLED.match(found["cue"]):
            # "Inte efter april" is the other way round.
            continue
        found = found or _NOT_SOONER.search(clause)
        if found and (rest := _rest(found)):
            return rest
    return FOR_EVER if _OPEN.search(low.rstrip(" .!")) else None


def rest_of(texts: Iterable[str], story: str = "") -> Rest | None:
    """Return the first rest that the texts tell of; a story only counts where it says when to be in touch again."""
    asides = (part for part in re.split(r"[.!?\n]", story[:LONGEST_STORY]) if _IN_TOUCH.search(part.lower()))
    return next((rest for text in (*texts, *asides) if (rest := resting(text))), None)


def _rest(found: re.Match[str]) -> Rest | None:
    after = (found["how"] or "") in {"efter", "förrän efter", "tills efter", "till och med"}
    year = next((int(found[name]) for name in ("y1", "y2", "y3", "y4", "year") if found[name]), None)
    if found["iso"]:
        named = [int(part) for part in found["iso"].split("-")]
        return _day(named[0], named[1], named[2], after)
    if found["slash"]:
        day, month = (int(part) for part in found["slash"].split("/"))
        return _day(year, month, day, after)
    if found["month"]:
        month = _SHORT[found["month"][:3]]
        return _day(year, month, int(found["day"]), after) if found["day"] else _month(year, month, after)
    if found["season"]:
        month, day = _SEASONS[found["season"][:3]][after or found["season"][:3] in {"nyå", "års"}]
        # Spring comes after the winter that the year before begins.
        return Rest(year, month, day)
    if found["week"]:
        return _week(year, int(found["week"]), after)
    # "Efter 2027" and "före 2028" both end with a new year.
    return Rest(year + after, 1, 1) if year else None


def _day(year: int | None, month: int, day: int, after: bool) -> Rest | None:
    return Rest(year, month, day, int(after)) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _month(year: int | None, month: int, after: bool) -> Rest:
    if not after:
        return Rest(year, month)
    return Rest(year + month // 12 if year else None, month % 12 + 1)


def _week(year: int | None, week: int, after: bool) -> Rest | None:
    if not 1 <= week <= 52:
        return None
    monday = date.fromisocalendar(year or 2027, week, 1) + timedelta(days=7 * after)
    return Rest(monday.year if year else None, monday.month, monday.day)


def _easter_monday(year: int) -> date:
    """Return Easter Monday by the Gregorian rule (Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1) + timedelta(days=1)
