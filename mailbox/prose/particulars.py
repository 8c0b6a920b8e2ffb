"""Where a person lives and when they were born, as a letter says it; a town of work or of birth is neither."""

import re
from collections.abc import Sequence

from medverkan.mailbox.forms.values.born import birth_year

_TOWN = r"[A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ]?[a-zåäö]+)?(?: [A-ZÅÄÖ][a-zåäö]+)?"
_RELATIVES = re.compile(
    r"\b(?:min|vår|hans|hennes) (?:[a-zåäö]+ )?(?:fru|man|hustru|make|maka|"
    r"sambo|mamma|pappa|mor|far|bror|syster|son|dotter|mormor|morfar|farmor|"
    r"farfar|lillebror|lillasyster|svärmor|svärfar|barnbarn|vän)\b|^(?:hon|han|mamma|pappa)\b|"
    r"\b(?:hon|han)\b[^.!?]{0,40}\bbor\b",
    re.I,
)
_OWN_HOME = re.compile(r"\b(?:jag|vi)\b[^.!?]{0,40}\bbo(?:r|satta?|ende)\b|\bbor (?:jag|vi)\b", re.I)
_COMMUNE = re.compile(rf"\b(?P<town>{_TOWN} kommun)\b")
_LIVES = re.compile(r"\b(?:bor|bosatt|boende|hemma|hemmahörande|kommer från|från|bott)\b", re.I)
_HOME = re.compile(
    rf"\b(?:[Bb]or|[Bb]osatt|[Bb]oende|[Hh]emmahörande|[Kk]ommer från|"
    rf"[Ff]olkbokförd|[Mm]antalsskriv\w+|[Ss]kriven)\b(?: (?!(?:i|på|"
    rf"hos)\b[^.]{{0,12}}\b(?:gruppbostad|äldreboende))[a-zåäö]+){{0,6}}? ?"
    rf"(?:i|på|från|utanför|nära|vid) (?P<town>{_TOWN})\b(?! \d)"
)
# "Bor på Solgården i Nybro", "i gruppbostad på Ekvägen i Nybro": the town stands after the house.
_HOUSE_IN_TOWN = re.compile(
    rf"\b(?:[Bb]or|[Bb]osatt|[Bb]oende)\b(?: min \w+ och jag| jag och min \w+)?(?: (?!och\b|"
    rf"men\b)[a-zåäö]+){{0,3}}? (?:på|vid|hos|i (?:en|ett))"
    rf"(?: (?!(?:och|men|som|där|jobbar|arbetar|född|går|ligger)\b)[\wåäö-]+){{1,5}}? i (?P<town>{_TOWN})"
)
_NEARER = re.compile(rf",? (?:närmare bestämt )?i (?P<town>{_TOWN})\b(?! \d)")
_SMALL_TOWN = re.compile(
    r"\b(?:bor|bosatt|boende|hemma|kommer från)\b(?: (?!i\b|på\b)\w+){0,3} (?:i|på|från|"
    r"utanför|ort:|kommun:) (?P<town>(?!(?:en|ett|hus|"
    r"villa|lägenhet|stan|staden|byn|närheten|samma|min|mitt|radhus|hyreshus|kommunen|särskilt|egen|eget|länet|"
    r"norra|södra|östra|västra|skogen|centrum|sverige|gruppbostad|gruppboende|stödboende|äldreboende)\b)"
    r"[a-zåäö]{3,}(?:-[a-zåäö]+)?)(?=[.,!?;)]|$| (?:sen|sedan|och|med|kommun|där|som|nu|i|utanför|född|mej|sjuk)\b)"
    r"|\b(?:i|på|utanför|nära|vid) (?P<there>[a-zåäöA-ZÅÄÖ][a-zåäö-]{2,}),? där (?:jag|vi) (?:också |även |nu |"
    r"numera )?bor\b|"
    r"\bbott i (?P<since>[a-zåäöA-ZÅÄÖ][a-zåäö-]{2,})(?: kommun)? (?:sedan|sen|i (?:\d|många|hela|snart|över))",
    re.I,
)
# "Kim Ek, född 1960, Tunby", "47 år från Tunby": facts one after another.
_LISTED_TOWN = re.compile(
    rf"\b(?:[Ff]ödd|[Åå]rgång|f\.?) (?:år |i )?-?\d{{2,4}}\)?,? (?:i |från |bor i )?(?P<town>{_TOWN})(?=[.,;]|$)|"
    rf"(?:\bår|\bbast|\bårig|\)|"
    rf"\b\d\d:?a),? från (?P<from>[A-ZÅÄÖa-zåäö][a-zåäö]+(?:-[A-ZÅÄÖ]?[a-zåäö]+)?(?: [A-ZÅÄÖ][a-zåäö]+)?)|"
    rf"^[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+,? (?:19|20)\d\d,? (?P<third>{_TOWN})(?=[.,;]|$)|"
    rf", -\d\d, (?P<small>[A-ZÅÄÖa-zåäö][a-zåäö]+)(?=[.,;]|$)|"
    rf"\b(?:[Bb]ostadsort|[Hh]emort|[Oo]rt|[Hh]emkommun|[Kk]ommun|[Bb]or)(?:en)?(?: är|:) ?(?P<label>{_TOWN})|"
    rf"^[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+, (?P<alone>{_TOWN})[.!]?$|"
    rf"\b(?:[Jj]ag (?:är|heter)|[Hh]eter) [A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){{0,2}},? "
    rf"(?:och kommer )?från (?P<comes>{_TOWN})|"
    rf"\b[Pp]ensionera[dt](?: \w+)? (?:i|från) (?P<retired>{_TOWN})|\b[Pp]ensionär (?:i|från) (?P<retired2>{_TOWN})|"
    rf"\b[Bb]or (?P<bare>[A-ZÅÄÖ][a-zåäö]+)\b(?! \d)|"
    rf"\b[Bb]or (?:på )?[A-ZÅÄÖ][a-zåäö]+ \d{{1,3}} ?[A-Z]?,? (?:i )?(?P<street>{_TOWN})|"
    rf"^[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+, (?P<second>{_TOWN}), (?:född )?(?:19|20)\d\d\b|"
    rf"\b(?:lägenhet|villa|hus|gård|radhus|etta|tvåa|trea|stuga) (?:i|på|utanför) (?P<house>{_TOWN})|"
    rf"\b\d\d år,? (?:och )?(?P<aged2>{_TOWN})(?=[.,;]|$)|"
    rf"\b(?:[Jj]ag|[Vv]i) (?:har )?(?:alltid |länge |nu )?bott (?:i|på) (?P<lived>{_TOWN})|"
    rf"\bhar (?:jag|vi) (?:alltid |länge )?bott (?:i|på) (?P<lived2>{_TOWN})|"
    rf"\bhär från (?P<here>[A-ZÅÄÖa-zåäö][a-zåäö]{{2,}})(?=[.,;]|$)|"
    rf"\bfrån (?P<named>[A-ZÅÄÖa-zåäö][a-zåäö]{{2,}}(?: [A-ZÅÄÖ][a-zåäö]+)?) här\b|"
    rf"\((?:född )?-?(?:19|20)?\d\d\), (?P<aged>{_TOWN})(?=[.,;]|$)|"
    r"\bfödd (?:år |i )?-?\d{2,4},? från (?P<born>[a-zåäö]{3,})(?=[.,;]|$)|"
    rf", (?P<before>{_TOWN}), (?:[Ff]ödd|f\.?) ?(?:år |i )?-?\d\d"
)
_BORN = re.compile(
    r"(?:\b(?:född?|årgång|födelseår|född år|f)\b\.?)[^.!?\d-]{0,20}-?((?:19|20)\d\d|\d{2}(?:\d{4})?)(?!\d)", re.I
)
_MODEL = re.compile(r"\b((?:19|20)\d\d) års modell\b", re.I)
# The year in brackets after the age.
_BESIDE_AGE = re.compile(
    r"\b(?:\d\d|[a-zåäö]{3,15}) ?(?:år|bast|årig)\w*(?: gammal| i år)?,? "
    r"\((?:född )?-?((?:19|20)?\d\d)(?::?an?)?\)",
    re.I,
)
# "… fyllde 71 i somras (1955)".
_TURNED = re.compile(r"\b(?:fyller|fyllde|fyllt|är|blir) \d\d\b[^.!?()\d]{0,25}\(((?:19|20)\d\d)\)", re.I)
# "Kim Ek, 741103": the day of birth beside a name.
_SIX_FIGURES = re.compile(
    r"^[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+,? (\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d-])", re.M
)
# "35 år, 1991", "Kim Ek, Tunby, 1960".
_AFTER_AGE = re.compile(
    r"\b\d\d år,? (?:född )?((?:19|20)\d\d)\b|^[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+, \w+, ((?:19|20)\d\d)\b", re.M
)
# "Kim Ek, -61, Tunby", "fyller 60 (-67)".
_SHORT_YEAR = re.compile(r"(?:, |\()-(\d\d)(?=[,)])")
_WAS_BORN = re.compile(
    r"\bjag (?:föddes(?: var)?|kom till världen|är född)(?: år| i [\w-]{1,20})? ((?:19|20)\d\d)\b", re.I
)
# "Kim Ek, 1957, Tunby": beside a name.
_BESIDE_NAME = re.compile(r"^[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+,? ((?:19|20)\d\d)(?=[,.]|$| [A-ZÅÄÖ])", re.M)
_BORN_WITH_DAY = re.compile(r"\bfödd (?:den )?\d{1,2}(?::?e)? [a-zåäö]+ (?:år )?((?:19|20)\d\d)\b", re.I)
# "Född är jag i Harda, närmare bestämt 1968"; not "född i Harda, bor i Tunby sedan 1968".
_BORN_LATER = re.compile(
    r"\bfödd\b(?:(?! (?:sedan|sen|flytta\w*|bor|bott|men|och)\b)[^.!?\d]){0,45} (19\d\d|20[01]\d)\b", re.I
)
# The year alone, as it is said aloud: "06a från Tunby".
_AS_MODEL = re.compile(r"(?<![\d-])(\d\d):?a\b(?= från|,|$| i | bor|\))|(?:\(|, )-(\d\d):?a\b")
# "1951 är jag född"
_YEAR_FIRST = re.compile(r"\b((?:19|20)\d\d) (?:är|e) (?:jag|hon|han) född\b", re.I)
_YEAR_IS = re.compile(r"\b(?:årtalet|året|födelseåret) är ((?:19|20)\d\d)\b", re.I)
_POST_TOWN = re.compile(rf"\b\d{{3}} ?\d\d ({_TOWN})$")
_BIRTHS = (
    _BORN_WITH_DAY, _WAS_BORN, _BESIDE_AGE, _TURNED, _SIX_FIGURES, _MODEL, _BORN, _BESIDE_NAME, _SHORT_YEAR,
    _AFTER_AGE, _BORN_LATER, _AS_MODEL, _YEAR_IS,
    _YEAR_FIRST,
)  # fmt: skip
_NAMES = (
    r"[A-ZÅÄÖ][\wåäö-]+(?: [A-ZÅÄÖ][\wåäö-]+){0,2}"
    r"(?: (?:väg|gata|gränd|stig|torg|plats|gård|by|backe|allé)(?:en|n|et)?)?"
)
_NUMBER = r"\d{1,4} ?[A-Za-z]?(?: lgh \d{1,4})?"
_ADDRESS = re.compile(rf"(?P<address>{_NAMES} {_NUMBER},? (?:i )?\d{{3}} ?\d{{2}}(?: {_TOWN}|\b(?! ?\d)))")
_CALLED_ADDRESS = re.compile(
    rf"\b[Aa]dress(?:en)?(?: är|:)? (?P<address>{_NAMES} {_NUMBER},? (?:i )?(?:\d{{3}} ?\d{{2}} )?{_TOWN})"
)
_ENDS_IN_S = ("ås", "näs", "fors", "grums", "hus", "ss", "os")


