"""The one registry of form fields: keys, the labels people see, the labels people write, types and required marks.

Reading, receipts and questions are all driven by it: a new field is one line in one of the two tables, a new wording
a few words on that line (`request_fields`, `request_terms`; `registration_fields`, `registration_terms`).
Keys beginning with "_" are labels that are understood but are no field of their own: parts and combinations
(`_date`, `_contact`) that `normalise` takes apart, and `_other`, which ends the value before it and is dropped.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from medverkan.mailbox.forms.naming.english_terms import REGISTRATION_IN_ENGLISH, REQUEST_IN_ENGLISH
from medverkan.mailbox.forms.naming.field import Field, wordings
from medverkan.mailbox.forms.naming.further_terms import REGISTRATION_FURTHER, REQUEST_FURTHER
from medverkan.mailbox.forms.naming.registration_fields import REGISTRATION_FIELDS
from medverkan.mailbox.forms.naming.request_fields import REQUEST_FIELDS
from medverkan.mailbox.values import Kind


def _worded(fields: tuple[Field, ...], *further: Mapping[str, str]) -> tuple[Field, ...]:
    """Return fields with what further lists of wordings call them; what a field has already wins."""
    more = {f.key: [wording for listed in further for wording in wordings(listed.get(f.key, ""))] for f in fields}
    return tuple(replace(f, variants=(*f.variants, *filter(None, more[f.key]))) for f in fields)


FIELDS: Mapping[Kind, tuple[Field, ...]] = {
    Kind.REQUEST: _worded(REQUEST_FIELDS, REQUEST_FURTHER, REQUEST_IN_ENGLISH),
    Kind.REGISTRATION: _worded(REGISTRATION_FIELDS, REGISTRATION_FURTHER, REGISTRATION_IN_ENGLISH),
}

# One of two is enough; what is missing is named by the first.
EITHER_OR: Mapping[str, str] = {"email": "phone"}


@cache
def field(kind: Kind, key: str) -> Field | None:
    """Return the field of that key, None where the kind has no such key."""
    return next((f for f in FIELDS.get(kind, ()) if f.key == key), None)


def labels_for(kind: Kind) -> Mapping[str, str]:
    """Return key → Swedish label, in the order letters show them; empty for kinds that are no forms."""
    return {f.key: f.label for f in FIELDS.get(kind, ()) if f.label}


@cache
def label_of(kind: Kind, key: str) -> str:
    """Return the Swedish label of a key, the key itself where it is unknown."""
    found = field(kind, key)
    return found.label if found and found.label else key
