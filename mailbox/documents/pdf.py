"""Read a PDF form: the filled-in fields of an AcroForm, or else the text of the pages.

Page text does not hold what is filled in, so the two are read apart. A field's label is its tooltip (/TU), or its
name. Scanned pages have no text and give no rows: a person must read them.
"""

import io
import re
from collections.abc import Sequence

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from medverkan.mailbox.documents.formats import UnreadableError
from medverkan.mailbox.forms.rows import TICKED, UNTICKED, Row, gapped, tidy

MAX_PAGES = 20
MAX_FIELDS = 500
MIN_COLUMN_LINES = 4
_GAP = re.compile(r" {3,}")
_INDENT = 10


def rows_of_pdf(content: bytes) -> Sequence[Row]:
    """Return fields as rows of two cells, then the lines of the pages. Raises UnreadableError."""
    if b"%PDF-" not in content[:1024]:
        raise UnreadableError("not pdf")
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("encrypted")
        fields = _field_rows(reader)
        # A form that was filled in and then printed has fields without values, and everything on the page.
        if any(row.cells[1].strip(UNTICKED) for row in fields):
            return fields
        rows: list[Row] = []
        for page in reader.pages[:MAX_PAGES]:
            rows += _page_rows(page)
    except PyPdfError as error:
        raise UnreadableError(type(error).__name__) from error
    return rows


def _page_rows(page: PageObject) -> list[Row]:
    """Return a page's lines, or its columns as cells where it is printed in columns."""
    columns = str(page.extract_text(extraction_mode="layout")).split("\n")
    if sum(bool(_GAP.search(line.strip())) for line in columns) < MIN_COLUMN_LINES:
        return [Row((gapped(line),)) for line in page.extract_text().split("\n")]
    rows: list[Row] = []
    for line in columns:
        cells = tuple(tidy(cell) for cell in _GAP.split(line.strip()))
        previous = rows[-1].cells if rows and rows[-1].table else ()
        if len(cells) == 1 and line[:_INDENT].isspace() and len(previous) == 2:
            rows[-1] = Row((previous[0], f"{previous[1]}\n{cells[0]}"), 1)
        elif len(cells) == 2 and cells[0][:1].islower() and len(previous) == 2:
            # A label that goes on below itself: "Beskrivning av" / "uppdraget".
            rows[-1] = Row((f"{previous[0]} {cells[0]}", f"{previous[1]}\n{cells[1]}"), 1)
        elif len(cells) > 1:
            rows.append(Row(cells, 1))
        elif cells[0]:
            rows.append(Row(cells))
    return rows


def _field_rows(reader: PdfReader) -> list[Row]:
    """Return (label, value) per field; boxes that follow each other are one row without a label, one option a line."""
    rows: list[Row] = []
    options: list[str] = []
    for name, found in list((reader.get_fields() or {}).items())[:MAX_FIELDS]:
        value, label = found.get("/V"), str(found.get("/TU") or found.get("/T") or name)
        if found.get("/FT") == "/Btn" and _is_box(value):
            options.append(f"{UNTICKED if _state(value) == 'Off' else TICKED} {tidy(label)}")
            continue
        if options:
            rows.append(Row(("", "\n".join(options)), 1))
            options = []
        if found.get("/FT"):
            rows.append(Row((label, _state(value) if found["/FT"] == "/Btn" else tidy(_text(value))), 1))
    if options:
        rows.append(Row(("", "\n".join(options)), 1))
    return rows


def _state(value: object) -> str:
    return str(value or "/Off").lstrip("/")


def _is_box(value: object) -> bool:
    """Tell a box from a radio group, whose state is the option that was chosen."""
    return _state(value).casefold() in {"off", "yes", "on", "ja", "1", "x", "true", "checked"}


def _text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    return "" if value is None else str(value)
