"""One year in figures: from cases and people as plain values to what may be published about them. Pure.

Nothing leaves here but through small_cells: what may not be shown is not known to whoever writes the page or the file.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from statistics import median, quantiles
from typing import TypeVar

from medverkan.bot.lacking import Lack, Wanted, lacking
from medverkan.bot.small_cells import FEW, FEWEST, Cell, cell, cells, share
from medverkan.storage.lifecycle import InvitationState

AREAS = ("äldre", "barn och unga", "psykisk hälsa och beroende", "funktionsnedsättning", "somatik")
PERSPECTIVES = ("brukare", "patient", "närstående")
UNSTATED = "inte angivet"
_T = TypeVar("_T")
_AGES = ((17, "under 18 år"), (29, "18–29 år"), (49, "30–49 år"), (64, "50–64 år"), (79, "65–79 år"))
_OLDEST = "80 år och äldre"
_TIMES = ("ingen gång", "en gång", "två gånger", "tre gånger eller fler")
_MOST_HIDDEN_ROWS = 8
_OVERLAPS = "En och samma kan stå på flera rader."
_NO_LONGER = "inte kvar i registret"
_ANSWERS = {
    InvitationState.ACCEPTED: "ja",
    InvitationState.RELEASED: "ja",
    InvitationState.TOOK_PART: "ja",
    InvitationState.DECLINED: "nej",
    InvitationState.NO_ANSWER: "svarade inte",
}
_WAITING = "samtal återstår"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person who may be proposed; `age` is what they turn that year."""

    id: str
    age: int | None = None
    municipality: str = ""
    perspectives: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    concepts: frozenset[str] = frozenset()


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


def year_of(number: int, cases: Sequence[Case], people: Sequence[Person]) -> Year:
    """Return the year of those cases, beside the register as it is."""
    return Year(
        number,
        tuple(_figures(cases, people)),
        tuple(table for table in _tables(cases, people) if table.total.count is not None),
        lacking([case.wanted for case in cases if case.wanted], people),
    )


def _figures(cases: Sequence[Case], people: Sequence[Person]) -> Iterable[Figure]:
    took_part = _took_part(cases)
    yield _count("requests", "Förfrågningar", cell("", len(cases)))
    wanted = cell("", sum(case.people_wanted for case in cases), behind=len(cases))
    yield _count("people_wanted", "Personer som söktes", wanted)
    yield _count("assignments", "Gånger någon har medverkat", cell("", len(took_part), behind=len(set(took_part))))
    yield _count("people", "Personer som kan tillfrågas", cell("", len(people)))
    for key, label, end in (
        ("days_to_proposal", "Från förfrågan till förslag", lambda case: case.proposed),
        ("days_to_yes", "Från förfrågan till första ja", lambda case: case.agreed),
        ("days_to_delivery", "Från förfrågan till att alla uppgifter lämnats", lambda case: case.delivered),
    ):
        yield _days(key, label, cases, end)
    dated = [case for case in cases if case.day and case.delivered_day]
    in_time = sum(1 for case in dated if case.delivered_day and case.day and case.delivered_day < case.day)
    yield _part("on_time", "Uppgifter lämnade före uppdragets dag", in_time, len(dated))
    held = [case for case in cases if case.held]
    yield _part("feedback", "Genomförda uppdrag med återkoppling", sum(case.feedback for case in held), len(held))


def _tables(cases: Sequence[Case], people: Sequence[Person]) -> Iterable[Table]:
    asked = "förfrågningar"
    yield _table(
        "outcome",
        "Hur många personer hittades till förfrågan",
        asked,
        cases,
        lambda case: [case.outcome],
        list(Outcome),
    )
    yield _table("area", "Förfrågningar efter område", asked, cases, lambda case: case.areas, AREAS, apart=False)
    yield _table("level", "Förfrågningar efter nivå", asked, cases, lambda case: [case.level],
                 ("enhet", "verksamhet", "system"), note="Nivån är utläst ur förfrågans ord.")  # fmt: skip
    yield _table("perspective", "Förfrågningar efter perspektiv", asked, cases, lambda case: case.perspectives,
                 PERSPECTIVES, apart=False)  # fmt: skip
    yield _table("municipality", "Förfrågningar efter uppdragets kommun", asked, cases, lambda case: [
        case.municipality or "digitalt eller okänt"])  # fmt: skip
    yield _table("unit", "Förfrågningar efter verksamhet", asked, cases, lambda case: [case.unit or UNSTATED])
    answers = [(member, _ANSWERS.get(state, _WAITING)) for case in cases for member, state in case.asked]
    yield _table("answers", "Vad de tillfrågade svarade", "gånger", answers, lambda one: [one[1]],
                 ("ja", "nej", "svarade inte", _WAITING), who=lambda one: one[0])  # fmt: skip
    times = Counter(member for case in cases for member, _ in case.asked)
    yield _table("times_asked", "Hur ofta en person i registret tillfrågades", "personer", people,
                 lambda one: [_TIMES[min(times[one.id], 3)]], _TIMES)  # fmt: skip
    yield from _mix("register", "Personer som kan tillfrågas", "personer", people)
    known = {person.id: person for person in people}
    took_part = [known.get(member, Person(id=member, municipality=_NO_LONGER)) for member in _took_part(cases)]
    yield from _mix("took_part", "De som medverkade", "gånger", took_part)
    yield _fees(cases)


