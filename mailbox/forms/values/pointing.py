"""Follow what only points at another box of the same form: "samma som ovan", "se beskrivningen", "-"-", "dito".

What is pointed at stands in for it only where the two boxes ask for things that can be one and the same text; anywhere
else nothing was said, and it is missing. The words themselves are never a value.
"""

import re
from collections.abc import Mapping, Sequence

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.labels import label_of_text
from medverkan.mailbox.forms.naming.registry import field
from medverkan.mailbox.values import Kind

_LONGEST = 70
_ABOVE = (
    r"(?:ovan(?:stående|för)?|ovan i (?:formuläret|blanketten)|föregående(?: (?:svar|fråga|ruta))?|"
    r"(?:svaret|frågan|rutan|raden) (?:ovan|innan|före))"
)
_POINTS_UP = re.compile(
    rf"(?:(?:samma|detsamma)(?: (?:svar|text|uppgift(?:er)?|nummer|adress|sak|gäller))?(?: (?:som )?{_ABOVE})?|"
    rf"(?:se|enligt|som|se svar|jfr|jämför|framgår|besvarat|står) {_ABOVE}|ovan(?:stående)?|dito|d:o|do|idem|likaså|"
    r"s\.? ?o\.?|see above|same as above|same|ditto)",
    re.I,
)
_DITTO_MARK = re.compile(r"[-–—~ ]{0,6}(?:[\"”“„″〃]|''|´´|’’|,,)[-–—~ ]{0,6}")
_POINTS_ELSEWHERE = re.compile(
    r"(?:se|enligt|framgår av) (?:nedan(?:stående|för)?|nästa (?:sida|fråga|ruta|svar)|baksidan)", re.I
)
_NAMES_A_BOX = re.compile(
    r"(?:se|enligt|samma som|framgår av|står (?:i|under))(?: under| i| svaret på)? "
    r"[”\"']?(?P<label>[\wåäö/ -]{3,40}?)[”\"']?(?: ovan| nedan)?",
    re.I,
)
# Whose text can also be the answer to the other; consents are never among them.
_ALSO_ANSWERS: Mapping[str, frozenset[str]] = {
    "description": frozenset(("title", "purpose")),
    "purpose": frozenset(("description",)),
    "expectations": frozenset(("description", "experience")),
    "experience": frozenset(("description", "expectations", "care_met")),
    "care_met": frozenset(("experience",)),
    "accessibility": frozenset(("personal_support",)),
    "personal_support": frozenset(("accessibility",)),
}
# Of these there is only one thing that "the same" can be, wherever in the form it stands.
_BY_TYPE = frozenset((Type.PHONE, Type.EMAIL))


def followed(entries: Sequence[Entry], kind: Kind) -> list[Entry]:
    """Return the entries without those that only point; what they point at takes their place where that is safe."""
    kept: list[Entry] = []
    for entry in entries:
        value = " ".join(entry.value.split()).strip(" .:()") if len(entry.value) <= _LONGEST else ""
        up = bool(value) and bool(_POINTS_UP.fullmatch(value) or _DITTO_MARK.fullmatch(value))
        named = "" if up or not value else _named(value, kind)
        if not up and named in ("", entry.key) and not _POINTS_ELSEWHERE.fullmatch(value):
            kept.append(entry)
            continue
        found = _above(entry, kept, kind) if up else _boxed(entry, named, entries)
        if found:
            kept.append(entry._replace(value=found))
    return kept


def _named(value: str, kind: Kind) -> str:
    """Return the key of the box that a pointer names, "" where it names none."""
    found = _NAMES_A_BOX.fullmatch(value)
    if not found:
        return ""
    for said in (found["label"], re.sub(r"(?:en|n|et|t)$", "", found["label"])):
        label = label_of_text(said, kind)
        if label and not label.key.startswith("_"):
            return label.key
    return ""


def _above(entry: Entry, kept: Sequence[Entry], kind: Kind) -> str:
    asked = field(kind, entry.key)
    if asked and asked.type in _BY_TYPE:
        alike = {one.value for one in kept if (other := field(kind, one.key)) and other.type is asked.type}
        return alike.pop() if len(alike) == 1 else ""
    before = next((one for one in reversed(kept) if one.value.strip()), None)
    safe = before and (before.key == entry.key or before.key in _ALSO_ANSWERS.get(entry.key, ()))
    return before.value if before and safe else ""


def _boxed(entry: Entry, named: str, entries: Sequence[Entry]) -> str:
    if named not in _ALSO_ANSWERS.get(entry.key, ()):
        return ""
    return next((one.value for one in entries if one.key == named and one is not entry), "")
