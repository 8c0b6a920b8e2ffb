"""Read a PDF form: the filled-in fields of an AcroForm, XFA data, or else the text of the pages; a scan by OCR.

PDFium reads all of it: places are needed for labels beside fields and for tables that are printed, and it is an order
of magnitude faster than reading in Python. Page text does not hold what is filled in, so the two are read apart.
"""

import functools
from collections.abc import Callable, Sequence

import pypdfium2 as pdfium
from pypdfium2 import raw

from medverkan.mailbox.documents.layout import rows_of_page
from medverkan.mailbox.documents.pdf_drawing import drawing_of
from medverkan.mailbox.documents.pdf_fields import field_rows, widgets_of, with_undrawn_ticks
from medverkan.mailbox.documents.pdf_page import has_pictures, pieces_of
from medverkan.mailbox.documents.pieces import Piece
from medverkan.mailbox.documents.problems import Problem
from medverkan.mailbox.documents.unreadable import UnreadableError
from medverkan.mailbox.forms.finding.rows import UNTICKED, Row

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
        with _opened(content) as document:
            return _read(document, content)
    except pdfium.PdfiumError as error:
        raise UnreadableError from error


def _opened(content: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        locked = raw.FPDF_GetLastError() in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        raise UnreadableError(Problem.PASSWORD if locked else Problem.BROKEN) from error


def _read(document: pdfium.PdfDocument, content: bytes) -> tuple[list[Row], bool]:
    # A form is set up before its pages are loaded, or their fields have no values.
    kind = document.get_formtype()
    if kind != raw.FORMTYPE_NONE:
        document.init_forms()
    pages = _pages(document)
    printed = functools.cache(lambda number: pieces_of(pages[number]))
    if kind != raw.FORMTYPE_NONE and (filled := _form_rows(document, content, pages, printed)):
        return filled, False
    rows: list[Row] = []
    for number, page in enumerate(pages):
        drawing, table = drawing_of(page), 1 + max((row.table for row in rows), default=0)
        rows += rows_of_page(drawing.with_boxes(printed(number)), drawing.rules, table)
    if sum(len(piece.text) for number in range(len(pages)) for piece in printed(number)) >= MIN_TEXT:
        return rows, False
    # Pages (nearly) without text are pictures, unless the little there is is all there is.
    if rows and not any(has_pictures(page) for page in pages):
        return rows, False
    from medverkan.mailbox.documents.scan import rows_of_scan

    return rows_of_scan(document), True


def _pages(document: pdfium.PdfDocument) -> list[pdfium.PdfPage]:
    return [document[number] for number in range(min(len(document), MAX_PAGES))]


def _form_rows(
    document: pdfium.PdfDocument,
    content: bytes,
    pages: Sequence[pdfium.PdfPage],
    printed: Callable[[int], list[Piece]],
) -> list[Row]:
    """Return the filled-in form; nothing where there is none, or where it was printed with all that is in it."""
    widgets = widgets_of(document, pages)
    if any(widget.is_box for widget in widgets) and not any(widget.on for widget in widgets):
        with _opened(content) as bare:
            widgets = with_undrawn_ticks(_pages(bare), widgets)
    rows = field_rows(widgets, printed)
    if any(map(_answered, rows)):
        return rows
    if document.get_formtype() == raw.FORMTYPE_ACRO_FORM:
        return []
    from medverkan.mailbox.documents.pdf_xfa import rows_of_xfa

    return rows_of_xfa(document)


def _answered(row: Row) -> bool:
    """Tell whether somebody wrote or ticked something: open boxes have labels, and those are no answers."""
    lines = row.cells[1].split("\n")
    return any(line.strip() and not line.startswith(UNTICKED) for line in lines)


# A page with a little of everything, for `warm_up`. ASCII, so that lengths can be counted.
_SAMPLE = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [5 0 R]>>>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [5 0 R]
/Resources <</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>>> endobj
4 0 obj <</Length 36>> stream
BT /F1 9 Tf 50 700 Td (Enhet) Tj ET
endstream endobj
5 0 obj <</Type /Annot /Subtype /Widget /FT /Tx /T (Text1) /V (a) /Rect [99 690 200 712]>> endobj
trailer <</Root 1 0 R>>
%%EOF"""


def warm_up() -> None:
    """Read a document of our own, so that the library finds its fonts once and not in every child."""
    read_pdf(_SAMPLE)
