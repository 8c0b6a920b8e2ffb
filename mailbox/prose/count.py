"""How many people a letter seeks: what is counted beside the people, joined on to them, or added later on."""

import re
from collections.abc import Sequence

from medverkan.mailbox.forms.values import numbers
from medverkan.mailbox.prose.sentences import Sentence

_N = numbers.NUMBER
_AGES = re.compile(
    r"\b(?:mellan|åldern|åldrarna|från) \d{1,2} (?:och|till|-|–) ?$|\b(?:över|under|fyllt|fyllda|minst) $", re.I
)
_BARE = re.compile(
    rf"\b(?:tänkt oss|tänker oss|tänkt|räcker med|behöver|antalet är|helst|gärna|totalt|lagom med|vill ha)(?: ca|"
    rf" cirka| ungefär|"
    rf" kanske)? (?P<n>{_N})(?=[.,;!]|$)",
    re.I,
)
_AND_SOME = re.compile(r"\b(?:och|samt) (?:gärna )?någon som\b", re.I)
_JOINED = re.compile(
    r"(?:\b(?:och|samt|plus|eller|varav|både|dels)|[,:;(+&])\s*(?:(?:gärna|helst|även|också|dels) )?$", re.I
)
# Who is counted: by a word for anybody, or by what they are.
_WHO = (
    r"(?:test|försöks|referens)?person|pers\b|(?:(?:tomma|lediga|nya) )?(?:stolar|platser)\b|[a-zåäö-]*patient|"
    r"äldre\b|"
    r"brukar|närstå|anhörig|efterlevande|[a-zåäö-]*föräld(?:er|rar)|hyresgäst|mormor|morfar|farmor|farfar|ungdom|deltag|"
    r"gäst|panelist|informant|medverkande|representant|ledam|invånar|kvinn|män\b|man\b|unga|ung vuxen|vuxna|vuxen|"
    r"mamm|papp|partner|sambo|syskon|stycken|st\b|mak|senior|levande b[oö]|lev\w* böck|"
    r"pensionär|boende|tonåring|medlem|tjej|kill|pojk|flick|barn\b|elev|klient|medborgar|besökar|släkting|individ|"
    r"diabetiker|astmatiker|medforskar|student|[a-zåäö]*(?:användar|berättar|testar|läsar|föreläsar|granskar)"
)
COUNT = re.compile(
    rf"(?<![\w-])(?P<pair>ett par(?:, tre)?)\b|(?<![\w:./-])(?P<low>{_N})(?:(?<=\d)|\b)\s*(?:(?P<to>-|–|till|eller|"
    rf"à)\s*(?P<high>{_N})\s+)?(?!(?:handfull|grupp|skara|blandning|mängd|rad|tiotal|tjugotal|dussin|antal|gäng)\b)"
    rf"(?P<noun>som\b|(?:(?!och\b|eller\b|som\b|med\b|för\b|av\b|från\b)[a-zåäöé]+ ){{0,2}}?(?:{_WHO}))",
    re.I,
)
_ANYBODY = ("person", "deltag", "st", "medverkande", "individ", "testperson", "representant", "ledam")
_SOME = re.compile(
    r"(?<![\w-])(?<!till )(?<!hos )(?<!åt )(?<!nära )(?<!bredvid )(?:någon|"
    r"några (?=person\b))(?!\s+(?:gång|annan|form|slags|dag|tid|enstaka)\b)\b",
    re.I,
)
# "… från patienter, gärna någon som …": one among them, and no number.
# "… söker därför två till", "ytterligare tre": beside those who are there.
_MORE = re.compile(
    rf"\W*(?:(?:därför|nu|alltså|gärna|ännu|då) ){{0,2}}(?:(?P<n>{_N}) (?:st(?:ycken)? )?till|"
    rf"ytterligare (?P<further>{_N}))(?=[.,!]|$)",
    re.I,
)
_AMONG = re.compile(r"\b(?:gärna|helst|särskilt|till exempel|exempelvis|t\.ex\.) (?:också |även )?$", re.I)
_MANY = re.compile(r"\b(?:några|flera|ett antal|ett gäng|fler)\b", re.I)
_ENOUGH = re.compile(
    r"\b(?:hade varit|hade vart|toppen|perfekt|lagom|räcker|gärna|behöver|behövs|behöva|tänker|tänkt|vore|söker|"
    r"önskar|helst|stycken|minst|högst|max|bra|"
    r"bli|lagom|"
    r"vill ha|plats(?:er)?)\b",
    re.I,
)
OTHERS = re.compile(
    r"\b(?:inför|från (?:oss|vår)|utöver|tillsammans med|består|vi är|leds av|förutom|kollegor)\b", re.I
)
RATHER = re.compile(rf"\b(?:gärna|helst|hellre) (?P<n>{_N}) (?:stycken|st\b|personer|patienter|brukare)", re.I)


