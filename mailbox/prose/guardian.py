"""Somebody who writes for another: a parent who is a child's guardian, and the number through which one is reached.

A child has no number of its own in the register: the parent's is the guardian's. An adult's is the one that is said to
be the way to reach them, be it the writer's.
"""

import re
from typing import Any

from medverkan.mailbox.forms.values.phones import e164
from medverkan.mailbox.forms.values.written import email_in
from medverkan.mailbox.prose.channel import channel_of
from medverkan.mailbox.prose.consents import consents_of
from medverkan.mailbox.prose.person import Person
from medverkan.mailbox.prose.sentences import LetterText

ADULT = 18
_YOUNGEST = 5
_ALLOWS = r"(?:samtyck\w*|godkänn\w*|säger ja|sagt ja|medge[rs]?|medgivande|tillstånd|går med på|tillåter|okej)"
_AS_GUARDIAN = re.compile(
    rf"\b(?:vårdnadshavare|förälder|föräldrar|målsman)\b[^.!?]{{0,60}}\b{_ALLOWS}\b|"
    rf"\b{_ALLOWS}[^.!?]{{0,60}}\bsom (?:vårdnadshavare|förälder|målsman)|"
    rf"\b(?:jag|vi) (?:\w+ )?{_ALLOWS}(?: \w+)? att (?:\w+ )?"
    r"(?:är med|deltar|medverkar|anmäls|får vara med|registreras)\b",
    re.I,
)
_REFUSES = re.compile(r"\b(?:inte|ej|nej)\b", re.I)
# "Elliot, 15 år, …", "hon är 15 år", "en 15-åring"; "sjuk i 15 år" and "15 år sedan" tell no age.
_AGE = re.compile(
    r"(?:\b(?:är|fyller|blir|ålder:?)(?: (?:bara|nu|snart|idag|en))?|[,(]) ?(\d{1,2})"
    r"(?: ?år\b(?! sedan| sen)|-?årig|-?åring)",
    re.I,
)
_REACHED = re.compile(
    r"\b(?:når|nå|nås|ring\w*|kontakta\w*|kontakt med|tag (?:i|på))\b[^.!?]{0,60}?\b(?:via|genom|hos|på) (?:mig|oss|"
    r"mitt|mina|vårt|min)\b",
    re.I,
)
_THIRD = re.compile(
    r"\b(?:mamma|pappa|mor|far|mor(?:mor|far)|far(?:mor|far)|maken|makan|mannen|frun|dottern|sonen|henne|honom|hen|"
    r"hon|han|hens|hennes|hans)\b",
    re.I,
)

_DIGITS = r"\+?\d[\d -]{6,14}\d"
# "Kontakta honom via sms, 070-…, och mig på 070-…"
_BOTH_NUMBERS = re.compile(
    rf"\b(?:honom|henne|hen|[A-ZÅÄÖ]\w+)\b[^.!?]{{0,30}}? (?P<childs>{_DIGITS})[^.!?]{{0,12}}?\b(?:och|eller|men) mig\b"
    rf"[^.!?]{{0,20}}? (?P<parents>{_DIGITS})"
)


def reached_of(letter: LetterText, person: Person, fields: dict[str, Any], year: int | None) -> dict[str, Any]:
    """Return a stated child's year of birth, or the number through which an adult is said to be reached."""
    born = fields["birth_year"] or _born(letter, person, year)
    if isinstance(born, int) and year is not None and year - born < ADULT:
        # What stands in sentences of the family's is the parent's, and so is the way to reach the child.
        texts = [s.text for s in letter.sentences]
        return {"birth_year": born, "email": email_in("\n".join(texts)), "contact_preference": channel_of(texts)}
    if fields["phone"]:
        return {}
    if direct := _own_number(letter, person):
        return {
            "phone": direct,
            "contact_preference": fields["contact_preference"] or channel_of([s.text for s in letter.sentences]),
        }
    texts = [s.text for s in letter.sentences]
    for at, text in enumerate(texts):
        if _REACHED.search(text) and (_THIRD.search(text) or person.first_name in text) and not _REFUSES.search(text):
            number = e164(text) or e164(" ".join(texts[at + 1 : at + 2])) or e164("\n".join(letter.signature))
            return {"phone": number}
    return {}


# "Ring honom på 070-… eller mig på 070-…": the first number is theirs.
_ON_THEIR_OWN = re.compile(
    r"\b(?:[Rr]ing|[Nn]år?|[Ss]ms:?a|[Kk]ontakta)\w* (?:gärna )?(?P<who>honom|henne|hen|[A-ZÅÄÖ]\w+)"
    r"(?: direkt| själv)? på (?P<number>\+?\d[\d -]{6,14}\d)"
)


