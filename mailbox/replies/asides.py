"""Take out of a reply to a proposal what by its form decides nothing: asides, another case, what others wished.

Only what names its own place is taken out: a bracket that gives a reason, another case that this one is set against, a
wish of others that the writer turns from. Whatever doubts or limits stays, and is read with the rest.
"""

import re

from medverkan.mailbox.replies.availability import is_unavailable
from medverkan.mailbox.replies.cues import YES, judge
from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.doubts import HEDGE, IF, IF_PERSON
from medverkan.mailbox.replies.mentions import mark
from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.restated import restated
from medverkan.mailbox.replies.vocabulary import NUMBER_WORDS

_BRACKET = re.compile(r"\s?\(([^()]{1,100})\)\W{0,2}$|\s?\(([^()]{1,100})\)")
_GIVES_REASON = re.compile(
    r"(?:för att|för|eftersom|då|hon|han|hen|de|dom|båda|som|därför att|nämligen|ju|ni vet|du vet|bra|perfekt|med|från"
    r"|inte (?:hennes|hans|hens|deras))\b",
    re.I,
)
_LIMITS = re.compile(r"\b(?:inte|ej|bara|endast|enbart|först|innan|tills|reserv|senare|vänta\w*|eller)\b", re.I)
_RELATIVE = re.compile(r"inte (?:hennes|hans|hens|deras) \w{1,20}\W*", re.I)
# "den som heter Asta", "de som står som nr 3 och 4", "dem du har som 2 och 5"
_CALLED = re.compile(
    r"\b(?:den|han|hon|hen|personen|tjejen|killen|kvinnan|mannen|damen|herrn|de|dom|dem)(?: här| där)?"
    r"(?: som (?:heter|hette|kallas|(?:står|ligger|finns|kommer|listas) som|har (?=nr|nummer)|är (?=nr|nummer))"
    r"| (?:du|ni) (?:kallar|har (?:som|satt som|under)|satte som|listar som)| med (?=nr|nummer))\s+(?=\w)",
    re.I,
)
# "kan berätta om det" is about something; "om det blir digitalt" is a condition.
_READ_ABOUT = re.compile(
    r"\b((?:läst|läste|pratat|pratade|talat|talade|hört talas|skrivit|tänkt|tipsa\w*|berätta\w*"
    r"|hörde|nämnde|påmin\w*|tjata\w*|frågade|frågat|pratar|talar|gjort sig kända?)) om ",
    re.I,
)
_ABOUT = re.compile(
    r"\b((?:berätta|prata|tala|handla|påminn|informera|undervisa|föreläs|skriv|läs|kunskap|erfarenhet\w*|brinner|kämpa)"
    r"\w*(?: \w{1,12})?) om (?=(?:det|den|detta|ni|vi|de|dom)\b)",
    re.I,
)
# "svårt att se någon bättre än Anna" is praise, and no doubt.
_NONE_BETTER = re.compile(
    r"\b(?:(?:jag|vi) )?(?:(?:har |är )?svårt att (?:se|hitta|tänka (?:mig|oss)|finna|få)|(?:kan|kunde"
    r"|går) (?:inte|knappast)"
    r"(?: att)? (?:se|hitta|tänka (?:mig|oss)|få)|(?:det )?(?:finns|är) (?:ingen|knappast någon))"
    r" (?:(?:någon|nån|några|person\w*) )?(?:som är )?(?:bättre|lämpligare|mer lämplig) än (?=\w)(?!.*\b(?:men"
    r"|fast|om)\b)",
    re.I,
)
_OTHERWISE = re.compile(
    r",? (?:för )?annars (?:blir|är|har|får|finns|står|saknar|saknas) (?:(?:det|vi|de|dom|gruppen|man) )?"
    r"(?:ju |nästan |väl )?(?:ingen|inga|inte|bara|för|mest|enbart|alldeles)\b[^.,;!?()]{0,60}",
    re.I,
)
# "Om jag måste välja en så Anna" has chosen.
_IF_TO_CHOOSE = re.compile(
    r"^(?:men )?om (?:jag|vi) (?:bara |nu |ju )*(?:måste|får|ska|kan|behöver) (?:bara )?(?:välja|ta|ha|peka ut"
    r"|önska|bestämma|säga)(?: ut)?"
    r"(?: bara| fritt| själv| helt fritt)?(?: (en|ett|två|tre|fyra))?(?: person\w*| st| namn)?,? (?:så|då)\b ?",
    re.I,
)
_TURNED_ROUND = re.compile(r"^(?:blir det|är det|får det bli) ", re.I)
_NOT_MISS = re.compile(
    r"\b(?:får|ska|kan|bör|vill) (?:vi|jag|man|ni|de) (?:bara |absolut |verkligen |ju )?inte (?:missa"
    r"|gå miste om|låta gå"
    r" (?:oss )?förbi|avstå från|vara utan|klara oss utan|tacka nej till)\b",
    re.I,
)
# To thank or tell the others is done whoever is chosen.
_TELLS_THE_REST = re.compile(
    r"^(?:och |sen |sedan |så )?(?:(?:du|ni) (?:får|kan)(?: väl)? |kan (?:du|ni) )?(?:gärna )?(?:tacka(?! nej)"
    r"|hälsa(?: till)?|meddela"
    r"|underrätta|säg(?:a)? till|informera|återkoppla till)(?: gärna)?(?: till)? (?:de andra|dom andra|dem andra"
    r"|de övriga|övriga|resten)"
    r"\b[^.!?]*",
    re.I,
)
# What is to be done if somebody says no is no condition, as long as it names nobody: "Om hon tackar nej tänker vi om".
_IF_REFUSED = re.compile(
    r"^(?:och |men |fast |sen )?(?:(?:om|ifall|utifall) (?:hon|han|hen|någon|nån|ngn|de|dom|det|båda"
    r"|ingen)(?: \w+){0,3}?"
    r" (?:tackar nej|säger nej|blir nej|inte (?:kan|vill|orkar|svarar|går)|får förhinder|avböjer|hoppar av|blir sjuk"
    r"|drar sig ur)"
    r"|(?:skulle|tackar|säger|får|avböjer|hoppar|blir) (?:hon|han|hen|någon|nån|de|dom|det)\b(?: \w+){0,2}?"
    r" (?:tacka nej|nej|säga nej|bli nej|förhinder|få förhinder|avböja|hoppa av|inte kunna|sjuk|av))\b[^.!?]*[.!]*$",
    re.I,
)
# "Ring mig innan du kontaktar Anna" and "när ni bokar Bo" choose nobody.
_WHEN_CHOSEN = re.compile(
    r"(?:,? )?\b(?:innan|förrän|medan) (?:(?:du|ni|någon|nån|man|enheten) (?:gärna |ens )?(?:ringer|kontaktar|frågar"
    r"|hör av|bokar|kallar)\b|(?:jag|vi) (?:tar|väljer|bestämmer (?:mig|oss) för) (?-i:[A-ZÅÄÖ]))[^.,;!?]*",
    re.I,
)
_THAT_IS = re.compile(
    r"^(?:de|dom|dem|den|alla|båda|just de|mina val|en|ett|två|tre|både)\b(?![^.;!?]*\b(?:inte|ej|nej|utom|eller|om"
    r"|kanske)\b)[^.;!?:]{3,90}?,? ?"
    r"(?:det vill säga|dvs\.?|d\.? ?v\.? ?s\.?|nämligen|med andra ord) (?=[A-ZÅÄÖ\d])",
    re.I,
)
_NO_USE = re.compile(
    r"\b(?:det är |det finns |finns |är |ser )?(?:ingen|inget) (?:idé|ide|vits|mening"
    r"|poäng)(?: med)?(?: i)? att (?:skicka|fråga|ringa|kontakta"
    r"|ta|välja) (?:med )?(?:någon|nån|ngn|någon alls)(?: av (?:dem|dom|de här|dessa))?",
    re.I,
)
_ALL_WANTED = re.compile(
    r"\bingen av (?:dem|dom) (?:vill|kan|skulle) (?:jag|vi) (?:vilja )?(?:vara utan|missa|avstå från|välja bort"
    r"|hoppa över|undvara)",
    re.I,
)
_NOT_TOO_LATE = re.compile(r",? om det inte (?:redan )?är (?:för ?sent|försent)\b", re.I)
_OF_THE_MEN = re.compile(
    r"^av (?:de |dem |dom |alla |våra )?(?:herrarna|damerna|männen|kvinnorna|tjejerna|killarna|gubbarna|förslagen"
    r"|namnen|personerna"
    r"|kandidaterna|två|tre|fyra|fem|sex|sju|åtta)(?: på listan| här)? (?=(?:tar|väljer|blir|är|vill|säger|kör|röstar"
    r"|föredrar)\b)",
    re.I,
)
_NOT_BECAUSE = re.compile(r"(?:,| -)? inte för att [^,.;!?]{1,60}?,? (?=men\b)", re.I)
_AT_ALL = re.compile(r" om (?:nån|någon|ngn)(?=\s*(?:$|[,.!]))", re.I)
# "Låt alla vara med utom Bo"
_EXCEPT_LATE = re.compile(
    r"\b(alla|samtliga|allihop)((?: (?!utom|förutom|som|andra|men|och)[a-zåäö]+){1,3})"
    r" ((?:utom|förutom|bortsett från|minus|med undantag (?:för|av)) [^,.;!?]{1,50})",
    re.I,
)
_ONLY_THEM = re.compile(
    r",? och (?:bara|endast|enbart|ingen annan än|inga andra än) (?:honom|henne|hen|dem|dom|han|hon"
    r"|de)(?=\s*(?:$|[.!,;]))",
    re.I,
)
_NOBODY_BUT = re.compile(r"\bing(?:en|a) (?:annan|andra) än (?=\w)", re.I)
_CASE = (
    r"(?:ärende(?:t)?|grupp(?:en)?|uppdrag(?:et)?|förfrågan|lista(?:n)?|mejl(?:et)?|mail(?:et)?|omgång(?:en)?"
    r"|svar(?:et)?"
    r"|projekt(?:et)?|enhet(?:en)?)"
)
_OTHER_CASE = re.compile(
    rf"\b(?:i|på|till|för|om|från|när det gäller) (?:(?:det|den|ditt|mitt|ett|en|er|vårt) )?"
    rf"(?:andra|annat|annan|förra|förrförra|tidigare|föregående) {_CASE}\b",
    re.I,
)
_THIS_CASE = re.compile(
    rf"\b(?:här (?:vill|tar|väljer|blir|räcker|kör|är|säger|behöv\w*|får|ska|passar)|den här gången|denna gång"
    rf"|(?:i|för|till|på) (?:det|den) här(?: {_CASE})?|(?:i|för|till) (?:detta|denna)(?: {_CASE})?"
    r"|nu (?:vill|tar|väljer|blir|kör|säger))(?!\w)",
    re.I,
)
_WISHED = re.compile(
    r"(?:(?:du|ni) (?:skrev|skriver|föreslår|föreslog|tyckte|tycker|satte|hade|har|rekommendera\w*|lutar|säger"
    r"|sa|verkar)"
    r"|inte(?: så)? att (?:jag|vi) (?:har|skulle ha)|(?:jag|vi) har (?:inget|ingenting) (?:emot|ont)|inget ont om"
    r"|(?:enheten|verksamheten|mottagningen|chefen|min chef|min kollega|kollegan|kollegorna|de|dom|man)"
    r" (?:\w+ )?(?:föreslog|ville|hade|tyckte|önskade|lutade|pratade|nämnde|röstade|tänkte|frågade efter))\b",
    re.I,
)
# "Först tänkte jag 1 men efter att ha sovit på saken blir det 2": only what the thought ended in counts.
_THOUGHT_FIRST = re.compile(
    r"^(?:först |från början |i går |igår |spontant )?(?:(?:tänkte|lutade|tyckte|hade|övervägde|funderade"
    r"|velade) (?:jag|vi)"
    r"|(?:jag|vi|det) (?:tänkte|lutade|övervägde|funderade på|var inne på|hade (?:egentligen |först )?tänkt)"
    r"|(?:min|vår) (?:första|spontana) (?:tanke|idé) var)\b"
    r"[^.!?]{1,120}?(?P<but>,? \b(?:men|fast)\b(?:,? (?:nej|nä|nix)\b,?)?)"
    r"(?=[^.!?]{0,80}\b(?:blir det|det blir|det får bli|tar|väljer|kör|landar|bestämt|stannar|säger|faller)\b)",
    re.I,
)
_OPENING = re.compile(r"[^:]{1,60}: ")
_BUT = re.compile(r",? \b(?:men|fast) ")
_OWN_WILL = re.compile(
    r"(?:(?:jag|vi) (?:\w+ )?(?:håller fast|väljer|tar|vill (?:\w+ )?ha|föredrar|kör|röstar|stannar|landar|går (?:på"
    r"|vidare)|bestämmer|säger)|(?:här |då |nu )?(?:tar|väljer|kör|föredrar|säger) (?:jag|vi)|det (?:får )?blir?)\b",
    re.I,
)
_BETTER_HERE = re.compile(
    r"^\w[\w-]* (?:är|blir) (?:ett )?bättre (?:val )?(?:här|den här gången|för (?:det|den) här)?\W*$"
)


