"""The red days of Sweden (lag 1989:253), and the three eves that are as free; Sundays are not listed among them.

Reckoned here and not by `holidays`, which loads every country there is for one of them: 20 MB and a second, in a
service that should hold little and start at once. The tests compare the two.
"""

from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

SATURDAY = 5
_FIXED = ((1, 1), (1, 6), (5, 1), (6, 6), (12, 25), (12, 26))
# Långfredagen, påskdagen, annandag påsk, Kristi himmelsfärdsdag, pingstdagen: days from påskdagen.
_FROM_EASTER = (-2, 0, 1, 39, 49)


@lru_cache(maxsize=8)
def public_holidays(year: int) -> frozenset[date]:
    """Return the public holidays of a year from 2005 on, when the national day became one."""
    fixed = (date(year, month, day) for month, day in _FIXED)
    moving = (easter(year) + timedelta(days=days) for days in _FROM_EASTER)
    return frozenset((*fixed, *moving, _midsummer(year), _saturday_from(date(year, 10, 31))))


@lru_cache(maxsize=8)
def free_eves(year: int) -> frozenset[date]:
    """Return midsummer's, Christmas and New Year's eve, on which nobody works either."""
    return frozenset((_midsummer(year) - timedelta(days=1), date(year, 12, 24), date(year, 12, 31)))


def is_red(day: date) -> bool:
    """Tell whether it is a public holiday, or midsummer's, Christmas or New Year's eve, which are as free."""
    return day in public_holidays(day.year) or day in free_eves(day.year)


def _midsummer(year: int) -> date:
    return _saturday_from(date(year, 6, 20))


def _saturday_from(day: date) -> date:
    return day + timedelta(days=(SATURDAY - day.weekday()) % 7)
