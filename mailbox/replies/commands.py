"""Recognise what a reply asks for that names nobody: more people, a question to the unit, a pause, undo, status."""

import re
from dataclasses import dataclass

_NOT = r"(?<!inte )(?<!inga )(?<!\bej )(?<!inte några )"
UNDO = re.compile(
    r"\b(makulera\w*|glöm det jag skrev(?=\W*$)|bortse från mitt (?:mejl|mail)|svarade på fel|ångra(?:r|de|t"
    r"|s)?(?! sig)|backa (?:det|tillbaka|bandet)|dra(?:r)? tillbaka|ta(?:r)? tillbaka|återkalla\w*"
    r"|undo|gör ogjort|^stoppa(?! undan| tillf| det tills| tills)|ogiltig\w*|annullera\w*|^backa"
    r"|(?<!är )(?<!var )fel person(?:er)?"
    r"|stoppa (?:det|utskicket|allt|mitt)|avbryt(?: det| allt| utskicket)?|(?<!tillfälligt )stopp(?! tills)"
    r"|glöm (?:mitt|det) (?:förra"
    r"|senaste|svar\w*)"
    r"|(?:förra|senaste|tidigare|första) (?:svar\w*|mejl\w*|mail\w*) (?:var|blev|är|gäller) (?:fel|inte)"
    r"|(?:klickade|tryckte|skickade) fel|svara på (?:ett annat|fel) (?:mejl|mail|ärende)|ta(?:r)? bort (?:mitt"
    r"|det) (?:\w+ )?svar\w*|svaret (?:var|gällde) (?:till "
    r"|för )?(?:ett |en )?(?:annat|annan|fel)"
    r"|ta(?:r)? tillbaks|ignorera mitt (?:förra|senaste|svar)|bortse från (?:det jag|mina) "
    r"|bortse från (?:att jag|mitt svar)|bortse från mitt (?:förra|senaste|tidigare)|stryk mitt (?:förra )?svar"
    r"|svarade fel"
    r"|(?:det )?blev fel (?:nyss|förut|svar)"
    r"|skicka inte(?: ut)? (?:något|det|uppgifterna))\b",
    re.I,
)
MORE = re.compile(
    rf"{_NOT}\b(fler|flera förslag|fler(?:a)? (?:förslag|namn|kandidater|personer|alternativ)|(?:ett"
    rf"|några) till\b(?! \w*dag)"
    r"|(?:andra|nya|bättre|ytterligare) (?:förslag|namn|kandidater|personer|alternativ)|(?:nytt|annat"
    r"|bättre) (?:förslag|namn|alternativ)"
    r"|(?:minst |gärna )?(?:en|ett|två|tre|fyra|några|ett par) till (?:att|som)|nytt försök|^(?:ett par|två|tre"
    r"|några) till(?= tack|\W*$)|(?:leta|sök|sökt) (?:mer|bredare|längre)|någon mer(?= ?\?)|alternativ till"
    r"|ge (?:mig|oss) andra|finns (?:det )?(?:ingen|inga) (?:annan|andra|fler)|(?:ta|leta|plocka"
    r"|söka) (?:gärna )?fram (?:några|fler|andra|någon|nån|nya)|ge mig (?:några|fler|andra|nya) (?:alternativ"
    r"|förslag|namn)|ny (?:lista|omgång)"
    r"|gör om sökningen|ny sökning|(?:sök|leta|försök) (?:igen|om|på nytt)|(?:större|bredare) urval|någon annan"
    r"|nån annan|(?:finns det|har du|har vi|hittar du) (?:ingen|inga)|bredda\w*|någon (?:som|med"
    r"|från) .{1,60} (?:vore|hade varit) (?:bättre|bra|önskvärt)|(?:ge mig|skicka|ta fram"
    r"|hitta) (?:en|ett|två|tre|(?:ett par|några)(?: namn| personer| förslag)?) till|mer (?:förslag|namn)"
    r"|(?:ge|skicka|ta fram|hitta)(?: mig| oss| gärna| nu){0,2} (?:en|ett|två|tre|fyra|fem|några|¤)"
    r"(?: ?(?:,|-|eller) ?(?:två|tre|fyra|fem|¤))?(?: namn| personer| förslag)? till"
    r"|få (?:några )?(?:nya"
    r"|andra)|hoppa\w* på (?:någon|nån)|några andra|annan person"
    r"|(?:förslag|namn) till\b(?! (?:på|den|mötet))|(?:få|ha|se|behöver|skicka) ¤ till\b|någon (?:som är )?(?:yngre"
    r"|äldre)"
    r"|(?:har|finns|hittar|vet|känner) (?:du|det|ni|vi)(?: \w+){0,2} (?:någon|nån|några|fler|flera|andra)(?! fråg|"
    r" svar| besked| nyhet)"
    r"|(?:sök\w*|leta\w*|titta|fortsätt\w* (?:söka|leta)|kolla) (?:gärna )?(?:vidare|fler|efter (?:fler|andra"
    r"|någon|nån|några|en))"
    r"|(?:behöver|önskar|saknar|söker|vill (?:jag |vi )?(?:gärna )?(?:ha|se)|skulle (?:jag |vi )?(?:vilja"
    r"|behöva)(?: ha| se)?)"
    r" (?:jag |vi |gärna |hellre |nog )*(?:fler|andra|någon|nån|några|en annan|en till|ett bredare|nya)|byt(?:a"
    r"|er)? ut(?!.{0,30}\bmot\b)"
    r"|(?:kan|kunde) (?:du|ni) (?:leta|söka|hitta|ta fram|plocka fram|få fram|ordna fram)|fyll(?:a)? på"
    r"|(?:kan|kunde|skulle) (?:du|ni) (?:\w+ )?(?:se|kolla|undersöka|titta|höra)(?: efter)?(?: om)?"
    r"(?: det finns| du hittar| ni hittar| du har| ni har)? (?:någon|nån|ngn|några|fler)(?! (?:av|fråg|utav))"
    r"|(?:några |lite )?nya (?:ansikten|krafter)"
    r"|hitta (?:någon|nån|andra|fler|några)|försök hitta)\b",
    re.I,
)
PAUSE = re.compile(
    r"\b(paus|stoppa tillfälligt|tillfälligt stopp|stopp(?:a)? (?:det |detta )?(?:tills vidare|så länge)"
    r"|håll ärendet|^vänta$|gör (?:inget|ingenting) (?:mer )?(?:än|ännu|just nu|nu)|(?:inget|ingenting) (?:ska"
    r"|bör) (?:göras|hända) (?:än|ännu|just nu|nu)|återuppta\w*|vilande|på vänt|(?:enheten|verksamheten|de"
    r"|dom) vill vänta|är (?:uppskjut\w*|framflytta\w*|senarelag\w*)|den här får vänta|pausa\w*|(?:vila|vilar"
    r"|låt\w* .{0,20}(?:vila|ligga|bero)|(?:det|detta|ärendet"
    r"|det här) får vänta)(?= |$|[.!,])|lägg\w* .{0,25}(?:på is|åt sidan)"
    r"|avvakta\w*|parkera\w*|bordlägg\w*"
    r"|skjut\w* (?:upp|på)|vänta med (?:det här|detta|ärendet|förfrågan|den här|allt|att gå vidare|beslut\w*)"
    r"|vi väntar(?! inte| ej| på)(?: med)?"
    r"|lig(?:g|ger|ga) (?:\w+ )?(?:lågt|och vila)|(?:sätt\w*|lägg\w*) .{0,25}på vänt|stoppa undan|(?:får"
    r"|kan) (?:\w+ )?bero"
    r"|vilande (?:till|tills|så länge)|(?:ta|tar|tas|tag|lösa|återuppta\w*|fortsätt\w*) .{0,20}"
    r"(?:efter|till|först i) (?:nyår|jul\w*|påsk\w*|sommar\w*|semester\w*|höst\w*|vår(?:en)?\b|sportlov\w*|årsskiftet)"
    r"|(?:lägg\w*|låt\w*) .{0,20}vilande|frys\w* (?:det|detta|ärendet|förfrågan|allt)|håll(?:er)? i (?:det|detta|den"
    r"|ärendet)"
    r"|stanna (?:ärendet|detta|det här)|(?:inget|ingenting) (?:görs|händer|ska göras) förrän|gör (?:inget"
    r"|ingenting) förrän"
    r"|gör\w* (?:ett )?uppehåll|väntar vi|ligga till sig|håll (?:den|ärendet|det) |stanna upp"
    r"|lägg ner .{0,15}tills vidare"
    r"|sätt .{0,20}(?:paus|vänteläge))",
    re.I,
)
STATUS = re.compile(
    r"^status\b|\b(?:har )?något hänt\b|\bnågra nyheter\b|^är det (?:klart|på gång|färdigt)\b"
    r"|\bvad väntar (?:vi|ni|du) på\b|\bvad har hänt\b|^läget?\W*$|^läge\w*\s*\?|\bhur (?:går|gick|ligger|ser"
    r"|långt|står|har det gått"
    r"|är läget)\b.{0,60}|\b(?:vad är"
    r"|vad var) (?:läget|status\w*|nästa steg)\b"
    r"|\bläges(?:rapport|bild|uppdatering)|\bläget\s*\?|\bvar (?:är|står|befinner) (?:vi|det|ärendet)\b"
    r"|\bvad (?:händer|hände)\b"
    r"|\b(?:är|har) (?:alla|någon|nån|några) (?:uppringda|ringda|tillfrågade|svarat|hört)\b"
    r"|\bhur många har (?:svarat|tackat|sagt)\b"
    r"|\b(?:vad|hur) blev det (?:av|med)\b|\bvad är (?:på gång|på g)\b|\b(?:händer|hänt) (?:det )?(?:något|nåt)\b"
    r"|\b(?:har|fick) (?:de|dom|enheten"
    r"|verksamheten|någon|du|ni) (?:svarat|hört|fått|återkommit|hunnit)\b"
    r"|\bnågot nytt\b"
    r"|\b(?:statusen|uppdatering)\b.{0,30}\?",
    re.I,
)
HELP = re.compile(
    r"^(?:hjälp|help)\b|^\?+|\bvad förväntas (?:jag|man)\b|\bfå hjälp\b|\b(?:ska|skall|måste) (?:jag"
    r"|man) skriva\b.{0,40}|\bhur godkänner\b.{0,40}|\bhur (?:gör|svarar|funkar|fungerar|ska|kan|skriver"
    r"|går det till)\b.{0,60}"
    r"|\bvad (?:kan|ska|får|bör|skall) (?:jag|man)\b|\bhur var det (?:man|jag) (?:skulle|ska)\b"
    r"|\bvilka (?:kommandon|svar|val|alternativ)\b|\bvad (?:menas|menar du|betyder|innebär)\b|\b(?:förstår"
    r"|begriper|fattar) (?:inte"
    r"|ej)\b|\bskriver man\b|\b(?:vad|var|hur) (?:skriver|rapporterar|anger) (?:jag|man)\b|\bhur du vill ha svar\w*"
    r"|\bbehöver hjälp\b"
    r"|\b(?:visa|skicka) (?:instruktion|hjälp|kommando|guide)\w*|\binstruktioner\b"
    r"|\b(?<!för )(?<!all )hjälp(?:en)?\s*[!?.]*$",
    re.I,
)
_UNIT = (
    r"(?:dem|dom|de|beställaren|uppdragsgivaren|kommunen|kontaktpersonen|chefen där"
    r"|[^\W\d_]*(?:enheten|verksamheten|mottagningen|avdelningen|centralen|kontoret|sjukhuset|boendet|teamet"
    r"|tjänsten|akuten|vården|förfrågaren|kliniken|iliteringen|psykiatrin|förvaltningen|skolan|hälsan))"
)
_ASKING = (
    r"(?:fråga|frågar|hör|höra|kolla|kontrollera|stäm|stämma|checka|dubbelkolla|undersök|efterfråga|reda ut|luska ut"
    r"|reder ut)"
)
ASK = re.compile(
    r"(?:^|(?<=[.!,;]\s)|(?<=\n))fråga\b\s*[:,-]?\s+(?=\S)(?!mig|mej|oss|henne|honom|hen\b|efter|§)"
    rf"|\b(?:kan (?:du|ni)|skulle (?:du|ni) kunna|vill du|vänligen|snälla|går det att|du får gärna"
    rf"|du kan väl)? ?\b{_ASKING}"
    rf" (?:gärna |först |även |också |lite |av |upp |bara )*(?:med |hos |av med )?{_UNIT}\b"
    rf"|\b(?:vill|behöver|skulle vilja) veta (?:av|från) {_UNIT}\b|\bbe {_UNIT} (?:att )?(?:förtydliga|precisera"
    rf"|specificera|utveckla|beskriva|redogöra|berätta"
    rf"|förklara|svara|skriva)\b"
    rf"|\bställ(?:a|er)? (?:en |den |din )?fråga\w* till {_UNIT}\b|\b(?:maila|mejla|ring|ringa|kontakta"
    rf"|skriv till) {_UNIT}"
    rf" och (?:fråga|hör|höra|kolla)\b(?: med {_UNIT})?"
    r"|^(?:undrar|behöver veta)\b(?=.{5,})|\b(?:vi|jag) (?:undrar|behöver veta|skulle behöva veta|vill veta"
    r"|vill att du frågar)\b(?=.{3,})"
    rf"|\b{_ASKING} (?:gärna |också |även |först )?(?:med dem |av )?om (?:de|dom|man) (?:kan |vill |kunde |skulle )?"
    r"(?:betala|betalar|erbjuda|erbjuder|ordna|ordnar|ersätta|ersätter|tillhandahålla|står? för|bjuda? på|bjuder på"
    r"|ta emot|tar emot|flytta|ändra|förlänga|korta)\b"
    r"|\bfråga (?:gärna |också |även |bara )?(?:om|när|hur|var|vad|vilk\w+|vem|varför)\b"
    rf"|\bta(?:r|ga)? (?:du |gärna )?reda på (?:av|från|hos|med) {_UNIT}\b"
    r"|\btar? (?:du )?reda på (?:om|när"
    r"|hur|var|vad|vilk\w+)\b",
    re.I,
)
EXPLAIN = re.compile(
    r"\bvad (?:menas|menar du|betyder|innebär)\b|\bvad (?:händer|blir det) om (?:jag|man"
    r"|vi) (?:inte )?(?:svarar|skriver)\b",
    re.I,
)
DEFER = re.compile(
    r"\b(stämm?a? av|stämmer av|\w*kolla(?:r)? (?:av )?med|checka(?:r)? med|bolla(?:r)? med|diskutera(?!t|de)\w*"
    r"|förankra\w*|rådgöra"
    r"|prata(?:r)? (?:med|ihop)|ta(?:r)? (?:det|upp det) med|höra(?:r)? med"
    r"|(?<!efter )(?<!efter lite )(?<!har )fundera\w*|tänka på|tänka (?:över"
    r"|igenom)|sova på (?:saken|det)|låt mig (?:få )?(?:sova|tänka|fundera|smälta|återkomma|läsa|kolla)"
    r"|(?:grunna|klura|ruva) på"
    r"|avstå\w* från att (?:välja|bestämma|tycka|rösta|avgöra|kommentera|uttala)"
    r"|inte bestämt|inte hunnit|hinner inte|ska titta|måste titta|ska läsa|innan (?:jag|vi) (?:bestämmer"
    r"|beslutar|svarar|kan)|ska kolla"
    r"|måste kolla|(?<!får )vänta tills|dröjer|får se|ger besked|besked (?:senare|imorgon|på|nästa))\b",
    re.I,
)
LATER = re.compile(r"\b(återkommer|återkomma|återkom|hör av mig|hörs igen|svarar (?:senare|imorgon|på|nästa))\b", re.I)


