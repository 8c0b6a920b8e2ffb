"""Notice what keeps a yes to a call from being one: it hangs on something, somebody objects, the details are withheld.

Read on the sentence as marked, before its idioms are put plainly. Each rule costs a question back.
"""

import re
from collections.abc import Mapping, Sequence

from medverkan.mailbox.replies import questions
from medverkan.mailbox.replies.excuses import EXCUSES
from medverkan.mailbox.replies.mentions import Marked
from medverkan.mailbox.replies.relatives import OTHER, RELATIVE
from medverkan.mailbox.replies.reported import waits
from medverkan.mailbox.values import Outcome

_MARK = re.compile(r"§(\d+)")
_PEOPLE = re.compile(r"(?=(?<!hos )(?<!om )(?<!att )§\d)")

# "… när hon är frisk", "… bara hon får ledigt", "… om hennes syster också får"
_WHOM = rf"(?:hon|han|hen|de|dom|det|den|§\d+|(?:hennes|hans|hens|deras) (?:{OTHER} )?\w+|(?:\w+ )?\w{{3,}}(?:en|n|et))"
_HAPPENS = (
    r"(?:är|har|blir|blev|blivit|fått|får|kan|kommer|mår|slipper|orkar|hinner|går|funkar|passar|vill|hittar|börjar"
    r"|slutar"
    r"|löser|ordnar|finns|godkänner|säger|samtycker|skjutsar|följer|betalar)"
)
_HANGS_ON = re.compile(
    rf"\b(?:(?:när|så fort|så snart|ifall|om|först när|tills|givet att|förutsatt att) {_WHOM}|bara (?:hon|han|hen|det))"
    rf" (?:\w+ )?{_HAPPENS}\b(?!.* (?:sa|tackade|ville|blev) (?:hon|han|hen|det)\b)"
    r"|\bdet (?:\w+ )?(?:hänger|beror|ankommer) (?:\w+ )?på\b|\b(?:beror|hänger) (?:\w+ )?på (?:om|att|hur|vad|när"
    r"|hennes|hans)\b|\bberoende (?:på|av)\b|\b(?:kräver|krävs|förutsätter) (?:\w+ )?att\b"
    r"|\bi mån av\b|\bknappast\b|^(?:krav|villkor|förbehåll)\w* ?[:,]|\bunder förutsättning\b"
)
_HOW_TO_REACH = re.compile(
    r"\b(?:ring\w*|nås|nå|når|kontakta\w*|hör av|mejl\w*|mail\w*|sms\w*|svara\w*|prata\w*|frågade?r?|undra(?:r|de)"
    r"|vet(?:a)?)\b"
)
# "ska bekräfta i kväll"
_TO_BE_SETTLED = re.compile(
    r"\b(?:ska|skulle|måste|behöver|vill|lovade|får|har lovat) (?:\w+ ){0,2}?(?:bekräfta|bestämma sig|dubbelkolla"
    r"|kolla (?:av|upp|med)"
    r"|stämma av|återkomma|rådgöra|få klartecken|få lov|få ledigt|få tillstånd|ge besked|lämna besked|höra efter)\b"
    r"|\bbekräftar (?:\w+ )?(?:i ?morgon|imorgon|i ?kväll|senare|sen|på \w+dag|nästa|efter|när|inom|till"
    r"|i eftermiddag)\b"
    r"|\b(?:slutgiltigt|slutligt|definitivt) (?:besked|svar)\b"
)
_TURNED_OUT = re.compile(r"\b(?:sa|blev|tackade|ville) (?:hon|han|hen|det)\b|\b(?:jag|vi) (?:\w+t|\w+de)\b")
# "vill men är bortrest"
_WANTS_BUT = re.compile(r"\b(?:vill|ville) (?:\w+ )?,? ?(?:men|fast) (?=(?:är|har|ska|hon|han|hen|var)\b)")
_THEY = rf"(?:hennes|hans|hens|deras|§\d+) (?:{OTHER} )?{RELATIVE}|{RELATIVE}"
_OBJECTS = re.compile(
    rf"(?<!fast )(?<!fast hennes )(?<!fast hans )(?<!trots att )(?<!även om )\b(?:{_THEY}) (?:\w+ )?(?:avråd\w+"
    rf"|vägra\w*|protestera\w*|motsätter|motsatte|säger (?:nej|ifrån|stopp)|sa (?:nej|ifrån"
    r"|stopp)|vill (?:\w+ )?inte|ville (?:\w+ )?inte|tycker (?:\w+ )?inte|tyckte (?:\w+ )?inte|är (?:\w+ )?(?:emot"
    r"|tveksam"
    r"|skeptisk|orolig)|var (?:\w+ )?(?:emot|tveksam|skeptisk)|tveka\w*|förbjuder|förbjöd|stoppar|stoppade"
    r"|har förbjudit"
    r"|har sagt (?:nej|ifrån)|måste|ska bestämma|bestämmer|får inte|låter (?:henne|honom) inte|gillar inte)\b"
)
# "Abbe ja! Honom glömde jag." has no yes of his.
_I_FORGOT = re.compile(r"(?:^|[,.!] ?)\W*(?:henne|honom|hen) (?:glömde|missade|ska|skulle|måste|hann|har) (?:jag|vi)\b")
_DETAILS_WITHHELD = re.compile(
    r"\bsamtycke\w* (?:bara|endast|enbart)\b|\b(?:glömde|glömt|missade|missat|fattas|saknar"
    r"|saknas)\b.{0,25}\bsamtycke\w*"
    r"|\bbryr sig (?:mycket |noga )?om (?:vem|vilka)\b|\b(?:tvek\w+|tveksam|osäker|velar)\b.{0,40}\b(?:uppgift\w*"
    r"|kontaktuppgift\w*|\w*num(?:mer|ret))\b|"
    r"\b(?:skyddad\w*|sekretess\w*|hemlig[ta]?)\b|\bsamtycke\w* (?:\w+ )?(?:oklart|saknas|inte|ej|osäkert|väntar|kvar"
    r"|senare)\b|\b(?:inget|utan|oklart|saknar|ej|inte) (?:\w+ )?samtycke\w*"
    r"|\b(?:återkom\w*|hör av mig|ska fråga|frågar|får fråga|kollar|ska kolla|tar|väntar) (?:\w+ ){0,3}?(?:om|med"
    r"|på)? ?"
    r"(?:\w+ )?(?:kontakt\w*|uppgift\w*|num(?:mer|ret)|telefon\w*|adress\w*|samtycke\w*)\b"
    r"|\b(?:kontakta[st]?|nås|all kontakt|kontakten?|går|gå|sköts?|helst) (?:\w+ ){0,3}?(?:via|genom) (?!telefon"
    r"|mejl|mail|sms"
    r"|e-?post|num)\w+"
    r"|\b(?:hon|han|hen) (?:\w+ )?(?:ringer|kontaktar|mejlar|hör av sig(?: till)?) (?:dem|dom|er|enheten"
    r"|verksamheten|kommunen)"
    r" själv\b|\b(?:hon|han|hen) (?:\w+ )?(?:vill|ska|tänker) (?:själv )?(?:ringa|kontakta|mejla"
    r"|höra av sig) .{0,20}\bsjälv\b"
)


