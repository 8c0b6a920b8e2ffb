"""Attachments are read in a child process; whatever goes wrong there is one plain sentence."""

import io
import zipfile

import docx
import pytest

from medverkan.mailbox.documents import reader
from medverkan.mailbox.documents.reader import Document, document_type, read_document
from medverkan.mailbox.forms.rows import Row
from medverkan.mailbox.values import Part

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def document(text: str) -> bytes:
    file, buffer = docx.Document(), io.BytesIO()
    file.add_paragraph(text)
    file.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content_type", "filename", "content", "kind"),
    [
        (DOCX, "a.docx", b"PK", "docx"),
        ("application/octet-stream", "A.DOCX", b"PK", "docx"),
        ("application/octet-stream", "a", b"%PDF-1.7", "pdf"),
        ("application/msword", "a.doc", b"{\\rtf1", "rtf"),
        ("application/vnd.oasis.opendocument.text", "a.odt", b"PK", "odt"),
        ("image/png", "logo.png", b"\x89PNG", ""),
        ("application/msword", "a.doc", b"\xd0\xcf\x11\xe0", ""),
    ],
)
def test_a_document_is_known_by_type_name_or_first_bytes(
    content_type: str, filename: str, content: bytes, kind: str
) -> None:
    assert document_type(Part(content_type, filename, "", content)) == kind


def test_a_document_is_read_in_a_process_of_its_own() -> None:
    assert read_document(Part(DOCX, "a.docx", "", document("Enhet: Öppenvården"))) == Document(
        (Row(("Enhet: Öppenvården",)),)
    )


def bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("word/document.xml", b" " * 30_000_000)
    return buffer.getvalue()


@pytest.mark.parametrize("content", [b"PK\x03\x04broken", b"", bomb()])
def test_a_document_that_cannot_be_read_is_a_problem_in_swedish(content: bytes) -> None:
    assert read_document(Part(DOCX, "a.docx", "", content)) == Document(problem="Bilagan gick inte att läsa.")


def test_a_document_that_takes_too_long_is_a_problem() -> None:
    slow = Part(DOCX, "a.docx", "", document("x"))
    assert read_document(slow, timeout_s=0.001).problem == "Bilagan tog för lång tid att läsa."


def test_a_part_that_is_no_document_and_one_that_is_too_large_are_not_even_tried() -> None:
    assert read_document(Part("image/png", "a.png", "", b"")).problem
    assert "för stor" in read_document(Part(DOCX, "a.docx", "", bytes(reader.MAX_INPUT + 1))).problem
