"""The worked example of docs/matching.md is what the matcher says, figure by figure."""

import re
from datetime import date
from pathlib import Path

from medverkan.matching import team
from medverkan.matching.index import FEWEST
from medverkan.matching.rank import rank
from medverkan.matching.scoring import BAR, CHANCE, WEIGHTS
from medverkan.matching.values import EXCLUSIONS, Need, Profile

DOCUMENT = (Path(__file__).parents[2] / "docs" / "matching.md").read_text("utf-8")
PEOPLE = (
    Profile(
        id="M-0012",
        experience="Jag har haft hemtjänst morgon och kväll sedan 2022, efter en höftfraktur.",
        perspectives=("brukare",),
        municipality="Nybro",
        birth_year=1944,
        activities=("Medverka i fokusgrupp",),
        availability="Dagtid",
        experience_years="2022–",
        focus_areas=("äldre",),
        consent_matching=True,
    ),
    Profile(
        id="M-0007",
        experience="Jag har trygghetslarm och färdtjänst.",
        perspectives=("brukare",),
        municipality="Kalmar",
        birth_year=1939,
        travel="bara inom kommunen",
        consent_matching=True,
    ),
    Profile(
        id="M-0031",
        experience="Min mamma har hemtjänst och trygghetslarm. Hon är dement.",
        perspectives=("närstående",),
        municipality="Kalmar",
        birth_year=1968,
        activities=("Berätta om sina erfarenheter",),
        availability="Kvällar",
        experience_years="2020–2024",
        consent_matching=True,
    ),
    Profile(
        id="M-0040",
        experience="Jag har haft hemtjänst.",
        perspectives=("brukare",),
        municipality="Kalmar",
        unwilling="Inga gruppsamtal",
        consent_matching=True,
    ),
)
NEED = Need(
    unit="Hemtjänsten Norr",
    title="Bättre besked",
    activity="Fokusgrupp",
    experience="Egen erfarenhet av hemtjänst de senaste åren",
    perspectives=("brukare",),
    people_wanted=2,
    place="Kalmar",
    format="onsite",
    date_start=date(2027, 3, 16),
    time_start="13:00",
    time_end="15:00",
    focus_areas=("äldre",),
)
LABELS = (
    "erfarenheten",
    "perspektivet",
    "sortens medverkan",
    "platsen",
    "tiden",
    "aktualiteten",
    "fokusområdet",
    "rättvisan",
)


def swedish(number: float, digits: int) -> str:
    return f"{number:.{digits}f}".replace(".", ",")


def test_every_figure_of_the_example_is_the_matchers() -> None:
    ranking = rank(NEED, PEOPLE, today=date(2027, 2, 1))
    assert [match.member for match in ranking.matches] == ["M-0012", "M-0007", "M-0031"]
    assert ranking.excluded["unwilling"] == sum(ranking.excluded.values()) == 1
    for label, part in zip(LABELS, WEIGHTS, strict=True):
        figures = " | ".join(swedish(match.parts[part], 3) for match in ranking.matches)
        assert f"| {label} | {figures} |" in DOCUMENT
    total = " | ".join(f"**{swedish(match.score, 3)}**" for match in ranking.matches)
    assert f"| **poäng** | {total} |" in DOCUMENT
    assert "Det ligger nära det som söks: hemtjänst." in ranking.matches[1].reasons
    for person in PEOPLE:
        assert f"”{person.experience}”" in DOCUMENT


def test_weights_bar_and_gates_are_those_that_the_document_lists() -> None:
    for label, weight in zip(LABELS, WEIGHTS.values(), strict=True):
        assert f"| {label} | {swedish(weight, 2)} |" in DOCUMENT
    assert f"Från **{swedish(BAR, 2)}**" in DOCUMENT
    sums, chances = zip(*CHANCE[1:], strict=True)
    assert "| Summa | " + " | ".join(swedish(one, 2) for one in sums) + " |" in DOCUMENT
    assert "| Poäng | " + " | ".join(swedish(one, 2) for one in chances) + " |" in DOCUMENT
    for kind, points in team.WORTH.items():
        assert f"{swedish(points, 2)}" in DOCUMENT, kind
    assert f"de {FEWEST} främsta" in DOCUMENT
    gates = re.search(r"\| Skäl \| När \|\n\|---\|---\|\n((?:\|.*\n)+)", DOCUMENT)
    assert gates is not None
    assert len(gates[1].splitlines()) == len(EXCLUSIONS)
