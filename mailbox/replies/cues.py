"""The Swedish ways of saying yes, no, later and in reserve about a proposed person."""

import re

from medverkan.mailbox.replies.phrases import phrases, words_of

YES = "yes"
NO = "no"
HOLD = "hold"
RESERVE = "reserve"

_YES = re.compile(
    r"👍|\b(ja|jaa|japp|jepp|jadå|jajamän|jajamensan|jajemän|yes|yep|jo|okej|okey|oki|okay|ok|kör|körs|köra"
    r"|ta(?! (?:gärna |då |även |också )?bort| sig| med sig| del| plats| emot| tillbaka| ställning| det| reda| upp"
    r"| hänsyn)|tar(?! bort"
    r"| tillbaka)|(?<!ett )tag|tas|väljer(?! bort)"
    r"|välj(?! bort)|valde|valt|vald"
    r"|gärna|absolut|självklart|givetvis|visst|godkän\w*|boka(?:r|s)?(?! av\b)(?: in)?|(?:ring|ringa|kontakta"
    r"|kontaktar)(?! mig| mej"
    r"| oss)|kallar?|bjud(?:er|a|s)?(?: vi| jag)? in|fortsätt"
    r"|satsa\w*|anlita|toppen\w*|perfekt\w*|utmärk\w*|kanon\w*|super\w*|jättebra|kalas\w*|strålande|duger"
    r"|funkar|fungerar|passar|lämplig\w*"
    r"|det (?:blir|får bli) (?:hon|han|henne|honom)|(?:ska|får) det bli|blir det$|(?:jag|vi) skulle säga$"
    r"|(?:ger|ge|får|få) (?:§ )?chansen|är min[ea]? (?:två|tre|val|kandidat\w*|förstahandsval)|ska med$"
    r"|får (?:äran|jobbet|förtroendet)(?! att)|skicka (?:över |vidare "
    r"|gärna )?uppgifter\w*|frågar (?:vi|jag)|(?:vi|jag) frågar|önskar|(?:vill|skulle)(?: \w+){0,3} ha|ha med"
    r"|(?:vill|får|ska"
    r"|kan) (?:\w+ )?vara med|är med"
    r"|gå(?:r)?(?: \w+){0,3} vidare|vidare med"
    r"|(?<!hon )(?<!han )(?<!hen )(?<!som )gå(?:r)? (?:vi |jag )?på"
    r"|bäst|favorit\w*|röst\w*(?! bort)|föredrar|helst|fastna\w* (?:vi |jag )?för"
    r"|höra? av dig till"
    r"|som ordinarie|mitt val|klartecken|grönt ljus"
    r"|i första hand|första val\w*"
    r"|(?:känns|är) (?:\w+ )?rätt|känns (?:\w+ )?bra|aktuell\w*|välkom\w*(?! att (?:ringa|höra|fråga|mejla"
    r"|kontakta))|i ?stället|tummen upp|klockren\w*|given"
    r"|givet|givna|ska det vara"
    r"|(?:vårt|mitt|bästa) val|(?:bestämt|bestämde|beslutat|beslutade) (?:oss|mig)(?:(?: \w+)? för|$)|(?:enades|enats"
    r"|eniga|överens|ense) om"
    r"|säger (?:vi )?så|nöjda? med|landa\w* (?:jag |vi )?(?:i|på)|(?:blev|blir|är) (?:mitt|mina|vårt|våra) val"
    r"|säkert kort|beviljas?|bifall\w*|förordar?|tillstyrk\w*|helt (?:klart|givet)|beslutet (?:blev|blir|är)"
    r"|siktar (?:vi |jag )?på|håller (?:jag |vi )?(?:mig|oss) till|går (?:jag|vi) med på|(?:ge"
    r"|ger) (?:det|detta|uppdraget|chansen)(?: till)?|då blev det|rätt (?:man|kvinna)|blir min röst"
    r"|håller (?:jag |vi )?fast vid"
    r"|hör(?:a)? (?:dig för|av dig)(?= med| till| hos|$| §)|tillfrågas?|ta kontakt|börja med|bra (?:duo|par"
    r"|team|kombination|kombo|mix|grupp|gäng|blandning)|får frågan|vinner(?! alltid| ofta)|självskriv\w*|självklar"
    r"|fina? val|förstahandsval\w*"
    r"|(?:ge|ger"
    r"|får) uppdraget(?! att)"
    r"|uppdraget (?:går|ges) till"
    r"|så ?klart|^go"
    r"|rätt (?:person\w*|för)|gå(?:r) (?:jätte)?bra"
    r"|låter (?:\w+ )?(?:bra|vettig\w*|klok\w*|fint)|blir (?:\w+ )?(?:bra|fint?)"
    r"|(?:är|ser|vore|skulle bli|så) (?:\w+ )?bra|vore (?:fint|toppen|kul|kanon|perfekt|super|utmärkt|bäst)"
    r"|bra (?:val|förslag|tycker)|bra$|kvalar in|går (?:in|igenom)"
    r"|använd|plocka(?! bort| upp)|(?:skriv|sätt|för) upp|lägg (?:till|in)|^räcker|(?:vi|jag) säger$|(?:jag"
    r"|vi) föreslår|mitt förslag"
    r"|valet (?:föll|faller|blir)"
    r"|vill(?: \w+)? träffa|(?:räcker|nöjer oss|nöjer mig|klarar oss|klarar mig) (?:bra |gott )?med$)\b"
)
_NO = re.compile(
    r"\b(rösta\w* bort|(?:får|kan) (?:gott |gärna )?(?:vara(?: i fred)?|vila|stanna hemma|stå (?:över"
    r"|utanför))$|nej|näpp|nänä|tummen ner|blir (?:det )?inget(?= med|$)|nejtack|tyvärr|nä|nää|nix|nope|stryk\w*"
    r"|skippa\w*|hoppa\w* (?:vi "
    r"|jag )?över|ta(?:r)? (?:gärna |då |även "
    r"|också )?bort|plocka\w* bort"
    r"|(?:välj\w*|valde|valt) (?:vi |jag )?bort|bort med|avstå\w*"
    r"|boka\w* av|avböj\w*|uteslut\w*|släpp\w*|strunta\w*|neka\w*"
    r"|avslå\w*|avslag|underkänn\w*|förkasta\w*|undvik\w*|utgår"
    r"|faller bort|olämplig\w*"
    r"|låter (?:vi|jag) (?:vara|bli|slippa)|låt(?:er)? (?:vi |jag )?(?:\w+ )?vara|i fred|lämnar (?:vi"
    r"|jag) (?:därhän|utanför)"
    r"|går bort|inaktuell\w*|ej aktuell\w*|inte aktuell\w*|inte(?: \w+)? (?:han|hon|honom|henne|hen|dem|dom|den"
    r"|nu)|ratar|lämna utanför)\b"
)
_NOT = re.compile(r"\b(inte|ej|icke|inget|knappast|aldrig)\b")
_HOLD = re.compile(
    r"\b(vila|vilar|spar|spara\w*|får vänta|vänta med|väntar med|avvakta\w*|annan gång|annat tillfälle"
    r"|nästa (?:gång|omgång)|längre fram|framöver|i framtiden|senare tillfälle"
    r"|på nästa (?:möte|träff|apt)|till hösten|till våren"
    r"|pausa\w*|senare|på is|ligga till sig|i beredskap|återkomma? till)\b"
)
_RESERVE = re.compile(
    r"\b(reserv\w*|back-?up\w*|i andra hand|andrahand\w*|ersättare|stand-?in\w*|andraval\w*|andra val|plan b"
    r"|i bakfickan)\b"
)


