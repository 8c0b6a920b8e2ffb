"""Where a lead says that a meeting is: "i Storgatan 4", "på biblioteket i Nybro", "hemma hos henne", "på Teams".

Pure and total. A place is only helpful: what does not read as one plainly is left out, and can be told again.
"""

import re
from datetime import date

from medverkan.mailbox.answers.venues import named_place

MAX_CANDIDATES = 20
_AT = re.compile(
    r"\b(?:i|på|hos|vid|via|över|genom|hemma hos|per|"
    r"(?:plats|lokal|adress)(?:en)?(?: (?:är|blir|(?:ändra|flytta|byt)\w* till))?:?)\s+",
    re.I,
)
_STOP = re.compile(
    r"[.;\n!?](?=\s|$)|,(?=\s(?:kl|och|men|hon|han|hen|jag|vi|det)\b)|"
    # Who comes along is no part of the place.
    r",(?=\s(?:[\w-]{1,30}\s){1,3}(?:kommer|följer|hänger|är|ska|tar|möter|deltar|sitter)\b)|"
    r"\s(?=[\w-]{1,30}\s(?:kommer|följer|hänger)\s(?:också\s)?med\b)|"
    r"\s(?:kl\.?|klockan|den|och|men|då|så|hon|han|hen|jag|vi|som|för|"
    r"(?:på )?(?:mån|tis|ons|tors|fre|lör|sön)dag\w*)(?=\s|$)|\s\d{1,2}(?:[/.:]\d{1,2}|\s(?:jan|feb|mar|apr|maj|jun|"
    r"jul|aug|sep|okt|nov|dec))|\s\d{4}-\d\d|$",
    re.I,
)
_HOME = re.compile(r"^(?:hemma )?hos (?:henne|honom|hen|mig|oss|dem|sig)\b|^hemma\b", re.I)
_ON_LINE = re.compile(
    r"\b(?:digitalt|(?:via |på |över |genom )(?:teams|zoom|skype|länk|videolänk|video)|(?:på|per|via|över) telefon)\b",
    re.I,
)
_CLOCK = re.compile(r"^(?:kl\.?\s?)?\d{1,2}(?:[.:]\d\d)?$")
_NO_PLACE = re.compile(
    r"^(?:\w*dag\w*|\w*veckan?|\d+|morgon|kvällen|förmiddagen|eftermiddagen|telefonsvarar\w*|rösten|samma|ett|en|det|den|"
    r"detta|introduktion\w*|möte\w*|jan\w*|feb\w*|mars|apr\w*|maj|jun\w*|jul\w*|aug\w*|sep\w*|okt\w*|nov\w*|dec\w*)\b",
    re.I,
)
_BEFORE = re.compile(r",\s+([^\W\d][\w-]{2,40})\s*$")


def place_in(words: str, today: date) -> str:
    """Return the place that the words give, as written; "" where none does plainly."""
    for count, found in enumerate(_AT.finditer(words[:2000])):
        if count >= MAX_CANDIDATES:
            break
        if place := _place(words, found, today):
            return place
    on_line = _ON_LINE.search(words[:2000])
    return on_line.group() if on_line else ""


def _place(words: str, found: re.Match[str], today: date) -> str:
    rest = words[found.end() : found.end() + 120]
    stop = _STOP.search(rest)
    named = (rest[: stop.start()] if stop else rest).strip(" ,.:")
    said = found.group().lower().strip()
    if not named or _NO_PLACE.match(named) or _CLOCK.match(named):
        return ""
    if said in ("hos", "hemma hos"):
        return f"{said} {named}" if _HOME.match(f"{said} {named}") or named[0].isupper() else ""
    whole = f"{said} {named}" if said in ("i", "på", "hos", "vid", "via", "över", "genom") else named
    if said in ("på", "per", "via", "över", "genom") and _ON_LINE.fullmatch(whole):
        return whole
    if not (named_place(named, today, stated=True) or named_place(whole, today, stated=True)):
        return ""
    before = _BEFORE.search(words[max(0, found.start() - 60) : found.start()]) if said == "i" else None
    if before and named_place(before[1], today, stated=True):
        # "15.30, biblioteket i Kalmar": the town alone is not where to go.
        return f"{before[1]} i {named}"
    return named
