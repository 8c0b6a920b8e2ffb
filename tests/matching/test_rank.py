"""What the ranking promises whatever the wording: gates first, the same list every time, sentences and not quotes."""

import random
from datetime import date

from medverkan.matching.rank import rank
from medverkan.matching.values import EXCLUSIONS, Need, Profile

TODAY = date(2026, 11, 23)


def person(number: int, experience: str, **more: object) -> Profile:
    defaults: dict[str, object] = {
        "id": f"M-{number:04}",
        "experience": experience,
        "perspectives": ("patient",),
        "consent_matching": True,
        "municipality": "Kalmar",
        "birth_year": 1970,
        "introduced": True,
    }
    return Profile(**(defaults | more))  # type: ignore[arg-type]


def need(experience: str, **more: object) -> Need:
    defaults: dict[str, object] = {
        "experience": experience,
        "perspectives": ("patient",),
        "activity": "Fokusgrupp",
        "place": "Kalmar",
        "format": "onsite",
    }
    return Need(**(defaults | more))  # type: ignore[arg-type]


def ids(ranking: object) -> list[str]:
    return [m.member for m in ranking.matches]  # type: ignore[attr-defined]


def test_the_one_with_the_experience_comes_first() -> None:
    people = [person(1, "Jag har haft reumatism i tio år."), person(2, "Jag har epilepsi sedan barndomen.")]
    ranking = rank(need("Erfarenhet av epilepsi"), people, today=TODAY)
    assert ids(ranking)[0] == "M-0002"
    assert not ranking.no_match
    assert ranking.matches[0].reasons[0] == "Har egen erfarenhet av epilepsi."


def test_each_person_counts_once_under_the_first_gate_that_stops_them() -> None:
    text = "Jag har epilepsi."
    people = [
        person(1, text, consent_matching=False, restricted=True),
        person(2, text, birth_year=2011),
        person(3, text, birth_year=2011, guardian_consent=True),
        person(4, text, restricted=True),
        person(5, text, unwilling="Inga fokusgrupper"),
        person(6, text, busy=frozenset({date(2027, 2, 9)})),
        person(7, text, max_per_half_year=1, took_part=(date(2026, 10, 1),)),
        person(8, text + " Jag jobbar på neurologmottagningen."),
        person(9, text),
    ]
    ranking = rank(
        need("Erfarenhet av epilepsi", unit="Neurologmottagningen", date_start=date(2027, 2, 9)), people, today=TODAY
    )
    assert tuple(ranking.excluded) == EXCLUSIONS
    assert set(ranking.excluded.values()) == {1}
    assert ids(ranking) == ["M-0009"]


def test_the_list_is_the_same_whatever_the_order_of_the_profiles() -> None:
    people = [person(n, "Jag har epilepsi.") for n in range(1, 30)]
    first = rank(need("Erfarenhet av epilepsi"), people, today=TODAY, top=20)
    random.Random(7).shuffle(people)  # noqa: S311 - a shuffle for a test
    assert rank(need("Erfarenhet av epilepsi"), people, today=TODAY, top=20) == first
    assert ids(first) == sorted(ids(first))


def test_nobody_fits_is_an_answer() -> None:
    ranking = rank(need("Erfarenhet av cystisk fibros"), [person(1, "Jag har artros i knät.")], today=TODAY)
    assert ranking.no_match
    assert ranking.team == ()