def without_asides(told: list[str], people: People) -> list[str]:
    """Return the sentences, as many as there were, with what decides nothing left out of them."""
    told = _without_other_cases(told)
    return [_plain(_own_will(sentence), people) for sentence in told]


def _plain(sentence: str, people: People) -> str:
    sentence = restated(sentence, people)
    sentence = _TELLS_THE_REST.sub("", _NOT_TOO_LATE.sub("", _THAT_IS.sub("", _OF_THE_MEN.sub("", sentence))))
    sentence = _ALL_WANTED.sub("ja till alla", _NO_USE.sub("nej till alla", sentence))
    if _IF_REFUSED.match(sentence) and not mark(sentence, people).mentions:
        return ""
    sentence = _WHEN_CHOSEN.sub("", sentence)
    sentence = _ONLY_THEM.sub("", sentence)
    sentence = _EXCEPT_LATE.sub(r"\1 \3\2", sentence)
    sentence = _CALLED.sub("", _NOBODY_BUT.sub("", _AT_ALL.sub("", sentence)))
    sentence = _OTHERWISE.sub(lambda found: found[0] if _names_somebody(found[0], people) else "", sentence)
    chosen = _IF_TO_CHOOSE.sub(lambda found: "" if _so_many(found[1], sentence, people) else found[0], sentence)
    sentence = _TURNED_ROUND.sub("det blir ", chosen) if chosen != sentence else sentence
    sentence = _NOT_BECAUSE.sub(" ", _NOT_MISS.sub("tar vi", sentence))
    sentence = _NONE_BETTER.sub("ja till ", sentence)
    sentence = _ABOUT.sub(r"\1 angående ", _READ_ABOUT.sub(r"\1 angående ", sentence))
    return _BRACKET.sub(lambda found: "" if _is_aside(found[1] or found[2], people) else found[0], sentence)


