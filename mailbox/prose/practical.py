"""When a person can, how far they go, what they need, and how long and how often they let themselves be asked.

A sentence may tell of several ("jag kan tisdagar, och tar bussen"); then each is its own clause.
"""

import re
from collections.abc import Sequence

from medverkan.mailbox.forms.values import numbers

_HOURS = re.compile(
    r"\b(?:dagtid|kvällar(?:na)?|kvällstid|kväll(?:en)?|förmiddag\w*|eftermiddag\w*|mor(?:nar|gnar|gon)\w*|helg(?:er|"
    r"en|erna)?|vardag\w*|lunch\w*|(?:mån|tis|ons|tors|fre|lör|sön)dag\w*|"
    r"(?:efter|före) (?:klockan |kl\.? ?)?(?:\d{1,2}|tio|elva|tolv|två|tre|fyra|fem|sex|sju|åtta)\b|när som helst|"
    r"mellan (?:klockan |kl )?\w+ och \w+(?: på (?:dagen|dagarna|förmiddagen|eftermiddagen))|"
    r"efter skolan|(?:utom|inte)(?: \w+)? i (?:juni|juli|augusti|januari|december)|jämna veckor|udda veckor|"
    r"varannan vecka|skoltid|skift|varsel|schema(?:t)?)\b",
    re.I,
)
_CAN = re.compile(
    r"\b(?:pass\w*|pling|signal|slå|kan|bäst|ledig\w*|helst|funkar|fungerar|går|träffas|chansen|tid|ring\w*|nås|når|"
    r"pluggar|jobbar|studerar|har tid|tiden|uteslut\w+|"
    r"kvällar eller|tillgänglig\w*|hinner|gärna|möjlig\w*|bra|lättast|upptagen|inga|klarar|orkar)\b",
    re.I,
)
_CANNOT = re.compile(r"\b(?:inte|aldrig|inga|ogärna)\b", re.I)
MAX_HOURS = 120  # longer, and the hours are but one clause of it
_SUITS = re.compile(r"\b(?:går (?:\w+ )?bra|passar|fungerar|funkar|helst|kan jag|jag kan|ledig)\b", re.I)
_WHOLE_NUMBER = re.compile(r"\+?\d[\d ()/-]{6,18}\d\b(?=\D*$|[ ,.])")
_NUMBER = re.compile(r"@|\d{3}[ -]\d")
_TRAVEL = re.compile(
    r"\b(?:(?<!min )(?<!sin )(?<!vår )resa|resor|reser|åka|åker|bil|bilen|"
    r"körkort|buss\w*|färdtjänst\w*|tåg\w*|skjuts\w*|kör mig|mil|cykl\w+|cykel\w*|"
    r"kör(?:a)? (?:till|inom|högst|själv)|kollektivt\w*|sjukresa\w*)\b",
    re.I,
)
_LIVED_WITH = re.compile(r"\b(?:erfarenhet\w*|beviljad|nekad|haft|fick|fått|hemtjänst|boendestöd|assistans)\b", re.I)
_RIDE = re.compile(r"\bfärdtjänst\w*", re.I)
_GOES = re.compile(
    r"\b(?:tar|ta|åker|åka|reser|resa|resor|körs?|köra|kan|har|behöver|finns|skjuts\w*|färdtjänst|inget|mil|"
    r"med (?:buss|tåg|bil)|"
    r"bil|komma|undvik\w*|cyklar)\b",
    re.I,
)
_RIDES = re.compile(
    r"\b(?:åker|tar|kör|reser|har|cyklar|med|finns)(?: jag)?(?: (?:inte|gärna|egen|själv|helst|mig|"
    r"bara))?(?: med)? (?:\w+ )?(?:\w*bil|buss\w*|tåg\w*|"
    r"färdtjänst\w*|cykel|körkort|skjuts)\b|\bbil har\b",
    re.I,
)
_REFUSES = re.compile(r"\bjag (?:åker|reser|vill|kan) inte\b", re.I)
_SUPPORT = re.compile(
    r"\b(?:gott om tid|hjälp att|hjälp med att|lugnt tempo|tid på mig|hörslinga|slinga|\w*tolk\w*|ledsagare|"
    r"rullstol\w*|rollator\w*|pauser|paus|"
    r"svårt att (?:höra|se|gå|läsa|sitta|stå|koncentrera|förstå|hålla)|lugn (?:lokal|miljö|plats)|"
    r"stödperson|lättläst\w*|hörapparat|barnvakt|trösklar|trappor|ledarhund|assistent\w*|"
    r"någon av oss|"
    r"hör (?:så |lite |något |rätt |ganska |väldigt )*(?:dåligt|illa)|hörseln|ser (?:så |lite |väldigt )*dåligt|"
    r"prata (?:tydligt|högt)|läser högt|dyslexi|parfym\w*|"
    r"parkering\w*|hiss|ramp|ha med (?:mig|sig) (?:en|någon|min|sin))\b",
    re.I,
)
_NEEDS = re.compile(
    r"\b(?:dåligt?|prata|dyslexi|behöv\w*|bra|måste|krävs|kräver|vill ha|gärna|hör|ser|önskar|nära|ha med|"
    r"tillgänglig\w*|viktigt|slippa|undvika|tål|svårt|om (?:det finns|någon|jag får))\b",
    re.I,
)
# "… om jag får frågorna i god tid": not where it is a day that is to be known.
_IN_TIME = re.compile(r"\b(?:i god tid|i förväg)\b", re.I)
_I_NEED = re.compile(
    r"\bnågon måste (?:möta|hämta|följa|hjälpa|vara)\b|"
    r"\b(?:jag|hon|han|hen) (?:behöver|skulle behöva|måste (?:ha|få|kunna))\b|^behöver\b|\boch behöver\b|"
    r"\bbehöver (?:ha|kunna|möjlighet|få)\b|\bmåste (?:det )?finnas\b|"
    r"^\w+ behöver (?:få|ha|en|ett|kunna|hjälp|någon|pauser|extra|gott|mycket)\b",
    re.I,
)
# "Ring på den fasta, jag hör dåligt i mobilen" is about how to be reached.
_BY_PHONE = re.compile(r"\b(?:ring\w*|mobil\w*|telefon\w*|signal\w*)\b", re.I)
_LANGUAGES = re.compile(
    r"\b(?:talar|pratar|prata|kan tala|modersmål är|hemspråk är|språk(?:en)? är)\s+((?:(?:och |, ?|flytande |lite |"
    r"även |lite )*[a-zåäö]*(?:ska|farsi|dari|somali|tigrinja|hindi|urdu|teckenspråk)\b(?:, | och )?){1,6})",
    re.I,
)
# "Kan" leads to much else, so only to languages by name.
_LANGUAGE = (
    r"(?:arabiska|persiska|engelska|svenska|finska|tyska|franska|spanska|ryska|polska|ukrainska|somaliska|turkiska|"
    r"kurdiska|rumänska|bosniska|serbiska|kroatiska|thailändska|vietnamesiska|kinesiska|danska|norska|portugisiska|"
    r"italienska|ungerska|grekiska|albanska|dari|farsi|somali|tigrinja|urdu|hindi|teckenspråk)"
)
_KNOWS = re.compile(
    rf"\b(?:kan|pratar?|talar) ((?:(?:och |, ?|lite |även |flytande )*{_LANGUAGE}\b(?:, | och | )?){{1,6}})", re.I
)
_ASSOCIATION = re.compile(
    r"\b(?:medlem i|aktiv i|engagerad i|med i styrelsen (?:för|i)|ordförande (?:i|för)|sitter i styrelsen (?:för|"
    r"i)|kassör i|med i) (?P<said>[^.!?,]{0,40}(?:förening|förbund|riksförbund|organisation|NSPH|RSMH|Attention|"
    r"Hjärnkoll)[^.!?,]{0,40})",
    re.I,
)
_MEMBER = re.compile(
    r"\b(?:[Mm]edlem|[Aa]ktiv|engagerad|"
    r"(?<!vara )(?<!varit )med) i (?P<said>(?!Intresse)[A-ZÅÄÖ][\w-]+(?: (?:i )?[A-ZÅÄÖ][\w-]+){0,3})"
)
_ASIDE = re.compile(r"\s+(?:men|och|fast|sedan|så)\s+(?=(?:jag|\w+r)\b).*$|\s+(?:men|fast)\s.*$", re.I)
_COUNT = r"(?P<n>en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|\d{1,2})"
_KEEP = re.compile(
    r"\b(?P<first>(?:ett|två|tre|fyra|fem|tio|tolv|\d{1,2}) (?:månader|mån|år)) (?:får ni|går det bra att|kan ni) "
    r"(?:ha|spara|behålla|lagra)\b|"
    rf"\b(?:ha kvar|spara[rs]?|behåll\w*|lagra\w*|stå kvar|står kvar|stå med|vara kvar|kvar i registret|ha mig kvar|"
    rf"finnas kvar)\b[^.!?\d]{{0,50}}?\bi? ?(?:högst |max |upp till )?(?P<said>{_COUNT} ?(?:månad\w*|mån\b|år\b))",
    re.I,
)
_PER_HALF_YEAR = re.compile(
    rf"\b{_COUNT} (?:uppdrag|gång(?:er)?|ggr|saker|förfrågning\w*|insats(?:er)?)(?: \w+)?"
    rf" (?:per |i |om |varje |på ett |under ett )halvår(?:et)?\b",
    re.I,
)
_CLAUSE = re.compile(
    r",?\s+och\s+(?=(?:jag |hon |han )?(?:kör|åker|tar|har|behöver|reser|kan|hör|ser|bor|nås)\b)|"
    r",?\s+men\s+(?=(?:jag|hon|han|det|behöver)\b)|,\s+(?=(?:jag|hon|han|det)\b)|,?\s+fast\s+(?=jag\b)",
    re.I,
)


