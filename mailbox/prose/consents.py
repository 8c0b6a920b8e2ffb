"""What a person consents to in a letter, clause by clause; a yes counts only where it is said to what.

A consent that is put off ("vill prata med er innan …") is neither yes nor no, and cancels a yes elsewhere in the
letter; a plain no for now ("samtycker inte … innan") is a no. In somebody else's registration only that person's words
count, never the writer's – but for a guardian's, where they name the child.
"""

import re
from collections.abc import Iterator, Sequence

from medverkan.mailbox.forms.values.elsewhere import Said, conditions_elsewhere, limits_the_way
from medverkan.mailbox.forms.values.stating import is_own, is_put_off, is_taken_back
from medverkan.mailbox.prose.lives import speaks_of_disability, speaks_of_illness

_CONSENTS = re.compile(
    r"samtyck|säger (?:jag )?(?:nej|ja) till att|\blägger in\b|sagt ja till att|"
    r"uppgiftshantering|uppgifterna (?:hanteras|behandlas)|godkänn|medge|personup+gift|"
    r"tillåt|"
    r"\bni får (?:\w+ )?(?:spara|registrera|använda|skriva in|skriva upp|ha|matcha)\b|"
    r"\b(?:okej|ok) (?:\w+ ){0,2}?(?:att|med|till)\b|"
    r"\bfår (?:ni )?(?:gärna )?(?:spara|registrera|använda|lägga in|ha kvar|matcha)|\bgår med på\b|\bmed på att ni\b|"
    r"registrer|dataskydd|gdpr|hälsouppgift",
    re.I,
)
# A yes of one's own: "läst om samtycke" and "det krävs samtycke" are none.
_YES = re.compile(
    r"\b(?:samtyck(?:er|te|t)|går jag med på|vill (?:härmed )?samtycka|godkänn(?:er|t)|medger|okej|ok|tillåter|"
    r"går med på|"
    r"(?:är )?med på att|ger jag|lämnar jag)\b|"
    r"\b(?:mitt|sitt|vårt|hans|hennes) (?:\w+ )?(?:samtycke|medgivande|godkännande|tillstånd)\b|\bmin tillåtelse\b|"
    r"\b(?:ge|ger|gav|lämna|lämnar|lämnade) (?:\w+ ){0,3}?(?:samtycke|medgivande|godkännande)\b|"
    r"^\W*(?:\w+ )?samtycken?\b(?! (?:krävs|lämnar|ger|får))|\bja,? (?:till|ni)\b|\bsäger ja\b|"
    r"\bgår bra att ni (?:spara|registrera|använd|match)",
    re.I,
)
_MAY = re.compile(r"\bni får\b|\bfår (?:ni )?(?:gärna )?(?:spara|registrera|använda|lägga in)", re.I)
# What is done with what is known: without it a yes near an illness is no consent to anything.
_ACT = re.compile(
    r"\b(?:o?registrer\w*|spar(?:a|ar|as)|lagr(?:a|ar|as)|använd\w*|match\w*|sök(?:a|er|s|ning\w*)|letar?|"
    r"hantera\w*|"
    r"behandl(?:a|ar|as|ing)|(?:skriva|skriver|skrivs) (?:in|upp)|(?:lägga|lägger|läggs) in|(?:föra|för|förs) in|"
    r"förekommer|"
    r"(?:finns|finnas|står?|stå|vara|är|ha|har) (?:\w+ ){0,4}?"
    r"i (?:ert |er )?(?:register|registret|bank|banken|intressebanken)|registret)\b",
    re.I,
)
_HEALTH = re.compile(
    r"\bhälsa\w*|\bhälso(?:uppgift|data|tillstånd|information)|\bmatch(?:a|ar|as|at|ad|ade|ning|ningen)\b|\bdiagnos|"
    r"\bsjukdom|"
    r"känsliga uppgifter|\bhitta (?:\w+ ){0,2}?uppdrag|\bsök(?:a|er) (?:bland|på d)|"
    r"\bletar? (?:bland|i registret|(?:\w+ )?uppdrag)|"
    r"\b(?:när|då) (?:ni|någon|en verksamhet) (?:söker|letar|behöver)\b",
    re.I,
)
_WHEN_SOUGHT = re.compile(r"\b(?:när|då) (?:ni|någon|en verksamhet) (?:söker|letar|behöver)\b", re.I)
# "Ni får ringa mig om matchning": told of, and not done.
_TOLD_OF = re.compile(r"\b(?:ring(?:a|er)?|kontakta[rs]?|höra? av)\b[^.,;]{0,60}?\bom\b[^.,;]*", re.I)
_TOLD = re.compile(
    r"\b(?:uppgift\w*|information\w*|det jag (?:har )?(?:skrivit|berättat|skriver|berättar)|"
    r"(?:skriva|skriver) in att|(?:sparar?|registrerar?) att)\b",
    re.I,
)
_SMS = re.compile(r"\bsms|\bmess", re.I)
_MAIL = re.compile(r"\be-?post|\bmejl|\bmail", re.I)
_READ = re.compile(
    r"\b(?:läst|läste|tagit del|tog del|fått|gått igenom|gick igenom|informerad\w*|kollat|införstådd\w*|"
    r"studerat|ögnat igenom|satt mig in i|tittat (?:på|igenom)|(?:fått|fick) uppläs\w+|genomläst|"
    r"känner till)\b",
    re.I,
)
_NOTICE = re.compile(
    r"personup+gift|uppgiftshantering|dataskydd|gdpr|integritet|\b(?:hur|vad) ni (?:\w+ )?(?:hanterar|behandlar|"
    r"gör med|sparar)\b|"
    r"\bhur (?:mina |era |våra )?uppgifter(?:na)? (?:hanteras|behandlas|sparas|används)\b",
    re.I,
)
# "Han har läst informationen och säger att det är okej att ni sparar …": which, stands behind.
_INFORMED = re.compile(
    r"\bläst (?:igenom )?(?:er |all )?information(?:en)?\b(?=[^.!?]{0,90}\b(?:\w*uppgift|samtyck|sparar?|"
    r"registr))",
    re.I,
)
_HEADING = re.compile(
    r"^\W*(?:\w+ ){0,3}(?:\w*personup+gift\w*|gdpr|dataskydd\w*|integritet\w*)(?: \w+){0,2}\W*$", re.I
)
_READ_IT = re.compile(r"\b(?:jag|vi) har läst\b|\bhar jag läst\b", re.I)
_NOT_READ = re.compile(
    r"\b(?:inte|ej|aldrig|ingen|inget) (?:\w+ )?(?:läst|läsa|tagit|fått|hunnit|förstått|förstår|information\w*)|"
    r"\bhar inte\b|\bnej\b|\bska läsa\b|\bmuntlig|\bundrar\b|\b(?:vill|skulle) (?:\w+ )?veta\b|\bläst in\b",
    re.I,
)
# Whoever has read it for somebody else: "Min dotter har läst …", "… har min man läst", "Har ni läst …".
_READ_BY_OTHERS = re.compile(
    r"(?<!jag och )\b(?:min|mitt|vår|vårt|mina|hennes|hans) (?:\w+ )?\w+ (?:har |hade )?(?:redan |också )?"
    r"(?:läst|läste|tagit del|gått igenom|fått)\b(?! jag)|\b(?:hon|han|hen|de|någon|ingen|ni|man) (?:har )?"
    r"(?:läst|läste|tagit del|gått igenom)\b|\bläst\b[^.!?]{0,60}\båt mig\b",
    re.I,
)
_REFUSES = re.compile(r"\b(?:inte|ej|nej|avböjer)\b", re.I)
_REFUSES_NOW = re.compile(
    r"\b(?:samtycker|godkänner|tillåter|medger)(?: jag)?(?: (?!till|att)\w+)? (?:inte|"
    r"ej) ",
    re.I,
)
_NOT_YET = re.compile(r"\b(?:ännu|än|riktigt|säker)\b", re.I)
_POSTPONED = re.compile(
    r"\b(?:innan|fundera\w*|först|prata med er|inte bestämt|vet inte|ännu inte|inte än|senare|vänta\w*|osäker|"
    r"tveka\w*|kanske|eventuellt|fråga (?:mig|henne|honom)|återkommer|"
    r"om (?:ni|jag)|bara om|så länge|tänka mig att (?:samtycka|godkänna|ge|lämna)|"
    r"förutsatt|ifall|villkor|undra\w*|men (?:bara|endast|enbart|inte (?:för|hos|inom|när))|fast (?:bara|inte)|"
    r"med undantag|såvida)\b",
    re.I,
)
_WRITER_CONSENTS = re.compile(r"\bjag\b[^.!?]{0,20}\b(?:samtyck|godkänn)|\b(?:samtyck|godkänn)\w* jag\b", re.I)
_OTHERS_CONSENT = re.compile(r"\b(?:min|vår|mitt|hon|han)(?: \w+){0,2} (?:samtycker|godkänner|ger)\b", re.I)
_GUARDIAN = re.compile(r"\b(?:vårdnadshavar|förälder|föräldrar|målsman)", re.I)
_NEXT = re.compile(
    r";|\b(?:och|o|men|däremot)\b(?=\s+(?:(?:jag|hon|han|hen|vi|ni)\s+)?(?:samtyck|godkänn|har|tillåt|får|"
    r"vill))",
    re.I,
)
# "… samtycker till att …, och till att ni skickar sms": the verb is said once.
_GOES_ON = re.compile(
    r",?\s+(?:och|men|samt|liksom)\s+(?=(?:även |också |inte |däremot inte )?(?:till\b|att ni\b))", re.I
)
_NO_SMS = re.compile(
    r"\b(?:sms vill jag (?:\w+ )?inte ha|sms undanbedes|inga (?:fler )?sms|"
    r"inte ha (?:några )?sms|(?:slipp(?:a|er)|undvik) sms|skicka inte (?:några )?sms|"
    r"inte att ni (?:skickar (?:några )?sms|sms:?ar)|sms(?:a|:a)? (?:inte|ej)|inte sms:?a)\b",
    re.I,
)
_ABOUT_ASSIGNMENTS = re.compile(
    r"\bni får (?:gärna |även |också )?(?:mejla|maila|smsa|sms:a|skicka (?:mejl|mail|e-?post|sms))\b"
    r"[^.!?@\d]{0,30}?\b(?:uppdrag|förslag|påminn\w+|förfråg\w+|träffar)\b",
    re.I,
)


