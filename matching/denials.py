"""What is said not to be the case: negations, mistaken diagnoses, searches that found nothing.

A denial reaches only what it is said of: what people believe of an illness, or do not feel about it, denies nothing.
"""

import re
from collections.abc import Sequence

from medverkan.matching.text import Word
from medverkan.matching.wordlists import listed

_DECLINED = re.compile(
    r"^(\w+ ){0,4}(tacka\w* nej|sa(de)? nej|avböj\w+|sa(de)? att (de|dom) inte|tog inte emot|ville inte ta emot|"
    r"ville (jag|vi|han|hon) inte ha|har (jag|vi) (klarat|sluppit)|behöver (jag|vi) inte|"
    r"slapp (jag|vi)|(jag|vi) (slapp|undgick|undkom))"
)
# "utredd för endometrios men de hittade ingenting", "borderline sa de först"
_UNFOUND = re.compile(
    r"^(men |fast )(de|dom|man|läkarna|läkaren) (hittade|fann|såg|kunde) (\w+ )?(ingenting|inget|inte)|"
    r"^men det var (det )?inte|"
    r"^(men |fast )(det|den|sådan\w*) har (jag|han|hon|vi|hen) (inte|aldrig)\b(?! (kvar|längre))|"
    r"^(men|fast) (den|det|de) (har|hade) (inte|aldrig) (ens )?(börjat|brutit|kommit|funnits)|"
    r"^(\w+ ){0,3}godartad\w*|^men det är det inte|"
    r"^(men |fast )?det (var|är|hade|har|blev) (jag|han|hon|det|vi) (inte|aldrig)\b(?! längre)|"
    r"^vilket det inte (är|var)|"
    r"^(var|blev|kom|är|blir)( \w+)? (inte|aldrig)( \w+)? (aktuell\w*|på tal|nödvändig\w*|till stånd|av(?! med))\b|"
    r"^(sa|sade|trodde|hette|hävdade|påstod) (de|dom|man|det|läkarna|läkaren|doktorn) (först|i början)|"
    r"^(den|det|diagnosen)( \w+)? (är|blev|har)( \w+)? (struken|borttagen|avskriven|avförd|felaktig|fel|ändrad)"
)
_LOOKED_FOR = re.compile(
    r"\b(leta|sök|utred|kolla|testa|undersök|prov)\w* (mig |henne |honom )?(efter|för|om|på)( \w+){0,5}$"
)
_NOTHING_FOUND = re.compile(
    r"\b(visade|hittade|fann|såg|syntes|gav|var)( \w+)? (ingenting|inget|inte|negativ\w*)|"
    r"utan (resultat|att hitta)|men nej"
)
_CALLED = re.compile(r"\b(hette|kallade[ds]?|sades|sas) (det|jag|de|dom|för|vara)( \w+){0,2}$")
_TOLD_SO = re.compile(
    r"\b(sa|sade|sagt|hävdade|påstod|menade|tyckte)( \w+)? (att )?(det|jag) (bara )?(var|hade)( \w+)?$"
)
# "tackat nej till växelvård"; where somebody else said no it was wanted, which is another thing.
_SAID_NO = re.compile(
    r"\b(vägra\w*|avstod|avstått|avstår|nobba\w*|tacka\w* nej till|avböj\w*|sa nej till|sade nej till|sagt nej till|"
    r"vill inte ha|ville inte ha|avsa\w* (sig|oss|mig))( \w+){0,2}$"
)
_AUTHORITY = re.compile(
    r"\b(kommunen|region\w*|försäkringskassan|handläggar\w*|biståndshandläggar\w*|de|dom|man|soc\w*)\b"
)
_FOR_A_TIME = re.compile(r"\b(åre?n?|års|månader|månad|veckor|tid|ett tag|länge|först|början|tidigare)\b")
_NOBODY_HAD = re.compile(
    r"\bingen (i|av) (\w+ ){1,2}(har|hade|haft|fick|fått)( (haft|fått|varit|behövt|drabbats av)){0,1}( \w+)?$"
)
# "Avfärdades som stress": what others blamed; "skyllde på min ADHD" is theirs.
_BLAMED = re.compile(
    r"\b(avfärda\w*|vifta\w* bort|bortförklara\w*|avskrev\w*|avskriv\w*)( \w+)? (som|med)( \w+){0,2}$|"
    r"\bskyll\w*( \w+){0,2} på( \w+){0,2}$"
)
_WENT_NOT = re.compile(
    r"\b(kom|kommit|gick|gått|vågade|vågat|var|varit)( \w+)? (inte|aldrig)( \w+)? (till|in|hos)( \w+)?$"
)
_FOR_YEARS = re.compile(r"^(på|under) (\w+ ){1,2}år\b|^förrän\b")
_SAID = frozenset({"sa", "sade", "hette", "hetat", "kallades"})
# "hemtjänst har jag inte" denies; "hemtjänsten är inte bra" is about quality.
_ENDS_DENIAL = frozenset({"haft", "fått", "behövt", "och", "utan", "alls", "än", "fel"})
_POSSESSED = frozenset({"min", "mitt", "mina", "hans", "hennes", "vår", "vårt", "våra", "sin", "sitt", "sina"})
_ABOUT = frozenset({"för", "om", "av", "med", "på", "över"})
# What is believed of an illness: the illness is what the next verb speaks of.
_SPEAKS_OF_IT = frozenset(
    [
        "var",
        "är",
        "bara",
        "drabbade",
        "drabbar",
        "drabba",
        "betydde",
        "innebar",
        "smittade",
        "smittar",
        "gick",
        "kom",
        "hade",
        "fick",
        "försvann",
        "skulle",
        "kunde",
        "hörde",
        "handlade",
        "berodde",
        "betyder",
        "innebär",
        "går",
        "fanns",
        "finns",
        "endast",
        "mest",
    ]
)
_SPANS = frozenset({"år", "månader", "veckor", "dagar", "månad", "vecka", "dag", "tid", "länge"})
_LATE = frozenset({"innan", "förrän", "tills"})


