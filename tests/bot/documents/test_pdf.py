"""Our own documents: everything that is written is text that can be read, on pages of its own."""

import io
import subprocess
import sys

import pypdf
import pytest

from medverkan.bot.documents.descriptions import description_document
from medverkan.bot.documents.pdf import Facts, Heading, Signatures, Text, pdf
from tests.bot.documents.shown import text_of_pdf


def test_every_sign_of_a_swedish_register_can_be_read() -> None:
    names = "Åsa Öberg, Łukasz Żak, Đorđe Čapek, Gülşen Doğan, Zoë Müller, Ngô, Θεοδώρα, Юлия – ”x” ½ €"
    assert names in text_of_pdf(pdf("Å", [Text(names)]))


@pytest.mark.parametrize("hostile", ["<b>x</b> & <para>", "{{ x }} %s", "\x00\ud800\u202ex", "<font", "&amp;"])
def test_whatever_is_written_is_text(hostile: str) -> None:
    seen = hostile.translate({0: None, 0xD800: None, 0x202E: None})
    made = pdf(hostile, [Heading(hostile), Text(hostile), Facts([(hostile, hostile)]), Signatures([hostile])])
    assert text_of_pdf(made).count(seen) == 6


def test_long_text_goes_on_to_the_next_page_and_nothing_is_lost() -> None:
    words = [f"ord{number}" for number in range(2500)]
    made = pdf("Långt", [Facts([("Lång", " ".join(words)), ("Ordet", "x" * 900)]), Text("- slut")])
    text = text_of_pdf(made)
    assert all(f"{one} " in text for one in words)
    assert text.replace(" ", "").count("x") == 900


def test_the_file_names_no_author_and_the_same_content_makes_the_same_bytes() -> None:
    blocks = [Text("Hej")]
    made = pdf("Ett uppdrag", blocks)
    assert made == pdf("Ett uppdrag", blocks)
    told = pypdf.PdfReader(io.BytesIO(made)).metadata
    assert told is not None
    assert {key: value for key, value in told.items() if value and "Date" not in key and key != "/Trapped"} == {
        "/Title": "Ett uppdrag"
    }


def test_a_personal_identity_number_is_masked() -> None:
    text = text_of_pdf(pdf("x", [Text("Pnr 19811218-9876"), Facts([("Nr", "811218-9876")])]))
    assert "9876" not in text
    assert text.count("XXXX") == 2


def test_nothing_known_is_a_short_page_that_promises_nothing_untrue() -> None:
    text = text_of_pdf(description_document("", {"reimbursement": "Nej", "format": "remote"}, None, "", None))
    assert "ges inget arvode" in text
    assert "behöver inte resa" in text
    assert "resan dit" not in text
    for word in ("None", "kronor", "Uppdraget "):
        assert word not in text.replace("Uppdraget är på distans", "")


def test_the_libraries_wait_for_the_first_document() -> None:
    script = "import sys, medverkan.bot.deliver; print(*{'reportlab', 'pypdf', 'pypdfium2'} & set(sys.modules))"
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert answer.stdout.split() == []
