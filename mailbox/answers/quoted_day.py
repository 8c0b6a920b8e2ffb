"""Understand an answer that leans on the date we asked about: "det är den 17:e", "datumet är rätt"."""

import re
from datetime import date

from medverkan.mailbox.forms.values.dates import read_when

_WEEKDAY = r"(?:mån|tis|ons|tors|fre|lör|sön)dag"
_NAMED = re.compile(rf"\b({_WEEKDAY})(?:en)?\b", re.I)
_ORDINAL = re.compile(r"\b(?:den )?(\d{1,2})(?::?[ea])?\b(?! ?(?:[.:]\d|st\b|person|kl))", re.I)
_DATE_RIGHT = re.compile(r"\bdatumet (?:är rätt|stämmer|är riktigt|gäller)\b|\b(?:rätt|riktigt) datum\b", re.I)
_DAY = re.compile(r"(?:den )?\d{1,2}(?::?[ea])?(?=\s)", re.I)
_CLOCK = re.compile(r"\b(?:kl\.?|klockan)\s*\d.{0,40}$|\b\d{1,2}[.:]\d\d\b.{0,40}$", re.I)
# A day with its month leans on nothing.
_OWN_DAY = re.compile(
    rf"(?:\b{_WEEKDAY}(?:en)? )?(?:\bden )?\b\d{{1,2}}(?::?[ea])? ?"
    r"(?:(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zé]{0,6}\b|/ ?\d{1,2}\b)(?: 20\d\d\b)?|"
    r"\b20\d\d-\d\d-\d\d\b",
    re.I,
)
_DENIED = re.compile(r"\b(?:inte|ej|fel|varken|tror|kanske|eventuellt|preliminärt?)\b", re.I)


def resolved_day(words: str, questioned: str, today: date | None) -> str:
    """Return the date that is meant, as text to be read anew; "" where it is not plain.

    `questioned` is what we quoted of the unit's own words, such as "onsdag 18 mars".
    """
    if not questioned or len(words) > 200 or _DENIED.search(words):
        return ""
    clock = _CLOCK.search(words)
    if clock:
        day = resolved_day(words[: clock.start()], questioned, today)
        return f"{day} {clock[0].strip(' .!')}" if day else ""
    weekday = _NAMED.search(words)
    if own := _OWN_DAY.search(words):
        if len(_OWN_DAY.findall(words)) != 1:
            return ""
        # "Torsdagen stämmer, alltså den 4 april": a weekday said apart must agree with the date too.
        apart = weekday and not _NAMED.search(own[0])
        return f"{weekday[1]} {own[0].removeprefix('den ')}" if weekday and apart else own[0]
    bare = _NAMED.sub("", questioned).strip(" ,")
    ordinal = _ORDINAL.search(words)
    if ordinal and re.search(r"\bden \d|\d:?[ea]\b", ordinal[0], re.I):
        day = _DAY.sub(ordinal[1], bare, count=1)
        return f"{weekday[1]} {day}" if weekday else day
    if ordinal:
        return ""
    if weekday:
        # "Det är en torsdag": the date stands, if it is that weekday.
        day = f"{weekday[1]} {bare}"
        return day if read_when(day, today).start else ""
    return bare if _DATE_RIGHT.search(words) else ""
