"""The words of dates: months, weekdays, ordinals, what joins two days; and a text brought into plain spelling.

The patterns are pieces for `day_mentions` and `relative_days`; all of them expect `plain` text and `re.IGNORECASE`.
"""

import re

MONTHS = {
    "januari": 1, "jan": 1, "februari": 2, "feb": 2, "febr": 2, "mars": 3, "mar": 3, "april": 4, "apr": 4, "maj": 5,
    "juni": 6, "jun": 6, "juli": 7, "jul": 7, "augusti": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
    "oktober": 10, "okt": 10, "november": 11, "nov": 11, "december": 12, "dec": 12, "january": 1, "february": 2,
    "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "october": 10, "oct": 10,
}  # fmt: skip
_DAY_STEMS = (
    ("mån", "man", "må", "maan"), ("tis", "ti"), ("ons", "on"), ("tors", "tor", "to"), ("fre", "fr"),
    ("lör", "lor", "lö", "loer"), ("sön", "son", "sö", "soen"),
)  # fmt: skip
_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY_ENDINGS = ("", "d", "dag", "dagen", "dagar", "dagarna")
# "Tid" is time, and "ond" evil.
WEEKDAYS = {
    stem + end: n
    for n, stems in enumerate(_DAY_STEMS)
    for stem in stems
    for end in _DAY_ENDINGS
    if end != "d" or len(stem) > 2
}
WEEKDAYS |= {day: n for n, day in enumerate(_ENGLISH_DAYS)}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
# The words of WEEKDAYS, without listing every stem with every ending: these patterns are long to compile as it is.
_STEMS = "|".join(stem for stems in _DAY_STEMS for stem in stems)
WEEKDAY = rf"\b(?!\w\wd\b)(?:(?:{_STEMS})(?:d(?:ag(?:en|ar(?:na)?)?)?)?|{'|'.join(_ENGLISH_DAYS)})\b\.?"
DAY = r"(?<![\d.:])(?:3[01]|[12]\d|0?[1-9])(?::?(?:[ea]|st|nd|rd|th)\b)?"
OR = r"(?:eller|alt\.?|alternativt|or)"
AND = rf"\s*(?:,\s*(?:och|samt|o|{OR})\b|,|\boch\b|\bsamt\b|\bo\b|\band\b|\b{OR}\b|\bresp\.?|&|\+)\s*"
THROUGH = r"\s*(?:-|–|—|−|\b(?:fram\s+)?till(?:\s+och\s+med)?\b|\bt\.?\s?o\.?\s?m\b\.?|\bto\b|\bthrough\b)\s*"
# A year in two figures needs its dash or its apostrophe; "-27 april" is a day.
YEAR = (
    r"(?:(?:,?\s*|\s?[-–]\s?)(?P<year>20\d\d)\b|"
    rf"\s?[-–’']\s?(?P<y2>2[4-9]|3\d)\b(?!(?::?[ea]\b)?\s*(?:{MONTH}|[/.:]\d)))"
)
ORDINALS = {
    word: n for n, words in enumerate(
        (("första", "förste"), ("andra", "andre"), ("tredje",), ("fjärde",), ("femte",), ("sjätte",), ("sjunde",),
         ("åttonde",), ("nionde",), ("tionde",), ("elfte",), ("tolfte",), ("trettonde",), ("fjortonde",),
         ("femtonde",), ("sextonde",), ("sjuttonde",), ("artonde",), ("nittonde",), ("tjugonde",), ("tjugoförsta",),
         ("tjugoandra",), ("tjugotredje",), ("tjugofjärde",), ("tjugofemte",), ("tjugosjätte",), ("tjugosjunde",),
         ("tjugoåttonde",), ("tjugonionde",), ("trettionde",), ("trettioförsta",)), 1)
    for word in words
}  # fmt: skip
# Feasts that are one and the same day every year; they stand for a date where nothing else does.
_FEASTS = {
    "lucia": "13 december", "luciadagen": "13 december", "julafton": "24 december", "nyårsafton": "31 december",
    "nyårsdagen": "1 januari", "trettondagen": "6 januari", "valborg": "30 april", "valborgsmässoafton": "30 april",
    "nationaldagen": "6 juni",
}  # fmt: skip
_OF_DAYS = frozenset((
    *WEEKDAYS, *MONTHS, *_FEASTS, "dag", "idag", "morgon", "imorgon", "övermorgon", "iövermorgon",
))  # fmt: skip
_FIGURE, _WORD = re.compile(r"\d"), re.compile(r"\w+")
_ORDINAL_DAY = re.compile(
    rf"\b({'|'.join(sorted(ORDINALS, key=len, reverse=True))})\s+(?:i\s+)?(?=(?:{MONTH})\b)", re.I
)
_FEAST = re.compile(rf"\b((?:senast|på|till|före|innan)\s+)({'|'.join(_FEASTS)})\b", re.I)
# What a date picker writes; of a time in Greenwich only the day is kept.
_STAMPED = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?| (\d\d:\d\d):\d\d)(Z|[+-]\d\d:?\d\d)?(?![\d:-])"
)
# "8-12.2.2027" as "8-12/2 2027", and "8.2.2027-12.2.2027" with its dash apart.
_DOTTED_RANGE = re.compile(r"(?<![\d.:/-])([0-3]?\d)\.?\s?[-–]\s?([0-3]?\d)([./])([01]?\d)\3(20\d\d)(?![\d.])")
_TWO_DOTTED = re.compile(r"(\d[./][01]?\d[./]20\d\d)[-–](?=[0-3]?\d[./][01]?\d[./]20\d\d)")
_MOJIBAKE = (("Ã¥", "å"), ("Ã¤", "ä"), ("Ã¶", "ö"), ("â€“", "–"))
MAX_TEXT = 1500


def plain(text: str) -> str:
    """Return a text on one line with ordinals and feasts as "14 mars" and broken å, ä, ö mended."""
    text = " ".join(text[:MAX_TEXT].split())
    if "Ã" in text or "â€" in text:
        for broken, whole in _MOJIBAKE:
            text = text.replace(broken, whole)
    if ":" in text and "-" in text:
        text = _STAMPED.sub(_day_and_clock, text)
    if ("." in text or "/" in text) and ("-" in text or "–" in text):
        text = _TWO_DOTTED.sub(r"\1 – ", _DOTTED_RANGE.sub(r"\1–\2/\4 \5", text))
    text = _ORDINAL_DAY.sub(lambda found: f"{ORDINALS[found[1].casefold()]} ", text)
    return _FEAST.sub(lambda found: found[1] + _FEASTS[found[2].casefold()], text)


def _day_and_clock(found: re.Match[str]) -> str:
    return found[1] if found[4] == "Z" else f"{found[1]} kl. {found[2] or found[3]}"


def may_name_a_day(text: str) -> bool:
    """Tell, quickly, whether a text holds a figure or a word of days, without which it names no single day."""
    return bool(_FIGURE.search(text)) or not _OF_DAYS.isdisjoint(_WORD.findall(text.casefold()))


def weekday_of(word: str) -> int:
    """Return 0 for Monday to 6 for Sunday, of a word that WEEKDAY matched."""
    return WEEKDAYS[word.casefold().rstrip(".")]


def weekdays_in(text: str) -> list[int]:
    """Return every weekday that a text names, in order."""
    return [weekday_of(word) for word in re.findall(WEEKDAY, text, re.I)]


def is_plural(word: str) -> bool:
    """Tell whether a weekday is said of many: "tisdagar", "tisdagarna"."""
    return word.casefold().rstrip(".").endswith(("dagar", "dagarna"))
