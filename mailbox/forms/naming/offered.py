"""What the options of a question say about the question itself: "☐ Patient ☒ Brukare" asks for the perspective.

Whatever a form calls the question, its options are in words that every form shares.
"""

import re

from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED
from medverkan.mailbox.forms.naming.consents import consent_key
from medverkan.mailbox.forms.naming.suits import is_activity
from medverkan.mailbox.forms.values import options
from medverkan.mailbox.values import Kind

MAX_OPTIONS = 20
_OPTION = re.compile(f"[{TICKED}{UNTICKED}]")
_LIST = re.compile(r"[;,\n|]| och ")
_SHARE = 0.6
_WORDS = 4
_SHORT = 60
_ONLY_PERSPECTIVES = re.compile(
    r"(?:(?:en|ett|flera|egna?|gärna|både|samt|och|eller|brukare|brukarna|patient|patienter|närstående|närståenden|"
    r"anhörig|anhöriga|klient|klienter)\b[ ,;/&.\n]*){1,12}$",
    re.IGNORECASE,
)

_ONLY_CHANNEL = re.compile(
    r"(?:helst |gärna |via |på |per )?(?:sms|telefon|mobil|e-?post|mejl|mail|brev|telefonsamtal|ringa?(?: mig)?)[.!]?$",
    re.IGNORECASE,
)


def asked_by_options(value: str, kind: Kind) -> str:
    """Return the field whose options stand in a value, ticked or not; "" where there are none or they say nothing."""
    if UNTICKED not in value and TICKED not in value:
        return ""
    said = [one for part in _OPTION.split(value[:2000])[:MAX_OPTIONS] if (one := " ".join(part.split()).strip(" ,;.:"))]
    if len(said) < 2:
        return ""
    least = max(2, round(_SHARE * len(said)))
    if sum(bool(options.perspectives(one)) and len(one.split()) <= _WORDS for one in said) >= least:
        return "perspectives"
    if sum(one.casefold() in options.FOCUS_AREAS or len(_areas(one)) == 1 for one in said) >= max(3, least):
        return "focus_areas"
    if kind is Kind.REQUEST and sum(options.is_bare_format(one) for one in said) >= least:
        return "format"
    if kind is Kind.REGISTRATION and sum(_is_channel(one) for one in said) >= least:
        return "contact_preference"
    return ""


def asked_by_activities(value: str, kind: Kind) -> str:
    """Return the field of what people take part in, where a value lists nothing else; "" for any other value."""
    boxed = UNTICKED in value or TICKED in value
    parts = (_OPTION if boxed else _LIST).split(value[:1000])[:MAX_OPTIONS]
    said = [one for part in parts if (one := " ".join(part.split()).strip(" ,;.:"))]
    if len(said) < 2 or 2 * sum(map(is_activity, said)) <= len(said):
        return ""
    return "activities" if kind is Kind.REGISTRATION else "activity"


def asks_for_consents(value: str, kind: Kind) -> bool:
    """Tell whether every option in a value gives a consent: "☐ Ni får skicka sms ☒ Ni får skicka e-post"."""
    if kind is not Kind.REGISTRATION or (UNTICKED not in value and TICKED not in value):
        return False
    said = [part.strip() for part in _OPTION.split(value[:2000])[:MAX_OPTIONS] if part.strip()]
    return len(said) >= 2 and all(consent_key(one) for one in said)


def is_perspective_alone(value: str) -> bool:
    """Tell whether a value names perspectives and nothing else: "Patient och närstående"."""
    if "(" in value and len(value) <= _SHORT:
        return options.is_bare_perspective(value)
    return bool(_ONLY_PERSPECTIVES.match(value.strip()[:200])) and bool(options.perspectives(value))


def is_channel_alone(value: str) -> bool:
    """Tell whether a value is a way to be reached and nothing else: "Sms", "Ring mig gärna"."""
    return bool(_ONLY_CHANNEL.match(value.strip()))


def _areas(option: str) -> list[str]:
    found = options.focus_areas(option) if len(option.split()) <= _WORDS else []
    return [area for area in found if area in options.FOCUS_AREAS]


def _is_channel(option: str) -> bool:
    return len(option.split()) <= _WORDS and bool(options.channel(option))
