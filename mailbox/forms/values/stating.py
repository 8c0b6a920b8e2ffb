"""Tell a person's own statement, made now, from a form's printed words and from what is put off or taken back.

Whatever gives a consent by a sentence (a letter, a line below a form) asks here first: a label without its answer, a
footer ("Genom att skicka in …"), an open box and "när vi har setts" give nothing. Too careful costs a question.
"""

import re

from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED
from medverkan.mailbox.forms.values.options import yes_no

_LONGEST = 600
_AGREES = r"(?:samtyck\w*|godkän\w*|medge[rs]?|tillåt\w*|accepter\w*|intyga\w*|bekräfta\w*|läst|läser|tagit del)"
_BY_ME = re.compile(r"\b(?:jag|mitt|min|mina)\b", re.I)
# "Ni skrev att jag samtycker": told of oneself by others.
_TOLD_BY_OTHERS = re.compile(
    r"\b(?:skrev|skriver|skrivit|säger|sa|sade|står|menar|påstår|tycker) (?:\w+ ){0,3}?att jag\b", re.I
)
_TO_YOU = re.compile(
    rf"\b{_AGREES} (?:du|man|ni)\b|\b(?:du|man) (?:\w+ ){{0,2}}{_AGREES}|\b(?:ditt|dina|din|dig)\b|\b(?:om|att|"
    rf"när) du\b|"
    rf"\b(?:den|de|alla|var och en|någon|ingen) (?:som [^.,]{{1,40}} )?{_AGREES}",
    re.I,
)
# "Kryssa i rutan …", "Läs informationen …", "För matchning krävs samtycke."
_TELLS_HOW = re.compile(
    r"^\W*(?:(?:vänligen|obs|observera|viktigt|ja|nej)\W+)*(?:sätt(?: ett)? kryss|kryssa|bocka|markera|klicka|fyll|"
    r"ringa in|stryk|läs|signera|underteckna|skriv under|var vänlig|please)\b|"
    r"\b(?:krävs|behövs|förutsätter|fordras|inhämtas)\b[^.]{0,60}samtyck|\bsamtyck\w* (?:krävs|behövs|"
    r"(?:ska )?inhämtas|"
    r"saknas|måste)\b",
    re.I,
)
# Printed in the first person as well: who sends the form has not said it.
_BY_SENDING = re.compile(
    r"\bgenom (?:att|min|din|mitt|ditt) (?:skicka|sända|lämna|fylla|klicka|trycka|kryssa|underteckna|skriva under|"
    r"signera|anmäla|registrera|gå vidare|underskrift|namnteckning)\w*\b(?! (?:(?:in|i väg|iväg) )?(?:det här |"
    r"detta )?"
    r"(?:mejl|mail|brev)\w*)",
    re.I,
)
_LEFT_OPEN = re.compile(r"[:?][\s_.…–—-]*$|_{2,}\W*$|^\W*_{2,}|\bja ?(?:/|,|-|eller) ?nej\b\W*$", re.I)
_BARE_NO = re.compile(r"\W*(?:nej|no|(?:jag )?(?:vill|samtycker) inte|inte (?:nu|än|ännu))\b.{0,40}$", re.I)
_OPEN_BELOW = re.compile(r"\W*(?:ja|yes)\W+(?:nej|no)\W*$|[\W_]+$", re.I)


def is_own(text: str, below: str = "") -> bool:
    """Tell whether a sentence is somebody's own word, and not a form's; `below` is the one that follows."""
    text = text[:_LONGEST]
    if UNTICKED in text or TICKED in text:
        return yes_no(text.rpartition(":")[2]) is True and not _TO_YOU.search(text)
    if _LEFT_OPEN.search(text) or _TELLS_HOW.search(text) or _BY_SENDING.search(text):
        return False
    if _TOLD_BY_OTHERS.search(text) or (_TO_YOU.search(text) and not _BY_ME.search(text)):
        return False
    return not (below and (_BARE_NO.match(below) or _OPEN_BELOW.match(below)))


_TO_BE = r"(?:samtycka|godkänna|medge|tillåta|ge|lämna|ta|få|prata|tala|diskutera|skicka|skriva|läsa|underteckna)"
_WHO = r"(?:jag|vi|hon|han|hen|ni)"
_LATER = re.compile(
    rf"\b(?:när|då|tills|sedan|sen) {_WHO}(?: \w+){{0,2}}? (?:har|haft|fått|får|ses|träffas|hörs|pratat|pratats|"
    rf"talats|"
    r"talas|vet|läst|kommer|är|ringt|ringer|setts|träffats|känner|bestämt)\b|"
    r"\b(?:först|bara) (?:efter|när|då|om)\b|\befter (?:\w+ )?(?:introduktion\w*|mötet|samtalet|träffen|"
    r"intervjun|samtal|möte|överenskommelse)\b|"
    rf"\b(?:kommer|tänker|planerar|ska|skall|kan|vill|kunde|skulle) {_WHO} (?:\w+ ){{0,2}}?{_TO_BE}\b|"
    rf"\b{_WHO} (?:kommer(?: \w+)? att|tänker|planerar|ska|skall|kan|kunde|skulle(?: kunna)?) (?:\w+ )?{_TO_BE}\b|"
    rf"\b{_WHO} vill (?:\w+ )?(?:prata|tala|diskutera|vänta|läsa|veta|höra|fundera|tänka|se)\b|"
    r"\bsamtycket?\b[^.]{0,60}\b(?:(?:tar|skickar) (?:jag|vi)|får ni (?:när|då|sen|senare|sedan|på|i)|kommer|följer|"
    r"(?:på|per|via|vid|under) (?:telefon\w*|mötet|träffen|introduktion\w*|samtalet|besöket))\b"
    r"(?! att (?:använd|registr|spar))|"
    r"\b(?:lämna|ge|ger|lämnar) jag (?:på|vid|i|efter|under|sedan|sen|senare|öppe\w*|muntlig\w*|skriftlig\w*)\b|"
    r"\b(?:senare|får vänta|i kväll|i helgen|i morgon|imorgon|nästa (?:vecka|gång|månad)|öppe[nt]|separat|"
    r"i ett annat)\b|"
    r"\btidigare (?:samtyck|godkän)",
    re.I,
)
_HARDLY = re.compile(
    r"\b(?:nog|nästan|delvis|antar|förmodar|gissar|så fort|så snart|i mån av|preliminärt|eventuellt|ev\.?|"
    r"troligen|troligtvis|förmodligen|antagligen|i princip|"
    r"tror|hoppas|"
    r"hälften|halva|lite av|en del av|delar av|kanske)\b",
    re.I,
)
_UNDONE = re.compile(
    r"\b(?:ångra[rt]?|ångrade|återkalla[rt]?|återkallade|ändrat mig|ändrade mig)\b|"
    r"\b(?:tar|drar|tog|drog|tagit|dragit)\b(?: \w+){0,5} (?:tillbaka|in)\b",
    re.I,
)
_MAY_UNDO = re.compile(r"\b(?:kan|får|kunna|rätt att|om jag|möjlig\w*|när som helst)\b", re.I)


def is_put_off(text: str) -> bool:
    """Tell whether a sentence gives or reads something later, partly or hardly."""
    return bool(_LATER.search(text) or _HARDLY.search(text))


def is_taken_back(text: str) -> bool:
    """Tell whether a sentence takes back what was said before; that one may do so some day is no such sentence."""
    return bool(_UNDONE.search(text)) and not _MAY_UNDO.search(text)
