"""Word forms: paragraphs, tables, content controls, both generations of boxes, text boxes."""

import io
import zipfile

import docx
import pytest

from medverkan.mailbox.documents.docx import rows_of_docx
from medverkan.mailbox.documents.unreadable import UnreadableError
from medverkan.mailbox.forms.finding.rows import Row

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def container(body: str, head: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"{head}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
    return buffer.getvalue()


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def control(properties: str, text: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"


def read(paragraph: str) -> tuple[str, ...]:
    return tuple(row.cells[0] for row in rows_of_docx(container(f"<w:p>{paragraph}</w:p>")))


def test_a_document_of_python_docx_comes_as_lines_and_cells() -> None:
    document = docx.Document()
    document.add_paragraph("Förfrågan")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Enhet", "Akuten\nNorr"
    buffer = io.BytesIO()
    document.save(buffer)
    assert list(rows_of_docx(buffer.getvalue())) == [Row(("Förfrågan",)), Row(("Enhet", "Akuten\nNorr"), 1)]


def test_text_in_content_controls_is_read_and_placeholders_are_not() -> None:
    assert read(run("Enhet: ") + control("<w:text/>", "Akuten")) == ("Enhet: Akuten",)
    assert read(run("Enhet: ") + control("<w:showingPlcHdr/><w:text/>", "Klicka här")) == ("Enhet:",)


@pytest.mark.parametrize(("state", "mark"), [("1", "☒"), ("0", "☐"), ("true", "☒"), ("false", "☐")])
def test_a_check_box_control_is_what_its_state_says_not_its_sign(state: str, mark: str) -> None:
    box = control(f'<w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox>', "?")
    assert read(box + run(" Ja")) == (f"{mark} Ja",)


@pytest.mark.parametrize(
    ("state", "mark"),
    [
        ("<w:checked/>", "☒"),
        ('<w:checked w:val="0"/>', "☐"),
        ('<w:default w:val="1"/>', "☒"),
        ('<w:default w:val="0"/>', "☐"),
    ],
)
def test_an_old_check_box_is_read_from_its_field(state: str, mark: str) -> None:
    field = (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{state}</w:checkBox></w:ffData></w:fldChar></w:r>'
    )
    assert read(f"{field}<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>{run(' Ja')}") == (f"{mark} Ja",)


def test_an_old_drop_down_is_its_chosen_entry() -> None:
    entries = '<w:result w:val="1"/><w:listEntry w:val="Panel"/><w:listEntry w:val="Enkät"/>'
    field = (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>{entries}</w:ddList></w:ffData></w:fldChar></w:r>'
    )
    assert read(f"{run('Typ: ')}{field}") == ("Typ: Enkät",)


def test_boxes_of_wingdings_are_boxes() -> None:
    assert read('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run(" Ja")) == ("☒ Ja",)


def test_a_text_box_is_a_line_of_its_own_and_its_fallback_is_not_read_twice() -> None:
    box = "<w:txbxContent><w:p>" + run("I rutan") + "</w:p></w:txbxContent>"
    choices = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    picture = f"<w:r><mc:AlternateContent>{choices}</mc:AlternateContent></w:r>"
    assert read(run("Utanför") + picture) == ("I rutan", "Utanför")


def test_breaks_and_tabs_are_kept() -> None:
    assert read("<w:r><w:t>Ett</w:t><w:br/><w:t>Två</w:t><w:tab/><w:t>Tre</w:t></w:r>") == ("Ett", "Två\tTre")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 no zip",
        b"<html>",
        container("<w:p>"),
        container("", head="<!DOCTYPE x [<!ENTITY a 'b'>]>"),
        container("<w:p/>" * 210_000),
    ],
)
def test_what_is_no_word_document_or_too_large_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError):
        rows_of_docx(content)


def test_an_entity_is_not_resolved() -> None:
    head = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    with pytest.raises(UnreadableError):
        rows_of_docx(container("<w:p>&a;</w:p>", head=head))


def test_what_is_struck_out_was_not_answered() -> None:
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>Patient / </w:t></w:r>"
    off = '<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>närstående</w:t></w:r>'
    assert read(run("Roll: ") + struck + off) == ("Roll: närstående",)


def test_bold_type_parts_a_label_from_its_value() -> None:
    def bold(text: str, on: str = "1") -> str:
        return f'<w:r><w:rPr><w:b w:val="{on}"/></w:rPr><w:t>{text}</w:t></w:r>'

    assert read(bold("Enhet") + run(" Akuten")) == ("Enhet\tAkuten",)
    assert read(bold("Enhet: ") + run("Akuten")) == ("Enhet: Akuten",)
    assert read(bold("Enhet", "0") + run(" Akuten")) == ("Enhet Akuten",)
    alone = rows_of_docx(container(f"<w:p>{bold('Enhet')}</w:p><w:p>{run('Akuten')}</w:p>"))
    assert [row.strong for row in alone] == [True, False]


def test_a_heading_is_set_apart_in_whatever_language_word_names_it() -> None:
    for style in ("Heading2", "Rubrik2"):
        body = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run("Syfte")}</w:p>'
        assert [row.strong for row in rows_of_docx(container(body))] == [True]
