"""Notice that a reply takes back or puts off what it names: "Bekräftar i morgon", "Bara en tanke", "Inget är spikat".

These stand in a sentence of their own beside names that would else be a choice; they cost at most a question back.
"""

import re
from collections.abc import Sequence

from medverkan.mailbox.replies import commands
from medverkan.mailbox.replies.mentions import Marked
from medverkan.mailbox.replies.open_choices import is_undecided
from medverkan.mailbox.replies.phrases import words_of
from medverkan.mailbox.replies.settled_after import is_settled_after

_LATER = (
    r"(?:senare|i ?morgon|imorrn|på \w+dag|i kväll|ikväll|i eftermiddag|nästa vecka|i veckan|inom kort|sen|sedan"
    r"|kommer|får du|följer|ges"
    r"|efter \w+|dröjer|när \w+|om \w+)"
)
_PUTS_OFF = re.compile(
    rf"\b(?:bekräfta\w*|återkopplar|väljer|tar ställning|tar beslut|beslutar|bestämmer|avgör|svarar|meddelar|klubbar"
    rf"|spikar)(?: (?:jag|vi|det|dig|slutligt|definitivt"
    rf"|mig|oss)){{0,2}} {_LATER}"
    r"|\b(?:inte|ej|inget|ingenting|inga) (?:är |än |ännu |helt |riktigt |100 |ett |något |nåt |mitt )*(?:spika[dt]\w*"
    r"|klubba[dt]|bestäm[td]\w*|beslut\w*"
    r"|avgjort|definitivt|slutgiltig\w*|färdig\w*|hugget|ristat|satt i sten|bindande|löfte|klart)\b"
    r"|\b(?:bara|mest|endast|blott|ju|än så länge) (?:ett |en |min |mina |mitt |lite |som )*(?:spontan\w* |första "
    r"|lös\w* |hastig\w* |snabb\w* |egen |egna |preliminär\w* )*"
    r"(?:tank\w*|idé\w*|ide|gissning\w*|magkänsla\w*|känsla|fundering\w*|förslag|utkast|skiss|infall|reflektion\w*"
    r"|exempel|test\w*|prov|skämt|skoj|hypotes\w*|brainstorm\w*)\b"
    r"|\bförankra\w*\b|\bge (?:mig|oss) (?:en |ett |lite |några |till |mer |par )*(?:dag\w*|tid|stund|timm\w*"
    r"|betänketid|helg\w*|veck\w*|minut\w*)\b"
    r"|\bså (?:diskuterar|pratar|talar|resonerar|bestämmer|bollar|tar|snackar) vi (?!dem|dom|henne|honom|alla|båda)"
    r"|\b(?:innan|tills|förrän) (?:jag|vi|chefen|något|nåt|det) (?:\w+ ){0,2}(?:bestäm\w*|beslut\w*|godkän\w*|svar\w*"
    r"|klar\w*|klubba\w*|sagt)\b"
    r"|^(?:eller|fast) (?:blir|är|var|ska|vad|hur|kanske|tycker|borde|vore|kan|vill|hellre)\b"
    r"|^(?:men |fast )?(?:vänta|stopp|avvakta|håll inne|håll|skicka inte|gör inget|gör ingenting|ring inte"
    r"|kontakta inte|boka inte|fråga inte)\b"
    r"|\b(?:måste|behöver|inväntar|väntar på|saknar|behövs|krävs|(?:ska|vill|får) (?:först |bara )?(?:ha|få"
    r"|invänta)) (?:\w+ ){0,3}(?:ok|okej|klartecken|godkänn\w*|besked|chefens \w+)\b"
    r"|\b(?:väntar|avvaktar|inväntar) (?:bara |nu |jag |vi )*(?:på )?(?:chef\w*|svar\w*|besked\w*|klartecken|ok|facket"
    r"|enhet\w*|budget\w*|henne|honom|ledning\w*)"
    r"|\b(?:förslag|tanke|idé|önskan|önskemål) till (?:chef\w*|ledning\w*|gruppen|enhet\w*|\w*mötet)"
    r"|\b(?:börja|starta|ring|skicka|kontakta|gör|boka|gå|hör|mejla)(?: (?:vidare|dem|dom|något|någon|av|iväg"
    r"|ut))? inte (?:\w+ )?(?:än|ännu|förrän|innan)\b"
    r"|\b(?:jag|vi) (?:är inte (?:med på|överens|enig\w*)|håller inte med|delar inte|protesterar)\b|\b(?:är"
    r"|vore) jag inte (?:med på|överens)"
    r"|\b(?:är|vore|blir|var|går|funkar|passar|känns|låter) det (?:\w+ ){0,2}(?:rätt|ok|okej|bra|för (?:många|få"
    r"|mycket|lite|sent|tidigt)|fel|lagom|möjligt|dumt|klokt|för sig|tänkt)\b.*\?"
    r"|\b(?:tänker|gör|tycker|förstår|minns) (?:jag|vi) (?:\w+ )?(?:rätt|fel|galet)\b.*\?"
    r"|\b(?:jag|vi) (?:(?:dubbel)?kollar|kontrollerar|undersöker|funderar|väger|grunnar|velar)\b|\bpå (?:skoj|skämt)\b"
    r"|\b(?:skojar|skämtar)\b"
    r"|\b(?:tar|tas|lyfter|diskuterar)(?: vi| jag)? (?:det|detta|frågan|upp det) (?:på|i|vid|sen|senare|nästa)\b"
    r"|\b(?:svar|besked|beslut) (?:kommer|ges|lämnas|följer|får du|dröjer)\b"
    r"|^det var (?:ju |väl |nog )?(?:de|dom|hon|han|hen|den|det) (?:som|där)\b(?! jag (?:valde|ville|vill)| vi)"
)


