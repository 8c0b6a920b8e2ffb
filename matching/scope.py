"""Whose experience a mention is: own or a relative's, hoped for or over.

Works on the words around a mention. What is not theirs at all is read by `denials` and `offices`.
A profile that ticks one perspective lends it to every mention that says nothing else.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from medverkan.matching.denials import clause
from medverkan.matching.kinship import group_of
from medverkan.matching.text import Word
from medverkan.matching.wordlists import listed


class Standing(StrEnum):
    """What a mention says about the person."""

    REAL = "real"
    PAST = "past"
    DENIED = "denied"
    PASSING = "passing"
    UNSURE = "unsure"


_LONG_AGO = re.compile(r"\b(för länge se(da)?n|(några|ett par|flera) år)\b")
_HOPED = re.compile(
    r"\b(kö|väntar på|under utredning|misstänk\w+|kanske|förmodligen|eventuellt|tror att (jag|"
    r"han|hon)|undrar om|nekad\w*|"
    r"nekats|avslag|fick inte komma|ska utredas|funderar på|söker om|ansökt om|rädd för att få|risk för|ärftlig)\b"
)

# "Ingen misstänkte ätstörning": it was one all the same.
_NOBODY_SUSPECTED = re.compile(r"\b(ingen|inte|aldrig|innan|förrän) (\w+ ){0,2}misstänk")
_TOO = re.compile(
    r"\b(har|hade|fick|fått|haft|lider) (det|samma( \w+)?|detsamma)( \w+)?( (också|med|likaså))?\b|"
    r"\b(också|likaså) det\b"
)
# "Kanske beror det på att jag fick …": the cause is doubted, not the fact.
_ITS_CAUSE = re.compile(
    r"\b(kanske|förmodligen|eventuellt)( \w+)? (beror|berodde|hänger|hängde|därför)\b|"
    r"\b(beror|berodde|hänger|hängde|därför)( \w+)? (kanske|förmodligen)\b"
)
_AWAY = (
    r"(?:växte|vuxit|växt) (?:jag )?(?:bort|ifrån|ur)\b|(?:gick|gått) över\b(?! (?:i|till)\b)|"
    r"försvann (?:i|med|när|under|efter|av sig)\b|(?:är|var|blev) (?:\w+ )?borta\b|(?:lade|la) sig med åren"
)
_WENT_AWAY = re.compile(rf"\b(?:{_AWAY})")
_IT_WENT_AWAY = re.compile(rf"^(?:men|och|fast)? ?(?:\w+ )?(?:det|den|de|\w+(?:en|et|na))? ?(?:\w+ )?(?:{_AWAY})")
_IN_CHILDHOOD = re.compile(
    r"\bsom (?:barn|liten|tonåring|ung) (?:hade|fick|led) jag\b|"
    r"\bhade (?:jag )?(?:\w+ ){1,3}som (?:barn|liten|tonåring|ung)\b"
)
_BRIEF = re.compile(
    r"\b(?:i |under )?(?:några|ett par|en|två|tre|fyra|fem|sex|sju|åtta|\d{1,2}) "
    r"(?:dagar|dar|dagars|veckor|veckors|vecka)\b(?! (?:sen|sedan|innan|före|senare|kvar|tidigare))|"
    r"\b(?:några|ett par|en|två|tre) (?:månader|månad)\b(?! (?:sen|sedan))|"
    r"\b(?:tillfällig\w*|temporär\w*|lånade|lånat|låna|lånestol\w*)\b"
)
_PERSONS = ("ist", "isten", "are", "aren", "narkoman", "narkomanen")
_ALSO = frozenset({"också", "likaså", "samma", "detsamma", "även"})


def goes_on(words: Sequence[Word], end: int, start: int) -> bool:
    """Tell whether a list goes on from the mention ended at `end` to the one at `start` ("KOL eller astma")."""
    between = {w.low for w in words[end:start]}
    if between:
        return between <= {"eller", "och", "samt"}
    return any(w.low in {"eller", "och", "samt"} for w in words[start:])


def unsure(words: Sequence[Word], start: int, end: int) -> bool:
    """Tell whether the mention is only hoped for, suspected, queued for or refused to the person."""
    first, last = clause(words, start)
    said = " ".join(w.low for w in words[first:last][: start - first + 4])
    said = _ITS_CAUSE.sub("", said)
    return bool(_HOPED.search(said)) and not _NOBODY_SUSPECTED.search(said)


def over(words: Sequence[Word], start: int, end: int) -> bool:
    """Tell whether the mention is of something that lies behind."""
    first, last = clause(words, start)
    lows = [w.low for w in words[first:last]]
    if set(lows) & listed("over"):
        return True
    long_ago = _LONG_AGO.search(" ".join(lows))
    return bool(long_ago) and ("länge" in lows or bool(set(lows) & {"bodde", "hade", "fick", "gick", "var"}))


def outgrown(words: Sequence[Word], start: int) -> bool:
    """Tell whether an illness was one's childhood's, or went away ("hade astma som barn", "men det växte bort")."""
    first, last = clause(words, start)
    here = " ".join(w.low for w in words[first:last])
    number = words[start].clause
    following = " ".join(w.low for w in words[last:] if w.clause == number + 1)
    return bool(_WENT_AWAY.search(here) or _IN_CHILDHOOD.search(here) or _IT_WENT_AWAY.search(following))


def brief(words: Sequence[Word], start: int) -> bool:
    """Tell whether the mention is said to have lasted only days or weeks, or to have been lent."""
    first, last = clause(words, start)
    return bool(_BRIEF.search(" ".join(w.low for w in words[first:last])))


def subject(words: Sequence[Word], start: int, end: int) -> str:
    """Return whom the mention is about, by the nearest words before it: "relative", "self", "other" or "".

    "other" is a bare pronoun or "barnen": a relative where the person speaks as one, else only part of the story.
    """
    if any(w.low in {"mig", "mej"} for w in words[start : end + 1]):
        # "Min man slog mig."
        return "self"
    follows = end < len(words) and words[end].clause == words[start].clause
    if follows and _is_relative(words, end) and not _is_agent(words, end):
        # "Hemma drack pappa": the one who does it stands after.
        before = {w.low for w in words[max(0, start - 6) : start] if w.clause == words[start].clause}
        if not (before & {"jag", "mig"} or _is_bare_child(words, end)):
            return "relative"
    if words[start].low.endswith(_PERSONS) and [w.low for w in words[max(0, start - 2) : start]] in (
        ["med", "en"],
        ["med", "ett"],
    ):
        # "Levt med en alkoholist", but "levt med en depression".
        return "relative"
    for at in range(end - 1, max(-1, start - 13), -1):
        low = words[at].low
        if _is_relative(words, at) and not _is_agent(words, at):
            between = words[at + 1 : start]
            own = any(w.low in {"jag", "mig"} and w.clause == between[0].clause for w in between)
            return "self" if own else "other" if _is_bare_child(words, at) else "relative"
        if low in listed("third") and words[at].clause == words[start].clause:
            return "other"
        if low in {"jag", "mig", "mej", "själv"} and start - at <= 10:
            return "self"
    _, last = clause(words, start)
    after = {w.low for w in words[end:last][:4]}
    return "relative" if after & listed("relatives") and after & {"hos", "för"} else ""


def _is_agent(words: Sequence[Word], at: int) -> bool:
    # "Blev slagen av min fru": she did it, it happened to the teller.
    by = next((i for i in range(at - 1, max(0, at - 3), -1) if words[i].low == "av"), 0)
    return by > 0 and words[by - 1].low.endswith(("en", "ad", "ats", "d", "agits"))


def _is_bare_child(words: Sequence[Word], at: int) -> bool:
    before = words[at - 1].low if at else ""
    return words[at].low.startswith("barn") and before not in listed("possessives")


def _is_relative(words: Sequence[Word], at: int) -> bool:
    low = words[at].low
    before = words[at - 1].low if at else ""
    if low in listed("young") and before not in listed("possessives"):
        # Also said of staff and of strangers, so they count only as "min flicka", "våra pojkar".
        return False
    if low == "man":
        return before in {"min", "en", "vår", "med"}
    return low in listed("relatives")


def relation(words: Sequence[Word], start: int, end: int) -> str:
    """Return which relative the mention is about, by the nearest one named; "" when none is."""
    near = (*range(end - 1, max(-1, start - 13), -1), *range(end, min(len(words), end + 4)))
    return next((group_of(words, at) for at in near if _is_relative(words, at)), "")


def has_it_too(words: Sequence[Word]) -> str:
    """Return which relative has the same as was just told ("min son fick det också"); "" where none is said to."""
    for at in range(len(words)):
        if _is_relative(words, at):
            _, last = clause(words, at)
            rest = [w.low for w in words[at + 1 : last]]
            if set(rest) & _ALSO and _TOO.search(" ".join(rest)):
                return group_of(words, at)
    return ""
