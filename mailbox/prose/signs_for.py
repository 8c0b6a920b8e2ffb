"""The signs that speak for a request, and those that speak for a registration; kind.py weighs them."""

from medverkan.mailbox.forms.values.numbers import NUMBER
from medverkan.mailbox.prose.signs import UNKNOWN_PEOPLE, sign

_BANK = r"(?:ni|er|ert|era|du|dig|intressebank\w*|banken)"
_FROM_THE_BANK = r"\b(?:genom|via|från|hos|i|ur) (?:er\b|ert\b|era\b|intressebank|banken)"
_GATHERING = (
    r"(?:grupp|råd|träff|möte|workshop|panel|intervju|dag|kväll|utbildning|revision|analys|konferens|studie|"
    r"föreläs|dialog|samtal|team|enkät|kurs|film|broschyr|folder|text|brev|utkast|test|remiss|vandring|rond|tur|"
    r"upphandling|rekrytering|projekt)[a-zåäö]{0,6}"
)
_ONESELF = r"(?:mig|henne|honom)"
_KIN = (
    r"(?:fru|man|make|maka|sambo|partner|son|dotter|flicka|pojke|barn|mamma|pappa|mor|far|syster|bror|mormor|morfar|"
    r"farmor|"
    r"farfar|barnbarn|vän)"
)
_WISH = r"(?:vill|kan|skulle|kul|roligt|meningsfullt|fint|hoppas|gärna|lovade|tänkte|tänkt|borde|nog|måste|tänka mig)"
# "… som kan berätta", "två som vill delta" are those who are sought; "ni vill", "du kan" are those who are asked.
_NOT_OTHERS = r"(?<!ni )(?<!du )(?<!som )(?<!hen )(?<!de )(?<!man )(?<!någon )(?<!vi )"

