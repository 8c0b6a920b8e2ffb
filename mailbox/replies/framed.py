"""Take out of a report of calls what is told in it of no call: another's answer, a wish, a denial, a question.

"Almas dotter är med" tells of the daughter, "viktigt att Alma är med" of a wish, "det var inte Alma som tackade ja" of
nobody, "har Alma tackat ja" asks. A report is acted on only where it says the same without all that; so what is taken
out too much costs a question, never an act. The sentence is in lower case with its people as marks.
"""

import re
from collections.abc import Sequence

from medverkan.mailbox.replies.infinitives import without_ungoverned
from medverkan.mailbox.replies.mentions import Marked
from medverkan.mailbox.replies.names import People, fold
from medverkan.mailbox.replies.relatives import OTHER, RELATIVE, THINGS, could_be

_NOTHING = "berördes"
_CLAUSE = r"(?:(?! (?:men|fast|medan|så) | och (?:\w+ )?§|[,.;:!?()] ?)[^\n]){0,160}"
_MARK = re.compile(r"§(\d+)")
# "almas dotter", "josefs fru", "mats bror"; "almas svar" is her own.
_OF_SOMEBODY = re.compile(rf"§(\d+) ((?:{OTHER} )?(?!{THINGS}\b)[^\W\d_]{{2,}})\b{_CLAUSE}")
_RELATIVE = re.compile(rf"(?:{OTHER} )?{RELATIVE}\b")
# Whoever it is that does this is a person.
_ANSWERS = re.compile(
    r" (?:\w+ )?(?:(?:är|var|blir) (?:\w+ )?med\b|vill|ville|kan|kunde|sa|sade|säger|tacka|svara|ställ|delta|kommer"
    r"|avböj|hoppar|hakar|nappa|tyck|har (?:sagt|tackat|svarat)|orka|hinner)"
)
# "dottern till §0 vill", "en vän till §0 tackade"
_VERB = (
    r"(?:är|var|blir|vill|ville|kan|kunde|kommer|kom|sa|sade|säger|tackade?r?|svara(?:r|de)|ställ(?:er|de)|har|hade|ska"
    r"|skulle|avböj\w*|tyck\w+|lät|verka\w*|orka\w*|hinner|deltar|deltog|nappa\w*|ringde|avstår|som|också|gärna|inte)"
)
_TO_SOMEBODY = re.compile(
    rf"(?:^|(?<=[,;:.] )|(?<=\boch )|(?<=\bmen )|(?<=\batt ))(?:en |ett |någon |nån )?(?!ring|hälsning|tack"
    rf"|{THINGS}\b)[^\W\d_]{{3,}} (?:till|åt) §\d+(?= {_VERB}\b)"
    rf"{_CLAUSE}|\bdet var (?:hennes|hans|hens|§\d+) {RELATIVE}.*|\b{RELATIVE} (?:till|åt|hos) §\d+{_CLAUSE}"
)
# "§0 känner någon som vill vara med"
_WHO_IS_ANOTHER = re.compile(
    rf"(§\d+ [^.;:!?§]{{0,60}}?\b(?:en|ett|någon|nån|några|flera|sin|sina|annan) (?:[^\W\d_]+ ){{0,2}}som)\b{_CLAUSE}"
)
_OWN = r"(?:(?:är|var|inte|ej|aldrig|nog|också|ju|gärna|inte heller|verkligen|bara|väl|dock|faktiskt|mig|mest|själv) )*"
# What is thought, wished, asked or only written somewhere has not been told by whom it is about.
_THOUGHT = re.compile(
    r"\b(?:tyck\w+|undra\w*|funderar?|hoppas|hoppades|önska\w*|vill|ville|skulle vilja|föreslog|föreslår|föreslagit"
    r"|frågat?|frågade|frågar|tror|trodde|antar|antog|gissar|förutsätter|förutsatte|ber|bad|bett|kräver|krävde|anser"
    r"|ansåg|menar|menade|påstår|påstod|skrev|skriver|skrivit|står|stod|räknar med|ser gärna|såg gärna|drömmer om"
    r"|kan (?:bli|hända|vara)(?: så)?|viktigt|tanken|tänkt|meningen|poängen|önskan|målet|hopp|hoppet|risk\w*|möjligt"
    r"|troligt|sannolikt|omöjligt"
    r"|nödvändigt|dags|oklart|osäkert|tveksamt|ovisst|rädd|orolig|oroar|beroende|glad|gladare|ledsen|väntar på|kul)"
    rf" {_OWN}(?:för |av |på |över )?(?:att|om|ifall|huruvida) (?=(?:även |också |just |båda |inte )?§\d+ ){_CLAUSE}"
)
# "inte sant att §0 …", "aldrig skrivit att §0 …"
_THEY_THINK = re.compile(
    rf"\b{RELATIVE} (?:tyck\w+|undra\w*|hoppas|hoppades|önskar|vill|ville|tror|trodde|anser|menar|menade|kräver)"
    rf" {_OWN}(?:att|om) {_CLAUSE}"
)
_DENIED = re.compile(
    rf"\b(?:inte|ej|aldrig|knappast|ingen|inget|fel|osant) (?:(?!än\b|men\b|och\b|mer\b)\w+ ){{0,4}}(?:att|om) (?:även "
    rf"|också )?(?=§\d+ ){_CLAUSE}"
    rf"|(?:^|\bdet (?:är|var|blev|kan|måste) (?:\w+ )?)(?:nej ,? ?)?(?:inte|ej|aldrig"
    rf"|knappast) §\d+ (?:själv )?som\b{_CLAUSE}"
)
# "jag vill att du ringer §0", "§0 vill jag inte ringa", "har inte svarat §0 på hans fråga"
_LEADS = re.compile(
    r"^(?:till )?exempel\b.*|^kör på §\d+ ?[.!]*$"
    rf"|\bjag (?:ska|måste|vill|får|behöver) (?:\w+ )?(?:fundera|tänka|sova) på\b{_CLAUSE}"
    rf"|\bväntar (?:\w+ )?på §\d+ (?:ja|nej|jaet|nejet)\b|\bjag (?:har )?lova(?:t|de) §\d+ att (?:höra av mig"
    rf"|återkomma)\b"
    rf"|\binnan (?:hon|han|hen|§\d+) (?:är med|kan (?:vara med|delta)|tackar ja|säger ja|ställer upp)\b"
    rf"|\bär (?:hon|han|hen|den|en sån) som (?:alltid|brukar|oftast|jämt)\b{_CLAUSE}"
    rf"|\b(?:inte|aldrig|ej) (?:\w+ )?hört (?:talas|av (?:er|oss|mig|dig))\b{_CLAUSE}"
    rf"|\b(?:jag|vi) (?:vill|ville|ber|önskar|föreslår) {_OWN}att (?:du|ni|någon) {_CLAUSE}"
    rf"|§\d+ (?:vill|ville|törs|vågar|orkar|lovade|glömde) (?:jag|vi)\b(?! (?:ska|skulle)\b){_CLAUSE}"
    rf"|\b(?:svarat|svarade|svara) §\d+ på\b{_CLAUSE}"
)
_IF = re.compile(rf"\b(?:ifall|huruvida|(?<!som )om) (?=§\d+ (?!sa\b)\w+){_CLAUSE}")
# "har §0 tackat ja", "fick du ja från §0": a clause that begins with its verb and tells nothing.
_ASKS = re.compile(
    r"^hälsning §\d+ (?:ja|nej) så\b.*|"
    r"^(?:blev|blir|var|gick|fick) det (?!(?:inte|ej|ett|en|bara|nej|ja|tyvärr)\b)\S.*|^(?:blev|blir"
    r"|fick) det (?:ett )?(?:ja|nej) (?:från|av|hos|till) §.*|"
    r"^(?:(?:och|men|så|jaha|hej|du|hm+|förresten) ,? ?)*(?:(?:har|hade|är|var|vill|ville|kan|kunde|sa|sade|säger"
    r"|tackade|tackar|får"
    r"|kommer|ska|skulle|blev|blir|hinner|orkar|deltar|avböjde|ställer|ställde|hann|gick)"
    r" (?:inte |ej |aldrig |verkligen |redan )?(?:§\d+|hon|han|hen)"
    r"|(?:har|fick|hade|nådde|ringde|frågade|sa|vill|kan|ska|får|vet|tror|såg|hörde|är|var) (?:ni|du)) (?!och\b"
    r"|samt\b|[,.;:!?(])\S.*"
)
_SUBJECT = re.compile(r"\b(?P<subject>hon|han|hen|de|dom)\b")
_TOOK_THE_CALL = re.compile(
    r"^§\d+ (?:\w+ ){1,2}(?:svarade|svarar|lyfte|tog luren)\b(?!.*\b(?:inte|ej|ja|nej|med|vill|ville|kan|tack\w+)\b)"
)
_WRITER = re.compile(r"\b(?:jag|vi)\b")
_ITS_OWNER = re.compile(r"(\bså )?(?P<subject>\b(?:hon|han))\b")


