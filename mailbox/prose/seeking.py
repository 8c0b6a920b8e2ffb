"""Which sentences seek people: a verb that seeks, and people behind it; or people who are asked to do something."""

import re
from itertools import islice

from medverkan.mailbox.forms.values.numbers import NUMBER
from medverkan.mailbox.prose.sentences import Sentence

# What stands further off belongs to something else; nobody seeks ten times in a sentence.
MAX_CLAUSE = 600
MAX_CLAUSES = 8
SOMEBODY = rf"(?:någon|några|ett par|{NUMBER})\b"
VIEWS = (
    r"(?:tankar|tanke|synpunkter|åsikter|idéer|inspel|input|feedback|reflektioner|röster|perspektiv|tips|bild|"
    r"upplevelser|erfarenheter)"
)
SEEKS = re.compile(
    r"\b(?:söker|sökes|söks|eftersöker|efterfrågar|efterfrågas|efterlyser|efterlyses|"
    # A verb and its particle stand apart where the subject comes between: "nu letar vi alltså efter".
    r"(?:letar|leta|spanar|jagar|är (?=\w+ (?:\w+ )?ute efter))(?: \w+){0,4}? (?:efter|upp)|ute efter|"
    r"behöver|behövs|fattas|tänkt att|behöva|önskas|önskar|saknar|saknas|rekryterar|sökte|inbjuds|i behov av|"
    r"(?:vill|vilja|ville|drömmer om|hoppas|gärna|skulle|tänkte|tänker|tänkt|tanken är att|planerar|önskar|försöker)"
    r"(?: (?!ska\b|"
    r"skall\b)\w+){0,4}? "
    r"(?:ha|få|träffa|bjuda in|bjuda|komma i|"
    r"knyta|ta in|intervjua|prata|involvera|engagera|låta|möta|lyssna|höra|låna|se|ha med)|"
    rf"(?:vill|vilja|önskar|ser|hoppas|bra|fint|kul|roligt|värdefullt|toppen|önskvärt|bäst|rätt|rimligt|klokt|"
    rf"viktigt|"
    rf"lämpligt|naturligt)(?: \w+){{0,3}}? (?:att|om|"
    rf"ifall) (?:(?:vi|ni|få|fick|ha|kunde|med|in) ){{0,4}}(?={SOMEBODY})|önskemål(?: om)?|"
    rf"(?:bra|fint|kul|roligt|toppen|värdefullt|bäst|passa|hoppas på|hoppats på|tänkt oss|tänker oss|ta in|"
    rf"tacksamma? för|glada? för|intresserade? av)(?: med)? (?={SOMEBODY})|"
    r"få (?:med|ta del av|del av|tag|fram|låna|ihop)|få fram|har (?:ni|vi|du)|finns (?:det|någon)|hitta|"
    r"(?:diskutera|stämma av|pröva|testa|bolla|prata igenom|resonera)(?: \w+){0,4}? med(?= )|uppskatta om|"
    r"nytta av att|"
    # "… göra en fokusgrupp med närstående som …": what they are wanted for stands before them.
    r"(?:vill|vilja|ville|tänkt|tänker|planerar|önskar|hoppas|ska|skall|funderar på)(?: (?!inte\b)\w+){0,5}? "
    r"(?:att )?"
    r"(?:göra|ordna|hålla|starta|bilda|samla|genomföra|skapa|sätta (?:ihop|samman)|kalla till|köra|arrangera|"
    r"anordna) "
    r"(?=(?:en|ett|några|två|tre)\b[^.!?,]{3,60}? med )|"
    rf"(?:tanken?|idén?|förslag(?:et)?|planen?|förhoppning(?:en)?|meningen) är (?:\w+ )?att (?={SOMEBODY})|"
    r"(?:kan|kunde|skulle) ni (?:\w+ ){0,2}?(?:ordna|fixa|skicka|låna ut|få fram|rekommendera|kalla in)|"
    r"kommer(?: \w+){0,6}? att (?:ha|hålla|ordna|göra|starta|bilda) (?=(?:en|ett) [^.!?,]{3,40}? med )|"
    r"(?:vill|vilja|önskar)(?: (?!inte\b)\w+){1,7}? tillsammans med(?= )|"
    r"(?:planerar|ordnar|startar|bildar|samlar|gör|håller)(?: \w+){0,3}? (?=(?:en|ett) [^.!?,]{3,40}? med "
    rf"(?:{NUMBER}|ett par|några|en grupp) )|få (?:prata|tala|samtala) med|"
    rf"(?:genomläst|läst|granskad|granskat|testad|testat|provad|provat) av (?={SOMEBODY})|"
    r"får? (?:träffa|möta|intervjua|bjuda in)|"
    rf"(?:få|fånga|samla|ha)(?: (?:in|upp|höra|med|lite|några|fler|mer|era|olika|också|"
    rf"ta del av|del av)){{0,3}} {VIEWS} "
    r"(?:(?:och|eller) \w+ )?(?:från|av)(?= )|"
    r"(?:behovet|önskemålet) är|det (?:handlar om|rör sig om|gäller) (?=(?:två|tre|fyra|fem|sex|\d+) )|"
    r"hjälp (?:av|med)|fråga (?=någon|några|ett par|en |två |tre |fyra |fem |efter)|"
    r"hjälpa (?:oss|mig|till|(?!\w+ (?:att )?(?:hitta|få|leta|finna|rekrytera)\b)[\wåäö ]{3,40}?) med|"
    r"synpunkter från|förmedla|utse|"
    r"föreslå|tipsa|undra[rn]?\b[^.!?]{0,25}?\bom (?=ni (?:har|känner|kan|skulle|vet)|det finns|någon|några|"
    r"en\b|ett par|två|tre|fyra|\d)|känner ni|(?:om|ifall) ni (?:har|känner|kunde|kan)|ska (?:intervjua|träffa|"
    r"prata med|samtala med)|kontakt med|tag (?:i|på)|fylla på|plats för|skulle "
    r"(?=(?:en|ett|två|tre|någon)\b)|(?:borde|bör) (?=(?:någon|några|en|ett|två|tre)\b))\b",
    re.I,
)
WHO_WORD = (
    r"(?:(?:någon|några)(?! (?:erfarenheter\b|exempel|mallar|rutiner|råd\b|"
    r"frågor|tips|förslag|synpunkter|idéer|funderingar|gång|dagar|veckor|gånger|"
    r"blankett|\w*(?:grupp|förening|kurs|möjlighet|hjälp|information)))|"
    r"(?!kontakt|stöd|nyckel|sälj)[a-zåäö]*person(?:er|erna)?|[a-zåäö-]*patient(?!nämnd|säkerhet)\w*|brukar\w*|"
    r"närstående|efterlevande|"
    r"diabetiker|astmatiker|människ(?:a|or)|tjejer|killar|vuxna|strokepat|"
    r"anhörig\w*|[a-zåäö-]*förälder|[a-zåäö-]*föräldrar|mormor|morfar|farmor|farfar|hyresgäst(?:er)?|"
    r"ungdom\w*|deltagare|medverkande|representant\w*|ledamot|ledamöter|invånare|kommuninvånare|"
    r"kvinnor|kvinna|män|unga|vuxen|mammor|pappor|syskon|folk|makar?|maka|stycken|seniorer|pensionärer|boende|"
    r"tonåring(?:ar)?|\w*användare|\w*studerande|elever|barn|klient(?:er)?|medborgare|besökare|\w*läsare|"
    r"släkting(?:ar)?|talare|revisorer|äldre(?= som| med)|gäst(?:er)?|röster|berättare|panelister|informanter|"
    r"respondenter|medforskare|brukarforskare|patientforskare|experter (?=som|med egen)|ambassadörer|testare|pojkar|"
    r"flickor|pappa|mamma|strokedrabbade|medlemmar|"
    rf"föräldra\w*|st som|{NUMBER} som|{NUMBER} till(?=[.,!]|$)|ytterligare {NUMBER}(?=[.,!]|$)|de(?:m)? som|er som|"
    rf"ett par som)"
)
WHO = re.compile(rf"(?<![\w-]){WHO_WORD}\b", re.I)
_ASIDE = re.compile(r"\b(?:och|o|,|samt|men)\s+(?:vi|jag|ni|det)\b", re.I)
# "Skulle två av oss kunna …", "finns det någon som kan svara på hur …": what they ask for is an answer.
# "Personalen ska möta föräldrarna": those who are there already.
_KNOWN_ONES = re.compile(r"\w+(?:arna|erna|orna|rarna)$", re.I)
# "Vi vill gärna ha hjälp av fler personer längre fram, men återkommer."
_LATER = re.compile(r"\b(?:längre fram|en annan gång|vid ett senare tillfälle|återkommer (?:om|när|då|med))\b", re.I)
_NOT_NOW = re.compile(
    r"\båterkommer (?:till|i|efter|framåt) (?:hösten|våren|sommaren|vintern|höst|vår|nästa|årsskiftet|"
    r"semest\w+)",
    re.I,
)
_THANKS = re.compile(
    r"(?:(?:vi |jag )?vill (?:bara |gärna )?tacka(?: er| dig)? för|(?:(?:stort|många|varmt) )?"
    r"tack för (?:hjälpen|att ni|er hjälp|den fina))",
    re.I,
)
_OF_US = re.compile(r"\b(?:av|från) oss\b", re.I)
# "… en föreläsning av er om hur man anlitar patienter", "… statistik på hur många brukare …"
_OF_THE_BANK = re.compile(
    r"\b(?:erfarenhet(?:er)? av att (?:ha|arbeta|jobba|involvera|engagera)|mall(?:ar|en)?|tips (?:på|om) hur|"
    r"(?:av|från) er|om hur|hur (?:man|många|ni)|statistik|listan?)\b",
    re.I,
)
_ANSWERS_US = re.compile(
    r"^ ?(?:\w+ ){0,3}?som (?:kan |kunde |skulle kunna |vet )(?:(?:svara på|"
    r"berätta(?! om (?!hur (?:man|ni)\b))|förklara|säga|kolla|reda ut|"
    r"hjälpa mig)\b[^.!?]{0,30}\b(?:vad|hur|när|om|vem|var)\b(?! det (?:är|var|känns) att)|vad|hur|om|ringa mig)",
    re.I,
)
# "Vi har tagit emot synpunkter från patienter": nobody is sought any more.
_RECEIVED = re.compile(r"\b(?:fått|tagit emot|(?:in)?kommit(?: in)?|samlat in|läst|fick)(?: \w+){0,2} $", re.I)
FRAGMENT = re.compile(rf"(?:gärna |helst |alltså |typ )?(?:{SOMEBODY} )(?:\w+ )?som (?!jag|vi|ni|hon|han)", re.I)


