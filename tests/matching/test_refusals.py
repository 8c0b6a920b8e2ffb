"""Refusals of a kind of participation, told from smaller wishes."""

import pytest

from medverkan.matching.activities import AUDIT, COUNCIL, FOCUS, INTERVIEW, REVIEW, STEERING, TEACH, TELL, fit, sought
from medverkan.matching.refusals import refusals, refuses


@pytest.mark.parametrize(
    ("unwilling", "kinds"),
    [
        ("Vill inte stå inför folk", {TELL, TEACH}),
        ("Prata inför stora grupper", {TELL, TEACH}),
        ("Inga intervjuer", {INTERVIEW}),
        ("Inte i råd eller nämnder", {COUNCIL, STEERING}),
        ("Vill inte sitta i möten", {COUNCIL, STEERING}),
        ("inga gruppsamtal", {FOCUS}),
        ("Vill inte besöka andra boenden", {AUDIT}),
        ("Telefonintervju", set()),
        ("Helst inte stora möten", set()),
        ("Inget särskilt", set()),
        ("", set()),
        ("Videomöten", set()),
    ],
)
def test_a_refusal_is_of_a_kind_of_participation(unwilling: str, kinds: set[str]) -> None:
    assert refusals(unwilling).kinds == kinds


@pytest.mark.parametrize(
    ("unwilling", "activity", "place", "stops"),
    [
        ("Ingen telefon", "Intervju", "Hemma hos personen", False),
        ("Ingen telefon", "Telefonintervju", "", True),
        ("Inget med datorer", "Test av ny app", "Kalmar", True),
        ("Inget med datorer", "Granska broschyr", "Hemma", False),
        ("Inte stora grupper", "Fokusgrupp", "Kalmar", False),
        ("Bli filmad", "Film om bemötande", "Kalmar", True),
    ],
)
def test_a_wish_stops_only_what_is_exactly_that(unwilling: str, activity: str, place: str, stops: bool) -> None:
    assert refuses(refusals(unwilling), sought(activity, ""), activity, place) is stops


@pytest.mark.parametrize(
    ("ticked", "suits"),
    [
        (("Fokusgrupp",), 1.0),
        (("Intervju",), 0.95),
        (("Det mesta",), 1.0),
        ((), 1.0),
        (("Styrgrupp",), 0.0),
    ],
)
def test_neighbouring_kinds_count_nearly_as_ticked(ticked: tuple[str, ...], suits: float) -> None:
    assert fit(frozenset({FOCUS}), ticked) == suits


def test_the_head_of_the_activity_field_decides() -> None:
    assert sought("Granska digital tjänst (användartest)", "Berätta i fokusgrupp") == {REVIEW}