@dataclass(frozen=True, slots=True)
class Question:
    """A question to the unit and where in the sentence it begins."""

    text: str
    starts: int
    to_unit: bool  # the unit is named, not only "fråga" or "jag undrar"


_BARE_REQUEST = re.compile(
    rf"(?:kollar|frågar|hör|stämmer|undersöker) (?:du|ni)(?: av| upp)?(?: det| detta| saken)?(?: av"
    rf"| upp)? (?:med|hos) {_UNIT}\W*|"
    rf"(?:kan|kunde|skulle|vill) (?:du|ni)(?: kunna)? {_ASKING} (?:gärna |det )?(?:med |hos |av med )?{_UNIT}"
    r"(?: om (?:det|detta))?\W*",
    re.I,
)
_FOR_THE_UNIT = re.compile(
    r"\b(?:står|framgår|framkommer|anges)(?: det)?(?: ju)? (?:inget|inte|ingenting|ej)\b"
    rf"|\b(?:måste|får|behöver|bör) {_UNIT} (?:svara|förtydliga|förklara)|\b{_UNIT} (?:måste|får|behöver"
    rf"|bör) (?:svara|förtydliga)"
    r"|\b(?:undersök|kontrollera|kolla|ta reda på|fråga(?: dem| dom)?) (?:gärna )?(?:det|detta|saken)\b"
    r"|\b(?:hör|kolla|undersök|fråga|ta reda|ta)(?: gärna| också| först)? (?:efter|upp det|på det"
    r"|reda på det(?:ta)?|det med"
    r"|upp saken)\b"
    r"|\b(?:skicka|ställ|vidarebefordra)(?: gärna| även)? (?:den )?(?:frågan|frågorna)\b"
    rf"|\b(?:kollar|frågar|hör|stämmer|undersöker|reder) (?:du|ni)(?: gärna)?(?: av| upp| ut)?(?: det| detta| saken)?"
    rf"(?: av| upp| ut)? (?:med|hos|av) {_UNIT}\b"
    rf"|\b(?:behöver|vill|måste|skulle behöva|bör) (?:vi|jag)(?: gärna)? (?:få )?(?:veta|svar|besked) (?:av"
    rf"|från|om av) {_UNIT}\b"
    rf"|\b(?:fråga|be|mejla|maila|kontakta) {_UNIT}\b|\b{_ASKING}(?: \w{{1,10}}){{0,2}} (?:med|hos|av med)"
    rf" (?:(?:chef|personal|kontakt|ansvarig)\w* (?:på|vid|i|där) )?{_UNIT}\b",
    re.I,
)
# "Kolla m HC" and "hör med boendestödet" name the unit as they do who know it; a colleague or a chief is none.
_BY_ITS_NAME = re.compile(
    rf"(?:^|[.!?,] )(?:och )?{_ASKING}(?: gärna| först| av| upp| det| detta| saken){{0,2}} (?:med|hos|m)"
    r" (?!(?i:chef|kolleg|grupp|ledning|min|mitt|vår|någon|nån|facket|ekonomi|ordförand|samordn))"
    r"(?:(?-i:[A-ZÅÄÖ]{2,5})|(?-i:[a-zåäö]){4,30}(?:en|et|an|ern|na))(?: tack| snälla| först| du)?(?=\s*(?:$|[.!,]))",
    re.I,
)
_NEEDS_TO_KNOW = re.compile(r"\b(?:veta|undrar|vet inte|oklart|framgår inte|står inte|oss är|frågan är)\b", re.I)