# "3 räcker inte" counts people, it does not refuse number 3; "bra på att tala" praises and does not choose.
_NOT_ENOUGH = re.compile(
    r"\b(?:räcker|räckte|räcka) (?:\w+ )?(?:inte|ej)\b|\binte räck\w*"
    r"|\b(?:är|var) (?:allra )?bäst på att\b|\b(?:är|var|vore) (?:\w+ )?(?:\w*bra|duktig|toppen|suverän) (?:på"
    r"|i|när|när det)\b"
)


# What the person or somebody else did, or what was chosen another time, is no choice now.
_TOLD = re.compile(
    r"\b(?:tackat? ja|tackade ja|sagt ja|sa ja|svarade ja|godkän(?:des|ts)|kontaktade|ringde|tar kontakt|tar hand om"
    r"|valdes)\b"
)
_ANOTHER_TIME = re.compile(
    r"\b(?:sist|förra (?:gången|året|veckan|omgången)|i höstas|i våras|i fjol|i somras|i vintras|tidigare|förut"
    r"|häromdagen|då)\b"
)
_PAST = re.compile(
    r"\b(?:var (?:\w+ )?(?:bäst|\w*bra|toppen|duktiga?|perfekt\w?|suverän\w?|lysande"
    r"|fantastisk\w?|med)|valde|valt|vald|bokade|bokat|godkände|godkänt|kontaktat|fick|röstade)\b"
)


