"""Read how phone calls ended from what is said of each person."""

import re

from medverkan.mailbox.replies.clauses import BARE, UNKNOWN
from medverkan.mailbox.values import Outcome

ACCEPTED, DECLINED, NO_ANSWER, AGAIN = "accepted", "declined", "no answer", "again"
NOT_YET, SHARE, NO_SHARE, GUESS = "not yet", "share", "no share", "guess"
OFFER = "offer"  # can at another time than the one asked for
WARM = "warm"  # interested; no answer yet
WAVERS = "wavers"  # unsure: with time to think it is "call again", beside a yes it is no yes
EXCUSE = "excuse"  # ill, away, a new job: by itself neither a no nor a later
RETRY = "retry"  # the lead will try again; says nothing of how the call went
CORE = frozenset({ACCEPTED, DECLINED, NO_ANSWER, AGAIN})

_DETAILS = (
    r"(?:nummer|numret|numren|telefonnummer\w*|\w*uppgift\w*|(?<!i )(?<!på )telefon\w*|mejladress\w*"
    r"|adress\w*|kontakten)"
)
_NO_SHARE = re.compile(
    rf"\b{_DETAILS} (?:nej|nä|ej|tveksamt)\b|\b(?:nej|inte) till (?:att )?(?:\w+ ){{0,4}}{_DETAILS}|\banonym\w*"
    r"|\b(?:vill|ville|får|fick|ska) (?:\w+ )?(?:inte|ej) (?:att \w+ )?(?:lämna|dela|ge)\w*(?: ut| vidare)?|"
    rf"\b{_DETAILS}\b[^.]{{0,40}}\b(?:inte|ej|hemlig\w*|skydda\w*)\b(?: \w+){{0,4}}"
    rf"|\b(?:inte|ej)\b(?: \w+){{0,5}} {_DETAILS}\b(?: \w+){{0,3}}|\b(?:inte|ej) (?:\w+ )?(?:lämna\w*|dela\w*"
    rf"|ge\w*) (?:ut|vidare)\b"
    r"|\b(?:glömde|glömt|hann inte|missade|kom inte ihåg|har inte|inte) (?:\w+ ){0,2}(?:frågade?|frågat|fråga"
    r"|ta upp|nämna)\b(?: \w+){0,4}"
    rf"|\b{_DETAILS} (?:får|kan|ska) (?:\w+ )?(?:vänta|avvakta|dröja)"
    rf"|\bfrågade (?:inte|aldrig|ej)\b(?: \w+){{0,4}}|\bhemligt {_DETAILS}\b"
)
_SHARE = re.compile(
    rf"\b{_DETAILS} (?:ja|jadå)\b|"
    rf"\b{_DETAILS}\b(?: \w+){{0,5}}? (?:får|kan|ska|går|är|ok|okej|gick)\b(?: \w+){{0,5}}"
    rf"|\b(?:får|kan|ok|okej|bra)\b(?: \w+){{0,4}} {_DETAILS}\b(?: \w+){{0,3}}|\b(?:lämna\w*|lämnas) (?:ut"
    rf"|vidare)\b|\bmed {_DETAILS}\b"
)
_NOT_YET = re.compile(
    r"\b(?:inte|ej|aldrig) (?:\w+ ){0,2}?(?:ringt|ringda?|uppringda?|sökt|hunnit|hann|kontaktat|kontaktade?|ringa)\b(?! tillbaka)"
    r"|\bhinner (?:(?:jag|vi) )?inte\b"
    r"|\bhann (?:jag )?inte(?: med)?\b|\bhar jag kvar\b|\bkvar att ringa\b|\båterstår\b"
    r"|\b(?:ringer|tar|ska) (?:jag )?(?:ringa )?(?:imorgon|i morgon|ikväll|i eftermiddag|senare|nästa vecka"
    r"|på \w+dag|sen|efter \w+)\b|\bska (?:jag )?ringa\b(?! (?:mig|oss|(?:\w+ )?(?:tillbaka|upp|åter|igen)))"
    r"|\båterkommer jag\b|\bjag återkommer\b"
)
_NO_ANSWER = re.compile(
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
    r"|\bfel nummer\b|\b(?:går|gick|kommer|kom) (?:jag )?(?:inte|ej) fram\b|\bingen (?:som )?svara\w*"
    r"|\bnumret (?:funkar|fungerar|stämmer|används) inte"
    r"|\bringt(?: \w+){0,4} utan\b|\bsökt(?: \w+){0,4} (?:utan|förgäves)\b"
    r"|\bgick (?:inte|ej) att\b|\binget svar\b|\b(?:ej|inte) svar\b|\bingen kontakt\b|\bomöjlig\w* att (?:få|nå)\b"
    r"|\butan (?:att (?:\w+ ){0,3}(?:fram|tag|kontakt|svar|nå|svara\w*)|framgång|resultat|svar|lycka|napp|kontakt)\b"
    r"|\b(?:bara|endast) (?:signaler|ton\w*|upptaget\w*)\b|\bgår (?:bara )?signaler\b|\bupptagetton\b"
    r"|\b(?:inte|ej|aldrig) (?:\w+ ){0,2}?(?:hört|hörts?) (?:något |nåt )?(?:av|ifrån|från)\b"
    r"|\b(?:lyfter|lyfte) (?:inte|ej|aldrig)\b|\bplockar (?:inte|ej) upp\b"
    r"|\b(?:inte|ej) (?:\w+ )?lyckats?\b(?: (?:få|nå|komma))?|\blyckades? (?:inte|ej)\b"
    r"|\b(?:pratade|pratat|talade|talat|läste|läst|lämnade|lämnat|lade|la|lagt) (?:in )?(?:ett |lite )?(?:röst)?meddelande"
    r"|\b(?:kommit|kommer|kom|gått|går|gick) (?:\w+ )?till (?:\w+ )?(?:\w*svarare\w*|röstbrevlåd\w*|mobilsvar\w*"
    r"|(?:en )?(?:annan|fel|okänd)\w*)|\btryckte bort\b|\bnoll svar\b|\bvarken svarat\b|\bsvarar? varken\b|\bej nåbar\b"
    r"|\binte nåbar\b|\bmejlat (?:\w+ )?inget\b"
    r"|\bringt(?: \w+){0,4} (?:bara|förgäves)\b|\bförgäves\b"
)
# These speak of the number or the telephone too, so they are taken before what may be handed over.
_DEAD_LINE = re.compile(
    r"\b(?:verkar |tycks )?(?:är |vara )?(?:avstäng[dt]|upphört|ur bruk|ur funktion|frånkopplad)\b"
    r"|\b(?:num\w+|nr|mobil\w*)(?: \w+){0,3} (?:stämmer|funkar|fungerar|gäller|används|finns) (?:inte|ej)\b(?: längre)?"
    r"|\b(?:num\w+|telefon\w*|mobil\w*|samtal\w*|signal\w*)(?: \w+){0,2} (?:går|gick|kommer|kom|kopplas)"
    r" (?:inte|ej|aldrig) fram\b"
    r"|\b(?:lyfter|tar|plockar|svarar) (?:hon |han )?(?:inte|ej|aldrig) (?:upp )?(?:i )?(?:telefon\w*|lur\w*|samtal\w*)|\b(?:num\w+) (?:är|var) fel\b"
)
_AGAIN = re.compile(
    r"\b(?:fundera\w*|tänka(?! sig)(?: (?:på|över|efter|lite|igenom|en|till))?|tänker på|betänketid"
    r"|behöver tänka|återkommer"
    r"|återkomma|återkopplar|återkoppla"
    r"|hör(?:a)? av sig|ska ringa (?:mig|oss|upp)|ringer (?:mig|oss)|uppringd|ring(?:a|er|as"
    r"|s)? (?:\w+ )?(?:tillbaka|igen|upp|åter)|ring (?:hen|henne|honom"
    r"|§\d+)|ska kolla|kollar|måste kolla|vill kolla"
    r"|behöver kolla|ska prata med|vill prata med|prata med sin|stämma av|ger besked|ge besked|inte bestämt"
    r"|sova på saken|kontakta(?:s)? igen"
    r"|(?:bad|ber|ville|vill|önskar|önskade)(?: \w+){0,4} (?:ringa|ringer|ringde|hör av|höra av|samtal"
    r"|återkom)\w*|ringa? (?:på|nästa|efter|om|imorgon|i morgon)"
    r"|(?:vill|ville|skulle vilja|behöver) (?:gärna |först )?(?:(?:få )?veta (?:lite )?mer|höra (?:lite )?mer"
    r"|(?:ha|få) (?:lite )?mer (?:info\w*|detaljer|betänketid|tid|underlag|material))(?! än)(?: om)?"
    r"|(?:behöver|måste|ska|skulle|vill) (?:bara |först |gärna )?(?:kolla|titta|prata|rådgöra|kontrollera|diskutera"
    r"|se (?:sitt |sin |hur )?\w+(?= först)|höra med|bestämma sig)|bli (?:upp)?ringd|bli kontaktad"
    r"|(?:kan|ska|vill) (?:svara|ge besked|bestämma sig) (?:först|tidigast|på|nästa|efter|senare|imorgon)"
    r"|(?:vill|ville) (?:först )?(?:kolla|höra|prata|stämma av) med"
    r"|(?:kunde|kan|hann) (?:\w+ )?(?:inte|ej) prata|innan (?:hon|han|hen|de) (?:\w+ )?(?:bestämmer|svarar)"
    r"|vill att (?:jag|vi) (?:ringer|hör av)|kan (?:jag|vi) ringa|behöver mer tid|ny tid)\b"
)
_DECLINED = re.compile(
    r"\b(nej|nä|nää|avböj\w*|avstå\w*|(?:vill|ville|kan|kunde|orkar|orkade|ska)(?: \w+){0,2} (?:inte|ej)\b"
    r"(?! (?:\w+ )?(?:säga|svara|lova|bestämma|avgöra|ge besked|ta ställning|höras|få|nås|nå)\b)"
    r"(?: (?:längre|alls|nu|heller|ens))*(?: (?:vara|är) med| delta| medverka| ställa upp| komma| bidra)?"
    r"|(?:inte|ej) (?:vill|ville|kan|kunde|orkar|hinner|vara|med)(?: (?:vara|är) med| delta| medverka"
    r"| ställa upp| komma| bidra)?"
    r"|hoppar av|hoppade av|hoppar? över|hoppade över|står över|orkar inte|orkade inte|(?:har|hade) (?:inte|ingen"
    r"|varken) (?:tid|möjlighet|ork|lust)\w*"
    r"|(?:har|hade|fått) (?:\w+ )?(?:fullt upp|(?:alldeles |lite )?för mycket|annat inbokat|annat för sig)"
    r"|(?:fixar|klarar|mäktar|pallar|grejar|vågar) (?:\w+ )?(?:inte|ej)|inte (?:\w+ )?sugen|krock\w*"
    r"|(?:strykas?|struken|tas? bort|avregistrer\w*) (?:ur|från) (?:register\w*|bank\w*|listan|intressebank\w*)|ur registret"
    r"|dubbelbokad|(?:får|fick|vill|väljer att) (?:\w+ )?(?:stå över|hoppa över|avstå)|slutar?(?= i| som| här| nu|$)"
    r"|hinner(?: \w+)? (?:inte|ej)|inte intresserad|ointresserad|passar (?:det )?(?:\w+ )?(?:inte|ej)|funkar (?:det )?inte|går (?:det )?inte|(?:inte|ej) (?:har |ha )?(?:möjlighet|tid|ork|lust)|(?:ställer|ställde) inte upp"
    r"|(?:inte|ej|icke) (?:ok|okej|okey|på|aktuell|intresserad|möjligt)|får inte(?= (?:för|av|vara|delta|ledigt)|$)"
    r"|vägra\w*|(?:absolut|verkligen|gärna|helst) inte|stryk(?:as?|er)?|förhinder|förhindrad|(?:drar|drog"
    r"|dragit|dra) sig (?:ur|tillbaka|undan)|backa\w* ur"
    r"|avsäg\w* sig"
    r"|avsagt sig|avsade sig"
    r"|(?:det )?blir (?:det )?(?:tyvärr )?inget(?: av)?"
    r"|(?:är|var) inte med|kommer inte(?: att)?(?: vara)?(?: med)?|deltar inte|inte delta|inte aktuell\w*"
    r"|tackat? nej)\b"
)
_ACCEPTED = re.compile(
    r"👍|\b(ja|japp|jadå|jajamän|jajamensan|yes|jo|absolut|\w*gärna(?! (?:ha|veta|prata|att|se|få|höra|bli|tänka|träffa)\b)|okej|ok|klartecken|napp|nappade|nappar|bekräftade|bekräftat|tog det|är bokad|på banan|ombord|på tåget|hakar på|hänger på|hoppar på"
    r"|accepter\w*"
    r"|deltar|ställer upp|ställde upp|ställer gärna upp"
    r"|(?:är|var|vara|blir|hänger|kommer) (?:gärna |också |jätte)?med|är på(?=$|!)|(?:kan|vill|ville) (?:gärna "
    r"|mycket |jätte\w* |också |båda )*(?:vara med|komma|delta|ställa upp|medverka|bidra)"
    r"|(?:vill|ville)$|(?:vill|ville) (?:mer än |mycket )?gärna$|vill$|kan$|(?:kommer|deltar)$|tackat? ja"
    r"|tackade ja)\b"
    r"|\b(?:vill|ville|kan)(?: hon| han| hen| §\d+)?$"
)
_NOT_NOW = re.compile(
    r"\b(?:\w*gärna )?(?:en )?(?:fråga\w* (?:\w+ )?gärna(?: igen)?|gärna bli tillfrågad|annan gång|nästa gång|framöver|i framtiden|annars|vid annat tillfälle|till hösten"
    r"|till våren)\b(?: gärna)?"
)
_GUESS = re.compile(
    r"\b((?:vill|ville) (?:\w+ )?att|tror|kanske|nog|hellre|ja till (?:\w+ )?(?:annat|annan|andra)|säkert (?:vill|kan|kommer)|(?:vill|kan|kommer) säkert"
    r"|(?:man|fru|maka|make|sambo|dotter|son|mamma|pappa|mor|far|anhörig|syster|bror|kollega|kontaktperson|chef|läkare|boende)(?:en)?"
    r" (?:sa|säger|sade|svarade|hälsade|trodde|tror|lovade|menade)|verkar|verkade|antar|gissar|förmodligen|troligen|troligtvis|antagligen|borde|möjligen"
    r"|eventuellt|uppfattade"
    r"|(?:sa|sade|säger|svarade|tackade|tackat) (?:inte|aldrig|ej|varken) (?:ja|nej)|(?:inte|aldrig"
    r"|ej) (?:\w+ )?(?:sagt|fått|sa|tackat|fick) (?:\w+ )?(?:ja|nej)"
    r"|preliminär\w*|förbehåll\w*|villkor\w*|kan (?:\w+ )?inte (?:säga"
    r"|lova|svara på)"
    r"|lutar|lät som|låter som|(?:ångra|ändra)\w* sig|nja|hoppas|brukar)\b"
)
# Said of somebody who wants time to think these are no guess of the lead's.
_WAVERS = re.compile(r"\b(?:osäker\w*|tvek\w*|vet (?:inte|ej)|kluven)\b")
_EXCUSE = re.compile(
    r"\b(?:(?:är|var|blev|blivit|ligger) (?:\w+ )?(?:sjuk\w*|magsjuk|förkyld\w*|inlagd|opererad|bortrest\w*|upptagen"
    r"|utomlands|ledig|trött|slut|sliten)|mår (?:\w+ )?(?:dåligt|inte bra)|semester|sjukskriven|på sjukhus|flyttat"
    r"|flyttar|operation|opereras|undersökning|begravning|(?:fått|börjat|har|nytt) (?:\w+ )?(?:jobb|arbete|jobba|arbeta|anställning)|jobbar|arbetar|reser|resa"
    r"|bortrest|dödsfall|sorg)\b"
)
_SETTLES = re.compile(
    r"\b(?:tyvärr|dessvärre|den (?:dagen|veckan|tiden|perioden|gången|dan)|då|hela|den här (?:gången|terminen)|¤|i (?:vår|höst)"
    r"|under (?:våren|hösten|sommaren|hela)|för (?:trött|sjuk|sliten|upptagen|dålig))\b|¤"
)
_SPEAKER = re.compile(r"\b(?:jag|vi|min|enheten|chefen|hennes|hans|mitt|vår)\b")
_GOES_WELL = re.compile(
    r"\bdet (?:går|passar|funkar|skulle passa)(?: för)?(?: §| henne| honom| hen)? (?:\w+ )?\w*bra(?! att)\b"
    r"|\b(?:går|passar|funkar) (?:\w+ )?\w*bra för §"
)
_SUBJECT_LACKS_TIME = re.compile(
    r"(?:^(?:\w+ ){0,2}§|\b(?:hon|han|hen|de))(?: \w+)?? hinner (?!jag|vi)(?:\w+ ){0,2}?(?:inte|ej)\b(?! ringa)"
)


