"""The unit's own Word form comes back filled in, the same but for the participant's place, and tells of nobody else."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medverkan.bot.documents.places import Contact
from medverkan.bot.documents.unfilled import UnfilledError, Why
from medverkan.bot.documents.word_form import fill_in_word
from tests.bot.documents import word

SIV = Contact("Siv", "Ekprov", "070-174 06 21", "siv@post.example")
NAME, PHONE, MAIL = "Siv Ekprov", "070-174 06 21", "siv@post.example"
ALL = f"{NAME}\n{PHONE}\n{MAIL}"
FORMS: dict[str, tuple[Callable[[Any], None], list[str]]] = {
    "cells beside labels": (
        word.in_table("Medverkandes namn", "Telefon", "E-post"),
        ["Medverkandes namn", NAME, "Telefon", PHONE, "E-post", MAIL],
    ),
    "one cell for all of it": (
        word.in_table("Kontaktuppgifter till den som medverkar"),
        ["Kontaktuppgifter till den som medverkar", ALL],
    ),
    "cells that hold a prompt": (
        word.in_table("Medverkandes namn", "Mobil", values=("[Skriv namn]", word.PROMPT)),
        ["Medverkandes namn", NAME, "Mobil", f"{PHONE}\n{MAIL}"],
    ),
    "lines to write on": (
        word.in_lines("Person som medverkar: ____________ Telefon: ______ E-post: ........................"),
        [f"Person som medverkar: {NAME} Telefon: {PHONE} E-post: {MAIL}"],
    ),
    "colons": (
        word.in_lines("Uppgifter om den som medverkar", "Namn:", "Telefon:", "E-post:"),
        ["Uppgifter om den som medverkar", f"Namn: {NAME}", f"Telefon: {PHONE}", f"E-post: {MAIL}"],
    ),
    "an empty line below": (
        word.in_lines("Deltagare", "", "Övrigt: nej"),
        ["Deltagare", ALL, "Övrigt: nej"],
    ),
    "columns": (
        word.in_columns("Medverkande", "Namn", "Telefon", "E-post"),
        ["Medverkande", "Namn", "Telefon", "E-post", NAME, PHONE, MAIL],
    ),
    "one line to write all on": (
        word.in_lines("Den som medverkar: ____________ (fylls i av Intressebanken)"),
        [f"Den som medverkar: {NAME}, {PHONE}, {MAIL} (fylls i av Intressebanken)"],
    ),
    "one content control for all of it": (
        word.with_controls(("Den som medverkar:", "Text1")),
        [f"Den som medverkar: {NAME}, {PHONE}, {MAIL}"],
    ),
    "content controls": (
        word.with_controls(("Medverkandes namn:", "Text1"), ("Tfn:", "Text2"), ("", "Medverkandes e-post")),
        [f"Medverkandes namn: {NAME}", f"Tfn: {PHONE}", MAIL],
    ),
    "content controls around cells": (
        word.with_controls_in_cells(("Medverkande, namn", "x"), ("Telefon", "y"), ("E-post", "z")),
        ["Medverkande, namn", NAME, "Telefon", PHONE, "E-post", MAIL],
    ),
    "old form fields": (
        word.with_old_fields("Medverkandes namn", "Telefon", "E-post"),
        [f"Medverkandes namn: {NAME}", f"Telefon: {PHONE}", f"E-post: {MAIL}"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", FORMS)
def test_each_way_of_leaving_a_place_is_filled_in_and_nothing_else_changes(kind: str) -> None:
    add, written = FORMS[kind]
    blank = word.form(add)
    before = word.shown(blank)
    after = word.shown(fill_in_word(blank, SIV))
    assert after[: len(word.ROWS) * 2 + 1] == before[: len(word.ROWS) * 2 + 1]
    assert after[len(word.ROWS) * 2 + 1 :] == written


@pytest.mark.parametrize(
    "add",
    [
        word.in_lines("Vi ser fram emot svar."),
        word.in_table("Antal deltagare", "Övriga deltagare", "Typ av medverkan"),
        word.in_table("Namn", "Telefon"),
        word.in_table("Medverkandes namn", values=("Vi vet redan vem",)),
        word.in_table("Perspektiv", "Kostnadsställe", values=("Brukarrepresentant",)),
    ],
)
def test_a_form_without_a_certain_place_is_not_filled_in(add: Callable[[Any], None]) -> None:
    assert _why(word.form(add)) is Why.NO_PLACE


def _why(blank: bytes) -> Why | None:
    try:
        fill_in_word(blank, SIV)
    except UnfilledError as error:
        return error.why
    return None


FORM = word.form(word.in_table("Medverkandes namn"))
CHANGED = word.parts(FORM)["word/document.xml"].replace(
    b"<w:r><w:t>Rehab", b'<w:ins w:id="1" w:author="Kanarie"><w:r><w:t>x</w:t></w:r></w:ins><w:r><w:t>Rehab'
)
TYPES = word.parts(FORM)["[Content_Types].xml"]
LINKED = word.parts(FORM)["word/_rels/document.xml.rels"]
FETCHED = LINKED.replace(
    b"</Relationships>",
    b'<Relationship Id="rId90" Type="http://x/relationships/image" TargetMode="External" Target="http://x.example/1"/>'
    b"</Relationships>",
)


@pytest.mark.parametrize(
    ("blank", "why"),
    [
        (word.with_parts(FORM, word__vbaProject_dot_bin=b"macro"), Why.MACROS),
        (word.with_parts(FORM, **{"[Content_Types]_dot_xml": TYPES.replace(b"wordprocessingml.document.main",
                                                                          b"macroEnabled.main")}), Why.MACROS),
        (word.with_parts(FORM, word__activeX__activeX1_dot_xml=b"<x/>"), Why.MACROS),
        (word.with_parts(FORM, word__document_dot_xml=CHANGED), Why.CHANGES),
        (word.with_parts(FORM, word__embeddings__oleObject1_dot_bin=b"\xd0\xcf"), Why.EMBEDDED),
        (word.with_parts(FORM, word___rels__document_dot_xml_dot_rels=FETCHED), Why.EMBEDDED),
        (word.with_parts(FORM, _xmlsignatures__sig1_dot_xml=b"<x/>"), Why.SIGNED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), Why.PASSWORD),
        (word.with_parts(FORM, word__document_dot_xml=b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"), Why.BROKEN),
        (word.with_parts(FORM, word__document_dot_xml=b"<x"), Why.BROKEN),
        (FORM[:2000], Why.BROKEN),
        (b"", Why.BROKEN),
    ],
)  # fmt: skip
def test_what_can_do_harm_or_is_locked_is_left_alone(blank: bytes, why: Why) -> None:
    assert _why(blank) is why


COMMENTS = (
    b'<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b'<w:comment w:id="1" w:author="Kanarie"><w:p/></w:comment></w:comments>'
)
SETTINGS = word.parts(FORM)["word/settings.xml"].replace(
    b"<w:zoom", b'<w:docVars><w:docVar w:name="Kanarie" w:val="Kanarie"/></w:docVars><w:zoom'
)
TEMPLATE = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
    b'TargetMode="External" Target="file:///C:/Users/Kanarie/Normal.dotm"/></Relationships>'
)


def test_nothing_tells_of_who_made_the_form() -> None:
    blank = word.with_parts(
        FORM, word__comments_dot_xml=COMMENTS, word__settings_dot_xml=SETTINGS, word__people_dot_xml=COMMENTS,
        word___rels__settings_dot_xml_dot_rels=TEMPLATE, customXml__item1_dot_xml=b"<x>Kanarie</x>",
        docProps__custom_dot_xml=b"<x>Kanarie</x>",
        **{"[Content_Types]_dot_xml": TYPES.replace(b"</Types>", b'<Override PartName="/word/comments.xml" '
                                                    b'ContentType="application/xml"/></Types>')},
    )  # fmt: skip
    assert sum(b"Kanarie" in data for data in word.parts(blank).values()) >= 7
    inside = word.parts(fill_in_word(blank, SIV))
    assert [name for name, data in inside.items() if b"Kanarie" in data or "Fågelsson".encode() in data] == []
    assert [name for name in inside if name.startswith(("docProps", "customXml"))] == []
    pointed = re.findall(rb'PartName="/([^"]+)"', inside["[Content_Types].xml"])
    assert [part for part in pointed if part.decode() not in inside] == []
    targets = re.findall(rb'Target="([^"]+)"', inside["_rels/.rels"])
    assert targets == [b"word/document.xml"]


def test_what_is_written_is_text_and_the_same_form_gives_the_same_bytes() -> None:
    odd = Contact("</w:t> & <w:p/>", "\x00]]>\ud800", "{{x}}")
    assert "</w:t> & <w:p/> ]]>\n{{x}}" in word.shown(fill_in_word(FORM, odd))
    assert fill_in_word(FORM, SIV) == fill_in_word(FORM, SIV)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60), st.integers(0, len(FORM)))
def test_damaged_bytes_are_refused_or_filled_in(noise: bytes, at: int) -> None:
    damaged = FORM[:at] + noise + FORM[at + len(noise) :]
    assert _why(damaged) in {None, *Why}
