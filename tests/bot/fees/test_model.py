"""Fees by the model: the printed amounts of 2022, and what lies on the edges."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.bot.fees.model import FeeError, Rules, fee, years

NONE = Decimal(0)


def amount(year: int, hours: str, travel_hours: str = "0", rules: Rules | None = None) -> tuple[str, int]:
    found = fee(date(year, 5, 4), Decimal(hours), Decimal(travel_hours), NONE, "region", rules)
    return found.kind, found.amount


@pytest.mark.parametrize(
    ("year", "whole", "half", "short", "hourly"),
    [
        (2022, 1739, 869, 435, 242),  # printed in the model
        (2024, 2063, 1031, 516, 287),  # whole and half printed by a region
        (2015, 1602, 801, 401, 223),
        (2019, 1674, 837, 419, 233),
        (2023, 1890, 945, 473, 263),
        (2025, 2117, 1058, 529, 294),
        (2026, 2131, 1066, 533, 296),
    ],
)
def test_a_years_amounts_are_shares_of_its_prisbasbelopp(
    year: int, whole: int, half: int, short: int, hourly: int
) -> None:
    assert [amount(year, hours)[1] for hours in ("5", "3", "1")] == [whole, half, short]
    assert fee(date(year, 1, 1), Decimal(1), NONE, NONE, "region").hourly == hourly


@pytest.mark.parametrize(
    ("hours", "travel", "kind"),
    [
        ("0.5", "0", "kort"),
        ("2", "0", "kort"),
        ("1.5", "0.5", "kort"),
        ("2", "0.01", "halvdag"),
        ("2.01", "0", "halvdag"),
        ("4", "0", "halvdag"),
        ("2", "2", "halvdag"),
        ("3.5", "1", "heldag"),
        ("4.01", "0", "heldag"),
        ("8", "4", "heldag"),
    ],
)
def test_travel_counts_and_the_limits_are_two_and_four_hours(hours: str, travel: str, kind: str) -> None:
    assert amount(2026, hours, travel)[0] == kind


def test_what_the_model_leaves_open_is_a_rule_with_a_default() -> None:
    assert amount(2022, "2", rules=Rules(two_hours="halvdag")) == ("halvdag", 869)
    assert amount(2022, "2", rules=Rules(short="timme")) == ("timme", 484)
    assert amount(2022, "1.5", rules=Rules(short="timme")) == ("timme", 363)
    assert amount(2024, "1", rules=Rules(short="timme", halves="even")) == ("timme", 286)
    assert amount(2015, "1", rules=Rules(halves="even")) == ("kort", 400)


@pytest.mark.parametrize(
    ("year", "km", "kronor"),
    [(2022, "40", "74.00"), (2023, "40", "100.00"), (2026, "43.2", "107.50"), (2026, "0.4", "0.00"), (2026, "0", "0")],
)
def test_the_own_car_pays_by_the_tenth_of_a_mil(year: int, km: str, kronor: str) -> None:
    assert fee(date(year, 6, 1), Decimal(1), NONE, Decimal(km), "region").travel == Decimal(kronor)


@pytest.mark.parametrize(
    ("year", "hours", "travel", "km", "told"),
    [
        (2027, "3", "0", "0", "2027 är inte beslutade"),
        (2014, "3", "0", "0", "inga belopp för 2014"),
        (2031, "3", "0", "0", "inga belopp för 2031"),
        (2026, "0", "0", "0", "mer än 0 timmar"),
        (2026, "-1", "0", "0", "mer än 0 timmar"),
        (2026, "3", "-1", "0", "mindre än 0"),
        (2026, "3", "0", "-5", "mindre än 0"),
        (2026, "20", "5", "0", "mer än ett dygn"),
        (2026, "3", "0", "40000", "inte meter"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(year: int, hours: str, travel: str, km: str, told: str) -> None:
    with pytest.raises(FeeError, match=told):
        fee(date(year, 3, 1), Decimal(hours), Decimal(travel), Decimal(km), "region")


def test_every_line_of_the_explanation_is_a_sentence_with_the_figures() -> None:
    found = fee(date(2022, 5, 4), Decimal("3.5"), Decimal(1), Decimal(40), "region")
    assert found.explanation == (
        "Tiden är 3,5 timmar och restiden 1 timme, tillsammans 4,5 timmar.",
        "Mer än fyra timmar, restiden inräknad, är heldag.",
        "Arvode: 3,6 procent av prisbasbeloppet 2022, 48 300 kronor: 1 739 kronor.",
        "Egen bil: 4 mil à 18,50 kronor: 74,00 kronor.",
        "Arvodet är skattepliktigt, och sociala avgifter tillkommer för den som betalar. "
        "Förlorad inkomst ersätts inte.",
        "Regionen betalar: en arvodesblankett per person och tillfälle, underskriven och attesterad, till löneservice.",
    )


def test_what_a_municipality_pays_is_never_sent_to_the_regions_payroll() -> None:
    assert "inte till regionens löneservice" in fee(date(2026, 1, 8), Decimal(1), NONE, NONE, "kommun").explanation[-1]


@given(
    st.sampled_from([year for year, amounts in years().items() if amounts.decided]),
    st.decimals("0.01", "12", places=2),
    st.decimals("0", "12", places=2),
)
def test_more_time_never_pays_less(year: int, hours: Decimal, more: Decimal) -> None:
    less = fee(date(year, 2, 2), hours, NONE, NONE, "region").amount
    assert less <= fee(date(year, 2, 2), hours, more, NONE, "region").amount
