"""What a person offers to take part in, and what they will not do, clause by clause."""

import re
from collections.abc import Sequence

from medverkan.mailbox.prose.channel import is_contact_refusal

_UNWILLING = re.compile(
    r"\b(?:vill|orkar|tänker|klarar|vågar)(?: (?!att\b)[\wåäöA-Z]+){0,3}? (?:inte|ej)\b|\b(?:vill|orkar|tänker|"
    r"klarar) (?:inte|ej)\b|\bkan (?:absolut )?inte tänka (?:mig|sig)\b|\baldrig tänka (?:mig|sig)\b|"
    r"\b(?:helst inte|absolut inte|slipper (?:gärna|helst)|(?:helst|gärna) (?:slipper|slippa)|"
    r"undviker (?:att|uppdrag|grupper|media|möten))\b|"
    r"\binte bekväm|\bkan inte (?:åta|binda|stå på|föreläsa|hålla)\b|\binte (?:är )?intresserad av\b|"
    r"\binget för (?:mig|henne|honom)\b|\bsäger (?:jag |hon |han )?nej till\b|\bavstår\b|"
    r"\b(?:vill|skulle) (?:jag |hon |han )?(?:helst |gärna |vilja )*(?:slippa|undvika|låta bli)\b|"
    r"\b(?:jag|hon|han) (?:absolut )?inte vill (?:är|göra)\b|"
    r"\benda (?:som )?(?:jag|hon|han) (?:absolut )?inte (?:ställer upp på|vill|gör|klarar|kan tänka)\b|"
    r"\binte (?:heller )?aktuellt\b|\bdäremot inte\b|"
    r"\bogärna\b|\bhatar (?:att|allt)\b|^inga uppdrag\b|^inga? \w+ (?:tack|för mig)|\bskyr\b|\b(?:vägrar|"
    r"undviker)\b|\b(?:är|deltar) helst inte\b|\b(?:gör (?:jag )?|funkar |går )inte:|\bjag inte gör:|"
    r"\b(?:talar|pratar|föreläser|sitter|ställer|deltar|medverkar|skriver|reser|står) jag (?:\w+ )?(?:inte|ogärna|"
    r"aldrig)\b|\bjag (?:ställer|föreläser|pratar|talar|sitter|deltar|medverkar|uttalar|skriver)"
    r"(?: mig)? (?:\w+ )?inte\b|"
    r"\b(?:fungerar|går|passar|funkar) (?:det )?inte(?: för mig)?(?=,|$)|^(?:men )?inte (?:bli|vara|att|heller|"
    r"(?:prata|tala|skriva|sitta|föreläsa|resa|åka|vara med|delta)(?=[ .,!]|$))|"
    r"^inte (?:filmas|fotas|synas|stå)|\butom att (?:skriva|prata|tala|föreläsa|resa|åka|läsa)|\bavböjer\b|"
    r"\bundanbed\w*|"
    r"\btackar nej\b|\bför (?:blyg|nervös|"
    r"feg|rädd) för att\b|\bvar inte med\b|"
    r"^inte (?:i (?:tidning|tv|media|radio|film|press)|på (?:bild|film|scen)|framför|inför)",
    re.I,
)
_NO_MATTER = re.compile(
    r"\b(?:samtyck|godkänn|anmäl|uppringd|fått|bestämt|personuppgift|registrer|säger ja\b|hälsouppgift|ringa till|"
    r"inte bara\b|(?:min|mitt|vår) \w+ (?:orkar|vill|vågar|klarar)\b|att ni ringer|sms|mejl|(?:kör|reser|"
    r"åker) (?:jag )?(?:ogärna|inte))",
    re.I,
)
_WISHES = re.compile(
    r"\b(?:vara med (?:i|på|vid|och)|va med (?:i|på)|delta i|deltar (?:\w+ )?i|medverka (?:i|på|vid)|"
    r"medverkar (?:\w+ )?(?:i|på|vid)|bidra med|bidra genom|tänk(?:a|er) (?:mig|sig) att|tänk(?:a|er) (?:mig|sig)|"
    r"vill (?:helst |gärna )?(?:arbeta|jobba) med|ställa upp (?:på|i|med|för)|"
    r"ställer (?:\w+ )?upp (?:på|i|med|för)|hjälpa till (?:med|att)|hjälper (?:\w+ )?till (?:med|att)|med (?:på|"
    r"i)|vill (?:gärna )?(?:prata|berätta|tala) (?:om|för|med)|gärna|"
    r"skulle vilja(?: är)?(?: att)?|skulle kunna|kan även|kan också|(?<!man )kan):?\s+(?!vi\b|ni\b|man\b|du\b|"
    r"dom?\b)(?P<what>[^.!?\n]{3,160})",
    re.I,
)
_ACTIVITY = re.compile(
    r"(?:grupp|råd\b|intervju|enkät|föreläs|föredra|berätta|läsa|läser|granska|testa|workshop|möte|utbildning|"
    r"samtal|panel|revision|tycka till|rekryter|remiss|studiebesök|konferens|broschyr|information|texter|material|"
    r"undervis|prata|konferens|erfarenhet|svara på|filma|podd|analys)",
    re.I,
)
# "Fokusgrupp låter roligt", "intervjuer passar mig bäst".
_LIKED = re.compile(
    r"(?:^|\bså )(?P<what>[^.!?]{3,90}?)\b(?:låter|verkar|känns|vore|passar mig|går (?:jätte)?(?:fint|bra)|"
    r"funkar (?:fint|bra)|är det jag|"
    r"är jag mest)\b(?! inte)",
    re.I,
)
_BEGINS = re.compile(
    r"^(?:(?:bidra med|är|i första hand|genom|vid|en|ett|i|på|att|kan|gärna|vara med|sitter|till exempel|och|"
    r"tänka (?:mig|sig)|samt|för|"
    r"till förfogande|helst|mest|"
    r"även|också|framför allt|t\.ex\.|antingen|både)\s+)+",
    re.I,
)
# "berätta för läkare och sjuksköterskor": whom they tell is no activity of its own.
_TELLS_WHOM = re.compile(r"(?:berättar?|pratar?|talar?|föreläser|föreläsa|undervisar?)\b.* (?:för|inför|med)\b", re.I)
_PARTED = re.compile(r"(,|\b(?:eller|och|o)\b)")
_NOTHING = re.compile(
    r"(?:både )?(?:på )?[a-zåäö]{3,}ska|"
    r"(?:till )?förfogande|det|sådant|så|vad som helst|allt(?: möjligt)?|annat|liknande|mer|med",
    re.I,
)
# "Jag vill hjälpa andra föräldrar": a task in words of one's own.
_HELPS = re.compile(
    r"\b(?:vill|kan|skulle (?:vilja|kunna))(?: gärna| också| mest)? (?P<what>(?:hjälpa|stötta|stödja|inspirera|"
    r"lyssna på|bolla|(?:prata|berätta|tala|föreläsa)(?= för| inför| med)) (?!till\b|er\b|$)[^.!?,]{4,80}?)"
    r"(?=[.!?,]|$| så (?:de|dom|att|jag)\b| eftersom | för att )",
    re.I,
)
# "Wille vill helst testa appar och svara på enkäter": a wish for an act that is one of ours.
_RATHER_DOES = re.compile(
    r"\b(?:vill|ville|skulle vilja) (?:helst |gärna |mest )+(?P<what>(?:testa|svara på|läsa|granska|prova|tycka till|"
    r"skriva|rita|intervjuas|bli intervjuad|sitta i|utbilda|föreläsa)\b[^.!?]{2,120}?)"
    r"(?=,? (?:inte|men|helst inte) |[.!?]|$)",
    re.I,
)
# "… intervjuer, bäst på kvällar eller på Zoom": when and how, and not what.
_WHEN_BEST = re.compile(
    r"(?: så (?:är|ställer|kan|kommer) jag|, dock)\b|"
    r",? (?:bäst|helst) (?=(?:på|i|om|efter|före|dagtid|kväll|digital|via)\b)",
    re.I,
)
# "Jag berättar gärna för läkare": said of what one does, and not of what one would.
_TELLS_GLADLY = re.compile(
    r"\b(?P<what>(?:berättar|pratar|talar|föreläser) (?:jag |hon |han )?gärna (?:för|inför|med|om) (?!er\b|"
    r"dig\b)[^.!?]{4,100})",
    re.I,
)
# "Min vän sa att man kan vara med och tycka till": what there is, and no wish.
_ANYBODY_CAN = re.compile(r"\b(?:man|ni|de|folk) (?:kan|får|vill|söker)\b", re.I)
# "… jag kan prata arabiska": in what language, and not what.
_SPEAKS = re.compile(
    r"(?:prata|tala)\w* (?:\w+ ){0,2}[a-zåäö]*(?:ska|dari|farsi|somali|tigrinja|urdu|teckenspråk)\b", re.I
)


