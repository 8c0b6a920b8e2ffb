"""Patient, user and carer organisations to suggest where nobody in the register fits, by focus group.

Known national organisations with local branches; the lead knows the local ones. Extend freely.
"""

from collections.abc import Iterable

_ALWAYS = ("Funktionsrätt Sverige",)
_BY_AREA = {
    "äldre": ("PRO", "SPF Seniorerna", "Demensförbundet", "Anhörigas Riksförbund"),
    "barn och unga": ("Bris", "Maskrosbarn", "Riksförbundet Attention", "Autism Sverige"),
    "psykisk hälsa och beroende": ("NSPH", "RSMH", "SHEDO", "RFHL", "Länkarna"),
    "funktionsnedsättning": ("FUB", "DHR", "Synskadades Riksförbund", "Hörselskadades Riksförbund"),
    "somatik": ("Riksförbundet HjärtLung", "Diabetesförbundet", "Reumatikerförbundet", "Neuroförbundet"),
}


def organisations_for(areas: Iterable[str]) -> tuple[str, ...]:
    """Return names to suggest for those focus groups, in a fixed order; general ones where none is known."""
    named = [name for area in areas for name in _BY_AREA.get(area, ())]
    return tuple(dict.fromkeys(named)) or _ALWAYS
