"""Whose experience a mention is: own, a relative's, denied, only passing, or over.

Works on the words around a mention: the clause tells negation and subject, the sentence tells mistaken diagnoses. A profile
that ticks one perspective lends it to every mention that says nothing else.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from medverkan.matching.text import Word


class Standing(StrEnum):
    """What a mention says about the person."""

    REAL = "real"
    PAST = "past"
    DENIED = "denied"
    PASSING = "passing"
    UNSURE = "unsure"


_NEGATORS = frozenset(["inte", "aldrig", "ej", "icke", "ingen", "inget", "inga", "varken", "utan", "slapp", "saknar", "knappast"])
# Words that may stand between a negation and what it denies; anything else means that something different is denied.
_BETWEEN = frozenset(
    ["själv", "haft", "har", "hade", "ha", "fått", "få", "någon", "något", "några", "nån", "nåt", "egen", "egna", "eget", "egentligen", "direkt", "heller", "alls", "varit", "vara", "är", "av", "för", "ett", "en", "den", "det", "som", "om", "på", "i", "hos", "min", "mitt", "mina", "erfarenhet", "erfarenheter", "diagnos", "diagnosen", "drabbats", "lidit", "lider", "sjuk", "sökt", "behövt", "tagit", "emot", "träffat", "bott", "använt", "inlagd", "rena", "ren", "riktig", "varken", "eller", "och", "jag", "vi", "han", "hon", "tal", "frågan", "handlar", "om", "med", "till", "under", "inom", "fysisk", "psykisk", "diagnostiserad", "diagnosticerad", "beroende", "kontakt", "stöd", "vård"]
)
_AFFIRM_AFTER = frozenset(["bara", "enbart", "endast", "minst", "längre", "sällan", "alltid", "riktigt"])
_POST_VERBS = frozenset(["har", "är", "var", "hade", "blev", "fick", "får", "vill", "kan", "kom", "finns", "tog"])
_POST_PRONOUNS = frozenset(["jag", "vi", "han", "hon", "det", "den", "man", "de", "dom", "hen", "själv", "dock", "däremot", "alltså", "faktiskt", "också"])
_POST_NEGATORS = frozenset(["inte", "aldrig", "ej", "inget", "ingen", "nej"])
_DECLINED = re.compile(
    r"^(\w+ ){0,4}(tacka\w* nej|sa(de)? nej|avböj\w+|sa(de)? att (de|dom) inte|tog inte emot|ville inte ta emot|"
    r"ville (jag|vi|han|hon) inte ha|har (jag|vi) (klarat|sluppit)|behöver (jag|vi) inte|slapp (jag|vi))"
)
_HOPED = re.compile(
    r"\b(kö|väntar på|under utredning|misstänk\w+|kanske|förmodligen|eventuellt|tror att (jag|han|hon)|undrar om|nekad\w*|"
    r"nekats|avslag|fick inte komma|ska utredas|funderar på|söker om|ansökt om|rädd för att få|risk för|ärftlig)\b"
)
_MISTAKEN = frozenset(["trodde", "trott", "misstänkte", "misstänktes", "gissade", "misstog", "feldiagnos", "feldiagnoser", "felaktigt"])
_RESOLVED = frozenset(["utan", "men", "egentligen", "slutligen", "slut", "sist", "visade", "visat", "alltså", "istället", "stället", "fick"])
_FIRST = frozenset(["först"])
_SAID = frozenset(["sa", "sade", "hette", "hetat", "kallades"])
_OVER = frozenset(["tidigare", "förut", "förr", "länge", "barndomen", "barndom", "ungdomen"])
_STRANGERS = frozenset(
    ["grannen", "granne", "grannar", "grannens", "vän", "väninna", "vänner", "kompis", "kompisar", "kollega", "kollegor", "arbetskamrat", "bekant", "bekanta", "väninnan", "vännen", "kompisen", "kollegan", "svärmors", "hyresgäst", "elever", "kunder", "klienter", "patienterna", "brukarna"]
)
_RELATIVES = frozenset(
    ["man", "mannen", "mans", "maken", "make", "makes", "hustru", "hustrun", "hustrus", "fru", "frun", "frus", "maka", "sambo", "sambon", "sambos", "partner", "partnern", "mamma", "mamman", "mammas", "pappa", "pappan", "pappas", "mor", "mors", "far", "fars", "moder", "fader", "förälder", "föräldrar", "föräldrarna", "föräldrars", "son", "sonen", "sons", "söner", "sönerna", "dotter", "dottern", "dotters", "döttrar", "döttrarna", "barn", "barnet", "barnen", "barns", "pojke", "pojken", "pojkar", "pojkarna", "flicka", "flickan", "flickor", "flickorna", "kille", "killen", "grabb", "grabben", "grabbar", "grabbarna", "tjej", "tjejen", "tös", "tösen", "bror", "brorsan", "brodern", "bröder", "brors", "syster", "systern", "systrar", "syskon", "syskonet", "lillebror", "lillasyster", "storebror", "storasyster", "mormor", "morfar", "farmor", "farfar", "svärmor", "svärfar", "svärmoder", "barnbarn", "barnbarnet", "tvillingar", "tvillingarna", "bebis", "bebisen", "äldsta", "yngsta", "mellersta", "lillen", "lilla", "tonåring", "tonåringen", "anhörig", "närstående", "familjemedlem", "moster", "faster", "morbror", "farbror", "kusin", "svåger", "svägerska", "exman", "exfru", "ex", "särbo", "livskamrat", "dotterns", "sonens", "makens", "hustruns"]
)
# Also said of staff and of strangers, so they count only as "min flicka", "våra pojkar".
_YOUNG = frozenset("flicka flickan flickor flickorna kille killen tjej tjejen pojkarna grabbarna lilla".split())
_POSSESSIVES = frozenset("min mina vår våra vårt mitt hans hennes sin sina äldsta yngsta".split())
_THIRD = frozenset(["han", "hon", "honom", "henne", "hans", "hennes", "hen"])
_SELF = frozenset(["jag", "mig", "mej", "mitt", "min", "mina", "själv"])
_WORK_VERBS = frozenset(
    ["jobbar", "jobbade", "jobbat", "arbetar", "arbetade", "arbetat", "anställd", "anställning", "vikarierade", "vikarierat", "vikarie", "undervisar", "pluggar", "studerar", "praktiserat", "praktik", "volontär", "volontärarbetar", "utbildad", "pensionerad"]
)
_TRADES = frozenset(
    ["undersköterska", "undersköterskor", "usk", "sjuksköterska", "skötare", "vårdbiträde", "läkare", "biståndshandläggare", "socionom", "socialsekreterare", "kurator", "psykolog", "lärare", "lärarinna", "fysioterapeut", "arbetsterapeut", "handläggare", "enhetschef", "chef", "boendestödjare", "behandlingsassistent", "assistent", "ledsagare", "mentalskötare", "barnmorska", "förtroendevald", "politiker"]
)
_OFFICES = frozenset(["uppdrag", "uppdraget", "yrke", "yrket", "yrkesliv", "yrkeslivet", "arbetsplats", "jobbet", "åt"])
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
        if low in _NEGATORS:
            following = words[at + 1].low if at + 1 < start else ""
            if following in _AFFIRM_AFTER:
                return False
            if low == "utan":
                # "inte demens utan stroke" affirms what follows, "utan hemtjänst" denies it.
                return not any(w.low in {"inte", "aldrig", "ej"} for w in words[max(0, at - 8) : at])
            return not (low in {"ingen", "inget", "inga"} and back > 2)
        if low not in _BETWEEN:
            return False
    return False


def _denied_after(words: Sequence[Word], end: int) -> bool:
    rest = [w.low for w in words[end : end + 9]]
    if (
        rest[:1]
        and rest[0] in {"vilket", "som"}
        and set(rest[1:4]) & {"inte", "aldrig"}
        and set(rest[1:3]) & _POST_PRONOUNS
    ):
        return True
    number = words[end - 1].clause
    near = [w.low for w in words[end : end + 9] if w.clause == number]
    following = [w.low for w in words[end : end + 9] if w.clause in {number, number + 1}]
    if _DECLINED.search(" ".join(near)) or (following[:1] == ["men"] and _DECLINED.search(" ".join(following))):
        return True
    if not near or near[0] not in _POST_VERBS:
        return False
    for at, low in enumerate(near[1:5], 1):
        if low in _POST_NEGATORS:
            # "hemtjänsten är inte bra" is about quality; "hemtjänst har jag inte" and "… har jag aldrig haft" deny.
            tail = near[at + 1 : at + 2]
            pronoun = any(w in _POST_PRONOUNS for w in near[1:at])
            return pronoun and (not tail or tail[0] in {"haft", "fått", "behövt", "och", "utan", "alls", "än", "fel"})
        if low not in _POST_PRONOUNS:
            return False
    return False


def _mistaken(words: Sequence[Word], start: int) -> bool:
    # "först trodde de att det var …", "en läkare gissade på …": what doctors thought it was.
    doubt = -1
    for at in range(start):
        low = words[at].low
        said_first = low in _SAID and any(w.low in _FIRST for w in words[max(0, at - 3) : at + 3])
        if low in _MISTAKEN or said_first:
            doubt = at
        elif doubt >= 0 and low in _RESOLVED and not (low == "fick" and at - doubt < 4):
            doubt = -1
    if doubt < 0 or start - doubt > 14:
        return False
    return not any(w.low in {"aldrig", "inte", "jag"} for w in words[max(0, doubt - 1) : doubt + 2] if w.low != "jag")


def passing(words: Sequence[Word], start: int, end: int, concept: str) -> bool:
    """Tell whether the mention is about work, an office held or somebody outside the family."""
    first, last = _clause(words, start)
    before = [w.low for w in words[first:start]]
    whole = {w.low for w in words[first:last]}
    if concept not in OWN_WORK:
        if whole & _WORK_VERBS and whole & {"som", "på", "inom", "med", "i", "åt", "hos"} and not whole & _THIRD:
            verb = min(i for i, w in enumerate(words[first:last]) if w.low in _WORK_VERBS)
            if first + verb < start and start - (first + verb) <= 8:
                return True
        trade = next((i for i in range(first, last) if words[i].low in _TRADES), last)
        if trade < end and whole & {"är", "som", "var"} and whole & ({"jag"} | _WORK_VERBS) and not whole & _THIRD:
            return True
        if {"god", "man"} <= whole and "åt" in whole:
            return True
    return bool(set(before[-4:]) & _STRANGERS)


def over(words: Sequence[Word], start: int, end: int) -> bool:
    """Tell whether the mention is of something that lies behind."""
    first, last = _clause(words, start)
    lows = [w.low for w in words[first:last]]
    if set(lows) & _OVER:
        return True
    joined = " ".join(lows)
    return "några år" in joined and bool(set(lows) & {"bodde", "hade", "fick", "gick", "var"})


def subject(words: Sequence[Word], start: int, end: int) -> str:
    """Return "relative", "self" or "" for whom the mention is about, by the nearest words before it."""
    first, last = _clause(words, start)
    for at in range(end - 1, -1, -1):
        low = words[at].low
        if low in _YOUNG and (at == 0 or words[at - 1].low not in _POSSESSIVES):
            continue
        if low in _RELATIVES and not (
            low == "man" and (at == 0 or words[at - 1].low not in {"min", "en", "vår", "med"})
        ):
            own = any(w.low in {"jag", "mig"} for w in words[at + 1 : start] if words[at + 1].clause == w.clause)
            return "self" if own else "relative"
        if low in _THIRD and words[at].clause == words[start].clause:
            return "relative"
        if low in {"jag", "mig", "mej", "själv"} and start - at <= 10:
            return "self"
        if start - at > 12:
            break
    after = [w.low for w in words[end:last]][:4]
    if set(after) & _RELATIVES and set(after) & {"hos", "för"}:
        return "relative"
    return ""