# What is asked or remembered of those just named; a plain choice behind it stands.
_DWELLS = re.compile(
    r"^(?:är|blir|låter|går|funkar|känns|räcker|stämmer|var|vore|duger) det\b.*\?|^(?:hur mår|minns (?:du|ni)|vem är"
    r"|vilka är|är inte|känner (?:du|ni)|har (?:du|ni|vi) (?:inte "
    r"|redan )?(?:träffat|hört|frågat|provat|haft)|var är|varför|stämmer det|har (?:hon|han|de|dom) inte|är (?:hon|han"
    r"|de|dom) (?:inte|verkligen|fortfarande))\b.*\?"
    r"|^(?:dem|dom|henne|honom|båda|de|dessa) (?:\w+ )?(?:tog|hade|valde|frågade|körde|använde|skickade|ringde"
    r"|träffade|provade|anlitade) (?:vi|jag)\b(?!.*\b(?:bra|lyckat|toppen|nöjda|uppskatta\w*|jättebra|kanon\w*|succé))"
)
# "Definitivt svar i morgon" names nobody; "Slutgiltigt svar: Bo" chooses.
_LAST_WORD = re.compile(
    r"\b(?:definitivt|slutgiltigt|slutligt|formellt|riktigt|skarpt) (?:svar|besked|beslut|ja|nej|klartecken)\b"
)
# "De är ju jäviga" stands against those named before it.
_AGAINST_THEM = re.compile(
    r"(?:men |fast )?(?:de|dom|hon|han|båda|alla|§\d+) (?:är|blir|kan vara|är nog) (?:\w+ )?(?:jäv|(?:gift|släkt"
    r"|sambo) med|(?:min|vår)"
    r" (?:sv[åä]\w+|syster|bror|moster|faster|morbror|farbror|granne|kusin|mamma|pappa|mor|far|fru|maka|make|dotter"
    r"|son)\b)"
)
# "… men hon måste klara trapporna", "… men …", "… men får jag det?"
_BUT = re.compile(
    r"\b(?:men|fast) (?:bara |då )?(?:hon|han|hen|de|dom|det) (?:\w+ )?(?:måste|får inte|behöver (?!få|veta))"
    r"|\b(?:men|fast|eller|ifall)[ .…!]*$|\b(?:men|fast) (?:får|kan|är|går|har|hinner|orkar|vill|ska|blir|passar)"
    r" (?:jag|vi|man|det|hon|han|hen|de|dom)\b.*\?"
)
_ASKS_ALONE = re.compile(r"(?:eller|va|rätt|okej|ok|fel|hm+) ?\?")
_NAMED_BARE = re.compile(r"(?:(?:ja|jo|ok|okej|hej) )?§\d+(?: (?:tack|då|gärna))?[ .!,]*$")
_SPEAKS_OF_OTHERS = re.compile(r"\b(?:de|dom|ni|du|er|dig|enheten|något|nåt|någon|nån)\b")
_BRINGS = re.compile(
    r"\b(?:återkommer|återkomma) (?:med|om|kring|angående|till) (?!svar|besked|hennes|chefens|deras)\w+"
)
_MARK = re.compile(r"§(\d+)")


def is_put_off(marked: Sequence[Marked], picks: set[int]) -> bool:
    """Tell whether a clause that names nobody else takes back, puts off or doubts those picked."""
    bare = seen = False
    for at, sentence in enumerate(marked):
        said_of = [whom.numbers for whom in sentence.mentions]
        waits = not said_of and (_LAST_WORD.search(sentence.text) or (bare and _wavers(sentence.text)))
        if waits and not any(one.mentions for one in marked[at + 1 :]):  # as there are in "Nej vänta. Byt Bo mot Eva"
            return True
        if _ASKS_ALONE.fullmatch(sentence.text.strip()):
            return True
        against = _AGAINST_THEM.match(sentence.text) or _BUT.search(sentence.text)
        for part in [sentence.text] if against else re.split(r" ?[,;()] ?", sentence.text.strip()):
            about = [sentence.mentions[int(place)].numbers for place in _MARK.findall(part)] or said_of
            if (against or _PUTS_OFF.search(part)) and (not about or any(picks & numbers for numbers in about)):
                return True
        if seen and _DWELLS.search(sentence.text) and not is_settled_after(marked[at:]):
            return True
        seen = seen or bool(said_of)
        bare = bare or bool(_NAMED_BARE.match(sentence.text.strip()))
    return False


def _wavers(text: str) -> bool:
    """Tell whether a sentence behind bare names leaves open what becomes of them."""
    text = _BRINGS.sub(" ", text)
    undecided = is_undecided(words_of(text)) or commands.DEFER.search(text)
    return bool(undecided) and not _SPEAKS_OF_OTHERS.search(text)
