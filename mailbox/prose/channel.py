"""By which channel a person wants to be reached, clause by clause.

A channel that is refused ("skicka inte sms") or that is somebody else's ("barnbarnet skriver från sin e-post") is never
the wish; where nothing else is said there is none.
"""

import re
from collections.abc import Iterator, Sequence

_REACH = re.compile(
    r"\b(?:helst|hellre|ring\w*|uppringd|nå|når|nås|kontakta\w*|föredra\w*|använd(?! min)\w*|tag (?:i|på) mig|"
    r"(?:tar|får) gärna|svarar på|svara på|det får bli|smidigast\w*|säkraste|enklaste|(?:funkar|"
    r"fungerar) (?:för mig|alltid)|"
    r"skicka\w*|skriv\w*|mejla\w*|maila\w*|smsa\w*|"
    r"sms:a|messa|hör av|bäst|lättast|enklast|säkrast|brev|telefonsamtal|slå (?:en|mig en) (?:signal|pling)|"
    r"(?:sms|mejl|mail|brev|telefon)\w* är (?:bra|fint|okej|ok|bäst|enklast|lättast)|"
    r"(?:går|funkar|fungerar|passar) (?:\w+ )?(?:(?:jätte|super|ut)?bra|fint|utmärkt|bäst))\b|"
    # Beside a number or an address: "sms på 070-…".
    r"\d\W{1,3}(?=sms|mejl)|\b(?:sms|mejl|telefon)(?: på| till)?\W{1,3}(?=\+?0\d|\S+@)",
    re.I,
)
_CHANNELS = (
    ("sms", re.compile(r"\bsms|\bmess(?:a|en)?\b", re.I)),
    (
        "e-post",
        re.compile(
            r"\be-?post|\bmejl|\bmail|\be-?mail|\b\S{2,40}@\S{2,40} (?:är|funkar|fungerar) |"
            r"\b(?:nås|når mig|når ni mig|skriv till mig|kontakta mig)(?: (?:bäst|enklast|helst|lättast))? (?:på|"
            r"via) \S{2,40}@",
            re.I,
        ),
    ),
    ("brev", re.compile(r"\bbrev|\bvanlig post\b|\b(?:per|via) post\b|^post till\b|\bpostledes\b", re.I)),
    (
        "telefon",
        re.compile(
            r"\b(?:hem|fasta |mobil)?telefonen\b|\btelefon(?!nummer|möte|intervju|numret)|\bring(?:a|er|s|ning)?\b|"
            r"\buppringd|\bsamtal\b|\bsignal\b|"
            r"\bpling\b",
            re.I,
        ),
    ),
)
_HELST = re.compile(
    r"\b(?:helst|allra helst|lättast|bäst|enklast|säkrast|smidigast|föredrar|bättre|"
    r"(?:lättaste|bästa|enklaste|säkraste|"
    r"smidigaste)(?: sättet| vägen)?)\b",
    re.I,
)
_RATHER = re.compile(r"\bhellre\b[^.!?]{0,80}?\bän\b", re.I)
_IMPERATIVE = r"(?:ring|mejla|maila|skicka|skriv|smsa|sms:a|messa|kontakta|hör av)"
# Where a clause ends; what follows a bare comma may still belong to a refusal ("inte sms, brev eller telefon").
_CUT = re.compile(
    rf"(?P<listed>,)|[;:](?!\w)| [–—-] |\b(?:men|utan|så(?! jag (?:vill|helst))|eftersom|medan|däremot|därför|ty)\b|"
    r"\b(?:för|då|när|om|fast|och) (?=jag\b|hon\b|han\b|det\b)|"
    rf"\s(?=jag (?:svarar|hör|har|är|kan)\b)|\boch (?={_IMPERATIVE}\b)|(?<=\w) (?={_IMPERATIVE}\b)",
    re.I,
)
_REFUSED = re.compile(
    r"\b(?:(?<!tveka )inte|ej|aldrig|icke|ingen|inga(?!-)|inget(?! (?:om|problem|hinder))|"
    r"slipp(?:a|er)|undvik\w*|undviker|"
    r"varken|sluta)\b",
    re.I,
)
_IS_BEST = re.compile(
    r"\b(?:är|blir|fungerar) (?:det |den )?(?:säkraste|bästa|enklaste|lättaste|säkrast|bäst|"
    r"enklast|lättast)\b",
    re.I,
)
_BACK = re.compile(r"^\W*(?:det|den) (?:är|blir|funkar|fungerar|går)\b", re.I)
_LISTED = re.compile(
    r"^\W*(?:(?:och|eller|heller) )?(?:sms|e-?post|mejl|mail|brev|telefon|samtal)\w*(?: (?:och|eller) \S+)?\W*$", re.I
)
_RELATIVE = (
    r"(?:barnbarn\w*|son(?:en|s|ens)?|dotter(?:n|s|ns)?|dottern|barn(?:en|et|ens|ets)?|(?<=min )man|mannens?|"
    r"fru(?:n|s|ns)?|make\w*|maka\w*|sambo\w*|syster(?:n|s)?|bror(?:s)?|grann\w+|vän(?:s|nens?)?|personalen|"
    r"kontaktperson\w*)"
)
# "Ring mig eller min man" comes with the channel first and is a wish.
_SOMEBODYS = re.compile(rf"\b{_RELATIVE}\b[^.!?]{{0,60}}$|\b(?:lånar|lånad|lånat)\b", re.I)
_TOLD = re.compile(
    r"\b(?:blev|är|blir) (?:nog |väl )?(?:ett|en) (?:\w+ ){0,2}?(?:brev|mejl|mail)\b|"
    r"\b(?:detta|det här) (?:brev|mejl|mail)|\b(?:läsa|granska|formulera|förbättra) (?:\w+ ){0,3}?(?:brev|sms|mejl)|"
    r"\bjag (?:\w+ )?(?:skriver|ringa|ringer|ringde)\b|\bskriver (?:jag|det här|detta|ett)\b|"
    r"\b(?:fick|fått|läste|läst|såg|sett|tack för)\b",
    re.I,
)
_HOUR = re.compile(r"\b(?:\w*dag(?:ar|tid)?|kväll\w*|\w*middag\w*|morg\w+|helg\w*|efter|före|innan|mellan)\b", re.I)


