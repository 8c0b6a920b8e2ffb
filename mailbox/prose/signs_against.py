"""The signs that a letter is neither request nor registration: something else is asked for, told of, or put off."""

from medverkan.mailbox.forms.values.numbers import NUMBER
from medverkan.mailbox.prose.signs import sign

# What neither does: asks for something else, tells of something else, or puts it off.
OF_NEITHER = (
    sign("asks anything", 0, -1, r"\?"),
    sign(
        "told of what has been", -3, -2,
        r"\b(?:deltog|medverkade|hjälpte|ställde upp|ni (?:skickade|hjälpte|ordnade|förmedlade|hittade)|"
        r"återkoppling (?:från|efter)|(?:är|var) (?:klar|färdig|avslutad)t? *[.,!]|så var|\w*anteckning(?:ar|arna)|"
        r"närvarande:|"
        r"vi (?:hade|hittade|har (?:redan )?hittat)|(?:har (?:\w+ )?(?:haft|fått)|hade|fick)(?: \w+){0,3} (?:en|två|"
        r"tre|fyra|"
        r"fem|\d) "
        r"(?:patient|brukar|anhörig|närstående|person)\w*)",
    ),
    sign(
        "people already known", -2.5, -0.5,
        rf"\b(?:de|våra|era|dessa|de här|alla) {NUMBER} (?:patient|brukar|närstående|anhörig|person|deltagar|"
        rf"representant|medlem)",
        r"\b(?:era|er) (?:medlemmar|deltagare)\b|\b(?:patienten|brukaren|personen|personerna|deltagarna) (?:ni|du|"
        r"från er)\b|"
        r"\bsom (?:redan |nu )?(?:är|sitter) med i \w+ \w*(?:grupp|råd)",
    ),
    sign(
        "asks about pay", -3.5, -2.5,
        r"\b(?:hur|vem|vems|om|när|inte|ännu|var|vilken|undrar|vad)\b[^.!?]{0,60}\b(?:arvod\w*|ersättning\w*|"
        r"betalar\w*|betalt|"
        r"faktura\w*|bokför\w*)\b|"
        r"\b(?:får (?:jag|vi|man|hon|han|du)|du får|(?:kan|ska|skulle) (?:jag|vi|man) få|(?:jag|vi|man) (?:kan|ska|"
        r"skulle) få)"
        r"(?: \w+){0,2} arvode\b|\bbetala ut\b|\b(?:arvode|ersättning|"
        r"reseräkning)\w* (?:igen|från|för i)\b",
    ),
    sign(
        "wants the lead", -6, -3,
        r"\b(?:du|dig|ni|er)\b[^.!?]{0,80}\b(?:berätta|berättar|presentera|presenterar|informera|föreläsa|föreläser|"
        r"komma|visa)\b"
        r"[^.!?]{0,60}\bom (?:(?:vad|hur) (?:ni|du|man|intresse\w*)|er\b|ert\b|era\b|intressebank|banken|arbetet)",
        r"\bpresentera intressebanken\b|(?<!hör )(?<!höra )\bav er om\b|\b(?:höra|lära|veta) (?:\w+ )?om hur (?:ni|"
        r"du|intresse\w*)",
        r"\b(?:intervjua|träffa|låna|bjuda in|ha med) (?:just )?dig\b|\bdig vi vill\b|\binga (?:brukare|patienter|"
        r"deltagare)\b|"
        r"\b(?:du|dig) som \w*(?:ledare|samordnare)\b|\båstudiebesök hos er\b|\b(?:två|några|fler|alla) av oss\b",
    ),
    sign(
        "asks for figures or papers", -2.5, -2.5,
        r"\b(?:statistik|hur många (?:brukare|patienter|personer|närstående|som)|verksamhetsberättelse|"
        r"(?<!ingen )blankett\w*|"
        r"mall(?:en|ar)?\b|"
        r"listan? (?:på|över)|har (?:ni|du) (?:några |någon |ett |en )?(?:\w+ )?(?:exempel|bilder|material|"
        r"presentation|rutin|tips|råd)|antalet? (?:personer|brukare|uppdrag|förfrågningar)|numret till|"
        r"kontaktuppgifter\w* till|faktura\w*)",
    ),
    sign(
        "asks how it works", -2, -3,
        r"\b(?:hur (?:fungerar|funkar|går det till|gör man|lång tid|mycket|många|ofta|räknar|anmäler|blir)|"
        r"vem (?:betalar|ska)|"
        r"förstå hur det fungerar|har (?:en )?fråg(?:a|or) om|kan (?:ni|du) förklara|förstår inte|"
        r"kan svara på (?:vad|hur|om)|hur länge|vad som gäller|"
        r"vilken (?:ska|blankett)|vad gäller|om ni eller vi)\b",
    ),
    sign(
        "speaks of the bank's own work", -3.5, -1,
        r"\b(?:hur|att|vad) (?:ni|du|intressebanken|er verksamhet|arbetet hos er)\b(?! (?:vill|kan|tycker|behöver|"
        r"har möjlighet|hittar|ställer))[^.!?]{0,60}"
        r"\b(?:rekryterar|arbetar|jobbar|gör|gjort|byggt|organiserar|hittar|når|startade|fungerar|tänker|lyckas|"
        r"räknar|väljer|lägger upp)",
        r"\b(?:studiebesök|hälsa på (?:er|hos er)|besöka er|liknande er|likt er|av er modell|praktik\w*|"
        r"lära av er)\b",
    ),
    sign(
        "about what is booked already", -4, -3,
        r"\b(?:(?:är|blev|blir) (?:ju )?(?:anmäld|inbokad|bokad|kallad|uttagen) (?:till|som|hos)|och anmäld (?:till|"
        r"hos)|"
        r"(?:fick|fått) (?:en )?kallelse|hittar inte (?:adressen|dit|lokalen)|påminn\w*|bekräfta\w* att|"
        r"deras (?:\w*adress|nummer|telefon|uppgift|namn)|(?:vår|min|den) (?:förra |tidigare |"
        r"senaste )?(?:förfrågan|beställning) (?:från|som vi|vi skickade)|(?:vår|min) (?:förra|tidigare|"
        r"senaste) \w+|det blev (?:tyvärr )?fel|"
        r"hur (?:det )?(?:går|gick) (?:det )?(?:med|för)|"
        r"har ni (?:hunnit|fått in några|hittat)|vilken tid (?:är|var|börjar)|var är det)\b",
    ),
    sign(
        "tells only", -6, -0.5,
        r"\b(?:för (?:er |din |ers? |allas )?kännedom|för information|vill informera|tipsa (?:er )?om (?:en|ett|"
        r"min)|bara (?:för|så ni vet|"
        r"en upplysning|säga)|"
        r"rekryterar (?:vi )?(?:dem |dessa |vi )?själva|på egen hand|inom våra egna led)\b",
    ),
    sign("some other time", -2, -0.5, r"\b(?:framöver|så småningom|längre fram|vid ett senare tillfälle)\b"),
    sign(
        "something does not work", -2, -3,
        r"\b(?:hängde sig|hänger sig|kraschade|felmeddelande|går inte att (?:öppna|skicka|fylla|logga)|på papper|"
        r"länken (?:fungerar|är)|"
        r"försökte (?:fylla|logga|skicka|anmäla)|logga in|lösenord\w*|webbplatsen)\b",
    ),
    sign(
        "only maybe", -6, -1,
        r"\b(?:förvarning|när vi vet mer|heads[- ]up|kommer (?:nog|kanske|troligen|troligtvis) att (?:behöva|"
        r"söka|vilja)|(?:om det|blir det) (?:blir )?av|inget (?:uppdrag|är bestämt|bestämt)|inte leta|"
        r"får vi (?:dem|pengarna|medlen)|troligen|ansökt om (?:medel|pengar|bidrag|projekt\w*|finansiering|anslag)|"
        r"om vi får (?:pengar|medel|ja))\b",
    ),
    sign(
        "not now", -2, -1,
        r"\b(?:inget (?:uppdrag|är bestämt|bestämt)|inte (?:göra något|aktuellt)|förvarning|om det blir av|så smått|"
        r"kanske hör|hör av (?:mig|oss) (?:i|med en riktig|till|när|senare)|återkommer (?:till|efter|när|i )|"
        r"förankra|"
        r"(?:just|ännu|än så länge) (?:inget|inga)|(?:behöver|söker) (?:alltså )?(?:inga\b|inte (?:kontakt|några|"
        r"fler|längre|leta)))\b",
    ),
    sign(
        "invites everybody", -7, -5,
        r"\b(?:anmäl dig|anmäl er|varmt välkom|välkommen till|alla (?:\w+ )?är (?:\w+ )?välkomna|fri entré|pris:|"
        r"deltagaravgift|pris (?:från )?\d|exkl\.? moms|boka (?:din |er )?plats|"
        r"nyhetsbrev\w*|kostnad:? \d+|är nu öppen|enkäten (?:är|finns)|ingen (?:för)?anmälan|program(?:met)?:|"
        r"ur programmet|"
        r"kostnadsfri\w*|årsmöte|medlemsmöte|\w*mässa|ställa ut)\b",
    ),
    sign(
        "sells", -7, -5,
        r"\b(?:kampanj\w*|annons(?:avdelning|plats|era)\w*|hushåll|helsid\w*|föreläsare att boka|boka mig|"
        r"mitt arvode|plattformen?|(?:våra|är|redan) kunder|demo\b|offert|rabatt|account manager|vår (?:tjänst|"
        r"produkt|"
        r"lösning)|"
        r"boka (?:ett|en) (?:kort )?(?:möte|demo)|hjälper (?:regioner|kommuner|offentlig)|konsult(?:bolag|firma|"
        r"byrå|er)\w*|vi är ett (?:bolag|företag)|till nytta för er|tid för ett (?:samtal|möte)|fler mejl från oss|"
        r"sälj)\b",
    ),
    sign(
        "press", -7, -7,
        r"\b(?:journalist|reporter|redaktion\w*|pressmeddelande|lokalradion|inslag om|direktsändning|media hälsas)\b"
    ),
    sign(
        "a post", -5, -3.5,
        r"\b(?:cv|personligt brev|vikariat|(?<!jobbar )(?<!arbetar )heltid|timanställ\w*|(?<![\w-])tjänsten "
        r"(?:som|är)|"
        r"söker (?:jag )?(?:arbete|jobb|anställning)|anställning|"
        r"referenser|betyg|praktikplats|volontär\w*|bli (?:stödperson|kontaktperson|god man|kontaktfamilj|"
        r"ledsagare)|kontaktfamilj\w*|ansök (?:senast|via|på)|ansökan (?:senast|görs|"
        r"skickas|med)|"
        r"ansökningar|kontaktperson(?:er)? (?:i|träffar)|kassör)\b",
        r"\b(?:söker|behöver|anställer|rekryterar)(?: \w+){0,3} (?:\w*sköterskor|\w*sköterska|läkare|vikarier|"
        r"medarbetare|\w*assistenter|"
        r"projektledare|kontaktpersoner|peer|boendestödjare|behandlare|volontärer)\b",
    ),
    sign(
        "for themselves", -4, -1,
        r"\b(?:min|mitt|vår|vårt) (?:\w+ )?(?:fru|man|make|maka|sambo|son|dotter|mamma|pappa|mor|far|syster|bror|"
        r"barn)\b",
        r"\bjag (?:är (?:född|\d\d)|har (?:fått|haft|levt))\b|\b(?:jag|vi) bor (?:i|på)\b|\bvi är (?:ett par|"
        r"oroliga|en familj)|"
        r"\b(?:prata|tala|träffa|samtala|umgås) med (?:oss|mig)\b(?! (?:på|som|inom|i|vid|och)\b)|\b(?:vart|"
        r"vem) (?:jag|vi) ska (?:vända|kontakta|prata)",
    ),
    sign("a study", -7, -9,
        r"\bgör ett (?:\w+ )?arbete om\b|\b(?:grupp|skol|kurs)arbete\b|"
        r"\bvi är (?:\w+ ){0,4}(?:studenter|elever) (?!i vår)|"
        r"\b(?:uppsats\w*|examensarbete|\w*läkemedelsstudie|klinisk studie|studien (?:om|som|"
        r"ni)|avhandling)\b"),
    sign("called off", -3, -1, r"\b(?:flytta[st]|byter datum|nytt datum|"
        r"ställ\w* in|inställ[dt]\w*|avbok\w+|inte längre|skjut\w+ upp|redan hittat|"
        r"inga fler)\b"),
    sign(
        "offers to work together", -2.5, -4.5,
        r"\b(?:samarbet\w*|våra medlemmar|våra egna\b(?! (?:lokaler|rum|hus))|egna patienter|redan våra|"
        r"förening\w*en)\b",
    ),
    sign(
        "thanks", -2.5, -1,
        r"^tack för (?:ett |en |det |den )?(?:\w+ ){0,2}(?:möte\w*|träff\w*|dag\w*|kväll\w*|pratstund\w*)(?: "
        r"(?:igår|i går|sist))|"
        r"\b(?:tacka|tackar)\b(?! (?:på|i) för)|\btack (?:så mycket )?(?:för|till)\b(?! (?:senast|sist|förra|"
        r"svar\w*|ert|din|samtalet|mejlet|brevet|informationen|återkoppling\w*|pratstunden|mötet igår))|"
        r"\bstort tack\b|"
        r"\btack ändå\b",
    ),
    sign(
        "asks first", -0.5, -5,
        r"\b(?:vad innebär|hur (?:ofta|gör(?! jag (?:nu|då|sen|sedan)\b)|går det|anmäler|blir)|måste man|får man|"
        r"kan man|vill veta mer|"
        r"tänka på saken|innan jag (?:bestämmer|anmäler)|inte bestämt|undrar lite|blev nyfiken|funderar på|"
        r"funderat på|hoppa av|något för mig)\b",
    ),
    sign(
        "asks for care or help", -2, -4,
        r"\b(?:omboka|boka (?:en )?tid|min tid|få tid|min journal|remiss|hjälpa (?:honom|henne|min)|vem (?:kan|"
        r"ska) (?:hjälpa|jag|vi)|få (?:en )?(?:kontaktperson|hemtjänst|ledsag\w*|parkeringstillstånd|avlastning)|"
        r"(?<!har )(?:ansök\w*|söka?) (?:om )?(?:parkeringstillstånd|färdtjänst|"
        r"hemtjänst|bidrag|bostad\w*|sjukpenning|assistans|avlastning|ledsag\w*)|vem (?:man|jag|vi) (?:pratar|"
        r"vänder|ringer|kontaktar|talar)|(?:få|vill ha|söka) avlastning|"
        r"(?:behöver|söker) (?:\w+ ){0,2}(?:hjälp (?:hem|nu|med)|någon som kan (?:komma hem|hjälpa|vara)|"
        r"hemtjänst till|lägenhet)|"
        r"inte (?:riktigt )?vart jag ska|kommit rätt|(?<!är )(?<!som )biståndshandläggar\w*)\b",
    ),
    sign(
        "complains", -1.5, -5,
        r"\b(?:kräver|missnöj\w*|klag\w*|illa behandlad|oacceptabelt|rimligt att|ivo|patientnämnden|tar? ansvar|"
        r"skandal\w*|anmäla "
        r"(?:det|detta|er|läkaren|vården)|arg|ingen (?:säger|svarar|hör|lyssnar|ringer|tar)|utan (?:besked|"
        r"förklaring|att få svar))\b",
    ),
    sign(
        "in already", -0.5, -3.5,
        r"\b(?:(?:deltog|medverkade|satt|var (?:jag )?med|sitta|fick vara med) (?:i|på) |nästa gång|"
        r"fler gånger|"
        r"(?:är|finns) (?:med )?i (?:intressebank\w*|ert|er)|är med som|redan (?:med|registrerad|anmäld)|"
        r"fortfarande till)\b",
    ),
    sign(
        "asks what became of it", -0.5, -8,
        r"\b(?:(?:har|om|att) (?:den|anmälan|min anmälan) (?:har )?kommit fram|(?:skickade|gjorde|"
        r"lämnade)(?: \w+){0,2} (?:en|min) anmälan)\b",
    ),
    sign("asks for own data", -2, -7, r"\b(?:register)?utdrag(?:et)?\b|\bvilka uppgifter (?:ni|du) har\b|"
        r"\bvad (?:ni|du) har (?:sparat|registrerat|för uppgifter|om mig)\b"),
    sign("has sent it", -4, -1,
        r"\b(?:vi|jag) (?:skickade|lämnade|mejlade|gjorde)(?: \w+){0,3} (?:förfrågan|beställning\w*|"
        r"blankett\w*)|\bhar ni (?:hittat|fått tag)\b[^.!?]{0,80}\b(?:till vår|ännu|än)\b"),
    sign("wants company", 0, -4, r"\bfinns det (?:någon|nån|några)\b[^.!?]{0,60} (?:åt|för|med|till) (?:mig|oss)\b"),
    sign("tells of a meeting that was", -2, -4, r"\bvar (?:så |väldigt |jätte)?(?:roligt|kul|fint|givande) att få\b|"
        r"\bglömde (?:min|mitt|mina)\b"),
    sign("changes", -0.5, -2,
        r"\b(?:bytt (?:\w+ )?(?:telefon|nummer|adress|mejl|namn|efternamn)\w*|(?:nytt|ändrat) (?:\w*nummer|"
        r"efternamn)|ny (?:\w*adress)|har "
        r"(?:nu |just )?flyttat|gamla numret|adressändring|ändra\w* (?:mitt|min|mina)|numera \w*(?:mobil|nummer|"
        r"adress))\b",
    ),
    sign(
        "leaves", -1, -5,
        r"\b(?:ta(?:s)?|plocka|stryk|radera) (?:\w+ ){0,3}?(?:bort|ur|uppgifter)\b|\b(?:avanmäl\w*|"
        r"orkar inte längre|(?:kan|vill|orkar) (?:tyvärr )?inte (?:vara med|delta|medverka) (?:mer|längre)|"
        r"vill inte (?:vara|stå) kvar)\b",
    ),
    sign("cannot come", -1, -3, r"\b(?:kan (?:tyvärr )?inte (?:komma|vara med)|"
        r"kommer (?:tyvärr )?inte (?:att )?kunna|förhindrad|fått förhinder)\b"),
    sign(
        "at work", 0, -1.5,
        r"\b(?:vi på|vi i|vi inom|jag (?:arbetar|jobbar) (?:som|på|vid)|\w*chef på|vår (?:enhet|mottagning|klinik|"
        r"avdelning))\b",
    ),
)  # fmt: skip
