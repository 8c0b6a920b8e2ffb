"""Notice where a name stands in words that choose nobody: asked, supposed, told, or said of another time or matter.

The last gate before a proposal is acted on. A picked person must be named in at least one clause that may choose;
each rule here bars a clause, and costs at most a question back.
"""

import re
from collections.abc import Iterator, Sequence

from medverkan.mailbox.replies import questions
from medverkan.mailbox.replies.clauses import is_harmless
from medverkan.mailbox.replies.cues import YES, judge
from medverkan.mailbox.replies.cursor import Mention, Who
from medverkan.mailbox.replies.mentions import Marked, mark
from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.of_what import agrees_to_else, refuses_else
from medverkan.mailbox.replies.other_choosers import is_quoted_or_ordered, others_choose
from medverkan.mailbox.replies.put_off import is_put_off
from medverkan.mailbox.replies.sentences import Sentence
from medverkan.mailbox.replies.settled_after import is_settled_after
from medverkan.mailbox.values import Action, Decision

_MARK = re.compile(r"§(\d+)")
_CUT = re.compile(r" ?[,;()!] ?| (?:men|fast|medan) | och (?=(?:hon|han|det|de|här|så|jag|vi) )")
_WE = r"(?:jag|vi|man)"
_THEY = r"(?:det|den|hon|han|hen|de|dom|dessa|§\d+)"

