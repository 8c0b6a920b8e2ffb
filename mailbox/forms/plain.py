"""What the readers of plain sentences share: an answer without its opening words, and a text that says when."""

import re
from datetime import date

from medverkan.mailbox.forms.dates import read_when

MAX_BARE_WORDS = 12
_LEAD_IN = re.compile(
    r"^(?:(?:ja|jo|nej|och|men|alltså|svar|svaret är)[ ,:]+)*"
    r"(?:(?:det|den|mötet|träffen|uppdraget|numret|datumet|dagen|tiden|platsen|lokalen|antalet) "
    r"(?:rätta (?:är )?)?(?:ska(?:ll)? (?:vara|bli)|bör vara|blir|är|gäller)(?: alltså)?\s+|"
    r"vi (?:tänkte oss|tänkte|tänker oss|föreslår|menar|menade|ses|träffas|möts|håller till|vill ha|tillhör|är)\s+|"
    r"rätt (?:nummer|datum|dag|tid) är\s+)?(?:nog )?",
    re.I,
)
_TRAILING = re.compile(
    r"(?:,? (?:i stället|istället|går bra|passar bra|går fint|blir bra|gäller|som gäller|det gäller|tack))*[\s.!,]*$",
    re.I,
)
_DATE_FIRST = re.compile(
    r"^(?:den |på |mellan |från |kl\.? ?|klockan |v\.? ?|vecka |nästa |i (?:morgon|övermorgon)|\d|(?:nu |kommande )?"
    r"(?:på )?(?:mån|tis|ons|tors?|fre|lör|sön)(?:dag\w*)?\b|(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*\b)",
    re.I,
)
_ABOUT_US = re.compile(
    r"\b(?:jag|oss|vår|våra|vårt|chef|kollega|ledig|tillbaka|semester|jobbet|ringer|skickar|mejlar)\b", re.I
)


def bare(text: str) -> str:
    """Return an answer without "Det ska vara …" before it and "… i stället" after it."""
    return trimmed(_LEAD_IN.sub("", text.strip(), count=1)) or text.strip()


def trimmed(text: str) -> str:
    """Return a text without what only ends a sentence, and without "i" before a name."""
    text = _TRAILING.sub("", text.strip())
    return re.sub(r"^(?:i|på|över)\s+(?=[A-ZÅÄÖ])", "", text)


def says_when(text: str, today: date | None) -> bool:
    """Tell whether a text holds a day or a time, or something that should be one."""
    found = read_when(text, today)
    return bool(found.start or found.end or found.time_start or found.mismatches or found.impossible or found.past)


def plain_time(text: str, today: date | None) -> str:
    """Return a text that says when and nothing else, "" for any other."""
    said_more = _ABOUT_US.search(text) or re.search(
        r"\b(?:inte|ej|kanske|ungefär|men|om|eller|lokalen|platsen|personer|blir|är|ses)\b", text, re.I
    )
    said_more = said_more or re.search(r"\b(?:i|på|hos|vid) [A-ZÅÄÖ]", text)
    short = len(text.split()) <= MAX_BARE_WORDS
    return text if short and not said_more and _DATE_FIRST.match(text) and says_when(text, today) else ""
