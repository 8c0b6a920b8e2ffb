"""Values that one box gives by itself, whatever stands in the others."""

import re
from datetime import date

from medverkan.mailbox.forms.naming.consents import is_refusal
from medverkan.mailbox.forms.values import options
from medverkan.mailbox.forms.values.both_answers import shows_both
from medverkan.mailbox.forms.values.contact import person_name

# When a machine took the form in; nobody writes a time so.
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(:\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$")
TWO_OR_THREE = re.compile(r"\d{2,3}$")
POSTCODE = re.compile(r"\d{3} ?\d\d [A-ZÅÄÖ]")
PERSONAL_NUMBER = re.compile(r"(?:19|20)?\d{6}[-+ ]?(?:\d{4}|[xX*]{4})?$")


def is_stamp(value: str, today: date | None) -> bool:
    """Tell whether a value is when a machine took the form in: to the second, or on the day of the mail itself.

    What is still to come is what somebody chose, to the second or not.
    """
    found = _STAMP.match(value)
    if found is None or (today is not None and found[1] > today.isoformat()):
        return False
    return bool(found[2]) or (today is not None and found[1] == today.isoformat())


def yes_no(key: str, value: str) -> bool | None:
    """Return the yes or no that a box says, None where it says neither."""
    said = options.yes_no(value)
    if said and is_refusal(options.chosen(value)) and not shows_both(value):
        return False
    # "Vårdnadshavares underskrift: Kim Exempel": the name is the signature.
    signed = key == "guardian_consent" and " " in value.strip() and person_name(value) == value.strip()
    return True if said is None and signed else said


def one_line(key: str, value: str) -> str:
    """Return what a box for one line says: what is ticked, or the name below the kind of organisation that is."""
    said = options.ticked(value)
    upper, _, last = value.strip().rpartition("\n")
    if said is None:
        return value.strip()
    named = key == "organisation" and upper and options.ticked(last) is None
    return last.strip() if named else ", ".join(said)


def municipality(value: str) -> str:
    """Return the municipality as written, without the word for it."""
    said = options.chosen(value).split("\n")[0]
    return re.sub(r"\s+kommun$", "", said.strip(" ."), flags=re.I)
