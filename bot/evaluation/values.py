"""The values of the yearly report: cases and people as it counts them, figures and tables as it publishes them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from medverkan.bot.evaluation.lacking import Lack, Wanted
from medverkan.bot.evaluation.small_cells import Cell
from medverkan.storage.lifecycle import InvitationState

_MOST_HIDDEN_ROWS = 8


class Outcome(StrEnum):
    """How a case went; the words people read."""

    FILLED = "alla som söktes"
    PARTLY = "några av dem som söktes"
    UNFILLED = "ingen"
    WITHDRAWN = "återkallad"
    OPEN = "inte klar än"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One request of the year. `asked`: (member, how far it came); `fee`: kronor per person, None where unknown."""

    unit: str = ""
    payer: str = "region"
    areas: tuple[str, ...] = ()
    level: str = "enhet"
    context: str = "utveckling"
    step: str = "konsultation"
    perspectives: tuple[str, ...] = ()
    municipality: str = ""
    people_wanted: int = 1
    outcome: Outcome = Outcome.OPEN
    received: datetime
    proposed: datetime | None = None
    agreed: datetime | None = None
    delivered: datetime | None = None
    delivered_day: date | None = None
    day: date | None = None
    held: bool = False
    feedback: bool = False
    fee: int | None = None
    asked: tuple[tuple[str, InvitationState], ...] = ()
    wanted: Wanted | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What somebody has told: of which areas and experiences."""

    areas: tuple[str, ...] = ()
    concepts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person who may be proposed; `age` is what they turn that year, and `told` is read only where it is asked."""

    id: str
    age: int | None = None
    municipality: str = ""
    perspectives: tuple[str, ...] = ()
    told: Callable[[], Meaning] = Meaning

    @property
    def areas(self) -> tuple[str, ...]:
        """Focus areas, as stated or else as told."""
        return self.told().areas

    @property
    def concepts(self) -> frozenset[str]:
        """What they tell of."""
        return self.told().concepts


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the year; `value` None where it is not shown. Of times: the median, and what nine of ten keep."""

    key: str
    label: str
    shown: str
    value: float | None
    ninety: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Counts of `what` beside each other, with their total."""

    key: str
    title: str
    what: str
    total: Cell
    cells: tuple[Cell, ...]
    note: str = ""
    overlaps: bool = False  # one thing may stand in several cells
    county: Mapping[str, float] = field(default_factory=dict)  # per cent of the county's inhabitants, by label

    @property
    def rows(self) -> tuple[Cell, ...]:
        """The cells as people read them: of many that are not shown only how many they are, and what they make up."""
        shown = tuple(one for one in self.cells if one.count is not None)
        left = len(self.cells) - len(shown)
        if not left:
            return self.cells
        rest = self.rest
        if left > _MOST_HIDDEN_ROWS:
            return (*shown, Cell(f"övriga ({left} stycken)", rest))
        return self.cells if rest is None or not shown else (*self.cells, Cell("de rader som inte visas", rest))

    @property
    def rest(self) -> int | None:
        """What the cells that are not shown make up together; None where that is not known."""
        if self.overlaps or self.total.count is None:
            return None
        return self.total.count - sum(one.count or 0 for one in self.cells)


@dataclass(frozen=True, slots=True)
class Year:
    """A year as it may be published."""

    number: int
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...]
    lacking: tuple[Lack, ...]
