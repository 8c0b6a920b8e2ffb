"""Several forms in one text: where each begins, and what they share."""

import pytest

from medverkan.mailbox.forms.finding.find import find
from medverkan.mailbox.forms.finding.rows import Row, lines_of
from medverkan.mailbox.forms.finding.several import forms_of, is_form_heading
from medverkan.mailbox.values import Kind

CONTACT = "Verksamhet: Njurmottagningen\nHuvudman: Region Exempel\nKontaktperson: Siv Påhitt\nTelefon: 070-174 06 33\n"
FIRST = "Typ av medverkan: Intervju\nBeskrivning: Samtal om dialys\nAntal personer: 2\nPlats: Sal 1\n"
SECOND = "Typ av medverkan: Fokusgrupp\nBeskrivning: Samtal om kost\nAntal personer: 6\nPlats: Sal 2\n"
SHARED = {"unit": "Njurmottagningen", "organisation": "Region Exempel", "contact_name": "Siv Påhitt",
          "contact_phone": "070-174 06 33"}  # fmt: skip
ONE = {"activity": "Intervju", "description": "Samtal om dialys", "people_wanted": "2", "place": "Sal 1"}
TWO = {"activity": "Fokusgrupp", "description": "Samtal om kost", "people_wanted": "6", "place": "Sal 2"}


def forms(text: str, kind: Kind = Kind.REQUEST) -> list[dict[str, str]]:
    return [{e.key: e.value for e in form if e.key != "_other"} for form in forms_of(find(lines_of(text), kind, "Siv"))]


@pytest.mark.parametrize(
    "text",
    [
        f"{CONTACT}\nUppdrag 1\n{FIRST}\nUppdrag 2\n{SECOND}",
        f"{CONTACT}\n--- UPPDRAG A ---\n{FIRST}\n--- UPPDRAG B ---\n{SECOND}",
        f"{CONTACT}\nFörsta uppdraget\n{FIRST}\nAndra uppdraget\n{SECOND}",
        f"{CONTACT}\nFörfrågan 1: dialys\n{FIRST}\nFörfrågan 2: kost\n{SECOND}",
        f"{CONTACT}\n{FIRST}\n{SECOND}",
    ],
)
def test_a_contact_block_above_several_assignments_goes_to_each(text: str) -> None:
    assert forms(text) == [SHARED | ONE, SHARED | TWO]


def test_a_whole_form_above_the_second_heading_is_the_first_form() -> None:
    text = f"{CONTACT}{FIRST}\nUppdrag 2\n{CONTACT}{SECOND}\nUppdrag 3\n{CONTACT}{FIRST}"
    assert forms(text) == [SHARED | ONE, SHARED | TWO, SHARED | ONE]


def test_what_is_said_once_more_is_no_second_form() -> None:
    assert len(forms(f"{CONTACT}{FIRST}Plats: Sal 1\nTelefon: 070-174 06 33")) == 1


@pytest.mark.parametrize("line", ["Uppdrag 2", "FÖRFRÅGAN B", "=== Blankett 1 ===", "Andra uppdraget", "Anmälan 2: Bo"])
def test_headings_that_count_forms(line: str) -> None:
    assert is_form_heading(line)


@pytest.mark.parametrize(
    "line", ["Uppdraget är 2 timmar långt", "Förfrågan om medverkan", "Person", "Uppdragets namn", "2"]
)
def test_headings_that_do_not(line: str) -> None:
    assert not is_form_heading(line)


def in_table(*rows: tuple[str, ...], kind: Kind = Kind.REQUEST) -> list[dict[str, str]]:
    found = forms_of(find([Row(cells, 1) for cells in rows], kind))
    return [{e.key: e.value for e in form if e.key != "_other"} for form in found]


def test_assignments_may_stand_beside_each_other() -> None:
    assert in_table(
        ("", "Uppdrag 1", "Uppdrag 2"),
        ("Verksamhet", "Njurmottagningen", "Njurmottagningen"),
        ("Typ av medverkan", "Intervju", "Fokusgrupp"),
        ("Antal personer", "2", "6"),
        ("Plats", "Sal 1", "Sal 2"),
    ) == [
        {"unit": "Njurmottagningen", "activity": "Intervju", "people_wanted": "2", "place": "Sal 1"},
        {"unit": "Njurmottagningen", "activity": "Fokusgrupp", "people_wanted": "6", "place": "Sal 2"},
    ]


def test_people_may_stand_in_a_list() -> None:
    rows = [("Förnamn", "Efternamn", "Telefon", "Kommun", "Födelseår"), ("Bo", "Ek", "070-174 06 34", "Nybro", "1950"),
            ("Iris", "Lund", "070-174 06 35", "Emmaboda", "1961")]  # fmt: skip
    assert [form["first_name"] for form in in_table(*rows, kind=Kind.REGISTRATION)] == ["Bo", "Iris"]