_LEADING_NO = re.compile(r"^(?:nej|nä|nää)\b")
_NO_DECISION = re.compile(
    r"\bkan (?:\w+ )?(?:inte|ej) (?:svara|ge (?:\w+ )?(?:svar|besked)) (?:förrän|än|nu|på det|idag|i dag|ännu|direkt)\b"
)
_TURNED = re.compile(r"\b(?:ångra|ändra)\w* sig\b")
# "ring henne på 070-…" gives a number; the number itself has been masked.
_FILLER = re.compile(
    r"\b(?:tyvärr|tydligen|faktiskt|iallafall|i alla fall)\b|\bring(?:a|er)? (?:\w+ )?på ☏(?: i ?stället)?"
)
_OFFER = re.compile(
    r"\bkan(?! inte| ej)(?: \w+){0,2} (?:¤|(?:mån|tis|ons|tors|fre|lör|sön)dag\w*|vecka\w*|en annan dag|andra dagar"
    r"|efter|före|innan|från|tidigast|först)(?= |$)|¤ (?:funkar|fungerar|går|passar|är ok|blir)\b(?! inte| ej)"
)
_WARM = re.compile(r"\b\w*(intresserad|positiv|nyfiken)\b")
_RETRY = re.compile(
    r"\b(?:(?:vill|ville|kan|kunde|orkar|orkade|hann|hinner|gick) )?(?:inte|ingen|ej)(?: \w+)? (?:tid|möjlighet|läge)? ?(?:att )?(?:prata|tala|talas vid|snacka)\b(?: \w+){0,2}"
    r"|\bhade (?:inte|ingen) (?:\w+ )?(?:tid|möjlighet) just då\b|\b(?:jag|vi) (?:ringer|försöker|provar|söker|testar)\b(?: \w+){0,3} (?:igen|nytt)\b(?: \w+){0,3}"
    r"|\b(?:ringer|försöker|provar|söker|testar) (?:jag|vi)\b(?: \w+){0,3} (?:igen|nytt)\b(?: \w+){0,3}"
    r"|\b(?:försöker|provar|testar) (?:\w+ ){0,2}igen\b(?: \w+){0,3}|^ringer (?:\w+ ){0,1}igen\b(?: \w+){0,3}"
)


