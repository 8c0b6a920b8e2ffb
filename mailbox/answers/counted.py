"""How many people a plain sentence asks for: "Vi behöver fyra personer", "tre", "två patienter och en närstående"."""

import re
from datetime import date

from medverkan.mailbox.answers.chatter import is_hedged
from medverkan.mailbox.answers.plain import bare
from medverkan.mailbox.forms.values.numbers import NUMBER

_N = rf"(?P<n>{NUMBER}(?:\s*(?:-|–|till|eller|à)\s*{NUMBER})?)"
_HEADS = r"(?:st\b\.?|stycken|personer|person|pers\b\.?|deltagare|medverkande|representanter)"
_START = r"^(?:(?:och|men|nej|ja|jo|alltså|så|nu|vi|jag|har|har vi|att)[ ,]+){0,4}"
_CHANGE_COUNT = re.compile(
    rf"{_START}(?:vill |skulle vilja |måste |behöver )?(?:ändrar?|ändrat|utökar?|utökat|ökar?|ökat|minskar?|minskat|"
    rf"drar ner|går ner|går upp)\b(?!(?: \w+){{0,2}} (?:tid|klock|dat|dag|plats|lokal|sal|rum|möte|start|slut|svar|"
    rf"veck))"
    rf"[^.\d]{{0,25}}?(?:\bfrån {NUMBER} )?\btill {_N}(?: {_HEADS})?"
    r"(?: i stället| istället)?[.!]*$",
    re.I,
)
_COUNT_IS = re.compile(
    rf"^antal(?:et)?(?: personer| deltagare)? (?:är|blir|ska vara|ändras till|är ändrat till) {_N}(?: {_HEADS})?[.!]*$",
    re.I,
)
SEEK_COUNT = re.compile(
    rf"{_START}(?:behöver|söker|önskar|vill (?:gärna )?ha(?: med)?|skulle behöva|räknar med|"
    rf"(?:tänker|tänkte|har tänkt)(?: oss)?|"
    rf"nöjer oss med|vill träffa|vill bjuda in) {_N} "
    rf"(?:{_HEADS}|brukare|patienter|närstående|anhöriga)\b(?P<rest>.*)$",
    re.I,
)
COUNT = re.compile(
    rf"^{_N}(?: ?{_HEADS})?(?: \(\w{{1,10}}\))?"
    r"(?: som gäller| gäller| är rätt| stämmer| räcker(?: (?:bra|fint|för oss))?|"
    r"(?: som)? vi (?:vill ha|behöver|söker|önskar|tänkt oss|"
    r"tänkte))?[.!]*$",
    re.I,
)
_WE_NEED = re.compile(
    rf"^(?:please )?(?:we (?:need|want|would like|are looking for)|change it to|det (?:ska vara|blir|ska bli)) {_N} "
    r"(?:people|persons|participants|personer|deltagare|medverkande)[.!]*$",
    re.I,
)
_ENOUGH = re.compile(
    rf"^(?:(?:det (?:räcker(?: bra)?|går bra|blir bra) med|vi (?:tar|säger)|säg) {_N}(?: {_HEADS})?(?: då|"
    rf" tack)?)[.!]*$",
    re.I,
)
_ROLE = r"(?:patienter|patient|brukare|närstående|anhöriga|anhörig)"
_POLITE = re.compile(r"\b(?:tack|då|så länge|i alla fall|alltså)\b", re.I)
_VARAV = re.compile(rf"^(?:(?:det (?:är|blir) )?{_N})(?: ?{_HEADS})?, varav \w", re.I)
ROLES = re.compile(rf"^(?P<n>{NUMBER}) {_ROLE}(?:(?:,| och| \+| plus| &| samt) {NUMBER} {_ROLE}){{0,2}}[.!]*$", re.I)
_NUMBER = re.compile(rf"\b{NUMBER}\b(?<!\ben)(?<!\bett)", re.I)
COUNTS = re.compile(rf".*?\d|{NUMBER}\b(?! ?(?:av|eller))", re.I)
ANY_COUNT = re.compile(rf"\b{NUMBER} (?:{_HEADS}|{_ROLE}|people|persons|participants)\b", re.I)


def changed_count(sentence: str) -> str:
    """Return the number that a sentence by itself says is the new number of people, as written; "" for none."""
    found = _CHANGE_COUNT.match(sentence) or _COUNT_IS.match(sentence)
    return found["n"] if found else ""


def sought_count(sentence: str) -> str:
    """Return the number in a sentence that says nothing but how many people are sought, as written; "" for none."""
    found = SEEK_COUNT.match(sentence) or _WE_NEED.match(sentence)
    if not found or not ANY_COUNT.search(found[0]) or is_hedged(sentence) or says_more_than_count(sentence):
        return ""
    return found["n"]


def people(sentence: str, today: date | None) -> str:
    """Return the number in a sentence that can answer how many people are sought, as written; "" for none."""
    del today
    if changed := changed_count(sentence):
        return changed
    if is_hedged(sentence.split(",", maxsplit=1)[0]):
        return ""
    if found := SEEK_COUNT.match(sentence):
        both = ROLES.match(sentence[found.start("n") :])
        # "3 patienter och 2 närstående" is five; a second number that is not of that kind makes it unclear.
        return both[0] if both else "" if _NUMBER.search(found["rest"]) else found["n"]
    if re.match(r"vi (?:är|blir)\b", sentence, re.I):
        return ""
    if found := _VARAV.match(sentence):
        return found["n"]
    found = COUNT.match(bare(sentence)) or _ENOUGH.match(sentence) or ROLES.match(bare(sentence))
    return found[0] if found and found.re is ROLES else found["n"] if found else ""


def says_more_than_count(sentence: str) -> bool:
    """Tell whether a sentence that gives a number of people goes on ("fem deltagare, varav två unga")."""
    if _VARAV.match(sentence):
        return True
    found = SEEK_COUNT.match(sentence)
    rest = _POLITE.sub("", found["rest"]) if found else ""
    return bool(found and re.search(r"\w", rest) and not ROLES.match(sentence[found.start("n") :]))


def roles(text: str) -> list[str]:
    """Return the roles that are counted in a number of people ("fyra brukare och två närstående"); [] for none."""
    found = ROLES.match(text.strip())
    return list(dict.fromkeys(re.findall(_ROLE, found[0], re.I))) if found else []


def is_bare_number(text: str) -> bool:
    """Tell whether words are a number and nothing else: "2" may be the number of a question too."""
    return bool(re.fullmatch(NUMBER, text.strip(" .,)"), re.I))
