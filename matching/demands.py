"""What a request is strict about: whose experience, how old, how recent, which language.

A demand rules people out, so each is read only from a plain wording; everything vaguer is left to the score.
"""

import re

from medverkan.matching.perspective import OWN, RELATED
from medverkan.matching.text import sentences

ADULT = 18
YOUNGEST_ASKED = 13
OLDEST_ASKED = 120
EXCLUDES = re.compile(
    r"(omfatta|uppfyll|efterfråga|gäll|räkna|ingå|söke|sök|passa|räck|avse|lämpa|inklude|berör|"
    r"vänd\w* sig)\w*( \w+){0,5} (inte|ej)\b|"
    r"\b(inte|ej) (\w+ ){0,2}(omfatta|aktuell|tillräcklig|efterfråga|uppfyll|med i|lämplig|"
    r"inklude|avse|räkna|ingå|söke|gäll)|"
    r"(enbart|endast|bara) .{0,80}(räcker|uppfyller|är) (inte|ej)|undantag|utesluts|^inte |"
    r"planeras separat|bjuds in (separat|till|vid)|eget forum|egen grupp|\bseparat\b|"
    r"annat tillfälle|inte denna gång|\bhar ett eget\b"
)
_INSISTS = re.compile(
    r"\b(enbart|endast|krav|bara|uteslutande|själva)\b|krävs|måste ha egen|\bingen annan än|eget forum|separat|"
    r"inte (förälder|föräldrar|anhörig|närstående)"
)
_ONLY = re.compile(
    r"\b(enbart|endast|bara)\b[^.;]{0,40}\b(egen erfarenhet|närstående|anhöriga)\b|"
    r"egen erfarenhet (är ett krav|krävs)|måste ha egen"
)
_THEMSELVES = re.compile(r"\bsom själva\b|\bde unga själva\b|\bsjälva har\b")
RELATED_WORDS = re.compile(
    r"förälder|föräldrar|anhörig|närstående|vårdnadshavare|make\b|maka\b|sambo|syskon|partner|vuxna? barn"
)
_OWN_WORDS = re.compile(
    r"\begen (diagnos|erfarenhet|sjukdom|diabetes|cancer)|egna erfarenheter|patienterna själva|\bden sjuke\b"
)
_RANGE = re.compile(r"(\d{1,3})\s*(?:–|-|till|och)\s*(\d{1,3})\s*(?:år\b|-åring|åring)")
_OLDEST = re.compile(r"\b(?:under|yngre än|högst|max|upp till)\s+(\d{2,3})\s*år\b")
_YOUNGEST = re.compile(
    r"\b(?:över|äldre än|minst|från|fyllda|fyllt)\s+(\d{2,3})\s*år\b|\b(\d{2,3})\s*(?:år (?:eller|och) äldre|\+)|"
    r"\b(\d{2,3})\s*år och uppåt"
)
_NOT_AGE = re.compile(r"senaste|sedan|tidigare|tillbaka|bakåt|under (?:de|en)\b|erfarenhet i|i minst")
_WORDED_AGES = (
    (re.compile(r"\bunga vuxna\b"), (17, 32)),
    (re.compile(r"\b(ungdomar|tonåringar)\b"), (12, 22)),
    (re.compile(r"\b(äldre (?:person|som|man|kvinn)\w*|seniorer|pensionärer)\b"), (58, OLDEST_ASKED)),
)
_WITHIN = re.compile(r"senaste\s+(\w+)(?:\s*(?:till|–|-)\s*(\w+))?\s+år|det senaste (året)")
_NUMBERS = {
    "året": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10,
    "femton": 15, "tjugo": 20,
}  # fmt: skip
_LANGUAGE = re.compile(
    r"\b(arabisk|somalisk|finsk|dari|tigrinj|ukrainsk|persisk|farsi|kurdisk|kurmanji|polsk|rysk|engelsk|spansk|turkisk|"
    r"bosnisk|albansk|thailändsk|vietnamesisk|teckenspråk|romani|samisk|meänkieli|pashto|rumänsk|tysk|fransk)"
)


def insists(perspectives_text: str, experience: str, asked: frozenset[str]) -> bool:
    """Tell whether only the perspective asked for will do."""
    if len(asked) != 1:
        return False
    stated = f"{perspectives_text}. {experience}".lower()
    if _INSISTS.search(perspectives_text.lower()) or _ONLY.search(stated):
        return True
    shut_out = RELATED_WORDS if OWN in asked else _OWN_WORDS
    for words in sentences(stated):
        low = " ".join(w.low for w in words)
        if (EXCLUDES.search(low) or re.search(r"\binte\b", low)) and shut_out.search(low):
            return True
        if OWN in asked and _THEMSELVES.search(low):
            return True
    return False


def ages_in(text: str) -> tuple[int, int] | None:
    """Return the ages a request asks for in figures ("18–25 år", "över 65 år"); None when it names none."""
    for part in re.split(r"[.;\n]", text.lower()[:2_000]):
        for match in _RANGE.finditer(part):
            low, high = int(match.group(1)), int(match.group(2))
            if _about_age(part, match) and 5 <= low < high <= OLDEST_ASKED and high >= YOUNGEST_ASKED:
                return low, high
        for spelling, is_lowest in ((_YOUNGEST, True), (_OLDEST, False)):
            named = spelling.search(part)
            if named and _about_age(part, named):
                age = int(next(g for g in named.groups() if g))
                if YOUNGEST_ASKED <= age <= OLDEST_ASKED:
                    return (age, OLDEST_ASKED) if is_lowest else (0, age)
    return None


def _about_age(part: str, match: re.Match[str]) -> bool:
    return not _NOT_AGE.search(part[max(0, match.start() - 18) : match.end() + 8])


def asked_ages(texts: tuple[str, ...], asked: frozenset[str]) -> tuple[int, int] | None:
    """Return the ages in figures of those who are asked for; the ages of parents' children do not count."""
    ages = ages_in(". ".join(texts))
    return None if ages and ages[0] < ADULT and asked == {RELATED} else ages


def worded_ages(text: str, asked: frozenset[str]) -> tuple[int, int] | None:
    """Return the ages that words like "unga vuxna" mean, where they speak of those asked for."""
    if asked != {OWN}:
        return None
    return next((ages for spelling, ages in _WORDED_AGES if spelling.search(text.lower()[:2_000])), None)


def within_years(text: str) -> int | None:
    """Return how recent an experience must be ("de senaste fem till sju åren" is seven); None when unsaid."""
    match = _WITHIN.search(text.lower()[:2_000])
    if not match:
        return None
    word = match.group(3) or match.group(2) or match.group(1)
    return int(word) if word.isdigit() and len(word) < 4 else _NUMBERS.get(word)


def languages_in(text: str) -> frozenset[str]:
    """Return the languages other than Swedish that a text names, as stems."""
    return frozenset(_LANGUAGE.findall(text.lower()[:2_000]))