def _own_number(letter: LetterText, person: Person) -> str:
    """Return the number on which the writer says that the person is reached directly, "" for none."""
    for found in (found for s in letter.sentences for found in _ON_THEIR_OWN.finditer(s.text)):
        if found["who"] in {"honom", "henne", "hen", person.first_name}:
            return e164(found["number"])
    return ""


def guardian_of(letter: LetterText, person: Person, fields: dict[str, Any], year: int | None) -> dict[str, Any]:
    """Return what a parent who writes for a child under 18 says of themselves."""
    born = fields["birth_year"]
    if not person.guardian or not isinstance(born, int) or year is None or year - born >= ADULT:
        return {}
    others = [s.text for s in letter.sentences if s not in person.sentences]
    unnamed = [s.text for s in person.sentences if person.first_name not in s.text]
    said = any(_AS_GUARDIAN.search(s.text) and not _REFUSES.search(s.text) for s in letter.sentences)
    theirs = rf"\b(?:hans|hennes|hens|barnets|sonens|dotterns|honom|henne|{re.escape(person.first_name)}s?)\b"
    given = consents_of([s.text for s in letter.sentences], own=False, child=re.compile(theirs, re.I))
    both = next((found for s in letter.sentences if (found := _BOTH_NUMBERS.search(s.text))), None)
    number = e164(both["parents"]) if both else e164("\n".join((*others, *letter.signature)))
    return (
        given
        | ({"phone": e164(both["childs"])} if both else {})
        | {
            "guardian_name": person.guardian,
            "guardian_phone": number or e164("\n".join(unnamed)),
            "guardian_consent": True if said else None,
        }
    )


_NAME = r"(?P<name>[A-ZÅÄÖ][\wåäöé-]+(?: [A-ZÅÄÖ][\wåäöé-]+){0,2})"
_PARENT = r"(?:[Mm]amma|[Pp]appa|[Mm]or|[Ff]ar|[Vv]årdnadshavare|[Ff]örälder|[Mm]ålsman)"
_PARENT_NAMED = re.compile(
    rf"\b{_PARENT}(?: (?:heter|är)|,)? {_NAME}|"
    rf"\b{_PARENT}\b[^!?]{{0,40}}[.,] (?:[Hh]on|[Hh]an) heter {_NAME.replace('name', 'told')}"
)
_PARENTS_OWN = re.compile(
    r"\b(?:hennes|hans|deras|mammas|pappas|föräldrars|förälders|mamma|pappa|vårdnadshavare)\b", re.I
)

_OWN_NUMBER = re.compile(
    r"\b(?:mitt|min (?:egen )?(?:mobil|telefon)\w*|själv (?:har|nås|når)|"
    r"(?:ring|nå|når|sms:?a|messa|kontakta) (?:gärna |helst )?mig|jag (?:har|nås|själv))\b",
    re.I,
)


def named_guardian(letter: LetterText, fields: dict[str, Any], year: int | None) -> dict[str, Any]:
    """Return the parent whom a child that writes for itself names, with their number; the child's yes is not theirs."""
    born = fields["birth_year"]
    if not isinstance(born, int) or year is None or year - born >= ADULT:
        return {}
    found = _PARENT_NAMED.search(letter.body)
    own, theirs = list[str](), list[str]()
    for sentence in letter.sentences:
        of_parent = False
        for clause in re.split(r"[,;:(]\s?|\s(?:och|men)\s", sentence.text):
            # "Min mamma heter Karin Ek, tel 070-…": a bare number goes on with whom the sentence is about.
            mine = bool(_OWN_NUMBER.search(clause))
            of_parent = not mine and (of_parent or bool(_PARENTS_OWN.search(clause)))
            (theirs if of_parent else own).append(clause)
    number = e164("\n".join(theirs))
    own = [*own, *letter.signature]
    phone = {"guardian_phone": number, "phone": e164("\n".join(own))} if number else {}
    return {"guardian_name": (found["name"] or found["told"]) if found else ""} | phone


def _born(letter: LetterText, person: Person, year: int | None) -> int | None:
    """Return the year of birth that a stated age under 18 gives, taken from what is said of the child."""
    if year is None or not person.guardian:
        return None
    texts = [s.text for s in person.sentences]
    named = [text[text.index(person.first_name) :] for s in letter.sentences if person.first_name in (text := s.text)]
    ages = (int(found[1]) for text in (*named, *texts) for found in _AGE.finditer(text))
    age = next(ages, None)
    return year - age if age is not None and _YOUNGEST <= age < ADULT else None
