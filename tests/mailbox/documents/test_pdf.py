"""PDF forms: the filled-in fields, or the text of the pages."""

import io

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from medverkan.mailbox.documents.pdf import rows_of_pdf
from medverkan.mailbox.documents.unreadable import UnreadableError
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


def printed(*texts: tuple[int, int, str]) -> bytes:
    """Return a page with texts at places; y counts from below."""
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = DecodedStreamObject()
    stream.set_data(
        b"".join(b"BT /F1 10 Tf 1 0 0 1 %d %d Tm (%s) Tj ET\n" % (x, y, t.encode("cp1252")) for x, y, t in texts)
    )
    page[NameObject("/Contents")] = writer._add_object(stream)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_printed_page_comes_as_lines() -> None:
    assert list(rows_of_pdf(printed((50, 700, "Enhet: Akuten"), (50, 680, "Antal: två")))) == [
        Row(("Enhet: Akuten",)), Row(("Antal: två",)),
    ]  # fmt: skip


def test_a_page_printed_in_columns_comes_as_cells_with_what_is_broken_joined() -> None:
    left = ("Enhet", "Huvudman", "Beskrivning av", "uppdraget", "", "Antal")
    right = ("Akuten", "Region Exempel", "Ett samtal om hur", "man väntar", "länge", "två")
    texts = [(50, 700 - 20 * n, t) for n, t in enumerate(left) if t] + [
        (220, 700 - 20 * n, t) for n, t in enumerate(right)
    ]
    assert list(rows_of_pdf(printed(*texts))) == [
        Row(("Enhet", "Akuten"), 1),
        Row(("Huvudman", "Region Exempel"), 1),
        Row(("Beskrivning av uppdraget", "Ett samtal om hur\nman väntar\nlänge"), 1),
        Row(("Antal", "två"), 1),
    ]


@pytest.mark.parametrize("content", [b"", b"<html>", b"%PDF-1.7 broken"])
def test_what_is_no_pdf_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError):
        rows_of_pdf(content)
