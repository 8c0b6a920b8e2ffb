"""Tell a request that is taken back ("vi ställer in") from one that is moved ("ställer in den 2 mars, tar 9 mars").

Who reads a move as a withdrawal loses the new day, and a whole assignment with it: any word of moving that is not
denied makes it a move. Both are for a person to read.
"""

import re

_TAKEN_BACK = re.compile(
    r"\b(?:drar|tar) (?:vi |jag )?tillbaka\b|\båterkalla\w* (?:vår |er )?förfrågan|\bav(?:bryt|slut)a ärendet|"
    r"\blöst det (?:själva|ändå)",
    re.I,
)
_CALLED_OFF = re.compile(
    r"\b(?:förfrågan|uppdraget|mötet|möte|träff(?:en|ar|arna)?|det|workshopen|projektet|intervju\w*|fokusgruppen|"
    r"tillfället|dagen|vi)\b[^.!?]{0,30}\b"
    r"(?:ställ(?:s|er|ts?|a|as) in|inställ[dt]a?|avboka\w*|inte (?:längre )?aktuell\w*|bli(?:r|va)? inte av|"
    r"inte bli(?:r|va)? av|"
    r"behöver (?:er )?inte längre|behövs inte(?: längre)?)\b|^(?:ställer|måste ställa) in\b|"
    r"\bblir (?:mötet|träffen|det|uppdraget|workshopen|fokusgruppen|projektet|intervju\w*) (?:tyvärr |nog )?inte av\b",
    re.I | re.M,
)
_MONTH = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)"
_DAY = (
    rf"(?:\bden \d{{1,2}}|\b\d{{1,2}}(?::?[ea])? ?{_MONTH}|\b\d{{1,2}}/\d|\b20\d\d-\d|\bv(?:ecka)?\.? ?\d|"
    r"\b(?:mån|tis|ons|tors|fre|lör|sön)dag|\bkl(?:ockan|\.)? ?\d|"
    r"\b(?:en )?(?:annan|ny|nya|nytt|annat|senare|tidigare) (?:dag|dagen|datum|datumet|tid|tiden|tidpunkt|tillfälle|"
    r"vecka)\b|\b(?:nästa|veckan|en vecka|en månad|till hösten|till våren|i höst|i vår|efter (?:sommaren|jul|påsk)))"
)
_MEETING = (
    r"(?:mötet|träff\w*|datum\w*|dagen|tiden|tider\w*|uppdraget|workshopen|intervju\w*|fokusgrupp\w*|tillfäll\w*|"
    r"starten|starttiden|det|den|allt)"
)
_MOVED = re.compile(
    rf"\bflytta(?:r|t|de|s|ts|d)?\b(?! in\b| ut\b| till (?:nya|andra) )[^.!?]{{0,60}}?"
    rf"(?:\b{_MEETING}\b|{_DAY}|\bfram\b|\btill \d)|"
    rf"\b{_MEETING}\b[^.!?]{{0,40}}?\bflytta(?:r|t|de|s|ts|d)?\b|"
    r"\bskj?ut\w*(?: vi)?(?: (?:det|den|mötet|träffen|uppdraget|allt|starten))? (?:upp|fram|på)\b|"
    r"\b(?:upp|fram)(?:skjut|flytta)\w*|\bsenarelägg\w*|\btidigarelägg\w*|"
    r"\b(?:byt(?:a|er|t|te)|ändra[rts]?|ändrat)(?: vi)? (?:till )?(?:dag|dagen|datum\w*|tid|tiden|vecka)\b|"
    rf"\bbyt(?:a|er|t|te)\b[^.!?]{{0,40}}?\btill {_DAY}|"
    rf"{_DAY}[^.!?]{{0,60}}?\bi ?stället\b|\bi ?stället\b[^.!?]{{0,60}}?{_DAY}",
    re.I,
)
_BUT_ANOTHER = re.compile(rf"\b(?:inte|ej|in|inställ\w*)\b[^.!?]{{0,40}}?\b(?:utan|men)\b[^.!?]{{0,30}}?{_DAY}", re.I)
_TAKES_ANOTHER = re.compile(
    rf"\b(?:tar|kör|har|ses|träffas|håller|bokar|bokat|föreslår|blir|hittar|återkommer)\b[^.!?]{{0,50}}?{_DAY}", re.I
)
_DENIED = re.compile(r"\b(?:inte|ej|utan att|varken|omöjligt att|slippa|i stället för att)\b[^.!?,]{0,40}$", re.I)
_NOT = re.compile(r"\b(?:inte|ej|aldrig)\b", re.I)
_SENTENCE = re.compile(r"(?<=[a-zåäö)][.!?])\s+|[!?;]\s*|\n+")
MOST = 20_000


def is_withdrawn(text: str) -> bool:
    """Tell whether the request as a whole seems to be taken back: then nothing else of the answer counts."""
    text = text[:MOST]
    return bool(_TAKEN_BACK.search(text) or (_CALLED_OFF.search(text) and not _is_put_elsewhere(text)))


def speaks_of_an_end(text: str) -> bool:
    """Tell whether words call anything off, moved or not."""
    return bool(_TAKEN_BACK.search(text[:MOST]) or _CALLED_OFF.search(text[:MOST]))


def is_called_off_and_moved(text: str) -> bool:
    """Tell whether a day is called off and another spoken of, so that it is not plain which of them is meant."""
    text = text[:MOST]
    return bool(_CALLED_OFF.search(text) and not _TAKEN_BACK.search(text) and _is_put_elsewhere(text))


def is_moved(text: str) -> bool:
    """Tell whether words move the meeting to another day or hour, or would."""
    text = text[:MOST]
    return not is_withdrawn(text) and (_is_moved(text) or is_called_off_and_moved(text))


def _is_put_elsewhere(text: str) -> bool:
    """Tell whether what is called off is moved: beside it, or in a sentence that names another day."""
    if _is_moved(text):
        return True
    after = _CALLED_OFF.search(text)
    return bool(after and any(_plain(_TAKES_ANOTHER, one) for one in _SENTENCE.split(text[after.end() :])))


def _is_moved(text: str) -> bool:
    return any(_BUT_ANOTHER.search(one) or _plain(_MOVED, one) for one in _SENTENCE.split(text) if one)


def _plain(meant: re.Pattern[str], sentence: str) -> bool:
    """Tell whether a sentence means that, and does not deny it: "det går inte att flytta mötet"."""
    return any(
        not _DENIED.search(sentence[max(0, found.start() - 60) : found.start()]) and not _NOT.search(found[0])
        for found in meant.finditer(sentence)
    )
