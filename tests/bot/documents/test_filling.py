"""A form is opened in a process of its own; whatever it does there, here it is one word or a filled-in form."""

import io
import zipfile

import pytest

from medverkan.bot.documents.filling import MAX_INPUT, filled_in
from medverkan.bot.documents.places import Contact
from medverkan.bot.documents.unfilled import UnfilledError, Why
from tests.bot.documents import word
from tests.bot.documents.test_pdf_form import BESIDE, form, values

SIV = Contact("Siv", "Ekprov", "070-174 06 21", "siv@post.example", ('Språk: "svenska"\n',))
WORD = word.form(word.in_table("Medverkandes namn", "Telefon"))


def test_word_and_pdf_forms_are_filled_in() -> None:
    assert "Siv Ekprov" in word.shown(filled_in(WORD, SIV))
    assert values(filled_in(form(*BESIDE), SIV))["a3"] == "Siv Ekprov"


def _bomb() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr("[Content_Types].xml", "<Types/>")
        whole.writestr("word/document.xml", b"<a>" + b" " * 30_000_000 + b"</a>")
    return held.getvalue()


def _many() -> bytes:
    paragraphs = b"<w:p/>" * 1_500_000
    xml = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as whole:
        whole.writestr("[Content_Types].xml", "<Types/>")
        whole.writestr("word/document.xml", xml + paragraphs + b"</w:body></w:document>")
    return held.getvalue()


@pytest.mark.parametrize(
    ("blank", "why"),
    [
        (word.form(word.in_lines("Hej")), Why.NO_PLACE),
        (word.with_parts(WORD, word__vbaProject_dot_bin=b"x"), Why.MACROS),
        (_bomb(), Why.BROKEN),
        (_many(), Why.BROKEN),
        (b"%PDF-1.4 x", Why.BROKEN),
        (b"x" * (MAX_INPUT + 1), Why.BROKEN),
        (b"", Why.BROKEN),
    ],
)
def test_what_is_not_filled_in_is_told_in_one_word(blank: bytes, why: Why) -> None:
    with pytest.raises(UnfilledError) as told:
        filled_in(blank, SIV)
    assert told.value.why is why


def test_one_that_takes_too_long_is_ended() -> None:
    with pytest.raises(UnfilledError):
        filled_in(WORD, SIV, timeout_s=0.001)
