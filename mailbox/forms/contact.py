"""Take a contact apart: name, phone and mail address that stand in one box; first name and last name in one."""

import re
from dataclasses import dataclass

from medverkan.mailbox.forms.phones import candidates

_EMAIL = re.compile(
    r"<?(?:mailto:)?([A-Za-z0-9_+&'-][A-Za-z0-9._+&'-]{0,80}@[A-Za-zÅÄÖåäö0-9-]{1,60}(?:\.[A-Za-z0-9-]{1,60}){1,5})>?"
)
_WORDS = re.compile(
    r"\b(?:tfn|tel(?:efon)?|mobil|mob|e-?post|e-?mail|mejl|mail|namn|växel|direkt)\b\.?\s*(?:nr)?\s*:?", re.I
)
_NAME = re.compile(r"[A-ZÅÄÖÉÜÆØa-zåäöéü][\w’'´.-]*")
_PARTICLES = frozenset(
    ("von", "af", "de", "van", "der", "la", "le", "el", "al", "ten", "di", "da", "bin", "ibn", "den")
)


@dataclass(frozen=True, slots=True)
class Contact:
    """Name, phone as written, mail address; "" for what is not there."""

    name: str = ""
    phone_text: str = ""
    email: str = ""


def split_contact(text: str) -> Contact:
    """Return name, phone and mail address out of one text, in any order; a title after the name is left out."""
    text = text[:600]
    found = _EMAIL.search(text)
    email = found[1].lower().rstrip(".") if found else ""
    rest = _EMAIL.sub("\n", text)
    phones = candidates(rest)
    for phone in phones:
        rest = rest.replace(phone, "\n")
    rest = _WORDS.sub("\n", rest)
    name = next((n for line in rest.split("\n") if (n := person_name(line))), "")
    return Contact(name, phones[0] if phones else "", email)


def person_name(text: str) -> str:
    """Return the name that a line begins with, without title, brackets or role; "" for none."""
    text = re.split(r"[,;(/|–]| - ", text.strip(" ,;:-–."))[0].strip()
    words = text.split()
    kept: list[str] = []
    for at, word in enumerate(words[:9]):
        joins = word in {"och", "&"} and kept and at + 1 < len(words) and words[at + 1][0].isupper()
        if not joins and (not _NAME.fullmatch(word) or (kept and word[0].islower() and word not in _PARTICLES)):
            break
        kept.append(word)
    return " ".join(kept)


def split_name(text: str) -> tuple[str, str]:
    """Return first and last name; "Ek, Anna" is turned round, and particles belong to the last name."""
    text = " ".join(text.split()).strip(" ,.")
    if re.fullmatch(r"[^,]{2,40}, ?[^,\d]{2,40}", text):
        last, _, first = text.partition(",")
        if len(last.split()) == 1 and first.strip()[:1].isupper():
            return first.strip(), last.strip()
    words = text.split(",")[0].split("(")[0].split()
    if len(words) < 2:
        return (words[0] if words else ""), ""
    cut = len(words) - 1
    while cut > 1 and words[cut - 1].casefold() in _PARTICLES:
        cut -= 1
    return " ".join(words[:cut]), " ".join(words[cut:])
