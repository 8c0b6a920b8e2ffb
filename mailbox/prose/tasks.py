"""What those who are sought are to do, and where in a clause that begins."""

import re

from medverkan.mailbox.prose.count import RATHER

_GOES_ON = re.compile(r",?\s+(?:så|men|och|o)\s+(?:vi|jag|nu|därför|det)\b", re.I)
# Where what they are to do begins.
_MAY = (
    r"(?:(?:kan|kunde|vill|skulle (?:kunna|vilja)|skulle|vågar|orkar|hinner)\b|har (?:lust|möjlighet|tid|"
    r"intresse)|är (?:villig\w*|"
    r"beredd\w*|"
    r"intresserad\w*)|(?=(?:läser|berättar|svarar|granskar|deltar|får (?:frågor|vara|komma|berätta|prova|testa|"
    r"träffa|följa|lära|säga|granska|intervjua|höra))\b)|gärna (?=vill|kan|delar|berättar|deltar|kommer)|"
    r"kommer att\b|ska\b)"
)
TASK = re.compile(
    rf"(?:,? ?\b(?:och|o|samt)\s+(?:som\s+)?|,?\s*\bsom\s+(?:också |även |dessutom )?){_MAY}\s*(?P<task>[^.!?]*)",
    re.I,
)
_HELPS = re.compile(
    r"\bvara med och (?P<with>[a-zåäö]{2,}\b[^.!?]*)|"
    r"\b(?:kan|vill|kunde|skulle kunna)\s+(?P<task>(?:hjälpa oss|komma|berätta|läsa|granska|testa)\b[^.!?]*)",
    re.I,
)
_READS = re.compile(
    r"(?<!vi)(?<!jag) (?P<task>(?:(?:prov|genom|korrektur)?(?:läser|svarar|testar|provar|granskar)|tittar på|"
    r"fyller i|tycker till|"
    r"går igenom|föreläser)\b[^.!?]*)",
    re.I,
)
# "… stolar som ska fyllas av brukare": nothing that they do.
_PASSIVE = re.compile(r"[a-zåäö]{3,}as (?:av|till|med|i|på|från)\b", re.I)
_POLITE = re.compile(
    r"^(?:(?:gärna|också|även|kunna|tänka sig|vilja|vara (?:intresserad\w*|villig\w*) av|av|för|intresse|lust|att|"
    r"komma (?:hit )?(?:och|o|för att)|va(?:ra)? med (?:och|o)|hjälpa (?:oss|till) (?:med )?(?:att |och |o )?|"
    r"ställa upp "
    r"(?:på|med|och|i)(?: att)?)\s+)+",
    re.I,
)
TIMED = re.compile(
    r"\s*(?:,\s*)?(?:\b(?:nu )?(?:på )?(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en|ar)?)?\b\.?(?= (?:den )?\d| kl|$)|"
    r"\bnu på\b|\bden \d|\bklockan\b|\bkl\b|\b\d{1,2}/\d|\b(?:i|under) (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|"
    r"okt|nov|"
    r"dec|höst|vår\b|våren|sommar|vinter|nästa)).*",
    re.I,
)
GATHERING = (
    r"(?:grupp|råd|träff|möte|workshop|panel|intervju|dag|kväll|utbildning|revision|analys|konferens|projekt|studie|"
    r"föreläsning|remiss|dialog|samtal|team|enkät)(?:en|et|er|erna|ar|arna|n|t|s)?\b"
)
_ENDS_IN_GATHERING = re.compile(
    rf"(?:till|i|på|vid) (?:en |ett |vår |vårt |den )?[a-zåäö -]{{0,30}}{GATHERING}\s*$", re.I
)

# "… som rådgivare i projektet": what they are to be is what they take part in.
IN_ROLE = re.compile(
    r",? (?:vara med |medverka |delta )?som (?P<role>[a-zåäö-]*(?:rådgivare|bollplank|medforskare|föreläsare|"
    r"samtalsledare|cirkelledare|bisittare|granskare|ledamot|ledamöter|testpersoner|referenspersoner|ambassadörer|mentor(?:er)?|"
    r"medskapare|samtalspartner)\b(?: (?:i|till|vid|på|åt|för) (?:vår|vårt|ett|en|den|det|nya )?\s?[\wåäö-]+)?)",
    re.I,
)


def who_part(rest: str) -> str:
    """Return the clause up to what the people are to do."""
    cut = TASK.search(rest)
    part = rest[: cut.start()] if cut else rest
    on = _GOES_ON.search(part)
    return part[: on.start()] if on else part


def _task(found: re.Match[str]) -> str:
    groups = found.groupdict()
    return groups.get("task") or groups.get("with") or ""


def task_in(rest: str) -> str:
    """Return what the people of a clause are to do, "" where it is not said or is only to come to a gathering."""
    found = TASK.search(rest) or _HELPS.search(rest) or _READS.search(rest)
    if not found or _PASSIVE.match(_task(found)) or _ENDS_IN_GATHERING.search(rest[: found.start()]):
        return ""
    said = _LASTING.sub("", RATHER.split(TIMED.sub("", _FOR_A_WHILE.sub("", _task(found).strip())))[0])
    task = _POLITE.sub("", said).strip(" ,;:")
    return "" if task in {"det", "detta", "det här", "va med", "vara med", "tänka sig"} else task


# "vara med i 45 minuter och svara på frågor": what they do stands behind how long.
_FOR_A_WHILE = re.compile(
    r"^va(?:ra)? med (?:i )?(?:(?:ca|cirka|ungefär|högst|max) )?(?:\d{1,3}|en|ett|två) ?(?:min\w*|tim\w*|h) (?:och|"
    r"o) ",
    re.I,
)
# "…, ungefär 30 min", "… i ca 20 minuter", "…, det tar en kvart": how long, and not what.
_LASTING = re.compile(
    r"[ ,(]+(?:(?:i|under|det tar|tar|på) )?(?:(?:bara|ungefär|ca\.?|cirka|högst|max|runt|omkring|drygt|"
    r"knappt) ){0,2}"
    r"(?:\d{1,3}|en|ett|två|tre|fem|tio|femton|tjugo|trettio|fyrtiofem)(?: ?[-–] ?\d{1,3})? ?"
    r"(?:halv)?(?!minuters |timmes )(?:minut\w*|min\b|timm\w*|tim\b|h\b|kvart\w*)[^.!?]*$",
    re.I,
)


# "… till en provsmakning": what one is sought to; "mamma till en son" is a relation, and "till en av oss" no gathering.
_TO = re.compile(
    r"(?<!mamma)(?<!pappa)(?<!förälder)(?<!föräldrar)(?<!anhörig)(?<!anhöriga)(?<!närstående)(?<!partner)(?<!syskon)(?<!barn)"
    r"(?<!make)(?<!maka)(?<!kommit)(?<!flyttat)(?<!gått)(?<!sökt) till (?:en|ett|vår|vårt|våra|den|"
    r"det) (?:[a-zåäö]+[at] )?"
    r"(?P<noun>(?!av\b|ny\b|nytt\b|annan\b|person|patient|brukar|vuxen|ungdom|anhörig|närstående|"
    r"någon)[a-zåäö-]{5,})\b",
    re.I,
)


def gathering_in(rest: str) -> str:
    """Return what those who are sought in a clause are to come to ("till en provsmakning"), "" where it is not said."""
    found = _TO.search(rest)
    return found["noun"] if found else ""


def without_gathering(text: str) -> str:
    """Return a text up to what somebody is sought to."""
    found = _TO.search(text)
    return text[: found.start()] if found else text
