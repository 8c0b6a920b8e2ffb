"""Clock times as Swedes write them: "kl. 9–11", "13.00 t o m 15.00", "halv tolv till ett", "kvart i tre".

A spoken hour from one to six is the afternoon ("halv två" is 13.30): nobody is invited at night. Where a text holds two
different times, neither is read.
"""

import re
from collections.abc import Iterator

from medverkan.mailbox.forms.values.numbers import WORDS

_HOUR_WORDS = {word: n for word, n in WORDS.items() if 1 <= n <= 12}
_HOUR = "|".join(sorted(_HOUR_WORDS, key=len, reverse=True))
_PART_OF_DAY = r"kvällen|eftermiddagen|förmiddagen|morgonen"
_SPOKEN = (
    rf"(?:(?:fem i halv|fem över halv|halv|kvart i|kvart över|fem i|fem över|tio i|tio över|tjugo i|tjugo över)\s+)?"
    rf"(?:{_HOUR}|\d{{1,2}}(?![.:\d]))"
)
_FIGURES = r"(?:[01]\d[0-5]\d|2[0-3][0-5]\d|(?:2[0-4]|[01]?\d)(?:\s?[.:]\s?[0-5]\d)?)(?!\d)"
_TO = (
    r"\s*(?:-|–|—|−|till och med|till|t\.?\s?o\.?\s?m\.?|to|,?\s*(?:och\s+)?slut(?:ar|tid)?:?)\s*"
    r"(?:ca\.?\s*|cirka\s*|kl\.?\s*|klockan\s*)?"
)
_SIGN = (
    r"(?:kl\.?|klockan|mellan|från|start(?:ar|tid)?(?: kl\.?| klockan)?|börjar(?: kl\.?)?|tid:?|at)\s*"
    r"(?:ca\s*|cirka\s*)?"
)
_UNIT = (
    r"(?!\s*(?:st\b|person|pers\b|delt|grupp|kolleg|möte|timm|tim\b|min|h\b|gång|ggr|veck|år\b|dag|kr\b|%|träff|tillf|månad|:e|/\d|"
    r"jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))"
)
_RANGE = re.compile(rf"(?<![\d.:/-])({_SIGN})?\b({_FIGURES}){_TO}({_FIGURES}){_UNIT}", re.I)
_BETWEEN = re.compile(
    rf"\bmellan\s+(?:kl\.?\s*|klockan\s*)?({_FIGURES}|{_SPOKEN})\s+och\s+(?:kl\.?\s*)?({_FIGURES}|{_SPOKEN})\b{_UNIT}",
    re.I,
)
_SPOKEN_TIME = re.compile(
    rf"\b(?:({_SIGN})({_SPOKEN})|((?:halv|kvart i|kvart över|fem i halv|fem över halv|"
    rf"(?:fem|tio|tjugo) (?:i|över))\s+(?:{_HOUR})|(?:{_HOUR})(?=\s+på\s+(?:{_PART_OF_DAY}))))\b"
    rf"(?:{_TO}({_SPOKEN})\b)?{_UNIT}",
    re.I,
)
_SINGLE = re.compile(
    rf"(?:\b({_SIGN})({_FIGURES})|(?<![\d.:/-])\b((?:2[0-3]|[01]?\d)[.:][0-5]\d)(?![\d.:/-])|"
    rf"(?<=¤ )((?:0[6-9]|1\d|2[0-2])[0-5]\d)\b(?![.:/-])){_UNIT}",
    re.I,
)
_HALF_OF_DAY = re.compile(
    r"(?<![\d.:])(\d{1,2})(?:[.:]([0-5]\d))?\s*(?:(am|a\.m\.|fm|f\.m\.)|pm|p\.m\.|em|e\.m\.|på (?:kvällen|em|"
    r"eftermiddagen))(?!\w)",
    re.I,
)
_COMMA = re.compile(r"(?<![\d,])([01]?\d|2[0-3]),(00|15|30|45)(?![\d,])")
# What happens around the meeting has times of its own.
_AROUND = re.compile(
    r"[(,;.]\s*(?:(?:vi|med|och)\s+(?:bjuder på\s+)?)?(?:fika|lunch|kaffe|mingel|samling|insläpp|registrering|smörgås|"
    r"(?:\w{2,20}\s+)?öppnar|öppet)"
    r"[^(),;]{0,60}[),;]?",
    re.I,
)
# "Ungdomar mellan 13 och 16 år"
_AGES = re.compile(r"\b(?:mellan |från )?\d{1,2} ?(?:-|–|och|till) ?\d{1,2} ?(?:års?\b|-?åring)", re.I)
# "kl 25", "kl. 13.75"
_NO_CLOCK = re.compile(
    r"\b(?:kl\.?|klockan)\s*(?:(?:2[5-9]|[3-9]\d)(?!\d)|\d{1,2}[.:][6-9]\d(?!\d))(?:[.:]\d\d)?", re.I
)
_NOT_BEGUN = re.compile(r"\b(?:efter|senast|före|innan|tidigast|fram till|slutar?)\s*$", re.I)
_SPOKEN_PARTS = re.compile(rf"^(?:(.+?)\s+)?({_HOUR}|\d{{1,2}})$", re.I)
_SHIFTS = {
    "": 0, "halv": -30, "kvart i": -15, "kvart över": 15, "fem i halv": -35, "fem över halv": -25, "fem i": -5,
    "fem över": 5, "tio i": -10, "tio över": 10, "tjugo i": -20, "tjugo över": 20,
}  # fmt: skip


