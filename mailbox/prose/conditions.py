"""What those who are sought are to have lived through, said in a sentence of its own and not where they are sought."""

import re
from collections.abc import Sequence

from medverkan.mailbox.prose.count import OTHERS
from medverkan.mailbox.prose.experience import COMES, EXPERIENCED
from medverkan.mailbox.prose.lives import perspectives_of_experience, speaks_of_disability, speaks_of_illness
from medverkan.mailbox.prose.sentences import Sentence
from medverkan.mailbox.prose.tasks import TIMED, who_part

_MUST = re.compile(
    r"\b(?:den|de|dem|deltagarna|personen|personerna|patienterna|man|du|alla|ni|hen|vederbörande|\w*representanten|"
    r"\w*företrädaren|ledamoten|"
    r"hon eller han|han eller hon)\b[^.!?]{0,40}?\b(?:bör|ska|"
    r"skall|behöver|måste|får "
    r"gärna)\b (?:gärna |helst |själv |själva )?(?P<lived>(?:ha|vara|själv|leva|bo|kunna)\b[^.!?]{4,200})",
    re.I,
)
_LIVES = re.compile(
    r"\bsom\s+(?:själva? |nyligen |tidigare |länge |nu )?(?P<lived>(?:har|haft|lever|levt|legat|fått|vårdats|"
    r"genomgått|"
    r"behandlats|opererats|drabbats|bott|bor|insjuknat|gått|åkt|sökt|väntat|använt|mött|upplevt|förlorat|mist|fött|"
    r"vårdat|varit)\b[^.!?,]{3,120})",
    re.I,
)
_FOLK = re.compile(
    r"\bdet (?:ska|bör|får gärna|kan) vara (?P<lived>(?:folk|någon|personer|patienter|brukare|anhöriga|"
    r"närstående) (?:som|med) [^.!?]{4,200})",
    re.I,
)
_CONDITION = re.compile(
    r"\b(?:ser|vill|önskar|hoppas)(?: vi| jag)?(?: gärna| helst)? att (?:du|personen|hen|den|de|ni|hon|han) "
    r"(?P<wished>(?:själva? )?(?:har|är|lever|bor|haft|fått)\b[^.!?]{4,160})|"
    r"\b(?:bra|bäst|fint|viktigt|viktiga(?:ste)?|gärna|plus|krav(?:et|en)?(?: är \w+:)?|önskvärt|helst) (?:är )?"
    r"(?:om|att) (?:person\w*|hen|man|de|den|hon|"
    r"han|ni) (?P<lived>(?:själva? )?(?:har|bor|haft|är|lever|varit|går|fått)\b[^.!?,]{4,160})",
    re.I,
)
_REQUIRED = re.compile(
    r" (?:är (?:ett |en )?(?:krav|måste|önskvärt|plus|bra|fördel|meriterande|viktigt)|krävs|"
    r"behövs|önskas|efterfrågas|prioriteras)\b.*$",
    re.I,
)
# "Du som söks har haft någon inlagd hos oss."
_AND_ACTS = re.compile(
    r",? och (?=(?:sitta|vara|delta|läsa|komma|kunna|medverka|berätta|vilja|ha lust|tycka)\b)|"
    r",? men får inte\b",
    re.I,
)
_WHO_IS_SOUGHT = re.compile(
    r"\b(?:du|den|de|dem|personen|personerna) (?:som söks|vi söker|vi (?:tänker|"
    r"tänkt) (?:på|oss)|som vi söker) (?P<lived>(?:har|ska|bör|är|behöver|kan)\b[^.!?]{4,160})",
    re.I,
)
_LABELLED = re.compile(
    r"^(?:kriterie\w*|krav\w*|erfarenhet\w*|målgrupp\w*|urval|"
    r"profil)\s*:\s*(?P<lived>[^.!?]{4,200})",
    re.I,
)
_DAY_ABOUT = re.compile(
    r"\b[a-zåäö]*(?:dag|kväll|middag|utbildning|föreläsning|seminarium|konferens|workshop|panelsamtal|broschyr|"
    r"folder|"
    r"patientinformation|film)(?:en|et)? "
    r"(?:om|kring) (?P<what>[^.!?,]{3,60})",
    re.I,
)
# "Ämnet är livet efter stroke", "det handlar om demens", "en vägledning för uppföljning efter suicidförsök"
_SUBJECT_IS = re.compile(
    r"\b(?:ämnet|temat|tema|rubriken|fokus|frågan) (?:är|blir|för \w+ är):? (?P<what>[^.!?,]{3,60})|"
    r"\b(?:handlar|rör sig) om (?P<about>[^.!?,]{3,60})|"
    r"\b[a-zåäö]*(?:grupp|vägledning|rutin|riktlinje|program|projekt|process|behandling|mottagning|utveckling|stöd|"
    r"uppföljning|vård)(?:en|et|er|erna|s)? (?:för|efter|vid|av) (?P<of>[^.!?,]{3,70})",
    re.I,
)
_DAY_ENDS = re.compile(
    r" (?:och|på|i|för|hos|där|som|med|under|vid|till|när|kl)\b| (?:mån|tis|ons|tors|fre|lör|sön)dag", re.I
)
_TARGET = re.compile(
    r"\b(?:för|om|kring|hos) (?P<lived>(?:personer|barn|unga|patienter|äldre|vuxna|kvinnor|män|människor|"
    r"ungdomar) med [^.!?,]{3,100})",
    re.I,
)
# "… familjer där någon nyligen fått en hjärnskada"
_WHERE_SOME = re.compile(
    r"\b(?:där|vars|vilkas) (?:någon|en familjemedlem|barn\w*|anhöriga?|en \w+) (?P<lived>(?:just |nyligen |"
    r"nyss )?(?:fått|har|lever|drabbats|insjuknat|vårdas)"
    r"\b[^.!?,]{3,120})",
    re.I,
)

