"""The end of a mail that is pushed: only CRLF . CRLF, wherever the pieces are cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.receiving_content import END, Content

MOST = 1_000
LINES = st.lists(st.binary(max_size=40).filter(lambda line: b"\r" not in line and b"\n" not in line), max_size=12)


def stuffed(raw: bytes) -> bytes:
    """Return a mail as it goes over the wire."""
    return (b"\r\n" + raw).replace(b"\r\n.", b"\r\n..")[2:] + b".\r\n"


def fed(wire: bytes, cuts: list[int], most: int = MOST) -> tuple[Content, bytes]:
    """Return the content that came in those pieces, and what came after its end."""
    content = Content(most)
    places = sorted({min(cut, len(wire)) for cut in cuts} | {len(wire)})
    start = 0
    for place in places:
        rest = content.feed(wire[start:place])
        if rest is not None:
            return content, rest + wire[place:]
        start = place
    raise AssertionError("no end was seen")


@given(LINES, st.lists(st.integers(0, 600)), st.binary(max_size=30))
def test_what_is_sent_is_what_is_kept_however_it_is_cut(lines: list[bytes], cuts: list[int], after: bytes) -> None:
    raw = b"".join(line + b"\r\n" for line in lines)
    content, rest = fed(stuffed(raw) + after, cuts)
    assert (content.raw(), rest) == (raw, after)
    assert not content.too_large
    assert not content.has_bare_line_ends()


@given(LINES, st.lists(st.integers(0, 600)), st.integers(0, 200))
def test_over_the_limit_nothing_is_kept_but_the_end_is_seen(lines: list[bytes], cuts: list[int], most: int) -> None:
    raw = b"".join(line + b"\r\n" for line in lines)
    content, rest = fed(stuffed(raw) + b"QUIT\r\n", cuts, most)
    assert rest == b"QUIT\r\n"
    assert content.too_large == (len(stuffed(raw)) - 3 > most)
    assert content.size <= most + 2 + len(END)


@given(st.binary(max_size=200), st.lists(st.integers(0, 300)))
def test_any_bytes_at_all_have_one_end_or_none(wire: bytes, cuts: list[int]) -> None:
    ends = (b"\r\n" + wire).find(END)
    content = Content(MOST)
    if ends < 0:
        assert content.feed(wire) is None
        return
    content, rest = fed(wire, cuts)
    assert rest == wire[ends + 3 :]
    assert content.raw() == (b"\r\n" + wire)[: ends + 2].replace(b"\r\n.", b"\r\n")[2:]


@pytest.mark.parametrize(
    ("raw", "bare"),
    [
        (b"", False),
        (b"Hej\r\n\r\n", False),
        (b"Hej\n", True),
        (b"Hej\r", True),
        (b"\r\r\n", True),
        (b"\n\r", True),
        (b"\r\n\n", True),
        (b"a\nb\rc\r\n", True),
    ],
)
def test_a_bare_cr_or_lf_is_seen(raw: bytes, bare: bool) -> None:
    content = Content(MOST)
    content.feed(raw + b"\r\n.\r\n")
    assert content.has_bare_line_ends() is bare


def test_what_was_given_up_is_not_held_and_its_end_is_still_seen() -> None:
    content = Content(MOST)
    content.feed(b"x" * 500)
    content.give_up()
    assert content.size < len(END)
    assert content.feed(b"y" * 500 + b"\r\n.\r") is None
    assert content.feed(b"\nNOOP\r\n") == b"NOOP\r\n"
