"""Read a year of birth out of a year, a date or a personnummer. An age is none: it leaves two years open."""

import re

from medverkan.mailbox.forms.values.numbers import WORDS

OLDEST, YOUNGEST = 110, 4


# "nittonhundrafemtiosex"
_IN_LETTERS = re.compile(
    r"\b(?P<century>nitton|tjugo)hundra ?(?P<ten>tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio)? ?"
    r"(?P<one>noll|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|"
    r"nitton)?\b",
    re.I,
)
_TENS = {"sjuttio": 70, "åttio": 80}


def _year_in_letters(found: re.Match[str]) -> str:
    ten, one = (found["ten"] or "").casefold(), (found["one"] or "").casefold()
    century = 1900 if found["century"].casefold() == "nitton" else 2000
    return str(century + (_TENS.get(ten) or WORDS.get(ten, 0)) + WORDS.get(one, 0))


# "Jag är 65", "fyller 66 i vår", "65-åring": an age tells no year, and "är född 65", "är 65:a" no age.
_AGE = re.compile(
    r"\b(?:är|fyller|fyllde|blir|blev|ålder:?|runt|ca\.?|cirka)(?: (?:nu|snart|precis|bara|"
    r"redan))? \d{1,3}\b(?!:?a\b|[-/:.]\d)|"
    r"\b\d{1,3}\s?(?:-?åring|år gammal|bast|plus\b|\+)",
    re.I,
)
_BORN = re.compile(r"\bfödd|\bårgång|\b(?:19|20)\d\d\b", re.I)


def is_age(value: str) -> bool:
    """Tell whether a text gives how old somebody is, and no year of birth."""
    return bool(_AGE.search(value)) and not _BORN.search(value)


def birth_year(value: str, latest: int | None) -> int | None:
    """Return a year of birth, out of a date or a personnummer too; None where no year can be right.

    `latest` is the year now: nobody who is asked is over OLDEST or under YOUNGEST years old. Where it is not known,
    only a year in four figures is read.
    """
    if latest is None:
        found = re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d{3}(?!\d))", value)
        return int(found[1]) if found else None
    if is_age(value):
        return None
    value = re.sub(r"\b\d{1,3}\s*(?:år\b|-?talet\b)", " ", _IN_LETTERS.sub(_year_in_letters, value))
    for year in re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d{3}(?!\d))", value):
        if latest - OLDEST <= int(year) <= latest - YOUNGEST:
            return int(year)
    if re.search(r"(?<!\d)\d{4}(?!\d)", re.sub(r"(?<=\d{6})[-+ ]?\d{4}", "", value)):
        return None
    dated = re.search(r"\d{1,2}\s?/\s?\d{1,2}[- ]\s?(\d\d)(?!\d)", value)
    short = dated or re.search(r"(?<!\d)(\d\d)(?:-?[01]\d-?[0-3]\d(?:[-+ ]?\d{4})?)?(?!\d)", value)
    if not short:
        return None
    year = latest // 100 * 100 + int(short[1])
    return year if year <= latest - YOUNGEST else year - 100
