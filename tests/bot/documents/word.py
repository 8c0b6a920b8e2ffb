"""Word forms as units make them, each in one way of leaving a place for the participant. Made with python-docx."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

ROWS = [("Verksamhet/enhet", "Rehabmottagningen"), ("Kontaktperson", "Siri Enhetsson"), ("Telefon", "0480-123 45")]
PROMPT = "Klicka eller tryck här för att ange text."


def content(document: Any) -> bytes:
    """Return the bytes of a document."""
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def form(add: Callable[[Any], None], rows: list[tuple[str, str]] | None = None) -> bytes:
    """Return a form with a table about the request, and what `add` puts below it."""
    document = docx.Document()
    properties = document.core_properties
    properties.author = properties.last_modified_by = "Kanarie Fågelsson"
    properties.comments = "Kanarie Fågelssons egen anmärkning"
    document.add_heading("Förfrågan om medverkan", 1)
    table = document.add_table(0, 2, "Table Grid")
    for label, value in rows or ROWS:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    add(document)
    return content(document)


def in_table(*labels: str, values: tuple[str, ...] = ()) -> Callable[[Any], None]:
    """Return a form's part with label and value beside each other."""

    def add(document: Any) -> None:
        table = document.add_table(0, 2, "Table Grid")
        for number, label in enumerate(labels):
            cells = table.add_row().cells
            cells[0].text, cells[1].text = label, values[number] if number < len(values) else ""

    return add


def in_lines(*lines: str) -> Callable[[Any], None]:
    """Return a form's part of paragraphs."""

    def add(document: Any) -> None:
        for line in lines:
            document.add_paragraph(line)

    return add


def in_columns(heading: str, *labels: str) -> Callable[[Any], None]:
    """Return a form's part with labels above empty cells."""

    def add(document: Any) -> None:
        document.add_heading(heading, 2)
        table = document.add_table(3, len(labels), "Table Grid")
        for cell, label in zip(table.rows[0].cells, labels, strict=True):
            cell.text = label

    return add


def control(title: str, inside: str = f"<w:r><w:t>{PROMPT}</w:t></w:r>", *, extra: str = "<w:text/>") -> str:
    """Return the XML of a content control that shows its prompt."""
    return (
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="{title}"/><w:showingPlcHdr/>{extra}</w:sdtPr>'
        f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def with_controls(*fields: tuple[str, str]) -> Callable[[Any], None]:
    """Return a form's part of (label, title of the content control behind it)."""

    def add(document: Any) -> None:
        for label, title in fields:
            paragraph = document.add_paragraph(f"{label} " if label else "")
            paragraph._p.append(parse_xml(control(title)))

    return add


def with_controls_in_cells(*fields: tuple[str, str]) -> Callable[[Any], None]:
    """Return a form's part of rows whose second cell is a content control as a whole."""

    def add(document: Any) -> None:
        table = document.add_table(0, 2, "Table Grid")
        for label, title in fields:
            row = table.add_row()
            row.cells[0].text = label
            cell = row.cells[1]._tc
            row._tr.remove(cell)
            inside = f"<w:tc><w:p><w:r><w:t>{PROMPT}</w:t></w:r></w:p></w:tc>"
            row._tr.append(parse_xml(control(title, inside)))

    return add


def with_old_fields(*labels: str) -> Callable[[Any], None]:
    """Return a form's part with form fields of the old kind."""
    field = (
        '<w:p {ns}><w:r><w:t xml:space="preserve">{label}: </w:t></w:r><w:r><w:fldChar w:fldCharType="begin">'
        '<w:ffData><w:name w:val="Text1"/><w:textInput/></w:ffData></w:fldChar></w:r>'
        "<w:r><w:instrText> FORMTEXT </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>\u2002\u2002</w:t></w:r>'
        '<w:r><w:t>\u2002\u2002\u2002</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )

    def add(document: Any) -> None:
        for label in labels:
            document.element.body.insert(-1, parse_xml(field.format(ns=nsdecls("w"), label=label)))

    return add


def shown(whole: bytes) -> list[str]:
    """Return the text of each paragraph of a document, those of its tables and content controls too."""
    body = docx.Document(io.BytesIO(whole)).element.body
    tag = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    lines = []
    for paragraph in body.iter(f"{tag}p"):
        pieces = ["\n" if one.tag == f"{tag}br" else one.text or "" for one in paragraph.iter(f"{tag}t", f"{tag}br")]
        lines.append("".join(pieces).strip())
    return [line for line in lines if line]


def parts(whole: bytes) -> dict[str, bytes]:
    """Return what is in the file, by name."""
    with zipfile.ZipFile(io.BytesIO(whole)) as held:
        return {name: held.read(name) for name in held.namelist()}


def with_parts(whole: bytes, **more: bytes) -> bytes:
    """Return the file with parts added or replaced; "__" in a name stands for "/", "_dot_" for "."."""
    names = {name.replace("__", "/").replace("_dot_", "."): data for name, data in more.items()}
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in (parts(whole) | names).items():
            out.writestr(name, data)
    return held.getvalue()