def clauses_of(text: str) -> list[str]:
    """Cut a sentence where another main clause begins."""
    parts = re.split(
        r"[;,]?\s+(?=men\b)|,\s+(?=inte (?:bli|stå|synas|filmas|fotas|tala|prata|föreläsa|skriva|sitta|resa)\b)|"
        r",\s+(?:och |så )?(?=(?:jag|hon|han|det|däremot|helst|hinner|orkar|hatar|undviker|"
        r"vägrar|aldrig|"
        r"ogärna)\b)|\s+och\s+(?=(?:jag|hon|han)\s)",
        text,
    )
    return [re.sub(r"^(?:men|och)\s+", "", part.strip()) for part in parts if part.strip()]


# "Kvällar klarar jag inte" says when, and not what.
_HOURS_FIRST = re.compile(r"(?:kvällar|helger|morgnar|förmiddagar|eftermiddagar|vardagar|måndagar|fredagar)\b", re.I)


def unwilling_of(texts: Sequence[str]) -> list[str]:
    """Return the clauses that refuse something other than a channel or a consent."""
    return [
        clause
        for text in texts
        for clause in clauses_of(text)
        if _UNWILLING.search(clause)
        and not _HOURS_FIRST.match(clause)
        and not _NO_MATTER.search(clause)
        and not is_contact_refusal(clause)
    ]


