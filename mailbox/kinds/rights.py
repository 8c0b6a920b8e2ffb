"""Whether somebody asks for a right that they have over what is registered about them (GDPR art. 15, 16, 18, 20).

To leave and to object are read in farewells.py. Each sentence is looked at alone, and must speak of the writer or of
their child: what is asked about the participants at large is no such right.
"""

import re
from enum import StrEnum

MOST = 20_000
_SENTENCE = re.compile(r"[^.!?\n]{3,400}")
_ABOUT_ME = re.compile(
    r"\b(?:om|på|kring|angående|rörande) (?:mig|mej|oss"
    r"|(?:min|vår) (?:son|dotter|pojke|flicka|mamma|pappa|man|fru|far|mor)|mitt barn|vårt barn)\b"
    r"|\b(?:mina|våra)(?: egna)? (?:person)?uppgifter\b|\bmin (?:person)?data\b",
    re.IGNORECASE,
)
_OWN_THING = re.compile(
    r"\b(?:min|mitt|mina|vår|vårt|våra)\b|\bjag heter\b|\b(?:om|på) mig\b|\bjag (?:har|är|bor|ska|heter|fick)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:har|haft|vet|sparat|sparar|sparad|sparade|lagrat|lagrar|lagrad|lagrade|registrerat|registrerad|registrerade"
    r"|registrerats|antecknat|står|finns|behandlar|behandlas|samlat|hanterar|kopia|utdrag|register|registret)\b",
    re.IGNORECASE,
)
_WANTS_TO_KNOW = re.compile(
    r"\b(?:vad|vilka|vilken|allt|alla|veta|undrar|se|läsa|ta del|få ut|ut|utdrag|kopia|information|uppgifter|skicka"
    r"|berätta|begär|data)\b",
    re.IGNORECASE,
)
_BY_NAME = re.compile(
    r"\bregisterutdrag\w{0,4}|\bart(?:ikel|\.)? ?15\b|\brätt till tillgång\b|\bdataportabilitet\w{0,4}", re.IGNORECASE
)
_RESTRICT = re.compile(r"\bbegräns\w{1,6}\b", re.IGNORECASE)
_HANDLING = re.compile(r"\b(?:behandling|användning|hantering)\w{0,5}\b|\bart(?:ikel|\.)? ?18\b", re.IGNORECASE)
_RECTIFY = re.compile(
    r"\b(?:rätta|rättas|rättar|rättelse|ändra|ändras|ändrar|uppdatera|uppdateras|uppdaterar|korrigera|korrigeras|byt|byta"
    r"|ändrats|ändrat sig)\b",
    re.IGNORECASE,
)
_WRONG = re.compile(r"\b(?:fel|felaktig\w{0,2}|inte rätt|stämmer inte|gammal|gamla|inaktuell\w{0,2})\b", re.IGNORECASE)
_NEW = re.compile(
    r"\b(?:ny|nytt|nya|bytt|ändrat|annan|annat) "
    r"(?:e-?post|e-?mail|mejl|mail|telefon|mobil|adress|post|nummer|efternamn|namn)\w{0,12}\b"
    r"|\bhar flyttat\b|\bhar bytt\b|\bheter (?:numera|nu(?:förtiden)?|från och med)\b",
    re.IGNORECASE,
)
# "Ny mobil: 070-174 06 05": what it is says itself, and whose goes without saying.
_NEW_VALUE = re.compile(
    r"^\W*(?:hej\W+)?(?:(?:här|detta) är )?(?:mitt )?(?:ny|nytt|nya) "
    r"(?:e-?post|e-?mail|mejl|mail|telefon|mobil|adress|nummer)\w{0,12}\W{1,5}(?:är )?(?:\+?\d[\d -]{5,}|\S{1,60}@)",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"\b(?:adress|e-?post|mejl|mail|telefon|mobil|nummer|uppgift|namn|efternamn|födelseår)\w{0,12}\b", re.IGNORECASE
)


class Right(StrEnum):
    """What somebody asks for."""

    ACCESS = "access"
    RECTIFY = "rectify"
    RESTRICT = "restrict"


def right_asked_for(words: str) -> Right | None:
    """Return the right that the writer asks for in their own words, None where in none. Total."""
    sentences = [found[0] for found in _SENTENCE.finditer(words[:MOST])]
    for right, holds in ((Right.RESTRICT, _restricts), (Right.ACCESS, _knows), (Right.RECTIFY, _rectifies)):
        if any(holds(sentence) for sentence in sentences):
            return right
    return None


def _knows(sentence: str) -> bool:
    if _BY_NAME.search(sentence):
        return True
    return bool(_ABOUT_ME.search(sentence) and _HELD.search(sentence) and _WANTS_TO_KNOW.search(sentence))


def _restricts(sentence: str) -> bool:
    return bool(_RESTRICT.search(sentence) and _HANDLING.search(sentence) and _ABOUT_ME.search(sentence))


def _rectifies(sentence: str) -> bool:
    if _NEW_VALUE.search(sentence):
        return True
    if not _OWN_THING.search(sentence):
        return False
    return bool(
        (_FIELD.search(sentence) and (_RECTIFY.search(sentence) or _WRONG.search(sentence))) or _NEW.search(sentence)
    )
