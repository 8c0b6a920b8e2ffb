"""Tell an answer that gives none: put off, refused, not applicable, or what a web form shows where nobody wrote.

Only whole answers: "Se bilaga. Kort sagt: …" says something. A yes or a no has its own rules, and the placeholders of
any form are known to `written` already.
"""

import re

from medverkan.mailbox.forms.naming.field import Field, Type

_LONGEST = 90
_LATER = (
    r"(?:se (?:\w+ )?(?:bilag\w+|bifog\w+|separat\w*|dokument\w*)(?: \w+){0,2}|(?:enligt|i) bilag\w+|bifogas|"
    r"(?:det )?(?:(?:ska|skall|får|behöver|kommer att) )?(?:kompletteras|diskuteras|planeras|utreds|avgörs|"
    r"preciseras|specificeras|beskrivs|berättas|tas|tar vi|"
    r"tar jag|berättar jag|berättar vi|pratar vi om|får vi prata om|kan vi prata om|besvaras|lämnas)"
    r"(?: (?:gärna|det|om|mer|vidare|upp|senare|snart|framöver|längre fram|när vi (?:ses|hörs)|(?:vid|på|i|per|"
    r"via|under) "
    r"(?:ett |vårt )?(?:telefon\w*|mötet|möte|samtal\w*|träffen|startmöte\w*|behov|mejl|mail)|muntlig\w*|"
    r"tillsammans(?: med \w+)?|i samråd(?: med \w+)?)){0,3}|"
    r"(?:det |vi |jag )?(?:får|ber)(?: vi| jag)? (?:att )?(?:få )?återkomma(?: (?:om|med|till|kring|senare|det|"
    r"detta|svar|"
    r"uppgift|besked|information)){0,3}|kommer senare(?: (?:i|på|under) \w+)?|svarar (?:\w+ ){0,3}senare|"
    r"under (?:planering|diskussion|utredning|utveckling|arbete|framtagande|uppbyggnad)|på gång|"
    r"(?:vi|jag)? ?(?:vet|har) (?:inte|ej)(?: (?:ännu|än|riktigt|bestämt|klart|det|just nu|i dag|idag)){0,3}|"
    r"lämnas (?:blankt|tomt|öppet)|(?:ej|inget|inte) (?:svar|ifylld|besvarad|angiven|klar)t?(?: lämnat| angivet|"
    r" än| ännu)?|"
    r"muntlig(?:t|en)|senare)"
)
_REFUSED = (
    r"(?:(?:jag |vi )?(?:vill|önskar)(?: helst)? (?:inte|ej) (?:uppge|säga|svara|berätta|lämna|dela|ange|skriva)"
    r"(?: (?:det|detta|här|ut|om|med|mig|på|frågan|här i mejl)){0,3}|(?:jag )?(?:avstår|hoppar över|svarar inte|"
    r"passar)"
    r"(?: (?:från|att|svara|frågan|det|den|på|detta)){0,3}|hemligt|konfidentiellt|ingen kommentar|"
    r"uppges (?:ej|inte)|anges (?:ej|inte))"
)
_NOTHING = (
    r"(?:(?:ej|inte|icke) (?:aktuellt?|relevant|tillämpligt?)|nej|ingen|inget|inga|ingenting|"
    r"(?:inget|ingen|inga) (?:särskil[dt]a?|speciellt?|speciella|alls|att (?:uppge|ange|säga)))"
)
_SHOWN = (
    r"(?:[-–— ]*(?:välj|select|choose)\b[^,;:]{0,30}?[-–— .…]*|undefined|nan|\[object object\]|required|"
    r"obligatorisk\w*|"
    r"(?:detta |det här )?fält(?:et)? (?:är obligatoriskt|måste fyllas i|saknar värde)|måste fyllas i|"
    r"(?:fyll|fylls|skriv|skrivs) i(?: här| av \w+)?|placeholder|exempeltext|inget valt|ej vald|inte vald|"
    r"not (?:set|specified|answered|provided)|no (?:answer|value|selection))"
)
_EMPTY = re.compile(rf"\W*(?:{_LATER}|{_REFUSED}|{_SHOWN})\W*", re.I)
_NONE = re.compile(rf"\W*{_NOTHING}\W*", re.I)
# What has answers of its own: a no is one, and a number or an address is read or asked about.
_ALSO_A_NAME = frozenset(("Inga", "INGA"))
_OPEN = frozenset((Type.TEXT, Type.LINE, Type.LIST, Type.MUNICIPALITY, Type.NAME, Type.FOCUS))


def gives_none(value: str) -> bool:
    """Tell whether a whole answer puts off, refuses or says that there is none, whatever is asked."""
    said = " ".join(value.split()) if len(value) <= _LONGEST else ""
    return bool(said) and bool(_EMPTY.fullmatch(said) or _NONE.fullmatch(said))


def is_unanswered(value: str, asked: Field) -> bool:
    """Tell whether a whole answer gives none to an open question; "inget" is one where nothing is required."""
    if asked.type not in _OPEN or len(value) > _LONGEST:
        return False
    said = " ".join(value.split())
    if asked.key.endswith("name") and said in _ALSO_A_NAME:
        return False
    return bool(_EMPTY.fullmatch(said)) or (bool(asked.required) and bool(_NONE.fullmatch(said)))
