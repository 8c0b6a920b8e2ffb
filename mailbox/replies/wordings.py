"""Put plainly, before people are looked for, what would be read as other people than it means: "resten av gänget"."""

import re
from collections.abc import Callable

_NOUNS = {"ett": 1, "två": 2, "tre": 3, "fyr": 4, "fem": 5, "sex": 6, "sju": 7}


def _numbered(noun: re.Match[str]) -> str:
    """Put "tvåan" as "nr 2": unlike a bare number it counts nothing."""
    return f"nr {_NOUNS[noun[1].lower()]}"


def _both_numbered(nouns: re.Match[str]) -> str:
    return f"nr {_DIGITS[nouns[1].lower()]} och nr {_DIGITS[nouns[2].lower()]}"


# What somebody does, so that "ingen" is a person: verbs, and the words that not_people() has.
_DOES = (
    r"(?:av|utav|som|utom|förutom|hemma|inne|där|idag|annan|andra|enda|ytterligare|har|hade|är|var|vet|vill|ville"
    r"|kan|kunde|ska|skulle|får|fick|kom|gick"
    r"|tog|sa|lät|stod|satt|gav|såg|hann|blev|drog|högg|bad|orkar|nappa\w*|alls|heller|idag|tyvärr|dessvärre|\w+[aeä]r"
    r"|sagt|ringt|\w+(?:[aei]t|ade|dde|tte|te|nde|rde|lde)|finns|fanns|lyckas|lyckades|nås|hörs|syns|törs|hoppas"
    r"|kontakt|fara|aning|chans|lust|möjlighet|tid|tvekan"
    r"|brådska|panik|anledning"
    r"|orsak|framgång|inblandade|information|betänketid|invändning|tvivel)\b"
)
_ROWS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    # "1+, 2+, 3-"
    (r"(?<![\w-])(\d{1,2}) ?\+(?= *[,;] *\d|\W*$)", r"\1 ja"),
    (r"(?<![\w-])(\d{1,2}) ?-(?= *[,;] *\d)", r"\1 nej"),
    (r"([A-ZÅÄÖ](?-i:[a-zåäöé])[\w-]*), (?:1[3-9]|[2-9]\d|10\d)(?: år(?: gammal| ung)?| bast| fyllda)?,(?= )", r"\1"),
    (r"\b(ett|två|tre|fyr|fem|sex|sju)(?:an|man)\b(?!-| på | kl)", _numbered),
    (r"\b(?:vid )?(?:någon|nån|båda|alla|bägge) (?:av )?(?:de )?(?:gångerna|försöken|numren|tillfällena)\b", ""),
    (r"\b(ja|nej)(?: \1){2,}\b", r"\1"),
    (r"\bfrån båda (?:håll|hållen|parter|parterna|två|sidor)\b", "från båda"),
    (r"\b0 (?=svar|kontakt|napp)", "inget "),
    # What was expected, and came otherwise.
    (
        r"\b(?:jag )?trodde (?:ju |nästan |först |verkligen )?(?:att )?((?-i:[A-ZÅÄÖ])[\w-]{1,20}) skulle"
        r" (?:säga|tacka|svara) (?:ja|nej),? men (?:hon |han |hen )?",
        r"\1 ",
    ),
    (
        r"\b(?:glädjande|lustigt|konstigt|märkligt|roligt|naturligt|typiskt|tråkigt|förvånande|sorgligt|lyckligt"
        r"|ironiskt) nog\b",
        "",
    ),
    (r"\b(från|av|hos) ((?-i:[A-ZÅÄÖ])[\w-]+) (och|samt) \1 (?=(?-i:[A-ZÅÄÖ]))", r"\1 \2 \3 "),
    (
        r"\b(?:sa|sade|säger|svarade|gav|ville|kunde)(?: \w+){0,2} (?:varken|vare sig) (?:säga |svara )?(?:ja"
        r"|nej) eller"
        r" (?:ja|nej)\b",
        "är osäker",
    ),
    (r"\bvarken (från|hos|på|av|med|i|till) (?=(?-i:[A-ZÅÄÖ])|\d)", r"\1 varken "),
    (
        r"\b(?:(?:jag|vi) (?:kan|vill|får|ska|ber att få) (?:bara |nu |härmed |glatt |glädjande nog |tyvärr |också )*"
        r"|(?:härmed|glad att kunna|kul att kunna|ber att få|vill|kan) (?:bara |nu )?)(?:meddela|meddelas|berätta"
        r"|rapportera|säga"
        r"|bekräfta|konstatera|intyga|återrapportera) att ",
        "",
    ),
    (
        r"\s?\((?:(?:som|hon|han|hen) )?(?:är |fyller |fyllde |snart )*(?:1[3-9]|[2-9]\d|10\d)(?: år(?: gammal"
        r"| ung)?| bast"
        r"| fyllda)?[!.]?\)",
        "",
    ),
    # A reason begins a clause of its own: "får vänta till måndag för nu går jag hem".
    (
        r"(?<=\w) (?:för|ty) (?=(?:nu|jag|vi|hon|han|hen|de|dom|där) \w"
        r"|det (?:är|var|blir|blev|finns|går|gick|känns|kändes|passar|funkar)\b)",
        ", för ",
    ),
    (r"\b(?:ente|itne|intr|imte|intte|ine|inyte)\b", "inte"),
    (r"\balla (?=(?:de |dessa )?(?:år|åren|gånger|sätt|frågor|stunder)\b)", ""),
    (
        r"^\W*(?:det )?(?:blev |blir |är )?(?:alltså )?(?:en|ett|två|tre|fyra|fem|\d) (?:ja|nej|inget svar|utan svar)"
        r"(?:,? (?:och )?(?:en|ett|två|tre|fyra|fem|\d) (?:ja|nej|inget svar|utan svar)){1,3} ?:",
        "",
    ),
    (r"\bledit\b", "ledigt"),
    (
        r",? ?\bden en[ae] (?:för|på grund av|pga|eftersom|därför)\b[^.;]{0,80}? (?:och"
        r"|men) den andr[ae] [^.;]{0,80}(?=[.;]|$)",
        "",
    ),
    (
        r"\bpå (?:något|nåt|någon|ett enda) av (?:mina|alla|de)(?: \w+)? (?=(?:försök|samtal|sms|meddelanden|mejl|¤))",
        "på mina ",
    ),
    (r"\bhunni\b", "hunnit"),
    (r"(?<=hunnit )me\b", "med"),
    (r"(?<=\w) [åo] (?=(?:få|nå|komma|vara|prata|höra|ringa|ta|fånga)\b)", " att "),
    (r"(?<=\w) [åo] (?=\w)", " och "),
    (r"(?:^|(?<=[,.;] )|(?<=och ))plus (?:på|för|hos|från) ", "ja från "),
    (r"(?:^|(?<=[,.;] )|(?<=och ))minus (?:på|för|hos|från) ", "nej från "),
    (r"\bdubbel(?:t |-)?(ja|nej)\b", r"två \1"),
    (r"\btrippel(?:t |-)?(ja|nej)\b", r"tre \1"),
    (
        r"(?:^|(?<=[.,;] ))(ett|två|tre|fyra|fem) (?:och|samt|&) (två|tre|fyra|fem|sex)(?= (?:ja|nej|vill|kan|svara\w*"
        r"|kommer|är med|sa|tackade|ställer)\b)",
        _both_numbered,
    ),
    # Of things nobody asks who they are.
    (
        r"(?<=\w)(,| men| och| fast| så) ingen (?:(?:som )?(?:svarar|svarade|svarat|lyfter|lyfte|lyft|tar|tog|plockar"
        r"|plockade|öppnar|öppnade)(?: (?:den|upp|luren|på luren|i luren|telefonen|samtalet|där|alls|hemma)\b){0,2}"
        r"|(?:är |var )?(?:anträffbar|nåbar|kontaktbar))(?! av\b)",
        r"\1 inget svar",
    ),
    (rf"\b(?<!varken )ingen (?!{_DOES})(?=(?-i:[a-zåäö]){{3,}}\b)", "noll "),
    (
        r"\binga (?!av\b|utav\b|som\b|fler|andra\b|alls\b|nya\b|svar\b|emot\b|mot\b|problem\b|hinder\b"
        r"|invändning)(?=[a-zåäö]{4,}\b)",
        "noll ",
    ),
    (r"\bingen av (?:dem|dom) (vill|ville|tycker om|gillar) att (?=deras|hennes|hans|uppgift|num)", r"de \1 inte att "),
    (r"\b(?:någondera|nåndera)\b", "någon av dem"),
    (
        r"(?<=\w )ja (?=(?:har|hade|ringer|ska|hör av|tar|hann|provar|försöker|vet|tror"
        r"|får ringa)\b)",
        "jag ",
    ),
    (r"(?<=ringer )na\b", "henne"),
    (r"\bva med\b", "vara med"),
    (
        r"^är (?:det|de|dom|alla|folk) (?:väl )?(?:\w{0,12}lov|semester\w*|helg\w*|ledig\w*|röd dag"
        r"|influensa\w*|magsjuk\w*|bortresta)"
        r"[^?]{0,30}\?",
        "",
    ),
    (
        r"\bkan du (?:kolla|dubbelkolla|kontrollera)(?: upp)? (?:att |om )?(?:numret|nummer|telefonnumret"
        r"|adressen)\b[^?]{0,60}\?",
        "",
    ),
    (r"\b(fyll\w{1,4}) \d{2,3}\b", r"\1 år"),
    (r"\binte [^\W\d_]{2,20}\W{1,5}eller (?:rättare|snarare) sagt (?=inte\b)", ""),
    (r"\bhar ja (?=int|ej|e\b)", "har jag "),
    (r"\bint(?= (?:fått|hunnit|ringt|svar|kan|vill|nå))", "inte"),
    (r"\bvare sig (?=\w+ eller\b)", "varken "),
    (r"\b(de|dom) (två|tre|fyra|fem) (först|sist) på listan\b", r"\1 \2 \3a"),
    (
        r",? ?\b(?:det är |är )?(?:lätt|svårt|inte lätt) att (?:blanda ihop|hålla isär|skilja på"
        r"|förväxla)\b[^.!?\n]{0,60}",
        "",
    ),
    (
        r"^\W*(ja|nej)(?: tack)?\W{1,4}(?:hälsade|hälsar|sa|sade|säger|svarade"
        r"|blev svaret från) ([A-ZÅÄÖ][\w-]{1,30})\b",
        r"\2 sa \1 ",
    ),
    (
        r'^\W*"([^"]{2,120})"\W{0,3}(?:hälsade|hälsar|sa|sade|säger|svarade|blev svaret från) ([A-ZÅÄÖ][\w-]{1,30})\b',
        r"\2: \1 ",
    ),
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
        r"\binte en (?:enda|kotte|själ|käft)(?: en)?(?: av (?:dem|dom))?(?: som)?(?= (?:svara|lyft|tog|ta"
        r"|plocka|ville|vill|kunde|kan|sa|orka"
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
_TABLE = tuple((re.compile(pattern, re.I), plain) for pattern, plain in _ROWS)


def people_plainly(text: str) -> str:
    """Return a sentence as written with its words for groups put plainly, and "ett ja två nej tre ja" as a list."""
    for pattern, plain in _TABLE:
        text = pattern.sub(plain, text)
    counted = [_DIGITS[match[1].lower()] for match in _COUNTED.finditer(text)]
    if len(counted) >= 3 and counted == [str(number) for number in range(1, len(counted) + 1)]:
        text = _COUNTED.sub(lambda match: f", {_DIGITS[match[1].lower()]} ", text)
    return text
