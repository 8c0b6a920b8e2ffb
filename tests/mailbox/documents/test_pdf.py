"""PDF forms: the filled-in fields, or the text of the pages."""

import io

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from medverkan.mailbox.documents.formats import UnreadableError
from medverkan.mailbox.documents.pdf import rows_of_pdf
from medverkan.mailbox.forms.rows import Row


def pdf(*fields: DictionaryObject) -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    references = ArrayObject()
    for field in fields:
        field.update(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Widget"),
                NameObject("/Rect"): ArrayObject([NumberObject(n) for n in (0, 0, 9, 9)]),
            }
        )
        references.append(writer._add_object(field))
    page[NameObject("/Annots")] = references
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): references})
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def text_field(name: str, value: str, tooltip: str = "") -> DictionaryObject:
    field = DictionaryObject(
        {
            NameObject("/FT"): NameObject("/Tx"),
            NameObject("/T"): TextStringObject(name),
            NameObject("/V"): TextStringObject(value),
        }
    )
    if tooltip:
        field[NameObject("/TU")] = TextStringObject(tooltip)
    return field


def box(name: str, *, ticked: bool) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/FT"): NameObject("/Btn"),
            NameObject("/T"): TextStringObject(name),
            NameObject("/V"): NameObject("/Yes" if ticked else "/Off"),
        }
    )


def test_a_field_has_its_tooltip_as_label_or_else_its_name() -> None:
    content = pdf(text_field("f1", "Akuten", "Enhet"), text_field("Antal", "två"))
    assert list(rows_of_pdf(content)) == [Row(("Enhet", "Akuten"), 1), Row(("Antal", "två"), 1)]


def test_boxes_that_follow_each_other_are_one_row_without_a_label() -> None:
    content = pdf(box("Patient", ticked=True), box("Brukare", ticked=False), text_field("Plats", "Aulan"))
    assert list(rows_of_pdf(content)) == [Row(("", "☒ Patient\n☐ Brukare"), 1), Row(("Plats", "Aulan"), 1)]


@pytest.mark.parametrize("content", [b"", b"<html>", b"%PDF-1.7 broken"])
def test_what_is_no_pdf_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError):
        rows_of_pdf(content)
