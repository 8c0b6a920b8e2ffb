"""Cut out of a sentence the words that tell when ("tisdag 26 januari kl 13-16"), as they were written.

A sentence is a row of words: some tell a time by themselves, some only join such words, all others break the row.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from medverkan.mailbox.forms.values.numbers import NUMBER

_WEEKDAY = (
    r"(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en|s|ar|arna|ens)?|d)?(?:morgon|förmiddag|eftermiddag|kväll)?\w{0,4}"
)
_MONTH = (
    r"jan(?:uari)?|feb(?:r|ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?"
)
_CLOCK = r"\d{1,2}(?:[.:]\d\d)?"
# Tells a time wherever it stands.
_TELLS = re.compile(
    rf"{_WEEKDAY}|{_MONTH}|\d{{1,2}}[.:]\d\d(?:[-–]{_CLOCK})?|kl\.?{_CLOCK}(?:[-–]{_CLOCK})?|\d{{1,2}}/\d{{1,2}}"
    rf"(?:[-–]\d{{1,2}}/\d{{1,2}}|-\d\d(?:\d\d)?)?|20\d\d-\d\d-\d\d|v\.?\d{{1,2}}(?:[-–]\d{{1,2}})?|"
    rf"\d{{1,2}}[-–]\d\d\.\d\d|"
    r"varannan|udda|jämna|i?övermorgon|imorgon|vårterminen|höstterminen|januari[-–]\w+|februari[-–]\w+|mars[-–]\w+"
)
# Tells a time beside a word that does, or behind a word that leads to one.
_BARE = re.compile(rf"\d{{1,2}}(?::?[ea])?|{_CLOCK}[-–]{_CLOCK}|(?:19|20)\d\d|{NUMBER}")
_LEADS = frozenset(re.findall(r"\w+", "den kl klockan vecka v veckorna dag dagarna mellan perioden halv"))
_PART_OF_DAY = re.compile(
    r"(?:för|efter)middag(?:en|ar|arna)?|kväll(?:en|ar|arna|stid)?|morgon(?:en)?|morgnar|dagtid|lunch(?:en|tid)?|"
    r"vardag(?:ar)?|helg(?:en|er)?|skolan|skoltid|arbetstid|halvdag(?:ar)?|heldag(?:ar)?|dagen|dag"
)
_SEASON = re.compile(r"höst(?:en)?|vår(?:en)?|sommar(?:en)?|vinter(?:n)?|terminen|halvåret|våren/sommaren")
_OFTEN = re.compile(
    r"varje|gång|gånger|ggr|träffar|möten|tillfällen|månad(?:en)?|veckan|veckor|vecka|år|året|var|gången"
)
_LENGTH = re.compile(r"tim\w*|minut\w*|min|h")
_JOINING = """
    och eller samt till från fr o m t fom tom med start i på den kl klockan mellan under cirka ca ungefär runt någon nån
    för efter innan sedan sen därefter nästa första perioden sammanlagt totalt början mitten slutet av en ett när som
    helst per gång varje var vid omkring preliminärt antingen alternativt framåt - – / & hela denna båda dagarna dagen
    halv alla tidig senare tredje fjärde andra sista nu om året veckan vecka v
