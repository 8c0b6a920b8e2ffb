"""Read a PDF form: the filled-in fields of an AcroForm, XFA data, or else the text of the pages; a scan by OCR.

PDFium reads all of it: places are needed for labels beside fields and for tables that are printed, and it is an order
of magnitude faster than reading in Python. Page text does not hold what is filled in, so the two are read apart.
"""

from collections.abc import Sequence

import pypdfium2 as pdfium
from pypdfium2 import raw

from medverkan.mailbox.documents.pdf_fields import field_rows, widgets_of
from medverkan.mailbox.documents.pdf_page import has_pictures, pieces_of, rules_of
from medverkan.mailbox.documents.pieces import Piece
from medverkan.mailbox.documents.problems import Problem
from medverkan.mailbox.documents.unreadable import UnreadableError
from medverkan.mailbox.forms.rows import UNTICKED, Row

MAX_PAGES = 20
# Fewer signs than this on all pages: what there is to read is in pictures.
MIN_TEXT = 40


def rows_of_pdf(content: bytes) -> Sequence[Row]:
    """Return fields as rows of two cells, or the lines of the pages. Raises UnreadableError."""
    return read_pdf(content)[0]


def read_pdf(content: bytes) -> tuple[list[Row], bool]:
    """Return the rows of a document, and whether they were read from pictures of pages. Raises UnreadableError."""
    if b"%PDF-" not in content[:1024]:
        raise UnreadableError
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        locked = raw.FPDF_GetLastError() in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        raise UnreadableError(Problem.PASSWORD if locked else Problem.BROKEN) from error
    with document:
        try:
            return _read(document)
        except pdfium.PdfiumError as error:
            raise UnreadableError from error


def _read(document: pdfium.PdfDocument) -> tuple[list[Row], bool]:
    filled = _form_rows(document)
    if filled:
        return filled, False
    printed: list[list[Piece]] = []
    rows: list[Row] = []
    for number in range(min(len(document), MAX_PAGES)):
        page = document[number]
        printed.append(pieces_of(page))
        rows += _page_rows(page, printed[-1], rows)
        page.close()
    if sum(len(piece.text) for pieces in printed for piece in pieces) >= MIN_TEXT:
        return rows, False
    return _scanned(document, rows)


def _scanned(document: pdfium.PdfDocument, printed: list[Row]) -> tuple[list[Row], bool]:
    """Return what can be recognised in pages (nearly) without text, unless the little there is is all there is."""
    if printed and not has_pictures(document[0]):
        return printed, False
    from medverkan.mailbox.documents.scan import rows_of_scan

    return rows_of_scan(document), True


def _page_rows(page: pdfium.PdfPage, pieces: list[Piece], before: Sequence[Row]) -> list[Row]:
    from medverkan.mailbox.documents.layout import rows_of_page

    return rows_of_page(pieces, rules_of(page), 1 + max((row.table for row in before), default=0))


def _form_rows(document: pdfium.PdfDocument) -> list[Row]:
    """Return the filled-in form; nothing where there is none, or where it was printed with all that is in it."""
    kind = document.get_formtype()
    if kind == raw.FORMTYPE_NONE:
        return []
    rows = field_rows(document, widgets_of(document, MAX_PAGES), pieces_of)
    if any(row.cells[1].replace(UNTICKED, "").strip() for row in rows if _answered(row)):
        return rows
    if kind in {raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND}:
        from medverkan.mailbox.documents.pdf_xfa import rows_of_xfa

        return rows_of_xfa(document)
    return []


def _answered(row: Row) -> bool:
    """Tell whether somebody wrote or ticked something: open boxes have labels, and those are no answers."""
    lines = row.cells[1].split("\n")
    return any(line.strip() and not line.startswith(UNTICKED) for line in lines)
