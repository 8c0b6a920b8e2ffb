"""Exactly one strict mailbox, or nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.addresses import display_name, domain_of, is_addr_spec, mailboxes, one_mailbox


@pytest.mark.parametrize(
    ("header", "address"),
    [
        ("lead@region.example", "lead@region.example"),
        ("Tove Lind <Tove.Lind@Region.Example>", "tove.lind@region.example"),
        ("<lead@region.example>", "lead@region.example"),
        ("  Tove   <lead@region.example>  ", "lead@region.example"),
        ('"Lind, Tove" <lead@region.example>', "lead@region.example"),
        ("Åsa Öhman <asa@region.example>", "asa@region.example"),
        ("=?utf-8?q?=C3=85sa?= <asa@region.example>", "asa@region.example"),
        # Another address in a quoted display name is suspicious, but the brackets count.
        ('"boss@region.example" <evil@evil.example>', "evil@evil.example"),
        ('"boss@region.example <boss@region.example>" <evil@evil.example>', "evil@evil.example"),
        ("o'neil+tag@region.example", "o'neil+tag@region.example"),
    ],
)
def test_one_mailbox_is_read(header: str, address: str) -> None:
    assert one_mailbox(header) == address


@pytest.mark.parametrize(
    "header",
    [
        "",
        "lead",
        "lead@",
        "@region.example",
        "lead@region.example (x) <y@evil.example>",
        "lead@region.example (kommentar)",
        "a@ok.example<b@evil.example>",
        "a@ok.example <b@evil.example>",
        "a@ok.example, b@evil.example",
        "a@ok.example b@evil.example",
        "Grupp: a@ok.example;",
        "Grupp: a@ok.example, b@ok.example;",
        "undisclosed-recipients:;",
        "<a@ok.example> <b@evil.example>",
        "<<a@ok.example>>",
        "<a@ok.example",
        "a@ok.example>",
        "<a@ok.example> x",
        "<@route.example:a@ok.example>",
        '"a b"@ok.example',
        'x "<a@ok.example>',
        '"x <a@ok.example>',
        '<"x"@ok.example>',
        "a@[192.0.2.1]",
        "a@ok..example",
        "a..b@ok.example",
        ".a@ok.example",
        "a@-ok.example",
        "a@ok_ok.example",
        "å@region.example",
        "a@région.example",
        "a@ok.example\nBcc: b@evil.example",
        "a\x00@ok.example",
        "=?utf-8?q?lead?=@region.example",
        "a" * 65 + "@ok.example",
        "a@" + "b" * 64 + ".example",
        "a@" + ".".join(["b"] * 200),
        "(" * 1000 + "a@b.example",
        "x" * 3000 + " <a@ok.example>",
    ],
)
def test_whatever_is_odd_is_nobody(header: str) -> None:
    assert one_mailbox(header) == ""


@given(st.text(alphabet='ab@.<>"\\,;: ()=?\t', max_size=40))
def test_what_is_read_is_an_address_that_stands_last_in_the_value(header: str) -> None:
    address = one_mailbox(header)
    assert not address or (is_addr_spec(address) and header.strip().rstrip(">").endswith(address))


def test_the_domain_is_that_of_a_real_address_only() -> None:
    assert domain_of("Lead@Region.example") == "region.example"
    assert domain_of("lead") == domain_of("a@b@c.example") == domain_of("") == ""


def test_several_addresses_are_read_for_reading() -> None:
    header = 'Grupp: "X, Y" <A@b.example>, c@d.example; ogiltig, <e@f.example>'
    assert mailboxes(header) == ("a@b.example", "c@d.example", "e@f.example")
    assert mailboxes('"' + '\\"' * 50_000) == ()


def test_the_display_name_loses_its_quotes() -> None:
    assert display_name('"Lind, \\"Tove\\"" <a@b.example>') == 'Lind, "Tove"'
    assert display_name("a@b.example") == ""
