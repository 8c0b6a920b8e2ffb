"""Kinds of participation: what is sought, what a person ticked, and what a person refuses.

A refusal is of a kind of participation. Smaller wishes ("ingen telefon", "inte stora grupper") are concerns, unless the
request is exactly that.
"""

import csv
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

RESOURCES = Path(__file__).parent / "resources"
TELL, TEACH = "berätta om sina erfarenheter", "utbildningsinsats"
INTERVIEW, FOCUS = "medverka i intervju", "medverka i fokusgrupp"
COUNCIL, STEERING = "brukarråd eller patientråd", "vara medlem i ledningsgrupp"
TEAM, PROJECT = "delta i förbättringsteam", "delta i process- och projektplanering"
REVIEW, SURVEY = "granska informationsmaterial eller digital tjänst", "framtagande av enkät"
COMMENT, AUDIT = "remissvar", "brukarrevision"
RISK, INCIDENT = "riskanalys", "händelseanalys"
RECRUIT, RESEARCH = "rekrytering eller upphandling", "forskningsprojekt"
_NEIGHBOURS = (
    {TELL, TEACH},
    {INTERVIEW, FOCUS},
    {COUNCIL, STEERING},
    {TEAM, PROJECT},
    {PROJECT, STEERING},
    {REVIEW, SURVEY, COMMENT},
    {RISK, INCIDENT, PROJECT},
    {RESEARCH, PROJECT},
)
_MORE = {
    TELL: r"berätt|föreläs|föredra|dela med|patientberätt|inspirera|hålla tal|\bfilm|podd|svara på frågor|prata om",
    TEACH: r"utbild|undervis|föreläs|patientskola|lära ut|\bskola för|konferens|utvecklingsdag|temadag|"
    r"studenter|introduktion|prata med personal|träffa personal|handled",
    INTERVIEW: r"(?<!rekryterings)(?<!anställnings)intervju|djupintervju|enskilt samtal|samtal på tu man hand",
    FOCUS: r"fokusgrupp|gruppintervju|gruppsamtal|dialogmöte|dialog i|workshop|verkstad|tjänstedesign|"
    r"prata i (liten )?grupp|liten grupp|i grupp\b|samtalsgrupp",
    COUNCIL: r"\w*råd\b|panel\b|rådet\b|lärande nätverk|referensråd",
    STEERING: r"lednings(?:grupp)?|styrgrupp|länsgrupp|samordnande grupp|kommitt|styrelse|beredning|"
    r"ledamot|programområde|\blpo\b|\brpo\b|\bnpo\b|programråd",
    TEAM: r"förbättring|genombrott|\bteam\b|utvecklingsteam",
    PROJECT: r"projekt(?!et om forskning)|process|arbetsgrupp|referensgrupp|expertgrupp|planering|utvecklingsgrupp",
    INCIDENT: r"händelseanalys|internutredning|lex maria",
    RISK: r"riskanalys|riskbedömning|prova lokaler|titta på lokaler|gå runt och (prova|titta)|lokaler",
    AUDIT: r"brukarrevis|brukarstyrd|revision|granska (andra )?(boende|verksamhet)|"
    r"titta på andra boenden|besöka boenden",
    SURVEY: r"enkät|frågeformulär|prova frågor|testa frågor|formulär",
    REVIEW: r"(?<!brukar)granska|testperson|läs\w* (igenom )?(broschyr|text|material|information)|"
    r"\btest\w*( \w+){0,2} (app|digital|saker|webb|tjänst)|"
    r"test\w* digital|användartest|webbplats|kallelse|broschyr|informationsmaterial|språkgransk|"
    r"digitala tjänster|appar",
    COMMENT: r"remiss(?!en till)|synpunkter på (förslag|dokument)|riktlinje",
    RECRUIT: r"rekryter|anställningsintervju|upphandl|kravspecifik",
    RESEARCH: r"forsk|studie\b|\bfou\b",
}
_OPEN = re.compile(
    r"det mesta|vad som helst|vad ni vill|allt\b|allting|öppen för|behövs|där ni behöver|"
    r"där jag kan|spelar ingen roll|vet inte|hjälper gärna till|olika saker|\bdet ni\b"
)


@cache
def kinds() -> Mapping[str, re.Pattern[str]]:
    """Return the kinds of participation with how each is recognised."""
    table = {}
    with (RESOURCES / "activity_forms.csv").open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            table[row["activity"]] = re.compile(_MORE.get(row["activity"], re.escape(row["activity"])))
    return table


@lru_cache(maxsize=1_024)
def kinds_in(text: str) -> frozenset[str]:
    """Return the kinds of participation a text names."""
    low = text.lower()[:2_000]
    if low.strip() in kinds():
        return frozenset({low.strip()})
    found = {kind for kind, spelling in kinds().items() if spelling.search(low)}
    if INTERVIEW in found and RECRUIT in found and not re.search(r"(?<!rekryterings)(?<!anställnings)intervju", low):
        found.discard(INTERVIEW)
    return frozenset(found)


def sought(activity: str, description: str) -> frozenset[str]:
    """Return the kinds a request is for: what the activity field says, else what the description says."""
    head = re.split(r"[(]", activity, maxsplit=1)[0]
    return kinds_in(head) or kinds_in(activity) or kinds_in(description)


def neighbours(found: frozenset[str]) -> frozenset[str]:
    """Return the kinds so alike that one ticked counts as the other."""
    return frozenset(kind for group in _NEIGHBOURS if group & found for kind in group) | found


@lru_cache(maxsize=1_024)
def fit(sought_kinds: frozenset[str], ticked: tuple[str, ...]) -> float:
    """Return 1.0 for a ticked or silent person, 0.95 for a neighbouring kind, 0.0 where others were ticked."""
    texts = [text for text in ticked if text.strip()]
    if not texts or not sought_kinds or any(_OPEN.search(text.lower()) for text in texts):
        return 1.0
    named = frozenset(kind for text in texts for kind in kinds_in(text))
    if not named:
        return 0.8
    if named & sought_kinds:
        return 1.0
    return 0.95 if neighbours(sought_kinds) & named else 0.0
