"""What a person does not want to do, in free words: refusals of a kind of participation, and smaller wishes."""

import re
from dataclasses import dataclass
from functools import lru_cache

from medverkan.matching.activities import (
    AUDIT,
    COMMENT,
    COUNCIL,
    FOCUS,
    INCIDENT,
    INTERVIEW,
    PROJECT,
    RECRUIT,
    RESEARCH,
    REVIEW,
    RISK,
    STEERING,
    SURVEY,
    TEACH,
    TEAM,
    TELL,
)

TELEPHONE, CROWDS, SCREENS, CAMERA, TRAVEL = "telefon", "stora grupper", "skärm", "filmas", "resor"
_KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    (
        r"inför (en |ett |flera |mycket |massa |många |hela |större |stor |stora |hela den |"
        r"ett helt )?(grupp|folk|publik|personal|människor|främmande|andra|klass|sal|åhörare|"
        r"kamera)|"
        r"\bscen\b|estrad|podium|föreläs|hålla (ett )?(tal|föredrag)|\btala (offentligt|inför)|prata inför|"
        r"tal inför|talarstol|i mikrofon|stå (längst )?fram|"
        r"berätta (min|om min|om mig|min egen) |berätta (för|inför) |\bberätta\b(?! om andra)|"
        r"offentligt framträd|framträda",
        frozenset({TELL, TEACH}),
    ),
    (r"undervis|utbilda |utbildning", frozenset({TEACH, TELL})),
    (
        r"(?<!telefon)(?<!video)(?<!anställnings)(?<!rekryterings)intervju(?!\w*( \w+){0,2} (via|per|på|i|av) "
        r"(telefon|journalist|media|press|tidning|radio|tv))|utfrågad|bli utfråg",
        frozenset({INTERVIEW}),
    ),
    (
        r"fokusgrupp|gruppsamtal|gruppdiskussion|gruppintervju|workshop|diskutera i grupp|"
        r"prata i grupp|i grupp\b|inga grupper|ej grupp|^\W*(i )?grupp(er|en)?\W*$|"
        r"(bara|endast|enbart) (\w+ ){0,2}(en och en|en mot en|enskil\w+|på tu man hand)|"
        r"träffa (andra|okända|främmande)",
        frozenset({FOCUS}),
    ),
    (
        r"^\W*(alla |några )?möten\W*$|möten över ?huvud|"
        r"\b(inga|alla|gå på) möten\b(?! (på|efter|före|kväll|med|över))",
        frozenset({COUNCIL, STEERING, FOCUS, PROJECT, TEAM}),
    ),
    (
        r"\bråd\b|råd och|kommitt|styrelse|protokoll|ledningsgrupp|styrgrupp|nämnd|formella möten|"
        r"byråkrati|sammanträd|(sitta|vara med) (i|på|med i) (\w+ )?möten|brukarråd|patientråd",
        frozenset({COUNCIL, STEERING}),
    ),
    (r"ledningsgrupp|styrgrupp|chefer", frozenset({STEERING})),
    (r"stora (möten|sammankomster)|möten med (mycket|många)|konferens", frozenset({STEERING, TEACH})),
    (r"arbetsgrupp|projektgrupp|referensgrupp|projekt", frozenset({PROJECT})),
    (r"förbättringsteam|förbättringsarbete", frozenset({TEAM})),
    (
        r"hem till (andra|folk|främmande)|fråga ut|besöka (andra|boende)|granska (andra|personal|"
        r"boende)|revision",
        frozenset({AUDIT}),
    ),
    (
        r"läs\w* (\w+ )?(text|papper|handling|material|dokument|broschyr|lunt)|granska text|"
        r"korrekturläs|skriftlig|skriva",
        frozenset({REVIEW, COMMENT, SURVEY}),
    ),
    (r"enkät|formulär|blankett", frozenset({SURVEY})),
    (r"remiss", frozenset({COMMENT})),
    (r"forsk|studier|medicinska försök|försökskanin|försöksperson", frozenset({RESEARCH})),
    (r"rekryter|anställ|upphandl", frozenset({RECRUIT})),
    (r"riskanalys", frozenset({RISK})),
    (r"händelseanalys|lex maria|utreda fel|händelser? där|gått fel|vårdskad|avvikelse", frozenset({INCIDENT})),
)
_WISHES = (
    (TELEPHONE, r"telefon|i luren|ringa|\bmobil"),
    (
        CROWDS,
        r"stora (möten|grupper|sammanhang|sällskap)|stor grupp|större (grupp|möten|sammanhang)|"
        r"mycket folk|många människor|folksamling|trängsel",
    ),
    (SCREENS, r"dator|\bappar?\b|digital|teams|zoom|skärm|videomöte|video|internet|nätet|teknik"),
    (CAMERA, r"film|foto|kamera|inspel|bild på|tidning|media|press"),
    (TRAVEL, r"\bres(a|or)\b|åka långt|köra|flyga"),
)
_NOTHING = re.compile(
    r"^\W*(inget|inga|nej|ingenting|vet ej|vet inte|-|–|inget särskilt|allt går bra|kan göra allt)?\W*$"
)
_DIGITAL = frozenset(
    {"enbart", "endast", "bara", "helt", "via", "på", "digitalt", "digital", "digitala", "möte", "distans", "teams",
     "zoom", "video", "videomöte"}
)  # fmt: skip
_MILDER = re.compile(r"\b(stora|stor|större|långa|hela dagar|ensam|själv|sent|tidigt|för länge)\b")


