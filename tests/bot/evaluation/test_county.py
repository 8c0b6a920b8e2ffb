"""The county beside the register: what is shipped, what a region fills in, and what is said of a wrong file."""

from pathlib import Path

import pytest

from medverkan.bot.evaluation.county import HEAD, county_of
from medverkan.bot.evaluation.lines import lines_of, note_of
from medverkan.bot.evaluation.small_cells import Cell
from medverkan.bot.evaluation.values import Table
from medverkan.bot.sections.report import Report
from medverkan.bot.settings import Settings, SettingsError, load


def settings(home: Path, written: str) -> Settings:
    (home / "bef.csv").write_text(written, encoding="utf-8")
    return load(home=home, report=Report(population="bef.csv"))


def test_without_a_file_the_municipalities_are_known_and_the_ages_are_not(tmp_path: Path) -> None:
    county = county_of(load(home=tmp_path))
    assert len(county.by_municipality) == 12
    assert county.by_age == {}
    assert "2019" in county.source


@pytest.mark.parametrize("sign", [";", ","])
def test_a_file_tells_of_municipalities_and_ages(tmp_path: Path, sign: str) -> None:
    rows = [HEAD, ("Norrby", "10", "20", "30", "20", "15", "5"), ("Söderby", "1 000", "0", "0", "0", "0", "0")]
    county = county_of(settings(tmp_path, "\n".join(sign.join(row) for row in rows)))
    assert county.by_municipality == {"Norrby": 100, "Söderby": 1000}
    assert county.by_age["under 18 år"] == 1010
    assert county.source == "bef.csv"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", "första raden"),
        ("kommun;alla\nNorrby;5\n", "första raden"),
        (";".join(HEAD) + "\nNorrby;1;2;3;4;5\n", "rad 2"),
        (";".join(HEAD) + "\nNorrby;1;2;3;4;5;sex\n", "rad 2"),
        (";".join(HEAD) + "\n;1;2;3;4;5;6\n", "rad 2"),
    ],
)
def test_a_file_that_is_not_so_is_told_with_its_line(tmp_path: Path, written: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        county_of(settings(tmp_path, written))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="kan inte läsas"):
        county_of(load(home=tmp_path, report=Report(population="ingen.csv")))


def table(county: dict[str, float], *cells: Cell, total: int = 100) -> Table:
    return Table("k", "T", "personer", Cell("", total), cells, "Not.", county=county)


def test_who_is_few_beside_the_county_is_said_also_where_the_number_is_not() -> None:
    cells = (Cell("A", 60), Cell("B", 10), Cell("C", None, few=True), Cell("D", None))
    assert note_of(table({"A": 40, "B": 20, "C": 20, "D": 20}, *cells)) == "Not. Få jämfört med länet: B, C."
    assert note_of(table({"A": 40, "B": 20, "C": 20, "D": 20}, *cells, total=20)) == "Not."


def test_bars_beside_the_county_are_shares_and_those_told_together_stand_against_theirs_together() -> None:
    hidden = [Cell(f"h{number}", None, few=True) for number in range(9)]
    lines = list(lines_of(table({"A": 50, "h1": 20, "h2": 30}, Cell("A", 75), *hidden)))
    assert [(line.label, line.part, line.county) for line in lines] == [
        ("A", "75 %", "50 %"),
        ("övriga (9 stycken)", "", "50 %"),
    ]
    assert lines[0].bar == 1
    assert lines[0].county_bar == pytest.approx(2 / 3)
    assert lines[1].bar == lines[1].county_bar == 0


def test_without_a_county_bars_are_counts() -> None:
    lines = list(lines_of(table({}, Cell("A", 40), Cell("B", 10))))
    assert [(line.bar, line.county_bar, line.part) for line in lines] == [(1, 0, ""), (0.25, 0, "")]
