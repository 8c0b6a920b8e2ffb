"""Read whether somebody's details may be handed over from what is said of a call, and take it out of the text.

What is said of the telephone or the address must not be left, lest its "nej" be the person's.
"""

import re

SHARE, NO_SHARE = "share", "no share"
UNSURE = "unsure of share"

_DETAILS = (
    r"(?:nummer|numret|numren|telefonnummer\w*|\w*uppgift\w*|(?<!i )(?<!på )(?<!per )(?<!via )(?<!över )telefon\w*"
    r"|mejladress\w*"
    r"|adress\w*|kontakten)"
)
_NO_SHARE = re.compile(
    r"\b(?:inte|ej|ogärna) (?:\w+ ){0,2}(?:bekväm|okej|ok|förtjust|med på)\b(?: \w+){0,4} (?:lämna|dela"
    r"|ge)\w*(?: \w+){0,3}|"
    rf"\b{_DETAILS} (?:nej|nä|ej|tveksamt)\b|\b(?:nej|inte) till (?:att )?(?:\w+ ){{0,4}}{_DETAILS}|\banonym\w*"
    r"|\b(?:vill|ville|får|fick|ska) (?:\w+ )?(?:inte|ej) (?:att \w+ )?(?:lämna|dela|ge)\w*(?: ut| vidare)?|"
    rf"\b{_DETAILS}\b[^.]{{0,40}}\b(?:inte|ej|hemlig\w*|skydda\w*)\b(?: \w+){{0,4}}"
    rf"|\b(?:inte|ej)\b(?: \w+){{0,5}} {_DETAILS}\b(?: \w+){{0,3}}|\b(?:inte|ej) (?:\w+ )?(?:lämna\w*|dela\w*"
    rf"|ge\w*) (?:ut|vidare)\b"
    r"|\b(?:glömde|glömt|hann inte|missade|kom inte ihåg|har inte|inte) (?:(?!så\b|då\b|och\b|men\b"
    r"|utan\b)\w+ ){0,2}(?:frågade?|frågat|fråga"
    r"|ta upp|nämna)\b(?: \w+){0,4}"
    rf"|\b(?:inga|ingen|inget|noll|ogärna|aldrig) (?:\w+ )?{_DETAILS}\b(?: \w+){{0,5}}|\butan {_DETAILS}"
    rf"|\b{_DETAILS} (?:får|kan|ska) (?:\w+ )?(?:vänta|avvakta|dröja)"
    rf"|\bfrågade (?:inte|aldrig|ej)\b(?: \w+){{0,4}}|\bhemligt {_DETAILS}\b"
)
_SHARE = re.compile(
    rf"\b{_DETAILS} (?:ja|jadå)\b|"
    rf"\b{_DETAILS}\b(?: \w+){{0,5}}? (?:får|kan|ska|går|är|ok|okej|gick)\b(?: \w+){{0,5}}"
    rf"|\b{_DETAILS} fick (?:jag|vi|ni|de|man)(?: \w+){{0,3}} (?:lämna|ge|dela|skicka|sprida)\w*(?: \w+){{0,5}}"
    rf"|\b(?:får|kan|ok|okej|bra)\b(?: \w+){{0,4}} {_DETAILS}\b(?: \w+){{0,3}}|\b(?:lämna\w*|lämnas) (?:ut"
    rf"|vidare)\b|\bmed {_DETAILS}\b"
)
# "lämnar gärna ut sina uppgifter" and "även kontaktuppgifter" need no word for "may".
_HANDS_OVER = re.compile(
    rf"\b(?:lämna|lämnar|lämnade|dela|delar|skicka|skickar|ge|ger|vidarebefordra|vidarebefordrar|förmedla"
    rf"|förmedlar)\b"
    rf"(?: \w+){{0,4}} {_DETAILS}\b(?: (?:ut|vidare|över))?|^(?:och )?(?:även|också|samt|plus|inklusive|inkl|liksom"
    rf"|till)"
    rf"(?: \w+){{0,3}} {_DETAILS}(?: \w+)?$|\bbåde (?:\w+ ){{1,4}}och (?:\w+ ){{0,2}}{_DETAILS}"
)
_NO_PLAIN_HANDING = re.compile(
    r"\b(?:undra\w*|fråga\w*|om|ifall|veta|hur|varför|vem|vilka|innan|först|bara|måste|behöver|kanske|nog|väl|tror)\b"
)
_NOT_SURE_OF_SHARE = re.compile(r"\b(?:inte|ej|ogärna|helst|delvis|osäker\w*|tvek\w*)\b")


def told(text: str) -> tuple[set[str], str]:
    """Return what the text says of handing over details, and the text without it."""
    if _NO_SHARE.search(text):
        return {NO_SHARE}, _NO_SHARE.sub(" ", text)
    if _SHARE.search(text):
        found = {SHARE, UNSURE} if _NOT_SURE_OF_SHARE.search(text) else {SHARE}
        return found, _SHARE.sub(" ", text)
    if _HANDS_OVER.search(text) and not _NO_PLAIN_HANDING.search(text) and not _NOT_SURE_OF_SHARE.search(text):
        return {SHARE}, _HANDS_OVER.sub(" ", text)
    return set(), text