def request_after(before: str, sentence: str) -> Question | None:
    """Find in `before` what "Kan du höra med enheten?" asks them."""
    if not _BARE_REQUEST.fullmatch(sentence):
        return None
    needs = _NEEDS_TO_KNOW.search(before)
    asked = _INDIRECT.search(before, needs.end()) if needs else None
    if asked is None:
        return None
    return Question(_put("", before[asked.start() :], before), 0, to_unit=True)


def to_unit(text: str) -> bool:
    """Tell whether a text names the unit as the one to answer."""
    return bool(_FOR_THE_UNIT.search(text))


def left_to_unit(sentences: list[str]) -> str:
    """Return the questions of a reply that says the unit must answer them, "" where it asks nothing of the kind."""
    asked = [sentence for sentence in sentences if sentence.endswith("?")]
    if asked and any(_FOR_THE_UNIT.search(sentence) or _BY_ITS_NAME.search(sentence) for sentence in sentences):
        only = [request_after(*sentence.rsplit(", ", 1)) for sentence in asked if ", " in sentence]
        return " ".join(one.text for one in only if one) or " ".join(asked)
    return ""


def question_in(sentence: str) -> Question | None:
    """Find a question to the unit in a sentence; its text is put as a question of its own."""
    match = ASK.search(sentence)
    if (
        match is None
        or _UNASKED.search(sentence[: match.start()] + match[0])
        or _OF_A_PERSON.search(sentence)
        or _FORGOT.search(sentence)
    ):
        return None
    rest = sentence[match.end() :].strip(" :,-.!?")
    if not rest and re.search(r"(?:kolla|stäm\w*|hör|höra|checka)\b", match[0], re.I):
        return None  # "vill stämma av med enheten" asks nothing
    if _ASKS_NOTHING.search(sentence):
        return None
    rest = sentence[match.end() :].strip(" :,-")
    to_unit = re.search(_UNIT, match[0], re.I) or re.match(_UNIT, rest, re.I)
    return Question(_put(match[0], rest, sentence), match.start(), to_unit is not None)


