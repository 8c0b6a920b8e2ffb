"""The small closed word classes that reading leans on: negations, relatives, trades, words that tell nothing.

Kept as a table (resources/words.csv: name, words) so that a list is changed without touching a rule.
"""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

RESOURCES = Path(__file__).parent / "resources"


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    with (RESOURCES / "words.csv").open(encoding="utf-8", newline="") as handle:
        return {row["list"]: frozenset(row["words"].split()) for row in csv.DictReader(handle)}


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of a list. Raises KeyError for a list that does not exist."""
    return _lists()[name]
