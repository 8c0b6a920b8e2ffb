"""The year from cases and people as plain values to what is published of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from medverkan.bot.evaluation.lacking import Wanted, lacking
from medverkan.bot.evaluation.small_cells import FEW, HIDDEN
from medverkan.bot.evaluation.values import Case, Meaning, Outcome, Person, Table, Year
from medverkan.bot.evaluation.year import year_of
from medverkan.storage.lifecycle import InvitationState as State

CAME = datetime(2026, 3, 2, 9, tzinfo=UTC)


def case(days: float = 4.0, **known: object) -> Case:
    """Return a case that was delivered so many days after it came, with a day to spare."""
    done = CAME + timedelta(days=days)
    values = {
        "received": CAME,
        "proposed": CAME + timedelta(days=days / 2),
        "agreed": done,
        "delivered": done,
        "delivered_day": done.date(),
        "day": date(2026, 4, 20),
        "outcome": Outcome.FILLED,
        "held": True,
        "feedback": True,
    }
    return Case(**(values | known))  # type: ignore[arg-type]


def table(year: Year, key: str) -> Table:
    return next(one for one in year.tables if one.key == key)


def counts(year: Year, key: str) -> dict[str, str]:
    return {one.label: one.shown for one in table(year, key).cells}


def figures(year: Year) -> dict[str, tuple[float | None, float | None]]:
    return {one.key: (one.value, one.ninety) for one in year.figures}


def test_times_are_a_median_and_what_nine_of_ten_keep() -> None:
    year = year_of(2026, [case(days) for days in range(1, 12)], [])
    assert figures(year)["days_to_delivery"] == (6.0, 10.0)
    assert figures(year)["days_to_proposal"] == (3.0, 5.0)
    told = next(one.shown for one in year.figures if one.key == "days_to_delivery")
    assert told == "6 dygn i median, nio av tio inom 10 dygn"


def test_of_fewer_than_five_nothing_is_told() -> None:
    year = year_of(2026, [case(areas=("somatik",), unit="Enheten") for _ in range(4)], [Person(id="1", age=44)])
    assert year.tables == ()
    assert all(one.value is None for one in year.figures)


def test_on_time_is_before_the_day_itself() -> None:
    on_the_day = case(delivered_day=date(2026, 4, 20))
    year = year_of(2026, [case() for _ in range(15)] + [on_the_day] * 5 + [case(day=None)], [])
    assert figures(year)["on_time"] == (75, None)


@pytest.mark.parametrize(
    ("filled", "partly", "none", "told"),
    [
        (30, 10, 10, "60 procent"),
        (48, 1, 1, "alla utom färre än 5"),
        (3, 20, 20, "färre än 5"),
        # With the percentage the three would be what is left of the table.
        (8, 20, 3, "visas inte"),
    ],
)
def test_how_many_were_filled_is_told_no_closer_than_the_table(filled: int, partly: int, none: int, told: str) -> None:
    cases = [case()] * filled + [case(outcome=Outcome.PARTLY)] * partly + [case(outcome=Outcome.UNFILLED)] * none
    assert next(one.shown for one in year_of(2026, cases, []).figures if one.key == "filled") == told


def test_feedback_is_asked_of_what_was_held() -> None:
    cases = [case() for _ in range(10)] + [case(feedback=False)] * 10 + [case(held=False, feedback=False)] * 20
    assert figures(year_of(2026, cases, []))["feedback"] == (50, None)


def test_a_request_may_stand_under_several_areas_but_under_one_unit() -> None:
    cases = [case(areas=("äldre", "somatik"), unit="Enheten  A")] * 6 + [case(areas=("somatik",), unit="Enheten B")] * 5
    year = year_of(2026, cases, [])
    assert counts(year, "area")["somatik"] == "11"
    assert counts(year, "area")["äldre"] == "6"
    assert counts(year, "area")["barn och unga"] == FEW
    assert counts(year, "unit") == {"Enheten  A": "6", "Enheten B": "5"}


def test_many_small_units_are_told_together() -> None:
    cases = [case(unit="Stora")] * 12 + [case(unit=f"Lilla {number}") for number in range(20)]
    units = table(year_of(2026, cases, []), "unit")
    assert [(one.label, one.shown) for one in units.rows] == [("Stora", "12"), ("övriga (20 stycken)", "20")]
    assert len(units.cells) == 21


def test_hidden_rows_are_not_in_the_order_of_their_size() -> None:
    cases = [case(unit="B")] * 4 + [case(unit="A")] * 2 + [case(unit="C")] * 2 + [case(unit="D")] * 9
    units = table(year_of(2026, cases, []), "unit")
    assert [one.label for one in units.cells if one.count is None] == ["A", "B", "C"]


def test_how_often_people_are_asked_is_told_without_saying_who() -> None:
    people = [Person(id=f"m{number}", age=50) for number in range(40)]
    asked = tuple((person.id, State.DECLINED) for person in people)
    cases = [case(asked=asked[:20]), case(asked=asked[:10]), case(asked=asked[:5]), *[case()] * 5]
    year = year_of(2026, cases, people)
    assert counts(year, "times_asked") == {
        "ingen gång": "20", "en gång": "10", "två gånger": "5", "tre gånger eller fler": "5"
    }  # fmt: skip
    assert "m1" not in repr(year)


def test_five_assignments_of_one_person_are_not_five_people() -> None:
    people = [Person(id=f"m{number}", age=40 + number) for number in range(10)] + [Person(id="old", age=81)]
    cases = [case(asked=tuple((f"m{number}", State.TOOK_PART) for number in range(10)))]
    cases += [case(asked=(("old", State.TOOK_PART),))] * 6
    year = year_of(2026, cases, people)
    assert counts(year, "agreed_age")["80 år och äldre"] in (FEW, HIDDEN)
    assert figures(year)["agreed"] == (16, None)


def test_answers_are_told_unless_they_would_tell_of_a_few_beside_how_many_said_yes() -> None:
    def answered(yes: int, no: int) -> list[Case]:
        said = [State.TOOK_PART] * yes + [State.DECLINED] * no + [State.NO_ANSWER] * 9
        return [case(asked=tuple((f"m{number}", state) for number, state in enumerate(said)))]

    assert counts(year_of(2026, answered(20, 8), []), "answers") == {"ja": "20", "nej": "8", "inget svar än": "9"}
    few = year_of(2026, answered(7, 1), [])
    assert figures(few)["agreed"] == (7, None)
    assert not any(one.key == "answers" and one.cells[0].count is None for one in few.tables)


def test_fees_are_told_by_payer_unless_that_would_tell_of_a_few() -> None:
    paid = [case(fee=1000, asked=((f"m{n}", State.TOOK_PART), (f"n{n}", State.DECLINED))) for n in range(20)]
    both = paid + [replace(one, payer="kommun", fee=500) for one in paid[:6]]
    assert counts(year_of(2026, both, []), "fees") == {"region": "20 000", "kommun": "3 000"}
    few = year_of(2026, [*paid, replace(paid[0], payer="kommun", fee=500)], [])
    assert counts(few, "fees") == {"region": HIDDEN, "kommun": FEW}
    assert table(few, "fees").total.count == 20_500


def test_whom_the_register_lacks_is_a_kind_of_people_in_a_part_of_the_county() -> None:
    young = Wanted(concept="ätstörning", perspectives=("närstående",), ages=(16, 25), municipality="Vimmerby")
    person = Person(id="m", age=20, municipality="Hultsfred", perspectives=("närstående",),
                    told=lambda: Meaning((), frozenset({"ätstörning"})))  # fmt: skip
    (found,) = lacking([young] * 5, [person] * 3)
    assert (found.who, found.requests, found.people) == (
        "unga närstående med erfarenhet av ätstörning, norra länet", "5 till 9", FEW
    )  # fmt: skip
    assert lacking([young], [person] * 60) == ()


def test_an_area_is_told_of_experiences_only_where_many_sought_in_it() -> None:
    sought = [Wanted(concept=f"sjukdom {number}", areas=("somatik",), perspectives=("patient",)) for number in range(5)]
    assert next(one.who for one in lacking(sought, [])) == "patienter inom området somatik"
    assert [one.who for one in lacking(sought[:1], [])] == ["patienter med erfarenhet av sjukdom 0"]


def test_where_few_requests_sought_the_same_the_kind_is_told_at_its_widest() -> None:
    found = lacking([Wanted(areas=("somatik",), perspectives=("patient",), ages=(65, 120), municipality="Kalmar")], [])
    assert [one.who for one in found] == ["äldre patienter inom området somatik"]
