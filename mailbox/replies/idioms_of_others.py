"""The ways of telling what was answered another time, to something else or by the unit, put plainly; see `idioms`."""

from medverkan.mailbox.replies.idioms_of_details import UNIT

_NO, _LATER = "tackade nej", "vill fundera"
_RELATIVE = (
    r"(?:[a-zåäö]{0,8}(?:syster|bror|dotter|son|grann[ea]|vän|väninna|kompis|kollega|man|fru|sambo|kusin|svägerska"
    r"|svåger"
    r"|mamma|pappa|bekant|kamrat|mor|far|make|maka|barnbarn|moster|faster)(?:n|en|na|ar|er|or)?)"
)
_PAST = (
    r"(?:i (?:höstas|våras|somras|vintras|fjol|julas|påskas)|förra (?:året|hösten|våren|sommaren|gången|terminen|mötet)"
    r"|för (?:\w+ ){1,2}år sedan|häromåret|sist|senast)\b"
)

ROWS: tuple[tuple[str, str], ...] = (
    # Yes to something else, or somebody else's.
    (
        r"\b(?:sa|sade|säger|svarade) (?:ja|nej|jo|nä) (?:(?:när|då) jag (?:frågade|undrade)"
        r"(?: (?:henne|honom|hen))?|på (?:min )?frågan)"
        r" (?:om|ifall) (?!(?:hon|han|hen) (?:ville|kunde|hade|skulle|var|är|kan|vill) (?:\w+ )?(?:vara|delta|komma"
        r"|ställa|medverka|tid|lust|möjlighet|intresserad|med|sugen|bidra|hjälpa)\b)[^,.;§]{1,80}",
        "svarade på annat",
    ),
    (
        r"\b(?:sagt|tackat|sa|tackade|säger|tackar) ja till (?:en|ett) (?!uppdrag|möte|intervju|träff|samtal)\w+",
        "deltog annorstädes",
    ),
    (
        r"\b(?:sa|sade|säger|tackade|tackar) (?:enheten|chefen|verksamheten|mottagningen|kommunen|kollegan|de"
        r"|dom) (?:ja|nej)\b",
        "tyckte de andra",
    ),
    (r"\b(?:jag|vi) (?:tycker|vill|föreslår|önskar|röstar)(?: nog)?(?: att| på)? (§\d+)", r"\1 kanske"),
    (r"\b(?:är|var) med (?:på ett hörn|i anden|barn)\b", "berördes"),
    (
        r"\bvar med (?=(?:i ?går|i förrgår|igår|i (?:mån|tis|ons|tors|fre|lör|sön)dags|förra|sist|i höstas|i våras"
        r"|i fjol|tidigare|förut|innan|redan|på förra|och)\b)",
        "deltog ",
    ),
    # What was said another time is no answer now.
    (
        rf"\b(?:sa|sade|tackade|tackat|sagt|svarade) (?:\w+ )?(ja|nej)(?: (?!men\b|och\b|så\b)\w+){{0,4}}? {_PAST}",
        r"trodde \1",
    ),
    (
        rf"\b(?:var med|ställde upp|deltog|kom|medverkade|hakade på|hjälpte till|avböjde|hoppade av)"
        rf"(?: (?!men\b|och\b|så\b)\w+){{0,4}}? {_PAST}",
        "deltog annorstädes",
    ),
    (
        r"\b(?:vill|ville|önskar|behöver) (?:\w+ )?(?:veta|höra|se) (?=[^.,;§]*\b(?:först|innan)\b)[^.,;§]*"
        r"|\b(?:vill|ville|önskar|behöver) först (?:veta|höra|se)\b[^.,;§]*",
        _LATER,
    ),
    (
        r"\b(?:vill|ville|skulle vilja) (?:\w+ )?veta (?![^.;§]*\b(?:num|uppgift|adress|mejl|mobil|telefon))(?:vilka"
        r"|vem|vad|hur|när|var|varför|vilken|vilket|om"
        r"|ifall)\b [^.,;§]*?"
        r"(?=$| *[,.;]| men\b| fast\b| och (?:vill|är|kommer|sa|tackade|ställer|kan|ska|ville|behöver|bad)\b)",
        "undrade något",
    ),
    (
        r"\b(?:hör|ringer|återkommer|höra)(?: av sig)?(?: själv| i så fall)? om (?:hon|han|hen"
        r"|de) (?:skulle )?(?:ändrar|ändra"
        r"|ångrar|ångra|kommer på|få|får) (?:sig|andra tankar|bättre tid)",
        " ",
    ),
    (
        r"\b(?:inget|noll|inga) (?:napp|resultat|tur)(?: tyvärr| idag| i dag)* [,.:;-]+ (?=(?:samtliga|alla|båda|§\d+)"
        r" (?:\w+ ){0,2}?(?:tackade? nej|avböjde|sa nej|vill inte|kan inte))",
        " ",
    ),
    (
        r"\befter (?:\w+ ){0,3}?(?:tvekan|betänketid|fundering\w*|funderande|övertalning|övervägande"
        r"|velande)\b(?! (?:sa|tackade)"
        r" (?:jag|vi))",
        " ",
    ),
    # Who thought it over and then answered has answered.
    (
        r"\b(?:funderade|tvekade|velade|tänkte|grunnade|drog på det)(?: (?:ett tag|en stund|lite|länge|några dagar"
        r"|i (?:\w+ ){1,2}(?:dagar|dygn|veckor|timmar)|först|på saken))*"
        r" (?:,? ?men|och) (?=(?:sa|sade|tackade|svarade|avböjde|är|vill|kommer|har)\b)",
        " ",
    ),
    (r"\bgärna (hade|skulle)\b", r"\1 gärna"),
    (
        r"\bvar med (?=(?:på|i|vid) [^.,;]{1,40}\b(?:i ?går|i förrgår|häromdagen|sist|förra \w+|i (?:mån|tis|ons"
        r"|tors|fre|lör"
        r"|sön)dags)\b)",
        "deltog ",
    ),
    (r"\bnär (vi|jag|det|hon|han) väl\b", r"när \1"),
    (r"\bvar (?:nära|på väg|inne på|nära på) att (?:säga|tacka|svara) (ja|nej)\b", r"trodde \1"),
    (r"\bdet är (?:väl|ju|då|så) (?=(?:själv)?klart\b)", "det är "),
    # Of a sister who would like to is told nothing of who has her.
    (
        rf"\b(?<!om )(?<!ifall )(?<!bara )(?<!innan )(?<!tills )(?<!när )(?<!såvida )(?:(?:en|sin|sina|hennes|hans"
        rf"|deras|även|också|min|vår|någon|nån|en annan) ){{1,2}}{_RELATIVE}(?: som)?"
        r"(?: (?:gärna|också|nog|kanske|gärna))* (?:vill|kan|är|ville|kunde|kommer|ställer)\b[^.,;§]*",
        " ",
    ),
    (rf"\b{UNIT} (?:\w+ )?(?:funderar|velar|tvekar|överväger|grubblar|tänker|velade|övervägde)\b[^.;§]*", " "),
    (r"\binte (?:ett |något |direkt ett )?(?:ja|nej)\b(?! tack)(?= *$| *[,.!]| från| av| än| ännu)", "är tveksam"),
    (
        r"\b(?:är|var) (?:redan )?med (?:i|på) (?:en annan|ett annat|andra|flera|bilden|fotot|listan|mejlet"
        r"|tråden|högtalar\w*)\b",
        "deltog annorstädes",
    ),
    (r"\b(?:är|var) (?:redan |helt )?bokad (?:den|då|på annat|av|hela|i)\b", "är dubbelbokad"),
    (
        r"\b(?:sa|sade|säger|tackade|tackar) ja till att (?:jag|vi) (?:ringer|hör av (?:mig|oss)|återkommer"
        r"|får ringa|skickar)"
        r"(?: \w+){0,4}",
        _LATER,
    ),
    (r"\b(?:tvär|jätte|super|kanon|dunder|dubbel|klock)(ja|nej)\b", r"\1"),
    (r"\b(?:ett )?positivt(?: besked| svar| gensvar| resultat)? (från|av|hos)\b", r"ja \1"),
    (r"\b(?:ett )?negativt(?: besked| svar| gensvar| resultat)? (från|av|hos)\b", r"nej \1"),
    (r"\b(?:svarade|svarar|svarat) (?:\w+ )?positivt(?= *$| *[,.;!]| och)", "sa ja"),
    (r"\b(?:svarade|svarar|svarat) (?:\w+ )?negativt(?= *$| *[,.;!]| och)", _NO),
)
