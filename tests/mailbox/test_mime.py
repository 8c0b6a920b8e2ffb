"""Any bytes give a Letter; hostile ones within limits, real ones read right."""

import re
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medverkan.mailbox import mime
from medverkan.mailbox.headers import readable
from medverkan.mailbox.mime import html_of, parse, plain_text


def mail(*headers: str, body: bytes = b"Hej") -> bytes:
    return "\r\n".join(headers).encode("utf-8", "surrogateescape") + b"\r\n\r\n" + body


def multipart(*pieces: bytes, subtype: str = "mixed") -> bytes:
    body = b"".join(b"--B\r\n" + piece + b"\r\n" for piece in pieces) + b"--B--\r\n"
    return mail(f"Content-Type: multipart/{subtype}; boundary=B", body=body)


def piece(content: bytes, *headers: str) -> bytes:
    return "\r\n".join(headers).encode() + b"\r\n\r\n" + content


def test_an_ordinary_mail_is_read_in_every_field() -> None:
    letter = parse(
        mail(
            "Message-ID: <a1@post.example>",
            "In-Reply-To: <p1@medverkan.example>",
            "References: <p0@medverkan.example>\r\n <p1@medverkan.example>",
            'From: "Lind, Tove" <Tove.Lind@Region.example>',
            "Reply-To: tove@region.example",
            "To: =?utf-8?q?Inv=C3=A5nare?= <inv@region.example>, andra@region.example",
            "Subject: =?iso-8859-1?q?F=F6rfr=E5gan?= =?iso-8859-1?q?_om_medverkan?=",
            "Date: Mon, 18 Jan 2027 08:25:45 +0100",
        )
    )
    assert letter.message_id == "<a1@post.example>"
    assert letter.in_reply_to == ("<p1@medverkan.example>",)
    assert letter.references == ("<p0@medverkan.example>", "<p1@medverkan.example>")
    assert (letter.sender, letter.sender_name) == ("tove.lind@region.example", "Lind, Tove")
    assert letter.reply_to == "tove@region.example"
    assert letter.to == ("inv@region.example", "andra@region.example")
    assert letter.subject == "Förfrågan om medverkan"
    assert letter.date is not None
    assert letter.date.utcoffset() == timedelta(hours=1)
    assert letter.header("subject") == letter.subject
    assert letter.problems == ()


def test_bodies_come_first_and_attachments_keep_their_order() -> None:
    letter = parse(
        multipart(
            piece(b"PK1", 'Content-Disposition: attachment; filename="ett.docx"'),
            piece(b"Hej", "Content-Type: text/plain; charset=utf-8"),
            piece(b"lista", "Content-Type: text/plain", 'Content-Disposition: attachment; filename="l.txt"'),
        )
    )
    assert [(part.filename, part.inline) for part in letter.parts] == [
        ("", True),
        ("ett.docx", False),
        ("l.txt", False),
    ]
    assert plain_text(letter) == "Hej"


def test_a_mail_inside_the_mail_is_kept_as_its_bytes() -> None:
    inner = b"Subject: inre\r\n\r\nText"
    letter = parse(multipart(piece(inner, "Content-Type: message/rfc822")))
    assert [(part.content_type, part.content, part.inline) for part in letter.parts] == [
        ("message/rfc822", inner, False)
    ]
    assert parse(letter.parts[0].content).subject == "inre"


def test_a_digest_holds_mails_where_nothing_else_is_said() -> None:
    letter = parse(multipart(piece(b"Subject: x\r\n\r\ny"), subtype="digest"))
    assert letter.parts[0].content_type == "message/rfc822"


def test_html_stands_in_for_an_absent_or_blank_text() -> None:
    html = piece(b"<p>Ja <b>tack</b></p>", "Content-Type: text/html; charset=utf-8")
    assert plain_text(parse(multipart(html))) == "Ja tack"
    blank = parse(multipart(piece(b" \r\n", "Content-Type: text/plain"), html, subtype="alternative"))
    assert plain_text(blank) == "Ja tack"
    assert html_of(blank) == "<p>Ja <b>tack</b></p>"
    assert html_of(parse(b"Subject: x\n\ny")) == ""


@pytest.mark.parametrize(
    ("label", "content", "text"),
    [
        ("utf-8", "åäö –".encode(), "åäö –"),
        ("iso-8859-1", "åäö".encode(), "åäö"),  # valid UTF-8 wins over a single-byte label
        ("iso-8859-1", "åäö – ”x”".encode("cp1252"), "åäö – ”x”"),  # latin-1 means cp1252
        ("us-ascii", "åäö".encode("latin-1"), "åäö"),
        ("x-okand-9", "åäö".encode(), "åäö"),
        ("x-okand-9", "åäö".encode("latin-1"), "åäö"),
        ("utf-8", "åäö".encode("latin-1"), "åäö"),
        ("utf-16", "åäö".encode("utf-16"), "åäö"),
        ("", "åäö".encode(), "åäö"),
        ("utf-8", "åäö".encode().decode("latin-1").encode(), "åäö"),  # mojibake that can be undone
        ("utf-8", "Ã¥ och å".encode(), "Ã¥ och å"),  # mojibake that cannot
        ("unicode_escape", rb"C:\new\test", "C:\\new\\test"),
        ("idna", "åäö".encode("latin-1"), "åäö"),
        ("rot13", b"hej", "hej"),
        ("utf-8", b"\xef\xbb\xbfhej", "hej"),
    ],
)
def test_the_text_is_right_whatever_the_label_says(label: str, content: bytes, text: str) -> None:
    letter = parse(mail(f"Content-Type: text/plain; charset={label}", body=content))
    assert plain_text(letter) == text
    assert letter.problems == ()