# "Det handlar om hur man orkar när någon i familjen har schizofreni."
_WHEN_KIN = re.compile(
    r"\bnär (?P<lived>(?:någon (?:i (?:familjen|ens familj)|nära|man älskar)|"
    r"(?:ens|sitt|sin) (?:eget |egen )?[a-zåäö]+) (?:just |nyligen )?"
    r"(?:fått|får|har|lever|drabbats|drabbas|insjuknat|insjuknar|vårdas)\b[^.!?,]{3,120})",
    re.I,
)


def set_conditions(sentences: Sequence[Sentence]) -> str:
    """Return the experience that a sentence of its own asks for, "" for none."""
    for sentence in sentences:
        if found := next(
            (f for p in (_LABELLED, _WHO_IS_SOUGHT, _MUST, _FOLK, _CONDITION) if (f := p.search(sentence.text))), None
        ):
            said = _AND_ACTS.split(_REQUIRED.sub("", TIMED.sub("", found.groupdict().get("wished") or found["lived"])))[
                0
            ].strip(" ,;:")
            if perspectives_of_experience(said) or "erfarenhet" in said or found.re in (_LABELLED, _WHO_IS_SOUGHT):
                return said
    found = next((e for s in sentences if (e := EXPERIENCED.search(s.text)) and not OTHERS.search(s.text)), None)
    return _REQUIRED.sub("", who_part(found["lived"])).strip(" ,;:") if found else ""


def subject_of_day(sentences: Sequence[Sentence]) -> str:
    """Return the illness that a day or an evening is about, which who tells of it lives with; "" for none."""
    return _illness_named(sentences, _DAY_ABOUT)


def subject_of_work(sentences: Sequence[Sentence]) -> str:
    """Return the illness that the work is about, "" for none; who of those sought has it is not said."""
    return _illness_named(sentences, _SUBJECT_IS)


def _illness_named(sentences: Sequence[Sentence], pattern: re.Pattern[str]) -> str:
    for found in (found for s in sentences[:8] for found in pattern.finditer(s.text)):
        what = next(part for part in found.groups() if part)
        said = _DAY_ENDS.split(TIMED.sub("", what))[0].strip(" ,;:")
        if _ILL_NOUN.search(said) and (speaks_of_illness(said) or speaks_of_disability(said)):
            return said
    return ""


# Not the care ("vår behandling", "patienter"), but what one has.
_ILL_NOUN = re.compile(r"(?!patient|brukar|behandl|mottagning|avdelning|sjukhus|klinik)\b[\wåäö-]{4,}", re.I)


def lived_by(sentences: Sequence[Sentence]) -> str:
    """Return what those have lived through whom the letter is about, "" where it does not say."""
    patterns = (_LIVES, _TARGET, _WHERE_SOME, _WHEN_KIN)
    found = next((found for p in patterns for s in sentences[:12] if (found := p.search(s.text))), None)
    return COMES.split(found["lived"])[0].strip(" ,;:") if found else ""