def unframed(sentences: Sequence[Marked], people: People) -> list[str]:
    """Return the texts of the sentences without what tells of no call."""
    texts: list[str] = []
    another = ""
    for sentence in sentences:
        text, found = _without_others(sentence.text, _owners(sentence, people))
        goes_on = not (found or _MARK.search(text) or _WRITER.search(text))
        if another and goes_on and could_be(another, _SUBJECT.search(text)):
            text = _NOTHING  # "hon" may be the mother spoken of just before
        elif found or _MARK.search(text):
            another = found
        texts.append(_without_claims(text))
    return texts


def _owners(sentence: Marked, people: People) -> frozenset[int]:
    """Return the marks of a sentence that are genitives: "Almas", and no "Mats"."""
    parts = {fold(part) for name in people.names.values() for part in name.replace("-", " ").split()}
    words = [fold(mention.words.replace("-", " ")).split() for mention in sentence.mentions]
    return frozenset(at for at, said in enumerate(words) if said and said[-1].endswith("s") and said[-1] not in parts)


def _without_others(text: str, owners: frozenset[int]) -> tuple[str, str]:
    """Take out what is told of somebody's daughter or friend, and return who it was."""
    whose: list[str] = []

    def another(found: re.Match[str]) -> str:
        answers = int(found[1]) in owners and _ANSWERS.match(text, found.end(2))
        if not answers and not _RELATIVE.match(found[2]):
            return found[0]
        # "josefs fru svarade , han är bortrest": of him it is told after all.
        own = _ITS_OWNER.search(text, found.end(2))
        if own and _TOOK_THE_CALL.search(found[0]):
            return found[0]
        whose.append(found[2].split()[-1])
        return f"§{found[1]} {_NOTHING}" if own and (own[1] or not could_be(whose[-1], own)) else _NOTHING

    text = _OF_SOMEBODY.sub(another, text)

    def to_somebody(found: re.Match[str]) -> str:
        whose.append(found[0].split()[0])
        return _NOTHING

    text = _TO_SOMEBODY.sub(to_somebody, text)
    return _WHO_IS_ANOTHER.sub(rf"\1 {_NOTHING}", text), whose[-1] if whose else ""


def _without_claims(text: str) -> str:
    if _ASKS.match(text):
        return _NOTHING
    for pattern in (_LEADS, _DENIED, _THEY_THINK, _THOUGHT, _IF):
        text = pattern.sub(_mentioned, text)
    return without_ungoverned(text)


def _mentioned(found: re.Match[str]) -> str:
    """Leave who is spoken of, of whom something may be told behind it."""
    return " ".join([*(f"§{mark}" for mark in _MARK.findall(found[0])), _NOTHING])