def _of_the_number(text: str, cues: set[str]) -> str:
    """Take out what is said of the telephone and of handing over the details, lest its "nej" be the person's."""
    text = " ".join(_FILLER.sub(" ", text).split())
    for pattern, cue in ((_NO_DECISION, AGAIN), (_DEAD_LINE, NO_ANSWER)):
        if pattern.search(text):
            cues.add(cue)
            text = _LEADING_NO.sub(" ", pattern.sub(" ", text).strip())
    if _NO_SHARE.search(text):
        cues.add(NO_SHARE)
        text = _NO_SHARE.sub(" ", text)
    elif _SHARE.search(text):
        cues.add(SHARE)
        text = _SHARE.sub(" ", text)
    return text


# What the lead or the unit wants or cannot is nobody's answer.
_OTHERS_SPEAK = re.compile(
    r"\b(?:jag|vi|enheten|verksamheten|mottagningen|chefen) (?:\w+ )?(?:vill|ville|kan|kunde|orkar|orkade|sa|säger|behöver)\b"
    r"|\b(?:vill|ville|kan|kunde|orkar) (?:jag|vi|enheten)\b"
)
_WILL_NOT_ANSWER = re.compile(r"\b(?:vill|ville|kunde|tänker) (?:\w+ )?(?:inte|ej) svara\b")
_ONLY_MODAL = re.compile(r"^\W*(?:\w+ )?(?:vill|ville|kan)\W*$")


