"""What the lead says of the fee on the phone: the right amount for the assignment, and why where there is none."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from medverkan.bot.calling.call_card import fee_line, mileage_line, travel_line
from medverkan.bot.fees.model import Rules
from tests.bot.every_letter import REQUEST, member

DAY = {"date_start": "2026-03-24", "time_start": "13:00", "time_end": "15:00"}


def fee(**fields: Any) -> str:
    start = fields.get("date_start")
    request = replace(REQUEST, fields=fields, date_start=date.fromisoformat(start) if start else None)
    return fee_line(request, Rules())


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (DAY, "arvode 533 kronor, kortare insats, innan restiden är inräknad"),
        (DAY | {"time_end": "16:30"}, "arvode 1 066 kronor, halvdag, innan restiden är inräknad"),
        (DAY | {"time_start": "09:00"}, "arvode 2 131 kronor, heldag, innan restiden är inräknad"),
        (DAY | {"organisation": "Nybro kommun"},
         "arvode 533 kronor, kortare insats, innan restiden är inräknad, betalas av kommunen"),
        (DAY | {"date_start": "2027-03-24"},
         "arvode betalas, men beloppet går inte att säga: beloppen för 2027 är inte beslutade än"),
        ({"date_start": "2026-03-24"},
         "arvode betalas, men beloppet går inte att säga: förfrågan säger inte hur länge det är"),
        ({"time_start": "13:00", "time_end": "15:00"},
         "arvode betalas, men beloppet går inte att säga: förfrågan säger inte dagen"),
        ({}, "arvode betalas, men beloppet går inte att säga: förfrågan säger inte dagen eller hur länge det är"),
        (DAY | {"reimbursement": "Inget arvode"}, "inget arvode betalas för det här uppdraget: säg det"),
        (DAY | {"activity": "Öppet informationsmöte"}, "inget arvode betalas för det här uppdraget: säg det"),
    ],
)  # fmt: skip
def test_the_fee_is_told_as_far_as_it_is_known(fields: dict[str, Any], told: str) -> None:
    assert fee(**fields) == told


def travel(home: str, **fields: Any) -> str:
    request = replace(REQUEST, fields=DAY | {"place": "Stadshuset, Kalmar"} | fields, date_start=date(2026, 3, 24))
    return travel_line(member(municipality=home), request, Rules())


def test_a_long_way_to_go_raises_the_fee_and_the_lead_can_say_so() -> None:
    assert travel("Vimmerby").startswith("med resan från Vimmerby (omkring ")
    assert travel("Vimmerby").endswith("blir arvodet troligen 2 131 kronor")


@pytest.mark.parametrize(
    ("home", "fields"),
    [
        ("Kalmar", {}),
        ("", {}),
        ("Lund", {}),
        ("Vimmerby", {"format": "remote"}),
        ("Vimmerby", {"place": "Lokal meddelas"}),
        ("Vimmerby", {"time_end": ""}),
        ("Vimmerby", {"reimbursement": "nej"}),
    ],
)
def test_nothing_is_said_of_travel_that_changes_nothing_or_is_not_known(home: str, fields: dict[str, Any]) -> None:
    assert travel(home, **fields) == ""


@pytest.mark.parametrize(
    ("day", "told"),
    [(date(2026, 3, 1), "egen bil 25 kronor per mil"), (date(2022, 3, 1), "egen bil 18,50 kronor per mil"),
     (date(2027, 3, 1), ""), (date(2050, 3, 1), ""), (None, "")],
)  # fmt: skip
def test_the_mileage_is_that_of_the_year(day: date | None, told: str) -> None:
    assert mileage_line(day) == told
