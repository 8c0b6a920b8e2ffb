"""Documents that tests build: small, and made by the usual libraries."""

import io
import zipfile
from collections.abc import Callable

import docx
from openpyxl import Workbook

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    """Return what something saves into a file."""
    buffer = io.BytesIO()
    save(buffer)
    return buffer.getvalue()


def docx_of(*lines: str) -> bytes:
    """Return a Word document with these paragraphs."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    return saved(document.save)


def xlsx_of(*rows: tuple[object, ...]) -> bytes:
    """Return a spreadsheet with these rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    return saved(book.save)


def zip_of(*members: tuple[str, bytes]) -> bytes:
    """Return an archive with these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in members:
            container.writestr(name, content)
    return buffer.getvalue()
