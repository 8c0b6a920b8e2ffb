"""Numbers, durations and years."""

import pytest

from medverkan.mailbox.forms.values import born, numbers


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("2", (2, 2)),
        ("fem", (5, 5)),
        ("2–3", (2, 3)),
        ("en eller två", (1, 2)),
        ("3-4 st", (3, 4)),
        ("minst två", (2, 2)),
        ("två par", (4, 4)),
        ("3 brukare och 2 anhöriga", (5, 5)),
        ("2 (gärna en man och en kvinna)", (2, 2)),
        ("Patienter: 2, närstående: 1", (3, 3)),
        ("Patienter (2), anhöriga (1)", (3, 3)),
        ("Brukare: 0, patienter: 2–3", (2, 3)),
        ("Patienter från avdelning 2", (2, 2)),
        ("Två patienter\nEn närstående", (3, 3)),
        ("ett tiotal", (10, 10)),
        ("Ett halvt dussin", (6, 6)),
        ("flera", None),
        ("", None),
    ],
)
def test_how_many_has_two_ends(written: str, count: tuple[int, int] | None) -> None:
    assert numbers.people(written) == count


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("45 minuter", 45),
        ("2 timmar", 120),
        ("2,5 timmar per möte, sex möten", 150),
        ("en timme", 60),
        ("45–60 min", 60),
        ("en och en halv timme", 90),
        ("3 timmar per möte och en timmes inläsning", 180),
        ("en halvtimme", 30),
        ("1 timme 15 minuter", 75),
        ("halv dag", None),
        ("två timmar sammanlagt", None),
    ],
)
def test_how_long_one_occasion_takes(written: str, minutes: int | None) -> None:
    assert numbers.minutes(written) == minutes


@pytest.mark.parametrize(
    ("written", "occasions"), [("2 timmar per möte, fyra möten", 4), ("vid ett tillfälle", 1), ("2 timmar", None)]
)
def test_how_many_times(written: str, occasions: int | None) -> None:
    assert numbers.occasions(written) == occasions


@pytest.mark.parametrize(
    ("written", "months"), [("24 månader", 24), ("två år", 24), ("12 mån", 12), ("36", 36), ("tills vidare", None)]
)
def test_how_many_months(written: str, months: int | None) -> None:
    assert numbers.months(written) == months


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("1954", 1954),
        ("19540302", 1954),
        ("1954-03-02", 1954),
        ("540302-0000", 1954),
        ("född 62", 1962),
        ("08", 2008),
        ("fyrtio", None),
    ],
)
def test_a_year_of_birth(written: str, year: int | None) -> None:
    assert born.birth_year(written, 2026) == year
