"""Words for whether somebody was reached by phone, and for a call that is still to be made or made again."""

import re

NOT_CALLED = re.compile(
    r"\b(?:inte|ej|aldrig) (?:\w+ ){0,2}?(?:ringt|ringda?|uppringda?|sökt|hunnit|hann|pratat|börjat(?= med| ringa"
    r"|$)|kontaktat|kontaktade?"
    r"|ringa)\b(?! tillbaka)"
    r"|\bhinner (?:(?:jag|vi) )?inte\b"
    r"|\bhann (?:jag )?inte(?: med)?\b|\bhar jag kvar\b|\bkvar att ringa\b|\båterstår\b|\bhåller på med\b"
    r"|\b(?:ringer|tar|ska) (?:jag )?(?:ringa )?(?:imorgon|i morgon|ikväll|i eftermiddag|senare|nästa vecka"
    r"|på \w+dag|sen|efter \w+)\b(?! igen)|\bska (?:jag )?ringa\b(?! (?:mig|oss|(?:\w+ )?(?:tillbaka|upp|åter|igen)))"
    r"|\b(?:får|ska|kan|måste|tänker|tar|hinner) jag (?:\w+ )?(?:ringa|höra|kontakta|ta)\b(?! (?:tillbaka|upp|åter"
    r"|igen))"
    r"(?: (?:imorgon|i morgon|ikväll|senare|sen|på \w+dag|nästa vecka))?|\båterkommer jag\b|\bfår(?: \w+)? ringa$"
    r"|\b(?:kontaktas|rings|ringas|hörs) (?:i |på |under )?(?:imorgon|morgon|senare|nästa vecka|veckan|\w+dag)\b"
    r"|\bjag återkommer\b"
)
UNREACHED = re.compile(
    r"\b(?:svara|svarar|svarade|svarat)(?: \w+){0,2} (?:inte|ej|aldrig)\b"
    r"|\b(?:inte|ej|aldrig|inget|ingen|utan|int)(?: \w+){0,2} (?:svar|svara|svarar|svarat|svarade)\b|^(?:inget"
    r"|ej|inte) svar"
    r"|\b(?:inte|ej|aldrig)(?: \w+){0,2} (?:tag på|tag i|tag|kontakt|nått|nås|nå|når|nådde|nåddes|nådda|nådd"
    r"|nåtts|anträffbar|anträffad"
    r"|fram)\b"
    r"|\b(?:tag på|tag i|nå|når|nådde|nåddes|nås|nått|kontakt|få tag|får tag|fick tag)(?: \w+){0,3} (?:inte|ej|aldrig"
    r"|ingen)\b"
    r"|\b(?:når|nådde|nått|fått tag på|tag på)\b(?: \w+){0,2} (?:inte|ej)\b|\b\w*svarare\w*|\bröstbrevlåd\w*"
    r"|\bmobilsvar\w*|\bvoicemail\b"
    r"|\boanträffbar\b|\bonåbar\b|\bupptaget\b|\bavstängd\b|\b(?:lagt|lämnat|lämnade|pratat|talade"
    r"|talat) (?:in )?(?:ett )?(?:röst)?meddelande\b"
    r"|\bsignal\w* (?:går|gick) (?:bara |ju )?(?:fram|ut)\b"
    r"|\bfel nummer\b|\b(?:går|gick|kommer|kom) (?:jag )?(?:inte|ej) fram\b|\bingen (?:som )?svara\w*"
    r"|\bnumret (?:funkar|fungerar|stämmer|används) inte"
    r"|\bringt(?: \w+){0,4} utan\b|\bsökt(?: \w+){0,4} (?:utan|förgäves)\b"
    r"|\bingen (?:som )?(?:lyfter|lyfte|lyft|tar|tog|plockar|plockade)"
    r" (?:upp )?(?:på |i )?(?:luren|telefonen|upp|samtalet)\b"
    r"|\bgick (?:inte|ej) att\b|\binget svar\b|\b(?:ej|inte) svar\b|\bingen kontakt\b|\bomöjlig\w* att (?:få|nå)\b"
    r"|\b(?<!jag )(?<!vi )(?:inte|ej|aldrig) ringt (?:tillbaka|upp|åter)\b|\b(?:har )?bytt nummer\b"
    r"|\butan (?:att (?:\w+ ){0,3}(?:fram|tag|kontakt|svar|nå|svara\w*)|framgång|resultat|svar|lycka|napp|kontakt)\b"
    r"|\b(?:bara|endast) (?:signaler|ton\w*|upptaget\w*)\b|\bgår (?:bara )?signaler\b|\bupptagetton\b"
    r"|\b(?:inte|ej|aldrig) (?:\w+ ){0,2}?(?:hört|hörts?) (?:något |nåt )?(?:av(?! (?:er|dig|oss|mig)\b)|ifrån|från)\b"
    r"|\b(?:ringer|ringde) (?:inte|ej|aldrig) (?:tillbaka|upp|åter)\b"
    r"|\b(?:lyfter|lyfte) (?:inte|ej|aldrig)\b|\bplockar (?:inte|ej) upp\b"
    r"|\b(?:inte|ej) (?:\w+ )?lyckats?\b(?: (?:få|nå|komma))?|\blyckades? (?:inte|ej)\b"
    r"|\b(?:pratade|pratat|talade|talat|läste|läst|lämnade|lämnat|lade|la|lagt)(?: \w+){0,3} \w*meddelande\w*"
    r"|\b(?:kommit|kommer|kom|gått|går|gick) (?:\w+ )?till (?:\w+ )?(?:\w*svarare\w*|röstbrevlåd\w*|mobilsvar\w*"
    r"|(?:en )?(?:annan|fel|okänd)\w*)|\btryckte bort\b|\bnoll svar\b|\binget livstecken\b|\bvarken svarat\b"
    r"|\bsvarar? varken\b|\bej nåbar\b"
    r"|\binte nåbar\b|\bmejlat (?:\w+ )?inget\b"
    r"|\bringt(?: \w+){0,4} (?:bara|förgäves)\b|\bförgäves\b"
)
# These speak of the number or the telephone too, so they are taken before what may be handed over.
DEAD_LINE = re.compile(
    r"\b(?:verkar |tycks )?(?:är |vara )?(?:avstäng[dt]|avslagen|uppsag[dt]|urkopplad"
    r"|upphört|ur bruk|ur funktion|frånkopplad)\b"
    r"|\b(?:num\w+|nr|mobil\w*)(?: \w+){0,3} (?:stämmer|funkar|fungerar|gäller|används|finns) (?:inte"
    r"|ej)\b(?: längre)?"
    r"|\b(?:num\w+|telefon\w*|mobil\w*|samtal\w*|signal\w*)(?: \w+){0,2} (?:går|gick|kommer|kom|kopplas)"
    r" (?:inte|ej|aldrig) fram\b"
    r"|\b(?:lyfter|tar|plockar|svarar) (?:hon |han )?(?:inte|ej|aldrig) (?:upp )?(?:i )?(?:telefon\w*|lur\w*"
    r"|samtal\w*)|\b(?:num\w+) (?:är|var) fel\b"
)
# Who asks to be phoned has been reached; "ringer på torsdag" alone is a call that is still to be made.
ASKS_FOR_CALL = re.compile(
    r"\b(?:vi|hon|han|hen) (?:sa|sade|bestämde|enades om|kom överens om) att (?:jag|vi) (?:ringer|hör av mig"
    r"|återkommer"
    r"|slår en (?:ny )?signal)\b(?: \w+){0,4}|"
    r"\b(?:vill|ville|önskar|önskade|bad|ber|föreslog|tyckte)(?: \w+){0,2} att (?:jag|vi) (?:ska |skulle )?"
    r"(?:ringer|ringa|hör av mig|höra av mig|återkommer|återkomma)\b(?: \w+){0,4}"
    r"|\b(?:bad|ber) (?:mig|oss|att jag|att vi) (?:att )?(?:ringa|ringer|höra av|återkomma)\b(?: \w+){0,4}"
)
WANTS_TIME = re.compile(
    r"\b(?:fundera\w*|tänka(?! sig)(?: (?:på|över|efter|lite|igenom|en|till))?|tänker på|betänketid"
    r"|behöver tänka|återkommer(?! från)"
    r"|återkomma|återkopplar|återkoppla"
    r"|hör(?:a)? av sig|ska ringa (?:mig|oss|upp)|ringer (?:mig|oss)|(?<!är )(?<!blev )(?<!blivit )(?<!har )uppringd"
    r"|ring(?:a|er|as"
    r"|s)? (?:\w+ )?(?:tillbaka|igen|upp|åter)|ring (?:hen|henne|honom"
    r"|§\d+)|ska kolla|kollar|måste kolla|vill kolla"
    r"|behöver kolla|ska prata med|vill prata med|prata med sin|stämma av|ger besked|ge besked|inte bestämt"
    r"|(?:vill|ville|behöver|ska|måste) (?:\w+ )?gå igenom|sova på saken|kontakta(?:s)? igen"
    r"|(?:bad|ber|ville|vill|önskar|önskade)(?: \w+){0,4} (?:ringa|ringer|ringde|hör av|höra av|(?<!inte ha )samtal"
    r"|återkom)\w*|(?<!för att )ringa? (?:på|nästa|efter|om|imorgon|i morgon)"
    r"|(?:vill|ville|skulle vilja|behöver) (?:gärna |först )?(?:(?:få )?veta (?:lite )?mer|höra (?:lite )?mer"
    r"|(?:ha|få) (?:lite )?mer (?:info\w*|detaljer|betänketid|tid|underlag|material))(?! än)(?: om)?"
    r"|(?:behöver|måste|ska|skulle|vill) (?:bara |först |gärna )?(?:kolla|titta|prata(?! på)|rådgöra"
    r"|kontrollera|diskutera"
    r"|se (?:sitt |sin |hur )?\w+(?= först)|höra med|bestämma sig)|bli (?:upp)?ringd|bli kontaktad"
    r"|(?:kan|ska|vill) (?:svara|ge besked|bestämma sig) (?:först|tidigast|på|nästa|efter|senare|imorgon)"
    r"|(?:vill|ville) (?:först )?(?:kolla|höra|prata|stämma av) med"
    r"|(?:kunde|kan|hann) (?:\w+ )?(?:inte|ej) prata|innan (?:hon|han|hen|de) (?:\w+ )?(?:bestämmer|svarar|lämnar"
    r"|bestämt|svarat|åtar"
    r"|lovar|tackar|säger|ger|kan|tar|vet|beslutar|åtar)"
    r"|(?:inte|ej) ta ställning|(?<!jag )(?<!vi )avvakta\w*(?: med svar)?|(?:behöver|måste|vill|ska"
    r"|skulle) (?:först )?fråga"
    r"|lova\w* (?:att )?(?:ringa|höra av|återkomma)(?: mig)?|vill att (?:jag|vi) (?:ringer|hör av|hörs|återkommer)"
    r"|kan (?:jag"
    r"|vi) ringa|behöver (?:\w+ )?tid|behöver (?:\w+ ){1,3}på sig|satt i (?:ett )?möte|ny tid)\b"
)
# "ville först prata om vädret", "lovade att ringa sin mamma": of another matter, with somebody else.
ANOTHER_MATTER = re.compile(
    r"\b(?:prata|tala|snacka|berätta|höra|läsa)(?: (?:med (?:mig|oss)|(?!med\b)\w+)){0,2} om"
    r" (?!det|den|detta|saken|hur|vad|vilk\w+|när|tid\w*"
    r"|dat\w+|uppdrag\w*|möte\w*|arvod\w*|ersättning\w*|resa\w*|skjuts\w*|förfråg\w*|grupp\w*|projekt\w*"
    r"|uppläg\w*|allt|hon|han|hen|de|vi|enhet\w*|verksamhet\w*)\w+"
    r"|\b(?:hör|höra|hörde) av sig (?:ibland|ofta|alltid|(?:när|om) (?:hon|han|hen) behöver)\b"
    r"|\b(?:varje (?:år|vecka|dag|månad|jul|helg)|alltid|ibland|ofta)\b"
    r"|\b(?:ska|skulle) ringa (?!upp|igen|åter|tillbaka|efter|nästa|senare|honom|henne|imorgon|ikväll|innan|under|kring"
    r"|någon|runt|klockan|framåt|före|först|lite|direkt|istället|ungefär|strax|mitt|annan|samma|dagen|mellan|redan|fram"
    r"|\w*dag)[a-zåäö]{4,}|\bringa (?:sin|sitt|sina|hem|grann\w*|färdtjänst\w*|taxi\w*)\b"
)
NO_DECISION = re.compile(
    r"\bkan (?:\w+ )?(?:inte|ej) (?:svara|ge (?:\w+ )?(?:svar|besked)) (?:förrän|än|nu|på det|idag|i dag|ännu"
    r"|direkt)\b"
)
TRIES_AGAIN = re.compile(
    r"\b(?:(?:vill|ville|kan|kunde|orkar|orkade|hann|hinner|gick) )?(?:inte|ingen|ej)(?: \w+)? (?:tid|möjlighet"
    r"|läge)? ?(?:att )?(?:prata|tala|talas vid|snacka)\b(?: \w+){0,2}"
    r"|\bhade (?:inte|ingen) (?:\w+ )?(?:tid|möjlighet) just då\b|\b(?:jag|vi) (?:ringer|försöker|provar|söker"
    r"|testar)\b(?: \w+){0,3} (?:igen|nytt)\b(?: \w+){0,3}"
    r"|\b(?:ringer|försöker|provar|söker|testar) (?:jag|vi)\b(?: \w+){0,3} (?:igen|nytt)\b(?: \w+){0,3}"
    r"|\b(?:försöker|provar|testar) (?:\w+ ){0,2}igen\b(?: \w+){0,3}|^ringer (?:\w+ ){0,1}igen\b(?: \w+){0,3}"
)


def without_no_answer(text: str) -> str:
    """Return the text without pieces like "men bara telefonsvarare", whose "bara" narrows nothing."""
    return "".join(piece for piece in re.split(r"((?:,| men | fast |\.) ?)", text) if not UNREACHED.search(piece))
