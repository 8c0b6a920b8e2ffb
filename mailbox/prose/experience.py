"""What those who are sought are to have lived through: in the clause that seeks, or in one that sets conditions."""

import re

from medverkan.mailbox.forms.values.numbers import NUMBER
from medverkan.mailbox.prose.lives import perspectives_of_experience, speaks_of_disability, speaks_of_illness
from medverkan.mailbox.prose.seeking import WHO_WORD
from medverkan.mailbox.prose.tasks import GATHERING, IN_ROLE, TIMED, who_part, without_gathering

_FOR = re.compile(
    rf",?\s*\b(?<!suttit )(?<!varit med )(?<!deltagit )(?<!ingått )(?<!gått )(?<!varit )(?!i dag\b)(?:(?:till|i|på|"
    rf"vid|för|inför) "
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
EXPERIENCED = re.compile(
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
    rf"(?<![\w-])(?P<lived>{WHO_WORD}(?: (?:mellan |i åldern |från )?\d+ ?(?:-|–|och|"
    rf"till) ?\d+ år)?,?\s+med\s+(?!(?:vid|i|på|och|oss|när|om|också)\b)"
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
# "… som kan berätta om att få en depression och hitta tillbaka"
_TELL_OF = re.compile(
    r"\b(?:berättar?|pratar?|föreläs(?:a|er)) om att (?P<lived>(?:få|ha|leva|bli|vara|förlora|drabbas|gå|bo|vårdas|"
    r"insjukna|mista)\b[^.!?]{3,160})",
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
# "… att någon som har bott i stödboende kommer och berättar": here what they have lived through ends.
# "… som har en god man, och ställa frågor till dem"
_THEN = re.compile(
    r" och (?:tycker|gillar) |,? (?:och|o|samt) (?=[a-zåäö]{2,}a (?:frågor|med|till|dem|på|om|sig|in|ner|efter)\b)",
    re.I,
)
# "tre autistiska vuxna", "två blinda personer": who they are says what they live with.
_BY_ADJECTIVE = re.compile(
    r"\b(?P<lived>(?P<what>[a-zåäö-]{4,}) (?:vuxna|vuxen|personer|person|ungdomar|unga|kvinnor|män|barn|tjejer|"
    r"killar|äldre))\b",
    re.I,
)
COMES = re.compile(
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
    r"(?<![\w-])(?P<lived>[a-zåäö]{3,}(?:patient(?:er)?\b|iker\b)(?= |$)(?:(?! som\b)[^.!?,]){0,40})", re.I
)


def experience_in(text: str) -> str:
    """Return what the people are to have lived through, without what they are to do."""
    part = without_gathering(_FOR.sub("", who_part(text)))
    matches = (pattern.search(part) for pattern in (LIVED, EXPERIENCED, _RELATIVE_OF, _WITH, _WHOSE, _USERS))
    found_lives: list[str] = []
    for found in sorted((match for match in matches if match), key=lambda match: match.start()):
        lived = IN_ROLE.split(TIMED.sub("", found["lived"]), maxsplit=1)[0]
        said = _THEN.split(COMES.split(lived)[0])[0].strip(" ,;:")
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
    for found in _BY_ADJECTIVE.finditer(part):
        if speaks_of_illness(found["what"]) or speaks_of_disability(found["what"]):
            return found["lived"]
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
    found = _BEING.search(text) or _AS_KIN.search(text) or _TELL_OF.search(text)
    return _AND_SO.split(TIMED.sub("", found["lived"]))[0].strip(" ,;:") if found else ""