def is_consent(text: str) -> bool:
    """Tell whether a sentence is about consent or personal data, and so about nothing else."""
    return bool(_CONSENTS.search(text))


def consents_of(texts: Sequence[str], *, own: bool = True, child: re.Pattern[str] | None = None) -> dict[str, bool]:
    """Return the consents that sentences give or refuse.

    `own` where the writer is the one who registers; `child` finds the child in the words of its guardian.
    """
    given: dict[str, bool] = {}
    put_off: set[str] = set()
    for before, text in zip(("", *texts), texts, strict=False):
        given |= _in_passing(text) if own else {}
        # "Personuppgifter ja. Jag har läst informationen": what was read stands before.
        if _HEADING.match(before) and _READ_IT.search(text) and not _NOT_READ.search(text) and is_own(text):
            given["privacy_notice_read"] = True
    for clause in _clauses(texts):
        if _has_read(clause) and not (own and _READ_BY_OTHERS.search(clause)):
            given.setdefault("privacy_notice_read", True)
        for_child = child is not None and bool(child.search(clause))
        if (_OTHERS_CONSENT if own else _WRITER_CONSENTS).search(clause) and not for_child:
            continue
        for key in _consents(clause, for_child=for_child):
            if is_taken_back(clause) or (
                _is_postponed(clause) and not (_REFUSES_NOW.search(clause) and not _NOT_YET.search(clause))
            ):
                put_off.add(key)
            else:
                given[key] = given.get(key, True) and not _REFUSES.search(clause)
    return {key: value for key, value in given.items() if key not in put_off}


