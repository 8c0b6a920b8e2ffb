"""Who a letter seeks: how many, with which perspective and experience, for what.

One sentence seeks ("vi skulle behöva två patienter som … och som kan …"). Its clauses have roles: the number and the
people, the relative clause that says what they have lived through, and the clause that says what they are to do. What
a clause does not say is looked for in the sentences that set conditions ("de ska ha …"); never anywhere else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from medverkan.mailbox.forms import numbers
from medverkan.mailbox.forms.prose_lives import perspectives_of_experience, roles_in
from medverkan.mailbox.forms.prose_sentences import Sentence

_SEEKS = re.compile(
    r"\b(?:söker|sökes|söks|efterfrågar|efterlyser|letar (?:nu |just nu |alltså )?efter|leta (?:upp|efter)|behöver|"
    r"behövs|behöva|önskar|saknar|rekryterar|(?:vill|vilja|vill vi) (?:\w+ ){0,2}?(?:ha|få|träffa|bjuda|komma i|"
    r"knyta|ta in|intervjua|prata|"
    r"involvera|engagera|låta|möta|lyssna|höra)|har ni|finns (?:det|någon|nån)|hitta|hjälp (?:av|med)|"
    r"hjälpa (?:oss|mig|till|[\wåäö ]{3,40}?) med|synpunkter från|förmedla|"
    r"föreslå|tipsa|undra[rn]?\b[^.!?]{0,25}?\bom (?=ni (?:har|känner|kan|skulle|vet)|det finns|någon|nån|några|"
    r"en\b|ett par|två|tre|fyra|\d)|känner ni|(?:om|ifall) ni (?:har|känner|kunde|kan)|ska (?:intervjua|träffa|"
    r"prata med|samtala med)|kontakt med|tag (?:i|på)|fylla på|plats för|skulle "
    r"(?=(?:en|ett|två|tre|någon|nån)\b))\b",
    re.I,
)
_N = numbers.NUMBER
_WHO_WORD = (
    r"(?:någon|nån|några|nåra|(?:test|försöks|referens)?person(?:er|erna)?|patient\w*|brukar\w*|närstående|"
    r"anhörig\w*|förälder|föräldrar|"
    r"småbarnsföräldrar|ungdom\w*|deltagare|medverkande|representant\w*|ledamot|ledamöter|invånare|kommuninvånare|"
    r"kvinnor|kvinna|män|unga|mammor|pappor|syskon|folk|makar?|maka|stycken|seniorer|pensionärer|boende|tonåringar|"
    r"föräldra\w*|(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|tio|\d{1,2}) som|de(?:m)? som|er som)"
)
_WHO = re.compile(rf"(?<![\w-]){_WHO_WORD}\b", re.I)
_GOES_ON = re.compile(r",?\s+(?:så|men|och|o)\s+(?:vi|jag|nu|därför|det)\b", re.I)
_ASIDE = re.compile(r"\b(?:och|o|,|samt|men)\s+(?:vi|jag|ni|det)\b", re.I)
_COUNT = re.compile(
    rf"(?<![\w-])(?P<pair>ett par(?:, tre)?)\b|(?<![\w:./-])(?P<low>{_N})\s*(?:(?:-|–|till|eller|"
    rf"à)\s*(?P<high>{_N})\s+)?"
    r"(?P<noun>som\b|(?:(?!och\b|eller\b|som\b)[a-zåäöé]+ ){0,2}?(?:(?:test|försöks|referens)?person|patient|"
    r"brukar|närstå|anhörig|"
    r"förälder|föräldrar|ungdom|deltag|"
    r"medverkande|representant|ledam|invånare|kvinn|män\b|man\b|unga|mamm|papp|syskon|stycken|st\b|mak|senior|"
    r"pensionär|boende|tonåring|medlem))",
    re.I,
)
_SOME = re.compile(
    r"(?<![\w-])(?:någon|nån|nåra? (?=person\b))(?!\s+(?:gång|annan|form|slags|dag|tid|enstaka))\b", re.I
)
_MANY = re.compile(r"\b(?:några|flera|ett antal|ett gäng|fler)\b", re.I)
_ENOUGH = re.compile(
    r"\b(?:räcker|gärna|behöver|behövs|behöva|tänker|tänkt|vore|söker|önskar|helst|stycken|minst|högst|max|bra|"
    r"bli|lagom|"
    r"vill ha|plats för)\b",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:inför|från (?:oss|vår)|utöver|tillsammans med|består|vi är|leds av|förutom|kollegor)\b", re.I
)
# Where what they are to do begins.
_MAY = (
    r"(?:(?:kan|kunde|vill|skulle (?:kunna|vilja)|skulle|vågar)\b|har (?:lust|möjlighet|tid|intresse)|är (?:villig\w*|"
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
    r"\bhur (?:det|de|d) (?:är|e|var|känns|kändes|kan vara) (?:att )(?P<lived>(?:vara|va|ha|leva|få|bli|bo|växa|"
    r"ligga|vårdas|"
    r"vänta|mista|förlora|opereras)\b[^.!?]{3,160})",
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
_TARGET = re.compile(
    r"\b(?:för|om|kring|hos) (?P<lived>(?:personer|barn|unga|patienter|äldre|vuxna|kvinnor|män|människor|"
    r"ungdomar) med [^.!?,]{3,100})",
    re.I,
)
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
    return [rest for rest in rests if (who := _WHO.search(rest[:90])) and not _ASIDE.search(rest[: who.start()])]


def sought(sentences: Sequence[Sentence]) -> Sought | None:
    """Read the first sentence that seeks people, and those that add to it; None where none seeks."""
    clauses = [(sentence, rest) for sentence in sentences[:60] for rest in seeking_clauses(sentence)]
    if not clauses:
        return None
    sentence, rest = max(clauses, key=lambda one: _fullness(one[1]))
    task = _task(rest)
    experience = _experience(rest) or next((e for _, other in clauses if (e := _experience(other))), "")
    experience = experience or _set_conditions(sentences) or _lived(sentences)
    people = _people(rest) or next((n for _, other in clauses if (n := _people(other))), None)
    if people in (None, 1):
        others = [other for other in sentences if other is not sentence]
        people = _people_added(others, many=people is None and bool(_MANY.search(rest[:60]))) or people
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


def _people(rest: str) -> int | None:
    part = _who_part(rest)
    counted = [found for found in _COUNT.finditer(part) if not _OTHERS.search(part[: found.start()])]
    # "fyra personer: två som … och två närstående" says the sum first.
    if (
        counted
        and (counted[0]["noun"] or "").casefold().startswith(("person", "deltag", "st"))
        and part[counted[0].end() :][:6].lstrip("er").startswith((":", " (", ", var"))
    ):
        counted = counted[:1]
    if counted:
        return sum(_counted(found) for found in counted if found["noun"] != "som" or len(counted) == 1) or None
    if _MANY.search(part[:60]):
        return None
    return 1 if _SOME.search(part[:60]) else None


def _counted(found: re.Match[str]) -> int:
    if found["pair"]:
        return 2
    low = numbers.as_int(found["low"])
    return max(low, numbers.as_int(found["high"])) if found["high"] else low


def _people_added(sentences: Sequence[Sentence], *, many: bool) -> int | None:
    """Return the number that another sentence gives ("gärna två stycken", "en person räcker")."""
    for sentence in sentences:
        text = sentence.text
        found = _COUNT.search(text)
        if found and found["noun"] and _ENOUGH.search(text) and not _OTHERS.search(text) and found["noun"] != "som":
            count = _counted(found)
            if count > 1 or (not many and re.search(r"\bräcker\b", text)):
                return count
    return None


def _task(rest: str) -> str:
    found = _TASK.search(rest) or _HELPS.search(rest)
    if not found or _ENDS_IN_GATHERING.search(rest[: found.start()]):
        return ""
    return _POLITE.sub("", _TIMED.sub("", found["task"].strip())).strip(" ,;:")


def _experience(text: str) -> str:
    """Return what the people are to have lived through, without what they are to do."""
    part = _FOR.sub("", _who_part(text))
    matches = (pattern.search(part) for pattern in (_LIVED, _EXPERIENCED, _RELATIVE_OF, _WITH))
    for found in sorted((match for match in matches if match), key=lambda match: match.start()):
        said = _TIMED.sub("", found["lived"]).strip(" ,;:")
        # "… och en anhörig" is somebody else.
        said = re.sub(r",? (?:och|samt) (?:en|ett|två) (?:anhörig|närstående)\w*$", "", said)
        if len(said) >= 4:
            return said
    being = _BEING.search(text)
    return _TIMED.sub("", being["lived"]).strip(" ,;:") if being else ""


def _set_conditions(sentences: Sequence[Sentence]) -> str:
    for sentence in sentences:
        if found := _MUST.search(sentence.text) or _FOLK.search(sentence.text):
            said = _TIMED.sub("", found["lived"]).strip(" ,;:")
            if perspectives_of_experience(said) or "erfarenhet" in said:
                return said
    return next((e for s in sentences if (e := _EXPERIENCED.search(s.text)) and not _OTHERS.search(s.text)), [""])[0]


def _lived(sentences: Sequence[Sentence]) -> str:
    patterns = (_LIVES, _TARGET)
    found = next((found for p in patterns for s in sentences[:12] if (found := p.search(s.text))), None)
    return found["lived"].strip(" ,;:") if found else ""


def _perspectives(rest: str, sentences: Sequence[Sentence], experience: str) -> tuple[str, ...]:
    part = _who_part(rest)
    lived = _LIVED.search(part)
    said = set(roles_in(part[: lived.start()] if lived else part))
    counted = [
        found for found in _COUNT.finditer(part) if not re.search(r"\b(?:till|med|av|för) $", part[: found.start()])
    ]
    said |= {role for found in counted for role in roles_in(part[found.start() : found.end() + 8].split(",")[0])}
    if not said or any((found["noun"] or "").casefold().startswith(("som", "person", "st")) for found in counted):
        said |= set(perspectives_of_experience(experience))
    if re.search(r"\b(?:fött|gravid\w*|förlossning\w*)\b", experience) and re.search(r"\b(?:mamm|kvinn)", part, re.I):
        # Who gave birth was the patient, mother or not.
        said = (said - {"närstående"}) | {"patient"}
    if said:
        for sentence in sentences:
            if _ALSO.search(sentence.text):
                said |= set(roles_in(sentence.text))
    return tuple(sorted(said))
