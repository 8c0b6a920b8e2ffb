"""What a value looks like, whatever it stands beside: a person, a unit, a number, a day, a few words, a long text.

Only the looks; which field has such values is for `remaining`.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from medverkan.mailbox.forms.naming.offered import is_channel_alone
from medverkan.mailbox.forms.naming.suits import holds_any, is_activity, is_address, is_phone
from medverkan.mailbox.forms.values import options

MAX_LOOKED_AT = 600
_FEW, _SOME, _LONG = 3, 8, 15
_CHANNEL_WORDS = 4
_CHANNEL = re.compile(
    r"\b(?:sms|telefon|mobil|e-?post|mejl\w*|mail\w*|brev|ring\w*|telefonsamtal|samtal|sms:a)\b", re.I
)
_YES_OR_NO = 12
_LISTED = re.compile(r"[,;/\[\]\"]+")
_TELLING = frozenset((
    "mail", "phone", "person", "organisation", "unit", "dated", "perspective", "count", "year", "channel", "focus",
))  # fmt: skip
_FIGURE = re.compile(r"\d")
_NUMBER = re.compile(r"\d{6}|\d{3}[ -]\d")
_PERSON = re.compile(
    r"^[A-ZÅÄÖ][\w'’-]+(?: [A-ZÅÄÖ]\.?)?(?: (?:af|von|de))?(?: [A-ZÅÄÖ][\w'’-]+){1,2}(?=$|[,\n(]| (?:0|\+46))"
)
_ORGANISATION = re.compile(
    r"(?:region|landstinget) [A-ZÅÄÖ]|\b[A-ZÅÄÖ]\w+s? (?:kommun|landsting)\b|\b(?:AB|förvaltning\w*|stiftelsen)\b", re.I
)
# A unit is named, not spoken of: "mat från hemtjänsten" is none.
_UNIT = re.compile(
    r"^(?!.{0,80}\b(?:från|av|hos|efter|med|inom|i|på|till) (?!\w+ ?$|[A-ZÅÄÖ]))[A-ZÅÄÖ].{0,60}"
    r"(?:mottagning|klinik|avdelning|vårdcentral|hälsocentral|team\b|teamet\b|sjukhus|hemtjänst|boende|verksamhet|enhet(?:en)?\b|centralen?\b|centrum|"
    r"skolan?\b|elevhälsan?\b|\bBUP\b|psykiatrin?\b|habiliteringen\b|rehab\b|akuten|ambulansen|folktandvården|"
    r"vården\b|apotek|geriatriken|\bBB\b)|^(?:BUP|BB|Rehab|Team|Avdelning|Enheten)\b",
)
_COUNT = re.compile(
    r"^\W*(?:(?:ca|cirka|minst|högst|max|upp till|gärna) )?"
    r"(?:\d{1,2}|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv)"
    r"(?:\s?(?:-|–|till|eller) ?\d{1,2})?(?: ?(?:st|stycken|personer|person|pers|deltagare|invånare|unga)\b"
    r".{0,20})?\.?$",
    re.I,
)
_TIMES = re.compile(
    r"^\W*(?:\d{1,2}|en|ett|två|tre|fyra|fem|sex) (?:gång|gånger|tillfälle\w*|träff\w*|möten?|uppdrag)\b", re.I
)
_DURATION = re.compile(
    r"^\W*(?:ca |cirka |max |högst )?(?:\d{1,3}(?:[.,]\d)?|en|två|tre|halv) ?(?:min\w*|tim\w*|h|dag(?:ar)?)\b", re.I
)
_CLOCK = re.compile(
    r"^(?:(?:kl\.? ?|klockan )\d{1,2}(?:[.:]\d\d)?|\d{1,2}[.:]\d\d|\d{1,2}(?= ?[-–] ?\d))"
    r"(?: ?[-–] ?\d{1,2}(?:[.:]\d\d)?)?$",
    re.I,
)
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_DIGITS = re.compile(r"^(?!\d{4}-\d\d-\d\d)[\d -]{3,12}$")
_ADDRESS = re.compile(
    r"\w(?:gatan|vägen|gata|väg|gränd|torget|torg|stigen|allén?|backen) ?\d|\b\d{3} ?\d\d [A-ZÅÄÖ]", re.I
)
_PERSPECTIVE = re.compile(
    r"(?:(?:en|ett|flera|egna?|gärna|både|och|o|and|or|samt|eller|för|till|as|som|mig|själv|jag|är|patients?|patienter|patienten|patienternas|patientens|brukare|brukarens|brukarnas|"
    r"närståendes|anhörigas|anhörigs|"
    r"klient|klienter|närstående|anhörig|anhöriga|relatives?|next of kin|family|members?|carers?)\b"
    r"[ ,;:/&.()\n]*){1,10}$",
    re.I,
)
_PLACE = re.compile(
    r"(?:gatan|vägen|gränd|torget|torg|plan|allén?)\b|\b(?:rum|sal|salen|lokal|plan|våning|aulan?|konferens\w*|entré\w*|"
    r"bibliotek\w*|stadshuset|kommunhuset|församlingshemmet|hörsalen|hemma|hos)\b|\w(?:rum|rummet|sal|salen|huset|gården)\b",
    re.I,
)
_DATED = re.compile(
    r"\b(?:19|20)\d\d-\d\d|\b\d{1,2}[/.] ?\d{1,2}(?!\d)|\d ?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)|"
    r"\b(?:mån|tis|ons|tors?|fre|lör|sön)(?:dag\w*|\b)|\bvecka \d|\bv\.? ?\d|\bkl\b|klockan",
    re.I,
)
_REMOTE = re.compile(r"\b(?:teams|zoom|digitalt|länk|online|video\w*)\b", re.I)
_ACCESS = re.compile(r"\bhiss|ramp|slinga|rullstol|\btolk|tröskl|trapp|dörröppn|automatdörr|toalett|tillgänglig", re.I)
_TRAVEL = re.compile(r"\b(?:mil|km|buss\w*|bil|tåg\w*|färdtjänst|inom|reser?|restid|cykel|länet|kommunen)\b", re.I)
_YEARS = re.compile(r"\b(?:år|sedan|sen|månader|i \w+ år)\b|(?:19|20)\d\d", re.I)
_MONEY = re.compile(
    r"arvod|ersätt|\bkr\b|kronor|reseersättning|\bres(?:a|an|or)\b|milersättning|presentkort|fika|utlägg|taxa", re.I
)
_ANY_DAY = re.compile(
    r"\bvecka|\bveckor|\bv\.? ?\d|vår(?:en)?\b|höst(?:en)?\b|månad|dagar\b|kväll|helg|(?:för|efter)middag|vardag|"
    r"dagtid|överenskommelse",
    re.I,
)


@lru_cache(maxsize=2048)
def kinds_of(value: str) -> frozenset[str]:
    """Return every kind that a value looks like; () for an empty one."""
    ticked = options.ticked(value[:MAX_LOOKED_AT])
    said = " ".join((value[:MAX_LOOKED_AT] if ticked is None else ", ".join(ticked)).split())
    if not said:
        return frozenset()
    words = len(said.split())
    found = {"one" if words < _FEW else "few" if words < _SOME else "some" if words < _LONG else "long"}
    found |= {name for name, looks in _LOOKS if looks(said)}
    if words >= _SOME and said[-1] in ".!":
        found.add("sentence")
    if words < _SOME:
        found |= _of_few_words(said)
    return frozenset(found)


def tells_of_a_form(value: str) -> bool:
    """Tell whether a value is of a kind that forms ask for, such as an address, a day or a perspective."""
    return bool(kinds_of(value) & _TELLING)


def _of_few_words(said: str) -> set[str]:
    found = {name for name, looks in _SHORT_LOOKS if looks(said)}
    if "person" in found and found & {"unit", "organisation", "place"}:
        found.discard("person")
    return found


def _within(shape: re.Pattern[str], stems: Sequence[str] = (), *, figures: bool = False) -> Callable[[str], bool]:
    """Return a look for a shape, tried only where a stem that is in all it finds stands, or, by `figures`, a figure."""
    if not stems and not figures:
        return lambda said: bool(shape.search(said))

    def looks(said: str) -> bool:
        may_look = (figures and bool(_FIGURE.search(said))) or holds_any(said, stems)
        return may_look and bool(shape.search(said))

    return looks


def _is_contact(said: str) -> bool:
    """Tell of a name with a number or an address, or of both without a name."""
    mail, number = "@" in said, bool(_NUMBER.search(said))
    return (mail and number) or ((mail or number) and bool(_PERSON.match(said)))


def _is_perspective(said: str) -> bool:
    return bool(_PERSPECTIVE.match(said)) and bool(options.perspectives(said, kin=True))


def _is_channel(said: str) -> bool:
    return is_channel_alone(said) or (len(said.split()) <= _CHANNEL_WORDS and bool(_CHANNEL.search(said)))


def _is_focus(said: str) -> bool:
    parts = [part for part in _LISTED.split(said) if part.strip()]
    return bool(parts) and all(part.casefold().strip(" .") in options.FOCUS_AREAS for part in parts)


_LOOKS = (
    ("mail", is_address), ("contact", _is_contact),
    ("dated", _within(_DATED, ("mån", "tis", "ons", "tor", "fre", "lör", "sön", "kl"), figures=True)),
    ("any_day", _within(_ANY_DAY, (
        "veck", "vår", "höst", "månad", "dag", "kväll", "helg", "överenskommelse",
    ), figures=True)),
    ("address", _within(_ADDRESS, figures=True)),
    ("access", _within(_ACCESS, (
        "hiss", "ramp", "sling", "rullstol", "tolk", "tröskl", "trapp", "dörr", "toalett", "tillgänglig",
    ))),
    ("money", _within(_MONEY, ("arvod", "ersätt", "kr", "res", "fika", "utlägg", "taxa"))),
    ("travel", _within(_TRAVEL, (
        "mil", "km", "bus", "bil", "tåg", "färdtjänst", "inom", "res", "cykel", "länet", "kommunen",
    ))),
    ("years", _within(_YEARS, ("år", "se", "månad", "19", "20"))),
)  # fmt: skip
_SHORT_LOOKS = (
    ("phone", is_phone), ("perspective", _is_perspective), ("channel", _is_channel), ("activity", is_activity),
    ("focus", _is_focus), ("format", options.is_bare_format),
    ("yes_no", lambda said: len(said) < _YES_OR_NO and options.yes_no(said) is not None),
    ("organisation", _within(_ORGANISATION, ("region", "landsting", "kommun", "ab", "förvaltning", "stiftelsen"))),
    *((name, _within(shape)) for name, shape in (
        ("person", _PERSON), ("unit", _UNIT), ("count", _COUNT), ("times", _TIMES),
        ("duration", _DURATION), ("clock", _CLOCK), ("year", _YEAR), ("digits", _DIGITS), ("place", _PLACE),
        ("place", _REMOTE),
    )),
)  # fmt: skip
