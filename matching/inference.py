"""What several facts together mean, though nobody wrote the word: addiction and psychosis are samsjuklighet.

Only additions, never stronger than what they are drawn from.
"""

from collections.abc import Mapping

from medverkan.matching.perspective import OWN, RELATED

CLEAR = 0.6
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
        if side == OWN and illness and born is not None:
            if born >= YOUNG_BORN:
                added[(side, "psykisk ohälsa hos unga")] = SHARE * illness
            elif born <= OLD_AGE_BORN:
                added[(side, "äldrepsykiatri")] = SHARE * illness
    return {key: strength for key, strength in added.items() if strength > strengths.get(key, 0.0)}


def _most(told: Mapping[str, float], among: frozenset[str]) -> float:
    return max((told[c] for c in told.keys() & among), default=0.0)
