"""Find in running text how many people a unit seeks, to hold it against the number in the form.

Only what says plainly that these people are sought counts: "vi söker fyra föräldrar", "fokusgrupp med 6 patienter",
"två personer testar". Who leads, listens or is there already is somebody else.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from medverkan.mailbox.forms.judging.spotting import spotted
from medverkan.mailbox.forms.values.numbers import NUMBER, as_int, people

MAX_TEXT = 20_000
_WHO = (
    r"(?:person|deltag|patient|brukar|närstå|anhörig|representant|medverkande|föräld|invånar|ungdom|kvinn|män\b|klient|"
    r"mamm|papp|syskon|familj|pensionär)\w*"
)
_COUNTED = rf"{NUMBER}(?:\s*(?:-|–|till|eller)\s*{NUMBER})?\s+(?:[a-zåäö]{{2,20}}\s+)?{_WHO}"
_SOUGHT = re.compile(
    r"\b(?:söker|behöver|önskar|efterfrågar|letar efter|söks|hitta|rekrytera|"
    r"vill (?:gärna )?(?:att|ha(?: med)?|träffa|intervjua|bjuda in|prata med|låta))\s+"
    r"(?:gärna\s+|ca\s+|cirka\s+|minst\s+|totalt\s+|nu\s+)?"
    rf"(?P<people>{_COUNTED}[^.!?\n]{{0,60}})",
    re.I,
)
_MET = re.compile(
    rf"\b(?:fokusgrupp(?:er)?|intervju(?:er)?|samtal|panel\w*|workshop|möten?)\s+med\s+(?P<people>{_COUNTED})", re.I
)
# Somebody at the head of a sentence who does something for the unit; the number before them is read by itself.
_ACTORS = (
    "personer", "deltagare", "patienter", "brukare", "närstående", "anhöriga", "föräldrar", "medverkande", "ungdomar",
)  # fmt: skip
_ACTING = re.compile(
    rf"(?P<who>{'|'.join(_ACTORS)})\s+(?:som\s+)?(?!har\b|är\b|leder\b|redan\b|i\b|på\b|från\b|ur\b|av\b|per\b|åt\b)"
    r"(?:ska|får|\w{2,20}(?:ar|er|as|es))\b(?![^.!?\n]{0,40}\bredan\b)",
    re.I,
)
_AT_HEAD = re.compile(rf"[.!?\n][ \t]{{0,3}}(?P<number>{NUMBER}\s+)$", re.I)
_LONGEST_NUMBER = 40
_WANTED = re.compile(rf"^(?P<people>{NUMBER}\s+(?:[a-zåäö]{{2,20}}\s+)?{_WHO})\s+(?:till|sökes|söks|för|som)\b", re.I)

# "De fyra som medverkar träffar oss tre gånger."
_THOSE = re.compile(rf"\b(?:de|dessa|alla) (?P<people>{NUMBER}) som (?:medverkar|deltar|är med|söks)\b", re.I)

# "6–8 deltagare, varav 3 från er"
_OF_WHOM = re.compile(rf"\b(?:varav|därav|av vilka|av dem)\s+({NUMBER})\b", re.I)
_BEGINNINGS = (
    (_SOUGHT, ("söker", "behöver", "önskar", "efterfrågar", "letar efter", "söks", "hitta", "rekrytera", "vill")),
    (_THOSE, ("de ", "dessa ", "alla ")),
    (_MET, ("fokusgrupp", "intervju", "samtal", "panel", "workshop", "möte")),
)


def headcount_questions(text: str, title: str, fields: Mapping[str, Any]) -> list[str]:
    """Ask where a text seeks another number of people than the form says; [] where they agree."""
    wanted = fields.get("people_wanted")
    if not isinstance(wanted, int):
        return []
    text = f"\n{text[:MAX_TEXT]}"
    found = [match["people"] for pattern, words in _BEGINNINGS for match in spotted(pattern, words, text)]
    found += _acting(text)
    found += [match["people"] for match in (_WANTED.match(title.strip()),) if match]
    spans = [span for said in found if (span := people(said))]
    if any(as_int(part) == wanted for part in _OF_WHOM.findall(text)):
        return []
    if not spans or any(low <= wanted <= high for low, high in spans):
        return []
    low, high = spans[0]
    said = f"{low}–{high}" if high != low else str(low)
    return [f"Antal personer är {wanted}, men i texten står {said}. Hur många personer söker ni?"]


def _acting(text: str) -> Iterator[str]:
    """Yield who, with their number, does something at the head of a sentence."""
    for match in spotted(_ACTING, _ACTORS, text):
        before = text[max(0, match.start() - _LONGEST_NUMBER) : match.start()]
        if head := _AT_HEAD.search(before):
            yield head["number"] + match["who"]