_THANKS = re.compile(r"\btack för (?:en|den|det|att|i|senast|\w+ (?:kväll|dag|träff|möte))\b", re.I)


def tells_hours(text: str) -> bool:
    """Tell whether a sentence says when somebody can, whatever else it tells of."""
    return bool(_HOURS.search(text) and _SUITS.search(text))


def names_hours(text: str) -> bool:
    """Tell whether a text names hours, days or parts of a day."""
    return bool(_HOURS.search(text))


def availability_of(texts: Sequence[str], unwilling: Sequence[str]) -> str:
    """Return when somebody can, without a number or an address in it; "" for nothing plain."""
    # When somebody can says more than when they cannot.
    for text in sorted(texts, key=lambda one: bool(_CANNOT.search(one))):
        # "tack för en bra kväll på biblioteket"
        if _THANKS.search(text):
            continue
        if _HOURS.search(text) and _CAN.search(text) and (said := _hours_of(text)) and said not in unwilling:
            return said
    return ""


# "… åka på studiebesök": what, and not how.
_TO_SEE = re.compile(
    r"\b(?:åk(?:a|er)|res(?:a|er)) (?:med )?(?:på|till) (?:studiebesök|besök|möten?|konferens\w*|kurs\w*)", re.I
)


def _travels(text: str) -> bool:
    """Tell whether a text is of how somebody gets there; "har hemtjänst och färdtjänst" is of their life."""
    return bool(_TRAVEL.search(_TO_SEE.sub("", _RIDE.sub("", text) if _LIVED_WITH.search(text) else text)))