def test_lost_characters_are_told() -> None:
    letter = parse(mail("Content-Type: text/plain; charset=utf-8", body="å bra ".encode() + b"\xff\xfe"))
    assert letter.problems == (mime.LOST_CHARACTERS,)
    assert plain_text(letter).startswith("å bra")


def test_flowed_lines_are_joined_within_their_quote_depth_and_the_signature_line_is_not() -> None:
    body = b"Vi tar \r\nettan.\r\n> citat \r\n> mer\r\n>> djupt \r\n> ytligt\r\n-- \r\nTove\r\n  indraget\r\n"
    letter = parse(mail("Content-Type: text/plain; charset=utf-8; format=flowed", body=body))
    lines = plain_text(letter).split("\n")
    assert lines[:5] == ["Vi tar ettan.", "> citat mer", ">> djupt ", "> ytligt", "-- "]
    assert lines[5:7] == ["Tove", " indraget"]


def test_delsp_takes_the_space_away() -> None:
    body = b"avdelnings \r\nchef"
    letter = parse(mail("Content-Type: text/plain; format=flowed; delsp=yes", body=body))
    assert plain_text(letter) == "avdelningschef"


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ('attachment; filename="form.docx"', "form.docx"),
        ("attachment; filename*=utf-8''F%C3%B6rfr%C3%A5gan.pdf", "Förfrågan.pdf"),
        ("attachment; filename*0*=utf-8''F%C3%B6r; filename*1*=fr%C3%A5gan; filename*2=.pdf", "Förfrågan.pdf"),
        ('attachment; filename="=?utf-8?b?RsO2cg==?=.pdf"', "För.pdf"),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        ('attachment; filename="C:\\\\hem\\\\form.doc"', "form.doc"),
        ('attachment; filename="a\u202efdp.exe"', "afdp.exe"),
        ("attachment; filename*=okand'sv'x%E5", "xå"),
    ],
)
def test_file_names_are_decoded_and_made_safe(disposition: str, name: str) -> None:
    letter = parse(mail("Content-Type: application/pdf", f"Content-Disposition: {disposition}"))
    assert letter.parts[0].filename == name


def test_transfer_encodings_are_decoded_with_their_faults() -> None:
    assert plain_text(parse(mail("Content-Transfer-Encoding: base64", body=b"SGVq\r\n*IGR1"))) == "Hej du"
    assert plain_text(parse(mail("Content-Transfer-Encoding: base64", body=b"SGVqI"))) == "Hej"
    assert plain_text(parse(mail("Content-Transfer-Encoding: Quoted-Printable", body=b"=C3=A5=\r\n=ZZ"))) == "å=ZZ"
    assert plain_text(parse(mail("Content-Transfer-Encoding: x-eget", body=b"Hej"))) == "Hej"


@pytest.mark.parametrize(
    "header",
    [
        "From: =?utf-8?q?hej=0D=0ABcc=3A_x=40y.example?=",
        "From: a\x00b",
        "From: =?utf-8?b?!!!!?= =?utf-8?q?=?=",
        "Subject: \x1b[31mx\x9f",
    ],
)
def test_header_values_carry_no_control_characters(header: str) -> None:
    for _, value in parse(mail(header)).headers:
        assert not re.search(r"[\x00-\x1f\x7f-\x9f]", value)


def test_two_from_headers_are_nobody() -> None:
    assert parse(mail("From: a@b.example", "From: c@d.example")).sender == ""


@pytest.mark.parametrize(
    "date", ["", "igår", "Mon, 99 Foo 2027 99:99:99 +9999", "Mon, 18 Jan 2027 08:25:45 +240000", "9" * 5000]
)
def test_an_unreadable_date_is_none(date: str) -> None:
    assert parse(mail(f"Date: {date}")).date is None


def test_a_date_without_a_zone_is_aware_all_the_same() -> None:
    letter = parse(mail("Date: Mon, 18 Jan 2027 08:25:45 -0000"))
    assert letter.date is not None
    assert letter.date.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", ""),
        (b"\n\n\nHej", "Hej"),
        (b"Subject: a\rTo: b\r\rHej", "Hej"),  # bare CR only
        (b"From lead@x Mon Jan 1\nSubject: a\n\nHej", "Hej"),  # mbox line
        (b"Subject: a\nHej alla", "Hej alla"),  # no empty line before the body
        (b"Subject: a", ""),
    ],
)
def test_broken_frames_still_give_the_text(raw: bytes, text: str) -> None:
    assert plain_text(parse(raw)).strip() == text


