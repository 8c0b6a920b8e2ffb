"""The red days of Sweden, as the tables of `holidays` have them."""

from datetime import MAXYEAR, date

import holidays
import pytest

from medverkan.mailbox.red_days import free_eves, is_red, public_holidays


@pytest.mark.parametrize("year", range(2005, 2100))
def test_every_year_has_the_days_that_the_tables_have(year: int) -> None:
    assert public_holidays(year) == set(holidays.country_holidays("SE", categories=("public",), years=year))
    assert free_eves(year) == set(holidays.country_holidays("SE", categories=("de_facto",), years=year))


@pytest.mark.parametrize("year", [1, 1582, MAXYEAR])
def test_a_year_that_nobody_means_has_its_days_too(year: int) -> None:
    # On all of its days except where two fall on the same: dates are read from what people write.
    assert len(public_holidays(year)) in {12, 13}
    assert is_red(date(year, 12, 31))
