"""The ways of telling that nobody answered, or that a call is to be made or made again, put plainly; see `idioms`."""

_TIMES = (
    r"(?: (?:på|i|till|efter|om|nästa|under|vid|framåt|imorgon|ikväll|senare|idag|¤|[a-zåäö]{0,12}dag(?:en)?|veckan?"
    r"|helgen?|lunch|kvällen|förmiddagen|eftermiddagen|morgon)\b){0,5}"
)
_SOFT = r"(?: (?:nog|först|gärna|bara|då|också|även|ändå|dock|i alla fall|lite|själv|absolut)\b){0,3}"
_SILENCE, _LATER, _NOT_CALLED = "inget svar", "vill fundera", "har jag inte ringt"

ROWS: tuple[tuple[str, str], ...] = (
    # Nobody answered.
    (r"\b(?:fortfarande |helt |alldeles |varit |är )?(?:knäpp)?tyst (?:från|hos)\b", "inget svar från"),
    (r"\binte ett (?:enda )?(?:svar|pip|ljud|livstecken|napp)\b", _SILENCE),
    (r"\bbytt nummer\b(?=[^.]{0,60}☏)", "fått nya siffror"),
    (
        r"\butan att (?:\w+ ){0,4}(?:lyft(?:er|e)?|svara(?:r|de|t)?|svar|fram|napp|kontakt|tag|nå"
        r"|nått)\b(?: (?:på|i)\b)?"
        r"(?: (?:luren|telefonen|henne|honom|hen|dem|någon)\b)?",
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
    (r"\butan (?:att lyckas|framgång|lycka|resultat)\b", _SILENCE),
    (r"\b(?:tog|tar|lyfte|lyfter) (?:inte|aldrig|ej) (?:i )?(?:luren|telefonen|samtalet)\b", _SILENCE),
    (r"\bär svår(?:t)? att (?:få tag (?:på|i)|nå|komma fram till)\b", _SILENCE),
    (r"\bobesvara(?:t|de|d)\b(?: samtal)?", _SILENCE),
    (r"\b(?:var|är|fanns) (?:tyvärr )?inte (?:heller )?hemma\b", _SILENCE),
    (r"(§\d+) (?:: )?(?:helt |knäpp|är )?tyst(?: som i graven)?(?= *$| *[,.;!])", rf"\1 {_SILENCE}"),
    (
        r"\bhar jag försökt (?:med|nå|få tag på|ringa)(?: ¤)?(?= *$| *[,.;!])|\bring(?:de|er|t) ut(?= *$| *[,.;!¤])",
        _SILENCE,
    ),
    (r"\binte (?:återkommit|hört av sig|ringt upp) trots \w+\b", _SILENCE),
    (r"\b(?:är|var) (?:\w+ )?upptagen i (?:telefon\w*|annat samtal|ett annat samtal)\b|\bupptaget i luren\b", _SILENCE),
    (
        r"\b(?:tele|mobil)(?:fon\w*|en)?(?: \w+){0,4} (?:upptagetton|upptaget|signaler|telefonsvararen?|svararen?)\b"
        r"(?: på)?",
        _SILENCE,
    ),
    (r"\bring(?:er|de) det (?:bara |ju |fortfarande )?ut\b", _SILENCE),
    (
        r"(§\d+) (?:gick |går |bara |med |ut |efter )*(?:\d+|¤|en|två|tre|fyra|fem|sex|sju|åtta|tio|många|massor av"
        r"|långa|idel)"
        r" signaler\b",
        rf"\1 {_SILENCE}",
    ),
    # Later.
    (
        r"\b(?:ny kontakt|ny telefontid|ny signal|nytt samtal|nytt telefonsamtal|ny påringning|nytt försök)\b",
        "jag försöker igen",
    ),
    # What the lead finds out is nothing that the person waits for.
    (
        r"(?:^|(?<=[,.;(] )|(?<=och )|(?<=men ))(?:det|detta|den saken|saken|det där)? ?(?:kollar|undersöker|fixar"
        r"|ordnar|löser"
        r"|reder ut|tar reda på|hör efter|googlar) (?:jag|vi)(?: själv| själva| upp| på| med enheten| imorgon| sen"
        r"| nu)*"
        r"(?= *$| *[,.;!)])",
        " ",
    ),
    (r"\b(?:vill|ville) ha (?:lite |mer )?tid(?: på sig)?\b", _LATER),
    (
        r"\b(?:kunde inte|hade inte tid(?: att)?|hann inte) (?:prata|snacka|tala)(?: just då| då"
        r"| nu)?(?: ,)?(?: så)?(?: jag)?"
        r" ringer (?:jag )?igen‹rest›",
        _LATER,
    ),
    (r"(?<!jag )(?<!vi )\bvet (?:inte|ej)(?: riktigt| säkert)? (?:än|ännu)\b", _LATER),
    (
        r"(?<!jag )(?<!vi )\b(?:(?:tar|ska ta|får ta|vill ta|tänker ta) (?:ställning|beslut|sig en funderare"
        r"|en funderare)"
        r"|bestämmer sig (?=på|nästa|imorgon|i morgon|senare|efter|först|till|i))\b‹rest›",
        _LATER,
    ),
    (r"\bkunde inte svara (?:direkt|på stående fot|på en gång|nu|idag|än)\b", _LATER),
    (
        r"(?<!jag )(?<!vi )\b(?:vill|ville|behöver|önskar) (?:gärna |först |nog ){0,2}(?:ha|få|se|läsa) (?:mer "
        r"|lite |allt "
        r"|det |en |ett |först |hem |skickat ){0,3}(?:skriftlig\w*|material\w*|underlag\w*|program\w*|papper\w*"
        r"|info\w*"
        r"|detaljer\w*|brev\w*|upplysning\w*|beskrivning\w*)‹rest›",
        _LATER,
    ),
    (
        r"(?<!jag )(?<!vi )\b(?:lämnar|ger|svarar|meddelar)(?: slutligt| definitivt)?(?: besked"
        r"| svar)?(?: först)? (?:i morgon|imorgon"
        r"|på \w+dag|nästa vecka|senare|efter \w+)(?= *$| *[,.;!])",
        _LATER,
    ),
    (r"\bring(?:er|as|s)?(?: gärna)?(?: henne| honom| hen)? (?:helst|bäst|säkrast|lättast|enklast)‹rest›", " "),
    (r"\bnås (?:\w+ )?(?:helst|bäst|säkrast|lättast|enklast)‹rest›", " "),
    (r"\b(?:lovar|lovade) (?:inget|ingenting|inte)(?: bestämt| säkert| något)?(?: (?:förrän|innan)‹rest›)?", _LATER),
    (r"\b(?:vill|ville) först (?:veta|höra|se)‹rest›", _LATER),
    (
        # "är på tåget" may be a yes.
        r"(?<!jag )(?<!vi )\b(?:satt|stod|var|är(?! på tåget)|sitter|står) (?:just |precis )?(?:på|i|ute på|mitt i"
        r"|vid) (?:ett |en |sin )?(?:bussen|tåget"
        r"|bilen|kassan|affären|kön|möte|möten|tandläkaren|frisören|jobbmöte|lektion|föreläsning|promenad"
        r"|spårvagnen|tunnelbanan)\b",
        "satt i möte",
    ),
    (r"(?:^|(?<=, )|(?<=och ))återkommer (?:om|angående|kring|med|vad gäller)‹rest›", _NOT_CALLED),
    (r"^(§\d+) (?:på \w+dag|imorgon|i morgon|nästa vecka|senare|sen|efter \w+) ?[.!]?$", rf"\1 {_NOT_CALLED}"),
    (
        r"\b(?:det )?(?:sa|svarade|förklarade|berättade|lovade) jag(?: henne| honom)? (?:att|om"
        r"|hur)‹rest›(?: (?:hon|han|hen) (?:får|kan|ska)(?: \w+){0,3})?",
        " ",
    ),
    (
        r"\bjag (?:sa|svarade|förklarade|berättade|lovade)(?: henne| honom)? (?:att|om|hur)(?: (?:hon|han|hen"
        r"|det))?‹rest›",
        " ",
    ),
    (r"\b(?:sa|sade|säger|svarade) (?:\" )?(?:kanske|nja|vet inte|eventuellt)\b(?: det)?(?: \")?", "är osäker"),
    (
        rf"(?<!jag )(?<!vi )\b(?:(?:vill|ville|behöver|behövde|måste|tänkte)|(?:bad|ber|önskar"
        rf"|önskade)(?: om)? att få){_SOFT} (?:läsa (?!på )"
        rf"|läsa på (?!univ|hög|dist)|se över"
        r"|gå igenom|höra|stämma av|prata|tala|rådgöra|kolla|diskutera|titta (?!till)|undersöka|ta reda på"
        r"|sova på|smälta|fundera"
        r"|känna efter|tänka|kontrollera|bolla|samråda|checka)\b(?! (?:sig|om hennes|om hans))"
        r"‹rest›(?: innan (?:hon|han|hen) (?:\w+ ){0,3}\w+)?",
        _LATER,
    ),
    (
        rf"(?<!jag )(?<!vi )\b(?:ska|skulle|får){_SOFT} (?:läsa (?:på|igenom|in sig)|se över|gå igenom"
        rf"|höra (?:med|efter|sig för)"
        r"|stämma av|prata (?:med sin|med sitt|med sina|ihop sig|hemma)|rådgöra|kolla|ta reda på|sova på|smälta"
        r"|fundera"
        r"|känna efter|tänka (?:på|över|efter|igenom|till)|bolla|samråda|titta (?:i|på|efter))\b"
        r"‹rest›",
        _LATER,
    ),
    (
        r"\b(?:bad|ber|ville|vill|önskar|önskade) (?:\w+ ){0,2}?(?:att )?(?:mig|oss|jag|vi) (?:att |ska "
        r"|skulle )?(?:\w+ )?"
        rf"(?:ringa?|ringer|återkomma?|återkommer|höra? av|hör av|kontakta)\b(?: (?:mig|igen|tillbaka|åter|back|upp"
        rf"|till)\b){{0,3}}{_TIMES}",
        _LATER,
    ),
    (
        r"\bvi (?:bestämde|kom överens om|sa|enades om|gjorde upp om)(?: att)? (?:jag|vi) (?:ringer|hör av (?:mig"
        r"|oss)|hörs|återkommer"
        r"|talas vid|tar det|slår (?:en|henne en|honom en) signal|gör ett nytt försök)\b(?: (?:igen|tillbaka"
        r"|åter)\b)?(?: när (?:hon|han|hen)(?: \w+){1,4})?",
        _LATER,
    ),
    (r"\b(?:ett par|några|en|två|tre)? ?dag(?:ar)?s betänketid\b", "betänketid"),
    (
        r"\b(?:lovade|lovar|skulle|ska) (?:att )?(?:ringa|höra av) (?:upp |tillbaka )?(?:mig|oss|sig)\b(?: (?:upp"
        r"|tillbaka|igen)\b)?",
        _LATER,
    ),
    (r"\bringer (?:mig|oss)(?: (?:tillbaka|upp|igen)\b)?\b", _LATER),
    (
        r"\b(?:vill|ville) (?:gärna |först )?(?:ha|få) (?:besked|svar|klarhet|reda)\b‹rest›",
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
    (
        r"\b(?:vad|vem|vilket|hur|varför|vart) (?:hon|han|hen|de|dom|§\d+) (?:ville|vill|kan|kunde|sa|menade"
        r"|tänkte|svarade)\b",
        "vad det gäller",
    ),
    (r"(?<!jag )(?<!vi )\b(?:tänker|tänkte) (?:över|efter|vidare|på saken|på det|till)\b", _LATER),
    (
        r"\b(?:pratar|kollar|stämmer av|rådgör|hör|snackar) (?:först )?(?:med|av med) (?:sin|sitt"
        r"|sina) \w+(?: först)?",
        _LATER,
    ),
    (
        r"\b(?:inte|ingen) (?:\w+ )?tid att (?:prata|tala|snacka)(?: \w+){0,2} (?:förrän|före|innan)\b‹rest›",
        _LATER,
    ),
    (
        r"\b(?:sa|sade|bad|tyckte|hälsade)(?: att| :)? ?(?:jag |vi )?(?:ska |skulle |kan |kunde |får )?(?:ring"
        r"|ringa|återkom|återkomma|hör av dig)"
        r"(?! (?:inte|aldrig))\b‹rest›",
        _LATER,
    ),
    (r"\b(?:ring|återkom|hör av dig)\b[^,.;§]{0,30}? (?:sa|sade|säger|hälsade) (?:hon|han|hen)\b", _LATER),
    (
        r"\b(?:bad|ber|ville) (?:att )?(?:mig |jag |oss )(?:att |ska |skulle )?(?:slå (?:en|henne en"
        r"|honom en) signal|höras)\b‹rest›",
        _LATER,
    ),
    (r"\bring mig (?:på|i|efter|nästa|om|till)\b‹rest›", _LATER),
    (
        r"\bdet (?:kan|får|ska|löser|ordnar|fixar) (?:de|dom|enheten|vi|man|verksamheten) (?:väl|nog"
        r"|säkert)\b‹rest›",
        " ",
    ),
    (
        r"\b(?:jag|vi) (?:satt|var|är|sitter) (?:i|på) (?:ett |en )?(?:annat )?(?:möte|telefon|lunch|samtal"
        r"|kurs|utbildning)\b",
        " ",
    ),
    (r"\b(?:det )?gör (?:henne |honom |hen |absolut |ju |alls )*(?:inget|ingenting)\b", " "),
    # The lead's own thoughts of why nobody answers are nobody's answer.
    (
        r"\b(?:det |de |dom |alla |hon |han )?(?:verkar|måste|lär|kan)(?: nog| väl| ju)? vara (?:på )?(?:\w*lov"
        r"|semester\w*"
        r"|helg\w*|ledig\w*|bortresta?|på jobbet|på landet|lunch\w*)\b",
        " ",
    ),
    (
        r"\b(?:det är|de är|dom är|alla är|hon är|han är|är) (?:väl|nog|säkert|antagligen|kanske) (?:på )?(?:\w*lov"
        r"|semester\w*|helg\w*|ledig\w*|bortresta?|på jobbet|på landet)\b",
        " ",
    ),
    (
        rf"\b(?:jag|vi) (?:hör av (?:mig|oss)|återkommer|kontaktar|hör mig för)(?: till| med)?(?: henne| honom"
        rf"| hen)?{_TIMES}"
        r"(?= *$| *[,.;!])",
        "jag försöker igen",
    ),
    (
        r"(?:^|(?<=[,;:] )|(?<=men )|(?<=och ))(?:bara |det (?:är|var) )?(?:helt |alldeles |knäpp|tvär)?"
        r"(?:dött|tyst|stumt|stendött|nada|noll respons|inget napp)"
        r"(?: i (?:luren|telefonen|andra änden)| där| hela tiden)?(?= *$| *[,.;!])",
        "inget svar",
    ),
    # Not called yet.
    (r"^(?:ringer|söker|kontaktar) (?:honom|henne|hen|dem)\b[^.;,§]*", _NOT_CALLED),
    (
        r"\b(?:tar|ringer|gör|fixar|söker|kontaktar|jagar|sitter|fortsätter)(?: (?:jag|vi)\b)(?: med)?"
        r"(?: (?!igen\b|tillbaka\b|upp\b|åter\b|inte\b|bort\b|nytt\b|om\b)[\w¤]+){0,6}(?= *$| *[,.;!])",
        _NOT_CALLED,
    ),
    (
        rf"\b(?:kontaktas|rings|tas|sparas|får vänta|ligger kvar|står på tur){_TIMES}(?= *$| *[,.;])",
        _NOT_CALLED,
    ),
    (r"\b(?:tar|ringer|hinner) (?:jag|vi) (?:när|så fort|så snart) (?:jag|vi)(?: [\w¤]+){1,6}", _NOT_CALLED),
    (r"\binte (?:fått|hunnit|kunnat|börjat) (?:ringt|ringa)\b", _NOT_CALLED),
    (r"\binte (?:ens )?(?:provat|prövat|försökt|testat)(?: med)?(?: än| ännu)?(?= *$| *[,.;])", _NOT_CALLED),
    (r"\b(?:är|ligger|finns|står) kvar(?: på listan| att ringa)?(?= *$| *[,.;!])|\boringda?\b", _NOT_CALLED),
    (r"\bfår bli (?:imorgon|i morgon|nästa vecka|på \w+dag|senare|sen)\b|\bsparar (?:jag|vi)‹rest›", _NOT_CALLED),
    (r"\bär (?:jag )?nästa(?= *$| *[,.;!])", _NOT_CALLED),
    (r"\bväntar (?:jag|vi) med(?: (?:tills|till|att)‹rest›)?", _NOT_CALLED),
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
