"""Kinds of attachments beside the common ones: old Word, spreadsheets, Outlook's wrappers, pictures."""

import shutil
import struct
import zlib
from datetime import date, time
from pathlib import Path

import pytest

from medverkan.mailbox.documents.image import size_of
from medverkan.mailbox.documents.ocr import with_boxes
from medverkan.mailbox.documents.problems import SENTENCES, Problem
from medverkan.mailbox.documents.reader import Document, read_documents
from medverkan.mailbox.documents.word97 import rows_of_word97
from medverkan.mailbox.values import Part
from tests.mailbox.documents.files import docx_of, xlsx_of, zip_of
from tests.mailbox.documents.ole import ole_of
from tests.mailbox.documents.pdfs import Form

FIXTURES = Path(__file__).parent / "fixtures"
LONG = "Vi vill att ni berättar hur det är att vänta\nX dagar på besked"
OLD = (FIXTURES / "old.doc").read_bytes()
SCANNED = (FIXTURES / "scanned.png").read_bytes()
needs_tesseract = pytest.mark.skipif(not shutil.which("tesseract"), reason="tesseract is not installed")


def read(content: bytes, filename: str) -> Document:
    (found,) = read_documents(Part("application/octet-stream", filename, "", content))
    return found


def cells(document: Document) -> list[tuple[str, ...]]:
    return [row.cells for row in document.rows if any(row.cells)]


def test_an_old_word_form_keeps_its_tables_boxes_and_choices() -> None:
    assert cells(read(OLD, "blankett.doc")) == [
        ("Förfrågan om medverkan",),
        ("Verksamhet/enhet", "Öppenvården Sundby"),
        ("Titel", ""),
        ("Perspektiv", "☐ Patient\n☒ Närstående"),
        ("Beskrivning", "Två möten.\nOch ett till – i maj."),
        ("Plats: På plats",),
        ("Antal personer: två",),
    ]


def test_an_old_word_form_with_a_password_is_told_from_a_broken_one() -> None:
    at = OLD.index(b"\xec\xa5")
    flags = struct.unpack_from("<H", OLD, at + 10)[0] | 0x0100
    locked = OLD[: at + 10] + struct.pack("<H", flags) + OLD[at + 12 :]
    assert read(locked, "a.doc").problem == SENTENCES[Problem.PASSWORD]


def test_a_new_word_document_with_a_password_is_known_by_its_container() -> None:
    content = ole_of({"EncryptedPackage": b"x" * 5000, "EncryptionInfo": b"x" * 5000})
    assert read(content, "a.docx").problem == SENTENCES[Problem.PASSWORD]


@pytest.mark.parametrize("cut", [600, 3000, 9000, 15000])
def test_a_damaged_old_word_form_is_read_or_is_a_problem(cut: int) -> None:
    found = read(OLD[:cut] + b"\xff" * 40 + OLD[cut + 40 :], "a.doc")
    assert bool(found.rows) != bool(found.problem)


@pytest.mark.skipif(not shutil.which("antiword"), reason="antiword is not installed")
def test_what_is_older_than_word_97_is_left_to_another_program() -> None:
    at = OLD.index(b"\xec\xa5")
    older = OLD[: at + 2] + struct.pack("<H", 0x00C0) + OLD[at + 4 :]
    with pytest.raises(Exception, match="broken"):
        rows_of_word97(older)
    found = read(older, "a.doc")
    assert bool(found.rows) != bool(found.problem)


def test_a_spreadsheet_is_its_shown_values_without_empty_columns() -> None:
    content = xlsx_of(
        ("Förfrågan", None), (None, "Enhet", "Akuten"), ("Antal", None, 2.0), ("Dag", date(2027, 1, 14)),
        ("Tid", time(13, 0)), ("Minderåriga", False), ("Titel", None),
    )  # fmt: skip
    assert cells(read(content, "a.xlsx")) == [
        ("Förfrågan", ""), ("Enhet", "Akuten"), ("Antal", "2"), ("Dag", "2027-01-14"), ("Tid", "13:00"),
        ("Minderåriga", "Nej"), ("Titel", ""),
    ]  # fmt: skip


def tnef_of(body: str, *attachments: tuple[str, bytes]) -> bytes:
    def attribute(level: int, name: int, data: bytes) -> bytes:
        return struct.pack("<BII", level, name, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)

    parts = [attribute(1, 0x00069007, struct.pack("<II", 1252, 0)), attribute(1, 0x0002800C, body.encode("cp1252"))]
    for name, content in attachments:
        parts.append(attribute(2, 0x00069002, bytes(14)))
        parts.append(attribute(2, 0x00018010, name.encode("cp1252") + b"\0"))
        parts.append(attribute(2, 0x0006800F, content))
    return struct.pack("<IH", 0x223E9F78, 1) + b"".join(parts)


