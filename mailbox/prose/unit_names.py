"""The name of a unit where a text begins with one, cut where the clause goes on."""

import re

from medverkan.mailbox.prose.organisation import led_by_organisation, without_organisation
from medverkan.mailbox.prose.unit_nouns import UNIT_NOUN

ANY_UNIT = re.compile(UNIT_NOUN, re.I)
# What may follow the noun in the name of a unit: "… på Länssjukhuset i Kalmar", "… för hälsovetenskap", "… 4".
_NAME = (
    r"(?:[A-ZÅÄÖ][\wåäöÅÄÖ-]*|\d{1,3}[A-Z]?|[a-zåäö]*(?:sjukhus|lasarett|centrum|kommun|län|stad|förvaltning|"
    r"institution|universitet)[a-z]{0,3})"
)
_TAIL = re.compile(
    rf"(?:,? (?:på|i|vid|inom|hos) {_NAME}(?: {_NAME}){{0,3}}|(?<!mottagningen) för (?!att\b|våra|dem|de\b|"
    rf"personer|patienter|oss|er\b|sina)(?:(?:god|nära|trygg|säker|jämlik|bättre|psykisk) (?=[a-zåäö]))?[a-zåäö]+-?"
    rf"(?: och [a-zåäö]+)?|"
    rf"(?<=[Ll]änsgruppen) (?!ska\b|vill\b|har\b|som\b|är\b|och\b|för\b|i\b)[a-zåäö]{{4,}}|"
    rf" (?:&|och) [A-ZÅÄÖ][a-zåäö]{{3,}}(?! (?:kommun|region|ska|har|vill|söker))|"
    rf" i (?:norra|södra|östra|västra|mellersta) länet| {_NAME}){{0,4}}"
)


def named_at(text: str, near: int) -> str:
    """Return the unit that a text begins with, its name cut where the clause goes on."""
    text = re.sub(
        r"^(?:vårt |vår |ett |en )?(?:litet |liten |nytt |ny )?"
        r"[a-zåäö]*(?:råd|grupp|team|panel|projekt)(?:et|en)? (?:på|vid|i|inom) ",
        "",
        text.strip(),
    )
    text = re.sub(r"^(?:uppdrag av|det som heter|det som kallas|något som heter) ", "", text)
    text = led_by_organisation(text)
    found = ANY_UNIT.search(text[:120])
    if (
        not found
        or found.start() > 40 + near
        or re.search(
            r"[,;:]|\b(?:som|att|har|vi|jag|behöver|ska|vill|göra|gör|av|om|somras|våras|höstas|vintras)\b",
            text[: found.start()],
        )
    ):
        return ""
    tail = _TAIL.match(text, found.end())
    text = without_organisation(text[: tail.end() if tail else found.end()])
    if text[:1].islower() and not ANY_UNIT.search(text):
        # Nothing but the organisation was the unit.
        return ""
    text = re.sub(r"^(?:och )?(?:ingår|arbetar|jobbar|sitter) (?:i|på|vid|inom) ", "", text)
    # "en grupp för …" is no unit; nor is a bare "verksamheten" or "projektet".
    bare = found[0].casefold()
    if (
        bare
        in {
            "verksamhet",
            "verksamheten",
            "projekt",
            "projektet",
            "team",
            "boende",
            "boendet",
            "grupp",
            "länsgruppen",
            "styrgruppen",
            "samverkansgruppen",
        }
        and text.casefold() == bare
    ):
        return ""
    return re.sub(r"^(?:en|ett|den här|den|vår|vårt) (?=[a-zåäö-]+(?: |$))", "", text) if len(text) <= 90 else ""
