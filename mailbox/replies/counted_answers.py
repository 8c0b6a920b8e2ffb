"""Read answers that are counted and name nobody: "två ja och ett nej", "fyra av fem har sagt ja".

A count tells of nobody by itself. It must agree with what is told by name, or be of all that nothing else is told of.
"""

import re
from collections.abc import Collection, Iterable, Mapping

from medverkan.mailbox.replies.vocabulary import NUMBER_WORDS
from medverkan.mailbox.values import Outcome

_COUNT = r"(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio)"
_BEFORE = (
    r"(?:(?:tyvärr|det|blev|blir|är|facit|resultat\w*|idag|hittills|alltså|så|nu|summering|och|samt|totalt|har|fått|jag"
    r"|dagens|skörd|sammanlagt|ringt|ringde|alla|¤|hela|bara|minst sagt|blott) ?)*"
)
_ONE = re.compile(
    rf"{_BEFORE}({_COUNT})(?: av (?:de |dom )?(?:{_COUNT}|§\d+|¤))?"
    r"(?: (?:klara|glada|tydliga|raka|solklara|har|som|sa|tackade|svarade|sagt|tackat|svarat|stycken|st)\b)*"
    r" (ja|nej|inget svar|utan svar|obesvarade)"
    rf"(?: av (?:{_COUNT}|¤|§\d+|\d)(?: (?:möjliga|tillfrågade|personer|stycken|st|samtal))?)?"
    r"(?: (?:på raken|i rad|idag|totalt|tyvärr|hittills|så här långt|än så länge))*"
)
_JOINED = re.compile(r" (?:och|samt|plus|men|o) (?=(?:bara )?(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|\d)\b)")
_COURTESY = re.compile(r"tyvärr|hej|tack|jaha|ja|då så|jippi|hurra|toppen|usch|suck")
_FULL = re.compile(
    r"\W*(?:(?:det blev|idag|i dag|vilken dag|hurra|jippi|toppen)[ ,!]*)?(?:full pott|fullt hus|hundra procent ja"
    r"|idel ja"
    r"|(?:idel |bara )?ja (?:rakt )?(?:över|längs|efter|utmed) hela linjen|ja hela (?:vägen|raden)(?: igenom)?)\W*",
    re.I,
)
# "Tre ja, bara Kjell som avböjde", where four are listed.
_ALL_BUT_ONE = re.compile(
    rf"(?i:({_COUNT}) (ja|nej),? (?:det var |och )?(?:bara|endast|enbart))"
    r" ([A-ZÅÄÖ][\w-]{1,20}(?: [A-ZÅÄÖ][\w-]{1,20})?)"
    r" som ((?i:avböjde|sa (?:ja|nej)|tackade (?:ja|nej)|inte (?:vill|ville|kan|kunde)))"
)
_KINDS = {"ja": Outcome.ACCEPTED, "nej": Outcome.DECLINED}

Counts = list[tuple[int, Outcome]]


def counted(clause: str) -> Counts:
    """Return how many answered what, nothing where the clause is more than a count."""
    found: Counts = []
    for piece in _JOINED.split(clause.strip(" .!:")):
        match = _ONE.fullmatch(piece.strip())
        if match is None:
            return []
        number = int(match[1]) if match[1].isdecimal() else NUMBER_WORDS[match[1]]
        found.append((number, _KINDS.get(match[2], Outcome.NO_ANSWER)))
    return found


def everybodys(sentence: str, listed: int) -> str:
    """Return "alla tackade nej" for "tre nej på raken" where three are listed, else the sentence."""
    if listed > 1 and _FULL.fullmatch(sentence):
        return "alla tackade ja"
    but_one = _ALL_BUT_ONE.fullmatch(sentence.strip(" .!"))
    if but_one and NUMBER_WORDS.get(but_one[1].lower(), -1) == listed - 1:
        return f"alla tackade {but_one[2]} utom {but_one[3]} som {but_one[4]}"
    pieces = [piece.strip() for piece in re.split(r"[,.!;:]", sentence.lower()) if piece.strip()]
    counts = [counts for piece in pieces if (counts := counted(piece))]
    if listed < 2 or len(counts) != 1 or len(counts[0]) != 1 or counts[0][0][0] != listed:
        return sentence
    if any(not counted(piece) and not _COURTESY.fullmatch(piece) for piece in pieces):
        return sentence
    answer = {Outcome.ACCEPTED: "alla tackade ja", Outcome.DECLINED: "alla tackade nej"}
    return answer.get(counts[0][0][1], "alla inget svar")


def reconciled(
    clauses: Iterable[str], outcomes: Mapping[int, Outcome], untold: Collection[int]
) -> dict[int, Outcome] | None:
    """Return the outcomes that counts add for those `untold` of; None where a count does not agree with the rest."""
    added: dict[int, Outcome] = {}
    for clause in clauses:
        for number, kind in counted(clause):
            missing = number - sum(outcome is kind for outcome in outcomes.values())
            if missing and (missing != len(untold) or added):
                return None
            if missing:
                added = dict.fromkeys(untold, kind)
    return added