# A sentence that begins with its verb, the subject behind it, is a question or a condition, with or without its mark.
_VERB_FIRST = re.compile(
    r"(?:(?:och|men|eller|fast|hm|du|hej|förresten|ok|okej|jo|ursäkta) ,? ?)*"
    r"(?!(?:får|ska|kan) (?:jag|vi) (?:önska|välja själv|bestämma|säga|föreslå|vara ärlig|be\b)"
    r"|har (?:jag|vi) (?:nu )?(?:stannat|fastnat|landat|enats|bestämt|beslutat|valt)\b)(?:"
    rf"(?:kan|kunde|får|fick|ska|skall|skulle|bör|borde|vill(?! jag)|ville|behöver|måste|hinner|törs|vågar) (?:inte )?"
    rf"(?:{_WE}|{_THEY}(?! (?:jag|vi|man)\b)|chefen|enheten)\b"
    r"|(?:kan|vill|får|svarar|orkar|hinner|tackar|säger|blir|är) inte (?!jag|vi|man)\w+ "
    rf"|(?:är|var|vore|blir|blev|har|hade|passar|går|funkar|fungerar|räcker|duger|stämmer|finns|låter|känns|kommer)"
    r" (?:inte )?(?:det|den|hon|han|hen|de|dom|jag|vi|man|chefen|enheten)\b"
    r"|(?:är|var|vore|har|hade|passar|går|funkar|fungerar|duger|finns|kommer|orkar|hinner|bor) §\d+(?! vi\b| jag\b)"
    r"|(?:tycker|tror|menar|vet|ser|minns|anser|föreslår|rekommenderar|känner|har|menade|skulle|tänker|tänkte)"
    r" (?:du|ni|de|dom|man|hon|han|chefen|enheten)\b(?! (?:kunna|kanske|vilja))"
    r"|(?:vill|önskar|ser) (?:du|ni)(?: gärna| helst)? (?:att|ha|se)\b"
    r"|det vore (?:\w+ )?(?:bra|fint|kul|roligt|toppen|trevligt|önskvärt|bäst|intressant) att\b"
    r"|tar vi §\d+(?: då)?$|blir §\d+ (?:bra|lagom|rätt|för|okej|ok)\b"
    r"|\w+r (?:jag|vi) (?!gärna)[^.]*§\d+[^.]*\bså (?:måste|blir|får|kan|har|är|räcker)\b"
    r"|(?:tar|kör|väljer|satsar|bokar|skickar|frågar) (?:vi|jag|man) (?:på )?§\d+ (?:, )?(?:så|blir|får|då|behöver"
    r"|måste|är"
    r"|räcker|har|finns)\b"
    r"|(?!efter|under|över|eller|mer|där|när|här|vår|var)\w+r (?:inte )?(?!alla|andra|någon|gärna|hellre|helst|igen"
    r"|den\b|men\b|sen\b|igen\b)"
    r"(?:chefen|enheten|\w{3,}(?:en|et|arna|orna)|hon|han|de|dom|det) (?:\w+ ){0,3}(?:så|tar|blir|kör|väljer) )"
)
# When a pick is to count is not yet now.
_WAITS = re.compile(
    r"\bså (?:fort|snart) (?!som möjligt|du|ni|det går|möjligt|tillfälle)\w+"
    r"|\bnär (?:vi|jag|chefen|enheten|det|budgeten|allt|ärendet|tiden|datum\w*) (?!läser|tittar|ser|tänker|jämför"
    r"|väger"
    r"|går igenom|har läst|gäller|är dags|är (?:ni|du))(?:är|har|kan|får|vet|\w+r)\b"
    r"|\b(?<!jag )(?<!vi )(?:måste|behöver|ska|skall|bör|får|vill|borde) (?!jag|vi)(?:(?!jag"
    r"|vi)\w+ ){0,2}(?:godkänna\w*|bekräfta|bekräftas|bestämma|besluta"
    r"|klubbas|förankra\w*|ge klartecken|skriva under|ta ställning|säga sitt)\b"
    r"|\b(?:efter|innan) (?:chefens|budget\w*|beslut\w*|mötet (?:på|den)|facket\w*|klartecken)\b"
)
_TIME = (
    r"(?:i (?:höst|vinter|sommar|vår|höstas)|(?:till|efter|under|mot) (?:hösten|våren|sommaren|vintern|nyår|jul|påsk"
    r"|semestern|semestrarna)|nästa (?:år|gång|termin|omgång|vår|höst|vecka|månad|möte)|från (?:och med )?(?:januari"
    r"|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|nyår|hösten|våren)|om (?:¤|ett"
    r" (?:halv)?år|en månad|några \w+|ett tag|ett par \w+)|längre fram|senare|så småningom|framöver|en annan gång"
    r"|vid ett senare tillfälle|i (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november"
    r"|december))"
)
_ANOTHER_TIME = re.compile(
    rf"§\d+ (?:(?:tar|kör|väljer|frågar|bokar|ringer|vill|kan|får|ska|blir|sparar|använder)(?: (?:vi|jag|det|ha|bli|ta"
    rf"|med|på|gärna|hellre|istället|vara)){{1,4}}|får|kan|blir|kommer|gärna|hellre)? ?{_TIME}[ .!]*$"
    rf"|^{_TIME} (?:kan|tar|vill|ska|väljer|kör|blir|får|frågar|bokar|passar) .*§"
    rf"|^(?:tar|ta|vi tar|jag tar|vi kör|kör|boka|vi väljer|jag väljer) §\d+ {_TIME}[ .!]*$"
)
_SETTLED_WITH_THEM = re.compile(
    r"\b(?:pratat|talat|stämt av|kollat|bollat|rådgjort|diskuterat|hört|ringt|träffat|pratade|stämde)\b"
)
_ANOTHER_MATTER = re.compile(
    r"\b(?:till|i|på|för|vid) (?!stället)(?:\w+ ){1,4}i ?stället\b(?! för)"
    r"|\b(?:till|i|på|för|inför) (?:en|ett|något|nåt|någon|nån|det|den) (?:helt )?(?:annan|annat|andra)"
    r" (?!gång|dag|omgång|tillfälle|halvan|delen|mötet|träffen|hälften)\w+"
    r"|\bi (?:det )?(?:ärendet|förfrågan|uppdraget) (?:om|gällande|rörande|hos|från)\b"
)
_IN_A_GROUP = re.compile(
    r"\b(?:till|i|på|för|inför) (?:\w+s )?\w{4,}(?:gruppen|rådet|dagen|panelen|projektet|nämnden|styrelsen|föreningen"
    r"|nätverket|kommittén|utskottet|caf[eé]et|studien|träffen|cirkeln|kursen|utbildningen)\b"
)
# "Alla utom Bo har varit med": what is told of the others is no choice. What may follow is a yes or a reason.
_ALL_BUT = re.compile(
    r"^(?:(?:ja|jo|ok|okej|jag|vi) ,? ?)?§\d+ (?:utom|förutom|minus|undantaget"
    r"|bortsett från) §\d+ (?P<told>[^,.;(!]+)"
)
_NO_REASON = re.compile(
    r"(?!och (?:inte|ej|även|också)\b|inte heller|för\b|eftersom|då|som|pga|på grund|på listan|denna gång"
    r"|den här gången|i (?:alla|varje) fall)"
)
_TELLS = re.compile(
    r"(?:har|hade|behöver|kan strykas|känner|vill (?!vi\b|jag\b)|kan (?!vi\b|jag\b|du\b|ni\b|gå|få|kontaktas|ringas"
    r"|tillfrågas|delta|vara)|bor|var|tackade|tackat|ska jag|är (?!ok|okej|\w*bra|med|godkän|välkom|toppen"
    r"|aktuella|rätt|lämpliga|intressanta|perfekta|fina|utvalda))\b"
)
# A list with a fact at each name: "Gun 8/10, Lotta 6/10", "Eva 070-…", "Rakel (Nybro)".
_FACT = r"(?:☏|¤(?: ¤)*|född ¤)"
_PLACE = r"\( (?!ja\b|nej\b|ok\b|bra\b|nr\b|inte\b|reserv|☏)[a-zåäö]{3,20}(?: [a-zåäö]{3,20})? \)"
_ONLY_FACTS = re.compile(
    rf"§\d+[ :-]*(?:☏|född ¤|\S+ ?@.{{1,60}})[ .]*|§\d+[ :-]*{_FACT}(?:[ ,;.]*§\d+[ :-]*{_FACT})+[ .]*"
    rf"|§\d+ {_PLACE}(?:[ ,;.]*§\d+ {_PLACE})+[ .]*"
)
_FACT_LINE = re.compile(rf"§\d+[ ,:-]*(?:{_FACT}|{_PLACE})[ .]*")
_HER_SOMETHING = re.compile(
    r"§(\d+) (?!tack|ja\b|och|samt|är|var|vill|tar|gärna|som|med|i\b|på|blir|får|kan|ska|jag|vi)[^\W\d_]{3,}"
)
_UNSURE_MARK = re.compile(r"§\d+ (?:\( ?\?|\? ?\))")
_IS_TOLD = re.compile(
    r"§\d+ , [^,§]{3,40}, (?:har|hade|bor|jobbar|var|heter)\b(?! (?:jag|vi|den|det|mest|bäst|störst|precis|rätt))"
    r"|\b(?:nummer|numret|nr|mobil\w*|telefon\w*|tfn|adress\w*|mejl\w*|mail\w*|uppgift\w*) (?:till|för|hos"
    r"|på) §\d+ (?:är|har|stämmer|finns|slutar)\b"
    r"|\b(?:jag|vi) (?:kör|skjutsar|hämtar|följer) (?:gärna |själv )?(?:med )?§\d+ (?:till|hem|från)\b"
    r"|\b(?:kontakt\w*|ring|prata|tala|hör av (?:dig|er)|återkom|mejla|skriv|svara)(?: (?:med|till))? (?:mig"
    r"|oss) (?:\w+ ){0,2}(?:om|angående|ang|gällande|kring|för|rörande) .*§"
    r"|§\d+ (?:ha |vara |med )?där[ .!]*$|"
    r"§\d+ (?:är|blir|känns) (?:jag|vi) (?:\w+ ){0,3}(?:säker|osäker|rädd|van|bekant|släkt|god vän|jävig|glad"
    r"|bekymrad)\b"
    r"|§\d+ (?:ska|skall|tänker|får|måste|vill|kan|behöver) jag (?:också |ju |själv |bara |först )*(?:ringa|träffa"
    r"|prata|tala|höra|läsa|titta"
    r"|kolla|fundera|tänka|mejla|besöka|hälsa|fråga om|diskutera|veta|gratulera|tacka|ha tag)\b"
    r"|\b\d* ?bra (?:jobbat|gjort|kämpat) (?:, )?§"
)


