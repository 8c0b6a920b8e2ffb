"""What people take part in, as a noun: a focus group, a council, an evening."""

import re
from functools import lru_cache

_WORD = re.compile(r"[\w-]+")
_ENDINGS = r"(?:en|et|er|erna|ar|arna|n|t|s|na|ens|ets)?"
# "Föräldraråd" and "läkarråd" end alike, and so do "testgrupp" and "patientgrupp": by what stands before they part.
_COUNCIL = r"(?![a-zåäö]*områd|kommunal|region|stats|läkar|expert|telefon|goda|mat|kost)[a-zåäö-]{4,}råd(?:et)?"
_GROUP = (
    r"(?:program|test|läsar|läs|anhörig|närstående|föräldra|ungdoms|utvärderings|granskar|utrednings|"
    r"inspirations|råds|"
    r"diskussions|gransknings|rekryterings|urvals|berednings|remiss|tester|läsnings|"
    r"dialog|design|idé|pilot|samverkans|kvalitets|implementerings|förbättrings|förändrings|analys)grupp(?:en|"
    r"er)?"
)
_SHORT = r"(?:fokus|referens|arbets|projekt|samtals)gr(?:p|\.)?(?:en)?"
_TRIAL = (
    r"[a-zåäö-]*(?:test|testning|testdag|prövning|provning|provkörning|smakning|vandring|medforskare|medforskning)"
    r"(?:en|er|et|erna|ar)?"
)
_NO_TRIAL = (
    r"(?!blod|pro|at|kon|vit|hjärn|covid|gen|själv|syn|hör|under|in|ut|om|för|be|bi|kompetens|rätts|tid|på|språk)"
)
_ACTIVITY = re.compile(
    rf"{_COUNCIL}|{_GROUP}|{_SHORT}|{_NO_TRIAL}{_TRIAL}|"
    r"[a-zåäö-]*(?:projektgrupp|fokusgrupp|referensgrupp|arbetsgrupp|styrgrupp|ledningsgrupp|"
    r"expertgrupp|samtalsgrupp|brukargrupp|utvecklingsgrupp|"
    r"planeringsgrupp|förbättringsteam|workshop|föreläsning|föredrag|intervju|(?:brukar|patient|anhörig|ungdoms|"
    r"boende|patient- och anhörig)råd|(?<![a-zåäö-])rådet(?!s)|brukarrevision|revision|"
    r"riskanalys|händelseanalys|panelsamtal|panel|(?:dialog|planerings|samråds|uppstarts|nätverks|utvecklings|"
    r"arbets|referens|rådgivnings)möte|samråd|dialogträff|utbildningsdag|utbildning|enkät|"
    r"upphandling|remiss|temadag|temakväll|"
    rf"konferens|rådslag|[a-zåäö]*(?<!m)övning|studiecirkel|studiebesök|rekrytering|rundvandring|skyddsrond|"
    rf"föräldrakväll|anhörigdag|"
    rf"\w+kväll|\w*träff|(?!telefon|video)[a-zåäö]+samtal|provsmakning|(?:genom|korrektur|prov)?läsning|granskning|"
    rf"sammanträde|hearing|promenad|[a-zåäö]*(?<!g)runda|inspelning|"
    rf"filminspelning){_ENDINGS}",
    re.I,
)


@lru_cache(maxsize=8192)
def _is_activity(word: str) -> bool:
    return bool(_ACTIVITY.fullmatch(word)) and not _SCHOOLING.match(word)


# Where people study, and no gathering.
_SCHOOLING = re.compile(r"(?:vuxen|grund|gymnasie|läkar|sjuksköterske|yrkes|lärar|folk)utbildning", re.I)


def activity_in(text: str) -> str:
    """Return the first word of a text that names a kind of taking part, as written; "" for none."""
    found = (match for match in _WORD.finditer(text) if _is_activity(match[0]))
    noun = next((match[0] for match in found if not _is_done(text, match)), "")
    found_otherwise = (
        None
        if noun
        else (_LIVING.search(text) or _A_COUNCIL.search(text) or _AN_EVENING.search(text) or _A_TALK.search(text))
    )
    return noun or (next(part for part in found_otherwise.groups() if part) if found_otherwise else "")


_LIVING = re.compile(r"\b(?P<what>levande (?:bok|böcker|bibliotek\w*))\b", re.I)
# "… ordnar en kväll för nyinsjuknade"
_AN_EVENING = re.compile(
    r"\b(?:ordnar|ordna|anordnar|arrangerar|håller|hålla|planerar|har|bjuder in till) (?:\w+ ){0,2}?(?:en|"
    r"ett) (?:\w+ )?"
    r"(?P<what>(?:kväll|dag|eftermiddag|förmiddag|heldag|halvdag|stund|lunch|sammankomst) (?:för|om|med|"
    r"kring) [\wåäö-]+)",
    re.I,
)
# "… ordna ett samtal mellan oss och …", "… ta en fika med tre personer"
_A_TALK = re.compile(
    r"\bett (?:\w+ )?(?P<what>samtal (?:mellan|med|om|kring) [\wåäö-]+)|\b(?:ta|dricka|bjuda på) "
    r"(?:en )?(?P<fika>fika|kaffe|promenad|pratstund)\b",
    re.I,
)
# "… bildar ett nytt råd för …": the bare word may also be advice.
_A_COUNCIL = re.compile(
    r"\b(?:bildar|startar|inrättar|har|till|i) (?:\w+ ){0,3}?(?:ett|vårt|nytt) (?:nytt )?(?P<what>råd (?:för|om|"
    r"kring|där|med) [\wåäö-]+)",
    re.I,
)
# "Jag träffar er gärna innan": a verb, and no gathering.
_DONE_TO = re.compile(r"\s(?:er|dem|dig|vi|jag|oss|alla|gärna)\b")
# "Vi i ledningsgruppen": who writes, and no gathering.
_AT_WORK_IN = re.compile(r"\b(?:vi|oss|jag|arbetar|jobbar) (?:här )?(?:i|på|inom|från) $", re.I)
_NEAR = 20
_DOER = re.compile(r"\b(?:jag|vi|ni|de|hon|han|man|som|ni|du|kan|får|ska)\s$", re.I)


def _is_done(text: str, match: re.Match[str]) -> bool:
    if _AT_WORK_IN.search(text, max(0, match.start() - _NEAR), match.start()):
        return True
    return match[0].casefold() == "intervjuar" or (
        match[0].casefold() == "träffar"
        and bool(_DOER.search(text[: match.start()]) or _DONE_TO.match(text, match.end()))
    )


_WORK = re.compile(
    r"\b(?:till|i) (?:vårt|ett|det) (?P<work>[a-zåäö-]*(?:förbättrings|utvecklings|förändrings|kvalitets|värdegrunds)"
    r"(?:arbete|projekt)|projekt)(?:et)?\b",
    re.I,
)


def work_in(text: str) -> str:
    """Return the work on bettering something that people are sought for, "" for none; less telling than an activity."""
    found = _WORK.search(text)
    return found["work"] if found else ""