def kept_back(sentences: Sequence[Marked], outcomes: Mapping[int, Outcome]) -> str:
    """Return why somebody who is said to take part may not be, "" when nothing said of them tells so."""
    whom: frozenset[int] = frozenset()
    for sentence in sentences:
        first, *others = _PEOPLE.split(sentence.text)
        if others:
            others[0] = f"{first}{others[0]}"
        for part in others or [first]:
            for mark in _MARK.findall(part):
                whom = sentence.mentions[int(mark)].numbers
            told = {outcomes.get(number) for number in whom}
            if Outcome.ACCEPTED not in told:
                continue
            if _I_FORGOT.search(part):
                return questions.NOT_UNDERSTOOD
            if _DETAILS_WITHHELD.search(part):
                return questions.DETAILS_UNSURE
            if _holds_back(part):
                return questions.CONDITION
    return ""


def _holds_back(text: str) -> bool:
    hangs = _HANGS_ON.search(text)
    of_the_call = hangs and _HOW_TO_REACH.search(text[max(0, hangs.start() - 40) : hangs.end()])
    wants = _WANTS_BUT.search(text)
    if (waits(text) and not _TURNED_OUT.search(text)) or (wants and EXCUSES.search(text, wants.end())):
        return True
    return bool((hangs and not of_the_call) or _TO_BE_SETTLED.search(text) or _OBJECTS.search(text))