def people_in(part: str) -> int | None:
    """Return the number in the clause that seeks, up to what the people are to do; None where it is not said."""
    part = numbers.with_spans(part)
    if further := _MORE.match(part):
        return numbers.as_int(further["n"] or further["further"])
    counted: list[re.Match[str]] = []
    some = _SOME.search(part[:60])
    if some and ":" in part[some.end() : some.end() + 60]:
        # Behind a colon those are listed whom "någon" stands for.
        some = None
    if some and _AMONG.search(part[: some.start()]) and "," in part[: some.start()]:
        some = None
    for found in COUNT.finditer(part):
        before = part[: found.start()]
        # "tre personer som följt en närstående": only what is joined on is more people.
        first = not counted and not (some and some.end() <= found.start())
        if (
            not OTHERS.search(before)
            and not (found["noun"] == "som" and _AGES.search(before))
            and (first or _JOINED.search(before))
        ):
            counted.append(found)
    if counted and _goes_on_counting(part[counted[0].end() :]):
        more = [int(numbers.as_int(one["n"])) for one in _AND_MORE.finditer(part, counted[0].end())]
        return sum(more) + _number(counted[0])
    if _says_the_sum_first(counted, part):
        counted = counted[:1]
    if any(_is_open(found) for found in counted):
        return None
    if counted:
        # "Någon som har …, och en förälder som …"
        told = bool(some and some.start() < counted[0].start() and _JOINED.search(part[: counted[0].start()]))
        return told + sum(_number(found) for found in counted if found["noun"] != "som" or len(counted) == 1) or None
    if _MANY.search(part[:60]):
        return None
    return 1 + len(_AND_SOME.findall(part)) if some else None


# "3 personer som sitter i rullstol, 2 med synnedsättning och 1 som går med rullator": each counted by itself.
_AND_MORE = re.compile(rf"(?:,|\boch|\bsamt|\bplus)\s+(?P<n>{_N})\s+(?:som|med)\b", re.I)
_WHO_LIVES = re.compile(r"[a-zåäö]{0,3} (?:som|med) [^.!?;:(,]{3,80}?(?=,| och | samt | plus )", re.I)


def _goes_on_counting(rest: str) -> bool:
    """Tell whether what stands behind a number of people says of these alone who they are, and counts others next."""
    lives = _WHO_LIVES.match(rest)
    return bool(lives and _AND_MORE.match(rest[lives.end() :].lstrip()))


def _says_the_sum_first(counted: Sequence[re.Match[str]], part: str) -> bool:
    """Tell whether the first number counts all: "fyra personer: två som …", "sex personer, tre brukare och tre …"."""
    if len(counted) < 2:
        return False
    first, rest = counted[0], sum(map(_number, counted[1:]))
    anybody = (first["noun"] or "").casefold().startswith(_ANYBODY)
    listed = (
        part[first.end() :][:10].lstrip("er").startswith((":", " (", ", var", ", näm", ", två ", ", tre ", ", en "))
    )
    return (anybody and listed) or (_number(first) == rest > 1 and (anybody or len(counted) > 2))


def sum_in_doubt(part: str) -> tuple[int, int] | None:
    """Return a sum and what its parts come to, where they differ: "fem personer, nämligen två … och två …"."""
    counted = [found for found in COUNT.finditer(numbers.with_spans(part)) if found["noun"]][:6]
    if len(counted) < 3 or not _says_the_sum_first(counted, part):
        return None
    first, rest = _number(counted[0]), sum(map(_number, counted[1:]))
    return (first, rest) if first != rest and "minst" not in part and "varav" not in part else None


def _is_open(found: re.Match[str]) -> bool:
    """Tell whether two numbers are a choice and no range: "6 eller 8"."""
    if not found["high"] or (found["to"] or "").casefold() != "eller":
        return False
    return abs(numbers.as_int(found["high"]) - numbers.as_int(found["low"])) > 1


