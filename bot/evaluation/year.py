"""One year in figures: from cases and people as plain values to what may be published about them. Pure.

Nothing leaves here but through small_cells: what may not be shown is not known to whoever writes the page or the file.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from statistics import median, quantiles
from typing import TypeVar

from medverkan.bot.evaluation.county import AGES, BANDS, OLDEST, County
from medverkan.bot.evaluation.lacking import lacking
from medverkan.bot.evaluation.levels import CONTEXTS, LEVELS, STEPS
from medverkan.bot.evaluation.small_cells import FEW, FEWEST, HIDDEN, Cell, cell, cells, share
from medverkan.bot.evaluation.values import Case, Figure, Outcome, Person, Table, Year
from medverkan.storage.lifecycle import InvitationState

AREAS = ("äldre", "barn och unga", "psykisk hälsa och beroende", "funktionsnedsättning", "somatik")
PERSPECTIVES = ("brukare", "patient", "närstående")
UNSTATED = "inte angivet"
_T = TypeVar("_T")
_TIMES = ("ingen gång", "en gång", "två gånger", "tre gånger eller fler")
_OVERLAPS = "En och samma kan stå på flera rader."
_NO_LONGER = "inte kvar i registret"
_SAID_YES = (InvitationState.ACCEPTED, InvitationState.RELEASED, InvitationState.TOOK_PART)
_ANSWERS = {**dict.fromkeys(_SAID_YES, "ja"), InvitationState.DECLINED: "nej"}
_NO_ANSWER = "inget svar än"
_TODAY = "Registret som det är i dag."
_READ = "Utläst ur förfrågans ord."
_STEPS_TOLD = (
    "Information är att få veta, konsultation att tycka, dialog att resonera, inflytande att delta längre tid, "
    "medbeslutande att bestämma tillsammans. Inget steg är bättre än ett annat."
)
_NO_AGES = "Länets åldrar att jämföra med saknas: lägg in dem i inställningen [report] population."
_NO_PERSPECTIVES = "Statistik över länet att jämföra med finns inte."


def year_of(number: int, cases: Sequence[Case], people: Sequence[Person], county: County | None = None) -> Year:
    """Return the year of those cases, beside the register as it is and the county that it is to mirror."""
    return Year(
        number,
        tuple(_figures(cases, people)),
        tuple(table for table in _tables(cases, people, county or County()) if table.total.count is not None),
        lacking([case.wanted for case in cases if case.wanted], people),
    )


def _figures(cases: Sequence[Case], people: Sequence[Person]) -> Iterable[Figure]:
    yield _count("requests", "Förfrågningar", cell("", len(cases)))
    wanted = cell("", sum(case.people_wanted for case in cases), behind=len(cases))
    yield _count("people_wanted", "Personer som söktes", wanted)
    agreed = _agreed(cases)
    yield _count("agreed", "Gånger någon har tackat ja", cell("", len(agreed), behind=len(set(agreed))))
    yield _count("people", "Personer som kan tillfrågas", cell("", len(people)))
    yield _filled(cases)
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


def _tables(cases: Sequence[Case], people: Sequence[Person], county: County) -> Iterable[Table]:
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
    yield _table("level", "Förfrågningar efter nivå", asked, cases, lambda case: [case.level], LEVELS, note=_READ)
    yield _table("context", "Förfrågningar efter sammanhang", asked, cases, lambda case: [case.context], CONTEXTS,
                 note=_READ)  # fmt: skip
    yield _table("step", "Förfrågningar efter delaktighetstrappans steg", asked, cases, lambda case: [case.step], STEPS,
                 note=f"{_READ} {_STEPS_TOLD}")  # fmt: skip
    yield _table("perspective", "Förfrågningar efter perspektiv", asked, cases, lambda case: case.perspectives,
                 PERSPECTIVES, apart=False)  # fmt: skip
    yield _table("municipality", "Förfrågningar efter uppdragets kommun", asked, cases, lambda case: [
        case.municipality or "digitalt eller okänt"])  # fmt: skip
    yield _table("unit", "Förfrågningar efter verksamhet", asked, cases, lambda case: [case.unit or UNSTATED])
    yield from _answers(cases)
    times = Counter(member for case in cases for member, _ in case.asked)
    yield _table("times_asked", "Hur ofta en person i registret tillfrågades", "personer", people,
                 lambda one: [_TIMES[min(times[one.id], 3)]], _TIMES, note=_TODAY)  # fmt: skip
    yield from _mix("register", "Personer som kan tillfrågas", "personer", people, county, _TODAY)
    known = {person.id: person for person in people}
    agreed = [known.get(member, Person(id=member, municipality=_NO_LONGER)) for member in _agreed(cases)]
    yield from _mix("agreed", "De som tackade ja", "gånger", agreed, county)
    yield _fees(cases)


def _answers(cases: Sequence[Case]) -> Iterable[Table]:
    """Yield the answers, unless they would have to hide how many said yes, which is told beside them."""
    answers = [(member, _ANSWERS.get(state, _NO_ANSWER)) for case in cases for member, state in case.asked]
    labels = (*dict.fromkeys(_ANSWERS.values()), _NO_ANSWER)
    found = _table("answers", "Vad de tillfrågade svarade", "gånger", answers, lambda one: [one[1]], labels,
                   who=lambda one: one[0])  # fmt: skip
    if found.cells[0].count is not None:
        yield found


def _mix(key: str, title: str, what: str, people: Sequence[Person], county: County, note: str = "") -> Iterable[Table]:
    def who(person: Person) -> str:
        return person.id

    source = f"Länet: {county.source}."
    ages = _table(f"{key}_age", f"{title}, efter ålder", what, people, _age, BANDS, who=who,
                  note=f"{note} {source if county.by_age else _NO_AGES}".strip())  # fmt: skip
    yield replace(ages, county=_percent(county.by_age))
    towns = sorted(county.by_municipality, key=lambda town: -county.by_municipality[town])
    told = f"{note} {source if towns else ''}".strip()
    where = _table(f"{key}_municipality", f"{title}, efter kommun", what, people,
                   lambda person: [person.municipality or UNSTATED], towns, who=who, note=told)  # fmt: skip
    yield replace(where, county=_percent(county.by_municipality))
    yield _table(f"{key}_perspective", f"{title}, efter perspektiv", what, people, lambda person: person.perspectives,
                 PERSPECTIVES, apart=False, who=who, note=f"{note} {_NO_PERSPECTIVES}".strip())  # fmt: skip


def _percent(counts: Mapping[str, int]) -> dict[str, float]:
    everybody = sum(counts.values())
    return {label: 100 * count / everybody for label, count in counts.items()} if everybody else {}


def _age(person: Person) -> list[str]:
    if person.age is None:
        return []
    return [next((label for oldest, label in AGES if person.age <= oldest), OLDEST)]


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
    return Table(key, title, what, total, shown, note if apart else f"{_OVERLAPS} {note}".strip(), overlaps=not apart)


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


def _agreed(cases: Sequence[Case]) -> list[str]:
    return [member for case in cases for member, state in case.asked if state in _SAID_YES]


def _count(key: str, label: str, found: Cell) -> Figure:
    return Figure(key, label, found.shown, found.count)


def _part(key: str, label: str, part: int, whole: int) -> Figure:
    found = share(part, whole)
    return Figure(key, label, found.shown, found.percent)


def _filled(cases: Sequence[Case]) -> Figure:
    """Return in how large a part everybody was found, no closer than the table of outcomes tells."""
    label = "Förfrågningar där alla som söktes hittades"
    outcomes = Counter(case.outcome for case in cases)
    told = cells({str(one): outcomes[one] for one in Outcome}, len(cases))
    filled = outcomes[Outcome.FILLED]
    hidden = told[0].count is None and filled >= FEWEST and len(cases) - filled >= FEWEST
    return Figure("filled", label, HIDDEN, None) if hidden else _part("filled", label, filled, len(cases))


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