# "Kan två patienter som … läsa den?", "Skulle tre brukare kunna komma till …": who is asked to do something is sought.
_ACT = (
    r"(?:prov|genom|korrektur)?(?:läsa|svara|testa|prova|granska)|titta|komma|kunna|tänka sig|vilja|delta|vara med|"
    r"medverka|berätta|hjälpa|fylla i|följa med|föreläsa|bli|intervjua|ge (?:oss|sin)|lämna|ställa upp|sitta|"
    r"gå igenom|tycka till"
)
_ASKED = re.compile(
    rf"^(?:\w+ ){{0,2}}?(?:kan|kunde|skulle|får|vill) (?={SOMEBODY})(?P<who>[^.!?]{{3,160}}?) (?=(?:{_ACT})\b)", re.I
)
# "Vi vill att tio patienter provläser den": as if "som" stood before the verb.
_DOING = re.compile(
    r"(?<!som)(?<!vi)(?<!jag)(?<!och) (?=(?:prov|genom|korrektur)?(?:läser|svarar|testar|provar|granskar) |"
    r"(?:tittar på|fyller i|tycker till|"
    r"går igenom|följer med|sitter med|är med|kommer och|kommer till|deltar|medverkar|föreläser|berättar)\b)",
    re.I,
)


def seeking_clauses(sentence: Sentence) -> list[str]:
    """Return what follows each word that seeks, people in it; [] where a sentence seeks nobody."""
    if "seek" not in sentence.cues or _THANKS.match(sentence.text):
        return []
    found = islice(SEEKS.finditer(sentence.text), MAX_CLAUSES)
    text = sentence.text
    rests = [text[at.end() : at.end() + MAX_CLAUSE] for at in found if not _RECEIVED.search(text[: at.start()])]
    rests += [doing for rest in rests if (doing := _DOING.sub(" som ", rest, count=1)) != rest]
    if (asked := _ASKED.match(sentence.text)) and WHO.search(asked["who"][:60]):
        rests.append(f"{asked['who']} som kan {sentence.text[asked.end() :]}")
    return [
        rest
        for rest in rests
        if (who := WHO.search(rest[:90]))
        and not _KNOWN_ONES.match(who[0])
        and not _ASIDE.search(rest[: who.start()])
        and not _OF_THE_BANK.search(rest[: who.start()])
        and not _OF_US.search(rest[:40])
        and not _LATER.search(rest)
        and not _NOT_NOW.search(text)
        and not _ANSWERS_US.search(rest)
    ]