_TO_JOIN = re.compile(
    rf"(?<![\w-])(?P<who>{_N} (?:\w+ )?\w*(?:patient|brukar|närstående|anhörig|person|"
    rf"användar)\w*) (?:från er )?(?:ska|skall|bör|får|kan) (?:\w+ ){{0,2}}?"
    r"(?:ingå|delta|medverka|vara|sitta|få|bära|prova|testa|läsa|komma)",
    re.I,
)
# "De åtta som intervjuas får …": counts those who take part once more.
_AGAIN = re.compile(
    rf"\b(?:de|dessa|alla|samtliga) (?P<n>{_N}) (?:(?:personer|deltagare|patienter|brukare|"
    rf"medverkande)(?:na)? )?(?:som (?:\w+ )?"
    r"(?:intervjuas|deltar|medverkar|kommer|är med|testar|svarar|väljs|får)|får|kommer att|ska)\b",
    re.I,
)


def people_to_join(sentences: Sequence[Sentence]) -> int | None:
    """Return how many are to join, in a sentence that seeks nobody ("… att två patientföreträdare ska ingå")."""
    founds = (found for sentence in sentences for found in _TO_JOIN.finditer(sentence.text))
    return next((_number(count) for found in founds if (count := COUNT.match(found["who"]))), None)


def told_otherwise(sentences: Sequence[Sentence], people: int) -> int | None:
    """Return another number that the letter gives for those who take part, None where it gives none."""
    found = (found for sentence in sentences for found in _AGAIN.finditer(sentence.text))
    return next((n for one in found if (n := numbers.as_int(one["n"])) != people and n > 1), None)


def open_range(part: str) -> str:
    """Return two numbers between which a clause leaves a choice ("6 eller 8", "tre-fyra"), as written; "" for none."""
    spanned = numbers.with_spans(part)
    found = next((found for found in COUNT.finditer(spanned) if found["high"]), None)
    if found is None or OTHERS.search(spanned[: found.start()]):
        return ""
    return numbers.span_in(part) or part[found.start("low") : found.end("high")]


# "… starta en resenärspanel på åtta personer"
_GROUP_OF = re.compile(
    rf"\b\w*(?:panel|grupp|råd|jury|team)(?:en|et)? (?:på|om|med|bestående av) (?P<n>{_N}) (?:personer|"
    rf"deltagare|\w*patienter|brukare|"
    r"användare|medlemmar|ledamöter|resenärer|invånare)\b",
    re.I,
)
# How many stands in brackets: "… någon eller några (gärna 2, max 3)".
_IN_BRACKETS = re.compile(
    rf"\b(?:någon|några|personer|patienter|brukare|närstående|anhöriga|föräldrar)\w* \((?:gärna|helst|ca|cirka|"
    rf"minst|max|högst) (?P<n>{_N})\b(?! ?(?:år|min|tim))",
    re.I,
)
# "Vi är fyra revisorer men skulle behöva bli två till."
_SOME_MORE = re.compile(
    rf"\b(?:bli|behöver|behöva|söker|saknar|saknas|fattas) (?:nu |ytterligare )?(?P<n>{_N}) (?:till|fler)\b", re.I
)


def _number(found: re.Match[str]) -> int:
    if found["pair"]:
        return 2
    low = numbers.as_int(found["low"])
    # Of a range the fewest count, as in the box of a form; how many it is is asked.
    return min(low, numbers.as_int(found["high"])) if found["high"] else low


def people_added(sentences: Sequence[Sentence], rest: str, whole: str, *, unsaid: bool) -> int | None:
    """Return the number that another sentence gives ("gärna två stycken"), or the `whole` one around a clause."""
    if rather := RATHER.search(rest):
        return numbers.as_int(rather["n"])
    if unsaid and (bare := next((b for s in sentences if "seek" in s.cues and (b := _BARE.search(s.text))), None)):
        return numbers.as_int(bare["n"])
    every = (*sentences, Sentence(whole, frozenset()))
    for pattern in (_SOME_MORE, _IN_BRACKETS, _GROUP_OF):
        if more := next(
            (
                m
                for s in every
                if (m := pattern.search(s.text)) and (pattern is _SOME_MORE or not OTHERS.search(s.text))
            ),
            None,
        ):
            return numbers.as_int(more["n"])
    many = unsaid and bool(_MANY.search(rest[:60]))
    for sentence in sentences:
        text = sentence.text
        found = COUNT.search(text)
        if found and found["noun"] and _ENOUGH.search(text) and not OTHERS.search(text) and found["noun"] != "som":
            count = _number(found)
            if count > 1 or (not many and re.search(r"\bräcker\b", text)):
                return count
    return None
