"""Understand a no to the whole list that comes with a reason, and "det räcker så".

A bare NEJ is easy; a NEJ with a reason is a no to everybody only where the reason neither wishes for something else nor
puts the matter off. What is not plainly a reason is left unclear.
"""

import re

_HAVE = r"(?:de|dem|dom|det|den|dessa|det antal\w*)(?: (?:två|tre|fyra|fem|¤|som|vi|jag|ni|redan|nu|har|är))*"
_SETTLED = rf"{_HAVE} (?:har|fått|finns|klara|bokade|tackat ja|sagt ja|tackade ja|sa ja|anmälda)(?: redan| nu)?"
_ENOUGH = re.compile(
    r"(?:^|\b(?:det|så|detta|nu) )räcker(?: (?:så|det|här|nu|gott|bra|fint|ändå|för|den|oss|gången|då|tack))*$"
    rf"|\b(?:räcker|nöjda|nöjd|nöjer oss|nöjer mig|klarar oss|klarar mig|klarar vi oss|kör|kör vi|fortsätter"
    rf"|fortsätter vi|tar det|går vidare) med {_SETTLED}"
    r"|\b(?:behövs|behöver|behöver vi|behöver jag|vill vi ha|vill ha|önskar|ska ha) (?:nog |det )?(?:inte|inga|ej)"
    r" (?:ha )?(?:några )?(?:fler|flera|mer)\b"
    r"|^inga fler\b|\b(?:väntar|söker|letar|räknar|hoppas) (?:vi |jag )?(?:inte|ej) (?:på|efter|med)"
    r" (?:några )?(?:nya|fler|flera|andra) (?:namn|förslag|personer)\b|\bingen behövs\b|\b(?:ber|behöver|önskar"
    r"|vill|vill ha|behövs|begär)(?: \w{1,10})? (?:inte|inga"
    r"|ej)(?: (?:heller|om|några|se|ha)){0,3}"
    r" (?:nya|fler|andra) (?:namn|förslag|personer)\b"
)
_REASON = re.compile(
    r"\b(?:är|känner oss|känns) (?:nu |redan |nog )?(?:klar|klara|färdiga|nöjda|fulltaliga|kompletta)\b"
    r"|\b(?:har|är)(?: vi)?(?: redan| nu)* (?:fyllt|fyllda|tillsatt|tillsatta|bemannat|bemannade|fullbokade"
    r"|fullsatta)\b"
    r"|\b(?:nöjer|klarar) (?:vi )?(?:oss|mig)\b"
    r"|\b(?:är|blir) (?:det )?(?:bra|fint|lugnt|lagom|fullt)(?: (?:så|här|som|det|är|nu|ändå|ju|redan))*$"
    r"|\b(?:har|fått|fick) (?:vi )?(?:redan |nu )?(?:fått )?(?:tillräckligt|nog|ihop|så många|fullt)\b"
    rf"|\bhar (?:vi )?redan {_HAVE}"
    r"|\b(?:löst|löser|löste|ordnat|ordnade|ordnar) (?:det|sig|frågan|saken|ärendet)\b|\b(?:det|sig) (?:löst|ordnat)\b"
    r"|\b(?:ställt|ställer|ställde|ställs|ställts) in\b|\binställ[dt]\w*|\bblir (?:det )?inte av\b|\bblev inte av\b"
    r"|\b(?:själva?|på annat håll|på annat sätt|internt|på egen hand)$"
    r"|\bbehövs (?:inte|ej)(?: längre)?$|\bbehöver inte (?:hjälp|någon|några|nån)\b"
)
# "jag ser ingen här som jag vill skicka dit", "ingen jag tror på"
_NOBODY_WHO = re.compile(
    r"^(?:(?:det )?(?:finns|är|var|ser|hittar|fann|finner|hittade|såg)|(?:jag|vi) (?:ser|hittar|finner|fann"
    r"|hittade|såg|har))"
    r"(?: ju| nog| tyvärr| helt enkelt){0,2} §\d+(?: här| bland dem| av dem| på listan| i listan)? ?,? ?(?:som )?"
    r"(?:jag|vi|passar|skulle passa|stämmer|svarar mot|motsvarar|uppfyller|har|kan)\b(?!.*\b(?:inte|ej|än|ännu)\b)"
)
_PUTS_OFF = re.compile(
    r"\b(?:blev|blir|gick) (?:det )?(?:\w+ )?(?:fel|tokigt|galet|knasigt)\b|"
    r"\b(?:vänta\w*|menade?|menar|förstår|mig|mej|ångra\w*|senare|fel (?:mejl|mail|ärende|lista|brev|person\w*))\b"
)
_SAYS_NO = re.compile(
    r"\b(?:(?:jag|vi) (?:säger|tackar|svarar|avstår|avböjer|får säga|tycker|känner|ser|hittar)|nej|nä|nix|nope|tack"
    r"|tyvärr|jag (?:inte )?(?:tycker|känner|ser|hittar))\b"
)
_SMALL = frozenset({"tack", "tyvärr", "ändå", "nu", "men", "hej", ""})
_ABOUT_THEM = re.compile(
    r"\b(?:bor|är|har|var|blev|ligger|varit|känner|kan|saknar|vill|passar|blir|går)\b.*"
    r"\b(?:för|redan|ofta|många gånger|samma|fel|jäv\w*|sjuka|bortresta|nyligen|nyss|upptagna|långt)\b"
    r"|\bsaknar\b|\bjäv\w*"
)
_WRONG_FOR_US = re.compile(
    r"^(?:det är )?fel (?:kommun|ålder|målgrupp|kön|profil|ort|region|inriktning|erfarenhet\w*|perspektiv|diagnos\w*"
    r"|län|bakgrund|kompetens|del av länet) (?:på|hos|för) §\d+$"
)
_LACKS = re.compile(
    r"\b(?:har|uppfyller|motsvarar|matchar|fyller|möter)\b.*"
    r"\b(?:erfarenhet\w*|krav\w*|profil\w*|behov\w*|bakgrund\w*|kompetens\w*|önskemål\w*|tid|möjlighet|ork|kontakt"
    r"|koppling|anknytning)\b|\brekommendera\b"
)
_WISH = re.compile(
    r"\b(?:blev|blir|gick) (?:det )?(?:\w+ )?(?:fel|tokigt|galet|knasigt)\b|"
    r"\b(?:jag|mig|du|ni|fel (?:mejl|mail|ärende|lista|brev|person\w*)|vill|behöv\w*|måste|sök\w*|önskar|borde|bör"
    r"|ska|skulle|vänta\w*|senare|först|än|ännu|tills|innan|förrän|igen|nytt|nya|någon|nån|annan|hellre|helst"
    r"|istället|i stället|förstår|menar|menade|idag|imorgon|tid|bara|just nu|för tidigt|kanske)\b"
)