# "Sami är okej men jag hade velat se några till": who is only good enough is compared, not chosen.
_RATHER_MORE = re.compile(
    r"\b(?:är|vore|verkar|känns|duger|går(?! vidare)|funkar|kan (?:jag|vi) tänka)\b[^.!?]{0,50},? (?:men|fast"
    r"|dock)\b[^.!?]{0,60}"
    r"\b(?:se|jämföra?|jämförelse|välja mellan|välja på|välja bland|titta på)\b",
    re.I,
)


def compares(text: str) -> bool:
    """Tell whether somebody is called good enough, but others are to be seen first."""
    return bool(_RATHER_MORE.search(text))


def _names_somebody(text: str, people: People) -> bool:
    return any(mention.who is not Who.NONE for mention in mark(text, people).mentions)


def _so_many(count: str | None, sentence: str, people: People) -> bool:
    """Tell whether as many are named in the sentence as it says may be chosen."""
    named = {number for mention in mark(sentence, people).mentions for number in mention.numbers}
    return count is None or NUMBER_WORDS[count.lower()] == len(named)


def _is_aside(text: str, people: People) -> bool:
    """Tell whether a bracket only gives a reason or says who somebody is."""
    if _RELATIVE.fullmatch(text):
        return True
    doubts = HEDGE.search(text) or IF.search(text) or IF_PERSON.search(text) or _LIMITS.search(text) or "?" in text
    if doubts or is_unavailable(text) or not _GIVES_REASON.match(text):
        return False
    return judge(text.lower()) <= {YES} and not mark(text, people).mentions


