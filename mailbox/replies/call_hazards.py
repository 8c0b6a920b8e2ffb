"""Notice what in a report of phone calls must not be acted on: conditions, limits, questions, "one of them"."""

import re
from collections.abc import Mapping

from medverkan.mailbox.replies import questions
from medverkan.mailbox.replies.attaching import Heard
from medverkan.mailbox.replies.clauses import UNKNOWN, Spoken, limits
from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.doubts import narrows
from medverkan.mailbox.replies.mentions import Marked
from medverkan.mailbox.replies.outcomes import ACCEPTED, CORE, NO_SHARE, SHARE, judge
from medverkan.mailbox.replies.reaching import without_no_answer
from medverkan.mailbox.values import Outcome

_IF = re.compile(
    r"\b(?:om|ifall|förutsatt att|såvida|under förutsättning att|bara om)\s+(?:inte\s+)?(?:hon|han|hen|de|dom"
    r"|det|den|ni|vi|man|någon|§\d+)\b|\bom (?:\w+ ){1,2}(?:får|kan|blir|går|är|finns|följer|betalar|ersätts"
    r"|skjutsar)\b|(?<!\bän )\bså länge (?=hon|han|hen|de\b|dom\b|det|man\b|ni\b|vi\b|som\b)|\bannars (?:blir|är|får"
    r"|säger|tackar|nej|inte|ja|så)\b"
)
_ASKS_US = re.compile(
    r"(?:^|(?<=[,.;])) ?(?:och |så )?(?:(?:kan|kunde|skulle|vill|hinner) (?:du|ni|vi)|har (?:du|ni|vi) (?:några "
    r"|någon )?(?:fler|flera|andra)) [^?§]{3,80}\?"
    r"|(?:,|(?<= )-) ?(?:och )?(?:fixar|ordnar|löser|kollar|hör|meddelar|skickar|lägger|tar|kan|stämmer)"
    r" (?:du|ni|det numret|numret|telefonnumret)\b[^?§]{0,80}\?"
)
_RELATIVE = (
    r"(?:\bhans|\bhennes|\bhens|§\d+) (?:\w+ )?(?:fru|frun|man|make|maka|maken|makan|sambo|dotter|son|mamma|pappa"
    r"|bror|syster|mor|far"
    r"|förälder|föräldrar|anhörig\w*|chef|kontaktperson|boendestödjare|assistent|handläggare|god man|gode man"
    r"|personal\w*)"
)
_TELLING = (
    r"(?:sa|sade|svarade|ringde|hälsade|berättade|tror|trodde|menade|tyckte|säger|lämnade|tackade|meddelade"
    r"|mejlade|skrev|lovade)"
)
_RELATIVE_TELLS = re.compile(rf"{_RELATIVE}(?: \w+){{0,3}} {_TELLING}\b|\b{_TELLING} {_RELATIVE}\b")
# The call may have gone to somebody else.
_WRONG_PERSON = re.compile(
    r"\ben (?:helt )?(?:annan )?§|\b(?:makarna|paret|syskonen|bröderna|systrarna|kusinerna|tvillingarna) §"
    r"|\b(?:ringt|ringde|pratat med|pratade med|nått|nådde"
    r"|fick tag på) (?:upp )?(?:en annan|fel) (?!num|nr)"
    r"|\bän den på listan\b"
    r"|\bfel person\b|\bvar (?:inte|en annan än) (?:rätt|samma) person\b"
)
_IN_ANOTHER_CASE = re.compile(
    r"\b(?:i|från|när det gäller|gällande|angående|vad gäller) (?:(?:det|den|ditt|mitt|ett|en) )?(?:andra|annat"
    r"|annan|förra"
    r"|tidigare) (?:ärende|grupp|uppdrag|förfrågan|lista|projekt)\w*|\bi (?:det )?§\d+ (?:ärendet|uppdraget|gruppen"
    r"|förfrågan)\b|\bi (?:ärendet|förfrågan) (?:om|från|på)\b"
)
_ONLY_SUPPOSED = re.compile(
    r"\b(?:tror|trodde|antog|antar|förmodade|misstänk\w+|anar|anade|förutsätter|räknar med|tänka sig|tänka mig|påstod"
    r"|påstår|hoppas|hoppades|gissar|gissade) att (?:§\d+|hon|han|hen|de|dom)(?!\w)"
    r"|\b(?:inte|aldrig|ej) (?:\w+ )?(?:sagt|bekräftat|lovat|påstått) att\b|\b(?:sa|sade|säger|lovade|bekräftade)"
    r" (?:inte|aldrig|ej) att\b|\b(?:såvitt|vad) jag (?:vet|förstår|förstod|minns)\b|\bmig veterligen\b"
)
_ONLY_AT = re.compile(r"\bkan(?: (?!svara|ge)\w+)? (?:bara|endast|enbart|först)\b")
_WONDERS = re.compile(
    r"\b(?:undrar|undrade|fråga|frågat|frågar|frågade|vill veta|veta|kolla|kollar|kollat|undersöka|ta reda på"
    r"|höra) (?:§\d+ |henne |honom |hen )?(?:först |genast |faktiskt )?(?:bara "
    r"|också )?om\b"
)
_WANTED_BUT = re.compile(r"\bville (?:\w+ ){0,4}?men (?!nu\b|inte\b|kan\b|kunde\b)(?:hennes|hans|hon|han|har|det)\b")
_BUT = re.compile(r"\b(?:men|fast|dock|däremot) §(\d+)")
_ONE_OF_THEM = re.compile(
    r"^§\d+ och (?:han|hon|hen) |\b(?:den ena|den ene|en av|någon av|de flesta|flera av"
    r"|(?:utom|förutom) (?!§))\b"
)
_ELSEWHEN = re.compile(
    r"\binte\b.{0,40}\bmen (?:¤|(?:på|den|efter(?! att)|före|om|gärna på|nästa \w+|först)\b)"
    r"|\b(?:vill ha|behöver"
    r"|kräver) (?:\w+ ){1,3}för att\b"
)
# What sounds like a yes or a no and is said of another matter, by the writer or before anybody was called.
_NO_ANSWER_YET = re.compile(
    r"\b(?:sa|sade|säger|svarade)(?: bara)? (?:ja|nej|jo|nä) (?:,? )?(?:men )?(?:gud|herregud|oj|hej|hallå"
    r"|vad (?:roligt|kul|trevligt)|är det (?:du|ni)|vilken|så roligt|det var länge)\b"
    r"|§\d+ (?:ja|jo|nej) ,? ?(?:henne|honom|hen|dem|dom) har (?:jag|vi) (?:ännu |tyvärr |har jag )?(?:inte|ej)"
    r" (?:fått tid|haft tid|hunnit|orkat|kommit|fått (?:ro|tillfälle)|haft (?:ro|tillfälle)|ringt)\b"
    r"|\b(?:från min sida|för min del|om jag får (?:bestämma|välja|råda|önska))\b"
    r"|\bär med (?:på|i) \w+ (?:på )?(?:\w{3,4}dagar|varje|om (?:kvällarna|dagarna))\b"
    r"|\bär med (?:på|i) \w*(?:kören|bingon?|gympan?|cirkeln|föreningen|kursen|klubben|syjuntan|boulen|dansen)\b"
)
_WANTS_ELSE = re.compile(
    r"\bgärna undrade något\b|\b(?:(?:vill|ville) gärna|gärna (?:vill|ville)) (?:\w+ )?"
    r"(?:hälsa|tacka|veta|höra|se|låna|bjuda|prata|tala"
    r"|diskutera|fundera|läsa|berätta|köpa|sälja|besöka|flytta|träffa)\b"
)
# Alone this may as well tell how somebody is; beside other answers it is one.
_IS_WELL = re.compile(r"(?:§\d+|hon|han|hen) (?:är|var) ok(?:ej|ey)?")
_TAKES_PART = re.compile(
    r"\b(?:(?<!som )är med|vara med|ja|ställ\w* upp|delta\w*|medverka\w*|kommer|tackade?|hjälpa|komma|deltar)\b"
)
_ONLY_SOME = re.compile(r"\b(?:bara|endast|enbart|inte alla|inte båda)\b")


