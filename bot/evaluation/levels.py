"""On which level of the organisation a request works: enhet, verksamhet or system, by its own words.

Source: the county's model for brukar-, patient- och närståendemedverkan (2015), 2.2 Medverkandenivåer. System is what
steers whole organisations or several together; verksamhet is the levels of management within one; enhet is where
people meet care. Without a sign it is the unit's own work.
"""

import re
from collections.abc import Mapping
from typing import Any

LEVELS = ("enhet", "verksamhet", "system")
_READ = ("activity", "title", "description", "purpose")
_MOST = 4_000
_SYSTEM = re.compile(
    r"\b(?:systemnivå|strategisk nivå|övergripande nivå|länsgemensam|länsövergripande|regionövergripande|regiongemensam"
    r"|kommunövergripande|kommungemensam|hela (?:länet|regionen|kommunen)|länsgrupp|ledning i samverkan"
    r"|samverkansgrupp|(?:regionens|länets|kommunens) råd|nämnd|regionfullmäktige|regionstyrelse|kommunstyrelse"
    r"|(?:region|läns)?strategi(?:n|er|erna)?\b|handlingsplan för länet|kunskapsstyrning|programområde|remissvar)",
    re.I,
)
_SERVICE = re.compile(
    r"\b(?:verksamhetsnivå|verksamhetsledning|ledningsgrupp|styrgrupp|referensgrupp|(?:patient|brukar|närstående|"
    r"anhörig|klient|ungdoms|boende)råd|förvaltning(?:en|ens)\b|kliniken som helhet|processgrupp|processteam|"
    r"vårdprocess|vårdförlopp|projektgrupp|arbetsgrupp|verksamhetsutveckling|verksamhetsplan|alla (?:våra |)enheter|"
    r"alla (?:våra |)mottagningar|alla (?:våra |)boenden|rekrytering av chef)",
    re.I,
)


def level_of(fields: Mapping[str, Any]) -> str:
    """Return the level of a request, by its activity first and else by what it tells."""
    texts = [str(fields.get(key) or "")[:_MOST] for key in _READ]
    for pattern, level in ((_SYSTEM, "system"), (_SERVICE, "verksamhet")):
        if pattern.search(texts[0]):
            return level
    whole = "\n".join(texts[1:])
    return "system" if _SYSTEM.search(whole) else "verksamhet" if _SERVICE.search(whole) else "enhet"