def travel_of(texts: Sequence[str]) -> str:
    """Return how somebody travels and how far; "" for nothing plain."""
    said = [text for text in texts if _travels(text) and _GOES.search(text)]
    # How somebody gets there says more than where they will not go.
    said.sort(key=lambda text: (bool(_REFUSES.search(text)), not _RIDES.search(text)))
    return _part(said[0], _TRAVEL, (_HOURS,)) if said else ""


def support_of(texts: Sequence[str]) -> str:
    """Return what somebody needs in order to take part; "" for nothing plain."""
    for text in texts:
        if ("?" in text or _BY_PHONE.search(text)) and not (_I_NEED.search(text) and "?" not in text):
            continue
        helped = _SUPPORT.search(text) or (_IN_TIME.search(text) and not _HOURS.search(text))
        if _I_NEED.search(text) or (helped and _NEEDS.search(text)):
            # "Jag ställer upp på mycket, men det måste finnas hörslinga": what is needed stands behind.
            head, _, need = text.rpartition(", men ")
            behind = _I_NEED.search(need) and not _SUPPORT.search(head)
            return _part(need if behind else text, _SUPPORT, (_HOURS, _TRAVEL, _LANGUAGES))
    return ""


def goes_by_ride(text: str) -> bool:
    """Tell whether a service is named as the way to get there, not as a life with it."""
    return bool(_RIDE.search(text)) and not _LIVED_WITH.search(text)