def judge(text: str) -> frozenset[str]:
    """Return everything a piece of a clause says about how a call went."""
    cues: set[str] = set()
    said = text = " ".join(text.split())
    if _WILL_NOT_ANSWER.search(text):
        return frozenset({GUESS})
    if _SUBJECT_LACKS_TIME.search(text):
        cues.add(DECLINED)
        text = _SUBJECT_LACKS_TIME.sub(" ", text)
    elif _GOES_WELL.search(text):
        cues.add(ACCEPTED)
        text = _GOES_WELL.sub(" ", text)
    text = " ".join(text.replace("§", " ").split())
    text = _of_the_number(text, cues)
    if _NO_ANSWER.search(text):
        cues.add(NO_ANSWER)
        text = _LEADING_NO.sub(" ", _NO_ANSWER.sub(" ", text).strip())
    elif _NOT_YET.search(text):
        cues.add(NOT_YET)
        text = _NOT_YET.sub(" ", text)
    if _RETRY.search(text):
        cues.add(RETRY)
        text = _RETRY.sub(" ", text)
    if _AGAIN.search(text):
        cues.add(AGAIN)
        text = re.sub(r"\b(vill|ville|gärna)\b", " ", _AGAIN.sub(" ", text))
    guess = _GUESS.search(text)
    text = " ".join(text.split())
    if _OTHERS_SPEAK.search(said) or (_ONLY_MODAL.match(text) and re.search(r"\b(?:inte|ej|aldrig)\b", said) and cues):
        return frozenset(cues | ({GUESS} if guess else set()))
    if re.search(r"\b(?:kan|vill|orkar)(?: \w+)? (?:inte|ej) (?:än|ännu)\b", text):
        cues.add(GUESS)
    if _DECLINED.search(text):
        cues.add(DECLINED)
        # "har ångrat sig och vill inte" is no guess.
        guess = _GUESS.search(_TURNED.sub(" ", text))
        text = _DECLINED.sub(" ", text)
    if guess:
        cues.add(GUESS)
    if _WAVERS.search(said):
        cues.add(WAVERS)
    if _OFFER.search(text):
        cues.add(OFFER)
    if _ACCEPTED.search(_NOT_NOW.sub(" ", text).strip(" .,!")):
        cues.add(ACCEPTED)
    if _WARM.search(text):
        cues.add(WARM)
    if not cues & CORE and _EXCUSE.search(said) and not _SPEAKER.search(said):
        cues.add(DECLINED if _SETTLES.search(said) else EXCUSE)
    return frozenset(cues)