"""
_JOINS = frozenset(re.findall(r"\S+", _JOINING))
_WORD = re.compile(r"\S+")
_STRIP = ".,;:()!?\"”'"
_LED_BY = re.compile(
    r"(?<!\w)(?:(?:(?:för|efter)middagar|kvällar|vardagar|när som helst|någon gång|nån gång|någon dag|nån dag|"
    r"(?:första|andra|nästa|sista) (?:gången|mötet|"
    r"träffen|"
    r"tillfället)(?: är| blir)?|(?:en|någon|nån) (?:för|efter)?(?:middag|kväll|morgon|dag|vardag|helg)|någon|nån|"
    r"under|"
    r"mellan|från(?: och med)?|fr\.? ?o\.? ?m\.?|med start|i början av|i mitten av|i slutet av|i|på|nu|den|perioden|"
    r"preliminärt|ungefär|cirka|ca|vid|runt|efter|nästa|hela|antingen|varje|första|andra|tredje|fjärde|sista|"
    r"vecka|veckor(?:na)?|"
    r"v\.?|kl\.?|klockan|start|halv) (?:på |av )?){1,6}$",
    re.I,
)
# "från 1 till 14 februari": the first day is a bare number.
_SPAN_BEFORE = re.compile(
    r"\b(?:från|mellan)(?: den)? \d{1,2}(?::?e)? (?:till|och|[-–]) (?:den )?$|"
    # "15 och 24 februari", "1, 2 och 3 mars"
    r"(?<![\d.:/])(?:\d{1,2}(?::?e)?, ){0,6}\d{1,2}(?::?e)? (?:och|eller) (?:den )?$",
    re.I,
)
_COUNT_BEFORE = re.compile(rf"\b{NUMBER} $", re.I)
_FEW = 5


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    bare: str
    ends: bool  # a mark that ends a part stands behind it


def told_when(sentence: str) -> str:
    """Return the words of a sentence that tell when, from the first to the last; "" where none does."""
    words = list(_words(sentence))
    spans = [(first, last) for first, last in _spans(words) if _is_sure(words[max(0, first - 1) : last + 1])]
    if not spans:
        return ""
    parts: list[list[int]] = []
    for first, last in spans:
        start, end = _start(sentence, words[first].start), words[last].end
        if "(" in sentence[start:end] and sentence[end : end + 1] == ")":
            end += 1
        if parts and first - _at(words, parts[-1][1]) <= _FEW + 1:
            parts[-1][1] = end
        else:
            parts.append([start, end])
    return ", ".join(sentence[start:end].strip(" ,;:") for start, end in parts)


def of_the_evening(clock: str, text: str) -> str:
    """Return a time as it is meant where an evening is told of: "Kvällen är tisdag, vi börjar halv sju"."""
    hour, _, minute = clock.partition(":")
    late = clock and int(hour) < _NOON - 2 and _EVENING.search(text)
    return f"{int(hour) + _NOON:02d}:{minute}" if late else clock


_NOON = 12
_EVENING = re.compile(r"kväll(?:en|s)?\b", re.I)


def _words(sentence: str) -> Iterator[_Word]:
    for found in _WORD.finditer(sentence):
        bare = found[0].strip(_STRIP)
        start = found.start() + found[0].find(bare) if bare else found.start()
        yield _Word(start, start + len(bare), bare.casefold(), found[0][-1:] in ".,;:)!?")


def _at(words: Sequence[_Word], end: int) -> int:
    return next(at for at, word in enumerate(words) if word.end >= end)


def _spans(words: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last word of every row of words that tell or join."""
    first = last = -1
    for at in range(len(words)):
        if _tells(words, at, within=first >= 0):
            first, last = (at if first < 0 else first), at
        elif first >= 0 and words[at].bare not in _JOINS and words[at].bare:
            yield first, last
            first = -1
    if first >= 0:
        yield first, last


