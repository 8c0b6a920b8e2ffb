"""Notice that a reply takes back or puts off what it names: "Bekräftar i morgon", "Bara en tanke", "Inget är spikat".

These stand in a sentence of their own beside names that would else be a choice; they cost at most a question back.
"""

import re
from collections.abc import Sequence

from medverkan.mailbox.replies.mentions import Marked

_LATER = (
    r"(?:senare|i ?morgon|imorrn|på \w+dag|i kväll|ikväll|i eftermiddag|nästa vecka|i veckan|inom kort|sen|sedan|kommer|får du|följer|ges"
    r"|efter \w+|dröjer|när \w+|om \w+)"
)
_PUTS_OFF = re.compile(
    rf"\b(?:bekräfta\w*|återkopplar|beslutar|bestämmer|avgör|svarar|meddelar|klubbar|spikar)(?: (?:jag|vi|det|dig|slutligt|definitivt"
    rf"|mig|oss)){{0,2}} {_LATER}"
    r"|\b(?:inte|ej|inget|ingenting|inga) (?:är |än |ännu |helt |riktigt |100 |ett |något |nåt |mitt )*(?:spika[dt]\w*|klubba[dt]|bestäm[td]\w*|beslut\w*"
    r"|avgjort|definitivt|slutgiltig\w*|färdig\w*|hugget|ristat|satt i sten|bindande|löfte|klart)\b"
    r"|\b(?:bara|mest|endast|blott|ju|än så länge) (?:ett |en |min |mina |mitt |lite |som )*(?:spontan\w* |första |lös\w* |hastig\w* |snabb\w* |egen |egna |preliminär\w* )*"
    r"(?:tank\w*|idé\w*|ide|gissning\w*|magkänsla\w*|känsla|fundering\w*|förslag|utkast|skiss|infall|reflektion\w*|exempel|test\w*|prov|skämt|skoj|hypotes\w*|brainstorm\w*)\b"
    r"|\bförankra\w*\b|\bge (?:mig|oss) (?:en |ett |lite |några |till |mer |par )*(?:dag\w*|tid|stund|timm\w*|betänketid|helg\w*|veck\w*|minut\w*)\b"
    r"|\bså (?:diskuterar|pratar|talar|resonerar|bestämmer|bollar|tar|snackar) vi (?!dem|dom|henne|honom|alla|båda)"
    r"|\b(?:innan|tills|förrän) (?:jag|vi|chefen|något|nåt|det) (?:\w+ ){0,2}(?:bestäm\w*|beslut\w*|godkän\w*|svar\w*|klar\w*|klubba\w*|sagt)\b"
    r"|^(?:eller|fast) (?:blir|är|var|ska|vad|hur|kanske|tycker|borde|vore|kan|vill|hellre)\b"
    r"|^(?:men |fast )?(?:vänta|stopp|avvakta|håll inne|håll|skicka inte|gör inget|gör ingenting|ring inte|kontakta inte|boka inte|fråga inte)\b"
    r"|^(?:hur mår|minns (?:du|ni)|vem är|vilka är|är inte|känner (?:du|ni)|har (?:du|ni|vi) (?:inte |redan )?(?:träffat|hört|frågat|provat|haft)|var är|varför|stämmer det|har (?:hon|han|de|dom) inte|är (?:hon|han|de|dom) (?:inte|verkligen|fortfarande))\b.*\?"
    r"|^det var (?:ju |väl |nog )?(?:de|dom|hon|han|hen|den|det) (?:som|där)\b(?! jag (?:valde|ville|vill)| vi)"
)


# "Definitivt svar i morgon" names nobody; "Slutgiltigt svar: Bo" chooses.
_LAST_WORD = re.compile(
    r"\b(?:definitivt|slutgiltigt|slutligt|formellt|riktigt|skarpt) (?:svar|besked|beslut|ja|nej|klartecken)\b"
)
# "De är ju jäviga" stands against those named before it.
_AGAINST_THEM = re.compile(r"(?:men |fast )?(?:de|dom|hon|han|båda|alla|§\d+) (?:är|blir|kan vara|är nog) (?:\w+ )?jäv")
_MARK = re.compile(r"§(\d+)")


def is_put_off(marked: Sequence[Marked], picks: set[int]) -> bool:
    """Tell whether a clause that names nobody else takes back, puts off or doubts those picked."""
    for sentence in marked:
        if not sentence.mentions and _LAST_WORD.search(sentence.text):
            return True
        against = _AGAINST_THEM.match(sentence.text)
        for part in [against[0]] if against else re.split(r" ?[,;] ?", sentence.text.strip()):
            about = [sentence.mentions[int(place)].numbers for place in _MARK.findall(part)]
            if (against or _PUTS_OFF.search(part)) and (not about or any(picks & numbers for numbers in about)):
                return True
    return False