def is_practical(text: str) -> bool:
    """Tell whether a sentence is about how to get there or what is needed."""
    return _travels(text) or any(pattern.search(text) for pattern in (_I_NEED, _ASSOCIATION, _MEMBER))


def languages_of(texts: Sequence[str]) -> str:
    """Return the languages that are said to be spoken."""
    founds = [found[1].strip(" ,") for text in texts for p in (_LANGUAGES, _KNOWS) if (found := p.search(text))]
    return re.sub(r"(?: och|,)+$", "", max(founds, key=len, default=""))


def associations_of(texts: Sequence[str]) -> str:
    """Return the association that somebody belongs to, without what is said beside it."""
    founds = (found for text in texts if (found := _ASSOCIATION.search(text) or _MEMBER.search(text)))
    said = next((found["said"].strip() for found in founds), "")
    return _ASIDE.sub("", said)


def keep_months_of(texts: Sequence[str]) -> int | None:
    """Return for how many months somebody lets themselves be kept in the register."""
    found = next((found for text in texts if (found := _KEEP.search(text))), None)
    return numbers.months(found["first"] or found["said"]) if found else None


def limit_of(texts: Sequence[str]) -> int | None:
    """Return how many assignments in half a year somebody wants at most."""
    found = next((found for text in texts if (found := _PER_HALF_YEAR.search(text))), None)
    return numbers.as_int(found["n"]) if found else None


def _part(text: str, topic: re.Pattern[str], others: Sequence[re.Pattern[str]]) -> str:
    """Return the clauses on a topic where a sentence has another one too, else the sentence whole."""
    if not any(other.search(text) for other in others):
        return text
    clauses = [clause.strip() for clause in _CLAUSE.split(text) if clause]
    said = [clause for clause in clauses if topic.search(clause)]
    return ", ".join(said) if said and len(said) < len(clauses) else text


def _hours_of(text: str) -> str:
    text = _part(text, _HOURS, (_TRAVEL, _SUPPORT))
    if not _NUMBER.search(text) and len(text) <= MAX_HOURS:
        return text
    # "Ring mig på 070-…, helst efter fem"
    parts = [part.strip() for part in re.split(r",\s+(?!\d)|\.\s|\s+(?=men\b)", text)]
    said = next((part for part in parts if _HOURS.search(part) and not _NUMBER.search(part)), "")
    if not said and (number := _WHOLE_NUMBER.search(text)):
        said = text[number.end() :].strip(" .,;") if _HOURS.search(text, number.end()) else ""
    return re.sub(r"^(?:helst|gärna|bäst|men)\s+", "", said)
