"""Leave out the words before a name that only say who it is: "damerna Ek och Lund", "ynglingen Oskar".

They are read, and asked about, where no listed person follows.
"""

import re

from medverkan.mailbox.replies.names import People, fold, women_and_men

_WOMEN = r"kvinnorna|tjejerna|damerna|flickorna|tanterna"
_MEN = r"männen|killarna|herrarna|grabbarna|pojkarna|gubbarna"
_ONE_WOMAN = r"kvinnan|tjejen|damen|tanten"
_ONE_MAN = r"herrn|herren|killen|grabben|gubben"
_BEFORE = r"(?:(?:alla|båda|bägge|samtliga|de|våra) (?:(?:två|tre|fyra|båda|bägge) )?(?:[a-zåäö]{2,12}[ae] )?)?"
_HEADING = re.compile(
    rf"\b(?i:{_BEFORE}(?:{_WOMEN}|{_MEN}|{_ONE_WOMAN}|{_ONE_MAN}))(?P<on> (?:på|i) (?:listan|gruppen|gänget))?"
    r"(?P<sign> ?[:,(-]| alltså| dvs| nämligen)? ?(?=(?P<name>[A-ZÅÄÖ][\w-]{1,20})(?: (?P<last>[A-ZÅÄÖ][\w-]{1,20}))?)"
)
# "ynglingen Oskar", "lilla Siri"
_APPOSED = re.compile(
    r"\b(?i:(?:(?:den|vår|min|våran) )?)(?:(?:alltid )?[a-zåäö]{3,12}[ae] )?(?:ynglingen|ungtuppen|veteranen"
    r"|nykomlingen|räven"
    r"|pensionären|studenten|eldsjälen|stjärnan|klippan|norrlänningen|smålänningen|skåningen|stockholmaren"
    r"|göteborgaren|fru"
    r"|herr|fröken|tant|farbror|gamle|gamla|unge|unga|lille|lilla|kloka|kloke|käre|kära|rara|goa|tuffa|glada"
    r"|trygga|rutinerade)"
    r" (?=(?P<name>[A-ZÅÄÖ][\w-]{1,20})(?: (?P<last>[A-ZÅÄÖ][\w-]{1,20}))?)"
)


# "Bo i Tanum, han med rösten": the place and what is known of him; a woman's name before "han" is somebody else's.
_NAME = r"(?P<name>[A-ZÅÄÖ][\w-]{1,20})(?: (?P<last>[A-ZÅÄÖ][\w-]{1,20}))?"
_LIVES = re.compile(
    rf"\b{_NAME} (?:i|från) (?!Kö\b)(?P<place>[A-ZÅÄÖ][a-zåäöé]{{2,20}})(?=$|[,.!?;)]| (?:och|samt|o) [A-ZÅÄÖ])"
)
_KNOWN_BY = re.compile(
    rf"\b{_NAME}(?:,| \() ?(?P<pronoun>han|hon|hen|den)(?: där)? (?:med|som|från|i)"
    r" (?![^,.;:?!()]{0,60}\b(?:inte|ej|aldrig|nej|om|kanske|eller|sa|sade|tackade?|vill|ville"
    r"|kan|kunde|avböjde|svarar)\b)"
    r"[^,.;:?!()]{2,60}\)?(?:,(?= [a-zåäö])|(?=$|[,.!]))"
)


def without_headings(text: str, people: People) -> str:
    """Return the text without what only says who those named are, before their names and behind them."""
    text = _LIVES.sub(lambda found: _bare_name(found) if _lives(found, people) else found[0], text)
    text = _KNOWN_BY.sub(lambda found: _bare_name(found) if _fits(found, people) else found[0], text)
    for heads in (_HEADING, _APPOSED):
        text = heads.sub(lambda found: "" if _names(found, people) else found[0], text)
    return text


def _names(found: re.Match[str], people: People) -> bool:
    who = people.called(found["name"], beside_name=bool(found["last"]), inside=True)
    return bool(who) or bool(who & people.called(found["last"] or "", beside_name=True))


def _bare_name(found: re.Match[str]) -> str:
    return " ".join(name for name in (found["name"], found["last"]) if name)


def _lives(found: re.Match[str], people: People) -> bool:
    return _names(found, people) and not people.called(found["place"], inside=True)


def _fits(found: re.Match[str], people: People) -> bool:
    """Tell whether "han" or "hon" can be the one named before it."""
    women, men = women_and_men()
    others = {"han": women, "hon": men}.get(found["pronoun"], frozenset())
    return _names(found, people) and not {fold(found["name"]), *fold(found["name"]).split("-")} & others
