"""Rich text: lines, and table rows as cells."""

import pytest

from medverkan.mailbox.documents.formats import rows_of
from medverkan.mailbox.documents.unreadable import UnreadableError
from medverkan.mailbox.forms.finding.rows import Row


def test_lines_and_letters_are_read() -> None:
    content = rb"{\rtf1\ansi\ansicpg1252 {\b Enhet}: \'d6ppenv\'e5rden\par Antal: 2\par}"
    assert [row for row in rows_of("rtf", content) if row.cells[0]] == [
        Row(("Enhet: Öppenvården",)),
        Row(("Antal: 2",)),
    ]


def test_a_table_row_comes_as_cells() -> None:
    content = rb"{\rtf1\ansi \trowd\cellx1000\cellx2000 Enhet\cell Akuten\cell\row\par}"
    assert Row(("Enhet", "Akuten"), 1) in rows_of("rtf", content)


def test_a_cell_of_several_lines_is_one_cell() -> None:
    content = rb"{\rtf1\ansi F\'f6re\par \trowd\cellx1000\cellx2000 Enhet\cell Akuten\par Norr\cell\row Efter | a\par}"
    found = [row for row in rows_of("rtf", content) if any(row.cells)]
    assert found == [Row(("Före",)), Row(("Enhet", "Akuten\nNorr"), 1), Row(("Efter | a",))]


@pytest.mark.parametrize(
    ("state", "mark"),
    [(r"\ffres1", "☒"), (r"\ffres0", "☐"), (r"\ffres25\ffdefres1", "☒"), (r"\ffres25\ffdefres0", "☐"), ("", "☐")],
)
def test_a_check_box_field_is_a_box(state: str, mark: str) -> None:
    form = r"{\*\formfield{\fftype1" + state + r"{\*\ffname Kryss1}}}"
    field = r"{\field{\*\fldinst{ FORMCHECKBOX }" + form + r"}{\fldrslt }}"
    found = rows_of("rtf", (r"{\rtf1\ansi Roll: " + field + r" Patient\par}").encode())
    assert [row for row in found if any(row.cells)] == [Row((f"Roll: {mark} Patient",))]


@pytest.mark.parametrize(("kind", "content"), [("rtf", b"text"), ("xls", b""), ("rtf", b"")])
def test_what_is_no_rich_text_and_what_has_no_reader_is_refused(kind: str, content: bytes) -> None:
    with pytest.raises(UnreadableError):
        rows_of(kind, content)
