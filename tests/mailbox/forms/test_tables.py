"""Tables are read as forms, whichever way labels and values lie."""

import pytest

from medverkan.mailbox.forms.finding.rows import Row
from medverkan.mailbox.forms.finding.tables import table_entries
from medverkan.mailbox.values import Kind

WANTED = {"unit": "Akuten", "people_wanted": "2"}


def found(rows: list[tuple[str, ...]], kind: Kind = Kind.REQUEST) -> dict[str, str]:
    return {e.key: e.value for e in table_entries([Row(cells, 1) for cells in rows], kind) if e.key != "_other"}


@pytest.mark.parametrize(
    "rows",
    [
        [("Enhet", "Akuten"), ("Antal", "2")],
        [("1", "Enhet", "Akuten"), ("2", "Antal", "2")],
        [("Enhet", "Akuten", "Antal", "2")],
        [("Enhet", "Antal"), ("Akuten", "2")],
        [("Enhet",), ("Akuten",), ("Antal",), ("2",)],
        [("Enhet", ""), ("", "Akuten"), ("Antal", ""), ("", "2")],
        [("Enhet\nAkuten", "Antal\n2")],
        [("Enhet: Akuten", "Antal: 2")],
        [("Fråga", "Svar"), ("Enhet", "Akuten"), ("Antal", "2")],
        [("Fråga", "Vägledning", "Svar"), ("Enhet", "Skriv namnet", "Akuten"), ("Antal", "Gärna två", "2")],
        [("Enhet\nSkriv enhetens hela namn", "Akuten"), ("Antal", "2")],
        [("Enhet", "", "Akuten"), ("Antal", "", "2")],
    ],
)
def test_label_and_value_are_found_in_every_arrangement(rows: list[tuple[str, ...]]) -> None:
    assert found(rows) == WANTED


def test_an_empty_cell_is_an_empty_value() -> None:
    assert found([("Beskrivning\nPrata", "Syfte")]) == {"description": "Prata", "purpose": ""}
    assert found([("Telefon", "", "Antal", "2")]) == {"contact_phone": "", "people_wanted": "2"}


def test_a_value_that_could_be_a_label_is_a_value_beside_its_question() -> None:
    assert found([("Kontaktsätt", "Telefon")], Kind.REGISTRATION) == {"contact_preference": "Telefon"}
    assert found([("Plats", "Aulan", "Ersättning", "Arvode")]) == {"place": "Aulan", "reimbursement": "Arvode"}
    assert found([("Kommun", "Kontaktsätt"), ("Exempelby", "E-post")], Kind.REGISTRATION) == {
        "municipality": "Exempelby", "contact_preference": "E-post",
    }  # fmt: skip


def test_boxes_in_cells_of_their_own_belong_to_the_label_before_them() -> None:
    assert found([("Perspektiv", "☐ Brukare", "☒ Patient", "☒ Närstående")])["perspectives"] == (
        "☐ Brukare\n☒ Patient\n☒ Närstående"
    )


def test_boxes_without_a_question_go_to_the_question_that_has_such_options() -> None:
    boxes = "☒ Telefon\n☐ Brev\n☒ Patient\n☒ Panel\n☐ Enkät\n☒ Jag har läst"
    assert found([("", boxes)], Kind.REGISTRATION) == {
        "contact_preference": "☒ Telefon\n☐ Brev",
        "perspectives": "☒ Patient",
        "activities": "☒ Panel\n☐ Enkät",
        "privacy_notice_read": "☒ Ja",
    }