def clause(words: Sequence[Word], at: int) -> tuple[int, int]:
    """Return the first word of the clause of `at`, and the one after its last."""
    number = words[at].clause
    start, end = at, at
    while start > 0 and words[start - 1].clause == number:
        start -= 1
    while end < len(words) and words[end].clause == number:
        end += 1
    return start, end


def denied(words: Sequence[Word], start: int, end: int) -> bool:
    """Tell whether the mention at [start, end) is said not to be the case."""
    first, last = clause(words, start)
    if any(w.low == "varken" for w in words[first:start]):
        return True
    if _stayed_away(words, start, end):
        return False
    before = " ".join(w.low for w in words[max(first, start - 12) : start])
    if _NOBODY_HAD.search(before) or (_SAID_NO.search(before) and not _AUTHORITY.search(before)):
        return True
    if _BLAMED.search(before) and not set(before.split()[-2:]) & _POSSESSED:
        return True
    return (
        _denied_before(words, start)
        or _denied_after(words, end)
        or _mistaken(words, start, end)
        or _called(before, " ".join(w.low for w in words[end:last]))
        or _looked_for(before, words[end : end + 12])
    )


def _stayed_away(words: Sequence[Word], start: int, end: int) -> bool:
    # "Jag kom inte till tandläkaren på femton år": who stays away that long has more to tell than most.
    before = " ".join(w.low for w in words[max(0, start - 6) : end])
    return bool(_WENT_NOT.search(before) and _FOR_YEARS.search(" ".join(w.low for w in words[end : end + 4])))


def _called(before: str, after: str) -> bool:
    # "I två år hette det …", "de sa att det var … i tio år": it was something else.
    if _CALLED.search(before):
        return bool(_FOR_A_TIME.search(before))
    return bool(_TOLD_SO.search(before) and _FOR_A_TIME.search(f"{before} {after}"))


def _looked_for(before: str, after: Sequence[Word]) -> bool:
    return bool(_LOOKED_FOR.search(before) and _NOTHING_FOUND.search(" ".join(w.low for w in after)))


def _denied_before(words: Sequence[Word], start: int) -> bool:
    if _felt_of(words, start):
        return False
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
                if earlier and earlier[-1].low in _SPANS:
                    # "Tre år utan alkohol" tells of a life with it.
                    return False
                return not any(w.low in {"inte", "aldrig", "ej", "ingen", "inget"} for w in earlier)
            return not (low in {"ingen", "inget", "inga"} and back > 2)
        if low not in listed("between"):
            return False
    return False


def _felt_of(words: Sequence[Word], start: int) -> bool:
    # "skäms inte för min psoriasis", "blev inte av med migränen": it is there all the same.
    near = [w.low for w in words[max(0, start - 3) : start]]
    return (near[-1:] and near[-1] in _POSSESSED and bool(set(near[:-1]) & _ABOUT)) or near[-2:] in (
        ["av", "med"],
        ["fri", "från"],
    )


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


def _mistaken(words: Sequence[Word], start: int, end: int) -> bool:
    # "först trodde de att det var …", "en läkare gissade på …": what doctors thought it was.
    doubt = -1
    for at in range(start):
        low = words[at].low
        said_first = low in _SAID and any(w.low == "först" for w in words[max(0, at - 3) : at + 3])
        if low in listed("mistaken") or said_first:
            doubt = at
        elif doubt >= 0 and _resolves(words, at, doubt):
            doubt = -1
    if doubt < 0 or start - doubt > 14 or _believed(words, start, end):
        return False
    near = {w.low for w in words[max(0, doubt - 2) : doubt + 2]}
    late = {w.low for w in words[max(0, doubt - 4) : doubt]} & _LATE
    return not (late or near & {"aldrig", "inte", "ingen", "inga"})


def _believed(words: Sequence[Word], start: int, end: int) -> bool:
    # "trodde att MS var något man fick som gammal" is about the illness, "trodde att det var MS" about the person.
    before = words[start - 1].low if start else ""
    after = words[end].low if end < len(words) else ""
    return before in {"att", "trodde", "trott", "tänkte"} and after in _SPEAKS_OF_IT


def _resolves(words: Sequence[Word], at: int, doubt: int) -> bool:
    low = words[at].low
    if low in {"sedan", "sen", "därefter", "nu"}:
        # "först A, sedan B, till slut C": B was a mistake too.
        return not any(w.low in {"slut", "visade", "slutligen", "sist"} for w in words[at:])
    return low in listed("resolved") and not (low == "fick" and at - doubt < 4)
