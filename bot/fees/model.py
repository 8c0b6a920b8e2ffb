"""What an assignment pays, by the model of Länsgemensam ledning: shares of the prisbasbelopp, travel time counted.

Source: Ersättning för brukar-, patient- och närståendemedverkan (2021, amounts of 2022-01-17). What the model leaves
open has a stated default in `Rules`. Pure but for the table of years, which is read once. Amounts are whole kronor.
"""

import csv
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Literal

TABLE = Path(__file__).parents[1] / "tables" / "fees.csv"
WHOLE_DAY_OVER, HALF_DAY_OVER = Decimal(4), Decimal(2)  # hours, travel included
SHARES = {"heldag": Decimal("0.036"), "halvdag": Decimal("0.018"), "kort": Decimal("0.009"), "timme": Decimal("0.005")}
MOST_HOURS = Decimal(24)
MOST_KM = Decimal(5000)

FeeClass = Literal["heldag", "halvdag", "kort", "timme"]
PAYERS = ("region", "kommun")


class FeeError(ValueError):
    """No fee can be told; the message says in Swedish why, and what to do."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the model leaves open, with the defaults used here."""

    short: Literal["kort", "timme"] = "kort"  # up to two hours: one sum, or by the hour
    two_hours: Literal["kort", "halvdag"] = "kort"  # exactly two hours stands in both definitions
    halves: Literal["up", "even"] = "up"  # 434.7 is 435 either way; 241.5 is 242 either way, 286.5 is not


@dataclass(frozen=True, slots=True)
class Year:
    """One year's amounts, kronor: the prisbasbelopp, and for a mil (10 km) by own car."""

    price_base: int
    decided: bool
    mileage: Decimal | None


@dataclass(frozen=True, slots=True)
class Fee:
    """What one person gets for one occasion."""

    kind: FeeClass
    amount: int  # kronor, taxable
    hourly: int  # kronor an hour, for comparison
    travel: Decimal  # kronor, for the own car
    explanation: tuple[str, ...]


def fee(day: date, hours: Decimal, travel_hours: Decimal, km: Decimal, payer: str, rules: Rules | None = None) -> Fee:
    """Return the fee of one occasion: hours of meeting and of travel both ways, km by own car, and who pays.

    Raises FeeError for a year that is not decided or not known, and for what cannot be.
    """
    if payer not in PAYERS:
        raise FeeError("den som betalar är antingen region eller kommun")
    rules = rules or Rules()
    _check(hours, travel_hours, km)
    year = _decided(day.year)
    total = hours + travel_hours
    kind = _class(total, rules)
    hourly = _kronor(year.price_base * SHARES["timme"], rules)
    amount = _kronor(hourly * total, rules) if kind == "timme" else _kronor(year.price_base * SHARES[kind], rules)
    travel = _mileage(km, year, day.year)
    return Fee(kind, amount, hourly, travel, tuple(_explained(day, hours, travel_hours, km, payer, year, rules)))


