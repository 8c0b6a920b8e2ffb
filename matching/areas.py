"""Focus areas: the five official spellings, read from what people write, or derived from their experience."""

import re
from functools import lru_cache

from medverkan.matching.meaning import understand
from medverkan.matching.values import Profile
from medverkan.matching.vocabulary import load

_SPELLINGS = (
    ("äldre", r"\bäldre|\baldre\b|\bsenior|\bpensionär|\bålderdom|äldreomsorg"),
    ("barn och unga", r"\bbarn|\bunga\b|\bungdom|\bskol|\btonår|\bung\b"),
    ("psykisk hälsa och beroende", r"\bpsyk|\bberoende|\bmissbruk|skadligt bruk|\bsocialpsykiatri|mental hälsa"),
    ("funktionsnedsättning", r"\bfunktions|\blss\b|\bhandikapp|\bfunktionshinder|funktionsvariation"),
    ("somatik", r"\bsomati|\bkropp|\bfysisk|\bsjukvård|\bmedicinsk"),
)


@lru_cache(maxsize=1_024)
def canonical_focus_areas(text: str) -> tuple[str, ...]:
    """Return the official focus areas a stated one means, in the official order."""
    low = text.lower()[:1_000]
    return tuple(area for area, spelling in _SPELLINGS if re.search(spelling, low))


def derive_focus_areas(text: str) -> tuple[str, ...]:
    """Return the focus areas that free text about experience points at; () when unsure."""
    return understand(Profile(id="", experience=text), load()).areas
