"""Read a letter without a form: a request or a registration in a unit's or a person's own words.

Deliberately modest: each field has a few plain ways of being said, and what is not said plainly is missing and asked
about. A letter that is not clearly one of the two is neither, and goes to a person.
"""

import re
from dataclasses import replace
from datetime import datetime
from typing import Any

from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.forms.naming.registry import label_of
from medverkan.mailbox.forms.values.raised import on_condition
from medverkan.mailbox.prose.activity import activity_in, work_in
from medverkan.mailbox.prose.consents import conditions_in
from medverkan.mailbox.prose.joining import is_registration, may_join, tells_of_somebody
from medverkan.mailbox.prose.person import Person, person_of
from medverkan.mailbox.prose.registration import registration_fields
from medverkan.mailbox.prose.request import request_fields
from medverkan.mailbox.prose.sentences import LetterText, letter_text
from medverkan.mailbox.prose.sought import Sought, sought
from medverkan.mailbox.prose.writer import unit_of
from medverkan.mailbox.values import Form, Kind

MIN_LETTER = 60
_CODED = frozenset(("perspectives", "contact_preference", "format"))
_WE = re.compile(r"\b(?:vi|vår|vårt|våra|oss)\b", re.I)
_TAKES_PART = re.compile(r"\b(?:hen|hon|han|de|personen|deltagarna) (?:föreläser|berättar|medverkar|granskar)\b", re.I)
# Who tells where they live, and of no place of work, writes for themselves.
_PRIVATE = re.compile(
    r"\b(?:vi|jag) bor (?:i|på|utanför)\b|\bjag är (?:anhörig|närstående|mamma|pappa) till\b|"
    r"\b(?:min|mitt|vår|vårt) (?:fru|man|make|maka|sambo|son|dotter|barn|mamma|pappa|mor|far|syster|bror)\b|"
    r"\b(?:prata|tala|träffa|samtala|skriva|brevväxla|umgås) med (?:oss|mig)\b",
    re.I,
)
_CALLED_OFF = re.compile(
    r"\b(?:ställa in|ställs in|ställer in|inställ[dt]|avboka|avbokar|blir inte av|behöver inte längre|"
    r"inte längre behöver|behöver inga fler|flytta (?:fokusgruppen|mötet|träffen)|skjuta upp|skjuts upp|dra tillbaka|"
    r"återkalla|tar tillbaka|redan hittat)\b",
    re.I,
)
_PRESS = re.compile(
    r"\b(?:reporter|journalist|redaktör|redaktionen|reportage|programledare|publicering|(?:vi|jag|skriver|"
    r"arbetar) (?:på|för|från) (?:[\w-]+ ){0,2}?tidning\w*|"
    r"nyhets(?:redaktion|byrå|program|sändning)\w*|"
    r"tv-program)\b",
    re.I,
)
# What a unit is about to change, and that it turns to the bank: beside people who are sought they tell a request.
_CHANGES = re.compile(
    r"\b(?:håller (?:just nu |nu )?på (?:med )?att|ser (?:just nu |nu )?över|se över|översyn|göra om|"
    r"gör (?:just nu |nu )?om|"
    r"bygg(?:a|er) om|ta(?:r)? fram|skriv(?:a|er) om|gå(?:r)? igenom|(?:för)?bättr(?:a|e|ar)|utveckla[rs]?|"
    r"arbete(?:t)? (?:med|kring) att|ny(?:a|tt)? (?:lokaler|rutiner|arbetssätt|hemsida|broschyr|folder))\b",
    re.I,
)
_BY_THE_BANK = re.compile(
    r"\b(?:via|genom) (?:er|banken|intressebanken)\b|\b(?:ni|du) (?:möjligtvis |kanske )?(?:hjälpa|ordna|hitta|sprida|"
    r"förmedla|tipsa|fråga)\b|\bhar ni (?:någon|några|personer|patienter|brukare)\b",
    re.I,
)
# A programme for everybody, and a post to apply for: neither seeks people for the bank's kind of assignment.
_FOR_ALL = re.compile(
    r"\balla är (?:varmt |hjärtligt )?välkomna|\bkostar (?:ingenting|inget)|\bkostnadsfri|\bgratis att|"
    r"\b(?:vårens|höstens|terminens|årets) program|\bnyhetsbrev|\bingen (?:för)?anmälan|\bsprid (?:gärna )?programmet|"
    r"\bårsmöte|\bmedlemsmöte|\bkassör|\bvalberedning|\bmedlemsavgift",
    re.I,
)
_HIRES = re.compile(
    r"\bansök(?:an|ningar|ningen)? (?:görs|senast|via|på|med|skickas|tas emot)|"
    r"\bcv\b|\bpersonligt brev|\bvikari(?:er|at)|"
    r"\btillsvidareanst|\bheltid|\btimanställ|\btjänsten är",
    re.I,
)
_STAFF = re.compile(
    r"\b(?:söker|behöver|anställer|rekryterar)(?: [\wåäö]+){0,3} (?:under|sjuk)?"
    r"(?:sköterskor|sköterska|läkare|kuratorer|"
    r"vikarier|medarbetare|kontaktpersoner|stödassistenter|assistenter|boendestödjare|behandlare)\b",
    re.I,
)
_SELLS = re.compile(
    r"\b(?:webbinari\w+|anmäl dig|(?:vårt|prenumerera på) nyhetsbrev\w*|offert|erbjud\w+ (?:er|dig)|"
    r"rabatt|kampanj|demo av|demonstration|"
    r"plattform|vår (?:tjänst|produkt|lösning)|hjälper (?:regioner|kommuner)|avregistrera)\b",
    re.I,
)


