"""Tables in files: rows of text out of xlsx and csv, and csv that Swedish Excel opens without running anything.

A cell that a spreadsheet would take for a formula gets an apostrophe in front when written, and loses it when read.
"""

import csv
import io
import re
import unicodedata
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any

from medverkan.bot.settings import SettingsError

MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED = 300 * 1024 * 1024
MOST_ROWS = 100_000
MOST_COLUMNS = 200
MOST_IN_CELL = 50_000
_TEXT_FILES = frozenset({".csv", ".txt", ".tsv"})
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_BETWEEN_CELLS = ";\t,"
_SIGNS = frozenset("=+-@−\t\r\n")
Sheet = list[tuple[int, list[str]]]  # (row number as the spreadsheet shows it, cells)


def sheets_in(path: Path) -> list[Sheet]:
    """Return the sheets of a file, each as its non-empty rows; formulas count as their last result.

    Raises SettingsError where it is no table, or too large.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise SettingsError(f"{path.name} är större än 20 MB; dela upp filen")
        raw = path.read_bytes()
    except FileNotFoundError:
        raise SettingsError(f"filen {path} finns inte") from None
    except IsADirectoryError:
        raise SettingsError(f"{path} är en mapp; ange en fil, .xlsx eller .csv") from None
    if raw.startswith(_OLD_EXCEL):
        raise SettingsError(
            f"{path.name} är en äldre eller lösenordsskyddad Excel-fil; spara den som .xlsx utan lösenord"
        )
    if raw.startswith(b"PK"):
        return _workbook(path.name, raw)
    if path.suffix.lower() not in _TEXT_FILES:
        raise SettingsError(f"{path.name} är ingen Excel-fil (.xlsx) och ingen .csv; spara den som en av dem")
    return [_rows(csv_rows(path.name, raw))]


def csv_rows(name: str, raw: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield (line number, cells); the sign between cells is the one that gives the most rows of the same length.

    Raises SettingsError where the file is broken.
    """
    text = _decoded(raw)
    first, _, rest = text.partition("\n")
    told = re.fullmatch(r"sep=([;,\t|])\r?", first)
    line, skipped = 1, 1 if told else 0
    try:
        sign = told[1] if told else max(_BETWEEN_CELLS, key=lambda one: _regularity(text, one))
        reader = csv.reader(io.StringIO(rest if told else text, newline=""), delimiter=sign)
        for cells in reader:
            yield line + skipped, [unguarded(cell[:MOST_IN_CELL]) for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        raise SettingsError(f"{name}, rad {line}: går inte att läsa som csv; spara filen på nytt ur Excel") from error


def _regularity(text: str, sign: str) -> tuple[int, int]:
    """Return how many of the first rows have the commonest number of cells above one, and that number."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    lengths = Counter(len(cells) for cells in islice(reader, 20) if len(cells) > 1)
    return max(((rows, length) for length, rows in lengths.items()), default=(0, 0))


def to_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as csv with ";" between cells, every cell safe to open in a spreadsheet."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue()


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula; `unguarded` gives it back as it was."""
    return f"'{text}" if _looks_like_formula(text) else text


def unguarded(text: str) -> str:
    """Return a text without the apostrophe that `guarded` put before it."""
    return text[1:] if text.startswith("'") and _looks_like_formula(text[1:]) else text


def _looks_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet could run it: the first visible sign counts, full-width ones too (OWASP)."""
    if text[:1] in ("\t", "\r", "\n", "'"):
        return True
    first = next((sign for sign in text[:50] if not sign.isspace() and unicodedata.category(sign) != "Cf"), "")
    return unicodedata.normalize("NFKC", first)[:1] in _SIGNS if first else False


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _workbook(name: str, raw: bytes) -> list[Sheet]:
    import openpyxl

    broken = f"{name} går inte att läsa som Excel-fil; öppna den i Excel och spara den på nytt som .xlsx"
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            unpacked = sum(entry.file_size for entry in packed.infolist())
    except (zipfile.BadZipFile, ValueError) as error:
        raise SettingsError(broken) from error
    if unpacked > MOST_UNPACKED:
        raise SettingsError(f"{name} är för stor uppackad; dela upp filen")
    try:
        with warnings.catch_warnings():
            # What openpyxl leaves out (drop-down lists, styles) is nothing we read.
            warnings.simplefilter("ignore")
            with closing(openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True)) as book:
                return [_rows(_cells(sheet)) for sheet in book.worksheets]
    except SettingsError:
        raise
    except Exception as error:
        # The library raises whatever the broken part happens to cause.
        raise SettingsError(broken) from error


def _cells(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    sheet.reset_dimensions()
    # No more rows than Excel has: a forged row number would make the library count to it.
    for number, values in enumerate(islice(sheet.iter_rows(values_only=True), 2**20), 1):
        yield number, [unguarded(_text(value)) for value in values]


def _rows(rows: Iterable[tuple[int, list[str]]]) -> Sheet:
    kept: Sheet = []
    for number, cells in rows:
        while cells and not cells[-1].strip():
            cells.pop()
        if len(cells) > MOST_COLUMNS:
            raise SettingsError(f"rad {number} har fler än {MOST_COLUMNS} kolumner; ta bort de som inte behövs")
        if cells:
            kept.append((number, cells))
        if len(kept) > MOST_ROWS:
            raise SettingsError(f"filen har fler än {MOST_ROWS} rader; dela upp den")
    return kept


def _text(value: Any) -> str:
    """Return a cell as somebody would have written it: no ".0", dates in full, ja and nej."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)[:MOST_IN_CELL]
