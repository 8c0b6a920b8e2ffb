"""What people know from the other side: their work, an office they hold, somebody outside the family.

A foster home for others is not a childhood in one; a contact person for somebody with autism is not autism at home.
"""

import re
from collections.abc import Sequence

from medverkan.matching.denials import clause
from medverkan.matching.text import Word
from medverkan.matching.wordlists import listed

_AT_WORK = re.compile(
    r"\b(i (jobbet|yrket|tjänsten|mitt (jobb|yrke|arbete))|yrkesmässigt|professionellt|som (jobb|yrke))\b"
)
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
# Held for somebody else; the same words name what is got ("har kontaktperson"), so the verb before decides.
_OFFICES = frozenset(
    [
        "familjehem",
        "fosterhem",
        "jourhem",
        "jourfamilj",
        "kontaktfamilj",
        "stödfamilj",
        "kontaktperson",
        "stödperson",
        "ledsagare",
        "mentor",
        "förvaltare",
        "avlösare",
        "övervakare",
    ]
)
_OFFICES_ONLY = frozenset(
    [
        "fosterföräldrar",
        "fosterförälder",
        "fostermamma",
        "fosterpappa",
        "familjehemsförälder",
        "familjehemsföräldrar",
        "familjehemsmamma",
        "familjehemspappa",
        "lekmannaövervakare",
        "besöksvän",
        "volontär",
        "volontärer",
        "nämndeman",
    ]
)
_HOLDS = frozenset({"är", "var", "varit", "vara", "blev", "blivit", "bli", "som", "fungerar", "fungerat"})
# "Vi är familjehem": the home that others are placed in.
_HOMES = frozenset({"familjehem", "jourhem", "kontaktfamilj", "stödfamilj", "fosterhem", "fosterfamilj"})
_ARE = frozenset({"är", "var", "varit", "blev", "blivit"})
_FORMER = re.compile(
    r"\b(pensionerad|utbildad|legitimerad|före detta|f ?d|(läser|pluggar|utbildar mig|studerar) till)\b"
)
_OWN_STATE = frozenset({"har", "är", "fick", "fått", "blev", "blivit", "lever", "lider", "själv", "med"})
_BESIDE = re.compile(
    r"\b(kvinnan|mannen|killen|tjejen|damen|gubben|tanten|flickan|pojken|hon|han|personen|patienten) "
    r"(i|på|bredvid|mittemot|från)( \w+)? ?(sängen|rummet|avdelningen|salen|bredvid|intill|avdelning|mitt emot)\b|"
    r"\b(medpatient|rumskamrat|grannsäng)\w*"
)
_HAS = frozenset({"har", "hade", "fick", "fått", "min", "mina", "träffat", "träffade", "träffar", "hos", "med", "av"})
_AT = frozenset({"som", "på", "inom", "med", "i", "åt", "hos", "från", "vid"})


def passing(words: Sequence[Word], start: int, end: int, concept: str) -> bool:
    """Tell whether the mention is about work, an office held or somebody outside the family."""
    first, last = clause(words, start)
    lows = [w.low for w in words[first:last]]
    at, upto = start - first, end - first
    if set(lows[max(0, at - 4) : at]) & listed("strangers"):
        return True
    if _BESIDE.search(" ".join(lows[:at])):
        return True
    if concept in OWN_WORK or set(lows) & listed("third"):
        return False
    if _AT_WORK.search(" ".join(lows)) or _in_office(lows, upto):
        return True
    return _at_work(lows, at, upto) or ({"god", "man", "åt"} <= set(lows))


def _in_office(lows: list[str], upto: int) -> bool:
    for at, low in enumerate(lows[:upto]):
        if low in _OFFICES_ONLY:
            return True
        if low in _HOMES and set(lows[max(0, at - 4) : at]) & _ARE and set(lows[:at]) & {"vi", "jag"}:
            return True
        held = at == 0 or bool(set(lows[max(0, at - 3) : at]) & _HOLDS)
        if low in _OFFICES and held and set(lows[at + 1 : at + 4]) & {"åt", "till", "för"}:
            return not set(lows) & {"mig", "oss"}
    return False


def _begins_anew(between: list[str]) -> bool:
    # "Jobbar som lärare och har epilepsi", "är lärare och utbränd": the work ends at the "och".
    return any(
        low == "och" and (between[i + 1 : i + 2] == [] or between[i + 1] in _OWN_STATE) for i, low in enumerate(between)
    )


def _at_work(lows: list[str], at: int, upto: int) -> bool:
    works = next((i for i, low in enumerate(lows) if low in listed("work_verbs")), None)
    trade = next((i for i, low in enumerate(lows) if low in listed("trades")), None)
    told = next((i for i in (trade, works) if i is not None and i < at), None)
    if told is not None and (trade is not None or "och" not in lows[at - 1 : at]) and _begins_anew(lows[told:at]):
        return False
    if works is not None and works < at <= works + 8 and set(lows) & _AT:
        return True
    if trade is None or trade >= upto:
        return False
    if _FORMER.search(" ".join(lows[: trade + 1])):
        return True
    if works is None and set(lows[max(0, trade - 3) : trade]) & _HAS:
        # "Nu har jag en läkare som ringer tolk."
        return False
    return bool(set(lows) & {"är", "som", "var"}) and (works is not None or "jag" in lows)