def why_not(decision: Decision, found: Sequence[Sentence], people: People) -> str:
    """Return why a decision about people must be asked about, "" where nothing stands in its way."""
    if decision.action not in {Action.APPROVE, Action.REJECT_ALL}:
        return ""
    marked = [mark(sentence.text, people) for sentence in found]
    named = any(whom.numbers or whom.who is Who.REST for one in marked for whom in one.mentions)
    if decision.action is Action.REJECT_ALL:
        return questions.CONTRADICTION if refuses_else(marked) else ""
    if len(people.numbers) == 1 and not named and agrees_to_else(marked):
        return questions.NOT_UNDERSTOOD
    if is_put_off(marked, set(decision.picks)):
        return questions.HESITATION
    return questions.NOT_UNDERSTOOD if _unchosen(set(decision.picks), marked, people) else ""


def _unchosen(picks: set[int], marked: Sequence[Marked], people: People) -> set[int]:
    """Return those picked who are named only where nobody is chosen."""
    free: set[int] = set()
    barred: set[int] = set()
    elsewhere: set[int] = set()
    last: set[int] = set()
    named = {n for one in marked for whom in one.mentions if whom.who is Who.NAMED for n in whom.numbers}
    facts = sum(bool(_FACT_LINE.fullmatch(sentence.text.strip())) for sentence in marked) > 1
    for at, sentence in enumerate(marked):
        settled = is_settled_after(marked[at:])
        whole = not settled and _bars_sentence(sentence.text.strip())
        for clause in _CUT.split(sentence.text):
            numbers: set[int] = set()
            for whom in _named_in(clause, sentence):
                if whom.who is not Who.THEM or len(last) != 2:
                    last = set(people.numbers) - named if whom.who is Who.REST else set(whom.numbers)
                numbers |= last  # "båda" are the two named last
            fact = facts and _FACT_LINE.fullmatch(sentence.text.strip())
            if whole or fact or (not settled and _bars(clause, sentence, people)):
                barred |= numbers
            elif _IN_A_GROUP.search(sentence.text if len(sentence.mentions) == 1 else clause):
                elsewhere |= numbers
            else:
                free |= numbers
    # A group that is named beside some of the people only is another one.
    return picks & (barred - free | (elsewhere - free if picks & free else set()))


