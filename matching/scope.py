"""Whose experience a mention is: own, a relative's, denied, only passing, or over.

Works on the words around a mention: the clause tells negation and subject, the sentence tells mistaken diagnoses.
A profile that ticks one perspective lends it to every mention that says nothing else.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from medverkan.matching.text import Word
from medverkan.matching.wordlists import listed


class Standing(StrEnum):
    """What a mention says about the person."""

    REAL = "real"
    PAST = "past"
    DENIED = "denied"
    PASSING = "passing"
    UNSURE = "unsure"


_DECLINED = re.compile(
    r"^(\w+ ){0,4}(tacka\w* nej|sa(de)? nej|avböj\w+|sa(de)? att (de|dom) inte|tog inte emot|ville inte ta emot|"
    r"ville (jag|vi|han|hon) inte ha|har (jag|vi) (klarat|sluppit)|behöver (jag|vi) inte|slapp (jag|vi))"
)
# "utredd för endometrios men de hittade ingenting", "borderline sa de först"
_UNFOUND = re.compile(
    r"^(men |fast )(de|dom|man|läkarna|läkaren) (hittade|fann|såg|kunde) (\w+ )?(ingenting|inget|inte)|"
    r"^men det var (det )?inte|"
    r"^(sa|sade|trodde|hette|hävdade|påstod) (de|dom|man|det|läkarna|läkaren|doktorn) (först|i början)"
)
_AT_WORK = re.compile(
    r"\b(i (jobbet|yrket|tjänsten|mitt (jobb|yrke|arbete))|yrkesmässigt|professionellt|som (jobb|yrke))\b"
)
_LONG_AGO = re.compile(r"\b(för länge se(da)?n|(några|ett par|flera) år)\b")
_HOPED = re.compile(
    r"\b(kö|väntar på|under utredning|misstänk\w+|kanske|förmodligen|eventuellt|tror att (jag|"
    r"han|hon)|undrar om|nekad\w*|"
    r"nekats|avslag|fick inte komma|ska utredas|funderar på|söker om|ansökt om|rädd för att få|risk för|ärftlig)\b"
)
_SAID = frozenset({"sa", "sade", "hette", "hetat", "kallades"})
# "hemtjänst har jag inte" denies; "hemtjänsten är inte bra" is about quality.
_ENDS_DENIAL = frozenset({"haft", "fått", "behövt", "och", "utan", "alls", "än", "fel"})
# What people "work at" as an effort for them, not as staff.
OWN_WORK = frozenset(
    {
        "daglig verksamhet",
        "sysselsättning och arbetsrehabilitering psykiatri",
        "arbete vid funktionsnedsättning",
        "peer support",
        "arbetslöshet och arbetsmarknadsinsatser",
    }
)


def _clause(words: Sequence[Word], at: int) -> tuple[int, int]:
    number = words[at].clause
    start, end = at, at
    while start > 0 and words[start - 1].clause == number:
        start -= 1
    while end < len(words) and words[end].clause == number:
        end += 1
    return start, end


def denied(words: Sequence[Word], start: int, end: int) -> bool:
    """Tell whether the mention at [start, end) is said not to be the case."""
    first, _ = _clause(words, start)
    if any(w.low == "varken" for w in words[first:start]):
        return True
    return _denied_before(words, start) or _denied_after(words, end) or _mistaken(words, start)


def goes_on(words: Sequence[Word], end: int, start: int) -> bool:
    """Tell whether a list goes on from the mention ended at `end` to the one at `start` ("KOL eller astma")."""
    between = {w.low for w in words[end:start]}
    if between:
        return between <= {"eller", "och", "samt"}
    return any(w.low in {"eller", "och", "samt"} for w in words[start:])


def unsure(words: Sequence[Word], start: int, end: int) -> bool:
    """Tell whether the mention is only hoped for, suspected, queued for or refused to the person."""
    first, last = _clause(words, start)
    return bool(_HOPED.search(" ".join(w.low for w in words[first:last][: start - first + 4])))


def _denied_before(words: Sequence[Word], start: int) -> bool:
    for back in range(1, 6):
        at = start - back
        if at < 0 or words[at].clause != words[start].clause:
            return False
        low = words[at].low
        if low in listed("negators"):
            following = words[at + 1].low if at + 1 < start else ""
            if following in listed("affirm_after"):
                return False
            if low == "utan":
                # "inte demens utan stroke" affirms what follows, "utan hemtjänst" denies it.
                earlier = words[max(0, at - 8) : at]
                return not any(w.low in {"inte", "aldrig", "ej", "ingen", "inget"} for w in earlier)
            return not (low in {"ingen", "inget", "inga"} and back > 2)
        if low not in listed("between"):
            return False
    return False


def _denied_after(words: Sequence[Word], end: int) -> bool:
    rest = [w.low for w in words[end : end + 9]]
    relative = rest[:1] in (["vilket"], ["som"]) and set(rest[1:3]) & listed("post_pronouns")
    if relative and set(rest[1:4]) & {"inte", "aldrig"}:
        return True
    number = words[end - 1].clause
    near = [w.low for w in words[end : end + 9] if w.clause == number]
    following = [w.low for w in words[end : end + 9] if w.clause in {number, number + 1}]
    said_next = " ".join(following)
    if _DECLINED.search(" ".join(near)) or (following[:1] == ["men"] and _DECLINED.search(said_next)):
        return True
    if _UNFOUND.search(said_next):
        return True
    if not near or near[0] not in listed("post_verbs"):
        return False
    for at, low in enumerate(near[1:5], 1):
        if low in listed("post_negators"):
            tail = near[at + 1 : at + 2]
            return bool(set(near[1:at]) & listed("post_pronouns")) and (not tail or tail[0] in _ENDS_DENIAL)
        if low not in listed("post_pronouns"):
            return False
    return False


def _mistaken(words: Sequence[Word], start: int) -> bool:
    # "först trodde de att det var …", "en läkare gissade på …": what doctors thought it was.
    doubt = -1
    for at in range(start):
        low = words[at].low
        said_first = low in _SAID and any(w.low == "först" for w in words[max(0, at - 3) : at + 3])
        if low in listed("mistaken") or said_first:
            doubt = at
        elif doubt >= 0 and _resolves(words, at, doubt):
            doubt = -1
    if doubt < 0 or start - doubt > 14:
        return False
    return not any(w.low in {"aldrig", "inte"} for w in words[max(0, doubt - 1) : doubt + 2])


def _resolves(words: Sequence[Word], at: int, doubt: int) -> bool:
    low = words[at].low
    if low in {"sedan", "sen", "därefter", "nu"}:
        # "först A, sedan B, till slut C": B was a mistake too.
        return not any(w.low in {"slut", "visade", "slutligen", "sist"} for w in words[at:])
    return low in listed("resolved") and not (low == "fick" and at - doubt < 4)


def passing(words: Sequence[Word], start: int, end: int, concept: str) -> bool:
    """Tell whether the mention is about work, an office held or somebody outside the family."""
    first, last = _clause(words, start)
    lows = [w.low for w in words[first:last]]
    at, upto = start - first, end - first
    if set(lows[max(0, at - 4) : at]) & listed("strangers"):
        return True
    if concept in OWN_WORK or set(lows) & listed("third"):
        return False
    if _AT_WORK.search(" ".join(lows)):
        return True
    return _at_work(lows, at, upto) or ({"god", "man", "åt"} <= set(lows))


def _at_work(lows: list[str], at: int, upto: int) -> bool:
    works = next((i for i, low in enumerate(lows) if low in listed("work_verbs")), None)
    if works is not None and works < at <= works + 8 and set(lows) & {"som", "på", "inom", "med", "i", "åt", "hos"}:
        return True
    trade = next((i for i, low in enumerate(lows) if low in listed("trades")), None)
    if trade is None or trade >= upto or not set(lows) & {"är", "som", "var"}:
        return False
    return works is not None or "jag" in lows


def over(words: Sequence[Word], start: int, end: int) -> bool:
    """Tell whether the mention is of something that lies behind."""
    first, last = _clause(words, start)
    lows = [w.low for w in words[first:last]]
    if set(lows) & listed("over"):
        return True
    long_ago = _LONG_AGO.search(" ".join(lows))
    return bool(long_ago) and ("länge" in lows or bool(set(lows) & {"bodde", "hade", "fick", "gick", "var"}))


def subject(words: Sequence[Word], start: int, end: int) -> str:
    """Return whom the mention is about, by the nearest words before it: "relative", "self", "other" or "".

    "other" is a bare pronoun or "barnen": a relative where the person speaks as one, else only part of the story.
    """
    for at in range(end - 1, max(-1, start - 13), -1):
        low = words[at].low
        if _is_relative(words, at):
            between = words[at + 1 : start]
            own = any(w.low in {"jag", "mig"} and w.clause == between[0].clause for w in between)
            return "self" if own else "other" if _is_bare_child(words, at) else "relative"
        if low in listed("third") and words[at].clause == words[start].clause:
            return "other"
        if low in {"jag", "mig", "mej", "själv"} and start - at <= 10:
            return "self"
    _, last = _clause(words, start)
    after = {w.low for w in words[end:last][:4]}
    return "relative" if after & listed("relatives") and after & {"hos", "för"} else ""


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