@cache
def years() -> dict[int, Year]:
    """Return the table of years."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {
            int(row["year"]): Year(
                int(row["price_base"]), row["decided"] == "yes", Decimal(row["mileage"]) if row["mileage"] else None
            )
            for row in csv.DictReader(file)
        }


def _check(hours: Decimal, travel_hours: Decimal, km: Decimal) -> None:
    if not hours > 0:
        raise FeeError("tiden ska vara mer än 0 timmar")
    if travel_hours < 0 or km < 0:
        raise FeeError("restid och sträcka kan inte vara mindre än 0")
    if hours + travel_hours > MOST_HOURS:
        raise FeeError("tiden med resa är mer än ett dygn; räkna varje tillfälle för sig")
    if km > MOST_KM:
        raise FeeError(f"sträckan är mer än {MOST_KM} km; ange kilometer, inte meter")


def _decided(year: int) -> Year:
    table = years()
    if year not in table:
        raise FeeError(f"det finns inga belopp för {year}; tabellen går från {min(table)} till {max(table)}")
    if not table[year].decided:
        raise FeeError(
            f"beloppen för {year} är inte beslutade: regeringen har inte fastställt prisbasbeloppet. "
            "Vänta tills det är gjort, eller fråga löneservice"
        )
    return table[year]


def _class(total: Decimal, rules: Rules) -> FeeClass:
    if total > WHOLE_DAY_OVER:
        return "heldag"
    if total > HALF_DAY_OVER or (total == HALF_DAY_OVER and rules.two_hours == "halvdag"):
        return "halvdag"
    return rules.short


def _kronor(amount: Decimal, rules: Rules) -> int:
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP if rules.halves == "up" else ROUND_HALF_EVEN))


def _mileage(km: Decimal, year: Year, number: int) -> Decimal:
    if not km:
        return Decimal(0)
    if year.mileage is None:
        raise FeeError(f"ersättningen för egen bil är inte beslutad för {number}")
    return (_mil(km) * year.mileage).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _mil(km: Decimal) -> Decimal:
    """Return the distance in mil, paid by the tenth."""
    return (km / 10).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _explained(
    day: date, hours: Decimal, travel_hours: Decimal, km: Decimal, payer: str, year: Year, rules: Rules
) -> list[str]:
    total = hours + travel_hours
    kind = _class(total, rules)
    base = f"prisbasbeloppet {day.year}, {thousands(year.price_base)} kronor"
    lines = [
        f"Tiden är {_hours(hours)}"
        + (f" och restiden {_hours(travel_hours)}, tillsammans {_hours(total)}." if travel_hours else "."),
        {
            "heldag": "Mer än fyra timmar, restiden inräknad, är heldag.",
            "halvdag": "Mellan två och fyra timmar, restiden inräknad, är halvdag.",
            "kort": "Upp till två timmar, restiden inräknad, är en kortare insats.",
            "timme": "Upp till två timmar, restiden inräknad, betalas här per timme.",
        }[kind],
    ]
    if total == HALF_DAY_OVER:
        lines.append(f"Exakt två timmar står i båda definitionerna; här räknas det som {_spoken(kind)}.")
    hourly = _kronor(year.price_base * SHARES["timme"], rules)
    share = f"{_number(SHARES[kind] * 100)} procent av {base}"
    if kind == "timme":
        amount = _kronor(hourly * total, rules)
        lines.append(f"Arvode: {share}, är {hourly} kronor i timmen, i {_hours(total)}: {thousands(amount)} kronor.")
    else:
        amount = _kronor(year.price_base * SHARES[kind], rules)
        lines.append(f"Arvode: {share}: {thousands(amount)} kronor.")
    if kind == "kort":
        lines.append(f"Alternativet per timme vore {hourly} kronor i timmen.")
    if km:
        lines.append(
            f"Egen bil: {_number(_mil(km))} mil à {_money(year.mileage or Decimal(0))} kronor: "
            f"{_money(_mileage(km, year, day.year))} kronor."
        )
    lines.append(
        "Arvodet är skattepliktigt, och sociala avgifter tillkommer för den som betalar. Förlorad inkomst ersätts inte."
    )
    lines.append(
        "Regionen betalar: en arvodesblankett per person och tillfälle, underskriven och attesterad, till löneservice."
        if payer == "region"
        else "Kommunen betalar och hanterar det i särskild ordning. Blanketten ska inte till regionens löneservice."
    )
    return lines


def _spoken(kind: FeeClass) -> str:
    return {"kort": "en kortare insats", "timme": "en kortare insats"}.get(kind, kind)


def _hours(value: Decimal) -> str:
    return f"{_number(value)} {'timme' if value == 1 else 'timmar'}"


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")


def _money(value: Decimal) -> str:
    return f"{value:.2f}".replace(".", ",")


def thousands(value: int) -> str:
    """Return kronor as they are written: "1 739"."""
    return f"{value:,}".replace(",", " ")
