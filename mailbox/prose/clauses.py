"""Cut what is written without punctuation ("jag heter kim jag bor i kalmar min son har autism") into its clauses.

Only a long run of words is cut, and only where a subject and its verb begin anew with nothing that joins them to what
stands before: "att jag vill" and "som jag har" are no new clauses.
"""

import re

LONG = 14
_SUBJECT_VERB = re.compile(
    r"(?<=\w) (?=(?:jag|vi|hon|han|min (?:\w+ )?\w+|mitt nummer|mitt namn|ni)"
    r" (?:heter|är|har|bor|vill|kan|skulle|får|går|fick|nås|jobbar|lever|ställer|anmäler|samtycker|godkänner|"
    r"ringer|tycker|hoppas)\b)",
    re.I,
)
_VERBLESS = re.compile(
    r",? (?=(?:bor (?:i|på|utanför)|född (?:år |i )?-?\d|är född|nås på|smsa |mejla |ring |kan (?:mest |"
    r"bara |på |även )|"
    r"har (?:även|också|själv)\b)|hälsningar\b)",
    re.I,
)
# Who forgets the full stop may still begin anew with a capital: "… bor i Tunby Har haft kol Ring 070-…".
_CAPITAL_VERB = re.compile(
    r"(?<=[a-zåäö\d]) (?=(?:Jag|Bor|Har|Ring|Är|Född|Kan|Vill|Min|Mitt|Mejla|Sms|Skriv|Hälsn\w*|Mvh|Tack)\b)"
)
# What stands right before a clause that is not a new one.
_JOINING = frozenset(
    re.findall(
        r"\w+",
        """
att som o å om när där då så och eller men för eftersom innan efter medan sedan hur vad vilka vem varför fast
än ifall tills därför vill vilja kan skulle ska får har är hade var tror tycker hoppas tänker vet ju också
även nu gärna mån fall det den de detta här sen utan på i av till från med hos samt både inte
""",
    )
)


def clauses_of(sentence: str) -> list[str]:
    """Return the clauses of a sentence that goes on without an end, any other sentence whole."""
    if sentence.count(" ") < LONG:
        return [sentence]
    begun = _CAPITAL_VERB.split(sentence)
    if len(begun) > 2:
        return [clause for part in begun for clause in clauses_of(part)]
    parts: list[str] = []
    start = 0
    for found in _SUBJECT_VERB.finditer(sentence):
        before = sentence[start : found.start()].rsplit(" ", 1)[-1]
        if before[-1:].isalnum() and before.casefold() not in _JOINING and found.start() - start > 8:
            parts.append(sentence[start : found.start()].strip())
            start = found.end()
    rest = sentence[start:].strip()
    return [*parts, *_elliptic(rest)] if parts else _elliptic(sentence)


def _elliptic(sentence: str) -> list[str]:
    """Cut clauses without a subject off a very long sentence ("…, smsa helst 070-… är född 89")."""
    if sentence.count(" ") < 2 * LONG:
        return [sentence]
    parts, start = [], 0
    for found in _VERBLESS.finditer(sentence):
        before = sentence[start : found.start()].rsplit(" ", 1)[-1].casefold()
        if before not in _JOINING and before not in {"jag", "hon", "han", "vi", "som"} and found.start() - start > 12:
            parts.append(sentence[start : found.start()].strip(" ,"))
            start = found.end()
    return [*parts, sentence[start:].strip()]
