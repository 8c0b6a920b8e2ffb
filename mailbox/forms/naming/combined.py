"""Read a label that asks for several things at once: "Kontaktperson, tel, e-post", "Datum/tid/plats", "Mejl/tel".

Every part must itself be a label. What several fields are read from is one of the combinations below; `normalise`
knows how to take their values apart.
"""

import re
from collections.abc import Callable

# "Syfte och mål med uppdraget": the assignment is no part of its own.
_SPLIT = re.compile(
    r"[,/&+;()\n]|\boch\b|\bsamt\b|\beller\b|\balternativt\b|\band\b|"
    r"\s+(?:med|för|i) (?:uppdraget|medverkan|mötet|projektet|träffen|arbetet|insatsen)\??$|\bmed\b(?= ?\w)| - |\? "
)
MAX_PARTS = 5
# What a box may ask for of one person; `personal` tells the answers apart by their looks.
PERSONAL = frozenset(("_name", "birth_year", "municipality", "postal_address", "_postcode", "phone", "email"))
TITLE = "_title"
_APART = ("_first_name", "_last_name")
_CONTACT = frozenset(
    ("contact_name", "contact_phone", "contact_email", "_name", "phone", "email", "_contact", TITLE, *_APART)
)
_TIMES = frozenset(
    ("when_text", "_date", "_time", "_extent", "_time_end", "_date_end", "occasions", "minutes_per_occasion")
)
_LENGTHS = frozenset(("_extent", "occasions", "minutes_per_occasion"))
# Fields that one text answers together: what is said stands under the first and nothing is lost that is required.
_TOGETHER: tuple[tuple[frozenset[str], str, tuple[str, ...]], ...] = (
    (frozenset(("municipality", "postal_address")), "postal_address", ("municipality",)),
    (frozenset(("_postcode", "postal_address")), "postal_address", ()),
    (frozenset(("_postcode", "postal_address", "municipality")), "postal_address", ("municipality",)),
    (frozenset(("place", "format")), "place", ()),
    (frozenset(("first_name", "last_name")), "_name", ()),
    (frozenset(("_name", "first_name", "last_name")), "_name", ()),
    (frozenset(("guardian_name", "guardian_phone")), "guardian_name", ()),
    (frozenset(("guardian_name", "phone")), "guardian_name", ()),
    (frozenset(("guardian_name", "_name")), "guardian_name", ()),
    (frozenset(("guardian_name", "guardian_phone", "phone")), "guardian_name", ()),
    (frozenset(("consent_sms", "consent_email")), "consent_sms", ("consent_email",)),
)
# What one text may answer at once, the fullest first: each of them is read from all of it.
_FULLEST = ("description", "experience", "purpose", "expectations", "activity", "people_wanted", "perspectives")
OF_ONE_TEXT = frozenset(_FULLEST)


def pieces_of(text: str) -> list[str]:
    """Return the parts of a label that its commas, slashes and "och" leave, fewer than two where there are none."""
    pieces = [piece.strip(" :*–-") for piece in _SPLIT.split(text.casefold()[:300])]
    return [piece for piece in pieces if piece]


def combined(pieces: list[str], key_of: Callable[[str], str]) -> tuple[str, tuple[str, ...]] | None:
    """Return the key and the further keys that all parts together ask for; None where they are no combination."""
    if not 2 <= len(pieces) <= MAX_PARTS:
        return None
    keys = tuple(dict.fromkeys(key_of(piece) for piece in pieces))
    if "" in keys:
        return None
    return of_keys(keys)


def of_keys(keys: tuple[str, ...]) -> tuple[str, tuple[str, ...]] | None:
    """Return the key and further keys of a combination of different fields; None where it is none that is read."""
    asked = frozenset(keys)
    if len(keys) == 1:
        return (keys[0], ()) if keys[0] != TITLE else None
    if asked == set(_APART):
        return "contact_name", ()
    if asked <= _CONTACT:
        rest = tuple(key for key in keys if not key.startswith("_c") and key != TITLE)
        return ("_contact", rest) if rest else None
    if asked <= _LENGTHS:
        return "_extent", ()
    if asked <= _TIMES:
        return "when_text", ()
    if "place" in asked and asked <= _TIMES | {"place"}:
        return "when_text", ("place",)
    if asked == {"unit", "organisation"}:
        return keys[0], (keys[1],)
    if asked <= OF_ONE_TEXT:
        one, *others = [key for key in _FULLEST if key in asked]
        return one, tuple(others)
    together = next(((key, extra) for fields, key, extra in _TOGETHER if asked == fields), None)
    if together is None and asked <= PERSONAL:
        together = keys[0], keys[1:]
    return together
