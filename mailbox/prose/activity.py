"""What people take part in, as a noun: a focus group, a council, an evening."""

import re
from functools import lru_cache

_WORD = re.compile(r"[\w-]+")
_ENDINGS = r"(?:en|et|er|erna|ar|arna|n|t|s|na|ens|ets)?"
# "Föräldraråd" and "läkarråd" end alike, and so do "testgrupp" and "patientgrupp": by what stands before they part.
_COUNCIL = r"(?!kommunal|region|stats|läkar|expert|telefon|goda|mat|kost)[a-zåäö-]{4,}råd(?:et)?"
_GROUP = (
    r"(?:test|läsar|läs|anhörig|närstående|föräldra|ungdoms|utvärderings|granskar|utrednings|inspirations|råds|"
    r"diskussions|"
    r"dialog|design|idé|pilot|samverkans|forskar|kvalitets|implementerings)grupp(?:en|er)?"
)
_TRIAL = (
    r"[a-zåäö-]*(?:test|testning|testdag|prövning|provning|provkörning|vandring|medforskare|medforskning)"
    r"(?:en|er|et|erna|ar)?"
)
_NO_TRIAL = (
    r"(?!blod|pro|at|kon|vit|hjärn|covid|gen|själv|syn|hör|under|in|ut|om|för|be|bi|kompetens|rätts|tid|på|språk)"
)
_ACTIVITY = re.compile(
    rf"{_COUNCIL}|{_GROUP}|{_NO_TRIAL}{_TRIAL}|"
    r"[a-zåäö-]*(?:projektgrupp|fokusgrupp|referensgrupp|arbetsgrupp|styrgrupp|ledningsgrupp|"
    r"expertgrupp|samtalsgrupp|brukargrupp|utvecklingsgrupp|"
    r"planeringsgrupp|förbättringsteam|workshop|föreläsning|föredrag|intervju|(?:brukar|patient|anhörig|ungdoms|"
    r"boende|patient- och anhörig)råd|(?<![a-zåäö-])rådet(?!s)|brukarrevision|revision|"
    r"riskanalys|händelseanalys|panelsamtal|panel|dialogmöte|dialogträff|utbildningsdag|utbildning|enkät|"
    r"upphandling|remiss|temadag|temakväll|"
    rf"konferens|rådslag|studiecirkel|studiebesök|rekrytering|rundvandring|skyddsrond|föräldrakväll|anhörigdag|"
    rf"\w+kväll|\w*träff){_ENDINGS}",
    re.I,
)


@lru_cache(maxsize=8192)
def _is_activity(word: str) -> bool:
    return bool(_ACTIVITY.fullmatch(word))


def activity_in(text: str) -> str:
    """Return the first word of a text that names a kind of taking part, as written; "" for none."""
    return next((word for word in _WORD.findall(text) if _is_activity(word)), "")


_WORK = re.compile(
    r"\b(?:till|i) (?:vårt|ett|det) (?P<work>[a-zåäö-]*(?:förbättrings|utvecklings|förändrings|kvalitets|värdegrunds)"
    r"(?:arbete|projekt)|projekt)(?:et)?\b",
    re.I,
)


def work_in(text: str) -> str:
    """Return the work on bettering something that people are sought for, "" for none; less telling than an activity."""
    found = _WORK.search(text)
    return found["work"] if found else ""
