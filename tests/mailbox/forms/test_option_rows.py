"""Options that stand in cells of their own are one answer, and what only groups rows is no label."""

import pytest

from medverkan.mailbox.forms.finding.find import find
from medverkan.mailbox.forms.finding.html import rows_of_html
from medverkan.mailbox.forms.finding.option_rows import with_options
from medverkan.mailbox.forms.finding.rows import Row
from medverkan.mailbox.forms.values.normalise import normalised
from medverkan.mailbox.values import Kind

REGISTRATION = Kind.REGISTRATION
ABOVE = (("Förnamn", "Nadja"), ("Efternamn", "Ek"), ("Kommun", "Nybro"))
BELOW = (("Din erfarenhet", "Psoriasis"), ("Språk", "Svenska"))


def fields(*rows: tuple[str, ...], kind: Kind = REGISTRATION) -> dict[str, object]:
    return normalised(find([Row(cells, 1) for cells in rows], kind), kind, None)[0]


@pytest.mark.parametrize("cross", ["X", "x", "☒", "✓", "Ja"])
@pytest.mark.parametrize(
    "grid",
    [
        lambda x: (("Perspektiv", "Brukare", ""), ("", "Patient", x), ("", "Närstående", "")),
        lambda x: (("Perspektiv", "", "Brukare"), ("", x, "Patient"), ("", "", "Närstående")),
        lambda x: (("Perspektiv", "Brukare", "", "Patient", x, "Närstående", ""),),
        lambda x: (("Perspektiv", "", "Brukare", x, "Patient", "", "Närstående"),),
    ],
)
def test_a_cross_before_or_after_an_option_chooses_it(cross: str, grid: object) -> None:
    assert callable(grid)
    read = fields(*ABOVE, *grid(cross), *BELOW)
    assert (read["perspectives"], read["municipality"], read["languages"]) == (["patient"], "Nybro", "Svenska")


def test_options_without_a_cross_answer_nothing() -> None:
    grid = (("Perspektiv", "Brukare", ""), ("", "Patient", ""), ("", "Närstående", ""))
    assert "perspectives" not in fields(*ABOVE, *grid, *BELOW)


def test_options_that_are_all_crossed_are_all_chosen() -> None:
    grid = (("Vad vill du göra", "Panel", "X"), ("", "Enkät", "X"), ("", "Föreläsa", ""))
    assert fields(*ABOVE, *grid, *BELOW)["activities"] == ["Panel", "Enkät"]


@pytest.mark.parametrize(
    "rows",
    [
        [("Enhet", "Akuten", ""), ("", "Almby", "")],
        [("Kontakt", "Tova Almgård", "070-174 06 31"), ("", "Isak Rönnvall", "070-174 06 32")],
        [("Enhet", "Akuten", "Antal", "2")],
        [("Förnamn", "Efternamn", "Kommun"), ("Nadja", "Ek", "Nybro")],
    ],
)
def test_other_rows_stay_as_they_are(rows: list[tuple[str, ...]]) -> None:
    assert with_options(rows, Kind.REQUEST) == rows


def test_a_cell_that_reaches_over_all_rows_is_no_label() -> None:
    pairs = (*ABOVE, *BELOW)
    cells = "".join(f"<tr><td>{label}</td><td>{said}</td></tr>" for label, said in pairs)
    grouped = cells.replace("<tr>", f"<tr><td rowspan={len(pairs)}>Om dig</td>", 1)
    found = find(rows_of_html(f"<table>{grouped}</table>"), REGISTRATION)
    assert {entry.asked: entry.value for entry in found} == dict(pairs)


@pytest.mark.parametrize("span", ["0", "x", "9999999", "2"])
def test_a_cell_may_say_that_it_reaches_down_as_far_as_it_likes(span: str) -> None:
    rows = rows_of_html(f"<table><tr><td rowspan={span}>Enhet</td><td>Akuten</td></tr><tr><td>Almby</td></tr></table>")
    assert rows[1].cells == (("", "Almby") if span == "2" else ("Almby",))


def test_a_number_below_its_label_is_no_number_of_a_row() -> None:
    rows = (
        ("Förnamn", "Kommun", "Kontaktsätt"), ("Nadja", "Nybro", "Telefon"),
        ("Födelseår", "Perspektiv", "Din erfarenhet"), ("1961", "Patient", "Psoriasis"),
    )  # fmt: skip
    read = fields(*rows)
    assert (read["birth_year"], read["perspectives"], read["contact_preference"]) == (1961, ["patient"], "telefon")
