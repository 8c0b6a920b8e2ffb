"""Focus areas: the five official spellings, read from what people write, or derived from their experience."""

import re
from collections import Counter
from functools import lru_cache

from medverkan.matching.meaning import CAPACITIES
from medverkan.matching.scope import denied, passing
from medverkan.matching.text import sentences
from medverkan.matching.vocabulary import load

FOCUS_AREAS = ("äldre", "barn och unga", "psykisk hälsa och beroende", "funktionsnedsättning", "somatik")
_SPELLINGS = (
    ("äldre", r"\bäldre|\baldre\b|\bsenior|\bpensionär|\bålderdom|äldreomsorg"),
    ("barn och unga", r"\bbarn|\bunga\b|\bungdom|\bskol|\btonår|\bung\b"),
    ("psykisk hälsa och beroende", r"\bpsyk|\bberoende|\bmissbruk|skadligt bruk|\bsocialpsykiatri|mental hälsa"),
    ("funktionsnedsättning", r"\bfunktions|\blss\b|\bhandikapp|\bfunktionshinder|funktionsvariation"),
    ("somatik", r"\bsomati|\bkropp|\bfysisk|\bsjukvård|\bmedicinsk"),
)


@lru_cache(maxsize=4_096)
def canonical_focus_areas(text: str) -> tuple[str, ...]:
    """Return the official focus areas a stated one means, in the official order."""
    low = text.lower()[:1_000]
    return tuple(area for area, spelling in _SPELLINGS if re.search(spelling, low))


@lru_cache(maxsize=4_096)
def derive_focus_areas(text: str) -> tuple[str, ...]:
    """Return the focus areas that free text about experience points at; () when unsure."""
    vocabulary = load()
    points: Counter[str] = Counter()
    for words in sentences(text):
        for hit in vocabulary.find(words):
            area = vocabulary.areas.get(hit.concept, "")
            real = not denied(words, hit.start, hit.end) and not passing(words, hit.start, hit.end, hit.concept)
            if area and real and hit.concept not in CAPACITIES:
                points[area] += round(hit.weight * 100)
    if not points:
        return ()
    most = max(points.values())
    if most < 80:
        return ()
    return tuple(area for area in FOCUS_AREAS if points[area] >= max(80, most / 2))