def municipality_of(texts: Sequence[str]) -> str:
    """Return the town or municipality where somebody says that they live, "" for none."""
    # Where a relative lives comes last: "min bror bor på en gruppbostad i Tunby".
    theirs = [text for text in texts if _RELATIVES.search(text) and not _OWN_HOME.search(text)]
    posted = _POST_TOWN.search(address_of(texts))
    if posted and not any(_LIVES.search(text) and _COMMUNE.search(text) for text in texts):
        # Where the letters arrive they live.
        return posted[1]
    return _town_in([text for text in texts if text not in theirs]) or _town_in(theirs)


# "Kim Ek, Tunby", "Ekvägen 5, 598 34 Tunby": how a letter is signed.
_SIGNED_TOWN = re.compile(rf"^{_TOWN}(?: [A-ZÅÄÖ]\w+)?, (?P<town>{_TOWN})$")


def home_in(lines: Sequence[str], name: str) -> str:
    """Return the town that a signature gives beside the writer's name or in an address, "" for none."""
    posted = _POST_TOWN.search(address_of(lines))
    if posted:
        return posted[1]
    first = name.split(maxsplit=1)[0] if name else ""
    founds = (found for line in lines if first and line.startswith(first) and (found := _SIGNED_TOWN.match(line)))
    return next((found["town"] for found in founds), "")


