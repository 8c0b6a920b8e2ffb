"""The best group: relevance first, then people who differ; as good as if every group had been tried."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.matching import team
from medverkan.matching.team import Candidate, Group, choose, traits, worth
from medverkan.matching.values import Profile

YEAR = 2027


def person(number: int, **more: object) -> Profile:
    defaults: dict[str, object] = {"id": f"M-{number:04}", "municipality": "Nybro", "birth_year": 1970}
    return Profile(**(defaults | more))  # type: ignore[arg-type]


def group(people: list[tuple[float, Profile]], wanted: int, answers: tuple[str, ...] = ()) -> Group:
    parts = answers or ("a",) * len(people)
    return choose([Candidate(p.id, s, traits(p, a, YEAR)) for (s, p), a in zip(people, parts, strict=True)], wanted)


@pytest.mark.parametrize(
    "more",
    [
        {"birth_year": 2001},
        {"municipality": "Kalmar"},
        {"perspectives": ("närstående",)},
        {"gender": "man"},
        {"took_part": ("some day",)},
    ],
)
def test_between_equals_the_one_who_differs_is_chosen(more: dict[str, object]) -> None:
    alike = {"perspectives": ("patient",), "gender": "kvinna"}
    people = [(0.9, person(1, **alike)), (0.89, person(2, **alike)), (0.88, person(3, **alike | more))]
    assert group(people, 2).members == ("M-0001", "M-0003")


def test_difference_never_outweighs_much_more_relevance() -> None:
    other = person(3, municipality="Kalmar", birth_year=1995, gender="man", perspectives=("närstående",))
    assert group([(0.9, person(1)), (0.88, person(2)), (0.55, other)], 2).members == ("M-0001", "M-0002")


def test_a_group_answers_more_parts_of_the_wish() -> None:
    people = [(0.9, person(1)), (0.88, person(2)), (0.85, person(3))]
    assert group(people, 2, ("a", "a", "b")).members == ("M-0001", "M-0003")


def test_who_has_not_told_their_age_or_gender_loses_nothing_by_it() -> None:
    silent = person(1, birth_year=None, municipality="")
    people = [(0.9, silent), (0.9, person(2, gender="kvinna")), (0.9, person(3, gender="kvinna"))]
    assert group(people, 1).members == group(people, 2).members[:1] == ("M-0001",)


def test_a_group_is_no_larger_than_those_who_fit() -> None:
    assert group([(0.9, person(1))], 3) == Group(("M-0001",))
    assert group([], 3) == Group()


def test_for_one_person_the_first_is_the_best_and_the_next_stand_in() -> None:
    people = [(0.9, person(1)), (0.88, person(2, municipality="Kalmar", gender="man")), (0.8, person(3))]
    assert group(people, 1) == Group(("M-0001",), ("M-0002",))


def test_who_stands_in_keeps_the_group_broad() -> None:
    elsewhere = person(4, municipality="Kalmar")
    people = [(0.9, person(1)), (0.9, person(2)), (0.85, person(3)), (0.84, elsewhere)]
    assert group(people, 2, ("a", "b", "a", "a")) == Group(("M-0001", "M-0002"), ("M-0004", "M-0003"))


_KINDS = [st.sampled_from([(kind, value) for value in "xyz"]) for kind in team.WORTH]
_PEOPLE = st.lists(
    st.tuples(
        st.integers(0, 40), st.frozensets(st.one_of(_KINDS), max_size=6).filter(lambda t: len(dict(t)) == len(t))
    ),
    max_size=9,
)


@given(_PEOPLE, st.integers(1, 4))
def test_no_group_is_better_than_the_one_chosen(drawn: list[tuple[int, frozenset[team.Trait]]], wanted: int) -> None:
    people = [Candidate(f"M-{at:04}", 0.5 + score / 80, has) for at, (score, has) in enumerate(drawn)]
    people.sort(key=lambda one: (-one.score, one.member))
    found = choose(people, wanted)
    # The first of the best, in the order of the list.
    best = max(combinations(people, min(wanted, len(people))), key=lambda tried: round(worth(tried), 6))
    assert found.members == tuple(one.member for one in best)
    assert found.gap == 0.0


def test_where_there_are_too_many_to_try_it_says_how_far_from_the_best_it_may_be() -> None:
    kinds = tuple(team.WORTH)
    people = [
        Candidate(
            f"M-{at:04}", 0.9 - at / 10_000, frozenset((kind, str(at * (n + 3) % 7)) for n, kind in enumerate(kinds))
        )
        for at in range(40)
    ]
    exact = choose(people, 4)
    assert exact.gap == 0.0
    found = choose(people, 4, most_compared=100)
    by_id = {one.member: one for one in people}
    lost = worth([by_id[m] for m in exact.members]) - worth([by_id[m] for m in found.members])
    assert 0 <= lost <= found.gap < 0.5