def _without_other_cases(told: list[str]) -> list[str]:
    """Leave out "i det andra ärendet tog vi Anna" where "här vill jag ha Bo" is set against it."""
    kept = list(told)
    for index, sentence in enumerate(told):
        other = _OTHER_CASE.search(sentence)
        if other is None:
            continue
        begins = max(sentence.rfind(sign, 0, other.start()) for sign in (",", ";", "(")) + 1
        if this := _THIS_CASE.search(sentence, other.end()):
            kept[index] = f"{sentence[:begins]} {sentence[this.start() :]}".strip()
        elif index + 1 < len(told) and _THIS_CASE.match(told[index + 1]):
            kept[index] = sentence[:begins].strip(" ,;(")
    return kept


def _own_will(sentence: str) -> str:
    """Return what follows "men" where a first thought, or what others wished, stands before it."""
    opening = "" if (found := _OPENING.match(sentence)) is None else found[0]
    body = sentence[len(opening) :]
    if thought := _THOUGHT_FIRST.match(body):
        return opening + body[thought.end() :]
    if not _WISHED.match(body):
        return sentence
    for but in _BUT.finditer(body):
        rest = body[but.end() :]
        if _OWN_WILL.match(rest) or _BETTER_HERE.match(rest):
            return opening + rest
    return sentence
