"""What those who are sought are to have lived through: in the clause that seeks, or in one that sets conditions."""

import re
from collections.abc import Sequence

from medverkan.mailbox.forms.values.numbers import NUMBER
from medverkan.mailbox.prose.count import OTHERS
from medverkan.mailbox.prose.lives import perspectives_of_experience, speaks_of_disability, speaks_of_illness
from medverkan.mailbox.prose.seeking import WHO_WORD
from medverkan.mailbox.prose.sentences import Sentence
from medverkan.mailbox.prose.tasks import GATHERING, TIMED, who_part, without_gathering

_FOR = re.compile(
    rf",?\s*\b(?<!suttit )(?<!varit med )(?<!deltagit )(?<!ingått )(?!i dag\b)(?:(?:till|i|på|vid|för|inför) "
    rf"(?:(?:en|ett|vår|vårt|våra|den|det|"
    rf"nya?) )?(?:[a-zåäö]+ )?[a-zåäö-]*{GATHERING}(?:(?!,\s(?:varav |gärna |helst |både )?(?:{NUMBER}|som|"
    rf"med)\b).)*|"
    r"för (?:att|medverkan)\b.*|så att\b.*)",
    re.I,
)
LIVED = re.compile(
    r"\bsom\s+(?!(?:kan|kunde|vill|skulle|gärna|ska|kommer|vågar|vi|jag|ni|de|man|hon|han|inte|säger|berättar|läser|"
    r"tycker|hjälper|granskar|testar|provar|svarar|tittar|ger|leder|föreläser)\b)(?!har (?:lust|"
    r"möjlighet|tid|"
    r"intresse)\b)"
    r"(?!är (?:villig|beredd|intresse))(?!(?:[a-zåäö]+ )?(?:ledam|medlem|representant|deltagare|medforskare|expert|"
    r"rådgivare|test|föreläsare|bollplank|bisittare|läsare|granskare|referens|"
    r"stöd)[a-zåäö]*\b)(?P<lived>[^.!?]{4,300})",
    re.I,
)
_EXPERIENCED = re.compile(
    r"\b(?P<lived>(?:egen |egna |lång |personlig |stor |viss )*erfarenhet(?:er)? (?:av|kring|från|som|"
    r"om) [^.!?]{3,200})",
    re.I,
)
_RELATIVE_OF = re.compile(
    r"(?<![\w-])(?P<lived>(?:närstående|anhöriga?|föräldrar|förälder|mamm\w+|papp\w+|syskon|mak\w+|sambo\w*|"
    r"partner\w*|barn) till "
    r"[^.!?]{3,200})",
    re.I,
)
# "… föräldrar vars barn fick pump"
_WHOSE = re.compile(rf"(?<![\w-])(?P<lived>{WHO_WORD}(?: [a-zåäö]+){{0,3}},? vars [^.!?]{{4,200}})", re.I)
_USERS = re.compile(r"\b(?:användare|brukare|mottagare) (?P<lived>av [^.!?,]{3,80})", re.I)
_WITH = re.compile(
    rf"(?<![\w-])(?P<lived>{WHO_WORD}(?: (?:mellan |i åldern |från )?\d+ ?(?:-|–|och|till) ?\d+ år)?,?\s+med\s+"
    rf"[^.!?]{{3,200}})",
    re.I,
)
_AND_SO = re.compile(r",?\s(?:och|så|men)\s(?:vi\b|jag\b|vill\b|därför|behöver\b|söker\b)", re.I)
_BEING = re.compile(
    r"\bhur (?:det|de|d) (?:är|var|känns|kändes|kan vara) (?:att|när) (?P<lived>(?:ens\b|man\b|någon\b|barnet\b|få|"
    r"bo|bli|dö|gå|må|se|"
    r"[a-zåäö]{1,20}as?)\b[^.!?]{3,160})",
    re.I,
)
# "Temat är att vara förälder till ett vuxet barn som mår dåligt."
_AS_KIN = re.compile(
    r"\batt (?P<lived>vara (?:förälder|anhörig|närstående|mamma|pappa|syskon|partner) (?:till|åt) [^.!?]{3,100}|"
    r"leva nära [^.!?]{3,100})",
    re.I,
)
# Who is to lecture on living with something lives with it.
# "… som har gjort det": what, stands before.
_AS_SAID = re.compile(
    r"(?:själva? |nyligen |redan )?(?:har |haft |hade )?(?:gjort|varit med om|gått igenom|upplevt|fått|haft|"
    r"prövat)? ?"
    r"(?:det|detta|samma (?:sak|resa))\b(?! (?:som|att)\b).{0,40}",
    re.I,
)
# "… anhöriga till brukare": who, and not what they have lived through.
_BARE_TIE = re.compile(r"\w+ till (?:brukare|patienter|en patient|en brukare|dem|dessa|någon av dem)", re.I)
# "… någon som är med på intervjuerna": what they do.
_IS_THERE = re.compile(r"(?:är|sitter|kommer|följer|vara) med\b.*", re.I)
_LECTURES_ON = re.compile(
    r"\b(?:föreläsa|föreläser|undervisa|hålla (?:en |ett )?(?:kort )?(?:föreläsning|föredrag))\b[^.!?]{0,60}? om "
    r"att leva med (?P<what>[^.!?,]{2,60}?)(?= för | hos | på | till | i |[.!?,]|$)",
    re.I,
)
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
# "… att någon som har bott i stödboende kommer och berättar": here what they have lived through ends.
# "… som har en god man, och ställa frågor till dem"
_THEN = re.compile(
    r" och (?:tycker|gillar) |,? (?:och|o|samt) (?=[a-zåäö]{2,}a (?:frågor|med|till|dem|på|om|sig|in|ner|efter)\b)",
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
_COMES = re.compile(
    r"(?<!som)(?<!inte)(?<! och),? (?:ska|skall|skulle|bör) (?:därför |gärna |också )?(?:få |kunna )?[a-zåäö]{2,}\b|"
    r"(?<!som)(?<!att) vara med\b|"
    r" (?:om de (?:vill|kan|skulle)|ifall de)\b|"
    r" (?:skulle räcka|räcker|vore)\b|"
    r"(?<!som) (?:gick|läste|tittade|kom|satt|berättade|testade|gav|provade|följde|hjälpte|hade varit|"
    r"vore) (?!på bup|hos|i )|"
    r" (?:kommer|kunde|kan|skulle|ville|vill|deltar|får|är med) (?:och|kunna|komma|vara|med|gärna|att|hit|till|in|"
    r"berätta|delta|prata)\b|(?<!som) (?=(?:sitter (?:med|i)|är med)\b)| (?=få (?:känna|prova|se|testa|tycka|vara|"
    r"höra|"
    r"läsa)\b)|(?<! att) (?=(?:"
    r"använda|prova|testa|läsa|granska|fylla i|svara på|smaka) )| (?=(?:(?:prov|genom|"
    r"korrektur)?(?:läser|svarar|testar|provar|granskar|provkör|använder sen)|"
    r"föreläser|tycker till|fyller i|går igenom|tittar på)\b)",
    re.I,
)
PATIENTS = re.compile(
    r"(?<![\w-])(?P<lived>[a-zåäö]{3,}(?:patienter?\b|iker\b)(?= |$)(?:(?! som\b)[^.!?,]){0,40})", re.I
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


def experience_in(text: str) -> str:
    """Return what the people are to have lived through, without what they are to do."""
    part = without_gathering(_FOR.sub("", who_part(text)))
    matches = (pattern.search(part) for pattern in (LIVED, _EXPERIENCED, _RELATIVE_OF, _WITH, _WHOSE, _USERS))
    found_lives: list[str] = []
    for found in sorted((match for match in matches if match), key=lambda match: match.start()):
        said = _THEN.split(_COMES.split(TIMED.sub("", found["lived"]))[0])[0].strip(" ,;:")
        # "… och en anhörig" is somebody else.
        said = re.sub(r",? (?:och|samt) (?:en|ett|två) (?:anhörig|närstående)\w*$", "", said)
        said = re.sub(r",? (?:och|samt) gärna (?:deras|någon|några|en) (?:anhörig|närstående).*$", "", said)
        if len(said) >= 4 and not any(p.fullmatch(said) for p in (_AS_SAID, _BARE_TIE, _IS_THERE)):
            found_lives.append(said)
    if found_lives:
        # Of two clauses the one that names an illness or a service tells more: "… som har varit frisk några år".
        return next((said for said in found_lives if tells_a_life(said)), found_lives[0])
    if being := being_in(text):
        return being
    if lectures := _LECTURES_ON.search(text):
        return TIMED.sub("", f"leva med {lectures['what']}").strip(" ,;:")
    sort = PATIENTS.search(part)
    return sort["lived"].split(" i ")[0].strip(" ,;:") if sort else ""


# "… lever med sjukdomen": which, stands elsewhere.
_POINTS_BACK = re.compile(
    r"(?:själva? )?(?:lever|levt|har|haft|har haft|drabbats) (?:av |med )?(?:själva? )?(?:sjukdomen|diagnosen|"
    r"tillståndet|den|det|detta)\b.*",
    re.I,
)


def says_little(said: str) -> bool:
    """Tell whether an experience points to what stands elsewhere ("lever med det"), or says that it is over."""
    return bool(
        _POINTS_BACK.fullmatch(said)
        or "frisk" in said
        or re.search(r"\b(?:varit|legat|suttit|bott|gått) där\b", said)
        or bool(
            re.match(r"(?:är|var|blir) (?:rädda?|oroliga?|arga?|osäkra?|nyfik\w+|intresserade?|missnöjda?)\b", said)
        )
    )


def tells_a_life(said: str) -> bool:
    """Tell whether words name an illness, a service or an experience."""
    if _POINTS_BACK.fullmatch(said):
        return False
    return bool(
        perspectives_of_experience(said)
        or speaks_of_disability(said)
        or "erfarenhet" in said
        or said.startswith("vet hur")
    )


def being_in(text: str) -> str:
    """Return what it is like to do or to have ("hur det är att söka försörjningsstöd"), "" where that is not asked."""
    found = _BEING.search(text) or _AS_KIN.search(text)
    return _AND_SO.split(TIMED.sub("", found["lived"]))[0].strip(" ,;:") if found else ""


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
    found = next((e for s in sentences if (e := _EXPERIENCED.search(s.text)) and not OTHERS.search(s.text)), None)
    return _REQUIRED.sub("", found["lived"]).strip(" ,;:") if found else ""


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
    patterns = (_LIVES, _TARGET, _WHERE_SOME)
    found = next((found for p in patterns for s in sentences[:12] if (found := p.search(s.text))), None)
    return _COMES.split(found["lived"])[0].strip(" ,;:") if found else ""