def _bars(clause: str, sentence: Marked, people: People) -> bool:
    clause = clause.strip()
    if _ANOTHER_TIME.search(clause) or _ANOTHER_MATTER.search(clause) or _is_somebodys_thing(clause, sentence, people):
        return True
    return others_choose(clause) and not _SETTLED_WITH_THEM.search(sentence.text)


def _named_in(clause: str, sentence: Marked) -> Iterator[Mention]:
    return (sentence.mentions[int(place)] for place in _MARK.findall(clause))


def _bars_sentence(text: str) -> bool:
    if _VERB_FIRST.match(text) or _WAITS.search(text) or _UNSURE_MARK.search(text) or _ONLY_FACTS.fullmatch(text):
        return True
    if _IS_TOLD.search(text) or is_quoted_or_ordered(text):
        return True
    told = _ALL_BUT.match(text)
    return told is not None and _tells(told["told"])


def _tells(rest: str) -> bool:
    """Tell whether what follows "alla utom Bo" is neither a yes, courtesy nor a reason."""
    if not _NO_REASON.match(rest) or is_harmless(rest):
        return False
    return bool(_TELLS.match(rest)) or judge(rest) != {YES}


def _is_somebodys_thing(clause: str, sentence: Marked, people: People) -> bool:
    """Tell whether it is "Almas profil": what is somebody's is spoken of, not they."""
    for found in _HER_SOMETHING.finditer(clause):
        whom = sentence.mentions[int(found[1])]
        last = whom.words.casefold().split()[-1:]
        owned = {f"{part}s" for number in whom.numbers for part in people.names[number].casefold().split()}
        if last and last[0] in owned and last[0] not in {part.removesuffix("s") for part in owned}:
            return True
    return False