# "… och en make med demens som numera" before "bor på Björkgården": where somebody else lives.
_OF_KIN = re.compile(
    r"\b(?:make|maka|man|fru|sambo|mor|far|mamma|pappa|son|dotter|syster|bror)\b(?:(?! (?:jag|"
    r"vi)\b)[^.!?]){0,60} (?:som|och) (?:\w+ )?$",
    re.I,
)


def _town_in(texts: Sequence[str]) -> str:
    for text in texts:
        if (_LIVES.search(text) or _BORN.search(text)) and (found := _COMMUNE.search(text)):
            return _commune(found["town"].removesuffix(" kommun"))
    for pattern in (_HOUSE_IN_TOWN, _HOME):
        founds = (found for text in texts for found in pattern.finditer(text))
        own = next((found for found in founds if not _OF_KIN.search(found.string[: found.start()])), None)
        if own:
            # "… på Öland, i Borgholm": the smaller of the two is the one.
            nearer = _NEARER.match(own.string, own.end()) if own.string[: own.start("town")].endswith("på ") else None
            return nearer["town"] if nearer else own["town"]
    for pattern in (_LISTED_TOWN, _SMALL_TOWN):
        if found := next((found for text in texts if (found := pattern.search(text))), None):
            town = next(part for part in found.groups() if part)
            return town.title() if town.islower() else town
    for at, text in enumerate(texts):
        # A list of facts, one on each line: the name, the year, the town.
        near = (*texts[max(0, at - 1) : at], *texts[at + 1 : at + 2])
        if text.isalpha() and len(text) > 2 and any(_BORN.search(one) and one.count(" ") < 4 for one in near):
            return text.title() if text.islower() else text
    return ""


def _commune(name: str) -> str:
    """Return a municipality's name without the word that begins the sentence and without its genitive."""
    words = name.split()
    if len(words) > 1 and words[0] in {"I", "Från", "Bor", "På"}:
        words.pop(0)
    said = " ".join(words)
    return said if not said.endswith("s") or said.casefold().endswith(_ENDS_IN_S) else said[:-1]


def birth_year_of(text: str, latest: int | None) -> int | None:
    """Return the year of birth that is said, None for none."""
    found = next((found for pattern in _BIRTHS if (found := pattern.search(text))), None)
    return birth_year(next(part for part in found.groups() if part), latest) if found else None


def tells_birth(text: str) -> bool:
    """Tell whether a year of birth is said, be it with two digits."""
    return any(pattern.search(text) for pattern in _BIRTHS)


def address_of(texts: Sequence[str]) -> str:
    """Return the postal address, with its post code or called an address; "" for none."""
    for text in texts:
        if any(c.isdigit() for c in text) and (found := _CALLED_ADDRESS.search(text) or _ADDRESS.search(text)):
            return found["address"].removeprefix("Bor ").replace(", i ", ", ")
    return ""
