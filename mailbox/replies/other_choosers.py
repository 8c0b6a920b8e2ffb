"""Tell whether a sentence says whom others choose, or bids the reader do something else with somebody than ask them."""

import re

_OTHERS = (
    r"(?:de|dom|hon|han|hen|någon|alla andra|andra|enheten|verksamheten|mottagningen|avdelningen|kliniken|kommunen"
    r"|beställaren|vården|personalen|facket|ledningen|chef\w*|\w*chefen|kolleg\w*|sekreteraren|samordnaren|läkaren"
    r"|patientföreningen|föreningen|(?:min|vår|mina|våra|din|er|hennes|hans|deras) (?!röst|val|första|person|kandidat"
    r"|favorit|förslag|grupp|lista|duo|trio)\w+|¶)"
)
_CHOOSE = (
    r"(?:väljer|valde|har valt|tar|tog|har tagit|vill ha|ville ha|vill gärna ha|vill se|önskar|önskade|önskar sig"
    r"|föredrar|föredrog|föreslår|föreslog|kör på|röstar på|röstade på|bestämde sig för|har bestämt sig för"
    r"|fastnade för|landade i|rekommenderar|rekommenderade|bokar|bokade|godkänner|godkände|nominerar|utser|utsåg"
    r"|säger ja till|sa ja till|tackar ja till|tänker på|lutar åt|gillar|gillade|håller på|satsar på)"
)
_SAY = (
    r"(?:sa|sade|säger|föreslog|föreslår|tyckte|tycker|skrev|skriver|menade|menar|hälsar|hälsade|önskade|önskar"
    r"|undrade"
    r"|undrar|viskade|ropade|svarade|rekommenderade|valde|röstade|ville)"
)
_OTHERS_CHOOSE = re.compile(
    rf"^(?:(?:och|men|så|ja|jo|hej) ,? ?)?{_OTHERS}(?: (?:på|i|från|vid|som) \w+){{0,2}} (?:också |ju |nog |själva? )?"
    rf"{_CHOOSE}(?! (?:jag|vi)\b) .*§"
)
_QUOTED = re.compile(
    r"^(?:du|ni) \w+ .*§.*\?|§\d+ ?,? enligt (?:(?:min|vår|mina|våra) )?(?:chef|kolleg|enhet|sekreter|personal)\w*"
    rf"|§\d+ (?:valde|väljer|tar|tog|vill|ville|önskar|önskade|föredrar|föreslår|föreslog|röstade) {_OTHERS}\b"
    rf"|§\d+ ?(?:, )?\"? ?(?:, )?{_SAY} (?!jag\b|vi\b|nej\b|ja\b|inte\b|att\b|det\b|sig\b)(?:\w+|¶|§\d+)"
    r"|\b(?:ja|ok|okej|klartecken|godkänt|grönt ljus) från (?!mig|oss|min|vår|mitt|vårt|undertecknad|och med)\w+ .*§"
    rf"|\bja till §\d+ från {_OTHERS}\b|\b(?:sms|mejl\w*|mail\w*|besked|samtal|order|lapp|meddelande|önskemål"
    rf"|hälsning\w*|förslag)"
    r" (?:av|från) (?!dig|er|mig|oss|vår|min)\w+ ?:.*§"
    r"|§\d+ ?(?:, )?(?:ja|ok|okej|klartecken) från (?!mig|oss|min|vår|mitt|vårt|undertecknad|och med)\w+"
)
_ERRAND = (
    r"(?!(?:det|detta|den|saken|uppdrag\w*|möte\w*|förfråg\w*|frågan|ärende\w*|\w*grupp\w*|träff\w*|intervju\w*"
    r"|medverk\w*"
    r"|projekt\w*|delta\w*|erbjud\w*|\w*råd\w*|samtal\w*|\w*dialog\w*|panel\w*|workshop\w*|uppgift\w*|fortsätt\w*"
    r"|hon|han|hen|de|dom|du|ni|¤|att|intress\w*|plats\w*|nästa|vi|jag)\b)"
)
_SMALL = r"(?:(?:en|ett|den|det|sin|sina|hans|hennes|deras|nya|nästa|denna|detta|vår|vårt|min|mitt) )*"
_OTHER_ORDER = re.compile(
    r"\b(?:ring|ringa|kontakta|mejla|maila|messa|sms:a|fråga|påminn|tipsa|prata med|tala med|skriv till)(?: gärna"
    r"| upp)?"
    rf" §\d+(?: (?:också|gärna|idag|i dag))? (?:om|angående|ang|gällande|beträffande|för) {_SMALL}{_ERRAND}\w+"
    rf"|\bbjud(?:a|er)?(?: gärna)? (?:in |med |hit )?§\d+ (?:till|på) {_SMALL}{_ERRAND}\w+"
    r"|\b(?:lägg|skriv|sätt|för)(?:a|er)? (?:gärna )?(?:till|in|upp) §\d+ (?:i|på|till) (?!(?:gruppen|listan|uppdraget"
    r"|förfrågan|ärendet|projektet|mötet|träffen|intervjun|min|vår|detta|det)\b)\w+"
    r"|\b(?:skicka|sänd|ge|lämna|visa|mejla|maila)(?: gärna)? §\d+ (?:en |ett |mitt |min |mina |vårt |vår |våra |den "
    r"|det |lite )+"
    r"(?!förfråg\w*|fråg\w*|inbjud\w*|erbjud\w*|chans\w*|uppdrag\w*|plats\w*|ja|möjlighet\w*|klartecken|röst\w*|grönt"
    r"|till\b|försök)\w+"
    r"|\b(?:hälsa|tacka|gratulera|krama|uppvakta|trösta|påminn|skjutsa|hämta)(?: gärna)?(?: till| på)? §"
    r"|\b(?:ring|kontakta|mejla|fråga|hör med|kolla med|skriv till|tala med|prata med)(?: gärna)? §\d+ (?:och"
    r"|så) (?:säg\w*"
    r"|meddela|berätta|hälsa|påminn|tacka|be|avboka|fråga(?! om (?:hon|han|hen|de|dom)))\b"
)


def others_choose(clause: str) -> bool:
    """Tell whether a clause with its people as marks says whom others want."""
    return bool(_OTHERS_CHOOSE.search(clause))


def is_quoted_or_ordered(text: str) -> bool:
    """Tell whether others are quoted, or something else than to ask them is bidden, in a sentence with marks."""
    return bool(_QUOTED.search(text) or _OTHER_ORDER.search(text))