def conditions_in(texts: Sequence[str]) -> dict[str, str]:
    """Return consent → the sentence that gives it on a condition, or that sets one on what another sentence gives."""
    found: dict[str, str] = {}
    given: set[str] = set()
    beside = ""
    for text in texts:
        by_clause = [(clause, _consents(clause, for_child=False)) for clause in _clauses([text])]
        here = {key for _, keys in by_clause for key in keys} | set(_in_passing(text))
        given |= here
        way = limits_the_way(text)
        if way in here:
            found.setdefault(way, text)
        elif any(keys == ["consent_matching"] and _is_postponed(clause) for clause, keys in by_clause):
            found.setdefault("consent_matching", text)
        elif not here:
            found = conditions_elsewhere([Said(text, beside=beside, told=True)]) | found
        beside = "consent_matching" if "consent_matching" in here else min(here, default="")
    return {key: said for key, said in found.items() if key in given}


def _has_read(clause: str) -> bool:
    told = _NOTICE.search(clause) or _INFORMED.search(clause)
    return bool(told and _READ.search(clause)) and not (_NOT_READ.search(clause) or is_put_off(clause))


def _is_postponed(clause: str) -> bool:
    return bool(_POSTPONED.search(clause)) or is_put_off(clause)


def _in_passing(text: str) -> dict[str, bool]:
    """Return what a sentence on how to be reached allows or refuses."""
    if "?" in text:
        return {}
    if _NO_SMS.search(text):
        return {"consent_sms": False}
    found = _ABOUT_ASSIGNMENTS.search(text)
    if not found or is_put_off(text):
        return {}
    ways = (("consent_sms", _SMS), ("consent_email", _MAIL))
    return {key: True for key, way in ways if way.search(found[0])}


def _clauses(texts: Sequence[str]) -> Iterator[str]:
    for text, below in zip(texts, (*texts[1:], ""), strict=False):
        speaks = _CONSENTS.search(text) or _NOTICE.search(text) or _YES.search(text) or _MAY.search(text)
        if not speaks or "?" in text or not is_own(text, below):
            continue
        for clause in _NEXT.split(text):
            first, *more = _GOES_ON.split(clause)
            yield first
            agrees = _YES.search(first)
            yield from (f"samtycker {part}" if agrees and not _YES.search(part) else part for part in more)


def _consents(clause: str, *, for_child: bool) -> list[str]:
    """Return the consents that a clause gives, refuses or puts off."""
    yes = bool(_YES.search(clause)) or (is_taken_back(clause) and "samtyck" in clause.casefold())
    if not (yes or _MAY.search(clause)) or (_GUARDIAN.search(clause) and not for_child):
        return []
    ill = _TOLD.search(clause) and (speaks_of_illness(clause) or speaks_of_disability(clause))
    if _HEALTH.search(clause) or ill:
        # "Det är ok att ringa när ni söker någon": what is allowed is to phone.
        act = _ACT.search(_TOLD_OF.sub("", _WHEN_SOUGHT.sub("", clause))) or _REFUSES.search(clause)
        return ["consent_matching"] if act else []
    if not yes:
        return []
    return [key for key, way in (("consent_sms", _SMS), ("consent_email", _MAIL)) if way.search(clause)]