def _put(opening: str, rest: str, sentence: str) -> str:
    """Put what follows "fråga" or "kan du fråga enheten om" as a question."""
    if re.match(r"\s*fråga\b", opening, re.I) and not re.match(_UNIT, rest, re.I) and not _INDIRECT.match(rest):
        return _capital(rest)
    rest = _BEFORE_I_CHOOSE.sub("", rest)
    asked = _INDIRECT.search(f"{opening} {rest}")
    if asked and asked[0].lower() in {"om", "ifall"}:
        return _turned(f"{opening} {rest}"[asked.end() :].strip())
    wondering = _INDIRECT.search(rest)
    return _capital(rest[wondering.start() :] if wondering else rest or sentence)


# "Fråga dem." may mean those listed too.
_ASKS_NOTHING = re.compile(rf"(?:^|[.!,] )fråga (?:gärna )?{_UNIT}(?: båda| bägge| tack)?\W*$", re.I)
_OF_A_PERSON = re.compile(
    r"\bveta (?:lite )?mera? om (?:honom|henne|hen|dem|dom|personen|personerna|kandidat\w*|(?-i:[A-ZÅÄÖ])|§)", re.I
)
_FORGOT = re.compile(r"\b(?:fråga|höra|kolla)\b[^.!?]{0,40}\b(?:glömde|missade|hann) (?:jag|vi)\b", re.I)
_UNASKED = re.compile(
    r"^(?:det )?jag (?:frågar|hör|kollar|stämmer av|checkar|undersöker)\b|\b(?:glömde|glömt|inte|missade"
    r"|redan)\s+(?:\w{1,20}\s+){0,3}?(?:fråga|höra|kolla)\b",
    re.I,
)
_INDIRECT = re.compile(r"\b(?:om|ifall|när|hur|var|vad|vilken|vilket|vilka|vem|varför)\b", re.I)
_BEFORE_I_CHOOSE = re.compile(r",? innan (?:jag|vi)\b.{0,80}$", re.I)
_TURN = re.compile(
    r"([^\W\d_]+(?: [^\W\d_]+){0,2}) (är|finns|går|kan|ska|har|behöver|ersätts|betalas|ingår|blir|behövs"
    r"|får) (.*)",
    re.I | re.S,
)
_TURN_SHORT = re.compile(r"(det|de|dom|vi|man|ni|hon|han|hen|du)\s+([^\W\d_]+)\s*(.*)", re.I | re.S)


def _turned(clause: str) -> str:
    """Turn "det går digitalt" into "Går det digitalt?"."""
    match = _TURN_SHORT.match(clause)
    if match is None and (verb := _TURN.match(clause)):
        return _capital(f"{verb[2]} {verb[1]} {verb[3]}")
    if match is None and len(clause.split()) <= 2:
        return _capital(f"Kan ni berätta om {clause}")  # "fråga dem om lokalen"
    return _capital(f"{match[2]} {match[1]} {match[3]}" if match else f"Stämmer det att {clause}")


def _capital(text: str) -> str:
    text = text.strip(" .?!")
    return text[:1].upper() + text[1:] + "?" if text else ""
