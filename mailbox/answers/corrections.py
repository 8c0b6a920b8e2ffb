"""Read what a sentence says of a field that it names itself: "rätt kostnadsställe är 48120", "datumet är fel, det ska
vara 18 mars", "mötet blir på Kronan i stället för Rådhuset".

A value must fit its field by itself. What denies, hedges or names two fields says nothing.
"""

import re
from collections.abc import Sequence
from datetime import date

from medverkan.mailbox.answers import said
from medverkan.mailbox.answers.chatter import is_hedged
from medverkan.mailbox.answers.plain import contrasted
from medverkan.mailbox.answers.smalltalk import without_opening
from medverkan.mailbox.answers.venues import named_place

_NOUNS = {
    "reply_by": r"(?:sista )?svars(?:datum(?:et)?|dag(?:en)?)|sista (?:dag(?:en)?|datum(?:et)?) (?:för|att) svara?",
    "people_wanted": r"antal(?:et)?(?: personer| deltagare| medverkande)?",
    "place": r"plats(?:en)?|(?:mötes)?lokal(?:en)?|mötesplats(?:en)?|adress(?:en)?|mötesrum(?:met)?",
    "when_text": r"(?:start|mötes)?datum(?:et)?|(?:mötes)?tid(?:en)?|(?:mötes)?dag(?:en)?|tidpunkt(?:en)?|"
    r"tiderna|datumen|dagarna|klockslag(?:et)?|starttid(?:en)?|datum och tid|dag och tid|tid och datum",
    "contact_phone": r"(?:telefon|mobil)?num(?:mer|ret)|telefon(?:en)?|mobil(?:en)?",
    "contact_email": r"(?:e-?post|mejl|mail)(?:adress(?:en)?)?",
    "organisation": r"huvudman(?:nen)?|organisation(?:en)?",
    "unit": r"enhet(?:en)?|verksamhet(?:en)?",
    "contact_name": r"kontakt(?:person(?:en)?)?",
    "cost_centre": r"kostnadsställe(?:t)?",
    "perspectives": r"perspektiv(?:et)?",
    "activity": r"typ(?:en)? av medverkan|(?:medverkans)?form(?:en)?(?: för medverkan)?|sort(?:en)?s medverkan",
}
_TOPICS = {key: re.compile(rf"\b(?:{nouns})\b", re.I) for key, nouns in _NOUNS.items()}
_EVERY = "|".join(f"(?P<{key}>{nouns})" for key, nouns in _NOUNS.items())
_RIGHT = r"(?:det |den )?(?:(?:rätta?|korrekta?|nya?|nytt|vår|vårt|riktiga?|ändrad|ändrat) ){0,2}"
_IS = (
    r"(?:är(?: nu| numera| alltså)?|blir(?: nu| alltså)?|ska(?:ll)? (?:vara|stå|bli)|"
    r"har (?:ändrats|flyttats|bytts) till|(?:ändras|flyttas|byts) till|är (?:ändra[td]|flyttad|bytt) till|gäller)"
)
_SAYS = re.compile(
    rf"^{_RIGHT}(?:{_EVERY})(?: (?:för|i|på|som)\b[^.,:;!?]{{2,40}}?)? {_IS} (?P<value>[^?]{{1,160}})$", re.I
)
_ABOUT = re.compile(
    rf"^(?:vad gäller|gällande|angående|beträffande|när det gäller|ang\.?) (?:{_EVERY})(?:[,:]? (?:så )?|[,:])"
    r"(?:(?:föreslår|tänker|önskar|säger|har|vill) vi (?:oss |ha |tänkt oss )?|(?:är|blir) det |"
    r"det (?:är|blir|ska vara) )?"
    r"(?P<value>[^?]{1,160})$",
    re.I,
)
_INSTEAD = re.compile(
    rf"\b(?:{_EVERY})\b(?P<between>[^.!?]{{0,80}}?)[,;:–-] ?(?:för )?(?:det|den|de|dom|rätt|här)(?: rätta)? "
    r"(?:ska(?:ll)? (?:vara|stå|bli)|skulle (?:vara|stå)|är|blir|gäller)(?: nu| alltså)? (?P<value>[^?]{1,120})$",
    re.I,
)
_NAMED_FAULT = re.compile(
    rf"\b(?:{_EVERY})\b(?P<between>[^.!?,:;]{{0,40}}\b(?:fel|omvänt|tvärtom|bakvänt|galet|tokigt)\b[^.!?,:;]{{0,40}})"
    r"[,:;–-] ?(?P<value>[^?]{1,120})$",
    re.I,
)
_MEETS = re.compile(
    r"^(?:mötet|träffen|uppdraget|intervju\w*|fokusgruppen|workshopen|vi) "
    r"(?:blir|är|hålls|sker|ska vara|ses|träffas|möts)"
    r"(?: nu| alltså)? (?P<value>[^?]{2,120})$",
    re.I,
)
_FAULTY = re.compile(
    r"\b(?:fel(?:aktig\w*)?|stämmer inte|inte rätt|omvänt|tvärtom|bakvänt|ändra\w*|flytta\w*|bytt?s?|glömde|"
    r"missade|glömt)\b",
    re.I,
)
_GOES_ON = re.compile(
    r"^(?:det|den|de|rätt|här)(?: rätta)? (?:ska(?:ll)? (?:vara|stå|bli)|skulle (?:vara|stå)|är|blir)\b", re.I
)


