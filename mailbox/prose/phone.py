"""The number on which the writer of a letter is reached: their own before a switchboard's, none out of a disclaimer."""

import re
from collections.abc import Iterable, Sequence

from medverkan.mailbox.forms.values.phones import candidates, e164

_OWN_PHONE = re.compile(r"\b(?:mig|nås|direkt\w*|mobil\w*|säkrast|lättast|ring|personlig\w*|mitt|min|mob)\b", re.I)
_SHARED_PHONE = re.compile(
    r"växel|reception|expedition|kontaktcent|kundtjänst|kundcent|kontaktpunkt|sekreterar|\bfax|kansli|"
    r"servicecent|medborgar|jour|central|"
    r"vaktm|bokning|kollega|\bannars\b",
    re.I,
)


def phone_of(texts: Iterable[str], signature: Sequence[str]) -> str:
    """Return the writer's number: one they ask to be reached on, else a direct one; a shared one only alone."""
    best, most = "", -9
    for bonus, lines in ((1, texts), (0, signature)):
        for line in lines:
            if not any(c.isdigit() for c in line):
                continue
            for number, around in _numbers(line):
                score = bonus + 2 * bool(_OWN_PHONE.search(around)) - 6 * bool(_SHARED_PHONE.search(around))
                if score > most:
                    best, most = number, score
    return best


def _numbers(line: str) -> list[tuple[str, str]]:
    """Return the numbers of a line, each with the words before it."""
    found, at = [], 0
    for written in candidates(line):
        where = line.find(written, at)
        if number := e164(written):
            found.append((number, line[at:where]))
        at = where + len(written)
    # "070-… (växeln 08-…)": what stands right behind the last number may speak of it as well.
    if len(found) == 1 and found[0][1].strip() == "":
        found = [(found[0][0], line[at:][:40])]
    return found