def prose_form(segment: Segment, subject: str, when: datetime | None) -> Form | None:
    """Return what a letter in prose says, None where it is neither a request nor a registration."""
    letter = letter_text(segment, subject)
    if sum(len(s.text) for s in letter.sentences) < MIN_LETTER:
        return None
    found = sought(letter.sentences)
    form = (
        Form(Kind.REQUEST, request_fields(letter, found, when), questions=(found.doubt,) if found.doubt else ())
        if found and not tells_of_somebody(letter) and _is_request(letter, found)
        else _registration(letter, when)
    )
    return form and replace(
        form, fields={k: v if k in _CODED else letter.as_written(v) for k, v in form.fields.items()}
    )


def _is_request(letter: LetterText, found: Sought) -> bool:
    """Tell whether those who seek people are a unit, for something that people take part in."""
    if any(pattern.search(text) for text in letter.having("stop") for pattern in (_CALLED_OFF, _PRESS)):
        return False
    if _HIRES.search(letter.body) and _STAFF.search(letter.body):
        return False
    everybody = len({said[0].casefold() for said in _FOR_ALL.finditer(f"{letter.subject}. {letter.body}")})
    if everybody > 1 or len({said[0].casefold() for said in _HIRES.finditer(letter.body)}) > 1:
        return False
    # A unit may try out a platform; who sells one says more, or works nowhere.
    sells = {said[0].casefold() for text in letter.having("stop") for said in _SELLS.finditer(text)}
    if len(sells) > 1 or (sells and not unit_of(letter)):
        return False
    if not _WE.search(letter.body) and not any("unit" in s.cues for s in letter.sentences):
        return False
    if _PRIVATE.search(letter.body) and not unit_of(letter):
        return False
    named = bool(found.task or work_in(found.sentence)) or any(
        activity_in(s.text) or _TAKES_PART.search(s.text) for s in letter.sentences
    )
    counted = found.people is not None and found.people > 1
    told = sum((bool(found.experience), bool(found.perspectives), named, counted))
    return told >= 2 or (told == 1 and not everybody and not _HIRES.search(letter.body) and _asks_for_a_change(letter))


def _asks_for_a_change(letter: LetterText) -> bool:
    """Tell whether a unit that is named writes of what it is about to change, or asks the bank for people."""
    return bool(unit_of(letter)) and bool(_CHANGES.search(letter.body) or _BY_THE_BANK.search(letter.body))


def _registration(letter: LetterText, when: datetime | None) -> Form | None:
    person = person_of(letter) if may_join(letter, seeks=sought(letter.sentences) is not None) else None
    if person is None:
        return None
    fields = registration_fields(letter, person, when)
    asked = _without_conditions(fields, person)
    return Form(Kind.REGISTRATION, fields, questions=asked) if is_registration(letter, fields) else None


def _without_conditions(fields: dict[str, Any], person: Person) -> tuple[str, ...]:
    """Take no consent that has a condition, wherever it stands; return the question about each, with its words."""
    found = conditions_in([s.text for s in person.sentences])
    limited = {key: said for key, said in found.items() if fields.get(key, True) is not False}
    for key in limited:
        fields.pop(key, None)
    return tuple(on_condition(label_of(Kind.REGISTRATION, key), said) for key, said in limited.items())
