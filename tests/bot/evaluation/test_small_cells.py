"""Small counts: not shown, and not to be had by subtracting what is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.bot.evaluation.small_cells import BANDS, FEW, HIDDEN, Cell, band_of, cell, cells, share


def shown(counts: dict[str, int], total: int | None = None, **more: object) -> list[str]:
    whole = sum(counts.values()) if total is None else total
    return [one.shown for one in cells(counts, whole, **more)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({"a": 5, "b": 7, "c": 1200}, ["5", "7", "1 200"]),
        # One small count alone is the total less the rest: the smallest of the others goes too.
        ({"a": 3, "b": 20, "c": 9}, [FEW, "20", HIDDEN]),
        # Together with a five, a nought would be known; one more is hidden.
        ({"a": 0, "b": 5, "c": 30}, [FEW, HIDDEN, HIDDEN]),
        # Two fours make eight, and nothing else of two small counts does.
        ({"a": 4, "b": 4, "c": 30, "d": 8}, [FEW, FEW, "30", HIDDEN]),
        ({"a": 3, "b": 2, "c": 30}, [FEW, FEW, HIDDEN]),
        ({"a": 3, "b": 3, "c": 2, "d": 30}, [FEW, FEW, FEW, "30"]),
        # Nothing can be shown: not even which of them is small.
        ({"a": 6, "b": 0}, [HIDDEN, HIDDEN]),
        ({"a": 1, "b": 2}, [FEW, FEW]),
        ({}, []),
    ],
)
def test_a_small_count_is_hidden_and_what_would_give_it_away_too(counts: dict[str, int], told: list[str]) -> None:
    assert shown(counts) == told


@given(st.lists(st.integers(0, 14), min_size=1, max_size=7))
def test_to_somebody_who_subtracts_every_small_count_could_be_anything_from_none_to_four(numbers: list[int]) -> None:
    counts = {str(at): number for at, number in enumerate(numbers)}
    total = sum(numbers)
    table = cells(counts, total)
    small = [one for one in table if one.few]
    hidden = [one for one in table if one.count is None and not one.few]
    assert all(one.count is None or one.count >= 5 for one in table)
    if total < 5 or not small:
        return
    left = total - sum(one.count or 0 for one in table)
    for guess in range(5):
        least = guess + 5 * len(hidden)
        most = guess + 4 * (len(small) - 1) if not hidden else left
        assert least <= left <= most


@given(st.lists(st.integers(0, 14), min_size=1, max_size=7), st.integers(0, 30))
def test_nor_where_one_thing_may_stand_in_several_cells(numbers: list[int], more: int) -> None:
    total = max(numbers) + min(more, sum(numbers) - max(numbers))
    table = cells({str(at): number for at, number in enumerate(numbers)}, total, apart=False)
    small = [one for one in table if one.few]
    hidden = [one for one in table if one.count is None and not one.few]
    assert all(one.count is None or one.count >= 5 for one in table)
    if total >= 5 and small and not hidden:
        least_left = total - sum(one.count or 0 for one in table)
        assert least_left <= 4 * (len(small) - 1)


def test_a_count_with_few_people_behind_it_is_small_however_large() -> None:
    assert shown({"a": 40, "b": 30, "c": 9}, behind={"a": 12, "b": 3, "c": 8}) == ["40", FEW, HIDDEN]
    assert cell("", 40, behind=4) == Cell("", None, few=True)
    assert cell("", 40, behind=5).count == 40


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [
        (30, 40, (75, "75 procent")),
        (38, 40, (None, "alla utom färre än 5")),
        (40, 40, (None, "alla utom färre än 5")),
        (2, 40, (None, "färre än 5")),
        (3, 4, (None, "visas inte, underlaget är färre än 5")),
    ],
)
def test_a_share_is_told_only_where_part_and_rest_are_large(
    part: int, whole: int, told: tuple[int | None, str]
) -> None:
    found = share(part, whole)
    assert (found.percent, found.shown) == told


def test_bands_are_too_wide_to_subtract() -> None:
    assert [BANDS[band_of(count)] for count in (0, 4, 5, 9, 10, 19, 20, 49, 50, 5000)] == [
        FEW, FEW, "5 till 9", "5 till 9", "10 till 19", "10 till 19", "20 till 49", "20 till 49", "50 eller fler",
        "50 eller fler",
    ]  # fmt: skip