def outcome_of(cues: frozenset[str]) -> Outcome | None:
    """Return the one outcome the cues amount to; None where they do not agree or tell nothing."""
    core = cues & CORE
    if WAVERS in cues and core not in ({AGAIN}, {NO_ANSWER}):
        return None
    if not core and {WARM, NO_SHARE} <= cues:
        return Outcome.CALL_AGAIN
    if core in ({NO_ANSWER}, {NO_ANSWER, AGAIN}):
        return Outcome.NO_ANSWER
    if core in ({AGAIN}, {AGAIN, ACCEPTED}):
        return Outcome.CALL_AGAIN
    if core == {ACCEPTED}:
        return Outcome.CALL_AGAIN if NO_SHARE in cues else Outcome.ACCEPTED
    return Outcome.DECLINED if core == {DECLINED} and OFFER not in cues else None


def without_no_answer(text: str) -> str:
    """Return the text without pieces like "men bara telefonsvarare", whose "bara" narrows nothing."""
    return "".join(piece for piece in re.split(r"((?:,| men | fast |\.) ?)", text) if not _NO_ANSWER.search(piece))


def is_silent(cues: frozenset[str]) -> bool:
    """Tell whether a clause says nothing about how the call went."""
    return cues <= {BARE, UNKNOWN, EXCUSE}
