"""Attachments are read in a child process; whatever goes wrong there is one plain sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medverkan.mailbox.documents import reader
from medverkan.mailbox.documents.problems import SENTENCES, Problem, sentence
from medverkan.mailbox.documents.reader import Document, is_document, is_unreadable, read_documents
from medverkan.mailbox.forms.finding.rows import Row
from medverkan.mailbox.values import Part
from tests.mailbox.documents.files import DOCX, docx_of, xlsx_of, zip_of

RESEND = "Be avsändaren"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def part(content: bytes, filename: str = "a.docx", content_type: str = "application/octet-stream") -> Part:
    return Part(content_type, filename, "", content)


@pytest.mark.parametrize(
    ("content_type", "filename", "content", "worth"),
    [
        (DOCX, "a.docx", b"PK", True),
        ("application/octet-stream", "A.DOCX", b"PK", True),
        ("application/octet-stream", "a", b"%PDF-1.7", True),
        ("application/msword", "a.doc", b"{\\rtf1", True),
        ("application/msword", "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", True),
        ("application/ms-tnef", "winmail.dat", b"\x78\x9f\x3e\x22", True),
        ("text/plain", "svar.txt", b"Enhet: Akuten", True),
        ("image/png", "logo.png", b"\x89PNG\r\n\x1a\n", False),
        ("image/jpeg", "sida.jpg", b"\xff\xd8\xff" + bytes(50_000), True),
        ("text/calendar", "kallelse.ics", b"BEGIN:VCALENDAR", False),
        ("application/octet-stream", "blankett.pages", b"?", False),
    ],
)
def test_a_document_is_known_by_first_bytes_name_or_type(
    content_type: str, filename: str, content: bytes, worth: bool
) -> None:
    assert is_document(part(content, filename, content_type)) is worth


@pytest.mark.parametrize(
    ("filename", "unreadable"), [("blankett.pages", True), ("bild.heic", True), ("kallelse.ics", False)]
)
def test_a_document_without_a_reader_is_told_from_what_is_no_document(filename: str, unreadable: bool) -> None:
    assert is_unreadable(part(b"?", filename)) is unreadable
    assert RESEND in read_documents(part(b"?", filename))[0].problem


def test_the_bodies_of_a_mail_are_no_documents() -> None:
    body = Part("text/plain", "", "", b"Hej", inline=True)
    assert not is_document(body)
    assert not is_unreadable(body)


def test_a_document_is_read_in_a_process_of_its_own() -> None:
    found = read_documents(part(docx_of("Enhet: Öppenvården"), "förfrågan.docx"))
    assert found == (Document((Row(("Enhet: Öppenvården",)),), name="förfrågan.docx"),)


def test_each_file_of_an_archive_is_a_document_with_a_name_that_says_where_it_lay() -> None:
    archive = zip_of(
        ("Blanketter/ett.docx", docx_of("Enhet: Akuten")),
        ("två.xlsx", xlsx_of(("Enhet", "Barnhälsan"))),
        ("__MACOSX/._ett.docx", b"x"),
        ("läs mig.ics", b"x"),
    )
    assert [(d.name, d.rows[0].cells) for d in read_documents(part(archive, "arkiv.zip"))] == [
        ("arkiv.zip: ett.docx", ("Enhet: Akuten",)),
        ("arkiv.zip: två.xlsx", ("Enhet", "Barnhälsan")),
    ]


def test_one_bad_file_in_an_archive_leaves_the_others_readable() -> None:
    archive = zip_of(("a.docx", b"PK\x03\x04 no"), ("b.docx", docx_of("Enhet: Akuten")), ("c.zip", zip_of(("d", b""))))
    bad, good, nested = read_documents(part(archive, "arkiv.zip"))
    assert bad.problem == SENTENCES[Problem.BROKEN]
    assert good.rows == (Row(("Enhet: Akuten",)),)
    assert nested.problem == SENTENCES[Problem.NESTED]


def test_of_an_archive_with_too_many_files_the_first_are_read_and_the_rest_are_a_problem() -> None:
    archive = zip_of(*((f"{n}.docx", docx_of(f"Nummer {n}")) for n in range(12)))
    found = read_documents(part(archive, "arkiv.zip"))
    assert [bool(d.rows) for d in found] == [True] * 10 + [False]
    assert found[-1].problem == SENTENCES[Problem.MANY]


@pytest.mark.parametrize(
    ("content", "filename"),
    [
        (docx_of("Enhet: Akuten"), "a.doc"),
        (docx_of("Enhet: Akuten"), "a.pdf"),
        (docx_of("Enhet: Akuten"), "fil"),
        (b"{\\rtf1 Enhet: Akuten\\par}", "a.docx"),
        (b"<html><p>Enhet: Akuten</p></html>", "a.doc"),
        ("\ufeffEnhet: Akuten".encode("utf-16"), "a.txt"),
    ],
)
def test_what_a_file_is_decides_how_it_is_read_not_what_it_is_called(content: bytes, filename: str) -> None:
    (found,) = read_documents(part(content, filename))
    assert Row(("Enhet: Akuten",)) in found.rows


@pytest.mark.parametrize("content", [b"PK\x03\x04broken", b"", b"%PDF-", b"{\\rtf", OLE])
def test_a_document_that_cannot_be_read_is_a_problem_in_swedish(content: bytes) -> None:
    (found,) = read_documents(part(content, "a.docx"))
    assert not found.rows
    assert found.problem in SENTENCES.values()


def test_a_document_that_takes_too_long_is_a_problem() -> None:
    assert read_documents(part(docx_of("x")), timeout_s=0.0)[0].problem == SENTENCES[Problem.SLOW]


def test_a_part_that_is_too_large_is_not_even_tried() -> None:
    assert "för stor" in read_documents(part(bytes(reader.MAX_INPUT + 1)))[0].problem


def test_a_word_that_is_no_problem_of_ours_becomes_no_sentence_of_a_document() -> None:
    assert sentence("Klicka här: http://ond.example") == SENTENCES[Problem.BROKEN]
    assert sentence("") == ""


HEADS = (b"", b"%PDF-1.7\n", b"PK\x03\x04", b"{\\rtf1", OLE, b"\x78\x9f\x3e\x22", b"<html>")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(HEADS), st.binary(max_size=400), st.sampled_from(["a.docx", "a.pdf", "a", "a.xlsx", "ö\0.doc"]))
def test_whatever_the_bytes_something_comes_back(head: bytes, tail: bytes, filename: str) -> None:
    found = read_documents(part(head + tail, filename))
    assert all(bool(document.rows) != bool(document.problem) for document in found)
