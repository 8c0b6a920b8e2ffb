"""Numbers as Swedes write them: figures, words, ranges; and how long something takes."""

import re

WORDS = {
    "noll": 0, "en": 1, "ett": 1, "två": 2, "tva": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8,
    "atta": 8, "nio": 9, "tio": 10, "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14, "femton": 15, "sexton": 16,
    "sjutton": 17, "arton": 18, "nitton": 19, "tjugo": 20, "trettio": 30, "fyrtio": 40, "fyrtiofem": 45, "femtio": 50,
    "sextio": 60, "nittio": 90, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
}  # fmt: skip
_N = r"\d{1,4}|" + "|".join(sorted(WORDS, key=len, reverse=True))
NUMBER = rf"(?:{_N})"
_RANGE = re.compile(rf"\b({_N})(?:\s*(?:-|–|—|till|eller|à)\s*({_N}))?\b(?!\s*(?:%|kr|år\b))", re.I)
_PAIRS = re.compile(rf"\b(?:({_N})\s+par|(ett)\s+par)\b", re.I)
_HOURS = re.compile(
    rf"\b(\d{{1,2}}(?:[.,]\d)?|{_N})(?:\s*(?:-|–|till)\s*(\d{{1,2}}(?:[.,]\d)?|{_N}))?\s*(?:h\b|tim(?:me|mar|"
    rf"mars|\.)?\b|hours?\b)",
    re.I,
)
_HALF_MORE = re.compile(rf"\b({_N})\s+och\s+en\s+halv\s+timm", re.I)
_MINUTES = re.compile(rf"\b({_N})(?:\s*(?:-|–|till)\s*({_N}))?\s*min(?:uter|ut|uters|\.)?\b", re.I)
_PER_OCCASION = re.compile(r"förberedelse|inläsning|restid|sammanlagt|totalt|per månad|per vecka|per år", re.I)
_OCCASIONS = re.compile(
    rf"\b({_N})\s*(?:st\s+)?(?:möten|möte|tillfällen|tillfälle|gånger|gång|ggr|träffar|träff|halvdagar|heldagar|"
    rf"dagar|pass|workshops?|intervjuer)\b",
    re.I,
)


def as_int(word: str) -> int:
    """Return the number that a figure or a word is."""
    return int(word) if word.isdigit() else WORDS[word.casefold()]


_ROLES = re.compile(rf"\b({_N})\s+(?:\w+\s+)?(?:brukar|patient|närstå|anhörig|föräld|ungdom)", re.IGNORECASE)


def span(value: str) -> tuple[int, int] | None:
    """Return how many, at least and at most; "två par" is four. None where no number is said."""
    if pairs := _PAIRS.search(value):
        return (2 * as_int(pairs[1] or "1"),) * 2
    found = _RANGE.search(value)
    if not found:
        return None
    roles = list(_ROLES.finditer(value))
    # "3 brukare och 2 närstående" is five; "5 (3 brukare och 2 närstående)" too.
    if len(roles) > 1 and roles[0].start() == found.start():
        return (sum(as_int(role[1]) for role in roles),) * 2
    low, high = as_int(found[1]), as_int(found[2] or found[1])
    return (low, high) if low < high else (high, low)


def minutes(value: str) -> int | None:
    """Return how many minutes one occasion takes, the higher end of a range; None where it is not said."""
    text = _before_extras(value)
    if half := _HALF_MORE.search(text):
        return as_int(half[1]) * 60 + 30
    if re.search(r"\bhalvtimm|\bhalv timm", text, re.I):
        return 30
    if re.search(r"\btre kvart", text, re.I):
        return 45
    hours, mins = _HOURS.search(text), _MINUTES.search(text)
    if hours:
        most = hours[2] or hours[1]
        total = 60 * (float(most.replace(",", ".")) if most[0].isdigit() else as_int(most))
        if mins and mins.start() > hours.end() and mins.start() - hours.end() < 6:
            total += as_int(mins[1])
        return int(total)
    return as_int(mins[2] or mins[1]) if mins else None


def occasions(value: str) -> int | None:
    """Return how many times, where a text says it ("fyra möten", "vid ett tillfälle"); None otherwise."""
    found = _OCCASIONS.search(value)
    return as_int(found[1]) if found else None


def months(value: str) -> int | None:
    """Return a number of months ("24 månader", "två år"); None where it is not said."""
    found = re.search(rf"\b({_N})\s*(mån|år|months?|years?)", value, re.I)
    if found:
        n = as_int(found[1])
        return n * 12 if found[2].casefold() in {"år", "year", "years"} else n
    bare = value.strip()
    return int(bare) if bare.isdigit() and len(bare) <= 3 else None


def birth_year(value: str, latest: int) -> int | None:
    """Return a year of birth, out of a date or a personnummer too; None where no year can be right."""
    for found in re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d{3}(?!\d))", value):
        if 1900 <= int(found) <= latest:
            return int(found)
    if short := re.search(r"(?<!\d)(\d\d)(?:[01]\d[0-3]\d(?:[-+ ]?\d{4})?)?(?!\d)", value):
        year = latest // 100 * 100 + int(short[1])
        return year if year <= latest else year - 100
    return None


def _before_extras(value: str) -> str:
    """Cut a text where it goes on to preparation or travel, which are not the occasion itself."""
    parts = re.split(r",(?!\d)|[;+\n]|\bplus\b|\bsamt\b|\boch\b(?!\s+en\s+halv)", value)
    kept = [part for part in parts if not _PER_OCCASION.search(part)]
    return " ".join(kept)
