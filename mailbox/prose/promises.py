"""What a unit promises those who take part: to prepare and support them, to pay, and to tell what came of it.

A promise has a thing and something done with it ("anteckningar", "mejlar vi"), in either order. What the care is like
("patienterna får ingen återkoppling") is no promise.
"""

import re

# What the letter says of the care, and not of the assignment.
_OF_CARE = re.compile(
    r"\b(?:i ?dag (?:får|finns|saknas)|får (?:i ?dag|ofta|sällan|ibland)\b|saknar|saknas|brist\w*|"
    r"ingen återkoppling|bli bättre|förbättra|"
    r"(?:vill|ska) (?:veta|höra|förstå|ta reda)|"
    r"hur (?:det (?:är|var|känn\w+)|man (?:fick|får|upplev\w+)|de fick|patient\w*|brukar\w*|närstående|"
    r"information\w*)|"
    r"tycker att|vet (?:egentligen |ju )?inte|(?:vi|jag) (?:frågar|undrar|vill höra)|många (?:patienter|brukare|"
    r"närstående|som))\b",
    re.I,
)
_THINGS_TO_READ = (
    r"(?:handling|underlag|fråg|intervjufråg|material|text|dagordning|program|manus|dokument|utkast|ritning|"
    r"frågeställning|"
    r"enkätfråg|diskussionsfråg|inbjudan|instruktion|läsanvisning|broschyr)[a-zåäö]*"
)
_GIVEN = r"(?:skicka[rs]?|kommer|får|mejla[rs]?|maila[rs]?|sänd[es]?r?|delas?|delar|finns|lämnas|läggs)"
_BEFOREHAND = (
    r"(?:i (?:god )?förväg|på förhand|dessförinnan|(?:dagar?n?a?|veck[ao]r?n?a?|månad) (?:innan|före)|innan (?:mötet|"
    r"träffen|"
    r"vi ses|dess|start)|före (?:mötet|träffen|start))"
)
_PREPARES = (
    re.compile(
        rf"\b{_THINGS_TO_READ}\b[^.!?]{{0,50}}\b{_GIVEN}\b[^.!?]{{0,50}}\b{_BEFOREHAND}\b|"
        rf"\b{_GIVEN}\b[^.!?]{{0,50}}\b{_THINGS_TO_READ}\b[^.!?]{{0,50}}\b{_BEFOREHAND}\b|"
        rf"\b{_GIVEN}\b[^.!?]{{0,40}}\b{_BEFOREHAND}\b[^.!?]{{0,50}}\b{_THINGS_TO_READ}|"
        rf"\b(?:skickas?|mejlas?|mailas?|sänds?) (?:ut )?(?:i (?:god )?förväg|innan)\b",
        re.I,
    ),
    re.compile(
        r"\b(?:jag|vi) (?:träffar|ringer|går igenom|går genom|pratar|berättar|skickar|mejlar|tar|"
        r"ses)\b[^.!?]{0,70}\b(?:innan|före|i förväg|på förhand)\b|\bgår (?:de|man|ni|"
        r"alla) en \w*(?:kurs|"
        r"utbildning)|\bläser? (?:in )?(?:handlingarna|underlaget)\b|"
        r"\b(?:får|erbjud\w+|blir|ger|ges|ingår|håller|bjuder)\b[^.!?]{0,50}\b(?:introduktion|genomgång|förmöte|"
        r"provträff|"
        r"introduktionskurs|utbildning(?! för personal))|\b(?:introduktion|genomgång|förmöte|utbildning)(?: i \w+|"
        r" innan)? (?:ingår|ges|"
        r"erbjuds|finns|innan)|\bintroduktion(?:en)?\b",
        re.I,
    ),
    re.compile(
        r"\b(?:inläsning\w*|läsa in sig|förberedelsetid\w*|förberedelser? (?:behövs|krävs|ingår|är|på|tar)|"
        r"(?:ingen|inga|viss|lite|kort|liten|särskild|egen) (?:särskilda? |egen )?förbered\w+|(?:räkna|tid|timme|"
        r"minuter|behöver|"
        r"kan|bör|ska) (?:med |för |man |ni |de |den |inte )*(?:att )?förbereda? (?:sig|er|dig)|förberedelse\b|"
        r"behöver (?:inte )?förbereda|handlingar\w* skickas|underlag\w*)",
        re.I,
    ),
)
_CARER = (
    r"(?:\w*kurator|\w*behandlare|\w*terapeut|processledare|psykolog|sjuksköterska|\w*stödjare|diakon|samtalsledare|"
    r"handledare|"
    r"samtalsstöd|stödperson|någon från (?:oss|personalen)|personal)\w*"
)
_SUPPORTS = re.compile(
    r"\b(?:stödperson|(?:är|finns) (?:med )?som stöd|ledsagare|"
    r"kontaktperson(?! (?:i|för|är|på|hos)\b|[:,])|följeslagare|någon (?:som|"
    r"med) (?:stöd|sällskap)|eget stöd|(?:som|till) stöd (?:under|för den|för dem|före|efter|hela|vid)|till hands)\b|"
    rf"\b{_CARER} (?:[A-ZÅÄÖ]\w+ )?(?:finns|kommer att finnas|är|kommer att vara) (?:därför |alltid |också )?"
    rf"(?:på plats|med (?:hela|om|under)|tillgänglig|nära till hands|till hands|"
    r"med som stöd|som stöd)\b|"
    r"\b(?:vi|jag|någon|personal\w*)\b[^.!?]{0,25}\b(?:möter|möta|hämtar|hämta|följer|följa) (?:gärna |er |dig |dem |"
    r"den )?"
    r"(?:upp|med)?\b[^.!?]{0,40}\b(?:tåget|bussen|stationen|entrén|ingången|receptionen|dörren|parkeringen|den som|"
    r"om någon|"
    r"om (?:man|det|ni) (?:vill|behöv\w+))|"
    r"\b(?:förälder|vän|anhörig|närstående|kompis|stöd\w*) (?:får|kan) (?:gärna |också )?(?:följa|komma|vara) med\b|"
    r"\bha sällskap\b|"
    r"\b(?:ta|ha) med (?:sig |dig |er )?(?:gärna )?(?:en |någon |ett )?(?:vän|anhörig|närstående|sällskap|kompis|"
    r"assistent|stöd)",
    re.I,
)
_RESULTS = (
    r"(?:sammanfattning|sammanställning|(?:slut|del)?rapport|resultat|(?:minnes)?anteckning|utvärdering|protokoll|"
    r"(?:skriftlig|muntlig)t? (?:svar|besked)|förslagen|synpunkterna|slutversion|färdiga? (?:text|film|broschyr|"
    r"material|version)|svaren)[a-zåäö]*"
)
_WHAT_CAME = (
    r"(?:vilka (?:förslag|ändringar|synpunkter)|vad (?:som (?:hän|änd|bl|gjor|använ)|det (?:blev|blir|ledde|"
    r"leder|gav|"
    r"ger)|vi (?:har |ska )?(?:gjort|gör|kom|"
    r"ändra|lärt|"
    r"lärde|tar|tog|använ|fick|hör))|hur (?:det gick|vi (?:har )?(?:använt|använder|tagit))|efteråt\b|brev\b|"
    r"ändrat\b|"
    r"ändrade\b|ändrats\b|ändringarna)"
)
_TELLS = (
    r"(?:skicka[rs]?|mejla[rs]?|maila[rs]?|delar|delas|presentera[rs]?|redovisa[rs]?|berättar|visar|sänder|ringer|"
    r"publiceras|"
    r"hör vi av oss|hör av oss|bjuder|bjuds|får|kommer|ta del av|återkommer)"
)
_FEEDS_BACK = re.compile(
    r"\bfår (?:se|läsa|höra|godkänna) [^.!?]{3,50} (?:innan|först)\b|\bför godkännande\b|"
    r"^(?:efteråt|efter (?:tillfället|mötet|mötena|dagen|träffen|uppdraget|intervjun\w*|testet|"
    r"kvällen))[^.!?]{0,40}?\b(?:ringer|skickar|mejlar|"
    r"berättar|återkommer|hör|sammanfattar)\b|"
    rf"\båterkoppl|\båterför|"
    rf"\b{_RESULTS}\b[^.!?]{{0,60}}\b{_TELLS}\b|\b{_TELLS}\b[^.!?]{{0,80}}\b{_RESULTS}|"
    rf"\b{_TELLS}\b[^.!?]{{0,80}}\b{_WHAT_CAME}|\b{_WHAT_CAME}[^.!?]{{0,40}}\b(?:berättar|visar|"
    rf"mejlar|skickar|"
    rf"redovisar) vi\b|\bvisar vad",
    re.I,
)
_OWN_TELLING = re.compile(r"\b(?:de|deltagarna|personen|man|hen|patienterna) (?:ska |får |kan )?berätta", re.I)
_ACCESS = re.compile(
    r"slinga|rullstol|\bhiss|tillgänglig|lättläst|markplan|entréplan|bottenvåning|ledarhund|punktskrift|teckenspråk|"
    r"tolk|\bramp|parker|"
    r"handikapp(?!service|omsorg|förvaltning|enhet)|trapp",
    re.I,
)
_PARKING_PAID = re.compile(r"\bparkering\w* (?:betalas|ersätts|bekostas|står vi för)", re.I)
_PAYS = re.compile(
    r"\b(?:alla|den|de|var och en|ni|deltagarna|ungdomarna) (?:som (?:\w+ ){1,3}?)?får (?:en|ett|två|tre|"
    r"\d+) (?![^.!?]{0,24}(?:fråg|minut|tim\b|timm|"
    r"enkät|inbjud|brev|rapport|sammanfatt|samman|gång|roll|introduk|genomgång|utbildning|länk|mejl|sms|kopia|"
    r"chans))|"
    r"\b(?:står för|bekostar|betalar|ersätter|bjuder på) [^.!?]{0,30}\b(?:taxi|res[ao]\w*|tåg\w*|buss\w*|mat\w*|"
    r"lunch\w*)",
    re.I,
)


def prepares(text: str) -> bool:
    """Tell whether a sentence says how those who take part are prepared, or need to prepare."""
    return not _OF_CARE.search(text) and any(pattern.search(text) for pattern in _PREPARES)


def supports(text: str) -> bool:
    """Tell whether a sentence offers support to whoever takes part."""
    return bool(_SUPPORTS.search(text)) and not _OF_CARE.search(text)


def feeds_back(text: str) -> bool:
    """Tell whether a sentence says how those who take part get to know what came of it."""
    return bool(_FEEDS_BACK.search(text)) and not _OF_CARE.search(text) and not _OWN_TELLING.search(text)


def pays(text: str) -> bool:
    """Tell whether a sentence gives something for taking part without a word of pay ("alla får en termos")."""
    return bool(_PAYS.search(text))


def has_access(text: str) -> bool:
    """Tell whether a sentence says how the place is to get to and to hear in."""
    return bool(_ACCESS.search(_PARKING_PAID.sub("", _SUPPORTS.sub("", text)))) and not _OF_CARE.search(text)
