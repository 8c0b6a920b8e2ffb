"""Numbers as Swedes write them: figures, words, ranges; and how long something takes."""

import re

WORDS = {
    "noll": 0, "en": 1, "ett": 1, "två": 2, "tva": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8,
    "atta": 8, "nio": 9, "tio": 10, "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14, "femton": 15, "sexton": 16,
    "sjutton": 17, "arton": 18, "nitton": 19, "tjugo": 20, "trettio": 30, "fyrtio": 40, "fyrtiofem": 45, "femtio": 50,
    "sextio": 60, "nittio": 90, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "twelve": 12,
}  # fmt: skip
_N = r"\d{1,4}|" + "|".join(sorted(WORDS, key=len, reverse=True))
NUMBER = rf"(?:{_N})"
_TO = r"\s*(?:-|–|—|till|eller|à)\s*"
_PAIRS = re.compile(rf"\b(?:({_N})\s+par|(ett)\s+par)\b", re.I)
# Who is counted: by a word for anybody, or by what they are.
_ANYBODY = r"st\b\.?|stycken|pers(?:on(?:er)?)?\b\.?|deltagare|medverkande|representant\w*|individ\w*"
_SOMEBODY = (
    r"(?:\w{2,20}\s+)?(?:brukar|patient|närstå|anhörig|föräld|ungdom|kvinn|män\b|man\b|tjej|kill|pojk|flick|"
    r"mamm|papp|"
    r"syskon|barn\b|familj|vuxen\b|vuxn|ung\b|pensionär|senior|invånar)"
)
_NO_PEOPLE = (
    r"%|kr\b|kronor|år\b|års\b|årig|min\b|minut|tim|h\b|veck|dag|månad|mån\b|gång|ggr|tillf|möte|träff|grupp|"
    r"kolleg|poäng|"
    r"anställd|personal|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|km\b|mil\b|[.:/]\d"
)
_PEOPLE = re.compile(
    rf"(?<![\w.,:/-])(?P<low>{_N})(?:(?<!\d)s)?(?:{_TO}(?P<high>{_N}))?\b(?!\s*(?:{_NO_PEOPLE}))\s*(?P<any>{_ANYBODY})?"
    rf"(?P<some>{_SOMEBODY})?",
    re.I,
)
_OTHER_NUMBER = re.compile(
    r"\b(?:ålder|åldern|åldrarna|från|mellan|över|under|fyllda|kl\.?|v\.?|vecka|rum|nr|fler än|av)\s*$", re.I
)
# "Minst 2, max 4", "mellan tre och fem": a range in words; not of ages.
_SPAN = re.compile(
    rf"\b(?:(?:minst|lägst|från)\s+(?P<low>{_N})\b(?:\s+(?:st|stycken|personer))?\s*(?:,|och|men|/|till|;|-|"
    rf"–)?\s*(?:och\s+)?"
    rf"(?:max(?:imalt|imum)?|högst|som mest|upp till)\.?\s+|mellan\s+(?P<from>{_N})\s+(?:och|"
    rf"till)\s+)(?P<high>{_N})\b"
    r"(?!\s*(?:år|-?åring))",
    re.I,
)
# "Patienter: 2, närstående: 1": how many of each kind, the kind first.
_KIND = (
    r"(?:brukar|patient|klient|närstå|anhörig|föräld|ungdom|kvinn|män\b|flick|pojk|syskon|barn|vuxn|pensionär)"
    r"[a-zåäö]{0,15}"
)
_OF_KIND = re.compile(rf"{_KIND}\s*[:=(–-]?\s*(?P<low>{_N})(?:{_TO}(?P<high>{_N}))?\b(?!\s*(?:{_NO_PEOPLE}))", re.I)
_KIND_FIRST = re.compile(rf"\W*(?:antal\s+)?{_KIND}", re.I)
_TENS_OF = re.compile(r"\b(?:ett\s+)?(?P<n>fem|tio|femton|tjugo)tal\b|\b(?P<of>ett|två|ett halvt)\s+dussin\b", re.I)
_A_DOZEN = {"ett": 12, "två": 24, "ett halvt": 6}
_SUM = re.compile(rf"\s*({_N})\s*\+\s*({_N})\s*(?:st|personer)?\s*", re.I)
_HALF = {"½": ",5", "¼": ",25", "¾": ",75"}
_HOURS = re.compile(
    rf"\b(?P<low>\d{{1,2}}(?:[.,]\d{{1,2}})?|{_N})(?:\s*(?:-|–|till)\s*(?P<high>\d{{1,2}}(?:[.,]\d{{1,2}})?|"
    rf"{_N}))?\s*"
    rf"(?:h(?=\b|\d)|tim(?:m(?:e|es|a|ar|ars))?\b\.?|hours?\b)(?:\s*(?P<rest>[0-5]\d)\b(?!\s*[.:]))?",
    re.I,
)
_HALF_MORE = re.compile(rf"\b({_N})\s+och\s+en\s+halv\s+timm", re.I)
_MINUTES = re.compile(rf"\b({_N})(?:\s*(?:-|–|till)\s*({_N}))?\s*min(?:uter|ut|uters|\.)?\b", re.I)
_IN_WORDS = (
    (re.compile(r"\bhalvannan timm", re.I), 90),
    (re.compile(r"\bhalvtimm|\bhalv timm", re.I), 30),
    (re.compile(r"\btre kvart", re.I), 45),
    (re.compile(r"\ben kvart\b", re.I), 15),
)
_OF_LENGTHS = ("h", "tim", "min", "kvart")
_BARE_LENGTH = re.compile(r"\d{1,3}(?:[.,]\d)?")
_PER_OCCASION = re.compile(r"förberedelse|inläsning|restid|sammanlagt|totalt|per månad|per vecka|per år", re.I)
_TIMES = (
    r"möten|möte|besök|tillfällen|tillfälle|gånger|gång|ggr|träffar|träff|halvdagar|heldagar|förmiddagar|"
    r"eftermiddagar|kvällar|"
    r"dagar|pass|workshops?|(?:mån|tis|ons|tors|fre|lör|sön)dagar"
)
_OCCASIONS = re.compile(
    rf"(?P<before>\b(?:om|inom|på|efter|senast|minst|max|av|ytterligare|sedan|därefter|plus|\d\s*(?:-|–|till|"
    rf"eller)|(?:en|ett|två|tre|fyra)\s*(?:-|–|till|eller))"
    rf"\s*)?(?<!\d)(?<!\d[.:])\b({_N})\s*(?:st\s+)?(?:{_TIMES})\b(?!\s\d{{1,2}}\s?:)(?!\s*(?:i|per|/|varje|om|"
    rf"var)\s*(?:månad|mån|veck|år|termin|kvartal|"
    rf"dag|halvår|var)|\s+(?:till|därefter|kvar)\b)",
    re.I,
)
# One of these is in all that the two find.
_OF_TIMES = (
    "möte", "besök", "tillfälle", "gång", "ggr", "träff", "dagar", "kvällar", "pass", "workshop", "x", "×", "*",
)  # fmt: skip
_MULTIPLIED = re.compile(rf"\b({_N})\s*(?:x|×|\*)\s*\d{{1,3}}\s*(?:min|tim|h\b)", re.I)


