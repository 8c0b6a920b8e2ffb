"""Put the many ways of telling how a call went into the few that the rules know: "blev nobben" is "tackade nej".

Works on a sentence in lower case whose people are marks. A row must mean the same in every letter: what only may mean a
yes or a no does not stand here, so that it is asked about.
"""

import re

_TIMES = (
    r"(?: (?:på|i|till|efter|om|nästa|under|vid|framåt|imorgon|ikväll|senare|idag|¤|[a-zåäö]{0,12}dag(?:en)?|veckan?"
    r"|helgen?|lunch|kvällen|förmiddagen|eftermiddagen|morgon)){0,5}"
)
_DETAIL = r"(?:nummer|numret|numren|telefon\w*|\w*uppgift\w*|mejl\w*|mail\w*|e-?post\w*|adress\w*|kontakt\w*)"
_SOFT = r"(?: (?:nog|först|gärna|bara|då|också|även|ändå|dock|i alla fall|lite|själv|absolut)){0,3}"
_YES, _NO, _SILENCE, _LATER = "är med", "tackade nej", "inget svar", "vill fundera"
_MAY, _MAY_NOT = "uppgifterna får lämnas ut", "uppgifterna får inte lämnas ut"
_NOT_CALLED = "har jag inte ringt"

_ROWS: tuple[tuple[str, str], ...] = (
    # The telephone and the details.
    (r"\b(?:mobil|mobiltelefon|hem|telefon)num(mer|ret|ren)\b", r"num\1"),
    (r"\b(får|ska|kan|bör)( vi| man| ni| jag)? (?:däremot|dock|emellertid|tyvärr|alltså|ju) (?=inte\b)", r"\1\2 "),
    (
        rf"\b(?:glömde|glömt|missade|missat|hann inte|hunnit|kom inte ihåg|tänkte inte på|kom av mig)"
        rf"(?: (?:jag|vi|helt|alldeles|bort|dock|tyvärr|ju|såklart|förstås|bara|också|och|inte)){{0,4}}(?: att)?"
        rf" (?:fråga|ta upp|kolla|stämma av|nämna|ta)\b(?: (?:om|med|henne|honom|hen|det|detta))*"
        rf"(?: (?:\w+ ){{0,5}}{_DETAIL}[^,;.§]{{0,60}}|(?= *$)| (?:\w+ ){{0,3}}(?:lämna|dela|ge)\w* [^,;.§]{{0,50}})",
        _MAY_NOT,
    ),
    (
        rf"\b(?:har |hade |finns |fanns |är )?(?:ingenting|inget|inga|ingen) (?:som helst )?(?:emot|mot"
        rf"|invändning\w*|problem|hinder"
        rf"|betänklighet\w*)\b(?: (?!men\b)\w+){{0,9}}? {_DETAIL}\b(?: \w*(?:lämna|dela|ge|går|skicka)\w*(?: ut"
        rf"| vidare)?)?"
        r"(?: (?:och|samt) (?:\w+ )?(?:\w*mejl\w*|\w*mail\w*|e-?post\w*|\w*adress\w*|num\w+|telefon\w*))?",
        _MAY,
    ),
    (
        r"\b(?:kommunen|enheten|mottagningen|verksamheten|de|dom|ni|vi|man|[a-zåäö]{3,20}(?:en|an)) (?:får"
        r"|kan) (?:gärna |alltså )?"
        rf"(?:ha|få|ta del av|använda) (?:\w+ ){{0,2}}{_DETAIL}",
        _MAY,
    ),
    (r"\b(?:det |allt )?(?:ska|får|måste) (?:i så fall )?gå (?:via|genom) (?:oss|mig)\b", _MAY_NOT),
    (
        rf"\b(?:tveksam|skeptisk|tvekar|osäker|inte bekväm|obekväm)(?: \w+)? (?:till|på|inför|med"
        rf"|om)(?: \w+){{0,6}} {_DETAIL}",
        _MAY_NOT,
    ),
    # Yes.
    (r"\b(?:är|var) på(?= (?:och|direkt|med en gång|båda|det)\b| *$| *[!.,)])", _YES),
    (
        r"\b(?:skrev|skriver|skrivit|bokar|bokade|bokat|lägger|lade|la|för|förde)(?: redan)? (?:upp|in) (?:det|den"
        r"|dagen|datumet"
        r"|datumen|tiden|tiderna)\b(?: (?:redan )?i (?:sin )?(?:kalender\w*|almanack\w*))?",
        _YES,
    ),
    (r"\bstår (?:fast (?:vid|för)|kvar vid|vid) sitt (?:ja|löfte)\b", _YES),
    (r"\bgav (?:sitt|ett) (?:\w+ )?(?:ja|löfte|klartecken)\b", _YES),
    (r"\btar (?:gärna |mer än gärna )?(?:hans|hennes|ens|den|§\d+) plats(?:en)?\b", _YES),
    (r"\b(?:räkna|räknar) (?:ni |du |de )?med (?:henne|honom|hen|dem|§\d+)\b", _YES),
    (
        r"\b(?:är|blev|var) (?:helt |nu |redan )?(?:inbokad|bokad|anmäld|inskriven)\b(?! (?:på|till|av|med|då|den"
        r"|hela|i|en))",
        _YES,
    ),
    (r"\bmed på (?:det|noterna|tåget|saken|båten|banan|idén|vagnen|spåret)\b", "med"),
    (r"\b(?:tackade?|tackar|tackat) och (?:tog|tar|tagit) emot\b", "tackade ja"),
    (r"\b(?:är|var) (?:också |även )?med(?: helt och hållet| fullt ut| till hundra| på allt| båda två)\b", _YES),
    (r"\bkommer (hon|han|hen|de|dom)(?! inte| ej| aldrig)( gärna| absolut| också| med)?(?= *$| *[,.!]| §)", _YES),
    (r"\bkommer (?:också|även|gärna|absolut|definitivt|självklart|båda(?: två)?)\b(?! att)", _YES),
    (r"\bblir (?:det )?(?:ett )?ja\b", "sa ja"),
    (r"\butan (?:förbehåll|villkor|tvekan|tvivel|minsta tvekan|att tveka)\b", " "),
    (r"\b(?:det )?(?:råder|finns|är) ingen (?:som helst )?(?:tvekan|tvivel)\b(?: om (?:den|det) \w+| om det)?", " "),
    # No.
    (r"\bhar (?:redan )?tackat ja till (?:\w+s|ett annat|en annan|annat|andra) \w+", "har annat inbokat"),
    (r"\bhoppas (?:på |få |kunna |att )?(?:\w+ ){0,4}(annan gång|nästa gång|till hösten|till våren|framöver)\b", r"\1"),
    (r"\b(?:det )?(?:får|fick|kan)(?: \w+)? räcka (?:nu|så|för (?:hennes|hans|hens) del)\b", _NO),
    (r"\b(?:har |hade )?(?:fått|haft) nog av\b(?: \w+){0,4}", _NO),
    (r"\b(?:det )?(?:blev |blir |fick |gav )?nobben\b", _NO),
    (r"\b(?:har |hade )?(?:redan )?lova[td]e? bort (?:sig|dagen|den dagen|veckan)\b", _NO),
    (
        r"\b(?:vill|ville|väljer att|ska|behöver) (?:hellre |i ?stället )?lägga (?:sin |all )?(?:tid|tiden|kraft"
        r"|energi)(?:en)? på"
        r"(?: \w+){1,3}(?: i ?stället)?",
        _NO,
    ),
    (
        r"\b(?:tog|tar|tagit|drog|drar) (?:till)?baka (?:det|sitt ja|sitt löfte|sin anmälan)\b",
        "har ångrat sig och tackade nej",
    ),
    (
        r"\b(?:tog|tar|tagit|drog|drar) (?:det|sitt ja|sitt löfte|sin anmälan) (?:till)?baka\b",
        "har ångrat sig och tackade nej",
    ),
    (r"\b(?:är |var )?(?:fullbokad|fulltecknad|uppbokad|helt uppbokad)\b(?: \w+){0,2}", _NO),
    (r"\b(?:känner|tycker|tyckte|kände)(?: \w+)? (?:att )?det (?:är|var) för tidigt\b", _NO),
    (r"\binte (?:riktigt )?(?:hennes|hans|hens) (?:grej|thing|område|bord|kopp te|melodi|sak|ämne)\b", _NO),
    (r"\binget? för (?:henne|honom|hen)\b", _NO),
    (r"\b(?:tyckte|tycker|ansåg|kände) inte (?:att )?(?:\w+ ){1,3}passade?\b(?: (?:henne|honom|hen|in))?", _NO),
    (r"\bfår (?:tyvärr |dessvärre |nog )?(?:säga nej|avböja|avstå|passa|tacka nej)\b", _NO),
    (
        r"\bmåste (?:tyvärr |dessvärre )?(?:säga nej|avböja|avstå|passa|tacka nej|lämna återbud|hoppa över|hoppa av)\b",
        _NO,
    ),
    (r"\btacka(?:r|de)? för sig\b", _NO),
    (
        r"\b(?:låter|lät|lämnar|lämnade|ger|gav) (?:gärna )?(?:någon|nån|en) annan (?:få )?(?:chansen|plats\w*"
        r"|gå före|ta)\b",
        _NO,
    ),
    (r"\b(?:lämnar|lämnade|ger|gav) (?:sin )?plats\w* (?:åt|till) (?:någon |nån |en )?(?:annan|andra)\b", _NO),
    (r"\bhar (?:nu )?gjort sitt\b", _NO),
    # Nobody answered.
    (r"\bbytt nummer\b(?=[^.]{0,60}☏)", "fått nya siffror"),
    (
        r"\butan att (?:\w+ ){0,4}(?:lyft(?:er|e)?|svara(?:r|de|t)?|svar|fram|napp|kontakt|tag|nå|nått)\b(?: (?:på|i))?"
        r"(?: (?:luren|telefonen|henne|honom|hen|dem|någon))?",
        _SILENCE,
    ),
    (
        r"\b(?:det )?(?:går|gick|hörs|hördes|är|var|kom|kommer)?(?: bara| endast)(?: fram)? (?:signaler|tut|pip"
        r"|en ton|brus|telefonsvararen)\b"
        r"(?: fram)?",
        _SILENCE,
    ),
    (r"\b(?:har |hade )?stängt? av (?:sin |sitt )?(?:tele|mobil)\w*", _SILENCE),
    (
        r"\b(?:telefonen|mobilen|luren) (?:är|var|verkar|verkade)(?: vara)? (?:av|avstängd|död|urladdad|avslagen)\b",
        _SILENCE,
    ),
    (r"\b(?:en )?automatisk (?:röst|telefonröst)\b", _SILENCE),
    (r"\bingen (?:är |var |fanns )?hemma\b(?: hos)?", _SILENCE),
    (r"\b(?:inget|inga|noll|utan) (?:napp|livstecken|gensvar|respons|resultat|lycka)\b", _SILENCE),
    (
        r"\binte en (?:enda|kotte|själ|käft)(?: en)?(?: av (?:dem|dom))?(?: som)? (?:svara\w*|lyft\w*|tog\w*"
        r"|gick att nå)\b",
        "ingen svarar",
    ),
    (r"\b(?:får|måste) (?:jag )?jaga (?:vidare|mer|på)\b", "försöker jag igen"),
    # Later.
    (r"\b(?:sa|sade|säger|svarade) (?:\" )?(?:kanske|nja|vet inte|eventuellt)\b(?: det)?(?: \")?", "är osäker"),
    (
        rf"(?<!jag )(?<!vi )\b(?:vill|ville|behöver|behövde|måste|ska|skulle|tänkte|får){_SOFT} (?:läsa|se över"
        rf"|gå igenom|höra"
        r"|stämma av|prata|tala|rådgöra|kolla|diskutera|titta|undersöka|ta reda på|sova|smälta|fundera|känna efter"
        r"|tänka"
        r"|kontrollera|bolla|samråda|checka)\b(?! (?:sig|om hennes|om hans))(?: (?!och\b|men\b|så\b|innan\b)\w+){0,9}"
        r"(?: innan (?:hon|han|hen) (?:\w+ ){0,3}\w+)?",
        _LATER,
    ),
    (
        r"\b(?:bad|ber|ville|vill|önskar|önskade) (?:\w+ ){0,2}?(?:att )?(?:mig|oss|jag|vi) (?:att |ska "
        r"|skulle )?(?:\w+ )?"
        rf"(?:ringa?|ringer|återkomma?|återkommer|höra? av|hör av|kontakta)\b(?: (?:mig|igen|tillbaka|åter|back|upp"
        rf"|till)){{0,3}}{_TIMES}",
        _LATER,
    ),
    (
        r"\bvi (?:bestämde|kom överens om|sa|enades om|gjorde upp om)(?: att)? (?:jag|vi) (?:ringer|hör av (?:mig"
        r"|oss)|hörs|återkommer"
        r"|talas vid|tar det|slår (?:en|henne en|honom en) signal|gör ett nytt försök)\b(?: (?:igen|tillbaka"
        r"|åter))?(?: när (?:hon|han|hen)(?: \w+){1,4})?",
        _LATER,
    ),
    (r"\b(?:ett par|några|en|två|tre)? ?dag(?:ar)?s betänketid\b", "betänketid"),
    (
        r"\b(?:lovade|lovar|skulle|ska) (?:att )?(?:ringa|höra av) (?:upp |tillbaka )?(?:mig|oss|sig)\b(?: (?:upp"
        r"|tillbaka|igen))?",
        _LATER,
    ),
    (r"\bringer (?:mig|oss)(?: (?:tillbaka|upp|igen))?\b", _LATER),
    (
        r"\b(?:vill|ville) (?:gärna |först )?(?:ha|få) (?:besked|svar|klarhet|reda)\b[^,;.§]{0,60}",
        _LATER,
    ),
    (r"\b(?:för att|innan jag|när jag|medan jag) (?:skulle )?ring(?:a|de) (§\d+)(?: efter sist| förra gången)?", r"\1"),
    (r"\b(?:funderar|grubblar|tvekar|undrar) (?:jag|vi)\b[^.;]{0,60}", "tror jag"),
    (r"\b(?:hade|skulle) (?:hellre|helst) \w+[^,;.§]{0,40}?(?= men\b)", " "),
    (
        r"\b(?:inte (?:kunde|kan|ville|vill)|(?:kunde|kan|ville"
        r"|vill) inte) (?:riktigt )?(?:ge (?:\w+ )?(?:besked|svar)|bestämma"
        r" sig)\b(?: (?!som\b|när\b)\w+){0,4}",
        _LATER,
    ),
    (r"\b(är|var|blev) omvänt\b", r"\1"),
    # The lead's own thoughts of why nobody answers are nobody's answer.
    (
        r"\b(?:det är|de är|dom är|alla är|hon är|han är|är) (?:väl|nog|säkert|antagligen|kanske) (?:på )?(?:\w*lov"
        r"|semester\w*|helg\w*|ledig\w*|bortresta?|på jobbet|på landet)\b",
        " ",
    ),
    # Not called yet.
    (
        r"\b(?:tar|ringer|gör|fixar|söker|kontaktar|jagar)(?: (?:jag|vi))(?! (?:igen|tillbaka|upp|åter|inte|bort"
        r"|på nytt)\b)"
        rf"(?: (?:när|så fort|så snart) (?:jag|vi)(?: \w+){{1,5}}|{_TIMES})(?= *$| *[,.;!])(?! igen)",
        _NOT_CALLED,
    ),
    (
        rf"\b(?:kontaktas|rings|tas|sparas|får vänta|ligger kvar|står på tur){_TIMES}(?= *$| *[,.;])",
        _NOT_CALLED,
    ),
    (r"\bväntar (?:jag|vi) med(?: (?:tills|till|att)(?: [^,;.§]{1,60})?)?", _NOT_CALLED),
    (
        rf"\b(?:tar|ringer|sköter|pratar)(?: min| vår)? (?:kolleg\w*|medarbetar\w*)(?: (?!med\b|på\b"
        rf"|i\b)\w+)?(?: med)?{_TIMES}"
        r"(?= *$| *[,.;])",
        _NOT_CALLED,
    ),
    (r"\bhar jag (?:ännu )?inte (?:kommit|hunnit)(?: än| ännu)?(?= *$| *[,.;])", _NOT_CALLED),
    (
        r"(§\d+) (?:klockan \w+|kl \w+|vid \w+tiden|imorgon|i morgon|på \w+dag|ikväll|¤)(?= (?:och|samt) §| så\b)",
        r"\1",
    ),
    (
        r"\b(?:har )?(?:jag )?(?:ännu )?inte (?:kommit (?:till|så långt)|hunnit (?:till|med|dit|fram till))\b(?: än"
        r"| ännu)?",
        _NOT_CALLED,
    ),
    (r"\bhinner (?:jag|vi) inte(?: med)?(?: förrän(?: \w+){1,7})?", _NOT_CALLED),
    (r"\b(?:är |blev )?(?:ännu )?inte (?:upp)?ring[dt]a?(?: än| ännu)?\b(?! (?:tillbaka|upp|åter|igen))", _NOT_CALLED),
    (r"\bhar jag (?:inte börjat med|kvar(?: på listan)?(?: till \w+)?)\b(?: än| ännu)?", _NOT_CALLED),
)
# Before people are looked for: what would be read as other people than it means.
_BEFORE: tuple[tuple[str, str], ...] = (
    (r"\b(?:ente|itne|intr|imte|intte|ine|inyte)\b", "inte"),
    (r"\bva med\b", "vara med"),
    (r"\bingen (?:är |var )?hemma(?: hos)?\b", "inget svar hos"),
    (
        r"\b(?:den )?(\w{2,20}) som heter (\w{2,30})(?= (?:säger|sa|tackade?|vill|kan|är|svarar|svarade|har"
        r"|ville|kunde)\b)",
        r"\1 \2",
    ),
    (r"\bden (?:andra )?som heter (\w{2,30})", r"\1"),
    (
        r"\b(?:det (?:är|var|blev|blir) )?(?:ett )?(ja|nej) (?:över hela linjen|rakt igenom|rakt av från alla"
        r"|hela vägen)\b",
        r"alla tackade \1",
    ),
    (
        r"\binte en (?:enda|kotte|själ|käft)(?: en)?(?: av (?:dem|dom))?(?: som)?(?= (?:svara|lyft|tog|ta|plocka"
        r"|gick att nå))",
        "ingen",
    ),
    (r"\b(?:de|dom) (?:båda|bägge) (?:övriga|andra|resterande|återstående)\b", "de andra två"),
    (r"\bresten av (?:gänget|listan|dem|dom|personerna|högen|bunten|skaran|gruppen|namnen)\b", "resten"),
    (r"\balla \d{1,2} (?=\w{2,30}(?:arna|erna|orna)\b)", "alla "),
    (
        r"(?:,? ?\bmed reservation för (?:att )?(?:linjen|uppkopplingen|ljudet|mottagningen|stavningen|stavfel"
        r"|skrivfel|tryckfel"
        r"|dålig)[^,.;\n]{0,60})",
        "",
    ),
)
_DIGITS = {"ett": "1", "en": "1", "två": "2", "tre": "3", "fyra": "4", "fem": "5", "sex": "6", "sju": "7", "åtta": "8"}
_COUNTED = re.compile(
    r"\b(ett|två|tre|fyra|fem|sex|sju|åtta),? (?=(?:ja|nej|inget svar|ej svar|svara\w*|vill|kan|kommer|tacka\w*"
    r"|ring igen|återkommer)\b)",
    re.I,
)
_BEFORE_TABLE = tuple((re.compile(pattern, re.I), plain) for pattern, plain in _BEFORE)
_TABLE = tuple((re.compile(pattern), plain) for pattern, plain in _ROWS)


def plainly(text: str) -> str:
    """Return the text with the idioms in it put plainly."""
    for pattern, plain in _TABLE:
        text = pattern.sub(f" {plain} ", text)
    return " ".join(text.split())


def people_plainly(text: str) -> str:
    """Return a sentence as written with its words for groups put plainly, and "ett ja två nej tre ja" as a list."""
    for pattern, plain in _BEFORE_TABLE:
        text = pattern.sub(plain, text)
    counted = [_DIGITS[match[1].lower()] for match in _COUNTED.finditer(text)]
    if len(counted) >= 3 and counted == [str(number) for number in range(1, len(counted) + 1)]:
        text = _COUNTED.sub(lambda match: f", {_DIGITS[match[1].lower()]} ", text)
    return text
