"""The ways of telling that somebody said yes or no, put plainly; see `idioms`."""

YES, _NO, _LATER = "är med", "tackade nej", "vill fundera"
_ENDS = r"(?= *$| *[,.;!]| och\b| men\b| att (?:komma|delta|vara med|medverka)\b)"

ROWS: tuple[tuple[str, str], ...] = (
    # Yes.
    (r"\b(?:är|var) på(?= (?:och|direkt|med en gång|båda|det)\b| *$| *[!.,)])", YES),
    (
        r"\b(?:skrev|skriver|skrivit|bokar|bokade|bokat|lägger|lade|la|för|förde)(?: redan)? (?:upp|in) (?:det|den"
        r"|dagen|datumet"
        r"|datumen|tiden|tiderna)\b(?: (?:redan )?i (?:sin )?(?:kalender\w*|almanack\w*))?",
        YES,
    ),
    (r"\bstår (?:fast (?:vid|för)|kvar vid|vid) sitt (?:ja|löfte)\b", YES),
    (r"\bgav (?:sitt|ett) (?:\w+ )?(?:ja|löfte|klartecken)\b", YES),
    (r"\btar (?:gärna |mer än gärna )?(?:hans|hennes|ens|den|§\d+) plats(?:en)?\b", YES),
    (
        r"\b(?:(?:vi|ni|du|man|jag) )?(?:kan|får|ska) inte (?:längre )?räkna (?:med|in) (§\d+|henne|honom|hen"
        r"|dem)(?!\w)",
        rf"\1 {_NO}",
    ),
    (
        r"\b(?:(?:vi|ni|du) )?(?:(?:kan|får|ska) )?räknar? (?:ni |du |de |vi )?(?:med|in) (§\d+|henne|honom|hen"
        r"|dem)(?!\w)",
        rf"\1 {YES}",
    ),
    (
        r"\b(?:är|blev|var) (?:helt |nu |redan )?(?:inbokad|bokad|anmäld|inskriven)\b(?! (?:på|till|av|med|då|den"
        r"|hela|i|en))",
        YES,
    ),
    (r"\bmed på (?:det|noterna|tåget|saken|båten|banan|idén|vagnen|spåret)\b", "med"),
    (r"\b(?:tackade?|tackar|tackat) och (?:tog|tar|tagit) emot\b", "tackade ja"),
    (r"\b(?:är|var) (?:också |även )?med(?: helt och hållet| fullt ut| till hundra| på allt| båda två)\b", YES),
    (r"\bkommer (hon|han|hen|de|dom)(?! inte| ej| aldrig)( gärna| absolut| också| med)?(?= *$| *[,.!]| §)", YES),
    (
        r"\bkommer (?:också|även|gärna|absolut|definitivt|självklart|båda(?: två)?)\b(?! att|(?: \w+)? (?:annan"
        r"|nästa|senare) (?:gång|dag|vecka))",
        YES,
    ),
    (r"\bblir (?:det )?(?:ett )?ja\b", "sa ja"),
    (r"\butan (?:förbehåll|villkor|tvekan|tvivel|minsta tvekan|att tveka)\b", " "),
    (r"\b(?:det )?(?:råder|finns|är) ingen (?:som helst )?(?:tvekan|tvivel)\b(?: om (?:den|det) \w+| om det)?", " "),
    (r"\b(?:allt (?:är )?|är allt |är )?(?:klappat och klart|klart och betalt|i hamn|ordnat och klart)\b", YES),
    (
        r"(§\d+) (?:är|blev) (?:båda |nu |också |helt |redan )*klara?(?: för start)?(?= *$| *[,.!]| och\b)",
        rf"\1 {YES}",
    ),
    (r"\bskriv(?:er)? (?:gärna |bara )?(?:upp|in) (?:honom|henne|hen|dem|§\d+)(?= *$| *[,.;!])", YES),
    (r"(§\d+) (?:: )?(?:inga|inget) problem(?: alls)?(?= *$| *[,.!])", rf"\1 {YES}"),
    (r"(§\d+) likaså (?:efter|sedan|sen|när|då) [^,.;§]{1,60}", r"\1 likaså"),
    (r"\b(?:gick|går|gått) med på (?:det|detta|att (?:vara med|medverka|delta|komma|ställa upp|hjälpa till))\b", YES),
    (
        r"\bär (?:också |fullt |helt |gärna )?(?:villig|redo|beredd|beredvillig)\b(?: att (?:vara med|medverka"
        r"|delta|komma|ställa upp"
        r"|hjälpa till|bidra)\b|(?= *$| *[,.;!]))",
        YES,
    ),
    (
        r"\b(?:har )?lova(?:t|de|r) (?:att )?(?:komma(?! med)|vara med|delta|dyka upp|ställa upp|hjälpa till"
        r"|medverka)\b",
        YES,
    ),
    (r"\b(?:dyker upp|finns på plats|är på plats då)(?= *$| *[,.;!])", YES),
    (
        r"\b(?:tar|tog|åtar|åtog)(?: (?:på )?sig)? (?:gärna )?(?:uppdraget|det uppdraget)\b|\bått?ar sig det\b"
        r"|\båtog sig det\b",
        YES,
    ),
    (r"\b(?:antar|antog|antagit) (?:utmaningen|erbjudandet|inbjudan|uppdraget)\b", YES),
    (r"\bsvara(?:de|r) jakande\b|\b(?:gav|ger|gett) grönt ljus\b", YES),
    (r"\btveka(?:de|r) (?:inte|aldrig)(?: (?:en sekund|ett ögonblick|alls))?", " "),
    (r"\b(?:vill|ville) (?:gärna |också )?(?:hjälpa till|bistå|dela med sig|engagera sig)(?= *$| *[,.;!])", YES),
    (r"\bkan (?:både )?(?:den (?:dagen|tiden|veckan)|det datumet|datumet|tiden)(?= *$| *[,.;!])", YES),
    (
        r"\bhar (?:både )?(?:tid|lust|möjlighet)(?: och (?:tid|lust|ork|möjlighet))?(?: att (?:komma|vara med"
        r"|delta|medverka|ställa upp))?"
        r"(?= *$| *[,.;!])",
        YES,
    ),
    (
        r"\bkommer (?:på|till) (?:mötet|träffen|mötena|träffarna|intervjun|samtalet|dagen|kursen|workshopen"
        r"|utbildningen|gruppen)\b"
        r"|\bkommer (?:¤|den ¤)",
        YES,
    ),
    (r"\bköper (?:det|idén)(?= *$| *[,.;!])|\b(?:är |blev )?såld på (?:idén|det)\b|\bmed (?:största )?nöje\b", YES),
    (
        r"\bär (?:helt|fullt|väldigt|verkligen|absolut|definitivt|självklart|såklart|gärna"
        r"|naturligtvis) med\b(?! (?:i|på|om)\b)",
        YES,
    ),
    (
        r"\bvar (?:först|till en början|lite|lite lätt) (?:tveksam|osäker|skeptisk|nervös"
        r"|tvekande)(?: ,)? men (?=sa|tackade|är|vill|kommer"
        r"|blev)",
        " ",
    ),
    (r"\bbehövde (?:inte|ingen) (?:någon )?betänketid\b", " "),
    (
        r"\bär (?:jätte|väldigt |riktigt |så )?(?:(?:sugen|pigg) på (?:det|uppdraget|att (?:vara med|delta"
        r"|komma|medverka))\b|sugen(?= *$| *[,.;!]))",
        YES,
    ),
    (
        r"\bvill (?:gärna )?(?:ha uppdraget|prova|testa|pröva)(?= *$| *[,.;!])|\bkommer (?:dit|ändå)(?= *$| *[,.;!])"
        r"|\banmälde sig(?= *$| *[,.;!])",
        YES,
    ),
    (r"(§\d+) (?:: )?med (?:stor |största |mycket )?(?:glädje|nöje|förtjusning)(?= *$| *[,.!])", rf"\1 {YES}"),
    (r"\b(?<!inte )jakande(?: svar| besked)?\b", "sa ja"),
    (r"\b(?<!inte )nekande(?: svar| besked)?\b", "sa nej"),
    (r"\bför (§\d+) del\b", r"\1"),
    (
        r"(§\d+) (?:passar|passade|funkar|fungerar|går) det (?!inte)(?:\w+ )?(?:utmärkt|bra|perfekt|fint|jättebra"
        rf"|finfint){_ENDS}",
        rf"\1 {YES}",
    ),
    (
        r"\b(?:det |datumet |tiden |dagen )?(?:passar|passade|funkar|fungerar) (§\d+) (?!inte)(?:\w+ )?(?:utmärkt"
        r"|bra|perfekt"
        rf"|fint|jättebra|finfint){_ENDS}",
        rf"\1 {YES}",
    ),
    (
        r"\b(?:så (?:fort|snart|gott|mycket|ofta)|när|som|det|allt) (?:hon|han|hen) (?:kan|kunde|vill|ville|orkar"
        r"|orkade)\b",
        " ",
    ),
    (
        r"\b(?:ville|hade velat)(?: gärna)?(?: ,)? (?:men|fast)(?: \w+){0,2}? (?=(?:kunde|kan|hinner|hann|orkar"
        r"|orkade) (?:\w+ )?inte\b(?! \w+ (?:lov|säg|svar)))",
        " ",
    ),
    (
        r"(§\d+|\bhon|\bhan) (?:vill|kan|ville|kommer)(?: gärna| absolut)? och (?=(?:\w+ ){0,2}(?:num|uppgift"
        r"|telefon|adress"
        r"|mejl|kontakt))",
        r"\1 är med , ",
    ),
    (
        r"\b((?:ett )?(?:ja|nej|klartecken|besked|inget svar)) (från|av|hos) (§\d+)(?: ,)? (?:och|samt) (?:ett|även"
        r"|också|likaså)"
        r"(?: ett)? (?:från|av|hos) (§\d+)",
        r"\1 \2 \3 ; \1 \2 \4",
    ),
    # What somebody wonders is no answer.
    (
        r"\b(?:undrar|undrade|frågar|frågade) (?:bara |också |även )?(?:om|ifall|när|var|hur|vad|vem|varför|vilken"
        r"|vilka|vart)"
        r" [^,.;§]{1,80}?(?=$| *[,.;]| men\b| fast\b| och (?:vill|är|kommer|sa|tackade|ställer|kan|ska|ville"
        r"|behöver|bad)\b)",
        "undrade något",
    ),
    (
        r"\b(?:det ?samma|samma sak|samma|likadant) (?:gäller|gällde|är det|var det|sa|svarade|med|för)(?: för| med"
        r"| även)*"
        r" (§\d+)",
        r"\1 likaså",
    ),
    (
        r"(?:^|(?<=[,;] ))(?:och |men )?(?:det|så) (?:(?:gör|gjorde|vill|ville|kan|sa|svarade|tyckte|ska) (?:även "
        r"|också |dessutom )?"
        r"(§\d+)(?: också| med| likaså)?|(?:är|var) (§\d+) (?:också|med))(?= *$| *[.!,])",
        r"\1\2 likaså",
    ),
    (
        r"\b(?:sa|sade) (?:\" )?nej(?: \")?(?: ¤| först| flera gånger){0,2} innan (?:hon|han|hen) (?:sa|sade"
        r"|svarade) ja\b",
        "sa ja",
    ),
    (r"(§\d+) (?:gör|gjorde|säger|sa|svarade|tyckte) (?:också )?(?:likadant|detsamma|samma sak|samma)\b", r"\1 likaså"),
    # What holds in spite of something is told before it.
    (
        r"\b(?:trots att|även om|fastän)(?![^,.;§]{0,60}\b(?:vet|osäker|kanske|num\w+"
        r"|\w*uppgift\w*)\b) [^,.;§]{2,60}",
        " ",
    ),
    # No.
    (r"\b(?:accepter|napp|hak|häng|medverk)\w* (?:tyvärr |dock |alltså )?(?:inte|ej|aldrig)(?: på)?\b", _NO),
    (r"\b(?:lova|bekräfta|godkän)\w* (?:tyvärr |dock |alltså )?(?:inte|ej|aldrig)\b", "är osäker"),
    (
        r"\btillåter (?:det )?inte(?: det)?\b|\b(?:orken|hälsan|kroppen|krafterna|tiden|ekonomin) (?:räcker|räckte"
        r"|medger"
        r"|finns|fanns)(?: det| tyvärr)? inte\b",
        _NO,
    ),
    (
        r"\b(?:tyckte|tycker|kände|känner|trodde) inte (?:att )?det (?:är|var|verkade|lät|kändes)(?: som)? (?:något"
        r"|nåt"
        r"|någonting) för (?:henne|honom|hen)\b",
        _NO,
    ),
    (
        r"\b(?:har|hade) (?:redan |tyvärr |fått )*(?:ett |en |några )?(?:annat|annan|andra|tidigare) (?:åtagande\w*"
        r"|bokning\w*"
        r"|engagemang|uppdrag|planer|möten?|förpliktelse\w*|resa)\b(?! (?:samma|i går))",
        _NO,
    ),
    (r"\b(?:stå|står|ställer sig|hålla sig|håller sig) utanför\b", _NO),
    (
        r"\b(?:känner|kände|tyckte|tycker) sig (?:vara )?(?:alldeles |lite |helt enkelt |nu |numera )?för \w+(?= *$"
        r"| *[,.;!]"
        r"| och\b| för\b)|\b(?:är|har blivit|var) (?:alldeles |helt enkelt |numera |nog )?för (?:skröplig|gammal"
        r"|krasslig"
        r"|bräcklig|orkeslös|upptagen|nervös|blyg|ung|skör|stressad|långt bort\w*|nyopererad)\b",
        _NO,
    ),
    (r"(§\d+) (?:backar|backade|har backat)(?! upp| oss)(?= *$| *[,.;!]| men\b| och\b)", rf"\1 {_NO}"),
    (
        r"\bkommer (?:(?!nog|kanske|säkert|väl|troligen|antagligen|jag"
        r"|vi)\w+ ){1,2}inte\b(?: att (?:kunna )?(?:vara med|ställa upp|\w+))?"
        r"|\bär inte längre (?:med|aktuell|kvar)\b",
        _NO,
    ),
    (
        r"\bmedverkar inte\b|\b(?:låter (?:bli|det vara)|tar en paus|vill vila)(?= *$| *[,.;!])"
        r"|\bskippar(?: det(?: här)?)?(?= *$"
        r"| *[,.;!])",
        _NO,
    ),
    (
        r"\bär inte (?:tillgänglig|hågad|hugad)\b|\bhar (?:för ont|inte kraft\w*)\b"
        r"|\bär (?:redan )?engagerad i annat\b",
        _NO,
    ),
    (r"\bhade (?:redan )?(?:annat|ett möte|jobb|en annan tid)(?: då| den dagen)?(?= *$| *[,.;!])", _NO),
    (r"\b(?:tyckte|tycker) inte att (?:hon|han|hen) (?:hade|har|kunde|kan)(?: \w+){1,5}", _NO),
    (
        r"\b(?:vill|ville) (?:helst |gärna )?(?:slippa|bli struken|strykas|gå ur|sluta|hoppa av|dra sig ur"
        r"|avstå|tacka nej|stå över)\b"
        r"|\bslipper helst\b",
        _NO,
    ),
    (r"\b(?:har inget intresse|saknar intresse|intresse saknas|undanbad sig|undanber sig|nobbade|ratade)\b", _NO),
    (r"\b(?:har (?:nu )?(?:slutat|tröttnat)|nekade)(?= *$| *[,.;!])", _NO),
    (
        r"\b(?:sa|sade|säger|tyckte|meddelar|meddelade|hälsar|hälsade) att det (?:tyvärr )?(?:inte (?:går"
        r"|passar|funkar|fungerar)|blir inget"
        r"|är omöjligt)\b",
        _NO,
    ),
    (
        r"\bhar (?:\w+ ){0,2}(?:skola|barnen|läkartid|tandläkartid|jobb|möte|kurs|tenta|prov|behandling|dialys"
        r"|lektion)\w* (?:då|den"
        r" (?:dagen|tiden)|samtidigt)\b",
        _NO,
    ),
    (r"\bstår (?:fast|kvar) (?:vid|för) sitt nej\b", _NO),
    (r"\b(?:kalla handen|nobben|korgen|respass) (från|av|hos)\b", r"nej \1"),
    (r"\b(?:är|vill|kan|gör|gjorde) (?:tyvärr )?(?:det inte|inte det)(?= *$| *[.,!])", "inte"),
    (
        r"(?<!\S)(?:\w+ ){0,6}(?:annan|nästa) gång(?: ,)?(?: men)? (?:inte|ej) (?:nu|den här gången|denna gång"
        r"|just nu)\b",
        _NO,
    ),
    (r"\bkänner sig (?:\w+ )?för (?:gammal|trött|sjuk|svag|sliten|skör|dålig)\b", _NO),
    (r"\b(?:kommer|kom) inte på (?:fråga|tal)\b|\baldrig i livet\b|\bno way\b|\bglöm det(?= *$| *[,.;!])", _NO),
    (r"\bprioriterar (?!det|oss|uppdrag|möte|träff|er\b)(?:\w+ ){0,2}\w+\b", _NO),
    (r"\bgjorde (?:det )?inte(?: det)?\b", "inte"),
    (r"\bhar (?:redan )?tackat ja till (?:\w+s|ett annat|en annan|annat|andra) \w+", "har annat inbokat"),
    (r"\bhoppas (?:på |få |kunna |att )?(?:\w+ ){0,4}(annan gång|nästa gång|till hösten|till våren|framöver)\b", r"\1"),
    (r"\b(?:det )?(?:får|fick|kan)(?: \w+)? räcka (?:nu|så|för (?:hennes|hans|hens) del)\b", _NO),
    (r"\b(?:har |hade )?(?:fått|haft) nog av\b(?: \w+){0,4}", _NO),
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
    (r"\b(?:tyckte|tycker|ansåg|kände) inte (?:att )?(?:\w+ ){1,3}passade?\b(?: (?:henne|honom|hen|in)\b)?", _NO),
    (r"\bfår (?:tyvärr |dessvärre |nog )?(?:säga nej|avböja|avstå|passa|tacka nej)\b", _NO),
    (
        r"\bmåste (?:tyvärr |dessvärre )?(?:säga nej|avböja|avstå|passa|tacka nej|lämna återbud|hoppa över"
        r"|hoppa av|stå över)\b",
        _NO,
    ),
    (
        r"\b(?:låter|lät|lämnar|lämnade|ger|gav) (?:gärna )?(?:någon|nån|en) annan (?:få )?(?:chansen|plats\w*"
        r"|gå före|ta)\b",
        _NO,
    ),
    (r"\b(?:lämnar|lämnade|ger|gav) (?:sin )?plats\w* (?:åt|till) (?:någon |nån |en )?(?:annan|andra)\b", _NO),
    (r"\bhar (?:nu )?gjort sitt\b", _NO),
)
