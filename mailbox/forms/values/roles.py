"""Bring the words in which people say a perspective into those that `options.perspectives` knows.

"Brukar- och närståendeperspektiv", "inte närstående utan patienter", "närstående till min far som är patient".
"""

import re

_MAY = re.compile(r"perspektiv|\bpat\b|\butan\b|\btill\b|[:?]|boende|caregiver", re.I)
_ROLE = r"(?:brukare?|patient|klient|närstående|anhörig)\w*"
# "Patient, brukare eller närstående: patient": the choices again, and then the answer.
_MENU = re.compile(rf"\s*{_ROLE}(?:\s*(?:,|/|\beller\b|\boch\b)\s*{_ROLE}){{1,3}}\s*[:?]\s*(?=\w)", re.I)
_JOINED = re.compile(r"\b(närstående|anhörig)(?:e|s)?-?perspektiv\w*", re.I)
_SHORT = re.compile(r"\bpat\b\.?", re.I)
_RATHER = re.compile(r"\b(?:inte|ej)\s+(?:\w+\s+){0,2}\w+\s*,?\s+utan\s+(?=\w)", re.I)
# Whose relative somebody is, as long as nothing says that they are somebody else too.
_RELATIVE_OF = re.compile(
    r"\b(?:närstående|anhörig\w*)\s+till\s+(?:(?!och\b|men\b|samt\b|själv\b|jag\b|eller\b)\w+\s+){0,6}"
    r"(?:patient|brukar|klient)\w*",
    re.I,
)
_CARER = re.compile(r"\bcaregivers?\b", re.I)
_LIVES_THERE = re.compile(r"\W*(?:de )?boende\b(?: (?:på|i|inom|hos)\b[^,.\n]*)?\W*", re.I)
_ALL = re.compile(
    r"\W*(?:gärna )?alla(?: (?:tre|3|perspektiv\w*|roller\w*|grupper\w*|ovanstående|ovan|går bra))*\W*", re.I
)


def in_plain_words(said: str) -> str:
    """Return a text with its perspectives in words that are known."""
    if not _MAY.search(said):
        return said
    said = _RATHER.sub(" ", _MENU.sub("", said, count=1))
    said = _SHORT.sub("patient", _JOINED.sub(r"\1", said))
    return _CARER.sub("anhörig", _RELATIVE_OF.sub("anhörig", said))


def of_all_or_none(said: str) -> str:
    """Return the roles that an answer means without naming any: "Alla", "Boende på särskilt boende"; "" for none."""
    if _ALL.fullmatch(said):
        return "brukare, patient, anhörig"
    return "brukare" if _LIVES_THERE.fullmatch(said) else ""