@dataclass(frozen=True, slots=True)
class Refusals:
    """The kinds refused outright, and the wishes that are only concerns."""

    kinds: frozenset[str] = frozenset()
    wishes: frozenset[str] = frozenset()
    firm: frozenset[str] = frozenset()  # the wishes that are more than a preference


@lru_cache(maxsize=1_024)
def refusals(unwilling: str) -> Refusals:
    """Read what a person does not want to do."""
    low = " ".join(unwilling.lower()[:1_000].split())
    if _NOTHING.match(low):
        return Refusals()
    wishes: set[str] = set()
    refused: set[str] = set()
    firm: set[str] = set()
    for part in re.split(r"[,.;]|\boch inte\b|\bsamt\b", low):
        wished = {name for name, spelling in _WISHES if re.search(spelling, part)}
        wishes |= wished
        # "Helst inte" is a wish, whatever follows.
        if re.search(r"\bhelst\b", part):
            continue
        firm |= wished
        mild = bool(_MILDER.search(part)) and bool(wished or re.search(r"grupp|möte", part))
        for spelling, kinds in _KINDS:
            if re.search(spelling, part) and not (mild and not re.search(r"inför|scen|stora möten|möten med", part)):
                refused |= kinds
    return Refusals(frozenset(refused), frozenset(wishes), frozenset(firm))


def refuses(said: Refusals, kinds: frozenset[str], activity_text: str, place_text: str) -> bool:
    """Tell whether the person refuses what the request is for.

    A wish counts as a refusal only where the request is nothing but that: a telephone interview, a test of an app.
    """
    if kinds and kinds & said.kinds:
        return True
    low = activity_text.lower()
    if (
        SCREENS in said.wishes
        and REVIEW in kinds
        and re.search(r"digital|app\b|appar|användartest|webb|e-tjänst|1177", low)
    ):
        return True
    if SCREENS in said.firm and _only_digital(place_text):
        return True
    if TELEPHONE in said.wishes and (
        re.search(r"telefon", low) or re.fullmatch(r"\W*(per |på |via )?telefon\W*", place_text.lower())
    ):
        return True
    return CAMERA in said.wishes and bool(re.search(r"\bfilm|podd|\bfoto", low))


def _only_digital(place: str) -> bool:
    words = re.findall(r"\w+", place.lower()[:200])
    return bool(words) and set(words) <= _DIGITAL
