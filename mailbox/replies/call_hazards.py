"""Notice what in a report of phone calls must not be acted on: conditions, limits, questions, "one of them"."""

import re

from medverkan.mailbox.replies import questions
from medverkan.mailbox.replies.clauses import UNKNOWN, Spoken, limits
from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.doubts import narrows
from medverkan.mailbox.replies.mentions import Marked
from medverkan.mailbox.replies.outcomes import ACCEPTED, CORE, NO_SHARE, SHARE, judge
from medverkan.mailbox.replies.reaching import without_no_answer

_IF = re.compile(
    r"\b(?:om|ifall|förutsatt att|såvida|under förutsättning att|bara om)\s+(?:inte\s+)?(?:hon|han|hen|de|dom"
    r"|det|den|ni|vi|man|någon|§\d+)\b|\bom (?:\w+ ){1,2}(?:får|kan|blir|går|är|finns|följer|betalar|ersätts"
    r"|skjutsar)\b|\bannars (?:blir|är|får|säger|tackar|nej|inte|ja|så)\b"
)
_ONLY_AT = re.compile(r"\bkan(?: (?!svara|ge)\w+)? (?:bara|endast|enbart|först)\b")
_WONDERS = re.compile(
    r"\b(?:undrar|undrade|fråga|frågat|frågar|frågade|vill veta|veta) (?:§\d+ |henne |honom |hen )?(?:bara "
    r"|också )?om\b"
)
_WANTED_BUT = re.compile(r"\bville (?:\w+ ){0,4}?men (?!nu\b|inte\b|kan\b|kunde\b)(?:hennes|hans|hon|han|har|det|§)")
_BUT = re.compile(r"\b(?:men|fast|dock|däremot) §(\d+)")
_ONE_OF_THEM = re.compile(
    r"^§\d+ och (?:han|hon|hen) |\b(?:den ena|den ene|en av|någon av|de flesta|flera av"
    r"|(?:utom|förutom) (?!§))\b"
)
_ELSEWHEN = re.compile(
    r"\binte\b.{0,40}\bmen (?:¤|(?:på|den|efter|före|om|gärna på|nästa \w+|först)\b)"
    r"|\b(?:på distans|digitalt|via (?:teams|zoom|länk|telefon)|på teams)\b|\b(?:vill ha|behöver"
    r"|kräver) (?:\w+ ){1,3}för att\b"
)
_ONLY_SOME = re.compile(r"\b(?:bara|endast|enbart|inte alla|inte båda)\b")


def is_limited(text: str) -> bool:
    """Tell whether an answer holds only under a condition or at some times."""
    return bool(_IF.search(_WONDERS.sub(" ", text)) or narrows(without_no_answer(text)) or _ONLY_AT.search(text))


def hazard(marked: list[Marked], spoken: Spoken) -> str:
    for index, sentence in enumerate(marked):
        about_people = bool(sentence.mentions) or any(cues & CORE for at, cues, _ in spoken.loose if at == index)
        if not about_people:
            continue
        if is_limited(sentence.text):
            return questions.CONDITION
        if _ONE_OF_THEM.search(sentence.text):
            return questions.NOBODY_NAMED
        if sentence.text.rstrip().endswith("?"):
            return questions.ASKED
        if _WANTED_BUT.search(sentence.text):
            return questions.WHO_GUESSED
        if limits(spoken, index, ACCEPTED) or _ELSEWHEN.search(sentence.text):
            return questions.CONDITION
        for at in _BUT.findall(sentence.text):
            whom = sentence.mentions[int(at)]
            if whom.who is Who.NAMED and any(one.mention is whom and one.cues == {UNKNOWN} for one in spoken.said):
                return questions.NOT_UNDERSTOOD
        if re.search(r"§\d+ (?:eller §|av\b)", sentence.text):
            return questions.EITHER_OR
        shares = SHARE in judge(sentence.text) or NO_SHARE in judge(sentence.text)
        if shares and _ONLY_SOME.search(sentence.text):
            return questions.DETAILS_UNSURE
    return ""
