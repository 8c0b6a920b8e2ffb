"""Counts of people and cases that may be published: none below five, neither as it stands nor by subtraction.

A table is published with its total, so a hidden count is what the total leaves. Larger counts are therefore hidden too,
until every small one could still be anything from none to four (complementary suppression).
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

FEWEST = 5
FEW = f"färre än {FEWEST}"
HIDDEN = "visas inte"
_MOST_HIDDEN = FEWEST - 1
LIMITS = (FEWEST, 10, 20, 50)
BANDS = (FEW, "5 till 9", "10 till 19", "20 till 49", "50 eller fler")


@dataclass(frozen=True, slots=True)
class Cell:
    """One count of a table; None where it is not shown: it is small (`few`), or would give a small one away."""

    label: str
    count: int | None
    few: bool = False

    @property
    def shown(self) -> str:
        """The count as people read it."""
        return f"{self.count:,}".replace(",", " ") if self.count is not None else FEW if self.few else HIDDEN


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole in per cent; None where the part or the rest is small."""

    percent: int | None
    shown: str


def cells(
    counts: Mapping[str, int], total: int, *, behind: Mapping[str, int] | None = None, apart: bool = True
) -> tuple[Cell, ...]:
    """Return the counts as they may be shown beside `total`, in the order given.

    `behind` is how many people stand behind a count of something else, such as assignments. Where not `apart`, one
    thing may be counted under several labels, but each under one at least.
    """
    people = behind or {}
    small = {label for label, count in counts.items() if min(count, people.get(label, count)) < FEWEST}
    by_size = sorted((label for label in counts if label not in small), key=lambda label: (counts[label], label))
    hidden = set(small)
    while small and total >= FEWEST and not _is_safe(counts, total, small, hidden, apart=apart):
        if not by_size:
            # Even which of them are small would tell.
            return tuple(Cell(label, None) for label in counts)
        hidden.add(by_size.pop(0))
    return tuple(Cell(label, None if label in hidden else count, few=label in small) for label, count in counts.items())


def cell(label: str, count: int, *, behind: int | None = None) -> Cell:
    """Return one count that stands for itself."""
    few = min(count, count if behind is None else behind) < FEWEST
    return Cell(label, None if few else count, few=few)


def share(part: int, whole: int) -> Share:
    """Return how large a part is, in whole per cent."""
    if whole < FEWEST:
        return Share(None, f"visas inte, underlaget är {FEW}")
    if part < FEWEST:
        return Share(None, FEW)
    if whole - part < FEWEST:
        return Share(None, f"alla utom {FEW}")
    percent = round(100 * part / whole)
    return Share(percent, f"{percent} procent")


def band_of(count: int) -> int:
    """Return which of BANDS a count lies in: where groups lie within groups, one number less another tells a third."""
    return bisect_right(LIMITS, count)


def _is_safe(counts: Mapping[str, int], total: int, small: set[str], hidden: set[str], *, apart: bool) -> bool:
    """Tell whether each small count could be anything from 0 to 4 to somebody who subtracts what is shown."""
    left = total - sum(count for label, count in counts.items() if label not in hidden)
    also = len(hidden) - len(small)
    others_most = _MOST_HIDDEN * (len(small) - 1)
    if not apart:
        return bool(also) or left <= others_most
    if also:
        return left - FEWEST * also >= _MOST_HIDDEN
    return FEWEST <= left <= others_most
