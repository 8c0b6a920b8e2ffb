"""Tables in files: whatever Excel saves is read, what is no table is told, and nothing written can run as a formula."""

import io
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.bot.commands import sheets
from medverkan.bot.commands.sheets import csv_rows, guarded, sheets_in, to_csv, unguarded
from medverkan.bot.settings import SettingsError


def read(raw: bytes) -> list[list[str]]:
    return [cells for _, cells in csv_rows("fil.csv", raw)]


def workbook(path: Path, *rows: list[Any]) -> Path:
    book = openpyxl.Workbook()
    assert book.active
    for row in rows:
        book.active.append(row)
    book.save(path)
    book.close()
    return path


@pytest.mark.parametrize(
    "raw",
    [
        "Namn;Ort\r\nÅsa;Öland\r\n".encode(),
        "Namn,Ort\nÅsa,Öland\n".encode("utf-8-sig"),
        "Namn\tOrt\nÅsa\tÖland\n".encode("cp1252"),
        "Namn\tOrt\r\nÅsa\tÖland\r\n".encode("utf-16"),
        "sep=;\r\nNamn;Ort\r\nÅsa;Öland\r\n".encode("utf-8-sig"),
        '"Namn";"Ort"\n"Åsa";"Öland"'.encode(),
    ],
)
def test_csv_is_read_however_it_was_saved(raw: bytes) -> None:
    assert read(raw) == [["Namn", "Ort"], ["Åsa", "Öland"]]


def test_commas_in_the_text_do_not_hide_the_semicolons() -> None:
    raw = "Namn;Erfarenhet\nÅsa;stroke, fall, yrsel, värk\nBo;a, b, c, d\n".encode()
    assert [len(cells) for cells in read(raw)] == [2, 2, 2]


def test_rows_are_numbered_as_the_spreadsheet_shows_them(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text('Namn;Text\nÅsa;"två\nrader"\n;\nBo;en\n', encoding="utf-8")
    assert [number for number, _ in sheets_in(file)[0]] == [1, 2, 5]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", " =", "\u200b=", "−", "\n"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(sign: str) -> None:
    text = f"{sign}HYPERLINK(A1)"
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "Anna", "70-årsåldern", "’n", "a=b", "8 timmar"])
def test_other_text_is_written_as_it_is(text: str) -> None:
    assert guarded(text) == text


@given(st.text())
def test_every_text_comes_back_from_its_guard(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0")), min_size=2, max_size=5))
def test_every_table_comes_back_from_csv(cells: list[str]) -> None:
    head = [f"rubrik {n}" for n in range(len(cells))]
    assert read(to_csv(head, [cells]).encode("utf-8-sig")) == [head, cells]


def test_numbers_days_and_yes_in_a_workbook_read_as_people_write_them(tmp_path: Path) -> None:
    day, moment = datetime(1961, 3, 4), datetime(2027, 1, 2, 9, 30)  # noqa: DTZ001 - sheets know no zone
    row = [1954.0, 701740605, day, date(2027, 8, 31), True, None, 2.5, moment]
    file = workbook(tmp_path / "a.xlsx", ["x"], row)
    assert sheets_in(file)[0][1] == (
        2,
        ["1954", "701740605", "1961-03-04", "2027-08-31", "ja", "", "2.5", "2027-01-02 09:30"],
    )


def test_formulas_are_not_run(tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", ["Namn", "Ort"], ["=1+1", "Högsby"])
    assert sheets_in(file)[0][1] == (2, ["", "Högsby"])


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("a.xlsx", b"PK\x03\x04 inte en zip", "går inte att läsa som Excel-fil"),
        ("a.xlsx", b"hej", "ingen Excel-fil"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + bytes(600), "äldre eller lösenordsskyddad"),
        ("a.pdf", b"%PDF-1.7", "ingen Excel-fil"),
        ("a.csv", b'Namn;Ort\n"' + b"a" * 200_000, "går inte att läsa som csv"),
        ("a.csv", b";".join([b"x"] * 300), "fler än 200 kolumner"),
    ],
)
def test_what_is_no_table_is_told_in_a_sentence(tmp_path: Path, name: str, raw: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(SettingsError, match=told):
        sheets_in(tmp_path / name)


def test_a_zip_that_is_no_workbook_is_told(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("readme.txt", "hej")
    (tmp_path / "a.xlsx").write_bytes(out.getvalue())
    with pytest.raises(SettingsError, match="går inte att läsa som Excel-fil"):
        sheets_in(tmp_path / "a.xlsx")


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="finns inte"):
        sheets_in(tmp_path / "a.csv")
    with pytest.raises(SettingsError, match="är en mapp"):
        sheets_in(tmp_path)


def test_too_large_a_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    with file.open("wb") as out:
        out.truncate(sheets.MOST_BYTES + 1)
    with pytest.raises(SettingsError, match="större än 20 MB"):
        sheets_in(file)


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("a;b\n" * (sheets.MOST_ROWS + 1), encoding="utf-8")
    with pytest.raises(SettingsError, match="fler än 100000 rader"):
        sheets_in(file)


def test_a_file_that_swells_when_unpacked_is_refused(tmp_path: Path) -> None:
    file, block = tmp_path / "a.xlsx", bytes(2**20)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed, packed.open("x", "w") as entry:
        for _ in range(sheets.MOST_UNPACKED // len(block) + 1):
            entry.write(block)
    with pytest.raises(SettingsError, match="för stor uppackad"):
        sheets_in(file)


@given(st.binary(max_size=300))
def test_any_bytes_are_rows_or_a_sentence(raw: bytes) -> None:
    try:
        read(raw)
    except SettingsError as told:
        assert str(told)