# Somebody at work asks the bank for people it does not know yet, for something that is to come.
OF_REQUESTS = (
    sign(
        "wants people", 2, 0.5,
        r"\b(?:sök|behöv|behov|efterlys|efterfråg|kontakta|intervjua|träffa|möta|låta|låter|visa|kräv|begär|"
        r"prioriter|vågar|orkar|hinner|få fram|"
        r"få tag|få ihop|hjälpa (?:oss|mig)|"
        r"få hit|släpp|önsk|sakna|fattas|vill|ville|skulle|hitta|finns|har ni|känner|"
        r"känna|presentera|föreslå|skicka|förmedla|ordna|fixa|få med|"
        r"få in|låna|boka|bjud|inbjud|beställ|rekryter|räkna|plats för|tänk|hoppas|ber |be om|utse|spana|leta|"
        rf"tar (?:\w+ )?emot|stämma av|välkomna)[^.!?]{{0,160}}?{UNKNOWN_PEOPLE}",
        rf"{UNKNOWN_PEOPLE}[^.!?]{{0,120}}\b(?:behövs|sökes|söks|önskas|saknas|fattas|efterlyses|bör|måste|behöver|"
        rf"kan|kunde|skulle|"
        rf"ska|får"
        r" gärna|vore|hade (?:varit|gett|blivit|betytt)|räcker|välkom|inbjud|bjuds|är tänkt|hörs|går det|finns|"
        r"träffar|kommer|deltar|läser|"
        r"testar|"
        r"berättar)",
        rf"\b(?:avsedd|tänkt|vikt|fyllas av|består av|plats för)\b[^.!?]{{0,30}}{UNKNOWN_PEOPLE}",
        is_act=True,
    ),
    sign(
        "asks the bank", 0, -1,
        rf"\b(?:kan|kunde|har|skulle|känner|vet|hittar|får|vågar|vill|orkar|undrar om|om)\b (?:\w+ )?{_BANK}\b",
        r"\b(?:går det|finns det|är det (?:möjligt|för sent)|kan det|funkar det|kan vi|får vi|"
        r"kan jag)\b[^.!?]{0,160}\??$",
        r"^(?:skicka|hjälp|hitta|ordna|fixa|förmedla|tipsa|boka|föreslå|sprid|fråga|beställning|önskemål)\b",
        r"\b(?:ber om|anhåller|hemställer|anmäler behov|beställer|tacksam\w* (?:för|om)|ni får gärna)\b",
        _FROM_THE_BANK,
    ),
    sign(
        "lived through by them", 2, -0.5,
        r"\b(?:någon|några|person|patient|brukare|anhörig|närstående|föräldrar|kvinn|män|unga|ungdom|de|dem|den|"
        rf"stycken|tonåringar|{NUMBER})\w*\b[^.!?]{{0,40}}?\b(?:som (?:själva? |nyligen |redan |tidigare )?(?:har|"
        rf"haft|fått|"
        r"lever|levt|legat|varit|genomgått|gått|bor|bott|använt?er?|suttit|vet hur|opererats|vårdats|mött|mist)|"
        r"med (?:\w+ ){0,2}(?:erfarenhet|\w+sjukdom|diagnos|\w*nedsättning)|"
        r"(?:har|haft|ha|har haft) (?:\w+ )?erfarenhet)",
        r"\b(?:egen|egna|levd) erfarenhet",
        is_act=True,
    ),
    sign("a gathering", 1.5, 0, rf"\b[a-zåäö-]*{_GATHERING}\b"),
    sign(
        "about to change", 1.5, 0,
        r"\b(?:vi|enheten|kliniken|mottagningen|förvaltningen|avdelningen|regionen|kommunen|"
        r"\w*teamet)\b[^.!?]{0,40}\b(?:ska|"
        r"håller på|planerar|tar fram|byter|bygger|gör om|skriver om|öppnar|startar|ser över|spelar in|upphandla|"
        r"utveckla|förbättra)",
        r"\b(?:ska|måste|behöver) (?:\w+ ){0,2}(?:läsas|granskas|testas|ses över|göras om|skriva?s? om|upphandla\w*|"
        r"byta\w*|"
        r"införa|revidera|se över)\b|\b(?:står inför|ny(?:a|tt)? (?:lokaler|rutiner|riktlinje|system))",
    ),
    sign("pays for it", 1.5, 0, r"\b(?:arvod|ersättning|kostnadsställ|biljett|presentkort|reskostnad|bjuder på|"
        r"\d kr\b)"),
)  # fmt: skip
# Somebody tells of themselves, or of one they speak for, and offers to take part.
OF_REGISTRATIONS = (
    sign(
        "offers oneself", 0, 3,
        r"\b(?:ställer (?:\w+ )?upp|erbjuder (?:jag )?(?:mig|sig)|anmäler (?:mig|mitt|härmed|henne|honom|min)|"
        r"ansluter|"
        r"(?:jag|mig) är på|är jag på|finns (?:jag|vi)\b|här har ni|räkna med mig|jag nappar|till (?:ert |"
        r"er )?förfogande)",
        rf"(?<!inte )\b(?:anmäl|skriv|sätt|lägg|skicka|boka|bokför|notera|"
        rf"registrera)\w*\b(?: \w+){{0,2}}? {_ONESELF}\b"
        r"(?!(?: \w+){0,3} (?:bort|ur))",
        r"\b(?:stå|vara|finnas|vara med|komma med|gå med)\b[^.!?]{0,25}\b(?:er lista|ert register|er bank|registret|"
        r"banken|"
        r"intressebank\w*|hos er)",
        r"\b(?:ha nytta av (?:mig|det jag)|till (?:nytta|användning|glädje)|göra (?:\w+ )?nytta)\b",
        r"\b(?:vill ni ha|har ni plats för|vill ni träffa) (?:mig|en)\b",
        r"\bom (?:det behövs|ni (?:vill (?!veta)|behöver|söker|saknar|kan använda))[^.!?]{0,80}\b(?:ring|hör|"
        r"kontakta|"
        r"finns|jag|mig)",
        rf"\b{_NOT_OTHERS}{_WISH}\b (?:(?!ni\b|du\b|vi\b|som\b|någon\b)\w+ ){{0,6}}?"
        r"(?:vara med|va med|bidra|hjälpa|delta|medverka|påverka|engagera|göra (?:\w+ )?(?:något|nytta|skillnad)|"
        r"ge tillbaka|ge något|dela (?:med|mina|min)|berätta|föreläsa|använda (?:det|min)|få använda|slippa|anmäla|"
        r"bli representant)",
        r"\b(?:föreläsa|prata|berätta|skriva|granska|testa|svara)\b[^.!?]{0,40}\b(?:är min grej|kan jag|gör jag|"
        r"är jag van|"
        r"vill jag|har jag inget emot)",
        r"^(?:använd|ta|anlita|utnyttja) (?:gärna )?mig\b|\b(?:upptas|tas upp|skrivas in|ingå|räknas in) i\b|"
        r"\bhar ni här\b|\batt bidra med\b",
        r"\b(?:det|vad|allt|sånt|sådant) (?:jag )?(?:har )?(?:lärt|varit med|upplevt|borde)[^.!?]{0,40}\b(?:räknas|"
        r"spridas|användas|komma|höra\w*)\b",
        r"\bvill (?:\w+ )?att (?:de|ni|vården|personal\w*|fler|folk) (?:ska|skall)\b",
        r"\b(?:ta med|för (?:in|upp)|tag med) mig\b|\bintresseanmälan\b|\bmin anmälan\b|\b(?:är|hänger|hänga|"
        r"kommer) (?:gärna )?(?:på|med) (?:om|på|i)\b",
        is_act=True,
    ),
    sign(
        "own life", 0, 0.5,
        r"\b(?:jag|har|själv|är|var|blev|fick|efter min|sedan min)\b[^.!?]{0,50}\b(?:haft|fått|fick|levt|lever|"
        r"opererad|"
        r"opererades|drabba\w*|insjukna\w*|vårdat|varit|född med|legat|stroke|cancer|diagnos\w*|patient|brukare|"
        r"anhörig|"
        r"närstående|sjuk|nykter|träffat|mött|gått hos)\b",
        rf"\b(?:min|mitt|vår|vårt) (?:\w+ )?{_KIN}\b[^.!?]{{0,60}}\b(?:har|hade|fick|dog|lever|sjuk|är|gick bort)\b",
        r"\b(?:mamma|pappa|förälder|anhörig|närstående|syster|bror|maka|make) till (?:en|ett|min|två|barn|[A-ZÅÄÖ])",
    ),
    sign(
        "born", -0.5, 2.5,
        r"\b(?:född|föddes|födelseår|årgång|års modell)\b|"
        r"(?<!mamma )(?<!pappa )(?<!mor )(?<!far )(?<!man )(?<!fru )(?<!make )(?<!maka )(?<!son )(?<!dotter )"
        r"(?<!bror )(?<!syster )(?<!hon )(?<!han )\b(?:är|fyller|blir) [1-9]\d(?= och|,|\.| år| i |$)|\(\d\d:a\)|"
        r"\bf\.? ?(?:19|20)\d\d\b|"
        r"(?<!i )(?<!över )(?<!under )(?<!till )(?<![-–])\b\d\d (?:år|bast)\b(?! sedan)|, (?:19|20)\d\d\b|, -\d\d\b",
    ),
    sign(
        "lives", -0.5, 0.5,
        r"\b(?:bor|bosatt|boende|hemmahörande|kommer från|folkbokförd)\b[^.!?]{0,40}\b(?:i|på|utanför|från) ",
        r"\b\d{3} ?\d\d [A-ZÅÄÖ]|\bkommun\b[,.]|^(?:hem)?(?:kommun|ort|bostadsort): |"
        r"^(?-i:[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+, [A-ZÅÄÖ][a-zåäö]+)[.,]?$",
    ),
    sign("reached", 0, 1.5, r"\b(?:ring|sms\w*|mejla|nås|når|mobil|telefon|tel|numme?r\w*|hör av er|brev)\b|"
        r"\+?\b0\d{1,3}[- ]\d"),
    sign(
        "consents", 0, 3.5,
        r"\b(?:samtyck\w*|godkänn\w*|ger er \w*\s?rätt|ni får (?:\w+ )?(?:spara|registrera|använda|skriva))\b",
        is_act=True,
    ),
    sign("has read of it", 0, 3, r"\b(?:personup+gift\w*|dataskydd\w*|gdpr)\b", is_act=True),
    sign(
        "heard of it", 0, 1.5,
        r"\b(?:tipsa\w*|tips|annons\w*|anslag\w*|lapp\w*|affisch\w*|folder\w*|broschyr\w*|tidning\w*|radio\w*|såg|"
        r"läste|hörde|"
        r"nämndes|"
        r"föredrag\w*|efterlys\w*|pratade|hittade)\b[^.!?]{0,60}\b(?:er|ni|om er|intressebank\w*|du|det)\b",
        r"\b(?:tyckte|sa|föreslog) (?:att )?jag (?:skulle|borde|kunde) (?:skriva|höra av mig|kontakta|anmäla|mejla)",
        r"\b(?:er|ni|ert|intressebank\w*)\b[^.!?]{0,40}\b(?:annons|anslag|lapp|affisch|folder|tidning|radio|"
        r"efterlysning|"
        r"inlägg)",
        is_act=True,
    ),
    sign("speaks for one", 0, 1, r"\b(?:räkning|vägnar|skriver (?:åt|för)|ber mig|bett mig|dikterat|anmäler (?:min|"
        r"vår))\b", is_act=True),
)  # fmt: skip