def activities_of(texts: Sequence[str]) -> list[str]:
    """Return what somebody wants to take part in, as they name it; [] for nothing plain."""
    for pattern in (_WISHES, _LIKED, _HELPS, _TELLS_GLADLY, _RATHER_DOES):
        for text in texts:
            for clause in clauses_of(text):
                found = pattern.search(clause)
                if (
                    not found
                    or (pattern is not _RATHER_DOES and _UNWILLING.search(clause))
                    or _SPEAKS.match(found["what"])
                ):
                    continue
                if _ANYBODY_CAN.search(clause[: found.start("what")]):
                    continue
                if pattern is not _HELPS and not _ACTIVITY.search(found["what"]):
                    continue
                # "Vill arbeta med tillgänglighet: provgå lokaler, …": what, stands behind the colon.
                listed = _WHEN_BEST.split(found["what"].rpartition(": ")[2])[0]
                stripped = (_BEGINS.sub("", raw.strip(" .")) for raw in _parts(listed))
                return [part for part in stripped if part and not _NOTHING.fullmatch(part)]
    return []


def _parts(listed: str) -> list[str]:
    first, *rest = _PARTED.split(listed)
    parts = [first]
    for mark, part in zip(rest[::2], rest[1::2], strict=True):
        if _TELLS_WHOM.search(parts[-1]) and not _ACTIVITY.search(part):
            parts[-1] += mark + part
        else:
            parts.append(part)
    return parts


def before_offer(text: str) -> str:
    """Return what a sentence says before somebody offers or refuses something in it."""
    found = _WISHES.search(text)
    starts = [found.start()] if found and _ACTIVITY.search(found["what"]) else []
    if refused := _UNWILLING.search(text):
        starts.append(refused.start())
    return text[: min(starts)] if starts else text


def is_offer(text: str) -> bool:
    """Tell whether a sentence is about what somebody will or will not take part in."""
    found = _WISHES.search(text)
    return bool(_UNWILLING.search(text) or (found and _ACTIVITY.search(found["what"])))