def clock_times(text: str) -> tuple[str, str]:
    """Return start and end as "HH:MM", "" for what is not said or said in two ways. Dates must be taken out first."""
    text = _AGES.sub(" ", text[:2000]) if "år" in text else text
    text = _COMMA.sub(r"\1.\2", _HALF_OF_DAY.sub(_in_24_hours, text[:2000]))
    found = list(dict.fromkeys(_spans(text)))
    if len(found) > 1:
        found = list(dict.fromkeys(_spans(_AROUND.sub(" ", text))))
    if len(found) != 1:
        return "", ""
    start, end = found[0]
    return _written(start), _written(end) if end is not None else ""


def no_clock(text: str) -> str:
    """Return a time of day that does not exist, as written; "" for none."""
    found = _NO_CLOCK.search(text[:2000])
    return found[0] if found else ""


def _in_24_hours(found: re.Match[str]) -> str:
    """Write "2.30 pm" and "kl 7 på kvällen" as hours of the day; "13 em" stays what it is."""
    hour = int(found[1])
    hour = hour % 12 if found[3] else hour % 12 + 12 if hour < 13 else hour
    return f"{hour:02d}:{found[2] or '00'}" if hour <= 24 else found[0]


def _spans(text: str) -> Iterator[tuple[int, int | None]]:
    """Yield (start, end) in minutes after midnight, what is found first blanked out for what follows."""
    for pattern, read in ((_BETWEEN, _any), (_RANGE, _figures), (_SPOKEN_TIME, _spoken), (_SINGLE, _figures)):
        kept = []
        at = 0
        for match in pattern.finditer(text):
            span = _of(match, pattern, read)
            if span is None:
                continue
            yield span
            kept.append(text[at : match.start()])
            at = match.end()
        text = " ¤ ".join([*kept, text[at:]])


def _of(match: re.Match[str], pattern: re.Pattern[str], read: object) -> tuple[int, int | None] | None:
    if pattern is _BETWEEN:
        return _ordered(_any(match[1]), _any(match[2]), spoken=not match[1][0].isdigit())
    if pattern is _RANGE:
        return _range(match)
    if pattern is _SPOKEN_TIME:
        return _spoken_span(match)
    if _NOT_BEGUN.search(match.string[: match.start()]):
        return None
    begins = _figures(match[2] or match[3] or match[4])
    return None if begins is None else (begins, None)


def _spoken_span(match: re.Match[str]) -> tuple[int, int | None] | None:
    start = match[2] or match[3]
    begins = _any(start)
    if begins is None or (start.isdigit() and not match[4]):
        return None
    part = re.match(rf"\s+på\s+({_PART_OF_DAY})", match.string[match.end() : match.end() + 30], re.I)
    if part:
        late = part[1].casefold() in {"kvällen", "eftermiddagen"} and begins < 12 * 60
        return begins + 12 * 60 * late, None
    return _ordered(begins, _any(match[4]) if match[4] else None, spoken=not start.isdigit())


def _range(match: re.Match[str]) -> tuple[int, int | None] | None:
    start, end = _figures(match[2]), _figures(match[3])
    if start is None or end is None:
        return None
    bare = not match[1] and not re.search(r"[.:]|\d{4}", match[2] + match[3])
    if bare and not (6 * 60 <= start < end <= 22 * 60):
        return None
    if bare and re.search(
        r"\b(?:antal|age|ålder|vecka|veckor|v\.?|nr|nummer|sal|rum|hus|avdelning)\s*$",
        match.string[: match.start()],
        re.I,
    ):
        return None
    return start, end


def _ordered(start: int | None, end: int | None, *, spoken: bool) -> tuple[int, int | None] | None:
    if start is None:
        return None
    if spoken and start < 6 * 60 + 30:
        start += 12 * 60
    while end is not None and end <= start and end + 12 * 60 < 24 * 60:
        end += 12 * 60
    return start, end


def _any(words: str) -> int | None:
    return _figures(words) if words[0].isdigit() and not words.isdigit() else _spoken(words)


def _figures(written: str) -> int | None:
    digits = re.sub(r"\s", "", written).replace(":", ".")
    if "." in digits:
        hour, minute = digits.split(".")
    elif len(digits) == 4:
        hour, minute = digits[:2], digits[2:]
    else:
        hour, minute = digits, "0"
    total = int(hour) * 60 + int(minute)
    # "kl 1-3" is the afternoon; "01:00" is meant as it stands.
    if len(hour) == 1 and 1 <= int(hour) <= 5:
        total += 12 * 60
    return total if total <= 24 * 60 else None


def _spoken(words: str) -> int | None:
    parts = _SPOKEN_PARTS.match(" ".join(words.casefold().split()))
    if not parts or (parts[1] or "") not in _SHIFTS:
        return None
    hour = int(parts[2]) if parts[2].isdigit() else _HOUR_WORDS[parts[2]]
    return hour * 60 + _SHIFTS[parts[1] or ""] if hour <= 24 else None


def _written(total: int) -> str:
    return f"{total // 60 % 24:02d}:{total % 60:02d}"
