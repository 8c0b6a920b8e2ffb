"""What a person consents to in a letter, clause by clause; a yes counts only where it is said to what.

A consent that is put off ("vill prata med er innan …") is neither yes nor no, and cancels a yes elsewhere in the
letter. In somebody else's registration only that person's words count, never the writer's.
"""

import re
from collections.abc import Iterator, Sequence

CONSENTS = re.compile(
    r"samtyck|godkänn|medge|personuppgift|\bokej\b|\bok\b|tillåt|\bfår (?:gärna )?(?:spara|registrera|använda)|"
    r"registrer|dataskydd|gdpr|hälsouppgift",
    re.I,
)
_AGREES = re.compile(
    r"\b(?:samtyck\w*|godkänn\w*|medge\w*|okej|ok|tillåter|går med på|ja\b|ger jag)|\bni får\b|"
    r"\bfår (?:ni )?(?:gärna )?(?:spara|registrera|använda)",
    re.I,
)
_HEALTH = re.compile(
    r"\bhälsa\w*|\bhälso(?:uppgift|data|tillstånd|information)|\bmatch(?:a|ar|as|at|ning|ningen)\b|\bdiagnos|\bsjukdom|"
    r"känsliga uppgifter|hitta (?:\w+ )?uppdrag|sök(?:a|er) bland",
    re.I,
)
_SMS = re.compile(r"\bsms|\bmess\b", re.I)
_MAIL = re.compile(r"\be-?post|\bmejl|\bmail", re.I)
_READ = re.compile(r"\b(?:läst|läste|tagit del|tog del|fått|gått igenom|informerad\w*)\b", re.I)
_NOTICE = re.compile(r"personuppgift|dataskydd|gdpr|integritet", re.I)
_NOT_READ = re.compile(r"\b(?:inte|ej|aldrig) (?:\w+ )?(?:läst|tagit|fått)|\bhar inte\b|\bska läsa\b|\bmuntlig", re.I)
_REFUSES = re.compile(r"\b(?:inte|ej|nej|avböjer)\b", re.I)
_POSTPONED = re.compile(
    r"\b(?:innan|fundera\w*|först|prata med er|inte bestämt|vet inte|ännu inte|inte än|senare|vänta\w*|osäker|"
    r"tveka\w*|kanske|eventuellt|fråga (?:mig|henne|honom)|återkommer|om ni|förutsatt|ifall|villkor|undra\w*)\b",
    re.I,
)
_WRITER_CONSENTS = re.compile(r"\bjag\b[^.!?]{0,20}\b(?:samtyck|godkänn)|\b(?:samtyck|godkänn)\w* jag\b", re.I)
_GUARDIAN = re.compile(r"\b(?:vårdnadshavar|förälder|målsman)", re.I)
_NEXT = re.compile(
    r";|\b(?:och|o|men|däremot)\b(?=\s+(?:(?:jag|hon|han|hen|vi|ni)\s+)?(?:samtyck|godkänn|har|tillåt|får|vill))", re.I
)


def consents_of(texts: Sequence[str], *, own: bool = True) -> dict[str, bool]:
    """Return the consents that sentences give or refuse; `own` where the writer is the one who registers."""
    given: dict[str, bool] = {}
    put_off: set[str] = set()
    for clause in _clauses(texts):
        if _NOTICE.search(clause) and _READ.search(clause) and not _NOT_READ.search(clause):
            given.setdefault("privacy_notice_read", True)
        key = _consent(clause)
        if not key or (not own and _WRITER_CONSENTS.search(clause)):
            continue
        if _POSTPONED.search(clause):
            put_off.add(key)
        else:
            given[key] = given.get(key, True) and not _REFUSES.search(clause)
    return {key: value for key, value in given.items() if key not in put_off}


def _clauses(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        if CONSENTS.search(text):
            yield from _NEXT.split(text)


def _consent(clause: str) -> str:
    """Return the consent that a clause gives, refuses or puts off; "" for none."""
    if not _AGREES.search(clause) or _GUARDIAN.search(clause):
        return ""
    if _HEALTH.search(clause):
        return "consent_matching"
    if _SMS.search(clause):
        return "consent_sms"
    return "consent_email" if _MAIL.search(clause) else ""