def as_int(word: str) -> int:
    """Return the number that a figure or a word is."""
    return int(word) if word.isdigit() else WORDS[word.casefold()]


def people(value: str) -> tuple[int, int] | None:
    """Return how many people, at least and at most; "två par" is four, "1 man och 1 kvinna" two. None for no number."""
    value = with_spans(value[:500])
    if (tens := _TENS_OF.search(value)) and not re.search(r"\d", value):
        return (WORDS[tens["n"].casefold()] if tens["n"] else _A_DOZEN[tens["of"].casefold()],) * 2
    if several := _by_kind(value):
        return several
    if pairs := _PAIRS.search(value):
        return (2 * as_int(pairs[1] or "1"),) * 2
    outside = re.sub(r"\([^()]*\)", " ", value)
    for text in (outside, value):
        if added := _SUM.fullmatch(text):
            return (as_int(added[1]) + as_int(added[2]),) * 2
        if counts := [found for found in _PEOPLE.finditer(text) if _counts_people(found)]:
            return _added(counts)
    return None


def _by_kind(value: str) -> tuple[int, int] | None:
    kinds = list(_OF_KIND.finditer(value)) if _KIND_FIRST.match(value) else []
    if len(kinds) < 2:
        return None
    lows, highs = zip(*((as_int(one["low"]), as_int(one["high"] or one["low"])) for one in kinds), strict=True)
    return sum(lows), sum(highs)


def with_spans(text: str) -> str:
    """Return a text with its ranges in words as "2–4"."""
    return _SPAN.sub(lambda found: f"{found['low'] or found['from']}–{found['high']}", text)


def span_in(text: str) -> str:
    """Return the first range in words, as written; "" for none."""
    found = _SPAN.search(text)
    return found[0] if found else ""


def _counts_people(found: re.Match[str]) -> bool:
    if _OTHER_NUMBER.search(found.string[: found.start()]):
        return False
    # "En trygg miljö": an article counts nobody.
    article = found["low"].casefold() in {"en", "ett"} and not (found["high"] or found["any"] or found["some"])
    alone = not re.match(r"\s*\w", found.string[found.end() :]) and found.start() < 12
    return not article or alone


def _added(counts: list[re.Match[str]]) -> tuple[int, int]:
    """Add "3 brukare och 2 närstående"; after a number of anybody, and after "eller", nothing is added."""
    low = high = 0
    for at, found in enumerate(counts):
        between = found.string[counts[at - 1].end() : found.start()] if at else ""
        if at and (not found["some"] or re.search(r"\beller\b|[.;(]", between)):
            break
        one, other = as_int(found["low"]), as_int(found["high"] or found["low"])
        low, high = low + min(one, other), high + max(one, other)
        if not found["some"] or found["any"]:
            break
    return low, high


