"""What in a report of a call is set against something, put plainly; see `idioms`.

"Jag trodde att Bo skulle säga nej men han vill" tells one answer, and so does "nej, inte ja som jag skrev": only what
came of it may be left, or the other half is read as an answer too.
"""

_HE = r"(?:hon|han|hen)"
_RELATIVE = (
    r"(?:fru|frun|man|mannen|make|maken|maka|makan|sambo|sambon|dotter|dottern|son|sonen|mamma|pappa|bror|syster|mor"
    r"|far|barnbarn|granne|kollega|hemtjänst\w*|personal\w*|boendestödjare|assistent)"
)
_ABSENT = (
    r"(?:(?:är|var) (?!på sjukhus|inlagd|sjuk)|sover|sov|jobbar|jobbade|sitter|satt|reser|har gått|hade gått|har åkt"
    r"|hade åkt|kommer hem"
    r"|inte (?:är|var)|badar|duschar|arbetar|tränar)"
)
_SUPPOSED = (
    r"(?:trodde|befarade|anade|väntade (?:mig|oss)|var rädd\w*|var (?:rätt |ganska |helt )?säker på|räknade med"
    r"|hade (?:trott|väntat (?:mig|oss)|räknat med|gissat|befarat|anat))"
)

ROWS: tuple[tuple[str, str], ...] = (
    # What the writer had expected is no answer where a "men" tells what came of it.
    (
        rf"(?:^|(?<=[,.;] ))(?:(?:och|men|så|först) )?(?:jag|vi) {_SUPPOSED}(?: (?:faktiskt|nog|först|att|ju"
        rf"|säkert)){{0,3}}"
        rf" (§\d+|{_HE})(?: [^.;§]{{1,60}}?)? ?,? (?:men|fast) (?=(?:{_HE}|det|nej|ja|jo|så|inte)\b)",
        r"\1 ",
    ),
    (
        rf"(?:^|(?<=[,.;] ))(?:jag|vi) {_SUPPOSED} (?:på )?(?:ett |att det skulle bli )?(?:ja|nej)(?: från (§\d+))?"
        r" ?,? (?:men|fast) (?=(?:det blev|fick|hon|han|hen)\b)",
        r"\1 ",
    ),
    (
        r"\b(?:mot (?:alla odds|förmodan|all förmodan)|till (?:min|vår) (?:stora )?(?:förvåning|glädje|besvikelse))\b",
        " ",
    ),
    (r"\b(ja)\b([^.;§]{0,30}?) ?, (?:och )?(?:inte|ej) (?:ett )?nej\b(?: som (?:jag|det|vi) [^.,;§]{1,40})?", r"\1\2"),
    (r"\b(nej)\b([^.;§]{0,30}?) ?, (?:och )?(?:inte|ej) (?:ett )?ja\b(?: som (?:jag|det|vi) [^.,;§]{1,40})?", r"\1\2"),
    # Somebody else answered, and the one who was sought was not there.
    (
        rf"(§\d+) (?:\w+ )?{_RELATIVE} (?:svarade|svarar|lyfte(?: luren)?|tog (?:samtalet|telefonen)|var hemma)"
        rf"(?: (?:i (?:telefonen|luren|stället)|bara))?"
        rf"(?= *(?:[,.;] ?)?(?:(?:och|men) )?(?:(?:sa|sade|hälsade|berättade)(?: bara)?(?: att)? )?{_HE} {_ABSENT}\b"
        r"| *[,.;] ?(?:och |men |så )?jag (?:ringer|försöker|provar|testar)\b)",
        r"\1 inget svar ,",
    ),
    # "Bo tackar så mycket men han har blivit farfar": thanks that a reason against is set behind.
    (
        rf"(§\d+|\b{_HE}) (?:tackar|tackade) (?:så (?:hemskt |väldigt )?mycket|hjärtligt|ödmjukt|varmt)?"
        r"(?: ?för (?:\w+ )?(?:frågan|förtroendet|erbjudandet|inbjudan|omtanken|förfrågan"
        r"|att [^.,;§]{3,30}?))? ?,? (?:men|fast)"
        rf" (?={_HE} (?:har|är|ska|måste|orkar|hinner|känner|bor|jobbar|fyller|tycker|behöver)\b"
        r"(?! (?:\w+ )?(?:fundera|tänka|prata|höra|kolla|veta|tid|först)\b))",
        r"\1 tackade nej , för ",
    ),
    # What somebody would have done is not done.
    (
        r"\bhade (?:(?:så|mer än|väldigt|jätte|mycket|hemskt) ?){0,2}gärna (?:kommit|varit med|ställt upp|deltagit"
        r"|hjälpt till"
        r"|medverkat|gjort det|velat(?: (?:vara med|komma|delta|ställa upp|hjälpa till))?) ?,? (?:men|fast|om (?:hon"
        r"|han|hen) inte)\b",
        "tackade nej , ",
    ),
    # What the writer explained before the answer came.
    (
        r"(?:^|(?<=[.,;] )|(?<=\boch ))(?:men )?(?:när|sen|så fort|sedan|efter att) jag (?:hade )?(?:sa|sagt|berätta\w*"
        r"|förklara\w*|nämn\w*|beskr\w+)"
        r"\b[^.,;§]*?(?: ,|(?= (?:sa|tackade|svarade|blev|ville|nappade|ställde|gick) (?:hon|han|hen)\b))",
        " ",
    ),
    (r"\b(?:synd|trist|tråkigt)(?: bara)? ?,? (?:för|att|eftersom|då) [^.;§]*", "synd"),
    # To be still in the register is no answer to this request.
    (
        r"(?:\b(?:vill|ville|får|kan|ska) )?(?:\bgärna )?(?<!inte )(?<!längre )(?<!ej )\b(?:är|vara|stå|står|finnas"
        r"|bli|blir)"
        r" (?:gärna |dock |självklart |fortfarande )?kvar (?:i|på) (?:intresse)?(?:banken|registret|listan)\b"
        r"(?: (?:till|för|inför|om) [^.,;§]*)?",
        " ",
    ),
    # When the writer goes on is no doubt about those who answered.
    (
        r"(\bjag\b[^.;§]{0,80}, )(?:troligen|förmodligen|kanske|antagligen|sannolikt|tidigast) (?:inte "
        r"|först )?(?:förrän )?"
        r"(?:på |i |efter |till )?(?:\w+dag\w*|morgon|helgen|nästa vecka|lunch)\b",
        r"\1",
    ),
    (r"\bsamma (?:visa|sak|historia|resultat|lika) (?=(?:med|hos|för|från|gäller) )", "samma "),
    (r"\b(?:en|ett|två|tre|fyra|¤|flera) missade samtal\b", "inget svar"),
    (r"\b(?:¤ |\w+ )?signaler (?:och )?(?:sen|sedan) (?:tyst|inget|ingenting|slut|stopp|bröts det)\b", "inget svar"),
    # When somebody who said yes is best reached is no call to be made again.
    (
        r"(\b(?:ja|är med|ställer upp|kommer|jodå|japp)\b[^.;§]{0,40}?) ?,? (?:men |och )?(?:ring|nås|kontakta)"
        r" (?:henne |honom |hen )?(?:gärna |helst |bara |dock )?(?:efter|före|innan|mellan|på|från|vardagar|kvällar"
        r"|dagtid)\b[^.;§]*",
        r"\1",
    ),
    (
        r"(?<!jag )(?<!vi )\bväntar på (?:ett )?(?:besked|svar|beslut|klartecken)\b[^.,;§]*?(?= och\b|$| ?[.,;])",
        "vill fundera",
    ),
    (r"\bkan inte lova (?:något|nåt|nånting|någonting)\b(?: (?:än|nu|ännu|just nu))?", "vill fundera"),
    (r"\bdet (?:var|är) (?:väl|nog) [^.,;§]{1,50} som (?:ställde|gjorde|spökade|var|satte)[^.,;§]*", " "),
    (r"\buppfattade (?:inte|ingenting|inget|dåligt|knappt)\b", "hörde ingenting"),
    (
        r"\b(?:deltar|medverkar|är (?:redan |också )?med) (?:redan |också )?i (?:en|ett|två|flera|många) (?:annan "
        r"|annat |andra )?\w+",
        "deltog annorstädes",
    ),
    # To be with one's own people is not to take part.
    (
        r"\b(?:är|var|vara|blir|bli) (?:mycket |mer |hemma |helst |ensam )?med (?=(?:sin|sina|sitt|familj\w*"
        r"|barn(?:en)?"
        r"|barnbarn\w*|fru|frun|mannen|maken|makan|mamma|pappa|dottern|sonen|syskon\w*|släkten|hunden|vänner\w*)\b"
        r"(?! (?:som|och)\b))",
        "umgås hos ",
    ),
    # What is wanted before an answer leaves the answer for later.
    (
        rf"\binnan (?:{_HE}|§\d+) (?:kan |vill |ska )?(?:säger?|svarar?|ger?|lämnar?|tackar?|bestämmer(?: sig)?"
        rf"|tar ställning"
        r"|bestämma sig|ta ställning)(?: (?:ja|nej|svar|ett svar|besked|ett besked|sitt svar|något|definitivt|till))*",
        " , vill fundera",
    ),
)
