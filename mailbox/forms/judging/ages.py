"""A stated age under 18 where no year of birth is given: nobody may pass for an adult because a box asks for years.

Only what the person says of themselves counts: "mamma till en son, 15 år" is an adult. Of adults no age is read, since
it does not tell the year of birth.
"""

import re

ADULT = 18
_MAX_TEXT = 12_000
_NUMBERS = {
    "ettan": 1, "tvåan": 2, "trean": 3, "fyran": 4, "femman": 5, "sexan": 6, "sjuan": 7, "åttan": 8, "nian": 9,
}  # fmt: skip
_STARTS_SCHOOL_AT = 7
_BOX = re.compile(
    r"^\W{0,6}(?:min |barnets |din |ungdomens )?(?:ålder|födelseår|född|age)\b[^\d\n]{0,30}?\n?[^\d\n]{0,10}"
    r"(\d{1,2})(?!\d)[ \t]*(?:år|$)",
    re.IGNORECASE | re.MULTILINE,
)
_CLAUSE = re.compile(r"[^.!?\n]{1,300}")
_OWN = re.compile(r"\bjag\b", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"\b(?:son|sons|dotter|dotters|barn|barnet|bror|syster|syskon|hon|han|elev\w*|ungdom\w*)\b", re.I
)
_IS = re.compile(r"(?:\b(?:är|fyller|blir|e)|,)\s+(?:bara |snart |nu )?(\d{1,2})\s?(?:år|bast)\b(?! sedan| sen)", re.I)
_GRADE = re.compile(
    r"\b(?:går|läser)\s+(?:nu |just nu )?i\s+(?:årskurs |åk\.? ?|klass )?"
    r"(ettan|tvåan|trean|fyran|femman|sexan|sjuan|åttan|nian|[1-9])(?!\d)\b(?! på gymnasiet)",
    re.IGNORECASE,
)


def stated_minor_age(text: str) -> int | None:
    """Return the age under 18 that a registration states of the one who registers, None where it states none."""
    text = text[:_MAX_TEXT]
    ages = [int(found[1]) for found in _BOX.finditer(text)]
    for clause in _CLAUSE.findall(text):
        if not _OWN.search(clause) or _SOMEBODY.search(clause):
            continue
        ages += [int(found[1]) for found in _IS.finditer(clause)]
        ages += [_STARTS_SCHOOL_AT + _grade(found[1]) for found in _GRADE.finditer(clause)]
    return next((age for age in ages if 5 <= age < ADULT), None)


def _grade(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.casefold()]
