"""Read a form in a spreadsheet: the shown values of the cells, each sheet a table."""

import io
from collections.abc import Sequence
from datetime import date, datetime, time

from openpyxl import load_workbook

from medverkan.mailbox.documents import archive
from medverkan.mailbox.forms.finding.rows import MAX_ROWS, Row, tidy

MAX_SHEETS = 5
MAX_COLUMNS = 40
MAX_EMPTY = 200


def rows_of_xlsx(content: bytes) -> Sequence[Row]:
    """Return the filled rows of the visible sheets, without their empty columns. Raises UnreadableError."""
    archive.check(content)
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    rows: list[Row] = []
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for number, sheet in enumerate(visible[:MAX_SHEETS], 1):
        empty = 0
        for values in sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS, values_only=True):
            cells = tuple(_shown(value) for value in values)
            empty = 0 if any(cells) else empty + 1
            if empty > MAX_EMPTY:
                break
            if any(cells):
                rows.append(_row(cells, number))
    return rows


def _row(cells: tuple[str, ...], number: int) -> Row:
    """Return a row up to its last answer; a title that stands alone is a line."""
    first = next(i for i, cell in enumerate(cells) if cell)
    last = max(i for i, cell in enumerate(cells) if cell)
    if first == last:
        # An open question keeps an empty answer beside it, so that the next line is not taken for one.
        return Row((cells[first], ""), number)
    return Row(tuple(cell for cell in cells[first : last + 1] if cell or last - first < 2), number)


def _shown(value: object) -> str:
    """Return a value as a person sees it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return tidy(str(value)).strip()