def corrected(sentence: str, today: date | None) -> dict[str, str]:
    """Return key → text for what a sentence says of a field that it names; {} where it is not plain."""
    core, old = contrasted(without_opening(sentence))
    if is_hedged(_FAULTY.sub("", core)) or len(core) > 300:
        return {}
    faulty = _FAULTY.search(core) or old is not None
    instead = (_INSTEAD.search(core), _NAMED_FAULT.search(core)) if faulty else ()
    for found in (_SAYS.match(core), _ABOUT.match(core), *instead):
        key = next((key for key in _NOUNS if found[key]), "") if found else ""
        value = fitting_value(key, found["value"], today) if found and key else ""
        if value and found and (found.re not in (_INSTEAD, _NAMED_FAULT) or _names_only(key, core)):
            return {key: value}
    if old is not None and (meets := _MEETS.match(core)):
        for key in ("when_text", "place"):
            if value := fitting_value(key, meets["value"], today):
                return {key: value}
    return {}


def says_only_that(sentence: str, today: date | None) -> bool:
    """Tell whether a sentence corrects one field, and few words stand before what it names."""
    core = contrasted(without_opening(sentence))[0]
    found = _INSTEAD.search(core) or _NAMED_FAULT.search(core)
    few = found and len(core[: found.start()].split()) <= 5 and len(found["between"].split()) <= 6
    return bool(few and corrected(sentence, today))


def _names_only(key: str, sentence: str) -> bool:
    return all(other in (key, "when_text") for other in named_fields(sentence))


def fitting_value(key: str, text: str, today: date | None) -> str:
    """Return the text that can stand in that field, without what ends the sentence; "" for none."""
    text = text.strip(" .!,")
    if key == "place":
        return named_place(text, today, stated=True)
    return said.fits(key, text, today)


def named_fields(sentence: str) -> tuple[str, ...]:
    """Return the fields that a sentence names, by whatever noun."""
    return tuple(key for key, noun in _TOPICS.items() if noun.search(sentence))


def may_lean(text: str) -> bool:
    """Tell whether a text speaks of a fault, without which no sentence of it leans on another."""
    return bool(_FAULTY.search(text))


def joined(spoken: Sequence[str]) -> list[str]:
    """Put "Datumet är fel." and "Det ska vara 18 mars." together again: the second leans on the first."""
    found: list[str] = []
    for sentence in spoken:
        last = found[-1] if found else ""
        leans = last and _FAULTY.search(last) and len(named_fields(last)) == 1 and "?" not in last
        if leans and _GOES_ON.match(sentence):
            found[-1] = f"{last.rstrip('.! ')}, {sentence[:1].lower()}{sentence[1:]}"
        else:
            found.append(sentence)
    return found