def is_limited(text: str) -> bool:
    """Tell whether an answer holds only under a condition or at some times."""
    return bool(_IF.search(_WONDERS.sub(" ", text)) or narrows(without_no_answer(text)) or _ONLY_AT.search(text))


def hazard(marked: list[Marked], spoken: Spoken, heard: Heard, outcomes: Mapping[int, Outcome]) -> str:
    """Return why a report must not be acted on, "" when nothing in it speaks against that."""
    for index, sentence in enumerate(marked):
        concerned = {number for number in heard.told for said in heard.of(number) if said.sentence == index}
        if not sentence.mentions and not any(cues & CORE for at, cues, _ in spoken.loose if at == index):
            continue
        text = _ASKS_US.sub(" ", sentence.text)
        if _WRONG_PERSON.search(text):
            return questions.NOT_UNDERSTOOD
        answers = {outcomes.get(number) for number in concerned}
        if answers & {Outcome.ACCEPTED, Outcome.DECLINED} and _IN_ANOTHER_CASE.search(text):
            return questions.NOT_UNDERSTOOD
        if answers & {Outcome.ACCEPTED, Outcome.DECLINED} and _ONLY_SUPPOSED.search(text):
            return questions.WHO_GUESSED
        if answers & {Outcome.ACCEPTED, Outcome.DECLINED} and _RELATIVE_TELLS.search(text):
            return questions.WHO_GUESSED
        if concerned and not _is_answer(text, wants=Outcome.ACCEPTED in answers):
            return questions.NOT_UNDERSTOOD
        # Who wants to think, or was not reached, may have any condition.
        settled = bool(answers) and answers <= {Outcome.CALL_AGAIN, Outcome.NO_ANSWER, None} and None not in answers
        if not settled and (is_limited(text) or limits(spoken, index, ACCEPTED) or _ELSEWHEN.search(text)):
            return questions.CONDITION
        if not settled and _WANTED_BUT.search(text):
            return questions.WHO_GUESSED
        if problem := _points_badly(sentence, text, spoken, heard):
            return problem
    told = [said.text for number in heard.told for said in heard.of(number) if said.cues & CORE]
    return questions.NOT_UNDERSTOOD if len(told) == 1 and _IS_WELL.fullmatch(told[0]) else ""


def _is_answer(text: str, *, wants: bool) -> bool:
    if wants and _WANTS_ELSE.search(text) and not _TAKES_PART.search(_WANTS_ELSE.sub(" ", text)):
        return False
    return not _NO_ANSWER_YET.search(text)


def _points_badly(sentence: Marked, text: str, spoken: Spoken, heard: Heard) -> str:
    """Return what cannot be told of whom a sentence means."""
    if _ONE_OF_THEM.search(text):
        return questions.NOBODY_NAMED
    if text.rstrip().endswith("?"):
        return questions.ASKED
    for at in _BUT.findall(text):
        whom = sentence.mentions[int(at)]
        unsaid = any(one.mention is whom and one.cues == {UNKNOWN} for one in spoken.said)
        if whom.who is Who.NAMED and unsaid and not heard.core_of(whom.numbers):
            return questions.NOT_UNDERSTOOD
    if re.search(r"§\d+ (?:eller §|av\b)", text):
        return questions.EITHER_OR
    details = judge(text) & {SHARE, NO_SHARE}
    return questions.DETAILS_UNSURE if details and _ONLY_SOME.search(text) else ""