# "3 tar vi" chooses; in "3 tar bussen" and "3 vill ha mer betalt" it is the person who acts.
_THEY_ACT = re.compile(
    r"§ (?:(?:ta|tar|kör|väljer|vill|ville|önskar|ringer|kontaktar|bokar|bokade|röstar|fortsätter|kan|skulle|kallas"
    r"|får gärna(?! (?:stå|vara|komma|delta|fråga|uppdrag|chans|bli))"
    r")(?! (?:\w+ )?(?:vi|jag|ni|du|man)\b)(?= \w)"
    r"|(?:passar|går|fungerar|funkar)(?= (?!tyvärr|knappast|aldrig|dåligt|bra|bäst|perfekt|fint|utmärkt|jättebra"
    r"|super|kanon|in\b|för|till|oss|här"
    r"|också|väl"
    r"|mycket|rätt|som|på|i\b|den|det|detta|bort|inte|ej|precis|ju|nog|alldeles|helt|igenom|så|vidare|vi|jag|nu"
    r"|minst|mest)"
    r"\w)).*"
)
# What is booked for lunch is no part in the group; not to know somebody refuses nobody.
_ELSEWHERE = re.compile(
    r"\b(?:lägg|boka|skriv|sätt|bjud)\w* (?:gärna )?(?:in |upp )?§ (?:i (?:min |din |er |vår )?(?:kalender|almanack)\w*"
    r"|(?:för|till|på|inför) (?:(?:en|ett) )?(?:lunch|fika|middag|kaffe|möte|samtal|telefonmöte|träff|fest)\w*).*"
    r"|\b(?:boka|ordna|fixa|ställ)\w* (?:in )?(?:ett|en) \w+ (?:med|för|till|åt) §.*"
    r"|\b(?:är|var|sitter) (?:också |redan |ju )?med i (?!(?:den|det|de|denna|detta|gruppen|uppdraget|leken"
    r"|båten)\b)\w+"
    r"|\bhar (?:en )?\w+ röst\b|\bblir (?:snart |nog )?(?:bra|frisk|pigg) igen\b"
    r"|\b(?:vet|minns|förstår) (?:jag |ju )?(?:inte|ej) (?:riktigt |ens )?(?:vem|hur|vad|var) (?:hon|han|hen|de|dom"
    r"|§)(?: är)?\b"
)
# What is good at something, good that it is so, or good for something else is no choice either.
_PRAISES = re.compile(
    r"^.*§ (?:namn|åsikt\w*|idé\w*|synpunkt\w*|önskemål|mejl|telefonnummer|berättelse"
    r"|nummer|telefon\w*|mobil\w*|\w*uppgift\w*|\w*adress\w*|mail\w*|chef\w*|fru|man|son|dotter|mamma|pappa|syster|bror"
    r"|handläggare|anmälan|ärende\w*|svar|bil|födelsedag|semester|operation|röst|(?:nya|gamla) \w+)\b.*"
    r"|\b(?:ring|kontakta|mejla)\w* (?:gärna |upp )?§ och (?:säg|meddela|berätta|hälsa|påminn|informera"
    r"|förklara|tacka)\b.*"
    r"|\b(?:kontakta|ring)\w* § (?:angående|gällande|ang|beträffande|om|för) (?:hans|hennes|deras|sin)\b.*|"
    r"\bfrågar? (?:vi |jag )?§ (?:vem|vad|hur|om|när|varför|vilk\w+)\b.*"
    r"|\b(?:självklart |alltid |givetvis |så klart )?välkom\w* att (?:ringa|höra|fråga|mejla|kontakta)\b.*"
    r"|\bvinnar\w+ i (?!mina|våra|mitt)\w+.*|\bröst i \w{0,12}valet\b.*"
    r"|\b(?:tar|ta|bjud\w*) (?:gärna )?§ (?:på|till|med till) (?:tåget|bussen|bilen|fika|lunch\w*|kaffe\w*"
    r"|middag|bio)\b.*"
    r"|\b(?:komma|kom|följa med)(?: förbi| in)? och (?:titta|hälsa|fika|kika|prata|äta)\b.*|"
    r"\b(?:hon|han|hen|de|dom) (?:vill|ville|skulle|kan|kunde|har|hade)(?: \w+){0,3} (?:vara med|ställa upp|delta"
    r"|hjälpa till|komma)\b|"
    r"\b(?:inget|ingenting|inte något) (?:direkt )?(?:emot|ont om|att invända)\b|"
    r"§ och (?:tar|kör|bokar|ringer|väljer) (?:på |med |i )?(?!dem|dom|henne|honom|hen|båda|bägge|gärna|vidare"
    r"|då|så|§|därför"
    r"|igång|på\b|hårt|det|detta|vi\b|jag\b)\w+.*|"
    r"\b(?:få |får )?ta(?:r)? det (?:lugnt|försiktigt|rolig\w*)\b|\bin § till (?:jul\w+|fest\w*|fika\w*"
    r"|lunch\w*|middag\w*)|"
    r"\b(?:lutade|övervägde|velade|vacklade|tvekade|funderade|vägde|hade tänkt)\b.*|"
    r"\b(?:påminn|informera|upplys) (?:dem|dom|alla|båda|henne|honom|gärna|enheten|verksamheten|mottagningen)\b.*|"
    r"\b(?:kör|köra) (?:\w+ )?(?:bil(?:en)?|buss(?:en)?|taxi|mc|moped|rullstol|permobil)\b|"
    r"\bboka(?:r|t)? (?:gärna )?(?:in )?(?:¤|(?:ett|en|nytt?) (?:möte|tid|lokal|sal|rum|bord|samtal)\b).*|"
    r"\b(?:tar|ta) (?:jag |vi )?(?:§ )?i telefon\b|\b(?:har sagt|hade sagt|sa|sade|säger|berättade"
    r"|skrev) (?:till mig |ju )?(?:i \w+ )?att\b.*|"
    r"\b(?:toppen|kul|kanon|super|perfekt|bra|bäst|roligt|skönt|härligt) att\b.*|\b(?:går|passar) (?:\w+ )?bra (?:ihop"
    r"|tillsammans)\b"
    r"|\b(?:fungerar|funkar|trivs|jobbar|mår|känner|känt|vet|minns) (?:jag |vi )?bäst\b(?: till)?|\baktuell\w* (?:för"
    r"|i) (?:ett|en) ann\w+|\bvald till\b"
)


