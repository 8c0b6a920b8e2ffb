"""Values that one box gives by itself, whatever stands in the others."""

import re
from datetime import date
from typing import Any

from medverkan.mailbox.forms.naming.consents import is_refusal
from medverkan.mailbox.forms.values import born, options
from medverkan.mailbox.forms.values.both_answers import shows_both
from medverkan.mailbox.forms.values.contact import person_name
from medverkan.mailbox.values import Evidence

_TWO_FIGURES = 2
# When a machine took the form in; nobody writes a time so.
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(:\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$")
TWO_OR_THREE = re.compile(r"\d{2,3}$")
POSTCODE = re.compile(r"\d{3} ?\d\d [A-ZÅÄÖ]")
PERSONAL_NUMBER = re.compile(r"(?:19|20)?\d{6}[-+ ]?(?:\d{4}|[xX*]{4})?$")


# "Flyttar till Borgholm i vår, nu Nybro"
_LIVES_NOW = re.compile(
    r"\b(?:nu|idag|i dag|just nu|för närvarande|fortfarande)"
    r"(?: (?:bor jag|bor|i|är det)){0,2} (?P<now>(?-i:[A-ZÅÄÖ])[\w-]+)",
    re.I,
)
_NO_MUNICIPALITY = re.compile(
    r"[\w ]{0,20}\blän(?:et)?|"
    r"(?:i |hela )?(?:småland|öland|blekinge|östergötland|skåne|sverige|norden|landet|utlandet)|"
    r"(?:utanför|utom|annat|annan)\b.{0,30}",
    re.I,
)
_OF_NOTHING = frozenset(("associations", "unwilling"))
_NOTHING = re.compile(r"(?:nej|nä|inga?|inget|ingen|ingenting|no|none)(?: tack| alls)?", re.I)


def tells_nothing(key: str, value: object) -> bool:
    """Tell whether an answer says only that there is nothing to tell: "Är du med i någon förening?", "Nej"."""
    return key in _OF_NOTHING and bool(_NOTHING.fullmatch(str(value).strip(" .!")))


def complete(fields: dict[str, Any], evidence: dict[str, Evidence]) -> None:
    """Fill in what a registration says in the box of something else: its town, and its experience of care."""
    town, care = str(fields.get("postal_address", "")), evidence.get("care_met")
    if "municipality" not in fields and re.fullmatch(r"[^\W\d]+", town):
        fields["municipality"], evidence["municipality"] = town, evidence["postal_address"]
        del fields["postal_address"], evidence["postal_address"]
    if "experience" not in fields and care and "erfarenhet" in care.label.casefold():
        fields["experience"], evidence["experience"] = fields["care_met"], care


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


def birth_year(asked: str, value: str, today: date | None) -> int | None:
    """Return the year of birth; None for two figures below "Ålder/födelseår", which may be either."""
    either = "ålder" in asked.casefold() and len(value) <= _TWO_FIGURES and value.isdecimal()
    return None if either else born.birth_year(value, today.year if today else None)


def municipality(value: str) -> str:
    """Return the municipality as written, without the word for it; "" for a county and all else that is none."""
    said = options.chosen(value).split("\n")[0]
    if "flytt" in said.casefold() and (now := _LIVES_NOW.search(said)):
        said = now["now"]
    if _NO_MUNICIPALITY.fullmatch(said.strip(" .")):
        return ""
    return re.sub(r"\s+kommun$", "", said.strip(" ."), flags=re.I)
