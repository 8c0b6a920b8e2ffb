"""What several facts together mean, though nobody wrote the word: addiction and psychosis are samsjuklighet.

Only additions, never stronger than what they are drawn from.
"""

import re
from collections.abc import Collection, Mapping

from medverkan.matching.perspective import OWN, RELATED

CLEAR, HINTED = 0.6, 0.4
SHARE = 0.8
YOUNG_BORN, OLD_AGE_BORN = 2001, 1956
_ADDICTIONS = frozenset(
    {
        "alkoholberoende",
        "narkotikaberoende",
        "opioidberoende",
        "läkemedelsberoende",
        "skadligt bruk och beroende",
        "LARO",
        "beroendemottagning",
    }
)
_ILLNESSES = frozenset(
    {
        "depression",
        "ångestsyndrom",
        "paniksyndrom",
        "OCD",
        "bipolär sjukdom",
        "psykossjukdom",
        "schizofreni",
        "PTSD",
        "personlighetssyndrom",
        "ätstörning",
        "ADHD",
        "självskadebeteende",
    }
)
_CHRONIC = frozenset(
    {
        "hjärtsvikt",
        "KOL",
        "diabetes typ 2",
        "hjärtinfarkt",
        "hjärtrytmrubbning",
        "stroke och TIA",
        "njursvikt och dialys",
        "artros",
        "högt blodtryck",
        "cancer",
        "höftfraktur",
        "demenssjukdom",
        "reumatisk sjukdom",
        "osteoporos",
    }
)
_DISABILITIES = frozenset(
    {
        "autism",
        "ADHD",
        "NPF",
        "Downs syndrom",
        "intellektuell funktionsnedsättning",
        "flerfunktionsnedsättning",
        "cerebral pares",
        "rörelsenedsättning",
        "gruppbostad",
        "servicebostad",
        "daglig verksamhet",
        "personlig assistans",
    }
)
_WARDS = frozenset({"sjukhusvård", "akutsjukvård", "operation och kirurgi", "höftfraktur"})
_AT_HOME = frozenset({"hemsjukvård", "hemtagningsteam", "korttidsboende för äldre"})
ILLNESS_AREAS = frozenset({"psykisk hälsa och beroende", "somatik"})
YOUNGEST_ADULT_BORN = 1996
_CHILDHOOD = re.compile(
    r"\b(?:när|då|tills|innan|sedan|sen) jag (?:var|gick|blev|fyllde)(?: \w+){0,2}? (?:liten|barn|tonåring|förskola\w*|"
    r"skola\w*|lågstadiet|mellanstadiet|högstadiet|ettan|tvåan|trean|fyran|femman|sexan|sjuan|åttan|nian|"
    r"fyra|fem|sex|sju|åtta|nio|tio|elva|"
    r"tolv|tretton|fjorton|femton|sexton|sjutton|[4-9]|1[0-7])\b(?! (?:och|tjugo|trettio|fyrtio|femtio|år sedan))|"
    r"\b(?:min (?:hela )?|hela min )(?:uppväxt|barndom)|\bunder uppväxten|"
    r"\b(?:jag (?:har )?(?:växte|vuxit) upp|(?:växte|vuxit) jag upp)|"
    r"\bsom (?:barn|liten|tonåring) (?:\w+ )?(?:jag|fick|var|såg)|\bväxte upp med|\buppvuxen med"
)


def grew_up_beside(text: str, born: int | None) -> bool:
    """Tell whether what is told of parents was a part of the teller's own childhood."""
    return (born is not None and born >= YOUNGEST_ADULT_BORN) or bool(_CHILDHOOD.search(" ".join(text.lower().split())))


def childhood(
    strengths: Mapping[tuple[str, str], float], ill: Collection[str], side: str
) -> dict[tuple[str, str], float]:
    """Return having been a child beside an ill parent, from the parent's illnesses."""
    told = max((s for (_, c), s in strengths.items() if c in ill), default=0.0)
    # A childhood beside it makes a hint ("mamma drack") plain.
    strength = SHARE * min(1.0, told + HINTED) if told else 0.0
    key = (side, "barn som anhöriga")
    return {key: strength} if strength > strengths.get(key, 0.0) else {}


def inferred(strengths: Mapping[tuple[str, str], float], born: int | None) -> dict[tuple[str, str], float]:
    """Return the further concepts that follow, by perspective, with their strengths."""
    added: dict[tuple[str, str], float] = {}
    for side in (OWN, RELATED):
        told = {c: s for (whose, c), s in strengths.items() if whose == side and s >= CLEAR}
        addiction, illness = _most(told, _ADDICTIONS), _most(told, _ILLNESSES)
        if addiction and illness:
            added[(side, "samsjuklighet beroende och psykisk sjukdom")] = SHARE * min(addiction, illness)
        if len(told.keys() & _CHRONIC) >= 3:
            added[(side, "multisjuka äldre")] = SHARE
        if side == RELATED and (disability := _most(told, _DISABILITIES)):
            added[(side, "syskon och föräldrar till person med funktionsnedsättning")] = SHARE * disability
        # A stay in hospital is often only hinted at.
        hinted = {c: s for (whose, c), s in strengths.items() if whose == side and s >= HINTED}
        ward, home = _most(hinted, _WARDS), _most(told, _AT_HOME)
        if ward and home:
            added[(side, "utskrivning från sjukhus")] = SHARE * min(1.0, ward + HINTED, home)
        if side == OWN and illness and born is not None:
            if born >= YOUNG_BORN:
                added[(side, "psykisk ohälsa hos unga")] = SHARE * illness
            elif born <= OLD_AGE_BORN:
                added[(side, "äldrepsykiatri")] = SHARE * illness
    return {key: strength for key, strength in added.items() if strength > strengths.get(key, 0.0)}


def _most(told: Mapping[str, float], among: frozenset[str]) -> float:
    return max((told[c] for c in told.keys() & among), default=0.0)
