"""Who a letter seeks: how many, with which perspective and experience, for what.

One sentence seeks ("vi skulle behöva två patienter som … och som kan …"). Its clauses have roles: the number and the
people, the relative clause that says what they have lived through, and the clause that says what they are to do. What
a clause does not say is looked for in the sentences that set conditions ("de ska ha …"); never anywhere else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from medverkan.mailbox.prose.count import COUNT, OTHERS, RATHER, people_added, people_in
from medverkan.mailbox.prose.lives import perspectives_of_experience, roles_in
from medverkan.mailbox.prose.sentences import Sentence

_SOMEBODY = r"(?:någon|några|en|ett|två|tre|fyra|fem|sex|\d{1,2})\b"
_SEEKS = re.compile(
    r"\b(?:söker|sökes|söks|eftersöker|efterfrågar|efterfrågas|efterlyser|efterlyses|"
    # A verb and its particle stand apart where the subject comes between: "nu letar vi alltså efter".
    r"(?:letar|leta|spanar|jagar|är (?=\w+ (?:\w+ )?ute efter))(?: \w+){0,4}? (?:efter|upp)|ute efter|"
    r"behöver|behövs|behöva|önskas|önskar|saknar|saknas|rekryterar|sökte|inbjuds|i behov av|"
    r"(?:vill|vilja|ville|drömmer om|hoppas|gärna|skulle|tänkte|önskar)(?: \w+){0,4}? (?:ha|få|träffa|bjuda|komma i|"
    r"knyta|ta in|intervjua|prata|involvera|engagera|låta|möta|lyssna|höra|låna|se|ha med)|"
    rf"(?:vill|vilja|önskar|ser|hoppas|bra|fint|kul|roligt|värdefullt|toppen|önskvärt|bäst)(?: \w+){{0,3}}? (?:att|om|"
    rf"ifall) (?:(?:vi|ni|få|fick|ha|kunde|med|in) ){{0,4}}(?={_SOMEBODY})|önskemål(?: om)?|"
    r"få (?:med|ta del av|del av|tag|fram|låna|ihop)|få fram|har (?:ni|vi|du)|finns (?:det|någon)|hitta|"
    r"hjälp (?:av|med)|fråga (?=någon|efter)|"
    r"hjälpa (?:oss|mig|till|(?!\w+ (?:att )?(?:hitta|få|leta|finna|rekrytera)\b)[\wåäö ]{3,40}?) med|"
    r"synpunkter från|förmedla|utse|"
    r"föreslå|tipsa|undra[rn]?\b[^.!?]{0,25}?\bom (?=ni (?:har|känner|kan|skulle|vet)|det finns|någon|några|"
    r"en\b|ett par|två|tre|fyra|\d)|känner ni|(?:om|ifall) ni (?:har|känner|kunde|kan)|ska (?:intervjua|träffa|"
    r"prata med|samtala med)|kontakt med|tag (?:i|på)|fylla på|plats för|skulle "
    r"(?=(?:en|ett|två|tre|någon)\b))\b",
    re.I,
)
_WHO_WORD = (
    r"(?:(?:någon|några)(?! (?:frågor|tips|förslag|synpunkter|idéer|funderingar|gång|dagar|veckor|gånger|"
    r"blankett|\w*(?:grupp|förening|kurs|möjlighet|hjälp|information)))|"
    r"(?:test|försöks|referens)?person(?:er|erna)?|[a-zåäö]*patient(?!nämnd|säkerhet)\w*|brukar\w*|närstående|"
    r"diabetiker|astmatiker|människ(?:a|or)|tjejer|killar|vuxna|strokepat|"
    r"anhörig\w*|förälder|föräldrar|"
    r"småbarnsföräldrar|ungdom\w*|deltagare|medverkande|representant\w*|ledamot|ledamöter|invånare|kommuninvånare|"
    r"kvinnor|kvinna|män|unga|mammor|pappor|syskon|folk|makar?|maka|stycken|seniorer|pensionärer|boende|"
    r"tonåring(?:ar)?|"
    r"föräldra\w*|st som|(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|tio|\d{1,2}) som|de(?:m)? som|er som)"
)
_WHO = re.compile(rf"(?<![\w-]){_WHO_WORD}\b", re.I)
_GOES_ON = re.compile(r",?\s+(?:så|men|och|o)\s+(?:vi|jag|nu|därför|det)\b", re.I)
_ASIDE = re.compile(r"\b(?:och|o|,|samt|men)\s+(?:vi|jag|ni|det)\b", re.I)
# "Skulle två av oss kunna …", "finns det någon som kan svara på hur …": what they ask for is an answer.
_OF_US = re.compile(r"\b(?:av|från) oss\b", re.I)
# "… en föreläsning av er om hur man anlitar patienter", "… statistik på hur många brukare …"
_OF_THE_BANK = re.compile(r"\b(?:(?:av|från) er|om hur|hur (?:man|många|ni)|statistik|listan?)\b", re.I)
_ANSWERS_US = re.compile(
    r"^ ?(?:\w+ ){0,3}?som (?:kan |kunde |skulle kunna |vet )(?:(?:svara på|berätta|förklara|säga|kolla|reda ut|"
    r"hjälpa mig)\b[^.!?]{0,30}\b(?:vad|hur|när|om|vem|var)\b(?! det (?:är|var|känns) att)|vad|hur|om|ringa mig)",
    re.I,
)
# Where what they are to do begins.
_MAY = (
    r"(?:(?:kan|kunde|vill|skulle (?:kunna|vilja)|skulle|vågar|orkar|hinner)\b|har (?:lust|möjlighet|tid|"
    r"intresse)|är (?:villig\w*|"
    r"beredd\w*|"
    r"intresserad\w*)|(?=(?:läser|berättar|svarar|granskar|deltar|får (?:frågor|vara|komma|berätta|prova|testa|"
    r"träffa|följa|lära|säga|granska|intervjua|höra))\b)|gärna (?=vill|kan|delar|berättar|deltar|kommer)|"
    r"kommer att\b|ska\b)"
)
_TASK = re.compile(
    rf"(?:,? ?\b(?:och|o|samt)\s+(?:som\s+)?|,?\s*\bsom\s+(?:också |även |dessutom )?){_MAY}\s*(?P<task>[^.!?]*)",
    re.I,
)
_HELPS = re.compile(
    r"\b(?:kan|vill|kunde|skulle kunna)\s+(?P<task>(?:hjälpa oss|komma|berätta|läsa|granska|testa)\b[^.!?]*)", re.I
)
_READS = re.compile(r" (?P<task>(?:läser|granskar|provar|testar|föreläser)\b[^.!?]*)", re.I)
_POLITE = re.compile(
    r"^(?:(?:gärna|också|även|kunna|tänka sig|vilja|vara (?:intresserad\w*|villig\w*) av|av|för|intresse|lust|att|"
    r"komma (?:hit )?(?:och|o|för att)|va(?:ra)? med (?:och|o)|hjälpa (?:oss|till) (?:med )?(?:att |och |o )?|"
    r"ställa upp "
    r"(?:på|med|och|i)(?: att)?)\s+)+",
    re.I,
)
_TIMED = re.compile(
    r"\s*(?:,\s*)?(?:\b(?:nu )?(?:på )?(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en|ar)?)?\b\.?(?= (?:den )?\d| kl|$)|"
    r"\bnu på\b|\bden \d|\bklockan\b|\bkl\b|\b\d{1,2}/\d|\b(?:i|under) (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|"
    r"dec|höst|vår\b|våren|sommar|vinter|nästa)).*",
    re.I,
)
_GATHERING = (
    r"(?:grupp|råd|träff|möte|workshop|panel|intervju|dag|kväll|utbildning|revision|analys|konferens|projekt|studie|"
    r"föreläsning|remiss|dialog|samtal|team|enkät)(?:en|et|er|erna|ar|arna|n|t|s)?\b"
)
_ENDS_IN_GATHERING = re.compile(
    rf"(?:till|i|på|vid) (?:en |ett |vår |vårt |den )?[a-zåäö -]{{0,30}}{_GATHERING}\s*$", re.I
)
_FOR = re.compile(
    rf",?\s*\b(?:(?:till|i|på|vid) (?:(?:en|ett|vår|vårt|våra|den|det|"
    rf"nya?) )?(?:[a-zåäö]+ )?[a-zåäö-]*{_GATHERING}|för att|så att)\b.*",
    re.I,
)
_LIVED = re.compile(
    r"\bsom\s+(?!(?:kan|kunde|vill|skulle|gärna|ska|kommer|vågar|vi|jag|ni)\b)(?!har (?:lust|möjlighet|tid|intresse)\b)"
    r"(?!är (?:villig|beredd|intresse))(?P<lived>[^.!?]{4,300})",
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
_WITH = re.compile(rf"(?<![\w-])(?P<lived>{_WHO_WORD}\s+med\s+[^.!?]{{3,200}})", re.I)
_BEING = re.compile(
    r"\bhur (?:det|de|d) (?:är|var|känns|kändes|kan vara) att (?P<lived>(?:få|bo|bli|dö|gå|må|se|"
    r"[a-zåäö]{1,20}as?)\b[^.!?]{3,160})",
    re.I,
)
# Who is to lecture on living with something lives with it.
_LECTURES_ON = re.compile(
    r"\b(?:föreläsa|föreläser|undervisa|hålla (?:en |ett )?(?:kort )?(?:föreläsning|föredrag))\b[^.!?]{0,60}? om "
    r"att leva med (?P<what>[^.!?,]{2,60}?)(?= för | hos | på | till | i |[.!?,]|$)",
    re.I,
)
_MUST = re.compile(
    r"\b(?:den|de|dem|deltagarna|personen|personerna|patienterna|man|du|alla|ni|hen)\b[^.!?]{0,40}?\b(?:bör|ska|"
    r"skall|behöver|måste|får "
    r"gärna)\b (?:gärna |helst |själv |själva )?(?P<lived>(?:ha|vara|själv|leva|bo|kunna)\b[^.!?]{4,200})",
    re.I,
)
_LIVES = re.compile(
    r"\bsom\s+(?:själva? |nyligen |tidigare |länge |nu )?(?P<lived>(?:har|haft|lever|levt|legat|fått|vårdats|genomgått|"
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
    r"\b(?:bra|bäst|fint|viktigt|gärna|plus|krav|önskvärt|helst) (?:är )?(?:om|att) (?:person\w*|hen|man|de|den|hon|"
    r"han|ni) (?P<lived>(?:själva? )?(?:har|bor|haft|är|lever|varit|går|fått)\b[^.!?,]{4,160})",
    re.I,
)
# "… att någon som har bott i stödboende kommer och berättar": here what they have lived through ends.
_COMES = re.compile(
    r" (?:kommer|kunde|kan|skulle|ville|vill|deltar|får|är med) (?:och|kunna|komma|vara|med|gärna|att|hit|till|in|"
    r"berätta|delta|prata)\b| (?=(?:läser|granskar|provar|testar|föreläser)\b)",
    re.I,
)
_PATIENTS = re.compile(
    r"(?<![\w-])(?P<lived>[a-zåäö]{3,}(?:patienter?\b|iker\b)(?= |$)(?:(?! som\b)[^.!?,]){0,40})", re.I
)
_TARGET = re.compile(
    r"\b(?:för|om|kring|hos) (?P<lived>(?:personer|barn|unga|patienter|äldre|vuxna|kvinnor|män|människor|"
    r"ungdomar) med [^.!?,]{3,100})",
    re.I,
)
_FRAGMENT = re.compile(rf"(?:gärna |helst |alltså |typ )?(?:{_SOMEBODY} )(?:\w+ )?som (?!jag|vi|ni|hon|han)", re.I)
_ALSO = re.compile(r"\b(?:även|också|gärna också|likaså)\b[^.!?]{0,40}\b(?:välkom|med\b|gärna|gå bra|går bra)", re.I)


@dataclass(frozen=True, slots=True)
class Sought:
    """Who is sought, as far as it is said."""

    sentence: str
    people: int | None
    perspectives: tuple[str, ...]
    experience: str
    task: str
    before: str = ""  # what stands between the word that seeks and the people: "en panel med …"


def seeking_clauses(sentence: Sentence) -> list[str]:
    """Return what follows each word that seeks, people in it; [] where a sentence seeks nobody."""
    if "seek" not in sentence.cues:
        return []
    rests = (sentence.text[seeks.end() :] for seeks in _SEEKS.finditer(sentence.text))
    return [
        rest
        for rest in rests
        if (who := _WHO.search(rest[:90]))
        and not _ASIDE.search(rest[: who.start()])
        and not _OF_THE_BANK.search(rest[: who.start()])
        and not _OF_US.search(rest[:40])
        and not _ANSWERS_US.search(rest)
    ]


def sought(sentences: Sequence[Sentence]) -> Sought | None:
    """Read the first sentence that seeks people, and those that add to it; None where none seeks."""
    clauses = [(sentence, rest) for sentence in sentences[:60] for rest in seeking_clauses(sentence)]
    if not clauses and any("seek" in s.cues and _SEEKS.search(s.text) for s in sentences[:60]):
        # "Det vi saknar är den andra sidan. Någon som …"
        clauses = [(s, s.text) for s in sentences[:60] if _FRAGMENT.match(s.text)]
    if not clauses:
        return None
    sentence, rest = max(clauses, key=lambda one: _fullness(one[1]))
    task = _task(rest)
    experience = _experience(rest) or next((e for _, other in clauses if (e := _experience(other))), "")
    experience = experience or _set_conditions(sentences) or _lived(sentences)
    people = next((n for other in (rest, *(one for _, one in clauses)) if (n := people_in(_who_part(other)))), None)
    if people in (None, 1):
        others = [other for other in sentences if other is not sentence]
        people = people_added(others, rest, unsaid=people is None) or people
    who = _WHO.search(rest)
    before = rest[: who.start()] if who else ""
    return Sought(sentence.text, people, _perspectives(rest, sentences, experience), experience, task, before)


def _fullness(rest: str) -> int:
    """Say how much a seeking clause tells: "vi behöver tre personer" may follow the one that tells more."""
    return 2 * bool(_experience(rest)) + bool(_TASK.search(rest)) + bool(roles_in(_who_part(rest)))


def _who_part(rest: str) -> str:
    """Return the clause up to what the people are to do."""
    cut = _TASK.search(rest)
    part = rest[: cut.start()] if cut else rest
    on = _GOES_ON.search(part)
    return part[: on.start()] if on else part


def _task(rest: str) -> str:
    found = _TASK.search(rest) or _HELPS.search(rest) or _READS.search(rest)
    if not found or _ENDS_IN_GATHERING.search(rest[: found.start()]):
        return ""
    said = RATHER.split(_TIMED.sub("", found["task"].strip()))[0]
    return _POLITE.sub("", said).strip(" ,;:")


def _experience(text: str) -> str:
    """Return what the people are to have lived through, without what they are to do."""
    part = _FOR.sub("", _who_part(text))
    matches = (pattern.search(part) for pattern in (_LIVED, _EXPERIENCED, _RELATIVE_OF, _WITH))
    for found in sorted((match for match in matches if match), key=lambda match: match.start()):
        said = _COMES.split(_TIMED.sub("", found["lived"]))[0].strip(" ,;:")
        # "… och en anhörig" is somebody else.
        said = re.sub(r",? (?:och|samt) (?:en|ett|två) (?:anhörig|närstående)\w*$", "", said)
        if len(said) >= 4:
            return said
    being = _BEING.search(text)
    if being:
        return _TIMED.sub("", being["lived"]).strip(" ,;:")
    if lectures := _LECTURES_ON.search(text):
        return _TIMED.sub("", f"leva med {lectures['what']}").strip(" ,;:")
    sort = _PATIENTS.search(part)
    return sort["lived"].split(" i ")[0].strip(" ,;:") if sort else ""


def _set_conditions(sentences: Sequence[Sentence]) -> str:
    for sentence in sentences:
        if found := next((f for p in (_MUST, _FOLK, _CONDITION) if (f := p.search(sentence.text))), None):
            said = _TIMED.sub("", found["lived"]).strip(" ,;:")
            if perspectives_of_experience(said) or "erfarenhet" in said:
                return said
    return next((e for s in sentences if (e := _EXPERIENCED.search(s.text)) and not OTHERS.search(s.text)), [""])[0]


def _lived(sentences: Sequence[Sentence]) -> str:
    patterns = (_LIVES, _TARGET)
    found = next((found for p in patterns for s in sentences[:12] if (found := p.search(s.text))), None)
    return found["lived"].strip(" ,;:") if found else ""


def _perspectives(rest: str, sentences: Sequence[Sentence], experience: str) -> tuple[str, ...]:
    part = _who_part(rest)
    lived = _LIVED.search(part)
    said = set(roles_in(part[: lived.start()] if lived else part))
    counted = [
        found for found in COUNT.finditer(part) if not re.search(r"\b(?:till|med|av|för) $", part[: found.start()])
    ]
    said |= {role for found in counted for role in roles_in(part[found.start() : found.end() + 8].split(",")[0])}
    if not said or any((found["noun"] or "").casefold().startswith(("som", "person", "st")) for found in counted):
        said |= set(perspectives_of_experience(experience))
    if not said and (sort := _PATIENTS.search(part)):
        said |= set(perspectives_of_experience(sort["lived"]))
    if re.search(r"\b(?:fött|gravid\w*|förlossning\w*)\b", experience) and re.search(r"\b(?:mamm|kvinn)", part, re.I):
        # Who gave birth was the patient, mother or not.
        said = (said - {"närstående"}) | {"patient"}
    if said:
        for sentence in sentences:
            if _ALSO.search(sentence.text):
                said |= set(roles_in(sentence.text))
    return tuple(sorted(said))