def channel_of(texts: Sequence[str]) -> str:
    """Return sms, e-post, brev or telefon, "" where no wish is said; what is liked best comes first."""
    clauses = [list(_wishes(text)) for text in texts]
    for sentence in clauses:
        for at, clause in enumerate(sentence):
            best = list(_HELST.finditer(clause))
            if best and (channel := _best(clause, best[-1], sentence[:at], sentence[at + 1 :])):
                return channel
    for sentence in clauses:
        for at, clause in enumerate(sentence):
            # "Telefonen är …, och det är så jag vill bli kontaktad."
            back = _BACK.match(clause) and (_REACH.search(clause) or "som gäller" in clause)
            if channel := _said(clause) or (_named_before(sentence[:at]) if back else ""):
                return channel
    return ""


def is_contact_refusal(clause: str) -> bool:
    """Tell whether a clause only refuses a channel, which is no refusal to take part in something."""
    return bool(_REFUSED.search(clause) and _REACH.search(clause) and _channel_in(clause))


def _wishes(text: str) -> Iterator[str]:
    """Yield the clauses of a sentence that neither refuse nor speak of somebody else."""
    start, listed, refused = 0, False, False
    for cut in (*_CUT.finditer(text), None):
        clause = text[start : cut.start() if cut else len(text)]
        goes_on = listed and refused and bool(_LISTED.match(clause))
        refused = bool(_REFUSED.search(clause)) or goes_on
        if rather := _RATHER.search(clause):
            clause = clause[: rather.end()]
        if not refused and not _TOLD.search(clause):
            yield clause
        if cut:
            start, listed = cut.end(), cut["listed"] is not None


def _best(clause: str, best: re.Match[str], before: Sequence[str], later: Sequence[str]) -> str:
    if channel := _channel_in(clause[best.end() :]) or _channel_in(clause[: best.start()]):
        return channel
    # "Ring mig, helst efter fem" is about the hour.
    if _HOUR.search(clause):
        return ""
    if channel := next((channel for one in later if (channel := _said(one))), ""):
        return channel
    # "Jag kollar mejlen varje dag, så det är säkrast", "Post till Storgatan 4, Tunby, är det säkraste sättet."
    return _named_before(before) if _BACK.match(clause) or _IS_BEST.search(clause) else ""


def _named_before(clauses: Sequence[str]) -> str:
    return next((c for one in reversed(clauses) if (c := _channel_in(one))), "")


def _said(clause: str) -> str:
    return _channel_in(clause) if _REACH.search(clause) else ""


def _channel_in(text: str) -> str:
    hits = [
        (found.start(), name)
        for name, pattern in _CHANNELS
        if (found := pattern.search(text)) and not _SOMEBODYS.search(text[max(0, found.start() - 80) : found.start()])
    ]
    return min(hits)[1] if hits else ""
