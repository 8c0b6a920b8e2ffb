"""Rich text: lines, and table rows as cells."""

import pytest

from medverkan.mailbox.documents.formats import rows_of
from medverkan.mailbox.documents.unreadable import UnreadableError
from medverkan.mailbox.forms.rows import Row


def test_lines_and_letters_are_read() -> None:
    content = rb"{\rtf1\ansi\ansicpg1252 {\b Enhet}: \'d6ppenv\'e5rden\par Antal: 2\par}"
    assert [row for row in rows_of("rtf", content) if row.cells[0]] == [
        Row(("Enhet: Öppenvården",)),
        Row(("Antal: 2",)),
    ]


def test_a_table_row_comes_as_cells() -> None:
    content = rb"{\rtf1\ansi \trowd\cellx1000\cellx2000 Enhet\cell Akuten\cell\row\par}"
    assert Row(("Enhet", "Akuten"), 1) in rows_of("rtf", content)


@pytest.mark.parametrize(("kind", "content"), [("rtf", b"text"), ("xls", b""), ("rtf", b"")])
def test_what_is_no_rich_text_and_what_has_no_reader_is_refused(kind: str, content: bytes) -> None:
    with pytest.raises(UnreadableError):
        rows_of(kind, content)
