"""The Content-* fields of a part mean the same, whether they are written plainly or left to the standard library."""

from email.message import Message

import pytest

from medverkan.mailbox.headers import Content

WRITTEN = [
    "text/plain",
    "Text/HTML; charset=utf-8",
    'text/plain; charset="iso-8859-1"; format=flowed; delsp=yes',
    'multipart/alternative; boundary="=_a;b c=1"',
    "multipart/mixed;boundary=abc; BOUNDARY=def",
    "text/plain;charset=utf-8;",
    "text/plain; charset = utf-8",
    'text/plain; name="a\\"b.txt"',
    "text/plain; name*=utf-8''%C3%A5.txt",
    'text/plain; name="<x>"; charset="<y>"',
    "text",
    "text/plain/more; charset=utf-8",
    "; charset=utf-8",
    "",
]


@pytest.mark.parametrize("written", WRITTEN)
def test_a_content_type_is_read_as_the_standard_library_reads_it(written: str) -> None:
    message = Message()
    message["content-type"] = written
    content = Content([("Content-Type", written.encode())])
    assert content.type == message.get_content_type()
    for name in ("charset", "boundary", "format"):
        assert content.parameter(name) == (message.get_param(name) or "")


def test_a_part_without_a_content_type_is_of_the_default_type() -> None:
    assert Content([], "message/rfc822").type == "message/rfc822"
