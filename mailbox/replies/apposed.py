"""Leave out the words before a name that only say who it is: "damerna Ek och Lund", "ynglingen Oskar".

They are read, and asked about, where no listed person follows.
"""

import re

from medverkan.mailbox.replies.names import People

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


def without_headings(text: str, people: People) -> str:
    """Return the text without "damerna" and "ynglingen" before the names of those who are meant."""
    for heads in (_HEADING, _APPOSED):
        text = heads.sub(lambda found: "" if _names(found, people) else found[0], text)
    return text


def _names(found: re.Match[str], people: People) -> bool:
    who = people.called(found["name"], beside_name=bool(found["last"]), inside=True)
    return bool(who) or bool(who & people.called(found["last"] or "", beside_name=True))
