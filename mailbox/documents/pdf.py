"""Read a PDF form: the filled-in fields of an AcroForm, or else the text of the pages.

Page text does not hold what is filled in, so the two are read apart. A field's label is its tooltip (/TU), or its
name. Scanned pages have no text and give no rows: a person must read them.
"""

import io
from collections.abc import Sequence

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from medverkan.mailbox.documents.formats import UnreadableError
from medverkan.mailbox.forms.rows import TICKED, UNTICKED, Row, gapped, tidy

MAX_PAGES = 20
MAX_FIELDS = 500


def rows_of_pdf(content: bytes) -> Sequence[Row]:
    """Return fields as rows of two cells, then the lines of the pages. Raises UnreadableError."""
    if b"%PDF-" not in content[:1024]:
        raise UnreadableError("not pdf")
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("encrypted")
        fields = _field_rows(reader)
        if fields:
            return fields
        rows = []
        for page in reader.pages[:MAX_PAGES]:
            rows += [Row((gapped(line),)) for line in page.extract_text().split("\n")]
    except PyPdfError as error:
        raise UnreadableError(type(error).__name__) from error
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
