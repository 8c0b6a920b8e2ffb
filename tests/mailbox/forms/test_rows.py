"""Text becomes rows: lines, wide gaps, boxes, and what web forms mail as data."""

from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.forms.finding.rows import Row, lines_of, tidy


def test_lines_keep_their_blanks_and_wide_gaps_become_tabs() -> None:
    assert lines_of("Enhet     Akuten\n\nAntal\t2") == (Row(("Enhet\tAkuten",)), Row(("",)), Row(("Antal\t2",)))


def test_boxes_and_spaces_are_of_one_kind() -> None:
    assert tidy("[x] Ja\u00a0 [ ] Nej\u200b ✓ Kanske") == "☒ Ja ☐ Nej ☒ Kanske"


def test_json_comes_as_label_and_value() -> None:
    text = '{"fornamn": "Lo", "svar": {"perspektiv": ["patient", "brukare"], "samtycke": true, "annat": null}}'
    assert lines_of(text) == (
        Row(("fornamn", "Lo"), 1),
        Row(("perspektiv", "patient\nbrukare"), 1),
        Row(("samtycke", "Ja"), 1),
        Row(("annat", ""), 1),
    )


def test_a_head_and_a_line_of_values_come_as_a_table() -> None:
    rows = lines_of('Förnamn;Efternamn;Kommun;Född;Mobil;Roll\nLo;"Exempel";Exempelby;1970;;patient')
    assert [row.table for row in rows] == [1, 1]
    assert rows[1].cells == ("Lo", "Exempel", "Exempelby", "1970", "", "patient")
    assert lines_of("a; b; c") == (Row(("a; b; c",)),)


@given(st.text(max_size=500))
def test_any_text_becomes_rows(text: str) -> None:
    lines_of(text)
