"""The ways of telling whether somebody's details may be handed over, put plainly; see `idioms`."""

DETAIL = r"(?:nummer|numret|numren|telefon\w*|\w*uppgift\w*|mejl\w*|mail\w*|e-?post\w*|adress\w*|kontakt\w*)"
MAY, MAY_NOT = "uppgifterna får lämnas ut", "uppgifterna får inte lämnas ut"
UNIT = (
    r"(?:mottagningen|enheten|verksamheten|kommunen|kliniken|avdelningen|beställaren|uppdragsgivaren|sjukhuset"
    r"|vårdcentralen|förvaltningen|boendet|skolan|regionen|projektet|arbetsgruppen)"
)
_HANDED = r"(?:lämna\w*|dela\w*|sprid\w*|måste|skicka\w*|spara\w*|visa\w*|syns|används?|hantera\w*)"

ROWS: tuple[tuple[str, str], ...] = (
    (
        rf"\bbryr sig inte (?:\w+ ){{0,2}}(?:vem|vilka) (?:\w+ ){{0,2}}(?:har|får|ser|vet) (?:\w+ )?{DETAIL}",
        MAY,
    ),
    (rf"\b({DETAIL}) : (ja|nej|nä|inte)\b", r"\1 \2"),
    (
        rf"\b(?:återstår|kvar|ska|måste|får|behöver) (?:jag |vi )?(?:att )?(?:fråga|kolla|ta upp"
        rf"|stämma av)(?: \w+){{0,3}} {DETAIL}",
        MAY_NOT,
    ),
    (rf"\b{DETAIL} (?:återstår|är kvar|får jag fråga|ska jag fråga|måste jag fråga)‹rest›", MAY_NOT),
    (
        rf"\b(?:undrar|undrade|frågar|frågade|funderar på|funderade på) (?:också |även |bara |lite )?(?:vem|vilka"
        rf"|varför)"
        rf"(?: \w+){{0,5}} {DETAIL}(?: \w+){{0,4}}",
        MAY_NOT,
    ),
    (
        rf"\b(?:undrar|undrade|frågar|frågade) (?:också |även |bara |lite )?(?:om|hur)(?: \w+){{0,4}}"
        rf" (?:{DETAIL}(?: \w+){{0,3}} {_HANDED}|{_HANDED}(?: \w+){{0,3}} {DETAIL})(?: \w+){{0,4}}",
        MAY_NOT,
    ),
    (
        rf"\bvill(?:e)? (?:först )?veta (?:vem|vilka|hur|vad)(?: \w+){{0,3}} (?:får|ska|har"
        rf"|ser)(?: \w+){{0,3}} {DETAIL}(?: först)?",
        MAY_NOT,
    ),
    (r"\bvill(?:e)? (?:själv |först )?godkänna (?:utlämn\w+|att (?:de|vi|ni) lämnar)‹rest›", MAY_NOT),
    (r"\bvill(?:e)? inte (?:bli )?(?:uppringd|kontaktad|ringd|mejlad) av (?:dem|dom|enheten|\w{4,20}en)\b", MAY_NOT),
    (
        r"\bvill(?:e)? att (?:all )?(?:kontakt\w*|det|allt) (?:ska )?(?:går|gå|sker|ske) (?:via|genom) (?:mig"
        r"|oss)\b",
        MAY_NOT,
    ),
    (
        r"\bvill(?:e)? (?:helst |gärna )?(?:bli )?(?:kontaktas|kontaktad|nådd|nås|uppringd) (?:via|på|per"
        r"|med) (?:mejl|mail|sms|telefon|mobil\w*"
        r"|e-?post|brev)\b",
        " ",
    ),
    (
        rf"\bfråg\w+ om (?:\w+ ){{0,3}}{DETAIL}\b[^.;,§]{{0,20}} (?:jag|vi) (?:aldrig|inte)\b(?: \w+){{0,2}}",
        MAY_NOT,
    ),
    (
        rf"\b{DETAIL} (?:vill|ville|ska|önskar)(?: (?:hon|han|hen|de|dom))?(?: \w+)? (?:behålla|ha för|hålla för"
        rf"|spara|vänta med|avvakta med|hålla på)"
        r"(?: \w+){0,6}",
        MAY_NOT,
    ),
    (
        rf"\b{DETAIL}(?: \w+){{0,3}} (?:stanna|stannar|kvar|hållas|behållas) (?:hos|inom|här|mellan"
        rf"|internt)[^.;§,]*",
        MAY_NOT,
    ),
    # The unit's call to those who said yes is not one that the lead is to make.
    (
        rf"\b{UNIT}(?: \w+)? (?:hör|höra|ringer|ringa|kontaktar|kontakta|återkommer)\b(?: (?:av|sig|till|upp|honom"
        rf"|henne|dem|dom|§\d+)\b){{0,4}}",
        " ",
    ),
    (rf"\b(?:bli|blir|blev|vara) (?:\w+ )?(?:upp)?(?:ringda?|kontaktade?|kontaktad) (?:av|från) {UNIT}", " "),
    (
        r"\b(?:över|av|när|på|för) att (?:hon |han |hen )?(?:bli|blev|bli|ha blivit) (?:upp)?(?:ringd|kontaktad"
        r"|tillfrågad)",
        " ",
    ),
    # "… om uppgifterna måste till enheten, det vill han inte"
    (rf"\b({DETAIL}\b[^.;§]{{0,60}}), (?:och )?det (?:vill|ville) (?:hon|han|hen) (?:\w+ )?inte\b", MAY_NOT),
    # The telephone and the details.
    (r"\b(?:mobil|mobiltelefon|hem|telefon)num(mer|ret|ren)\b", r"num\1"),
    (r"\b(?:mobil|hem|telefon|tele)nr\b", "nummer"),
    (r"\bkontaktväg(?:en|ar|arna)?\b", "uppgifterna"),
    (r"\b(får|ska|kan|bör)( vi| man| ni| jag)? (?:däremot|dock|emellertid|tyvärr|alltså|ju) (?=inte\b)", r"\1\2 "),
    (
        rf"\b(?:glömde|glömt|missade|missat|hann inte|hunnit|kom inte ihåg|tänkte inte på|kom av mig)"
        rf"(?: (?:jag|vi|helt|alldeles|bort|dock|tyvärr|ju|såklart|förstås|bara|också|och|inte)\b){{0,4}}(?: att)?"
        rf" (?:fråga|ta upp|kolla|stämma av|nämna|ta)\b(?: (?:om|med|henne|honom|hen|det|detta)\b)*"
        rf"(?: (?:\w+ ){{0,5}}{DETAIL}‹rest›|(?= *$)| (?:\w+ ){{0,3}}(?:lämna|dela|ge)\w*‹rest›)",
        MAY_NOT,
    ),
    (
        rf"\b(?:har |hade |finns |fanns |är )?(?:ingenting|inget|inga|ingen) (?:som helst )?(?:emot|mot"
        rf"|invändning\w*|problem|hinder"
        rf"|betänklighet\w*)\b(?: (?!men\b)\w+){{0,9}}? {DETAIL}\b(?: \w*(?:lämna|dela|ge|går|skicka)\w*(?: ut"
        rf"| vidare)?)?"
        r"(?: (?:och|samt) (?:\w+ )?(?:\w*mejl\w*|\w*mail\w*|e-?post\w*|\w*adress\w*|num\w+|telefon\w*))?",
        MAY,
    ),
    (
        r"\b(?:kommunen|enheten|mottagningen|verksamheten|de|dom|ni|vi|man|[a-zåäö]{3,20}(?:en|an)) (?:får"
        r"|kan) (?:gärna |alltså )?"
        rf"(?:ha|få|ta del av|använda) (?:\w+ ){{0,2}}{DETAIL}",
        MAY,
    ),
    (r"\b(?:det |allt )?(?:ska|får|måste) (?:i så fall )?gå (?:via|genom) (?:oss|mig)\b", MAY_NOT),
    (
        rf"\b(?:tveksam|skeptisk|tvekar|osäker|inte bekväm|obekväm)(?: \w+)? (?:till|på|inför|med"
        rf"|om)(?: \w+){{0,6}} {DETAIL}",
        MAY_NOT,
    ),
    (r"\bkommer (?:gärna )?(?=(?:en )?(?:annan|nästa|senare) gång\b)", "gärna "),
    (
        rf"\b(?:och )?(?:att )?(?:ni|vi|du|de|dom|man|jag) (?:får|kan) (?:gärna )?(?:ge|lämna|dela"
        rf"|skicka)(?: \w+){{0,3}}? (?:ut|vidare|över)"
        rf"(?: \w+){{0,2}}? {DETAIL}",
        f", {MAY}",
    ),
    (
        rf"\b(?:är )?inte (?:helt )?(?:okej|ok|bekväm|med på|förtjust)(?: med"
        rf"| i)?(?: att)?(?: \w+){{0,8}} {DETAIL}",
        MAY_NOT,
    ),
    (
        r"\bvill(?:e)? inte att (?:någon|nån|ingen|de|dom|enheten|man|\w{3,20}en)(?: \w+){0,5} (?:har|får|ser"
        r"|vet|använder|ringer)(?: på)?"
        r" (?:det|den|dem|numret|nummer|honom|henne)\b",
        "numret får inte lämnas ut",
    ),
    (
        r"\b(?:numret|numren|uppgifterna|adressen|mejlen|mejladressen|nummer)(?: \w+){0,4} (?:hålla på"
        r"|vänta med|behålla|avvakta|dröja|spara|hålla"
        r" inne)\b(?: \w+){0,8}",
        "numret får inte lämnas ut",
    ),
    (
        r"\b(?:ge|lämna|skicka|dela|sprid|lämnar|ger) (?:absolut |aldrig )?inte (?:ut|vidare)(?: \w+){0,4}",
        "numret får inte lämnas ut",
    ),
    (
        rf"\b(?<!inte )(?:har )?(?:godkänt|godkänner|godkände|medger|medgett|samtyckt|samtycker|samtyckte"
        rf"|införstådda? med|gått med på|går med på"
        rf"|gick med på)(?: (?!inte\b|ej\b)\w+){{0,6}}? {DETAIL}\b(?: (?:\w+ )?\w*(?:lämna|dela|ge"
        rf"|skicka)\w*(?: ut| vidare)?)?",
        f"{MAY} ,",
    ),
    (
        rf"(?:^|(?<=, )|(?<=och )|(?<=så ))(?:skicka|lämna|dela|mejla|ge)(?: gärna| bara| ni| ut| vidare"
        rf"| över)* {DETAIL}(?: till \w+)?",
        MAY,
    ),
    (rf"\b(?:det är )?fritt fram att (?:lämna|ge|dela|skicka)(?: \w+)? {DETAIL}", MAY),
    (rf"\b(?:både till uppdraget och |(?<=ja ))till att (?:lämna|dela|ge|skicka)(?: ut| vidare| över)? {DETAIL}", MAY),
    (rf"\+ {DETAIL}", f", {MAY}"),
)
