"""Read a letter without a form: a request or a registration in a unit's or a person's own words.

Deliberately modest: each field has a few plain ways of being said, and what is not said plainly is missing and asked
about. A letter that is not clearly one of the two is neither, and goes to a person.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any

from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.forms.naming.registry import label_of
from medverkan.mailbox.forms.values.raised import on_condition
from medverkan.mailbox.prose.consents import conditions_in
from medverkan.mailbox.prose.joining import joins
from medverkan.mailbox.prose.kind import kind_of
from medverkan.mailbox.prose.labelled import labelled_fields
from medverkan.mailbox.prose.person import Person, person_of
from medverkan.mailbox.prose.registration import registration_fields
from medverkan.mailbox.prose.request import request_fields
from medverkan.mailbox.prose.sentences import LetterText, letter_text
from medverkan.mailbox.prose.sought import Sought, sought, sought_loosely
from medverkan.mailbox.values import Form, Kind

MIN_LETTER = 60
_CODED = frozenset(("perspectives", "contact_preference", "format"))
# A letter with so many of these behind labels asks for people, however it does so.
_ASKED_WITH = frozenset(("when_text", "place", "purpose", "people_wanted", "activity", "description", "experience"))
_MANY = 3
_KNOWN_FOR = {
    Kind.REQUEST: frozenset(("unit", "description", "experience")),
    Kind.REGISTRATION: frozenset(("first_name", "municipality", "experience")),
}
# Who has no name may still be known by two of these.
_KNOWN = frozenset(("phone", "birth_year", "municipality", "postal_address"))


def prose_form(segment: Segment, subject: str, when: datetime | None) -> Form | None:
    """Return what a letter in prose says, None where it is neither a request nor a registration."""
    letter = letter_text(segment, subject)
    if sum(len(s.text) for s in letter.sentences) < MIN_LETTER:
        return None
    found = sought(letter.sentences)
    seeks = (
        found is not None or len(labelled_fields(letter.sentences, Kind.REQUEST, when).keys() & _ASKED_WITH) >= _MANY
    )
    kind = kind_of(letter, seeks=seeks, joins=joins(letter, seeks=seeks))
    form: Form | None = None
    if kind is Kind.REQUEST:
        form = _request(letter, found or sought_loosely(letter.sentences), when)
    elif kind is Kind.REGISTRATION:
        form = _registration(letter, when)
    if form and letter.english and not _KNOWN_FOR[form.kind] <= form.fields.keys():
        # What was read word by word must say at least this much.
        return None
    return form and replace(
        form, fields={k: v if k in _CODED else letter.as_written(v) for k, v in form.fields.items()}
    )


def _request(letter: LetterText, found: Sought, when: datetime | None) -> Form:
    told, labelled = request_fields(letter, found, when), labelled_fields(letter.sentences, Kind.REQUEST, when)
    if "when_text" in labelled and "date_start" in told and "date_start" not in labelled:
        # "Tid: 18.30" beside a day in a sentence.
        labelled["when_text"] = f"{told['when_text']} {labelled['when_text']}"
    fields = told | labelled
    return Form(Kind.REQUEST, fields, questions=(found.doubt,) if found.doubt else ())


def _registration(letter: LetterText, when: datetime | None) -> Form | None:
    person = person_of(letter)
    if person is None:
        return None
    fields = registration_fields(letter, person, when)
    fields |= labelled_fields(person.sentences, Kind.REGISTRATION, when)
    if "first_name" not in fields and len(fields.keys() & _KNOWN) < 2:
        return None
    return Form(Kind.REGISTRATION, fields, questions=_without_conditions(fields, person))


def _without_conditions(fields: dict[str, Any], person: Person) -> tuple[str, ...]:
    """Take no consent that has a condition, wherever it stands; return the question about each, with its words."""
    found = conditions_in([s.text for s in person.sentences])
    limited = {key: said for key, said in found.items() if fields.get(key, True) is not False}
    for key in limited:
        fields.pop(key, None)
    return tuple(on_condition(label_of(Kind.REGISTRATION, key), said) for key, said in limited.items())