def _tells(words: Sequence[_Word], at: int, *, within: bool) -> bool:
    word = words[at].bare
    before = words[at - 1].bare if at else ""
    after = words[at + 1].bare if at + 1 < len(words) else ""
    if _TELLS.fullmatch(word):
        # "Mars" and "sön" are plain; "9.30" of a price or "12/5" of a number of people is not asked about here.
        return True
    if _BARE.fullmatch(word):
        if _is_age(words, at):
            return False
        # "vecka 6 eller 7"
        weeks = before in {"eller", "och"} and at > 2 and words[at - 3].bare in {"vecka", "v", "veckorna"}
        near = weeks or _TELLS.fullmatch(after) or before in _LEADS or (within and not _counts(after))
        return bool(
            near
            and (
                not word.isalpha()
                or before == "halv"
                or _ends_a_span(words, at)
                or _MONTH_AFTER.fullmatch(after)
                or _often(words, at)
            )
        )
    if _SEASON.fullmatch(word):
        led = before in {"i", "under", "till", "hela", "nästa", "denna", "tidig", "sen", "och", "framåt"}
        return led and (words[at].ends or not after or after in _JOINS or word != "vår")
    if _PART_OF_DAY.fullmatch(word):
        return within and (word not in {"dag", "dagen", "skolan"} or before in {"någon", "nån", "efter", "hela"})
    if _LENGTH.fullmatch(word):
        return within and bool(_BARE.fullmatch(before))
    if word in {"varje", "varannan"}:
        return bool(_TELLS.fullmatch(after) or _OFTEN.fullmatch(after))
    return bool(_OFTEN.fullmatch(word)) and _is_rhythm(words, at, within=within)


def _is_age(words: Sequence[_Word], at: int) -> bool:
    """Tell whether a number is one of "ungdomar mellan 13 och 16 år"."""
    before = words[at - 1].bare if at else ""
    end = at + 1 if before in {"och", "till"} else at + 3 if before in {"mellan", "från", "åldern"} else len(words)
    return end < len(words) and words[end].bare in {"år", "års"}


def _ends_a_span(words: Sequence[_Word], at: int) -> bool:
    """Tell whether a number in words ends "halv nio till tolv"."""
    return at > 2 and words[at - 1].bare == "till" and words[at - 3].bare == "halv"


_MONTH_AFTER = re.compile(_MONTH)
_COUNTED = re.compile(r"[a-zåäö]{3,}")


def _counts(after: str) -> bool:
    """Tell whether a number counts what follows ("5 personer"), and so no hours or days."""
    return (
        bool(_COUNTED.fullmatch(after))
        and after not in _JOINS
        and not (
            _TELLS.fullmatch(after)
            or _LENGTH.fullmatch(after)
            or _OFTEN.fullmatch(after)
            or _PART_OF_DAY.fullmatch(after)
        )
    )


def _often(words: Sequence[_Word], at: int) -> bool:
    after = words[at + 1].bare if at + 1 < len(words) else ""
    return bool(_OFTEN.fullmatch(after) or _LENGTH.fullmatch(after))


def _is_rhythm(words: Sequence[_Word], at: int, *, within: bool) -> bool:
    """Tell whether "gång", "månad" and the like tell how often: "en gång i månaden", "fyra gånger per år"."""
    word, before = words[at].bare, words[at - 1].bare if at else ""
    if word.startswith(("gång", "ggr")):
        return within or any(one.bare in {"i", "per", "om"} for one in words[at + 1 : at + 2])
    if word in {"veckan", "vecka"}:
        return before in {"i", "per", "varje", "nästa", "samma"}
    if word.startswith(("månad", "år")):
        return before in {"i", "per", "varje", "om", "nästa"}
    return within and before in {"udda", "jämna", "tre", "två", "fyra", "fem", "sex"}


def _is_sure(words: Sequence[_Word]) -> bool:
    """Tell whether a row tells a day, an hour or a rhythm and not a length or a number only."""
    said = [word.bare for word in words]
    return (
        any(_TELLS.fullmatch(word) or _SEASON.fullmatch(word) for word in said)
        or any(word.startswith(("gång", "ggr", "vecka", "varje", "månad")) for word in said)
        or any(one in _LEADS and other[:1].isdigit() for one, other in pairwise(said))
    )


def _start(sentence: str, at: int) -> int:
    found = _SPAN_BEFORE.search(sentence[:at]) or _LED_BY.search(sentence[:at])
    at = found.start() if found else at
    counted = _COUNT_BEFORE.search(sentence[:at]) if sentence[at : at + 4].casefold() in {"gång", "ggr "} else None
    return counted.start() if counted else at