def without_yes(text: str) -> str:
    """Return the words of a clause without those that say yes, and without the people."""
    words = " ".join(phrases("cues.txt")["yes"].sub(" ", words_of(text)).split())
    return _YES.sub(" ", words).replace("§", " ")


def judge(text: str) -> frozenset[str]:
    """Return what a piece of a clause says of its people: yes, no, hold or reserve."""
    said_too = bool(phrases("cues.txt")["yes"].search(words_of(text)))
    text = _PRAISES.sub(" ", _THEY_ACT.sub("§ ", _ELSEWHERE.sub(" ", " ".join(text.split()))))
    text = " ".join(text.replace("§", " ").split())
    text = _NOT_ENOUGH.sub(" ", text)
    if _RESERVE.search(text):
        return frozenset({RESERVE})
    if _HOLD.search(text):
        return frozenset({HOLD})
    no, negated = _NO.search(text), _NOT.search(text)
    chosen = _TOLD.sub(" ", _NO.sub(" ", text))
    yes = said_too or _YES.search(_PAST.sub(" ", chosen) if _ANOTHER_TIME.search(text) else chosen)
    if negated and not no:
        return frozenset({NO}) if yes else frozenset()
    if no and negated:
        return frozenset({NO})
    return frozenset(({YES} if yes else set()) | ({NO} if no else set()))
