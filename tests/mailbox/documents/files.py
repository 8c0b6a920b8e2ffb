"""Documents that tests build: small, and made by the usual libraries."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, time

import docx
from openpyxl import Workbook

from tests.mailbox.documents.pdfs import Form

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


def xlsx_of(*rows: tuple[str | int | float | date | time | bool | None, ...]) -> bytes:
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


FORM = (
    ("Verksamhet/enhet", "Minnesmottagningen, Norrvik"),
    ("Organisation", "Region Exempel"),
    ("Kontaktperson", "Stina Åhlberg"),
    ("E-post", "stina.ahlberg@region.example"),
    ("Telefon", "070-174 06 11"),
    ("Uppdragets namn", "Väntan på besked"),
    ("Beskrivning av uppdraget", "Två möten om hur det är att vänta på besked. " * 3),
    ("Syfte och mål", "Kortare väntan"),
    ("Förväntningar", "Att berätta om egna erfarenheter"),
    ("Önskad erfarenhet", "Närstående till någon med demens"),
    ("Antal personer", "2"),
    ("När", "torsdag 14 januari 2027 kl. 13-15"),
    ("Tid per tillfälle", "90 minuter"),
    ("Antal tillfällen", "2"),
    ("Plats", "Aulan, Storgatan 1"),
    ("Övriga deltagare", "Två läkare och en kurator"),
    ("Tillgänglighet", "Hiss, hörslinga"),
    ("Personligt stöd", "Kontaktpersonen möter i entrén"),
    ("Förberedelser", "Inga"),
    ("Ersättning", "Enligt riktlinjen"),
    ("Kostnadsställe", "12345"),
    ("Återkoppling", "Brev efter en månad"),
    ("Sista svarsdatum", "2026-12-18"),
)
BOXES = (
    ("Typ av medverkan", ("Fokusgrupp", "Enkät", "Föreläsning", "Panel")),
    ("Perspektiv", ("Patient", "Brukare", "Närstående")),
    ("Område", ("Äldre", "Barn och unga", "Psykisk hälsa", "Somatik")),
)


def docx_form() -> bytes:
    """Return a filled-in form in Word, a table of two columns."""
    document = docx.Document()
    document.add_heading("Förfrågan om medverkan", 1)
    table = document.add_table(0, 2)
    for label, answer in FORM:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, answer
    return saved(document.save)


def pdf_form(*, tooltips: bool = False) -> bytes:
    """Return a filled-in form of fields with made-up names, each beside its label, which may be its tooltip too."""
    form = Form().print((50, 810, "Förfrågan om medverkan"))
    for number, (label, answer) in enumerate(FORM):
        y = 780 - 26 * number
        form.print((50, y, label)).text(f"Text{number}", answer, (200, y - 4, 500, y + 14), label if tooltips else "")
    for line, (question, options) in enumerate(BOXES):
        y = 150 - 26 * line
        form.print((50, y, question))
        for number, option in enumerate(options):
            x = 200 + 90 * number
            box = (x, y - 2, x + 12, y + 10)
            form.print((x + 16, y, option)).box(f"Check Box{line}{number}", box, ticked=number == 2)
    return form.content()
