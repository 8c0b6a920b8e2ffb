"""Hear that somebody may have a protected identity (OSL 21:3, folkbokföringslagen 16 §): then nothing may go by itself.

Believed too soon rather than too late: to wait for a person harms nobody. A plain no, the empty line of a form and what
somebody has worked with are no hint.
"""

import re

_LONGEST = 50_000
_HINT = re.compile(
    r"\bskydda(?:de|d|t|s) (?:person|adress|folkbok|identit|boende|uppgift)\w*|\bskyddspersonuppgifter\b|"
    r"\bsekretess[-\s]{0,3}(?:märk|mark|skydd)\w*|\bspärrmark\w*|\bkvarskriv(?:en|ning)\w*|"
    r"\bfingera(?:de|d|t) (?:person|identit|namn|uppgift)\w*|\bhemlig(?:a|t)? (?:adress|identit|bostad)\w*|"
    r"\bidentitetsskydd\w*|\bprotected (?:identity|address|personal)|"
    r"\b(?:lever|bor|flyttat|håller mig|gömd|gömmer mig) (?:\w+ ){0,3}"
    r"(?:gömd|undan (?:min|mitt|mina|honom|henne))",
    re.IGNORECASE,
)
# Before it on the line, or as the answer after it.
_DENIED = re.compile(r"\b(?:inte|inga|ingen|inget|ej|utan|aldrig|saknar|no)\b[^.!?\n]{0,30}$", re.IGNORECASE)
_NO = re.compile(
    r"[^.!?\n:]{0,40}(?:[?:]|\.{2,})\s{0,5}(?:nej\b|no\b|ej\b|inga?\b|[-–—]|\[ ?\]|☐|$|(?<=\n)[^\n:]{1,40}:)",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"\b(?:arbeta\w*|jobba\w*|volontär\w*|handläggare|utbild\w*|undervisa\w*|föreläs\w*|vi söker|söker personer)\b"
    r"[^.!?\n]{0,80}$",
    re.IGNORECASE,
)


def may_be_protected(text: str) -> bool:
    """Tell whether a resident's own text hints at a protected identity. Total."""
    text = " ".join(line.strip() + "\n" for line in text[:_LONGEST].splitlines())
    return any(not _is_denied(text, found) for found in _HINT.finditer(text))


def _is_denied(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 120) : found.start()]
    after = text[found.end() : found.end() + 80]
    return bool(_DENIED.search(before) or _WORK.search(before) or _NO.match(after))