_NO_TO_ELSE = re.compile(
    r"\b(?:nej|nej tack|inte) till (?!alla|samtliga|det|detta|dem|dom|de|den|dessa|förslag\w*|hela|båda|uppdrag\w*"
    r"|allt|allihop\w*"
    r"|listan|er|person\w*|kandidat\w*|namn\w*|någon|nån|denna|förfrågan)\w"
)
# "Nej tack, inget kaffe" refuses something else.
_NOTHING = re.compile(
    r"^(?:nej|nä|nix)(?: tack)?,? (?:inget|inga) (?!av\b|för\b|som\b|förslag|namn|alls|bra|här|rätt|tack|fler|mer"
    r"|andra|kandidat|person"
    r"|passar|passande|lämplig|är|har|känns)\w+(?: \w+)?\W*$",
    re.I,
)
_BROKEN_OFF = re.compile(r"\b(?:men|och|eller|om|fast|att)[\s.…!]*$")


def says_less_than_all(text: str) -> bool:
    """Tell whether a no is to something else ("nej tack till fika") or broken off ("nej men …")."""
    return bool(_NO_TO_ELSE.search(text) or _BROKEN_OFF.search(text) or _NOTHING.search(text))


def is_about_contact(clause: str) -> bool:
    """Tell whether "ingen har svarat" is about being reached, not about being suitable."""
    return bool(re.search(r"\b(?:svar|hör|ring|sagt|skriv|återkom|kontakt)", clause))


def is_enough(clause: str) -> bool:
    """Tell whether a clause by itself says that no more people are wanted: "det räcker så", "inga fler behövs"."""
    return bool(_ENOUGH.search(_bare(clause)))


def without_enough(text: str) -> str:
    """Return the text without "inga fler behövs", so that its words are not read as a wish for more."""
    return _ENOUGH.sub(" ", text)


def is_reason(clause: str) -> bool:
    """Tell whether a clause beside a plain no only says why."""
    clause = _bare(clause)
    return not clause or clause.startswith("tack ") or bool(_ENOUGH.search(clause) or _REASON.search(clause))


def is_plain_no(clause: str, *, lone: bool) -> bool:
    """Tell whether a clause with a no in it means the people; about the only one listed nearly everything does."""
    return not _PUTS_OFF.search(clause) if lone else not _WISH.search(_SAYS_NO.sub(" ", clause))


def is_statement(clause: str) -> bool:
    """Tell whether a clause after a NEJ of its own wishes for nothing and puts nothing off."""
    return not _WISH.search(clause)


def is_lacking(clause: str) -> bool:
    """Tell whether "ingen av dem har erfarenhet" denies what would have made them suitable."""
    return bool(_LACKS.search(clause) or _NOBODY_WHO.search(clause))


def is_against_all(clause: str) -> bool:
    """Tell whether "alla bor för långt bort" speaks against the people it is said of."""
    return bool(_ABOUT_THEM.search(clause) or _WRONG_FOR_US.search(clause))


def _bare(clause: str) -> str:
    words = clause.split()
    while words and words[-1].strip(".,!") in _SMALL:
        words.pop()
    return " ".join(words).strip(" .,!")
