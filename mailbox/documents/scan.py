"""Read the pages of a PDF that are pictures."""

import time

import pypdfium2 as pdfium

from medverkan.mailbox.documents.ocr import rows_of_picture
from medverkan.mailbox.documents.problems import Problem
from medverkan.mailbox.documents.unreadable import UnreadableError
from medverkan.mailbox.forms.finding.rows import Row

MAX_PAGES = 6
TIME_S = 40
MAX_SIDE = 2400
_DOTS_PER_POINT = 200 / 72


def rows_of_scan(document: pdfium.PdfDocument) -> list[Row]:
    """Return what can be recognised on the first pages. Raises UnreadableError where there is nothing."""
    started = time.monotonic()
    rows: list[Row] = []
    for number in range(min(len(document), MAX_PAGES)):
        if time.monotonic() - started > TIME_S:
            break
        table = 1 + max((row.table for row in rows), default=0)
        rows += rows_of_picture(_picture(document[number]), table)
    if not rows:
        raise UnreadableError(Problem.SCANNED_BLANK)
    return rows


def _picture(page: pdfium.PdfPage) -> bytes:
    """Return a page as a grey picture (PGM)."""
    longest = max(*page.get_size(), 1.0)
    bitmap = page.render(scale=min(_DOTS_PER_POINT, MAX_SIDE / longest), grayscale=True)
    try:
        pixels = bytes(bitmap.buffer)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    finally:
        bitmap.close()
        page.close()
    lines = b"".join(pixels[y * stride : y * stride + width] for y in range(height))
    return b"P5 %d %d 255\n" % (width, height) + lines
