"""Outgoing letters: one recipient, safe headers, same bytes for same input."""

from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.compose import Attachment, clean_header, compose
from medverkan.mailbox.mime import parse, plain_text
from medverkan.mailbox.values import GiveUpError

BASE: dict[str, Any] = {
    "sender": "inv@region.example",
    "sender_name": "Invånarmedverkan",
    "to": "enhet@region.example",
    "subject": "Förfrågan F-2027-0001 – tack",
    "text": "Hej!\n\n.\nFrom oss\nÅäö\n",
    "message_id": "<f-2027-0001.1@medverkan.region.example>",
    "date": datetime(2027, 1, 18, 8, 0, tzinfo=UTC),
}


def test_the_letter_reads_back_as_it_was_written() -> None:
    raw = compose(
        **BASE,
        reply_to="svar@region.example",
        in_reply_to="<x@y.example>",
        references=("<w@y.example>", "<x@y.example>"),
        attachments=[Attachment("Kallelse å.ics", "text/calendar", b"BEGIN"), Attachment("../b", "fel", b"\0")],
    )
    letter = parse(raw)
    assert (letter.sender, letter.sender_name) == ("inv@region.example", "Invånarmedverkan")
    assert letter.to == ("enhet@region.example",)
    assert letter.subject == BASE["subject"]
    assert letter.reply_to == "svar@region.example"
    assert letter.references == ("<w@y.example>", "<x@y.example>")
    assert letter.date == BASE["date"]
    assert plain_text(letter) == BASE["text"]
    assert [(p.filename, p.content_type, p.content) for p in letter.parts[1:]] == [
        ("Kallelse å.ics", "text/calendar", b"BEGIN"),
        ("b", "application/octet-stream", b"\0"),
    ]


def test_a_calendar_file_says_what_is_to_be_done_with_it() -> None:
    files = [Attachment("mote.ics", "text/calendar; method=CANCEL", "Möte".encode())]
    raw = compose(**BASE, attachments=files)
    assert b'text/calendar; method="CANCEL"; charset="utf-8"' in raw.replace(b"\r\n ", b" ")
    assert [(p.filename, p.content_type, p.content) for p in parse(raw).parts[1:]] == [
        ("mote.ics", "text/calendar", "Möte".encode())
    ]


def test_robots_are_told_not_to_answer() -> None:
    letter = parse(compose(**BASE, auto_submitted="auto-replied"))
    assert letter.header("Auto-Submitted") == "auto-replied"
    assert letter.header("X-Auto-Response-Suppress") == "All"
    assert letter.header("Content-Language") == "sv"


def test_the_same_arguments_give_the_same_bytes() -> None:
    files = [Attachment("a.pdf", "application/pdf", bytes(range(256)))]
    assert compose(**BASE, attachments=files) == compose(**BASE, attachments=files)


def test_lines_are_short_and_end_in_crlf() -> None:
    raw = compose(**{**BASE, "text": "å" * 5000 + "\n" + "x" * 5000, "subject": "ö " * 100})
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert raw.count(b"\n") == raw.count(b"\r\n")


def test_long_message_ids_stay_in_one_piece() -> None:
    long_id = "<" + "a" * 150 + "@post.example>"
    raw = compose(**BASE, in_reply_to=long_id, references=[long_id] * 40)
    assert long_id.encode() in raw
    assert len(parse(raw).references) == 20
    assert b"=?" not in raw.split(b"References:")[1].split(b"Date:")[0]


def test_ids_that_are_no_ids_are_left_out() -> None:
    raw = compose(**BASE, in_reply_to="<a@b>\r\nBcc: x@y.example", references=("hej", "<å@x>"))
    assert b"In-Reply-To" not in raw
    assert b"References" not in raw
    assert b"Bcc" not in raw


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("to", "a@b.example, c@d.example"),
        ("to", "a@b.example\r\nBcc: c@d.example"),
        ("to", ""),
        ("sender", "Namn <a@b.example>"),
        ("reply_to", "å@b.example"),
        ("message_id", "utan parenteser"),
        ("date", datetime(2027, 1, 1)),  # noqa: DTZ001 - naive on purpose
    ],
)
def test_what_cannot_stand_in_a_letter_is_refused_without_repeating_it(field: str, value: object) -> None:
    with pytest.raises(GiveUpError) as refusal:
        compose(**{**BASE, field: value})
    assert "@" not in str(refusal.value)


@given(subject=st.text(max_size=300), name=st.text(max_size=120))
def test_no_input_makes_a_further_header(subject: str, name: str) -> None:
    raw = compose(**{**BASE, "subject": "x\r\nBcc: y@z.example" + subject, "sender_name": name})
    assert [key.lower() for key in message_from_bytes(raw, policy=default)].count("bcc") == 0
    letter = parse(raw)
    assert letter.to == ("enhet@region.example",)
    assert letter.sender == "inv@region.example"
    assert len(letter.headers) == 11


def test_subjects_survive_the_folding() -> None:
    for subject in ("åäö ord " * 20, "plain words " * 15, "x" * 200, "=?utf-8?q?=0D=0A?= x", ""):
        assert parse(compose(**{**BASE, "subject": subject})).subject == clean_header(subject)


def test_headers_are_capped_and_flat() -> None:
    assert clean_header("a\r\n\tb\x00c\x85d  e") == "a b c d e"
    assert len(clean_header("å" * 500)) == 200
