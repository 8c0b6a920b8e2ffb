"""Take a contact apart: name, phones and mail address that stand in one box."""

import re
from dataclasses import dataclass

from medverkan.mailbox.forms.values.names import person_name, split_name, turned
from medverkan.mailbox.forms.values.phones import candidates
from medverkan.mailbox.forms.values.written import EMAIL, mended_address

__all__ = ["Contact", "person_name", "split_contact", "split_name"]

_ADDRESS = re.compile(
    rf"\[?<?(?:mailto:)?{EMAIL}>?\]?(?:\(mailto:[^()\s]{{1,120}}\)|<mailto:[^<>\s]{{1,120}}>)?",
    re.I,
)
_WORDS = re.compile(
    r"\b(?:tfn|tel(?:efon)?|mobil|mob|e-?post|e-?mail|mejl|mail|växel|direkt(?:nummer)?|"
    r"ankn(?:ytning)?\.? ?\d{2,5})\b\.?\s*(?:nr|nummer)?\s*:?",
    re.I,
)

_TURN_TO = re.compile(
    r"\b(?:kontakta|ringa?|sök|mejla|nås (?:via|genom)|hör av (?:er|dig|er gärna) till|vänd (?:er|dig) till)\s+"
    r"(?P<who>(?-i:[A-ZÅÄÖ])[\w-]{1,25}(?: (?-i:[A-ZÅÄÖ])[\w-]{1,25}){0,2})",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Contact:
    """Name, phones as written, mail address; "" for what is not there."""

    name: str = ""
    phone_text: str = ""  # all that stands around the numbers too, for it tells which one is whose
    email: str = ""


def split_contact(text: str) -> Contact:
    """Return name, phone and mail address out of one text, in any order; a title after the name is left out."""
    text = mended_address(text[:600])
    found = _ADDRESS.search(text) if "@" in text else None
    email = found[1].lower().rstrip(".") if found else ""
    rest = around = _ADDRESS.sub("\n", text) if found else text
    phones = candidates(rest)
    for phone in phones:
        rest = rest.replace(phone, "\n")
    rest = _WORDS.sub("\n", rest)
    lines = [line.strip(" ,;/-–") for line in turned(rest).split("\n")]
    name = next((n for line in lines if (n := person_name(line))), "")
    if name and not any(c.isupper() for c in rest):
        name = next(
            (line for line in lines if re.fullmatch(r"[^\W\d_]{2,20}(?: [^\W\d_][\w-]{1,20}){1,2}", line)), name
        )
    return Contact(name, around if phones else "", email)


def somebody_else(text: str, name: str) -> str:
    """Return whom a text says to turn to, where that is not who it names first; "" where it is."""
    found = _TURN_TO.search(text[:600])
    return found["who"] if found and name and not set(found["who"].split()) & set(name.split()) else ""