def test_what_outlook_wraps_in_a_winmail_dat_is_unwrapped() -> None:
    content = tnef_of("Hej! Här kommer blanketten.", ("blankett.docx", docx_of("Enhet: Akuten")))
    found = read_documents(Part("application/ms-tnef", "winmail.dat", "", content))
    assert [(d.name, cells(d)) for d in found] == [
        ("winmail.dat: brevtexten", [("Hej! Här kommer blanketten.",)]),
        ("winmail.dat: blankett.docx", [("Enhet: Akuten",)]),
    ]


def test_a_mail_in_outlooks_own_format_gives_its_text_and_its_attachments() -> None:
    content = ole_of(
        {
            "__substg1.0_1000001F": "Vi söker två personer.".ljust(2100).encode("utf-16-le"),
            "__attach_version1.0_#00000000/__substg1.0_3707001F": "blankett.docx".ljust(2100).encode("utf-16-le"),
            "__attach_version1.0_#00000000/__substg1.0_37010102": docx_of("Enhet: Akuten"),
        }
    )
    found = read_documents(Part("application/vnd.ms-outlook", "mejl.msg", "", content))
    assert [cells(d) for d in found] == [[("Vi söker två personer.",)], [("Enhet: Akuten",)]]


def picture_page(width: int, height: int) -> bytes:
    """Return a PDF whose page is the scanned picture."""
    form = Form().draw("q 595 0 0 324 0 500 cm /I Do Q")
    data = zlib.decompress(SCANNED[SCANNED.index(b"IDAT") + 4 : -16])
    stride = (width + 7) // 8 + 1
    rows = b"".join(data[y * stride + 1 : (y + 1) * stride] for y in range(height))
    return form.content(pictures={"I": (width, height, rows)})


@needs_tesseract
def test_a_scanned_page_is_read_and_says_that_it_was_scanned() -> None:
    for content, filename in ((picture_page(*size_of(SCANNED)), "skannad.pdf"), (SCANNED + bytes(40_000), "sida.png")):
        found = read(content, filename)
        assert found.scanned
        assert ("Verksamhet/enhet", "Barnhälsan i Älvby") in cells(found)
        assert ("E-post", "ragnhild.oberg@region.example") in cells(found)


@needs_tesseract
def test_a_page_without_any_text_is_a_problem_and_a_picture_without_any_is_nothing() -> None:
    blank = bytes(((1653 + 7) // 8 + 1) * 900)
    page = Form().content(pictures={"I": (1653, 900, b"\xff" * (207 * 900))})
    assert read(page, "skannad.pdf").problem == SENTENCES[Problem.SCANNED_BLANK]
    at = SCANNED.index(b"IDAT")
    data = zlib.compress(blank)
    chunk = struct.pack(">I", len(data)) + b"IDAT" + data + struct.pack(">I", zlib.crc32(b"IDAT" + data))
    photo = SCANNED[: at - 4] + chunk + SCANNED[-12:] + bytes(60_000)
    assert read_documents(Part("image/png", "bild.png", "", photo)) == ()


@pytest.mark.parametrize(
    ("cell", "boxes"),
    [
        ("x] Fokusgrupp\nO Enkät\n3 Föreläsning", "☒ Fokusgrupp\n☐ Enkät\n☐ Föreläsning"),
        ("X Patient\nBrukare", "☒ Patient\n☐ Brukare"),
        ("Patient\nBrukare", "Patient\nBrukare"),
        (LONG, LONG),
    ],
)
def test_a_cross_that_was_seen_before_one_of_several_options_ticks_it_and_no_other(cell: str, boxes: str) -> None:
    assert with_boxes(cell) == boxes


def test_a_picture_smaller_than_a_page_is_nothing() -> None:
    head = SCANNED[:16] + struct.pack(">II", 300, 200) + SCANNED[24:]
    assert read_documents(Part("image/png", "logga.png", "", head + bytes(50_000))) == ()


def test_the_size_of_a_picture_is_what_its_head_says() -> None:
    jpeg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", 1200, 900) + bytes(20)
    assert size_of(jpeg) == (900, 1200)
    assert size_of(b"\xff\xd8\xff\xe0\xff\xff") == (0, 0)
    assert size_of(b"II*\0") == (0, 0)


def test_a_document_of_apple_and_an_empty_archive_are_problems() -> None:
    pages = zip_of(("Index/Document.iwa", b"x"), ("preview.jpg", b"x"))
    assert read(pages, "blankett.pages").problem == SENTENCES[Problem.KIND]
    assert read(zip_of(("läs mig", b"x")), "a.zip").problem == SENTENCES[Problem.KIND]


def test_an_archive_with_a_password_is_a_problem_of_each_file() -> None:
    archive = bytearray(zip_of(("a.docx", b"x")))
    archive[archive.index(b"PK\x01\x02") + 8] |= 1
    assert read(bytes(archive), "a.zip").problem == SENTENCES[Problem.PASSWORD]
