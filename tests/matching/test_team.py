"""The best group: relevance first, then people who differ."""

from medverkan.matching.team import choose
from medverkan.matching.values import Profile


def person(number: int, **more: object) -> Profile:
    defaults: dict[str, object] = {"id": f"M-{number:04}", "municipality": "Nybro", "birth_year": 1970}
    return Profile(**(defaults | more))  # type: ignore[arg-type]


def test_between_equals_the_one_who_differs_is_chosen() -> None:
    alike, other = person(2), person(3, municipality="Kalmar", birth_year=1995)
    assert choose([(0.9, person(1)), (0.88, alike), (0.88, other)], 2, {}) == ("M-0001", "M-0003")


def test_difference_never_outweighs_much_more_relevance() -> None:
    other = person(3, municipality="Kalmar", birth_year=1995)
    assert choose([(0.9, person(1)), (0.88, person(2)), (0.55, other)], 2, {}) == ("M-0001", "M-0002")


def test_a_group_answers_more_parts_of_the_wish() -> None:
    covers = {"M-0001": frozenset({"a"}), "M-0002": frozenset({"a"}), "M-0003": frozenset({"b"})}
    assert choose([(0.9, person(1)), (0.88, person(2)), (0.85, person(3))], 2, covers) == ("M-0001", "M-0003")


def test_a_group_is_no_larger_than_those_who_fit() -> None:
    assert choose([(0.9, person(1))], 3, {}) == ("M-0001",)
