"""Cut the sentences of a reply to a proposal into clauses, each with its people, also those pointed back at.

What stands before and behind a clause is kept with it, because "Maria sa:" and ", men inte" change what it says.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from medverkan.mailbox.replies.choosing import plainly
from medverkan.mailbox.replies.cues import YES, judge
from medverkan.mailbox.replies.cursor import Mention, Who
from medverkan.mailbox.replies.mentions import Marked
from medverkan.mailbox.replies.open_choices import is_beside
from medverkan.mailbox.replies.referring import Referents

_BEGINS = r"det|vi|jag|då|hon|han|hen|honom|henne|dem|dom"
_CUT = re.compile(
    r"\s*(?:[,;:()]|(?<=\s)-(?=\s)|\bmen\b|(?<!håller )(?<!stå )(?<!står )\bfast\b|\beftersom\b|\bdärför att\b"
    r"|\bmedan\b"
    r"|\b(?:nu )?när (?=(?:hon|han|hen|de|jag|vi) )|\. \. \."
    rf"|\boch (?=(?:{_BEGINS}|där|så) )|\bså (?=(?:{_BEGINS}|de|därför|blir|får|§\d+)(?: |$))"
    r"|\bför (?=(?:hon|han|hen|det|de|dom|jag|vi|att) )"
    r"|(?<=\w) och (?=§\d+ (?:vill|får|kan|ska|är|har|tar|blir)\b)|\beller\b(?= nej))\s*"
)
ANOTHER_TIME = re.compile(
    r"\b(?:sist|förra (?:gången|året|veckan|omgången)|i höstas|i våras|i fjol|i somras|i vintras|tidigare|förut"
    r"|häromdagen|(?:på|till|i) nästa|nästa (?:gång|omgång)|en annan (?:gång|sak)|annat (?:ärende|tillfälle"
    r"|möte|uppdrag|projekt)"
    r"|andra (?:ärendet|uppdraget)|längre fram|senare|till (?:hösten|våren|sommaren)|back-?up|reserv\w*|i telefon"
    r"|först(?! och| som)|till ordförande)\b"
)
SAYS = re.compile(r"\b(?:sa|sade|säger|tycker|tyckte|skrev|skriver|föreslog|föreslår|hälsar|vill|ville|exempel\w*)\b")
# "Ines, för hon bor i Borgholm"
_BECAUSE = re.compile(
    r"\s*,?\s*(?:för att|för|eftersom|därför att|då|ty) (?:hon|han|hen|de|det|vi|jag)\b"
    r"(?!.*\b(?:inte|ej|aldrig|men|fast|om|kanske|nog|bara|endast|först|tyvärr|redan|för långt|dålig\w*|svår\w*"
    r"|vänta\w*)\b)"
)
_ASKS = re.compile(r"\b(?:fråga|frågan|undrar|undran)\b")


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a sentence that says one thing."""

    at: int
    text: str
    words: str
    mentions: list[Mention]
    whole: bool  # the whole sentence, or what stands behind a colon or "alltså"
    opens: bool  # nothing stands before it that announces it
    points: bool  # "de två", "henne"
    lead: str  # what stands before the colon before it
    pointing: str  # its text with marks for "de två" too
    after: str  # what the sentence goes on with


def cut(marked: Sequence[Marked], referents: Referents) -> Iterator[Clause]:
    """Yield the clauses in order; a sentence that only signs off has none."""
    for at, sentence in enumerate(marked):
        text = sentence.text.strip(" .!?")
        if is_beside(sentence):
            continue
        cuts = [(found.start(), found.end()) for found in _CUT.finditer(text)]
        starts, stops = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
        for begins, ends in zip(starts, stops, strict=True):
            clause = text[begins:ends].strip(" .!\"'*_")
            if not clause:
                continue
            put, mentions = referents.put(clause, sentence.mentions, at)
            words, marks = plainly(put)
            announced = _is_announced(text[:begins].rstrip()) or re.match(r"(?:så|alltså|därför) §", clause) is not None
            because = begins == 0 and _BECAUSE.match(text[ends:]) is not None
            whole = because or (not plainly(text[ends:])[0].strip() and (begins == 0 or announced))
            meant = [mentions[mark] for mark in marks]
            points = any(mark >= len(sentence.mentions) for mark in marks)
            lead = text[:begins].rpartition(":")[0]
            told = _with_strangers(put, mentions)
            yield Clause(at, clause, words, meant, whole, not (announced or because), points, lead, told, text[ends:])
            referents.heard(clause, sentence.mentions, at)


def _with_strangers(clause: str, mentions: list[Mention]) -> str:
    return re.sub(r"§(\d+)", lambda mark: "¶" if mentions[int(mark[1])].who is Who.STRANGER else "§", clause)


def _is_announced(lead: str) -> bool:
    if lead.endswith(":"):
        return not (_ASKS.search(lead) or SAYS.search(lead) or ANOTHER_TIME.search(lead) or judge(lead) - {YES})
    return re.search(r"\b(?:så|alltså|därför|då)$", lead) is not None
