"""Where in the organisation a request works, and how far those who take part have a say, by its own words.

Level (enhet, verksamhet, system) and context (ledning, utveckling): the county's model for brukar-, patient- och
närståendemedverkan (2015), 2.2 Medverkandenivåer, by which a system is only led and a unit only developed. Step: the
ladder of SKR, from being told to deciding together; no step is better than another. Without a sign it is the unit's own
work, and those asked are consulted – or, where they meet more than once, talked with.
"""

import re
from collections.abc import Mapping
from typing import Any

LEVELS = ("enhet", "verksamhet", "system")
CONTEXTS = ("ledning", "utveckling")
STEPS = ("information", "konsultation", "dialog", "inflytande", "medbeslutande")
# What was read out of a case's words before they were thinned; see kept.py.
KEPT = "evaluated"
_READ = ("activity", "title", "description", "purpose")
_MOST = 4_000
_SYSTEM = re.compile(
    r"\b(?:systemnivå|strategisk nivå|övergripande nivå|länsgemensam|länsövergripande|regionövergripande|regiongemensam"
    r"|kommunövergripande|kommungemensam|hela (?:länet|regionen|kommunen)|länsgrupp|ledning i samverkan"
    r"|samverkansgrupp|(?:regionens|länets|kommunens) råd|nämnd|regionfullmäktige|regionstyrelse|kommunstyrelse"
    r"|(?:region|läns)?strategi(?:n|er|erna)?\b|handlingsplan för länet|kunskapsstyrning|programområde"
    r"|[lrn]po\b|samordnande grupp|remiss)",
    re.I,
)
_SERVICE = re.compile(
    r"\b(?:verksamhetsnivå|verksamhetsledning|ledningsgrupp|styrgrupp|referensgrupp|(?:patient|brukar|närstående|"
    r"anhörig|klient|ungdoms|boende)råd|förvaltning(?:en|ens)\b|kliniken som helhet|processgrupp|processteam|"
    r"vårdprocess|vårdförlopp|projektgrupp|arbetsgrupp|verksamhetsutveckling|verksamhetsplan|alla (?:våra |)enheter|"
    r"alla (?:våra |)mottagningar|alla (?:våra |)boenden|rekrytering av chef)",
    re.I,
)
_LEADS = re.compile(
    r"\b(?:lednings(?:grupp|möte|sammanhang|arbete)|styrgrupp|länsgrupp|ledning i samverkan|samordnande grupp|nämnd"
    r"|styrelse|programområde|remiss|(?:rekrytering|anställning) av (?:\w+ )?chef|upphandling|strateg|verksamhetsplan"
    r"|(?:regionens|länets|kommunens) råd)",
    re.I,
)
# Where people sit who decide: as an activity it is deciding, but others may also be told of in a description.
_DECIDES = re.compile(
    r"\b(?:lednings(?:grupp|möte)|styrgrupp|länsgrupp|ledning i samverkan|samordnande grupp|programområde|[lrn]po\b"
    r"|rekrytering|upphandling)",
    re.I,
)
# From the step with the most say to the one with the least.
_STEPS = (
    (
        "medbeslutande",
        re.compile(
            r"\b(?:ledamot|rösträtt|besluta(?:r|s)? (?:tillsammans|gemensamt|med)|gemensamt beslut|medbesluta"
            r"|vara med och besluta|rekryteringsintervju|anställningsintervju|rekrytering(?:en)? av (?:\w+ )?chef)",
            re.I,
        ),
    ),
    (
        "inflytande",
        re.compile(
            r"\b(?:projektgrupp|arbetsgrupp|referensgrupp|processgrupp|processteam|process(?:- och projekt)?"
            r"(?:planering|utveckling)|förbättrings(?:team|program|arbete)|utvecklingsgrupp|brukarrevi|brukarstyrd|forskningspartner"
            r"|medforskare|forskningsprojekt|samskap|händelseanalys|riskanalys|ta fram tillsammans|från idé till)",
            re.I,
        ),
    ),
    (
        "dialog",
        re.compile(
            r"(?:\b(?:patient|brukar|närstående|anhörig|klient|ungdoms|boende)?råd(?:et|s)?\b"
            r"|\b(?:dialog|workshop|verkstad|samtalsgrupp|nätverk|rundabordssamtal|tjänstedesign|designverkstad"
            r"|utbildning|undervis))",
            re.I,
        ),
    ),
    (
        "konsultation",
        re.compile(
            r"\b(?:intervju|fokusgrupp|gruppintervju|enkät|frågeformulär|synpunkter|granska|läsa|testa|användartest|remiss"
            r"|berätta|patientberättelse|föreläs)",
            re.I,
        ),
    ),
    (
        "information",
        re.compile(r"\b(?:öpp\w+ (?:informations)?möte|informationsmöte|informationsträff|bli informerad)", re.I),
    ),
)


def level_of(fields: Mapping[str, Any]) -> str:
    """Return the level of a request, by its activity first and else by what it tells."""
    texts = _texts(fields)
    for pattern, level in ((_SYSTEM, "system"), (_SERVICE, "verksamhet")):
        if pattern.search(texts[0]):
            return level
    whole = "\n".join(texts[1:])
    return "system" if _SYSTEM.search(whole) else "verksamhet" if _SERVICE.search(whole) else "enhet"


def context_of(fields: Mapping[str, Any]) -> str:
    """Return whether a request is of leading or of developing; what a unit does for itself is developing."""
    level = level_of(fields)
    if level != "verksamhet":
        return "ledning" if level == "system" else "utveckling"
    texts = _texts(fields)
    return "ledning" if any(_LEADS.search(text) for text in (texts[0] or texts[1], texts[1])) else "utveckling"


def step_of(fields: Mapping[str, Any]) -> str:
    """Return the step of the ladder, by the activity first and else by what the request tells."""
    texts = _texts(fields)
    if any(_DECIDES.search(text) for text in texts[:2]):
        return STEPS[-1]
    for text in (texts[0], texts[1], "\n".join(texts[2:])):
        for step, pattern in _STEPS:
            if pattern.search(text):
                return step
    occasions = fields.get("occasions")
    return "dialog" if isinstance(occasions, int) and occasions > 1 else "konsultation"


def place_of(fields: Mapping[str, Any]) -> dict[str, str]:
    """Return level, context and step, by those names; of a case that is thinned those that were kept."""
    if KEPT in fields:
        return dict(fields[KEPT]["place_of"])
    return {"level": level_of(fields), "context": context_of(fields), "step": step_of(fields)}


def _texts(fields: Mapping[str, Any]) -> list[str]:
    return [str(fields.get(key) or "")[:_MOST] for key in _READ]
