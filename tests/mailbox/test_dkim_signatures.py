"""A mail's own signature: right only where it covers what decides, and where there are no two ways to read the mail."""

import re
import time
from collections.abc import Callable

import dkim
import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.dkim_keys import txt_record
from medverkan.mailbox.dkim_signatures import signed_by
from tests.mailbox.signing import MAIL, NOW, USUAL, pem, record, signed

OURS = ("region.example",)


def names(found: dict[str, bytes] | None = None) -> Callable[[str], bytes | None]:
    zone = {"s1._domainkey.region.example": record()} if found is None else found
    return zone.get


def with_tag(tag: bytes, headers: list[bytes] = USUAL) -> bytes:
    """Return the mail with a signature that truly says that tag."""
    signer = dkim.DKIM(MAIL)
    made = signer.gen_header

    def tagged(fields: list[tuple[bytes, bytes]], *rest: object, **named: object) -> bytes:
        name, _, value = tag.partition(b"=")
        return bytes(made([*(field for field in fields if field[0] != name), (name, value)], *rest, **named))

    signer.gen_header = tagged
    return bytes(signer.sign(b"s1", b"region.example", pem(), include_headers=headers)) + MAIL


def test_a_mail_as_its_domain_signed_it_is_proven() -> None:
    assert signed_by(signed(), OURS, names(), NOW) == OURS


@pytest.mark.parametrize(
    "canonicalize", [(one, two) for one in (b"simple", b"relaxed") for two in (b"simple", b"relaxed")]
)
def test_each_way_to_write_it_down_is_known(canonicalize: tuple[bytes, bytes]) -> None:
    assert signed_by(signed(canonicalize=canonicalize), OURS, names(), NOW) == OURS


def test_what_a_server_writes_on_top_and_line_ends_change_nothing() -> None:
    raw = b"Received: from a by b; Mon, 1 Feb 2027 09:00:00 +0100\r\nX-Spam: no\r\n" + signed()
    assert signed_by(raw, OURS, names(), NOW) == OURS
    assert signed_by(raw.replace(b"\r\n", b"\n"), OURS, names(), NOW) == OURS


def test_a_domain_below_a_trusted_one_may_sign_and_is_named() -> None:
    zone = names({"s1._domainkey.sjukhus.region.example": record()})
    raw = signed(MAIL.replace(b"karin@", b"karin@sjukhus."), b"sjukhus.region.example")
    assert signed_by(raw, OURS, zone, NOW) == ("sjukhus.region.example",)


@pytest.mark.parametrize("domain", ["evil.test", "enregion.example", "example", "region.example.evil.test"])
def test_another_domains_signature_says_nothing(domain: str) -> None:
    raw = signed(domain=domain.encode())
    assert signed_by(raw, OURS, names({f"s1._domainkey.{domain}": record()}), NOW) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"JA 1 2", b"JA 1 3"),
        (b"From: Karin <karin@", b"From: Karin <ove@"),
        (b"SV: hej", b"SV: hopp"),
        (b"Mon, 1 Feb 2027", b"Mon, 8 Feb 2027"),
        (b"text/plain", b"text/html"),
        (b"MIME-Version: 1.0\r\n", b"MIME-Version: 1.0\r\nFrom: evil@evil.test\r\n"),
        (b"From: Karin", b"From: evil@evil.test\r\nFrom: Karin"),
        (b"Subject: SV: hej", b"Subject: [f-2026-0009]\r\nSubject: SV: hej"),
        (b"Content-Type", b"Content-Type: text/html\r\nContent-Type"),
        (b"In-Reply-To", b"In-Reply-To: <3@evil.test>\r\nIn-Reply-To"),
        # Read by us as the end of the header, by dkimpy as nothing at all.
        (b"MIME-Version", b"From x\r\nJA: 1 2 3\r\nMIME-Version"),
        (b"MIME-Version", b"no field\r\nMIME-Version"),
        (b"From: Karin", b"From : Karin"),
        (b"\r\nJA 1 2", b"\rJA 9\r\nJA 1 2"),
        (b"> NEJ\r\n", b"> NEJ\r\nJA 4\r\n"),
    ],
)
def test_a_change_of_what_decides_breaks_the_proof(old: bytes, new: bytes) -> None:
    raw = signed()
    assert old in raw
    assert signed_by(raw.replace(old, new, 1), OURS, names(), NOW) == ()


@pytest.mark.parametrize("left_out", [b"subject", b"date", b"content-type"])
def test_a_signature_that_leaves_out_what_decides_does_not_count(left_out: bytes) -> None:
    raw = signed(include_headers=[name for name in USUAL if name != left_out])
    assert dkim.verify(raw, dnsfunc=lambda name, timeout=0: record())
    assert signed_by(raw, OURS, names(), NOW) == ()


def test_a_signature_without_from_does_not_count() -> None:
    raw = re.sub(rb"h=from : ", b"h=", signed())
    assert signed_by(raw, OURS, names(), NOW) == ()


def test_a_signature_over_part_of_the_body_does_not_count() -> None:
    raw = signed(length=True)
    assert dkim.verify(raw + b"JA 3\r\n", dnsfunc=lambda name, timeout=0: record())
    assert signed_by(raw, OURS, names(), NOW) == ()


