"""Which organisation a letter comes from: the municipality, region, university or company that is named first."""

import re

from medverkan.mailbox.prose.cues import names_a_unit
from medverkan.mailbox.prose.sentences import LetterText

_COMMUNE = r"(?:[A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)?(?: [A-ZÅÄÖ][a-zåäö]+)?)"
# "Västra Götalandsregionen", "Linnéuniversitetet", "Kommunförbundet Kalmar län".
_ORGANISATION = re.compile(
    rf"\b(?P<org>{_COMMUNE} kommun(?:en)?(?=s?\b)|[Rr]egion [A-ZÅÄÖ][a-zåäö-]+(?: [A-ZÅÄÖ][a-zåäö]+)?(?: län)?\b|"
    rf"[A-ZÅÄÖ][a-zåäö]{{3,}} [Ss]tad\b|Kommunförbundet (?:i )?[A-ZÅÄÖ]\w+(?: [A-ZÅÄÖ]\w+)?(?: län)?|"
    rf"(?:[A-ZÅÄÖ][\wåäö-]+ ){{1,3}}AB\b|"
    rf"(?:[A-ZÅÄÖ][a-zåäö]+ )?[A-ZÅÄÖ][a-zåäö]{{3,}}regionen\b|[A-ZÅÄÖ][a-zåäöé]{{2,}}(?:universitetet|högskolan)\b|"
    rf"(?:[A-ZÅÄÖ][a-zåäö]+ ){{1,2}}(?:[Uu]niversitet|[Hh]ögskola)\b|Högskolan [A-ZÅÄÖ]\w+|Högskolan i [A-ZÅÄÖ]\w+|"
    rf"Karolinska [Ii]nstitutet\b)"
)
_IN_SMALL = re.compile(
    r"\bregion (?!som\b|där\b|har\b|och\b|med\b|på\b)[a-zåäö]{4,}(?: län)?\b|(?<!i vår )(?<!i er )\b(?!vår|er\b|sin|"
    r"samma|hela|egen|annan|denna|vilken|liten)[a-zåäö]{4,} kommun\b"
)
_LED = re.compile(rf"(?:{_ORGANISATION.pattern})(?:,? (?=[a-zåäö])|, (?=[A-ZÅÄÖ]))")
_SMALL_WORDS = "vi i på vid hos från till en ett vår vårt er inom bor här hej och"
_NO_COMMUNE = frozenset(_SMALL_WORDS.split())


def organisation_of(letter: LetterText) -> str:
    """Return the municipality, region or company that the signature names, else the text, the first there."""
    texts = [s.text for s in letter.sentences if s.cues & {"unit", "organisation"} or " AB" in s.text]
    for text in (*letter.signature, *texts):
        for found in _ORGANISATION.finditer(text):
            if name := text[_name_at(found) : found.end()]:
                return name
    # Who writes small letters only: "hjälpmedelscentralen region västerbotten".
    return next((small[0] for text in texts if (small := _IN_SMALL.search(text))), "")


def _name_at(found: re.Match[str]) -> int:
    """Return where the name begins: "Kostenheten Vattnäs kommun" names a unit first, "I Tunby kommun" nobody."""
    at = found.start()
    words = found["org"].split()
    of_unit = words[-1].casefold().startswith("kommun") and names_a_unit(words[0])
    while len(words) > 2 and (words[0].casefold() in _NO_COMMUNE or of_unit):
        of_unit = False
        at += len(words.pop(0)) + 1
    return found.end() if words[0].casefold() in _NO_COMMUNE else at


def without_organisation(text: str) -> str:
    """Return a text without the organisations it names and without what led to them."""
    bare = text
    for found in reversed(list(_ORGANISATION.finditer(text))):
        bare = bare[: _name_at(found)] + bare[found.end() :]
    bare = re.sub(r"^s (?=\w)", "", bare).strip(" ,;-–")
    return re.sub(r"\s+(?:i|på|vid|inom|hos|och|från)$", "", bare).strip()


def led_by_organisation(text: str) -> str:
    """Return a text without the organisation that it begins with ("Tunby kommun, socialkontoret" …)."""
    led = _LED.match(text)
    return text[led.end() :] if led else text