def test_a_multipart_without_its_boundary_is_read_as_one_text() -> None:
    for content_type in ("multipart/mixed", "multipart/mixed; boundary=X"):
        letter = parse(mail(f"Content-Type: {content_type}", body=b"Hej"))
        assert plain_text(letter) == "Hej"
        assert letter.problems == (mime.NO_BOUNDARY,)


def test_a_multipart_cut_short_keeps_what_came() -> None:
    body = b"--B\r\n\r\nHej\r\n--B\r\nContent-Type: text/html\r\n\r\n<p>He"
    letter = parse(mail("Content-Type: multipart/alternative; boundary=B", body=body))
    assert [part.content for part in letter.parts] == [b"Hej", b"<p>He"]


def test_a_boundary_that_begins_like_its_parents_is_another_boundary() -> None:
    inner = b"Content-Type: multipart/alternative; boundary=BB\r\n\r\n--BB\r\n\r\nHej\r\n--BB--"
    assert plain_text(parse(multipart(inner))) == "Hej"


def test_eight_thousand_addresses_are_read() -> None:
    assert len(parse(mail("To: " + ", ".join(f"p{n}@region.example" for n in range(8000)))).to) == 8000


def test_sixteen_thousand_encoded_words_are_decoded() -> None:
    assert readable(" ".join(["=?utf-8?q?=C3=A5?="] * 16_000)) == "å" * 16_000


def test_a_file_name_in_thousands_of_pieces_is_cut_and_told() -> None:
    name = "".join(f'; filename*{n}="abc"' for n in range(11_000))
    letter = parse(mail("Content-Disposition: attachment" + name))
    assert letter.problems == (mime.LONG_PARAMETERS,)
    assert len(letter.parts[0].filename) == 200


def test_a_thousand_nested_comments_are_nobody() -> None:
    assert parse(mail("From: " + "(" * 1000 + "a@b.example")).sender == ""


def test_depth_is_limited() -> None:
    opening = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(1200))
    letter = parse(opening + b"\nHej")
    assert letter.problems == (mime.TOO_DEEP,)
    assert letter.parts == ()


def test_mails_nested_a_thousand_deep_are_one_attachment() -> None:
    letter = parse(b"Content-Type: message/rfc822\n\n" * 1200 + b"Subject: x\n\ny")
    assert [part.content_type for part in letter.parts] == ["message/rfc822"]


def test_the_number_of_parts_is_limited() -> None:
    letter = parse(mail("Content-Type: multipart/mixed; boundary=B", body=b"--B\n\n\n" * 200_000))
    assert len(letter.parts) == mime.MAX_PARTS
    assert letter.problems == (mime.TOO_MANY,)


def test_the_limit_on_parts_counts_nested_ones_together() -> None:
    inner = b"Content-Type: multipart/mixed; boundary=C\r\n\r\n" + b"--C\r\n\r\nx\r\n" * 300
    letter = parse(multipart(inner, inner, inner))
    assert len(letter.parts) == mime.MAX_PARTS
    assert letter.problems == (mime.TOO_MANY,)


def test_a_header_beyond_the_limit_is_cut_and_the_body_kept() -> None:
    headers = [f"X-{n}: " + "x" * 1000 for n in range(400)]
    letter = parse(mail("Subject: Hej", *headers, body=b"Texten"))
    assert (letter.subject, plain_text(letter)) == ("Hej", "Texten")
    assert letter.problems == (mime.LONG_HEADER,)
    assert sum(len(value) for _, value in letter.headers) <= mime.MAX_HEADER_BYTES


def test_one_endless_header_line_is_cut() -> None:
    letter = parse(mail("Subject: " + "x" * 3_000_000, body=b"Texten"))
    assert plain_text(letter) == "Texten"
    assert letter.problems == (mime.LONG_HEADER,)


@settings(max_examples=150)
@given(st.binary(max_size=2000))
def test_no_bytes_make_it_raise(raw: bytes) -> None:
    letter = parse(raw)
    assert isinstance(plain_text(letter), str)


_PIECES = st.sampled_from(
    [
        *(b"Content-Type: multipart/mixed; boundary=B\n", b"Content-Type: text/html; charset=x\n", b"\n", b"--B\n"),
        *(
            b"--B--\n",
            b"From: ",
            b"<a@b.example>",
            b"(",
            b'"',
            b"=?utf-8?b?",
            b"?=",
            b"\x00",
            b"\xe5",
            b"\r",
            b"; x*0=",
        ),
        *(b"Content-Transfer-Encoding: base64\n", b"Date: ", b"Content-Disposition: attachment", b"<p", b"=ZZ", b" "),
    ]
)


@settings(max_examples=200)
@given(st.lists(_PIECES, max_size=30))
def test_no_mixture_of_mail_syntax_makes_it_raise(pieces: list[bytes]) -> None:
    letter = parse(b"".join(pieces))
    assert isinstance(plain_text(letter) + html_of(letter), str)
