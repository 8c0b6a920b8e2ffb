"""A long assignment, and a seat in a council, are agreed upon in writing: which ones, and what stands in it."""

import io
from dataclasses import replace
from typing import Any

import docx
import pytest

from medverkan.bot.documents.agreements import DECLARATION, FORM, agreement_files, blanks, is_council, needs_agreement
from medverkan.bot.documents.pdf import PDF
from medverkan.bot.documents.words_in import words_in
from medverkan.bot.fees.estimates import estimate_of
from medverkan.bot.fees.model import Rules
from medverkan.bot.filled import WORD, filled
from medverkan.bot.post import Desk
from tests.bot.documents import word
from tests.bot.every_letter import ELLEN, FIELDS, REQUEST

LONG = FIELDS | {"date_end": "2027-03-24", "occasions": 6, "expectations": "Läs handlingarna.\nKom när du kan."}


@pytest.mark.parametrize(
    ("fields", "council"),
    [
        ({"activity": "Brukarråd"}, True),
        ({"activity": "Plats i patientrådet på kliniken"}, True),
        ({"title": "Länsgrupp brukarmedverkan"}, True),
        ({"activity": "Ledningsgrupp"}, True),
        ({"activity": "Lokalt programområde psykisk hälsa"}, True),
        ({"activity": "Brukarråd", "occasions": 1}, False),
        ({"activity": "Brukarråd", "date_start": "2026-03-24", "date_end": "2026-03-24"}, False),
        ({"activity": "Fokusgrupp", "description": "Vi har ett brukarråd."}, False),
        ({"activity": "Rådgivning"}, False),
        ({"activity": "Samråd om nya lokaler"}, False),
        ({"title": "Nytt område för aktiviteter"}, False),
        ({"activity": "Dialog om goda råd i vardagen"}, False),
        ({}, False),
    ],
)
def test_what_the_assignment_is_called_says_whether_it_is_a_seat(fields: dict[str, Any], council: bool) -> None:
    assert is_council(fields) is council
    assert needs_agreement(fields) is council


def test_half_a_year_is_long() -> None:
    assert needs_agreement(LONG)
    assert not needs_agreement(FIELDS)


def test_the_agreement_is_filled_in_as_far_as_it_is_known() -> None:
    told = blanks(replace(REQUEST, fields=LONG), ELLEN, estimate_of(LONG, Rules()), minor=False)
    shown = word.shown(filled(FORM, told))
    for line in ("Ellen Ekprov", "Hjärtmottagningen, Region Exempel", "tisdag 24 mars 2026", "onsdag 24 mars 2027",
                 "Läs handlingarna.\nKom när du kan.", "Underskrifter"):  # fmt: skip
        assert line in shown
    assert any("533 kronor för varje tillfälle" in line and "25 kronor per mil" in line for line in shown)
    assert shown.count("Namnteckning") == 2
    assert not any("{{" in line or "Vårdnadshavare" in line for line in shown)


def test_a_childs_guardian_signs_too_and_what_is_not_said_is_left_to_write() -> None:
    told = blanks(replace(REQUEST, fields={}), ELLEN, None, minor=True)
    assert told["guardian"].startswith("Vårdnadshavarens underskrift: ____")
    assert told["purpose"].startswith("____")
    assert told["from"] == told["to"] == ""
    assert not any("{{" in line for line in word.shown(filled(FORM, told)))


def test_a_seat_comes_with_a_declaration_that_asks_nothing_of_health(desk: Desk) -> None:
    long, seat = (replace(REQUEST, fields=LONG | more) for more in ({}, {"activity": "Brukarråd"}))
    assert [name for name, _, _ in agreement_files(desk, long, ELLEN)] == ["Overenskommelse-F-2026-0012-M-0031.docx"]
    files = agreement_files(desk, seat, ELLEN)
    assert [name for name, _, _ in files][1] == "Javsdeklaration-F-2026-0012-M-0031.docx"
    assert "Ellen Ekprov" in word.shown(files[1][2])
    assert "Du behöver inte skriva något om din hälsa" in words_in("x.docx", WORD, files[1][2])


@pytest.mark.parametrize("template", [FORM, DECLARATION])
def test_the_templates_tell_of_nobody_who_made_them(template: Any) -> None:
    content = template.read_bytes()
    assert not [name for name in word.parts(content) if name.startswith("docProps")]
    properties = docx.Document(io.BytesIO(content)).core_properties
    assert properties.last_modified_by in ("", "python-docx")


def test_words_in_a_file_are_found_however_word_has_parted_them() -> None:
    parted = word.form(word.in_table("Namn", values=("Kana",)))
    parted = word.with_parts(
        parted,
        word__document_dot_xml=word.parts(parted)["word/document.xml"].replace(
            b"<w:t>Kana</w:t>", b"<w:t>Kana</w:t></w:r><w:r><w:t>rina &amp; co</w:t>"
        ),
    )
    assert "Kanarina & co" in words_in("x.docx", WORD, parted)
    assert words_in("Arvodesblankett-1.docx", WORD, parted) == words_in("F-svar.pdf", PDF, b"%PDF") == ""
    assert words_in("x.docx", WORD, b"PK\x03\x04 Kanarina") == "PK\x03\x04 Kanarina"
    assert words_in("x.ics", "text/calendar", "Åsa".encode()) == "Åsa"