def _mix(key: str, title: str, what: str, people: Sequence[Person]) -> Iterable[Table]:
    def who(person: Person) -> str:
        return person.id

    ages = [*(label for _, label in _AGES), _OLDEST]
    yield _table(f"{key}_age", f"{title}, efter ålder", what, people, _age, ages, who=who)
    yield _table(f"{key}_municipality", f"{title}, efter kommun", what, people,
                 lambda person: [person.municipality or UNSTATED], who=who)  # fmt: skip
    yield _table(f"{key}_perspective", f"{title}, efter perspektiv", what, people,
                 lambda person: person.perspectives, PERSPECTIVES, apart=False, who=who)  # fmt: skip


def _age(person: Person) -> list[str]:
    if person.age is None:
        return []
    return [next((label for oldest, label in _AGES if person.age <= oldest), _OLDEST)]


def _table(
    key: str,
    title: str,
    what: str,
    things: Sequence[_T],
    labels: Callable[[_T], Sequence[str]],
    known: Sequence[str] = (),
    *,
    apart: bool = True,
    who: Callable[[_T], str] | None = None,
    note: str = "",
) -> Table:
    """Count things by label: the `known` ones in their order, else the commonest first."""
    counts: Counter[str] = Counter()
    behind: dict[str, set[str]] = {}
    for thing in things:
        for label in dict.fromkeys(labels(thing) or (UNSTATED,)):
            counts[str(label)] += 1
            if who:
                behind.setdefault(str(label), set()).add(who(thing))
    ordered = [str(label) for label in known] or sorted(counts)
    ordered += [label for label in counts if label not in ordered]
    people = {label: len(behind.get(label, ())) for label in ordered} if who else None
    everybody = len({who(thing) for thing in things}) if who else None
    total = cell("", len(things), behind=everybody)
    shown = cells({label: counts[label] for label in ordered}, len(things), behind=people, apart=apart)
    if not known:
        # The order of what is hidden would tell which of them is larger.
        shown = tuple(sorted(shown, key=lambda one: (one.count is None, -(one.count or 0), one.label.casefold())))
    return Table(key, title, what, total, shown, note if apart else _OVERLAPS, overlaps=not apart)


def _fees(cases: Sequence[Case]) -> Table:
    """Return the estimated fees by payer, where the people behind them are enough."""
    paid = [(case.payer, member, case.fee) for case in cases if case.fee
            for member, state in case.asked if state is InvitationState.TOOK_PART]  # fmt: skip
    counted = _table("fees", "Arvoden efter vem som betalar", "kronor", paid, lambda one: [one[0]],
                     ("region", "kommun"), who=lambda one: one[1])  # fmt: skip
    kronor = {payer: sum(fee for other, _, fee in paid if other == payer) for payer in ("region", "kommun")}
    total = counted.total if counted.total.count is None else replace(counted.total, count=sum(kronor.values()))
    shown = tuple(one if one.count is None else replace(one, count=kronor[one.label]) for one in counted.cells)
    note = "Uppskattat ur förfrågans tid, utan restid, resor och sociala avgifter; bara år med beslutade belopp."
    return replace(counted, total=total, cells=shown, note=note)


def _took_part(cases: Sequence[Case]) -> list[str]:
    return [member for case in cases for member, state in case.asked if state is InvitationState.TOOK_PART]


def _count(key: str, label: str, found: Cell) -> Figure:
    return Figure(key, label, found.shown, found.count)


def _part(key: str, label: str, part: int, whole: int) -> Figure:
    found = share(part, whole)
    return Figure(key, label, found.shown, found.percent)


def _days(key: str, label: str, cases: Sequence[Case], end: Callable[[Case], datetime | None]) -> Figure:
    """Return the median and the ninth decile of the days from when a case came, where five or more got so far."""
    days = [(ended - case.received).total_seconds() / 86400 for case in cases if (ended := end(case))]
    if len(days) < FEWEST:
        return Figure(key, label, f"visas inte, underlaget är {FEW}", None)
    middle, ninth = median(days), quantiles(days, n=10, method="inclusive")[8]
    shown = f"{_spoken(middle)} i median, nio av tio inom {_spoken(ninth)}"
    return Figure(key, label, shown, round(middle, 1), round(ninth, 1))


def _spoken(days: float) -> str:
    if days < 1:
        return "ett dygn"
    return f"{days:.1f}".replace(".", ",").removesuffix(",0") + " dygn"