@pytest.mark.parametrize(("seconds", "counts"), [(86_400, True), (-60, False), (-86_400, False)])
def test_an_expired_signature_does_not_count(seconds: int, counts: bool) -> None:
    # dkimpy itself would let ten hours pass.
    raw = with_tag(b"x=%d" % (NOW.timestamp() + seconds))
    assert (signed_by(raw, OURS, names(), NOW) == OURS) is counts


@pytest.mark.parametrize("expires", ["", "soon", "-1", "9" * 40, "٣"])
def test_an_unreadable_end_is_an_end(expires: str) -> None:
    raw = with_tag(b"x=" + expires.encode())
    assert signed_by(raw, OURS, names(), NOW) == ()


def test_a_short_key_sha_1_and_no_algorithm_do_not_count() -> None:
    short = names({"s1._domainkey.region.example": record(1024)})
    assert signed_by(signed(bits=1024), OURS, short, NOW) == OURS
    for raw in (signed().replace(b"a=rsa-sha256", b"a=rsa-sha1"), signed().replace(b"a=rsa-sha256; ", b"")):
        assert signed_by(raw, OURS, names(), NOW) == ()


@pytest.mark.parametrize(
    "found",
    [
        None,
        b"",
        b"v=spf1 -all",
        b"v=DKIM1; p=",
        b"v=DKIM1; k=rsa",
        b"v=DKIM1; k=ed25519; p=AAAA",
        b"v=DKIM2; p=AAAA",
        b"p=\xff\xfe",
        b"k=rsa; k=rsa; p=AAAA",
        b";" * 3000,
    ],
)
def test_without_a_usable_key_nothing_is_proven(found: bytes | None) -> None:
    zone = {} if found is None else {"s1._domainkey.region.example": found}
    assert signed_by(signed(), OURS, zone.get, NOW) == ()


@pytest.mark.parametrize(
    ("more", "counts"),
    [(" t=y;", False), (" t=y:s;", False), (" t=s;", True), (" s=email;", True), (" s=tlsrpt;", False),
     (" s=other;", False), (" h=sha256;", True)],
)  # fmt: skip
def test_a_key_in_test_or_for_something_else_does_not_count(more: str, counts: bool) -> None:
    zone = names({"s1._domainkey.region.example": record(more=more)})
    assert (signed_by(signed(), OURS, zone, NOW) == OURS) is counts


def test_a_strict_key_signs_for_its_own_domain_only() -> None:
    zone = names({"s1._domainkey.region.example": record(more=" t=s;")})
    assert signed_by(signed(identity=b"karin@x.region.example"), OURS, zone, NOW) == ()
    assert signed_by(signed(identity=b"karin@region.example"), OURS, zone, NOW) == OURS


def test_a_good_signature_below_a_broken_one_counts_but_only_few_are_tried() -> None:
    tags = b"v=1; a=rsa-sha256; d=region.example; s=s1; h=from:subject:date:content-type; bh=eA==; b=eA=="
    broken = b"DKIM-Signature: " + tags + b"\r\n"
    assert signed_by(broken + signed(), OURS, names(), NOW) == OURS
    assert signed_by(broken * 3 + signed(), OURS, names(), NOW) == ()


def test_a_mail_made_to_take_time_is_not_tried() -> None:
    asked = []

    def lookup(name: str) -> bytes | None:
        asked.append(name)
        return record()

    for raw in (
        signed(MAIL + b" " * 2_000_000 + b"x"),
        signed(MAIL + b" \t" * 100 + b"\r\n"),
        signed(MAIL + b"x" * 5_000_001),
        b"X-A: b\r\n" * 600 + signed(),
        b"X-A: " + b"b" * 70_000 + b"\r\n" + signed(),
        b"DKIM-Signature: d=region.example; s=s1; a=rsa-sha256; h=from:" + b"from:" * 2000 + b"\r\n" + MAIL,
    ):
        assert signed_by(raw, OURS, lookup, NOW) == ()
    assert asked == []


PIECES = b"""v=1;|a=rsa-sha256;|d=region.example;|s=s1;|h=from:subject:date:content-type;|bh=|b=|eA==;|i=@|\r\n |
\x00|\xff|=|;|x=1;|t=1;|c=simple;| """.split(b"|")


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=30), junk=st.binary(max_size=200))
def test_no_mail_makes_it_fail(pieces: list[bytes], junk: bytes) -> None:
    for raw in (b"DKIM-Signature: " + b"".join(pieces) + b"\r\n" + MAIL, junk + MAIL, junk, signed() + junk):
        assert set(signed_by(raw, OURS, lambda _: junk, NOW)) <= set(OURS)


def test_a_signature_from_the_future_does_not_count() -> None:
    assert signed_by(with_tag(b"t=%d" % (time.time() + 90_000)), OURS, names(), NOW) == ()


@pytest.mark.parametrize("name", ["", ".", "a" * 300, "a..b", "\x00.example", "_domainkey.å.invalid", "x.invalid"])
def test_a_name_that_cannot_be_asked_about_has_no_record(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import dns.resolver

    resolver = dns.resolver.Resolver(configure=False)
    resolver.nameservers = []
    monkeypatch.setattr("medverkan.mailbox.dkim_keys._resolver", lambda: resolver)
    assert txt_record(name) is None