_HALF_YEARS = ((re.compile(r"\bmånad|\bmån\b", re.I), 6.0), (re.compile(r"\bkvartal", re.I), 2.0),
               (re.compile(r"\bår(?:et|ligen)?\b", re.I), 0.5))  # fmt: skip
_PER_TIME = re.compile(
    r"\s*(?:per|om|i|/|varje)\s*(?:månaden?|mån|kvartal|halvår|termin|år(?:et)?)\b\.?|\s+årligen\b", re.I
)


def per_half_year(value: str, asked: str) -> int | None:
    """Return how many times in half a year a limit allows, of a limit for a year half; None where it counts hours."""
    count = bare(_PER_TIME.sub("", value) if not re.search("halvår", value, re.I) else value)
    if count is None or re.search(r"\btimm|\btim\b", f"{value} {asked}", re.I):
        return None
    said = value if _PER_TIME.search(value) else asked
    factor = 1.0 if "halvår" in said.casefold() else next((by for per, by in _HALF_YEARS if per.search(said)), 1.0)
    return max(1, int(count * factor)) if count else 0


def bare(value: str) -> int | None:
    """Return a number that is the whole answer ("3", "ca två", "högst 2–3 per halvår": the higher); None otherwise."""
    if (tens := _TENS_OF.search(value)) and not re.search(r"\d", value):
        return WORDS[tens["n"].casefold()] if tens["n"] else _A_DOZEN[tens["of"].casefold()]
    found = re.fullmatch(
        rf"\s*(?:ca|cirka|högst|max|minst|totalt|upp till|sammanlagt)?\.?\s*({_N})(?:{_TO}({_N}))?\s*(?:\({_N}\))?\s*"
        r"(?:st\.?|stycken|gånger|gång|ggr|uppdrag)?(?:\s*(?:per|på ett|/)\s*halvår)?\s*[.!]?\s*",
        " ".join(value[:200].split()),
        re.I,
    )
    return as_int(found[2] or found[1]) if found else None


def with_unit(value: str, label: str) -> str:
    """Return a bare number with the unit that its label asks for: "Tid i timmar: 2"."""
    said = value.strip()
    if not said[:1].isdigit() or not _BARE_LENGTH.fullmatch(said):
        return value
    asked = label.casefold()
    return f"{said} timmar" if "timm" in asked else f"{said} minuter" if "minut" in asked else value


def minutes(value: str) -> int | None:
    """Return how many minutes one occasion takes, the higher end of a range; None where it is not said."""
    if not any(unit in value.casefold() for unit in _OF_LENGTHS):
        return None
    text = re.sub("(?<=[0-9])[½¼¾]", lambda found: _HALF[found[0]], _before_extras(value[:1000]))
    if half := _HALF_MORE.search(text):
        return as_int(half[1]) * 60 + 30
    lengths = _IN_WORDS if "halv" in text.casefold() or "kvart" in text.casefold() else ()
    for said, length in lengths:
        if said.search(text):
            return length
    hours, mins = _HOURS.search(text), _MINUTES.search(text)
    if not hours:
        return as_int(mins[2] or mins[1]) if mins else None
    most = hours["high"] or hours["low"]
    total = 60 * (float(most.replace(",", ".")) if most[0].isdigit() else as_int(most))
    if hours["rest"]:
        total += int(hours["rest"])
    elif mins and mins.start() >= hours.end() and mins.start() - hours.end() < 6:
        total += as_int(mins[1])
    return int(total)


def occasions(value: str) -> int | None:
    """Return how many times, where a text says it ("fyra möten", "vid ett tillfälle"); None otherwise."""
    if not any(word in value.casefold() for word in _OF_TIMES):
        return None
    if multiplied := _MULTIPLIED.search(value):
        return as_int(multiplied[1])
    found = _OCCASIONS.search(value)
    return as_int(found[2]) if found and not found["before"] else None


def months(value: str) -> int | None:
    """Return a number of months ("24 månader", "två år", "ett halvår"); None where it is not said."""
    value = re.sub(r"\(\d{1,2}\)\s*", "", value)
    if half := re.search(rf"\b({_N})\s+och\s+ett\s+halvt\s+år\b", value, re.I):
        return as_int(half[1]) * 12 + 6
    if re.search(r"\b(?:ett|1) halvår\b|\bett halvt år\b", value, re.I):
        return 6
    found = re.search(rf"\b({_N})\s*(mån|år|months?|years?)", value, re.I)
    if found:
        n = as_int(found[1])
        return n * 12 if found[2].casefold() in {"år", "year", "years"} else n
    bare = value.strip()
    return int(bare) if bare.isdecimal() and len(bare) <= 3 else None


def _before_extras(value: str) -> str:
    """Cut a text where it goes on to preparation or travel, which are not the occasion itself."""
    parts = re.split(r",(?!\d)|[;+\n]|\bplus\b|\bsamt\b|\boch\b(?!\s+en\s+halv)", value)
    kept = [part for part in parts if not _PER_OCCASION.search(part)]
    return ", ".join(kept)
